"""What happened between the user and one person up to today, as the rules need it.

One responsibility: to walk through the touches once. It decides nothing about dues.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Literal

from netsheet.core.model import FollowUp, Person, Touch

Role = Literal["send", "tend", "answer", "together", "exchange", "bounce", "clock"]
"""What a touch does: asks for a reply, tends the tie without asking, answers, is a conversation to thank for, goes
both ways without one, came back, or only moves the clock."""

THREAD_DAYS: Final = 90
"""An outgoing touch more than this many days after the last unanswered one begins anew, with no nudge sent yet."""

EARLY_DAYS: Final = 7
"""An outgoing touch up to this many days before the user's own follow-up date already meets it."""

_NO_REPLY_ASKED = frozenset({"thanks", "wish", "social"})
_CONVERSATIONS = frozenset({"meeting", "event", "interview"})
_KINDS = (
    "message", "reply", "bounce", "meeting", "call", "event", "interview", "referral", "thanks", "wish", "social",
)  # fmt: skip


def _role(kind: str, direction: str) -> Role:
    if kind == "bounce":
        return "bounce"
    if kind in _CONVERSATIONS or (kind in {"call", "referral"} and direction != "out"):
        return "together"
    if direction == "both":
        return "exchange"
    if direction == "in" or (kind == "reply" and direction == "unknown"):
        return "answer"
    if direction == "unknown":
        return "clock"
    return "tend" if kind in _NO_REPLY_ASKED else "send"


_ROLES: Final[dict[tuple[str, str], Role]] = {
    (kind, direction): _role(kind, direction)
    for kind in _KINDS
    for direction in ("out", "in", "both", "unknown")
}


def touch_role(touch: Touch) -> Role:
    """Say what a touch does between two people."""
    role = _ROLES[touch.kind, touch.direction]
    if role == "send" and touch.intent in {"thanks", "social"}:
        return "tend"
    return role


@dataclass(slots=True)
class History:
    """A person's story up to today.

    Attributes:
        person: whose story it is.
        last_contact_on: the latest dated touch in either direction; a message that came back is none.
        touch_count: all touches up to today, undated ones too.
        is_contacted: whether there was any touch at all.
        first_sent_on: the day the user first wrote to or met the person.
        last_out: the latest dated outgoing touch.
        nudge_count: outgoing touches since the opening that still waits for an answer.
        is_waiting: whether the last touch that asks for a reply has none yet.
        bounce: the notice that the last send came back.
        owed: their message, when it is the newest touch.
        conversation: the latest conversation or referral, when nothing outgoing followed it.
        answered: the undated answer ("replied, date unknown"), when there is one.
        plan: the user's own follow-up date that is not met yet, the earliest.
        is_planned: whether such a date or a future meeting takes the place of the automatic rules.
        is_dormant: whether the last contact is as long ago as the settings say.
    """

    person: Person
    last_contact_on: dt.date | None = None
    touch_count: int = 0
    is_contacted: bool = False
    first_sent_on: dt.date | None = None
    last_out: Touch | None = None
    nudge_count: int = 0
    is_waiting: bool = False
    bounce: Touch | None = None
    owed: Touch | None = None
    conversation: Touch | None = None
    answered: Touch | None = None
    plan: FollowUp | None = None
    is_planned: bool = False
    is_dormant: bool = False


def compute_history(person: Person, *, today: dt.date, dormant_after: int) -> History:
    """Walk through a person's touches up to ``today``; later ones are ignored."""
    history = History(person)
    touches = person.touches
    if touches:
        _walk(history, touches, today)
        last = history.last_contact_on
        history.is_dormant = last is not None and (today - last).days >= dormant_after
    if person.follow_ups or person.paused_until is not None:
        history.plan = _open_plan(person, today)
        history.is_planned = history.plan is not None
    if person.meetings_ahead and max(person.meetings_ahead) > today:
        history.is_planned = True
    return history


def _walk(history: History, touches: Sequence[Touch], today: dt.date) -> None:
    previous = None
    for touch in touches:
        on = touch.on
        if on is None or on > today or (previous is not None and on <= previous):
            _walk_with_care(history, touches, today)
            return
        previous = on
    for touch in touches:
        _take(history, touch, touch.on)


def _take(history: History, touch: Touch, on: dt.date | None) -> None:
    role = touch_role(touch)
    history.touch_count += 1
    history.is_contacted = True
    if role == "bounce":
        _take_bounce(history, touch)
        return
    if on is not None:
        history.last_contact_on = on
    if role in {"send", "tend"}:
        _take_outgoing(history, touch, on, is_asking=role == "send")
        return
    history.owed = None
    if role == "clock":
        return
    history.is_waiting = False
    history.bounce = None
    if role == "together":
        history.conversation = touch
        if history.first_sent_on is None:
            history.first_sent_on = on
    elif role == "answer":
        history.owed = touch


def _take_bounce(history: History, touch: Touch) -> None:
    if history.is_waiting:
        history.is_waiting = False
        history.bounce = touch


def _take_outgoing(history: History, touch: Touch, on: dt.date | None, *, is_asking: bool) -> None:
    last = history.last_out
    if is_asking:
        is_nudge = (
            history.is_waiting
            and last is not None
            and last.on is not None
            and on is not None
            and (on - last.on).days <= THREAD_DAYS
        )
        history.nudge_count = history.nudge_count + 1 if is_nudge else 0
        history.is_waiting = True
    if history.first_sent_on is None:
        history.first_sent_on = on
    history.last_out = touch
    history.owed = history.conversation = history.bounce = None


def _walk_with_care(history: History, touches: Sequence[Touch], today: dt.date) -> None:
    """Walk where some touches share a day or have none: no sheet order is needed to tell what came first."""
    dated = sorted((touch for touch in touches if touch.on is not None and touch.on <= today), key=_day)
    undated = [touch for touch in touches if touch.on is None]
    last_in_row = {(touch.place.sheet, touch.place.row): touch.on for touch in dated}
    latest = dated[-1].on if dated else None
    waiting_for_their_row: dict[dt.date | None, list[Touch]] = {}
    for touch in undated:
        on = last_in_row.get((touch.place.sheet, touch.place.row), latest)
        waiting_for_their_row.setdefault(on, []).append(touch)
    for on, group in groupby(dated, key=_day):
        for touch in _day_in_order(list(group), is_waiting=history.is_waiting):
            _take(history, touch, on)
        for touch in waiting_for_their_row.pop(on, ()):
            _take_undated(history, touch)
    for touch in waiting_for_their_row.pop(None, ()):
        _take_undated(history, touch)


def _day(touch: Touch) -> dt.date:
    return touch.on or dt.date.min


def _take_undated(history: History, touch: Touch) -> None:
    """Take a touch that is only known to have happened: it answers or thanks, and moves no clock."""
    role = touch_role(touch)
    history.touch_count += 1
    history.is_contacted = True
    if role in {"answer", "together", "exchange"}:
        history.is_waiting = False
        history.bounce = None
        history.answered = touch
    elif role == "bounce":
        _take_bounce(history, touch)
    elif touch.kind == "thanks":
        history.conversation = None


def _day_in_order(day: list[Touch], *, is_waiting: bool) -> list[Touch]:
    """Order the touches of one day: by time where all have one, else by what makes sense of them.

    A message and an answer in the same sheet row happened in that order. In different rows the answer comes
    first when one was awaited, else the message does. Thanks come after the conversation they are for.
    """
    if len(day) == 1:
        return day
    if all(touch.at is not None for touch in day):
        return sorted(day, key=lambda touch: touch.at or dt.time())
    roles = {touch_role(touch) for touch in day}
    answered_rows = {touch.place.row for touch in day if touch_role(touch) in {"answer", "together"}}
    is_opened_today = not is_waiting and "answer" in roles and "together" not in roles

    def moment(touch: Touch) -> tuple[int, str, str]:
        role = touch_role(touch)
        if role == "send" and (is_opened_today or touch.place.row in answered_rows):
            rank = 1
        else:
            rank = {"clock": 0, "answer": 2, "exchange": 3, "together": 3, "send": 4, "tend": 4, "bounce": 5}[
                role
            ]
        return rank, touch.kind, touch.channel or ""

    return sorted(day, key=moment)


def _open_plan(person: Person, today: dt.date) -> FollowUp | None:
    """Return the earliest follow-up date that nothing has met yet; a date someone was parked to is one too."""
    plans = [plan for plan in person.follow_ups if not plan.is_done]
    if person.paused_until is not None:
        place = person.standpoint_place or person.place
        plans.append(FollowUp(on=person.paused_until, place=place, note="parked until then"))
    days = _outgoing_days(person.touches, today)
    still_open = [plan for plan in plans if not is_met(plan, days)]
    return min(still_open, key=lambda plan: (plan.on, plan.note)) if still_open else None


def _outgoing_days(touches: Iterable[Touch], today: dt.date) -> list[dt.date]:
    return [
        touch.on
        for touch in touches
        if touch.on is not None and touch.on <= today and touch_role(touch) in {"send", "tend", "together"}
    ]


def is_met(plan: FollowUp, outgoing_days: Iterable[dt.date]) -> bool:
    """Whether an outgoing touch meets a follow-up date.

    One after the date does, and one on it or shortly before (``EARLY_DAYS``) when it is later than the touch the
    date was set with.
    """
    earliest = plan.on - dt.timedelta(days=EARLY_DAYS)
    for day in outgoing_days:
        if day > plan.on or (day == plan.on and plan.set_on is None):
            return True
        if plan.set_on is not None and plan.set_on < day >= earliest:
            return True
    return False
