"""``netsheet log``: something happened between the user and somebody."""

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
@words_argument("[LOG] WHO WHAT")
@on_option
@channel_option
@click.option("--subject", default="", metavar="TEXT", help="The subject line of the message.")
@click.option("--template", default="", metavar="NAME", help="Your name for this kind of message.")
@note_option
@click.option(
    "--next", "next_text", metavar="WHEN", help='Come back to it then: tomorrow, "2 weeks", "3 Dec".'
)
@click.option("--promise", metavar="TEXT", help="What you promised to do.")
@click.option("--to", metavar="NAME", help="With introduced: to whom.")
@click.option("--by", metavar="DAY", help="With --promise: the day you promised it for.")
@recording_options
@click.pass_context
def log(
    ctx: click.Context,
    *,
    words: Words,
    on: str | None,
    channel: Channel | None,
    subject: str,
    template: str,
    note: str,
    next_text: str | None,
    promise: str | None,
    by: str | None,
    to: str | None,
    **options: Unpack[RecordingOptions],
) -> None:
    """Record something that happened: a message, a reply, a talk.

    WHO is any clear part of a name, an e-mail address or a company. WHAT is one of these words:

    \b
    wrote       you wrote to them          replied     they wrote to you
    talked      you talked                 met         you met
    event       you met at an event        thanked     you said thank you
    gave        you helped them            asked       you asked for something
    social      you reacted to a post      news        there is news about them
    introduced  you introduced them to somebody: add --to NAME
    called-off  a meeting is called off

    \b
    Example:  netsheet log log.xlsx Hannah replied
              netsheet log log.xlsx Hannah talked --promise "send a CV" --by Fri
    """
    from netsheet.pipeline.entries import OptionTexts
    from netsheet.pipeline.introduced import enter_logged

    if by is not None and promise is None:
        raise click.UsageError("--by needs --promise TEXT.")
    texts = OptionTexts(on=on, channel=channel, note=note, subject=subject, template=template)
    enter = partial(enter_logged, texts=texts, next_text=next_text, promise=promise, by=by, to=to)
    record(ctx, words, enter, options, needed=["WHO", "WHAT"])
