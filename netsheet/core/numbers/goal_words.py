"""Goals in words, the same in the terminal, on the summary sheet and on its page."""

from __future__ import annotations

from typing import Final

from netsheet.core.numbers.goals import GoalProgress
from netsheet.core.numbers.pace import FEWEST_DONE, FEWEST_WEEKS, MOST_DAYS, Pace
from netsheet.core.values.dates import short_date

_CHANGE_SHOWN_DAYS: Final = 56
_YEARS: Final = MOST_DAYS // 365


def describe_goal(progress: GoalProgress) -> str:
    """Say whether a goal is met, does not count today, or how many are left. Adds the streak from two periods on."""
    parts = [_state(progress), *_streak(progress), *_change(progress), *_review(progress)]
    return "; ".join(filter(None, parts))


def _state(progress: GoalProgress) -> str:
    goal, today = progress.goal, progress.as_of
    if progress.is_ahead:
        return f"Begins on {short_date(progress.first_on, today=today)}"
    if progress.is_over:
        ended = short_date(min(progress.last_on, goal.by or progress.last_on), today=today)
        return (
            f"Ended on {ended}: {'met' if progress.is_met else f'{progress.count:,} of {progress.target:,}'}"
        )
    if not progress.target:
        return "A day off" if goal.period == "day" else "On a break"
    if progress.is_met:
        return "Met"
    if goal.days:
        return f"Day {progress.day_number} of {goal.days}" if progress.day_number else "A day off"
    until = f" by {short_date(goal.by, today=today)}" if goal.by else ""
    return f"{progress.target - progress.count:,} to go{until}"


def describe_count(progress: GoalProgress) -> str:
    """Say how many are done, and in which time; of a goal that does not run today why not, and how it ended."""
    goal = progress.goal
    if progress.is_ahead or progress.is_over or not progress.target:
        state = _state(progress)
        return state[:1].lower() + state[1:]
    done = f"{progress.count:,} of {progress.target:,}"
    if goal.days:
        return f"{done} days"
    if goal.period:
        return f"{done} a {goal.period}"
    return f"{done} by {short_date(goal.by, today=progress.as_of)}" if goal.by else f"{done} {goal.time}"


def _streak(progress: GoalProgress) -> list[str]:
    unit = progress.goal.period
    return [f"{progress.streak} {unit}s in a row"] if progress.streak > 1 and not progress.is_over else []


def _change(progress: GoalProgress) -> list[str]:
    """Say that the target was changed, for some weeks: what was before was judged by the one of then."""
    on = progress.changed_on
    if on is None or (progress.as_of - on).days > _CHANGE_SHOWN_DAYS:
        return []
    return [
        f"{progress.goal.target:,} since {short_date(on, today=progress.as_of)}, {progress.target_before:,} before"
    ]


def _review(progress: GoalProgress) -> list[str]:
    on = progress.goal.review_on
    if on is None or progress.is_over:
        return []
    return [
        f"review on {short_date(on, today=progress.as_of)}" if on > progress.as_of else "time to review it"
    ]


def describe_outlook(progress: GoalProgress) -> str:
    """Say when a goal will be reached at this pace, and how its number compares with what is usual; "" when neither is known."""
    return " ".join(filter(None, (_pace(progress), progress.realism)))


def _pace(progress: GoalProgress) -> str:
    if progress.pace is not None:
        return describe_pace(progress.pace, progress)
    is_open = not (progress.is_met or progress.is_over or progress.is_ahead)
    if is_open and progress.goal.period is None:
        return (
            f"Too early for a pace: it takes {FEWEST_WEEKS} full weeks with at least {FEWEST_DONE} in them."
        )
    return ""


def describe_pace(pace: Pace, progress: GoalProgress) -> str:
    """Write a pace as a sentence: about 3 May (20 Apr to 25 May, from the last 8 weeks)."""
    today = progress.as_of
    weeks = f"from the last {pace.weeks} weeks"
    if pace.on is None or pace.earliest_on is None:
        return f"At this pace: in more than {_YEARS} years ({weeks})."
    latest = f"to {short_date(pace.latest_on, today=today)}" if pace.latest_on else "or later"
    span = f"{short_date(pace.earliest_on, today=today)} {latest}"
    sentence = f"At this pace: about {short_date(pace.on, today=today)} ({span}, {weeks})"
    is_late = pace.on > progress.last_on
    return (
        f"{sentence}; the goal ends on {short_date(progress.last_on, today=today)}."
        if is_late
        else f"{sentence}."
    )
