"""Days on which to follow up: the user's own, and the one that a "not now" of theirs asks for (rank 4)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from netsheet.core.calendar import add_calendar_days
from netsheet.core.followups.actions import Action
from netsheet.core.followups.congratulations import congratulate
from netsheet.core.followups.contact_history import History
from netsheet.core.followups.context import Context
from netsheet.core.followups.line_ends import own_day_ends
from netsheet.core.followups.obligations import find_address
from netsheet.core.followups.own_days import PAUSED_UNTIL
from netsheet.core.followups.referrals import contact_accepted
from netsheet.core.followups.reminders import ask_for_news, last_message, silence_since
from netsheet.core.followups.sentence_words import BY_CHANNEL, message_of
from netsheet.core.model import FollowUp, Place
from netsheet.core.text import one_line

_LONGEST_QUOTE: Final = 40
_RULES_PUT_OFF: Final = (find_address, congratulate, contact_accepted)


def follow_up(history: History, context: Context) -> Iterator[Action]:
    """Ask for the follow-up on its day; a day that the user typed is never moved, and comes before a "not now"."""
    planned = next_follow_up(history, context)
    if planned is None:
        return
    due, why, place = planned
    yield Action(
        kind="follow_up",
        due=due,
        late_on=add_calendar_days(due, 1),
        why=why + own_day_ends(due, context),
        next_step=_step(history, context),
        place=place,
        channel=history.channel,
    )


def _put_off(history: History, context: Context) -> Action | None:
    """Return the step of those with words of their own that the user put off, as it was then; None where it was another."""
    plan = history.plan
    if plan is None or plan.snoozed_on is None:
        return None
    before, then = replace(history, plan=None), replace(context, today=plan.snoozed_on)
    return next((action for rule in _RULES_PUT_OFF for action in rule(before, then)), None)


def _step(history: History, context: Context) -> str:
    """Name the step, in the user's own words where there are any; what was put off keeps its words."""
    plan, sent = history.plan, history.last_unanswered
    is_put_off = plan is not None and plan.snoozed_on is not None
    own = _step_put_off(history, context) if is_put_off else one_line(plan.step) if plan is not None else ""
    if own:
        return own[:1].upper() + own[1:]
    if sent is not None and sent.kind == "invitation":  # until it is accepted, nothing can be sent there
        return "Reach them another way, or close"
    return f"Follow up{BY_CHANNEL.get(history.channel, '')}"


def _step_put_off(history: History, context: Context) -> str:
    """Name what was put off; "" for a reminder. Where their message still waits, it is to answer that."""
    if history.owed is not None:
        return f"Answer their {message_of(history.owed)}"
    if (put_off := _put_off(history, context)) is not None:
        return put_off.next_step
    if not history.is_contacted:
        return "Send a first message"
    sent = history.last_unanswered
    return ask_for_news(history) if sent is not None and sent is history.interview else ""


def next_follow_up(history: History, context: Context) -> tuple[dt.date, str, Place] | None:
    """Return the day of the next follow-up, why it is that one, and its cell; None when there is none."""
    plan, not_now = history.plan, history.not_now
    said_on = None if not_now is None else not_now.on or history.last_contact_on
    is_put_off = plan is not None and plan.snoozed_on == said_on and not plan.note
    if not_now is not None and said_on is not None and (plan is None or plan.on <= said_on or is_put_off):
        due = context.calendar.add_days(said_on, context.settings.not_now)
        due = plan.on if plan is not None and is_put_off else due
        when = f" {context.when(not_now)}" if not_now.on else ""
        why = f"They said not now{when}; ask again on {context.text(due)}"
        is_uncounted = not_now.on is None and not_now.asks_back
        asked = f", as the day from which “{not_now.asks_back}” counts is not logged" if is_uncounted else ""
        return due, f"{why}{asked}.", not_now.place
    if plan is None:
        return None
    if plan.said:
        return plan.on, f"They said “{plan.said}”; ask again on {context.text(plan.on)}.", plan.place
    if plan.note == PAUSED_UNTIL:
        return plan.on, f"You paused this until {context.text(plan.on)}.", plan.place
    note = f" ({' '.join(plan.note.split())})" if plan.note.strip() else ""
    if plan.snoozed_on is None:
        note = _counted_from(plan, context) or note
        return plan.on, f"Your own follow-up date is {context.text(plan.on)}{note}.", plan.place
    waits = _what_waits(history, context)
    return plan.on, f"You put this off until {context.text(plan.on)}{note}{waits}.", plan.place


def _counted_from(plan: FollowUp, context: Context) -> str:
    """Say from when a text counts that was typed later than its row's day; "" for any other day."""
    if plan.seen_on is None:
        return ""
    seen = one_line(plan.counted, _LONGEST_QUOTE)
    return f", counted from {context.text(plan.seen_on)}, when netsheet first saw “{seen}”"


def _what_waits(history: History, context: Context) -> str:
    """Say what a day that something was put off to is about: their reply, or the message that nobody answered."""
    if history.owed is not None:
        return f"; they wrote {context.when(history.owed)} and still wait for your answer"
    if (put_off := _put_off(history, context)) is not None:
        return f"; {put_off.why[:1].lower()}{put_off.why[1:].removesuffix('.')}"
    sent = history.last_unanswered
    if sent is None or sent.on is None:
        return ""
    said = silence_since(history, last_message(history, sent, sent.on, context), "")
    return f"; {said[:1].lower()}{said[1:]}"
