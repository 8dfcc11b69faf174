"""Sheets named by months, quarters or years are one log; and how the log's sheet is chosen."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from netsheet.core.columns.period_sheets import name_without_period
from netsheet.core.grid import CellValue, Sheet
from netsheet.core.model import Log, Settings
from netsheet.core.people.interpret import interpret_log
from netsheet.engines import read_workbook
from tests.command_line import run
from tests.reading.build import TODAY, build_sheet, build_snapshot

D = dt.date
HEAD: list[CellValue] = ["Name", "Company", "Date", "Channel"]


def _sheet(name: str, *rows: tuple[str, dt.date], head: list[CellValue] = HEAD) -> Sheet:
    records: list[list[CellValue]] = [[who, "Copper Hill", on, "Email"] for who, on in rows]
    return build_sheet([head, *records], name=name)


def _read(*sheets: Sheet, sheet_name: str | None = None, **settings: str) -> Log:
    snapshot = build_snapshot(*sheets)
    return interpret_log(snapshot, today=TODAY, settings=Settings(**settings), sheet_name=sheet_name)  # type: ignore[arg-type]  # texts only


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("2025", ()),
        ("Sep", ()),
        ("März 26", ()),
        ("Oct2025", ()),
        ("Q1 2026", ()),
        ("Log 2025", ("log",)),
        ("Networking août", ("networking",)),
        ("Log", None),
        ("Top 20", None),
        ("Contacts", None),
    ],
)
def test_a_sheets_name_is_known_without_its_month_or_year(name: str, words: tuple[str, ...] | None) -> None:
    assert name_without_period(name) == words


def test_sheets_of_months_are_one_log() -> None:
    log = _read(
        _sheet("April", ("Ida Brook", D(2026, 4, 2)), ("Omar Finch", D(2026, 4, 9))),
        _sheet("May", ("Ida Brook", D(2026, 5, 5))),
        _sheet("June"),
    )

    ida, omar = log.people
    assert [reading.sheet for reading in log.log_readings] == ["May", "April"]
    assert [touch.on for touch in ida.touches] == [D(2026, 4, 2), D(2026, 5, 5)]
    assert (ida.place.sheet, ida.rows, ida.further_rows) == ("May", (2,), (("April", 2),))
    assert (omar.place.sheet, omar.rows, omar.further_rows) == ("April", (), (("April", 3),))
    assert log.findings == ()


def test_a_persons_facts_come_from_their_newest_row_on_any_sheet() -> None:
    log = _read(_sheet("2025", ("Ida Brook", D(2025, 4, 2))), _sheet("2026", ("Omar Finch", D(2026, 4, 9))))

    assert {person.name: log.facts[person.key]["company"] for person in log.people} == {
        "Omar Finch": "Copper Hill",
        "Ida Brook": "Copper Hill",
    }


def test_a_sheet_of_a_year_with_other_headings_is_no_part_of_the_log() -> None:
    other: list[CellValue] = ["Company", "Job title", "Date applied", "Salary"]
    log = _read(_sheet("2026", ("Ida Brook", D(2026, 4, 2))), _sheet("2025", head=other))

    assert [reading.sheet for reading in log.log_readings] == ["2026"]


def test_the_setting_and_the_option_choose_one_sheet() -> None:
    sheets = [_sheet("2025", ("Ida Brook", D(2025, 4, 2))), _sheet("2026", ("Omar Finch", D(2026, 4, 9)))]

    assert [reading.sheet for reading in _read(*sheets, log_sheet="2025").readings] == ["2025"]
    assert [reading.sheet for reading in _read(*sheets, sheet_name="2025").readings] == ["2025"]
    assert _read(*sheets, log_sheet="2025", sheet_name="2026").reading.sheet == "2026"


def test_of_sheets_alike_the_one_with_our_columns_is_the_log_then_the_one_with_the_newest_day() -> None:
    old = _sheet(
        "Old", ("Ida Brook", D(2026, 4, 2)), ("Omar Finch", D(2026, 4, 9)), ("Tom Reed", D(2026, 4, 9))
    )
    new = _sheet("New", ("Lena Marsh", D(2026, 5, 2)))
    ours = _sheet("Old", ("Ida Brook", D(2026, 4, 2)), head=[*HEAD, "Netsheet status"])

    assert _read(old, new).reading.sheet == "New"
    assert _read(ours, new).reading.sheet == "Old"


def test_each_row_is_written_on_its_own_sheet(tmp_path: Path) -> None:
    path = tmp_path / "years.xlsx"
    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    first.title = "2025"
    for sheet, rows in (
        (first, [["Ida Brook", "Copper Hill", D(2025, 4, 2), "Email"]]),
        (
            book.create_sheet("2026"),
            [
                ["Omar Finch", "Fern & Co", D(2026, 3, 2), "Email"],
                ["Ida Brook", "Copper Hill", D(2026, 3, 3), "Email"],
            ],
        ),
    ):
        for row in [HEAD, *rows]:
            sheet.append(row)
    book.save(path)

    assert run("refresh", path).exit_code == 0
    assert run("refresh", path, "--check").exit_code == 0

    written = read_workbook(path.read_bytes())
    statuses = {
        sheet.name: [row[4] for row in sheet.rows] for sheet in written.sheets if sheet.name.isdecimal()
    }
    assert statuses["2025"] == ["Netsheet status", "Earlier"]
    assert statuses["2026"][0] == "Netsheet status"
    assert "Earlier" not in statuses["2026"]
