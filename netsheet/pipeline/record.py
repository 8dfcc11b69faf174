"""Record something in the history of a log: the new lines and the refreshed columns in one proven save."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from netsheet.core.followups.standing import Standing
from netsheet.core.recording.history_lines import HistoryLine
from netsheet.core.recording.own_lines import count_goal_this_week
from netsheet.pipeline.entries import Entry
from netsheet.pipeline.opened import OpenedLog
from netsheet.pipeline.refreshed import Refreshed


@dataclass(frozen=True, kw_only=True)
class RecordedEntry:
    """What a command recorded.

    Attributes:
        log: the log's path as the user typed it.
        today: the day of the command.
        entry: what was entered.
        standings: how things are now with each person whom it is about, by their keys.
        goal_count: how often a goal that was ticked is ticked this week.
        is_first: whether the history is a new sheet.
        refreshed: what was written with it; None when there was nothing to record.
    """

    log: Path
    today: dt.date
    entry: Entry
    standings: Mapping[str, Standing]
    goal_count: int = 0
    is_first: bool = False
    refreshed: Refreshed | None = None


class _NothingToRecord(Exception):  # noqa: N818  no error: it ends a refresh that has nothing to write
    """The entry has no lines."""


def record_in_log(
    refresh: Callable[[Callable[[OpenedLog], OpenedLog]], Refreshed], enter: Callable[[OpenedLog], Entry]
) -> RecordedEntry:
    """Add what a command enters to the history, and refresh the log with it; writes nothing when there are no lines.

    Args:
        refresh: refreshes the log (``refresh_log``) with what it is given to add.
        enter: works out what is entered, from the log with all typed words taken.

    Raises:
        NetsheetError: as ``refresh_log``, and when what was typed is not understood.
    """
    recorded: list[RecordedEntry] = []

    def add(opened: OpenedLog) -> OpenedLog:
        entry = enter(opened).without((*opened.recorded.lines, *opened.recorded.new_lines))
        after = opened.plus(entry.lines) if entry.lines else opened
        recorded.append(_recorded(entry, opened, after))
        if not entry.lines:
            raise _NothingToRecord
        return after

    try:
        refreshed = refresh(add)
    except _NothingToRecord:
        return recorded[-1]
    return replace(recorded[-1], refreshed=refreshed)


def _recorded(entry: Entry, before: OpenedLog, after: OpenedLog) -> RecordedEntry:
    keys = {person.key for person in entry.about}
    return RecordedEntry(
        log=before.source.path,
        today=before.today,
        entry=entry,
        standings={each.person.key: each for each in after.standings if each.person.key in keys},
        goal_count=sum(_goal_count(line, after) for line in entry.own),
        is_first=before.recorded.history is None,
    )


def _goal_count(line: HistoryLine, after: OpenedLog) -> int:
    lines = (*after.recorded.lines, *after.recorded.new_lines)
    return count_goal_this_week(lines, line.note, today=after.today) if line.what == "goal" else 0
