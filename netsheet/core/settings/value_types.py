"""How the values of settings are typed and told: numbers, weekdays, days, the order of dates.

One responsibility: from a cell to a value, and back to the text a person would type.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Final

from netsheet.core.folding import fold
from netsheet.core.grid import CellValue
from netsheet.core.model import DateOrder
from netsheet.core.month_names import WEEKDAYS
from netsheet.core.values.dates import ReadDate, read_date

SHORT_WEEKDAYS: Final = tuple(day[:3] for day in WEEKDAYS)

_WEEKDAY_BY_WORD: Final = {
    word: number
    for number, words in enumerate(
        (
            "mon monday montag lundi lunes lunedi maandag",
            "tue tues tuesday dienstag mardi martes martedi dinsdag",
            "wed weds wednesday mittwoch mercredi miercoles mercoledi woensdag",
            "thu thur thurs thursday donnerstag jeudi jueves giovedi donderdag",
            "fri friday freitag vendredi viernes venerdi vrijdag",
            "sat saturday samstag samedi sabado sabato zaterdag",
            "sun sunday sonntag dimanche domingo domenica zondag",
        )
    )
    for word in words.split()
}
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
_E_MAIL: Final = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]+")
_RANGE: Final = re.compile(r"\s*(?:-|\u2013|\u2014|\bto\b|\bbis\b)\s*")


def read_whole_number(value: CellValue) -> int | None:
    """Read 5, 5.0, "5" or "5 working days"; None when it is no whole number."""
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
    """Read one e-mail address; None when it is none."""
    text = str(value).strip()
    return text if _E_MAIL.fullmatch(text) else None


def read_weekdays(value: CellValue) -> frozenset[int] | None:
    """Read "Mon-Fri", "Mon, Tue, Thu" or "Sunday to Thursday"; Monday is 0. None when a word is no weekday."""
    text = " ".join(fold(str(value)).split()).strip(" .")
    if text in _EVERY_DAY:
        return frozenset(range(7))
    days: set[int] = set()
    for part in re.split(r"\s*(?:[,;/+&]|\band\b|\bund\b)\s*", text):
        ends = [_WEEKDAY_BY_WORD.get(word.strip(" .")) for word in _RANGE.split(part)]
        first, last = ends[0], ends[-1]
        if first is None or last is None or len(ends) > 2:
            return None
        days |= {(first + step) % 7 for step in range((last - first) % 7 + 1)}
    return frozenset(days)


def read_days(value: CellValue, *, order: DateOrder) -> tuple[frozenset[dt.date], tuple[str, ...]]:
    """Read one day or a list of days; the second result holds the parts that are no day."""
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
    """Spell weekdays as they are typed: "Mon-Fri", or a list where they do not stand together."""
    numbers = sorted(days)
    if len(numbers) > 2 and numbers == list(range(numbers[0], numbers[-1] + 1)):
        return f"{SHORT_WEEKDAYS[numbers[0]]}-{SHORT_WEEKDAYS[numbers[-1]]}"
    return ", ".join(SHORT_WEEKDAYS[number] for number in numbers)


def spell_days(days: Iterable[dt.date]) -> str:
    """Spell days as a list: "2026-12-24, 2026-12-25"."""
    return ", ".join(day.isoformat() for day in sorted(days))
