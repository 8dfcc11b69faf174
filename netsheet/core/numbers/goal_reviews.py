"""The days on which the user wants to look at a goal again: each ends when the next day is typed into its cell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from netsheet.core.calendar import WorkingCalendar
from netsheet.core.model import Place
from netsheet.core.numbers.goals import GoalProgress
from netsheet.core.values.dates import short_date


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalReview:
    """A goal to look at again.

    Attributes:
        due: the day; one that falls into a break is the first working day after it.
        why: what day it was set for, how far the goal is, and how the line ends.
        place: the cell to type the next day into.
    """

    progress: GoalProgress
    due: dt.date
    why: str
    place: Place

    @property
    def next_step(self) -> str:
        """Short words for what to do."""
        return "Review this goal"

    def is_due(self, today: dt.date) -> bool:
        """Whether its day has come."""
        return self.due <= today


def find_reviews(
    goals: Iterable[GoalProgress], *, today: dt.date, calendar: WorkingCalendar
) -> tuple[GoalReview, ...]:
    """List the goals to look at again, the next first; on a break those whose day has come wait for its end."""
    reviews = [
        GoalReview(
            progress=progress, due=_due(on, today, calendar), why=_why(progress, on, place), place=place
        )
        for progress in goals
        if (on := progress.goal.review_on) is not None
        and (place := progress.goal.review_place) is not None
        and not progress.is_over
    ]
    return tuple(sorted(reviews, key=lambda review: (review.due, review.progress.goal.name)))


def _due(on: dt.date, today: dt.date, calendar: WorkingCalendar) -> dt.date:
    """Return the typed day, or the first working day after the break that it, or today, is in."""
    if on <= today and calendar.break_at(today) is not None:
        return calendar.next_working_day(today)
    return on if calendar.break_at(on) is None else calendar.next_working_day(on)


def _why(progress: GoalProgress, on: dt.date, place: Place) -> str:
    day = short_date(on, today=progress.as_of)
    return (
        f"You set {day} to look at it again: {progress.count:,} of {progress.target:,}. "
        f"Then type the next day into {place.address} of {place.sheet}, or clear the cell."
    )
