"""A person's standing facts: birthday, cadence, closeness, do not contact.

One responsibility: to read the columns that say something lasting about a person.
"""

from __future__ import annotations

from netsheet.core.grid import CellValue
from netsheet.core.model import DateOrder, Relationship
from netsheet.core.reading import readings
from netsheet.core.reading.cells import clean_text
from netsheet.core.reading.column import Column
from netsheet.core.reading.dates import NotRead, ReadDate, read_date
from netsheet.core.reading.phrases import read_interval_days
from netsheet.core.reading.readings import report
from netsheet.core.reading.table import Table
from netsheet.core.reading.vocabulary import read_relationship


def read_birthdays(table: Table, column: Column, order: DateOrder) -> list[tuple[int, int] | None]:
    """Read a column of birthdays as (month, day); the year is not needed."""
    values = table.values(column)
    decided = readings.column_order(table, [column], order)
    read = {value: _birthday(value, decided) for value in set(values)}
    for position, value in enumerate(values):
        fault = read[value]
        if isinstance(fault, NotRead):
            code = (
                "ambiguous-date-order" if fault.fault in {"ambiguous", "without year"} else "unreadable-date"
            )
            report(table, code, position, column, seen=clean_text(value))
    days = {value: None if isinstance(day, NotRead) else day for value, day in read.items()}
    return [days[value] for value in values]


def _birthday(value: CellValue, order: DateOrder) -> tuple[int, int] | NotRead | None:
    if clean_text(value) == "":
        return None
    day = read_date(value, order=order)
    if isinstance(day, ReadDate):
        return day.on.month, day.on.day
    return day.month_day or day if isinstance(day, NotRead) else None


def read_intervals(table: Table, column: Column) -> list[int | None]:
    """Read a column of cadences in calendar days."""
    values = table.values(column)
    read = {value: _interval(value) for value in set(values)}
    for position, value in enumerate(values):
        if read[value] is None and (text := clean_text(value)):
            report(table, "unreadable-interval", position, column, seen=text)
    return [read[value] for value in values]


def _interval(value: CellValue) -> int | None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return int(value) if 1 <= value <= 9999 else None
    return read_interval_days(clean_text(value))


def read_relationships(table: Table, column: Column) -> list[Relationship | None]:
    """Read a column that says how close a tie is; known words that say nothing about it give None."""
    words = readings.read_words(table, column, "relationship", read_relationship)
    return [word[0] if word else None for word in words]
