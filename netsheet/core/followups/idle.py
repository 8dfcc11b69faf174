"""The rows for which nothing is due: closed, unreadable, paused, scheduled, waiting, in touch, not contacted.

One responsibility: the first word that fits, and the day on which something next comes up.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from netsheet.core.calendar import add_calendar_days
from netsheet.core.followups.actions import ACTIONS
from netsheet.core.followups.context import Context
from netsheet.core.followups.history import History
from netsheet.core.followups.own_words import is_paused
from netsheet.core.followups.planned import own_date
from netsheet.core.followups.sentence_words import days, message_of
from netsheet.core.model import Action, Finding, Person, Tone

Row = tuple[str, str, dt.date | None, str, Tone]
"""Status, next step, due, why, tone: what the row shows."""

_AFTER_SILENCE: Final = frozenset({"nudge", "decide"})
_SOON_DAYS: Final = 7


def tell_closed(person: Person, context: Context) -> Row:
    """Tell that the user's own words close a person."""
    if person.standpoint == "closed":
        on = f" on {context.text(person.closed_on)}" if person.closed_on is not None else ""
        why = f"Closed by your own entry{on}."
    else:
        why = "Do not contact, by your own entry."
    return "Closed", "", None, why, "done"


def tell_unreadable(finding: Finding) -> Row:
    """Tell which cell keeps a person from being judged."""
    address = finding.place.address if finding.place is not None else ""
    why = finding.message if not address or address in finding.message else f"{address}: {finding.message}"
    return "Fix cell", f"Fix cell {address}".strip() if address else finding.hint, None, why, "fix"


def tell_nothing_due(history: History, coming: Action | None, context: Context) -> Row:
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


def _paused(person: Person, due: dt.date | None, context: Context) -> Row:
    until = person.paused_until
    if until is None:
        return "Paused", "", due, "Paused by your own entry.", "calm"
    return "Paused", "", due or until, f"Paused by your own entry until {context.text(until)}.", "calm"


def _scheduled(history: History, context: Context) -> Row:
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
    return f"{known}; {ACTIONS[coming.kind].comes_up} comes up on {context.text(coming.due)}."


def _not_contacted(person: Person, coming: Action | None, context: Context) -> str:
    if coming is not None and coming.kind == "contact":
        return coming.why
    if coming is not None and coming.due is not None:
        return f"Not contacted yet; {ACTIONS[coming.kind].comes_up} comes up on {context.text(coming.due)}."
    on = person.recorded_on
    if on is None or on > context.today:
        return "Collected; not contacted yet."
    ago = (context.today - on).days
    age = f", {days(ago)} ago" if ago else ""
    return f"Collected on {context.text(on)}{age}; not contacted yet."
