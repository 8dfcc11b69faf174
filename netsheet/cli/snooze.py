"""``netsheet snooze``: put the next step with somebody off."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from netsheet.cli.recording_options import RecordingOptions, Words, record, recording_options, words_argument

if TYPE_CHECKING:
    from typing import Unpack


@click.command()
@words_argument("[LOG] WHO UNTIL")
@click.option("--old", metavar="UNTIL", help="Put off everything that has been due for long. Needs no WHO.")
@recording_options
@click.pass_context
def snooze(ctx: click.Context, *, words: Words, old: str | None, **options: Unpack[RecordingOptions]) -> None:
    """Put the next step with somebody off: UNTIL is tomorrow, Mon, "2 weeks", April or "12 Dec".

    Promises and meetings keep their own day. A new reply of theirs comes up at once.

    \b
    Example:  netsheet snooze log.xlsx Hannah "2 weeks"
              netsheet snooze log.xlsx Hannah April
              netsheet snooze log.xlsx --old "2 weeks"
    """
    from netsheet.pipeline.entries import enter_snooze, enter_snooze_old

    if old is not None:
        record(ctx, words, partial(enter_snooze_old, until=old), options)
    else:
        record(ctx, words, enter_snooze, options, needed=["WHO", "UNTIL"])
