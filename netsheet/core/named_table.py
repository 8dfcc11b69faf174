"""A small table on a sheet of its own: its header row found by name, its rows as named cells.

The settings, the breaks and the goals say what the cells mean.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from netsheet.core.findings import build_finding
from netsheet.core.grid import CellValue, Sheet
from netsheet.core.model import Finding, Place
from netsheet.core.text import fold

_HEADER_WITHIN = 20

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedRow:
    """One row below the header: its cells by column name; a column that is not there is empty."""

    sheet: str
    row: int
    cells: Mapping[str, CellValue]
    columns: Mapping[str, int]

    def value(self, name: str) -> CellValue:
        """Return the cell of a column, "" where there is none."""
        return self.cells.get(name, "")

    def text(self, name: str) -> str:
        """Return the cell of a column as text on one line."""
        return spelled(self.value(name))

    def place(self, name: str) -> Place:
        """Return where a column's cell is; the row's first cell when there is no such column."""
        return Place(sheet=self.sheet, row=self.row, column=self.columns.get(name, 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedHeader:
    """A header row, and in which sheet column each of its names is."""

    row: int
    columns: Mapping[str, int]


def interpret_rows(
    sheet: Sheet,
    names: Mapping[str, Collection[str]],
    read: Callable[[NamedRow], Value | Finding | None],
    *,
    needed: Collection[str],
    headings: str,
) -> tuple[tuple[Value, ...], tuple[Finding, ...]]:
    """Read each filled row of a sheet as a value, in their order; a row that cannot be understood is a finding.

    Args:
        sheet: the sheet.
        names: as for ``read_named_rows``, ``needed`` too.
        read: reads one row; None for a row that says nothing.
        needed: the columns without which nothing can be read.
        headings: those columns in words, for the finding that there are none.
    """
    rows = read_named_rows(sheet, names, needed=needed)
    if rows is None:
        return (), (build_finding("no-settings-header", None, seen=sheet.name, headings=headings),)
    values: list[Value] = []
    findings: list[Finding] = []
    for row in rows:
        result = read(row)
        if isinstance(result, Finding):
            findings.append(result)
        elif result is not None:
            values.append(result)
    return tuple(values), tuple(findings)


def read_named_rows(
    sheet: Sheet, names: Mapping[str, Collection[str]], *, needed: Collection[str]
) -> tuple[NamedRow, ...] | None:
    """Find the header row within the first rows and return the filled rows below it.

    Args:
        sheet: the sheet.
        names: for each column the spellings of its heading, folded.
        needed: the columns that every header row must have.

    Returns:
        The rows in which a known column is filled; None when there is no header row.
    """
    header = find_header(sheet, names, needed=needed)
    return None if header is None else tuple(_rows_below(sheet, header.row - 1, header.columns))


def find_header(
    sheet: Sheet, names: Mapping[str, Collection[str]], *, needed: Collection[str]
) -> NamedHeader | None:
    """Find the header row within the first rows; the arguments are those of ``read_named_rows``."""
    return find_folded_header(folded_head(sheet), names, needed=needed)


def folded_head(sheet: Sheet) -> list[list[str]]:
    """Return the words of the first rows, folded, for those who look for several kinds of header."""
    return [[folded_words(cell) for cell in cells] for cells in sheet.rows[:_HEADER_WITHIN]]


def find_folded_header(
    head: Iterable[Sequence[str]], names: Mapping[str, Collection[str]], *, needed: Collection[str]
) -> NamedHeader | None:
    """Find the header row in the folded words of the first rows."""
    for row, headings in enumerate(head, start=1):
        columns = _columns(headings, names)
        if all(name in columns for name in needed):
            return NamedHeader(row=row, columns=columns)
    return None


def _columns(headings: Iterable[str], names: Mapping[str, Collection[str]]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for column, heading in enumerate(headings, start=1):
        for name, spellings in names.items() if heading else ():
            if heading in spellings:
                columns.setdefault(name, column)
    return columns


def _rows_below(sheet: Sheet, header: int, columns: Mapping[str, int]) -> list[NamedRow]:
    rows = []
    for row, cells in enumerate(sheet.rows[header + 1 :], start=header + 2):
        found = {name: cells[column - 1] for name, column in columns.items()}
        if any(not isinstance(value, str) or value.strip() for value in found.values()):
            rows.append(NamedRow(sheet=sheet.name, row=row, cells=found, columns=columns))
    return rows


def spelled(cell: CellValue) -> str:
    """Return a cell as text on one line, a whole number without its decimals."""
    whole = int(cell) if isinstance(cell, float) and cell.is_integer() else cell
    return " ".join(str(whole).split())


def folded_words(cell: CellValue) -> str:
    """Return a cell's words folded, without the marks around them."""
    return " ".join(fold(str(cell)).strip(" \t\n:?*.").split())
