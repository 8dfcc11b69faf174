"""The goals that come with a new log: no zero is shown for what nobody has set."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from netsheet.core.numbers.starter_goals import STARTER_GOALS
from netsheet.pipeline.opened import open_log
from tests.command_line import run

TODAY = dt.date(2026, 3, 16)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "log.xlsx"
    run("init", path)
    return path


def change(log: Path, sheet: str, cells: dict[str, object]) -> None:
    workbook = openpyxl.load_workbook(log)
    for cell, value in cells.items():
        workbook[sheet][cell].value = value
    workbook.save(log)


def shown(log: Path, today: dt.date = TODAY) -> list[tuple[str, int]]:
    return [(each.goal.name, each.count) for each in open_log(log, today=today).summary.goals]


def test_a_new_log_has_the_goals_of_the_table(log: Path) -> None:
    goals = open_log(log, today=TODAY).goals

    assert [(goal.name, goal.target, goal.period) for goal in goals] == list(STARTER_GOALS)


def test_a_goal_that_nobody_set_is_shown_only_once_something_counts(log: Path) -> None:
    assert shown(log) == []
    change(log, "Log", {"A5": TODAY, "B5": "Alma Reyes", "K5": "Message", "L5": "Sent"})

    assert shown(log) == [("New connections", 1)]
    assert shown(log, TODAY + dt.timedelta(days=7)) == []


def test_once_the_goals_were_changed_all_of_them_are_shown(log: Path) -> None:
    change(log, "Log", {"A5": TODAY, "B5": "Alma Reyes", "K5": "Message", "L5": "Sent"})
    change(log, "Goals", {"B3": 3})

    assert shown(log) == [("New connections", 1), ("Dormant ties", 0), ("Nurture", 0), ("Events", 0)]
