"""Meetings and birthdays of the people in the log."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final

from netsheet.core.calendar_export.calendar_entries import (
    FIRST_YEAR,
    KEPT_DAYS,
    REMIND_AT,
    CalendarEntry,
    thing_of,
)
from netsheet.core.calendar_export.words import EntryWords
from netsheet.core.followups.standing import Standing
from netsheet.core.model import MEETINGS, Person, Settings

_REMIND_BEFORE: Final = -30


def meetings(
    standings: Iterable[Standing], *, today: dt.date, until: dt.date, settings: Settings, words: EntryWords
) -> Iterator[CalendarEntry]:
    """Give the meetings to come, and those of the last weeks, which a file that has them keeps."""
    for standing in standings:
        person = standing.person
        if not person.is_closed:
            for on in sorted({day for day in person.meetings_ahead if today <= day <= until}):
                yield _meeting(person, on, settings=settings, words=words)
        earliest = today - dt.timedelta(days=KEPT_DAYS)
        past = {touch.on: touch.at for touch in person.touches if touch.kind in MEETINGS and touch.on}
        for on, at in past.items():
            if earliest <= on <= today and on not in person.meetings_ahead:
                yield _meeting(person, on, at=at, settings=settings, words=words, is_over=True)


def _meeting(
    person: Person,
    on: dt.date,
    *,
    at: dt.time | None = None,
    settings: Settings,
    words: EntryWords,
    is_over: bool = False,
) -> CalendarEntry:
    at = at or next((time.time() for time in person.meeting_times if time.date() == on), None)
    return CalendarEntry(
        thing=thing_of(person.key, "meeting"),
        category="Meeting",
        on=on,
        at=at,
        minutes=settings.minutes_meeting if at else 0,
        zone=settings.time_zone if at else "",
        summary=f"Meeting: {words.name(person)}",
        description=words.about(person),
        alarms=(_REMIND_BEFORE if at else REMIND_AT,),
        is_over=is_over,
    )


def birthdays(standings: Iterable[Standing], *, words: EntryWords) -> Iterator[CalendarEntry]:
    """Give the birthdays of those to whom the user would send wishes; no age, because the log has no year."""
    for standing in standings:
        birthday = standing.person.birthday
        if birthday is not None and any(action.kind == "wish" for action in standing.actions):
            yield CalendarEntry(
                thing=thing_of(standing.person.key, "birthday"),
                category="Birthday",
                on=dt.date(FIRST_YEAR, *birthday),
                summary=f"Birthday: {words.name(standing.person)}",
                description=words.about(standing.person),
                alarms=(REMIND_AT,),
                is_yearly=True,
            )
