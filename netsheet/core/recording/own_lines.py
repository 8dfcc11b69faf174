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


def count_goal_this_week(lines: Iterable[HistoryLine], name: str, *, today: dt.date) -> int:
    """Count how often a goal was ticked this week; once a day."""
    ticked = (line for line in lines if line.what == "goal" and plain_phrase(line.note) == plain_phrase(name))
    return len({line.on for line in ticked if _is_this_week(line.on, today)})


def _is_this_week(on: dt.date, today: dt.date) -> bool:
    return first_day_of("week", today) <= on <= today
