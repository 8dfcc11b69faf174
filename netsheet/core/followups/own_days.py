"""The user's own days: follow-up dates, snoozes and parks, and what meets or ends them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final

from netsheet.core.calendar import WorkingCalendar
from netsheet.core.followups.remembered import NOTHING, Remembered
from netsheet.core.followups.touch_order import row_of
from netsheet.core.model import FollowUp, Person, Touch
from netsheet.core.touch_facts import facts_of

PAUSED_UNTIL: Final = "paused until then"
"""What is said of the day that somebody was paused to."""
_EARLY_WORKING_DAYS: Final = 5
"""An outgoing touch up to this many working days before the user's own follow-up date already meets it."""


def next_plan(
    person: Person, *, today: dt.date, calendar: WorkingCalendar, remembered: Remembered = NOTHING
) -> FollowUp | None:
    """Return the earliest of the user's own days that is still open; the day someone was parked to is one too."""
    if not person.follow_ups and person.paused_until is None:
        return None
    plans = open_plans(person, today=today, calendar=calendar, remembered=remembered)
    return min(plans, key=lambda plan: (plan.on, plan.note), default=None)


def open_plans(
    person: Person, *, today: dt.date, calendar: WorkingCalendar, remembered: Remembered = NOTHING
) -> list[FollowUp]:
    """Return the user's own days that nothing up to ``today`` has met, ended or replaced yet."""
    plans = [plan for plan in person.follow_ups if not plan.is_done]
    if person.paused_until is not None and not is_park_over(person, today=today, remembered=remembered):
        place = person.state_place or person.place
        plans.append(FollowUp(on=person.paused_until, place=place, note=PAUSED_UNTIL))
    if not plans:
        return []
    plans = _without_replaced(plans, person, today, remembered)
    days = _days_of_initiative(person, today)
    said_on = max(_not_now_days(person, today), default=dt.date.min)
    return [plan for plan in plans if plan.on > said_on and _met_on(plan, days, calendar, remembered) is None]


def days_of_new_threads(
    person: Person, *, today: dt.date, calendar: WorkingCalendar, remembered: Remembered = NOTHING
) -> frozenset[dt.date]:
    """Return the days on which the user did what a follow-up date of theirs was for: reminders are counted anew from there.

    What was only put off goes on as it was.
    """
    plans = [plan for plan in person.follow_ups if plan.snoozed_on is None]
    days = _days_of_initiative(person, today) if plans else []
    return frozenset(on for plan in plans if (on := _met_on(plan, days, calendar, remembered)) is not None)


def _days_of_initiative(person: Person, today: dt.date) -> list[tuple[dt.date, bool]]:
    """List the days on which the user did something, the first first, each with whether it was thanks."""
    return sorted(
        (touch.on, touch.kind == "thanks")
        for touch in person.touches
        if touch.on is not None and touch.on <= today and facts_of(touch).is_initiative
    )


def _not_now_days(person: Person, today: dt.date) -> Iterator[dt.date]:
    """Give the days on which they said "not now", which is the end of all earlier plans; undated in a row is its newest."""
    for touch in person.touches:
        if touch.response_type == "not now":
            in_row = (other.on for other in person.touches if row_of(other) == row_of(touch))
            days = [touch.on] if touch.on is not None else in_row
            yield from (day for day in days if day is not None and day <= today)


def is_park_over(person: Person, *, today: dt.date, remembered: Remembered) -> bool:
    """Whether a touch of theirs came after the user parked them; unknown where no refresh has seen the word."""
    parked_on = remembered.parked_on
    return parked_on is not None and _have_written_since(parked_on, person, today, remembered)


def _have_written_since(day: dt.date, person: Person, today: dt.date, remembered: Remembered) -> bool:
    """Whether something of theirs came, or was logged, after a day."""
    if remembered.reply_shown_on is not None and remembered.reply_shown_on > day:
        return True
    return any(
        touch.on is not None and day < touch.on <= today and _is_theirs(touch) for touch in person.touches
    )


def _is_theirs(touch: Touch) -> bool:
    return touch.direction != "both" and facts_of(touch).ends_thread


def _without_replaced(
    plans: list[FollowUp], person: Person, today: dt.date, remembered: Remembered
) -> list[FollowUp]:
    """Leave out the snoozes that a touch of theirs or a later plan ended, and the days that the last snooze replaced."""
    snoozes = [plan for plan in plans if plan.snoozed_on is not None]
    if not snoozes:
        return plans
    last = max(snoozes, key=lambda plan: (plan.snoozed_on or dt.date.min, plan.on))
    taken_on = last.snoozed_on or today
    later = [
        plan
        for plan in plans
        if plan.snoozed_on is None and _is_later(plan.on, plan.set_on, taken_on, remembered)
    ]
    is_over = (
        bool(later)
        or any(_is_later(day, None, taken_on, remembered) for day in person.meetings_ahead)
        or _have_written_since(taken_on, person, today, remembered)
    )
    return later if is_over else [last]


def _is_later(day: dt.date, set_on: dt.date | None, taken_on: dt.date, remembered: Remembered) -> bool:
    """Whether the user set a day after a snooze was taken."""
    known_since = remembered.plans_shown_on.get(day, set_on)
    return known_since is not None and known_since > taken_on


def _met_on(
    plan: FollowUp, days: Iterable[tuple[dt.date, bool]], calendar: WorkingCalendar, remembered: Remembered
) -> dt.date | None:
    """Return the day on which what the user did met a day of theirs; None when nothing did.

    A day on or after it does, and one shortly before (``_EARLY_WORKING_DAYS``) when it is later than the touch the day
    was set with, and than the refresh that first showed the day: a message sent before the day was typed does not meet it.
    Thanks shortly before do not either: they were for something else. ``days``: as of ``_days_of_initiative``.
    """
    shown_on = remembered.plans_shown_on.get(plan.on, dt.date.min)
    known_on = plan.snoozed_on or plan.set_on
    set_on = None if known_on is None else max(known_on, shown_on)
    for day, is_thanks in days:
        if day >= plan.on:
            return day
        is_new = set_on is not None and day > set_on and not is_thanks
        if is_new and calendar.working_days_between(day, plan.on) <= _EARLY_WORKING_DAYS:
            return day
    return None
