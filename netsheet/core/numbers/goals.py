"""Goals: what the user wants to do in a day, week, month or quarter, counted from the log and its history.

It compares counts with targets. The touches are counted in ``goal_counts``, the sheet Goals is read
in ``goal_sheet``.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from netsheet.core.calendar import (
    Period,
    WorkingCalendar,
    add_calendar_days,
    first_day_of,
    first_day_of_next,
)
from netsheet.core.frames import Frames
from netsheet.core.model import Settings
from netsheet.core.numbers.goal_counts import Goal, Ticks, count_goals

WEEKS_COMPARED: Final = 8
_STRETCH: Final = 1.5
"""A target above the usual number times this is called a stretch."""
_WEEKS_IN: Final[Mapping[Period, float]] = {"day": 0.2, "week": 1, "month": 52 / 12, "quarter": 13}


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalProgress:
    """How far a goal is in the period of today.

    Attributes:
        first_on, last_on: the period.
        count: done so far.
        target: the goal's target, made smaller by the share of break days; 0 when the whole period is off.
        met_on: the day the target was reached, or None.
        streak: periods in a row that were met, this one included once it is; periods off neither count nor break it.
        usual: the median week of the last 8 (for a month or quarter their sum); None when the log is too young.
        realism: one sentence that compares the target with it; "" without one.
    """

    goal: Goal
    first_on: dt.date
    last_on: dt.date
    count: int
    target: int
    met_on: dt.date | None
    streak: int
    usual: float | None
    realism: str

    @property
    def is_met(self) -> bool:
        """Whether the target is reached."""
        return self.met_on is not None


def compute_goals(
    frames: Frames,
    goals: Sequence[Goal],
    *,
    today: dt.date,
    calendar: WorkingCalendar,
    settings: Settings | None = None,
    ticks: Ticks | None = None,
) -> tuple[GoalProgress, ...]:
    """Count every goal up to ``today``, in the order given; those kept by hand by their ticks."""
    dormant_after = (settings or Settings()).dormant_after
    counted = count_goals(frames, goals, dormant_after, ticks)
    return tuple(_progress(goal, days, today, calendar) for goal, days in zip(goals, counted, strict=True))


def _progress(goal: Goal, days: Counter[dt.date], today: dt.date, calendar: WorkingCalendar) -> GoalProgress:
    first_on = first_day_of(goal.period, today)
    last_on = _last_of(goal.period, first_on)
    target = _target(goal, first_on, calendar)
    usual = _usual(goal, days, today, calendar)
    return GoalProgress(
        goal=goal,
        first_on=first_on,
        last_on=last_on,
        count=_between(days, first_on, today),
        target=target,
        met_on=_met_on(days, first_on, today, target),
        streak=_streak(goal, days, today, calendar),
        usual=usual,
        realism="" if usual is None else _realism(goal, usual),
    )


def _last_of(period: Period, first_on: dt.date) -> dt.date:
    return add_calendar_days(first_day_of_next(period, first_on), -1)


def _each_day(first_on: dt.date, last_on: dt.date) -> Iterator[dt.date]:
    return map(dt.date.fromordinal, range(first_on.toordinal(), last_on.toordinal() + 1))


def _between(days: Counter[dt.date], first_on: dt.date, last_on: dt.date) -> int:
    return sum(days[day] for day in _each_day(first_on, last_on) if day in days)


def _target(goal: Goal, first_on: dt.date, calendar: WorkingCalendar) -> int:
    """Return the target of a period: its share of days that are in no break, but one at least; 0 when all are off."""
    days = list(_each_day(first_on, _last_of(goal.period, first_on)))
    usual = sum(map(calendar.is_workday, days))
    left = sum(map(calendar.is_working, days))
    return max(goal.target * left // usual, 1) if left else 0


def _met_on(days: Counter[dt.date], first_on: dt.date, today: dt.date, target: int) -> dt.date | None:
    count = 0
    for day in _each_day(first_on, today):
        count += days[day]
        if target and count >= target:
            return day
    return None


def _streak(goal: Goal, days: Counter[dt.date], today: dt.date, calendar: WorkingCalendar) -> int:
    earliest = min(days, default=today)
    first_on = first_day_of(goal.period, today)
    streak, is_current = 0, True
    while True:
        target = _target(goal, first_on, calendar)
        last_on = _last_of(goal.period, first_on)
        if target and _between(days, first_on, last_on) >= target:
            streak += 1
        elif target and not is_current:
            return streak
        is_current = False
        if first_on <= earliest:
            return streak
        first_on = first_day_of(goal.period, add_calendar_days(first_on, -1))


def _usual(goal: Goal, days: Counter[dt.date], today: dt.date, calendar: WorkingCalendar) -> float | None:
    """Return the median week before this one, of up to 8 since the first thing counted; full break weeks are left out."""
    if not days:
        return None
    earliest = min(days)
    weekly: list[int] = []
    first_on = first_day_of("week", today)
    while len(weekly) < WEEKS_COMPARED and first_on > earliest:
        first_on = add_calendar_days(first_on, -7)
        if any(map(calendar.is_working, _each_day(first_on, _last_of("week", first_on)))):
            weekly.append(_between(days, first_on, _last_of("week", first_on)))
    if len(weekly) < 2:
        return None
    return (
        sum(weekly) / len(weekly) * WEEKS_COMPARED if goal.period in {"month", "quarter"} else median(weekly)
    )


def _realism(goal: Goal, usual: float) -> str:
    """Compare a target with what is usual, without judging."""
    if goal.period in {"month", "quarter"}:
        is_stretch = goal.target / _WEEKS_IN[goal.period] * WEEKS_COMPARED > _STRETCH * max(usual, 1)
        done, aim = f"about {usual:.0f} in {WEEKS_COMPARED} weeks", f"{goal.target} a {goal.period}"
    else:
        weekly = goal.target / _WEEKS_IN[goal.period]
        is_stretch = weekly > _STRETCH * usual
        aim = f"{goal.target}" if goal.period == "week" else f"{goal.target} a day, {weekly:.0f} a week,"
        done = f"{usual:g} a week"
    return f"You have done {done}; {aim} is {'a stretch' if is_stretch else 'within reach'}."
