"""Edits of one worksheet turned into splices: all bytes that no edit changes stay as they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from netsheet.core.grid import LAST_COLUMN, LAST_ROW, cell_address, column_letters
from netsheet.core.plan import CellEdit, NewColumn, SheetPlan
from netsheet.lossless.refusals import protected
from netsheet.lossless.xml_text import (
    Splice,
    attribute,
    close_of,
    filled,
    find_tag,
    with_attribute,
)
from netsheet.workbook.cell_formats import Formats
from netsheet.workbook.cell_xml import CellWriter
from netsheet.workbook.filter_growth import filter_splices
from netsheet.workbook.sheet_xml import CellSpan, RowSpan, SheetXml, area_of
from netsheet.workbook.validations import validation_splices

MOST_LISTS = 20_000  # lists of edits whose written cells are remembered
ROW = "\0"
"""Takes the place of the row's number in cells that are written once for many rows; no workbook can contain it."""


class SheetEditor:
    """Turns planned edits of one sheet into splices.

    Args:
        sheet: the scanned part.
        writer: writes cells as this file does.
        formats: which format each cell gets.
    """

    def __init__(self, sheet: SheetXml, writer: CellWriter, formats: Formats) -> None:
        self._sheet = sheet
        self._writer = writer
        self._formats = formats
        self._heads: dict[int, str] = {}
        self._written: dict[int, tuple[Sequence[CellEdit], bytes]] = {}
        self._spans: dict[tuple[bytes, int, int], bytes] = {}
        self._mentioned: frozenset[str] = frozenset()

    def splices(self, plan: SheetPlan) -> Iterator[Splice]:
        """Yield the ascending splices for all edits, column widths and the sheet's declared size.

        Raises:
            RefusedError: when an edit falls on a formula or past the sheet's limits.
        """
        rows = {number: edits for number, edits in plan.rows.items() if edits}
        if not rows:
            return
        columns = {edit.column for edits in plan.different_edits() for edit in edits}
        widest = max(columns)
        letters = {column: column_letters(column) for column in sorted(columns) if column <= LAST_COLUMN}
        self._heads = {
            column: f'<{self._sheet.prefix.decode()}c r="{name}{ROW}' for column, name in letters.items()
        }
        self._mentioned = self._sheet.mentioned(letters.values())
        if max(rows) > LAST_ROW or widest > LAST_COLUMN:
            raise protected(
                "the sheet has no room left at its right or lower edge",
                "Delete unused columns and try again.",
            )
        yield from self._dimension_splice(max(rows), widest)
        yield from self._width_splices(plan.new_columns)
        yield from self._row_splices(rows)
        yield from filter_splices(self._sheet, plan)
        yield from validation_splices(self._sheet, plan)

    def _row_splices(self, rows: Mapping[int, Sequence[CellEdit]]) -> Iterator[Splice]:
        sheet = self._sheet
        pending = sorted(rows)
        at = 0
        for row in sheet.row_spans:
            missing = at
            while at < len(pending) and pending[at] < row.number:
                at += 1
            if at > missing:
                new = b"".join(self._new_row(number, rows[number]) for number in pending[missing:at])
                yield Splice(row.start, row.start, new)
            if at < len(pending) and pending[at] == row.number:
                yield from self._edited_row(row, rows[row.number])
                at += 1
            if at == len(pending):
                break
        if at < len(pending):
            yield self._at_the_end(b"".join(self._new_row(number, rows[number]) for number in pending[at:]))

    def _at_the_end(self, new: bytes) -> Splice:
        sheet = self._sheet
        if not sheet.sheet_data.is_empty:
            return Splice(sheet.sheet_data_close, sheet.sheet_data_close, new)
        tag = sheet.sheet_data
        opened = filled(tag.text, sheet.prefix + b"sheetData", new)
        return Splice(tag.start, tag.end, opened)

    def _new_row(self, number: int, edits: Sequence[CellEdit]) -> bytes:
        prefix, cells = self._sheet.prefix, self._cells(number, edits)
        return b'<%brow r="%d">%b</%brow>' % (prefix, number, cells, prefix)

    def _cells(self, row: int, edits: Sequence[CellEdit]) -> bytes:
        """Write a row's new cells: the rows of a large log share a few lists of edits, each of which is written once."""
        kept = self._written.get(id(edits)) if self._formats.is_usual(row) else None
        if kept is None:
            kept = edits, self._write(row, edits)
            if len(self._written) < MOST_LISTS and self._formats.is_usual(row):
                self._written[id(edits)] = kept  # kept alive, so that no other list gets its id
        return kept[1].replace(ROW.encode(), b"%d" % row)

    def _new_cells(self, row: int, edits: Sequence[CellEdit]) -> bytes:
        return self._write(row, edits).replace(ROW.encode(), b"%d" % row)

    def _write(self, row: int, edits: Sequence[CellEdit]) -> bytes:
        heads, format_of, rest = self._heads, self._formats.of, self._writer.rest
        cells = [
            heads[column] + rest(after, format_of(row, column, name)) for column, _, after, name in edits
        ]
        return "".join(cells).encode()

    def _edited_row(self, row: RowSpan, edits: Sequence[CellEdit]) -> list[Splice]:
        sheet = self._sheet
        result: list[Splice] = []
        given = tag = sheet.data[row.start : row.end]
        if b"spans" in tag:
            tag = self._with_wider_spans(tag, edits[0].column, edits[-1].column)
        is_appended = sheet.last_column(row) < edits[0].column
        if is_appended and self._mentioned and self._is_hidden(row, edits):
            sheet.cells(row)
        if given.endswith(b"/>"):
            opened = filled(tag, sheet.prefix + b"row", self._cells(row.number, edits))
            return [Splice(row.start, row.end, opened)]
        if tag != given:
            result.append(Splice(row.start, row.end, tag))
        if is_appended:
            result.append(Splice(row.close, row.close, self._cells(row.number, edits)))
            return result
        return result + self._merged(row, sheet.cells(row), edits)

    def _is_hidden(self, row: RowSpan, edits: Sequence[CellEdit]) -> bool:
        """Whether a planned cell may already be there, left of the row's last one (out of order)."""
        names = (column_letters(edit.column) for edit in edits)
        return any(name in self._mentioned and not self._sheet.is_free(row, name) for name in names)

    def _with_wider_spans(self, tag: bytes, first: int, last: int) -> bytes:
        spans = attribute(tag, b"spans")
        if spans is None:
            return tag
        key = spans, first, last
        if key not in self._spans:
            self._spans[key] = wider_spans(spans, first, last)
        return tag if self._spans[key] == spans else with_attribute(tag, b"spans", self._spans[key])

    def _merged(self, row: RowSpan, cells: list[CellSpan], edits: Sequence[CellEdit]) -> list[Splice]:
        """Place edits among a row's cells: replace the cell that is there, or insert a new one before the next."""
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
                result.append(Splice(here.tag.start, here.end, self._new_cells(row.number, [edit])))
                continue
            start = row.close if here is None else here.tag.start
            new = self._new_cells(row.number, [edit])
            if result and result[-1].end == start and result[-1].start == start:
                result[-1] = Splice(start, start, result[-1].new + new)
            else:
                result.append(Splice(start, start, new))
        return result

    def _dimension_splice(self, last_row: int, last_column: int) -> list[Splice]:
        """Widen the declared size, where one is declared before the cells."""
        sheet = self._sheet
        tag = find_tag(sheet.mask, sheet.prefix + b"dimension", sheet.root.end, sheet.sheet_data.start)
        area = None if tag is None else area_of(tag.value(b"ref"))
        if tag is None or area is None or (area.last_row >= last_row and area.last_column >= last_column):
            return []
        corner = cell_address(max(area.last_row, last_row), max(area.last_column, last_column))
        wider = f"{cell_address(area.first_row, area.first_column)}:{corner}".encode()
        return [Splice(tag.start, tag.end, with_attribute(tag.text, b"ref", wider))]

    def _width_splices(self, new_columns: Sequence[NewColumn]) -> list[Splice]:
        """Give a new column its width where the sheet has no ``<col>`` for it."""
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
        covered = [(first, last, tag.start) for first, last, tag in sheet.columns()]
        result: dict[int, str] = {}
        for column in new_columns:
            if not any(low <= column.column <= high for low, high, _ in covered):
                at = min((start for low, _, start in covered if low > column.column), default=close)
                result[at] = result.get(at, "") + self._col(column)
        return [Splice(at, at, new.encode()) for at, new in sorted(result.items())]

    def _col(self, column: NewColumn) -> str:
        prefix = self._sheet.prefix.decode()
        number = column.column
        format_number = self._formats.named(column.style)
        style = f' style="{format_number}"' if format_number else ""
        return f'<{prefix}col min="{number}" max="{number}" width="{column.width}"{style} customWidth="1"/>'


def wider_spans(spans: bytes, first: int, last: int) -> bytes:
    """Widen a row's optimisation hint; it may list several ranges (ECMA-376 part 1, 18.18.55 ST_CellSpans)."""
    try:
        ranges = [tuple(int(number) for number in part.split(b":")) for part in spans.split()]
    except ValueError:
        return spans
    bounds = [number for ends in ranges for number in ends]
    if not bounds or any(min(ends) <= first and max(ends) >= last for ends in ranges):
        return spans
    return f"{min([*bounds, first])}:{max([*bounds, last])}".encode()
