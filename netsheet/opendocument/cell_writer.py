"""One cell as XML: its value with its type, and the text that is shown until a program draws it anew."""

from __future__ import annotations

import datetime as dt
import re

from netsheet.core.grid import CellValue
from netsheet.lossless.refusals import unprovable
from netsheet.lossless.value_proof import GREATEST_NUMBER, read_back
from netsheet.lossless.xml_text import escaped, storable_text

MOST_KEPT = 20_000  # written cells that are remembered
SPACES = re.compile("^ +| {2,}| +$", re.MULTILINE)
EMPTY = b"<table:table-cell/>"


class CellWriter:
    """Writes cells for one document. The same few texts and days come again in many rows, so they are remembered.

    Args:
        has_calcext: whether the document declares LibreOffice's own names; then types are given in these, too.
    """

    def __init__(self, *, has_calcext: bool) -> None:
        self._has_calcext = has_calcext
        self._written: dict[tuple[type, CellValue, str], bytes] = {}

    def cell(self, value: CellValue, style: str) -> bytes:
        """Return a cell element; ``style`` is the name of a style, or ""."""
        key = (value.__class__, value, style)
        written = self._written.get(key)
        if written is None:
            written = self.filled_cell(value, style, "").encode()
            if len(self._written) < MOST_KEPT:
                self._written[key] = written
        return written

    def filled_cell(self, value: CellValue, style: str, attributes: str, paragraphs: str = "") -> str:
        """Return a cell element with further attributes; ``paragraphs`` replaces those that show the value."""
        styled = (f' table:style-name="{escaped(style)}"' if style else "") + attributes
        if value == "" and isinstance(value, str):
            return f"<table:table-cell{styled}/>"
        kind, stored, shown = self._content(value)
        typed = f' office:value-type="{kind}"{stored}'
        if self._has_calcext:
            typed += f' calcext:value-type="{kind}"'
        return f"<table:table-cell{styled}{typed}>{paragraphs or shown}</table:table-cell>"

    def _content(self, value: CellValue) -> tuple[str, str, str]:
        """Return a value's type, the attribute that stores it, and the paragraphs that show it."""
        if isinstance(value, bool):
            return "boolean", f' office:boolean-value="{str(value).lower()}"', paragraph(str(value).upper())
        if isinstance(value, int | float):
            if not abs(value) <= GREATEST_NUMBER:
                raise unprovable(f"the number {value!r:.20} fits in no cell")
            return "float", f' office:value="{value!r}"', paragraph(repr(value))
        if isinstance(value, str):
            return "string", "", "".join(map(paragraph, plain_text(value).split("\n")))
        if isinstance(value, dt.date):  # a moment, too
            return "date", f' office:date-value="{value.isoformat()}"', paragraph(value.isoformat())
        if isinstance(value, dt.timedelta):
            minutes, seconds = divmod(value.total_seconds(), 60)
            stored = f"PT{int(minutes) // 60:02}H{int(minutes) % 60:02}M{seconds:09.6f}S"
        else:
            stored = f"PT{value.hour:02}H{value.minute:02}M{value.second:02}.{value.microsecond:06}S"
        return "time", f' office:time-value="{stored}"', paragraph(stored)


def plain_text(text: str) -> str:
    """Return a text as a cell here can hold it: lines end in one way, and a tab is a space, since readers drop tabs."""
    if not text.isprintable():
        text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return storable_text(text)


def paragraph(line: str) -> str:
    """Return a line as a paragraph; spaces at its ends, and several together, need an element (ODF 1.3 part 3, 6.1.2)."""
    text = SPACES.sub(lambda match: f'<text:s text:c="{len(match[0])}"/>', escaped(line))
    return f"<text:p>{text}</text:p>" if text else "<text:p/>"


def read_back_here(value: CellValue) -> CellValue:
    """Return what a reader will find in a cell of an .ods file into which ``value`` was written."""
    return plain_text(value) if isinstance(value, str) else read_back(value)
