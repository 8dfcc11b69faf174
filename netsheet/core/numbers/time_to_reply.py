"""Time to reply: how many days pass between a first message and its reply."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from netsheet.core.numbers.statistics import SurvivalStep, kaplan_meier

if TYPE_CHECKING:
    import pandas as pd

_FEWEST_TIMED = 10
_FEWEST_REPLIES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeToReply:
    """Days from a first message to its reply, with those still without one counted as undecided.

    Attributes:
        n: the first messages it is computed from: all that arrived, but for replies of unknown day.
        replies: how many of them have a reply.
        is_enough: at least 10 openings and 5 replies; otherwise the days are None and not shown.
        median_days: the day by which half have a reply; None also when half is not reached.
        low, high: its 95 % interval in days; None where not reached.
    """

    n: int
    replies: int
    is_enough: bool
    median_days: int | None
    low: int | None
    high: int | None


def compute_time_to_reply(openings: pd.DataFrame) -> tuple[TimeToReply, tuple[SurvivalStep, ...]]:
    """Estimate the days to the first reply, and the curve of those still without one (empty when not enough).

    Bounced openings never arrived, and replies of unknown day tell nothing about time: neither is counted.
    """
    has_day = openings["days_to_reply"].notna()
    timed = openings[(openings["outcome"] != "bounced") & (has_day | (openings["outcome"] != "replied"))]
    watched, replied = timed["watched_days"].tolist(), timed["days_to_reply"].notna().tolist()
    is_enough = len(watched) >= _FEWEST_TIMED and sum(replied) >= _FEWEST_REPLIES
    curve = kaplan_meier(watched, replied) if is_enough else kaplan_meier((), ())
    days = [None if day is None else int(day) for day in (curve.median, curve.median_low, curve.median_high)]
    return TimeToReply(
        n=len(watched),
        replies=sum(replied),
        is_enough=is_enough,
        median_days=days[0],
        low=days[1],
        high=days[2],
    ), curve.steps
