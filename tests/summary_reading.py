"""Reads a summary sheet back in tests: its rows, and its blocks by their titles."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING, Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from netsheet.render.summary import SUMMARY_SHEET

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook


def open_summary(data: bytes) -> Worksheet:
    """Open the summary sheet."""
    sheet = open_book(data)[SUMMARY_SHEET]
    assert isinstance(sheet, Worksheet)
    return sheet


def open_book(data: bytes) -> Workbook:
    """Open a whole workbook, without openpyxl's warnings of what it would lose when saving."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return openpyxl.load_workbook(io.BytesIO(data))


def rows_of(sheet: Worksheet) -> list[list[Any]]:
    """Return every row's values; None where a cell is empty."""
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def block(sheet: Worksheet, title: str) -> list[list[Any]]:
    """Return the rows of the block whose title begins so, without it, up to the next empty row."""
    rows = rows_of(sheet)
    first = next(
        (number for number, row in enumerate(rows, start=1) if str(row[0] or "").startswith(title)), None
    )
    if first is None:
        return []
    found = []
    for row in rows[first:]:
        if all(value is None for value in row):
            break
        found.append(row)
    return found


def table(sheet: Worksheet, title: str, heading: str) -> list[dict[str, Any]]:
    """Return a block's table, the rows under its heading row as dictionaries."""
    rows = block(sheet, title)
    start = next((number for number, row in enumerate(rows) if row[0] == heading), None)
    if start is None:
        return []
    return [dict(zip(rows[start], row, strict=True)) for row in rows[start + 1 :]]
