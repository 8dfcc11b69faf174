"""When nothing came of it: the question whether to close, put off or go on (rank 9). Only the user closes a person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from netsheet.core.followups.actions import CHOICES, Action
from netsheet.core.followups.contact_history import History
from netsheet.core.followups.context import Context
from netsheet.core.followups.obligations import address_due, reply_due, reply_life_from
from netsheet.core.followups.reminders import contact_of, find_wait, last_message, silence_since
from netsheet.core.followups.sentence_words import days, message_of
from netsheet.core.model import Place

_ASK_AGAIN_AFTER: Final = 90
"""Days until somebody is asked about again whom the user kept open, or parked without a day."""

_PARKED_QUESTION_LIFE: Final = 14
"""Days for which a parked person is asked about."""

_AGREED_MEETING_WAIT: Final = 30
"""Days until a meeting is asked about that was agreed without a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    """Why a decision comes up: its day, the facts in a sentence without its end, their cell, and what the answers are."""

    due: dt.date
    why: str
    place: Place
    choices: str = f"type {CHOICES}"


def decide(history: History, context: Context) -> Iterator[Action]:
    """Ask how to go on: the reminders are used up, the life of what was due is over, or something has not moved.

    When the user has decided to go on, it is asked once more after 90 days; after that the tie decides, by check-ins.
    """
    question = _question(history, context)
    if question is None:
        return
    ahead = question.due > context.today
    end = f"; a decision comes up on {context.text(question.due)}." if ahead else f"; {question.choices}."
    yield Action(
        kind="decide",
        due=question.due,
        why=question.why + end,
        next_step="Decide how to go on",
        place=question.place,
        channel=history.channel,
    )


def _question(history: History, context: Context) -> _Question | None:
    if history.is_paused:
        return _about_parked(history, context)
    if history.person.agreed_meeting is not None:
        return _about_agreed_meeting(history, context)
    last = history.last_contact_on
    if history.is_planned_after(last) or history.is_dormant:
        return None
    question = (
        _after_bounce(history, context) or _after_reply(history, context) or _after_silence(history, context)
    )
    kept = [day for day in history.person.kept_open if last is None or last <= day <= context.today]
    if question is None or not kept:
        return question
    again_on = context.calendar.add_days(max(kept), _ASK_AGAIN_AFTER)
    return replace(question, due=max(question.due, again_on)) if len(kept) == 1 else None


def _about_parked(history: History, context: Context) -> _Question | None:
    """Ask about somebody parked without a day, 90 days after that was first seen; unless the row changes, once."""
    remembered, person = context.remembered_of(history.person), history.person
    parked_on = remembered.parked_on
    if parked_on is None or person.paused_until is not None or history.plan is not None:
        return None
    since = max(parked_on, remembered.changed_on or parked_on, *person.kept_open)
    due = context.calendar.add_days(since, _ASK_AGAIN_AFTER)
    if context.is_over(due, _PARKED_QUESTION_LIFE):
        return None
    why = f"Paused by your own entry since {context.text(parked_on)}, without a day"
    return _Question(due=due, why=why, place=person.state_place or person.place)


def _about_agreed_meeting(history: History, context: Context) -> _Question | None:
    """Ask about a meeting that was agreed 30 days ago and has no day."""
    place = history.person.agreed_meeting
    agreed_on = context.remembered_of(history.person).agreed_meeting_on
    if place is None or agreed_on is None or history.meeting_on is not None:
        return None
    if history.plan is not None and history.plan.on > agreed_on:
        return None
    since = max(agreed_on, *history.person.kept_open) if history.person.kept_open else agreed_on
    wait = _AGREED_MEETING_WAIT if since == agreed_on else _ASK_AGAIN_AFTER
    due = context.calendar.add_days(since, wait)
    why = f"A meeting was agreed, and no day is logged since {context.text(agreed_on)}"
    return _Question(due=due, why=why, place=place)


def _after_bounce(history: History, context: Context) -> _Question | None:
    bounce, sent, since = history.bounce, history.last_out, history.last_contact_on
    if bounce is None or sent is None or since is None:
        return None
    over = context.day_after_life(address_due(bounce.on or since, context), context.settings.life_contact)
    why = f"Your {message_of(sent)} {context.of(sent, since)} came back"
    return _Question(due=over, why=why, place=bounce.place) if over <= context.today else None


def _after_reply(history: History, context: Context) -> _Question | None:
    owed = history.owed
    if owed is None or owed.on is None:
        return None
    life_from = reply_life_from(history, reply_due(owed, owed.on, context), context)
    over = context.day_after_life(life_from, context.settings.life_reply)
    why = f"They wrote {context.when(owed)}, and no answer of yours is logged"
    if over > context.today:
        return None
    return _Question(due=over, why=why, place=owed.place, choices=f"answer now, or type {CHOICES}")


def _after_silence(history: History, context: Context) -> _Question | None:
    """Ask after the last reminder, or after a reminder that was not sent; after an answer to theirs, never."""
    sent, since = history.last_unanswered, history.last_contact_on
    if sent is None or since is None or history.is_answer:
        return None
    wait = find_wait(history, context)
    if wait is not None:
        due = context.day_after_life(wait.due, context.settings.life_nudge)
        if due > context.today:
            return None
    else:
        due = context.calendar.add_days(since, context.settings.decide_after)
    if sent is history.interview and sent.on is not None:
        since = sent.on
    last = last_message(history, sent, since, context)
    if history.nudge_count and sent.on == since:
        last = f"reminder {history.nudge_count} {context.when(sent)}"
    waited = ""
    if due <= context.today:
        counted = days((context.today - since).days)
        waited = context.since(contact_of(history, sent, since), counted)
    why = silence_since(history, last, waited)
    return _Question(due=due, why=why, place=sent.place)
