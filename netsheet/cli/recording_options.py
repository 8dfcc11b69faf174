"""What the commands that record something share: the words [LOG] WHO ..., their options, and one run of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypedDict, TypeVar

import click

from netsheet.cli.log_words import (
    FILE_ENDINGS,
    check_dashes,
    check_spaces,
    is_log_name,
    is_nearly_log_name,
)
from netsheet.cli.nearest import WordChoice
from netsheet.cli.options import (
    even_if_open_option,
    json_option,
    sheet_option,
    the_log_here,
    today_option,
)
from netsheet.cli.progress import progress
from netsheet.cli.suggestions import people
from netsheet.cli.typed_line import retyped, unquoted_text
from netsheet.cli.usage_errors import CommandLineError, first_example
from netsheet.core.model import Channel
from netsheet.core.printable import quoted_path

if TYPE_CHECKING:
    from netsheet.pipeline.add_to_log import WriteOptions
    from netsheet.pipeline.entries import Entry, Typed
    from netsheet.pipeline.opened import OpenedLog
    from netsheet.pipeline.refreshed import Refreshed
    from netsheet.pipeline.stages import ReportStage

Command = TypeVar("Command", bound=Callable[..., Any])

CHANNELS: tuple[Channel, ...] = ("e-mail", "LinkedIn", "phone", "text", "video", "in person", "social")


class Words(NamedTuple):
    """What was typed behind a command: the log, None where it was left out, and all other words."""

    log: Path | None
    rest: tuple[str, ...]


class RecordingOptions(TypedDict):
    """The options of ``recording_options``."""

    today: dt.date
    sheet_name: str | None
    dry_run: bool
    protected_ok: bool
    even_if_open: bool
    as_json: bool


def write_options(options: RecordingOptions) -> WriteOptions:
    """Return how new rows are written, of these options."""
    from netsheet.pipeline.add_to_log import WriteOptions

    return WriteOptions(
        is_preview=options["dry_run"],
        protected_ok=options["protected_ok"],
        even_if_open=options["even_if_open"],
    )


class ChannelWord(WordChoice):
    """How somebody was contacted, in any words that a log may use for it."""

    def __init__(self) -> None:
        super().__init__("channel", CHANNELS)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401
        """Read the channel, or suggest the closest word."""
        from netsheet.core.values.vocabulary import read_channel

        found = read_channel(value)
        return found[0] if found else super().convert(value, param, ctx)


def words_argument(metavar: str) -> Callable[[Command], Command]:
    """Take the words behind a command; the first is the log when it is a file, or is called like one."""

    def split(ctx: click.Context, param: click.Parameter, words: tuple[str, ...]) -> Words:  # noqa: ARG001  click's own signature
        check_dashes(ctx, words)
        for count in range(2, len(words) + 1):
            check_spaces(ctx, [*map(Path, words[:count])])
        if words and (is_log_name(Path(words[0])) or is_nearly_log_name(words[0])):
            return Words(Path(words[0]), words[1:])
        log = next((each for each in words if each.casefold().endswith(FILE_ENDINGS)), "")
        if log and Path(log).is_file():
            line = [log, *(each for each in words if each != log)]
            raise CommandLineError("The log comes first.", retyped(ctx, line), ctx)
        return Words(None, words)

    return click.argument("words", nargs=-1, metavar=metavar, callback=split, shell_complete=people)


def channel_option(command: Command) -> Command:
    """Take how it happened."""
    return click.option(
        "--channel",
        type=ChannelWord(),
        metavar="C",
        help="How: e-mail, LinkedIn, phone, video, in person ...",
    )(command)


def on_option(command: Command) -> Command:
    """Take the day of what happened."""
    return click.option("--on", metavar="DAY", help='The day: yesterday, Mon, "12 Nov", 2026-11-12.')(command)


def note_option(command: Command) -> Command:
    """Take a note."""
    return click.option("--note", default="", metavar="TEXT", help="A note for the history.")(command)


def recording_options(command: Command) -> Command:
    """Take the options that all commands share that record something."""
    for option in (
        json_option,
        even_if_open_option,
        click.option("--protected-ok", is_flag=True, help="Write even if the sheet is protected."),
        click.option("--dry-run", is_flag=True, help="Print what would be recorded. Write nothing."),
        sheet_option,
        today_option,
    ):
        command = option(command)
    return command


def record(
    ctx: click.Context,
    words: Words,
    enter: Callable[[OpenedLog, Typed], Entry],
    options: RecordingOptions,
    *,
    needed: Sequence[str] = (),
) -> None:
    """Record something in the history of the log, and print what changed and what comes next.

    Args:
        ctx: the command.
        words: what was typed behind it.
        enter: works out what is recorded.
        options: those of ``recording_options``.
        needed: the words that must have been typed.
    """
    from netsheet.pipeline.record import record_in_log
    from netsheet.pipeline.typed_days import NotUnderstoodError
    from netsheet.pipeline.typed_names import UnknownNameError
    from netsheet.present.record_text import recorded_json, show_recorded

    log, typed = read_words(ctx, words, needed)
    with progress(as_json=options["as_json"], last="saving") as report_stage:
        refresh = refreshing(log, options, report_stage)
        try:
            recorded = record_in_log(refresh, lambda opened: enter(opened, typed))
        except (UnknownNameError, NotUnderstoodError) as error:
            if line := unquoted_text(ctx):
                raise CommandLineError(
                    "Put a text of several words in quotes.", retyped(ctx, line), ctx
                ) from error
            raise
    if options["as_json"]:
        click.echo(recorded_json(recorded))
    else:
        show_recorded(recorded)


def refreshing(
    log: Path, options: RecordingOptions, report_stage: ReportStage
) -> Callable[[Callable[[OpenedLog], OpenedLog]], Refreshed]:
    """Return the refresh of a log with what it is given to add, as the options say."""
    from netsheet.pipeline.refresh import refresh_log

    return lambda add: refresh_log(
        log,
        today=options["today"],
        sheet_name=options["sheet_name"],
        is_preview=options["dry_run"],
        protected_ok=options["protected_ok"],
        even_if_open=options["even_if_open"],
        report_stage=report_stage,
        add=add,
    )


def read_words(
    ctx: click.Context, words: Words, needed: Sequence[str], *, is_written: bool = True
) -> tuple[Path, Typed]:
    """Return the log and the command as it was typed; ``is_written``: the log must be one that netsheet can write.

    Raises:
        CommandLineError: when one of the needed words is missing.
    """
    from netsheet.pipeline.entries import Typed

    if len(words.rest) < len(needed):
        missing = needed[len(words.rest)]
        raise CommandLineError(f"{missing} is missing.", f"Type: {first_example(ctx.command)}", ctx)
    log = words.log or the_log_here(ctx, is_written=is_written)
    command = f"{ctx.command_path} {quoted_path(log)}" if words.log else ctx.command_path
    return log, Typed(command=command, how=ctx.command_path, words=words.rest)
