"""The user's own lines of the history: the journal, and goals kept by hand. They concern nobody else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from netsheet.core.calendar import first_day_of
from netsheet.core.recording.history_lines import HistoryLine, distinct_lines
from netsheet.core.values.vocabulary import plain_phrase


def journal_of_week(lines: Iterable[HistoryLine], *, today: dt.date) -> list[HistoryLine]:
    """Return the journal's lines of this week up to today, by day."""
    return distinct_lines(line for line in lines if line.what == "journal" and _is_this_week(line.on, today))


def goal_ticks(lines: Iterable[HistoryLine]) -> dict[str, set[dt.date]]:
    """Return for each goal kept by hand the days on which it was ticked, by its name as ``plain_phrase`` gives it."""
    ticks: dict[str, set[dt.date]] = {}
    for line in lines:
        if line.what == "goal":
            ticks.setdefault(plain_phrase(line.note), set()).add(line.on)
    return ticks


def count_goal_this_week(lines: Iterable[HistoryLine], name: str, *, today: dt.date) -> int:
    """Count how often a goal was ticked this week; once a day."""
    days = goal_ticks(lines).get(plain_phrase(name), set())
    return sum(_is_this_week(on, today) for on in days)


def _is_this_week(on: dt.date, today: dt.date) -> bool:
    return first_day_of("week", today) <= on <= today
