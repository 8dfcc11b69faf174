"""Words for drafts: cells made safe for one line, days and spans as one would say them, names to greet and to file by.

Never touches a template; everything here is text in, text out.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import unicodedata
from collections.abc import Sequence

from netsheet.core.drafts.languages import WORDS, Language, LanguageWords
from netsheet.core.month_names import MONTH_BY_WORD, WEEKDAY_BY_WORD
from netsheet.core.text import fold

_BIDI_CONTROLS = "".join(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
_DROPPED = str.maketrans(dict.fromkeys(_BIDI_CONTROLS, "") | {"\0": " ", "\ufffe": "", "\uffff": ""})
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
_STEM_LENGTH = 40
_NOT_IN_STEM = re.compile(r"[^a-z0-9]+")


def clean_line(text: str) -> str:
    """Make a cell's text one safe line: every line break and control character becomes a space.

    Half characters (lone surrogates) become the replacement character; the invisible marks that turn the reading
    direction of what follows are dropped (right-to-left letters need none of them).
    """
    text = text.translate(_DROPPED).encode("utf-8", "replace").decode("utf-8")
    if not text.isprintable():
        text = "".join(" " if unicodedata.category(char) == "Cc" else char for char in text)
    return " ".join(text.split())


def clean_block(text: str) -> str:
    """Make a cell's text safe and keep its lines, such as a signature's."""
    lines = [clean_line(line) for line in text.splitlines()]
    return "\n".join(lines).strip("\n")


def spell_date(day: dt.date, *, today: dt.date, language: Language = "en") -> str:
    """Write a day for a message: "3 March", with its year when that is not today's: "3 March 2025"."""
    words = WORDS[language]
    form = words.first if day.day == 1 else words.day
    date = form.format(day=day.day, month=words.months[day.month - 1])
    return date if day.year == today.year else words.with_year.format(date=date, year=day.year)


def spell_when(day: dt.date, *, today: dt.date, language: Language = "en") -> str:
    """Say when something was, or will be: "today", "on Tuesday" within six days, else "on 3 March".

    Never "yesterday": a draft may be sent a day after it was written.
    """
    words, days = WORDS[language], (day - today).days
    if days == 0:
        return words.today
    if abs(days) < 7:
        return words.on_weekday.format(words.weekdays[day.weekday()])
    return words.on_day.format(spell_date(day, today=today, language=language))


def spell_gap(days: int, language: Language = "en") -> str:
    """Say how long ago, in the words one would use: "a few days", "three weeks", "five months", "two years"."""
    words = WORDS[language]
    if days < 7:
        return words.few_days
    if days < 56:
        return _spell_count(round(days / 7), "week", words)
    if days < 365:
        return _spell_count(min(round(days / 30.44), 11), "month", words)
    return _spell_count(days // 365, "year", words)


def _spell_count(count: int, unit: str, words: LanguageWords) -> str:
    one, several = words.spans[unit]
    if count == 1:
        return one
    return several.format(words.numbers[count - 2] if count - 2 < len(words.numbers) else count)


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


def spell_stem(name: str) -> str:
    """Write a name with a-z, digits and hyphens only; "" when nothing of it can be (a name in another script)."""
    plain = fold(name.replace("\u2019", "")).encode("ascii", "ignore").decode("ascii")
    return _NOT_IN_STEM.sub("-", plain).strip("-")[:_STEM_LENGTH].strip("-")


def spell_mark(key: str) -> str:
    """Six characters that tell one person from another of the same name, and give nothing away."""
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:6]


def count_utf16_units(text: str) -> int:
    """Count as LinkedIn and JavaScript do: a character outside the basic plane (most emoji) counts two."""
    return len(text) + sum(char > "\uffff" for char in text)
