"""What silence asks for: nudges by channel, and then a decision (ranks 6 and 9).

Pure functions ``(history, context) -> actions``. Neither closes anyone: only the user does.
"""

from __future__ import annotations

import datetime as dt

from netsheet.core.followups.context import NO_ACTION, Context, Told, ask
from netsheet.core.followups.history import History
from netsheet.core.followups.sentence_words import BY_CHANNEL, days, message_of, working_days
from netsheet.core.model import Action, Touch


def nudge(history: History, context: Context) -> tuple[Action, ...]:
    """Ask for a nudge when the wait of the last touch's channel is over without a reply.

    Counted from the newest touch. A plan of the user's own and a long silence take its place.
    """
    if not history.is_waiting or history.is_planned or history.is_dormant:
        return NO_ACTION
    sent, since, number = history.last_out, history.last_contact_on, history.nudge_count + 1
    if number > context.settings.most_nudges or sent is None or since is None:
        return NO_ACTION
    key = (number, since, sent.channel, sent.kind, sent.on == since)
    told = context.told.get(key)
    if told is None:
        told = context.told[key] = _tell_nudge(sent, since, number, context)
    return ask(history, "nudge", told, sent.place, sent.channel or context.channel(history))


def _tell_nudge(sent: Touch, since: dt.date, number: int, context: Context) -> Told:
    wait = context.wait(sent.channel)
    due = context.calendar.add_working_days(since, wait)
    count = f"nudge {number} of {context.settings.most_nudges}"
    last = _last_message(sent, since, context)
    if due > context.today:
        why = f"No reply to {last} yet; {count} comes up on {context.text(due)}."
    else:
        waited = working_days(context.calendar.working_days_between(since, context.today))
        why = f"No reply {waited} after {last}; {count}."
    late_on = context.calendar.add_working_days(due, wait)
    return Told(due, late_on, why, f"Send {count}{BY_CHANNEL.get(sent.channel, '')}", number)


def _last_message(sent: Touch, since: dt.date, context: Context) -> str:
    what = message_of(sent) if sent.on == since else "last contact"
    return f"your {what} of {context.text(since)}"


def decide(history: History, context: Context) -> tuple[Action, ...]:
    """Ask how to go on when the nudges are used up, or when a message came back."""
    sent, since = history.last_out, history.last_contact_on
    if history.is_planned or history.is_dormant or sent is None or since is None:
        return NO_ACTION
    if history.bounce is not None:
        told = _tell_bounce(sent, history.bounce.on or since, context)
        return ask(history, "decide", told, history.bounce.place, context.channel(history))
    if not history.is_waiting or history.nudge_count < context.settings.most_nudges:
        return NO_ACTION
    told = _tell_decision(history.nudge_count, sent, since, context)
    return ask(history, "decide", told, sent.place, context.channel(history))


def _tell_decision(nudge_count: int, sent: Touch, since: dt.date, context: Context) -> Told:
    due = context.calendar.add_days(since, context.settings.decide_after)
    last = _last_message(sent, since, context)
    if nudge_count and sent.on == since:
        last = f"nudge {nudge_count} on {context.text(since)}"
    if due > context.today:
        why = f"No reply to {last} yet; a decision comes up on {context.text(due)}."
    else:
        waited = days((context.today - since).days)
        why = f"No reply {waited} after {last}; close, park or try another way?"
    return Told(due, None, why, "Decide: close, park or try another way")


def _tell_bounce(sent: Touch, came_back_on: dt.date, context: Context) -> Told:
    due = context.calendar.add_working_days(came_back_on, context.settings.reply_within)
    why = f"Your {message_of(sent)} of {context.text(sent.on or came_back_on)} came back."
    return Told(due, None, why, "Find another address or way")
