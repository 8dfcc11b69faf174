"""A worksheet part as bytes: its rows and cells, found by their offsets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from netsheet.core.grid import LAST_COLUMN, LAST_ROW, Area
from netsheet.errors import UnreadableError
from netsheet.lossless.refusals import damaged, refuse
from netsheet.lossless.xml_text import (
    TAG_REST,
    Tag,
    attribute,
    close_of,
    end_of,
    find_tag,
    find_tags,
    masked,
    root_tag,
    tag_of,
    tag_pattern,
    whole_number,
)

LONGEST_ROW_NUMBER = 10
REFERENCE = re.compile(rb"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$")


class RowSpan(NamedTuple):
    """A row's place in the part: where its tag begins and ends, and where its closing tag begins.

    ``close`` is the tag's end when the tag closes itself. A large sheet has very many rows: no bytes are kept here.
    """

    number: int
    start: int
    end: int
    close: int


class CellSpan(NamedTuple):
    """A cell's place: its tag, and the offset one past its closing tag."""

    column: int
    tag: Tag
    end: int


def column_number(letters: bytes) -> int:
    """Read column letters: AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


class SheetXml:
    """One worksheet part, scanned once.

    Raises:
        UnreadableError: when it has no sheetData, or its rows are out of order.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.mask = masked(data)
        self.root, self.prefix = root_tag(self.mask)
        name = self.prefix + b"sheetData"
        tag = find_tag(self.mask, name)
        if tag is None:
            raise refuse("one of its sheets has no cell area")
        self.sheet_data = tag
        self.sheet_data_close = tag.end if tag.is_empty else self._close_of_cell_area(name)
        self._check_prefixes()
        self._row_close = b"</" + self.prefix + b"row"
        self._cell_open = b"<" + self.prefix + b"c"
        self._cell_close = b"</" + self.prefix + b"c>"
        # Row numbers usually come first, as in <row r="7">: found with the tag itself, else by a second search.
        self._row_tag = re.compile(
            rb"<" + re.escape(self.prefix) + rb'row(?=[\s/>])(?: r="([0-9]{1,7})")?' + TAG_REST
        )
        self._referenced_cell = re.compile(rb"<" + re.escape(self.prefix) + rb'c r="([A-Z]{1,3})[0-9]+"')
        self._row_numbers = re.compile(re.escape(self._cell_open) + rb' r="[A-Z]+([0-9]+)"')
        self._numbers: dict[bytes, int] = {}
        self._cell_tag = tag_pattern(self.prefix + b"c")

    def _close_of_cell_area(self, name: bytes) -> int:
        """Find where the cell area is closed, and refuse a second one inside it or after it."""
        either = re.compile(rb"</?" + re.escape(name) + rb"(?=[\s/>])").search(self.mask, self.sheet_data.end)
        start = self.sheet_data.end if either is None else either.start()
        close = close_of(self.mask, name, self.sheet_data, start)
        if find_tag(self.mask, name, start) is not None:
            raise refuse("one of its sheets has two cell areas")
        return close

    def _check_prefixes(self) -> None:
        """Refuse cells written with several prefixes or namespaces: the scan would miss some."""
        start, end = self.sheet_data.end, self.sheet_data_close
        other = rb"(?!" + re.escape(self.prefix) + rb")(?:[\w.\-]+:)?" if self.prefix else rb"[\w.\-]+:"
        names = rb"(?:row|c|f|v|is)[\s/>]"
        # Most sheets have no prefixes at all, which a search for one known character finds out quickly.
        may_be_mixed = self.prefix or re.compile(b":" + names).search(self.mask, start, end)
        is_mixed = bool(may_be_mixed and re.compile(b"<" + other + names).search(self.mask, start, end))
        declaration = b"xmlns:" + self.prefix[:-1] if self.prefix else b"xmlns"
        if not is_mixed and self.mask.find(declaration, start, end) != -1:
            namespace = self.root.attribute(declaration)
            tags = re.compile(rb"<[\w.\-:]+(?=\s)" + TAG_REST).finditer(self.mask, start, end)
            is_mixed = any(attribute(tag[0], declaration) not in (None, namespace) for tag in tags)
        if is_mixed:
            raise refuse("one of its sheets writes its cells in several namespaces")

    def columns(self) -> Iterator[tuple[int, int, Tag]]:
        """Yield the first and the last column, and the tag, of each ``<col>``: how columns look, and how wide they are."""
        name = self.prefix + b"cols"
        cols = find_tag(self.mask, name, self.root.end, self.sheet_data.start)
        if cols is None or cols.is_empty:
            return
        for tag in find_tags(self.mask, self.prefix + b"col", cols.end, close_of(self.mask, name, cols)):
            yield whole_number(tag.attribute(b"min")), whole_number(tag.attribute(b"max")), tag

    def row_tag(self, row: RowSpan) -> Tag:
        """Return the tag of a row."""
        return Tag(row.start, row.end, self.data[row.start : row.end])

    @cached_property
    def row_spans(self) -> list[RowSpan]:
        """All rows, found once."""
        return list(self.rows())

    def rows(self) -> Iterator[RowSpan]:
        """Yield the rows in order; a row without a number follows its predecessor (ECMA-376 part 1, 18.3.1.73)."""
        number = 0
        waiting: tuple[int, Tag] | None = None
        for match in self._row_tag.finditer(self.mask, self.sheet_data.end, self.sheet_data_close):
            tag = tag_of(match)
            given = match[1] or tag.attribute(b"r")
            previous, number = number, number + 1
            if given is not None:
                number = _row_number(given)
            if not previous < number <= LAST_ROW:
                raise refuse(f"its rows are out of order at row {number}")
            if waiting is not None:
                yield self._row(*waiting, tag.start)
            waiting = number, tag
        if waiting is not None:
            yield self._row(*waiting, self.sheet_data_close)

    def _row(self, number: int, tag: Tag, following: int) -> RowSpan:
        """Find where a row is closed, before what follows it."""
        if tag.is_empty:
            return RowSpan(number, tag.start, tag.end, tag.end)
        close = self.mask.find(self._row_close, tag.end, following)
        if close == -1:
            raise damaged(f"row {number} is not closed")
        return RowSpan(number, tag.start, tag.end, close)

    def cells(self, row: RowSpan) -> list[CellSpan]:
        """Return a row's cells in order; a cell without a reference follows its predecessor (18.3.1.4)."""
        cells: list[CellSpan] = []
        column = closed = 0
        for match in self._cell_tag.finditer(self.mask, row.end, row.close):
            tag = tag_of(match)
            given = tag.attribute(b"r")
            previous, column = column, column + 1
            if given is not None:
                placed, column = cell_reference(given)
                if placed != row.number:
                    raise damaged(f"a cell of row {row.number} is placed in another row")
            if not previous < column <= LAST_COLUMN:
                raise refuse(f"its cells are out of order in row {row.number}")
            if tag.start < closed:
                raise damaged(f"a cell of row {row.number} is not closed")
            closed = self.cell_end(tag)
            cells.append(CellSpan(column, tag, closed))
        return cells

    def cell_end(self, tag: Tag) -> int:
        """Return the offset one past the cell that ``tag`` opens."""
        if tag.is_empty:
            return tag.end
        close = self.mask.find(self._cell_close, tag.end)
        following = self.mask.find(self._cell_open, tag.end, close if close != -1 else None)
        if close == -1 or following != -1:
            # A closing tag with white space in it, or text whose element begins with "c" (colour, character set).
            return end_of(self.mask, self.prefix + b"c", tag)
        return close + len(self._cell_close)

    def last_column(self, row: RowSpan) -> int:
        """Return the column of a row's last cell; 0 for an empty row."""
        at = self.mask.rfind(self._cell_open, row.end, row.close)
        quick = self._referenced_cell.match(self.mask, at) if at != -1 else None
        if quick is not None:
            letters = quick[1]
            if letters not in self._numbers:
                self._numbers[letters] = column_number(letters)
            return self._numbers[letters]
        at = row.close
        while (at := self.mask.rfind(self._cell_open, row.end, at)) != -1:
            match = self._cell_tag.match(self.mask, at, row.close)
            if match is not None:
                given = tag_of(match).attribute(b"r")
                if given is None:
                    return self.cells(row)[-1].column
                return cell_reference(given)[1]
        return 0

    def cell_at(self, start: int) -> tuple[int, CellSpan] | None:
        """Return the sheet row and the cell whose tag begins at an offset; None when none does."""
        match = self._cell_tag.match(self.mask, start)
        if match is None:
            return None
        tag = tag_of(match)
        given = tag.attribute(b"r")
        if given is None:
            return self._counted.get(start)
        row, column = cell_reference(given)
        return row, CellSpan(column, tag, self.cell_end(tag))

    @cached_property
    def _counted(self) -> dict[int, tuple[int, CellSpan]]:
        """All cells by the offset of their tag, for sheets in which cells without references must be counted."""
        return {cell.tag.start: (row.number, cell) for row in self.rows() for cell in self.cells(row)}

    def cells_around(self, needle: re.Pattern[bytes]) -> Iterator[tuple[int, CellSpan]]:
        """Yield the sheet row and the cell around each match in the cell area, ascending; one match for each cell."""
        passed = self.sheet_data.end
        for match in needle.finditer(self.mask, self.sheet_data.end, self.sheet_data_close):
            at = match.start() + 1
            found = None
            while found is None and (at := self.mask.rfind(self._cell_open, passed, at)) != -1:
                found = self.cell_at(at)
            passed = max(passed, match.start())
            if found is not None and found[1].end > match.start():
                passed = found[1].end
                yield found

    @cached_property
    def plain_width(self) -> int | None:
        """The greatest column any cell names; None when some cell's reference is missing or written in an unusual way."""
        if self._unusual_cell.search(*self._cell_area) is not None:
            return None
        letters = re.compile(re.escape(self._cell_open) + rb' r="([A-Z]+)').findall(*self._cell_area)
        return max(map(column_number, set(letters)), default=0)

    @property
    def _cell_area(self) -> tuple[bytes, int, int]:
        return self.mask, self.sheet_data.end, self.sheet_data_close

    @property
    def _unusual_cell(self) -> re.Pattern[bytes]:
        """Match a cell that is not written as usual, or whose row is not in any sheet.

        Usual is <c r="B7" s="1" t="s">, as Excel writes it. Not usual are <c s="1">, <c r='B7'>, and
        <c r="B7" x="1">: a sheet with one of these is read the slow and exact way.
        """
        usual = rb'[0-9]{1,6}"(?:>| t="inlineStr">| s="[0-9]{1,5}"(?: t="s")?>)'  # tried first, being quick
        rows, others = rb'(?:[0-9]{1,6}|10[0-4][0-9]{4})"', rb'(?: (?:s|t|cm|vm|ph)="[^"<>]*+")*+'
        plain = rb'(?! r="[A-Z]{1,3}(?:' + usual + rb"|" + rows + others + rb"\s?/?>))(?=[\s/>])"
        return re.compile(re.escape(self._cell_open) + plain)

    def check_plain_rows(self, row: RowSpan) -> None:
        """Refuse a row with cells whose references name another row."""
        if set(self._row_numbers.findall(self.mask, row.end, row.close)) - {b"%d" % row.number}:
            raise damaged(f"a cell of row {row.number} is placed in another row")

    def mentioned(self, columns: Iterable[str]) -> frozenset[str]:
        """Return those of the columns (as letters) in which there may be a cell; quick, and never misses one."""
        wanted = frozenset(columns)
        any_of = f"(?:{'|'.join(wanted)})".encode()
        # Three searches that begin with one known character are quicker than one search for all three.
        references = [re.compile(first + any_of + rb"\$?[0-9]") for first in (b'"', b"'", rb"\$")]
        is_mentioned = wanted and any(each.search(*self._cell_area) for each in references)
        return wanted if is_mentioned else frozenset()

    def is_free(self, row: RowSpan, letters: str) -> bool:
        """Whether no cell of a row is in that column; its cells may be out of order."""
        reference = f"{letters}{row.number}".encode()
        return self.mask.find(reference, row.end, row.close) == -1

    def formula_at(self, cell: CellSpan) -> bool:
        """Whether a cell holds a formula."""
        return find_tag(self.mask, self.prefix + b"f", cell.tag.end, cell.end) is not None


def _row_number(text: bytes) -> int:
    if not text.isdigit() or len(text) > LONGEST_ROW_NUMBER:
        raise damaged(f"a row is numbered {text[:20].decode('utf-8', 'replace')}")
    return int(text)


def cell_reference(text: bytes) -> tuple[int, int]:
    """Read a cell's reference into sheet row and sheet column.

    Raises:
        UnreadableError: when it is none.
    """
    match = REFERENCE.match(text)
    if match is None:
        raise damaged(f"a cell is placed at {text.decode('utf-8', 'replace')}")
    return int(match[2]), column_number(match[1])


def area_of(reference: str) -> Area | None:
    """Read an area such as "A1:C9" or "B2"; None when it is none (whole columns, a broken name)."""
    first, colon, last = reference.encode().partition(b":")
    try:
        (top, left), (bottom, right) = cell_reference(first), cell_reference(last if colon else first)
    except UnreadableError:
        return None
    return Area(first_row=top, first_column=left, last_row=bottom, last_column=right)
