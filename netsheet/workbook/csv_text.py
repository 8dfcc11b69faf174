"""Text files of rows (.csv) to cells: any delimiter, with or without a byte order mark, UTF-8 or Windows-1252.

Every cell is a text (RFC 4180). What it means is read elsewhere.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter

DELIMITERS = (",", ";", "\t", "|")
_LINES_LOOKED_AT = 50
_TEXT_LOOKED_AT = 1_000_000
_LONGEST_CELL = 32_767  # what a spreadsheet's cell holds at most, in characters
_MOST_ROWS = 1_048_576
_MOST_CELLS = 32_000_000


class NotATableError(ValueError):
    """The text cannot be a spreadsheet's table; the message says why, as the end of a sentence."""


def read_csv_text(data: bytes) -> tuple[tuple[str, ...], ...]:
    """Split a file's bytes into rows of equal length; an empty cell is "".

    UTF-8 is tried first, then Windows-1252, in which every byte that has no meaning becomes "\ufffd"; UTF-16 is
    recognised. The delimiter is the one that splits the lines into the most equal columns.

    Raises:
        NotATableError: no sheet could hold it.
    """
    text = decode_text(data)
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=find_delimiter(text))
    rows: list[list[str]] = []
    width = 0
    for row in reader:
        rows.append(row)
        width = max(width, len(row))
        if len(rows) > _MOST_ROWS or width * len(rows) > _MOST_CELLS:
            raise NotATableError("it has more rows and columns than a sheet can hold")
        if len(text) > _LONGEST_CELL and max(map(len, row), default=0) > _LONGEST_CELL:
            raise NotATableError(
                f"the cell in line {reader.line_num:,} is longer than a sheet's cell can be; perhaps a "
                "quotation mark before it is never closed"
            )
    return tuple((*row, *[""] * (width - len(row))) for row in rows)


def decode_text(data: bytes) -> str:
    """Decode a text file: UTF-16 by its byte order mark or its first letters, else UTF-8, else Windows-1252."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = data.decode("utf-16", errors="replace")
    elif encoding := _UTF_16.get(tuple(byte == 0 for byte in data[:4])):
        text = data.decode(encoding, errors="replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", errors="replace")
    return text.replace("\x00", "")


_UTF_16: dict[tuple[bool, ...], str] = {
    (True, False, True, False): "utf-16-be",
    (False, True, False, True): "utf-16-le",
}
"""Which of a file's first four bytes are zero where it begins with two letters of English, without a byte order mark."""


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
