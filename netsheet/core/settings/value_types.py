"""How the values of settings are typed and shown: numbers, weekdays, days, the order of dates.

From a cell to a value, and back to the text a person would type.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Final

from netsheet.core.email import split_address
from netsheet.core.grid import CellValue
from netsheet.core.model import DateOrder
from netsheet.core.month_names import WEEKDAY_BY_WORD, WEEKDAYS
from netsheet.core.text import fold
from netsheet.core.values.dates import ReadDate, read_date

SHORT_WEEKDAYS: Final = tuple(day[:3] for day in WEEKDAYS)

_EVERY_DAY: Final = frozenset({"all", "all days", "every day", "daily", "mon-sun"})
_ORDER_BY_WORD: Final[dict[str, DateOrder]] = {
    "auto": "auto",
    "automatic": "auto",
    "dmy": "dmy",
    "d/m/y": "dmy",
    "dd/mm/yyyy": "dmy",
    "day first": "dmy",
    "day/month/year": "dmy",
    "mdy": "mdy",
    "m/d/y": "mdy",
    "mm/dd/yyyy": "mdy",
    "month first": "mdy",
    "month/day/year": "mdy",
    "us": "mdy",
}
_WHOLE_NUMBER: Final = re.compile(r"(\d{1,6})(?:\.0+)?(?:\s+(?:working |calendar )?(?:days?|characters?))?")
_FROM: Final = re.compile(r"\b(?:from|von|du|de|da|van|od) (?=\w)")
# "Mon to Fri" in the eight languages. A Polish "do" needs a longer word before it: "Mo Do Fr" are German days.
_UNTIL: Final = re.compile(
    r"\s*[-\u2013\u2014]\s*| (?:to|through|thru|until|till|bis|a|au|al|ate|tot|t/m|hasta|fino a) |(?<=\w{3}\.) do |(?<=\w{3}) do "
)
_LIST: Final = re.compile(r"\s*[,;/+&]\s*| (?:and|und|et|e|y|en|i|oraz) ")


def read_whole_number(value: CellValue) -> int | None:
    """Read 5, 5.0, "5" or "5 working days"; None when it is not a whole number."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return int(value) if value == value // 1 else None
    match = _WHOLE_NUMBER.fullmatch(fold(str(value)).strip())
    return int(match[1]) if match else None


def read_date_order(value: CellValue) -> DateOrder | None:
    """Read "auto", "dmy" or "mdy", also as "day first" and the like; None when it is none of them."""
    return _ORDER_BY_WORD.get(" ".join(fold(str(value)).split()))


def read_e_mail(value: CellValue) -> str | None:
    """Read one e-mail address that can be the From of a message; else None."""
    text = str(value).strip().removeprefix("mailto:")
    return text if split_address(text) else None


def read_time_zone(value: CellValue) -> str | None:
    """Read the name of a time zone, in any case: "Europe/Lisbon"; None when there is no such zone."""
    from zoneinfo import available_timezones  # noqa: PLC0415  only where a zone is typed

    typed = "_".join(str(value).split()).casefold()
    return next((name for name in sorted(available_timezones()) if name.casefold() == typed), None)


def read_weekdays(value: CellValue) -> frozenset[int] | None:
    """Read "Mon-Fri", "Mon, Tue, Thu" or "segunda a sexta"; Monday is 0. None when a word is not a weekday."""
    text = " ".join(fold(str(value)).replace("-feira", "").split()).strip(" .")
    if text in _EVERY_DAY:
        return frozenset(range(7))
    days: set[int] = set()
    for part in _LIST.split(_UNTIL.sub("-", _FROM.sub("", text))):
        ends = [WEEKDAY_BY_WORD.get(word.strip(" .")) for word in part.split("-")]
        first, last = ends[0], ends[-1]
        if first is None or last is None or len(ends) > 2:
            return None
        days |= {(first + step) % 7 for step in range((last - first) % 7 + 1)}
    return frozenset(days)


def read_days(value: CellValue, *, order: DateOrder) -> tuple[frozenset[dt.date], tuple[str, ...]]:
    """Read one day or a list of days; the second result holds the parts that are not days."""
    whole = read_date(value, order=order)
    if isinstance(whole, ReadDate) and not whole.note:
        return frozenset({whole.on}), ()
    text = str(value)
    parts = [part.strip() for part in re.split(r"[;\n]" if re.search(r"[;\n]", text) else ",", text)]
    days, unread = set(), []
    for part in filter(None, parts):
        read = read_date(part, order=order)
        if isinstance(read, ReadDate):
            days.add(read.on)
        else:
            unread.append(part)
    return frozenset(days), tuple(unread)


def spell_weekdays(days: Iterable[int]) -> str:
    """Write weekdays as they are typed: "Mon-Fri", or a list where they do not follow each other."""
    numbers = sorted(days)
    if len(numbers) > 2 and numbers == list(range(numbers[0], numbers[-1] + 1)):
        return f"{SHORT_WEEKDAYS[numbers[0]]}-{SHORT_WEEKDAYS[numbers[-1]]}"
    return ", ".join(SHORT_WEEKDAYS[number] for number in numbers)


def spell_days(days: Iterable[dt.date]) -> str:
    """Write days as a list: "2026-12-24, 2026-12-25"."""
    return ", ".join(day.isoformat() for day in sorted(days))
