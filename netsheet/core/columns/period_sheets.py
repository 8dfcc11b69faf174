"""Sheets named by months, quarters or years ("Sep", "Log 2025"): with the same headings they are one log."""

from __future__ import annotations

import datetime as dt
import re

from netsheet.core.columns.table import Table
from netsheet.core.grid import CellValue
from netsheet.core.month_names import MONTH_BY_WORD
from netsheet.core.text import fold
from netsheet.core.values.dates import ReadDate, read_date

_PIECES = re.compile(r"[^\W\d_]+|\d+")
_QUARTER = re.compile(r"\b[qt][1-4]\b")
_DAYS = frozenset({"date", "first_contact", "last_contact", "response_date"})
_LOOKED_AT = 100


def name_without_period(name: str) -> tuple[str, ...] | None:
    """Return the words of a sheet's name without its month, quarter or year; None where it has none of them."""
    folded = fold(name)
    pieces = _PIECES.findall(_QUARTER.sub(" ", folded))
    has_month = any(piece in MONTH_BY_WORD for piece in pieces)
    rest = tuple(
        piece
        for piece in pieces
        if piece not in MONTH_BY_WORD
        and not (piece.isdecimal() and (_is_year(piece) or (has_month and len(piece) <= 2)))
    )
    is_period = len(rest) < len(pieces) or _QUARTER.search(folded) is not None
    return rest if is_period else None


def _is_year(piece: str) -> bool:
    return len(piece) == 4 and piece.startswith("20")


def newest_day(table: Table) -> dt.date:
    """Return the newest day of a contact among the first and the last rows of a sheet; the first of all days without one."""
    days = (
        day
        for column in table.columns
        if column.field in _DAYS
        for value in _ends(table.values(column))
        if (day := _day_of(value))
    )
    return max(days, default=dt.date.min)


def _ends(values: list[CellValue]) -> list[CellValue]:
    return [*values[:_LOOKED_AT], *values[_LOOKED_AT:][-_LOOKED_AT:]]


def _day_of(value: CellValue) -> dt.date | None:
    if value == "":
        return None
    day = read_date(value, order="dmy")
    return day.on if isinstance(day, ReadDate) else None
