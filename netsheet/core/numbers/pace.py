"""At this pace: about which day a number is reached, and how far off that may be.

The rate is that of the last full weeks. How far off the day may be comes from counting alone: ``done`` things in these
weeks and ``left`` still to do are both few, so the span is wide while they are. The logarithm of the time it takes has
a standard deviation of about sqrt(1/done + 1/left), as for the ratio of two waiting times in a Poisson process (Cox and
Lewis, The Statistical Analysis of Series of Events, 1966, 9.2); the range covers 80 %.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, exp, sqrt
from typing import Final

from netsheet.core.calendar import WorkingCalendar

MOST_WEEKS: Final = 8
FEWEST_WEEKS: Final = 4
FEWEST_DONE: Final = 3
MOST_DAYS: Final = 730
"""A day further ahead than this is not named."""
_Z_80: Final = 1.2815515655446004
"""80 % of a normal distribution are within so many standard deviations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """About when a number is reached.

    Attributes:
        on: the day, earlier and later ones being about as likely; None when it is more than two years ahead.
        earliest_on, latest_on: between these days with a likelihood of 80 %; None when more than two years ahead.
        weeks: from how many weeks that is worked out.
        done: what was done in them.
    """

    on: dt.date | None
    earliest_on: dt.date | None
    latest_on: dt.date | None
    weeks: int
    done: int


def compute_pace(
    weekly: Sequence[int], left: int, *, today: dt.date, calendar: WorkingCalendar
) -> Pace | None:
    """Work out when ``left`` more will be done; None when nothing is left, or too little is known for a pace.

    Args:
        weekly: what was done in each of the last full weeks, those wholly in a break left out.
        left: how many are still to do.
        today: the day it counts from. Days of breaks ahead do not count.
        calendar: the user's breaks.
    """
    done = sum(weekly)
    if left <= 0 or len(weekly) < FEWEST_WEEKS or done < FEWEST_DONE:
        return None
    days = left * len(weekly) * 7 / done
    spread = exp(_Z_80 * sqrt(1 / done + 1 / left))

    def day(after: float) -> dt.date | None:
        count = max(ceil(after), 1)
        return None if count > MOST_DAYS else calendar.add_days_outside_breaks(today, count)

    return Pace(
        on=day(days),
        earliest_on=day(days / spread),
        latest_on=day(days * spread),
        weeks=len(weekly),
        done=done,
    )
