"""What grows with the user's list when rows are added to it: rules and filters that reach to its last row.

Only areas of several rows that end exactly on the list's last row and touch its columns grow. Names, charts, pivots
and formulas stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from netsheet.core.grid import Area, Position, cell_address
from netsheet.core.plan import RowAppend, SheetPlan
from netsheet.lossless.xml_text import (
    Splice,
    Tag,
    end_of,
    find_tag,
    find_tags,
    masked,
    root_tag,
    spliced,
    with_attribute,
)
from netsheet.workbook.book import Book
from netsheet.workbook.cell_formats import CellFormats
from netsheet.workbook.filter_growth import widened_name
from netsheet.workbook.sheet_xml import SheetXml, area_of

GROWING_ATTRIBUTES = {b"conditionalFormatting": b"sqref", b"dataValidation": b"sqref", b"autoFilter": b"ref"}
"""The elements behind a sheet's cells that grow, and the attribute that holds their areas."""
EXTENDED_AREAS = re.compile(
    rb"<[\w.\-]+:sqref>([^<]*)(?=</[\w.\-]+:sqref>\s*</[\w.\-]+:(?:conditionalFormatting|dataValidation)\s*>)"
)
"""The areas of the rules that Excel 2010 added. A sparkline's is the place where it is drawn, and does not grow."""
_FILTER_NAME = b"_xlnm._FilterDatabase"


class TakenFormats:
    """The formats of new rows: those of the cells that they are to look like, else what any new cell gets."""

    def __init__(self, sheet: SheetXml, plan: SheetPlan, others: CellFormats) -> None:
        self._others = others
        wanted = set(plan.looks.values())
        rows = {row for row, _ in wanted}
        found: dict[Position, str] = {
            (row.number, cell.column): cell.tag.value(b"s")
            for row in sheet.row_spans
            if row.number in rows
            for cell in sheet.cells(row)
        }
        self._taken = {place: found[source] for place, source in plan.looks.items() if found.get(source)}

    def shown(self, plan: SheetPlan) -> SheetPlan:
        """Return a plan without the empty cells that would look like any other: nobody who types leaves them behind."""
        if plan.append is None:
            return plan
        rows = {
            row: [edit for edit in edits if edit.after != "" or (row, edit.column) in self._taken]
            for row, edits in plan.rows.items()
        }
        return replace(plan, rows=rows)

    def is_usual(self, row: int) -> bool:  # noqa: ARG002  one answer for all rows
        """Say no: each new row has its own cells to look like."""
        return False

    def of(self, row: int, column: int, style: str | None) -> str:
        """Return the format of a cell."""
        taken = self._taken.get((row, column), "") if style is None else ""
        return taken or self._others.of(row, column, style)

    def named(self, style: str | None) -> str:
        """Return the format of a named style."""
        return self._others.named(style)


def growth_splices(sheet: SheetXml, plan: SheetPlan) -> Iterator[Splice]:
    """Yield the ascending splices of what grows behind the cells of a sheet."""
    if plan.append is None:
        return
    tail = sheet.sheet_data_close
    views = find_tag(sheet.mask, sheet.prefix + b"customSheetViews", tail)
    views_end = end_of(sheet.mask, sheet.prefix + b"customSheetViews", views) if views else 0
    found = [
        splice
        for name, attribute in GROWING_ATTRIBUTES.items()
        for tag in find_tags(sheet.mask, sheet.prefix + name, tail, len(sheet.mask))
        if not (views and views.start <= tag.start < views_end)
        for splice in _grown_tag(tag, attribute, plan)
    ]
    for match in EXTENDED_AREAS.finditer(sheet.mask, tail):
        grown = grown_areas(match[1], plan)
        if grown != match[1]:
            found.append(Splice(match.start(1), match.end(1), grown))
    yield from sorted(found)


def _grown_tag(tag: Tag, attribute: bytes, plan: SheetPlan) -> Iterator[Splice]:
    given = tag.attribute(attribute)
    grown = grown_areas(given, plan) if given is not None else None
    if grown is not None and grown != given:
        yield Splice(tag.start, tag.end, with_attribute(tag.text, attribute, grown))


def grown_areas(text: bytes, plan: SheetPlan) -> bytes:
    """Return a list of areas in which those that cover the list down to its last row reach to the new last row."""
    return b" ".join(_grown_area(part, plan) for part in text.split(b" "))


def _grown_area(text: bytes, plan: SheetPlan) -> bytes:
    area, append = area_of(text.decode("ascii", "replace")), plan.append
    if area is None or append is None or not _reaches(area, append):
        return text
    first = cell_address(area.first_row, area.first_column)
    return f"{first}:{cell_address(max(plan.rows), area.last_column)}".encode()


def _reaches(area: Area, append: RowAppend) -> bool:
    is_beside = area.last_column < append.first_column or area.first_column > append.last_column
    return area.first_row < area.last_row == append.last_row and not is_beside


def grown_workbook_part(book: Book, plan: SheetPlan, by_now: bytes | None) -> dict[str, bytes]:
    """Return the workbook part with the hidden name of a filter that grew, and with the order to count anew.

    A count over the list keeps its stored result otherwise, which does not know the new rows.

    Args:
        book: the workbook.
        plan: what changes on one sheet.
        by_now: the part with what other sheets changed; None where nothing did.
    """
    if plan.grows_down_to is None and plan.filter_area is None:
        return {}
    part = book.structure.part
    data = book.package.read(part) if by_now is None else by_now
    mask = masked(data)
    _, prefix = root_tag(mask)
    index = str([tab.name for tab in book.structure.sheets].index(book.entry(plan.sheet).name)).encode()
    splices: list[Splice] = []
    for tag in find_tags(mask, prefix + b"definedName", 0, len(mask)):
        if tag.attribute(b"name") == _FILTER_NAME and tag.attribute(b"localSheetId") == index:
            close = mask.find(b"<", tag.end)
            given = mask[tag.end : close]
            grown = widened_name(given, plan) if plan.append is None else _longer_name(given, plan)
            if grown != given:
                splices.append(Splice(tag.end, close, grown))
    calculation = find_tag(mask, prefix + b"calcPr") if plan.grows_down_to is not None else None
    if calculation is not None and any(book.facts(each).formulas for each in book.worksheets):
        counting = with_attribute(calculation.text, b"fullCalcOnLoad", b"1")
        splices.append(Splice(calculation.start, calculation.end, counting))
    return {part: spliced(data, sorted(splices))} if splices else {}


def _longer_name(given: bytes, plan: SheetPlan) -> bytes:
    """Return the hidden name of a filter that reaches to the list's last row with the new last row."""
    reference, mark, row = given.rpartition(b"$")
    if plan.append is None or not (mark and row.isdigit()) or int(row) != plan.append.last_row:
        return given
    return reference + mark + b"%d" % max(plan.rows)
