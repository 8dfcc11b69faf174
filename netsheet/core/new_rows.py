"""People to new rows of the user's list: which text goes into which column, as a plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from netsheet.core.columns.fields import FIELD_BY_NAME
from netsheet.core.columns.headings import is_own
from netsheet.core.grid import CellValue, Position, Sheet
from netsheet.core.model import SheetReading
from netsheet.core.next_rows import NextRows
from netsheet.core.plan import CellEdit, CellStyle, RowAppend, SheetPlan
from netsheet.core.values.person_names import split_name

DAY_STYLE = "a new day"
STYLES = {DAY_STYLE: CellStyle(number_format="yyyy-mm-dd")}
"""How a day looks where no record of its column has one."""
_RECORDS_LOOKED_AT = 50
_NEVER_IN_NOTES = frozenset({"notes", "id", "recorded"})

Values = Mapping[str, str]
"""What is known of a person: field -> text, days as YYYY-MM-DD."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRows:
    """New rows as a plan.

    Attributes:
        plan: the cells.
        rows: the sheet row of each person.
        unplaced: the fields that the list has no column for, of any of the people.
    """

    plan: SheetPlan
    rows: tuple[int, ...]
    unplaced: tuple[str, ...]


def plan_new_rows(sheet: Sheet, reading: SheetReading, people: Sequence[Values], place: NextRows) -> NewRows:
    """Plan a row for each person, with what the list has columns for; the rest goes into its notes."""
    columns = {
        match.field: match.place.column
        for match in reversed(reading.headings)
        if match.field and match.repeated in {0, 1} and not is_own(match.heading)
    }
    rows: dict[int, list[CellEdit]] = {}
    looks: dict[Position, Position] = {}
    unplaced: dict[str, None] = {}
    for row, values in enumerate(people, start=place.first):
        fitting = _with_names(values, columns)
        left = [name for name in fitting if name not in columns]
        fitting = _with_notes(fitting, left, columns)
        if "notes" not in columns:
            unplaced |= dict.fromkeys(left)
        cells = {columns[name]: (name, text) for name, text in fitting.items() if name in columns and text}
        rows[row] = list(_edits(_Column(sheet, reading, place), row, cells, looks))
    return NewRows(
        plan=SheetPlan(
            sheet=sheet.name,
            header_row=reading.header_row,
            rows=rows,
            table=place.table,
            append=RowAppend(
                last_row=place.last_row,
                first_column=place.first_column,
                last_column=place.last_column,
                looks=looks,
            ),
        ),
        rows=tuple(rows),
        unplaced=tuple(unplaced),
    )


def _with_names(values: Values, columns: Mapping[str, int]) -> dict[str, str]:
    """Split the name where the list has columns for its parts alone."""
    fitting = dict(values)
    name = fitting.get("name", "")
    if name and "name" not in columns and ("first_name" in columns or "last_name" in columns):
        del fitting["name"]
        first, last = split_name(name)
        fitting |= {"first_name": first or name, "last_name": last}
    return {field: text for field, text in fitting.items() if text}


def _with_notes(values: dict[str, str], left: Sequence[str], columns: Mapping[str, int]) -> dict[str, str]:
    """Add what has no column to the notes, where there are notes."""
    rest = [f"{name.replace('_', ' ')}: {values[name]}" for name in left if name not in _NEVER_IN_NOTES]
    if "notes" not in columns or not rest:
        return values
    return {**values, "notes": "; ".join(filter(None, (values.get("notes", ""), *rest)))}


def _edits(
    column_of: _Column, row: int, cells: Mapping[int, tuple[str, str]], looks: dict[Position, Position]
) -> Iterator[CellEdit]:
    """Write a row's cells; the empty ones of a row that is not prepared look like those above them."""
    place = column_of.place
    for column in range(place.first_column, place.last_column + 1):
        before = column_of.sheet.value(row, column)
        name, text = cells.get(column, ("", ""))
        value = column_of.value(column, name, text) if name else before
        model = column_of.model(column, value)
        if model is not None and (name or place.looks_row is not None):
            looks[row, column] = model
        style = DAY_STYLE if isinstance(value, dt.date) and name and model is None else None
        if name or (place.looks_row is not None and before == ""):
            yield CellEdit(column, before, value, style)


class _Column:
    """What the records have in a column: which kind of value, and a cell to look like."""

    def __init__(self, sheet: Sheet, reading: SheetReading, place: NextRows) -> None:
        self.sheet, self.place = sheet, place
        self._records = [row for row in reading.record_rows if row <= place.last_row][-_RECORDS_LOOKED_AT:]

    def value(self, column: int, name: str, text: str) -> CellValue:
        """Return a text as the records of its column have it: as a day, as TRUE, or as a text."""
        seen = [value for row in self._records if (value := self.sheet.value(row, column)) != ""]
        kind = FIELD_BY_NAME[name].kind
        if kind == "yes_no" and any(isinstance(value, bool) for value in seen):
            return True
        if kind == "date" and name != "birthday" and all(isinstance(value, dt.date) for value in seen):
            return dt.date.fromisoformat(text)
        return text

    def model(self, column: int, value: CellValue) -> Position | None:
        """Return the cell that a new one takes its format from: of a day the last day, else the last row's."""
        if isinstance(value, dt.date):
            dated = (
                row for row in reversed(self._records) if isinstance(self.sheet.value(row, column), dt.date)
            )
            row = next(dated, None)
            return None if row is None else (row, column)
        return None if self.place.looks_row is None else (self.place.looks_row, column)
