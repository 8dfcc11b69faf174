"""One part of what is typed into "Netsheet done": a word with its meaning, a day, or both.

Words come from ``done_word_lists``, days from ``values.dates``, spans of time from ``values.phrases``.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import Final, Literal, get_args

from netsheet.core.calendar import WorkingCalendar, add_calendar_days
from netsheet.core.grid import CellValue
from netsheet.core.model import DateOrder
from netsheet.core.month_names import WEEKDAY_BY_WORD
from netsheet.core.recording.typed_weekdays import coming_weekday, next_weekdays
from netsheet.core.values.cells import read_yes_no
from netsheet.core.values.dates import ReadDate, read_date
from netsheet.core.values.done_word_lists import RELATIVE_DAYS, DoneMeaning
from netsheet.core.values.meeting_words import names_meeting
from netsheet.core.values.phrases import read_phrase
from netsheet.core.values.sentence_days import named_days, nearest_day, read_month_end
from netsheet.core.values.short_forms import spelled_out
from netsheet.core.values.told_touches import done_meanings
from netsheet.core.values.vocabulary import is_turned, plain_phrase, read_status
from netsheet.core.values.word_lists import DAY_LINKS, SENDERS, SENT_FIRST, SENT_LAST, THEM, TURNING_WORDS

FARTHEST_DAYS: Final = 180
"""A day further away than this is asked about: it is more likely a slip in the year."""

Reason = Literal[
    "unknown",
    "unclear",
    "ahead",
    "order",
    "far",
    "passed",
    "no day",
    "several people",
    "which application",
    "of the row",
    "nothing came",
]
"""Why a word is not taken: not known; two readings; something done on a day to come; 3/4 or 4 March; over 180 days
away; put off to a day that is over; moved without a day; a name that two people of the row have; somebody closed who has
several applications; what the row has to say and not its step; that nothing came back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What decides how a word is read.

    Attributes:
        today: the day of this run: what has no day of its own counts on it.
        counted_from: the day that tomorrow and "2 weeks" are counted from.
        calendar: the user's working days.
        order: how 3/4/2026 is meant.
        not_now_days: how long "they said not now" lasts.
    """

    today: dt.date
    counted_from: dt.date
    calendar: WorkingCalendar
    order: DateOrder = "auto"
    not_now_days: int = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class NotTaken:
    """A word that is not taken: why, what was seen, and the readings to choose from."""

    reason: Reason
    seen: str
    readings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedDay:
    """A day in a part. ``is_date`` says that it was typed as a date, and not counted from another day."""

    on: dt.date
    is_date: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part that was understood. ``is_bare_day`` says that it is nothing but a day."""

    meaning: DoneMeaning
    words: str
    day: TypedDay | None = None
    is_bare_day: bool = False
    note: str = ""

    @property
    def is_past_day(self) -> bool:
        """Whether the part is only a day on which something happened: "they replied, 12 Nov"."""
        return self.is_bare_day and self.meaning == "done"

    @property
    def can_take_day(self) -> bool:
        """Whether a day in the next part may be the day of this one."""
        return self.day is None and self.meaning in _TAKES_PAST_DAY

    def fault(self, circumstances: Circumstances) -> NotTaken | None:
        """Return why the part cannot be recorded: its day does not fit what it says."""
        today, seen = circumstances.today, self.words
        if self.meaning in {"moved", "planned"} and self.day is None:
            return NotTaken(reason="no day", seen=seen)
        if self.day is None:
            return None
        if self.day.is_date and abs((self.day.on - today).days) > FARTHEST_DAYS:
            return NotTaken(reason="far", seen=seen)
        if self.meaning in {"until", "moved", "planned"}:
            is_over = self.day.on < today or (self.meaning == "until" and self.day.on == today)
            return NotTaken(reason="passed", seen=seen) if self.day.is_date and is_over else None
        if self.meaning == "called off":  # the day is the meeting's
            return None
        return NotTaken(reason="ahead", seen=seen) if self.day.on > today else None


_TAKES_PAST_DAY: Final = frozenset(get_args(DoneMeaning)) - {
    *("later", "until", "moved", "planned"),  # of days ahead
    *("no", "not now", "stop", "call"),  # which are asked about
}
_READINGS: Final[dict[DoneMeaning, tuple[str, str]]] = {
    "no": ("later", "they said not now"),
    "not now": ("later", "they said not now"),
    "stop": ("close", "later"),
    "call": ("called", "we talked"),
}


_TAKES_NOTE: Final = frozenset(
    {"replied", "they called", "answered them", "talked", "met", "called", "wrote", "thanked", "wished"}
)
_BEFORE_A_NOTE: Final = frozenset(
    {
        "for",
        "about",
        "over",
        "regarding",
        "re",
        "at",
        "wegen",
        "zum",
        "beim",
        "auf",
        "pour",
        "para",
        "per",
        "voor",
    }
)
"""What happened takes a note behind one of these words."""
_LONGEST_PHRASE: Final = 8
_OFFSETS: Final = {
    plain_phrase(word): days for days, words in RELATIVE_DAYS.items() for word in words.split(";")
}


_ONCE_MORE: Final = re.compile(
    r" (?:again|once more|nochmals?|noch einmal|wieder|a nouveau|de nouveau|encore une fois|otra vez|de nuevo)$"
)


def read_part(value: CellValue, circumstances: Circumstances) -> Part | NotTaken | None:
    """Read one part; None when it is not understood."""
    if isinstance(value, str):
        return _read_text(value.strip(), circumstances)
    if isinstance(value, bool):
        return Part(meaning="done", words="TRUE") if value else None
    if isinstance(value, dt.date):  # a date and time too
        return _bare_day(_read_date(value, circumstances), value.isoformat(), circumstances)
    if isinstance(value, int | float):
        return Part(meaning="done", words="1") if value == 1 else _unclear_number(f"{value:g}")
    return None


def _read_text(text: str, circumstances: Circumstances) -> Part | NotTaken | None:
    phrase = plain_phrase(text)
    if phrase not in done_meanings():
        text = spelled_out(text)
        phrase = plain_phrase(text)
    meaning = done_meanings().get(phrase) or _again(phrase) or _close_of_status(text)
    if meaning is not None:
        return _of_meaning(meaning, text, circumstances)
    if text.isdecimal() and text != "1" and len(text) != 8:  # eight digits are a day such as 20261112
        return _unclear_number(text)
    if (said := read_yes_no(text)) is not None:
        return _of_meaning("done" if said else "no", text, circumstances)
    if phrase in WEEKDAY_BY_WORD:
        return _unclear_weekday(text, phrase, circumstances)
    read = _read_day(text, circumstances)
    if read is not None and not (isinstance(read, TypedDay) and read.note):
        return _bare_day(read, text, circumstances)
    return (
        _read_word_and_day(text, circumstances)
        or _read_plan(text, circumstances)
        or _read_word_and_note(text)
        or _bare_day(read, text, circumstances)
    )


def read_sent(text: str) -> Part | None:
    """Read that something was sent: "sent her the CV", "article sent", "Unterlagen geschickt". A day is none of it."""
    words = plain_phrase(text).split()
    if not 1 < len(words) <= _LONGEST_PHRASE:
        return None
    start = next((at for at, word in enumerate(words) if word not in SENDERS), 0)
    is_sent = words[start] in SENT_FIRST or words[-1] in SENT_LAST
    is_unclear = any(word in TURNING_WORDS or word in WEEKDAY_BY_WORD or word in _OFFSETS for word in words)
    is_theirs = words[0] in THEM
    if not is_sent or is_unclear or is_theirs:
        return None
    return Part(meaning="wrote", words=text, note=text)


def _again(phrase: str) -> DoneMeaning | None:
    """Read what the user did once more: "called again"."""
    meaning = done_meanings().get(_ONCE_MORE.sub("", phrase))
    return meaning if meaning in {"wrote", "called"} else None


def _close_of_status(text: str) -> DoneMeaning | None:
    """Read the words with which a status says that they declined, too: "rejected", "not interested"."""
    status = read_status(text)
    return "close" if status is not None and status.is_declined else None


def _of_meaning(meaning: DoneMeaning, text: str, circumstances: Circumstances) -> Part | NotTaken | None:
    if meaning in _READINGS:
        return NotTaken(reason="unclear", seen=text, readings=_READINGS[meaning])
    if meaning == "until":  # "until" and nothing after it
        return None
    if meaning == "later":
        return Part(meaning="until", words=text, day=_tomorrow(circumstances))
    return Part(meaning=meaning, words=text)


def _tomorrow(circumstances: Circumstances) -> TypedDay:
    """Return the next working day."""
    return TypedDay(on=circumstances.calendar.add_days(circumstances.counted_from, 1))


def _unclear_number(text: str) -> NotTaken:
    readings = (
        (f"{text} days", f"{text} weeks") if text.isdecimal() and 1 < int(text) < 100 else ("done", "2 weeks")
    )
    return NotTaken(reason="unclear", seen=text, readings=readings)


def _unclear_weekday(text: str, phrase: str, circumstances: Circumstances) -> NotTaken:
    before, after = (
        _weekday(phrase, circumstances, is_ahead=is_ahead).on.isoformat() for is_ahead in (False, True)
    )
    return NotTaken(reason="unclear", seen=text, readings=(f"done {before}", f"until {after}"))


def _weekday(phrase: str, circumstances: Circumstances, *, is_ahead: bool) -> TypedDay:
    """Return the last such weekday, today included, or the next one."""
    start = circumstances.counted_from
    days = (WEEKDAY_BY_WORD[phrase] - start.weekday()) % 7
    return TypedDay(on=add_calendar_days(start, (days or 7) if is_ahead else -((7 - days) % 7)))


def _bare_day(
    read: TypedDay | NotTaken | None, text: str, circumstances: Circumstances
) -> Part | NotTaken | None:
    """Read a part that is only a day: up to today the step was done on it, a later one puts the step off."""
    if read is None or isinstance(read, NotTaken):
        return read
    is_ahead = read.on > circumstances.today or (not read.is_date and read.on > circumstances.counted_from)
    if is_ahead and plain_phrase(text) in _OFFSETS:
        read = TypedDay(on=circumstances.calendar.next_working_day(read.on))
    return Part(
        meaning="until" if is_ahead else "done", words=text, day=read, is_bare_day=True, note=read.note
    )


def _read_day(text: str, circumstances: Circumstances) -> TypedDay | NotTaken | None:
    """Read a day: today, a span of time, or a date."""
    offset = _OFFSETS.get(plain_phrase(text))
    if offset is not None:
        return TypedDay(on=add_calendar_days(circumstances.counted_from, offset))
    weekdays = next_weekdays(plain_phrase(text), circumstances.counted_from)
    if len(weekdays) > 1:
        readings = tuple(f"until {day.isoformat()}" for day in weekdays)
        return NotTaken(reason="unclear", seen=text, readings=readings)
    if weekdays:
        return TypedDay(on=weekdays[0])
    month_end = read_month_end(text, after=circumstances.counted_from)
    if month_end is not None:
        return TypedDay(on=month_end, is_date=True)
    counted = read_phrase(text, counted_from=circumstances.counted_from)
    if counted is not None and counted > circumstances.counted_from:
        return TypedDay(on=circumstances.calendar.next_working_day(counted))
    return _read_date(text, circumstances)


def _read_date(value: CellValue, circumstances: Circumstances) -> TypedDay | NotTaken | None:
    read = read_date(value, order=circumstances.order)
    if isinstance(read, ReadDate):
        return TypedDay(on=read.on, is_date=True, note=read.note)
    if read is None or read.fault not in {"ambiguous", "without year"}:
        return None
    nearest = nearest_day(read.month_day, circumstances.today) if read.month_day else None
    if nearest is not None:
        return TypedDay(on=nearest, is_date=True, note=read.note)
    return NotTaken(reason="order", seen=str(value))


def _read_word_and_day(text: str, circumstances: Circumstances) -> Part | NotTaken | None:
    """Read "they replied on 12 Nov", "12 Nov they replied": the longest known word, and a day in the rest."""
    tokens = text.split()
    for count in range(min(len(tokens) - 1, _LONGEST_PHRASE), 0, -1):
        for words, rest in ((tokens[:count], tokens[count:]), (tokens[-count:], tokens[:-count])):
            meaning = done_meanings().get(plain_phrase(" ".join(words)))
            if meaning is None or meaning in _READINGS:
                continue
            day = _read_linked_day(rest, meaning, circumstances)
            if isinstance(day, NotTaken):
                return replace(day, seen=text)
            if day is not None:
                return _with_day(meaning, text, day)
    return None


def _read_plan(text: str, circumstances: Circumstances) -> Part | NotTaken | None:
    """Read a meeting and its day: "call 22 April 15:00"; None for other words, NotTaken where the day does not fit."""
    days = list(named_days(text, order=circumstances.order, near=circumstances.today))
    if len(days) != 1 or is_turned(text) or names_meeting(days[0].before) != "certain":
        return None
    day = days[0]
    if day.on is None:
        return NotTaken(reason="order", seen=text)
    return Part(meaning="planned", words=text, day=TypedDay(on=day.on, is_date=True), note=text)


def is_unread_plan(text: str, circumstances: Circumstances) -> bool:
    """Whether a text that is not understood names a meeting on a day to come, so that it is more than a note."""
    return any(
        (day.on is None or day.on >= circumstances.today)
        and names_meeting(f"{day.before} {day.after}") != "none"
        for day in named_days(text, order=circumstances.order, near=circumstances.today)
    )


def read_weekday_ahead(text: CellValue, circumstances: Circumstances) -> Part | None:
    """Read a weekday that is all that is typed: the step is put off until the next one."""
    phrase = plain_phrase(text) if isinstance(text, str) else ""
    day = coming_weekday(phrase, circumstances.counted_from)
    return Part(meaning="until", words=str(text), day=TypedDay(on=day)) if day is not None else None


def _read_word_and_note(text: str) -> Part | None:
    """Read what happened, and what it was about: "met her for coffee". A day, or a turning word, is none of it."""
    words = plain_phrase(text).split()
    is_unclear = any(
        word in TURNING_WORDS or word in WEEKDAY_BY_WORD or word in _OFFSETS or word[:1].isdecimal()
        for word in words
    )
    for count in range(min(len(words) - 2, _LONGEST_PHRASE), 0, -1):
        meaning = done_meanings().get(" ".join(words[:count]))
        if meaning in _TAKES_NOTE and words[count] in _BEFORE_A_NOTE and not is_unclear:
            return Part(meaning=meaning, words=text, note=text)
    return None


def _with_day(meaning: DoneMeaning, text: str, day: TypedDay) -> Part:
    return Part(meaning="until" if meaning == "later" else meaning, words=text, day=day, note=day.note)


def _read_linked_day(
    tokens: list[str], meaning: DoneMeaning, circumstances: Circumstances
) -> TypedDay | NotTaken | None:
    start = 0
    while start < len(tokens) - 1 and plain_phrase(tokens[start]) in DAY_LINKS:
        start += 1
    text = " ".join(tokens[start:])
    phrase = plain_phrase(text)
    if phrase in WEEKDAY_BY_WORD and phrase not in _OFFSETS:
        return _weekday(phrase, circumstances, is_ahead=meaning in {"later", "until", "moved", "planned"})
    read = _read_day(text, circumstances)
    if isinstance(read, TypedDay) and not read.is_date and meaning in {"later", "until"}:
        return TypedDay(on=circumstances.calendar.next_working_day(read.on))  # "until tomorrow", on a Friday
    return read
