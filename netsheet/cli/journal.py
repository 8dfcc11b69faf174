"""``netsheet journal``: a line for the user alone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from netsheet.cli.recording_options import (
    RecordingOptions,
    Words,
    on_option,
    record,
    recording_options,
    words_argument,
)

if TYPE_CHECKING:
    from typing import Unpack


@click.command()
@words_argument("[LOG] TEXT")
@on_option
@recording_options
@click.pass_context
def journal(ctx: click.Context, *, words: Words, on: str | None, **options: Unpack[RecordingOptions]) -> None:
    """Write a line for yourself into the history. Only `netsheet stats --journal` shows it again.

    \b
    Example:  netsheet journal log.xlsx "Three calls today. Tired, but happy."
    """
    from netsheet.pipeline.entries import enter_journal

    record(ctx, words, partial(enter_journal, on=on), options, needed=["TEXT"])
