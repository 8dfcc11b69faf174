"""What covers a sheet's cells or hides them: charts, pictures and shapes, and hidden columns.

Cells under them may be written, but nobody would see them, and a column's new width would stretch a drawing.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from netsheet.core.grid import LAST_COLUMN, LAST_ROW, Area
from netsheet.errors import UnreadableError
from netsheet.lossless.package import Package, part_name
from netsheet.lossless.xml_text import local_name, parse, whole_number
from netsheet.workbook.sheet_xml import SheetXml

LARGEST_DRAWING = 8 * 1024**2
"""In bytes; the drawings of real workbooks have a few hundred shapes, of a thousand bytes or two."""

COLUMN_SIZE, ROW_SIZE = 64 * 9525, 20 * 9525
"""A column and a row of the usual size, in the units of drawings (EMU, ECMA-376 part 1, 20.1.2.1)."""


def read_coverings(package: Package, drawings: list[str], sheet: SheetXml) -> tuple[Area, ...]:
    """Read what covers cells of a sheet. What cannot be understood, or is far too large, covers nothing.

    Args:
        package: the workbook.
        drawings: the names of the sheet's drawing parts.
        sheet: the scanned sheet. What reaches its right edge is not counted, since there are no cells to the right of it.
    """
    found: list[Area] = []
    for name in drawings:
        if package.members[part_name(name)].info.file_size > LARGEST_DRAWING:
            continue
        with contextlib.suppress(UnreadableError):
            found += _anchored(parse(package.read(name)))
    with contextlib.suppress(UnreadableError):
        found += _hidden_columns(sheet)
    return tuple(area for area in found if area.last_column < LAST_COLUMN)


def hidden_from(sheet: SheetXml) -> int | None:
    """Return the first of the columns that are hidden up to the sheet's right edge; None when none are."""
    with contextlib.suppress(UnreadableError):
        for area in _hidden_columns(sheet):
            if area.last_column >= LAST_COLUMN:
                return area.first_column
    return None


def _anchored(root: ET.Element) -> Iterator[Area]:
    """Yield the cells under each drawing that is anchored to cells (ECMA-376 part 1, 20.5.2.24 and 20.5.2.33)."""
    for anchor in root.iter():
        if local_name(anchor.tag) in {"twoCellAnchor", "oneCellAnchor"}:
            parts = {local_name(child.tag): child for child in anchor}
            begin = _corner(parts.get("from"))
            end = _corner(parts.get("to"), is_end=True)
            if begin is None:
                continue
            row, column = begin
            if end is None:
                size = parts.get("ext", anchor)
                width, height = (whole_number(size.get(name)) for name in ("cx", "cy"))
                end = row + height // ROW_SIZE, column + width // COLUMN_SIZE
            yield Area(
                first_row=row,
                first_column=column,
                last_row=max(row, end[0]),
                last_column=max(column, end[1]),
            )


def _corner(marker: ET.Element | None, *, is_end: bool = False) -> tuple[int, int] | None:
    """Read a sheet row and column from a marker, which counts from 0. Nothing of the cell in which an end has no offset is covered."""
    if marker is None:
        return None
    numbers = {local_name(child.tag): (child.text or "").strip() for child in marker}
    row, column = (
        whole_number(numbers.get(name)) + (not is_end or numbers.get(f"{name}Off", "0") != "0")
        for name in ("row", "col")
    )
    return row, column


def _hidden_columns(sheet: SheetXml) -> Iterator[Area]:
    for first, last, tag in sheet.columns():
        if tag.value(b"hidden") in {"1", "true", "on"}:
            yield Area(first_row=1, first_column=first, last_row=LAST_ROW, last_column=last)
