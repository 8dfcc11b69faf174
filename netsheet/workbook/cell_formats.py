"""Which format each written cell gets: its style's, or one that shows its value as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from netsheet.core.grid import CellValue, Position
from netsheet.core.plan import CellEdit, CellStyle, SheetPlan
from netsheet.lossless.xml_text import whole_number
from netsheet.workbook.sheet_xml import CellSpan, RowSpan, SheetXml
from netsheet.workbook.styles import StyleSheet


class Formats(Protocol):
    """Which format each written cell gets."""

    def is_usual(self, row: int) -> bool:
        """Whether the formats of a row's written cells depend on their columns and styles alone."""

    def of(self, row: int, column: int, style: str | None) -> str:
        """Return the format of a cell; "" where it needs none."""

    def named(self, style: str | None) -> str:
        """Return the format of a named style; "" for none."""


class CellFormats:
    """The format numbers, as text, of all cells that are written to one sheet.

    They are chosen before the first cell is written: in the file the styles may come before the sheet.

    Args:
        sheet: the scanned part.
        looks: the workbook's formats, to which those of ``plan`` are added.
        plan: the cells to be written.
        styles: how the named styles of ``plan`` look.
    """

    def __init__(
        self, sheet: SheetXml, looks: StyleSheet, plan: SheetPlan, styles: Mapping[str, CellStyle]
    ) -> None:
        self._looks = looks
        self._plan = plan
        self._columns = list(sheet.columns())
        used = {edit.style for edits in plan.different_edits() for edit in edits}
        used |= {column.style for column in plan.new_columns}
        self._named = {name: str(looks.cell_format(style)) for name, style in styles.items() if name in used}
        unstyled = {edit.column for edits in plan.different_edits() for edit in edits if edit.style is None}
        self._plain = {column: self._plain_format(column) for column in sorted(unstyled)}
        self._placed: dict[Position, str] = {}
        for row in sheet.row_spans if unstyled else ():
            edits = [edit for edit in plan.rows.get(row.number, ()) if edit.style is None]
            if edits:
                self._place(sheet, row, edits)
        self._rows = {row for row, _ in self._placed}

    def is_usual(self, row: int) -> bool:
        """Whether the formats of a row's written cells depend on their columns and styles alone."""
        return row not in self._rows

    def of(self, row: int, column: int, style: str | None) -> str:
        """Return the format of a cell; "" where it needs none."""
        if style is not None:
            return self._named.get(style, "")
        return self._placed.get((row, column), self._plain[column])

    def named(self, style: str | None) -> str:
        """Return the format of a named style; "" for none."""
        return self._named.get(style or "", "")

    def _plain_format(self, column: int, row_format: int = 0) -> str:
        """Return the format of a new cell without a style.

        Programs differ in what a cell without a format inherits: the workbook's first format, or its row's or column's.
        Where any of these shows 2 as 2 January 1900, say, the cell gets a format that does not.
        """
        inherited = [0, row_format]
        inherited += [
            whole_number(tag.attribute(b"style"))
            for first, last, tag in self._columns
            if first <= column <= last
        ]
        return "" if all(map(self._looks.is_general, inherited)) else str(self._looks.general_format(0))

    def _place(self, sheet: SheetXml, row: RowSpan, edits: Sequence[CellEdit]) -> None:
        row_format = whole_number(sheet.row_tag(row).attribute(b"s"))
        is_header = row.number == self._plan.header_row
        new = {column.column for column in self._plan.new_columns} if is_header else set()
        is_appended = sheet.last_column(row) < edits[0].column
        cells = [] if is_appended and not new else sheet.cells(row)
        for edit in edits:
            plain = self._plain_format(edit.column, row_format)
            here = next((cell for cell in cells if cell.column == edit.column), None)
            if here is not None:
                found = self._kept_format(here.tag.value(b"s"), edit.after)
            else:
                found = _heading_format(cells, edit.column) if edit.column in new else ""
            if (found or plain) != self._plain[edit.column]:
                self._placed[row.number, edit.column] = found or plain

    def _kept_format(self, given: str, value: CellValue) -> str:
        """A replaced cell keeps its format, unless that would show a number as a date."""
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if given and is_number and self._looks.is_dated(whole_number(given)):
            return str(self._looks.general_format(whole_number(given)))
        return given


def _heading_format(cells: Sequence[CellSpan], column: int) -> str:
    """A new heading looks like the last one on its left."""
    left = [cell for cell in cells if cell.column < column and not cell.tag.is_empty]
    return left[-1].tag.value(b"s") if left else ""
