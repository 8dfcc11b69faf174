"""A follow-up date is never lost silently: through the command line it works, is named, or was met."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.command_line import run

HEADINGS = ("Name", "Date sent", "Channel", "Follow-up date", "Status", "Response date")
SENT_ON = dt.datetime(2026, 3, 2)


def log_of(folder: Path, *rows: tuple[object, ...]) -> Path:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.title = "Contacts"
    for row in (HEADINGS, *rows):
        page.append(row)
    path = folder / "log.xlsx"
    book.save(path)
    return path


def follow_ups(log: Path) -> list[dict[str, Any]]:
    """Return the follow-ups that are due or come within ten years, after a refresh."""
    assert run("refresh", log).exit_code == 0
    items = run("due", log, "--within", 3650, "--json").document["items"]
    return [item for item in items if item["action"] == "follow_up"]


def findings(log: Path) -> list[tuple[str, str]]:
    return [
        (finding["code"], finding["cell"]) for finding in run("check", log, "--json").document["findings"]
    ]


@pytest.mark.parametrize(
    ("cell", "due", "why"),
    [
        (dt.datetime(2026, 5, 12), "2026-05-12", "Your own follow-up date is 12 May."),
        ("2026-05-12", "2026-05-12", "Your own follow-up date is 12 May."),
        ("2026-05-12 - after his holiday", "2026-05-12", "Your own follow-up date is 12 May (after his holiday)."),
        ("12 May 2026 - after his holiday", "2026-05-12", "Your own follow-up date is 12 May (after his holiday)."),
        ("12 May 2026 (ask about Lyon)", "2026-05-12", "Your own follow-up date is 12 May (ask about Lyon)."),
        ("May 12, 2026: send CV", "2026-05-12", "Your own follow-up date is 12 May (send CV)."),
        ("12/25/2026 maybe", "2026-12-25", "Your own follow-up date is 25 Dec (maybe)."),
        ("in 6 months", "2026-09-02", "Your own follow-up date is 2 Sep."),
        ("+6m", "2026-09-02", "Your own follow-up date is 2 Sep."),
        ("2 weeks", "2026-03-16", "Your own follow-up date is 16 Mar."),
        ("next quarter", "2026-04-01", "Your own follow-up date is 1 Apr."),
        pytest.param(dt.datetime(2026, 3, 9), "2026-03-09", "Your own follow-up date is 9 Mar.", id="past"),
        pytest.param(dt.datetime(2026, 5, 16), "2026-05-16", "Your own follow-up date is 16 May.", id="Saturday"),
    ],
)  # fmt: skip
def test_a_follow_up_date_works(tmp_path: Path, cell: object, due: str, why: str) -> None:
    log = log_of(tmp_path, ("Ana Ruiz", SENT_ON, "e-mail", cell))

    items = follow_ups(log)

    assert [(item["due"], item["why"], item["cell"]) for item in items] == [(due, why, "D2")]
    assert findings(log) == []


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("12 May - after his holiday", "date-without-year"),
        ("12/05 maybe", "date-without-year"),
        ("5/6/2026", "ambiguous-date-order"),
        ("2026-05-12 or 2026-06-01", "several-dates"),
        ("31 June 2026", "unreadable-date"),
        ("after the summer", "follow-up-note"),
        ("tomorrow-ish", "follow-up-note"),
    ],
)
def test_a_follow_up_that_has_no_day_is_named(tmp_path: Path, cell: str, code: str) -> None:
    log = log_of(tmp_path, ("Ana Ruiz", SENT_ON, "e-mail", cell))

    assert follow_ups(log) == []
    assert findings(log) == [(code, "D2")]
    assert "D2" in run("check", log).stdout
    assert f"“{cell}”" in " ".join(run("check", log).stdout.split())


def test_a_span_without_a_day_to_count_from_is_named(tmp_path: Path) -> None:
    log = log_of(tmp_path, ("Ana Ruiz", None, "", "in 6 months"))

    assert follow_ups(log) == []
    assert ("follow-up-without-start", "D2") in findings(log)


@pytest.mark.parametrize("status", ["closed", "Declined", "not interested", "do not contact"])
@pytest.mark.parametrize("cell", [dt.datetime(2026, 5, 12), "2026-05-12 - after his holiday", "in 6 months"])
def test_a_follow_up_of_a_closed_person_is_named(tmp_path: Path, status: str, cell: object) -> None:
    log = log_of(tmp_path, ("Ana Ruiz", SENT_ON, "e-mail", cell, status))

    assert follow_ups(log) == []
    assert findings(log) == [("follow-up-on-closed", "D2")]


def test_a_past_follow_up_of_a_closed_person_is_named_when_it_came_after_the_closing(tmp_path: Path) -> None:
    log = log_of(tmp_path, ("Ana Ruiz", SENT_ON, "e-mail", dt.datetime(2026, 3, 9), "closed"))

    assert findings(log) == [("follow-up-on-closed", "D2")]
    assert "A follow-up on 9 Mar is set for Ana Ruiz, who is closed" in run("check", log).stdout


def test_a_follow_up_on_an_older_row_still_counts(tmp_path: Path) -> None:
    rows = (
        ("Ana Ruiz", SENT_ON, "e-mail", dt.datetime(2026, 5, 12)),
        ("Ana Ruiz", dt.datetime(2026, 3, 5), "e-mail", None),
    )

    items = follow_ups(log_of(tmp_path, *rows))

    assert [(item["due"], item["cell"]) for item in items] == [("2026-05-12", "D2")]


def test_a_follow_up_date_of_a_parked_person_counts(tmp_path: Path) -> None:
    log = log_of(tmp_path, ("Ana Ruiz", SENT_ON, "e-mail", dt.datetime(2026, 5, 12), "on hold"))

    assert [item["due"] for item in follow_ups(log)] == ["2026-05-12"]


def test_a_follow_up_date_is_met_by_a_later_message_in_its_own_row(tmp_path: Path) -> None:
    log = log_of(tmp_path, ("Ana Ruiz", SENT_ON, "e-mail", dt.datetime(2026, 2, 23)))

    assert follow_ups(log) == []
    assert [item["action"] for item in run("due", log, "--json").document["items"]] == ["nudge"]


def test_a_follow_up_date_is_met_by_a_later_message(tmp_path: Path) -> None:
    rows = (
        ("Ana Ruiz", SENT_ON, "e-mail", dt.datetime(2026, 3, 9)),
        ("Ana Ruiz", dt.datetime(2026, 3, 10), "e-mail", None),
    )

    log = log_of(tmp_path, *rows)

    assert follow_ups(log) == []
    assert findings(log) == []
