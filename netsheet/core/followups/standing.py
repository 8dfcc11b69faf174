"""Where each person stands today: the rules put together, one row's words and colour for each.

One responsibility: to choose among the actions. What is due, and when, the rules say.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

from netsheet.core.calendar import WorkingCalendar, add_calendar_days
from netsheet.core.followups.actions import ACTIONS
from netsheet.core.followups.context import NO_ACTION, Context, Rule, find_referrals
from netsheet.core.followups.history import History, compute_history
from netsheet.core.followups.idle import Row, tell_closed, tell_nothing_due, tell_unreadable
from netsheet.core.followups.owed import answer, keep_promise, say_thanks
from netsheet.core.followups.own_words import is_closed, is_paused
from netsheet.core.followups.planned import contact_referred, follow_up, thank_referrer
from netsheet.core.followups.rhythm import check_in, lead_days, reconnect, wish_well
from netsheet.core.followups.silence import decide, nudge
from netsheet.core.model import Action, Person, Settings, Standing, Tone

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

_RULES_ON_MORE: Final = frozenset({keep_promise, follow_up, contact_referred, thank_referrer, wish_well})

RULES_ON_TOUCHES: Final[tuple[Rule, ...]] = tuple(rule for rule in RULES if rule not in _RULES_ON_MORE)
"""What can be asked for where nothing but touches is known of a person."""


def compute_standings(
    people: Sequence[Person], *, today: dt.date, settings: Settings, calendar: WorkingCalendar
) -> tuple[Standing, ...]:
    """Judge everyone: one standing per person, in the order given."""
    context = Context(today=today, settings=settings, calendar=calendar)
    context.referrals = find_referrals(people, context)
    return tuple([_standing(person, context) for person in people])


def is_due(action: Action, *, today: dt.date) -> bool:
    """Whether an action is due: its day has come, or it has none (a dormant tie is never due by itself)."""
    if action.due is None:
        return action.kind != "reconnect"
    return action.due <= today


def _standing(person: Person, context: Context) -> Standing:
    history = compute_history(person, today=context.today, dormant_since=context.dormant_since)
    if is_closed(person):
        return _stand(history, tell_closed(person, context), NO_ACTION)
    if person.unreadable is not None:
        return _stand(history, tell_unreadable(person.unreadable), NO_ACTION)
    actions = NO_ACTION
    for rule in _rules_for(history, context):
        if found := rule(history, context):
            actions += found
    if not actions:
        return _stand(history, tell_nothing_due(history, None, context), NO_ACTION)
    if len(actions) > 1:
        actions = _live_first(actions, person, context)
    first = actions[0]
    if _is_live(first, person, context):
        row = (ACTIONS[first.kind].status, first.next_step, first.due, first.why, _tone(first, context.today))
        return _stand(history, row, actions)
    return _stand(history, tell_nothing_due(history, _next(actions), context), actions)


def _rules_for(history: History, context: Context) -> tuple[Rule, ...]:
    """Leave out the rules that cannot ask for anything, which most people are spared by most rules."""
    person = history.person
    if is_paused(person, today=context.today):
        return RULES_WHILE_PAUSED
    if (
        person.promises
        or person.birthday
        or person.referred_by
        or history.plan
        or person.key in context.referrals
    ):
        return RULES
    return RULES_ON_TOUCHES


def _stand(history: History, row: Row, actions: tuple[Action, ...]) -> Standing:
    return Standing(history.person.key, *row, history.last_contact_on, history.touch_count, actions)


def _live_first(actions: tuple[Action, ...], person: Person, context: Context) -> tuple[Action, ...]:
    """Put those that the row may show first; within both parts the rules' order, by rank, stays."""
    live = [action for action in actions if _is_live(action, person, context)]
    if not live or len(live) == len(actions):
        return actions
    return (*live, *(action for action in actions if action not in live))


def _is_live(action: Action, person: Person, context: Context) -> bool:
    """Whether the row may show the action: it is due, a date within its lead time, or a dormant tie."""
    due = action.due
    if due is None or due <= context.today:
        return True
    if action.kind != "wish":
        return False
    return due <= add_calendar_days(context.today, lead_days(person, context.settings))


def _tone(action: Action, today: dt.date) -> Tone:
    if action.late_on is not None and action.late_on <= today:
        return "late"
    if action.kind == "reconnect":
        return "calm"
    return "soon" if action.due is not None and action.due > today else "due"


def _next(actions: tuple[Action, ...]) -> Action:
    """Return what comes up first of actions that are all still to come."""
    return min(actions, key=lambda action: (action.due or dt.date.max, action.rank))
