"""What was recorded survives what people do to their files, and no command changes what is in the history."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, assume, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from netsheet.core.recording.sheet_names import HISTORY_SHEET, MEMORY_SHEET
from tests.command_line import run
from tests.test_done_laws import HEADINGS, ROWS, due_items
from tests.test_followup_laws import TODAY
from tests.test_recording_sheets import a_log, sheet_of
from tests.test_recording_words import (
    CHANGES,
    FIRST,
    LATER,
    change,
    codes,
    column,
    delete,
    history,
    refresh,
    type_word,
)
from tests.test_recording_words import ROWS as THREE_PEOPLE
from tests.test_refresh_cli import opened, users_cells


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = a_log(tmp_path, THREE_PEOPLE)
    refresh(path, FIRST)
    return path


def due(log: Path, today: str = LATER) -> list[tuple[object, ...]]:
    return [
        (item["person"], item["next_step"], item["due"], item["group"], item["why"])
        for item in due_items(log, today)
    ]


@pytest.mark.parametrize("what", [*CHANGES, "a deleted memory"])
def test_the_due_list_and_the_users_cells_stay_and_the_next_refresh_changes_nothing(
    log: Path, what: str
) -> None:
    type_word(log, "Ana Silva", "done")
    type_word(log, "Ben Koch", "2 weeks")
    refresh(log)
    before, lines = due(log), history(log)
    if what == "a deleted memory":
        delete(log, MEMORY_SHEET)
    else:
        change(log, CHANGES[what])
    users = users_cells(log.read_bytes())
    refresh(log)
    data = log.read_bytes()
    refresh(log)

    assert sorted(due(log)) == sorted(before)
    assert history(log) == lines
    assert users_cells(log.read_bytes()) == users
    assert log.read_bytes() == data


def test_no_command_but_forget_changes_a_line_of_the_history(log: Path) -> None:
    lines: list[list[object]] = []
    for command in (
        ("done", "Ana"),
        ("log", "Ben", "replied"),
        ("snooze", "Cleo", "2 weeks"),
        ("close", "Ben"),
        ("reopen", "Ben"),
        ("journal", "A good day"),
        ("refresh",),
    ):
        name, *words = command
        outcome = run(name, log, *words, today=LATER)
        assert outcome.exit_code == 0, outcome.stderr
        now: list[list[object]] = [list(row) for row in sheet_of(log, HISTORY_SHEET).rows]
        assert now[: len(lines)] == lines, command
        lines = now

    assert [row[2] for row in lines[2:]] == ["wrote", "replied", "snoozed", "closed", "reopened", "journal"]


def test_a_refresh_says_once_that_the_history_was_deleted_and_where_to_find_it(log: Path) -> None:
    type_word(log, "Ana Silva", "done")
    type_word(log, "Ben Koch", "2 weeks")
    refresh(log)
    delete(log, HISTORY_SHEET)
    said, again = (" ".join(refresh(log).stdout.split()) for _ in range(2))

    assert "The sheet Netsheet History was deleted, and what its 2 lines said counts no more." in said
    assert "see the older copies of your file: netsheet backups" in said
    assert "deleted" not in again


def test_a_command_says_that_the_history_was_deleted_too(log: Path) -> None:
    type_word(log, "Ana Silva", "done")
    refresh(log)
    delete(log, HISTORY_SHEET)

    assert "The sheet Netsheet History was deleted" in run("done", log, "Ben", today=LATER).stdout


def test_single_lines_may_be_deleted_and_are_counted(log: Path) -> None:
    type_word(log, "Ana Silva", "done")
    type_word(log, "Ben Koch", "2 weeks")
    refresh(log)
    change(log, lambda page: page.delete_rows(4), HISTORY_SHEET)
    preview = run("refresh", log, "--dry-run", "--json", today=LATER).document
    said, again = (" ".join(refresh(log).stdout.split()) for _ in range(2))

    assert preview["history_lines_gone"] == 1
    assert "1 line of the sheet Netsheet History was deleted since the last refresh." in said
    assert "deleted" not in again


def test_lines_that_forget_deletes_and_lines_that_cannot_be_read_are_no_news(log: Path) -> None:
    type_word(log, "Ana Silva", "done")
    type_word(log, "Ben Koch", "2 weeks")
    refresh(log)
    assert "older copies" not in run("forget", log, "Ana", "--yes", today=LATER).stdout
    assert "deleted" not in refresh(log).stdout

    def misspell(page: Any) -> None:  # noqa: ANN401 - openpyxl has no types
        page.cell(page.max_row, 3).value = "snozed"

    change(log, misspell, HISTORY_SHEET)
    assert "deleted" not in refresh(log).stdout


def test_a_first_refresh_says_how_many_replied_on_a_day_that_is_not_logged(tmp_path: Path) -> None:
    log = a_log(
        tmp_path,
        [("Ana Silva", "Acme", dt.date(2026, 3, 2), "yes"), ("Ben Koch", "Acme", dt.date(2026, 3, 2), None)],
    )
    first, second = (
        " ".join(run("refresh", log, today=day).stdout.split()) for day in ("2026-03-03", "2026-03-04")
    )

    assert (
        "1 person replied, the day is not logged, so no answer is asked for. Where you owe one, type the day"
        in first
    )
    assert "is not logged" not in second


@pytest.mark.slow
@hypothesis_settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    rows=st.lists(ROWS, min_size=2, max_size=5),
    typed=st.dictionaries(
        st.integers(0, 4), st.sampled_from(["done", "close", "2 weeks", "they replied"]), min_size=1
    ),
    order=st.permutations(range(5)),
)
def test_sorting_the_users_columns_alone_takes_nothing_and_is_said(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[tuple[object, ...]],
    typed: dict[int, str],
    order: list[int],
) -> None:
    workbook = openpyxl.Workbook()
    page = workbook.worksheets[0]
    page.append(HEADINGS)
    for number, row in enumerate(rows):  # everybody once
        page.append((f"Person {number}", *row[1:2], f"p{number}@example.com", *row[3:]))
    log = tmp_path_factory.mktemp("sorted log") / "log.xlsx"
    workbook.save(log)
    today, width = str(TODAY), len(HEADINGS)
    refresh(log, today)
    moved = [at for at in order if at < len(rows)]
    shown = [shown_in(log, number) for number in range(len(rows))]
    words = {number: word for number, word in typed.items() if number < len(rows)}
    # Rows that look alike hide a sort: one word at least is next to somebody who looks different.
    assume(any(shown[moved[number]] != shown[number] for number in words))

    def sort(page: Any) -> None:  # noqa: ANN401 - openpyxl has no types
        for number, word in words.items():
            page.cell(number + 2, column(page, "Netsheet done")).value = word
        cells = [
            [page.cell(number + 2, at).value for at in range(1, width + 1)] for number in range(len(rows))
        ]
        for number, at in enumerate(moved):
            for place, value in enumerate(cells[at], start=1):
                page.cell(number + 2, place).value = value

    name = opened(log.read_bytes()).sheetnames[0]
    change(log, sort, name)
    users = users_cells(log.read_bytes())
    refresh(log, today)
    left = {number: word for number, word in words.items() if moved[number] != number}
    data = log.read_bytes()
    refresh(log, today)

    page = opened(data)[name]
    assert {number: page.cell(number + 2, column(page, "Netsheet done")).value for number in left} == left
    assert {line[1] for line in history(log)} <= {f"Person {number}" for number in words.keys() - left.keys()}
    assert [finding["code"] for finding in findings(log, today)].count("columns-left-behind") == 1
    assert users_cells(data) == users
    assert log.read_bytes() == data


def shown_in(log: Path, number: int) -> list[object]:
    page = opened(log.read_bytes()).worksheets[0]
    headings = ("Netsheet status", "Netsheet next step", "Netsheet due", "Netsheet why")
    return [page.cell(number + 2, column(page, heading)).value for heading in headings]


def findings(log: Path, today: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = run("check", log, "--json", today=today).document["findings"]
    return found


@pytest.mark.slow
@hypothesis_settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    rows=st.lists(ROWS, min_size=1, max_size=5),
    word=st.sampled_from(["done", "close", "2 weeks", "they replied"]),
)
def test_a_word_changes_the_file_once_and_its_deleted_lines_have_no_effect(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[object, ...]], word: str
) -> None:
    workbook = openpyxl.Workbook()
    for row in (HEADINGS, *rows):
        workbook.worksheets[0].append(row)
    log = tmp_path_factory.mktemp("any log") / "log.xlsx"
    workbook.save(log)
    today = str(TODAY)
    refresh(log, today)
    before = due(log, today)

    def put(page: Any) -> None:  # noqa: ANN401 - openpyxl has no types
        page.cell(2, column(page, "Netsheet done")).value = word

    change(log, put, opened(log.read_bytes()).sheetnames[0])
    refresh(log, today)
    data = log.read_bytes()
    refresh(log, today)
    assert log.read_bytes() == data

    book = opened(data)
    if HISTORY_SHEET in book.sheetnames:
        book[HISTORY_SHEET].delete_rows(3, book[HISTORY_SHEET].max_row)
        book.save(log)
        refresh(log, today)
    assert due(log, today) == before


def a_csv(folder: Path, *rows: tuple[str, ...]) -> Path:
    path = folder / "log.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def test_first_and_last_contact_alone_ask_for_no_reminder(tmp_path: Path) -> None:
    log = a_csv(
        tmp_path,
        ("Name", "First Contact", "Last Contact"),
        ("Ana Silva", "2026-08-03", "2026-11-13"),
        ("Ben Koch", "2026-10-05", "2026-11-16"),
    )

    assert "nudge" not in {item["action"] for item in due_items(log, LATER)}


@pytest.mark.parametrize(
    "status", ["draft", "Draft ready", "DRAFT_CREATED", "To send", "Queued", "To review"]
)
def test_a_message_that_was_not_sent_is_a_first_message(status: str, tmp_path: Path) -> None:
    sent = str(dt.date(2026, 11, 12))
    log = a_csv(
        tmp_path,
        ("Name", "Email", "Date", "Status"),
        ("Ana Silva", "ana@example.com", sent, status),
        ("Ben Koch", "ben@example.com", sent, "sent"),
    )

    assert {item["person"]: item["status"] for item in due_items(log, LATER)} == {
        "Ana Silva": "To contact",
        "Ben Koch": "Reminder due",
    }


@pytest.mark.parametrize(
    ("rows", "actions"),
    [
        pytest.param(
            [
                ("Name", "Date Sent", "Status"),
                ("Ana Silva", "2026-11-12", "opt-out"),
                ("Ben Koch", "2026-11-12", "sent"),
            ],
            {("Ben Koch", "nudge")},
            id="somebody who opted out gets no message",
        ),
        pytest.param(
            [
                ("Name", "Meeting date", "Last contact"),
                ("Ana Silva", "2026-10-05", "2026-11-24"),
                ("Ben Koch", "2026-11-25", "2026-11-25"),
            ],
            {("Ben Koch", "thank")},
            id="who was written to since the meeting needs no thanks",
        ),
        pytest.param(
            [
                ("Name", "Last contact", "Relationship", "Every"),
                ("Ana Silva", "2026-03-02", "Close", "never"),
                ("Ben Koch", "2026-03-02", "Close", "monthly"),
            ],
            {("Ben Koch", "check_in")},
            id="every: never asks for no check-in",
        ),
        pytest.param(
            [
                ("Name", "Date Contacted", "Date Replied", "Date Scheduled"),
                ("Ana Silva", "2026-11-16", "2026-11-19", "2026-12-18"),
                ("Ben Koch", "2026-11-16", "2026-11-19", ""),
            ],
            {("Ben Koch", "reply")},
            id="an agreed meeting answers the reply",
        ),
    ],
)
def test_what_a_small_log_asks_for(
    rows: list[tuple[str, ...]], actions: set[tuple[str, str]], tmp_path: Path
) -> None:
    items = due_items(a_csv(tmp_path, *rows), LATER)

    assert {(item["person"], item["action"]) for item in items if item["group"] == "now"} == actions


def test_a_name_with_the_last_name_first_is_one_person_or_a_note(tmp_path: Path) -> None:
    log = a_csv(
        tmp_path,
        ("Date", "Name", "Company"),
        ("2026-10-05", "Ana Silva", "Acme"),
        ("2026-11-05", "Silva, Ana", "Acme"),
    )

    people = {item["person"] for item in due_items(log, LATER)}
    assert len(people) == 1 or "possible-duplicate" in codes(log)
