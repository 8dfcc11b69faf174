"""``netsheet done``: the next step with somebody is done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from netsheet.cli.recording_options import (
    RecordingOptions,
    Words,
    channel_option,
    note_option,
    on_option,
    record,
    recording_options,
    words_argument,
)

if TYPE_CHECKING:
    from typing import Unpack

    from netsheet.core.model import Channel


@click.command()
@words_argument("[LOG] WHO...")
@on_option
@channel_option
@note_option
@click.option("--goal", metavar="NAME", help="Count one more for a goal that you keep by hand. Needs no WHO.")
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
    **options: Unpack[RecordingOptions],
) -> None:
    """Say that the next step with somebody is done: the step that `netsheet due` shows for them.

    WHO is any clear part of a name, an e-mail address or a company. When nothing is due, nothing is written.

    \b
    Example:  netsheet done log.xlsx Hannah
              netsheet done log.xlsx "Leila Haddad" --on yesterday --channel phone
              netsheet done log.xlsx --goal "read a book"
    """
    from netsheet.pipeline.entries import OptionTexts, enter_done, enter_goal

    if goal is not None:
        if words.rest or channel or note:
            raise click.UsageError("--goal goes with --on alone.")
        record(ctx, words, partial(enter_goal, goal=goal, on=on), options)
    else:
        texts = OptionTexts(on=on, channel=channel, note=note)
        record(ctx, words, partial(enter_done, texts=texts), options, needed=["WHO"])
