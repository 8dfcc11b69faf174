"""A sheet as columns of fields: what every later step reads its cells from.

A table never changes: a step that narrows or widens it makes a new one, and what a step finds out it returns.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from netsheet.core.columns.column import IDENTITY, ONCE, Column, Repeat
from netsheet.core.columns.fields import FIELD_BY_NAME
from netsheet.core.grid import CellValue, Sheet
from netsheet.core.model import HeadingMatch, Place, SheetReading
from netsheet.core.values.cells import clean_text, clean_texts

if TYPE_CHECKING:
    import pandas as pd

_SAYS_WHAT_HAPPENED = frozenset({"kind", "status", "outcome", "response", "next_action", "notes"})


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


def fill_merged(frame: pd.DataFrame, sheet: Sheet, columns: Sequence[Column]) -> pd.DataFrame:
    """Return the cells with what is merged over several rows in each of them, in the columns about the person."""
    personal = {column.index for column in columns if column.field and _is_personal(column.field)}
    areas = [
        area
        for area in sheet.merged
        if area.first_row < area.last_row and area.first_column in personal and area.first_row in frame.index
    ]
    for area in areas:
        start, end = area.first_row - frame.index[0], area.last_row - frame.index[0] + 1
        cells = frame[area.first_column].tolist()
        cells[start:end] = [cells[start]] * len(cells[start:end])
        frame = frame.copy()
        frame[area.first_column] = cells
    return frame


def _is_personal(field: str) -> bool:
    return FIELD_BY_NAME[field].group == "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A sheet whose columns are understood.

    Attributes:
        frame: the cells by sheet row and sheet column (``build_frame``), those of the records once they are chosen.
        rows: the sheet rows of the records, ascending. Every list this class gives runs parallel to it.
        skipped: how many rows are not records, by why they are not.
        joined_by: for each column that comes from another sheet the log's own column of numbers, which a place points
            to instead (``contact_numbers``).
        cleaned: the texts of the columns that several steps look at, by sheet column (``clean_often_read``).
    """

    sheet: Sheet
    header_row: int
    columns: tuple[Column, ...]
    frame: pd.DataFrame
    rows: Sequence[int] = ()
    skipped: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    joined_by: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))
    cleaned: Mapping[int, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))

    def columns_of(self, name: str, *, person: int = 0) -> list[Column]:
        """Return the columns of a field, a column that comes once before the repeated ones."""
        found = [column for column in self.columns if column.field == name and column.person == person]
        return sorted(found, key=lambda column: column.repeat)

    def column_of(self, name: str, *, person: int = 0, repeat: Repeat = ONCE) -> Column | None:
        """Return the column of a field and repetition, or None."""
        columns = self.columns_of(name, person=person)
        return next((column for column in columns if column.repeat == repeat), None)

    def values(self, column: Column) -> list[CellValue]:
        """Return a column's cells as they were read."""
        return self.frame[column.index].tolist()

    def texts(self, column: Column) -> Sequence[str]:
        """Return a column's cells as cleaned texts; each different cell is cleaned once."""
        known = self.cleaned.get(column.index)
        return clean_texts(self.values(column)) if known is None else known

    def text(self, position: int, column: Column) -> str:
        """Return one record's cell as a cleaned text; the column is one of the sheet's own."""
        return clean_text(self.sheet.value(self.rows[position], column.index))

    def texts_of(self, name: str, *, person: int = 0) -> Sequence[str] | None:
        """Return a field's first filled texts, or None where the sheet has no such column."""
        columns = self.columns_of(name, person=person)
        if not columns:
            return None
        return [next(filter(None, texts), "") for texts in zip(*map(self.texts, columns), strict=True)]

    def place(self, position: int, column: Column) -> Place:
        """Return the place of a record's cell."""
        return Place(
            sheet=self.sheet.name,
            row=self.rows[position],
            column=self.joined_by.get(column.index, column.index),
        )

    def heading_place(self, column: Column) -> Place:
        """Return the place of a column's heading."""
        return Place(sheet=self.sheet.name, row=self.header_row, column=column.index)

    def filled(self, column: Column) -> Iterator[tuple[int, str]]:
        """Run over the filled cells of a column: the record's position and its text."""
        return ((position, text) for position, text in enumerate(self.texts(column)) if text)

    def reading(self) -> SheetReading:
        """Say how the sheet was understood."""
        return SheetReading(
            sheet=self.sheet.name,
            header_row=self.header_row,
            headings=tuple(
                self._match(column) for column in self.columns if column.index not in self.joined_by
            ),
            record_rows=tuple(self.rows),
            skipped_rows=dict(sorted(self.skipped.items())),
        )

    def _match(self, column: Column) -> HeadingMatch:
        return HeadingMatch(
            place=self.heading_place(column),
            heading=column.heading.shown,
            field=column.field,
            repeated=(column.repeat.number or (column.person and column.person + 1)) if column.field else 0,
            reason=column.remark.words if column.remark else "",
        )


def clean_often_read(columns: Sequence[Column], frame: pd.DataFrame) -> Mapping[int, tuple[str, ...]]:
    """Clean the cells that many steps look at: those that identify people, and the texts that say what happened."""
    often_read = (column.index for column in columns if column.field in IDENTITY | _SAYS_WHAT_HAPPENED)
    return MappingProxyType({index: tuple(clean_texts(frame[index].tolist())) for index in often_read})


def keep_rows(table: Table, rows: Sequence[int], skipped: Mapping[str, int]) -> Table:
    """Narrow a table, which begins with every row below the headings, down to its records."""
    kept = replace(table, rows=tuple(rows), skipped=MappingProxyType(dict(skipped)))
    if len(rows) == len(table.frame):
        return kept
    positions = {row: position for position, row in enumerate(table.rows)}
    kept_at = [positions[row] for row in rows]
    cleaned = {index: tuple(texts[at] for at in kept_at) for index, texts in table.cleaned.items()}
    return replace(kept, frame=table.frame.loc[list(rows)], cleaned=MappingProxyType(cleaned))
