"""What the user owes: promises, thanks, replies (ranks 1 to 3).

Pure functions ``(history, context) -> actions``.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from netsheet.core.calendar import add_calendar_days
from netsheet.core.followups.context import NO_ACTION, Context, Told, ask
from netsheet.core.followups.history import History
from netsheet.core.followups.sentence_words import CONVERSATIONS, message_of, quoted
from netsheet.core.model import Action, Person, Promise, Touch

_LATE_AFTER_DUE: Final = 2
"""Thanks are best within 24 to 48 hours: due on the first day, late when the second is over."""


def keep_promise(history: History, context: Context) -> tuple[Action, ...]:
    """Ask for each promise that is not kept: by the day promised, else some working days after it was made.

    Only the user's own mark keeps a promise, no other touch does; its day does not move for a day off.
    """
    person = history.person
    if not person.promises:
        return NO_ACTION
    actions = NO_ACTION
    for promise in person.promises:
        if not promise.is_done:
            told = _tell_promise(promise, person, context)
            actions += ask(history, "promise", told, promise.place, context.channel(history))
    return tuple(sorted(actions, key=lambda action: (action.due or context.today, action.why)))


def _tell_promise(promise: Promise, person: Person, context: Context) -> Told:
    made_on = promise.made_on or person.recorded_on
    due, when = promise.by, ""
    if due is not None:
        when = f" by {context.text(due)}"
    elif made_on is not None:
        due = context.calendar.add_working_days(made_on, context.settings.promise_within)
        when = f" on {context.text(made_on)}"
    late_on = None if due is None else add_calendar_days(due, 1)
    if not promise.text.strip():
        return Told(due, late_on, f"You made a promise{when}.", "Keep your promise")
    text = quoted(promise.text)
    return Told(due, late_on, f"You promised {text}{when}.", f"Keep your promise: {text}")


def say_thanks(history: History, context: Context) -> tuple[Action, ...]:
    """Ask for thanks after a meeting, call, event, informational interview or referral, until something is sent.

    Given up when the conversation is as long ago as a dormant tie: reconnecting takes its place then.
    """
    person = history.person
    conversation = history.conversation
    if conversation is None and person.referral_on is None:
        return NO_ACTION
    kind, on, place = "referral", _unthanked_referral_on(history, context.today), person.place
    if on is None:
        if conversation is None or conversation.on is None:
            return NO_ACTION
        kind, on, place = conversation.kind, conversation.on, conversation.place
    if on <= context.dormant_since:
        return NO_ACTION
    key = ("thank", kind, on)
    told = context.told.get(key)
    if told is None:
        told = context.told[key] = _tell_thanks(kind, on, context)
    return ask(history, "thank", told, place, context.channel(history))


def _tell_thanks(kind: str, on: dt.date, context: Context) -> Told:
    due = context.calendar.add_days(on, context.settings.thank_within)
    happened, what_for = CONVERSATIONS[kind]
    return Told(
        due,
        add_calendar_days(due, _LATE_AFTER_DUE),
        f"{happened} on {context.text(on)}; no thank-you is logged yet.",
        f"Say thank you for {what_for}",
    )


def _unthanked_referral_on(history: History, today: dt.date) -> dt.date | None:
    """Return the logged day of a referral, when it is the newest thing to be thankful for."""
    on = history.person.referral_on
    if on is None or on > today:
        return None
    conversation, last_out = history.conversation, history.last_out
    if conversation is not None and conversation.on is not None and conversation.on >= on:
        return None
    if last_out is None or last_out.on is None or last_out.on < on:
        return on
    return on if last_out.on == on and last_out.kind != "thanks" else None


def answer(history: History, context: Context) -> tuple[Action, ...]:
    """Ask for a reply when they wrote last; a "no thanks" deserves one too."""
    owed = history.owed
    if owed is None or owed.on is None:
        return NO_ACTION
    key = ("reply", owed.on, owed.channel, owed.kind, owed.response_type)
    told = context.told.get(key)
    if told is None:
        told = context.told[key] = _tell_reply(owed, owed.on, context)
    return ask(history, "reply", told, owed.place, owed.channel or context.channel(history))


def _tell_reply(owed: Touch, on: dt.date, context: Context) -> Told:
    due = context.calendar.add_working_days(on, context.settings.reply_within)
    late_on = context.calendar.add_working_days(due, 1)
    if owed.response_type == "negative":
        why = f"They wrote last, on {context.text(on)}, with a no."
        return Told(due, late_on, why, "Say thank you for the answer")
    return Told(due, late_on, f"They wrote last, on {context.text(on)}.", f"Answer their {message_of(owed)}")
