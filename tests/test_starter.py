from __future__ import annotations

import datetime as dt
import io
import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
from openxml_audit import OpenXmlValidator

from netsheet.core.column_places import OWNED_COLUMNS
from netsheet.core.model import Settings
from netsheet.core.named_table import find_header
from netsheet.core.numbers.goal_sheet import GoalReader, interpret_goals
from netsheet.core.optional_sheet_kinds import OPTIONAL_SHEETS, optional_names
from netsheet.core.people.interpret import interpret_log
from netsheet.core.settings.breaks import interpret_breaks
from netsheet.core.settings.catalog import SETTINGS
from netsheet.core.settings.sheet import SETTINGS_SHEET, interpret_settings
from netsheet.engines import read_workbook
from netsheet.starter import SETTINGS_MARK, settings_sheet_workbook, starter_workbook
from netsheet.starter.columns import LISTS, LOG, PEOPLE, Column
from netsheet.starter.workbook import OPTIONAL
from tests.a_busy_log import FOUR_GOALS
from tests.command_line import run

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

TODAY = dt.date(2026, 3, 16)
TABLES = {"Log": LOG, "People": PEOPLE, **OPTIONAL}


@pytest.fixture(scope="module")
def starter() -> bytes:
    return starter_workbook(today=TODAY, optional=OPTIONAL)


@pytest.fixture(scope="module")
def book(starter: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(starter))


def texts_of(sheet: Worksheet) -> list[list[object]]:
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def test_the_same_day_gives_the_same_bytes(starter: bytes) -> None:
    assert starter_workbook(today=TODAY, optional=OPTIONAL) == starter
    assert settings_sheet_workbook() == settings_sheet_workbook()


def test_the_sheets_stand_in_the_order_of_their_use(book: openpyxl.Workbook) -> None:
    last = ["Netsheet Settings", "How to", "Lists"]
    usual = openpyxl.load_workbook(io.BytesIO(starter_workbook(today=TODAY)))

    assert book.sheetnames == ["Log", "People", *OPTIONAL, *last]
    assert usual.sheetnames == ["Log", "People", "Goals", "Breaks", *last]
    assert book.active.title == "Log"


@pytest.mark.parametrize(
    "make", [lambda: starter_workbook(today=TODAY, optional=OPTIONAL), settings_sheet_workbook]
)
def test_excel_would_open_it_without_repairs(make: object, tmp_path: Path) -> None:
    assert callable(make)
    path = tmp_path / "new.xlsx"
    path.write_bytes(make())

    assert [error.description for error in OpenXmlValidator().validate(path).errors] == []


@pytest.mark.parametrize("name", TABLES)
def test_a_sheet_to_type_into_is_a_table_with_a_frozen_header(name: str, book: openpyxl.Workbook) -> None:
    sheet = book[name]

    assert list(sheet.tables) == [name]
    assert [cell.value for cell in sheet[1]] == [column.heading for column in TABLES[name]]
    assert str(sheet.freeze_panes).endswith("2")


@pytest.mark.parametrize("name", TABLES)
def test_every_heading_says_what_belongs_there(name: str, book: openpyxl.Workbook) -> None:
    hints = {
        str(rule.sqref): (rule.promptTitle, rule.prompt)
        for rule in book[name].data_validations.dataValidation
        if rule.prompt and rule.type != "list"
    }
    wanted = {cell.coordinate: column for cell, column in zip(book[name][1], TABLES[name], strict=True)}

    assert hints == {place: (column.heading, column.hint) for place, column in wanted.items()}


@pytest.mark.parametrize("name", ["Log", "People"])
def test_netsheets_columns_are_next_to_the_names_and_offer_words(name: str, book: openpyxl.Workbook) -> None:
    headings = [cell.value for cell in book[name][1]]
    first = headings.index("Company") + 1
    (offer,) = [rule for rule in book[name].data_validations.dataValidation if rule.promptTitle == "Done?"]
    done = next(cell for cell in book[name][1] if cell.value == "Netsheet done")

    assert headings[first : first + 7] == [owned.heading for owned in OWNED_COLUMNS]
    assert str(offer.sqref) == f"{done.column_letter}2:{done.column_letter}2001"
    assert offer.formula1.startswith('"Done,They replied,')
    assert not offer.showErrorMessage
    assert book[name].column_dimensions[done.column_letter].number_format == "@"


OURS, TYPED, YOURS = "2F4F6B", "FFE08A", "DDE5EC"


@pytest.mark.parametrize("name", TABLES)
def test_a_heading_shows_who_fills_its_column_in(name: str, book: openpyxl.Workbook) -> None:
    shown = {str(cell.value): cell.fill.fgColor.rgb[2:] for cell in book[name][1]}
    ours = {owned.heading: OURS for owned in OWNED_COLUMNS} | {"Netsheet done": TYPED}

    assert shown == {heading: ours.get(heading, YOURS) for heading in shown}


@pytest.mark.parametrize("name", ["Log", "People"])
def test_the_cells_to_type_into_are_yellow_in_examples_too(name: str, book: openpyxl.Workbook) -> None:
    done = next(cell for cell in book[name][1] if cell.value == "Netsheet done")

    assert book[name].cell(2, done.column).fill.fgColor.rgb[2:] == "FFF8DF"
    assert book[name].column_dimensions[done.column_letter].fill.fgColor.rgb[2:] == "FFF8DF"


@pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")
def test_the_looks_stay_at_a_refresh_and_new_rows_get_them(tmp_path: Path) -> None:
    log = tmp_path / "log.xlsx"
    run("init", log)
    run("add", log, "Yan Novak")
    run("refresh", log)
    sheet = openpyxl.load_workbook(log)["Log"]

    shown = {str(cell.value): cell.fill.fgColor.rgb[2:] for cell in sheet[1]}
    assert [shown[owned.heading] for owned in OWNED_COLUMNS] == [OURS] * 4 + [TYPED] + [OURS] * 2
    assert (sheet["B5"].value, sheet["H5"].fill.fgColor.rgb[2:], sheet["H5"].number_format) == (
        "Yan Novak",
        "FFF8DF",
        "@",
    )


@pytest.mark.parametrize(
    "column", [column for columns in TABLES.values() for column in columns if column.choices]
)
def test_a_drop_down_offers_its_list_and_forbids_nothing(column: Column, book: openpyxl.Workbook) -> None:
    name = next(name for name, columns in TABLES.items() if column in columns)
    letter = next(cell.column_letter for cell in book[name][1] if cell.value == column.heading)
    rules = [
        rule
        for rule in book[name].data_validations.dataValidation
        if rule.type == "list" and str(rule.sqref) == f"{letter}2:{letter}2001"
    ]

    assert len(rules) == 1
    assert not rules[0].showErrorMessage
    assert rules[0].formula1 in book.defined_names
    assert column.choices in LISTS


def test_dates_are_dates_and_shown_as_dates(book: openpyxl.Workbook) -> None:
    log = book["Log"]

    assert log["A2"].value == dt.datetime(2026, 3, 4)
    assert log["A2"].number_format == "d mmm yyyy"
    assert log.column_dimensions["A"].width > 12


def test_all_rows_are_examples_and_say_so(book: openpyxl.Workbook) -> None:
    named = [row[1] for row in texts_of(book["Log"])[1:] if row[1]]
    people = [row[0] for row in texts_of(book["People"])[1:] if row[0]]

    assert len(named) == 3
    assert all(str(name).startswith("Example: ") for name in named + people)
    assert set(named) == set(people)
    notes = " ".join(str(row[-1]) for row in texts_of(book["Log"])[1:])
    assert "a dark heading" in notes
    assert "yellow column" in notes


def test_the_goals_are_those_of_the_articles(book: openpyxl.Workbook) -> None:
    rows = [row[:3] for row in texts_of(book["Goals"])[1:]]

    assert rows == [
        ["New connections", 5, "Week"],
        ["Dormant ties", 2, "Week"],
        ["Nurture", 1, "Day"],
        ["Events", 1, "Quarter"],
    ]


def test_what_the_tables_hold_stands_on_the_lists(book: openpyxl.Workbook) -> None:
    for name, columns in TABLES.items():
        for position, column in enumerate(columns):
            used = {row[position] for row in texts_of(book[name])[1:] if row[position]}
            if column.choices:
                assert used <= set(LISTS[column.choices])


@pytest.mark.parametrize(
    "make", [lambda: starter_workbook(today=TODAY, optional=OPTIONAL), settings_sheet_workbook]
)
def test_every_setting_stands_there_with_its_default_and_meaning(make: object) -> None:
    assert callable(make)
    sheet = openpyxl.load_workbook(io.BytesIO(make()))[SETTINGS_SHEET]
    rows = texts_of(sheet)
    values = {row[0]: row[1] for row in rows[4:]}

    assert rows[0][0] == SETTINGS_MARK
    assert rows[3] == ["Setting", "Value", "Meaning"]
    assert [(row[0], row[2]) for row in rows[4:]] == [(setting.name, setting.meaning) for setting in SETTINGS]
    assert (values["Check in: warm"], values["Working days"], values["My name"]) == (90, "Mon-Fri", None)


def test_the_how_to_sheet_names_every_step(book: openpyxl.Workbook) -> None:
    page = " ".join(str(row[1]) for row in texts_of(book["How to"]) if row[1])

    for command in ("refresh", "due", "draft", "undo"):
        assert f"netsheet {command} log.xlsx" in page
    assert "netsheet fills in those with a dark heading." in page
    assert "In the yellow column, Netsheet done, you type what you did" in page


def test_netsheet_understands_every_heading_and_counts_no_example(starter: bytes) -> None:
    log = interpret_log(read_workbook(starter), today=TODAY, settings=Settings())

    assert log.people_reading is not None
    headings = {match.heading: match.field for match in (*log.reading.headings, *log.people_reading.headings)}
    assert log.people == ()
    assert sum(log.reading.skipped_rows.values()) == 3
    assert [heading for heading, field in headings.items() if field is None] == []
    assert (headings["Activity"], headings["Cadence (days)"], headings["How we met"]) == (
        "kind",
        "every",
        "source",
    )
    assert log.findings == ()


def test_the_settings_sheet_as_it_is_made_changes_nothing(starter: bytes) -> None:
    sheets = {sheet.name: sheet for sheet in read_workbook(starter).sheets}

    assert interpret_settings(sheets[SETTINGS_SHEET]) == (Settings(), ())


def test_netsheet_understands_the_goals_and_finds_no_break(starter: bytes) -> None:
    sheets = {sheet.name: sheet for sheet in read_workbook(starter).sheets}

    assert interpret_goals(sheets["Goals"], GoalReader(today=TODAY)) == (FOUR_GOALS, ())
    assert interpret_breaks(sheets["Breaks"], settings=Settings()) == ((), ())


def test_netsheet_knows_the_sheets_of_events_dates_companies_and_resources(starter: bytes) -> None:
    sheets = {sheet.name: sheet for sheet in read_workbook(starter).sheets}

    for kind in OPTIONAL_SHEETS:
        header = find_header(sheets[kind.kind.title()], kind.headings, needed=kind.needed)
        columns = [column.heading for column in OPTIONAL[kind.kind.title()]]

        assert header is not None
        assert list(header.columns) == list(kind.headings) == columns
        assert kind.kind.title() in optional_names(sheets.values())


@pytest.mark.libreoffice
def test_libreoffice_opens_it_and_its_drop_downs_find_their_lists(starter: bytes, tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        assert not os.environ.get("NETSHEET_REQUIRE_LIBREOFFICE"), "LibreOffice is missing"
        pytest.skip("LibreOffice is not installed")
    path = tmp_path / "log.xlsx"
    path.write_bytes(starter)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    target = tmp_path / "out"
    command: list[str | Path] = [
        soffice,
        profile,
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        target,
        path,
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)

    again = openpyxl.load_workbook(target / "log.xlsx")

    assert again["Log"]["B2"].value == "Example: Ana Lopez"
    assert again["Log"]["A2"].value == dt.datetime(2026, 3, 4)
    assert [row[0] for row in again["Lists"].iter_rows(max_col=1, values_only=True)][:2] == [
        "Activity",
        "Message",
    ]
    assert "List_Channel" in again.defined_names
