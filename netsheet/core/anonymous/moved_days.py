"""Days within texts, days of the year, and numbers that may be days: where they are, and what they become."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Final

from netsheet.core.calendar import add_calendar_days
from netsheet.core.model import DateOrder
from netsheet.core.text import fold
from netsheet.core.values.dates import NotRead, ReadDate, read_date
from netsheet.core.values.sentence_days import DATE_START

_FIRST_SERIAL, _LAST_SERIAL = 25569, 73415
_A_LEAP_YEAR: Final = 1980


def with_days(
    text: str,
    order: DateOrder,
    change: Callable[[str], str],
    written: Callable[[ReadDate | NotRead | None], str | None],
) -> Iterator[str]:
    """Run over the parts of a text: its days as they are ``written`` now, and what is between them changed by ``change``."""
    start, folded = 0, fold(text)
    for match in DATE_START.finditer(folded if len(folded) == len(text) else text.lower()):
        if match.start() < start:
            continue
        rest = text[match.start() :]
        read = read_date(rest, order=order)
        moved = written(read)
        if read is None or moved is None:
            continue
        yield change(text[start : match.start()])
        yield moved
        start = len(text) - len(read.note) if read.note else len(text)
        gap = text[match.start() : start]
        yield gap[len(gap.rstrip(" -\u2013\u2014,;:(/|")) :] if read.note else ""
    yield change(text[start:])


def moved_birthday(month_day: tuple[int, int], today: dt.date, shift: dt.timedelta) -> dt.date:
    """Move a day that comes each year as far as its next one moves; the year of birth is not kept."""
    years = (today.year, today.year + 1, today.year + 2)
    ahead = [day for year in years if (day := _day_of(year, *month_day)) and day >= today]
    moved = add_calendar_days(min(ahead), shift.days) if ahead else today
    return dt.date(_A_LEAP_YEAR, moved.month, moved.day)


def is_serial(value: float) -> bool:
    """Whether a number may be a day, as spreadsheets count them: 1970 to 2100."""
    return _FIRST_SERIAL <= value <= _LAST_SERIAL


def _day_of(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
