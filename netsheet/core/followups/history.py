"""What happened between the user and one person up to today, as the rules need it.

One responsibility: to walk through the touches once. It decides nothing about dues.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from netsheet.core.followups.touch_order import in_order
from netsheet.core.model import FollowUp, Person, Touch
from netsheet.core.touch_facts import THREAD_DAYS, TouchRole, facts_of

EARLY_DAYS: Final = 7
"""An outgoing touch up to this many days before the user's own follow-up date already meets it."""


class History:
    """A person's story up to today; what did not happen keeps the default of the class.

    Attributes:
        person: whose story it is.
        last_contact_on: the latest dated touch in either direction; a message that came back is none.
        touch_count: all touches up to today, undated ones too.
        is_contacted: whether there was any touch at all.
        last_out: the latest dated outgoing touch; an undated one where only that and the latest contact are known.
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

    last_contact_on: dt.date | None = None
    touch_count: int = 0
    is_contacted: bool = False
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

    def __init__(self, person: Person) -> None:
        self.person = person


def compute_history(person: Person, *, today: dt.date, dormant_since: dt.date) -> History:
    """Walk through a person's touches up to ``today``; later ones are ignored.

    Args:
        person: whose history.
        today: the day everything is judged on.
        dormant_since: a last contact on this day or before makes the tie dormant.
    """
    history = History(person)
    if person.touches:
        _walk(history, person.touches, today)
        last = history.last_contact_on
        history.is_dormant = last is not None and last <= dormant_since
    if person.follow_ups or person.paused_until is not None:
        history.plan = _next_plan(person, today)
        history.is_planned = history.plan is not None
    if person.meetings_ahead and max(person.meetings_ahead) > today:
        history.is_planned = True
    return history


def _walk(history: History, touches: Sequence[Touch], today: dt.date) -> None:
    happened = in_order(touches, today)
    for touch in happened:
        step = _STEPS[facts_of(touch).role] if touch.on is not None else _take_undated
        step(history, touch)
    history.touch_count = len(happened)
    history.is_contacted = bool(happened)
    if history.last_out is None and history.last_contact_on is not None and happened[-1].on is None:
        _wait_undated(history, happened)


def _wait_undated(history: History, happened: Sequence[Touch]) -> None:
    """Wait for a reply where all that is known is the latest contact, and that the user wrote: one and the same message."""
    sends = [touch for touch in happened if facts_of(touch).asks_reply]
    if sends and all(facts_of(touch).role in {"request", "contact"} for touch in happened):
        history.is_waiting = True
        history.last_out, history.nudge_count = sends[-1], len(sends) - 1
        history.touch_count = max(len(sends), len(happened) - len(sends))


def _send(history: History, touch: Touch) -> None:
    history.nudge_count = history.nudge_count + 1 if history.is_waiting and _is_nudge(history, touch) else 0
    history.is_waiting = True
    _tend(history, touch)


def _is_nudge(history: History, touch: Touch) -> bool:
    """Whether a message belongs to the thread that still waits: it follows the last one closely enough."""
    last = history.last_out
    if last is None or last.on is None or touch.on is None:
        return False
    return (touch.on - last.on).days <= THREAD_DAYS


def _tend(history: History, touch: Touch) -> None:
    history.last_contact_on = touch.on
    history.last_out = touch
    history.owed = history.conversation = history.bounce = None


def _exchange(history: History, touch: Touch) -> None:
    history.last_contact_on = touch.on
    history.is_waiting = False
    history.owed = history.bounce = None


def _answer(history: History, touch: Touch) -> None:
    _exchange(history, touch)
    history.owed = touch


def _meet(history: History, touch: Touch) -> None:
    _exchange(history, touch)
    history.conversation = touch


def _come_back(history: History, touch: Touch) -> None:
    if history.is_waiting:
        history.is_waiting = False
        history.bounce = touch


def _move_clock(history: History, touch: Touch) -> None:
    history.last_contact_on = touch.on
    history.owed = None


def _take_undated(history: History, touch: Touch) -> None:
    """Take a touch that is only known to have happened: it answers, nudges or thanks, and moves no clock."""
    facts = facts_of(touch)
    if facts.ends_thread:
        history.is_waiting = False
        history.bounce = None
        history.answered = touch
    elif facts.role == "bounce":
        _come_back(history, touch)
    elif facts.asks_reply and history.is_waiting:
        history.nudge_count += 1
    elif touch.kind == "thanks":
        history.conversation = None


_STEPS: Final[dict[TouchRole, Callable[[History, Touch], None]]] = {
    "request": _send,
    "courtesy": _tend,
    "answer": _answer,
    "conversation": _meet,
    "exchange": _exchange,
    "bounce": _come_back,
    "contact": _move_clock,
}


def first_outgoing_on(person: Person, *, today: dt.date) -> dt.date | None:
    """Return the day the user first wrote to or met a person."""
    return min(_outgoing_days(person.touches, today), default=None)


def open_plans(person: Person, *, today: dt.date) -> list[FollowUp]:
    """Return the user's own follow-up dates that nothing up to ``today`` has met yet."""
    plans = [plan for plan in person.follow_ups if not plan.is_done]
    days = _outgoing_days(person.touches, today) if plans else []
    return [plan for plan in plans if not is_met(plan, days)]


def _next_plan(person: Person, today: dt.date) -> FollowUp | None:
    """Return the earliest open follow-up date; the day someone was parked to is one too."""
    plans = open_plans(person, today=today)
    if person.paused_until is not None:
        place = person.standpoint_place or person.place
        parked = FollowUp(on=person.paused_until, place=place, note="parked until then")
        if not is_met(parked, _outgoing_days(person.touches, today)):
            plans.append(parked)
    return min(plans, key=lambda plan: (plan.on, plan.note), default=None)


def _outgoing_days(touches: Iterable[Touch], today: dt.date) -> list[dt.date]:
    return [
        touch.on
        for touch in touches
        if touch.on is not None and touch.on <= today and facts_of(touch).is_initiative
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
