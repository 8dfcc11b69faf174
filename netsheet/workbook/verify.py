"""The proof before a save: the new file is read back and compared with the original, cell by cell, part by part.

What cannot be proven is refused. Never repairs anything.
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
from netsheet.workbook.cell_xml import read_back
from netsheet.workbook.owned import carries_mark
from netsheet.workbook.read import iterate_rows, parse_sheets, read_values
from netsheet.workbook.refusals import unprovable
from netsheet.workbook.sheet_facts import MOST_CELLS
from netsheet.workbook.sheet_xml import SheetXml, cell_reference
from netsheet.workbook.structure import SheetEntry
from netsheet.workbook.tables import grown_area, table_columns
from netsheet.workbook.verify_parts import verify_parts
from netsheet.workbook.xml_text import Splice, find_tag, with_attribute

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

LARGE_SHEET = 128 * 1024**2

Rows = Sequence[Sequence[CellValue]]


def verify(book: Book, applied: Applied, plan: WorkbookPlan, rows: Mapping[str, Rows]) -> None:
    """Prove that a new file differs from the original in nothing but what was planned.

    Args:
        book: the original.
        applied: the new file.
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
    if any(len(book.scan(entry).data) > LARGE_SHEET for entry, _ in planned):
        _verify_bytes(book, after, applied, plan)
        book.forget()  # the bytes of a large sheet and its parsed cells need not be held at once
        after.forget()
        parsed = parse_sheets(after, names)
    else:
        with ThreadPoolExecutor(max_workers=1) as reader:
            reading = reader.submit(parse_sheets, after, names)  # calamine parses without Python's lock
            _verify_bytes(book, after, applied, plan)
            parsed = reading.result()
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
            _check_splices(book.scan(entry), after.scan(after.entry(entry.name)), splices, sheet)
            _check_facts(book, after, entry, sheet)


def _check_owned(owned: OwnedSheet, now: Rows) -> None:
    """A sheet of ours reads like the scratch workbook that it came from."""
    scratch = Book(owned.content)
    name = scratch.worksheets[0].name
    meant = read_values(scratch, [name])[name]
    if len(meant) != len(now) or not all(_is_equal(*pair) for pair in zip(meant, now, strict=True)):
        raise unprovable(f'the sheet "{owned.name}" does not read back')


def _check_extent(rows: Rows, plan: SheetPlan) -> None:
    """Reading back must not exhaust the memory: readers lay a sheet out from its first cell to its last."""
    bottom = max(len(rows), *(number for number, edits in plan.rows.items() if edits))
    right = max(edits[-1].column for edits in plan.rows.values() if edits)
    if bottom * max(right, len(rows[0]) if rows else 0) > MOST_CELLS:
        raise unprovable(f'the sheet "{plan.sheet}" would reach too far to be read back')


def _check_new_columns(rows: Rows, plan: SheetPlan) -> None:
    """A column that is new holds nothing yet where it is written to: what stood there would be lost."""
    new = [column.column for column in plan.new_columns]
    if not new or max(map(len, rows), default=0) < min(new):
        return
    for number, edits in plan.rows.items():
        row = rows[number - 1] if number <= len(rows) else ()
        for edit in edits:
            if edit.column in new and edit.column <= len(row) and row[edit.column - 1] != "":
                place = cell_address(number, edit.column)
                raise unprovable(f'the cell {place} of the sheet "{plan.sheet}" holds something already')


def _check_splices(old: SheetXml, new: SheetXml, splices: Sequence[Splice], plan: SheetPlan) -> None:
    """The new part is the old one with the splices, and a splice changes only what was planned."""
    if not _is_spliced(old.data, new.data, splices):
        raise unprovable(f'the sheet "{plan.sheet}" changed outside netsheet\'s cells')
    for splice in splices:
        removed = old.data[splice.start : splice.end]
        if removed:
            _check_removed(removed, splice.new, old.prefix, plan)
        elif not _is_insertion(old, splice):
            raise unprovable(f'cells of the sheet "{plan.sheet}" would stand outside its cell area')


def _is_spliced(old: bytes, new: bytes, splices: Sequence[Splice]) -> bool:
    """Whether ``new`` is ``old`` with the splices; compared piece by piece, since both may be large."""
    at = now = 0
    for start, end, piece in splices:
        middle = now + start - at
        if old[at:start] != new[now:middle] or new[middle : middle + len(piece)] != piece:
            return False
        at, now = end, middle + len(piece)
    return old[at:] == new[now:]


def _is_insertion(sheet: SheetXml, splice: Splice) -> bool:
    """Whether what is inserted belongs where it is put: rows and cells in the cell area, widths before it."""
    if splice.new.startswith((b"<" + sheet.prefix + b"row ", b"<" + sheet.prefix + b"c ")):
        return (
            sheet.sheet_data.end <= splice.start <= sheet.sheet_data_close and not sheet.sheet_data.is_empty
        )
    return splice.new.startswith(b"<" + sheet.prefix + b"col") and splice.start <= sheet.sheet_data.start


def _check_removed(removed: bytes, new: bytes, prefix: bytes, plan: SheetPlan) -> None:
    """Only a planned cell may be replaced, or the tag of a row or of the declared size, which keep all else."""
    tag = find_tag(removed, prefix + b"c")
    if tag is not None and tag.start == 0:
        given = tag.attribute(b"r")
        row, column = cell_reference(given) if given is not None else (0, 0)
        # A cell without a reference: the values that are read back prove it.
        if given is None or any(edit.column == column for edit in plan.rows.get(row, ())):
            return
    for name, own in ((b"row", b"spans"), (b"dimension", b"ref"), (b"sheetData", b""), (b"cols", b"")):
        tag = find_tag(removed, prefix + name)
        opened = find_tag(new, prefix + name)
        if tag is not None and opened is not None and (tag.start, tag.end) == (0, len(removed)):
            kept = removed if tag.attribute(own) is None else with_attribute(removed, own, b"")
            now = opened.text if opened.attribute(own) is None else with_attribute(opened.text, own, b"")
            if kept.rstrip(b"/> \t\r\n") == now.rstrip(b"/> \t\r\n"):
                return
    raise unprovable(f'a cell of the sheet "{plan.sheet}" that is not netsheet\'s would be replaced')


def _check_facts(book: Book, after: Book, entry: SheetEntry, plan: SheetPlan) -> None:
    """Formulas, errors, merges and the filter stand where they stood; a planned table grew, the others did not."""
    old, new = book.facts(entry), after.facts(after.entry(entry.name))
    same = (
        old.formulas == new.formulas
        and old.errors == new.errors
        and old.blocked == new.blocked
        and old.autofilter == new.autofilter
        and old.frozen_rows == new.frozen_rows
    )
    if not same:
        raise unprovable(f'formulas or merged cells of the sheet "{entry.name}" changed')
    if len(old.tables) != len(new.tables):
        raise unprovable(f'the tables of the sheet "{entry.name}" changed')
    for before, now in zip(old.tables, new.tables, strict=True):
        columns = plan.new_columns if before.name == plan.table else ()
        if now != replace(before, area=grown_area(before.area, columns)):
            raise unprovable(f"the table {before.name} does not read back")
        if columns:
            names = table_columns(book.package.read(old.table_parts[before.name]))
            grown = table_columns(after.package.read(new.table_parts[now.name]))
            if grown != [*names, *(column.heading for column in columns)]:
                raise unprovable(f"the columns of the table {before.name} do not read back")


def _check_values(old: Rows, parsed: CalamineSheet, plan: SheetPlan) -> None:
    """Every cell reads back: the user's as they were, netsheet's as planned. Row by row, since sheets may be large."""
    empty: list[CellValue] = []
    planned = max(plan.rows, default=0) - len(old)
    meant = chain(old, repeat(empty, max(planned, 0)))
    for number, (before, now) in enumerate(
        zip_longest(meant, iterate_rows(parsed), fillvalue=empty), start=1
    ):
        edits = plan.rows.get(number)
        expected = _edited(before, edits) if edits else before
        if expected == now:
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
    cells = list(row)
    missing = edits[-1].column - len(cells)
    if missing > 0:
        cells += [""] * missing
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
