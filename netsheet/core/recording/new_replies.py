"""Replies that are new since the last refresh: a touch of theirs, a yes, another text under "Response".

A word that says the user owes an answer is one too: nobody types it without a message of theirs.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from netsheet.core.calendar import add_calendar_days
from netsheet.core.model import Touch
from netsheet.core.recording.history_lines import HistoryLine
from netsheet.core.recording.history_words import TOUCH_OF_WORD
from netsheet.core.recording.memory_lines import MOST_DAYS
from netsheet.core.touch_facts import facts_of

Value = TypeVar("Value")

SEEN_IN_LOG: Final = "seen in the log"
"""How a reply got into the history that a cell of the log showed."""
NEW_ROW_DAYS: Final = 30
"""In a new row a yes without a day is a new reply when the row's newest day is at most this old."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What a person's rows say of their answers.

    Attributes:
        days: the days of what came from them, also those the history holds; None where a day is not known.
        texts: what the cells under "Response" say that mean an answer, a yes too.
        newest_on: the newest day of their rows.
        owed: the words that say the user owes them an answer, while no day of theirs says so.
    """

    days: Sequence[dt.date | None] = ()
    texts: Sequence[str] = ()
    newest_on: dt.date | None = None
    owed: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewReply:
    """A reply that the last refresh did not see. ``since`` is the first day of its span, None when its day is known."""

    on: dt.date
    since: dt.date | None = None


def find_new_replies(
    before: Answers | None, now: Answers, *, last_refresh_on: dt.date | None, today: dt.date
) -> tuple[NewReply, ...]:
    """Find what a person answered since the last refresh, by day.

    Args:
        before: what the memory holds of them; None for somebody it does not know.
        now: what their rows say.
        last_refresh_on: the day of the memory; None on a first refresh, on which nothing is new but what the user's own
            word says they owe.
        today: the day of this run. Days after it are plans, or slips.
    """
    known = before or Answers()
    if any(_added(now.owed, known.owed)):
        first_on = now.newest_on or add_calendar_days(today, -NEW_ROW_DAYS)
        return (NewReply(on=today, since=first_on if first_on < today else None),)
    if last_refresh_on is None:
        return ()
    dated = sorted(on for on in _added(now.days, known.days) if on is not None and on <= today)
    if len(known.days) >= MOST_DAYS:
        # The memory holds only the newest of very many.
        oldest = min((on for on in known.days if on is not None), default=dt.date.min)
        dated = [on for on in dated if on > oldest]
    if before is None:
        # Somebody new brings old replies along: only fresh ones are news.
        dated = [on for on in dated if _is_fresh(on, today)]
    if dated:
        return tuple(NewReply(on=on) for on in dated)
    if not any(_added(now.texts, known.texts)) and None not in _added(now.days, known.days):
        return ()
    since = last_refresh_on if before is not None else now.newest_on
    if since is None or (before is None and not _is_fresh(since, today)):
        return ()
    if since in known.days:
        since = add_calendar_days(since, 1)  # what came on that day was seen then
    return (NewReply(on=today, since=since if since < today else None),)


def _is_fresh(on: dt.date, today: dt.date) -> bool:
    return 0 <= (today - on).days <= NEW_ROW_DAYS


def _added(now: Iterable[Value], before: Iterable[Value]) -> list[Value]:
    added = Counter(now)
    added.subtract(Counter(before))
    return [value for value, count in added.items() if count > 0]


def replies_of_cells(lines: Iterable[HistoryLine], touches: Iterable[Touch]) -> tuple[HistoryLine, ...]:
    """Return the replies that only a cell of the log showed, and to which the user has written nothing since.

    Args:
        lines: one person's lines of the history.
        touches: that person's, as the log says.
    """
    known = list(lines)
    sent = [touch.on for touch in touches if touch.on is not None and facts_of(touch).is_from_user]
    sent += [line.on for line in known if _is_from_user(line)]
    newest_on = max(sent, default=dt.date.min)
    return tuple(
        line for line in known if line.what == "replied" and line.how == SEEN_IN_LOG and line.on > newest_on
    )


def _is_from_user(line: HistoryLine) -> bool:
    touch = TOUCH_OF_WORD.get(line.what)
    return touch is not None and touch.direction == "out"


def without_replaced(lines: Iterable[HistoryLine], their_days: Iterable[dt.date]) -> tuple[HistoryLine, ...]:
    """Leave out the replies of unknown day for which the user has typed the day since, inside their span.

    Args:
        lines: one person's lines of the history.
        their_days: the days of that person's answers in the log, without those of the history.
    """
    free = sorted(their_days)
    kept = []
    for line in sorted(lines, key=lambda each: (each.on, each.since or each.on)):
        is_span = line.what == "replied" and line.since is not None
        day = next((on for on in free if is_span and line.since and line.since <= on <= line.on), None)
        if day is None:
            kept.append(line)
        else:
            free.remove(day)
    return tuple(kept)
