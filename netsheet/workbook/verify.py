"""The proof before a save: the new file is read back and compared with the original, cell by cell, part by part.

What cannot be proven is not saved.
"""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from netsheet.core.plan import OwnedSheet, SheetPlan, WorkbookPlan
from netsheet.errors import NetsheetError, RefusedError
from netsheet.lossless.applied import Applied
from netsheet.lossless.calamine_rows import iterate_rows
from netsheet.lossless.refusals import unprovable
from netsheet.lossless.value_proof import (
    Rows,
    check_owned_values,
    check_room,
    check_users_cells,
    check_values,
)
from netsheet.workbook.book import Book
from netsheet.workbook.calamine_values import parse_sheets, read_values
from netsheet.workbook.excel_tables import grown_area, table_columns
from netsheet.workbook.owned import carries_mark
from netsheet.workbook.sheet_facts import read_tables
from netsheet.workbook.structure import SheetEntry
from netsheet.workbook.verify_parts import verify_parts
from netsheet.workbook.verify_sheet import check_sheet

LARGE_SHEET = 128 * 1024**2  # bytes; about 250,000 rows


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
        check_room(rows[entry.name], sheet)
        check_users_cells(rows[entry.name], sheet)
    names = [entry.name for entry, _ in planned] + [after.entry(owned.name).name for owned in plan.owned]
    is_large = any(len(book.scan(entry).data) > LARGE_SHEET for entry, _ in planned)
    with ThreadPoolExecutor(max_workers=1) as helper:
        looking = helper.submit(_verify_bytes, book, after, applied, plan)
        if is_large:
            looking.result()  # the bytes of a large sheet and its parsed cells need not be held at once
        parsed = parse_sheets(after, names)  # calamine parses without Python's lock
        looking.result()
    for entry, sheet in planned:
        check_values(rows[entry.name], iterate_rows(parsed[entry.name]), sheet)
    for owned in plan.owned:
        if not carries_mark(after, after.entry(owned.name), owned.mark):
            raise unprovable(f'the sheet "{owned.name}" does not read back')
        if owned.replace or book.structure.sheet(owned.name) is None:
            _check_owned(owned, list(iterate_rows(parsed[after.entry(owned.name).name])))


def _verify_bytes(book: Book, after: Book, applied: Applied, plan: WorkbookPlan) -> None:
    """Prove all that can be seen in the bytes."""
    verify_parts(book, after, applied, plan)
    for sheet in plan.sheets:
        entry = book.entry(sheet.sheet)
        if any(sheet.rows.values()):
            splices = applied.splices.get(entry.part, [])
            with after.package.opened(after.entry(entry.name).part) as part:
                check_sheet(book.scan(entry), part, splices, sheet)
            splices.clear()  # those of a large sheet take much memory, and are not needed any more
        if not sheet.is_empty:
            _check_tables(book, after, entry, sheet)
    book.forget()


def _check_owned(owned: OwnedSheet, now: Rows) -> None:
    """One of netsheet's sheets has the texts, or the values of the scratch workbook, that it was made from."""
    if owned.content:
        scratch = Book(owned.content)
        name = scratch.worksheets[0].name
        meant: Rows = read_values(scratch, [name])[name]
    else:
        meant = owned.rows
    check_owned_values(owned.name, meant, now)


def _check_tables(book: Book, after: Book, entry: SheetEntry, plan: SheetPlan) -> None:
    """A planned table grew, the others did not."""
    old, old_parts = read_tables(book.package, entry.part)
    new, new_parts = read_tables(after.package, after.entry(entry.name).part)
    if len(old) != len(new):
        raise unprovable(f'the tables of the sheet "{entry.name}" changed')
    for before, now in zip(old, new, strict=True):
        columns = plan.new_columns if before.name == plan.table else ()
        area = grown_area(before.area, columns)
        if plan.grows_down_to is not None and before.name == plan.table:
            area = replace(area, last_row=plan.grows_down_to)
        if now != replace(before, area=area):
            raise unprovable(f"the table {before.name} does not read back")
        if columns:
            names = table_columns(book.package.read(old_parts[before.name]))
            grown = table_columns(after.package.read(new_parts[now.name]))
            if grown != [*names, *(column.heading for column in columns)]:
                raise unprovable(f"the columns of the table {before.name} do not read back")
