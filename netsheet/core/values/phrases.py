"""Spans of time in words: "in 6 months", "next quarter", "every 90 days".

It turns such a phrase into a day or a number of days. A phrase is always counted from a day
that is given, never from the clock.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re

from netsheet.core.calendar import first_day_of_next
from netsheet.core.month_names import NUMBER_BY_WORD, SPAN_UNIT_BY_WORD, SpanUnit
from netsheet.core.text import fold
from netsheet.core.values.dates import LAST_YEAR

_PHRASE = re.compile(
    r"^(?:\+|in|dans|en|em|tra|fra|over|za|after|nach)?\s*(?P<count>\d{1,3}|[^\W\d_]+)?\s*"
    r"(?:of\s+|de\s+)?(?P<period>[^\W\d_]+)\.?(?:\s+(?:from now|later|time))?$"
)
NEXT_WORDS = frozenset(
    {
        "next",
        "nachste",
        "nachsten",
        "nachster",
        "nachstes",
        "kommende",
        "kommenden",
        "prochain",
        "prochaine",
        "proximo",
        "proxima",
        "prossimo",
        "prossima",
        "volgende",
        "volgend",
        "przyszly",
        "przyszlym",
        "nastepny",
        "nastepnym",
    }
)


def read_phrase(text: str, *, counted_from: dt.date) -> dt.date | None:
    """Read a follow-up phrase: ``+6m``, ``in 6 months``, ``2 weeks``, ``next quarter``.

    Months and years keep the day of the month, or the month's last day where it is too short. "Next week",
    "next month" and so on mean the first calendar day of it. None for any other text.
    """
    folded = fold(text).strip().replace(" que viene", " proximo")
    words = folded.split()
    if len(words) in {2, 3} and not NEXT_WORDS.isdisjoint(words):
        periods = [SPAN_UNIT_BY_WORD[word] for word in words if word in SPAN_UNIT_BY_WORD and len(word) > 1]
        day = first_day_of_next(periods[0], counted_from) if periods else None
        return None if day is None or day.year > LAST_YEAR else day
    match = _PHRASE.match(folded)
    if match is None or (period := SPAN_UNIT_BY_WORD.get(match["period"])) is None:
        return None
    count = _count(match["count"] or "")
    if count is None:
        return None
    return add_periods(counted_from, count, period)


def _count(text: str) -> int | None:
    return int(text) if text.isdecimal() else NUMBER_BY_WORD.get(text)


def add_periods(day: dt.date, count: int, period: SpanUnit) -> dt.date | None:
    """Move a day on by so many periods, month-end safe; None when that is beyond the calendar."""
    months = {"month": 1, "quarter": 3, "year": 12}.get(period, 0) * count
    days = {"day": 1, "week": 7}.get(period, 0) * count
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > LAST_YEAR:
        return None
    moved = dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    return moved + dt.timedelta(days=days)


_DAYS = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365}
_ADVERBS: dict[str, int] = {
    word: days
    for days, words in {
        1: "daily taglich quotidien diario giornaliero dagelijks codziennie",
        7: "weekly wochentlich hebdomadaire semanal settimanale wekelijks co-tydzien",
        14: "fortnightly biweekly bi-weekly vierzehntaglich quincenal quinzenal",
        30: "monthly monatlich mensuel mensuelle mensual mensal mensile maandelijks miesiecznie",
        91: "quarterly vierteljahrlich trimestriel trimestrielle trimestral trimestrale driemaandelijks kwartalnie",
        182: "biannually half-yearly halbjahrlich semestriel semestrielle semestral semestrale",
        365: "yearly annually annual jahrlich annuel annuelle anual annuale jaarlijks rocznie",
    }.items()
    for word in words.split()
}
_EVERY = re.compile(
    r"^(?:every|each|alle|jede|jeden|jedes|tous les|toutes les|cada|a cada|ogni|elke|co)?\s*"
    r"(?P<count>\d{1,4}|[^\W\d_]+(?=\s))?\s*(?P<period>[^\W\d_]+)?\.?$"
)


def read_interval_days(text: str) -> int | None:
    """Read a cadence in calendar days: "90", "every 3 months", "quarterly", "2w". None for anything else."""
    folded = fold(text).strip().replace("every other", "every two")
    if folded in _ADVERBS:
        return _ADVERBS[folded]
    match = _EVERY.match(folded)
    if match is None:
        return None
    count = _count(match["count"] or "a")
    period = SPAN_UNIT_BY_WORD.get(match["period"] or "day")
    if count is None or period is None or (match["count"] is None and match["period"] is None):
        return None
    return count * _DAYS[period] or None
