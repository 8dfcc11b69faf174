"""What netsheet writes into a log changes neither how it reads that log nor, on the same day, what it would write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from netsheet.core.calendar import WorkingCalendar
from netsheet.core.followups.rules import compute_standings
from netsheet.core.grid import CellValue, Sheet, Snapshot
from netsheet.core.model import Log, Settings
from netsheet.core.owned_columns import plan_sheets, sheet_rows
from netsheet.core.people.interpret import interpret_log
from netsheet.core.plan import SheetPlan
from tests.reading.build import TODAY, mapping_of
from tests.reading.invented import Invented
from tests.test_shapes import EVERY

SETTINGS = Settings()
CALENDAR = WorkingCalendar(SETTINGS.working_weekdays, SETTINGS.holidays, ())


def understood(snapshot: Snapshot) -> Log:
    return interpret_log(snapshot, today=TODAY, settings=SETTINGS)


def planned(snapshot: Snapshot, log: Log) -> Mapping[str, SheetPlan]:
    standings = compute_standings(log.people, today=TODAY, settings=SETTINGS, calendar=CALENDAR)
    sheets = {sheet.name: sheet for sheet in snapshot.sheets}
    plans = plan_sheets(log, sheets, sheet_rows(log, standings))
    return {plan.sheet: plan for plan in plans}


def written(sheet: Sheet, plan: SheetPlan | None) -> Sheet:
    """The sheet as it reads when the plan is carried out."""
    if plan is None:
        return sheet
    width = max([len(sheet.rows[0]), *(edit.column for edits in plan.rows.values() for edit in edits)])
    rows: list[list[CellValue]] = [[*row, *[""] * (width - len(row))] for row in sheet.rows]
    for number, edits in plan.rows.items():
        for edit in edits:
            rows[number - 1][edit.column - 1] = edit.after
    tables = tuple(
        replace(table, area=replace(table.area, last_column=plan.new_columns[-1].column))
        if table.name == plan.table
        else table
        for table in sheet.tables
    )
    return replace(sheet, rows=rows, tables=tables)


@pytest.mark.parametrize("invented", EVERY, ids=lambda invented: invented.title)
def test_a_refresh_changes_nothing_in_how_a_workbook_is_read(invented: Invented) -> None:
    before = invented.snapshot
    log = understood(before)
    plans = planned(before, log)
    after = replace(before, sheets=tuple(written(sheet, plans.get(sheet.name)) for sheet in before.sheets))

    again = understood(after)

    assert plans
    assert (again.reading.sheet, again.reading.header_row) == (log.reading.sheet, log.reading.header_row)
    assert mapping_of(again) == mapping_of(log)
    assert again.reading == replace(log.reading, headings=again.reading.headings)
    assert again.people_reading == log.people_reading
    assert again.people == log.people
    assert again.findings == log.findings
    assert [plan.rows for plan in planned(after, again).values()] == [{} for _ in plans]
