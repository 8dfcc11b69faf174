"""A plan to bytes: every edit becomes a splice, every other byte is copied."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from netsheet.core.plan import SheetPlan, WorkbookPlan
from netsheet.lossless.applied import Applied
from netsheet.lossless.refusals import protected
from netsheet.lossless.targets import check_target
from netsheet.lossless.xml_text import Splice, spliced_blocks
from netsheet.workbook.book import Book
from netsheet.workbook.cell_formats import CellFormats
from netsheet.workbook.cell_xml import CellWriter
from netsheet.workbook.excel_tables import MAKE_ROOM, grown_area, grown_table, lengthened_table
from netsheet.workbook.list_growth import TakenFormats, grown_workbook_part, growth_splices
from netsheet.workbook.owned import OwnedSheets
from netsheet.workbook.sheet_edit import SheetEditor
from netsheet.workbook.style_part import StylePart


def apply_plan(book: Book, plan: WorkbookPlan) -> Applied:
    """Return the workbook with the plan carried out.

    Raises:
        RefusedError: when a target is protected, merged, a pivot, an array or holds a formula.
    """
    book.package.check_members()
    style_part = StylePart(book)
    parts: dict[str, bytes] = {}
    blocks: dict[str, Iterator[bytes]] = {}
    splices: dict[str, list[Splice]] = {}
    for sheet in plan.sheets:
        if any(sheet.rows.values()):
            part = book.entry(sheet.sheet).part
            coming = _sheet_splices(book, sheet, plan, style_part)
            splices[part] = []
            blocks[part] = spliced_blocks(book.package.read(part), coming, splices[part])
        if not sheet.is_empty:
            parts |= _grown_tables(book, sheet)
            parts |= grown_workbook_part(book, sheet, parts.get(book.structure.part))
    owned = OwnedSheets(book, style_part, parts.get(book.structure.part))
    for owned_sheet in plan.owned:
        owned.put(owned_sheet)
    parts |= owned.parts
    parts |= style_part.parts(owned.links)
    parts |= owned.links.parts()
    changed = {
        name: data
        for name, data in parts.items()
        if name not in book.package or book.package.read(name) != data
    }
    removed = frozenset(owned.removed)
    replaced: dict[str, bytes | Iterator[bytes]] = {**blocks, **changed}
    data = book.package.rewritten(replaced, removed) if replaced or removed else book.data
    names = frozenset(changed).union(
        name
        for name, made in splices.items()
        if any(book.package.read(name)[start:end] != new for start, end, new in made)
    )
    if not names and not removed:
        return Applied(data=book.data)
    return Applied(data=data, splices=splices, changed=names, removed=removed)


def _sheet_splices(
    book: Book, sheet: SheetPlan, plan: WorkbookPlan, style_part: StylePart
) -> Iterator[Splice]:
    entry = book.entry(sheet.sheet)
    facts = book.facts(entry)
    check_target(sheet, facts.blocked, is_protected=facts.is_protected and not plan.allow_protected)
    scan = book.scan(entry)
    writer = CellWriter(prefix=scan.prefix.decode(), date1904=book.structure.date1904)
    formats = CellFormats(scan, style_part.sheet, sheet, plan.styles)
    if sheet.append is None and not sheet.looks:
        return SheetEditor(scan, writer, formats).splices(sheet)
    looks = TakenFormats(scan, sheet, formats)
    return chain(SheetEditor(scan, writer, looks).splices(looks.shown(sheet)), growth_splices(scan, sheet))


def _grown_tables(book: Book, sheet: SheetPlan) -> dict[str, bytes]:
    """Return the table part that grows with the sheet's new columns and rows, by its name."""
    if sheet.table is None:
        return {}
    facts = book.facts(book.entry(sheet.sheet))
    table = next((table for table in facts.tables if table.name == sheet.table), None)
    if table is None:
        raise protected(f"there is no table named {sheet.table}", "Check the table's name and try again.")
    part = facts.table_parts[table.name]
    data = book.package.read(part)
    if sheet.grows_down_to is not None:
        data = lengthened_table(data, table, sheet.grows_down_to)
        table = replace(table, area=replace(table.area, last_row=sheet.grows_down_to))
    if sheet.new_columns:
        grown = grown_area(table.area, sheet.new_columns)
        added = replace(grown, first_column=table.area.last_column + 1)
        others = [other.area for other in facts.tables if other.name != table.name]
        if any(added.is_touching(area) for area in (*others, *facts.blocked)):
            raise protected(f"the table {table.name} has no room at its right edge", MAKE_ROOM)
        data = grown_table(data, table, sheet.new_columns)
    return {part: data}
