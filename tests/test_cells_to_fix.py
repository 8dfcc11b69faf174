"""Cells to fix: every command and page counts the same cells, and calls them so."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from netsheet.pipeline.opened import open_log
from tests.command_line import run
from tests.summary_reading import open_summary, rows_of
from tests.test_recording_sheets import a_log
from tests.test_recording_words import FIRST, LATER, change, put, refresh, sort_rows, type_word

COUNT = re.compile(r"(?:Cells to fix \((\d+)\)|(\d+)\s+cells?\s+to\s+fix)")


@pytest.fixture
def log(tmp_path: Path) -> Path:
    people = [(f"Person {number}", "Acme", dt.date(2026, 11, 12 + number), None) for number in range(4)]
    path = a_log(tmp_path, people)
    refresh(path, FIRST)
    return path


def a_bad_day_and_a_word(log: Path) -> None:
    put(log, "Person 0", "Date contacted", "mid May")
    type_word(log, "Person 1", "skip")


def two_faults_in_a_cell_of_which_one_is_no_error(log: Path) -> None:
    put(log, "Person 0", "Date contacted", dt.date(2036, 11, 12))
    type_word(log, "Person 1", "3/4")


def words_beside_the_columns_of_others(log: Path) -> None:
    type_word(log, "Person 0", "close")
    type_word(log, "Person 1", "done")
    change(log, lambda page: sort_rows(page, 4))


@pytest.mark.parametrize(
    ("spoil", "count"),
    [
        (a_bad_day_and_a_word, 2),
        (two_faults_in_a_cell_of_which_one_is_no_error, 1),
        (words_beside_the_columns_of_others, 2),
    ],
)
def test_every_page_and_command_counts_the_same_cells(
    log: Path, spoil: Callable[[Path], None], count: int
) -> None:
    spoil(log)
    refreshed = run("refresh", log, today=LATER)
    checked = run("check", log, today=LATER)
    page = log.with_name("report.html")
    run("report", log, "--out", page, today=LATER)

    said = {
        "refresh": refreshed.stdout,
        "check": checked.stdout,
        "summary": "\n".join(str(row[0]) for row in rows_of(open_summary(log.read_bytes()))),
        "report": html.unescape(page.read_text(encoding="utf-8")),
        "unchanged": run("refresh", log, today=LATER).stdout,
    }
    counted = {name: {int(one or other) for one, other in COUNT.findall(text)} for name, text in said.items()}
    assert counted == {name: {count} for name in said}
    assert checked.exit_code == 1
    (line,) = run("overview", log, "--json", today=LATER).document["logs"]
    assert line["cells_to_fix"] == open_log(log, today=dt.date.fromisoformat(LATER)).cells_to_fix == count


def test_where_nothing_is_to_fix_no_page_says_that_something_is(log: Path) -> None:
    put(log, "Person 0", "Date contacted", dt.date(2036, 11, 12))
    refreshed, checked = run("refresh", log, today=LATER), run("check", log, today=LATER)
    rows = [str(row[0]) for row in rows_of(open_summary(log.read_bytes()))]

    assert "to fix" not in refreshed.stdout
    assert checked.stdout.endswith("No cells to fix.\n")
    assert checked.exit_code == 0
    assert not any("Cells to fix" in row for row in rows)
    assert any(row.startswith("1 note on how your log is read needs no correction") for row in rows)
