"""The proof before a save: the new file is read back and compared with the original, cell by cell, part by part.

What cannot be proven is not saved.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import chain, repeat, zip_longest
from typing import TYPE_CHECKING

from netsheet.core.grid import CellValue, cell_address
from netsheet.core.plan import CellEdit, OwnedSheet, SheetPlan, WorkbookPlan
from netsheet.errors import NetsheetError, RefusedError
from netsheet.workbook.apply import Applied
from netsheet.workbook.book import Book
from netsheet.workbook.calamine_values import iterate_rows, parse_sheets, read_values
from netsheet.workbook.cell_xml import read_back
from netsheet.workbook.excel_tables import grown_area, table_columns
from netsheet.workbook.owned import carries_mark
from netsheet.workbook.refusals import unprovable
from netsheet.workbook.sheet_facts import MOST_CELLS, read_tables
from netsheet.workbook.structure import SheetEntry
from netsheet.workbook.verify_parts import verify_parts
from netsheet.workbook.verify_sheet import check_sheet

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

LARGE_SHEET = 128 * 1024**2  # bytes; about 250,000 rows

Rows = Sequence[Sequence[CellValue]]


def verify(book: Book, applied: Applied, plan: WorkbookPlan, rows: Mapping[str, Rows]) -> None:
    """Prove that a new file differs from the original in nothing but what was planned.

    Args:
        book: the original.
        applied: the new file; its lists of splices are emptied, to save memory.
        plan: what was meant to change.
        rows: the original's values by sheet name, as they were read at first.

    Raises:
        RefusedError: at the first difference that was not planned, or planned cell that does not read back.
    """
    try:
        _verify(book, Book(applied.data), applied, plan, rows)
    except RefusedError:
        raise
    except NetsheetError as error:
        raise unprovable(f"the new file could not be read back ({error.message})") from error


def _verify(book: Book, after: Book, applied: Applied, plan: WorkbookPlan, rows: Mapping[str, Rows]) -> None:
    planned = [(book.entry(sheet.sheet), sheet) for sheet in plan.sheets if any(sheet.rows.values())]
    for entry, sheet in planned:
        _check_extent(rows[entry.name], sheet)
        _check_new_columns(rows[entry.name], sheet)
    names = [entry.name for entry, _ in planned] + [after.entry(owned.name).name for owned in plan.owned]
    is_large = any(len(book.scan(entry).data) > LARGE_SHEET for entry, _ in planned)
    with ThreadPoolExecutor(max_workers=1) as helper:
        looking = helper.submit(_verify_bytes, book, after, applied, plan)
        if is_large:
            looking.result()  # the bytes of a large sheet and its parsed cells need not be held at once
        parsed = parse_sheets(after, names)  # calamine parses without Python's lock
        looking.result()
    for entry, sheet in planned:
        _check_values(rows[entry.name], parsed[entry.name], sheet)
    for owned in plan.owned:
        if not carries_mark(after, after.entry(owned.name), owned.mark):
            raise unprovable(f'the sheet "{owned.name}" does not read back')
        if owned.replace or book.structure.sheet(owned.name) is None:
            _check_owned(owned, list(iterate_rows(parsed[after.entry(owned.name).name])))


def _verify_bytes(book: Book, after: Book, applied: Applied, plan: WorkbookPlan) -> None:
    """Prove all that can be seen in the bytes."""
    verify_parts(book, after, applied, plan)
    for sheet in plan.sheets:
        if any(sheet.rows.values()):
            entry = book.entry(sheet.sheet)
            splices = applied.splices.get(entry.part, [])
            with after.package.opened(after.entry(entry.name).part) as part:
                check_sheet(book.scan(entry), part, splices, sheet)
            splices.clear()  # those of a large sheet take much memory, and are not needed any more
            _check_tables(book, after, entry, sheet)
    book.forget()


def _check_owned(owned: OwnedSheet, now: Rows) -> None:
    """One of netsheet's sheets has the values of the scratch workbook that it came from."""
    scratch = Book(owned.content)
    name = scratch.worksheets[0].name
    meant = read_values(scratch, [name])[name]
    if len(meant) != len(now) or not all(_is_equal(*pair) for pair in zip(meant, now, strict=True)):
        raise unprovable(f'the sheet "{owned.name}" does not read back')


def _check_extent(rows: Rows, plan: SheetPlan) -> None:
    """Reading back must not exhaust the memory: readers lay a sheet out from its first cell to its last."""
    bottom = max(len(rows), *(number for number, edits in plan.rows.items() if edits))
    right = max(edits[-1].column for edits in plan.different_edits() if edits)
    if bottom * max(right, len(rows[0]) if rows else 0) > MOST_CELLS:
        raise unprovable(f'the sheet "{plan.sheet}" would reach too far to be read back')


def _check_new_columns(rows: Rows, plan: SheetPlan) -> None:
    """A new column's cells are empty so far: anything in them would be lost."""
    new = [column.column for column in plan.new_columns]
    if not new or max(map(len, rows), default=0) < min(new):
        return
    for number, edits in plan.rows.items():
        row = rows[number - 1] if number <= len(rows) else ()
        for edit in edits:
            if edit.column in new and edit.column <= len(row) and row[edit.column - 1] != "":
                place = cell_address(number, edit.column)
                raise unprovable(f'the cell {place} of the sheet "{plan.sheet}" holds something already')


def _check_tables(book: Book, after: Book, entry: SheetEntry, plan: SheetPlan) -> None:
    """A planned table grew, the others did not."""
    old, old_parts = read_tables(book.package, entry.part)
    new, new_parts = read_tables(after.package, after.entry(entry.name).part)
    if len(old) != len(new):
        raise unprovable(f'the tables of the sheet "{entry.name}" changed')
    for before, now in zip(old, new, strict=True):
        columns = plan.new_columns if before.name == plan.table else ()
        if now != replace(before, area=grown_area(before.area, columns)):
            raise unprovable(f"the table {before.name} does not read back")
        if columns:
            names = table_columns(book.package.read(old_parts[before.name]))
            grown = table_columns(after.package.read(new_parts[now.name]))
            if grown != [*names, *(column.heading for column in columns)]:
                raise unprovable(f"the columns of the table {before.name} do not read back")


def _check_values(old: Rows, parsed: CalamineSheet, plan: SheetPlan) -> None:
    """Every cell reads back: planned ones as planned, all others as they were. Row by row, since sheets may be large."""
    empty: list[CellValue] = []
    planned = max(plan.rows, default=0) - len(old)
    meant = chain(old, repeat(empty, max(planned, 0)))
    for number, (before, now) in enumerate(
        zip_longest(meant, iterate_rows(parsed), fillvalue=empty), start=1
    ):
        edits = plan.rows.get(number)
        expected = _edited(before, edits) if edits else before
        if expected == now or [*expected, *[""] * (len(now) - len(expected))] == now:
            continue
        if edits:
            expected = _edited(before, [edit._replace(after=read_back(edit.after)) for edit in edits])
        if not _is_equal(expected, now):
            raise unprovable(
                f'{_first_difference(expected, now, number)} of the sheet "{plan.sheet}" does not read back'
            )
        if any(value != "" for value in now[len(expected) :]):
            raise unprovable(f'the row {number} of the sheet "{plan.sheet}" grew')


def _edited(row: Sequence[CellValue], edits: Sequence[CellEdit]) -> list[CellValue]:
    cells = [*row, *[""] * (edits[-1].column - len(row))]
    for column, _, after, _ in edits:
        cells[column - 1] = after
    return cells


def _is_equal(before: Sequence[CellValue], now: Sequence[CellValue]) -> bool:
    """Compare with rows padded by empty cells."""
    padded = [*now, *[""] * (len(before) - len(now))]
    return list(before) == padded[: len(before)]


def _first_difference(before: Sequence[CellValue], now: Sequence[CellValue], row: int) -> str:
    for column, value in enumerate(before, start=1):
        if column > len(now) or now[column - 1] != value:
            return f"the cell {cell_address(row, column)}"
    return f"the row {row}"
