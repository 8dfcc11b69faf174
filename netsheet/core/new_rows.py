"""People to new rows of the user's list: which text goes into which column, as a plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from netsheet.core.grid import CellValue, Position, Sheet
from netsheet.core.list_columns import DAY_STYLE, ListColumns
from netsheet.core.model import SheetReading
from netsheet.core.next_rows import NextRows
from netsheet.core.plan import CellEdit, RowAppend, SheetPlan
from netsheet.core.values.person_names import split_name

_OF_THE_FILE = frozenset({"id", "recorded"})
"""What is said of a row and not of the person; it is left out where the list has no column for it."""

Values = Mapping[str, str]
"""What is known of a person: field -> text, days as YYYY-MM-DD."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRows:
    """New rows as a plan.

    Attributes:
        plan: the cells.
        rows: the sheet row of each person.
        unplaced: for each person what the list has no place for, neither a column nor notes: field -> text.
    """

    plan: SheetPlan
    rows: tuple[int, ...]
    unplaced: tuple[Values, ...]


def plan_new_rows(sheet: Sheet, reading: SheetReading, people: Sequence[Values], place: NextRows) -> NewRows:
    """Plan a row for each person, with what the list has columns for; the rest goes into its notes."""
    columns = ListColumns(sheet, reading)
    rows: dict[int, list[CellEdit]] = {}
    looks: dict[Position, Position] = {}
    unplaced: list[Values] = []
    id_column = columns.of_field.get("id", 0)
    number = columns.next_number(id_column, place.last_row) if id_column else None
    for row, values in enumerate(people, start=place.first):
        fitting = _fitting(values, columns.of_field)
        left = {
            name: text for name, text in fitting.items() if name not in {*columns.of_field, *_OF_THE_FILE}
        }
        unplaced.append({} if "notes" in columns.of_field else left)
        cells: dict[int, CellValue] = {
            columns.of_field[name]: columns.value(name, text)
            for name, text in fitting.items()
            if name in columns.of_field
        }
        if number is not None and sheet.value(row, id_column) == "":
            cells.setdefault(id_column, number + row - place.first)
        rows[row] = list(_edits(_Row(sheet, columns, place, row), cells, looks))
    plan = SheetPlan(
        sheet=sheet.name,
        header_row=reading.header_row,
        rows=rows,
        table=place.table,
        append=RowAppend(
            last_row=place.last_row, first_column=place.first_column, last_column=place.last_column
        ),
        looks=looks,
        is_users=True,
    )
    return NewRows(plan=plan, rows=tuple(rows), unplaced=tuple(unplaced))


def _fitting(values: Values, columns: Mapping[str, int]) -> dict[str, str]:
    """Return what is known as the list has columns for it: the parts of the name, and the rest in the notes."""
    fitting = {field: text for field, text in values.items() if text}
    name = fitting.get("name", "")
    if name and "name" not in columns and ("first_name" in columns or "last_name" in columns):
        del fitting["name"]
        first, last = split_name(name)
        parts = {"first_name": first or name, "last_name": last}
        fitting |= {field: text for field, text in parts.items() if text}
    rest = [
        f"{field.replace('_', ' ')}: {text}"
        for field, text in fitting.items()
        if field not in {*columns, *_OF_THE_FILE, "notes"}
    ]
    if "notes" in columns and rest:
        fitting["notes"] = "; ".join(filter(None, (fitting.get("notes", ""), *rest)))
    return fitting


@dataclass(frozen=True, slots=True)
class _Row:
    """A new row, and where it goes."""

    sheet: Sheet
    columns: ListColumns
    place: NextRows
    number: int

    def model(self, column: int, value: CellValue) -> Position | None:
        """Return the cell that a new one takes its format from: of a day the last day, else the last row's."""
        if isinstance(value, dt.date):
            return self.columns.dated_cell(column)
        return None if self.place.looks_row is None else (self.place.looks_row, column)


def _edits(row: _Row, cells: Mapping[int, CellValue], looks: dict[Position, Position]) -> Iterator[CellEdit]:
    """Write a row's cells; the empty ones of a row that is not prepared look like those above them."""
    has_looks = row.place.looks_row is not None
    for column in range(row.place.first_column, row.place.last_column + 1):
        before = row.sheet.value(row.number, column)
        is_filled = column in cells
        value = cells[column] if is_filled else before
        model = row.model(column, value)
        if model is not None and (is_filled or has_looks):
            looks[row.number, column] = model
        style = DAY_STYLE if isinstance(value, dt.date) and is_filled and model is None else None
        if is_filled or (has_looks and before == ""):
            yield CellEdit(column, before, value, style)
