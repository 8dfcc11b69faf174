"""A worksheet part as bytes: rows and cells located by offset, edits turned into splices.

Never re-serialises: what no edit names keeps its bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from netsheet.core.grid import column_letters
from netsheet.core.plan import CellEdit, NewColumn
from netsheet.errors import UnreadableError
from netsheet.workbook.cell_xml import CellSpelling
from netsheet.workbook.refusals import damaged, protected, refuse
from netsheet.workbook.xml_text import (
    QUOTED,
    Splice,
    Tag,
    attribute,
    close_of,
    find_tag,
    find_tags,
    masked,
    root_tag,
    with_attribute,
)

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384
REFERENCE = re.compile(rb"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$")


class RowSpan(NamedTuple):
    """A row's place in the part: its tag, and where its closing tag begins (the tag's end when it closes itself)."""

    number: int
    tag: Tag
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
        self.sheet_data_close = tag.end if tag.is_empty else close_of(self.mask, name, tag)
        if not tag.is_empty and find_tag(self.mask, name, tag.end) is not None:
            raise refuse("one of its sheets has two cell areas")
        self._row_tag = re.compile(rb"<" + self.prefix + rb"row(?=[\s/>])" + QUOTED + rb">")
        self._cell_tag = re.compile(rb"<" + self.prefix + rb"c(?=[\s/>])" + QUOTED + rb">")
        self._row_close = b"</" + self.prefix + b"row"
        self._cell_close = b"</" + self.prefix + b"c"

    def rows(self) -> Iterator[RowSpan]:
        """Yield the rows in order; a row without a number follows its predecessor (ECMA-376 part 1, 18.3.1.73)."""
        number = 0
        find = self.mask.find
        for match in self._row_tag.finditer(self.mask, self.sheet_data.end, self.sheet_data_close):
            tag = Tag(match.start(), match.end(), match[0])
            given = attribute(tag.text, b"r")
            previous, number = number, number + 1
            if given is not None:
                number = _row_number(given)
            if not previous < number <= LAST_ROW:
                raise refuse(f"its rows are out of order at row {number}")
            close = tag.end if tag.is_empty else find(self._row_close, tag.end)
            if close == -1:
                raise damaged(f"row {number} is not closed")
            yield RowSpan(number, tag, close)

    def cells(self, row: RowSpan) -> list[CellSpan]:
        """Return a row's cells in order; a cell without a reference follows its predecessor (18.3.1.4)."""
        cells: list[CellSpan] = []
        column = 0
        for match in self._cell_tag.finditer(self.mask, row.tag.end, row.close):
            tag = Tag(match.start(), match.end(), match[0])
            given = attribute(tag.text, b"r")
            previous, column = column, column + 1
            if given is not None:
                column = cell_reference(given)[1]
            if not previous < column <= LAST_COLUMN:
                raise refuse(f"its cells are out of order in row {row.number}")
            end = tag.end
            if not tag.is_empty:
                end = self.mask.index(b">", self.mask.index(self._cell_close, tag.end)) + 1
            cells.append(CellSpan(column, tag, end))
        return cells

    def last_column(self, row: RowSpan) -> int:
        """Return the column of a row's last cell, quickly where it carries its reference; 0 for an empty row."""
        at = self.mask.rfind(b"<" + self.prefix + b"c ", row.tag.end, row.close)
        if at != -1:
            match = self._cell_tag.match(self.mask, at)
            given = None if match is None else attribute(match[0], b"r")
            if given is not None:
                return cell_reference(given)[1]
        cells = self.cells(row)
        return cells[-1].column if cells else 0

    def formula_at(self, cell: CellSpan) -> bool:
        """Whether a cell holds a formula."""
        return find_tag(self.mask, self.prefix + b"f", cell.tag.end, cell.end) is not None


def _row_number(text: bytes) -> int:
    if not text.isdigit():
        raise damaged(f"a row is numbered {text.decode('utf-8', 'replace')}")
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


class SheetEditor:
    """Turns planned edits of one sheet into splices.

    Args:
        sheet: the scanned part.
        spelling: how cells are written into this file.
        styles: cell format number by style name; "" where the workbook has no styles.
    """

    def __init__(self, sheet: SheetXml, spelling: CellSpelling, styles: Mapping[str, str]) -> None:
        self._sheet = sheet
        self._spelling = spelling
        self._styles = styles
        self._letters: dict[int, str] = {}

    def splices(
        self, rows: Mapping[int, Sequence[CellEdit]], header_row: int, new_columns: Sequence[NewColumn]
    ) -> list[Splice]:
        """Return the ascending splices for all edits, column widths and the sheet's declared size.

        Raises:
            RefusedError: when an edit falls on a formula or past the sheet's limits.
        """
        if not rows:
            return []
        self._heading_columns = {column.column for column in new_columns}
        self._header_row = header_row
        widest = max(edits[-1].column for edits in rows.values() if edits)
        if max(rows) > LAST_ROW or widest > LAST_COLUMN:
            raise protected(
                "the sheet has no room left at its right or lower edge",
                "Delete unused columns and try again.",
            )
        result = self._dimension_splice(max(rows), widest)
        result += self._width_splices(new_columns)
        result += self._row_splices(rows)
        return result

    def _row_splices(self, rows: Mapping[int, Sequence[CellEdit]]) -> list[Splice]:
        sheet = self._sheet
        pending = sorted(rows)
        at = 0
        result: list[Splice] = []
        for row in sheet.rows():
            missing = at
            while at < len(pending) and pending[at] < row.number:
                at += 1
            if at > missing:
                new = "".join(self._new_row(number, rows[number]) for number in pending[missing:at])
                result.append(Splice(row.tag.start, row.tag.start, new.encode()))
            if at < len(pending) and pending[at] == row.number:
                result += self._edited_row(row, rows[row.number])
                at += 1
            if at == len(pending):
                break
        if at < len(pending):
            last = "".join(self._new_row(number, rows[number]) for number in pending[at:])
            result.append(self._at_the_end(last.encode()))
        return result

    def _at_the_end(self, new: bytes) -> Splice:
        sheet = self._sheet
        if not sheet.sheet_data.is_empty:
            return Splice(sheet.sheet_data_close, sheet.sheet_data_close, new)
        tag = sheet.sheet_data
        opened = tag.text[:-2].rstrip() + b">" + new + b"</" + sheet.prefix + b"sheetData>"
        return Splice(tag.start, tag.end, opened)

    def _new_row(self, number: int, edits: Sequence[CellEdit]) -> str:
        prefix = sheet_prefix(self._sheet)
        cells = "".join(self._new_cell(number, edit, "") for edit in edits)
        return f'<{prefix}row r="{number}">{cells}</{prefix}row>'

    def _new_cell(self, row: int, edit: CellEdit, inherited: str) -> str:
        letters = self._letters.get(edit.column)
        if letters is None:
            letters = self._letters[edit.column] = column_letters(edit.column)
        style = inherited if edit.style is None else self._styles.get(edit.style, "")
        return self._spelling.cell(row, letters, edit.after, style)

    def _edited_row(self, row: RowSpan, edits: Sequence[CellEdit]) -> list[Splice]:
        sheet = self._sheet
        result: list[Splice] = []
        spans = row.tag.attribute(b"spans")
        tag = row.tag.text
        if spans is not None:
            tag = _with_wider_spans(tag, spans, edits[0].column, edits[-1].column)
        appending = sheet.last_column(row) < edits[0].column
        cells = [] if appending and row.number != self._header_row else sheet.cells(row)
        if row.tag.is_empty:
            new = "".join(self._new_cell(row.number, edit, "") for edit in edits).encode()
            opened = tag[:-2].rstrip() + b">" + new + b"</" + sheet.prefix + b"row>"
            return [Splice(row.tag.start, row.tag.end, opened)]
        if tag != row.tag.text:
            result.append(Splice(row.tag.start, row.tag.end, tag))
        if appending:
            heading_style = self._heading_style(cells)
            new = "".join(self._new_cell(row.number, edit, heading_style) for edit in edits).encode()
            result.append(Splice(row.close, row.close, new))
            return result
        return result + self._merged(row, cells, edits)

    def _merged(self, row: RowSpan, cells: list[CellSpan], edits: Sequence[CellEdit]) -> list[Splice]:
        """Place edits among a row's cells: replace where one stands, insert before the next where none does."""
        result: list[Splice] = []
        following = 0
        for edit in edits:
            while following < len(cells) and cells[following].column < edit.column:
                following += 1
            here = cells[following] if following < len(cells) else None
            if here is not None and here.column == edit.column:
                if self._sheet.formula_at(here):
                    raise protected(
                        f"the cell {column_letters(edit.column)}{row.number} of netsheet holds a formula",
                        "Delete the formula, or rename the column's heading to keep it as yours, and try again.",
                    )
                kept = (here.tag.attribute(b"s") or b"").decode()
                result.append(
                    Splice(here.tag.start, here.end, self._new_cell(row.number, edit, kept).encode())
                )
                continue
            start = row.close if here is None else here.tag.start
            inherited = self._heading_style(cells[:following]) if edit.column in self._heading_columns else ""
            new = self._new_cell(
                row.number, edit, inherited if row.number == self._header_row else ""
            ).encode()
            if result and result[-1].end == start and result[-1].start == start:
                result[-1] = Splice(start, start, result[-1].new + new)
            else:
                result.append(Splice(start, start, new))
        return result

    def _heading_style(self, cells: Sequence[CellSpan]) -> str:
        """A new heading looks like the user's last one on its left."""
        for cell in reversed(cells):
            if not cell.tag.is_empty:
                return (cell.tag.attribute(b"s") or b"").decode()
        return ""

    def _dimension_splice(self, last_row: int, last_column: int) -> list[Splice]:
        """Widen the declared size, where one is declared before the cells."""
        sheet = self._sheet
        tag = find_tag(sheet.mask, sheet.prefix + b"dimension", sheet.root.end, sheet.sheet_data.start)
        given = None if tag is None else tag.attribute(b"ref")
        if tag is None or given is None:
            return []
        first, _, last = given.partition(b":")
        try:
            top, left = cell_reference(first)
            bottom, right = cell_reference(last or first)
        except UnreadableError:
            return []
        if bottom >= last_row and right >= last_column:
            return []
        corner = f"{column_letters(max(right, last_column))}{max(bottom, last_row)}"
        wider = f"{column_letters(left)}{top}:{corner}".encode()
        return [Splice(tag.start, tag.end, with_attribute(tag.text, b"ref", wider))]

    def _width_splices(self, new_columns: Sequence[NewColumn]) -> list[Splice]:
        """Give a new column its width where no ``<col>`` of the user's covers it."""
        sheet = self._sheet
        name = sheet.prefix + b"cols"
        cols = find_tag(sheet.mask, name, sheet.root.end, sheet.sheet_data.start)
        if cols is None or cols.is_empty:
            inner = "".join(self._col(column) for column in new_columns).encode()
            if not inner:
                return []
            new = b"<" + name + b">" + inner + b"</" + name + b">"
            start, end = (
                (cols.start, cols.end)
                if cols is not None
                else (sheet.sheet_data.start, sheet.sheet_data.start)
            )
            return [Splice(start, end, new)]
        close = close_of(sheet.mask, name, cols)
        covered = [
            (int(tag.attribute(b"min") or 0), int(tag.attribute(b"max") or 0), tag.start)
            for tag in find_tags(sheet.mask, sheet.prefix + b"col", cols.end, close)
        ]
        result: dict[int, str] = {}
        for column in new_columns:
            if not any(low <= column.column <= high for low, high, _ in covered):
                at = min((start for low, _, start in covered if low > column.column), default=close)
                result[at] = result.get(at, "") + self._col(column)
        return [Splice(at, at, new.encode()) for at, new in sorted(result.items())]

    def _col(self, column: NewColumn) -> str:
        prefix = sheet_prefix(self._sheet)
        number = column.column
        return f'<{prefix}col min="{number}" max="{number}" width="{column.width}" customWidth="1"/>'


def sheet_prefix(sheet: SheetXml) -> str:
    """Return the part's element prefix as text."""
    return sheet.prefix.decode()


def _with_wider_spans(tag: bytes, spans: bytes, first: int, last: int) -> bytes:
    """Widen a row's optimisation hint; it may list several ranges (ECMA-376 part 1, 18.18.55 ST_CellSpans)."""
    try:
        bounds = [int(number) for part in spans.split() for number in part.split(b":")]
    except ValueError:
        return tag
    if not bounds or (min(bounds) <= first and max(bounds) >= last):
        return tag
    wider = f"{min([*bounds, first])}:{max([*bounds, last])}".encode()
    return with_attribute(tag, b"spans", wider)
