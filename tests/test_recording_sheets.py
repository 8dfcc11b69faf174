"""The sheets Netsheet History and Netsheet Memory in real files, through the real refresh."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook.protection import WorkbookProtection

from netsheet.core.grid import Sheet
from netsheet.core.recording.history_lines import HistoryLine
from netsheet.core.recording.memory_lines import read_memory
from netsheet.core.recording.sheet_names import HISTORY_SHEET, MEMORY_SHEET
from netsheet.engines import read_workbook
from netsheet.errors import RefusedError
from netsheet.pipeline.opened import OpenedLog, open_log
from netsheet.pipeline.refresh import refresh_log
from tests.command_line import run
from tests.test_refresh_cli import opened

TODAY = dt.date(2026, 11, 27)
HEADINGS = ("Name", "Company", "Date contacted", "Response")
ROWS = (
    ("Ana Silva", "Acme", dt.date(2026, 11, 12), None),
    ("Ben Koch", "Beta", dt.date(2026, 11, 13), None),
    ("Cleo Roux", "Gamma", None, None),
)


def a_log(folder: Path, rows: Iterable[tuple[object, ...]] = ROWS) -> Path:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "Log"
    sheet.append(HEADINGS)
    for row in rows:
        sheet.append(row)
    path = folder / "log.xlsx"
    workbook.save(path)
    return path


def line(what: str, who: str = "Ana Silva", company: str = "Acme", **more: object) -> HistoryLine:
    facts: dict[str, Any] = {
        "on": TODAY,
        "what": what,
        "who": who,
        "who_exactly": f"{who} @ {company}",
        **more,
    }
    return HistoryLine(**facts)


def add(log: Path, *lines: HistoryLine, today: dt.date = TODAY) -> None:
    refresh_log(log, today=today, add=lambda the_log: the_log.plus(lines))


def sheet_of(log: Path, name: str) -> Sheet:
    sheet = read_workbook(log.read_bytes()).sheet(name)
    assert sheet is not None
    return sheet


def statuses(log: Path, today: dt.date = TODAY) -> dict[str, str]:
    return {each.person.name: each.status for each in open_log(log, today=today).standings}


def test_a_refresh_makes_a_hidden_memory_and_no_history(tmp_path: Path) -> None:
    log = a_log(tmp_path)
    run("refresh", log, today=str(TODAY))

    workbook = read_workbook(log.read_bytes())
    assert [sheet.name for sheet in workbook.sheets] == ["Log", "Netsheet Summary", MEMORY_SHEET]
    assert [sheet.is_hidden for sheet in workbook.sheets] == [False, False, True]
    memory = read_memory(workbook.sheet(MEMORY_SHEET))
    assert memory is not None
    assert (memory.refreshed_on, memory.sheet) == (TODAY, "Log")
    assert [(line.who_exactly, line.days, line.step) for line in memory.lines] == [
        ("Ana Silva @ Acme", "date wrote: 2026-11-12", "reminder 2026-11-19"),
        ("Ben Koch @ Beta", "date wrote: 2026-11-13", "reminder 2026-11-20"),
        ("Cleo Roux @ Gamma", "", "first message 2026-11-27"),
    ]


def test_the_first_lines_make_the_history_and_later_ones_go_below(tmp_path: Path) -> None:
    log = a_log(tmp_path)
    add(log, line("wrote"))
    first = sheet_of(log, HISTORY_SHEET)
    add(log, line("replied", "Ben Koch", "Beta", on=dt.date(2026, 11, 26)))
    both = sheet_of(log, HISTORY_SHEET)

    assert [row[:3] for row in first.rows[1:]] == [["Day", "Who", "What"], [TODAY, "Ana Silva", "wrote"]]
    assert both.rows[:3] == first.rows
    assert [row[:3] for row in both.rows[3:]] == [[dt.date(2026, 11, 26), "Ben Koch", "replied"]]
    assert statuses(log) == {"Ana Silva": "Waiting", "Ben Koch": "Reply owed", "Cleo Roux": "To contact"}


def test_what_is_written_follows_from_the_added_lines(tmp_path: Path) -> None:
    log = a_log(tmp_path)
    add(log, line("closed"))
    data = log.read_bytes()
    run("refresh", log, today=str(TODAY))

    assert log.read_bytes() == data
    assert "Closed" in sheet_of(log, "Log").rows[1]


def test_a_deleted_line_has_no_effect_any_more(tmp_path: Path) -> None:
    log = a_log(tmp_path)
    add(log, line("closed"))
    workbook = opened(log.read_bytes())
    workbook[HISTORY_SHEET].delete_rows(3)
    workbook.save(log)
    run("refresh", log, today=str(TODAY))

    assert statuses(log)["Ana Silva"] == "Reminder due"


def test_a_command_sees_the_log_to_which_it_adds(tmp_path: Path) -> None:
    seen: list[str] = []

    def close_everybody(the_log: OpenedLog) -> OpenedLog:
        seen.extend(standing.status for standing in the_log.standings)
        return the_log.plus(line("closed", each.name, each.company) for each in the_log.log.people)

    log = a_log(tmp_path)
    refresh_log(log, today=TODAY, add=close_everybody)

    assert seen == ["Reminder due", "Reminder due", "To contact"]
    assert set(statuses(log).values()) == {"Closed"}


def test_a_preview_writes_no_line(tmp_path: Path) -> None:
    log = a_log(tmp_path)
    data = log.read_bytes()
    refreshed = refresh_log(
        log, today=TODAY, is_preview=True, add=lambda the_log: the_log.plus([line("closed")])
    )

    assert (refreshed.is_changed, refreshed.lines_added) == (True, 1)
    assert log.read_bytes() == data


def test_nothing_is_added_to_a_history_without_its_headings(tmp_path: Path) -> None:
    log = a_log(tmp_path)
    add(log, line("wrote"))
    workbook = opened(log.read_bytes())
    workbook[HISTORY_SHEET]["A2"] = "When"
    workbook.save(log)
    data = log.read_bytes()

    with pytest.raises(RefusedError, match="Day and What"):
        add(log, line("closed"))
    assert log.read_bytes() == data


def test_a_first_message_stays_suggested_from_day_to_day(tmp_path: Path) -> None:
    """Without a memory each day would suggest whom the queue has first; with one the offer keeps its day."""
    rows = [(f"Person {number}", "Acme", None, None) for number in range(1, 9)]
    log = a_log(tmp_path, [*rows, ("Ana Silva", "Acme", dt.date(2026, 11, 12), None)])
    run("refresh", log, today="2026-11-24")
    offered = {
        each.person.name for each in open_log(log, today=TODAY).standings if each.due == dt.date(2026, 11, 24)
    }

    assert len(offered) == 5
    run("refresh", log, today="2026-11-27")
    again = {
        each.person.name for each in open_log(log, today=TODAY).standings if each.due == dt.date(2026, 11, 24)
    }
    assert again == offered


def test_a_workbook_whose_structure_is_locked_since_goes_on_without_a_memory(tmp_path: Path) -> None:
    """The summary is there from before; a sheet that cannot be added must not stop the refresh."""
    log = a_log(tmp_path)
    run("refresh", log, today=str(TODAY))
    workbook = opened(log.read_bytes())
    del workbook[MEMORY_SHEET]
    workbook.security = WorkbookProtection(lockStructure=True)
    workbook.save(log)

    assert run("refresh", log, today="2026-11-30").exit_code == 0
    assert read_workbook(log.read_bytes()).sheet(MEMORY_SHEET) is None
