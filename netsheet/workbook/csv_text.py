"""Text files of rows (.csv) to cells: any delimiter, in the usual encodings.

Every cell is a text (RFC 4180). What it means is read elsewhere.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from netsheet.core.grid import Position
from netsheet.workbook.text_encodings import decode

DELIMITERS = (",", ";", "\t", "|")
_LINES_LOOKED_AT = 50
_TEXT_LOOKED_AT = 1_000_000
_LONGEST_CELL = 32_767  # what a spreadsheet's cell holds at most, in characters
_MOST_ROWS = 1_048_576
_MOST_CELLS = 32_000_000
_ERROR = re.compile(
    r"#(?:DIV/0|NAME|NULL|NUM|REF|VALUE|SPILL|CALC|BLOCKED|CONNECT|FIELD|BUSY|UNKNOWN|PYTHON|EXTERNAL|TIMEOUT)[!?]|#GETTING_DATA"
)


class NotATableError(ValueError):
    """The text cannot be a spreadsheet's table; the message says why, as the end of a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextTable:
    """A text file as a sheet.

    Attributes:
        rows: all of equal length; an empty cell is "".
        unclosed: by sheet row the line of the file in which a quotation mark is never closed.
        errors: the cells that hold what a spreadsheet writes for an error, such as #N/A. In ``rows`` they are "".
        doubt: the encoding that was taken where the letters could be others; else "".
    """

    rows: tuple[tuple[str, ...], ...]
    unclosed: Mapping[int, int]
    errors: Mapping[Position, str]
    doubt: str


def read_csv_text(data: bytes) -> TextTable:
    """Split a file's bytes into rows. The delimiter is the one that splits the lines into the most equal columns.

    Raises:
        NotATableError: no sheet could hold it.
    """
    decoded = decode(data)
    text = decoded.text
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    lines = list(io.StringIO(text, newline=""))
    rows: list[list[str]] = []
    errors: dict[Position, str] = {}
    unclosed: dict[int, int] = {}
    width = 0
    for line, row, is_closed in _split(lines, find_delimiter(text)):
        rows.append(row)
        width = max(width, len(row))
        if len(rows) > _MOST_ROWS or width * len(rows) > _MOST_CELLS:
            raise NotATableError("it has more rows and columns than a sheet can hold")
        if len(text) > _LONGEST_CELL and max(map(len, row), default=0) > _LONGEST_CELL:
            raise NotATableError(f"a cell of the row in line {line:,} is longer than a sheet's cell can be")
        if not is_closed:
            unclosed[len(rows)] = line
        for column in [at for at, cell in enumerate(row) if cell[:1] == "#" and _ERROR.fullmatch(cell)]:
            errors[len(rows), column + 1] = row[column]
            row[column] = ""
    filled = tuple((*row, *[""] * (width - len(row))) for row in rows)
    return TextTable(rows=filled, unclosed=unclosed, errors=errors, doubt=decoded.doubt)


def _split(lines: list[str], delimiter: str) -> Iterator[tuple[int, list[str], bool]]:
    """Yield the rows: the line in which each begins, from 1, its cells, and whether its quotation marks are closed.

    Where one is not, the row ends with its line, as if the mark were not there: what follows is not swallowed.
    """
    start = 0
    while start < len(lines):
        first = start
        reader = csv.reader(map(lines.__getitem__, range(first, len(lines))), delimiter=delimiter)
        for row in reader:
            end = first + reader.line_num
            if (end - start > 1 or end == len(lines)) and not _is_closed(lines[start:end], delimiter):
                yield start + 1, _without_last_quote(lines[start], delimiter), False
                start += 1
                break
            yield start + 1, row, True
            start = end


def _is_closed(lines: list[str], delimiter: str) -> bool:
    """Whether every quotation mark that opens a cell of a row has one that closes it."""
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error:
        return False
    return True


def _without_last_quote(line: str, delimiter: str) -> list[str]:
    before, _, after = line.rpartition('"')
    text = before + after
    if not _is_closed([text], delimiter):
        text = line.replace('"', "")
    return next(csv.reader([text], delimiter=delimiter), [])


def find_delimiter(text: str) -> str:
    """Find the delimiter of a text: the one for which the most lines have the same number of columns, two or more."""
    lines = [line for line in text[:_TEXT_LOOKED_AT].splitlines()[: 4 * _LINES_LOOKED_AT] if line.strip()][
        :_LINES_LOOKED_AT
    ]
    return max(DELIMITERS, key=lambda delimiter: _evenness(lines, delimiter))


def _evenness(lines: list[str], delimiter: str) -> tuple[int, int]:
    widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if len(row) > 1)
    if not widths:
        return 0, 0
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
    return count, width
