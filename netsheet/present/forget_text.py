"""The output of ``netsheet forget``: what would be deleted, what was, and where it still is."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from netsheet.core.printable import quoted_path, without_steering
from netsheet.core.recording.sheet_names import HISTORY_SHEET
from netsheet.core.values.dates import short_date
from netsheet.present.documents import document
from netsheet.present.terminal import console, counted

if TYPE_CHECKING:
    from netsheet.pipeline.forget import Forgotten


def question(found: Forgotten, today: dt.date) -> str:
    """Ask whether to delete the lines that were found."""
    days = sorted(line.on for line in found.lines)
    first, last = (short_date(day, today=today) for day in (days[0], days[-1]))
    when = f"of {first}" if first == last else f"from {first} to {last}"
    return without_steering(
        f"{HISTORY_SHEET} has {counted(len(days), 'line')} about {found.name}, {when}. Delete {_them(len(days))}?"
    )


def _them(count: int) -> str:
    return "it" if count == 1 else "them"


def show_forgotten(log: Path, forgotten: Forgotten) -> None:
    """Print what was deleted, or would be, and where it still is."""
    out, count = console(), len(forgotten.lines)
    if not count:
        out.print(f"The history has no line about {forgotten.name}. Nothing was deleted.", soft_wrap=True)
        return
    lines = f"{counted(count, 'line')} of the history about {forgotten.name}"
    if forgotten.refreshed is None or not forgotten.refreshed.is_saved:
        out.print(f"This would delete {lines}.", soft_wrap=True)
        return
    rows = "Their rows in your own sheets stay. " if forgotten.is_in_log else ""
    out.print(
        f"Deleted {lines}. {rows}The backup copies still hold {_them(count)}: netsheet backups {quoted_path(log)}",
        soft_wrap=True,
    )


def forgotten_json(log: Path, forgotten: Forgotten) -> str:
    """Return what was deleted, or would be."""
    refreshed = forgotten.refreshed
    return document(
        {
            "workbook": str(log),
            "person": forgotten.name,
            "lines": len(forgotten.lines),
            "saved": refreshed is not None and refreshed.is_saved,
            "backup": str(refreshed.backup) if refreshed and refreshed.backup else None,
        }
    )
