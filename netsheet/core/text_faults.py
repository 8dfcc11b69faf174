"""What is wrong with a text file as a whole: quotation marks that are never closed, letters that could be others."""

from __future__ import annotations

from collections.abc import Iterator

from netsheet.core.findings import build_finding
from netsheet.core.grid import Snapshot
from netsheet.core.model import Finding, Place


def find_text_faults(snapshot: Snapshot) -> Iterator[Finding]:
    """Name the lines whose quotation marks are not closed, and the encoding where it had to be guessed."""
    for row, line in snapshot.unclosed_quotes.items():
        place = Place(sheet=snapshot.sheets[0].name, row=row, column=1)
        yield build_finding("unclosed-quote", place, line=str(line))
    if snapshot.encoding_in_doubt:
        yield build_finding("encoding-guessed", None, seen=snapshot.encoding_in_doubt)
