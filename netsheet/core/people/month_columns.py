"""Month columns: a wide log with one column for each month.

One responsibility: to unfold them. A mark without a day counts as the first of its month.
"""

from __future__ import annotations

import calendar
import datetime as dt

from netsheet.core.columns import column_values
from netsheet.core.columns.column import ONCE, Column
from netsheet.core.grid import CellValue
from netsheet.core.model import DateOrder, Touch
from netsheet.core.people.touches import Unfolded, ways_of
from netsheet.core.values.cells import clean_text, read_yes_no
from netsheet.core.values.dates import ReadDate, read_date


def unfold_months(found: Unfolded) -> None:
    """Add the touches of every month column."""
    for column in found.table.columns_of("date"):
        if column.month:
            _unfold_month(found, column)


def _unfold_month(found: Unfolded, column: Column) -> None:
    """Add a month column's touches: a date, a day of the month, or a mark that counts as the first of the month."""
    year, month = column.month or (0, 1)
    order = found.order(column)
    for position, value in enumerate(found.table.values(column)):
        if clean_text(value) == "" or read_yes_no(value) is False:
            continue
        on = _day_in_month(value, year, month, order)
        if on is None:
            column_values.report(
                found.table,
                "date-without-year" if not year else "unreadable-date",
                position,
                column,
                seen=clean_text(value),
            )
        elif not found.is_ahead(position, column, ReadDate(on=on)):
            channel, kind, direction = ways_of(found.table, ONCE)[position]
            touch = Touch(on, direction, kind, found.table.place(position, column), channel=channel)
            found.add(position, touch)


def _day_in_month(value: CellValue, year: int, month: int, order: DateOrder) -> dt.date | None:
    read = read_date(value, order=order)
    if isinstance(read, ReadDate):
        return read.on
    if not year:
        return None
    text = clean_text(value)
    if text.isdecimal():
        day = int(text) if len(text) <= 2 else 0
        return dt.date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None
    return dt.date(year, month, 1)
