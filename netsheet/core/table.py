"""The log's sheet as columns of fields: what every later step reads its cells from.

One responsibility: to give the cells of a field, row by row of the records, with the place each came from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from netsheet.core.cells import clean_text
from netsheet.core.columns import Column
from netsheet.core.grid import CellValue, Sheet
from netsheet.core.model import DateOrder, Finding, HeadingMatch, Place, SheetReading


@dataclass(slots=True, kw_only=True)
class Table:
    """A sheet whose columns are understood.

    Attributes:
        rows: the sheet rows of the records, ascending. Every list this class gives runs parallel to it.
        findings: what could not be read, in no order; later steps add to it.
    """

    sheet: Sheet
    header_row: int
    columns: tuple[Column, ...]
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

    def values(self, column: Column) -> list[CellValue]:
        """Return a column's cells as they stand."""
        index, rows = column.index - 1, self.sheet.rows
        return [rows[row - 1][index] for row in self.rows]

    def texts(self, column: Column) -> list[str]:
        """Return a column's cells as cleaned texts; each different cell is cleaned once."""
        if column.index not in self._texts:
            values = self.values(column)
            cleaned = {value: clean_text(value) for value in set(values) if isinstance(value, str)}
            self._texts[column.index] = [
                cleaned[value] if isinstance(value, str) else clean_text(value) for value in values
            ]
        return self._texts[column.index]

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
        return Place(sheet=self.sheet.name, row=self.rows[position], column=column.index)

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
