"""Options that several commands share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from netsheet.cli.log_words import check_the_log_alone
from netsheet.cli.sentences import say
from netsheet.cli.suggestions import fields, sheets
from netsheet.cli.typed_line import typed_words
from netsheet.cli.usage_errors import terminal_line

Command = TypeVar("Command", bound=Callable[..., Any])
IS_QUIET = "is_quiet"


class Day(click.ParamType[dt.date]):
    """A day written YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:  # noqa: ANN401
        """Read the day, or say how to write it."""
        if isinstance(value, dt.date):
            return value
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            self.fail(f"“{value}” is not a day. Write it like 2026-03-16.", param, ctx)


class Count(click.ParamType[int]):
    """A whole number that is not smaller than ``lowest``."""

    name = "N"

    def __init__(self, lowest: int = 1) -> None:
        self.lowest = lowest

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:  # noqa: ANN401
        """Read the number, or say how to write it."""
        text = str(value).strip()
        if not text.isdecimal() or int(text) < self.lowest:
            self.fail(
                f"“{value}” is not a whole number of {self.lowest} or more. Write it like 10.", param, ctx
            )
        return int(text)


def log_argument(command: Command, *, is_written: bool = False) -> Command:
    """Take the workbook's path. Without a path, use the only log in the folder.

    Args:
        command: what is decorated.
        is_written: whether the file must be one that netsheet can write.
    """

    def one_log(ctx: click.Context, param: click.Parameter, logs: tuple[Path, ...]) -> Path | None:  # noqa: ARG001  click's own signature
        if ctx.resilient_parsing:
            return logs[0] if logs else None
        if not logs:
            return the_log_here(ctx, is_written=is_written)
        check_the_log_alone(ctx, logs)
        return logs[0]

    argument = click.argument(
        "log", type=click.Path(path_type=Path), nargs=-1, metavar="[LOG]", callback=one_log
    )
    return argument(command)


def written_log_argument(command: Command) -> Command:
    """Take the path of a workbook to write to. Without a path, use the only log in the folder."""
    return log_argument(command, is_written=True)


def the_log_here(ctx: click.Context, *, is_written: bool) -> Path:
    """Find the only log in the folder, and name it on stderr."""
    from netsheet.pipeline.found import find_log_file, why_this_one

    log = find_log_file(Path(), command=ctx.command_path, typed=typed_words(ctx), is_written=is_written)
    if not ctx.params.get(IS_QUIET):
        say(f"Using {terminal_line(log.name)}, {why_this_one(Path())}.", err=True)
    return log


def local_day() -> dt.date:
    """Return the local date. The only place that reads the clock."""
    return dt.datetime.now().astimezone().date()  # noqa: TID251  the one clock


def today_option(command: Command) -> Command:
    """Take the day that counts as today; the local date by default."""
    return click.option(
        "--today",
        type=Day(),
        default=local_day,
        help="Work as if it were this day (default: today).",
    )(command)


def sheet_option(command: Command) -> Command:
    """Take the name of the sheet that is the log."""
    return click.option(
        "--sheet",
        "sheet_name",
        metavar="NAME",
        shell_complete=sheets,
        help="The sheet that holds the log.",
    )(command)


def json_option(command: Command) -> Command:
    """Print one JSON document instead of text."""
    return click.option(
        "--json", "as_json", is_flag=True, help="Print the answer as JSON, for other programs."
    )(command)


def quiet_option(help_text: str = "Print nothing when all went well.") -> Callable[[Command], Command]:
    """Take that nothing is printed while all is well, for what runs by itself. Read first: the log's name is not said."""

    def quiet(command: Command) -> Command:
        option = click.option("--quiet", "-q", IS_QUIET, is_flag=True, is_eager=True, help=help_text)
        return option(command)

    return quiet


def even_if_open_option(command: Command) -> Command:
    """Go on although a lock file says that the workbook is open."""
    return click.option(
        "--even-if-open",
        is_flag=True,
        help="Go on although the workbook seems to be open (an old lock file).",
    )(command)


def map_option(what: str) -> Callable[[Command], Command]:
    """Take what headings mean, each as "HEADING=FIELD"; read one with ``heading_mapping``."""
    return click.option(
        "--map",
        "mappings",
        multiple=True,
        metavar='"HEADING=FIELD"',
        shell_complete=fields,
        help=what,
    )


def heading_mapping(mapping: str) -> tuple[str, str]:
    """Read "HEADING=FIELD", split at the last "=": the heading itself may contain one."""
    from netsheet.core.columns.fields import FIELD_BY_NAME
    from netsheet.core.text import nearest_name

    heading, _, field = mapping.rpartition("=")
    if not heading.strip() or not field.strip():
        message = (
            f'"{mapping}" is not a mapping. Write the heading, = and a field: --map "Coffee?=meeting_date"'
        )
        raise click.BadParameter(message, param_hint="--map")
    name = field.strip().casefold().replace(" ", "_").replace("-", "_")
    if name not in FIELD_BY_NAME:
        near = nearest_name(name, FIELD_BY_NAME)
        hint = f"Did you mean {near}?" if near else f"The fields are: {', '.join(FIELD_BY_NAME)}."
        raise click.BadParameter(f'There is no field "{field.strip()}". {hint}', param_hint="--map")
    return heading.strip(), name
