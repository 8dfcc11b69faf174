"""An entry of a calendar, and an entry as it is filed: with its number, and how often it has changed."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, field
from typing import Final, Literal, get_args

from netsheet.core.printable import STEERING

Category = Literal["Reminder", "Meeting", "Birthday", "Routine", "Event", "Date"]
CATEGORIES: Final[tuple[Category, ...]] = get_args(Category)

DOMAIN: Final = "@netsheet"
"""What every UID ends with."""

REMIND_AT: Final = 9 * 60
"""When a calendar reminds of something that takes the whole day, in minutes after midnight."""


FIRST_YEAR: Final = 2000
"""From which year on a day that comes every year is shown: always the same one, and a leap year."""

KEPT_DAYS: Final = 90
"""How long what took place stays in the file, and what was cancelled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """One thing in a calendar.

    Attributes:
        thing: what it is, without its day and its words, so that it stays the same when these change: see ``thing_of``.
        category: what kind of thing.
        on: its day, or the first day of those on which it comes again.
        at: when it begins; None for the whole day.
        minutes: how long it takes when it has a time.
        zone: the time zone of ``at``; "" for that of the device that shows it.
        summary: one line.
        location: where it is; "" when that is not known.
        description: several lines; "" when there is no more to say.
        alarms: when to remind, in minutes after it begins (before: less than 0).
        weekdays: on which it comes every week, Monday is 0; () for a thing that does not.
        is_yearly: whether it comes every year.
        days_off: the days on which it does not come.
        is_todo: whether it is something to tick off rather than an event.
        is_over: whether it took place. It is kept where the last file has it, and not added to a new one.
    """

    thing: str
    category: Category
    on: dt.date
    at: dt.time | None = None
    minutes: int = 0
    zone: str = ""
    summary: str
    location: str = ""
    description: str = ""
    alarms: tuple[int, ...] = ()
    weekdays: tuple[int, ...] = ()
    is_yearly: bool = False
    days_off: tuple[dt.date, ...] = ()
    is_todo: bool = False
    is_over: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledEntry:
    """An entry as a file holds it.

    Attributes:
        number: which of the entries of one thing it is, such as of two meetings with one person.
        sequence: how often it has changed since it was first filed.
        changed_on: the day of its last change.
        is_cancelled: whether it is filed only to take it out of the calendars that have it.
    """

    entry: CalendarEntry
    number: int = 0
    sequence: int = 0
    changed_on: dt.date
    is_cancelled: bool = False

    @property
    def uid(self) -> str:
        """The name by which calendars know it."""
        return f"{self.entry.thing}-{self.number}{DOMAIN}"


def thing_of(key: str, kind: str) -> str:
    """Return what identifies a thing: a hash, because the key of a person may be their e-mail address.

    Args:
        key: the key of the person, "" where it is about nobody in particular.
        kind: the kind of action, or another word for what it is about.
    """
    return hashlib.sha256(f"{key}\n{kind}".encode("utf-8", "replace")).hexdigest()[:24]


def split_uid(uid: str) -> tuple[str, int] | None:
    """Return the thing and the number that a UID is made of; None when it is not one of netsheet's."""
    thing, dash, number = uid.removesuffix(DOMAIN).rpartition("-")
    is_ours = uid.endswith(DOMAIN) and bool(dash) and number.isdecimal()
    return (thing, int(number)) if is_ours else None


def plain_line(text: str) -> str:
    """Put a text of the log on one line, without the characters that would steer a calendar program."""
    return " ".join(STEERING.sub(" ", text).split())


def plain_lines(*lines: str) -> str:
    """Join lines, each as ``plain_line`` makes it; empty ones are left out."""
    return "\n".join(filter(None, map(plain_line, lines)))
