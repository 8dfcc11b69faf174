from __future__ import annotations

import csv
import io
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openxml_audit import OpenXmlValidator

from netsheet.resources import sample_workbooks

# openpyxl says of each extension that it would lose it when saving.
pytestmark = pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning")

WORKBOOKS = ("plain-log.xlsx", "two-sheets.xlsx", "rich.xlsx")


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("samples")
    script = sample_workbooks() / "make_samples.py"
    subprocess.run([sys.executable, "-B", script, folder], check=True, capture_output=True)
    return folder


def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("name", WORKBOOKS)
def test_a_sample_workbook_is_what_its_script_makes(name: str, rebuilt: Path) -> None:
    # Part by part: another build of zlib may squeeze the same parts differently.
    assert parts_of(rebuilt / name) == parts_of(sample_workbooks() / name)


def test_the_messy_export_is_what_its_script_makes(rebuilt: Path) -> None:
    assert (rebuilt / "messy-log.csv").read_bytes() == (sample_workbooks() / "messy-log.csv").read_bytes()


@pytest.mark.parametrize("name", WORKBOOKS)
def test_excel_would_open_a_sample_without_repairs(name: str) -> None:
    result = OpenXmlValidator().validate(sample_workbooks() / name)

    assert [error.description for error in result.errors] == []


@pytest.mark.parametrize("name", WORKBOOKS)
def test_everyone_in_a_sample_is_invented(name: str) -> None:
    sheets = openpyxl.load_workbook(sample_workbooks() / name).worksheets
    texts = [
        str(value) for sheet in sheets for row in sheet.iter_rows(values_only=True) for value in row if value
    ]

    addresses = [text for text in texts if "@" in text]
    assert addresses
    assert all(address.endswith("@example.com") for address in addresses)


def test_the_two_sheets_are_tables_whose_people_match() -> None:
    book = openpyxl.load_workbook(sample_workbooks() / "two-sheets.xlsx")
    logged = {cell.value for cell in book["Log"]["B"][1:]}
    listed = {cell.value for cell in book["People"]["A"][1:]}

    assert list(book["Log"].tables) == ["Touches"]
    assert list(book["People"].tables) == ["People"]
    assert book["Log"].max_row == 61
    assert logged <= listed


def test_the_rich_sample_has_every_part_that_a_writer_could_lose() -> None:
    parts = parts_of(sample_workbooks() / "rich.xlsx")
    sheets = b"".join(data for name, data in parts.items() if name.startswith("xl/worksheets/sheet"))

    assert {
        "xl/charts/chart1.xml",
        "xl/comments1.xml",
        "xl/media/image1.png",
        "xl/metadata.xml",
        "xl/featurePropertyBag/featurePropertyBag.xml",
    } <= set(parts)
    wanted = (
        b"x14:sparkline",
        b"x14:dataBar",
        b"<dataValidation ",
        b'hidden="1"',
        b"<mergeCell ",
        b' cm="1"',
    )
    assert [mark for mark in wanted if mark not in sheets] == []
    assert b"txBox" in parts["xl/drawings/drawing1.xml"]
    assert parts["xl/workbook.xml"].count(b"<definedName ") == 4
    assert b"<r><rPr>" in parts["xl/sharedStrings.xml"]


def test_the_kept_results_of_the_rich_sample_are_right() -> None:
    book = openpyxl.load_workbook(sample_workbooks() / "rich.xlsx", data_only=True)
    log, dashboard = book["My network"], book["Dashboard"]
    fits = [cell.value for cell in log["N"][5:25]]

    assert [log["B3"].value, log["C3"].value, log["D3"].value, log["E3"].value] == [20, 9, 0.45, 5]
    assert [dashboard.cell(row, 3).value for row in range(11, 16)] == [fits.count(n) for n in range(1, 6)]
    assert sum(dashboard.cell(row, 3).value for row in range(4, 9)) == 20


def test_the_messy_export_speaks_german_windows() -> None:
    data = (sample_workbooks() / "messy-log.csv").read_bytes()
    rows = list(csv.reader(io.StringIO(data.decode("cp1252")), delimiter=";"))

    with pytest.raises(UnicodeDecodeError):
        data.decode("utf-8")
    assert rows[2][:4] == ["Datum", "Vorname", "Nachname", "Firma"]
    assert {len(row) for row in rows} == {10}
