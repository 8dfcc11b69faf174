"""``netsheet calendar``: what is due and coming, for the calendar on a phone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from netsheet.cli.options import Count, json_option, log_argument, quiet_option, sheet_option, today_option
from netsheet.cli.progress import progress
from netsheet.cli.usage_errors import CommandLineError, check_ending
from netsheet.errors import MissingExtraError

if TYPE_CHECKING:
    from netsheet.core.calendar_export.blocks import Block


class BlockWords(click.ParamType["Block | None"]):
    """A time for networking that comes every week, such as "Tue,Thu 08:30 20m", or "none"."""

    name = '"DAYS TIME LENGTH"'

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Block | None:  # noqa: ANN401
        """Read the block, or say how to write it."""
        from netsheet.core.calendar_export.blocks import read_block

        if value == "none":
            return None
        block = read_block(str(value))
        if block is None:
            self.fail(f"“{value}” is not a block. Write it like “Tue,Thu 08:30 20m”, or none.", param, ctx)
        return block


@click.command()
@log_argument
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="FILE.ics",
    help="The calendar (default: next to the log, LOG-calendar.ics).",
)
@click.option(
    "--vdir",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write a folder with one file for each entry instead, as vdirsyncer and khal use it.",
)
@click.option(
    "--blocks",
    multiple=True,
    type=BlockWords(),
    help='A time for networking every week, such as "Tue,Thu 08:30 20m". It stays until you give others, or none.',
)
@click.option(
    "--private", "is_private", is_flag=True, help="Show people by their initials, and nothing else of them."
)
@click.option(
    "--todo",
    "is_todo",
    is_flag=True,
    help="Write reminders as tasks to tick off, for programs that have them.",
)
@click.option("--ahead", type=Count(0), metavar="DAYS", help="Look this many days ahead (default: 90).")
@quiet_option()
@today_option
@sheet_option
@json_option
@click.pass_context
def calendar_(
    ctx: click.Context,
    *,
    log: Path,
    out: Path | None,
    folder: Path | None,
    blocks: Sequence[Block | None],
    is_private: bool,
    is_todo: bool,
    ahead: int | None,
    is_quiet: bool,
    today: dt.date,
    sheet_name: str | None,
    as_json: bool,
) -> None:
    """Write a calendar of what is due and coming, with meetings, birthdays and times for networking.

    Import the file into your calendar, or subscribe to it; docs/calendar.md says how. With the next file each entry is
    updated, moved or cancelled, never doubled. Nobody is invited, and nothing is sent. The log is not changed.

    \b
    Example:  netsheet calendar log.xlsx
              netsheet calendar log.xlsx --blocks "Tue,Thu 08:30 20m" --private
    """
    if out is not None and folder is not None:
        raise CommandLineError("--out and --vdir do not go together.", "Leave out one of them.", ctx)
    check_ending(out, [".ics"], ctx)
    if find_spec("icalendar") is None:
        raise MissingExtraError("Calendars need the package icalendar.", "icalendar")
    from netsheet.pipeline.calendar_file import AHEAD_DAYS, CalendarOptions, write_calendar, write_folder
    from netsheet.pipeline.opened import open_log
    from netsheet.present.calendar_text import calendar_json, show_calendar

    options = CalendarOptions(
        ahead=AHEAD_DAYS if ahead is None else ahead,
        blocks=[block for block in blocks if block is not None] if blocks else None,
        is_private=is_private,
        is_todo=is_todo,
    )
    with progress(as_json=as_json) as report_stage:
        opened = open_log(log, today=today, sheet_name=sheet_name, report_stage=report_stage)
        written = write_folder(opened, folder, options) if folder else write_calendar(opened, out, options)
    if as_json:
        click.echo(calendar_json(written))
    elif not is_quiet:
        show_calendar(written)
