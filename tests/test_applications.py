"""Several applications of one person: each is closed by itself, and the person when all are. In real files."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from netsheet.core.recording.sheet_names import HISTORY_SHEET
from netsheet.engines import read_workbook
from netsheet.pipeline.opened import open_log
from tests.a_person import standing
from tests.command_line import run
from tests.reading.build import read_person
from tests.test_recording_words import history, words
from tests.test_refresh_cli import opened, users_cells

HEADINGS = ("Name", "Company", "Job applied for", "Date sent", "Promise", "Promise by", "Status")
ANA = "ana@example.com"
ROWS = (
    # As of Monday 16 March 2026.
    ("Ana Silva", "Acme", "Data analyst", "2026-03-02"),
    ("Ana Silva", "Acme", "Engineer", "2026-03-04"),
    ("Ana Silva", "Acme", "Data analyst", "2026-03-05"),
    ("Ben Koch", "Beta", "", "2026-03-02"),
    ("Ben Koch", "Beta", "", "2026-03-04"),
)
TODAY, LATER = "2026-03-16", "2026-03-17"


def a_log(folder: Path, rows: tuple[tuple[object, ...], ...] = ROWS, *, people: bool = False) -> Path:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.title = "Log"
    for row in (HEADINGS, *rows):
        page.append(row)
    if people:
        second = book.create_sheet("People")
        for row in (
            ("Name", "Company", "Relationship"),
            ("Ana Silva", "Acme", "warm"),
            ("Ben Koch", "Beta", "warm"),
        ):
            second.append(row)
    path = folder / "log.xlsx"
    book.save(path)
    assert run("refresh", path, today=TODAY).exit_code == 0
    return path


def type_in_row(log: Path, row: int, heading: str, text: object, sheet: str = "Log") -> None:
    book = opened(log.read_bytes())
    page = book[sheet]
    column = next(cell.column for cell in page[1] if cell.value == heading)
    page.cell(row, column).value = text
    book.save(log)


def shown(log: Path) -> list[tuple[object, object]]:
    """What each row of the log shows: status and next step."""
    sheet = read_workbook(log.read_bytes()).sheet("Log")
    assert sheet is not None
    at = list(sheet.rows[0]).index("Netsheet status")
    return [(row[at], row[at + 1]) for row in sheet.rows[1:]]


def status_of(log: Path, name: str = "Ana Silva", today: str = LATER) -> str:
    standings = open_log(log, today=dt.date.fromisoformat(today)).standings
    return next(each.status for each in standings if each.person.name == name)


def refresh(log: Path, today: str = LATER) -> str:
    outcome = run("refresh", log, today=today)
    assert outcome.exit_code == 0, outcome.stderr
    return outcome.stdout


def test_close_in_a_row_closes_its_application_with_all_its_rows(tmp_path: Path) -> None:
    log = a_log(tmp_path)
    before = users_cells(log.read_bytes())
    type_in_row(log, 4, "Netsheet done", "close")
    refresh(log)

    assert [line[1:] for line in history(log)] == [
        ("Ana Silva", "closed", "application: Data analyst at Acme")
    ]
    assert shown(log)[:3] == [
        ("Earlier", ""),
        ("Reminder due", "Send a reminder"),
        ("Closed", ""),
    ]
    assert words(log) == {}
    assert users_cells(log.read_bytes())["Log"] == before["Log"]


def test_close_in_an_older_row_closes_that_rows_application(tmp_path: Path) -> None:
    log = a_log(tmp_path)
    type_in_row(log, 3, "Netsheet done", "close")
    refresh(log)

    assert [line[3] for line in history(log)] == ["application: Engineer at Acme"]
    assert [status for status, _ in shown(log)][:3] == ["Earlier", "Closed", "Reminder due"]


def test_a_person_is_closed_when_the_last_application_is(tmp_path: Path) -> None:
    log = a_log(tmp_path)
    type_in_row(log, 3, "Netsheet done", "close")
    type_in_row(log, 4, "Netsheet done", "close")
    refresh(log)

    assert status_of(log) == "Closed"
    assert sorted(str(line[3]) for line in history(log)) == [
        "application: Data analyst at Acme",
        "application: Engineer at Acme",
    ]
    assert [status for status, _ in shown(log)][:3] == ["Earlier", "Closed", "Closed"]


def test_close_in_a_row_without_a_job_closes_the_person(tmp_path: Path) -> None:
    log = a_log(tmp_path)
    type_in_row(log, 6, "Netsheet done", "close")
    refresh(log)

    assert [line[1:] for line in history(log)] == [("Ben Koch", "closed", "")]
    assert status_of(log, "Ben Koch") == "Closed"


def test_close_for_a_row_in_the_shell_closes_its_application(tmp_path: Path) -> None:
    log = a_log(tmp_path)
    said = run("close", log, "Ana", "--row", "3", today=LATER).stdout.splitlines()[0]

    assert said.startswith("Ana Silva: closed: Engineer at Acme. Next, due now: send a reminder.")
    assert [line[3] for line in history(log)] == ["application: Engineer at Acme"]
    again = run("close", log, "Ana", "--row", "3", today=LATER).stdout
    assert again.startswith("Ana Silva is closed already.")
    whole = run("close", log, "Ana", today=LATER).stdout
    assert whole.startswith("Ana Silva: closed. ")
    assert status_of(log) == "Closed"


def test_close_on_the_people_sheet_asks_which_of_several_applications(tmp_path: Path) -> None:
    log = a_log(tmp_path, people=True)
    type_in_row(log, 2, "Netsheet done", "close", sheet="People")
    type_in_row(log, 3, "Netsheet done", "close", sheet="People")
    refresh(log)

    found = run("check", log, "--json", today=LATER).document["findings"]
    asked = [each for each in found if each["code"] == "done-word-which-application"]
    assert [(each["hint"]) for each in asked] == [
        "Type it on the sheet of the log, in the row of “Data analyst at Acme” or “Engineer at Acme”."
    ]
    assert [line[1:] for line in history(log)] == [("Ben Koch", "closed", "")]
    run("close", log, "Ana", "--row", "3", today=LATER)
    assert status_of(log) == "Closed", "with one application open, the word is clear"


@pytest.mark.parametrize(
    ("heading", "text", "status"),
    [
        ("Date sent", "2026-03-18", "Waiting"),
        ("Response date", "2026-03-18", "Reply owed"),
        ("Meeting", "2026-03-18", "Thank-you due"),
        ("Thank you sent", "2026-03-18", "Closed"),
    ],
)
def test_what_comes_later_in_a_row_opens_its_application_again(
    heading: str, text: str, status: str, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.append((*HEADINGS[:4], *dict.fromkeys(("Response date", "Meeting", "Thank you sent"))))
    page.append(("Cleo Roux", "Gamma", "Analyst", "2026-03-02"))
    page.title = "Log"
    log = tmp_path / "log.xlsx"
    book.save(log)
    refresh(log, TODAY)
    type_in_row(log, 2, "Netsheet done", "close")
    refresh(log, LATER)
    assert status_of(log, "Cleo Roux") == "Closed"

    type_in_row(log, 2, heading, text)
    assert status_of(log, "Cleo Roux", "2026-03-20") == status


@pytest.mark.parametrize(
    ("what", "status"), [("replied", "Reply owed"), ("talked", "Thank-you due"), ("wrote", "Waiting"), ("thanked", "Closed")]
)  # fmt: skip
def test_what_the_history_adds_later_opens_what_was_closed_last(
    what: str, status: str, tmp_path: Path
) -> None:
    log = a_log(tmp_path)
    run("close", log, "Ana", "--row", "3", today=TODAY)
    run("close", log, "Ana", "--row", "4", today=LATER)
    assert status_of(log) == "Closed"

    run("log", log, "Ana", what, today="2026-03-18")
    assert status_of(log, today="2026-03-19") == status
    assert shown(log)[1] == ("Closed", "")


def test_reopen_in_a_row_opens_its_application_and_in_the_shell_all(tmp_path: Path) -> None:
    log = a_log(tmp_path)
    run("close", log, "Ana", today=TODAY)
    type_in_row(log, 3, "Netsheet done", "reopen")
    refresh(log)

    assert [status for status, _ in shown(log)][:3] == ["Earlier", "Reminder due", "Closed"]
    assert run("reopen", log, "Ana", today=LATER).stdout.startswith("Ana Silva: open again.")
    assert [status for status, _ in shown(log)][:3] == ["Earlier", "Earlier", "Waiting"]


def test_a_deleted_line_takes_the_closing_away(tmp_path: Path) -> None:
    log = a_log(tmp_path)
    before = shown(log)
    run("close", log, "Ana", "--row", "4", today=TODAY)
    book = opened(log.read_bytes())
    book[HISTORY_SHEET].delete_rows(3)
    book.save(log)
    refresh(log, TODAY)

    assert shown(log) == before


def test_closing_words_in_a_row_of_the_users_close_that_application_alone(tmp_path: Path) -> None:
    rows = (
        ("Ana Silva", "Acme", "Data analyst", "2026-03-02", "", "", "applied"),
        ("Ana Silva", "Acme", "Engineer", "2026-03-05", "", "", "rejected"),
    )
    log = a_log(tmp_path, rows)

    assert shown(log)[0] == ("Reminder due", "Send a reminder")
    assert shown(log)[1][0] == "Closed"


def test_close_names_the_promises_that_are_still_open(tmp_path: Path) -> None:
    rows = (("Elif Kaya", "Dune", "Analyst", "2026-03-12", "send the article", "2026-03-20"),)
    log = a_log(tmp_path, rows)
    type_in_row(log, 2, "Netsheet done", "close")
    text = refresh(log)

    assert "Elif Kaya: closed. Still open: keep your promise: “send the article”." in text
    sheet = read_workbook(log.read_bytes()).sheet("Log")
    assert sheet is not None
    assert "Closed by your own entry. Still open: keep your promise: “send the article”." in sheet.rows[1]
    assert status_of(log, "Elif Kaya", "2026-03-20") == "Promise due"


def test_a_follow_up_day_of_a_closed_application_asks_for_nothing(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.title = "Log"
    for row in (
        (*HEADINGS[:4], "Follow up"),
        ("Ana Silva", "Acme", "Data analyst", "2026-03-02", "2026-03-25"),
        ("Ana Silva", "Acme", "Engineer", "2026-03-12", ""),
    ):
        page.append(row)
    log = tmp_path / "log.xlsx"
    book.save(log)
    refresh(log, TODAY)
    assert status_of(log, today=TODAY) == "Scheduled"
    run("close", log, "Ana", "--row", "2", today=TODAY)

    assert status_of(log, today=TODAY) == "Waiting"


@pytest.mark.parametrize(
    ("headings", "job", "check_in"),
    [
        (["Name", "Role", "Company", "Date", "Type"], "Buyer", True),
        (["Name", "Role applied for", "Company", "Date", "Type"], "Buyer", False),
    ],
)
def test_who_is_known_by_an_application_alone_is_no_tie(
    headings: list[str], job: str, *, check_in: bool
) -> None:
    person = read_person(
        headings,
        ["Ann Lee", job, "Acme", dt.date(2026, 5, 4), "Meeting"],
        ["Ann Lee", job, "Acme", dt.date(2026, 5, 5), "Thank you"],
    )

    shown = standing(person, dt.date(2026, 6, 15))

    assert any(action.kind == "check_in" for action in shown.actions) == check_in
