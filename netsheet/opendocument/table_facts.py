"""What is around the cells of a sheet: formulas, errors, merges, drawings, filters, protection, frozen rows."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from netsheet.core.grid import LAST_COLUMN, LAST_ROW, Area, FormulaCell, Position
from netsheet.errors import UnreadableError
from netsheet.lossless.xml_text import (
    TAG_REST,
    Tag,
    find_tag,
    find_tags,
    local_name,
    parse,
    plain,
    tag_of,
    whole_number,
)
from netsheet.opendocument.document import SETTINGS, Document, TableSpan, style_tags
from netsheet.opendocument.range_addresses import read_address
from netsheet.opendocument.table_scan import CellSpan, RowSpan, TableScan

FORMULA, ERROR = b" table:formula=", b'value-type="error"'
LINK, LINK_TARGET = b"<text:a ", re.compile(rb"""xlink:href=["']((?:mailto:|https?://)[^"']*)["']""")
WORDED_NUMBER = re.compile(
    rb'value-type="float"[^<>]*>\s*<text:p[^<>]*>([^<>]*[A-Za-z\x80-\xff][^<>]*)</text:p>'
)
SCIENTIFIC = re.compile(r"[-+0-9.,]+E[-+0-9]+")
SPANNED = re.compile(rb"\stable:number-(?:matrix-)?(?:columns|rows)-spanned=")
SHAPE = re.compile(rb"<draw:[a-z][\w\-]*(?=[\s/>])" + TAG_REST)
FORMULA_START = re.compile(r"(?:[a-z]+:)?=?")
MARKUP = re.compile(rb"<[^<>]*>")
LENGTH = re.compile(r"(-?[0-9.]+)(cm|mm|in|pt|pc|px)")
INCHES = {"cm": 1 / 2.54, "mm": 1 / 25.4, "in": 1.0, "pt": 1 / 72, "pc": 1 / 6, "px": 1 / 96}
NARROWEST_SHEET = 256
"""How many columns a sheet had in the first programs; where more of them are hidden, all up to the edge are."""
USUAL_WIDTH = 0.889
"""In inches: the width that LibreOffice gives a column that has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFacts:
    """Everything about one sheet except its values; ``Sheet`` says what each means."""

    formulas: dict[Position, FormulaCell]
    errors: dict[Position, str]
    merged: tuple[Area, ...]
    blocked: tuple[Area, ...]
    covered: tuple[Area, ...]
    hidden_from: int | None
    autofilter: Area | None
    frozen_rows: int
    is_hidden: bool
    is_protected: bool
    shown: dict[Position, str]
    links: dict[Position, str]


def read_table_facts(document: Document, span: TableSpan) -> TableFacts:
    """Read the facts of one sheet."""
    scan = document.scan(span)
    repeated: list[Area] = []
    formulas = _formulas(scan, repeated)
    merged = tuple(dict.fromkeys(_merged(scan)))
    filters = [area for _, area in filter_ranges(document, span.name)]
    return TableFacts(
        formulas=formulas,
        errors=_errors(scan),
        merged=merged,
        blocked=(*merged, *repeated, *_pivots(document, span.name)),
        covered=(
            *(area for area in _hidden_columns(scan) if area.last_column < NARROWEST_SHEET),
            *_drawings(document, scan),
        ),
        hidden_from=_hidden_from(scan),
        autofilter=filters[0] if filters else None,
        frozen_rows=whole_number(view_settings(document, span.name).get("VerticalSplitPosition"))
        if view_settings(document, span.name).get("VerticalSplitMode") == "2"
        else 0,
        is_hidden=_is_hidden(document, span),
        is_protected=span.tag.attribute(b"table:protected") == b"true",
        shown=_shown(scan),
        links=_links(scan, formulas),
    )


def _area(row: RowSpan, cell: CellSpan, rows: int = 1, columns: int = 1) -> Area:
    return Area(
        first_row=row.number,
        first_column=cell.column,
        last_row=row.number + max(rows, row.repeat) - 1,
        last_column=cell.column + max(columns, cell.repeat) - 1,
    )


def _places(scan: TableScan, mark: bytes) -> Iterator[tuple[RowSpan, CellSpan]]:
    """Yield the cells whose bytes hold a mark, each as often as it does."""
    at = scan.start
    while (at := scan.mask.find(mark, at, scan.close)) >= 0:
        found = scan.cell_at(at)
        if found is not None:
            yield found
        at += len(mark)


def _formulas(scan: TableScan, repeated: list[Area]) -> dict[Position, FormulaCell]:
    """Find the cells that hold a formula; where one is repeated, its area is added to ``repeated``."""
    found: dict[Position, FormulaCell] = {}
    for row, cell in _places(scan, FORMULA):
        text = FORMULA_START.sub("", cell.tag.value(b"table:formula"), count=1)
        has_result = cell.tag.attribute(b"office:value-type") is not None
        found[row.number, cell.column] = FormulaCell(text=text, has_result=has_result)
        if row.repeat > 1 or cell.repeat > 1:
            repeated.append(_area(row, cell))
    return found


def _errors(scan: TableScan) -> dict[Position, str]:
    return {
        (row.number, cell.column): plain(MARKUP.sub(b"", scan.mask[cell.tag.end : cell.end]))
        for row, cell in _places(scan, ERROR)
    }


def _shown(scan: TableScan) -> dict[Position, str]:
    """Return what cells of numbers show where a format writes words next to them: "3 months", but not "1E+05"."""
    found = (
        (plain(match[1]), scan.cell_at(match.start()))
        for match in WORDED_NUMBER.finditer(scan.mask, scan.start, scan.close)
    )
    return {
        (at[0].number, at[1].column): text
        for text, at in found
        if at is not None and not SCIENTIFIC.fullmatch(text)
    }


def _links(scan: TableScan, formulas: dict[Position, FormulaCell]) -> dict[Position, str]:
    written = {
        (row.number, cell.column): plain(target[1])
        for row, cell in _places(scan, LINK)
        if (target := LINK_TARGET.search(scan.mask, cell.tag.end, cell.end))
    }
    return written | {place: formula.link for place, formula in formulas.items() if formula.link}


def _merged(scan: TableScan) -> Iterator[Area]:
    """Yield the merged areas and those of matrix formulas."""
    for match in SPANNED.finditer(scan.mask, scan.start, scan.close):
        found = scan.cell_at(match.start())
        if found is None:
            continue
        row, cell = found
        rows, columns = (
            max(
                whole_number(cell.tag.attribute(b"table:number-%b-spanned" % what), 1),
                whole_number(cell.tag.attribute(b"table:number-matrix-%b-spanned" % what), 1),
            )
            for what in (b"rows", b"columns")
        )
        if rows > 1 or columns > 1:
            yield _area(row, cell, rows, columns)


def _pivots(document: Document, name: str) -> Iterator[Area]:
    for tag in _tags_behind(document, b"table:data-pilot-table"):
        address = read_address(tag.value(b"table:target-range-address"))
        if address is not None and address[0] == name:
            yield address[1]


def _tags_behind(document: Document, name: bytes) -> Iterator[Tag]:
    """Yield the tags of a name that come behind the sheets."""
    mask = document.mask
    return find_tags(mask, name, document.tables[-1].end if document.tables else 0, len(mask))


def filter_ranges(document: Document, name: str) -> Iterator[tuple[Tag, Area]]:
    """Yield the autofilters of a sheet: the tag of each, and its area."""
    for tag, area in ranges_of(document, name):
        if tag.attribute(b"table:display-filter-buttons") == b"true":
            yield tag, area


def ranges_of(document: Document, name: str) -> Iterator[tuple[Tag, Area]]:
    """Yield the named areas of a sheet that are lists: the tag of each, and its area."""
    for tag in _tags_behind(document, b"table:database-range"):
        address = read_address(tag.value(b"table:target-range-address"))
        if address is not None and address[0] == name:
            yield tag, address[1]


def _hidden_columns(scan: TableScan) -> Iterator[Area]:
    for column, repeat, tag, _ in scan.columns:
        if tag.value(b"table:visibility", "visible") != "visible":
            yield Area(first_row=1, first_column=column, last_row=LAST_ROW, last_column=column + repeat - 1)


def _hidden_from(scan: TableScan) -> int | None:
    """Return the first of the columns that are hidden up to the right edge: the sheet's, or that of all that it names."""
    edge = scan.columns[-1].column + scan.columns[-1].repeat - 1 if scan.columns else 0
    first = edge + 1
    for area in reversed(list(_hidden_columns(scan))):  # columns of their own widths are named one by one
        if area.last_column != first - 1:
            break
        first = area.first_column
    return first if first <= edge and edge >= NARROWEST_SHEET else None


def _drawings(document: Document, scan: TableScan) -> Iterator[Area]:
    """Yield the columns up to the last that each drawing reaches.

    A column that becomes wider moves what is to the right of it, and stretches what is over it.
    """
    edges: list[float] = []
    for match in SHAPE.finditer(scan.mask, scan.start, scan.close):
        tag = tag_of(match)
        address = read_address(tag.value(b"table:end-cell-address"))
        if address is not None:
            last = address[1].last_column
        else:
            edges = edges or list(accumulate(_widths(document, scan)))
            found = scan.cell_at(tag.start)
            left = _inches(tag.value(b"svg:x")) + _inches(tag.value(b"svg:width"))
            last = sum(edge < left for edge in edges) + 1
            last = max(last, found[1].column if found else 1)
        if last < LAST_COLUMN:
            yield Area(first_row=1, first_column=1, last_row=LAST_ROW, last_column=last)


def _widths(document: Document, scan: TableScan) -> Iterator[float]:
    """Yield the widths of a sheet's columns in inches; of those that are repeated to the edge, a few hundred."""
    given = {
        name: properties.value(b"style:column-width")
        for name, _, inner in style_tags(document.mask, b"table-column")
        if (properties := find_tag(inner, b"style:table-column-properties")) is not None
    }
    for _, repeat, tag, _ in scan.columns:
        width = _inches(given.get(tag.value(b"table:style-name"), "")) or USUAL_WIDTH
        yield from [width] * min(repeat, 300)


def _inches(length: str) -> float:
    match = LENGTH.fullmatch(length)
    return float(match[1]) * INCHES[match[2]] if match is not None else 0.0


def _is_hidden(document: Document, span: TableSpan) -> bool:
    style = span.tag.value(b"table:style-name")
    for name, _, inner in style_tags(document.mask, b"table"):
        if name == style:
            properties = find_tag(inner, b"style:table-properties")
            return properties is not None and properties.attribute(b"table:display") == b"false"
    return False


def view_settings(document: Document, name: str) -> dict[str, str]:
    """Return how a sheet is shown, by the names of settings.xml; with the name "", how the file is. {} when nothing is said."""
    if SETTINGS not in document.package:
        return {}
    with contextlib.suppress(UnreadableError):
        for views in parse(document.package.read(SETTINGS)).iter():
            if _name(views) == "Views" and len(views):
                entries = (each for child in views[0] if _name(child) == "Tables" for each in child)
                view = next((each for each in entries if _name(each) == name), None) if name else views[0]
                return {} if view is None else {_name(item): item.text or "" for item in view}
    return {}


def _name(element: object) -> str:
    attributes: dict[str, str] = getattr(element, "attrib", {})
    return next((value for key, value in attributes.items() if local_name(key) == "name"), "")


def is_structure_protected(document: Document) -> bool:
    """Whether no sheet may be added."""
    body = find_tag(document.mask, b"office:spreadsheet")
    return body is not None and body.attribute(b"table:structure-protected") == b"true"
