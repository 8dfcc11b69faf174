"""A filter over exactly the log takes in the columns that are added next to it, so that a sort takes them along."""

from __future__ import annotations

from collections.abc import Iterator

from netsheet.core.grid import cell_address, column_letters
from netsheet.core.plan import SheetPlan
from netsheet.lossless.xml_text import Splice, find_tag, with_attribute
from netsheet.workbook.sheet_xml import SheetXml


def filter_splices(sheet: SheetXml, plan: SheetPlan) -> Iterator[Splice]:
    """Yield the splice that gives the sheet's filter its new area; none where it stays as it is."""
    area = plan.filter_area
    tag = find_tag(sheet.mask, sheet.prefix + b"autoFilter", sheet.sheet_data_close) if area else None
    if area is not None and tag is not None:
        first, last = (area.first_row, area.first_column), (area.last_row, area.last_column)
        reference = f"{cell_address(*first)}:{cell_address(*last)}".encode()
        yield Splice(tag.start, tag.end, with_attribute(tag.text, b"ref", reference))


def widened_name(reference: bytes, plan: SheetPlan) -> bytes:
    """Return the hidden name of a filter, such as Log!$A$1:$D$9, with the new columns; another area stays."""
    area = plan.filter_area
    start, colon, corner = reference.rpartition(b":")
    if area is None or corner != _corner(plan.new_columns[0].column - 1, area.last_row):
        return reference
    return start + colon + _corner(area.last_column, area.last_row)


def _corner(column: int, row: int) -> bytes:
    return f"${column_letters(column)}${row}".encode()
