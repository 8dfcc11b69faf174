"""The rows that calamine parsed, as Python values that take little memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from netsheet.core.grid import CellValue

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

MOST_TEXTS = 50_000  # enough for the words and names that recur; what is unique would fill the memory
LEARN_EVERY = 8  # of so many rows one is searched for texts that may recur


def iterate_rows(sheet: CalamineSheet) -> Iterator[list[CellValue]]:
    """Yield a sheet's rows from row 1 on, each from column A on: calamine begins at the first filled column."""
    if sheet.start is None:  # no cell has a value; older versions of calamine fail on that
        return iter(())
    lead: list[CellValue] = [""] * sheet.start[1]
    return (lead + row for row in sheet.iter_rows()) if lead else sheet.iter_rows()


def kept_rows(rows: Iterable[list[CellValue]]) -> list[list[CellValue]]:
    """Collect the rows, with one object for all equal texts: a log repeats most of them, which would take much memory.

    Texts that recur are found in every eighth row. All empty rows are one list: a value far below the others
    comes after a million of them.
    """
    kept: list[list[CellValue]] = []
    # Only texts: the numbers 1 and 1.0 and the value True are equal, so one would replace the others.
    texts: dict[CellValue, CellValue] = {}
    once = texts.get
    nothing: list[CellValue] = []
    for number, row in enumerate(rows):
        if len(nothing) != len(row):
            nothing = [""] * len(row)
        if row == nothing:
            kept.append(nothing)
            continue
        if number % LEARN_EVERY == 0 and len(texts) < MOST_TEXTS:
            texts.update((value, value) for value in row if isinstance(value, str) and value not in texts)
        kept.append(list(map(once, row, row)))
    return kept
