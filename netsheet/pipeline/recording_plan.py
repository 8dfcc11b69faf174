"""What a refresh writes to the sheets Netsheet History and Netsheet Memory."""

from __future__ import annotations

import netsheet
from netsheet.core.new_memory import compute_memory
from netsheet.core.numbers.goal_past import write_goal_past
from netsheet.core.owned_columns import SheetRows
from netsheet.core.plan import OwnedSheet, WorkbookPlan
from netsheet.core.recording.history_lines import HISTORY_MARK, can_add_lines, plan_lines
from netsheet.core.recording.log_history import RecordedLog
from netsheet.core.recording.memory_lines import MEMORY_MARK, memory_rows
from netsheet.core.recording.sheet_names import HISTORY_SHEET, MEMORY_SHEET
from netsheet.errors import RefusedError
from netsheet.pipeline.opened import OpenedLog


def plan_history(recorded: RecordedLog) -> WorkbookPlan:
    """Plan the new lines: below the last of the history, or in a sheet that is made for the first ones.

    Raises:
        RefusedError: when the history has lost its headings.
    """
    lines, sheet = recorded.new_lines, recorded.history
    if not (lines or recorded.deleted):
        return WorkbookPlan()
    if sheet is not None:
        if not can_add_lines(sheet):
            raise RefusedError(
                f"The sheet {HISTORY_SHEET} has no row with the headings Day and What, so nothing can be added to it.",
                "Put these two headings back, or rename the sheet; then try again.",
            )
        return WorkbookPlan(sheets=(plan_lines(sheet, lines, recorded.deleted),))
    from netsheet.render.history import render_history  # noqa: PLC0415 - only for the first line

    return WorkbookPlan(
        owned=(
            OwnedSheet(name=HISTORY_SHEET, content=render_history(lines), mark=HISTORY_MARK, replace=False),
        )
    )


def plan_memory(opened: OpenedLog, shown: SheetRows) -> tuple[OwnedSheet, ...]:
    """Plan the memory, which is written anew at each refresh; none where it is missing and no sheet may be added.

    Args:
        opened: the log.
        shown: what its rows show now.
    """
    if opened.snapshot.is_structure_locked and opened.snapshot.sheet(MEMORY_SHEET) is None:
        return ()
    memory = compute_memory(
        opened.recorded,
        opened.standings,
        opened.cells,
        shown,
        today=opened.today,
        version=netsheet.__version__,
        remembered=opened.remembered,
        goals=write_goal_past(opened.goals, opened.goal_past, today=opened.today),
    )
    rows = tuple(memory_rows(memory))
    return (OwnedSheet(name=MEMORY_SHEET, mark=MEMORY_MARK, rows=rows, is_hidden=True),)
