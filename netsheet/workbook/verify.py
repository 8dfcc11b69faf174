"""The proof before a save: the new file is read back and compared with the original, cell by cell, part by part.

What cannot be proven is refused. Never repairs anything.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.parsers import expat

from netsheet.core.grid import CellValue, cell_address
from netsheet.core.plan import CellEdit, SheetPlan, WorkbookPlan
from netsheet.errors import NetsheetError
from netsheet.workbook.apply import Applied
from netsheet.workbook.book import Book
from netsheet.workbook.cell_xml import read_back
from netsheet.workbook.owned import carries_mark
from netsheet.workbook.package import part_name
from netsheet.workbook.read import read_values
from netsheet.workbook.refusals import unprovable
from netsheet.workbook.sheet_xml import SheetXml, cell_reference
from netsheet.workbook.structure import SheetEntry
from netsheet.workbook.styles import StyleSheet
from netsheet.workbook.tables import grown_area
from netsheet.workbook.xml_text import Splice, attribute, find_tag, masked

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
        after = Book(applied.data)
        _check_members(book, after, applied)
        _check_tabs(book, after, plan)
        _check_styles(book, after)
        values = read_values(applied.data, [sheet.sheet for sheet in plan.sheets if sheet.rows])
    except NetsheetError as error:
        if error.exit_code == unprovable("").exit_code:
            raise
        raise unprovable(f"the new file could not be read back ({error.message})") from error
    for sheet in plan.sheets:
        if sheet.rows:
            entry = book.entry(sheet.sheet)
            _check_splices(
                book.scan(entry), after.scan(after.entry(sheet.sheet)), applied.splices[entry.part], sheet
            )
            _check_facts(book, after, entry, sheet)
            _check_values(rows[entry.name], values[sheet.sheet], sheet)
    for owned in plan.owned:
        if not carries_mark(after, after.entry(owned.name), owned.mark):
            raise unprovable(f'the sheet "{owned.name}" does not read back')


def _check_members(book: Book, after: Book, applied: Applied) -> None:
    """Every member that was not meant to change lies there with the same compressed bytes, in the same order."""
    changed = {part_name(name) for name in applied.changed}
    kept = [name for name in book.package.members if name not in applied.removed]
    if kept != [name for name in after.package.members if name in book.package.members]:
        raise unprovable("parts of the file are missing or out of order")
    for name in kept:
        old, new = book.package.members[name], after.package.members[name]
        if name not in changed and (
            old.compressed != new.compressed
            or old.info.CRC != new.info.CRC
            or old.info.file_size != new.info.file_size
        ):
            raise unprovable(f"the part {old.name} changed")
    for name in changed:
        if name.endswith((".xml", ".rels")):
            _check_well_formed(after.package.read(name), name)


def _check_well_formed(data: bytes, name: str) -> None:
    masked(data)
    try:
        expat.ParserCreate().Parse(data, True)  # noqa: FBT003  expat's own signature
    except expat.ExpatError as error:
        raise unprovable(f"the part {name} would not be well-formed ({error})") from error


def _check_tabs(book: Book, after: Book, plan: WorkbookPlan) -> None:
    """All the user's tabs are there, in order; only ours are new, and last."""
    old = [(sheet.name, sheet.part, sheet.kind, sheet.state) for sheet in book.structure.sheets]
    new = [(sheet.name, sheet.part, sheet.kind, sheet.state) for sheet in after.structure.sheets]
    added = {sheet[0] for sheet in new[len(old) :]}
    if new[: len(old)] != old or not added <= {owned.name for owned in plan.owned}:
        raise unprovable("the list of sheets changed")
    if book.structure.active != after.structure.active or book.structure.date1904 != after.structure.date1904:
        raise unprovable("the workbook's settings changed")


def _check_styles(book: Book, after: Book) -> None:
    """Every style keeps its number: lists only grew at their ends."""
    part = book.structure.target("styles")
    if part is None or part not in book.package:
        return
    old, new = book.package.read(part), after.package.read(part)
    if old == new:
        return
    before, now = StyleSheet(old), StyleSheet(new)
    for name in ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs"):
        nodes = before.nodes(name)
        if now.nodes(name)[: len(nodes)] != nodes:
            raise unprovable(f"the workbook's {name} changed")


def _check_splices(old: SheetXml, new: SheetXml, splices: Sequence[Splice], plan: SheetPlan) -> None:
    """Between the splices both parts are equal byte by byte, and a splice takes away only what was planned."""
    shift = 0
    at = 0
    for splice in splices:
        if old.data[at : splice.start] != new.data[at + shift : splice.start + shift]:
            raise unprovable(f'the sheet "{plan.sheet}" changed outside netsheet\'s cells')
        removed = old.data[splice.start : splice.end]
        if removed:
            _check_removed(removed, old.prefix, plan)
        shift += len(splice.new) - len(removed)
        at = splice.end
    if old.data[at:] != new.data[at + shift :]:
        raise unprovable(f'the sheet "{plan.sheet}" changed outside netsheet\'s cells')


def _check_removed(removed: bytes, prefix: bytes, plan: SheetPlan) -> None:
    """Only a planned cell, or the tag of a row or of the declared size, may be replaced."""
    for name in (b"row", b"dimension", b"sheetData", b"cols"):
        tag = find_tag(removed, prefix + name)
        if tag is not None and tag.start == 0 and tag.end == len(removed):
            return
    tag = find_tag(removed, prefix + b"c")
    given = None if tag is None or tag.start else attribute(tag.text, b"r")
    if given is not None:
        row, column = cell_reference(given)
        if any(edit.column == column for edit in plan.rows.get(row, ())):
            return
    elif tag is not None and tag.start == 0:
        return  # a cell without a reference: the values that are read back prove it
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
    for before, now in zip(old.tables, new.tables, strict=True):
        area = grown_area(before.area, plan.new_columns) if before.name == plan.table else before.area
        if now.name != before.name or now.area != area:
            raise unprovable(f"the table {before.name} does not read back")


def _check_values(old: Rows, new: Rows, plan: SheetPlan) -> None:
    """Every cell reads back: the user's as they were, netsheet's as planned."""
    empty: list[CellValue] = []
    for number in range(1, max(len(old), len(new), max(plan.rows, default=0)) + 1):
        before = old[number - 1] if number <= len(old) else empty
        now = new[number - 1] if number <= len(new) else empty
        edits = plan.rows.get(number)
        if edits is not None:
            before = _edited(before, edits)
        width = len(before)
        if before != now[:width] and not _is_equal(before, now):
            raise unprovable(
                f'{_first_difference(before, now, number)} of the sheet "{plan.sheet}" does not read back'
            )
        if any(value != "" for value in now[width:]):
            raise unprovable(f'the row {number} of the sheet "{plan.sheet}" grew')


def _edited(row: Sequence[CellValue], edits: Sequence[CellEdit]) -> list[CellValue]:
    cells = list(row)
    missing = edits[-1].column - len(cells)
    if missing > 0:
        cells += [""] * missing
    for edit in edits:
        cells[edit.column - 1] = read_back(edit.after)
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
