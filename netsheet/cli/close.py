"""``netsheet close``: nothing more is asked for with somebody."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from netsheet.cli.options import Count
from netsheet.cli.recording_options import (
    RecordingOptions,
    Words,
    note_option,
    record,
    recording_options,
    words_argument,
)

if TYPE_CHECKING:
    from typing import Unpack


@click.command()
@words_argument("[LOG] WHO")
@click.option(
    "--row",
    type=Count(),
    metavar="N",
    help="A row of the sheet: close only the application that it is about.",
)
@note_option
@recording_options
@click.pass_context
def close(
    ctx: click.Context,
    *,
    words: Words,
    row: int | None,
    note: str,
    **options: Unpack[RecordingOptions],
) -> None:
    """Close somebody: netsheet asks for nothing more. A new reply of theirs, or `netsheet reopen`, opens them again.

    With --row only the application of that row is closed, where the log names the job. Promises that are still open are named.

    \b
    Example:  netsheet close log.xlsx Hannah --note "they hired someone else"
    """
    from netsheet.pipeline.entries import enter_close

    record(ctx, words, partial(enter_close, row=row, note=note), options, needed=["WHO"])
