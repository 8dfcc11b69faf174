"""What the user owes: promises, thanks, replies, a new address after a bounce (ranks 1 to 3)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from netsheet.core.calendar import add_calendar_days
from netsheet.core.followups.actions import Action
from netsheet.core.followups.contact_history import History
from netsheet.core.followups.context import Context
from netsheet.core.followups.line_ends import reply_goes, thanks_go
from netsheet.core.followups.sentence_words import CONVERSATIONS, message_of, names_event
from netsheet.core.model import Promise, Touch
from netsheet.core.recording.sheet_names import HISTORY_SHEET
from netsheet.core.text import one_line
from netsheet.core.touch_facts import facts_of
from netsheet.core.values.event_names import without_day

_LONGEST_NAME: Final = 50
"""How much of an event's name a sentence holds."""

_PROMISE_DAYS: Final = 30
"""A follow-up date in the row of a promise is the promise's day when it is at most this many days later."""

_LATE_AFTER_DUE: Final = 2
"""Thanks are best within 24 to 48 hours: due on the first day, late when the second is over."""


def keep_promise(history: History, context: Context) -> Iterator[Action]:
    """Ask for each promise that is not kept: by the day promised, else some working days after it was made.

    Only the user's own mark keeps a promise, no other touch does; its day does not move for a day off.
    """
    promised = [
        _promised(promise, history, context) for promise in history.person.promises if not promise.is_done
    ]
    yield from sorted(
        promised, key=lambda action: (action.due or context.today, action.place.row, action.next_step)
    )


def _promised(promise: Promise, history: History, context: Context) -> Action:
    made_on = promise.made_on or history.person.recorded_on
    shown_on = context.remembered_of(history.person).promises_shown_on.get(promise.text)
    if shown_on is not None and (made_on is None or shown_on > made_on):
        made_on = shown_on  # its text took the place of another one: it is a new promise
    typed_on = promise.by or _day_beside(promise, history)
    due, when = typed_on, ""
    if due is not None:
        when = f" by {context.text(due)}"
    elif made_on is not None:
        due = context.calendar.add_working_days(made_on, context.settings.promise_within)
        when = f" on {context.text(made_on)}"
        if made_on == shown_on and promise.made_on is None:
            when = f"; the log has no day for it, so it counts from {context.text(made_on)}"
    why, next_step = f"You made a promise{when}.", "Keep your promise"
    if promise.text.strip():
        text = f"“{one_line(promise.text)}”"
        why, next_step = f"You promised this{when}.", f"Keep your promise: {text}"
    return Action(
        kind="promise",
        due=due,
        late_on=None if due is None else add_calendar_days(due, 1),
        why=why,
        next_step=next_step,
        place=promise.place,
        channel=history.channel,
        is_shown_on_breaks=typed_on is not None,
    )


def _day_beside(promise: Promise, history: History) -> dt.date | None:
    """Return the open follow-up date in the promise's own row, unless it is too far ahead to belong to it."""
    made_on = promise.made_on or history.person.recorded_on
    days = [
        plan.on
        for plan in history.person.follow_ups
        if not plan.is_done
        and plan.snoozed_on is None
        and (plan.place.sheet, plan.place.row) == (promise.place.sheet, promise.place.row)
    ]
    return min((day for day in days if made_on and 0 <= (day - made_on).days <= _PROMISE_DAYS), default=None)


def say_thanks(history: History, context: Context) -> Iterator[Action]:
    """Ask for thanks after a meeting, call, event, informational interview or referral, until something is sent.

    Dropped when its life is over: late thanks are worse than none.
    """
    conversation = history.conversation
    kind, on, place = "referral", _unthanked_referral_on(history, context.today), history.person.place
    when = "" if on is None else f"on {context.text(on)}"
    if on is None and conversation is not None:
        on, place = conversation.on, conversation.place
        kind, when = _kind_of_day(conversation, history), context.when(conversation)
    due = None if on is None else thanks_due(on, context)
    if on is None or due is None or names_event(history.person):
        return
    happened, what_for = CONVERSATIONS[kind]
    if (
        kind == "event"
        and conversation is not None
        and (event := without_day(conversation.subject or "", on))
    ):
        happened = f"You met at {one_line(event, _LONGEST_NAME)}"
    why = f"{happened} {when}; no thank-you is logged yet."
    if kind != "referral" and conversation is not None and (planned := _only_planned(conversation, history)):
        why = f"Your “{planned}” was planned for {context.text(on)}; if it took place, say thank you; if not, type called off."
    yield Action(
        kind="thank",
        due=due,
        late_on=add_calendar_days(due, _LATE_AFTER_DUE),
        why=why + thanks_go(due, context),
        next_step=f"Say thank you for {what_for}",
        place=place,
        channel=history.channel,
    )


def _of_same_day(conversation: Touch, history: History) -> list[Touch]:
    return [
        touch
        for touch in history.touches
        if touch.on == conversation.on and facts_of(touch).role == "conversation"
    ]


def _kind_of_day(conversation: Touch, history: History) -> str:
    """Return the kind of a conversation: what else the log says of it may know more than that the two met."""
    same_day = [conversation, *_of_same_day(conversation, history)]
    kinds = [touch.kind for touch in same_day]
    is_application = history.is_about_job and set(kinds) <= {"meeting"}
    if is_application or any(touch.is_job_interview for touch in same_day):
        return "job interview"
    return next((kind for kind in kinds if kind not in {"meeting", "referral"}), conversation.kind)


def _only_planned(conversation: Touch, history: History) -> str:
    """Return what a text calls a conversation where nothing else says that it took place; else ""."""
    same_day = _of_same_day(conversation, history)
    return conversation.named if all(touch.named for touch in same_day) else ""


def thanks_due(on: dt.date, context: Context) -> dt.date | None:
    """Return the day on which thanks for something are due; None when it is too late for them."""
    due = context.calendar.add_days(on, context.settings.thank_within)
    return None if context.is_over(due, context.settings.life_thank) else due


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


def answer(history: History, context: Context) -> Iterator[Action]:
    """Ask for a reply when they wrote last; a "no thanks" deserves one too.

    What the user planned after it takes its place; when its life is over it becomes a decision.
    """
    owed = history.owed
    if owed is not None and owed.is_over:
        yield from thank_for_no(history, context)
        return
    if owed is None or owed.on is None or _is_lifted(history, owed.on):
        return
    due = reply_due(owed, owed.on, context)
    life_from = reply_life_from(history, due, context)
    if context.is_over(life_from, context.settings.life_reply):
        return
    is_no, is_call = owed.response_type == "negative", message_of(owed) == "call"
    answering = "Call them back" if is_call else f"Answer their {message_of(owed)}"
    facts = (
        f"They {'called' if is_call else 'wrote'} last, {context.when(owed)}{', with a no' if is_no else ''}"
    )
    yield Action(
        kind="reply",
        due=due,
        late_on=context.calendar.add_working_days(due, 1),
        why=f"{facts}{'; if it was you who wrote, type done' if _may_be_mine(owed, history) else ''}.{reply_goes(due, life_from, context)}",
        next_step="Say thank you for the answer" if is_no else answering,
        place=owed.place,
        channel=owed.channel or history.channel,
    )


def _may_be_mine(owed: Touch, history: History) -> bool:
    """Whether a reply is known from a word such as "replied" alone, and nobody had to reply: the two had met."""
    if owed.place.sheet != HISTORY_SHEET or owed.since is None:
        return False
    ends = (facts_of(touch) for touch in reversed(history.touches) if touch is not owed)
    last = next((facts for facts in ends if facts.ends_thread), None)
    return last is not None and last.role == "conversation"


def _is_lifted(history: History, written_on: dt.date) -> bool:
    """Whether the user planned something that takes the place of an answer; not where that is older than the reply."""
    return history.is_planned_after(written_on) and not history.is_reply_new


def reply_due(owed: Touch, written_on: dt.date, context: Context) -> dt.date:
    """Return the day on which an answer to a message of theirs is due.

    Args:
        owed: their message.
        written_on: its day; where only a span of days is known, the last, on which a refresh first showed it. Then it is due
            that day, when the span is long enough for the wait to be over.
        context: what everything is judged by.
    """
    due = context.calendar.add_working_days(owed.since or written_on, context.settings.reply_within)
    return due if owed.since is None else max(due, context.calendar.next_working_day(written_on))


def reply_life_from(history: History, due: dt.date, context: Context) -> dt.date:
    """Return the day from which the life of an owed reply counts: a reply typed in late is shown as long as any."""
    shown_on = context.remembered_of(history.person).reply_shown_on
    return due if shown_on is None else max(due, shown_on)


def thank_for_no(history: History, context: Context) -> Iterator[Action]:
    """Ask for thanks after a no that closed the person: a kind word is remembered."""
    owed = history.owed
    if owed is None or owed.on is None or owed.response_type != "negative":
        return
    due = thanks_due(owed.on, context)
    if due is None:
        return
    yield Action(
        kind="thank",
        due=due,
        late_on=add_calendar_days(due, _LATE_AFTER_DUE),
        why=f"They said no {context.when(owed)}; a short thank-you keeps the door open.{thanks_go(due, context)}",
        next_step="Say thank you for the answer",
        place=owed.place,
        channel=owed.channel or history.channel,
    )


def find_address(history: History, context: Context) -> Iterator[Action]:
    """Ask for another address after a message came back."""
    bounce, sent, since = history.bounce, history.last_out, history.last_contact_on
    if bounce is None or sent is None or since is None or history.is_planned_after(since):
        return
    due = address_due(bounce.on or since, context)
    if context.is_over(due, context.settings.life_contact):
        return
    yield Action(
        kind="find_address",
        due=due,
        why=f"Your {message_of(sent)} {context.of(sent, since)} came back.",
        next_step="Find another address or way",
        place=bounce.place,
        channel=history.channel,
    )


def address_due(came_back_on: dt.date, context: Context) -> dt.date:
    """Return the day on which to look for another address."""
    return context.calendar.add_working_days(came_back_on, 1)
