"""``netsheet add``: a row below the last one, as if typed there, and nothing else of the user's changes."""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from openpyxl.worksheet.worksheet import Worksheet

from netsheet.core.grid import CellValue
from netsheet.core.plan import CellEdit, RowAppend, SheetPlan
from netsheet.engines import open_workbook
from netsheet.errors import RefusedError
from netsheet.files.backups import list_backups
from netsheet.workbook.book import Book
from tests.command_line import copy_of_sample, run
from tests.engine.plans import proven_against

HEADINGS = ("Name", "Company", "Email", "Date sent", "Status")


def built_log(path: Path, *, records: int = 4, table: bool = False, below: str = "") -> Path:
    """Build a log with everything that lies over a list: a filter or a table, rules, drop-downs, a count of its rows."""
    workbook = xlsxwriter.Workbook(path)
    sheet = workbook.add_worksheet("Log")
    look, day = workbook.add_format({"bg_color": "#EEEEEE"}), workbook.add_format({"num_format": "d mmm yy"})
    sheet.write_row(0, 0, HEADINGS)
    for row in range(1, records + 1):
        sheet.write_row(row, 0, (f"Ana {row}", "Acme", f"ana{row}@example.com"), look)
        sheet.write_datetime(row, 3, dt.datetime(2026, 3, row), day)
        sheet.write(row, 4, "Open")
    sheet.data_validation(1, 4, records, 4, {"validate": "list", "source": ["Open", "Closed"]})
    sheet.conditional_format(1, 0, records, 4, {"type": "no_blanks", "format": look})
    sheet.conditional_format(1, 3, records, 3, {"type": "data_bar", "data_bar_2010": True})
    sheet.conditional_format(1, 9, records, 9, {"type": "no_blanks", "format": look})
    sheet.add_sparkline(0, 8, {"range": f"Log!D2:D{records + 1}"})
    if table:
        columns = [{"header": heading} for heading in HEADINGS]
        sheet.add_table(0, 0, records, 4, {"name": "Contacts", "columns": columns})
    else:
        sheet.autofilter(0, 0, records, 4)
    if below:
        sheet.write(records + 3, 0, below)
    workbook.add_worksheet("Count").write_formula(0, 0, "=COUNTA(Log!A:A)", None, records + 1)
    workbook.close()
    return path


def log_sheet(path: Path) -> Worksheet:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl says what it cannot keep; nothing is saved by it
        sheet = openpyxl.load_workbook(path)["Log"]
    assert isinstance(sheet, Worksheet)
    return sheet


def row_of(path: Path, number: int, columns: int = 5) -> list[CellValue | None]:
    return [log_sheet(path).cell(number, column).value for column in range(1, columns + 1)]


def add(log: Path, name: str = "Zoe Marsh", *words: str) -> Any:  # noqa: ANN401 - a JSON document
    outcome = run("add", log, name, "--json", *words)
    assert outcome.exit_code == 0, outcome.stderr
    return outcome.document


@pytest.mark.parametrize("table", [False, True])
def test_what_lies_over_the_list_reaches_down_to_the_new_row(tmp_path: Path, *, table: bool) -> None:
    log = built_log(tmp_path / "log.xlsx", table=table)

    add(log, "Zoe Marsh", "--company", "Birch", "--email", "zoe@example.com")

    sheet = log_sheet(log)
    assert row_of(log, 6) == ["Zoe Marsh", "Birch", "zoe@example.com", None, None]
    assert "E2:E6" in {str(rule.sqref) for rule in sheet.data_validations.dataValidation}
    rules = {str(area.sqref) for area in sheet.conditional_formatting}
    assert {"A2:E6", "D2:D6", "J2:J5"} <= rules
    filtered = sheet.tables["Contacts"].ref if table else sheet.auto_filter.ref
    assert re.fullmatch(r"A1:[E-Z]6", filtered)  # the table grows by the columns of netsheet too


def test_the_new_rows_look_like_those_above(tmp_path: Path) -> None:
    log = built_log(tmp_path / "log.xlsx")

    add(log)

    sheet = log_sheet(log)
    for column in (1, 2, 3, 4):
        assert sheet.cell(6, column).style_id == sheet.cell(5, column).style_id


def test_the_rules_of_excel_2010_grow_and_a_sparkline_stays(tmp_path: Path) -> None:
    log = built_log(tmp_path / "log.xlsx")

    add(log)

    part = Book(log.read_bytes()).package.read("xl/worksheets/sheet1.xml")
    assert b"<xm:sqref>D2:D6</xm:sqref>" in part
    assert b"<xm:sqref>I1</xm:sqref>" in part


def test_the_hidden_name_of_the_filter_grows_and_formulas_are_counted_anew(tmp_path: Path) -> None:
    log = built_log(tmp_path / "log.xlsx")

    add(log)

    part = Book(log.read_bytes()).package.read("xl/workbook.xml")
    assert b"Log!$A$1:$L$6</definedName>" in part  # netsheet's columns too
    assert b'fullCalcOnLoad="1"' in part


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (
            ("--met", "Spring fair", "--on", "2026-03-05"),
            (dt.date(2026, 3, 5), "Zoe Marsh", "event", "Spring fair"),
        ),
        (("--met", "Spring fair"), (dt.date(2026, 3, 16), "Zoe Marsh", "event", "Spring fair")),
        (("--on", "yesterday"), (dt.date(2026, 3, 15), "Zoe Marsh", "met", "")),
    ],
)
def test_where_you_met_goes_into_the_history(
    words: tuple[str, ...], line: tuple[object, ...], tmp_path: Path
) -> None:
    log = built_log(tmp_path / "log.xlsx")

    add(log, "Zoe Marsh", *words)

    history = open_workbook(log.read_bytes()).read().sheet("Netsheet History")
    assert history is not None
    found = dict(zip(history.rows[1], history.rows[2], strict=True))
    assert (found["Day"], found["Who"], found["What"], found["Note"]) == line
    assert len(history.rows) == 3
    items = run("due", log, "--person", "Zoe", "--json").document["items"]
    assert all(each["action"] != "contact" for each in items)


def test_how_close_somebody_is_goes_into_its_column(tmp_path: Path) -> None:
    log = tmp_path / "log.xlsx"
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["Name", "Relationship", "How we met", "Date sent"])
    book.active.append(["Ana 1", "Close", "Choir", dt.date(2026, 3, 2)])
    book.save(log)

    cells = add(log, "Zoe Marsh", "--relationship", "warm", "--met", "Spring fair")["people"][0]["cells"]

    assert cells == {"A3": "Zoe Marsh", "B3": "warm", "C3": "Spring fair"}


def test_undo_takes_the_row_away_byte_for_byte(tmp_path: Path) -> None:
    log = built_log(tmp_path / "log.xlsx")
    before = log.read_bytes()

    add(log)
    assert run("undo", log).exit_code == 0

    assert log.read_bytes() == before


def test_a_new_row_and_its_refresh_are_one_save(tmp_path: Path) -> None:
    log = built_log(tmp_path / "log.xlsx")

    add(log)

    assert len(list_backups(log)) == 1
    assert "Netsheet due" in {cell.value for cell in log_sheet(log)[1]}


def test_a_preview_shows_the_cells_and_writes_nothing(tmp_path: Path) -> None:
    log = built_log(tmp_path / "log.xlsx")
    before = log.read_bytes()

    outcome = run("add", log, "Zoe", "Marsh", "--company", "Birch", "--dry-run")

    assert 'Would add Zoe Marsh in row 6 of "Log":' in outcome.stdout
    assert "B6: Birch" in outcome.stdout
    assert log.read_bytes() == before


@pytest.mark.parametrize("sample", ["plain-log.xlsx", "rich.xlsx", "two-sheets.xlsx"])
def test_the_samples_take_rows_and_no_other_cell_of_theirs_changes(sample: str, tmp_path: Path) -> None:
    log = copy_of_sample(sample, tmp_path)
    before = open_workbook(log.read_bytes()).read()

    places = [add(log, name)["people"][0]["row"] for name in ("Zoe Marsh", "Yan Novak")]

    after = open_workbook(log.read_bytes()).read()
    sheet = run("check", log, "--json").document["sheet"]
    assert places[1] == places[0] + 1
    for old in before.sheets:
        now = after.sheet(old.name)
        assert now is not None
        for number, cells in enumerate(old.rows, start=1):
            assert list(now.rows[number - 1][: len(cells)]) == list(cells), (old.name, number)
        if old.name != sheet:
            assert [table.area.last_row for table in now.tables] == [
                table.area.last_row for table in old.tables
            ]


def test_rows_one_by_one_are_the_same_as_rows_at_once(tmp_path: Path) -> None:
    from netsheet.pipeline.add_to_log import WriteOptions  # noqa: PLC0415
    from netsheet.pipeline.new_people import add_people  # noqa: PLC0415

    names = ("Zoe Marsh", "Yan Novak", "Xia Chen")
    one, all_ = built_log(tmp_path / "one.xlsx", table=True), built_log(tmp_path / "all.xlsx", table=True)

    for name in names:
        add(one, name)
    add_people(all_, [{"name": name} for name in names], today=dt.date(2026, 3, 16), options=WriteOptions())

    assert [row_of(one, row) for row in range(1, 9)] == [row_of(all_, row) for row in range(1, 9)]
    assert log_sheet(one).tables["Contacts"].ref == log_sheet(all_).tables["Contacts"].ref
    assert "E2:E8" in {str(each.sqref) for each in log_sheet(one).data_validations.dataValidation}


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        (("ana 1",), "Ana 1, Acme is in the log already, in A2."),
        (("Someone", "--email", "ANA4@example.com"), "Ana 4, Acme is in the log already"),
        (("Zoe", "--email", "zoe at example"), "“zoe at example” is not an e-mail address."),
        (("Zoe", "--phone", "123 456 789"), "The log has no column for: phone."),
        ((), "NAME is missing."),
        (("",), "The name is empty."),
        ((" ",), "The name is empty."),
    ],
)
def test_what_cannot_be_added_is_answered_in_two_lines(
    words: tuple[str, ...], seen: str, tmp_path: Path
) -> None:
    log = built_log(tmp_path / "log.xlsx")
    before = log.read_bytes()

    outcome = run("add", log, *words)

    assert (outcome.exit_code in {2, 5}, outcome.stdout, len(outcome.stderr.splitlines())) == (True, "", 2)
    assert seen in outcome.stderr
    assert log.read_bytes() == before


def test_somebody_of_the_same_name_is_added_when_the_user_says_so(tmp_path: Path) -> None:
    log = built_log(tmp_path / "log.xlsx")

    assert add(log, "Ana 1", "--again")["people"][0]["row"] == 6


def test_nothing_is_written_over_a_legend_below(tmp_path: Path) -> None:
    log = built_log(tmp_path / "log.xlsx", below="Legend")

    assert add(log, "Zoe Marsh")["people"][0]["row"] == 6
    outcome = run("add", log, "Yan Novak")

    assert outcome.exit_code == 5
    assert "row 8 holds “Legend”" in outcome.stderr
    assert "insert 3 rows" in outcome.stderr


PLAN = SheetPlan(
    sheet="Log",
    header_row=1,
    rows={6: [CellEdit(1, "", "Zoe", None)]},
    append=RowAppend(last_row=5, first_column=1, last_column=5),
)


def test_the_proof_takes_what_was_planned(tmp_path: Path) -> None:
    sheet = proven_against(built_log(tmp_path / "log.xlsx").read_bytes(), PLAN, PLAN).sheet("Log")

    assert sheet is not None
    assert sheet.value(6, 1) == "Zoe"


@pytest.mark.parametrize(
    "meant",
    [
        replace(PLAN, append=None),
        replace(PLAN, append=RowAppend(last_row=4, first_column=1, last_column=5)),
        replace(PLAN, append=RowAppend(last_row=5, first_column=10, last_column=12)),
        replace(PLAN, rows={7: PLAN.rows[6]}),
        replace(PLAN, rows={6: [CellEdit(1, "x", "Zoe", None)]}),
        replace(PLAN, rows={6: [CellEdit(1, "", "Zoë", None)]}),
    ],
    ids=["nothing grows", "another last row", "other columns", "another row", "a cell that held something", "another value"],
)  # fmt: skip
def test_the_proof_refuses_growth_that_was_not_planned(meant: SheetPlan, tmp_path: Path) -> None:
    with pytest.raises(RefusedError):
        proven_against(built_log(tmp_path / "log.xlsx").read_bytes(), PLAN, meant)


def test_the_proof_refuses_a_row_over_a_record(tmp_path: Path) -> None:
    over = replace(PLAN, rows={5: [CellEdit(1, "Ana 4", "Zoe", None)]})

    with pytest.raises(RefusedError, match="holds something already"):
        proven_against(built_log(tmp_path / "log.xlsx").read_bytes(), over, over)


def test_a_new_log_takes_its_first_row_below_the_examples(tmp_path: Path) -> None:
    log = tmp_path / "new.xlsx"
    run("init", log)

    assert add(log)["people"][0]["row"] == 5
    assert run("check", log, "--json").document["records"] == 1


def test_a_prepared_row_is_used_and_its_defaults_give_way(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    workbook = xlsxwriter.Workbook(buffer)
    sheet = workbook.add_worksheet("Log")
    sheet.write_row(0, 0, ("No", "Name", "Email", "Replied", "Notes"))
    sheet.write_row(1, 0, (1, "Ana López", "ana@example.com", "No", ""))
    for row in range(2, 8):
        sheet.write_row(row, 0, (row, "", "", "No", ""))
    workbook.close()
    log = tmp_path / "log.xlsx"
    log.write_bytes(buffer.getvalue())

    assert add(log, "Zoe Marsh", "--notes", "tall")["people"][0]["row"] == 3
    assert row_of(log, 3) == [2, "Zoe Marsh", None, "No", "tall"]


def test_formulas_in_the_rows_are_not_left_out_silently(tmp_path: Path) -> None:
    log = tmp_path / "log.xlsx"
    workbook = xlsxwriter.Workbook(log)
    sheet = workbook.add_worksheet("Log")
    sheet.write_row(0, 0, ("Name", "Company", "Date sent", "Days"))
    for row in range(1, 4):
        sheet.write_row(row, 0, (f"Ana {row}", "Acme"))
        sheet.write_datetime(row, 2, dt.datetime(2026, 3, row))
        sheet.write_formula(row, 3, f"=TODAY()-C{row + 1}", None, 5)
    workbook.close()

    outcome = run("add", log, "Zoe Marsh")

    assert outcome.exit_code == 5
    assert "formulas in column D" in outcome.stderr
