"""One cell as XML: a value as the file writes it, and serial numbers for days (ECMA-376 part 1, 18.3.1.4)."""

from __future__ import annotations

import datetime as dt

from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, to_excel

from netsheet.core.grid import CellValue
from netsheet.lossless.refusals import unprovable
from netsheet.lossless.value_proof import GREATEST_NUMBER
from netsheet.lossless.xml_text import escaped_cell_text

MOST_KEPT = 20_000  # written values that are remembered


class CellWriter:
    """Writes cells for one sheet, with its element prefix and its workbook's calendar.

    Texts and days recur from row to row, so each distinct value is written once.
    """

    def __init__(self, *, prefix: str, date1904: bool) -> None:
        self._prefix = prefix
        self._epoch = CALENDAR_MAC_1904 if date1904 else CALENDAR_WINDOWS_1900
        self._written: dict[tuple[type, CellValue, str], str] = {}

    def rest(self, value: CellValue, style: str) -> str:
        """Return a ``<c>`` element from the end of its reference on; ``style`` is a style number as text, or ""."""
        key = (value.__class__, value, style)
        written = self._written.get(key)
        if written is None:
            written = self._rest(value, style)
            if len(self._written) < MOST_KEPT:
                self._written[key] = written
        return written

    def _rest(self, value: CellValue, style: str) -> str:
        styled = f' s="{style}"' if style else ""
        if value == "" and isinstance(value, str):
            return f'"{styled}/>'
        kind, inner = self._content(value)
        return f'"{styled}{kind}>{inner}</{self._prefix}c>'

    def _content(self, value: CellValue) -> tuple[str, str]:
        """Return the type attribute and the content of a cell."""
        p = self._prefix
        if isinstance(value, str):
            text = escaped_cell_text(value)
            is_kept = value != value.strip() or "\n" in value or "\r" in value or "  " in value
            space = ' xml:space="preserve"' if is_kept else ""
            return ' t="inlineStr"', f"<{p}is><{p}t{space}>{text}</{p}t></{p}is>"
        if isinstance(value, bool):
            return ' t="b"', f"<{p}v>{int(value)}</{p}v>"
        if isinstance(value, int | float):
            if not abs(value) <= GREATEST_NUMBER:
                raise unprovable(f"the number {value!r:.20} fits in no cell")
            return "", f"<{p}v>{value!r}</{p}v>"
        return "", f"<{p}v>{self._serial(value)}</{p}v>"

    def _serial(self, value: dt.date | dt.datetime | dt.time | dt.timedelta) -> str:
        serial = to_excel(value, epoch=self._epoch)
        if serial < 0:
            raise unprovable(f"the day {value} is earlier than the first that the workbook can hold")
        return repr(int(serial)) if serial == int(serial) else repr(serial)
