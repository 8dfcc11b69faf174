"""``netsheet done``: the next step with somebody is done."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from netsheet.cli.progress import progress
from netsheet.cli.recording_options import (
    RecordingOptions,
    Words,
    channel_option,
    note_option,
    on_option,
    read_words,
    record,
    recording_options,
    words_argument,
)
from netsheet.cli.sentences import say
from netsheet.cli.usage_errors import StoppedError, ask

if TYPE_CHECKING:
    from typing import Unpack

    from netsheet.core.model import Channel
    from netsheet.pipeline.entries import OptionTexts


@click.command()
@words_argument("[LOG] WHO...")
@on_option
@channel_option
@note_option
@click.option("--goal", metavar="NAME", help="Count one more for a goal that you keep by hand. Needs no WHO.")
@click.option(
    "--drafts",
    "drafts_dir",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Record which drafts in this folder you sent: netsheet asks about each. With WHO: all drafts to WHO.",
)
@recording_options
@click.pass_context
def done(
    ctx: click.Context,
    *,
    words: Words,
    on: str | None,
    channel: Channel | None,
    note: str,
    goal: str | None,
    drafts_dir: Path | None,
    **options: Unpack[RecordingOptions],
) -> None:
    """Say that the next step with somebody is done: the step that `netsheet due` shows for them.

    WHO is any clear part of a name, an e-mail address or a company. When nothing is due, a message from you
    is recorded, as with done in the sheet; it starts no reminder.

    \b
    Example:  netsheet done log.xlsx Hannah
              netsheet done log.xlsx "Leila Haddad" --on yesterday --channel phone
              netsheet done log.xlsx --goal "read a book"
              netsheet done log.xlsx --drafts drafts
    """
    from netsheet.pipeline.entries import OptionTexts, enter_done, enter_goal

    texts = OptionTexts(on=on, channel=channel, note=note)
    if goal is not None:
        if words.rest or channel or note or drafts_dir:
            raise click.UsageError("With --goal you can give only --on.")
        record(ctx, words, partial(enter_goal, goal=goal, on=on), options)
    elif drafts_dir is not None:
        _record_sent(ctx, words, drafts_dir, texts, options)
    else:
        record(ctx, words, partial(enter_done, texts=texts), options, needed=["WHO"])


def _record_sent(
    ctx: click.Context, words: Words, folder: Path, texts: OptionTexts, options: RecordingOptions
) -> None:
    """Record the drafts that were sent; without WHO, ask about each one."""
    from netsheet.pipeline.sent_drafts import enter_sent_drafts

    sent: frozenset[str] = frozenset()
    stopped: StoppedError | None = None
    if not words.rest:
        if options["as_json"]:
            raise click.UsageError("With --json, done cannot ask: name the people whose drafts you sent.")
        log, _ = read_words(ctx, words, ())
        words = words._replace(log=log)
        sent, stopped = _ask(log, folder, options)
        if not (sent or stopped):
            say("Nothing was recorded.")
            return
    if sent or words.rest:
        record(ctx, words, partial(enter_sent_drafts, folder=folder, sent=sent, texts=texts), options)
    if stopped is not None:
        raise stopped


def _ask(log: Path, folder: Path, options: RecordingOptions) -> tuple[frozenset[str], StoppedError | None]:
    """Ask about each draft of the newest day that is not recorded yet.

    Returns:
        The names of those that were sent, and what to say at the end where the user stopped before the last question.
    """
    from netsheet.pipeline.opened import open_log
    from netsheet.pipeline.sent_drafts import find_drafts
    from netsheet.present.sent_text import question, show_found

    with progress(as_json=False) as report_stage:
        opened = open_log(
            log, today=options["today"], sheet_name=options["sheet_name"], report_stage=report_stage
        )
        found = find_drafts(opened, folder)
    show_found(found, today=opened.today)
    hint = "The same command asks about the rest. Or type the people's names behind done."
    sent: list[str] = []
    for each in found.to_ask:
        is_kept = sent and not options["dry_run"]
        kept = "What you answered with y before it is recorded." if is_kept else "Nothing was recorded."
        try:
            if ask(question(each), nothing=kept, hint=hint):
                sent.append(each.draft.name)
        except StoppedError as stopped:
            return frozenset(sent), stopped
    return frozenset(sent), None
