"""The log's sheet as columns of fields: what every later step reads its cells from.

One responsibility: to give the cells of a field, row by row of the records, with the place each came from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from netsheet.core.cells import clean_texts
from netsheet.core.column import Column
from netsheet.core.grid import CellValue, Sheet
from netsheet.core.makers import make_place
from netsheet.core.model import DateOrder, Finding, HeadingMatch, Place, SheetReading

Cell = TypeVar("Cell")


@dataclass(slots=True, kw_only=True)
class Table:
    """A sheet whose columns are understood.

    Attributes:
        cells: by sheet column, the cells below its heading.
        rows: the sheet rows of the records, ascending. Every list this class gives runs parallel to it.
        findings: what could not be read, in no order; later steps add to it.
    """

    sheet: Sheet
    header_row: int
    columns: tuple[Column, ...]
    cells: Mapping[int, Sequence[CellValue]]
    rows: Sequence[int] = ()
    skipped: Counter[str] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)
    ways: dict[int, Sequence[Any]] = field(default_factory=dict)
    marks: dict[str, Sequence[Any]] = field(default_factory=dict)
    orders: dict[int, DateOrder] = field(default_factory=dict)
    _texts: dict[int, list[str]] = field(default_factory=dict)

    def columns_of(self, name: str, *, person: int = 0) -> list[Column]:
        """Return the columns of a field, the one that stands once or first in front."""
        found = [column for column in self.columns if column.field == name and column.person == person]
        return sorted(found, key=lambda column: column.number)

    def column_of(self, name: str, *, person: int = 0, number: int | None = 0) -> Column | None:
        """Return the column of a field and repetition, or None."""
        return next(
            (column for column in self.columns_of(name, person=person) if number in {None, column.number}),
            None,
        )

    def values(self, column: Column) -> Sequence[CellValue]:
        """Return a column's cells as they stand."""
        cells = self.cells[column.index]
        return cells if len(cells) == len(self.rows) else self._of_records(cells)

    def _of_records(self, cells: Sequence[Cell]) -> list[Cell]:
        first = self.header_row + 1
        return [cells[row - first] for row in self.rows]

    def texts(self, column: Column) -> list[str]:
        """Return a column's cells as cleaned texts; each different cell is cleaned once."""
        if column.index not in self._texts:
            self._texts[column.index] = clean_texts(self.values(column))
        return self._texts[column.index]

    def keep_records(self, rows: Sequence[int]) -> None:
        """Narrow the table, which began with every row below the headings, down to its records."""
        is_all = len(rows) == len(self.rows)
        first = self.header_row + 1
        if not is_all:
            self._texts = {
                index: [texts[row - first] for row in rows] for index, texts in self._texts.items()
            }
        self.rows = rows

    def texts_of(self, name: str, *, person: int = 0) -> list[str] | None:
        """Return a field's first filled texts, or None where the sheet has no such column."""
        columns = self.columns_of(name, person=person)
        if not columns:
            return None
        if len(columns) == 1:
            return self.texts(columns[0])
        return [next(filter(None, texts), "") for texts in zip(*map(self.texts, columns), strict=True)]

    def place(self, position: int, column: Column) -> Place:
        """Return the place of a record's cell."""
        return make_place(self.sheet.name, self.rows[position], column.index)

    def filled(self, column: Column) -> Iterator[tuple[int, str]]:
        """Run over the filled cells of a column: the record's position and its text."""
        return ((position, text) for position, text in enumerate(self.texts(column)) if text)

    def reading(self) -> SheetReading:
        """Say how the sheet was understood."""
        return SheetReading(
            sheet=self.sheet.name,
            header_row=self.header_row,
            headings=tuple(self._match(column) for column in self.columns),
            record_rows=tuple(self.rows),
            skipped_rows=dict(sorted(self.skipped.items())),
        )

    def _match(self, column: Column) -> HeadingMatch:
        return HeadingMatch(
            place=Place(sheet=self.sheet.name, row=self.header_row, column=column.index),
            heading=column.heading,
            field=column.field,
            repeated=column.number % 100 or (column.person + 1 if column.person else 0),
            reason=_REASONS.get(column.reason, "").format(wanted=column.wanted, winner=column.winner),
        )


_REASONS = {
    "competing": "“{winner}” is read as {wanted}",
    "values": "its cells do not look like {wanted}",
}
