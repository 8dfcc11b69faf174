"""Birthdays (rank 7)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from netsheet.core.calendar import add_calendar_days
from netsheet.core.followups.actions import Action
from netsheet.core.followups.contact_history import History
from netsheet.core.followups.context import Context
from netsheet.core.model import Person, Settings
from netsheet.core.touch_facts import facts_of


def wish_well(history: History, context: Context) -> Iterator[Action]:
    """Announce the next birthday; it keeps its day, and wishes already sent meet it."""
    person, today = history.person, context.today
    if person.birthday is None:
        return
    on = next_birthday(person.birthday, today)
    lead = lead_days(person, context.settings)
    if on <= add_calendar_days(today, lead) and _is_wished(history, on, lead):
        on = next_birthday(person.birthday, add_calendar_days(on, 1))
    yield Action(
        kind="wish",
        due=on,
        why="Birthday today." if on == today else f"Birthday on {context.text(on)}.",
        next_step="Send birthday wishes",
        place=person.place,
        channel=history.channel,
        is_shown_on_breaks=True,
    )


def next_birthday(birthday: tuple[int, int], today: dt.date) -> dt.date:
    """Return the first birthday from ``today`` on; 29 February is kept on the 28th in common years."""
    on = _in_year(birthday, today.year)
    return on if on >= today else _in_year(birthday, today.year + 1)


def _in_year(birthday: tuple[int, int], year: int) -> dt.date:
    month, day = birthday
    try:
        return dt.date(year, month, day)
    except ValueError:
        return dt.date(year, 2, 28)


def lead_days(person: Person, settings: Settings) -> int:
    """Return how many days ahead a person's date is announced."""
    return settings.dates_ahead_close if person.relationship == "close" else settings.dates_ahead


def _is_wished(history: History, birthday_on: dt.date, lead: int) -> bool:
    earliest = birthday_on - dt.timedelta(days=lead)
    return any(
        touch.on is not None
        and facts_of(touch).is_from_user
        and (touch.on == birthday_on or (touch.kind == "wish" and earliest <= touch.on < birthday_on))
        for touch in history.touches
    )
