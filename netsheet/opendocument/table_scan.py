"""The rows, cells and columns of one sheet by their offsets; equal neighbours may be written once and repeated."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from netsheet.core.grid import LAST_COLUMN, LAST_ROW
from netsheet.lossless.refusals import damaged, too_far
from netsheet.lossless.xml_text import TAG_REST, Tag, attribute, end_of, find_tags, tag_of, whole_number

ROWS_REPEATED, COLUMNS_REPEATED = b"table:number-rows-repeated", b"table:number-columns-repeated"
ROW, COLUMN = b"table:table-row", b"table:table-column"
ROW_TAG = re.compile(rb"<table:table-row(?=[\s/>])" + TAG_REST)
CELL_TAG = re.compile(rb"<table:(covered-)?table-cell(?=[\s/>])" + TAG_REST)
CELL, COVERED = b"<table:table-cell", b"<table:covered-table-cell"
VALUE = b":value-type"
SHORTEST_CELL = len(b"<table:table-cell/>")
MOST_CELLS = 16_000_000
MOST_TAGS = 4096  # that are remembered: the rows of a sheet repeat the same few dozen


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
        return list(self.each_row())

    def each_row(self) -> Iterator[RowSpan]:
        """Yield the row elements in order, each found as it is needed."""
        mask, find = self.mask, self.mask.find
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
            yield RowSpan(number, repeat, tag, close, end)
            number += repeat

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
        mask = self.mask
        number, start, limit = 1, row.tag.end, row.close
        for at, repeat in self._repeats(row.tag.end, row.close):
            following = number + self._count(start, at) + repeat
            if following > column or mask.find(CELL, at + 1, row.close) < 0:
                limit = at + len(CELL)
                break
            number, start = following, at + 1
        at = mask.find(CELL, start, row.close)
        if at >= 0 and mask.find(COVERED, start, row.close) < 0:
            start = at
            while number < column and (at := mask.find(CELL, at + 1, limit)) >= 0:
                start, number = at, number + 1
        yield from cells_between(mask, start, row.close, number)

    def _repeats(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield where the cells begin that are repeated, and how often; those that are not are not looked at."""
        mask, at = self.mask, start
        while (at := mask.find(COLUMNS_REPEATED, at, end)) >= 0:
            match = CELL_TAG.match(mask, mask.rfind(b"<", start, at))
            at += len(COLUMNS_REPEATED)
            if match is not None:
                at = max(at, match.end())
                yield match.start(), repeated(tag_of(match), COLUMNS_REPEATED)

    def _count(self, start: int, end: int) -> int:
        """Return how many cell elements begin between two offsets."""
        return self.mask.count(CELL, start, end) + self.mask.count(COVERED, start, end)

    def column_at(self, row: RowSpan, offset: int) -> int | None:
        """Return the column of the cell that begins at an offset, or of the first behind the row's last; None for neither."""
        if offset != row.close and not self.mask.startswith((CELL, COVERED), offset):
            return None
        start = row.tag.end
        return 1 + self._count(start, offset) + sum(times - 1 for _, times in self._repeats(start, offset))

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
        """Return a column behind all values of the rows in which cells are repeated."""
        right = 0
        for row in self.rows:
            last = self.mask.rfind(VALUE, row.tag.end, row.close)
            if last >= 0 and self.mask.find(COLUMNS_REPEATED, row.tag.end, row.close) >= 0:
                last = self.mask.find(b">", last, row.close)
                repeats = sum(times for _, times in self._repeats(row.tag.end, last))
                right = max(right, (last - row.tag.end) // SHORTEST_CELL + 1 + repeats)
        return right

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
    return _times(tag.text, name) if name in tag.text else 1


@lru_cache(maxsize=MOST_TAGS)
def _times(tag: bytes, name: bytes) -> int:
    return max(1, whole_number(attribute(tag, name), 1))
