"""Days inside a sentence: "call again on 30 June 2026", "write in two weeks", "on hold until May".

A day without its year is only read behind "until", where it can only be the next one.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from netsheet.core.model import DateOrder
from netsheet.core.month_names import MONTH_BY_WORD, WEEKDAY_BY_WORD
from netsheet.core.text import fold
from netsheet.core.values.dates import NotRead, ReadDate, read_date
from netsheet.core.values.phrases import NEXT_WORDS, read_phrase

_UNTIL = re.compile(
    r"\b(?:until|till|til|bis(?: zum)?|jusqu\w*(?: au| en)?|hasta(?: el)?|fino al?|tot(?: en met)?|do|ate(?: o)?"
    r"|back(?: on| in)?|returns?(?: on)?|zuruck(?: am| ab)?|wieder da(?: am| ab)?|wieder im buro(?: am| ab)?|retour le|vuelvo el"
    r"|de vuelta el|de volta em|rientro il|terug op|wracam)\b(?P<day>.+)$"
)
_BEFORE_A_SPAN = frozenset({"in", "dans", "en", "em", "tra", "fra", "over", "za", "after", "nach"})
_LONGEST_SPAN = 4
_WORD_START = re.compile(r"(?<![^\W_])(?<![-/.])(?=[^\W_])")


def read_until(text: str, *, order: DateOrder, after: dt.date) -> dt.date | None:
    """Read the day behind "until" or "back on": a day, or the next such day, weekday or month after ``after``."""
    match = _UNTIL.search(fold(text))
    if match is None:
        return None
    said = match["day"].strip(" :.,;)(")
    day = read_date(said, order=order)
    if isinstance(day, ReadDate):
        return day.on
    if isinstance(day, NotRead) and day.month_day is not None:
        return _next_month_day(*day.month_day, after)
    words = said.split()
    if len(words) == 1 and words[0] in WEEKDAY_BY_WORD:
        return after + dt.timedelta(days=(WEEKDAY_BY_WORD[words[0]] - after.weekday() - 1) % 7 + 1)
    if len(words) == 1 and words[0] in MONTH_BY_WORD:
        return _next_month_day(MONTH_BY_WORD[words[0]], 1, after)
    return read_phrase(said, counted_from=after)


def _next_month_day(month: int, day: int, after: dt.date) -> dt.date:
    years = (after.year, after.year + 1)
    days = (dt.date(year, month, min(day, calendar.monthrange(year, month)[1])) for year in years)
    return next(each for each in days if each > after or each.year > after.year)


def find_day(text: str, *, order: DateOrder, counted_from: dt.date | None) -> dt.date | NotRead | None:
    """Find the one day in a sentence: a whole date, else a span such as "in two weeks" or "next month".

    Args:
        text: the sentence.
        order: how to understand 3/4/2025.
        counted_from: the day from which a span counts; None where it is not known: then no span is read.

    Returns:
        The day; what keeps it from being one; None when there is none.
    """
    dates = list(_dates(text, order))
    days = {date.on for date in dates if isinstance(date, ReadDate)}
    if len(days) > 1:
        return NotRead(fault="several")
    if dates:
        return days.pop() if days else next(date for date in dates if isinstance(date, NotRead))
    spans = set(_spans(text, counted_from)) if counted_from is not None else set()
    return spans.pop() if len(spans) == 1 else None


def _dates(text: str, order: DateOrder) -> Iterator[ReadDate | NotRead]:
    """Run over the dates in a sentence; mere numbers and "3/4" without a year are none."""
    end = -1
    for match in _WORD_START.finditer(text):
        rest = text[match.start() :]
        if match.start() < end or rest.isdecimal() or not any(map(str.isdigit, rest)):
            continue
        date = read_date(rest, order=order)
        if isinstance(date, ReadDate):
            end = len(text) - len(date.note) if date.note else len(text)
            yield date
        elif isinstance(date, NotRead) and date.fault in {"ambiguous", "several"}:
            yield date
            return


def _spans(text: str, counted_from: dt.date) -> Iterator[dt.date]:
    words = re.findall(r"[+]?[^\W_]+", fold(text))
    for start, word in enumerate(words):
        for length in range(1, _LONGEST_SPAN + 1):
            span = words[start : start + length]
            is_marked = word in _BEFORE_A_SPAN or word.startswith("+") or not NEXT_WORDS.isdisjoint(span)
            if len(span) == length and is_marked:
                day = read_phrase(" ".join(span), counted_from=counted_from)
                if day is not None:
                    yield day
                    break
