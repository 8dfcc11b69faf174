"""What netsheet does not see is said in one line by refresh, due and check alike, and never hidden by the all-clear."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from netsheet.core.grid import CellValue
from tests.command_line import run

D = dt.date
NAMES = ["Ida Brook", "Omar Finch", "Lena Marsh"]
Sheets = dict[str, list[list[CellValue]]]


def _log(path: Path, sheets: Sheets, change: Callable[[openpyxl.Workbook], None] = lambda _: None) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    change(book)
    book.save(path / "log.xlsx")
    return path / "log.xlsx"


def _dated(heading: str, days: list[CellValue]) -> list[list[CellValue]]:
    return [
        ["Name", heading, "Response"],
        *([name, day, "yes"] for name, day in zip(NAMES, days, strict=True)),
    ]


def _said(*words: object) -> str:
    outcome = run(*words, today="2026-06-01")
    return outcome.stdout + outcome.stderr


ALL_CLEAR = "Nothing is due"
LATE = [D(2026, 5, 30), D(2026, 5, 29), D(2026, 5, 28)]
CASES: dict[str, tuple[Sheets, str]] = {
    "days that cannot be read": (
        {"Log": _dated("Date sent", [D(2026, 5, 30), "mid May", "2026-05-29"])},
        "1 day could not be read (B3)",
    ),
    "days in the wrong column": (
        {"Log": _dated("Last contact", ["by mail", "by phone", "at a fair"])},
        "“Last contact” are not dates",
    ),
    "nobody has a day": (
        {"Log": [["Name", "Email"], [NAMES[0], ""], [NAMES[1], ""], [NAMES[2], ""]]},
        "3 of 3 people have no date",
    ),
    "a second log": (
        {"Log": _dated("Date sent", list(LATE)), "Spring": _dated("Date sent", list(LATE))},
        "The sheet “Spring” looks like a log too",
    ),
}


@pytest.mark.parametrize(("sheets", "said"), CASES.values(), ids=CASES)
def test_what_is_not_seen_is_said_by_each_command(sheets: Sheets, said: str, tmp_path: Path) -> None:
    log = _log(tmp_path, sheets)
    for command in ("check", "due", "refresh"):
        printed = _said(command, log)
        assert said in printed, command
        assert ALL_CLEAR not in printed


def test_where_all_is_seen_nothing_is_said_and_the_all_clear_is_given(tmp_path: Path) -> None:
    log = _log(tmp_path, {"Log": _dated("Date sent", list(LATE))})

    assert ALL_CLEAR in _said("due", log)
    assert '"not_seen": []' in _said("check", log, "--json")


def test_columns_that_the_sheet_hides_are_named_at_each_refresh(tmp_path: Path) -> None:
    def hide(book: openpyxl.Workbook) -> None:
        group = book["Log"].column_dimensions
        group.group("D", "XFD", hidden=True)

    log = _log(tmp_path, {"Log": _dated("Date sent", list(LATE))}, hide)

    for command in ("refresh", "refresh", "due", "check"):
        assert "Unhide (Excel)" in _said(command, log)


UNKNOWN: list[list[CellValue]] = [
    ["Planet", "Date contacted", "Status"],
    ["xarn", "2026-05-04", "sent"],
    ["yorb", "2026-05-05", "sent"],
]


def test_a_refusal_names_the_row_what_is_missing_and_the_command_that_mends_it(tmp_path: Path) -> None:
    log = _log(tmp_path, {"Log": UNKNOWN})
    refused = _said("check", log)

    assert "row 1 has headings (“Date contacted”, “Status”)" in refused
    assert "no column with the people or organisations" in refused
    assert f"netsheet settings {log} --map Planet=name" in refused
    assert run("settings", log, "--map", "Planet=name").exit_code == 0
    assert "2 records" in _said("check", log)


def test_a_refusal_of_a_text_file_says_which_heading_to_change(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text("\n".join(",".join(map(str, row)) for row in UNKNOWN), encoding="utf-8")

    assert "change that heading to Name" in _said("due", path)
