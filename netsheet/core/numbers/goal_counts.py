"""What goals count: the metrics, and the days on which something of them happened.

It counts touches by day; ``goals`` compares them with periods and targets.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from netsheet.core.calendar import Period
from netsheet.core.frames import Frames
from netsheet.core.model import Place
from netsheet.core.numbers.goal_filters import FilterField, PeopleTexts, fits_filter
from netsheet.core.values.vocabulary import plain_phrase

if TYPE_CHECKING:
    import pandas as pd

Metric = Literal[
    "new_connections",
    "follow_ups",
    "dormant_ties",
    "nurture",
    "thanks",
    "posts",
    "events",
    "informational_interviews",
]
Ticks = Mapping[str, Collection[dt.date]]
"""For goals kept by hand the days on which they were ticked, by their names as ``plain_phrase`` gives them."""

METRIC_NAMES: Final[Mapping[Metric, str]] = {
    "new_connections": "New connections",
    "follow_ups": "Follow-ups",
    "dormant_ties": "Dormant ties",
    "nurture": "Nurture",
    "thanks": "Thanks",
    "posts": "Posts and comments",
    "events": "Events",
    "informational_interviews": "Informational interviews",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A number to reach: in each period, until a day, or on each of some days in a row.

    Attributes:
        metric: what is counted in the log; None for a goal that the user ticks by hand.
        target: how many, in a period without breaks; of a challenge, on each day.
        period: the period; None for one number in all, to be reached until ``by``.
        filter_field: what the filter looks at; "any" looks at all of them.
        filter_value: only people or touches with this value count; "" counts all.
        own_name: of a goal kept by hand its name, as the user wrote it.
        from_on: the day it begins, where the user typed one.
        by: its last day, where the user typed one.
        review_on: the day on which the user wants to look at it again.
        rank: the user's priority as a number, 1 the highest; None without one.
        days: of a challenge ("30 days of thanks") how many days it has, else 0.
        place: its cell in the column Goal; ``review_place`` that in the column Review on.
    """

    metric: Metric | None
    target: int
    period: Period | None
    filter_field: FilterField = "any"
    filter_value: str = ""
    own_name: str = ""
    from_on: dt.date | None = None
    by: dt.date | None = None
    review_on: dt.date | None = None
    rank: int | None = None
    days: int = 0
    place: Place | None = field(default=None, compare=False)
    review_place: Place | None = field(default=None, compare=False)

    @property
    def name(self) -> str:
        """The goal in words: "New connections", "New connections (LinkedIn)", or "30 days of thanks"."""
        name = self.own_name if self.metric is None else METRIC_NAMES[self.metric]
        if self.days:
            name = f"{self.days} days of {name[:1].lower()}{name[1:]}"
        return f"{name} ({self.filter_value})" if self.filter_value else name

    @property
    def time(self) -> str:
        """What its number is for: "week", "in all", or "30 days"."""
        return f"{self.days} days" if self.days else self.period or "in all"

    @property
    def key(self) -> str:
        """By what it differs from other goals, whatever its number and its days."""
        return plain_phrase(f"{self.name} {self.time}")


_EVENTS: Final = plain_phrase(METRIC_NAMES["events"])


def with_event_days(ticks: Ticks, days: Collection[dt.date]) -> Ticks:
    """Add the days on which the user went to an event, whether or not they met anybody of the log there."""
    return {**ticks, _EVENTS: {*ticks.get(_EVENTS, ()), *days}} if days else ticks


def count_goals(
    frames: Frames,
    goals: Sequence[Goal],
    dormant_after: int,
    ticks: Ticks | None = None,
    texts: PeopleTexts | None = None,
) -> list[Counter[dt.date]]:
    """Count the days on which something happened that counts, goal by goal; one kept by hand once a day."""
    touches = frames.touches[
        frames.touches["on"].notna() & ~frames.touches["role"].isin(["bounce", "automatic reply"])
    ]
    counting = _mark_metrics(touches, dormant_after)
    counted = []
    for goal in goals:
        if goal.metric is None:
            counted.append(Counter(set((ticks or {}).get(plain_phrase(goal.own_name), ()))))
            continue
        counts = touches[counting[goal.metric]]
        if goal.filter_value:
            counts = counts[
                fits_filter(goal.filter_field, goal.filter_value, counts, frames.people, texts or {})
            ]
        by_day = Counter(day.date() for day in counts["on"])
        if goal.metric == "events":  # one a day, however many people were met
            went = () if goal.filter_value else (ticks or {}).get(_EVENTS, ())
            by_day = Counter({*by_day, *went})
        counted.append(by_day)
    return counted


def _mark_metrics(touches: pd.DataFrame, dormant_after: int) -> Mapping[Metric, pd.Series[bool]]:
    """Say for each metric which touches count; they are dated, and in the order they happened."""
    previous = touches.groupby("person", sort=False)["on"].shift()
    is_first, nurtures = previous.isna(), touches["nurtures"]
    is_thanks = (touches["kind"] == "thanks") | (touches["intent"] == "thanks")
    return {
        "new_connections": is_first,
        "follow_ups": ~is_first & touches["asks_reply"],
        "dormant_ties": touches["is_from_user"] & ((touches["on"] - previous).dt.days >= dormant_after),
        "nurture": nurtures,
        "thanks": touches["is_from_user"] & is_thanks,
        "posts": (touches["kind"] == "social") & (touches["direction"] != "in"),
        "events": ~nurtures & (touches["kind"] == "event"),
        "informational_interviews": ~nurtures & (touches["kind"] == "interview"),
    }
