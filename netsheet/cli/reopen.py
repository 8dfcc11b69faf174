"""``netsheet reopen``: go on with somebody who was closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from netsheet.cli.recording_options import RecordingOptions, Words, record, recording_options, words_argument

if TYPE_CHECKING:
    from typing import Unpack


@click.command()
@words_argument("[LOG] WHO")
@recording_options
@click.pass_context
def reopen(ctx: click.Context, *, words: Words, **options: Unpack[RecordingOptions]) -> None:
    """Go on with somebody who was closed.

    \b
    Example:  netsheet reopen log.xlsx Hannah
    """
    from netsheet.pipeline.entries import enter_reopen

    record(ctx, words, enter_reopen, options, needed=["WHO"])
