"""What is around the cells of a worksheet: formulas, errors, merges, tables, pivots, protection, panes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from netsheet.core.grid import LAST_ROW, Area, FormulaCell, Position, TableArea
from netsheet.lossless.package import Package
from netsheet.lossless.refusals import damaged, too_far
from netsheet.lossless.value_proof import MOST_CELLS
from netsheet.lossless.xml_text import (
    Tag,
    check_well_formed,
    close_of,
    escaped,
    find_tag,
    find_tags,
    local_name,
    parse,
    plain,
)
from netsheet.workbook.cell_links import read_links
from netsheet.workbook.coverings import hidden_from, read_coverings
from netsheet.workbook.opc import read_relationships
from netsheet.workbook.sheet_xml import CellSpan, SheetXml, area_of
from netsheet.workbook.shown_texts import ShownTexts, shown_in

MOST_EMPTY_CELLS = 16_000_000
ERROR_CELL = re.compile(rb"""t=["']e["']""")
CDATA = re.compile(rb"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetFacts:
    """Everything about one worksheet except its values.

    ``blocked`` areas may not be written into. Those of them that are ``growing``, Excel enlarges by itself. ``covered``
    ones may, but nobody would see it (``coverings``). ``shown`` and ``links`` are those of ``core.grid.Sheet``.
    """

    formulas: dict[Position, FormulaCell]
    errors: dict[Position, str]
    merged: tuple[Area, ...]
    blocked: tuple[Area, ...]
    growing: tuple[Area, ...]
    covered: tuple[Area, ...]
    hidden_from: int | None
    tables: tuple[TableArea, ...]
    table_parts: dict[str, str]
    autofilter: Area | None
    frozen_rows: int
    is_protected: bool
    shown: dict[Position, str]
    links: dict[Position, str]


def read_facts(package: Package, part: str, sheet: SheetXml, texts: ShownTexts) -> SheetFacts:
    """Read the facts of one worksheet part."""
    arrays: list[Area] = []
    spills: list[Area] = []
    formulas = _formulas(sheet, arrays, spills)
    pivots = _pivots(package, part)
    merged = tuple(_merged(sheet))
    shown, no_errors = shown_in(sheet, texts)
    tables, table_parts = read_tables(package, part)
    tail = sheet.sheet_data_close
    # A custom view further down may hold a filter of its own.
    views = find_tag(sheet.mask, sheet.prefix + b"customSheetViews", tail)
    autofilter = find_tag(sheet.mask, sheet.prefix + b"autoFilter", tail, views.start if views else None)
    protection = find_tag(sheet.mask, sheet.prefix + b"sheetProtection", tail)
    return SheetFacts(
        formulas=formulas,
        errors={place: text for place, text in _errors(sheet).items() if place not in no_errors},
        merged=merged,
        blocked=(*merged, *arrays, *pivots),
        growing=(*pivots, *spills),
        covered=read_coverings(package, _related(package, part, "drawing"), sheet),
        hidden_from=hidden_from(sheet),
        tables=tables,
        table_parts=table_parts,
        autofilter=area_of(autofilter.value(b"ref")) if autofilter else None,
        frozen_rows=_frozen_rows(sheet),
        is_protected=protection is not None and protection.value(b"sheet") in ("1", "true", "on"),
        shown=shown,
        links=read_links(package, part, sheet, formulas),
    )


def check_extent(sheet: SheetXml) -> None:
    """Refuse a sheet whose values are so far apart that reading it would exhaust the memory.

    Raises:
        UnreadableError: naming the far cell.
    """
    # A cell takes 30 bytes or more in the file: where the area has far more cells than that, it is mostly empty.
    most = min(MOST_CELLS, max(MOST_EMPTY_CELLS, len(sheet.data)))
    if sheet.plain_width is not None:
        bottom = LAST_ROW
        if bottom * sheet.plain_width > most:
            bottom = 0
            for row in sheet.rows():
                sheet.check_plain_rows(row)
                bottom = row.number
        if bottom * sheet.plain_width <= most:
            return
    # Readers differ in what they make of broken markup, such as two references in one cell.
    check_well_formed(sheet.data)
    bottom = right = 0
    for row in sheet.rows():
        cells = [cell for cell in sheet.cells(row) if not cell.tag.is_empty]
        if cells:
            bottom, right = row.number, max(right, cells[-1].column)
    if bottom * right > most:
        raise too_far(bottom, right)


def _formulas(sheet: SheetXml, arrays: list[Area], spills: list[Area]) -> dict[Position, FormulaCell]:
    """Find the cells that hold formulas; areas of array formulas and data tables are added to ``arrays``.

    Of these the dynamic ones that reach over several columns go to ``spills``, too.
    """
    found: dict[Position, FormulaCell] = {}
    shared: dict[bytes, str] = {}
    element = sheet.prefix + b"f"
    for row, cell in sheet.cells_around(re.compile(rb"<" + re.escape(element) + rb"(?=[\s/>])")):
        tag = find_tag(sheet.mask, element, cell.tag.end, cell.end)
        if tag is None:
            continue
        text = _text(sheet, element, tag)
        index = tag.attribute(b"si")
        if index is not None:
            text = shared.setdefault(index, text) if text else shared.get(index, "")
        area = area_of(tag.value(b"ref"))
        if area is not None and tag.value(b"t") in ("array", "dataTable"):
            arrays.append(area)
            if cell.tag.attribute(b"cm") is not None and area.last_column > area.first_column:
                spills.append(area)
        found[row, cell.column] = FormulaCell(text=text, has_result=_has_result(sheet, cell, tag))
    return found


def _has_result(sheet: SheetXml, cell: CellSpan, formula: Tag) -> bool:
    """Whether a result is stored: an empty one counts only where it is said to be a text."""
    value = find_tag(sheet.mask, sheet.prefix + b"v", formula.end, cell.end)
    if value is None:
        return False
    return cell.tag.value(b"t") == "str" or bool(_text(sheet, sheet.prefix + b"v", value))


def _text(sheet: SheetXml, element: bytes, tag: Tag) -> str:
    if tag.is_empty:
        return ""
    inner = sheet.data[tag.end : close_of(sheet.mask, element, tag)]
    if b"<" in inner:
        inner = CDATA.sub(lambda match: escaped(match[1].decode("utf-8", "replace")).encode(), inner)
    return plain(inner)


def _errors(sheet: SheetXml) -> dict[Position, str]:
    found: dict[Position, str] = {}
    element = sheet.prefix + b"v"
    for row, cell in sheet.cells_around(ERROR_CELL):
        if cell.tag.attribute(b"t") == b"e":
            value = find_tag(sheet.mask, element, cell.tag.end, cell.end)
            found[row, cell.column] = "" if value is None else _text(sheet, element, value)
    return found


def _merged(sheet: SheetXml) -> Iterator[Area]:
    """Yield the merged areas; one that cannot be read might hide what is written into it."""
    tags = find_tags(sheet.mask, sheet.prefix + b"mergeCell", sheet.sheet_data_close, len(sheet.mask))
    for tag in tags:
        area = area_of(tag.value(b"ref"))
        if area is None:
            raise damaged(f"a merged area is placed at {tag.value(b'ref')[:20]}")
        yield area


def _frozen_rows(sheet: SheetXml) -> int:
    pane = find_tag(sheet.mask, sheet.prefix + b"pane", sheet.root.end, sheet.sheet_data.start)
    if pane is None or pane.value(b"state") not in ("frozen", "frozenSplit"):
        return 0
    match = re.match("[0-9]{1,7}", pane.value(b"ySplit", "0"))
    return int(match[0]) if match is not None else 0


def read_tables(package: Package, part: str) -> tuple[tuple[TableArea, ...], dict[str, str]]:
    """Read the Excel tables of a worksheet part, and the name of each one's own part by the table's name."""
    parts = {target: _table(package.read(target)) for target in _related(package, part, "table")}
    tables = {target: table for target, table in parts.items() if table is not None}
    return tuple(tables.values()), {table.name: target for target, table in tables.items()}


def _pivots(package: Package, part: str) -> list[Area]:
    roots = [parse(package.read(target)) for target in _related(package, part, "pivotTable")]
    places = [child.get("ref", "") for root in roots for child in root if local_name(child.tag) == "location"]
    return [area for area in map(area_of, places) if area is not None]


def _related(package: Package, part: str, kind: str) -> list[str]:
    return [
        relationship.target
        for relationship in read_relationships(package, part).values()
        if relationship.kind == kind and not relationship.is_external and relationship.target in package
    ]


def _table(data: bytes) -> TableArea | None:
    """Read a table part; a query table, an XML-mapped one or one without a header cannot grow safely."""
    root = parse(data)
    area = area_of(root.get("ref", ""))
    if area is None:
        return None
    has_header = root.get("headerRowCount", "1") != "0"
    plain = root.get("tableType", "worksheet") == "worksheet"
    return TableArea(
        name=root.get("displayName", root.get("name", "")),
        area=area,
        has_header=has_header,
        has_totals=root.get("totalsRowCount", "0") != "0",
        growable=has_header and plain,
    )
