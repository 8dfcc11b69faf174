"""Rows that were typed directly below an Excel table. LibreOffice does not take them into the table, Excel mostly does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from netsheet.core.column_places import OWNED_COLUMNS, find_headings, holds_log
from netsheet.core.findings import build_finding
from netsheet.core.grid import Sheet, TableArea, cell_address
from netsheet.core.model import Finding, Place, SheetReading

STARTER_TABLE: Final = "Log"
"""The name of the table in the workbook that ``netsheet init`` makes."""


def find_last_row(sheet: Sheet, reading: SheetReading) -> int | None:
    """Return down to which row the starter's own table is to reach; None where it reaches there, or is not the starter's.

    It is the starter's when it has its name and all columns of ours.
    """
    table = _table(sheet, reading)
    if table is None or table.name != STARTER_TABLE or table.has_totals or not table.growable:
        return None
    area = table.area
    at = find_headings(sheet, reading.header_row)
    columns = [at.get(owned.heading.casefold(), 0) for owned in OWNED_COLUMNS]
    if not all(area.first_column <= column <= area.last_column for column in columns):
        return None
    last = _last_row_below(table, reading.record_rows)
    return last if last > area.last_row else None


def find_rows_below_table(sheet: Sheet, reading: SheetReading) -> Iterator[Finding]:
    """Say that records are below any other table: its filter, its formulas and its formats end before them."""
    found = _table(sheet, reading)
    if found is None or found.has_totals or find_last_row(sheet, reading) is not None:
        return
    area = found.area
    last = _last_row_below(found, reading.record_rows)
    if last > area.last_row:
        yield build_finding(
            "rows-below-table",
            Place(sheet=sheet.name, row=area.last_row + 1, column=area.first_column),
            seen=found.name,
            rows=f"row {last}" if last == area.last_row + 1 else f"rows {area.last_row + 1} to {last}",
            corner=cell_address(area.last_row, area.last_column),
        )


def _table(sheet: Sheet, reading: SheetReading) -> TableArea | None:
    return next((table for table in sheet.tables if holds_log(table, reading)), None)


def _last_row_below(table: TableArea, record_rows: tuple[int, ...]) -> int:
    """Return the last of the records that follow a table without a gap; the table's last row when none does."""
    last = table.area.last_row
    for row in record_rows:
        if row == last + 1:
            last = row
    return last
