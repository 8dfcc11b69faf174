"""The overview of many logs for the terminal and as JSON."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from rich.text import Text

from netsheet.core.overview import LogLine
from netsheet.core.values.dates import short_date
from netsheet.present.documents import document
from netsheet.present.terminal import (
    TONE_STYLES,
    console,
    counted,
    plain_table,
    show_line,
    show_table,
    show_title,
)


def show_overview(lines: Sequence[LogLine], *, today: dt.date) -> None:
    """Print who is stuck and why, then one line for each log, then what could not be seen."""
    out = console()
    read = [line for line in lines if not line.error]
    show_title(counted(len(read), "log"), f"as of {today}")
    stuck = [line for line in read if line.stuck]
    if stuck:
        out.print(Text("\nMay need help", style="bold"))
        for line in stuck:
            show_line(f"{line.label}: {line.stuck}")
    if read:
        _show_table(read, today)
    for line in read:
        for warning in line.warnings:
            out.print(f"{line.label}: {warning}", soft_wrap=True)


def _show_table(lines: Sequence[LogLine], today: dt.date) -> None:
    table = plain_table("Log", "People", "Due", "Oldest", "Replied", "Streak", "Goals", "To fix", "Last")
    for column in table.columns[1:-1]:
        column.justify = "right"
    for line in lines:
        oldest = line.oldest_waiting_days
        table.add_row(
            Text(line.label, style=TONE_STYLES["due"] if line.stuck else ""),
            f"{line.people:,}",
            f"{line.due_now:,}",
            "" if oldest is None else f"{oldest:,} d",
            line.replies_words,
            f"{line.streak_days} d",
            line.goals_words,
            Text(f"{line.cells_to_fix:,}", style=TONE_STYLES["fix"]) if line.cells_to_fix else "",
            "" if line.last_touched_on is None else short_date(line.last_touched_on, today=today),
        )
    show_table(table)
    console().print(
        "Oldest: days that the oldest thing due has waited. Replied: first messages of the last four weeks, of those old "
        "enough to count. Streak: working days in a row with something done.",
        style="dim",
    )


def overview_json(lines: Sequence[LogLine], *, today: dt.date) -> str:
    """Return the overview as one document."""
    return document({"today": today, "logs": [_log(line) for line in lines]})


def _log(line: LogLine) -> dict[str, Any]:
    return {
        "label": line.label,
        "path": line.path or None,
        "people": line.people,
        "due_now": line.due_now,
        "oldest_waiting_days": line.oldest_waiting_days,
        "replies_4_weeks": {"replied": line.replied, "matured": line.matured},
        "streak_days": line.streak_days,
        "goals_met": line.goals_met,
        "goals": line.goals,
        "cells_to_fix": line.cells_to_fix,
        "stuck": line.stuck or None,
        "last_touched_on": line.last_touched_on,
        "warnings": list(line.warnings),
        "error": line.error or None,
    }
