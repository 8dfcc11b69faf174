"""What goals count: the metrics, and the days on which something of them happened.

One responsibility: counting touches by day. Periods and targets are compared in ``goals``.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from netsheet.core.calendar import Period
from netsheet.core.followups.touch_order import in_order
from netsheet.core.model import Person, Touch
from netsheet.core.touch_facts import facts_of

Metric = Literal[
    "new_connections", "follow_ups", "dormant_ties", "nurture", "events", "informational_interviews"
]
FilterField = Literal["any", "channel", "company", "relationship", "source", "template"]

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
        metric: what is counted.
        target: how many, in a period without breaks.
        filter_field: what the filter looks at; "any" looks at all of them.
        filter_value: only people or touches with this value count; "" counts all.
    """

    metric: Metric
    target: int
    period: Period
    filter_field: FilterField = "any"
    filter_value: str = ""

    @property
    def name(self) -> str:
        """The goal in words: "New connections", or "New connections (LinkedIn)"."""
        name = METRIC_NAMES[self.metric]
        return f"{name} ({self.filter_value})" if self.filter_value else name


DEFAULT_GOALS: Final = (
    Goal(metric="new_connections", target=5, period="week"),
    Goal(metric="dormant_ties", target=2, period="week"),
    Goal(metric="nurture", target=1, period="day"),
    Goal(metric="events", target=1, period="quarter"),
)


def count_goals(
    people: Iterable[Person], goals: Sequence[Goal], today: dt.date, dormant_after: int
) -> list[Counter[dt.date]]:
    """Count the days on which something happened that counts, goal by goal."""
    counted: list[Counter[dt.date]] = [Counter() for _ in goals]
    goals_by_metric: dict[Metric, list[int]] = {}
    for index, goal in enumerate(goals):
        goals_by_metric.setdefault(goal.metric, []).append(index)
    for person in people:
        for metric, touch, on in _happenings(person, today, dormant_after):
            for index in goals_by_metric.get(metric, ()):
                if _fits(goals[index], person, touch):
                    counted[index][on] += 1
    for index in goals_by_metric.get("events", ()):
        counted[index] = Counter(dict.fromkeys(counted[index], 1))  # one event, however many people were met
    return counted


def _happenings(
    person: Person, today: dt.date, dormant_after: int
) -> Iterator[tuple[Metric, Touch, dt.date]]:
    """Tell what counts of a person's touches, each with its day."""
    previous: dt.date | None = None
    for touch in in_order(person.touches, today):
        on, facts = touch.on, facts_of(touch)
        if on is None or facts.role == "bounce":
            continue
        if previous is None:
            yield "new_connections", touch, on
        elif facts.asks_reply:
            yield "follow_ups", touch, on
        if previous is not None and facts.is_from_user and (on - previous).days >= dormant_after:
            yield "dormant_ties", touch, on
        metric = _metric_of(touch)
        if metric is not None:
            yield metric, touch, on
        previous = on


def _metric_of(touch: Touch) -> Metric | None:
    """Return what a touch counts for by itself."""
    if facts_of(touch).nurtures:
        return "nurture"
    if touch.kind == "event":
        return "events"
    return "informational_interviews" if touch.kind == "interview" else None


def _fits(goal: Goal, person: Person, touch: Touch) -> bool:
    if not goal.filter_value:
        return True
    values = {
        "channel": touch.channel,
        "company": person.company,
        "relationship": person.relationship,
        "source": person.source,
        "template": touch.template,
    }
    wanted = goal.filter_value.casefold()
    looked_at = values.values() if goal.filter_field == "any" else (values[goal.filter_field],)
    return any(value is not None and value.casefold() == wanted for value in looked_at)
