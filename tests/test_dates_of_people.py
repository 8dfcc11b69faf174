"""The sheet Dates: each day comes up for its person in time, and how it is ended."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from netsheet.core.followups.standing import Standing
from netsheet.core.grid import CellValue
from netsheet.core.model import Log, PersonDate, Place, Settings
from netsheet.core.optional_sheets.dated_people import with_dates
from netsheet.core.optional_sheets.reading import read_optional_sheets
from netsheet.core.people.interpret import interpret_log
from netsheet.core.summary.people_notes import find_dates
from tests.a_person import Teller, a_person, on, standing
from tests.command_line import run
from tests.reading.build import build_sheet, build_snapshot

# openpyxl says of the summary sheet that it would lose an extension when saving; the next refresh draws it anew.
pytestmark = pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning")

CELL = Place(sheet="Dates", row=2, column=1)


def _with(person: Teller, day: str, what: str = "Anniversary", **more: object) -> Teller:
    date = PersonDate(on=on(day), what=what, place=CELL, **more)  # type: ignore[arg-type]  # further facts of a date
    return person.who(dates=(*person.facts.get("dates", ()), date))


def _wishes(judged: Standing) -> list[tuple[dt.date | None, str]]:
    return [(action.due, action.why) for action in judged.actions if action.kind == "wish"]


@pytest.mark.parametrize(
    ("tie", "lead_days", "today", "is_shown"),
    [
        ("warm", None, "4 May", False),
        ("warm", None, "5 May", True),
        ("close", None, "1 May", False),
        ("close", None, "2 May", True),
        ("warm", 20, "21 Apr", False),
        ("warm", 20, "22 Apr", True),
        ("close", 0, "11 May", False),
        ("close", 0, "12 May", True),
        ("warm", None, "12 May", True),
        ("warm", None, "13 May", False),
    ],
)
def test_a_date_is_announced_by_its_own_lead_days_else_by_the_tie(
    tie: str, lead_days: int | None, today: str, *, is_shown: bool
) -> None:
    person = _with(a_person().met("1 Apr").thanked("2 Apr"), "12 May", lead_days=lead_days)

    shown = standing(person.who(relationship=tie), today)

    assert (shown.status == "Date coming") is is_shown


@pytest.mark.parametrize(
    ("day", "is_yearly", "today", "comes"),
    [
        ("12 May 2020", True, "1 May", "12 May"),
        ("12 May 2020", False, "1 May", None),
        ("12 May 2020", True, "13 May", "12 May 2027"),
        ("12 May 2027", True, "1 May", "12 May 2027"),
        ("12 May", False, "12 May", "12 May"),
        ("12 May", False, "13 May", None),
        ("29 Feb 2000", True, "1 Feb", "28 Feb"),
    ],
)
def test_a_date_comes_back_each_year_or_once(
    day: str, *, is_yearly: bool, today: str, comes: str | None
) -> None:
    wishes = _wishes(standing(_with(a_person(), day, is_yearly=is_yearly), today))

    assert [due for due, _ in wishes] == ([] if comes is None else [on(comes)])


def test_it_says_what_is_on_the_day() -> None:
    person = _with(a_person(), "12 May", "First day in the new job")
    (before,), (today,) = (_wishes(standing(person, day)) for day in ("8 May", "12 May"))

    assert before == (on("12 May"), "First day in the new job on 12 May.")
    assert today == (on("12 May"), "First day in the new job today.")


def test_a_row_without_anything_due_says_which_date_comes_up() -> None:
    person = _with(a_person().met("1 Apr").thanked("2 Apr"), "12 May", "First day in the new job")

    assert (
        standing(person, "10 Apr").why
        == "Last contact on 2 Apr; “First day in the new job” comes up on 12 May."
    )


def test_wishes_that_were_sent_meet_the_date_they_come_before_and_no_later_one() -> None:
    person = _with(_with(a_person(), "12 May"), "14 May", "First day in the new job")

    wished = standing(person.touch("10 May", "out", "wish"), "11 May")

    assert _wishes(wished) == [(on("14 May"), "First day in the new job on 14 May.")]


def _log(*dates: list[CellValue]) -> Log:
    snapshot = build_snapshot(
        build_sheet([["Name", "E-mail", "Date"], ["Ana Lopez", "ana@example.com", on("2 Apr")]], name="Log"),
        build_sheet(
            [
                ["Name", "E-mail", "Birthday"],
                ["Cleo Park", "cleo@example.com", ""],
                ["Ana Lopez", "ana@example.com", "12 May"],
            ],
            name="People",
        ),
        build_sheet([["Who", "What", "Day", "Lead days"], *dates], name="Dates"),
    )
    log = interpret_log(snapshot, today=on("1 May"), settings=Settings())
    return with_dates(log, read_optional_sheets(snapshot, log, order="auto").dates or ())


def test_a_birthday_that_the_row_has_too_comes_once() -> None:
    (ana,) = _log(["Ana Lopez", "Birthday", "12 May", ""]).people

    assert (ana.birthday, ana.dates) == ((5, 12), ())


def test_somebody_who_was_only_collected_is_one_of_the_people_with_a_date() -> None:
    without, with_date = _log(), _log(["Cleo Park", "Anniversary", "20 May", ""])

    assert [person.name for person in without.collected] == ["Cleo Park"]
    assert [person.name for person in with_date.people] == ["Ana Lopez", "Cleo Park"]
    assert with_date.collected == ()


def test_the_summary_lists_the_dates_of_the_next_30_days() -> None:
    person = _with(a_person().who(birthday=(5, 20)), "12 May").person()
    closed = replace(person, key="n:other", state="closed")

    notes = find_dates([person, closed], today=on("1 May"))

    assert [(note.on, note.text) for note in notes] == [
        (on("12 May"), "Anniversary"),
        (on("20 May"), "Birthday"),
    ]


def test_done_typed_into_the_row_ends_a_date_and_the_history_says_which(tmp_path: Path) -> None:
    path = tmp_path / "log.xlsx"
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Name", "E-mail", "Date", "Direction"])
    book.worksheets[0].append(["Ana Lopez", "ana@example.com", dt.date(2026, 5, 1), "Sent"])
    dates = book.create_sheet("Dates")
    dates.append(["Who", "What", "Day"])
    dates.append(["Ana Lopez", "First day in the new job", dt.date(2026, 5, 8)])
    book.save(path)
    run("refresh", path, today="2026-05-06")
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    headings = {cell.value: cell.column for cell in sheet[1]}
    shown = [sheet.cell(2, headings[f"Netsheet {name}"]).value for name in ("status", "next step", "why")]
    sheet.cell(2, headings["Netsheet done"]).value = "done"
    book.save(path)

    run("refresh", path, today="2026-05-06")

    assert shown == ["Date coming", "Send a few words", "First day in the new job on 8 May."]
    lines = [
        [cell.value for cell in row] for row in openpyxl.load_workbook(path)["Netsheet History"].iter_rows()
    ]
    assert any("wished" in line and "wish 2026-05-08" in line for line in lines)
    items = run("due", path, "--json", today="2026-05-06").document["items"]
    assert "wish" not in {item["action"] for item in items}
