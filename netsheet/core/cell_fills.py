"""What is new about people of the log, to cells of their own rows: empty ones are filled, others change only on request."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from netsheet.core.additions import KnownPerson
from netsheet.core.grid import Position, Sheet
from netsheet.core.list_columns import DAY_STYLE, ListColumns
from netsheet.core.model import Log, Person, SheetReading
from netsheet.core.plan import CellEdit, SheetPlan


class FieldCell(NamedTuple):
    """Where a field of somebody's is written."""

    sheet: str
    row: int
    column: int


class FieldCells:
    """Finds the cells in which facts about people of the log are written.

    A fact goes into the person's row on the People sheet where that has a column for it, else into their newest row of
    the log.
    """

    def __init__(self, log: Log, sheets: Mapping[str, Sheet]) -> None:
        self._log = log
        self.columns = {
            reading.sheet: ListColumns(sheets[reading.sheet], reading)
            for reading in (log.people_reading, log.reading)
            if reading is not None
        }
        self.sheets = sheets

    def find(self, person: Person, name: str) -> FieldCell | None:
        """Return the cell of a field; None where the person's rows have no column for it."""
        for reading, row in self._rows(person):
            column = self.columns[reading.sheet].of_field.get(name)
            if column is not None:
                return FieldCell(reading.sheet, row, column)
        return None

    def is_free(self, cell: FieldCell) -> bool:
        """Whether a cell holds nothing, and can be written."""
        sheet = self.sheets[cell.sheet]
        place = cell.row, cell.column
        return sheet.value(*place) == "" and place not in sheet.errors and self.is_writable(cell)

    def is_writable(self, cell: FieldCell) -> bool:
        """Whether a cell can be written: it holds no formula, and does not belong together with others."""
        sheet = self.sheets[cell.sheet]
        place = cell.row, cell.column
        return place not in sheet.formulas and not any(area.holds(*place) for area in sheet.blocked)

    def _rows(self, person: Person) -> Iterator[tuple[SheetReading, int]]:
        """Yield the rows that a fact about somebody may be written to; a row that names them second is another's."""
        people = self._log.people_reading
        if people is not None and person.people_row is not None:
            yield people, person.people_row
        if person.rows and not person.is_beside:
            yield self._log.reading, max(person.rows)


def plan_fills(cells: FieldCells, known: Sequence[KnownPerson]) -> tuple[SheetPlan, ...]:
    """Plan the cells that are filled in or, where the user asked for it, changed."""
    rows: dict[str, dict[int, dict[int, CellEdit]]] = {}
    looks: dict[str, dict[Position, Position]] = {}
    for each in known:
        wanted = [(name, text, False) for name, text in each.fills.items()]
        wanted += [(name, text, True) for name, text in each.updates.items()]
        for name, text, is_update in wanted:
            cell = cells.find(each.person, name)
            if cell is not None and (cells.is_writable(cell) if is_update else cells.is_free(cell)):
                edit = _edit(cells, cell, name, text, looks.setdefault(cell.sheet, {}))
                if edit.before != edit.after:
                    rows.setdefault(cell.sheet, {}).setdefault(cell.row, {})[cell.column] = edit
    return tuple(
        SheetPlan(
            sheet=name,
            header_row=cells.columns[name].header_row,
            rows={row: [edits[column] for column in sorted(edits)] for row, edits in sorted(of_rows.items())},
            looks=looks[name],
            is_users=True,
        )
        for name, of_rows in rows.items()
    )


def _edit(
    cells: FieldCells, cell: FieldCell, name: str, text: str, looks: dict[Position, Position]
) -> CellEdit:
    sheet, columns = cells.sheets[cell.sheet], cells.columns[cell.sheet]
    value = columns.value(name, text)
    style = None
    if isinstance(value, dt.date) and (model := columns.dated_cell(cell.column)) is not None:
        looks[cell.row, cell.column] = model
    elif isinstance(value, dt.date):
        style = DAY_STYLE
    return CellEdit(cell.column, sheet.value(cell.row, cell.column), value, style)
