"""Look back at a week of one log."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from netsheet.core.calendar import add_calendar_days
from netsheet.core.digest import Digest, WeekFigures, compute_digest, week_of
from netsheet.core.followups.due import select_due_now
from netsheet.core.frames import is_between
from netsheet.core.numbers.rates import compute_rate
from netsheet.core.numbers.wins import compute_wins
from netsheet.core.overview import REPLIES_DAYS
from netsheet.core.recording.own_lines import journal_of_week
from netsheet.pipeline.opened import open_log
from netsheet.pipeline.stages import ReportStage


def read_digest(
    path: Path,
    *,
    today: dt.date,
    week: dt.date,
    has_names: bool,
    sheet_name: str | None,
    report_stage: ReportStage,
) -> Digest:
    """Read a log as of the last day of a week, and return its digest.

    Args:
        path: the log.
        today: the day of today.
        week: a day of the week.
        has_names: whether names, and what the user wrote, may be in it.
        sheet_name: the log's sheet; None to find it.
        report_stage: called at each stage.

    Raises:
        NetsheetError: when the file cannot be read.
    """
    first_on, last_on = week_of(week, today=today)
    opened = open_log(path, today=last_on, sheet_name=sheet_name, report_stage=report_stage)
    openings, touches = opened.frames.openings, opened.frames.touches
    since = add_calendar_days(last_on, 1 - REPLIES_DAYS)
    firsts = touches.groupby("person", observed=True)["on"].min()
    goals = opened.goal_progress
    now = select_due_now(opened.standings, today=last_on, settings=opened.settings, calendar=opened.calendar)
    figures = WeekFigures(
        first_on=first_on,
        last_on=last_on,
        new_people=int(is_between(firsts, first_on, last_on).sum()),
        recent=compute_rate(openings[is_between(openings["opened_on"], since, last_on)]),
        due_count=len(now),
    )
    return compute_digest(
        figures,
        opened.engagement,
        wins=compute_wins(opened.standings, goals, today=last_on),
        goals=goals,
        journal=[line.note for line in journal_of_week(opened.recorded.lines, today=last_on)],
        has_names=has_names,
    )
