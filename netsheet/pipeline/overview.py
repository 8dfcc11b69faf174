"""Read many logs, each into one small value, so that a thousand take no more memory than ten."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from netsheet.core.calendar import add_calendar_days
from netsheet.core.followups.due import select_due_now
from netsheet.core.frames import is_between
from netsheet.core.numbers.rates import compute_rate
from netsheet.core.overview import (
    EMPTY_NOW,
    OPEN_NOW,
    REPLIES_DAYS,
    LogLine,
    count_streak,
    explain_stuck,
    order_lines,
    say_copies,
)
from netsheet.errors import BusyError
from netsheet.files.locks import check_not_open
from netsheet.pipeline.line_of_log import TOO_LARGE, TOO_LARGE_CODE, line_or_failure
from netsheet.pipeline.opened import OpenedLog, open_log
from netsheet.pipeline.parallel import Mapping


def read_overview(
    paths: Sequence[Path], *, today: dt.date, run: Mapping, is_nameless: bool = False
) -> tuple[LogLine, ...]:
    """Return a line for each log, those that are stuck first; one that cannot be read has its error.

    Args:
        paths: the files; a workbook that netsheet itself made, such as another overview, is passed over.
        today: the day as of which they are read.
        run: how the files are gone through.
        is_nameless: whether nothing may tell whose log it is.
    """
    lines = run(partial(read_line, today=today), _failure, paths)
    named = [
        replace(line, path=str(path))  # workers elsewhere are given absolute paths
        for line, path in zip(lines, paths, strict=True)
        if line is not None
    ]
    return order_lines(named, is_nameless=is_nameless)


def read_line(path: Path, *, today: dt.date) -> LogLine | None:
    """Read one log into its line; None for a workbook that has only sheets of netsheet's."""
    return line_or_failure(
        lambda: _line_of(open_log(path, today=today), _warnings_before(path)), partial(_failure, path)
    )


def _failure(path: Path, error: str = TOO_LARGE, exit_code: int = TOO_LARGE_CODE) -> LogLine:
    return LogLine(path=str(path), error=error, exit_code=exit_code)


def _warnings_before(path: Path) -> list[str]:
    """Say that a log is open elsewhere: it is read as it was saved last."""
    try:
        check_not_open(path)
    except BusyError:
        return [OPEN_NOW]
    return []


def _line_of(opened: OpenedLog, warnings: list[str]) -> LogLine:
    today, frames = opened.today, opened.frames
    now = select_due_now(opened.standings, today=today, settings=opened.settings, calendar=opened.calendar)
    first_on = add_calendar_days(today, 1 - REPLIES_DAYS)
    rate = compute_rate(frames.openings[is_between(frames.openings["opened_on"], first_on, today)])
    touches = frames.touches[is_between(frames.touches["on"], None, today)]
    own = touches.loc[touches["is_from_user"] | (touches["direction"] == "both"), "on"]
    has_begun = bool(len(touches))
    line = LogLine(
        path=str(opened.source.path),
        people=len(opened.log.people),
        due_now=len(now),
        oldest_waiting_days=max((item.days_overdue for item in now), default=None),
        replied=rate.replied,
        matured=rate.matured,
        streak_days=count_streak({on.date() for on in own}, today=today, calendar=opened.calendar),
        goals_met=sum(progress.is_met for progress in opened.goal_progress),
        goals=len(opened.goals),
        cells_to_fix=opened.cells_to_fix,
        last_touched_on=touches["on"].max().date() if has_begun else None,
        warnings=(*warnings, *_warnings(opened)),
    )
    return explain_stuck(line, today=today, calendar=opened.calendar)


def _warnings(opened: OpenedLog) -> Iterator[str]:
    if not opened.log.everybody:
        yield EMPTY_NOW
        return
    yield from (spot.text for spot in opened.blind_spots)
    yield from say_copies(opened.conflict_copies)
