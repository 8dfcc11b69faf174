"""The table that ends a refresh of a folder, and the same as JSON."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from netsheet.present.documents import document
from netsheet.present.terminal import TONE_STYLES, console, counted, plain_table, show_table, show_title

if TYPE_CHECKING:
    from netsheet.pipeline.refresh_lines import RefreshLine


def show_refresh_table(lines: Sequence[RefreshLine], *, today: dt.date) -> None:
    """Print one line for each log that was refreshed, then what could not be seen."""
    out = console()
    done = [line for line in lines if not line.error]
    show_title(counted(len(done), "log"), f"as of {today}")
    if done:
        table = plain_table("Log", "People", "Due", "To fix", "Refreshed")
        for column in table.columns[1:4]:
            column.justify = "right"
        for line in done:
            to_fix = Text(f"{line.cells_to_fix:,}", style=TONE_STYLES["fix"]) if line.cells_to_fix else ""
            table.add_row(Text(line.label), f"{line.people:,}", f"{line.due_now:,}", to_fix, _outcome(line))
        show_table(table)
    for line in done:
        for warning in line.warnings:
            out.print(f"{line.label}: {warning}", soft_wrap=True)


def _outcome(line: RefreshLine) -> str:
    if not line.is_changed:
        return "up to date"
    cells = counted(line.cells_changed, "cell")
    return f"wrote {cells}" if line.is_saved else f"would write {cells}"


def refresh_table_json(lines: Sequence[RefreshLine], *, today: dt.date) -> str:
    """Return what was done with each log as one document."""
    logs = [
        {
            "workbook": line.path,
            "label": line.label,
            "changed": line.is_changed,
            "saved": line.is_saved,
            "cells_changed": line.cells_changed,
            "people": line.people,
            "due_now": line.due_now,
            "cells_to_fix": line.cells_to_fix,
            "warnings": list(line.warnings),
            "error": line.error or None,
        }
        for line in lines
    ]
    return document({"today": today, "logs": logs})
