"""What earlier refreshes saw of the goals: since when each is there, and which numbers it had.

A number that was changed counts from the day on which a refresh first saw it; what was before the first refresh, nobody
can know.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from netsheet.core.numbers.goal_counts import Goal

_BETWEEN, _IS, _NEXT = "; ", ": ", ", "
MOST_CHANGES: Final = 20
"""Of more changes than this the newest are kept."""


class SeenTarget(NamedTuple):
    """A goal's number, and the day on which a refresh first saw it."""

    since: dt.date
    target: int


GoalPast = Mapping[str, tuple[SeenTarget, ...]]
"""For each goal its numbers, the oldest first, by its key (``Goal.key``)."""


def read_goal_past(text: str) -> GoalPast:
    """Read what the memory holds of the goals; a part that cannot be read is left out."""
    past: dict[str, tuple[SeenTarget, ...]] = {}
    for part in text.split(_BETWEEN):
        key, _, rest = part.rpartition(_IS)
        seen = [entry for each in rest.split(_NEXT) if (entry := _read(each))]
        if key and seen:
            past[key] = tuple(seen)
    return past


def _read(text: str) -> SeenTarget | None:
    since, _, target = text.partition(" ")
    try:
        return SeenTarget(dt.date.fromisoformat(since), int(target))
    except ValueError:
        return None


def write_goal_past(goals: Iterable[Goal], past: GoalPast, *, today: dt.date) -> str:
    """Write what the next refresh needs to know of the goals there are now."""
    lines = {goal.key: targets_of(goal, past, today=today)[-MOST_CHANGES:] for goal in goals}
    return _BETWEEN.join(
        f"{_plain(key)}{_IS}{_NEXT.join(f'{seen.since.isoformat()} {seen.target}' for seen in targets)}"
        for key, targets in sorted(lines.items())
    )


def _plain(key: str) -> str:
    return key.replace(";", ",").replace(":", " ")


def targets_of(goal: Goal, past: GoalPast, *, today: dt.date) -> tuple[SeenTarget, ...]:
    """Return a goal's numbers, that of today last."""
    seen = past.get(_plain(goal.key), ())
    if seen and seen[-1].target == goal.target:
        return seen
    before = tuple(each for each in seen if each.since < today)
    return (*before, SeenTarget(today, goal.target))


def target_on(targets: tuple[SeenTarget, ...], day: dt.date) -> int:
    """Return the number that a goal had on a day; before the first one that is known, that one."""
    return next((seen.target for seen in reversed(targets) if seen.since <= day), targets[0].target)
