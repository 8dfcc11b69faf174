"""What silence asks for: nudges by channel, and then a decision (ranks 6 and 9).

Pure functions ``(history, context) -> actions``. Neither closes anyone: only the user does.
"""

from __future__ import annotations

import datetime as dt

from netsheet.core.followups.context import NO_ACTION, RANKS, Context
from netsheet.core.followups.history import History
from netsheet.core.followups.wording import BY_CHANNEL, days, message_of, working_days
from netsheet.core.model import Action, Touch


def nudge(history: History, context: Context) -> tuple[Action, ...]:
    """Ask for a nudge when the wait of the last touch's channel is over without a reply.

    Counted from the newest touch. A plan of the user's own and a long silence take its place.
    """
    most = context.settings.most_nudges
    sent, since = history.last_out, history.last_contact_on
    if not history.is_waiting or history.is_planned or history.is_dormant or history.nudge_count >= most:
        return NO_ACTION
    if sent is None or since is None:
        return NO_ACTION
    wait = context.wait(sent.channel)
    due = context.calendar.add_working_days(since, wait)
    count = f"nudge {history.nudge_count + 1} of {most}"
    if due > context.today:
        why = f"No reply to your {_sent(sent, since, context)} yet; {count} comes up on {context.text(due)}."
    else:
        waited = working_days(context.calendar.working_days_between(since, context.today))
        why = f"No reply {waited} after your {_sent(sent, since, context)}; {count}."
    return (
        Action(
            person=history.person.key,
            kind="nudge",
            due=due,
            rank=RANKS["nudge"],
            why=why,
            next_step=f"Send {count}{BY_CHANNEL.get(sent.channel, '')}",
            place=sent.place,
            late_on=context.calendar.add_working_days(due, wait),
            channel=sent.channel,
            nudge=history.nudge_count + 1,
        ),
    )


def _sent(sent: Touch, since: dt.date, context: Context) -> str:
    what = message_of(sent) if sent.on == since else "last contact"
    return f"{what} of {context.text(since)}"


def decide(history: History, context: Context) -> tuple[Action, ...]:
    """Ask how to go on when the nudges are used up, or when a message came back."""
    if history.bounce is not None:
        return _decide_after_bounce(history.bounce, history, context)
    since, sent = history.last_contact_on, history.last_out
    is_used_up = history.is_waiting and history.nudge_count >= context.settings.most_nudges
    if not is_used_up or history.is_planned or history.is_dormant or sent is None or since is None:
        return NO_ACTION
    due = context.calendar.add_days(since, context.settings.decide_after)
    last = f"your {_sent(sent, since, context)}"
    if history.nudge_count:
        last = f"nudge {history.nudge_count} on {context.text(since)}"
    if due > context.today:
        why = f"No reply to {last} yet; a decision comes up on {context.text(due)}."
    else:
        waited = days((context.today - since).days)
        why = f"No reply {waited} after {last}; close, park or try another way?"
    return _decision(
        history,
        context,
        due=due,
        why=why,
        next_step="Decide: close, park or try another way",
    )


def _decide_after_bounce(bounce: Touch, history: History, context: Context) -> tuple[Action, ...]:
    sent = history.last_out
    if sent is None or sent.on is None or history.is_planned or history.is_dormant:
        return NO_ACTION
    return _decision(
        history,
        context,
        due=context.calendar.add_working_days(bounce.on or sent.on, context.settings.reply_within),
        why=f"Your {message_of(sent)} of {context.text(sent.on)} came back; is there another address or way?",
        next_step="Find another address or way",
    )


def _decision(
    history: History, context: Context, *, due: dt.date, why: str, next_step: str
) -> tuple[Action, ...]:
    return (
        Action(
            person=history.person.key,
            kind="decide",
            due=due,
            rank=RANKS["decide"],
            why=why,
            next_step=next_step,
            place=(history.bounce or history.last_out or history.person).place,
            channel=context.channel(history),
        ),
    )
