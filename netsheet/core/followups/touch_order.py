"""The order in which things happened between two people; shuffled rows give the same one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Final

from netsheet.core.model import Touch
from netsheet.core.touch_facts import TouchRole, facts_of


def in_order(touches: Sequence[Touch], today: dt.date) -> Sequence[Touch]:
    """Order what happened up to ``today``, whatever the order of the sheet.

    Within a day see ``_day_in_order``. A touch without a day comes after the latest of its own sheet row, else
    behind all.
    """
    if len(touches) == 1 and (on := touches[0].on) is not None and on <= today:
        return touches
    previous = dt.date.min
    for touch in touches:
        on = touch.on
        if on is None or on <= previous or on > today:
            return _in_careful_order(touches, today)
        previous = on
    return touches


def _in_careful_order(touches: Sequence[Touch], today: dt.date) -> list[Touch]:
    dated = sorted((touch for touch in touches if touch.on is not None and touch.on <= today), key=_day)
    last_in_row = {row_of(touch): _day(touch) for touch in dated}
    latest = _day(dated[-1]) if dated else dt.date.min
    undated: dict[dt.date, list[Touch]] = {}
    for touch in touches:
        if touch.on is None:
            undated.setdefault(last_in_row.get(row_of(touch), latest), []).append(touch)
    happened: list[Touch] = []
    for on, day in groupby(dated, key=_day):
        happened += _day_in_order(list(day), happened)
        happened += undated.pop(on, ())
    for rest in undated.values():
        happened += rest
    return happened


def _day(touch: Touch) -> dt.date:
    return touch.on or dt.date.min


def row_of(touch: Touch) -> tuple[str, int]:
    """Return the sheet and the row that a touch was read from."""
    return touch.place.sheet, touch.place.row


def _day_in_order(day: list[Touch], before: Iterable[Touch]) -> list[Touch]:
    """Order the touches of one day: by time where all have one, else by what makes sense of them.

    A message and an answer in the same sheet row happened in that order. In different rows the answer comes
    first when one was awaited, else the message does. Thanks come after the conversation they are for. What the user
    recorded as done comes where its step was (``Touch.in_day``).
    """
    if len(day) == 1:
        return day
    if all(touch.at is not None and touch.in_day is None for touch in day):
        return sorted(day, key=lambda touch: touch.at or dt.time())
    roles = {facts_of(touch).role for touch in day}
    answered_rows = {row_of(touch) for touch in day if facts_of(touch).role in _ANSWERS}
    is_opened_today = (
        not roles.isdisjoint({"answer", "acceptance"})
        and "conversation" not in roles
        and not _is_waiting_after(before)
    )

    def moment(touch: Touch) -> tuple[int, str, str]:
        role = facts_of(touch).role
        rank = _RANK_IN_DAY[role]
        is_first = role == "request" and (is_opened_today or row_of(touch) in answered_rows)
        if touch.in_day == "before" or (is_first and touch.in_day is None):
            rank = 1
        return rank, touch.kind, touch.channel or ""

    return sorted(day, key=moment)


_ANSWERS: Final[frozenset[TouchRole]] = frozenset({"answer", "acceptance", "conversation"})
_RANK_IN_DAY: Final[Mapping[TouchRole, int]] = {
    "contact": 0,
    # 1: a request that opened the thread, or whose answer is in its row, or was recorded as sent before
    "answer": 2,
    "acceptance": 2,
    "exchange": 3,
    "conversation": 3,
    "request": 4,
    "courtesy": 4,
    "reaction": 4,
    "bounce": 5,
    "automatic reply": 5,
}


def _is_waiting_after(touches: Iterable[Touch]) -> bool:
    """Whether the last of these touches that asks for a reply had none by then."""
    is_waiting = False
    for touch in touches:
        facts = facts_of(touch)
        if facts.role not in {"courtesy", "reaction", "contact", "automatic reply"}:
            is_waiting = facts.asks_reply
    return is_waiting
