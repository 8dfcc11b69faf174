"""A filter that is exactly the log takes in netsheet's columns, and the proof refuses every other change of it."""

from __future__ import annotations

import dataclasses
import zipfile
from pathlib import Path

import pytest

from netsheet.core.grid import Area
from netsheet.core.owned_columns import STYLES, plan_sheets, sheet_rows
from netsheet.core.plan import WorkbookPlan
from netsheet.engines import open_workbook
from netsheet.errors import RefusedError
from netsheet.pipeline.opened import open_log
from tests.command_line import run
from tests.engine.oracles import require_libreoffice, resaved_by_libreoffice
from tests.test_recording_sheets import TODAY, a_log
from tests.test_recording_words import ROWS, change, refresh
from tests.test_refresh_cli import opened, users_cells


def package_part(log: Path, name: str) -> bytes:
    with zipfile.ZipFile(log) as package:
        return package.read(name)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = a_log(tmp_path, ROWS)
    change(path, lambda page: page.auto_filter.__setattr__("ref", "A1:D4"))
    return path


def test_a_filter_that_is_exactly_the_log_grows_over_our_columns(log: Path) -> None:
    before = users_cells(log.read_bytes())
    said = refresh(log).stdout

    workbook = opened(log.read_bytes())
    assert workbook["Log"].auto_filter.ref == "A1:K4"
    assert b"'Log'!$A$1:$K$4</definedName>" in package_part(log, "xl/workbook.xml")
    assert "filter ends before" not in said
    assert users_cells(log.read_bytes())["Log"] == before["Log"]
    data = log.read_bytes()
    refresh(log)
    assert log.read_bytes() == data


def test_the_filters_of_the_log_and_of_the_people_both_grow(log: Path) -> None:
    workbook = opened(log.read_bytes())
    people = workbook.create_sheet("People")
    for row in (
        ("Name", "Company", "Relationship"),
        ("Ana Silva", "Acme", "warm"),
        ("Ben Koch", "Beta", "close"),
    ):
        people.append(row)
    people.auto_filter.ref = "A1:C3"
    workbook.save(log)
    refresh(log)

    workbook = opened(log.read_bytes())
    assert [workbook[name].auto_filter.ref for name in ("Log", "People")] == ["A1:K4", "A1:J3"]
    names = package_part(log, "xl/workbook.xml")
    assert b"!$A$1:$K$4</definedName>" in names
    assert b"!$A$1:$J$3</definedName>" in names


def test_undo_brings_the_filter_back(log: Path) -> None:
    before = log.read_bytes()
    refresh(log)
    run("undo", log)

    assert log.read_bytes() == before


def test_libreoffice_finds_the_grown_filter(log: Path) -> None:
    require_libreoffice()
    refresh(log)
    (resaved,) = resaved_by_libreoffice([log.read_bytes()])

    assert resaved is not None
    assert opened(resaved)["Log"].auto_filter.ref == "A1:K4"


@pytest.mark.parametrize("last_column", [None, 10, 12])
def test_the_proof_refuses_a_filter_that_is_not_as_planned(log: Path, last_column: int | None) -> None:
    """The file was made by one plan and is proven by another, which wants the filter elsewhere."""
    book = open_workbook(log.read_bytes())
    the_log = open_log(log, today=TODAY)
    sheets = {sheet.name: sheet for sheet in the_log.snapshot.sheets}
    (columns,) = plan_sheets(the_log.log, sheets, sheet_rows(the_log.log, the_log.standings))
    area = columns.filter_area
    assert area == Area(first_row=1, first_column=1, last_row=4, last_column=11)
    applied = book.apply(WorkbookPlan(sheets=(columns,), styles=STYLES))
    rows = {sheet.name: sheet.rows for sheet in the_log.snapshot.sheets}
    book.verify(applied, WorkbookPlan(sheets=(columns,), styles=STYLES), rows)

    other = None if last_column is None else dataclasses.replace(area, last_column=last_column)
    wanted = dataclasses.replace(columns, filter_area=other)
    applied = book.apply(WorkbookPlan(sheets=(columns if other is None else wanted,), styles=STYLES))
    with pytest.raises(RefusedError):
        book.verify(
            applied, WorkbookPlan(sheets=(wanted if other is None else columns,), styles=STYLES), rows
        )
