"""Where new rows of the user's own list go: below its last row, as if they had been typed there.

Rows that are prepared come first: empty ones of a table, and those that hold nothing but what is filled in beforehand.
Nothing is moved: where something else is below the list and there is no room, there is no place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from netsheet.core.columns.column import IDENTITY
from netsheet.core.columns.record_rows import is_total
from netsheet.core.grid import CellValue, Sheet, TableArea, column_letters
from netsheet.core.model import SheetReading

_DEFAULT_TIMES = 3
"""How often a value must be there in rows without a person, to be something filled in beforehand."""
_LEAST_FILL = 1 / 3
"""How much of a usual record's cells a row behind a gap must have, to belong to the list."""
_LAST_RECORDS = 4


class NoPlaceError(Exception):
    """New rows have no place in the list.

    Attributes:
        reason: why, as a sentence.
        hint: what to do in Excel.
    """

    def __init__(self, reason: str, hint: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint


@dataclass(frozen=True, slots=True, kw_only=True)
class NextRows:
    """Where new rows go.

    Attributes:
        first: the sheet row of the first one.
        last_row: the list's last row so far.
        first_column: the list's first sheet column; ``last_column`` its last.
        table: the Excel table that grows, or None.
        looks_row: the row whose formats the new ones take; None where the new rows are prepared, or have no model.
    """

    first: int
    last_row: int
    first_column: int
    last_column: int
    table: str | None = None
    looks_row: int | None = None


def find_next_rows(sheet: Sheet, reading: SheetReading, count: int) -> NextRows:
    """Find the place of new rows.

    Args:
        sheet: the list's sheet.
        reading: how it was understood.
        count: how many rows will be added.

    Raises:
        NoPlaceError: there is none.
    """
    found = _List(sheet, reading)
    table = next(
        (each for each in sheet.tables if each.has_header and each.area.first_row == reading.header_row), None
    )
    return _in_table(found, table, count) if table else _below(found, count)


def _in_table(found: _List, table: TableArea, count: int) -> NextRows:
    end = table.area.last_row - table.has_totals
    occupied = [row for row in range(found.header_row + 1, end + 1) if found.is_occupied(row)]
    last = max(occupied, default=found.header_row)
    prepared = end - last
    if prepared >= count:
        return found.place(last, prepared=True)
    if prepared and not (occupied == [] and prepared == 1):
        raise NoPlaceError(
            f"The table {table.name} has {prepared} empty rows, and {count} are needed.",
            "In Excel, drag the table's lower right corner down for more rows, save, and run this again.",
        )
    if table.has_totals:
        raise NoPlaceError(
            f"The table {table.name} has a total row.",
            "In Excel, switch the total row off, run this again, and switch it on again.",
        )
    columns = range(table.area.first_column, table.area.last_column + 1)
    for row in range(end + 1, end + count + 1):
        if found.holds(row, columns):
            raise _no_room(found, row, end, count)
    return found.place(end, table=table.name)


def _below(found: _List, count: int) -> NextRows:
    last = found.last_row()
    below = next((row for row in range(last + 1, len(found.sheet.rows) + 1) if found.is_occupied(row)), None)
    if below is not None and last + count >= below - 1:
        raise _no_room(found, below, last, count)
    is_prepared = any(found.holds(row, found.columns) for row in range(last + 1, last + count + 1))
    return found.place(last, prepared=is_prepared)


def _no_room(found: _List, below: int, last: int, count: int) -> NoPlaceError:
    seen = found.first_text(below)
    return NoPlaceError(
        f"There is no room below the last row of the list: row {below} holds “{seen}”.",
        f"In Excel, select row {last + 1}, insert {count + 2} rows, save, and run this again.",
    )


class _List:
    """The user's list: its columns, and which of its rows hold something of its own."""

    def __init__(self, sheet: Sheet, reading: SheetReading) -> None:
        self.sheet = sheet
        self.header_row = reading.header_row
        self.records = reading.record_rows
        self.identity = [match.place.column for match in reading.headings if match.field in IDENTITY]
        self.columns = self._run_of_columns()

    def _run_of_columns(self) -> range:
        """Return the columns around the person's that have a heading or, in the records, a value."""
        first = last = min(self.identity)
        while first > 1 and self._is_column(first - 1):
            first -= 1
        while last < len(self.sheet.rows[0]) and self._is_column(last + 1):
            last += 1
        return range(first, last + 1)

    def _is_column(self, column: int) -> bool:
        rows = (self.header_row, *self.records[:_LAST_RECORDS])
        return any(self.sheet.value(row, column) != "" for row in rows)

    def place(self, last: int, *, prepared: bool = False, table: str | None = None) -> NextRows:
        """Return the place directly below a row.

        Raises:
            NoPlaceError: the records hold formulas, which new rows would lack.
        """
        if not prepared:
            self._check_formulas()
        return NextRows(
            first=last + 1,
            last_row=last,
            first_column=self.columns[0],
            last_column=self.columns[-1],
            table=table,
            looks_row=None
            if prepared or not self.records
            else max(row for row in self.records if row <= last),
        )

    def _check_formulas(self) -> None:
        for row in self.records[-_LAST_RECORDS:]:
            for column in self.columns:
                if (row, column) in self.sheet.formulas:
                    letters = column_letters(column)
                    raise NoPlaceError(
                        f"The rows of the list hold formulas in column {letters}, which netsheet does not copy.",
                        f"In Excel, drag the formula in {letters}{max(self.records)} down one or more rows, save, and run this again.",
                    )

    def last_row(self) -> int:
        """Return the list's last row: of the rows below the headings, and of those behind a gap that are as full."""
        last, is_gap = self.header_row, False
        for row in range(self.header_row + 1, len(self.sheet.rows) + 1):
            if not self.is_occupied(row):
                is_gap = True
            elif self._is_end(row) or (is_gap and not self._is_full(row)):
                break
            else:
                last, is_gap = row, False
        return last

    def _is_end(self, row: int) -> bool:
        """Whether a row is a total or a legend below the list, and no row of it."""
        if row in self.records:
            return False
        is_merged = any(area.first_row <= row <= area.last_row for area in self.sheet.merged)
        has_formula = any((row, column) in self.sheet.formulas for column in self.columns)
        return is_merged or has_formula or is_total(self.first_text(row))

    def _is_full(self, row: int) -> bool:
        usual = sorted(self._fill(record) for record in self.records[: 4 * _LAST_RECORDS])
        is_merged = any(area.first_row <= row <= area.last_row for area in self.sheet.merged)
        return (
            row in self.records and not is_merged and self._fill(row) > _LEAST_FILL * usual[len(usual) // 2]
        )

    def _fill(self, row: int) -> int:
        return sum(self.sheet.value(row, column) != "" for column in self.columns)

    def first_text(self, row: int) -> str:
        """Return the first thing that a row holds, as text."""
        return next((str(value) for value in self._cells(row) if value != ""), "")

    def holds(self, row: int, columns: range) -> bool:
        """Whether any cell of a row holds something, a formula too."""
        return any(
            self.sheet.value(row, column) != "" or (row, column) in self.sheet.formulas for column in columns
        )

    def is_occupied(self, row: int) -> bool:
        """Whether a row holds something other than what is filled in beforehand."""
        if row in self._record_set or any(self.sheet.value(row, column) != "" for column in self.identity):
            return True
        return any(
            value != ""
            and (row, column) not in self.sheet.formulas
            and not self._is_default(row, column, value)
            for column, value in zip(self.columns, self._cells(row), strict=True)
        )

    def _cells(self, row: int) -> Sequence[CellValue]:
        return [self.sheet.value(row, column) for column in self.columns]

    def _is_default(self, row: int, column: int, value: CellValue) -> bool:
        if self._counts[column, value] >= _DEFAULT_TIMES:
            return True
        around = (self.sheet.value(row - 1, column), self.sheet.value(row + 1, column))
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return is_number and (around[0] == value - 1 or around[1] == value + 1)  # type: ignore[operator]  # a number

    @cached_property
    def _record_set(self) -> frozenset[int]:
        return frozenset(self.records)

    @cached_property
    def _counts(self) -> Counter[tuple[int, CellValue]]:
        """How often each value is in rows that name nobody, by its column."""
        nameless = (
            row
            for row in range(self.header_row + 1, len(self.sheet.rows) + 1)
            if not any(self.sheet.value(row, column) != "" for column in self.identity)
        )
        return Counter((column, self.sheet.value(row, column)) for row in nameless for column in self.columns)
