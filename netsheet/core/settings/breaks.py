"""The user's breaks: spans of days off, read from the optional sheet Breaks.

It turns the rows of the sheet into ``Break`` values. The calendar decides what a break does to a due date.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from netsheet.core.calendar import Break
from netsheet.core.findings import build_finding
from netsheet.core.grid import Sheet
from netsheet.core.model import Finding, Settings
from netsheet.core.named_table import NamedRow, interpret_rows
from netsheet.core.values.dates import ReadDate, read_date

BREAKS_SHEET: Final = "Breaks"
COLUMNS: Final = ("From", "To", "Note")

BREAK_SPELLINGS: Final = {
    "From": frozenset({"from", "start", "starts", "begin", "first day", "start date", "von", "du", "desde"}),
    "To": frozenset({"to", "until", "till", "end", "ends", "last day", "end date", "bis", "au", "hasta"}),
    "Note": frozenset({"note", "notes", "reason", "why", "what", "break", "name"}),
}


def interpret_breaks(
    sheet: Sheet | None, *, settings: Settings
) -> tuple[tuple[Break, ...], tuple[Finding, ...]]:
    """Read the breaks in the order of the sheet; a break without a last day is one day long.

    Days are read by the settings' order of dates. A row that cannot be understood is a finding and is ignored.
    """
    if sheet is None:
        return (), ()
    return interpret_rows(
        sheet,
        BREAK_SPELLINGS,
        lambda row: _read_break(row, settings),
        needed=("From",),
        headings="From and To",
    )


def _read_break(row: NamedRow, settings: Settings) -> Break | Finding | None:
    if not row.text("From") and not row.text("To"):
        return None
    first_on = _read_day(row, "From", settings)
    if isinstance(first_on, Finding):
        return first_on
    last_on = _read_day(row, "To", settings) if row.text("To") else first_on
    if isinstance(last_on, Finding):
        return last_on
    if last_on < first_on:
        days = {"first": first_on.isoformat(), "last": last_on.isoformat()}
        return build_finding("break-ends-before-it-begins", row.place("To"), **days)
    return Break(first_on=first_on, last_on=last_on, note=row.text("Note"))


def _read_day(row: NamedRow, name: str, settings: Settings) -> dt.date | Finding:
    read = read_date(row.value(name), order=settings.date_order)
    if isinstance(read, ReadDate):
        return read.on
    return build_finding("unreadable-break", row.place(name), heading=name, seen=row.text(name))
