"""What silence asks for: a reminder by channel (rank 6). After the last one, ``decisions`` asks how to go on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from netsheet.core.followups.actions import Action
from netsheet.core.followups.contact_history import History
from netsheet.core.followups.context import Context
from netsheet.core.followups.line_ends import reminder_goes
from netsheet.core.followups.sentence_words import BY_CHANNEL, message_of, working_days
from netsheet.core.model import Channel, Settings, Touch


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """The wait for a reply, after which a reminder is due.

    Attributes:
        sent: the message that waits, or the interview.
        since: the day the wait counts from.
        shown_since: the day that sentences name, which is not the half of a way, nor thanks for an interview: then that of
            the message, or of the interview.
        working_days: how long it is.
        due: the day it ends.
    """

    sent: Touch
    since: dt.date
    shown_since: dt.date
    working_days: int
    due: dt.date


def most_reminders(history: History, settings: Settings) -> int:
    """Return how many reminders may follow what waits: one at most after an answer or an interview, none after an invitation."""
    sent = history.last_unanswered
    if sent is not None and sent.kind == "invitation":
        return 0
    is_once = history.is_answer or history.interview is not None
    return min(settings.most_nudges, 1) if is_once else settings.most_nudges


def find_wait(history: History, context: Context) -> Wait | None:
    """Return the wait for a reply to the last message; None where nothing waits, or no reminder is left.

    Counted from the newest touch, of a reaction from half of the way to it; twice as long after an answer to something they wrote. An automatic reply makes it
    last to the day that it names, else as long again; somebody who said when they will write has until then.
    """
    sent, since = history.last_unanswered, history.clock_on
    if sent is None or since is None or history.nudge_count >= most_reminders(history, context.settings):
        return None
    days = context.wait(sent.channel) * (2 if history.is_answer else 1)
    if sent is history.interview:
        days = context.settings.nudge_after_interview
    due = context.calendar.add_working_days(since, days)
    notice = history.automatic or history.will_write
    if notice is not None and notice.until is not None and notice.until > since:
        due = context.calendar.next_working_day(notice.until)
    elif notice is not None and notice is history.automatic:
        due = context.calendar.add_working_days(notice.on or due, days)
    is_plain = since == history.last_contact_on and sent is not history.interview
    shown_since = since if is_plain else sent.on or since
    return Wait(sent=sent, since=since, shown_since=shown_since, working_days=days, due=due)


def nudge(history: History, context: Context) -> Iterator[Action]:
    """Ask for a reminder when the wait of the last message's channel is over without a reply.

    The user's own plan and a long silence take its place; when its life is over it becomes a decision.
    """
    wait = find_wait(history, context)
    if wait is None or history.is_planned_after(history.last_contact_on) or history.is_dormant:
        return
    due = wait.due
    if context.is_over(due, context.settings.life_nudge):
        return
    other = history.other_channel
    step, channel = _step(wait.sent, other), other or wait.sent.channel or history.channel
    if wait.sent is history.interview:
        step, channel = ask_for_news(history), history.channel
    yield Action(
        kind="nudge",
        due=due,
        late_on=context.calendar.add_working_days(due, wait.working_days),
        why=_why(history, wait, context),
        next_step=step,
        place=wait.sent.place,
        channel=channel,
        nudge=history.nudge_count + 1,
    )


def _why(history: History, wait: Wait, context: Context) -> str:
    most = most_reminders(history, context.settings)
    count = f"reminder {history.nudge_count + 1} of {most}" if most > 1 else "a reminder"
    last = last_message(history, wait.sent, wait.shown_since, context)
    if wait.due > context.today:
        return f"{silence_since(history, last, '')}; {count} comes up on {context.text(wait.due)}."
    counted = working_days(context.calendar.working_days_between(wait.shown_since, context.today))
    waited = context.since(contact_of(history, wait.sent, wait.shown_since), counted)
    has_break = context.calendar.has_break_between(wait.shown_since, context.today)
    not_counted = ", your break not counted" if has_break else ""
    end = f"; {count}" if most > 1 else ""
    if wait.sent is history.interview:
        end = "; ask once for news"
    goes = reminder_goes(wait.due, context, is_decided=not history.is_answer)
    return f"{silence_since(history, last, waited)}{not_counted}{end}.{goes}"


def last_message(history: History, sent: Touch, since: dt.date, context: Context) -> str:
    """Name the last message in a sentence, and the automatic reply to it."""
    if sent is history.interview:
        last = f"your interview {context.when(sent) if sent.since else f'of {context.text(since)}'}"
    elif sent.on == since:
        what = "answer" if history.is_answer and not history.nudge_count else message_of(sent)
        last = f"your {what} {context.of(sent, since)}"
    else:
        touch = contact_of(history, sent, since)
        last = f"your last contact {context.when(touch) if touch and touch.since else f'of {context.text(since)}'}"
    automatic = history.automatic
    if automatic is None:
        return last
    on = f" on {context.text(automatic.on)}" if automatic.on else ""
    return f"{last} (automatic reply{on})"


def contact_of(history: History, sent: Touch, since: dt.date) -> Touch | None:
    """Return what a wait counts from: the message or the interview, or the last contact after it."""
    return sent if sent.on == since else history.last_on(since)


def silence_since(history: History, last: str, waited: str) -> str:
    """Say that nothing came back, and after how long; of somebody who did write before nobody says "no reply".

    Args:
        history: of the person.
        last: the last message, as ``last_message`` names it.
        waited: how long ago it was; "" while the wait for a reply still runs.
    """
    if (interview := history.interview) is not None and history.last_unanswered is interview:
        return f"No news {waited} after {last}" if waited else f"No news since {last} yet"
    if history.will_write is not None:
        return f"They said that they will write; nothing else is logged since {last}{waited and f', {waited} ago'}"
    if history.has_answered:
        return f"Nothing came back since {last}{waited and f', {waited} ago'}"
    return f"No reply {waited} after {last}" if waited else f"No reply to {last} yet"


def ask_for_news(history: History) -> str:
    """Name the step after an interview without news."""
    return f"Ask for news{BY_CHANNEL.get(history.channel, '')}"


def _step(sent: Touch, other: Channel | None) -> str:
    """Name the step: a reminder by phone is another call. Which reminder it is, the why says.

    After two messages on one channel without an answer it goes by another one that the person has.
    """
    if other is not None:
        return "Call this time" if other == "phone" else f"Send a reminder{BY_CHANNEL[other]} this time"
    return "Call again" if sent.channel == "phone" else f"Send a reminder{BY_CHANNEL.get(sent.channel, '')}"
