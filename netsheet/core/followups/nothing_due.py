"""What a row shows when nothing is due: closed, unreadable, paused, scheduled, waiting, in touch, not contacted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Final

from netsheet.core.calendar import add_calendar_days
from netsheet.core.followups.actions import ACTIONS, Action
from netsheet.core.followups.contact_history import History
from netsheet.core.followups.context import Context
from netsheet.core.followups.follow_up_dates import next_follow_up
from netsheet.core.followups.referrals import on_the_list
from netsheet.core.followups.reminders import last_message, silence_since
from netsheet.core.followups.sentence_words import within
from netsheet.core.followups.standing import Standing
from netsheet.core.model import ClosedBy, Finding
from netsheet.core.tones import Tone
from netsheet.core.touch_facts import facts_of

WHY_CLOSED: Final[Mapping[ClosedBy | None, str]] = {
    None: "Closed by your own entry.",
    "no": "They said no.",
    "no contact": "They want no more messages.",
    "left": "They no longer work there. If you have another address, type reopen.",
}
"""Why somebody is closed, by what closed them that the user did not."""
_SOON_DAYS: Final = 7


def closed(history: History, actions: tuple[Action, ...] = ()) -> Standing:
    """Say that the user's own words close a person. It gives no day, because the row's day is that of a message.

    Promises that are still open are named: closing somebody keeps none.
    """
    person = history.person
    why = WHY_CLOSED[person.closed_by] if person.state == "closed" else "Do not contact, by your own entry."
    if promises := open_promises(actions):
        why += f" {promises}"
    return Standing(history=history, actions=actions, status="Closed", why=why, tone="done")


def open_promises(actions: Iterable[Action]) -> str:
    """Name the promises among what goes on with somebody in a sentence; "" when there are none."""
    promises = [within(action.next_step) for action in actions if action.kind == "promise"]
    return f"Still open: {'; '.join(promises)}." if promises else ""


def unreadable(history: History, finding: Finding) -> Standing:
    """Say which cell keeps a person from being judged."""
    address = finding.place.address if finding.place is not None else ""
    return Standing(
        history=history,
        status="Fix cell",
        next_step=f"Fix cell {address}".strip() if address else finding.hint,
        why=finding.message if not address or address in finding.message else f"{address}: {finding.message}",
        tone="fix",
    )


def nothing_due(history: History, actions: tuple[Action, ...], context: Context) -> Standing:
    """Find the first word that fits a person for whom nothing is due yet; of ``actions`` the next one comes up."""
    coming = min(actions, key=lambda action: (action.due or dt.date.max, action.rank), default=None)
    due = None if coming is None else coming.due
    show = partial(Standing, history=history, actions=actions)
    if history.is_paused:
        until = history.person.paused_until
        why = f"Paused by your own entry{'' if until is None else f' until {context.text(until)}'}."
        return show(status="Paused", due=due or until, why=why, tone="calm")
    if (scheduled := _scheduled(history, context, show, due)) is not None:
        return scheduled
    if history.is_waiting and history.conversation is None:
        why = _waiting(history, coming, context)
        return show(
            status="Waiting",
            next_step="Wait for a reply" if history.interview is None else "Wait for news",
            due=due,
            why=why,
            tone="calm",
        )
    if history.is_contacted:
        return show(status="In touch", due=due, why=_in_touch(history, coming, context), tone="calm")
    why = _not_contacted(history, coming, context)
    return show(status="To contact", next_step="Send a first message", due=due, why=why, tone="calm")


def _scheduled(
    history: History, context: Context, show: Callable[..., Standing], due: dt.date | None
) -> Standing | None:
    """Say what lies ahead: a day to follow up, or a meeting, whichever comes first; None when nothing does."""
    planned, meeting_on = next_follow_up(history, context), history.meeting_on
    if planned is not None and (meeting_on is None or planned[0] < meeting_on):
        on, why, _ = planned
        return show(status="Scheduled", next_step="Follow up then", due=on, why=why, tone=_tone(on, context))
    if meeting_on is not None:
        why, tone = f"Meeting on {context.text(meeting_on)}.", _tone(meeting_on, context)
        return show(status="Scheduled", next_step="Prepare the meeting", due=meeting_on, why=why, tone=tone)
    if history.person.agreed_meeting is not None:
        why = "A meeting is agreed, but its day is not logged: type it into the row."
        return show(
            status="Scheduled", next_step="Type the day of the meeting", due=due, why=why, tone="calm"
        )
    return None


def _tone(due: dt.date, context: Context) -> Tone:
    return "soon" if due <= add_calendar_days(context.today, _SOON_DAYS) else "calm"


def _waiting(history: History, coming: Action | None, context: Context) -> str:
    if coming is not None and coming.kind in {"nudge", "decide"}:
        return coming.why
    sent = history.last_unanswered
    if sent is None or sent.on is None:
        return "Nothing came back yet." if history.has_answered else "No reply yet."
    said = silence_since(history, last_message(history, sent, sent.on, context), "")
    comes_up = _coming(coming, context)
    return f"{said}; {comes_up}." if comes_up else f"{said}."


def _in_touch(history: History, coming: Action | None, context: Context) -> str:
    last = history.last_contact_on
    if last is not None:
        known = context.last_contact(history)
    elif history.answered is not None:
        known = "They replied, the day is not logged"
    else:
        known = "You were in contact, the day is not logged"
    comes_up = _coming(coming, context) or "no next step is planned"
    if last is None or not has_undated_reply(history):
        return f"{known}; {comes_up}."
    is_fresh = (context.today - last).days <= context.settings.life_reply
    offer = " If you owe an answer, type that day." if is_fresh else ""
    return f"{known}; they replied, the day is not logged.{offer} {comes_up[:1].upper()}{comes_up[1:]}."


def has_undated_reply(history: History) -> bool:
    """Whether all that is known of their answer to the user's last message is that there was one."""
    last, answered = history.last_out, history.answered
    return (
        answered is not None
        and facts_of(answered).role == "answer"
        and last is not None
        and last.on == history.last_contact_on
    )


def _not_contacted(history: History, coming: Action | None, context: Context) -> str:
    if coming is not None and coming.kind == "contact":
        return coming.why
    if comes_up := _coming(coming, context):
        return f"Not contacted yet; {comes_up}."
    return f"{on_the_list(history.person, context)}; not contacted yet."


def _coming(coming: Action | None, context: Context) -> str:
    """Say what comes up, and when; "" when nothing does."""
    if coming is None or coming.due is None:
        return ""
    what = f"“{coming.occasion}”" if coming.occasion else ACTIONS[coming.kind].comes_up
    due = context.text(coming.due)
    if coming.is_put_off:
        return f"{what} waits until {due}, when your break is over"
    return f"{what} comes up on {due}"
