"""The name of an event as a sentence says it: without the day that the sentence says, too."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from netsheet.core.month_names import MONTH_BY_WORD, WEEKDAY_BY_WORD
from netsheet.core.text import fold

_NUMERIC_DAY = re.compile(r"(\d{1,4})[./-](\d{1,2})(?:[./-](\d{2,4}))?")
_DAY_OF_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er)?")
_BEFORE_A_DAY = frozenset({"on", "am", "vom", "le", "du", "el", "del", "last", "letzten"})
_NAMED_EVENTS = frozenset(
    [
        "fair",
        "meetup",
        "conference",
        "convention",
        "congress",
        "symposium",
        "seminar",
        "workshop",
        "webinar",
        "panel",
        "talk",
        "lecture",
        "evening",
        "dinner",
        "lunch",
        "breakfast",
        "reception",
        "party",
        "mixer",
        "hackathon",
        "event",
        "session",
    ]
)
"""What an English sentence puts "the" before: one meets at Web Summit, and at the career fair."""
_PLAIN_WORDS = frozenset(
    ["career", "careers", "job", "jobs", "trade", "networking", "spring", "summer", "autumn", "winter"]
)
_WITH_AN_ARTICLE = frozenset(["the", "a", "an", "our", "my", "your", "their", "this", "that"])
_SHORTEST_WEEKDAY = 3


def without_day(text: str, day: dt.date | None) -> str:
    """Take out of an event's name the day it was on, as a sentence with both would say it twice.

    "Career fair 12 Sept" on 12 September becomes "Career fair"; any other day stays, and "Friday Coffee" is a name.
    """
    words, kept = text.split(), list[str]()
    while words:
        length = _count_day_words([word.strip("().,;:") for word in words[:6]], day) if day else 0
        if day and not length:
            length = int(_is_weekday(words[0].strip("().,;:"), day, is_first=not kept and len(words) > 1))
        if not length:
            kept.append(words.pop(0))
            continue
        del words[:length]
        while kept and kept[-1].lower() in _BEFORE_A_DAY:
            kept.pop()
    return " ".join(kept).strip(" ,;:(-\u2013\u2014")


def with_article(event: str) -> str:
    """Write an event as an English sentence names it: "the career fair", and "Web Summit"."""
    words = event.split()
    is_named = words and words[-1].lower() in _NAMED_EVENTS and words[0].lower() not in _WITH_AN_ARTICLE
    if not is_named or words[0].endswith(("'s", "\u2019s")):
        return event
    is_plain = words[0].lower() in _PLAIN_WORDS and words[-1].islower()
    return f"the {event[0].lower() if is_plain else event[0]}{event[1:]}"


def _is_weekday(word: str, day: dt.date, *, is_first: bool) -> bool:
    """Whether a word says which weekday the day is: "Thursday", "Fri", and as the first word "Thursday's"."""
    bare = word.removesuffix("'s").removesuffix("\u2019s")
    is_name = len(bare) >= _SHORTEST_WEEKDAY and WEEKDAY_BY_WORD.get(fold(bare)) == day.weekday()
    return is_name and (bare != word or not is_first)


def _count_day_words(words: Sequence[str], day: dt.date) -> int:
    """Count the words at the beginning that say this day; 0 when they say none, or another."""
    if numeric := _NUMERIC_DAY.fullmatch(words[0]):
        numbers = [int(number) for number in numeric.groups() if number]
        return int({day.day, day.month}.issubset(numbers))
    month_at = next((at for at, word in enumerate(words[:3]) if fold(word) in MONTH_BY_WORD), None)
    if month_at is None or (month_at == 2 and words[1].lower() not in {"of", "de"}):
        return 0
    number_at = 0 if month_at else 1
    number = _DAY_OF_MONTH.fullmatch(words[number_at]) if number_at < len(words) else None
    if number is None or int(number[1]) != day.day or MONTH_BY_WORD[fold(words[month_at])] != day.month:
        return 0
    end = max(month_at, number_at) + 1
    if words[end : end + 1] == ["de"]:
        end += 1
    return end + (words[end : end + 1] == [str(day.year)])
