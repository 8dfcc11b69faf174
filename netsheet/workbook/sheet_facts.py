"""What stands around the cells of a worksheet: formulas, errors, merges, tables, pivots, protection, panes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from openpyxl.utils.cell import range_boundaries

from netsheet.core.grid import Area, FormulaCell, Position, TableArea
from netsheet.workbook.opc import read_relationships
from netsheet.workbook.package import Package
from netsheet.workbook.refusals import refuse
from netsheet.workbook.sheet_xml import CellSpan, SheetXml, cell_reference
from netsheet.workbook.xml_text import attribute, find_tag, find_tags, local_name, parse

MOST_CELLS = 64_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetFacts:
    """Everything about one worksheet that its values do not say. ``blocked`` areas may not be written into."""

    formulas: dict[Position, FormulaCell]
    errors: dict[Position, str]
    merged: tuple[Area, ...]
    blocked: tuple[Area, ...]
    tables: tuple[TableArea, ...]
    table_parts: dict[str, str]
    autofilter: Area | None
    frozen_rows: int
    is_protected: bool


def read_facts(package: Package, part: str, sheet: SheetXml) -> SheetFacts:
    """Read the facts of one worksheet part."""
    arrays: list[Area] = []
    formulas = _formulas(sheet, arrays)
    merged = tuple(_areas(sheet, b"mergeCell"))
    tables, table_parts, pivots = _related(package, part)
    tail = sheet.sheet_data_close
    autofilter = find_tag(sheet.mask, sheet.prefix + b"autoFilter", tail)
    protection = find_tag(sheet.mask, sheet.prefix + b"sheetProtection", tail)
    return SheetFacts(
        formulas=formulas,
        errors=_errors(sheet),
        merged=merged,
        blocked=(*merged, *arrays, *pivots),
        tables=tables,
        table_parts=table_parts,
        autofilter=area_of((autofilter.attribute(b"ref") or b"").decode()) if autofilter else None,
        frozen_rows=_frozen_rows(sheet),
        is_protected=protection is not None and (protection.attribute(b"sheet") or b"0") in (b"1", b"true"),
    )


def area_of(reference: str) -> Area | None:
    """Read an A1-style reference; None when it is not one (a whole column, a broken name)."""
    try:
        bounds = range_boundaries(reference)
    except (ValueError, TypeError):
        return None
    if bounds is None or None in bounds:
        return None
    left, top, right, bottom = bounds
    return Area(first_row=top, first_column=left, last_row=bottom, last_column=right)


def check_extent(sheet: SheetXml) -> None:
    """Refuse a sheet whose values lie so far apart that reading it would exhaust the memory.

    Raises:
        UnreadableError: naming the far cell.
    """
    if (
        re.search(rb"""\sr=["'][A-Za-z]{2}""", sheet.mask[sheet.sheet_data.end : sheet.sheet_data_close])
        is None
    ):
        return
    bottom = right = 0
    for row in sheet.rows():
        cells = [cell for cell in sheet.cells(row) if not cell.tag.is_empty]
        if cells:
            bottom, right = row.number, max(right, cells[-1].column)
    if bottom * right > MOST_CELLS:
        raise refuse(f"a sheet holds values as far out as row {bottom:,} and column {right:,}")


def _formulas(sheet: SheetXml, arrays: list[Area]) -> dict[Position, FormulaCell]:
    """Find the cells that hold formulas; areas of array formulas and data tables are added to ``arrays``."""
    found: dict[Position, FormulaCell] = {}
    shared: dict[bytes, str] = {}
    element = sheet.prefix + b"f"
    for position, cell in _cells_with(sheet, b"<" + element):
        tag = find_tag(sheet.mask, element, cell.tag.end, cell.end)
        if tag is None:
            continue
        text = ""
        if not tag.is_empty:
            close = sheet.mask.index(b"</" + element, tag.end)
            text = sheet.data[tag.end : close].decode("utf-8", "replace")
        index = tag.attribute(b"si")
        if index is not None:
            text = shared.setdefault(index, text) if text else shared.get(index, "")
        area = area_of((tag.attribute(b"ref") or b"").decode())
        if area is not None and (tag.attribute(b"t") or b"") in (b"array", b"dataTable"):
            arrays.append(area)
        value = find_tag(sheet.mask, sheet.prefix + b"v", tag.end, cell.end)
        found[position] = FormulaCell(text=text, has_result=value is not None)
    return found


def _errors(sheet: SheetXml) -> dict[Position, str]:
    found: dict[Position, str] = {}
    for match in re.finditer(rb"""\st=["']e["']""", sheet.mask):
        start = sheet.mask.rfind(b"<", 0, match.start())
        position, cell = _cell_at(sheet, start)
        if cell is not None:
            value = find_tag(sheet.mask, sheet.prefix + b"v", cell.tag.end, cell.end)
            text = b"" if value is None else sheet.data[value.end : sheet.mask.find(b"<", value.end)]
            found[position] = text.decode("utf-8", "replace")
    return found


def _cells_with(sheet: SheetXml, needle: bytes) -> list[tuple[Position, CellSpan]]:
    """Return the cells that contain an element, found backwards from it."""
    found = []
    for match in re.finditer(re.escape(needle) + rb"(?=[\s/>])", sheet.mask[: sheet.sheet_data_close]):
        start = sheet.mask.rfind(b"<" + sheet.prefix + b"c", sheet.sheet_data.end, match.start())
        position, cell = _cell_at(sheet, start)
        if cell is not None:
            found.append((position, cell))
    return found


def _cell_at(sheet: SheetXml, start: int) -> tuple[Position, CellSpan | None]:
    """Return the cell whose tag begins at an offset, and where it stands."""
    tag = find_tag(sheet.mask, sheet.prefix + b"c", start, sheet.sheet_data_close) if start > 0 else None
    if tag is None or tag.start != start:
        return (0, 0), None
    end = (
        tag.end
        if tag.is_empty
        else sheet.mask.index(b">", sheet.mask.index(b"</" + sheet.prefix + b"c", tag.end)) + 1
    )
    given = attribute(tag.text, b"r")
    if given is not None:
        row, column = cell_reference(given)
        return (row, column), CellSpan(column, tag, end)
    for row_span in sheet.rows():
        if row_span.tag.start <= start < row_span.close:
            cell = next(cell for cell in sheet.cells(row_span) if cell.tag.start == start)
            return (row_span.number, cell.column), cell
    return (0, 0), None


def _areas(sheet: SheetXml, element: bytes) -> list[Area]:
    tags = find_tags(sheet.mask, sheet.prefix + element, sheet.sheet_data_close, len(sheet.mask))
    areas = [area_of((tag.attribute(b"ref") or b"").decode()) for tag in tags]
    return [area for area in areas if area is not None]


def _frozen_rows(sheet: SheetXml) -> int:
    pane = find_tag(sheet.mask, sheet.prefix + b"pane", sheet.root.end, sheet.sheet_data.start)
    if pane is None or (pane.attribute(b"state") or b"") not in (b"frozen", b"frozenSplit"):
        return 0
    text = (pane.attribute(b"ySplit") or b"0").decode()
    return int(float(text)) if text.replace(".", "", 1).isdigit() else 0


def _related(package: Package, part: str) -> tuple[tuple[TableArea, ...], dict[str, str], list[Area]]:
    """Read the tables (with their parts by name) and the pivots' areas of a sheet."""
    tables: list[TableArea] = []
    parts: dict[str, str] = {}
    pivots: list[Area] = []
    for relationship in read_relationships(package, part).values():
        if relationship.is_external or relationship.target not in package:
            continue
        if relationship.kind == "table":
            table = _table(package.read(relationship.target))
            if table is not None:
                tables.append(table)
                parts[table.name] = relationship.target
        elif relationship.kind == "pivotTable":
            root = parse(package.read(relationship.target))
            for child in root:
                area = area_of(child.get("ref", "")) if local_name(child.tag) == "location" else None
                if area is not None:
                    pivots.append(area)
    return tuple(tables), parts, pivots


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
