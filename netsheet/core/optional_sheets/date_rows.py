"""The optional sheet Dates: days that matter to somebody, such as an anniversary or the first day in a new job."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from netsheet.core.findings import build_finding
from netsheet.core.model import Finding, Place
from netsheet.core.named_table import NamedRow
from netsheet.core.optional_sheets.named_people import NamedPerson
from netsheet.core.optional_sheets.sheet_rows import RowReader, unknown_people
from netsheet.core.settings.value_types import read_whole_number
from netsheet.core.text import fold
from netsheet.core.values.dates import NotRead, ReadDate

MOST_LEAD_DAYS: Final = 90
_YEARLY: Final = (
    "birthday", "anniversary", "name day", "yearly", "every year", "each year", "annual", "christmas", "new year", "geburtstag",
    "jahrestag", "jubilaum", "namenstag", "jahrlich", "hochzeitstag", "jedes jahr", "anniversaire", "chaque an", "annuel",
    "cumpleanos", "aniversario", "cada ano", "anual", "compleanno", "anniversario", "ogni anno", "annuale", "onomastico",
    "todo ano", "todos os anos", "verjaardag", "jubileum", "elk jaar", "jaarlijks", "urodziny", "rocznica", "imieniny", "co rok",
)  # fmt: skip
"""Words for what comes back each year, although the cell holds a year: a spreadsheet adds one to "12 May" by itself."""
_BIRTHDAYS: Final = frozenset({
    "birthday", "bday", "birth day", "geburtstag", "anniversaire", "cumpleanos", "compleanno", "verjaardag", "urodziny",
})  # fmt: skip
_ONCE: Final = ("once", "einmal", "une fois", "una vez", "una volta", "uma vez", "eenmalig", "raz")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyDate:
    """A day that matters to somebody.

    Attributes:
        who: whose, in the log or not.
        what: what is on that day.
        on: the day; of one without a year the day in a leap year.
        is_yearly: whether it comes back each year.
        lead_days: how many days ahead it is announced; None where the tie decides.
        cells: where each column of the sheet is in its row, by the column's name; one may be missing.
    """

    who: NamedPerson
    what: str
    on: dt.date
    is_yearly: bool
    lead_days: int | None = None
    place_of_row: Place
    cells: Mapping[str, Place] = field(default_factory=dict)


def read_key_date(row: NamedRow, reader: RowReader) -> Iterator[KeyDate | Finding]:
    """Give the days of a row, one for each person it names, and what of it cannot be read."""
    people = reader.people(row, "Who")
    if not people or not row.text("Day"):
        return
    yield from unknown_people(row, "Who", people)
    read = reader.day(row, "Day")
    on = _on(read)
    if on is None:
        facts = {"heading": "Day", "seen": row.text("Day"), "expected": "a day such as 2026-05-12 or 12 May"}
        yield build_finding("unreadable-date-row", row.place("Day"), **facts)
        return
    lead_days = read_whole_number(row.value("Lead days")) if row.text("Lead days") else None
    if row.text("Lead days") and (lead_days is None or lead_days > MOST_LEAD_DAYS):
        expected = f"a whole number from 0 to {MOST_LEAD_DAYS}"
        facts = {"heading": "Lead days", "seen": row.text("Lead days"), "expected": expected}
        yield build_finding("unreadable-date-row", row.place("Lead days"), **facts)
        lead_days = None
    what, has_year = row.text("What"), isinstance(read, ReadDate)
    for named in people:
        yield KeyDate(
            who=named,
            what=what,
            on=on,
            is_yearly=_is_yearly(what, has_year=has_year),
            lead_days=lead_days,
            place_of_row=row.place("Who"),
            cells=reader.cells(row),
        )


def _on(read: ReadDate | NotRead | None) -> dt.date | None:
    if isinstance(read, ReadDate):
        return read.on
    if isinstance(read, NotRead) and read.month_day is not None:
        return dt.date(2000, *read.month_day)
    return None


def is_birthday(what: str) -> bool:
    """Whether a row is about the birthday itself."""
    return any(word in _BIRTHDAYS for word in (fold(what), *fold(what).split()))


def _is_yearly(what: str, *, has_year: bool) -> bool:
    words = f" {fold(what)} "
    if any(f" {word} " in words for word in _ONCE):
        return False
    return not has_year or any(word in words for word in _YEARLY)
