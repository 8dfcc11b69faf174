"""What a list takes along when rows or columns are added to it: filters, coloured rules, and the looks of its cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from netsheet.core.grid import Area, Position
from netsheet.core.plan import RowAppend, SheetPlan
from netsheet.lossless.xml_text import Splice, Tag, escaped, find_tags, with_attribute
from netsheet.opendocument.document import Document, TableSpan
from netsheet.opendocument.range_addresses import RANGE, read_address, written_area
from netsheet.opendocument.table_facts import filter_ranges, ranges_of
from netsheet.opendocument.table_scan import CellSpan, TableScan

VALIDATION = b"table:content-validation-name"
_TARGET = b"table:target-range-address"
_RULE, _RULE_TARGET = b"calcext:conditional-format", b"calcext:target-range-address"


class Look(NamedTuple):
    """How a cell looks, and which drop-down it has: names of the document's, "" for none."""

    style: str = ""
    validation: str = ""


def read_looks(scan: TableScan, plan: SheetPlan) -> dict[Position, Look]:
    """Return for the written cells of a plan how the cells look that they take after."""
    wanted = set(plan.looks.values())
    rows = {row for row, _ in wanted}
    found: dict[Position, Look] = {}
    for row in scan.rows if rows else ():
        numbers = [number for number in rows if row.number <= number < row.number + row.repeat]
        for cell in scan.cells(row) if numbers else ():
            look = look_of(cell)
            columns = [column for _, column in wanted if cell.column <= column < cell.column + cell.repeat]
            found |= {(number, column): look for number in numbers for column in columns}
    return {place: found[model] for place, model in plan.looks.items() if any(found.get(model, ()))}


def look_of(cell: CellSpan) -> Look:
    """Return how a cell looks by itself."""
    return Look(cell.tag.value(b"table:style-name"), cell.tag.value(VALIDATION))


def shown_plan(plan: SheetPlan, looks: Mapping[Position, Look]) -> SheetPlan:
    """Return a plan of new rows without the empty cells that look like any other."""
    if plan.append is None:
        return plan
    rows = {
        row: [edit for edit in edits if edit.after != "" or (row, edit.column) in looks]
        for row, edits in plan.rows.items()
    }
    return replace(plan, rows=rows)


def grown_ranges(document: Document, span: TableSpan, plan: SheetPlan) -> Iterator[Splice]:
    """Yield the splices by which filters and rules take in new columns, or new rows of the list."""
    if plan.append is not None and any(plan.rows.values()):
        for tag, _ in ranges_of(document, span.name):
            yield from _longer(tag, _TARGET, plan, plan.append)
        for tag in find_tags(document.mask, _RULE, span.tag.end, span.close):
            yield from _longer(tag, _RULE_TARGET, plan, plan.append)
    grown = plan.filter_area
    if grown is None:
        return
    before = replace(grown, last_column=plan.new_columns[0].column - 1)
    for tag, area in filter_ranges(document, span.name):  # a sort would leave netsheet's cells where they are
        if area == before:
            address = escaped(written_area(span.name, grown)).encode()
            yield Splice(tag.start, tag.end, with_attribute(tag.text, _TARGET, address))


def _longer(tag: Tag, attribute: bytes, plan: SheetPlan, append: RowAppend) -> Iterator[Splice]:
    """Let each area of several rows that ends on the list's last row reach to its new one."""
    given = tag.value(attribute)
    last = str(max(row for row, edits in plan.rows.items() if edits))
    grown = RANGE.sub(
        lambda match: (
            match[0].removesuffix(match["row2"]) + last
            if (found := read_address(match[0])) and _reaches(found[1], append)
            else match[0]
        ),
        given,
    )
    if grown != given:
        yield Splice(tag.start, tag.end, with_attribute(tag.text, attribute, escaped(grown).encode()))


def _reaches(area: Area, append: RowAppend) -> bool:
    is_beside = area.last_column < append.first_column or area.first_column > append.last_column
    return area.first_row < area.last_row == append.last_row and not is_beside
