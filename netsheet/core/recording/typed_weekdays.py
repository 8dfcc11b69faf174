"""Weekdays to come, as they are typed: "friday", "on Friday", "next Friday", "Friday next week"."""

from __future__ import annotations

import datetime as dt
from typing import Final

from netsheet.core.calendar import add_calendar_days
from netsheet.core.month_names import (
    MONTH_BY_WORD,
    SHORT_WEEKDAYS,
    SPAN_UNIT_BY_WORD,
    WEEKDAY_BY_WORD,
    WEEKDAYS_IN_TEXTS,
)
from netsheet.core.values.phrases import NEXT_WORDS

_THIS: Final = frozenset({
    "on", "this", "coming", "the", "am", "diesen", "le", "la", "ce", "el", "este", "na", "nesta", "esta", "questo", "op", "deze", "w", "we", "ten",
})  # fmt: skip
"""Words before a weekday that mean the one to come,"""
_NEXT: Final = NEXT_WORDS - {"kommende", "kommenden"}
"""and those that may mean the one after it."""


def coming_weekday(phrase: str, start: dt.date) -> dt.date | None:
    """Return the day after ``start`` of a text that is only a weekday: "friday", "this friday"; None for any other."""
    *lead, word = phrase.split() or [""]
    if word not in SHORT_WEEKDAYS | WEEKDAYS_IN_TEXTS or not set(lead) <= _THIS:
        return None
    return _after(start, WEEKDAY_BY_WORD[word])


def next_weekdays(phrase: str, start: dt.date) -> tuple[dt.date, ...]:
    """Return the days that "next friday" can mean, one where only one can be meant; () for any other text.

    Before Friday that is the coming one or the one of the next week; "Friday next week" says which.
    """
    words = [word for word in phrase.replace(" que viene", " proximo").split() if word not in _THIS]
    names = [
        word for word in words if len(word) > 2 and word in WEEKDAY_BY_WORD and word not in MONTH_BY_WORD
    ]
    rest = [word for word in words if word not in names]
    if len(names) != 1 or not rest or not set(rest) & NEXT_WORDS:
        return ()
    weekday = WEEKDAY_BY_WORD[names[0]]
    coming = _after(start, weekday)
    in_next_week = add_calendar_days(start, 7 - start.weekday() + weekday)
    others = [word for word in rest if word not in NEXT_WORDS]
    if others:
        return (in_next_week,) if [SPAN_UNIT_BY_WORD.get(word) for word in others] == ["week"] else ()
    is_certain = coming == in_next_week or not set(rest) & _NEXT
    return (coming,) if is_certain else (coming, in_next_week)


def _after(start: dt.date, weekday: int) -> dt.date:
    return add_calendar_days(start, (weekday - start.weekday()) % 7 or 7)
