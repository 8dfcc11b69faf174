"""Edits of one sheet turned into splices: rows and cells that are written once for several are split where one changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from netsheet.core.grid import LAST_COLUMN, LAST_ROW, Position, cell_address
from netsheet.core.plan import CellEdit, SheetPlan
from netsheet.lossless.refusals import protected
from netsheet.lossless.xml_text import (
    Splice,
    escaped,
    filled,
    find_tag,
    spliced,
    with_attribute,
    without_attribute,
)
from netsheet.opendocument.automatic_styles import AutomaticStyles
from netsheet.opendocument.cell_writer import EMPTY, CellWriter
from netsheet.opendocument.longer_lists import VALIDATION, Look
from netsheet.opendocument.table_scan import (
    COLUMNS_REPEATED,
    ROW,
    ROWS_REPEATED,
    CellSpan,
    ColumnSpan,
    RowSpan,
    TableScan,
)

WRAPPERS = (b"</table:table-row-group>", b"</table:table-rows>", b"</table:table-header-rows>")
COLUMN_WRAPPERS = (
    b"</table:table-column-group>",
    b"</table:table-columns>",
    b"</table:table-header-columns>",
)
CLOSING_ROW = b"</table:table-row>"
CELL_STYLE = b"table:style-name"
OBJECTS = (b"<draw:", b"<office:annotation")


class RowEditor:
    """Turns the planned edits of one sheet into splices.

    Args:
        data: the content part.
        scan: its rows.
        styles: to which the styles of the cells are added.
        named: the names here of the plan's styles.
        writer: writes cells.
        looks: how cells look that take after others.
    """

    def __init__(  # noqa: PLR0917
        self,
        data: bytes,
        scan: TableScan,
        styles: AutomaticStyles,
        named: Mapping[str, str],
        writer: CellWriter,
        looks: Mapping[Position, Look],
    ) -> None:
        self._data = data
        self._scan = scan
        self._default = styles.default
        self._named = named
        self._writer = writer
        self._looks = looks
        self._is_users = False

    def splices(self, plan: SheetPlan) -> Iterator[Splice]:
        """Yield the ascending splices for all edits.

        Raises:
            RefusedError: when an edit falls on a formula, note or drawing, or past the sheet's limits.
        """
        self._is_users = plan.is_users
        rows = {number: edits for number, edits in sorted(plan.rows.items()) if edits}
        if not rows:
            return
        if max(rows) > LAST_ROW or any(
            edits[-1].column > LAST_COLUMN for edits in plan.different_edits() if edits
        ):
            raise protected(
                "the sheet has no room left at its right or lower edge",
                "Delete unused columns and try again.",
            )
        if not self._scan.rows:
            raise protected(
                f'the sheet "{plan.sheet}" has no rows', "Write something into it, save, and try again."
            )
        headings = {column.column for column in plan.new_columns}
        pending = list(rows)
        at = 0
        for row in self._scan.rows:
            first = at
            while at < len(pending) and pending[at] < row.number + row.repeat:
                at += 1
            if at > first:
                new = headings if row.number <= plan.header_row < row.number + row.repeat else set()
                yield from self._row_splices(row, {number: rows[number] for number in pending[first:at]}, new)
            if at == len(pending):
                return
        yield self._appended({number: rows[number] for number in pending[at:]})

    def _row_splices(
        self, row: RowSpan, rows: Mapping[int, Sequence[CellEdit]], headings: set[int]
    ) -> Iterator[Splice]:
        if row.repeat == 1:
            yield from self._cell_splices(row, rows[row.number], headings)
            return
        whole = self._data[row.tag.start : row.end]
        pieces: list[bytes] = []
        at = row.number
        for number in (*rows, row.number + row.repeat):
            if number > at:
                pieces.append(repeated_element(whole, row.tag.text, ROWS_REPEATED, number - at))
            if number in rows:
                single = row._replace(number=number)
                edited = spliced(
                    whole,
                    (
                        Splice(start - row.tag.start, end - row.tag.start, new)
                        for start, end, new in self._cell_splices(single, rows[number], headings)
                    ),
                )
                tag = find_tag(edited, ROW)
                pieces.append(repeated_element(edited, tag.text if tag else b"", ROWS_REPEATED, 1))
            at = number + 1
        yield Splice(row.tag.start, row.end, b"".join(pieces))

    def _cell_splices(self, row: RowSpan, edits: Sequence[CellEdit], headings: set[int]) -> Iterator[Splice]:
        """Yield the splices for one row, which is not repeated any more."""
        if row.tag.is_empty:
            new = b"".join(self._new_cells(row.number, 1, "", edits, headings))
            yield Splice(row.tag.start, row.end, filled(row.tag.text, ROW, new))
            return
        at, left, following = 0, "", 1
        cells = self._scan.cells(row) if headings else self._scan.cells_from(row, edits[0].column)
        for cell in cells:
            following = cell.column + cell.repeat
            if edits[at].column < following:
                first = at
                while at < len(edits) and edits[at].column < following:
                    at += 1
                yield self._split_cell(row, cell, edits[first:at], headings, left)
                if at == len(edits):
                    return
            if cell.column not in headings and not cell.tag.is_empty:
                left = self._style_of(cell)
        new = b"".join(self._new_cells(row.number, following, left, edits[at:], headings))
        yield Splice(row.close, row.close, new)

    def _split_cell(
        self, row: RowSpan, cell: CellSpan, edits: Sequence[CellEdit], headings: set[int], left: str
    ) -> Splice:
        """Replace those columns of a cell element that change; the others keep its bytes."""
        self._check_cell(row, cell, edits[0])
        whole = self._data[cell.tag.start : cell.end]
        kept = cell.tag.value(CELL_STYLE)
        pieces: list[bytes] = []
        at = cell.column
        for edit in edits:
            if edit.column > at:
                pieces.append(repeated_element(whole, cell.tag.text, COLUMNS_REPEATED, edit.column - at))
            style = kept
            if edit.style is None and edit.column in headings:
                style = left or kept
            elif edit.style is None and isinstance(edit.after, int | float) and b"-value=" in cell.tag.text:
                style = self._default  # a format for days would show a number as a day
            pieces.append(self._cell(row.number, edit, Look(style, cell.tag.value(VALIDATION))))
            at = edit.column + 1
        if cell.column + cell.repeat > at:
            rest = cell.column + cell.repeat - at
            pieces.append(repeated_element(whole, cell.tag.text, COLUMNS_REPEATED, rest))
        return Splice(cell.tag.start, cell.end, b"".join(pieces))

    def _check_cell(self, row: RowSpan, cell: CellSpan, edit: CellEdit) -> None:
        place = cell_address(row.number, edit.column)
        if b"table:formula" in cell.tag.text:
            raise protected(
                f"the cell {place} of netsheet holds a formula",
                "Delete the formula, or rename the column's heading to keep it as yours, and try again.",
            )
        inner = self._scan.mask[cell.tag.end : cell.end]
        if any(mark in inner for mark in OBJECTS) or cell.tag.text.startswith(b"<table:covered"):
            raise protected(
                f"the cell {place} of netsheet holds a note or a drawing, or is part of a merged cell",
                "Move the note or drawing, or unmerge the cell, save, and try again.",
            )

    def _new_cells(
        self, row: int, following: int, left: str, edits: Sequence[CellEdit], headings: set[int]
    ) -> Iterator[bytes]:
        """Yield cells behind a row's last, and empty ones up to them."""
        for edit in edits:
            if edit.column > following:
                yield repeated_element(EMPTY, EMPTY, COLUMNS_REPEATED, edit.column - following)
            is_heading = edit.style is None and edit.column in headings
            yield self._cell(row, edit, Look(left if is_heading else ""))
            following = edit.column + 1

    def _cell(self, row: int, edit: CellEdit, kept: Look) -> bytes:
        look = self._looks.get((row, edit.column), kept)
        style = look.style if edit.style is None else self._named[edit.style]
        if not style and edit.after != "" and self._has_column_style(edit.column):
            style = self._default
        if not (self._is_users and look.validation):
            return self._writer.cell(edit.after, style)
        attributes = f' {VALIDATION.decode()}="{escaped(look.validation)}"'
        return self._writer.filled_cell(edit.after, style, attributes).encode()

    def _has_column_style(self, column: int) -> bool:
        """Whether a cell without a style would look as its column says."""
        here = next(
            (span for span in self._scan.columns if span.column <= column < span.column + span.repeat), None
        )
        return here is not None and here.tag.value(b"table:default-cell-style-name", "Default") != "Default"

    def _style_of(self, cell: CellSpan) -> str:
        own = cell.tag.value(CELL_STYLE)
        if own:
            return own
        here = next(
            (span for span in self._scan.columns if span.column <= cell.column < span.column + span.repeat),
            None,
        )
        return "" if here is None else here.tag.value(b"table:default-cell-style-name")

    def _appended(self, rows: Mapping[int, Sequence[CellEdit]]) -> Splice:
        """Put rows behind the last, outside of what it may be in."""
        last = self._scan.rows[-1]
        at = last.end
        while closing := next((each for each in WRAPPERS if self._scan.mask.startswith(each, at)), b""):
            at += len(closing)
        following = last.number + last.repeat
        pieces: list[bytes] = []
        for number, edits in rows.items():
            if number > following:
                empty = b"<%b>%b%b" % (ROW, EMPTY, CLOSING_ROW)
                pieces.append(
                    repeated_element(empty, empty[: len(ROW) + 2], ROWS_REPEATED, number - following)
                )
            cells = b"".join(self._new_cells(number, 1, "", edits, set()))
            pieces.append(b"<%b>%b%b" % (ROW, cells, CLOSING_ROW))
            following = number + 1
        return Splice(at, at, b"".join(pieces))


def repeated_element(element: bytes, tag: bytes, name: bytes, count: int) -> bytes:
    """Return an element that is repeated so often, its other bytes as they are."""
    new = without_attribute(tag, name) if count == 1 else with_attribute(tag, name, b"%d" % count)
    return new + element[len(tag) :]


def end_of_columns(scan: TableScan) -> int:
    """Return where further column elements go: behind the last, outside of what it may be in."""
    at = scan.columns[-1].end if scan.columns else scan.start
    while closing := next((each for each in COLUMN_WRAPPERS if scan.mask.startswith(each, at)), b""):
        at += len(closing)
    return at


def width_splices(columns: Sequence[ColumnSpan], styles: Mapping[int, str], end: int) -> Iterator[Splice]:
    """Yield the splices that give columns their widths: ``styles`` by sheet column, ascending.

    Args:
        columns: the sheet's column elements; none are added where there are none.
        styles: the name of each one's style.
        end: where further column elements go.
    """
    pending = dict(styles)
    for span in columns:
        here = [column for column in pending if span.column <= column < span.column + span.repeat]
        if not here:
            continue
        pieces: list[bytes] = []
        at = span.column
        text = span.tag.text if span.tag.is_empty else span.tag.text[:-1] + b"/>"
        for column in (*here, span.column + span.repeat):
            if column > at:
                pieces.append(repeated_element(text, text, COLUMNS_REPEATED, column - at))
            if column in here:
                own = with_attribute(text, CELL_STYLE, pending.pop(column).encode())
                pieces.append(repeated_element(own, own, COLUMNS_REPEATED, 1))
            at = column + 1
        yield Splice(span.tag.start, span.end, b"".join(pieces))
    if pending and columns:
        following = columns[-1].column + columns[-1].repeat
        pieces = []
        for column, style in pending.items():
            if column > following:
                pieces.append(b'<table:table-column %b="%d"/>' % (COLUMNS_REPEATED, column - following))
            pieces.append(b'<table:table-column table:style-name="%b"/>' % style.encode())
            following = column + 1
        yield Splice(end, end, b"".join(pieces))
