"""People whom the summary names in addition to the due list: who has a day coming, and who was asked often."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from netsheet.core.calendar import add_calendar_days
from netsheet.core.followups.birthdays import dates_ahead
from netsheet.core.model import Channel, Person
from netsheet.core.numbers.reciprocity import ASKS_IN_A_ROW, count_asks_in_a_row
from netsheet.core.text import fold

DAYS_AHEAD = 30

WRITABLE: Final[tuple[Channel, ...]] = ("e-mail", "LinkedIn")
"""The channels on which a link can begin a message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonNote:
    """A person, a day where there is one, and what the summary says about it."""

    person: Person
    on: dt.date | None
    text: str


def find_dates(people: Sequence[Person], *, today: dt.date, days: int = DAYS_AHEAD) -> tuple[PersonNote, ...]:
    """List the birthdays, other dates and meetings from ``today`` to ``days`` days ahead, the next first; closed people have none."""
    last_on = add_calendar_days(today, days)
    dates: list[PersonNote] = []
    for person in people:
        if not (person.birthday or person.dates or person.meetings_ahead) or person.is_closed:
            continue
        ahead = [(on, "Meeting") for on in sorted(set(person.meetings_ahead)) if on >= today]
        ahead += [(date.on, date.what or "Birthday") for date in dates_ahead(person, today)]
        dates += [PersonNote(person=person, on=on, text=text) for on, text in ahead if on <= last_on]
    return tuple(
        sorted(dates, key=lambda date: (date.on or today, fold(date.person.name), date.person.key, date.text))
    )


def find_asked_often(people: Sequence[Person], *, today: dt.date) -> tuple[PersonNote, ...]:
    """List the people who were asked at least twice in a row with nothing given between, the most asked first."""
    asked: list[tuple[int, PersonNote]] = []
    for person in people:
        if len(person.touches) < ASKS_IN_A_ROW or person.is_closed:
            continue
        if sum(touch.intent == "ask" for touch in person.touches) < ASKS_IN_A_ROW:
            continue
        count = count_asks_in_a_row(person, today=today)
        if count >= ASKS_IN_A_ROW:
            text = f"You asked them {count} times in a row; offer help, an article or a contact before you ask again."
            asked.append((count, PersonNote(person=person, on=None, text=text)))
    asked.sort(key=lambda entry: (-entry[0], fold(entry[1].person.name), entry[1].person.key))
    return tuple(noted for _, noted in asked)
