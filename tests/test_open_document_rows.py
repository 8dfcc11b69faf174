"""New rows in an .ods list: they look and behave like those above, filters and rules reach down to them."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from netsheet.core.grid import CellValue
from netsheet.core.plan import CellEdit, RowAppend, SheetPlan, WorkbookPlan
from netsheet.engines import open_workbook, read_workbook
from netsheet.errors import RefusedError
from tests.command_line import run
from tests.engine.documents import document, parts_of, row, text
from tests.engine.plans import proven_against

HEADINGS = row(*map(text, ("Name", "Company", "Date sent", "Status")))
DAY = (
    '<table:table-cell table:style-name="ce2" office:value-type="date" office:date-value="2026-03-0{0}">'
    "<text:p>{0} Mar</text:p></table:table-cell>"
)
STATUS = text("Open", ' table:style-name="ce1" table:content-validation-name="val1"')


def record(number: int) -> str:
    return row(text(f"Ana {number}", ' table:style-name="ce1"'), text("Acme"), DAY.format(number), STATUS)


EMPTY = row(
    '<table:table-cell table:number-columns-repeated="1024"/>', attributes=' table:number-rows-repeated="90"'
)
RULES = (
    "<calcext:conditional-formats>"
    '<calcext:conditional-format calcext:target-range-address="Log.A2:Log.D4 Log.F2:Log.F4"/>'
    '<calcext:conditional-format calcext:target-range-address="Log.A2:Log.D3"/>'
    '<calcext:conditional-format calcext:target-range-address="Log.H2:Log.H4"/>'
    "</calcext:conditional-formats>"
)
RANGES = (
    '<table:database-ranges><table:database-range table:name="__Anonymous_Sheet_DB__0" '
    'table:target-range-address="Log.A1:Log.D4" table:display-filter-buttons="true"/></table:database-ranges>'
)


def built(path: Path, *, below: str = EMPTY) -> Path:
    rows = HEADINGS + "".join(map(record, (1, 2, 3))) + below + RULES
    path.write_bytes(document(rows, before="", behind=RANGES, sheet='table:name="Log"'))
    return path


def cells(path: Path, number: int, count: int = 4) -> list[CellValue]:
    sheet = read_workbook(path.read_bytes()).sheet("Log")
    assert sheet is not None
    return [sheet.value(number, column) for column in range(1, count + 1)]


def content(path: Path) -> str:
    return parts_of(path.read_bytes())["content.xml"].decode()


@pytest.mark.parametrize("below", [EMPTY, ""])
def test_a_row_is_added_below_the_last_with_its_looks_and_its_drop_down(below: str, tmp_path: Path) -> None:
    log = built(tmp_path / "log.ods", below=below)

    assert run("add", log, "Zoe Marsh", "--company", "Birch").exit_code == 0

    assert cells(log, 5) == ["Zoe Marsh", "Birch", "", ""]
    assert cells(log, 4)[0] == "Ana 3"
    found = content(log)
    assert re.search(r'<table:table-cell table:style-name="ce1"[^>]*><text:p>Zoe Marsh', found)
    assert found.count('table:content-validation-name="val1"') == 4


def test_filters_and_rules_that_end_on_the_last_row_reach_down_to_the_new_one(tmp_path: Path) -> None:
    log = built(tmp_path / "log.ods")

    run("add", log, "Zoe Marsh")
    run("add", log, "Yan Novak")

    found = content(log)
    assert re.search(r'target-range-address="Log.A1:Log.[D-Z]6" table:display-filter-buttons', found)
    assert 'calcext:target-range-address="Log.A2:Log.D6 Log.F2:Log.F4"' in found
    assert 'calcext:target-range-address="Log.A2:Log.D3"' in found
    assert 'calcext:target-range-address="Log.H2:Log.H4"' in found


def test_undo_takes_the_row_away_byte_for_byte(tmp_path: Path) -> None:
    log = built(tmp_path / "log.ods")
    before = log.read_bytes()

    run("add", log, "Zoe Marsh")
    assert log.read_bytes() != before
    assert run("undo", log).exit_code == 0

    assert log.read_bytes() == before


def test_a_cell_that_is_filled_keeps_its_drop_down(tmp_path: Path) -> None:
    log = built(tmp_path / "log.ods")
    plan = SheetPlan(
        sheet="Log", header_row=1, rows={2: [CellEdit(4, "Open", "Closed", None)]}, is_users=True
    )

    proven_against(log.read_bytes(), plan, plan)

    book = open_workbook(log.read_bytes())
    made = book.apply(WorkbookPlan(sheets=(plan,))).data
    assert parts_of(made)["content.xml"].count(b'table:content-validation-name="val1"') == 3


PLAN = SheetPlan(
    sheet="Log",
    header_row=1,
    rows={5: [CellEdit(1, "", "Zoe", None), CellEdit(4, "", "", None)]},
    append=RowAppend(last_row=4, first_column=1, last_column=4),
    looks={(5, 1): (4, 1), (5, 4): (4, 4)},
    is_users=True,
)


def test_the_proof_takes_what_was_planned(tmp_path: Path) -> None:
    sheet = proven_against(built(tmp_path / "log.ods").read_bytes(), PLAN, PLAN).sheet("Log")

    assert sheet is not None
    assert sheet.value(5, 1) == "Zoe"


@pytest.mark.parametrize(
    "meant",
    [
        replace(PLAN, append=None),
        replace(PLAN, append=None, is_users=False),
        replace(PLAN, append=RowAppend(last_row=5, first_column=1, last_column=4)),
        replace(PLAN, rows={6: PLAN.rows[5]}),
        replace(PLAN, rows={5: [CellEdit(1, "x", "Zoe", None), PLAN.rows[5][1]]}),
        replace(PLAN, rows={5: [CellEdit(1, "", "Zoë", None), PLAN.rows[5][1]]}),
    ],
    ids=["nothing grows", "no cell of the user", "another last row", "another row", "a cell that held something", "another value"],
)  # fmt: skip
def test_the_proof_refuses_rows_that_were_not_planned(meant: SheetPlan, tmp_path: Path) -> None:
    with pytest.raises(RefusedError):
        proven_against(built(tmp_path / "log.ods").read_bytes(), PLAN, meant)
