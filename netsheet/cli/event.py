"""``netsheet event``: prepare an event, and record whom the user met there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from netsheet.cli.progress import progress
from netsheet.cli.recording_options import (
    RecordingOptions,
    Words,
    on_option,
    read_words,
    record,
    recording_options,
    words_argument,
    write_options,
)
from netsheet.cli.sentences import say
from netsheet.cli.usage_errors import CommandLineError, examples
from netsheet.core.printable import quoted_path

if TYPE_CHECKING:
    from typing import Unpack


@click.command()
@words_argument("[LOG] [NAME]")
@click.option("--prepare", is_flag=True, help="Show what to know before it (also without any option).")
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="FILE", help="Write a page instead: .html or .md."
)
@click.option("--met", metavar="NAMES", help='Record whom you met there: "Ana Lopez, Ben".')
@click.option("--new", "is_new", is_flag=True, help="With --met: add a row for who is not in the log.")
@on_option
@click.option("--done", is_flag=True, help="Nothing is left to prepare, or to do after it.")
@recording_options
@click.pass_context
def event(
    ctx: click.Context,
    *,
    words: Words,
    prepare: bool,
    out: Path | None,
    met: str | None,
    is_new: bool,
    on: str | None,
    done: bool,
    **options: Unpack[RecordingOptions],
) -> None:
    """Prepare an event of your sheet Events: your goal, who may be there, what to ask. Afterwards record whom you met.

    NAME is the event's name, a part of it, or its day. Without NAME the events are listed.

    \b
    Example:  netsheet event log.xlsx "Jobs evening" --out jobs.html
              netsheet event log.xlsx "Jobs evening" --met "Ana Lopez, Ben" --new
    """
    preparing, meeting = examples(ctx.command)
    chosen = (prepare or out is not None, met is not None, done)
    if sum(chosen) > 1:
        message = "--prepare or --out, --met and --done do not go together."
        raise CommandLineError(message, "Choose one.", ctx)
    if met is None and (is_new or on is not None):
        raise CommandLineError("--new and --on need --met NAMES.", f"Type: {meeting}", ctx)
    if any(chosen) and not words.rest:
        raise CommandLineError("NAME is missing.", f"Type: {preparing}", ctx)
    if done:
        from netsheet.pipeline.event import enter_event_done

        record(ctx, words, enter_event_done, options)
    elif met is not None:
        _record_met(ctx, words, met, is_new=is_new, on=on, options=options)
    else:
        _show(ctx, words, out, options)


def _show(ctx: click.Context, words: Words, out: Path | None, options: RecordingOptions) -> None:
    from netsheet.pipeline.event import prepare_event, write_event_page
    from netsheet.pipeline.opened import open_log
    from netsheet.present.event_text import event_json, event_list_json, show_event, show_event_list

    log, typed = read_words(ctx, words, [], is_written=False)
    with progress(as_json=options["as_json"]) as report_stage:
        opened = open_log(
            log, today=options["today"], sheet_name=options["sheet_name"], report_stage=report_stage
        )
        briefing = prepare_event(opened, " ".join(typed.words)) if typed.words else None
    if briefing is None:
        if options["as_json"]:
            click.echo(event_list_json(opened))
        else:
            show_event_list(opened)
        return
    if out is not None:
        write_event_page(briefing, out)
    if options["as_json"]:
        click.echo(event_json(briefing, workbook=log, out=out))
    elif out is not None:
        say(f"Wrote {quoted_path(out)}.")
    else:
        show_event(briefing, log)


def _record_met(
    ctx: click.Context, words: Words, met: str, *, is_new: bool, on: str | None, options: RecordingOptions
) -> None:
    from netsheet.pipeline.event import Met, meet_at_event
    from netsheet.present.event_text import met_json, show_met

    log, typed = read_words(ctx, words, ["NAME"])
    with progress(as_json=options["as_json"], last="saving") as report_stage:
        written, about = meet_at_event(
            log,
            Met(event=" ".join(typed.words), names=met, is_new=is_new, on=on),
            today=options["today"],
            sheet_name=options["sheet_name"],
            options=write_options(options),
            report_stage=report_stage,
        )
    if options["as_json"]:
        click.echo(met_json(written, about))
    else:
        show_met(written, about)
