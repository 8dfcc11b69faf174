"""What time itself brings: check-ins by closeness, and ties that fell silent (ranks 8 and 10)."""

from __future__ import annotations

from collections.abc import Iterator

from netsheet.core.calendar import add_calendar_days
from netsheet.core.followups.actions import Action
from netsheet.core.followups.contact_history import History
from netsheet.core.followups.context import Context
from netsheet.core.followups.obligations import answer, say_thanks, thank_for_no
from netsheet.core.followups.referrals import contact_accepted
from netsheet.core.followups.reminders import nudge
from netsheet.core.followups.sentence_words import days, names_event
from netsheet.core.model import Person, Settings


def check_in(history: History, context: Context) -> Iterator[Action]:
    """Ask for a sign of life: a check-in that is still to come, or due and one of the week's few."""
    action = context.offers.check_ins.get(history.person.key)
    if action is not None:
        yield action


def find_check_in(history: History, context: Context) -> Action | None:
    """Return the check-in at the person's own rhythm, else at the one of the relationship, suggested yet or not.

    Counted from the last touch in either direction, of a reaction from half of the way to it; late at one and a half times the interval. Without a rhythm and a
    relationship there is one only after an exchange, as of a weak tie. What is owed or planned, a reminder still to come, and a long silence take its place.
    """
    person, since = history.person, history.clock_on
    interval = person.every_days
    if interval is None:
        interval = _usual_days(history, context.settings)
    if (
        not interval  # none, or "never"
        or since is None
        or not _has_check_ins(history)
        or _is_superseded(history, context)
    ):
        return None
    due = context.calendar.add_days(since, interval)
    who = f"a {person.relationship} contact" if person.relationship else "somebody you know a little"
    who = f"your {person.role}" if person.role else who
    reason = f"with {who}, get in touch every {days(interval)}"
    if person.every_days:
        reason = f"you want to be in touch every {days(interval)}"
    half = "" if since == history.last_contact_on else ", a reaction that counts half"
    return Action(
        kind="check_in",
        due=due,
        late_on=max(add_calendar_days(since, -(-interval * 3 // 2)), add_calendar_days(due, 1)),
        why=f"{context.last_contact(history)}{half}; {reason}.",
        next_step="Check in with a short message",
        place=person.place,
        channel=history.channel,
        every_days=interval,
    )


def _usual_days(history: History, settings: Settings) -> int | None:
    """Return the interval of the relationship; somebody who answered or met the user is at least a weak tie.

    Not who did so about an application: that makes no tie, unless the user says so. And not while their message waits for an answer, or the user's for a decision.
    """
    usual = relationship_days(history.person, settings)
    is_settled = history.owed is None and (
        not history.is_waiting or history.is_answer or len(history.person.kept_open) > 1
    )
    is_tie = history.has_exchange and not history.is_about_job and not names_event(history.person)
    return settings.check_in_weak if usual is None and is_settled and is_tie else usual


def _has_check_ins(history: History) -> bool:
    """Whether the user's own words allow check-ins: with a close or warm tie, or a rhythm, they go on after closing."""
    person = history.person
    if person.do_not_contact or history.is_paused:
        return False
    if person.is_closed:
        return bool(person.every_days) or person.relationship in {"close", "warm"}
    return person.unreadable is None


def _is_superseded(history: History, context: Context) -> bool:
    """Whether something the user planned or owes, a reminder, or the long silence takes the place of a check-in."""
    if history.is_planned_after(history.last_contact_on):
        return True
    rules = (thank_for_no,) if history.person.is_closed else (say_thanks, answer, contact_accepted, nudge)
    if any(action for rule in rules for action in rule(history, context)):
        return True
    return history.is_dormant and history.person.every_days is None


def relationship_days(person: Person, settings: Settings) -> int | None:
    """Return the check-in interval in calendar days of a role, else of a relationship; None when neither is known."""
    if person.role is not None:
        return settings.check_in_mentor if person.role == "mentor" else settings.check_in_buddy
    match person.relationship:
        case "close":
            return settings.check_in_close
        case "warm":
            return settings.check_in_warm
        case "weak":
            return settings.check_in_weak
    return None


def reconnect(history: History, context: Context) -> Iterator[Action]:
    """Name somebody who once answered or met the user and has been silent for long; never due by itself."""
    since = history.last_contact_on
    if not history.is_dormant or since is None or history.is_planned_after(since):
        return
    yield Action(
        kind="reconnect",
        due=None,
        why=f"{context.last_contact(history)}, {context.since(history.last_on(since), days((context.today - since).days))} ago.",
        next_step="Reconnect when there is a good occasion",
        place=history.person.place,
        channel=history.channel,
    )
