"""What a command adds to the user's own rows: new rows, empty cells filled, lines of the history, in one save."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import pytest
from openpyxl import Workbook

from netsheet.core.additions import Additions, KnownPerson, NewPerson
from netsheet.core.grid import CellValue
from netsheet.core.list_columns import day_like
from netsheet.core.recording.history_lines import HistoryLine
from netsheet.engines import read_workbook
from netsheet.errors import RefusedError
from netsheet.pipeline.add_to_log import WriteOptions, WrittenAdditions, write_additions
from netsheet.pipeline.opened import OpenedLog
from tests.command_line import copy_of_sample, run

TODAY = dt.date(2026, 3, 16)
MARCH_2 = dt.date(2026, 3, 2)


def built(path: Path) -> Path:
    """Build a log with a sheet of people next to it."""
    book = Workbook()
    log = book.active
    assert log is not None
    log.title = "Log"
    log.append(["No", "Date", "Name", "Company", "Connected on", "Notes"])
    for number, name in enumerate(("Ana López", "Ben Okafor", "Cem Kaya"), start=7):
        log.append([number, MARCH_2, name, "Acme" if number < 9 else None, None, None])
    people = book.create_sheet("People")
    people.append(["Name", "Company", "E-mail", "Birthday"])
    people.append(["Ana López", "Acme", None, None])
    book.save(path)
    return path


def write(path: Path, additions: Additions, **options: bool) -> WrittenAdditions:
    return write_additions(path, lambda _: additions, today=TODAY, options=WriteOptions(**options))


def complete(path: Path, name: str, fills: Mapping[str, str], updates: Mapping[str, str]) -> WrittenAdditions:
    """Complete what the log says about somebody."""

    def plan(opened: OpenedLog) -> Additions:
        person = next(each for each in opened.log.people if each.name == name)
        line = HistoryLine(on=MARCH_2, what="wrote", source_id="m1", how="netsheet import sent.mbox")
        known = KnownPerson(
            person=person, fills=fills, updates=updates, signs="second@example.com", lines=(line,)
        )
        return Additions(known=(known,))

    return write_additions(path, plan, today=TODAY, options=WriteOptions())


def cells(path: Path, name: str, row: int, count: int = 6) -> list[CellValue]:
    sheet = read_workbook(path.read_bytes()).sheet(name)
    assert sheet is not None
    return [sheet.value(row, column) for column in range(1, count + 1)]


def history(path: Path) -> list[dict[CellValue, CellValue]]:
    """Read the lines of the history by their headings."""
    sheet = read_workbook(path.read_bytes()).sheet("Netsheet History")
    assert sheet is not None
    return [dict(zip(sheet.rows[1], row, strict=True)) for row in sheet.rows[2:]]


ZOE = NewPerson(
    values={"name": "Zoe Marsh", "company": "Birch", "email": "zoe@example.com", "connected": "2024-10-09"},
    signs="zoe@example.com; linkedin.com/in/zoe-marsh",
    lines=(HistoryLine(on=TODAY, what="imported", source_id="linkedin:zoe", how="netsheet import"),),
)


def test_a_new_row_gets_the_next_number_and_what_has_no_column_goes_into_the_notes(tmp_path: Path) -> None:
    log = built(tmp_path / "log.xlsx")

    (row,) = write(log, Additions(new=(ZOE,))).rows

    number, _, name, company, connected, notes = cells(log, "Log", row.row)
    assert (row.row, number, name, company, notes) == (5, 10, "Zoe Marsh", "Birch", "email: zoe@example.com")
    assert connected == dt.date(2024, 10, 9)


def test_a_new_person_may_get_a_row_on_the_sheet_of_people_and_the_log_stays(tmp_path: Path) -> None:
    log = built(tmp_path / "log.xlsx")
    before = [cells(log, "Log", row) for row in range(1, 6)]

    written = write(log, Additions(new=(ZOE,), to="people"))

    assert (written.sheet, cells(log, "People", 3, 4)) == (
        "People",
        ["Zoe Marsh", "Birch", "zoe@example.com", ""],
    )
    assert [cells(log, "Log", row) for row in range(1, 6)] == before
    (line,) = history(log)
    assert (line["Who"], line["What"], line["Source id"]) == ("Zoe Marsh", "imported", "linkedin:zoe")
    assert line["Who exactly"] == "zoe@example.com; Zoe Marsh @ Birch; linkedin.com/in/zoe-marsh"
    assert line["Note"] == "connected: 2024-10-09"


def test_only_empty_cells_are_filled_unless_the_user_asks_for_a_change(tmp_path: Path) -> None:
    log = built(tmp_path / "log.xlsx")

    fills = {
        "company": "Birch",
        "email": "ana@example.com",
        "connected": "2024-10-09",
        "birthday": "14 March",
    }
    complete(log, "Ana López", fills, {})

    assert cells(log, "People", 2, 4) == ["Ana López", "Acme", "ana@example.com", "14 March"]
    assert cells(log, "Log", 2)[3:5] == ["Acme", dt.date(2024, 10, 9)]

    complete(log, "Ana López", {}, {"company": "Birch"})

    assert cells(log, "People", 2, 2) == ["Ana López", "Birch"]
    assert cells(log, "Log", 2)[3] == "Acme"


def test_somebody_without_a_row_among_the_people_is_completed_in_their_newest_row(tmp_path: Path) -> None:
    log = built(tmp_path / "log.xlsx")

    written = complete(log, "Cem Kaya", {"company": "Birch", "email": "cem@example.com"}, {})

    assert (written.fill_count, cells(log, "Log", 4)[2:]) == (1, ["Cem Kaya", "Birch", "", ""])
    (line,) = history(log)
    assert (line["Who"], line["What"], line["Source id"]) == ("Cem Kaya", "wrote", "m1")
    assert line["Who exactly"] == "Cem Kaya @ Birch; second@example.com"


@pytest.mark.parametrize("sheet", ["log", "people"])
def test_undo_takes_all_of_it_back_byte_for_byte(sheet: str, tmp_path: Path) -> None:
    log = built(tmp_path / "log.xlsx")
    before = log.read_bytes()

    write(log, Additions(new=(ZOE,), to="people" if sheet == "people" else "log"))
    assert log.read_bytes() != before
    assert run("undo", log).exit_code == 0

    assert log.read_bytes() == before


def test_after_an_addition_of_nothing_the_log_is_as_a_refresh_leaves_it(tmp_path: Path) -> None:
    log, other = built(tmp_path / "log.xlsx"), built(tmp_path / "other.xlsx")
    other.write_bytes(log.read_bytes())

    assert run("refresh", log).exit_code == 0
    write(other, Additions())

    assert log.read_bytes() == other.read_bytes()


def test_a_preview_of_an_addition_writes_nothing(tmp_path: Path) -> None:
    log = built(tmp_path / "log.xlsx")
    before = log.read_bytes()

    written = write(log, Additions(new=(ZOE,)), is_preview=True)

    assert (written.rows[0].row, written.refreshed.is_saved, log.read_bytes()) == (5, False, before)


def test_a_workbook_without_a_sheet_of_people_says_how_to_make_one(tmp_path: Path) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path)

    with pytest.raises(RefusedError, match="no sheet with one row for each person"):
        write(log, Additions(new=(ZOE,), to="people"))


@pytest.mark.parametrize(
    ("texts", "written"),
    [
        (["13/02/2026", "04/03/2026"], "05/03/2026"),
        (["2/13/2026", "3/4/2026"], "3/5/2026"),
        (["13.2.26"], "5.3.26"),
        (["3 Mar 2026", "14 Feb 2026"], "5 Mar 2026"),
        (["2026-03-02"], "2026-03-05"),
        (["3/4/2026"], ""),
        (["last week"], ""),
        ([], ""),
    ],
)
def test_a_day_is_written_as_the_days_above_it_are(texts: list[str], written: str) -> None:
    assert day_like(dt.date(2026, 3, 5), texts) == written
