"""What was read from a workbook: plain values by sheet row and sheet column, and the shapes around them.

Knows nothing of networking, and nothing of XML or zip. Rows and columns are the numbers Excel shows:
the first row is 1, column A is 1.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

CellValue = str | int | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta
"""A cell's value. An empty cell is the empty string."""

Position = tuple[int, int]
"""(sheet row, sheet column), both from 1."""

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
"""Where a sheet ends (ECMA-376 part 1, 18.3.1.73; Excel's specifications and limits)."""

_HYPERLINK = re.compile(r'HYPERLINK\(\s*"((?:mailto:|https?://)(?:[^"]|"")*)"\s*[,;)]', re.IGNORECASE)
VOLATILE_FUNCTIONS = ("TODAY", "NOW", "RAND", "RANDBETWEEN", "OFFSET", "INDIRECT")


def column_letters(column: int) -> str:
    """Write a sheet column as Excel does: 1 is A, 27 is AA (ECMA-376 part 1, 18.18.7).

    Raises:
        ValueError: when ``column`` is not positive.
    """
    if column < 1:
        msg = f"sheet columns start at 1, not {column}"
        raise ValueError(msg)
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell_address(row: int, column: int) -> str:
    """Write a position as Excel does: row 2, column 3 is C2."""
    return f"{column_letters(column)}{row}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A rectangle of cells; all four bounds belong to it."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    def holds(self, row: int, column: int) -> bool:
        """Whether a position lies in the rectangle."""
        return self.first_row <= row <= self.last_row and self.first_column <= column <= self.last_column

    def is_touching(self, other: Area) -> bool:
        """Whether the two rectangles share a cell."""
        return (
            self.first_row <= other.last_row
            and other.first_row <= self.last_row
            and self.first_column <= other.last_column
            and other.first_column <= self.last_column
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class TableArea:
    """An Excel table on a sheet. ``growable`` says whether a column can be added without risk."""

    name: str
    area: Area
    has_header: bool = True
    has_totals: bool = False
    growable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class FormulaCell:
    """A cell that holds a formula: its text without "=" ("" where it is shared), and whether a result is stored."""

    text: str
    has_result: bool

    @property
    def is_volatile(self) -> bool:
        """Whether the formula's result changes by itself from day to day (TODAY, NOW and their like)."""
        upper = self.text.upper()
        return any(f"{name}(" in upper for name in VOLATILE_FUNCTIONS)

    @property
    def link(self) -> str:
        """Where ``HYPERLINK("https://...", "words")`` leads on the web or by e-mail; "" for other formulas."""
        match = _HYPERLINK.match(self.text)
        return match[1].replace('""', '"') if match else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One worksheet as it was read.

    Attributes:
        rows: cell values; ``rows[0]`` is sheet row 1 and ``rows[0][0]`` is A1; "" where a cell is empty or
            holds an error. Rows all have the same length. Never mutated.
        formulas: the cells that hold a formula. Their value in ``rows`` is the stored result.
        errors: the cells whose value is an error, with its text ("#N/A").
        blocked: areas into which nothing may be written: merged cells, pivots, array and spill ranges.
        growing: those of them that Excel enlarges by itself, to the right and downwards: pivots, and spill ranges over
            several columns.
        covered: cells that lie under a chart, picture or shape, or in hidden columns: what is written there is not seen.
        hidden_from: the first of the columns that are hidden up to the sheet's right edge; None when none are.
        shown: what cells show where their value does not say it: the text of a linked data type, whose value is "", and
            a number with the words that its format writes next to it ("3 months").
        links: where the links of cells lead, in a web address or a mailto address.
    """

    name: str
    rows: Sequence[Sequence[CellValue]]
    formulas: Mapping[Position, FormulaCell] = field(default_factory=dict)
    errors: Mapping[Position, str] = field(default_factory=dict)
    tables: tuple[TableArea, ...] = ()
    merged: tuple[Area, ...] = ()
    blocked: tuple[Area, ...] = ()
    growing: tuple[Area, ...] = ()
    covered: tuple[Area, ...] = ()
    hidden_from: int | None = None
    autofilter: Area | None = None
    frozen_rows: int = 0
    is_hidden: bool = False
    is_protected: bool = False
    shown: Mapping[Position, str] = field(default_factory=dict)
    links: Mapping[Position, str] = field(default_factory=dict)

    def value(self, row: int, column: int) -> CellValue:
        """Return the value at a position, "" where the sheet does not reach."""
        if row > len(self.rows):
            return ""
        cells = self.rows[row - 1]
        return cells[column - 1] if column <= len(cells) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A workbook as it was read: its worksheets in tab order, and what kind of file it is.

    Attributes:
        kind: "xlsx", "xlsm", "ods", "xls" or "csv". The last two are only read.
        active: the index in ``sheets`` of the tab that is open.
        is_structure_locked: whether no sheet may be added.
        encoding_in_doubt: of a text file, the encoding that was taken where its letters could be others; else "".
        unclosed_quotes: of a text file, by sheet row the line in which a quotation mark is never closed.
    """

    kind: str
    sheets: tuple[Sheet, ...]
    active: int = 0
    is_structure_locked: bool = False
    encoding_in_doubt: str = ""
    unclosed_quotes: Mapping[int, int] = field(default_factory=dict)

    def sheet(self, name: str) -> Sheet | None:
        """Return the sheet of that name (case ignored, as Excel does), or None."""
        folded = name.casefold()
        return next((sheet for sheet in self.sheets if sheet.name.casefold() == folded), None)
