"""A new log as .ods is the new log as .xlsx: the same sheets, values, looks, hints, drop-downs and next steps."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import openpyxl
import pytest

from netsheet.core.grid import CellValue
from netsheet.engines import read_workbook
from netsheet.opendocument.new_document import new_document, open_formula
from netsheet.starter import starter_workbook
from netsheet.starter.workbook import OPTIONAL
from tests.command_line import run
from tests.engine import documents, oracles
from tests.engine.documents import NAMES, OFFICE, TABLE
from tests.test_ods_recording import trimmed

if TYPE_CHECKING:
    from openpyxl.worksheet.datavalidation import DataValidation

TODAY = dt.date(2026, 3, 16)
STYLE = f"{{{NAMES['style']}}}"
LAST = 2001
"""The last row whose cells offer words."""


@pytest.fixture(scope="module")
def workbook() -> bytes:
    return starter_workbook(today=TODAY, optional=OPTIONAL)


@pytest.fixture(scope="module")
def log(workbook: bytes) -> bytes:
    return new_document(workbook)


@pytest.fixture(scope="module")
def content(log: bytes) -> ET.Element:
    return ET.fromstring(documents.parts_of(log)["content.xml"])


def seen(data: bytes) -> list[tuple[str, int, bool, list[list[CellValue]]]]:
    """Return what a reader finds in each sheet, without what is empty at its ends."""
    return [
        (
            sheet.name,
            sheet.frozen_rows,
            sheet.is_hidden,
            trimmed([list(trimmed(list(cells))) for cells in sheet.rows]),
        )
        for sheet in read_workbook(data).sheets
    ]


def test_the_same_day_gives_the_same_bytes(workbook: bytes, log: bytes) -> None:
    assert new_document(workbook) == log


def test_every_sheet_holds_the_same_values_and_frozen_rows(workbook: bytes, log: bytes) -> None:
    assert seen(log) == seen(workbook)


def test_days_are_days_and_the_log_is_opened(log: bytes) -> None:
    snapshot = read_workbook(log)

    assert snapshot.sheets[snapshot.active].name == "Log"
    assert snapshot.sheets[0].value(2, 1) == dt.date(2026, 3, 4)
    birthday = snapshot.sheets[1].rows[0].index("Birthday") + 1
    assert snapshot.sheets[1].value(2, birthday) == dt.date(2026, 6, 2)


def style(content: ET.Element, name: str | None) -> ET.Element:
    return next(each for each in content.iter(f"{STYLE}style") if each.get(f"{STYLE}name") == name)


def test_columns_are_as_wide_and_days_typed_into_them_look_like_days(
    workbook: bytes, content: ET.Element
) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(workbook))["Log"]
    table = next(each for each in content.iter(f"{TABLE}table") if each.get(f"{TABLE}name") == "Log")
    columns = [
        column
        for column in table.findall(f"{TABLE}table-column")
        for _ in range(int(column.get(f"{TABLE}number-columns-repeated", "1")))
    ]

    groups = sheet.column_dimensions.values()
    characters = [group.width for group in groups for _ in range(group.min, group.max + 1)]
    inches = [
        float(
            next(iter(style(content, column.get(f"{TABLE}style-name"))))
            .get(f"{STYLE}column-width", "")
            .removesuffix("in")
        )
        for column in columns[: len(characters)]
    ]
    assert [width / inch for width, inch in zip(characters, inches, strict=True)] == pytest.approx(
        [96 / 7.4] * len(inches), rel=1e-3
    )
    usual = style(content, columns[0].get(f"{TABLE}default-cell-style-name"))
    shown = next(
        each
        for each in content.iter(f"{{{NAMES['number']}}}date-style")
        if each.get(f"{STYLE}name") == usual.get(f"{STYLE}data-style-name")
    )
    assert [part.tag.rpartition("}")[2] for part in shown] == ["day", "text", "month", "text", "year"]


def wanted_rule(rule: DataValidation) -> tuple[str, str, str]:
    formula = rule.formula1 or ""
    words = ";".join(f'"{word}"' for word in formula[1:-1].split(",")) if '"' in formula else formula
    return words, rule.promptTitle or "", rule.prompt or ""


def made_rule(element: ET.Element) -> tuple[str, str, str]:
    hint = element.find(f"{TABLE}help-message")
    condition = element.get(f"{TABLE}condition", "")
    return (
        condition.removeprefix("of:cell-content-is-in-list(").removesuffix(")"),
        "" if hint is None else hint.get(f"{TABLE}title", ""),
        "" if hint is None else "".join(hint.itertext()),
    )


def rules_of(data: bytes, name: str) -> dict[tuple[int, int], tuple[str, str, str]]:
    """Return the hint and the words of each cell of a sheet that has any."""
    root = ET.fromstring(documents.parts_of(data)["content.xml"])
    rules = {each.get(f"{TABLE}name"): made_rule(each) for each in root.iter(f"{TABLE}content-validation")}
    cells = documents.cells_of(documents.sheets_of(data)[name], LAST + 1)
    keys = {place: ET.fromstring(xml).get(f"{TABLE}content-validation-name") for place, xml in cells.items()}
    return {place: rules[key] for place, key in keys.items() if key is not None}


@pytest.mark.parametrize("name", ["Log", "People", *OPTIONAL])
def test_each_cell_has_the_hint_and_the_drop_down_of_its_twin(
    name: str, workbook: bytes, log: bytes, content: ET.Element
) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(workbook))[name]
    wanted = {
        (row, column): wanted_rule(rule)
        for rule in sheet.data_validations.dataValidation
        for area in rule.sqref.ranges
        for row in range(area.min_row, area.max_row + 1)
        for column in range(area.min_col, area.max_col + 1)
    }

    assert wanted
    assert rules_of(log, name) == wanted
    errors = content.iter(f"{TABLE}error-message")
    assert {error.get(f"{TABLE}display") for error in errors} == {"false"}, "any words may be typed"


def test_lists_grow_with_what_is_typed_below_them(content: ET.Element) -> None:
    named = {
        each.get(f"{TABLE}name"): each.get(f"{TABLE}expression")
        for each in content.iter(f"{TABLE}named-expression")
    }

    assert named["List_Activity"] == (
        "[$Lists.$A$2]:INDEX([$Lists.$A$2:.$A$100];MAX(1;COUNTA([$Lists.$A$2:.$A$100])))"
    )
    assert open_formula("'My ''own'' list'!$B$2") == "[$'My ''own'' list'.$B$2]"


def test_tables_have_filter_buttons_and_sheets_their_pages_and_tabs(
    workbook: bytes, log: bytes, content: ET.Element
) -> None:
    sheets = openpyxl.load_workbook(io.BytesIO(workbook)).worksheets
    tables = [
        f"{sheet.title}.{table.ref.replace(':', f':{sheet.title}.')}"
        for sheet in sheets
        for table in sheet.tables.values()
    ]
    areas = {
        each.get(f"{TABLE}target-range-address"): each.get(f"{TABLE}display-filter-buttons")
        for each in content.iter(f"{TABLE}database-range")
    }
    parts = documents.parts_of(log)

    assert areas == dict.fromkeys(tables, "true")
    assert len(areas) == 2 + len(OPTIONAL)
    assert parts["styles.xml"].count(b'style:print-orientation="landscape"') == len(OPTIONAL) + 4
    assert parts["styles.xml"].count(b"<style:master-page ") == len(OPTIONAL) + 6
    assert parts["content.xml"].count(b'table:tab-color="#') == 4
    assert b"HorizontalSplitPosition" in parts["settings.xml"]
    assert b'"CursorPositionY" config:type="int">4<' in parts["settings.xml"]


def test_it_is_packed_as_the_standard_says(log: bytes) -> None:
    assert log[30:38] == b"mimetype"
    assert log[38:].startswith(documents.MIMETYPE)
    listed = ET.fromstring(documents.parts_of(log)["META-INF/manifest.xml"])
    names = {next(value for key, value in each.items() if key.endswith("full-path")) for each in listed}
    assert names == documents.parts_of(log).keys() - {"mimetype", "META-INF/manifest.xml"} | {"/"}
    title = ET.fromstring(documents.parts_of(log)["meta.xml"]).find(f"{OFFICE}meta")
    assert title is not None
    assert "Networking log" in [each.text for each in title]


@pytest.mark.parametrize("typed", ["log.ods", "Log.ODS"])
def test_init_makes_it_where_the_name_says_so(
    typed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    outcome = run("init", typed, "--with", "none")

    assert outcome.stdout == (
        f"Created {typed}. Open it in LibreOffice, add the first person, and save. Then type:\n"
        f"  netsheet refresh {typed}\n"
    )
    names = [sheet.name for sheet in read_workbook((tmp_path / typed).read_bytes()).sheets]
    assert names == ["Log", "People", "Netsheet Settings", "How to", "Lists"]
    howto = documents.cells_of(documents.sheets_of((tmp_path / typed).read_bytes())["How to"])
    assert any("netsheet refresh log.ods" in cell for cell in howto.values())
    assert not any(".xlsx" in cell for cell in howto.values())


def test_both_kinds_of_new_log_give_the_same_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[list[str]] = []
    for kind in ("ods", "xlsx"):
        (tmp_path / kind).mkdir()
        monkeypatch.chdir(tmp_path / kind)
        name = f"log.{kind}"
        assert run("init", name).exit_code == 0
        lines = []
        for words in (
            ["refresh"],
            ["add", "Yan Novak", "--company", "Harbour Analytics"],
            ["due"],
            ["log", "Yan", "talked"],
            ["stats", "--json"],
            ["due", "--json"],
            ["check"],
            ["export", "--what", "people", "--format", "json"],
        ):
            outcome = run(words[0], name, *words[1:])
            assert outcome.exit_code == 0, outcome.stderr
            lines.append(outcome.stdout.replace(f".{kind}", ".kind"))
        before = Path(name).read_bytes()
        run("refresh", name)
        assert Path(name).read_bytes() == before
        said.append(lines[1:])

    assert said[0] == said[1]


def test_netsheets_columns_look_like_themselves_and_stay_so_at_a_refresh(tmp_path: Path) -> None:
    path = tmp_path / "log.ods"
    run("init", path)
    run("add", path, "Yan Novak")
    run("refresh", path)

    data = path.read_bytes()
    root = ET.fromstring(documents.parts_of(data)["content.xml"])
    cells = documents.cells_of(documents.sheets_of(data)["Log"], 5)

    def fill(row: int, column: int) -> str:
        properties = style(root, ET.fromstring(cells[row, column]).get(f"{TABLE}style-name"))
        return next(
            value for part in properties for key, value in part.items() if key.endswith("}background-color")
        )

    assert [fill(1, column).upper() for column in range(3, 12)] == [
        "#DDE5EC",
        *["#2F4F6B"] * 4,
        "#FFE08A",
        *["#2F4F6B"] * 2,
        "#DDE5EC",
    ]
    assert [fill(row, 8).upper() for row in (2, 5)] == ["#FFF8DF"] * 2


@pytest.mark.libreoffice
def test_libreoffice_keeps_all_of_it(log: bytes) -> None:
    oracles.require_libreoffice()

    saved = oracles.resaved_by_libreoffice([log], "ods")[0]

    assert saved is not None
    old, new = (documents.parts_of(data)["content.xml"] for data in (log, saved))
    for mark in (b"<table:named-expression ", b"<table:database-range ", b"tab-color="):
        assert new.count(mark) == old.count(mark) > 0, mark
    assert [(sheet, rows) for sheet, _, _, rows in seen(saved)] == [
        (sheet, rows) for sheet, _, _, rows in seen(log)
    ]
    for name in OPTIONAL:
        assert rules_of(saved, name) == rules_of(log, name)
