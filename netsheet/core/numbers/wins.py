"""Wins: the good news of the last days, computed from the log.

A "no" counts as an answer: someone took the time.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from netsheet.core.calendar import add_calendar_days
from netsheet.core.followups.contact_history import History
from netsheet.core.followups.standing import Standing
from netsheet.core.model import Person, Touch
from netsheet.core.numbers.goals import GoalProgress
from netsheet.core.touch_facts import TouchRole, facts_of

WinKind = Literal["first_reply", "quick_reply", "meeting", "referral", "promise_kept", "goal_met", "streak"]

DAYS_SHOWN: Final = 7
QUICK_DAYS: Final = 2
"""A reply that came in less than this many days is a quick one."""
SHORTEST_STREAK: Final = 2

_EXCHANGES: Final[frozenset[TouchRole]] = frozenset({"answer", "conversation", "exchange"})
"""After one of these, with a day or without, no answer is the first."""

_WHEN: Final = {"day": "today", "week": "this week", "month": "this month", "quarter": "this quarter"}
_HELD: Final = {
    "meeting": "You met {name}",
    "call": "You spoke with {name}",
    "event": "You met {name} at an event",
    "interview": "You had an informational interview with {name}",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Win:
    """One piece of good news. ``person`` is the key, or None when it is about no single person."""

    kind: WinKind
    on: dt.date
    sentence: str
    person: str | None = None


def compute_wins(
    standings: Iterable[Standing],
    goals: Iterable[GoalProgress],
    *,
    today: dt.date,
) -> tuple[Win, ...]:
    """Find the wins of the last 7 days, today included, the newest first; of a day those of goals, then person by person."""
    since = add_calendar_days(today, 1 - DAYS_SHOWN)
    wins = [
        win
        for standing in standings
        if _is_recent(standing.history, since)
        for win in _wins_with(standing.history, since, today)
    ]
    wins += _wins_of_goals(goals, since, today)
    return tuple(
        sorted(wins, key=lambda win: (-win.on.toordinal(), win.person or "", win.kind, win.sentence))
    )


def _is_recent(history: History, since: dt.date) -> bool:
    """Whether anything that happened with a person can be a win of these days."""
    person, last = history.person, history.last_contact_on
    return (last is not None and last >= since) or person.referral_on is not None or bool(person.promises)


def _wins_with(history: History, since: dt.date, today: dt.date) -> Iterator[Win]:
    person = history.person
    has_talked = False
    sent_on: dt.date | None = None
    for touch in history.touches:
        on, facts, was_first = touch.on, facts_of(touch), not has_talked
        has_talked = has_talked or facts.role in _EXCHANGES
        if on is None:
            continue
        if facts.asks_reply and sent_on is None and touch.since is None:
            sent_on = on
        if facts.role == "answer":
            if on >= since:
                known_sent_on = sent_on if touch.since is None else None
                yield from _wins_of_reply(person, on, known_sent_on, is_first=was_first)
            sent_on = None
        elif facts.role == "conversation" and on >= since:
            yield _win_of_conversation(person, touch, on)
    yield from _wins_of_row(person, since, today)


def _wins_of_reply(person: Person, on: dt.date, sent_on: dt.date | None, *, is_first: bool) -> Iterator[Win]:
    if sent_on is not None and (on - sent_on).days < QUICK_DAYS:
        when = "the same day" if on == sent_on else "within a day"
        yield Win(kind="quick_reply", on=on, person=person.key, sentence=f"{person.name} answered {when}.")
    elif is_first:
        sentence = f"{person.name} answered you for the first time."
        yield Win(kind="first_reply", on=on, person=person.key, sentence=sentence)


def _win_of_conversation(person: Person, touch: Touch, on: dt.date) -> Win:
    if touch.kind == "referral":
        return Win(kind="referral", on=on, person=person.key, sentence=f"{person.name} referred you.")
    sentence = f"{_HELD[touch.kind].format(name=person.name)}."
    return Win(kind="meeting", on=on, person=person.key, sentence=sentence)


def _wins_of_row(person: Person, since: dt.date, today: dt.date) -> Iterator[Win]:
    referral_on = person.referral_on
    if referral_on is not None and since <= referral_on <= today:
        is_told = any(touch.kind == "referral" and touch.on == referral_on for touch in person.touches)
        if not is_told:
            sentence = f"{person.name} referred you."
            yield Win(kind="referral", on=referral_on, person=person.key, sentence=sentence)
    for promise in person.promises:
        kept_on = promise.by or promise.made_on
        if promise.is_done and kept_on is not None and since <= kept_on <= today:
            sentence = f"You kept your promise to {person.name}."
            yield Win(kind="promise_kept", on=kept_on, person=person.key, sentence=sentence)


def _wins_of_goals(goals: Iterable[GoalProgress], since: dt.date, today: dt.date) -> Iterator[Win]:
    for progress in goals:
        goal, met_on = progress.goal, progress.met_on
        if progress.week_on is not None and since <= progress.week_on <= today:
            yield Win(
                kind="streak", on=progress.week_on, sentence=f"{goal.name}: {progress.streak} days in a row."
            )
        if met_on is None or not since <= met_on <= today:
            continue
        counts = f"{goal.name}: {progress.count} of {progress.target}"
        when = "" if goal.period is None or goal.days else f" {_WHEN[goal.period]}"
        yield Win(kind="goal_met", on=met_on, sentence=f"{counts}{when}.")
        if progress.streak >= SHORTEST_STREAK and not goal.days:
            sentence = f"{goal.name}: {progress.streak} {goal.period}s in a row."
            yield Win(kind="streak", on=met_on, sentence=sentence)
