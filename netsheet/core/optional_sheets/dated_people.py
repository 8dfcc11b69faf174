"""Give the people of a log the days that the sheet Dates has for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from netsheet.core.model import Log, Person, PersonDate
from netsheet.core.optional_sheets.date_rows import KeyDate, is_birthday


def with_dates(log: Log, dates: Sequence[KeyDate]) -> Log:
    """Return the log with each day at its person; somebody who was only collected counts as one of the people then.

    A birthday that the person's own row has too is left out.
    """
    by_key: dict[str, list[PersonDate]] = {}
    for date in dates:
        if date.who.key:
            of_person = PersonDate(
                on=date.on,
                what="" if is_birthday(date.what) else date.what or "A day you noted",
                place=date.place_of_row,
                is_yearly=date.is_yearly,
                lead_days=date.lead_days,
            )
            by_key.setdefault(date.who.key, []).append(of_person)
    dated = {
        person.key: _dated(person, by_key[person.key]) for person in log.everybody if person.key in by_key
    }
    people = [dated.get(person.key, person) for person in log.people]
    people += [dated[person.key] for person in log.collected if person.key in dated]
    collected = [person for person in log.collected if person.key not in dated]
    return replace(log, people=tuple(people), collected=tuple(collected))


def _dated(person: Person, dates: Sequence[PersonDate]) -> Person:
    return replace(
        person,
        dates=tuple(date for date in dates if (date.on.month, date.on.day) != person.birthday),
    )
