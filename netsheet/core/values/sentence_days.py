"""Days inside a sentence: "call again on 30 June 2026", "write in two weeks", "on hold until May".

A day without its year is only read behind "until", where it can only be the next one, and where a day that it is near to is known.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from netsheet.core.model import DateOrder
from netsheet.core.month_names import (
    MONTH_BY_WORD,
    SHORT_WEEKDAYS,
    SPAN_UNIT_BY_WORD,
    WEEKDAY_BY_WORD,
    WEEKDAYS_IN_TEXTS,
)
from netsheet.core.text import fold
from netsheet.core.values.clauses import clauses_around_days
from netsheet.core.values.dates import NotRead, ReadDate, read_date
from netsheet.core.values.phrases import NEXT_WORDS, add_periods, read_phrase
from netsheet.core.values.word_lists import DAY_LINKS, MONTH_LEADS, NO_DAY_TO_COME, TOMORROW

_UNTIL = re.compile(
    r"\b(?:until|till|til|bis(?: zum)?|jusqu\w*(?: au| en)?|hasta(?: el)?|fino al?|tot(?: en met)?|do|ate(?: o)?"
    r"|back(?: on| in)?|returns?(?: on)?|zuruck(?: am| ab)?|wieder da(?: am| ab)?|wieder im buro(?: am| ab)?|retour le|vuelvo el"
    r"|de vuelta el|de volta em|rientro il|terug op|wracam)\b(?P<day>.+)$"
)
_BEFORE_A_SPAN = frozenset({"in", "dans", "en", "em", "tra", "fra", "over", "za", "after", "nach"})
_LONGEST_SPAN = 4
_DAY_OF_MONTH = re.compile(r"(?:the |den |zum |le |el |il |o |de )?(\d{1,2})(?:st|nd|rd|th|er|de|e|o)")
_DAYS_WITH_EACH_NUMBER = 62
"""Within so many days each number from 1 to 31 comes."""
_JUST_PASSED = 45
"""A day without its year that is over for no more than so many days does not mean the one of the next year."""
_BARE_NUMBERS = re.compile(r"\d{1,2}\.\d{1,2}")
_MARKS = " .,;:-\u2013\u2014"
_LEADS_TO_A_DAY = DAY_LINKS | WEEKDAY_BY_WORD.keys() | {""}
_LEADS_TO_A_MONTH = MONTH_LEADS | DAY_LINKS
_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[^\W\d_]{3}")
_A_MONTH = rf"(?:{'|'.join(sorted(MONTH_BY_WORD, key=len, reverse=True))})"
_MONTH_END = re.compile(
    r"(?:the )?(?:end(?: of)?|ende|fin(?: de)?|finales de|final de|fim de|fine(?: di)?|eind(?:e)?(?: van)?|koniec|konca) "
    rf"(?P<month>{_A_MONTH})\.?(?: (?P<year>20\d\d))?"
)
DATE_START = re.compile(
    r"(?<![\w./-])(?:\d{1,4}[./-]\s?\d{1,2}|\d{1,2}(?:st|nd|rd|th|er|re|e|o|a)?[.\u00b0]?\s*(?:of |de )?"
    rf"{_A_MONTH}(?!\w)|(?=[^\W\d_]+\.?\s*\d){_A_MONTH}\.?\s*\d{{1,2}}(?!\d))"
)
"""Where a day begins: most texts have none, and only these are read closely."""
TIME_START = re.compile(
    r"^[\s.,]*(?:at |um |a las |alle )?\d{1,2}(?:[:.h]\d\d)? ?(?:am|pm|uhr|h)\b", re.IGNORECASE
)
"""A time of day right behind a weekday."""
_CLOCK = re.compile(
    r"^[\s.,]*(?:at |um |a las |alle )?\d{1,2}(?:[:.h]\d\d(?!\d)(?: ?(?:am|pm|uhr|h)\b)?| ?(?:am|pm|uhr|h)\b)[\s.,:;-]*",
    re.IGNORECASE,
)
_SHORT_WEEKDAY_END = re.compile(rf"^[\s.]*$|^[- ]feira(?!\w)|{TIME_START.pattern}", re.IGNORECASE)
"""What follows a word that is a weekday only at the end ("call her Thu"), or in two parts ("quinta-feira")."""
_WORD = re.compile(r"(?<![\w@-])[^\W\d_]+(?!\w)(?!-(?!feira))(?!\S*@)")
"""A whole word: "tomorrow-ish" is another one than "tomorrow", and "friday.park@example.com" is an address."""
_WORDS = re.compile(r"[^\W\d_]+")
_WORD_START = re.compile(r"(?<![^\W_])(?<![-/.])(?=[^\W_])")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedDay:
    """A day in a text.

    Attributes:
        before: the words of its clause before it, as they were typed, without small words such as "on".
        after: what follows it in its clause.
        seen: its clause up to the day.
        on: the day; None where it could be two.
    """

    before: str
    after: str
    seen: str
    on: dt.date | None


def named_days(text: str, *, order: DateOrder, near: dt.date) -> Iterator[NamedDay]:
    """Run over the days that a text names; one without its year is the one nearest to ``near``."""
    if _DIGIT.search(text) is None:  # as most texts of a long log
        return
    for named, month_day in _named_days(text, order):
        yield named if month_day is None else replace(named, on=nearest_day(month_day, near))


@lru_cache(maxsize=8192)
def _named_days(text: str, order: DateOrder) -> Sequence[tuple[NamedDay, tuple[int, int] | None]]:
    """Find the days that a text names; of one without its year also the month and the day."""
    found = []
    start, folded = 0, fold(text)
    for match in DATE_START.finditer(folded if len(folded) == len(text) else text.lower()):
        rest = text[match.start() :]
        if match.start() < start:
            continue
        read = read_date(rest, order=order)
        if read is None or (isinstance(read, NotRead) and read.fault in {"unreadable", "several"}):
            continue
        end = len(text) - len(read.note) if read.note else len(text)
        head = text[start : match.start()]
        clause = clauses_around_days(_without_links(head))[-1].strip()
        named = NamedDay(
            before=clause,
            after=clauses_around_days(read.note)[0].strip(),
            seen=" ".join(
                f"{clauses_around_days(head.rstrip(_MARKS))[-1]} {text[match.start() : end]}".split()
            ).strip(_MARKS),
            on=read.on if isinstance(read, ReadDate) else None,
        )
        found.append((named, read.month_day if isinstance(read, NotRead) else None))
        start = end
    return tuple(found)


def before_day(text: str) -> str:
    """Return a text, folded, up to the first day that it names."""
    folded = fold(text)
    return DATE_START.split(folded, maxsplit=1)[0] if _DIGIT.search(folded) else folded


def without_time(after: str) -> str:
    """Return what follows a day without its time: "coffee" of "10:00 coffee"."""
    return _CLOCK.sub("", after)


def _without_links(head: str) -> str:
    """Leave out what only leads to the day: "on", a weekday, a comma."""
    words = head.split()
    while words and fold(words[-1]).strip(_MARKS) in _LEADS_TO_A_DAY:
        words.pop()
    return " ".join(words).rstrip(_MARKS)


def nearest_day(month_day: tuple[int, int], near: dt.date) -> dt.date | None:
    """Return the day of a month that is nearest to another day, the earlier one of two; 29 February in leap years."""
    days = []
    for year in range(near.year - 4, near.year + 5):
        try:
            days.append(dt.date(year, *month_day))
        except ValueError:
            continue
    return min(days, key=lambda day: abs((day - near).days), default=None)


def named_month(text: str, *, after: dt.date) -> tuple[dt.date, str] | None:
    """Find a month that ends a clause: "yes, January", "not now, maybe in May 2026".

    Returns:
        The first day of the next such month after that of ``after``, and the words before it; None where there is none.
        A month that is the whole text is none: it may say when something was. One that has just begun, or is just over,
        is not the one of the next year.
    """
    for clause in clauses_around_days(text):
        words = clause.split()
        year = int(words.pop()) if words and re.fullmatch(r"20\d\d", words[-1]) else None
        month = MONTH_BY_WORD.get(fold(words[-1]).strip(".")) if words else None
        if month is None or (len(words) > 1 and words[-2][:1].isdecimal()):
            continue
        first = _next_month_day(month, 1, after) if year is None else dt.date(year, month, 1)
        while len(words) > 1 and fold(words[-2]) in _LEADS_TO_A_MONTH:
            del words[-2]
        if first > after and len(text.split()) > 1:
            return first, " ".join(words[:-1])
    return None


def read_month_end(text: str, *, after: dt.date) -> dt.date | None:
    """Read "end of May": the last day of the next such month, that of ``after`` too; None for any other text."""
    match = _MONTH_END.fullmatch(fold(text).strip(_MARKS))
    if match is None:
        return None
    month = MONTH_BY_WORD[match["month"]]
    year = int(match["year"]) if match["year"] else after.year + (month < after.month)
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def named_weekdays(text: str, *, near: dt.date) -> Iterator[NamedDay]:
    """Run over the weekdays that a text names without a date, and "tomorrow": "call her on Thursday".

    Which Thursday is meant, the text does not say: ``on`` is the first one after ``near``, the earliest that it can be.
    """
    for clause in clauses_around_days(text):
        folded = fold(clause)
        match = next((word for word in _WORD.finditer(folded) if _is_weekday(word)), None)
        if match is None or len(folded) != len(clause):
            continue
        before = clause[: match.start()].split()
        if before and fold(before[-1]) in NO_DAY_TO_COME:
            continue
        number = WEEKDAY_BY_WORD.get(match[0])
        days = 0 if number is None else (number - near.weekday() - 1) % 7
        yield NamedDay(
            before=_without_links(" ".join(before)),
            after=clause[match.end() :].strip(),
            seen=" ".join(clause.split()).strip(_MARKS),
            on=near + dt.timedelta(days=days + 1),
        )


def _is_weekday(word: re.Match[str]) -> bool:
    is_whole = word[0] in WEEKDAYS_IN_TEXTS or word[0] in TOMORROW
    return is_whole or (
        word[0] in SHORT_WEEKDAYS and _SHORT_WEEKDAY_END.match(word.string[word.end() :]) is not None
    )


def read_until(text: str, *, order: DateOrder, after: dt.date) -> dt.date | None:
    """Read the day behind "until" or "back on": a day, or the next such day, weekday or month after ``after``.

    A day or a month that was only just over then is that one, and not the one of a year later.
    """
    said = said_until(text)
    if not said:
        return None
    day = read_date(f"{said}." if _BARE_NUMBERS.fullmatch(said) else said, order=order)
    if isinstance(day, ReadDate):
        return day.on
    if isinstance(day, NotRead) and day.month_day is not None:
        return _next_month_day(*day.month_day, after)
    words = said.split()
    if len(words) == 1 and words[0] in WEEKDAY_BY_WORD:
        return after + dt.timedelta(days=(WEEKDAY_BY_WORD[words[0]] - after.weekday() - 1) % 7 + 1)
    if len(words) == 1 and words[0] in MONTH_BY_WORD:
        return _next_month_day(MONTH_BY_WORD[words[0]], 1, after)
    of_month = _DAY_OF_MONTH.fullmatch(said)
    return _next_day_of_month(int(of_month[1]), after) if of_month else read_phrase(said, counted_from=after)


def _next_day_of_month(day: int, after: dt.date) -> dt.date | None:
    """Return the next day with this number: "until the 25th"; None where no month has it."""
    days = (after + dt.timedelta(days=ahead) for ahead in range(1, _DAYS_WITH_EACH_NUMBER + 1))
    return next((each for each in days if each.day == day), None)


def said_until(text: str) -> str:
    """Return what follows "until" or "back on", folded; "" where nothing does."""
    match = _UNTIL.search(fold(text))
    return match["day"].strip(" :.,;)(") if match else ""


def _next_month_day(month: int, day: int, after: dt.date) -> dt.date:
    years = (after.year - 1, after.year, after.year + 1, after.year + 2)
    days = (dt.date(year, month, min(day, calendar.monthrange(year, month)[1])) for year in years)
    return next(each for each in days if (after - each).days <= _JUST_PASSED)


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
    faults = [date for date in dates if isinstance(date, NotRead)]
    if days or any(fault.fault != "without year" for fault in faults):
        return days.pop() if days else next(fault for fault in faults if fault.fault != "without year")
    if len({fault.month_day for fault in faults}) > 1:
        return NotRead(fault="several")
    spans = set(_spans(text, counted_from)) if counted_from is not None else set()
    return spans.pop() if len(spans) == 1 else next(iter(faults), None)


def read_span(text: str, *, counted_from: dt.date) -> dt.date | None:
    """Read the day that a phrase, or a sentence with a span and no date, counts: "2 weeks", "remind him in 2 weeks"."""
    day = read_phrase(text, counted_from=counted_from) or find_day(
        text, order="auto", counted_from=counted_from
    )
    is_span = not isinstance(find_day(text, order="auto", counted_from=None), dt.date)
    return day if isinstance(day, dt.date) and is_span else None


def day_after_promise(
    text: str, *, order: DateOrder, said_on: dt.date | None, near: dt.date
) -> dt.date | None:
    """Return the day after the one by which somebody promised to do something: "by Friday", "next week", "20 May".

    Args:
        text: what they said.
        order: how to understand 3/4/2025.
        said_on: the day on which they said so; None where it is not known: then only a date is read.
        near: a day without its year is the one nearest to this one.
    """
    day = find_day(text, order=order, counted_from=said_on)
    if isinstance(day, NotRead) and day.month_day is not None:
        day = nearest_day(day.month_day, near)
    if isinstance(day, dt.date):
        is_period = said_on is not None and not NEXT_WORDS.isdisjoint(fold(text).split())
        return _day_after_period(text, day) if is_period else day + dt.timedelta(days=1)
    if said_on is None or isinstance(day, NotRead):
        return None
    weekday = next((named.on for named in named_weekdays(text, near=said_on)), None)
    return None if weekday is None else weekday + dt.timedelta(days=1)


def _day_after_period(text: str, first: dt.date) -> dt.date | None:
    """Return the first day after the week or the month to come that begins on ``first``."""
    units = [SPAN_UNIT_BY_WORD[word] for word in _WORDS.findall(fold(text)) if word in SPAN_UNIT_BY_WORD]
    return add_periods(first, 1, units[-1] if units else "day")


def _dates(text: str, order: DateOrder) -> Iterator[ReadDate | NotRead]:
    """Run over the dates in a sentence; mere numbers and "3/4" without a year are none, "20 March" lacks its year."""
    if not any(map(str.isdigit, text)):
        return
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
        elif isinstance(date, NotRead) and date.month_day and _LETTER.search(rest.removesuffix(date.note)):
            yield date


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
