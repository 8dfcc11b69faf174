"""``netsheet check`` for a person: the mapping, the rows, then the findings grouped by kind."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from netsheet.present.terminal import console, counted, plain_table

if TYPE_CHECKING:
    from netsheet.core.model import Finding, SheetReading
    from netsheet.pipeline.opened import OpenedLog

SEVERITIES = ("error", "warning", "note")
SEVERITY_STYLES = {"error": "bold red", "warning": "yellow", "note": "cyan"}
MOST_OF_A_KIND = 20


def show_check(opened: OpenedLog) -> None:
    """Print what was understood, and what was not."""
    out = console()
    _show_reading(opened.log.reading)
    if opened.log.people_reading is not None:
        _show_reading(opened.log.people_reading)
    ordered = sorted(opened.findings, key=lambda finding: (SEVERITIES.index(finding.severity), finding.code))
    for (severity, code), group in groupby(ordered, key=lambda finding: (finding.severity, finding.code)):
        _show_kind(severity, code, list(group))
    errors = sum(finding.severity == "error" for finding in opened.findings)
    if not opened.findings:
        out.print("Every cell that netsheet needs was understood.")
    elif not errors:
        out.print("No errors.")
    else:
        out.print(f"{counted(errors, 'error')}. Mend the cells named above, save, and check again.")


def _show_reading(reading: SheetReading) -> None:
    out = console()
    out.print(Text(f'Sheet "{reading.sheet}"', style="bold"), end="")
    out.print(f", headings in row {reading.header_row}, {counted(len(reading.record_rows), 'record')}")
    for reason, count in reading.skipped_rows.items():
        out.print(f"  {counted(count, 'row')} skipped: {reason}")
    table = plain_table("Column", "Heading", "Understood as", "")
    for match in reading.headings:
        field = match.field or "not used"
        number = f" {match.repeated}" if match.repeated else ""
        heading = " ".join(match.heading.split())
        style = "" if match.field else "dim"
        table.add_row(
            match.place.address.rstrip("0123456789"), heading, Text(field + number, style=style), match.reason
        )
    out.print(table)


def _show_kind(severity: str, code: str, findings: list[Finding]) -> None:
    out = console()
    out.print(Text(f"{severity}: {code}", style=SEVERITY_STYLES[severity]), end="")
    out.print(f" ({len(findings)})")
    for finding in findings[:MOST_OF_A_KIND]:
        where = "" if finding.place is None else f"{finding.place.sheet}!{finding.place.address}: "
        out.print(f"  {where}{finding.message}")
    if len(findings) > MOST_OF_A_KIND:
        out.print(f"  ... and {len(findings) - MOST_OF_A_KIND} more")
    hints = dict.fromkeys(finding.hint for finding in findings[:MOST_OF_A_KIND])
    for hint in list(hints)[:3]:
        out.print(f"  -> {hint}", style="dim")
    out.print()
