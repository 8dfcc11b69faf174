"""Activity: what went back and forth week by week, and how much was given for what was asked.

Counts touches, not openings. Never judges them.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netsheet.core.frames import is_between

if TYPE_CHECKING:
    import pandas as pd

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


def compute_weeks(touches: pd.DataFrame, *, today: dt.date, since: dt.date | None = None) -> tuple[Week, ...]:
    """Count the touches of the last 26 weeks, this week the last.

    Weeks start on Monday. Quiet weeks are listed too, but those before the first touch are not. Bounces and automatic
    replies are not touch between two people, days ahead and touches without a day belong to no week.
    """
    import pandas as pd

    this_week = today - dt.timedelta(days=today.weekday())
    first_on = this_week - (WEEKS_SHOWN - 1) * _ONE_WEEK
    if since is not None:
        first_on = max(first_on, since)
    counted = touches[
        is_between(touches["on"], first_on, today) & ~touches["kind"].isin(["bounce", "automatic reply"])
    ]
    if counted.empty:
        return ()
    monday = counted["on"] - pd.to_timedelta(counted["on"].dt.weekday, unit="D")
    counts = counted.groupby([monday, "direction"], observed=True).size().to_dict()
    return tuple(
        Week(
            starts_on=start.date(),
            sent=counts.get((start, "out"), 0),
            received=counts.get((start, "in"), 0),
            together=counts.get((start, "both"), 0),
            unknown=counts.get((start, "unknown"), 0),
        )
        for start in pd.date_range(monday.min(), this_week, freq="7D")
    )


def compute_balance(
    touches: pd.DataFrame, people: pd.DataFrame, *, today: dt.date, since: dt.date | None = None
) -> Balance:
    """Count what the user gave and asked for, up to today; what has no day counts unless ``since`` is given.

    Every touch of the user's with the intent "give" or "ask" counts, and so does the day something was given
    that was logged with the person, unless a giving touch of that day says the same.
    """
    within = touches[is_between(touches["on"], since, today) | (touches["on"].isna() & (since is None))]
    giving = within.loc[within["gives"], ["person", "on"]]
    logged = people.loc[is_between(people["value_given_on"], since, today), ["person", "value_given_on"]]
    same = logged.merge(giving, left_on=["person", "value_given_on"], right_on=["person", "on"])
    others = ~logged["person"].isin(same["person"])
    return Balance(given=len(giving) + int(others.sum()), asked=int(within["asks"].sum()))
