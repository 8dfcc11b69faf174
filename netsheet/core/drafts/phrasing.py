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
from netsheet.core.text import fold

_BIDI_CONTROLS = "".join(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
_DROPPED = str.maketrans(dict.fromkeys(_BIDI_CONTROLS, "") | {"\0": " ", "\ufffe": "", "\uffff": ""})
_BREAKING_SPACES = re.compile(r"[^\S\u00a0\u202f]+")
_STEM_LENGTH = 40
_MOST_NAMES = 4
_NOT_IN_STEM = re.compile(r"[^a-z0-9]+")


def clean_line(text: str) -> str:
    """Make a cell's text one safe line: every line break and control character becomes a space.

    Half characters (lone surrogates) become the replacement character; the invisible marks that turn the reading
    direction of what follows are dropped (right-to-left letters need none of them).
    """
    return " ".join(_without_controls(text).split())


def clean_subject(text: str) -> str:
    """Make a subject one safe line, as ``clean_line`` does, but keep the spaces that do not break.

    French has one before ``: ; ? !`` and inside its quotation marks.
    """
    return _BREAKING_SPACES.sub(" ", _without_controls(text)).strip()


def _without_controls(text: str) -> str:
    text = text.translate(_DROPPED).encode("utf-8", "replace").decode("utf-8")
    if text.isprintable():
        return text
    return "".join(" " if unicodedata.category(char) == "Cc" else char for char in text)


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


def spell_stem(name: str) -> str:
    """Write a name with a-z, digits and hyphens only; "" when nothing of it can be (a name in another script)."""
    plain = fold(name.replace("\u2019", "")).encode("ascii", "ignore").decode("ascii")
    return _NOT_IN_STEM.sub("-", plain).strip("-")[:_STEM_LENGTH].strip("-")


def spell_mark(key: str) -> str:
    """Six characters that tell one person from another of the same name, and give nothing away."""
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:6]


def say_whose(names: Sequence[str], drafts: int) -> str:
    """Say which of several drafts a sentence is about: all, a few by name, or how many."""
    if len(names) == drafts:
        return "All drafts"
    return ", ".join(names) if len(names) <= _MOST_NAMES else f"{len(names)} of {drafts} drafts"


def count_utf16_units(text: str) -> int:
    """Count as LinkedIn and JavaScript do: a character outside the basic plane (most emoji) counts two."""
    return len(text) + sum(char > "\uffff" for char in text)
