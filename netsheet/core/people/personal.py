"""A person's standing facts: birthday, cadence, closeness, do not contact.

One responsibility: to read the columns that say something lasting about a person.
"""

from __future__ import annotations

from netsheet.core.columns import column_values
from netsheet.core.columns.column import Column
from netsheet.core.columns.column_values import report
from netsheet.core.columns.table import Table
from netsheet.core.grid import CellValue
from netsheet.core.model import DateOrder, Relationship
from netsheet.core.values.cells import clean_text
from netsheet.core.values.dates import Fault, NotRead, ReadDate, read_date
from netsheet.core.values.phrases import read_interval_days
from netsheet.core.values.vocabulary import read_relationship


def read_birthdays(table: Table, column: Column, order: DateOrder) -> list[tuple[int, int] | None]:
    """Read a column of birthdays as (month, day); the year is not needed."""
    decided = column_values.column_order(table, [column], order)

    def tell(position: int, value: CellValue, fault: Fault) -> None:
        code = "ambiguous-date-order" if fault in {"ambiguous", "without year"} else "unreadable-date"
        report(table, code, position, column, seen=clean_text(value))

    return column_values.read_each(table.values(column), lambda value: _birthday(value, decided), tell)


def _birthday(value: CellValue, order: DateOrder) -> tuple[int, int] | NotRead | None:
    if clean_text(value) == "":
        return None
    day = read_date(value, order=order)
    if isinstance(day, ReadDate):
        return day.on.month, day.on.day
    return day.month_day or day if isinstance(day, NotRead) else None


def read_intervals(table: Table, column: Column) -> list[int | None]:
    """Read a column of cadences in calendar days."""

    def tell(position: int, value: CellValue, _fault: Fault) -> None:
        report(table, "unreadable-interval", position, column, seen=clean_text(value))

    return column_values.read_each(table.values(column), _interval, tell)


def _interval(value: CellValue) -> int | NotRead | None:
    text = clean_text(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        days = int(value) if 1 <= value <= 9999 else None
    else:
        days = read_interval_days(text)
    return NotRead(fault="unreadable") if days is None and text else days


def read_relationships(table: Table, column: Column) -> list[Relationship | None]:
    """Read a column that says how close a tie is; known words that say nothing about it give None."""
    words = column_values.read_words(table, column, "relationship", read_relationship)
    return [word[0] if word else None for word in words]
