"""Birthdays and other days that matter to somebody (rank 7)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from netsheet.core.calendar import add_calendar_days
from netsheet.core.followups.actions import Action
from netsheet.core.followups.contact_history import History
from netsheet.core.followups.context import Context
from netsheet.core.model import Person, Place
from netsheet.core.touch_facts import facts_of


class DateAhead(NamedTuple):
    """The next time that a day of somebody's comes.

    Attributes:
        what: what is on that day; "" for the birthday.
        lead_days: how many days ahead it is announced.
    """

    on: dt.date
    what: str
    lead_days: int
    place: Place


def wish_well(history: History, context: Context) -> Iterator[Action]:
    """Announce the next birthday and the other dates; each keeps its day, and wishes already sent meet it."""
    today = context.today
    person, settings = history.person, context.settings
    usual = settings.dates_ahead_close if person.relationship == "close" else settings.dates_ahead
    days = dates_ahead(person, today, usual)
    for date in days:
        if date.on <= add_calendar_days(today, date.lead_days) and _is_wished(history, date, days):
            again = dates_ahead(person, add_calendar_days(date.on, 1), usual)
            later = next((each for each in again if (each.what, each.place) == (date.what, date.place)), None)
            if later is None:
                continue
            date = later  # noqa: PLW2901  the wish of the next year
        what = date.what or "Birthday"
        yield Action(
            kind="wish",
            due=date.on,
            why=f"{what} today." if date.on == today else f"{what} on {context.text(date.on)}.",
            next_step="Send a few words" if date.what else "Send birthday wishes",
            place=date.place,
            channel=history.channel,
            is_shown_on_breaks=True,
            lead_days=date.lead_days,
            occasion=date.what,
        )


def dates_ahead(person: Person, today: dt.date, usual: int = 0) -> tuple[DateAhead, ...]:
    """Return the next day of each date of a person from ``today`` on, the next first.

    Args:
        person: whose dates they are.
        today: the first day.
        usual: how many days ahead a date is announced that does not say it.
    """
    days = []
    if person.birthday is not None:
        on = next_birthday(person.birthday, today)
        days.append(DateAhead(on=on, what="", lead_days=usual, place=person.place))
    for date in person.dates:
        on = next_birthday((date.on.month, date.on.day), max(today, date.on)) if date.is_yearly else date.on
        if on >= today:
            lead = usual if date.lead_days is None else date.lead_days
            days.append(DateAhead(on=on, what=date.what, lead_days=lead, place=date.place))
    return tuple(sorted(days, key=lambda date: (date.on, date.what, date.place.row)))


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


def _is_wished(history: History, date: DateAhead, days: tuple[DateAhead, ...]) -> bool:
    """Whether the user wrote on the day, or sent wishes before it, after which no other of the days came first."""
    earliest = date.on - dt.timedelta(days=date.lead_days)
    return any(
        touch.on is not None
        and facts_of(touch).is_sign
        and (touch.on == date.on or (touch.kind == "wish" and earliest <= touch.on < date.on))
        and not any(touch.on <= other.on < date.on for other in days)
        for touch in history.touches
    )
