"""Month columns: a wide log with one column for each month. A mark without a day counts as the first of its month."""

from __future__ import annotations

import calendar
import datetime as dt

from netsheet.core.columns.column import ONCE, Column
from netsheet.core.columns.column_values import finding_at
from netsheet.core.grid import CellValue
from netsheet.core.model import DateOrder, Touch
from netsheet.core.people.unfolded import Basis, Unfolded
from netsheet.core.values.cells import clean_text, read_yes_no
from netsheet.core.values.dates import ReadDate, read_date


def unfold_months(basis: Basis, so_far: Unfolded) -> Unfolded:
    """Add the touches of every month column."""
    for column in basis.table.columns_of("date"):
        if column.month:
            so_far = _plus_month(basis, so_far, column, *column.month)
    return so_far


def _plus_month(basis: Basis, so_far: Unfolded, column: Column, year: int, month: int) -> Unfolded:
    """Add a month column's touches: a date, a day of the month, or a mark that counts as the first of the month."""
    findings = []
    touches: dict[int, Touch] = {}
    for position, value in enumerate(basis.table.values(column)):
        if clean_text(value) == "" or read_yes_no(value) is False:
            continue
        on = _day_in_month(value, year, month, basis.orders[column.index])
        if on is None:
            code = "unreadable-date" if year else "date-without-year"
            findings.append(finding_at(basis.table, code, position, column, seen=clean_text(value)))
        elif on > basis.today:
            findings.append(basis.in_future(position, column, on))
        else:
            channel, kind, direction = basis.methods[ONCE][position]
            place = basis.table.place(position, column)
            touches[position] = Touch(on=on, direction=direction, kind=kind, channel=channel, place=place)
    return so_far.plus(touches=touches, findings=findings)


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
