"""Goals: what the user wants to do in a day, week, month or quarter, counted from the log and its history.

It compares counts with targets. The touches are counted in ``goal_counts``, the sheet Goals is read
in ``goal_sheet``.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
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
from netsheet.core.numbers.goal_filters import PeopleTexts
from netsheet.core.numbers.goal_past import GoalPast, SeenTarget, target_on, targets_of
from netsheet.core.numbers.pace import FEWEST_WEEKS, MOST_WEEKS, Pace, compute_pace

Targets = tuple[SeenTarget, ...]
_WEEK: Final = 7
_STRETCH: Final = 1.5
"""A target above the usual number times this is called a stretch."""
_WEEKS_IN: Final[Mapping[Period, float]] = {"day": 0.2, "week": 1, "month": 52 / 12, "quarter": 13}


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalProgress:
    """How far a goal is in the period of today; one with a number in all, or a challenge, from its first day to its last.

    Attributes:
        as_of: today.
        first_on, last_on: the period.
        count: done so far; of a challenge, the days on which it was done.
        target: the goal's target, made smaller by the share of break days; 0 when the whole period is off.
        met_on: the day the target was reached, or None.
        streak: periods in a row that were met, this one included once it is; periods off neither count nor break it.
        usual: the median week of the last 8 (for a month or quarter their sum); None when the log is too young.
        realism: one sentence that compares the target with it; "" without one.
        pace: when what is left will be done; None where it is done, too little is known, or the period is short.
        changed_on: the day on which a refresh first saw the target of today, where there was another before; else None.
        target_before: that other one, else 0.
        week_on: of a challenge with a streak of a week or more, the day that made its last full week; else None.
        day_number: of a challenge, which of its days today is; 0 before the first and after the last.
    """

    goal: Goal
    as_of: dt.date
    first_on: dt.date
    last_on: dt.date
    count: int
    target: int
    met_on: dt.date | None
    streak: int
    usual: float | None = None
    realism: str = ""
    pace: Pace | None = None
    changed_on: dt.date | None = None
    target_before: int = 0
    week_on: dt.date | None = None
    day_number: int = 0

    @property
    def is_met(self) -> bool:
        """Whether the target is reached."""
        return self.met_on is not None

    @property
    def is_over(self) -> bool:
        """Whether its last day has passed."""
        return self.last_on < self.as_of or (self.goal.by is not None and self.goal.by < self.as_of)

    @property
    def is_ahead(self) -> bool:
        """Whether its first day is still to come."""
        return self.first_on > self.as_of


def compute_goals(
    frames: Frames,
    goals: Sequence[Goal],
    *,
    today: dt.date,
    calendar: WorkingCalendar,
    settings: Settings | None = None,
    ticks: Ticks | None = None,
    past: GoalPast | None = None,
    texts: PeopleTexts | None = None,
) -> tuple[GoalProgress, ...]:
    """Count every goal up to ``today``, in the order given; those kept by hand by their ticks.

    Args:
        frames: the touches and the people.
        goals: what to count.
        today: the day everything is judged on.
        calendar: the user's working days and breaks.
        settings: they say when a tie is dormant.
        ticks: of the goals kept by hand.
        past: what earlier refreshes saw of the goals.
        texts: what the log says of the people, for filters.
    """
    dormant_after = (settings or Settings()).dormant_after
    counted = count_goals(frames, goals, dormant_after, ticks, texts)
    return tuple(
        _changed(_progress(goal, days, targets, today, calendar), targets)
        for goal, days in zip(goals, counted, strict=True)
        for targets in [targets_of(goal, past or {}, today=today)]
    )


def _changed(progress: GoalProgress, targets: Targets) -> GoalProgress:
    """Add since when the target is another one."""
    if len(targets) < 2:
        return progress
    return replace(progress, changed_on=targets[-1].since, target_before=targets[-2].target)


def _progress(
    goal: Goal, days: Counter[dt.date], targets: Targets, today: dt.date, calendar: WorkingCalendar
) -> GoalProgress:
    """Count in the period of today; of a goal that is over, in its last one, and of one ahead, in its first."""
    if goal.days:
        return _challenge(goal, days, goal.from_on or targets[0].since, today, calendar)
    if goal.period is None:
        return _in_all(goal, days, goal.from_on or targets[0].since, today, calendar)
    period = goal.period
    as_of = min(today, goal.by or today)
    first_on = max(first_day_of(period, max(as_of, goal.from_on or as_of)), goal.from_on or dt.date.min)
    last_on = _last_of(period, first_on)
    counts = Counter({day: count for day, count in days.items() if day >= (goal.from_on or day)})
    target = _target(goal.target, period, first_day_of(period, first_on), calendar)
    count = _between(counts, first_on, as_of)
    usual = _usual(period, days, as_of, calendar)
    is_long = period in {"month", "quarter"}
    return GoalProgress(
        goal=goal,
        as_of=today,
        first_on=first_on,
        last_on=last_on if goal.by is None else min(last_on, goal.by),
        count=count,
        target=target,
        met_on=_met_on(counts, first_on, as_of, target),
        streak=_streak(period, targets, counts, as_of, calendar),
        usual=usual,
        realism="" if usual is None else _realism(goal, period, usual),
        pace=_pace(days, target - count, today, calendar) if is_long and as_of == today else None,
    )


def _in_all(
    goal: Goal, days: Counter[dt.date], first_on: dt.date, today: dt.date, calendar: WorkingCalendar
) -> GoalProgress:
    """Count from the first day on; breaks make one number in all no smaller."""
    last_on = max(goal.by or today, first_on)
    as_of = min(today, last_on)
    count = _between(days, first_on, as_of)
    return GoalProgress(
        goal=goal,
        as_of=today,
        first_on=first_on,
        last_on=last_on,
        count=count,
        target=goal.target,
        met_on=_met_on(days, first_on, as_of, goal.target),
        streak=0,
        pace=_pace(days, goal.target - count, today, calendar) if first_on <= today <= last_on else None,
    )


def _challenge(
    goal: Goal, days: Counter[dt.date], first_on: dt.date, today: dt.date, calendar: WorkingCalendar
) -> GoalProgress:
    """Count the days of a challenge on which it was done; break days are none of its days."""
    own = [first_on if calendar.break_at(first_on) is None else calendar.add_days_outside_breaks(first_on, 1)]
    while len(own) < goal.days:
        own.append(calendar.add_days_outside_breaks(own[-1], 1))
    done = [day for day in own if day <= today and days[day] >= goal.target]
    passed = [day for day in own if day < today or day in done]
    streak = next((at for at, day in enumerate(reversed(passed)) if day not in done), len(passed))
    return GoalProgress(
        goal=goal,
        as_of=today,
        first_on=own[0],
        last_on=own[-1],
        count=len(done),
        target=goal.days,
        met_on=done[-1] if len(done) == goal.days else None,
        streak=streak,
        week_on=passed[len(passed) - streak % _WEEK - 1] if streak >= _WEEK else None,
        day_number=sum(day <= today for day in own) if own[0] <= today <= own[-1] else 0,
    )


def _pace(days: Counter[dt.date], left: int, today: dt.date, calendar: WorkingCalendar) -> Pace | None:
    return compute_pace(_weekly(days, today, calendar), left, today=today, calendar=calendar)


def _last_of(period: Period, first_on: dt.date) -> dt.date:
    return add_calendar_days(first_day_of_next(period, first_on), -1)


def _each_day(first_on: dt.date, last_on: dt.date) -> Iterator[dt.date]:
    return map(dt.date.fromordinal, range(first_on.toordinal(), last_on.toordinal() + 1))


def _between(days: Counter[dt.date], first_on: dt.date, last_on: dt.date) -> int:
    return sum(days[day] for day in _each_day(first_on, last_on) if day in days)


def _target(goal_target: int, period: Period, first_on: dt.date, calendar: WorkingCalendar) -> int:
    """Return the target of a period: its share of days that are in no break, but one at least; 0 when all are off."""
    days = list(_each_day(first_on, _last_of(period, first_on)))
    usual = sum(map(calendar.is_workday, days))
    left = sum(map(calendar.is_working, days))
    return max((2 * goal_target * left + usual) // (2 * usual), 1) if left else 0


def _met_on(days: Counter[dt.date], first_on: dt.date, today: dt.date, target: int) -> dt.date | None:
    count = 0
    for day in _each_day(first_on, today):
        count += days[day]
        if target and count >= target:
            return day
    return None


def _streak(
    period: Period, targets: Targets, days: Counter[dt.date], today: dt.date, calendar: WorkingCalendar
) -> int:
    """Count the periods met in a row, each by the target that it had then."""
    earliest = min(days, default=today)
    first_on = first_day_of(period, today)
    streak, is_current = 0, True
    while True:
        last_on = _last_of(period, first_on)
        target = _target(target_on(targets, last_on), period, first_on, calendar)
        if target and _between(days, first_on, last_on) >= target:
            streak += 1
        elif target and not is_current:
            return streak
        is_current = False
        if first_on <= earliest:
            return streak
        first_on = first_day_of(period, add_calendar_days(first_on, -1))


def _weekly(days: Counter[dt.date], today: dt.date, calendar: WorkingCalendar) -> list[int]:
    """Count in each full week before this one, of up to 8 since the first thing counted; full break weeks are left out."""
    weekly: list[int] = []
    earliest = min(days, default=today)
    first_on = first_day_of("week", today)
    while len(weekly) < MOST_WEEKS and first_on > earliest:
        first_on = add_calendar_days(first_on, -7)
        if any(map(calendar.is_working, _each_day(first_on, _last_of("week", first_on)))):
            weekly.append(_between(days, first_on, _last_of("week", first_on)))
    return weekly


def _usual(period: Period, days: Counter[dt.date], today: dt.date, calendar: WorkingCalendar) -> float | None:
    """Return the median week of the last; for a month or quarter what 8 weeks of that kind make."""
    weekly = _weekly(days, today, calendar)
    if len(weekly) < FEWEST_WEEKS:
        return None
    return sum(weekly) / len(weekly) * MOST_WEEKS if period in {"month", "quarter"} else median(weekly)


def _realism(goal: Goal, period: Period, usual: float) -> str:
    """Compare a target with what is usual, without judging."""
    weekly = goal.target / _WEEKS_IN[period]
    if period in {"month", "quarter"}:
        is_stretch = weekly * MOST_WEEKS > _STRETCH * max(usual, 1)
        done, aim = f"about {usual:.0f} in {MOST_WEEKS} weeks", f"{goal.target} a {period}"
    else:
        is_stretch = weekly > _STRETCH * usual
        aim = f"{goal.target}" if period == "week" else f"{goal.target} a day, {weekly:.0f} a week,"
        done = f"{usual:g} a week"
    return f"You have done {done}; {aim} is {'a stretch' if is_stretch else 'within reach'}."
