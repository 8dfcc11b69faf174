"""People the summary names besides the due list: who has a day coming, and who was asked often.

One responsibility: to find them. The rules are those of ``due`` and ``reciprocity``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from netsheet.core.followups.due import important_dates
from netsheet.core.followups.standing import is_closed
from netsheet.core.model import Person
from netsheet.core.numbers.reciprocity import ASKS_IN_A_ROW, compute_person_balance

DAYS_AHEAD = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """A person, a day where there is one, and what is to be said about it."""

    person: Person
    on: dt.date | None
    text: str


def find_dates(people: Sequence[Person], *, today: dt.date, days: int = DAYS_AHEAD) -> tuple[Noted, ...]:
    """List the birthdays and meetings from ``today`` to ``days`` days ahead, the next first."""
    birthdays = important_dates(people, today=today, days=days)
    wanted = {date.person for date in birthdays}
    known = {person.key: person for person in people if person.key in wanted} if wanted else {}
    dates = [Noted(person=known[date.person], on=date.on, text="Birthday") for date in birthdays]
    last_on = today + dt.timedelta(days=days)
    dates += [
        Noted(person=person, on=on, text="Meeting")
        for person in people
        if person.meetings_ahead and not is_closed(person)
        for on in sorted(set(person.meetings_ahead))
        if today <= on <= last_on
    ]
    return tuple(
        sorted(dates, key=lambda date: (date.on or today, date.person.name, date.person.key, date.text))
    )


def find_asked_often(people: Sequence[Person], *, today: dt.date) -> tuple[Noted, ...]:
    """List the people who were asked at least twice in a row with nothing given between, the most asked first."""
    asked: list[tuple[int, Noted]] = []
    for person in people:
        if len(person.touches) < ASKS_IN_A_ROW or is_closed(person):
            continue
        if sum(touch.intent == "ask" for touch in person.touches) < ASKS_IN_A_ROW:
            continue
        balance = compute_person_balance(person, today=today)
        if balance.is_give_first:
            text = f"Asked {balance.asks_in_a_row} times in a row; something given would be a good next step."
            asked.append((balance.asks_in_a_row, Noted(person=person, on=None, text=text)))
    asked.sort(key=lambda entry: (-entry[0], entry[1].person.name, entry[1].person.key))
    return tuple(noted for _, noted in asked)
