"""What silence asks for: reminders by channel, and then a decision (ranks 6 and 9). Only the user closes a person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from netsheet.core.calendar import add_calendar_days
from netsheet.core.followups.actions import Action
from netsheet.core.followups.contact_history import History
from netsheet.core.followups.context import Context
from netsheet.core.followups.obligations import address_due, reply_due, reply_life_from
from netsheet.core.followups.sentence_words import BY_CHANNEL, days, message_of, working_days
from netsheet.core.model import Place, Settings, Touch


def most_reminders(history: History, settings: Settings) -> int:
    """Return how many reminders may follow the message that waits: one at most where it was an answer to theirs."""
    return min(settings.most_nudges, 1) if history.is_answer else settings.most_nudges


def _reminder_due(history: History, context: Context) -> tuple[Touch, dt.date, int, dt.date] | None:
    """Return the message that waits, the day the wait counts from, its working days, and the day the wait ends."""
    sent, since = history.last_unanswered, history.last_contact_on
    if sent is None or since is None or history.nudge_count >= most_reminders(history, context.settings):
        return None
    wait = context.wait(sent.channel) * (2 if history.is_answer else 1)
    return sent, since, wait, context.calendar.add_working_days(since, wait)


def nudge(history: History, context: Context) -> Iterator[Action]:
    """Ask for a reminder when the wait of the last message's channel is over without a reply.

    Counted from the newest touch; after an answer to something they wrote the wait is twice as long. The user's own
    plan and a long silence take its place; when its life is over it becomes a decision.
    """
    waiting = _reminder_due(history, context)
    if waiting is None or history.is_planned_after(history.last_contact_on) or history.is_dormant:
        return
    sent, since, wait, due = waiting
    if context.is_over(due, context.settings.life_nudge):
        return
    number = history.nudge_count + 1
    most = most_reminders(history, context.settings)
    count = f"reminder {number} of {most}" if most > 1 else "a reminder"
    now = f"{count}." if most > 1 else "time for a reminder."
    last = _last_message(sent, since, context)
    if due > context.today:
        why = f"No reply to {last} yet; {count} comes up on {context.text(due)}."
    else:
        waited = working_days(context.calendar.working_days_between(since, context.today))
        why = f"No reply {waited} after {last}; {now}"
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    """Why a decision comes up: its day, the facts in a sentence without its end, their cell, and how to go on."""

    due: dt.date
    why: str
    place: Place
    go_on: str = "try another way"


def decide(history: History, context: Context) -> Iterator[Action]:
    """Ask how to go on: the reminders are used up, or the life of what was due is over."""
    if history.is_planned_after(history.last_contact_on) or history.is_dormant:
        return
    question = (
        _after_bounce(history, context) or _after_reply(history, context) or _after_silence(history, context)
    )
    if question is None:
        return
    ahead = question.due > context.today
    ways = f"close, put off, or {question.go_on}"
    end = f"; a decision comes up on {context.text(question.due)}." if ahead else f"; {ways}?"
    yield Action(
        kind="decide",
        due=question.due,
        why=question.why + end,
        next_step=f"Decide: {ways}",
        place=question.place,
        channel=history.channel,
    )


def _after_bounce(history: History, context: Context) -> _Question | None:
    bounce, sent, since = history.bounce, history.last_out, history.last_contact_on
    if bounce is None or sent is None or since is None:
        return None
    over = _day_after_life(address_due(bounce.on or since, context), context.settings.life_contact, context)
    why = f"Your {message_of(sent)} of {context.text(sent.on or since)} came back"
    return _Question(due=over, why=why, place=bounce.place) if over <= context.today else None


def _after_reply(history: History, context: Context) -> _Question | None:
    owed = history.owed
    if owed is None or owed.on is None:
        return None
    life_from = reply_life_from(history, reply_due(owed.on, context), context)
    over = _day_after_life(life_from, context.settings.life_reply, context)
    why = f"They wrote on {context.text(owed.on)}, and no answer of yours is logged"
    if over > context.today:
        return None
    return _Question(due=over, why=why, place=owed.place, go_on="answer now")


def _after_silence(history: History, context: Context) -> _Question | None:
    """Ask after the last reminder, or after a reminder that was not sent; after an answer to theirs, never."""
    sent, since = history.last_unanswered, history.last_contact_on
    if sent is None or since is None or history.is_answer:
        return None
    waiting = _reminder_due(history, context)
    if waiting is not None:
        due = _day_after_life(waiting[3], context.settings.life_nudge, context)
        if due > context.today:
            return None
    else:
        due = context.calendar.add_days(since, context.settings.decide_after)
    last = _last_message(sent, since, context)
    if history.nudge_count and sent.on == since:
        last = f"reminder {history.nudge_count} on {context.text(since)}"
    waited = "yet" if due > context.today else f"{days((context.today - since).days)} after"
    why = f"No reply to {last} yet" if due > context.today else f"No reply {waited} {last}"
    return _Question(due=due, why=why, place=sent.place)


def _day_after_life(due: dt.date, life_days: int, context: Context) -> dt.date:
    over = add_calendar_days(context.life_ends_on(due, life_days), 1)
    return context.calendar.next_working_day(over)
