"""``netsheet forget``: delete what the history says about somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from netsheet.cli.progress import progress
from netsheet.cli.recording_options import (
    RecordingOptions,
    Words,
    read_words,
    recording_options,
    refreshing,
    words_argument,
)
from netsheet.cli.sentences import say
from netsheet.cli.usage_errors import ask

if TYPE_CHECKING:
    from typing import Unpack


@click.command()
@words_argument("[LOG] WHO")
@click.option("--yes", is_flag=True, help="Do not ask first.")
@recording_options
@click.pass_context
def forget(ctx: click.Context, *, words: Words, yes: bool, **options: Unpack[RecordingOptions]) -> None:
    """Delete all lines of the history about somebody. It asks first.

    Your own rows about them stay, and so do the backup copies of the file. This is the only command that deletes lines.

    \b
    Example:  netsheet forget log.xlsx Hannah
    """
    from netsheet.pipeline.forget import find_history_of, forget_lines
    from netsheet.pipeline.opened import open_log
    from netsheet.present.forget_text import forgotten_json, question, show_forgotten

    log, typed = read_words(ctx, words, ["WHO"])
    today, as_json = options["today"], options["as_json"]
    with progress(as_json=as_json) as report_stage:
        opened = open_log(log, today=today, sheet_name=options["sheet_name"], report_stage=report_stage)
        found = find_history_of(opened, typed)
    if found.lines and not (yes or options["dry_run"]):
        if as_json:
            raise click.UsageError("With --json, forget cannot ask first: add --yes.")
        nothing = "Nothing was deleted."
        if not ask(
            question(found, today), nothing=nothing, hint="To delete without the question, add --yes."
        ):
            say(nothing)
            return
    with progress(as_json=as_json, last="saving") as report_stage:
        forgotten = forget_lines(refreshing(log, options, report_stage), found)
    if as_json:
        click.echo(forgotten_json(log, forgotten))
    else:
        show_forgotten(log, forgotten)
