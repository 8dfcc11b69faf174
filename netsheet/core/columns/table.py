"""The log's sheet as columns of fields: what every later step reads its cells from.

One responsibility: to give the cells of a field, row by row of the records, with the place each came from. The cells
stand in a frame that is built once and never mutated.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from netsheet.core.columns.column import ONCE, Column, Repeat
from netsheet.core.grid import CellValue, Sheet
from netsheet.core.model import DateOrder, Finding, HeadingMatch, Place, SheetReading
from netsheet.core.values.cells import clean_texts

if TYPE_CHECKING:
    import pandas as pd


def build_frame(sheet: Sheet, header_row: int, columns: Sequence[int]) -> pd.DataFrame:
    """Put the cells below the headings into a frame.

    Args:
        sheet: the sheet as it was read.
        header_row: the sheet row of the headings.
        columns: the sheet columns that have a heading, ascending.

    Returns:
        One row for each sheet row below the headings; its index is the sheet row, as Excel shows it, and is never
        reset. Column ``n`` is sheet column ``n``, of dtype object: each cell is the value of ``grid.CellValue`` as
        it was read, "" where the sheet is empty, never a timestamp and never missing.
    """
    import pandas as pd  # noqa: PLC0415 - only a command that reads a log pays for it

    rows = pd.RangeIndex(header_row + 1, len(sheet.rows) + 1)
    width = len(sheet.rows[0]) if sheet.rows else 0
    cells = pd.DataFrame(
        list(sheet.rows[header_row:]), index=rows, columns=pd.RangeIndex(1, width + 1), dtype=object
    )
    return cells[list(columns)]


@dataclass(slots=True, kw_only=True)
class Table:
    """A sheet whose columns are understood.

    Attributes:
        frame: the cells by sheet row and sheet column (``build_frame``), those of the records once they are chosen.
        rows: the sheet rows of the records, ascending. Every list this class gives runs parallel to it.
        lent: the columns beyond the sheet's own that another sheet lends (``joined``), and the column to point to instead.
        findings: what could not be read, in no order; later steps add to it.
        ways: how the touches of each repetition were made; ``marks`` the cells of yes-or-no fields, ``orders`` the date
            order of columns, ``odd`` the records whose e-mail cell is no plain address: each read once.
    """

    sheet: Sheet
    header_row: int
    columns: tuple[Column, ...]
    frame: pd.DataFrame
    rows: Sequence[int] = ()
    skipped: Counter[str] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)
    ways: dict[Repeat, Sequence[Any]] = field(default_factory=dict)
    marks: dict[tuple[str, Repeat], Sequence[Any]] = field(default_factory=dict)
    orders: dict[int, DateOrder] = field(default_factory=dict)
    lent: dict[int, int] = field(default_factory=dict)
    odd: dict[int, list[int]] = field(default_factory=dict)
    _texts: dict[int, list[str]] = field(default_factory=dict)

    def columns_of(self, name: str, *, person: int = 0) -> list[Column]:
        """Return the columns of a field, the one that stands once or first in front."""
        found = [column for column in self.columns if column.field == name and column.person == person]
        return sorted(found, key=lambda column: column.repeat)

    def column_of(self, name: str, *, person: int = 0, repeat: Repeat = ONCE) -> Column | None:
        """Return the column of a field and repetition, or None."""
        columns = self.columns_of(name, person=person)
        return next((column for column in columns if column.repeat == repeat), None)

    def values(self, column: Column) -> list[CellValue]:
        """Return a column's cells as they stand."""
        return self.frame[column.index].tolist()

    def texts(self, column: Column) -> list[str]:
        """Return a column's cells as cleaned texts; each different cell is cleaned once."""
        if column.index not in self._texts:
            self._texts[column.index] = clean_texts(self.values(column))
        return self._texts[column.index]

    def keep_records(self, rows: Sequence[int]) -> None:
        """Narrow the table, which began with every row below the headings, down to its records."""
        if len(rows) < len(self.frame):
            first = self.header_row + 1
            self._texts = {
                index: [texts[row - first] for row in rows] for index, texts in self._texts.items()
            }
            self.frame = self.frame.loc[list(rows)]
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
        return Place(self.sheet.name, self.rows[position], self.lent.get(column.index, column.index))

    def filled(self, column: Column) -> Iterator[tuple[int, str]]:
        """Run over the filled cells of a column: the record's position and its text."""
        return ((position, text) for position, text in enumerate(self.texts(column)) if text)

    def reading(self) -> SheetReading:
        """Say how the sheet was understood."""
        return SheetReading(
            sheet=self.sheet.name,
            header_row=self.header_row,
            headings=tuple(self._match(column) for column in self.columns if column.index not in self.lent),
            record_rows=tuple(self.rows),
            skipped_rows=dict(sorted(self.skipped.items())),
        )

    def _match(self, column: Column) -> HeadingMatch:
        return HeadingMatch(
            place=Place(sheet=self.sheet.name, row=self.header_row, column=column.index),
            heading=column.heading.shown,
            field=column.field,
            repeated=(column.repeat.number or (column.person and column.person + 1)) if column.field else 0,
            reason=column.remark.words if column.remark else "",
        )
