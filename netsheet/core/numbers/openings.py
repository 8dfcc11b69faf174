"""Openings: the first outgoing touch of each thread, and what became of it. Never compares them."""

from __future__ import annotations

import datetime as dt
from bisect import bisect
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Literal, NamedTuple

from netsheet.core.followups.touch_order import row_of
from netsheet.core.model import Person, Settings, Touch
from netsheet.core.month_names import WEEKDAYS
from netsheet.core.touch_facts import THREAD_DAYS, TouchFacts, facts_of, is_answer_to

Outcome = Literal["replied", "matured", "waiting", "bounced"]

TIMES_OF_DAY = ("before 9:00", "9:00-12:00", "12:00-15:00", "15:00-18:00", "from 18:00")
_UNTIL_HOURS = (9, 12, 15, 18)
WARMTH = ("cold", "warm")
PERSONALISED = ("not personalised", "personalised")

_TIES = frozenset({"close", "warm"})


class Opening(NamedTuple):
    """The first outgoing touch of a thread; its nudges belong to it.

    A named tuple and not a dataclass, because a log can hold a hundred thousand and these are made five times faster.

    Attributes:
        person: whom it went to.
        first: the touch that opened the thread.
        opened_on: its day; where that is not known, the latest day it can have been.
        has_day: whether its day is known.
        first_contact_on: the day of the person's first opening.
        outcome: "replied" (a "no thanks" is a reply), "bounced", else "matured" past the reply window, "waiting" in it.
        is_past_window: whether the reply window is over, whatever the outcome.
        days_to_reply: days to the first reply; None without one, or when one of the two days is unknown.
        watched_days: days to the first dated reply; without one to today, to the day the user closed the person or
            to the person's next opening, whichever came first.
        nudge_count: outgoing touches after the first, before the answer.
        is_warm: the person is a close or warm tie, was referred, or had answered or met the user before.

    The properties are what it is compared by, None when not logged.
    """

    person: Person
    first: Touch
    opened_on: dt.date
    has_day: bool
    first_contact_on: dt.date
    outcome: Outcome
    is_past_window: bool
    days_to_reply: int | None
    watched_days: int
    nudge_count: int
    is_warm: bool

    @property
    def template(self) -> str | None:
        """The user's name for the approach."""
        return _as_logged(self.first.template)

    @property
    def subject(self) -> str | None:
        """The subject line."""
        return _as_logged(self.first.subject)

    @property
    def source(self) -> str | None:
        """Where the user knows the person from."""
        return _as_logged(self.person.source)

    @property
    def weekday(self) -> str | None:
        """The weekday of the first message."""
        return WEEKDAYS[self.opened_on.weekday()] if self.has_day else None

    @property
    def time_of_day(self) -> str | None:
        """The part of the day it was sent in, one of ``TIMES_OF_DAY``."""
        at = self.first.at
        return None if at is None or not self.has_day else TIMES_OF_DAY[bisect(_UNTIL_HOURS, at.hour)]

    @property
    def warmth(self) -> str:
        """One of ``WARMTH``."""
        return WARMTH[self.is_warm]

    @property
    def personalised(self) -> str | None:
        """One of ``PERSONALISED``: whether it had a personal detail."""
        return None if self.first.personal is None else PERSONALISED[self.first.personal]


def _as_logged(raw: str | None) -> str | None:
    return " ".join(raw.split()) or None if raw else None


class _Thread:
    """A thread while it is being followed. ``opened_on`` is the latest day it can have begun on."""

    has_day = True
    answered_on: dt.date | None = None
    is_answered = False
    is_bounced = False
    nudge_count = 0

    def __init__(self, first: Touch, opened_on: dt.date, is_warm: bool) -> None:  # noqa: FBT001 - a hot path
        self.first = first
        self.opened_on = self.last_on = opened_on
        self.is_warm = is_warm
        if first.since is not None:
            self.has_day = False


def compute_openings(people: Iterable[Person], *, today: dt.date, settings: Settings) -> tuple[Opening, ...]:
    """Find every opening, in the order of the people and then of the days.

    Touches after ``today`` are ignored. Outgoing touches without a day open nothing: they could be neither
    waiting nor matured. A reply without a day answers the last outgoing touch of its own sheet row, else the
    last opening. A bounce ends its thread (it never arrived), so the next send is judged for itself; an answer
    that comes all the same makes it a reply. An answer to what they wrote opens nothing, unless it asks, and neither
    do its nudges. A reply before the only day on which the user wrote answers a first message of unknown day.
    """
    settled_by = today - dt.timedelta(days=settings.reply_window)
    openings: list[Opening] = []
    for person in people:
        if person.touches:
            threads = _threads(person.touches, today)
            if (overwritten := _overwritten(person.touches, today)) is not None:
                threads.insert(0, overwritten)
            if threads:
                _add_openings(openings, person, threads, today, settled_by)
    return tuple(openings)


def _threads(touches: Sequence[Touch], today: dt.date) -> list[_Thread]:
    walk = _Walk()
    for touch in _in_order(touches, today):
        facts, on = facts_of(touch), touch.on
        if on is not None and on > today:
            break
        if facts.ends_thread:
            walk.end(touch, facts)
        elif on is not None and facts.is_from_user:
            if facts.asks_reply:
                walk.send(touch, on)
            walk.their_message_on = None
        elif facts.role == "bounce" and walk.waiting is not None:
            walk.waiting.is_bounced = True
    return walk.opened


class _Walk:
    """What is known after each touch: the threads so far, and their message where it is the newest thing."""

    waiting: _Thread | None = None
    their_message_on: dt.date | None = None
    is_known = False

    def __init__(self) -> None:
        self.opened: list[_Thread] = []

    def send(self, touch: Touch, on: dt.date) -> None:
        """Take a message that asks for a reply: a nudge, else an opening, unless it answers what they wrote."""
        thread = self.waiting
        if thread is not None and not thread.is_bounced and (on - thread.last_on).days <= THREAD_DAYS:
            thread.nudge_count += 1
            thread.last_on = on
            return
        self.waiting = _Thread(touch, on, self.is_known)
        if not is_answer_to(touch, self.their_message_on):
            self.opened.append(self.waiting)

    def end(self, touch: Touch, facts: TouchFacts) -> None:
        """Take what ends the thread: they wrote, or the two were together."""
        thread, on = self.waiting, touch.on
        self.is_known, self.their_message_on, self.waiting = True, None, None
        if facts.role == "answer":
            self.their_message_on = thread.last_on if on is None and thread is not None else on
        if thread is not None:
            thread.is_answered, thread.answered_on = True, on if touch.since is None else None


def _overwritten(touches: Sequence[Touch], today: dt.date) -> _Thread | None:
    """Return the thread of a first message whose day was typed over: the row has a reply from before its only message."""
    reply, *_ = touches
    if reply.on is None or facts_of(reply).role != "answer":
        return None
    sent = [
        touch for touch in touches if facts_of(touch).is_from_user and (touch.on is None or touch.on <= today)
    ]
    if not sent or len({touch.on for touch in sent}) > 1 or row_of(sent[0]) != row_of(reply):
        return None
    first = sent[0]
    if not facts_of(first).asks_reply or first.on is None or first.on <= reply.on:
        return None
    thread = _Thread(first, reply.on, False)  # noqa: FBT003 - a hot path
    thread.has_day, thread.is_answered = False, True
    return thread


def _add_openings(
    openings: list[Opening], person: Person, threads: Sequence[_Thread], today: dt.date, settled_by: dt.date
) -> None:
    closed_on = person.closed_on
    is_tie = person.relationship in _TIES or person.referred_by != ""
    first_contact_on = threads[0].opened_on
    for index, thread in enumerate(threads, start=1):
        first, opened_on, answered_on = thread.first, thread.opened_on, thread.answered_on
        is_past_window = opened_on <= settled_by
        until = answered_on
        if until is None:
            until = today if index == len(threads) else threads[index].opened_on
            if closed_on is not None and opened_on <= closed_on < until:
                until = closed_on
        watched_days = (until - opened_on).days
        openings.append(
            Opening(
                person,
                first,
                opened_on,
                thread.has_day,
                first_contact_on,
                _outcome(thread, is_past_window),
                is_past_window,
                None if answered_on is None or not thread.has_day else watched_days,
                watched_days,
                thread.nudge_count,
                thread.is_warm or is_tie,
            )
        )


def _outcome(thread: _Thread, is_past_window: bool) -> Outcome:  # noqa: FBT001 - a hot path
    if thread.is_answered:
        return "replied"
    if thread.is_bounced:
        return "bounced"
    return "matured" if is_past_window else "waiting"


def _in_order(touches: Sequence[Touch], today: dt.date) -> Sequence[Touch]:
    """Touches in the order they happened; those without a day come where their row puts them."""
    before = None
    for touch in touches:
        if touch.on is None or touch.on == before:
            return _rearranged(touches, today)
        before = touch.on
    return touches


def _rearranged(touches: Sequence[Touch], today: dt.date) -> Sequence[Touch]:
    order = [touch for touch in touches if touch.on is not None and touch.on <= today]
    if len(order) > 1:
        order = [
            touch for _, day in groupby(order, key=attrgetter("on")) for touch in _day_in_order(list(day))
        ]
    for touch in touches:
        if touch.on is None:
            _insert_undated(order, touch, touches)
    return order


def _day_in_order(day: list[Touch]) -> list[Touch]:
    """Order one day: by time where all have one; else row by row, and within a row the send before its answer."""
    if len(day) == 1:
        return day
    if all(touch.at is not None for touch in day):
        return sorted(day, key=lambda touch: touch.at or dt.time())
    rows = list(dict.fromkeys(row_of(touch) for touch in day))
    return sorted(day, key=lambda touch: (rows.index(row_of(touch)), not facts_of(touch).asks_reply))


def _insert_undated(order: list[Touch], undated: Touch, touches: Sequence[Touch]) -> None:
    """Put an answer or a bounce without a day behind the last send of its row; at the end when its row sent nothing.

    Left out when the row's sends are all undated or ahead (it can belong to no opening), or when the row has a
    dated answer, which says the same and more.
    """
    if not facts_of(undated).ends_thread and facts_of(undated).role != "bounce":
        return
    row, behind = row_of(undated), 0
    for index, touch in enumerate(order, start=1):
        if row_of(touch) != row:
            continue
        if facts_of(touch).ends_thread:
            return
        if facts_of(touch).asks_reply:
            behind = index
    if behind:
        order.insert(behind, undated)
    elif not any(row_of(touch) == row and facts_of(touch).asks_reply for touch in touches):
        order.append(undated)
