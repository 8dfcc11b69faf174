"""Text files of rows to cells: any delimiter, with or without a byte order mark, UTF-8 or Windows-1252.

One responsibility: to split the text into cells, every one a text (RFC 4180). What they mean is read elsewhere.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter

DELIMITERS = (",", ";", "\t", "|")
_LINES_LOOKED_AT = 50
_LARGEST_CELL = 32_767 * 4  # what a spreadsheet's cell holds (ECMA-376), in bytes


def read_csv_text(data: bytes) -> tuple[tuple[str, ...], ...]:
    """Split a file's bytes into rows of equal length; an empty cell is "".

    UTF-8 is tried first, then Windows-1252, in which every byte that has no meaning becomes "\ufffd". UTF-16 is
    known by its byte order mark. The delimiter is the one that splits the lines into the most equal columns.
    """
    text = _decode(data)
    csv.field_size_limit(max(csv.field_size_limit(), _LARGEST_CELL, len(text)))
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=find_delimiter(text)))
    width = max(map(len, rows), default=0)
    return tuple((*row, *[""] * (width - len(row))) for row in rows)


def _decode(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = data.decode("utf-16", errors="replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", errors="replace")
    return text.replace("\x00", "")


def find_delimiter(text: str) -> str:
    """Find the delimiter of a text: the one for which the most lines have the same number of columns, two or more."""
    lines = [line for line in text.splitlines()[: 4 * _LINES_LOOKED_AT] if line.strip()][:_LINES_LOOKED_AT]
    return max(DELIMITERS, key=lambda delimiter: _evenness(lines, delimiter))


def _evenness(lines: list[str], delimiter: str) -> tuple[int, int]:
    widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if len(row) > 1)
    if not widths:
        return 0, 0
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
    return count, width
