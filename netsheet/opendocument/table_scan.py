"""The rows, cells and columns of one sheet by their offsets; equal neighbours may be written once and repeated."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from netsheet.core.grid import LAST_COLUMN, LAST_ROW
from netsheet.lossless.refusals import damaged, too_far
from netsheet.lossless.xml_text import TAG_REST, Tag, end_of, find_tags, tag_of, whole_number

ROWS_REPEATED, COLUMNS_REPEATED = b"table:number-rows-repeated", b"table:number-columns-repeated"
ROW, COLUMN = b"table:table-row", b"table:table-column"
ROW_TAG = re.compile(rb"<table:table-row(?=[\s/>])" + TAG_REST)
CELL_TAG = re.compile(rb"<table:(covered-)?table-cell(?=[\s/>])" + TAG_REST)
CELL, COVERED = b"<table:table-cell", b"<table:covered-table-cell"
VALUE = b":value-type"
SHORTEST_CELL = len(b"<table:table-cell/>")
MOST_CELLS = 16_000_000


class RowSpan(NamedTuple):
    """A row element: its first sheet row, how many rows it is, its tag, and where its closing tag begins.

    ``close`` is the tag's end when it closes itself; ``end`` is one past the element.
    """

    number: int
    repeat: int
    tag: Tag
    close: int
    end: int


class CellSpan(NamedTuple):
    """A cell element: its first sheet column, how many columns it is, its tag, and one past its end."""

    column: int
    repeat: int
    tag: Tag
    end: int


class ColumnSpan(NamedTuple):
    """A column element: its first sheet column, how many columns it is, its tag, and one past its end."""

    column: int
    repeat: int
    tag: Tag
    end: int


class TableScan:
    """One sheet, scanned.

    Args:
        mask: the content part; nothing in it hides an angle bracket.
        start: the end of the sheet's opening tag.
        close: where its closing tag begins.
    """

    def __init__(self, mask: bytes, start: int, close: int) -> None:
        self.mask = mask
        self.start = start
        self.close = close

    @cached_property
    def rows(self) -> list[RowSpan]:
        """All row elements in order."""
        mask, find = self.mask, self.mask.find
        found: list[RowSpan] = []
        number = 1
        for match in ROW_TAG.finditer(mask, self.start, self.close):
            tag = tag_of(match)
            repeat = repeated(tag, ROWS_REPEATED)
            close = end = tag.end
            if not tag.is_empty:
                close = find(b"</table:table-row", tag.end, self.close)
                end = find(b">", close) + 1
                if close < 0 or end <= 0:
                    raise damaged("a row of its sheets does not end")
            found.append(RowSpan(number, repeat, tag, close, end))
            number += repeat
        return found

    @cached_property
    def _starts(self) -> list[int]:
        return [row.tag.start for row in self.rows]

    def row_at(self, offset: int) -> RowSpan | None:
        """Return the row element that an offset lies in, or None."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self.rows[index].end:
            return None
        return self.rows[index]

    def cells(self, row: RowSpan) -> Iterator[CellSpan]:
        """Yield the cell elements of a row in order."""
        yield from cells_between(self.mask, row.tag.end, row.close)

    def cells_from(self, row: RowSpan, column: int) -> Iterator[CellSpan]:
        """Yield the cell elements of a row, from the one that a column is in, or one before it."""
        number, start = 1, row.tag.end
        if self.mask.find(COVERED, start, row.close) < 0:
            limit = self.mask.find(COLUMNS_REPEATED, start, row.close)
            at = self.mask.find(CELL, start, row.close)
            while number < column and at >= 0:
                start = at
                at = self.mask.find(CELL, at + 1, limit if limit >= 0 else row.close)
                number += at >= 0
            start = max(start, at)
        yield from cells_between(self.mask, start, row.close, number)

    def column_at(self, row: RowSpan, offset: int) -> int | None:
        """Return the column of the cell that begins at an offset, or of the first behind the row's last; None for neither."""
        mask, start = self.mask, row.tag.end
        is_simple = mask.find(COLUMNS_REPEATED, start, offset) < 0 and mask.find(COVERED, start, offset) < 0
        if is_simple and (offset == row.close or mask.startswith(CELL, offset)):
            return 1 + mask.count(CELL, start, offset)
        column = 1
        for cell in self.cells(row):
            if cell.tag.start >= offset:
                return column if cell.tag.start == offset else None
            column = cell.column + cell.repeat
        return column if offset == row.close else None

    def cell_at(self, offset: int) -> tuple[RowSpan, CellSpan] | None:
        """Return the row and the cell element that an offset lies in, or None."""
        row = self.row_at(offset)
        if row is None:
            return None
        cell = next((cell for cell in self.cells(row) if cell.tag.start <= offset < cell.end), None)
        return None if cell is None else (row, cell)

    @cached_property
    def columns(self) -> list[ColumnSpan]:
        """All column elements in order; they come before the first row."""
        end = self.rows[0].tag.start if self.rows else self.close
        found: list[ColumnSpan] = []
        column = 1
        for tag in find_tags(self.mask, COLUMN, self.start, end):
            repeat = repeated(tag, COLUMNS_REPEATED)
            found.append(ColumnSpan(column, repeat, tag, end_of(self.mask, COLUMN, tag)))
            column += repeat
        return found

    def check_extent(self) -> None:
        """Refuse a sheet whose values are so far apart that reading it would exhaust the memory.

        Raises:
            UnreadableError: naming the far cell.
        """
        bottom = right = 0
        for row in self.rows:
            last = self.mask.rfind(VALUE, row.tag.end, row.close)
            if last < 0:
                continue
            bottom = row.number + row.repeat - 1
            if self.mask.find(COLUMNS_REPEATED, row.tag.end, row.close) < 0:
                right = max(right, (row.close - row.tag.end) // SHORTEST_CELL)
            if bottom > LAST_ROW or bottom * right > MOST_CELLS or right > LAST_COLUMN:
                break
        else:
            right = max(right, self._right())
            if bottom * right <= MOST_CELLS and right <= LAST_COLUMN:
                return
        self._check_exactly()

    def _right(self) -> int:
        """Return the last column with a value in rows in which cells are repeated."""
        right = 0
        for row in self.rows:
            last = self.mask.rfind(VALUE, row.tag.end, row.close)
            if last >= 0 and self.mask.find(COLUMNS_REPEATED, row.tag.end, row.close) >= 0:
                right = max(right, self._width(row, last))
        return right

    def _width(self, row: RowSpan, last: int) -> int:
        last = self.mask.find(b">", last, row.close)
        if self.mask.find(COLUMNS_REPEATED, row.tag.end, last) < 0:
            return (last - row.tag.end) // SHORTEST_CELL + 1
        cells = [cell for cell in self.cells(row) if cell.tag.start <= last]
        return cells[-1].column + cells[-1].repeat - 1 if cells else 0

    def _check_exactly(self) -> None:
        bottom = right = 0
        for row in self.rows:
            valued = [cell for cell in self.cells(row) if VALUE in cell.tag.text]
            if valued:
                bottom = row.number + row.repeat - 1
                right = max(right, valued[-1].column + valued[-1].repeat - 1)
        if bottom > LAST_ROW or right > LAST_COLUMN or bottom * right > MOST_CELLS:
            raise too_far(bottom, right)


def cells_between(mask: bytes, start: int, close: int, column: int = 1) -> Iterator[CellSpan]:
    """Yield the cell elements between two offsets, the first of which is in the column given."""
    at = start
    while (match := CELL_TAG.search(mask, at, close)) is not None:
        tag = tag_of(match)
        at = tag.end
        if not tag.is_empty:
            closing = b"</table:covered-table-cell" if match[1] else b"</table:table-cell"
            at = mask.find(b">", mask.find(closing, tag.end, close)) + 1
            if at <= tag.end or at > close:
                raise damaged("a cell of its sheets does not end")
        repeat = repeated(tag, COLUMNS_REPEATED) if COLUMNS_REPEATED in tag.text else 1
        yield CellSpan(column, repeat, tag, at)
        column += repeat


def repeated(tag: Tag, name: bytes) -> int:
    """Return how often an element is repeated; 0 counts as once, as readers take it."""
    return max(1, whole_number(tag.attribute(name), 1)) if name in tag.text else 1
