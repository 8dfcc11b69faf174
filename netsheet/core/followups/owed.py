"""What the user owes: promises, thanks, replies (ranks 1 to 3).

Pure functions ``(history, context) -> actions``; see docs/rules for the practice each comes from.
"""

from __future__ import annotations

import datetime as dt

from netsheet.core.calendar import add_calendar_days
from netsheet.core.followups.context import NO_ACTION, RANKS, Context
from netsheet.core.followups.history import History
from netsheet.core.followups.wording import CONVERSATIONS, message_of, quoted
from netsheet.core.model import Action, Person, Place, Promise

_LATE_AFTER_DUE = 2
"""Thanks are best within 24 to 48 hours: due on the first day, late when the second is over."""


def keep_promise(history: History, context: Context) -> tuple[Action, ...]:
    """Ask for each promise that is not kept: by the day promised, else some working days after it was made.

    Only the user's own mark keeps a promise, no other touch does; its day does not move for a day off.
    """
    person = history.person
    if not person.promises:
        return NO_ACTION
    return tuple(_promised(promise, person, context) for promise in person.promises if not promise.is_done)


def _promised(promise: Promise, person: Person, context: Context) -> Action:
    made_on = promise.made_on or person.recorded_on
    due = promise.by
    if due is None and made_on is not None:
        due = context.calendar.add_working_days(made_on, context.settings.promise_within)
    what = f"You promised {quoted(promise.text)}" if promise.text.strip() else "You made a promise"
    when = ""
    if promise.by is not None:
        when = f" by {context.text(promise.by)}"
    elif made_on is not None:
        when = f" on {context.text(made_on)}"
    return Action(
        person=person.key,
        kind="promise",
        due=due,
        rank=RANKS["promise"],
        why=f"{what}{when}.",
        next_step=f"Keep your promise: {quoted(promise.text)}"
        if promise.text.strip()
        else "Keep your promise",
        place=promise.place,
        late_on=None if due is None else add_calendar_days(due, 1),
    )


def say_thanks(history: History, context: Context) -> tuple[Action, ...]:
    """Ask for thanks after a meeting, call, event, informational interview or referral, until something is sent.

    Given up when the conversation is as long ago as a dormant tie: reconnecting takes its place then.
    """
    conversation = history.conversation
    person = history.person
    referral_on = _referral_to_thank_for(history, context.today)
    if referral_on is not None:
        return _thanks("referral", referral_on, person.place, history, context)
    if conversation is None or conversation.on is None:
        return NO_ACTION
    return _thanks(conversation.kind, conversation.on, conversation.place, history, context)


def _referral_to_thank_for(history: History, today: dt.date) -> dt.date | None:
    """Return the logged day of a referral, when it is the newest thing to be thankful for."""
    on = history.person.referral_on
    if on is None or on > today:
        return None
    conversation, last_out = history.conversation, history.last_out
    if conversation is not None and conversation.on is not None and conversation.on >= on:
        return None
    if last_out is not None and last_out.on is not None:
        is_thanked = last_out.on > on or (last_out.on == on and last_out.kind == "thanks")
        return None if is_thanked else on
    return on


def _thanks(kind: str, on: dt.date, place: Place, history: History, context: Context) -> tuple[Action, ...]:
    if (context.today - on).days >= context.settings.dormant_after:
        return NO_ACTION
    due = context.calendar.add_days(on, context.settings.thank_within)
    told, what_for = CONVERSATIONS[kind]
    return (
        Action(
            person=history.person.key,
            kind="thank",
            due=due,
            rank=RANKS["thank"],
            why=f"{told} on {context.text(on)}; no thank-you is logged yet.",
            next_step=f"Say thank you for {what_for}",
            place=place,
            late_on=add_calendar_days(due, _LATE_AFTER_DUE),
            channel=context.channel(history),
        ),
    )


def answer(history: History, context: Context) -> tuple[Action, ...]:
    """Ask for a reply when they wrote last; a "no thanks" deserves one too."""
    owed = history.owed
    if owed is None or owed.on is None:
        return NO_ACTION
    due = context.calendar.add_working_days(owed.on, context.settings.reply_within)
    is_no = owed.response_type == "negative"
    return (
        Action(
            person=history.person.key,
            kind="reply",
            due=due,
            rank=RANKS["reply"],
            why=f"They wrote last, on {context.text(owed.on)}{', with a no' if is_no else ''}.",
            next_step="Say thank you for the answer" if is_no else f"Answer their {message_of(owed)}",
            place=owed.place,
            late_on=context.calendar.add_working_days(due, 1),
            channel=owed.channel or context.channel(history),
        ),
    )
