"""Rows typed below an Excel table: the starter's own table takes them in, of any other it is said."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.table import Table

from tests.command_line import run

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")
TODAY = "2026-03-16"
TYPED = (("Ann Lee", dt.date(2026, 3, 2)), ("Ben Ray", dt.date(2026, 3, 3)))


def type_rows(path: Path, first: int) -> None:
    """Type people into the rows from ``first`` on, as LibreOffice does: the table stays as long as it is."""
    book = openpyxl.load_workbook(path)
    sheet = book["Log"]
    at = {str(cell.value): cell.column for cell in sheet[1]}
    for row, (name, day) in enumerate(TYPED, start=first):
        sheet.cell(row, at["Name"]).value = name
        sheet.cell(row, at["Date"]).value = day
    book.save(path)


def table_of(path: Path) -> str:
    """Return the area of the log's table."""
    return str(openpyxl.load_workbook(path)["Log"].tables["Log"].ref)


def members(path: Path) -> dict[str, bytes]:
    """Return the parts of a workbook."""
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Make a starter, refreshed once."""
    path = tmp_path / "log.xlsx"
    run("init", path, today=TODAY)
    run("refresh", path, today=TODAY)
    return path


def test_the_starters_table_takes_in_the_rows_below_it(log: Path) -> None:
    area = openpyxl.load_workbook(log)["Log"].tables["Log"].ref
    last = int("".join(filter(str.isdigit, area.split(":")[1])))
    type_rows(log, last + 1)
    before = members(log)

    outcome = run("refresh", log, today=TODAY)
    after = members(log)

    assert table_of(log) == area.replace(str(last), str(last + 2))
    assert f"The log's table now reaches down to row {last + 2}." in " ".join(outcome.stdout.split())
    (part,) = [name for name in before if name.startswith("xl/tables/") and b'name="Log"' in before[name]]
    assert after[part] == before[part].replace(area.encode(), table_of(log).encode())
    assert run("refresh", log, today=TODAY).stdout.count("Nothing changed") == 1


def test_rows_behind_a_gap_stay_outside(log: Path) -> None:
    area = table_of(log)
    type_rows(log, int("".join(filter(str.isdigit, area.split(":")[1]))) + 2)

    run("refresh", log, today=TODAY)

    assert table_of(log) == area


@pytest.mark.parametrize(("name", "lost"), [("Contacts", ""), ("Log", "Netsheet why")])
def test_another_table_is_left_as_it_is_and_said(log: Path, name: str, lost: str) -> None:
    book = openpyxl.load_workbook(log)
    sheet = book["Log"]
    old = sheet.tables.pop("Log")
    for cell in sheet[1]:
        if cell.value == lost:
            cell.value = "Mine"
    table = Table(displayName=name, ref=old.ref)
    sheet.add_table(table)
    book.save(log)
    last = int("".join(filter(str.isdigit, old.ref.split(":")[1])))
    type_rows(log, last + 1)

    checked = run("check", log, "--json", today=TODAY).document
    (finding,) = [each for each in checked["findings"] if each["code"] == "rows-below-table"]
    run("refresh", log, today=TODAY)

    assert finding["message"].endswith(f"but the log goes on in rows {last + 1} to {last + 2} below it.")
    rows = openpyxl.load_workbook(log)["Log"].tables[name].ref.split(":")[1]
    assert int("".join(filter(str.isdigit, rows))) == last
