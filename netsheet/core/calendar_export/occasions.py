"""Events of the sheet Events, and the days of the sheet Dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final

from netsheet.core.calendar_export.calendar_entries import (
    FIRST_YEAR,
    KEPT_DAYS,
    REMIND_AT,
    CalendarEntry,
    plain_lines,
    thing_of,
)
from netsheet.core.calendar_export.words import EntryWords
from netsheet.core.followups.event_steps import EventStep
from netsheet.core.followups.standing import Standing
from netsheet.core.model import Person, PersonDate
from netsheet.core.optional_sheets.event_rows import Event
from netsheet.core.text import fold
from netsheet.core.values.dates import short_date

EVENT_MINUTES: Final = 120
"""How long an event takes, whose end no sheet has."""
_PRIVATE_STEPS: Final = {"prepare": "Prepare an event", "after_event": "After an event"}
_DAY_MINUTES: Final = 24 * 60
_HOUR_MINUTES: Final = 60


def events(
    rows: Iterable[Event], *, today: dt.date, until: dt.date, zone: str, words: EntryWords
) -> Iterator[CalendarEntry]:
    """Give the events to come, unless the user does not go, and those of the last weeks, which a file that has them keeps."""
    for event in rows:
        if event.on is None or event.went is False:
            continue
        if today - dt.timedelta(KEPT_DAYS) <= event.on <= until:
            yield _event(event, event.on, is_over=event.on < today, zone=zone, words=words)


def _event(event: Event, on: dt.date, *, is_over: bool, zone: str, words: EntryWords) -> CalendarEntry:
    begins = REMIND_AT if event.at is None else -_HOUR_MINUTES
    met = ", ".join(named.text for named in event.to_meet)
    facts = (("Goal", event.goal), ("To meet", met), ("To talk about", event.talking_points))
    return CalendarEntry(
        thing=thing_of(fold(event.name), "event"),
        category="Event",
        on=on,
        at=event.at,
        minutes=EVENT_MINUTES if event.at else 0,
        zone=zone if event.at else "",
        summary=words.own(event.name, "Event"),
        location=words.own(event.place, ""),
        description=words.own_lines(plain_lines(*(f"{label}: {text}" for label, text in facts if text))),
        alarms=((REMIND_AT if event.at is None else 0) - _DAY_MINUTES, begins),
        is_over=is_over,
    )


def event_reminders(
    steps: Iterable[EventStep], *, today: dt.date, until: dt.date, words: EntryWords, is_todo: bool = False
) -> Iterator[CalendarEntry]:
    """Give what is to do before and after events; what is due already is put on today."""
    for step in steps:
        if step.kind != "event" and step.due <= until:
            yield CalendarEntry(
                thing=thing_of(fold(step.event.name), step.kind),
                category="Reminder",
                on=max(step.due, today),
                summary=words.own(f"{step.event.name}: {step.next_step}", _PRIVATE_STEPS[step.kind]),
                description=words.own(_why(step, today), ""),
                alarms=(REMIND_AT,),
                is_todo=is_todo,
            )


def _why(step: EventStep, today: dt.date) -> str:
    """Say why, in words that hold on any day: those of the step count the days from today."""
    if step.kind == "prepare" and step.event.on is not None:
        return f"It is on {short_date(step.event.on, today=today)}. No goal is noted yet."
    return step.why


def dates(
    standings: Iterable[Standing], *, today: dt.date, until: dt.date, words: EntryWords
) -> Iterator[CalendarEntry]:
    """Give the days of those to whom the user would send wishes: each year, or once."""
    earliest = today - dt.timedelta(KEPT_DAYS)
    for standing in standings:
        person = standing.person
        for date in () if person.is_closed else person.dates:
            if date.is_yearly or earliest <= date.on <= until:
                yield _date(person, date, is_over=not date.is_yearly and date.on < today, words=words)


def _date(person: Person, date: PersonDate, *, is_over: bool, words: EntryWords) -> CalendarEntry:
    ahead = () if date.lead_days is None else (REMIND_AT - date.lead_days * _DAY_MINUTES,)
    what = words.own(date.what, "Date") if date.what else "Birthday"
    return CalendarEntry(
        thing=thing_of(person.key, "date"),
        category="Date",
        on=date.on.replace(year=FIRST_YEAR) if date.is_yearly else date.on,
        summary=f"{what}: {words.name(person)}",
        description=words.about(person),
        alarms=tuple(dict.fromkeys((*ahead, REMIND_AT))),
        is_yearly=date.is_yearly,
        is_over=is_over,
    )
