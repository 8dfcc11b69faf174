"""Where each person stands today: the rules put together, one row's words and colour for each.

One responsibility: to choose among the actions. What is due, and when, the rules say.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final, Literal

from netsheet.core.calendar import WorkingCalendar, add_calendar_days
from netsheet.core.followups.context import NO_ACTION, Context, Rule, find_referrals
from netsheet.core.followups.history import History, compute_history
from netsheet.core.followups.owed import answer, keep_promise, say_thanks
from netsheet.core.followups.planned import contact_referred, follow_up, own_date, thank_referrer
from netsheet.core.followups.rhythm import check_in, lead_days, reconnect, wish_well
from netsheet.core.followups.silence import decide, nudge
from netsheet.core.followups.wording import days, message_of
from netsheet.core.model import Action, Finding, Person, Settings, Standing
from netsheet.core.quick_records import twin_of

Tone = Literal["due", "late", "soon", "calm", "done", "fix"]

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

STATUS: Final = {
    "promise": "Promise due",
    "thank": "Thank-you due",
    "reply": "Reply owed",
    "follow_up": "Follow-up due",
    "contact": "To contact",
    "thank_referrer": "Thank-you due",
    "nudge": "Nudge due",
    "wish": "Date coming",
    "check_in": "Check-in due",
    "decide": "Decide",
    "reconnect": "Dormant",
}
"""The word on the row for each action that is due."""

_COMES_UP: Final = {
    "promise": "your promise",
    "thank": "a thank-you",
    "reply": "your answer",
    "follow_up": "your own follow-up date",
    "contact": "a first message",
    "thank_referrer": "a thank-you for a referral",
    "nudge": "a nudge",
    "wish": "the birthday",
    "check_in": "a check-in",
    "decide": "a decision",
}
_AFTER_SILENCE: Final = frozenset({"nudge", "decide"})
_SOON_DAYS: Final = 7

_StandingTwin = twin_of(Standing)

_Row = tuple[str, str, dt.date | None, str, Tone]
"""Status, next step, due, why, tone: what the row shows."""


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


def is_closed(person: Person) -> bool:
    """Whether the user's own words close the person: nothing is asked for them any more."""
    return person.standpoint == "closed" or person.do_not_contact


def is_paused(person: Person, *, today: dt.date) -> bool:
    """Whether the user parked the person, for now or until a day that has not come."""
    if person.paused_until is not None:
        return person.paused_until > today
    return person.standpoint == "paused"


def _standing(person: Person, context: Context) -> Standing:
    history = compute_history(person, today=context.today, dormant_since=context.dormant_since)
    if person.standpoint == "closed" or person.do_not_contact:
        return _stand(history, _closed(person, context), NO_ACTION)
    if person.unreadable is not None:
        return _stand(history, _unreadable(person.unreadable), NO_ACTION)
    rules = (
        RULES if person.standpoint == "open" and person.paused_until is None else _rules_for(person, context)
    )
    actions = NO_ACTION
    for rule in rules:
        if found := rule(history, context):
            actions += found
    if not actions:
        return _stand(history, _nothing_due(history, None, context), NO_ACTION)
    if len(actions) > 1:
        actions = _live_first(actions, person, context)
    first = actions[0]
    if _is_live(first, person, context):
        row = (STATUS[first.kind], first.next_step, first.due, first.why, _tone(first, context.today))
        return _stand(history, row, actions)
    return _stand(history, _nothing_due(history, _next(actions), context), actions)


def _rules_for(person: Person, context: Context) -> tuple[Rule, ...]:
    return RULES_WHILE_PAUSED if is_paused(person, today=context.today) else RULES


def _stand(history: History, row: _Row, actions: tuple[Action, ...]) -> Standing:
    status, next_step, due, why, tone = row
    standing = _StandingTwin(
        person=history.person.key,
        status=status,
        next_step=next_step,
        due=due,
        why=why,
        tone=tone,
        last_contact_on=history.last_contact_on,
        touch_count=history.touch_count,
        actions=actions,
    )
    standing.__class__ = Standing
    return standing


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


def _closed(person: Person, context: Context) -> _Row:
    if person.standpoint == "closed":
        on = f" on {context.text(person.closed_on)}" if person.closed_on is not None else ""
        why = f"Closed by your own entry{on}."
    else:
        why = "Do not contact, by your own entry."
    return "Closed", "", None, why, "done"


def _unreadable(finding: Finding) -> _Row:
    address = finding.place.address if finding.place is not None else ""
    why = finding.message if not address or address in finding.message else f"{address}: {finding.message}"
    return "Fix cell", f"Fix cell {address}".strip() if address else finding.hint, None, why, "fix"


def _next(actions: tuple[Action, ...]) -> Action:
    """Return what comes up first of actions that are all still to come."""
    return min(actions, key=lambda action: (action.due or dt.date.max, action.rank))


def _nothing_due(history: History, coming: Action | None, context: Context) -> _Row:
    """Find the first word that fits a person for whom nothing is due, and the day on which something is."""
    person = history.person
    due = coming.due if coming is not None else None
    if is_paused(person, today=context.today):
        return _paused(person, due, context)
    if history.is_planned:
        return _scheduled(history, context)
    if history.is_waiting:
        why = (
            coming.why if coming is not None and coming.kind in _AFTER_SILENCE else _waiting(history, context)
        )
        return "Waiting", "Wait for a reply", due, why, "calm"
    if history.is_contacted:
        return "In touch", "", due, _in_touch(history, coming, context), "calm"
    return "To contact", "Send a first message", due, _not_contacted(person, coming, context), "calm"


def _paused(person: Person, due: dt.date | None, context: Context) -> _Row:
    until = person.paused_until
    if until is None:
        return "Paused", "", due, "Paused by your own entry.", "calm"
    return "Paused", "", due or until, f"Paused by your own entry until {context.text(until)}.", "calm"


def _scheduled(history: History, context: Context) -> _Row:
    meetings = [day for day in history.person.meetings_ahead if day > context.today]
    plan = history.plan
    if meetings and (plan is None or min(meetings) <= plan.on):
        due, why, step = min(meetings), f"Meeting on {context.text(min(meetings))}.", "Prepare the meeting"
    elif plan is not None:
        due = context.calendar.next_working_day(plan.on)
        why, step = own_date(plan, context), "Follow up then"
    tone: Tone = "soon" if due <= add_calendar_days(context.today, _SOON_DAYS) else "calm"
    return "Scheduled", step, due, why, tone


def _waiting(history: History, context: Context) -> str:
    sent = history.last_out
    if sent is None or sent.on is None:
        return "No reply yet."
    return f"No reply to your {message_of(sent)} of {context.text(sent.on)} yet."


def _in_touch(history: History, coming: Action | None, context: Context) -> str:
    last = history.last_contact_on
    answered = history.answered is not None
    if last is None:
        known = (
            "They replied, the day is not logged"
            if answered
            else "You were in contact, the day is not logged"
        )
    else:
        known = f"Last contact on {context.text(last)}"
    if coming is None or coming.due is None:
        return f"{known}; nothing is due."
    return f"{known}; {_COMES_UP[coming.kind]} comes up on {context.text(coming.due)}."


def _not_contacted(person: Person, coming: Action | None, context: Context) -> str:
    if coming is not None and coming.kind == "contact":
        return coming.why
    if coming is not None and coming.due is not None:
        return f"Not contacted yet; {_COMES_UP[coming.kind]} comes up on {context.text(coming.due)}."
    on = person.recorded_on
    if on is None or on > context.today:
        return "Collected; not contacted yet."
    ago = (context.today - on).days
    age = f", {days(ago)} ago" if ago else ""
    return f"Collected on {context.text(on)}{age}; not contacted yet."
