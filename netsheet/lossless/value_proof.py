"""The proof of values: every cell reads back, planned ones as planned, all others as they were."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, repeat, zip_longest

from netsheet.core.grid import CellValue, cell_address
from netsheet.core.plan import CellEdit, SheetPlan
from netsheet.lossless.refusals import unprovable
from netsheet.lossless.xml_text import storable_text

GREATEST_NUMBER = sys.float_info.max
MOST_CELLS = 64_000_000  # a list of so many takes half a gigabyte

Rows = Sequence[Sequence[CellValue]]


def read_back(value: CellValue) -> CellValue:
    """Return what a reader will find in a cell into which ``value`` was written."""
    if isinstance(value, str):
        return storable_text(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return float(value) if abs(value) <= GREATEST_NUMBER else value
    return value


def check_room(rows: Rows, plan: SheetPlan) -> None:
    """Check before the write that the result can be read back, and that a new column's cells are empty so far.

    Readers lay a sheet out from its first cell to its last, and what is in a new column's cells would be lost.

    Raises:
        RefusedError: naming the sheet or the cell.
    """
    bottom = max(len(rows), *(number for number, edits in plan.rows.items() if edits))
    right = max(edits[-1].column for edits in plan.different_edits() if edits)
    if bottom * max(right, len(rows[0]) if rows else 0) > MOST_CELLS:
        raise unprovable(f'the sheet "{plan.sheet}" would reach too far to be read back')
    new = [column.column for column in plan.new_columns]
    if not new or max(map(len, rows), default=0) < min(new):
        return
    for number, edits in plan.rows.items():
        row = rows[number - 1] if number <= len(rows) else ()
        for edit in edits:
            if edit.column in new and edit.column <= len(row) and row[edit.column - 1] != "":
                place = cell_address(number, edit.column)
                raise unprovable(f'the cell {place} of the sheet "{plan.sheet}" holds something already')


def check_users_cells(rows: Rows, plan: SheetPlan) -> None:
    """Prove that each of the user's cells held what the plan says it held, and that all cells of new rows are in new rows.

    Raises:
        RefusedError: naming the cell.
    """
    if not (plan.is_users or plan.append):
        return
    last_row = plan.append.last_row if plan.append else 0
    for number, edits in plan.rows.items():
        cells = rows[number - 1] if number <= len(rows) else ()
        for edit in edits:
            held = cells[edit.column - 1] if edit.column <= len(cells) else ""
            if number <= last_row or held != edit.before:
                place = cell_address(number, edit.column)
                raise unprovable(f'the cell {place} of the sheet "{plan.sheet}" holds something already')


def check_values(
    old: Rows,
    now: Iterable[list[CellValue]],
    plan: SheetPlan,
    as_read: Callable[[CellValue], CellValue] = read_back,
) -> None:
    """Compare all values of an edited sheet, row by row, since sheets may be large.

    Args:
        old: the values before.
        now: the values that were read back.
        plan: the cells that were to change.
        as_read: what a reader finds where a value was written.

    Raises:
        RefusedError: at the first cell that does not read back.
    """
    empty: list[CellValue] = []
    planned = max(plan.rows, default=0) - len(old)
    meant = chain(old, repeat(empty, max(planned, 0)))
    for number, (before, cells) in enumerate(zip_longest(meant, now, fillvalue=empty), start=1):
        edits = plan.rows.get(number)
        expected = _edited(before, edits) if edits else before
        if expected == cells or [*expected, *[""] * (len(cells) - len(expected))] == cells:
            continue
        if edits:
            expected = _edited(before, [edit._replace(after=as_read(edit.after)) for edit in edits])
        if not _is_equal(expected, cells):
            raise unprovable(
                f'{_first_difference(expected, cells, number)} of the sheet "{plan.sheet}" does not read back'
            )
        if any(value != "" for value in cells[len(expected) :]):
            raise unprovable(f'the row {number} of the sheet "{plan.sheet}" grew')


def check_owned_values(
    name: str, meant: Rows, now: Rows, as_read: Callable[[CellValue], CellValue] = read_back
) -> None:
    """Check that one of netsheet's sheets has the values of the scratch workbook that it came from.

    Args:
        name: the sheet's.
        meant: the values that it was made from.
        now: the values that were read back.
        as_read: what a reader finds where a value was written.

    Raises:
        RefusedError: naming the sheet.
    """
    if len(meant) != len(now) or not all(
        _is_equal(row, cells) or _is_equal(list(map(as_read, row)), cells)
        for row, cells in zip(meant, now, strict=True)
    ):
        raise unprovable(f'the sheet "{name}" does not read back')


def _edited(row: Sequence[CellValue], edits: Sequence[CellEdit]) -> list[CellValue]:
    cells = [*row, *[""] * (edits[-1].column - len(row))]
    for column, _, after, _ in edits:
        cells[column - 1] = after
    return cells


def _is_equal(before: Sequence[CellValue], now: Sequence[CellValue]) -> bool:
    """Compare with rows padded by empty cells."""
    padded = [*now, *[""] * (len(before) - len(now))]
    return list(before) == padded[: len(before)]


def _first_difference(before: Sequence[CellValue], now: Sequence[CellValue], row: int) -> str:
    for column, value in enumerate(before, start=1):
        if column > len(now) or now[column - 1] != value:
            return f"the cell {cell_address(row, column)}"
    return f"the row {row}"
