"""Activity: what went back and forth week by week, and how much was given for what was asked.

Counts touches, not openings. Never judges them.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from netsheet.core.model import Person
from netsheet.core.touch_facts import facts_of

WEEKS_SHOWN = 26

_ONE_WEEK = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """The touches of one week by direction.

    Attributes:
        starts_on: its Monday.
        sent: the user wrote or called.
        received: they did.
        together: meetings, calls, events.
        unknown: only the day of the contact is known.
    """

    starts_on: dt.date
    sent: int
    received: int
    together: int
    unknown: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.sent + self.received + self.together + self.unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """How many touches gave something, and how many asked for something."""

    given: int
    asked: int


def compute_weeks(
    people: Iterable[Person], *, today: dt.date, since: dt.date | None = None
) -> tuple[Week, ...]:
    """Count the touches of the last 26 weeks, this week the last.

    Weeks start on Monday. Quiet weeks are listed too, but those before the first touch are not. Bounces are no
    touch between two people, days ahead and touches without a day belong to no week.
    """
    this_week = today - dt.timedelta(days=today.weekday())
    first_on = this_week - (WEEKS_SHOWN - 1) * _ONE_WEEK
    if since is not None:
        first_on = max(first_on, since)
    counted = Counter(
        (touch.on, touch.direction)
        for person in people
        for touch in person.touches
        if touch.on is not None and first_on <= touch.on <= today and touch.kind != "bounce"
    )
    weeks: Counter[tuple[dt.date, str]] = Counter()
    for (on, direction), count in counted.items():
        weeks[on - dt.timedelta(days=on.weekday()), direction] += count
    starts_on = min((start for start, _ in weeks), default=this_week + _ONE_WEEK)
    return tuple(
        Week(
            starts_on=start,
            sent=weeks[start, "out"],
            received=weeks[start, "in"],
            together=weeks[start, "both"],
            unknown=weeks[start, "unknown"],
        )
        for start in (starts_on + week * _ONE_WEEK for week in range((this_week - starts_on).days // 7 + 1))
    )


def compute_balance(people: Iterable[Person], *, today: dt.date, since: dt.date | None = None) -> Balance:
    """Count what the user gave and asked for, up to today; what has no day counts unless ``since`` is given.

    Every touch of the user's with the intent "give" or "ask" counts, and so does the day something was given
    that was logged with the person, unless a giving touch of that day says the same.
    """
    given = asked = 0
    for person in people:
        given_on = person.value_given_on
        for touch in person.touches:
            facts = facts_of(touch)
            if (facts.gives or facts.asks) and _is_within(touch.on, today, since):
                given += facts.gives
                asked += facts.asks
                if touch.on == given_on and facts.gives:
                    given_on = None
        given += given_on is not None and _is_within(given_on, today, since)
    return Balance(given=given, asked=asked)


def _is_within(on: dt.date | None, today: dt.date, since: dt.date | None) -> bool:
    if on is None:
        return since is None
    return on <= today and (since is None or since <= on)
