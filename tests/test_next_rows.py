"""Where new rows of a list go, and that nothing but what was meant changes, however the workbook is written."""

from __future__ import annotations

import datetime as dt
import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

import netsheet
from netsheet.core.grid import Area, FormulaCell, Sheet, TableArea
from netsheet.core.model import SheetReading
from netsheet.core.next_rows import NextRows, NoPlaceError, find_next_rows
from tests.command_line import run
from tests.engine import oracles
from tests.engine.generated import Generated, logs
from tests.reading.build import build_sheet, read_rows

HEADINGS = ("No", "Name", "Company", "Email", "Date sent", "Replied")
DAY = dt.date(2026, 3, 2)


def record(number: int | str = "", replied: str = "") -> tuple[Any, ...]:
    return (number, f"Ana {number} López", "Acme", f"ana{number}@example.com", DAY, replied)


NOTHING = ("", "", "", "", "", "")
RECORDS = (HEADINGS, record(1), record(2))


def place(rows: Sequence[Sequence[Any]], count: int = 1, **shapes: Any) -> NextRows:  # noqa: ANN401 - a sheet's attributes
    return find_next_rows(build_sheet(rows, **shapes), reading(rows), count)


def reading(rows: Sequence[Sequence[Any]]) -> SheetReading:
    return read_rows(*rows).reading


def default(number: int | str = "", replied: str = "No") -> tuple[Any, ...]:
    return (number, "", "", "", "", replied)


@pytest.mark.parametrize(
    ("rows", "first"),
    [
        (RECORDS, 4),
        ((("My log", "", "", "", "", ""), NOTHING, *RECORDS), 6),
        ((*RECORDS, NOTHING, NOTHING, ("Legend", "", "", "", "", "")), 4),
        ((*RECORDS, NOTHING, record(3)), 6),
        ((*RECORDS, default(3), default(4), default(5)), 4),
        ((*RECORDS, default(3, ""), default(4, ""), default(5, "")), 4),
        ((*RECORDS, default("", "FALSE"), default("", "FALSE"), default("", "FALSE")), 4),
        ((*RECORDS, ("", "", "", "", "", "call her")), 5),
    ],
    ids=[
        "below the last record",
        "below a banner",
        "above a legend, with a row between",
        "below records behind a gap",
        "into rows with defaults",
        "into rows with a running number",
        "into rows without a number",
        "below a row that holds something of its own",
    ],
)
def test_a_new_row_goes_below_the_last_one_of_the_list(rows: Sequence[Sequence[Any]], first: int) -> None:
    found = place(rows)

    assert (found.first, found.last_row) == (first, first - 1)


@pytest.mark.parametrize(
    ("rows", "count", "reason"),
    [
        ((*RECORDS, NOTHING, ("Legend", "", "", "", "", "")), 1, "row 5 holds “Legend”"),
        ((*RECORDS, NOTHING, NOTHING, ("Legend", "", "", "", "", "")), 2, "row 6 holds “Legend”"),
        ((*RECORDS, ("Total", "", "", "", "", "2")), 1, "row 4 holds “Total”"),
    ],
)
def test_where_there_is_no_room_the_row_that_is_in_the_way_is_named(
    rows: Sequence[Sequence[Any]], count: int, reason: str
) -> None:
    with pytest.raises(NoPlaceError, match=reason):
        place(rows, count)


def table(last_row: int, *, has_totals: bool = False) -> TableArea:
    area = Area(first_row=1, first_column=1, last_row=last_row, last_column=6)
    return TableArea(name="Contacts", area=area, has_totals=has_totals)


def test_a_table_grows_only_when_its_empty_rows_are_used_up() -> None:
    assert place(RECORDS, tables=(table(3),)).table == "Contacts"
    assert place((*RECORDS, NOTHING), tables=(table(4),)).table is None


@pytest.mark.parametrize(
    ("rows", "tables", "count", "reason"),
    [
        (RECORDS, (table(3, has_totals=True),), 1, "1 empty rows|has a total row|holds"),
        ((*RECORDS, NOTHING), (table(4),), 2, "has 1 empty rows, and 2 are needed"),
        ((*RECORDS, ("Notes", "", "", "", "", "")), (table(3),), 1, "row 4 holds “Notes”"),
    ],
)
def test_a_table_that_cannot_take_the_rows_says_why(
    rows: Sequence[Sequence[Any]], tables: tuple[TableArea, ...], count: int, reason: str
) -> None:
    with pytest.raises(NoPlaceError, match=reason):
        place(rows, count, tables=tables)


def test_rows_with_formulas_are_refused_and_prepared_ones_with_formulas_are_taken() -> None:
    formulas = {(row, 6): FormulaCell(text=f"E{row}+1", has_result=True) for row in (2, 3, 4)}
    rows = (HEADINGS, record(1, "5"), record(2, "5"), default("", "5"))

    assert place(rows, formulas=formulas).first == 4
    with pytest.raises(NoPlaceError, match="formulas in column F"):
        place(rows[:3], formulas={at: formulas[at] for at in ((2, 6), (3, 6))})


def test_a_merged_row_below_is_no_row_of_the_list() -> None:
    rows = (*RECORDS, NOTHING, NOTHING, record(3))
    merged = (Area(first_row=6, first_column=1, last_row=6, last_column=3),)

    assert place(rows, merged=merged).first == 4


def test_a_list_without_a_record_begins_below_its_headings() -> None:
    assert place((HEADINGS, *[default(number) for number in range(1, 9)])).first == 2


def test_the_columns_of_the_list_end_where_nothing_is_headed_or_filled() -> None:
    rows = (
        (*HEADINGS, "", "Options"),
        (*record(1), "", "Open"),
        (*record(2), "", "Closed"),
        (*NOTHING, "", "Paused"),
    )

    found = place(rows)

    assert (found.first, found.first_column, found.last_column) == (4, 1, 6)


def test_a_sheet_is_not_changed_by_looking_for_a_place() -> None:
    sheet: Sheet = build_sheet(RECORDS)

    assert find_next_rows(sheet, reading(RECORDS), 3) == find_next_rows(sheet, reading(RECORDS), 3)


def test_only_the_commands_that_add_people_can_plan_new_rows() -> None:
    modules = sorted(Path(netsheet.__file__).parent.rglob("*.py"))

    using = {
        path.stem
        for path in modules
        if re.search(
            r"import .*\bRowAppend|import .*\b(find_next_rows|plan_new_rows|plan_fills)",
            path.read_text("utf-8"),
        )
    }
    writing = {
        path.stem for path in modules if re.search(r"import .*write_additions", path.read_text("utf-8"))
    }

    assert using == {"add_to_log", "new_rows", "list_growth", "longer_lists"}
    assert writing == {"new_people", "import_write", "event"}


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(logs())
def test_a_new_row_changes_no_cell_of_the_user_in_a_log_however_it_is_written(
    folder: Path, generated: Generated
) -> None:
    log = folder / "log.xlsx"
    log.write_bytes(generated.data)
    before = run("check", log, "--json").document["records"]

    outcome = run("add", log, "Zoe Marsh", "--again", "--json", "--protected-ok")

    after = log.read_bytes()
    assert outcome.exit_code in {0, 5}, outcome.stderr
    if outcome.exit_code == 5:
        assert after == generated.data
        return
    row = outcome.document["people"][0]["row"]
    old, new = oracles.zip_parts(generated.data), oracles.zip_parts(after)
    part = oracles.sheet_parts(generated.data)["Log"]
    theirs, now = oracles.xml_cells(old[part]), oracles.xml_cells(new[part])
    assert {at: now.get(at) for at in theirs if at[0] != row} == {
        at: xml for at, xml in theirs.items() if at[0] != row
    }
    assert run("check", log, "--json").document["records"] == before + 1
    assert oracles.audit(after) - oracles.audit(generated.data) == {}
    assert run("undo", log).exit_code == 0
    assert log.read_bytes() == generated.data
