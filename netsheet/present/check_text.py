"""The text output of ``netsheet check``: how columns were read, the rows, and the findings by kind."""

from __future__ import annotations

import textwrap
from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from netsheet.core.finding_kind import SEVERITY_WORDS
from netsheet.core.model import SEVERITIES
from netsheet.present.terminal import (
    TONE_STYLES,
    console,
    counted,
    plain_table,
    show_blind_spots,
    show_conflict_copies,
    show_line,
    show_table,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netsheet.core.model import Finding, SheetReading
    from netsheet.pipeline.opened import OpenedLog

SEVERITY_STYLES = {"error": TONE_STYLES["late"], "warning": TONE_STYLES["due"], "note": TONE_STYLES["soon"]}
MOST_SENTENCES = 8
MOST_ADDRESSES = 5
LONGEST_HEADING = 60


def show_check(opened: OpenedLog, *, is_complete: bool = False) -> None:
    """Print what was understood and what was not. With ``is_complete``, list every cell instead of the first few."""
    out = console()
    for reading in opened.log.readings:
        _show_reading(reading)
    home = opened.log.reading.sheet
    ordered = sorted(opened.findings, key=lambda finding: (SEVERITIES.index(finding.severity), finding.code))
    is_cut = False
    for _, group in groupby(ordered, key=lambda finding: (finding.severity, finding.code)):
        is_cut |= _show_kind(list(group), home, is_complete=is_complete)
    if is_cut:
        out.print("To list every cell, add --all.", style="dim")
    out.print(_closing(opened))
    show_blind_spots(spot.text for spot in opened.blind_spots)
    show_conflict_copies(opened.conflict_copies)


def _closing(opened: OpenedLog) -> str:
    if not opened.findings:
        return "netsheet could read every cell it needs."
    if not opened.cells_to_fix:
        return "No cells to fix."
    return f"{counted(opened.cells_to_fix, 'cell')} to fix. Correct what is listed above, save, and run check again."


def _show_reading(reading: SheetReading) -> None:
    out = console()
    records = counted(len(reading.record_rows), "record")
    out.print(
        Text.assemble(
            (f'Sheet "{reading.sheet}"', "bold"), f", headings in row {reading.header_row}, {records}"
        )
    )
    for reason, count in reading.skipped_rows.items():
        out.print(f"  {counted(count, 'row')} skipped: {reason}")
    table = plain_table("Column", "Heading", "Understood as", "")
    for match in reading.headings:
        field = match.field or "not used"
        number = f" {match.repeated}" if match.repeated else ""
        heading = textwrap.shorten(match.heading, LONGEST_HEADING, placeholder=" ...")
        style = "" if match.field else "dim"
        table.add_row(
            match.place.address.rstrip("0123456789"), heading, Text(field + number, style=style), match.reason
        )
    show_table(table)


def _show_kind(findings: list[Finding], home: str, *, is_complete: bool) -> bool:
    """Show the findings of one kind, each sentence once with its cells. Return whether some were left out."""
    out = console()
    first = findings[0]
    out.print(
        Text(f"{SEVERITY_WORDS[first.severity]}: {first.code}", style=SEVERITY_STYLES[first.severity]), end=""
    )
    out.print(f" ({len(findings):,})")
    addresses: dict[tuple[str, str], list[str]] = {}
    for finding in findings:
        addresses.setdefault((finding.message, finding.hint), []).append(_address(finding, home))
    hints = {hint for _, hint in addresses}
    most = len(addresses) if is_complete else MOST_SENTENCES
    for (message, hint), cells in list(addresses.items())[:most]:
        sentence = message if len(hints) == 1 else f"{message} {hint}"
        show_line(f"{_listed(cells, is_complete=is_complete)}{sentence}")
    left_out = sum(map(len, list(addresses.values())[most:]))
    if left_out:
        show_line(f"... and {left_out:,} more")
    if len(hints) == 1:
        show_line(f"-> {first.hint}", style="dim")
    out.print()
    return bool(left_out) or (
        not is_complete and any(len(cells) > MOST_ADDRESSES for cells in addresses.values())
    )


def _address(finding: Finding, home: str) -> str:
    place = finding.place
    if place is None:
        return ""
    return place.address if place.sheet == home else f"{place.sheet}!{place.address}"


def _listed(cells: Sequence[str], *, is_complete: bool) -> str:
    named = [cell for cell in cells if cell]
    if not named:
        return ""
    shown = named if is_complete or len(named) <= MOST_ADDRESSES else named[: MOST_ADDRESSES - 1]
    more = f" and {len(named) - len(shown):,} more" if len(named) > len(shown) else ""
    return f"{', '.join(shown)}{more}: "
