"""The columns of the user's list: which field each holds, and how its records write a value."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from netsheet.core.columns.fields import FIELD_BY_NAME
from netsheet.core.columns.headings import is_own
from netsheet.core.grid import CellValue, Position, Sheet
from netsheet.core.model import SheetReading
from netsheet.core.plan import CellStyle

DAY_STYLE = "a new day"
STYLES = {DAY_STYLE: CellStyle(number_format="yyyy-mm-dd")}
"""How a day looks where no record of its column has one."""
_RECORDS_LOOKED_AT = 50
_NUMBERED_RECORDS = 3
"""How many records must be numbered one after another for the next one to get the next number."""
_DAY_PATTERNS = (
    "%Y-%m-%d", "%Y/%m/%d", "%d/%m/%Y", "%m/%d/%Y", "%d/%m/%y", "%m/%d/%y", "%d.%m.%Y", "%d.%m.%y", "%d-%m-%Y",
    "%d %b %Y", "%d %B %Y", "%b %d, %Y", "%B %d, %Y", "%d-%b-%Y", "%d-%b-%y",
)  # fmt: skip
_ZERO_IN_FRONT = re.compile(r"\b0(?=\d)")


class ListColumns:
    """The columns of a list, and what its last records hold below them.

    Attributes:
        header_row: the sheet row of their headings.
        of_field: the sheet column of each field that the list has one for. Of repeated columns, and of those for a second
            person in a row, it is the first.
    """

    def __init__(self, sheet: Sheet, reading: SheetReading) -> None:
        self._sheet = sheet
        self.header_row = reading.header_row
        self._records = reading.record_rows[-_RECORDS_LOOKED_AT:]
        self.of_field = {
            match.field: match.place.column
            for match in reversed(reading.headings)
            if match.field and match.repeated in {0, 1} and not is_own(match.heading)
        }

    def value(self, name: str, text: str) -> CellValue:
        """Return a field's text as the records of its column have it: as a day, as TRUE, or as a text.

        Where they have days as text, all in one clear pattern, so is the new one; else it is a real day.
        """
        seen = self._seen(self.of_field[name])
        kind = FIELD_BY_NAME[name].kind
        if kind == "yes_no" and any(isinstance(value, bool) for value in seen):
            return True
        if kind != "date" or name == "birthday":
            return text
        day = dt.date.fromisoformat(text)
        if all(isinstance(value, dt.date) for value in seen):
            return day
        return day_like(day, [value for value in seen if isinstance(value, str)]) or text

    def dated_cell(self, column: int) -> Position | None:
        """Return the last record's cell of a column that holds a day; a new day looks like it."""
        dated = (
            row for row in reversed(self._records) if isinstance(self._sheet.value(row, column), dt.date)
        )
        row = next(dated, None)
        return None if row is None else (row, column)

    def next_number(self, column: int, last_row: int) -> int | None:
        """Return the number that comes next where the last records are numbered one after another."""
        rows = [row for row in self._records if row <= last_row][-_NUMBERED_RECORDS:]
        values = [self._sheet.value(row, column) for row in rows]
        numbers = [int(value) for value in values if type(value) in {int, float} and value == int(value)]  # type: ignore[arg-type]  # a number
        if len(numbers) < _NUMBERED_RECORDS:
            return None
        first = numbers[0]
        return numbers[-1] + 1 if numbers == list(range(first, first + len(numbers))) else None

    def _seen(self, column: int) -> list[CellValue]:
        return [value for row in self._records if (value := self._sheet.value(row, column)) != ""]


def day_like(day: dt.date, texts: Sequence[str]) -> str:
    """Write a day as some texts do; "" where they follow no pattern that is known, or may follow two that differ."""
    fitting = {
        day.strftime(pattern)
        for pattern in _DAY_PATTERNS
        if texts and all(_follows(text, pattern) for text in texts)
    }
    if len(fitting) != 1:
        return ""
    (written,) = fitting
    has_zero = any(_ZERO_IN_FRONT.search(text) for text in texts)
    return written if has_zero or written.startswith(f"{day.year}-") else _ZERO_IN_FRONT.sub("", written)


def _follows(text: str, pattern: str) -> bool:
    try:
        dt.datetime.strptime(text.strip(), pattern)  # noqa: DTZ007  a day has no time zone
    except ValueError:
        return False
    return True
