"""All rules in the order of their ranks, and what they say of each person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from netsheet.core.calendar import WorkingCalendar, add_calendar_days
from netsheet.core.followups.actions import ACTIONS, Action
from netsheet.core.followups.birthdays import lead_days, wish_well
from netsheet.core.followups.check_ins import check_in, reconnect
from netsheet.core.followups.contact_history import History, compute_history
from netsheet.core.followups.context import Context
from netsheet.core.followups.follow_up_dates import follow_up
from netsheet.core.followups.nothing_due import closed, nothing_due, unreadable
from netsheet.core.followups.obligations import answer, keep_promise, say_thanks
from netsheet.core.followups.referrals import contact_referred, find_referrals, thank_referrer
from netsheet.core.followups.reminders import decide, nudge
from netsheet.core.followups.standing import Standing
from netsheet.core.model import Person, Settings, Tone

Rule = Callable[[History, Context], Iterator[Action]]
"""A rule: what it asks for with one person, due or coming."""

RULES: Final[tuple[Rule, ...]] = (
    keep_promise,
    say_thanks,
    answer,
    follow_up,
    contact_referred,
    thank_referrer,
    nudge,
    wish_well,
    check_in,
    decide,
    reconnect,
)
"""All rules, the highest ranked first."""

RULES_WHILE_PAUSED: Final[tuple[Rule, ...]] = (keep_promise, say_thanks, answer, follow_up)
"""What goes on while a person is parked: what the user owes, and the user's own date."""


def compute_standings(
    people: Sequence[Person], *, today: dt.date, settings: Settings, calendar: WorkingCalendar
) -> tuple[Standing, ...]:
    """Judge everyone: one standing per person, in the order given."""
    context = Context(
        today=today, settings=settings, calendar=calendar, referrals=find_referrals(people, today=today)
    )
    return tuple(_judge(person, context) for person in people)


def _judge(person: Person, context: Context) -> Standing:
    history = compute_history(person, today=context.today, dormant_since=context.dormant_since)
    if person.is_closed:
        return closed(history, context)
    if person.unreadable is not None:
        return unreadable(history, person.unreadable)
    rules = RULES_WHILE_PAUSED if person.is_paused(context.today) else RULES
    actions = [action for rule in rules for action in rule(history, context)]
    actions.sort(key=lambda action: not _is_shown(action, person, context))  # else the rules' order stays
    if not actions or not _is_shown(actions[0], person, context):
        return nothing_due(history, tuple(actions), context)
    first = actions[0]
    return Standing(
        history=history,
        actions=tuple(actions),
        status=ACTIONS[first.kind].status,
        next_step=first.next_step,
        due=first.due,
        why=first.why,
        tone=_tone(first, context.today),
    )


def _is_shown(action: Action, person: Person, context: Context) -> bool:
    """Whether the row may show the action: it is due, a date within its lead time, or a dormant tie."""
    if action.due is None:
        return True
    ahead = lead_days(person, context.settings) if action.kind == "wish" else 0
    return action.due <= add_calendar_days(context.today, ahead)


def _tone(action: Action, today: dt.date) -> Tone:
    if action.is_late(today):
        return "late"
    if action.kind == "reconnect":
        return "calm"
    return "due" if action.is_due(today) else "soon"
