"""What time itself brings: birthdays, check-ins by closeness, dormant ties (ranks 7, 8 and 10).

Pure functions ``(history, context) -> actions``.
"""

from __future__ import annotations

import datetime as dt

from netsheet.core.calendar import add_calendar_days
from netsheet.core.followups.context import NO_ACTION, Context, Told, ask
from netsheet.core.followups.history import History
from netsheet.core.followups.sentence_words import days
from netsheet.core.model import Action, Person, Relationship, Settings


def wish_well(history: History, context: Context) -> tuple[Action, ...]:
    """Announce the next birthday; it keeps its day, and wishes already sent meet it."""
    person = history.person
    if person.birthday is None:
        return NO_ACTION
    today = context.today
    on = next_birthday(person.birthday, today)
    if on <= add_calendar_days(today, lead_days(person, context.settings)) and _is_wished(
        person, on, context
    ):
        on = next_birthday(person.birthday, add_calendar_days(on, 1))
    why = "Birthday today." if on == today else f"Birthday on {context.text(on)}."
    told = Told(on, None, why, "Send birthday wishes")
    return ask(history, "wish", told, person.place, context.channel(history))


def next_birthday(birthday: tuple[int, int], today: dt.date) -> dt.date:
    """Return the first birthday from ``today`` on; 29 February is kept on the 28th in common years."""
    for year in (today.year, today.year + 1):
        on = _on_year(birthday, year)
        if on >= today:
            break
    return on


def _on_year(birthday: tuple[int, int], year: int) -> dt.date:
    month, day = birthday
    try:
        return dt.date(year, month, day)
    except ValueError:
        return dt.date(year, 2, 28)


def lead_days(person: Person, settings: Settings) -> int:
    """Return how many days ahead a person's date is announced."""
    return settings.dates_ahead_close if person.relationship == "close" else settings.dates_ahead


def _is_wished(person: Person, birthday_on: dt.date, context: Context) -> bool:
    earliest = birthday_on - dt.timedelta(days=lead_days(person, context.settings))
    return any(
        touch.on is not None
        and touch.direction == "out"
        and touch.on <= context.today
        and (touch.on == birthday_on or (touch.kind == "wish" and earliest <= touch.on < birthday_on))
        for touch in person.touches
    )


def check_in(history: History, context: Context) -> tuple[Action, ...]:
    """Ask for a sign of life at the person's own rhythm, else at the one of the relationship.

    Counted from the last touch in either direction; late at one and a half times the interval. Without a rhythm and a
    relationship there is none. What is owed or planned, a nudge still to come, and a dormant tie take its place.
    """
    person, since = history.person, history.last_contact_on
    interval = person.every_days or relationship_days(person, context.settings)
    if interval is None or since is None or _is_superseded(history):
        return NO_ACTION
    if history.is_dormant:
        if person.every_days is None:
            return NO_ACTION
    elif history.is_waiting and history.nudge_count < context.settings.most_nudges:
        return NO_ACTION
    relationship = None if person.every_days else person.relationship
    key = ("check_in", since, interval, relationship)
    told = context.told.get(key)
    if told is None:
        told = context.told[key] = _tell_check_in(since, interval, relationship, context)
    return ask(history, "check_in", told, person.place, context.channel(history))


def _tell_check_in(
    since: dt.date, interval: int, relationship: Relationship | None, context: Context
) -> Told:
    due = context.calendar.add_days(since, interval)
    reason = f"your own rhythm is every {days(interval)}"
    if relationship is not None:
        reason = f"a {relationship} tie hears from you every {days(interval)}"
    late_on = max(add_calendar_days(since, -(-interval * 3 // 2)), add_calendar_days(due, 1))
    why = f"Last contact on {context.text(since)}; {reason}."
    return Told(due, late_on, why, "Check in with a short message")


def _is_superseded(history: History) -> bool:
    """Whether the next touch is already asked for by what is owed or planned."""
    return history.is_planned or history.owed is not None or history.conversation is not None


def relationship_days(person: Person, settings: Settings) -> int | None:
    """Return the check-in interval in calendar days that goes with a relationship; None when it is not known."""
    match person.relationship:
        case "close":
            return settings.check_in_close
        case "warm":
            return settings.check_in_warm
        case "weak":
            return settings.check_in_weak
    return None


def reconnect(history: History, context: Context) -> tuple[Action, ...]:
    """Mark a tie that has been silent for long; never due by itself."""
    since = history.last_contact_on
    if not history.is_dormant or since is None or history.is_planned or history.owed is not None:
        return NO_ACTION
    key = ("reconnect", since)
    told = context.told.get(key)
    if told is None:
        ago = days((context.today - since).days)
        why = f"Last contact on {context.text(since)}, {ago} ago."
        told = context.told[key] = Told(None, None, why, "Reconnect when there is a good occasion")
    return ask(history, "reconnect", told, history.person.place, context.channel(history))
