"""Edits of one sheet turned into splices: rows and cells that are written once for several are split where one changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

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
    MOST_TAGS,
    ROW,
    ROWS_REPEATED,
    VALUE,
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
ONLY_OFFERS = "only offers words"
"""The style of an edit that lets an empty cell offer words, and changes nothing else."""
CELL_NAME = len(b"<table:table-cell")
COVERED, FORMULA = b"<table:covered", b"table:formula"
OBJECTS = (b"<draw:", b"<office:annotation")


class RowEditor:
    """Turns the planned edits of one sheet into splices.

    Args:
        data: the content part.
        scan: its rows.
        plan: the edits.
        styles: to which the styles of the cells are added.
        named: the names here of the plan's styles.
        writer: writes cells.
        offers: the name of the drop-down of each new column that has one; its cells below the header get it.
        looks: how cells look that take after others.
    """

    def __init__(
        self,
        data: bytes,
        scan: TableScan,
        plan: SheetPlan,
        *,
        styles: AutomaticStyles,
        named: Mapping[str, str],
        writer: CellWriter,
        offers: Mapping[int, bytes],
        looks: Mapping[Position, Look],
    ) -> None:
        self._data = data
        self._scan = scan
        self._plan = plan
        self._default = styles.default
        self._named = named
        self._writer = writer
        self._offers = offers
        self._looks = looks
        self._headings = {column.column for column in plan.new_columns}
        self._offered = tuple(
            CellEdit(column.column, "", "", ONLY_OFFERS)
            for column in plan.new_columns
            if column.column in offers
        )
        self._styles = {column.column: named.get(column.style or "", "") for column in plan.new_columns}
        self._with_offers: dict[int, Sequence[CellEdit]] = {}

    def splices(self) -> Iterator[Splice]:
        """Yield the ascending splices for all edits.

        Raises:
            RefusedError: when an edit falls on a formula, note or drawing, or past the sheet's limits.
        """
        rows = {number: edits for number, edits in sorted(self._plan.rows.items()) if edits}
        if not rows:
            return
        if max(rows) > LAST_ROW or any(
            edits[-1].column > LAST_COLUMN for edits in self._plan.different_edits() if edits
        ):
            raise protected(
                "the sheet has no room left at its right or lower edge",
                "Delete unused columns and try again.",
            )
        if not self._scan.rows:
            raise protected(
                f'the sheet "{self._plan.sheet}" has no rows', "Write something into it, save, and try again."
            )
        pending = list(rows)
        at = 0
        for row in self._scan.rows:
            first = at
            while at < len(pending) and pending[at] < row.number + row.repeat:
                at += 1
            if at > first:
                yield from self._row_splices(row, {number: rows[number] for number in pending[first:at]})
            elif self._offered and row.number > self._plan.header_row:
                yield from self._cell_splices(row, self._offered)
            elif at == len(pending):
                return
        yield from self._appended({number: rows[number] for number in pending[at:]})

    def _row_splices(self, row: RowSpan, rows: Mapping[int, Sequence[CellEdit]]) -> Iterator[Splice]:
        """Yield the splices for a row element of which some rows are written to."""
        if row.repeat == 1:
            yield from self._cell_splices(row, self._all_edits(row.number, rows[row.number]))
            return
        pieces: list[bytes] = []
        at = row.number
        for number in (*rows, row.number + row.repeat):
            if number > at:
                pieces.append(self._piece(row, at, number - at, self._all_edits(at, ())))
            if number in rows:
                pieces.append(self._piece(row, number, 1, self._all_edits(number, rows[number])))
            at = number + 1
        yield Splice(row.tag.start, row.end, b"".join(pieces))

    def _piece(self, row: RowSpan, number: int, count: int, edits: Sequence[CellEdit]) -> bytes:
        """Return some of the rows of a repeated row element, with their edits."""
        whole, start = self._data[row.tag.start : row.end], row.tag.start
        made = self._cell_splices(row._replace(number=number), edits) if edits else ()
        edited = spliced(whole, (Splice(at - start, end - start, new) for at, end, new in made))
        tag = find_tag(edited, ROW)
        return repeated_element(edited, tag.text if tag else b"", ROWS_REPEATED, count)

    def _all_edits(self, number: int, edits: Sequence[CellEdit]) -> Sequence[CellEdit]:
        """Return the edits of a row with those that only let its cells offer words."""
        if number <= self._plan.header_row or not self._offered:
            return edits
        found = self._with_offers.get(id(edits))
        if found is None:
            written = {edit.column for edit in edits}
            found = sorted([*edits, *(each for each in self._offered if each.column not in written)])
            self._with_offers[id(edits)] = found
        return found

    def _cell_splices(self, row: RowSpan, edits: Sequence[CellEdit]) -> Iterator[Splice]:
        """Yield the splices for one row, or for equal ones that stay equal."""
        if row.tag.is_empty:
            yield Splice(
                row.tag.start,
                row.end,
                filled(row.tag.text, ROW, b"".join(self._new_cells(row, 1, "", edits))),
            )
            return
        at, left, following = 0, "", 1
        has_headings = row.number == self._plan.header_row
        cells = self._scan.cells(row) if has_headings else self._scan.cells_from(row, edits[0].column)
        for cell in cells:
            following = cell.column + cell.repeat
            if edits[at].column < following:
                first = at
                while at < len(edits) and edits[at].column < following:
                    at += 1
                yield self._split_cell(row, cell, edits[first:at], left)
                if at == len(edits):
                    return
            if has_headings and cell.column not in self._headings and not cell.tag.is_empty:
                left = self._style_of(cell)
        yield Splice(row.close, row.close, b"".join(self._new_cells(row, following, left, edits[at:])))

    def _split_cell(self, row: RowSpan, cell: CellSpan, edits: Sequence[CellEdit], left: str) -> Splice:
        """Replace those columns of a cell element that change; the others keep its bytes."""
        whole = self._data[cell.tag.start : cell.end]
        edits = [edit for edit in edits if edit.style != ONLY_OFFERS or self._is_free(cell)]
        if edits:
            self._check_cell(row, cell, edits[0])
        kept = cell.tag.value(CELL_STYLE)
        offer = cell.tag.attribute(VALIDATION) if VALIDATION in cell.tag.text else None
        pieces: list[bytes] = []
        at = cell.column
        for edit in edits:
            if edit.column > at:
                pieces.append(repeated_element(whole, cell.tag.text, COLUMNS_REPEATED, edit.column - at))
            at = edit.column + 1
            if edit.style == ONLY_OFFERS:
                pieces.append(self._offering(cell, edit.column))
                continue
            style = kept
            if self._is_heading(row, edit):
                style = left or kept
            elif edit.style is None and isinstance(edit.after, int | float) and b"-value=" in cell.tag.text:
                style = self._default  # a format for days would show a number as a day
            pieces.append(self._cell(row, edit, style, offer))
        if cell.column + cell.repeat > at:
            rest = cell.column + cell.repeat - at
            pieces.append(repeated_element(whole, cell.tag.text, COLUMNS_REPEATED, rest))
        return Splice(cell.tag.start, cell.end, b"".join(pieces))

    def _offering(self, cell: CellSpan, column: int) -> bytes:
        """Return one column of an empty cell so that it offers words; all else stays."""
        text = cell.tag.text
        tag = with_attribute(text, VALIDATION, self._offers[column])
        if CELL_STYLE not in text and self._styles[column] and not self._has_column_style(column):
            tag = with_attribute(tag, CELL_STYLE, self._styles[column].encode())
        return repeated_element(tag + self._data[cell.tag.end : cell.end], tag, COLUMNS_REPEATED, 1)

    def _is_free(self, cell: CellSpan) -> bool:
        """Whether a cell is empty, and offers no words of the user's."""
        tag, inner = cell.tag.text, self._scan.mask[cell.tag.end : cell.end]
        is_taken = VALUE in tag or FORMULA in tag or VALIDATION in tag or tag.startswith(COVERED)
        return not is_taken and not any(mark in inner for mark in OBJECTS)

    def _is_heading(self, row: RowSpan, edit: CellEdit) -> bool:
        is_new = edit.column in self._headings and row.number == self._plan.header_row
        return is_new and edit.style is None

    def _check_cell(self, row: RowSpan, cell: CellSpan, edit: CellEdit) -> None:
        place = cell_address(row.number, edit.column)
        if FORMULA in cell.tag.text:
            raise protected(
                f"the cell {place} of netsheet holds a formula",
                "Delete the formula, or rename the column's heading to keep it as yours, and try again.",
            )
        inner = self._scan.mask[cell.tag.end : cell.end]
        if any(mark in inner for mark in OBJECTS) or cell.tag.text.startswith(COVERED):
            raise protected(
                f"the cell {place} of netsheet holds a note or a drawing, or is part of a merged cell",
                "Move the note or drawing, or unmerge the cell, save, and try again.",
            )

    def _new_cells(
        self, row: RowSpan, following: int, left: str, edits: Sequence[CellEdit]
    ) -> Iterator[bytes]:
        """Yield cells behind a row's last, and empty ones up to them."""
        for edit in edits:
            if edit.column > following:
                yield repeated_element(EMPTY, EMPTY, COLUMNS_REPEATED, edit.column - following)
            yield self._cell(row, edit, left if self._is_heading(row, edit) else "", None)
            following = edit.column + 1

    def _cell(self, row: RowSpan, edit: CellEdit, kept: str, offer: bytes | None) -> bytes:
        """Return a cell as the edit says; it keeps the words that it offers, or offers those of its new column."""
        look = self._looks.get((row.number, edit.column))
        if look is not None:
            kept, offer = look.style, escaped(look.validation).encode() or None
        if edit.style == ONLY_OFFERS:
            style = "" if self._has_column_style(edit.column) else self._styles[edit.column]
        else:
            style = kept if edit.style is None else self._named[edit.style]
        if not style and edit.after != "" and self._has_column_style(edit.column):
            style = self._default
        cell = self._writer.cell(edit.after, style)
        if offer is None and row.number > self._plan.header_row:
            offer = self._offers.get(edit.column)
        if offer is None:
            return cell
        return cell[:CELL_NAME] + b' %b="%b"' % (VALIDATION, offer) + cell[CELL_NAME:]

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

    def _appended(self, rows: Mapping[int, Sequence[CellEdit]]) -> Iterator[Splice]:
        """Put rows behind the last, outside of what it may be in; those that offer words reach to the sheet's end."""
        last = self._scan.rows[-1]
        at = last.end
        while closing := next((each for each in WRAPPERS if self._scan.mask.startswith(each, at)), b""):
            at += len(closing)
        following = last.number + last.repeat
        pieces: list[bytes] = []
        for number in (*rows, LAST_ROW + 1):
            if number > following and (self._offered or number <= LAST_ROW):
                pieces.append(self._new_rows(following, number - following, self._all_edits(following, ())))
            if number in rows:
                pieces.append(self._new_rows(number, 1, self._all_edits(number, rows[number])))
            following = number + 1
        if pieces:
            yield Splice(at, at, b"".join(pieces))

    def _new_rows(self, number: int, count: int, edits: Sequence[CellEdit]) -> bytes:
        row = self._scan.rows[-1]._replace(number=number)
        cells = b"".join(self._new_cells(row, 1, "", edits)) or EMPTY
        opened = b"<%b>" % ROW
        return repeated_element(opened + cells + CLOSING_ROW, opened, ROWS_REPEATED, count)


def repeated_element(element: bytes, tag: bytes, name: bytes, count: int) -> bytes:
    """Return an element that is repeated so often, its other bytes as they are."""
    return _repeated_tag(tag, name, count) + element[len(tag) :]


@lru_cache(maxsize=MOST_TAGS)
def _repeated_tag(tag: bytes, name: bytes, count: int) -> bytes:
    return without_attribute(tag, name) if count == 1 else with_attribute(tag, name, b"%d" % count)


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
