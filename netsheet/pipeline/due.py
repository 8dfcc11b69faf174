"""List what is due and what is coming."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from netsheet.core.calendar import add_calendar_days
from netsheet.core.followups.calm import say_break, say_next
from netsheet.core.followups.due import WITHIN_DAYS, DueItem, is_old, select_due
from netsheet.core.followups.standing import Standing
from netsheet.core.numbers.goal_reviews import GoalReview, find_reviews
from netsheet.pipeline.opened import OpenedLog
from netsheet.pipeline.typed_names import find_named

if TYPE_CHECKING:
    from netsheet.core.followups.event_steps import EventStep


@dataclass(frozen=True, kw_only=True)
class DueList:
    """What is due and what is coming, the most important first.

    Attributes:
        within: how many days ahead it looks.
        person: the name that the user typed to see one person only; None for everybody.
        standings: the standings of the people on the list.
        next_step: what comes next, said when nothing is due.
        on_break: how long the break goes on, and what waits for its end; "" outside breaks.
        fresh_count: how many lines have not been due for long.
        old_count: how many lines have.
        events: what events ask for now, and within so many days; none where one person is asked about.
        reviews: the goals to look at again now, and within so many days; none where one person is asked about.
        was_away: whether the last refresh is so long ago that these counts open the list.
    """

    opened: OpenedLog
    items: tuple[DueItem, ...]
    within: int
    person: str | None
    standings: tuple[Standing, ...]
    next_step: str
    on_break: str
    fresh_count: int
    old_count: int
    was_away: bool
    events: tuple[EventStep, ...] = ()
    reviews: tuple[GoalReview, ...] = ()

    @property
    def is_any_due(self) -> bool:
        """Whether something is due now, with a person, for an event or with a goal."""
        today = self.opened.today
        return (
            any(item.group == "now" for item in self.items)
            or any(step.is_due(today) for step in self.events)
            or any(review.is_due(today) for review in self.reviews)
        )


AWAY_DAYS: Final = 30
"""After so many days without a refresh the list opens with how much of it is fresh, and how much old."""


def list_due(opened: OpenedLog, *, within: int | None = None, person: str | None = None) -> DueList:
    """List what is due on the log's day, and what comes ``within`` days (default 7).

    Args:
        opened: the log.
        within: how many days ahead to look.
        person: a name, part of a name, or an e-mail address, to see only that person; None for everybody.

    Raises:
        UnknownNameError: when nobody in the log matches ``person``.
    """
    days = WITHIN_DAYS if within is None else within
    items: Sequence[DueItem] = select_due(
        opened.standings,
        today=opened.today,
        settings=opened.settings,
        calendar=opened.calendar,
        within=days,
        dormant_ties=opened.dormant_ties,
    )
    standings: Sequence[Standing] = opened.standings
    if person is not None:
        keys = {each.key for each in find_named(opened, person)}
        items = [item for item in items if item.person.key in keys]
        standings = [standing for standing in standings if standing.person.key in keys]
    lines = [item for item in items if item.is_first and (item.group == "now" or item.comes_up_on)]
    old_count = sum(is_old(item.action, opened.today, opened.calendar) for item in lines)
    return DueList(
        opened=opened,
        items=tuple(items),
        within=days,
        person=person,
        standings=tuple(standings),
        next_step=say_next(standings, items, today=opened.today),
        on_break=say_break(standings, today=opened.today, calendar=opened.calendar),
        fresh_count=len(lines) - old_count,
        old_count=old_count,
        was_away=person is None and _was_away(opened),
        events=() if person is not None else _events(opened, days),
        reviews=() if person is not None else _reviews(opened, days),
    )


def _reviews(opened: OpenedLog, within: int) -> tuple[GoalReview, ...]:
    if all(goal.review_on is None for goal in opened.goals):
        return ()
    until = add_calendar_days(opened.today, within)
    reviews = find_reviews(opened.goal_progress, today=opened.today, calendar=opened.calendar)
    return tuple(review for review in reviews if review.due <= until)


def _events(opened: OpenedLog, within: int) -> tuple[EventStep, ...]:
    until = add_calendar_days(opened.today, within)
    return tuple(step for step in opened.event_steps if step.due <= until)


def _was_away(opened: OpenedLog) -> bool:
    memory = opened.recorded.memory
    return memory is not None and (opened.today - memory.refreshed_on).days >= AWAY_DAYS
