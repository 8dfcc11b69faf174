"""Days as people write them: one explicit grammar, nothing guessed.

It turns a cell's value into a day. It never reads the clock, never asks the
locale and never chooses between two days that a text could mean.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from netsheet.core.grid import CellValue
from netsheet.core.model import DateOrder
from netsheet.core.month_names import MONTH_BY_WORD, SHORT_MONTHS, WEEKDAY_BY_WORD
from netsheet.core.text import fold
from netsheet.core.values.cells import tidy

Fault = Literal["unreadable", "ambiguous", "without year", "several"]
"""Why a value is not a day: no date at all, d/m or m/d not decided, the year is missing, more than one date."""

Evidence = Literal["dmy", "mdy", "ymd", "conflicting"]

FIRST_YEAR = 1900
LAST_YEAR = 2199
_EPOCH = dt.date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 25569, 73415  # 1970 to 2100: other numbers in a date column are not dates
_LONGEST_MONTH = 31
_FEW_YEARS = 2
"""A log spans few years: the part of a day that has more values than these is none."""
_CENTURY_TURN = 69  # 00-68 is 2000-2068, 69-99 is 1969-1999 (POSIX strptime %y)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDate:
    """A day that was read; ``at`` the time of day where it was given, ``note`` what followed it."""

    on: dt.date
    at: dt.time | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotRead:
    """A value that is not a day, and why. ``month_day`` is known when only the year is missing."""

    fault: Fault
    month_day: tuple[int, int] | None = None
    note: str = ""


_UNREADABLE = NotRead(fault="unreadable")
_LEADING = r"^[\s✓✔☑√]*"
_WEEKDAY = r"(?:(?P<weekday>[^\W\d_]{2,12})(?:-feira)?[.,]*\s+)?"
_BEFORE_A_DAY = frozenset({"on", "am", "le", "el", "il", "den"})
_DAY = r"(?P<day>\d{1,2})(?:(?:st|nd|rd|th|er|re|e|o|a)(?![^\W\d_])|°|\.)?(?!\d)"
_MONTH = r"(?P<month>[^\W\d_]{3,12})"
_OF = r"(?:(?:of|de|di|del|den|van)\s+)?"
_LONG_YEAR = r"[\s,.\-/]*" + _OF + r"(?P<year>\d{4})(?!\d)"
_SHORT_YEAR = r"\.?[\s\-/,.]?\s?'?(?P<short>\d{2})(?=\s*(?:$|[-\u2013,;(]|\d{1,2}[:h]\d))"
_WORDED_YEAR = rf"(?:{_LONG_YEAR}|{_SHORT_YEAR})?"
_YEAR_FIRST = re.compile(
    _LEADING
    + r"(?P<year>\d{4})(?P<mark>[-/.\u2010-\u2013])\s?(?P<month>\d{1,2})(?P=mark)\s?(?P<day>\d{1,2})(?!\d)\.?"
)
_EAST_ASIAN = re.compile(
    _LEADING + r"(?P<year>\d{4})\s*[年년]\s*(?P<month>\d{1,2})\s*[月월]\s*(?P<day>\d{1,2})\s*[日号號일]"
)
_SLASH_AND_DASH = re.compile(_LEADING + r"(?P<day>\d{1,2})/(?P<month>\d{1,2})[ -]+(?P<year>\d{4})(?!\d)")
"""As Danes and Norwegians write: 12/4-2026 is 12 April."""
_COMPACT = re.compile(_LEADING + r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d)")
_WORD_AFTER_YEAR = re.compile(_LEADING + r"(?P<year>\d{4})[\s\-/.]+" + _MONTH + r"\.?[\s\-/]*" + _DAY)
_DAY_FIRST = re.compile(_LEADING + _WEEKDAY + _DAY + r"[\s.\-/]*" + _OF + _MONTH + _WORDED_YEAR)
_MONTH_FIRST = re.compile(_LEADING + _WEEKDAY + _MONTH + r"\.?[\s\-/]*" + _DAY + r"(?!:)" + _WORDED_YEAR)
_NUMBERS = re.compile(
    _LEADING
    + _WEEKDAY
    + r"(?P<first>\d{1,2})\s?(?P<mark>[./-])\s?(?P<second>\d{1,2})(?!\d)"
    + r"(?:(?P=mark)\s?(?P<year>\d{4}|\d{2})(?!\d))?\.?(?![\d/.-]\d)"
)
_TIME = re.compile(
    r"^(?:\s*[,T]?\s*|\s+(?:at|um|a|alle|om|o)\s+)(?P<hour>\d{1,2})[:h](?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<half>[ap]\.?m\.?(?!\w))?\s*(?:Z(?!\w)|UTC|GMT|[+-]\d{2}:?\d{2}(?!\d))?",
    re.IGNORECASE,
)
_NOTE = re.compile(r"^(?:\s|[-\u2013\u2014,;:(/|])+")
_SECOND_DATE = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}")


def read_date(value: CellValue, *, order: DateOrder = "auto") -> ReadDate | NotRead | None:
    """Read a cell's value as a day.

    Args:
        value: the cell. Numbers between 25569 and 73415 are serial numbers of the 1900 date system.
        order: how to understand 3/4/2025; "auto" means not decided, and is never guessed.

    Returns:
        The day; or why there is none; or None for an empty cell (and a formula's zero).
    """
    if isinstance(value, dt.datetime):
        return _of_cell(value.date(), value.time())
    if isinstance(value, dt.date):
        return _of_cell(value, None)
    if isinstance(value, str):
        text = value.strip() if value.isascii() else tidy(value)
        return _read_text(text, order) if text else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return _UNREADABLE
    return _of_number(value)


def _of_cell(day: dt.date, at: dt.time | None) -> ReadDate | NotRead | None:
    if (day - _EPOCH).days in {0, 1, 2}:  # a formula over an empty cell shows day zero
        return None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return _UNREADABLE
    return ReadDate(on=day, at=at or None if at != dt.time() else None)


def _of_number(number: float) -> ReadDate | NotRead | None:
    if number == 0:
        return None
    if _FIRST_SERIAL <= number <= _LAST_SERIAL:
        days, seconds = divmod(round(number * 86400), 86400)
        at = dt.time(seconds // 3600, seconds // 60 % 60, seconds % 60) if seconds else None
        return ReadDate(on=_EPOCH + dt.timedelta(days=days), at=at)
    if 19000101 <= number <= 21991231 and number == int(number):
        return _read_text(str(int(number)), "auto")
    return _UNREADABLE


def _read_text(text: str, order: DateOrder) -> ReadDate | NotRead | None:
    if text.isdecimal() and len(text) == 5:
        return _of_number(int(text))
    if match := _EAST_ASIAN.match(text):
        numbers = (int(match[name]) for name in ("year", "month", "day"))
        return _finish(text, text[match.end() :], _day(*numbers))
    folded = fold(text)
    for pattern in (_YEAR_FIRST, _SLASH_AND_DASH, _COMPACT, _WORD_AFTER_YEAR):
        if match := pattern.match(folded):
            month = _month(match["month"])
            return _finish(text, folded[match.end() :], _day(_year(match["year"]), month, int(match["day"])))
    if match := _NUMBERS.match(folded):
        is_short = _has_short_year(match) and order in {"auto", "ymd"}
        return (_of_short_numbers if is_short else _of_numbers)(text, folded, match, order)
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        match = pattern.match(folded)
        if match and _month(match["month"]) and _is_weekday(match["weekday"]):
            return _of_words(text, folded, match)
    return _UNREADABLE


def _month(text: str) -> int:
    return int(text) if text.isdecimal() else MONTH_BY_WORD.get(text, 0)


def _is_weekday(word: str | None) -> bool:
    return word is None or word in WEEKDAY_BY_WORD or word in _BEFORE_A_DAY


def _year(text: str) -> int:
    year = int(text)
    if len(text) == 4:
        return year
    return year + (2000 if year < _CENTURY_TURN else 1900)


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None


def _of_words(text: str, folded: str, match: re.Match[str]) -> ReadDate | NotRead:
    month, day, rest = _month(match["month"]), int(match["day"]), folded[match.end() :]
    year = match["year"] or match["short"]
    if year is None:
        return _without_year(text, rest, month, day)
    return _finish(text, rest, _day(_year(year), month, day))


def _of_numbers(text: str, folded: str, match: re.Match[str], order: DateOrder) -> ReadDate | NotRead:
    first, second, rest = int(match["first"]), int(match["second"]), folded[match.end() :]
    if not _is_weekday(match["weekday"]):
        return _UNREADABLE
    day_first = match["mark"] == "." or order == "dmy"
    if match["year"] is None:
        if match["mark"] == "-" or (match["mark"] == "." and not match[0].endswith(".")):
            return _UNREADABLE
        month, day = (second, first) if (day_first or first > 12) and second <= 12 else (first, second)
        is_known = day_first or order == "mdy" or max(first, second) > 12 or first == second
        return _without_year(text, rest, month, day) if is_known else NotRead(fault="without year")
    year = _year(match["year"])
    as_dmy, as_mdy = _day(year, second, first), _day(year, first, second)
    if match["mark"] == ".":
        return _finish(text, rest, as_dmy)
    if as_dmy and as_mdy and as_dmy != as_mdy and order in {"auto", "ymd"}:
        return NotRead(fault="ambiguous")
    return _finish(text, rest, (as_mdy or as_dmy) if order == "mdy" else (as_dmy or as_mdy))


def _of_short_numbers(text: str, folded: str, match: re.Match[str], order: DateOrder) -> ReadDate | NotRead:
    """Read 26-03-04, whose year may come first or last: only the column, or a number over 31, can say so."""
    if not _is_weekday(match["weekday"]):
        return _UNREADABLE
    first, second, last = int(match["first"]), int(match["second"]), int(match["year"])
    days = {_day(_year(match["first"]), second, last)}
    if order == "auto":
        year = _year(match["year"])
        days |= {_day(year, second, first), _day(year, first, second)}
    days.discard(None)
    if len(days) > 1:
        return NotRead(fault="ambiguous")
    return _finish(text, folded[match.end() :], days.pop() if days else None)


def _without_year(text: str, rest: str, month: int, day: int) -> NotRead:
    if _day(2000, month, day) is None or (rest and not _NOTE.match(rest)):
        return _UNREADABLE
    return NotRead(fault="without year", month_day=(month, day), note=_note(text, rest))


def _finish(text: str, rest: str, day: dt.date | None) -> ReadDate | NotRead:
    """Read what follows the day: a time with or without zone, then a note."""
    if day is None:
        return _UNREADABLE
    at = None
    if rest and (match := _TIME.match(rest)):
        at, rest = _time(match), rest[match.end() :]
        if at is None:
            return _UNREADABLE
    if rest and not _NOTE.match(rest):
        return _UNREADABLE
    if _SECOND_DATE.search(rest):
        return NotRead(fault="several")
    return ReadDate(on=day, at=at, note=_note(text, rest))


def _time(match: re.Match[str]) -> dt.time | None:
    hour, half = int(match["hour"]), match["half"]
    if half:
        hour = hour % 12 + (12 if half.lower().startswith("p") else 0)
    try:
        return dt.time(hour, int(match["minute"]), int(match["second"] or 0))
    except ValueError:
        return None


def _note(text: str, rest: str) -> str:
    """Return the note as the user wrote it: the end of ``text`` that folding turned into ``rest``."""
    start = len(text) - len(rest)
    kept = text[start:] if fold(text[start:]) == rest else rest
    kept = _NOTE.sub("", kept).strip()
    return kept[:-1] if kept.endswith(")") and "(" not in kept else kept


def decide_order(values: Iterable[CellValue]) -> Evidence | None:
    """Decide from a column's own cells how 3/4/2025 is meant there: a number over 12 can only be a day.

    Returns:
        "dmy" or "mdy" when the cells prove it, "conflicting" when they prove both, None when they prove nothing. "ymd"
        where the year of two digits comes first: the part that hardly changes, while the last one does.
    """
    proven: set[Evidence] = set()
    texts = [value if value.isascii() else tidy(value) for value in values if isinstance(value, str)]
    matches = [match for text in texts if (match := _NUMBERS.match(text)) and match["mark"] != "."]
    if is_year_first := _is_year_first([match for match in matches if _has_short_year(match)]):
        return "ymd"
    for match in matches:
        if is_year_first is False or not _has_short_year(match):
            first, second = int(match["first"]), int(match["second"])
            if first > 12 >= second:
                proven.add("dmy")
            elif second > 12 >= first:
                proven.add("mdy")
    if len(proven) > 1:
        return "conflicting"
    return proven.pop() if proven else None


def _has_short_year(match: re.Match[str]) -> bool:
    return match["mark"] == "-" and match["year"] is not None and len(match["year"]) == 2


def _is_year_first(matches: Sequence[re.Match[str]]) -> bool | None:
    """Say whether the year comes first in days such as 26-03-04, as far as that can be proven; else None."""
    firsts, lasts = {int(match["first"]) for match in matches}, {int(match["year"]) for match in matches}
    if max(firsts, default=0) > _LONGEST_MONTH or max(lasts, default=0) > _LONGEST_MONTH:
        return max(firsts) > _LONGEST_MONTH
    if max(firsts, default=0) - min(firsts, default=0) <= 1 and len(lasts) > _FEW_YEARS:
        return True
    return False if max(lasts, default=0) - min(lasts, default=0) <= 1 and len(firsts) > _FEW_YEARS else None


def short_date(day: dt.date, *, today: dt.date) -> str:
    """Write a day for a sentence, the same on every machine: "3 Mar", or "3 Mar 2025" in another year than today's."""
    text = f"{day.day} {SHORT_MONTHS[day.month - 1]}"
    return text if day.year == today.year else f"{text} {day.year}"


def short_span(first: dt.date, last: dt.date, *, today: dt.date) -> str:
    """Write two days for a sentence: "1 and 7 Mar", "28 Feb and 3 Mar"."""
    is_one_month = (first.year, first.month) == (last.year, last.month)
    start = str(first.day) if is_one_month else short_date(first, today=today)
    return f"{start} and {short_date(last, today=today)}"
