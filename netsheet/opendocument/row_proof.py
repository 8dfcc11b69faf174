"""The proof of an edited sheet: each splice keeps all rows, cells and columns but for the planned plain cells and widths.

Rows and cells are compared as they count, not as they are written: one that is repeated may be split.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from netsheet.core.plan import CellEdit, SheetPlan
from netsheet.lossless.refusals import unprovable
from netsheet.lossless.xml_text import (
    Splice,
    Tag,
    attribute,
    close_of,
    end_of,
    find_tag,
    find_tags,
    without_attribute,
)
from netsheet.opendocument.cell_writer import EMPTY, MOST_KEPT
from netsheet.opendocument.longer_lists import VALIDATION
from netsheet.opendocument.row_edit import CELL_STYLE, end_of_columns
from netsheet.opendocument.table_scan import (
    COLUMN,
    COLUMNS_REPEATED,
    ROW,
    ROWS_REPEATED,
    RowSpan,
    TableScan,
    cells_between,
    repeated,
)

# Possessive *+ keeps a long piece that does not match from being tried again and again.
TEXT = rb"(?:[^<>&]++|&(?:amp|lt|gt|quot|#13);|<text:s text:c=\"[0-9]+\"/>)*+"
PLAIN_CELL = re.compile(
    rb"<table:table-cell(?: table:style-name=\"[^\"<]*\")?"
    rb"(?:/>|(?: (?:office|calcext):[a-z\-]+=\"[^\"<]*\")+>(?:<text:p/>|<text:p>"
    + TEXT
    + rb"</text:p>)+</table:table-cell>)"
)


class Run(NamedTuple):
    """A cell or column as often as it is repeated, without the attribute that says so."""

    times: int
    xml: bytes


Kind = Callable[[int, bytes, bytes], bool]
"""Whether a column's new element may be there, given the column, the former element and the new one."""


class SheetProof:
    """Checks the splices of one sheet.

    Args:
        scan: the original's rows.
        plan: what was meant to change.
        offers: the name of the drop-down of each new column that has one.
    """

    def __init__(self, scan: TableScan, plan: SheetPlan, offers: Mapping[int, bytes]) -> None:
        self._scan = scan
        self._plan = plan
        self._offers = offers
        self._proven: set[tuple[bytes, bytes, int, tuple[tuple[int, bool], ...]]] = set()
        self._headings = {column.column for column in plan.new_columns}

    def check(self, splice: Splice) -> None:
        """Check a splice that lies in the sheet.

        Raises:
            RefusedError: when it changes anything that was not planned.
        """
        scan = self._scan
        first = scan.rows[0].tag.start if scan.rows else scan.close
        if splice.end <= first:
            self._check_columns(splice)
            return
        row = scan.row_at(splice.start)
        if row is None:
            self._check_appended(splice)
        elif (splice.start, splice.end) == (row.tag.start, row.end):
            self._check_rows(row, splice.new)
        elif splice.end <= row.close:
            self._check_cells(row, splice)
        else:
            raise self._fault()

    def _fault(self) -> Exception:
        return unprovable(
            f'a cell of the sheet "{self._plan.sheet}" that is not netsheet\'s would be replaced'
        )

    def _check_columns(self, splice: Splice) -> None:
        old = list(_columns(self._scan.mask, splice.start, splice.end))
        new = list(_columns(splice.new, 0, len(splice.new)))
        here = next((span for span in self._scan.columns if span.tag.start == splice.start), None)
        if here is None and splice.start != end_of_columns(self._scan):
            raise self._fault()
        last = self._scan.columns[-1]
        at = last.column + last.repeat if here is None else here.column
        self._compare(old, new, at, dict.fromkeys(self._headings, _is_width), COLUMN_FILLER)

    def _check_rows(self, row: RowSpan, new: bytes) -> None:
        """Check a row element that was opened, or split into several."""
        number = row.number
        tag = _bare(row.tag, ROWS_REPEATED)
        old = list(_cells(self._scan.mask, row.tag.end, row.close))
        between = _between(self._scan.mask, row.tag.end, row.close)
        for now, cells, others in _rows(new):
            if now.xml != tag or others != between:
                raise self._fault()
            self._compare(old, cells, 1, self._planned(number, now.times), EMPTY)
            number += now.times
        if number != row.number + row.repeat:
            raise self._fault()

    def _check_cells(self, row: RowSpan, splice: Splice) -> None:
        """Check cells of one row: those from a cell's start on, or behind the last."""
        column = self._scan.column_at(row, splice.start)
        if column is None:
            raise self._fault()
        planned = self._planned(row.number, row.repeat)
        kinds = tuple((at, kind == self._is_written) for at, kind in planned.items())
        case = (self._scan.mask[splice.start : splice.end], splice.new, column, kinds)
        if case in self._proven:
            return
        old, new = (list(_cells(xml, 0, len(xml))) for xml in case[:2])
        if _between(splice.new, 0, len(splice.new)):
            raise self._fault()
        self._compare(old, new, column, planned, EMPTY)
        if len(self._proven) < MOST_KEPT:
            self._proven.add(case)

    def _check_appended(self, splice: Splice) -> None:
        """Check rows behind the last."""
        last = self._scan.rows[-1]
        between = self._scan.mask[last.end : splice.start]
        if splice.start != splice.end or re.fullmatch(rb"(?:</table:[a-z\-]+>)*", between) is None:
            raise self._fault()
        number = last.number + last.repeat
        for now, cells, others in _rows(splice.new):
            if now.xml != b"<" + ROW + b">" or others:
                raise self._fault()
            self._compare([], cells, 1, self._planned(number, now.times), EMPTY)
            number += now.times

    def _planned(self, number: int, count: int) -> dict[int, Kind]:
        """Return the columns in which a row, or so many equal ones, may change, and how: written, or offering words."""
        edits: Sequence[CellEdit] = self._plan.rows.get(number, ()) if count == 1 else ()
        offers = self._offers if number > self._plan.header_row else {}
        return {
            **dict.fromkeys(offers, self._is_offering),
            **{edit.column: self._is_written for edit in edits},
        }

    def _is_written(self, column: int, before: bytes, now: bytes) -> bool:
        """Whether a cell is a plain one, which offers the same words as before; or those of its new column or new row."""
        kept, offered = _offer(before), _offer(now)
        is_known = offered == kept or (kept is None and offered == self._offers.get(column))
        if self._plan.is_users and kept is None and offered is not None:
            is_known = b'%b="%b"' % (VALIDATION, offered) in self._scan.mask
        return is_known and PLAIN_CELL.fullmatch(without_attribute(now, VALIDATION)) is not None

    def _is_offering(self, column: int, before: bytes, now: bytes) -> bool:
        """Whether a cell is as it was, but for the words that it offers, and a style if it had none."""
        before = before or EMPTY
        if now == before:
            return True
        bare = without_attribute(now, VALIDATION)
        if CELL_STYLE not in before:
            bare = _unstyled(bare)
        return _offer(before) is None and _offer(now) == self._offers[column] and bare == before

    def _compare(
        self, old: Sequence[Run], new: Sequence[Run], first: int, planned: Mapping[int, Kind], filler: bytes
    ) -> None:
        """Compare runs column by column, from column ``first`` on: planned ones as their kind says, others as they were."""
        before, now = _Ahead(old), _Ahead(new)
        column = first
        while now.count:
            count = min(before.count or now.count, now.count)
            if column in planned:
                count = 1
                if not planned[column](column, before.xml, now.xml):
                    raise self._fault()
            else:
                count = min([count, *(each - column for each in planned if each > column)])
                if now.xml != (before.xml if before.count else filler):
                    raise self._fault()
            before.skip(count)
            now.skip(count)
            column += count
        if before.count:
            raise self._fault()


class _Ahead:
    """What is left of some runs."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self._runs = iter(runs)
        self.count, self.xml = 0, b""
        self.skip(0)

    def skip(self, count: int) -> None:
        self.count = max(self.count - count, 0)
        if not self.count:
            self.count, self.xml = next(self._runs, Run(0, b""))


def _offer(cell: bytes) -> bytes | None:
    tag = cell[: cell.find(b">") + 1] if VALIDATION in cell else b""
    return attribute(tag, VALIDATION)


def _is_width(column: int, before: bytes, now: bytes) -> bool:  # noqa: ARG001
    """Whether a column has no more than another width."""
    if not before:
        return re.fullmatch(rb"<table:table-column table:style-name=\"netsheet-[0-9]+\"/>", now) is not None
    return _unstyled(now) == _unstyled(before)


COLUMN_FILLER = b"<table:table-column/>"


def _unstyled(xml: bytes) -> bytes:
    return without_attribute(xml, CELL_STYLE)


def _bare(tag: Tag, name: bytes) -> bytes:
    """Return a tag without its repeats, as if it did not close itself."""
    text = without_attribute(tag.text, name)
    return text[:-2].rstrip() + b">" if tag.is_empty else text


def _cells(xml: bytes, start: int, end: int) -> Iterator[Run]:
    for cell in cells_between(xml, start, end):
        yield Run(
            cell.repeat, without_attribute(cell.tag.text, COLUMNS_REPEATED) + xml[cell.tag.end : cell.end]
        )


def _columns(xml: bytes, start: int, end: int) -> Iterator[Run]:
    for tag in find_tags(xml, COLUMN, start, end):
        yield Run(repeated(tag, COLUMNS_REPEATED), _bare(tag, COLUMNS_REPEATED)[:-1] + b"/>")


def _between(xml: bytes, start: int, end: int) -> bytes:
    """Return what is in a row between its cells: white space at most, in any known file."""
    pieces = []
    for cell in cells_between(xml, start, end):
        pieces.append(xml[start : cell.tag.start])
        start = cell.end
    return b"".join((*pieces, xml[start:end]))


def _rows(xml: bytes) -> Iterator[tuple[Run, list[Run], bytes]]:
    """Yield row elements that follow each other: how often each is repeated and its tag, its cells, what is between them."""
    at = 0
    while at < len(xml):
        tag = find_tag(xml, ROW, at)
        if tag is None or tag.start != at:
            raise unprovable("something between the rows of a sheet changed")
        close = tag.end if tag.is_empty else close_of(xml, ROW, tag)
        at = end_of(xml, ROW, tag)
        run = Run(repeated(tag, ROWS_REPEATED), _bare(tag, ROWS_REPEATED))
        yield run, list(_cells(xml, tag.end, close)), _between(xml, tag.end, close)
