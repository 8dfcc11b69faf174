"""The goals that come with a new log, and when they are worth a line: nobody has set them yet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from netsheet.core.calendar import Period
    from netsheet.core.numbers.goals import GoalProgress

STARTER_GOALS: Final[tuple[tuple[str, int, Period], ...]] = (
    ("New connections", 5, "week"),
    ("Dormant ties", 2, "week"),
    ("Nurture", 1, "day"),
    ("Events", 1, "quarter"),
)
"""Name, target and period of each."""


def shown_goals(goals: Sequence[GoalProgress]) -> tuple[GoalProgress, ...]:
    """Leave out the goals of a new log at zero while all of them are as they came: "0 of 2" would be a goal never set."""
    as_they_came = [each for each in goals if _facts(each) in STARTER_GOALS]
    if len({_facts(each) for each in as_they_came}) < len(STARTER_GOALS):
        return tuple(goals)
    return tuple(each for each in goals if each.count or each not in as_they_came)


def _facts(progress: GoalProgress) -> tuple[str, int, Period | None]:
    goal = progress.goal
    has_more = goal.filter_value or goal.from_on or goal.by or goal.review_on or goal.rank or goal.days
    return ("" if has_more else goal.name, goal.target, goal.period)
