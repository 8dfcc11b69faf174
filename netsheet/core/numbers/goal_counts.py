"""What goals count: the metrics, and the days on which something of them happened.

It counts touches by day; ``goals`` compares them with periods and targets.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Final, Literal

from netsheet.core.calendar import Period
from netsheet.core.frames import Frames
from netsheet.core.values.vocabulary import plain_phrase

if TYPE_CHECKING:
    import pandas as pd

Metric = Literal[
    "new_connections", "follow_ups", "dormant_ties", "nurture", "events", "informational_interviews"
]
Ticks = Mapping[str, Collection[dt.date]]
"""For goals kept by hand the days on which they were ticked, by their names as ``plain_phrase`` gives them."""
FilterField = Literal["any", "channel", "company", "relationship", "source", "template"]

_OF_PERSON: Final = ["company", "relationship", "source"]

METRIC_NAMES: Final[Mapping[Metric, str]] = {
    "new_connections": "New connections",
    "follow_ups": "Follow-ups",
    "dormant_ties": "Dormant ties",
    "nurture": "Nurture",
    "events": "Events",
    "informational_interviews": "Informational interviews",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A number to reach in each period.

    Attributes:
        metric: what is counted in the log; None for a goal that the user ticks by hand.
        target: how many, in a period without breaks.
        filter_field: what the filter looks at; "any" looks at all of them.
        filter_value: only people or touches with this value count; "" counts all.
        own_name: of a goal kept by hand its name, as the user wrote it.
    """

    metric: Metric | None
    target: int
    period: Period
    filter_field: FilterField = "any"
    filter_value: str = ""
    own_name: str = ""

    @property
    def name(self) -> str:
        """The goal in words: "New connections", or "New connections (LinkedIn)"."""
        if self.metric is None:
            return self.own_name
        name = METRIC_NAMES[self.metric]
        return f"{name} ({self.filter_value})" if self.filter_value else name


def count_goals(
    frames: Frames, goals: Sequence[Goal], dormant_after: int, ticks: Ticks | None = None
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
        days = touches.loc[counting[goal.metric], "on"]
        if goal.filter_value:
            days = days[_fits(goal, touches.loc[days.index], frames.people)]
        by_day = Counter(day.date() for day in days)
        # One event, however many people were met.
        counted.append(Counter(dict.fromkeys(by_day, 1)) if goal.metric == "events" else by_day)
    return counted


def _mark_metrics(touches: pd.DataFrame, dormant_after: int) -> Mapping[Metric, pd.Series[bool]]:
    """Say for each metric which touches count; they are dated, and in the order they happened."""
    previous = touches.groupby("person", sort=False)["on"].shift()
    is_first, nurtures = previous.isna(), touches["nurtures"]
    return {
        "new_connections": is_first,
        "follow_ups": ~is_first & touches["asks_reply"],
        "dormant_ties": touches["is_from_user"] & ((touches["on"] - previous).dt.days >= dormant_after),
        "nurture": nurtures,
        "events": ~nurtures & (touches["kind"] == "event"),
        "informational_interviews": ~nurtures & (touches["kind"] == "interview"),
    }


def _fits(goal: Goal, touches: pd.DataFrame, people: pd.DataFrame) -> pd.Series[bool]:
    """Say which touches have the value that a goal's filter asks for."""
    of_person = touches[["person"]].merge(people[["person", *_OF_PERSON]], how="left", on="person")
    values = touches[["channel", "template"]].join(of_person.set_index(touches.index)[_OF_PERSON])
    looked_at = values.columns if goal.filter_field == "any" else [goal.filter_field]
    wanted = goal.filter_value.casefold()
    fits = [values[name].astype("string").str.casefold().eq(wanted).fillna(value=False) for name in looked_at]
    return reduce(or_, fits)
