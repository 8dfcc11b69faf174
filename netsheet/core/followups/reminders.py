"""What silence asks for: reminders by channel (action "nudge"), and then a decision (ranks 6 and 9). Only the user closes a person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from netsheet.core.followups.actions import Action
from netsheet.core.followups.contact_history import History
from netsheet.core.followups.context import Context
from netsheet.core.followups.sentence_words import BY_CHANNEL, days, message_of, working_days
from netsheet.core.model import Touch


def nudge(history: History, context: Context) -> Iterator[Action]:
    """Ask for a nudge when the wait of the last message's channel is over without a reply.

    Counted from the newest touch. The user's own plan and a long silence take its place.
    """
    sent, since, number = history.last_unanswered, history.last_contact_on, history.nudge_count + 1
    if sent is None or since is None or history.is_planned or history.is_dormant:
        return
    if number > context.settings.most_nudges:
        return
    wait = context.wait(sent.channel)
    due = context.calendar.add_working_days(since, wait)
    count = f"reminder {number} of {context.settings.most_nudges}"
    last = _last_message(sent, since, context)
    if due > context.today:
        why = f"No reply to {last} yet; {count} comes up on {context.text(due)}."
    else:
        waited = working_days(context.calendar.working_days_between(since, context.today))
        why = f"No reply {waited} after {last}; {count}."
    yield Action(
        kind="nudge",
        due=due,
        late_on=context.calendar.add_working_days(due, wait),
        why=why,
        next_step=f"Send {count}{BY_CHANNEL.get(sent.channel, '')}",
        place=sent.place,
        channel=sent.channel or history.channel,
        nudge=number,
    )


def _last_message(sent: Touch, since: dt.date, context: Context) -> str:
    what = message_of(sent) if sent.on == since else "last contact"
    return f"your {what} of {context.text(since)}"


def decide(history: History, context: Context) -> Iterator[Action]:
    """Ask how to go on when the nudges are used up, or when a message came back."""
    if history.is_planned or history.is_dormant:
        return
    if history.bounce is not None:
        yield from _decide_after_bounce(history, history.bounce, context)
    elif history.is_waiting and history.nudge_count >= context.settings.most_nudges:
        yield from _decide_after_silence(history, context)


def _decide_after_bounce(history: History, bounce: Touch, context: Context) -> Iterator[Action]:
    sent, since = history.last_out, history.last_contact_on
    if sent is None or since is None:
        return
    came_back_on = bounce.on or since
    yield Action(
        kind="decide",
        due=context.calendar.add_working_days(came_back_on, context.settings.reply_within),
        why=f"Your {message_of(sent)} of {context.text(sent.on or came_back_on)} came back.",
        next_step="Find another address or way",
        place=bounce.place,
        channel=history.channel,
    )


def _decide_after_silence(history: History, context: Context) -> Iterator[Action]:
    sent, since = history.last_unanswered, history.last_contact_on
    if sent is None or since is None:
        return
    due = context.calendar.add_days(since, context.settings.decide_after)
    last = _last_message(sent, since, context)
    if history.nudge_count and sent.on == since:
        last = f"reminder {history.nudge_count} on {context.text(since)}"
    if due > context.today:
        why = f"No reply to {last} yet; a decision comes up on {context.text(due)}."
    else:
        waited = days((context.today - since).days)
        why = f"No reply {waited} after {last}; close, park or try another way?"
    yield Action(
        kind="decide",
        due=due,
        why=why,
        next_step="Decide: close, park or try another way",
        place=sent.place,
        channel=history.channel,
    )
