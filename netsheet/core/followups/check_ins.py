"""What time itself brings: check-ins by closeness, and ties that fell silent (ranks 8 and 10)."""

from __future__ import annotations

from collections.abc import Iterator

from netsheet.core.calendar import add_calendar_days
from netsheet.core.followups.actions import Action
from netsheet.core.followups.contact_history import History
from netsheet.core.followups.context import Context
from netsheet.core.followups.sentence_words import days
from netsheet.core.model import Person, Settings


def check_in(history: History, context: Context) -> Iterator[Action]:
    """Ask for a sign of life at the person's own rhythm, else at the one of the relationship.

    Counted from the last touch in either direction; late at one and a half times the interval. Without a rhythm and a
    relationship there is none. What is owed or planned, a nudge still to come, and a dormant tie take its place.
    """
    person, since = history.person, history.last_contact_on
    interval = person.every_days or relationship_days(person, context.settings)
    if interval is None or since is None or _is_superseded(history, context.settings):
        return
    due = context.calendar.add_days(since, interval)
    reason = f"a {person.relationship} tie hears from you every {days(interval)}"
    if person.every_days:
        reason = f"your own rhythm is every {days(interval)}"
    yield Action(
        kind="check_in",
        due=due,
        late_on=max(add_calendar_days(since, -(-interval * 3 // 2)), add_calendar_days(due, 1)),
        why=f"Last contact on {context.text(since)}; {reason}.",
        next_step="Check in with a short message",
        place=person.place,
        channel=history.channel,
    )


def _is_superseded(history: History, settings: Settings) -> bool:
    """Whether another action, or the long silence, takes the place of a check-in."""
    if history.is_planned or history.owed is not None or history.conversation is not None:
        return True
    if history.is_dormant:
        return history.person.every_days is None
    return history.is_waiting and history.nudge_count < settings.most_nudges


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


def reconnect(history: History, context: Context) -> Iterator[Action]:
    """Mark a tie that has been silent for long; never due by itself."""
    since = history.last_contact_on
    if not history.is_dormant or since is None or history.is_planned or history.owed is not None:
        return
    yield Action(
        kind="reconnect",
        due=None,
        why=f"Last contact on {context.text(since)}, {days((context.today - since).days)} ago.",
        next_step="Reconnect when there is a good occasion",
        place=history.person.place,
        channel=history.channel,
    )
