"""What torture found, kept: claims that would exhaust a reader, panics, texts that are no tables, names that want out."""

from __future__ import annotations

import datetime as dt
import io
import warnings
import zipfile
from pathlib import Path

import openpyxl
import pytest

from netsheet.core.grid import CellValue
from netsheet.core.plan import NewColumn
from netsheet.engines import read_workbook
from netsheet.errors import NetsheetError, RefusedError, UnreadableError
from netsheet.lossless.reader_limits import check_shared_strings, survived
from tests.command_line import run
from tests.engine.laws import edited
from tests.engine.odd import SHEET_TYPE, OddSheet, workbook
from tests.torture.hostile_others import ods_files, xls_workbook
from tests.torture.hostile_parts import BASE, PARTS, ROWS, SHARED, SHEET, STRINGS, contents, with_part


def test_shared_texts_that_claim_to_be_thousands_of_millions_are_refused() -> None:
    claimed = dict(contents())["shared strings that claim to be 4 thousand million"]()

    with pytest.raises(UnreadableError, match="claims to have 4,294,967,295 shared texts"):
        read_workbook(claimed)


@pytest.mark.parametrize("count", ["", ' uniqueCount="21"', ' count="99999" uniqueCount="22"'])
def test_shared_texts_that_tell_their_number_rightly_or_not_at_all_are_read(count: str) -> None:
    part = PARTS[STRINGS].decode().replace("<sst ", f"<sst {count} ".replace("  ", " "))

    check_shared_strings(part.encode())

    assert read_workbook(with_part(STRINGS, part)).sheets[0].value(2, 1) == "Ana Lopez"


@pytest.mark.parametrize(
    "name",
    [
        "a row 4294967295 times",
        "a cell 4294967295 times",
        "an empty row 4294967295 times",
        "16,384 times 16,384 cells",
        "a billion laughs",
        "an external entity",
        "no content",
        "empty content",
    ],
)
def test_an_open_document_that_would_exhaust_the_reader_is_refused(name: str) -> None:
    data = dict(ods_files("file:///etc/passwd"))[name]()

    with pytest.raises(UnreadableError):
        read_workbook(data)


def test_an_open_document_with_honest_repeats_is_read() -> None:
    files = dict(ods_files("file:///etc/passwd"))

    assert read_workbook(files["a good one"]()).sheets[0].value(2, 1) == "Ana Lopez"
    assert read_workbook(files["a row 0 times"]()).sheets[0].value(2, 1) == "Ana Lopez"


def test_a_reader_s_panic_is_a_refusal_and_keeps_the_standard_error_clean(
    capfd: pytest.CaptureFixture[str],
) -> None:
    data = xls_workbook()

    with pytest.raises(UnreadableError, match="damaged"):
        read_workbook(data[: len(data) // 2])

    assert capfd.readouterr().err == ""


def test_full_memory_is_a_refusal_and_other_faults_pass() -> None:
    with pytest.raises(UnreadableError, match="more memory than there is"), survived("its content"):
        raise MemoryError
    with pytest.raises(KeyError), survived("its content"):
        raise KeyError
    with pytest.raises(NetsheetError, match="a reason"), survived("its content"):
        raise UnreadableError("a reason", "a hint")


def test_a_workbook_larger_than_the_memory_is_told_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "log.xlsx"
    log.write_bytes(BASE)

    def full(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("netsheet.engines.open_workbook", full)
    outcome = run("refresh", log)

    assert outcome.exit_code == 3
    assert "more memory" in outcome.stderr
    assert len(outcome.stderr.splitlines()) == 2
    assert log.read_bytes() == BASE


def test_a_value_far_below_the_log_is_refused_before_it_fills_the_memory() -> None:
    far = dict(contents())["a value at BI1048576"]()

    with pytest.raises(UnreadableError, match="as far out as row 1,048,576 and column 61") as raised:
        read_workbook(far)

    assert "Ctrl+End" in raised.value.hint


def test_a_text_file_that_no_sheet_could_hold_is_refused(tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_text("a," * 40_000 + "\n" + "b\n" * 1000)

    outcome = run("check", log)

    assert outcome.exit_code == 3
    assert "more rows and columns" in outcome.stderr


def test_numbers_of_thousands_of_digits_are_texts_like_others(tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    long = "9" * 5000
    log.write_text(
        f"Name,Company,Email,Date Sent,{long}\nAna,Orchid,ana@example.com,{long},{long}\nBo,B,bo@example.com,2026-03-01,\n"
    )

    assert run("check", log).exit_code in (0, 1)
    assert run("due", log).exit_code == 0


def test_a_member_that_wants_out_of_the_zip_gets_nowhere(tmp_path: Path) -> None:
    log = tmp_path / "home" / "log.xlsx"
    log.parent.mkdir()
    stream = io.BytesIO(BASE)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("../evil.txt", "evil")
        archive.writestr("/tmp/evil-netsheet.txt", "evil")  # noqa: S108 - only a member's name
    log.write_bytes(stream.getvalue())

    assert run("refresh", log).exit_code == 0

    assert sorted(path.name for path in tmp_path.iterdir()) == ["home"]
    assert not Path("/tmp/evil-netsheet.txt").exists()  # noqa: S108


@pytest.mark.parametrize("place", ["G9", "J40", "L700", "M9", "A9"])
def test_a_note_below_the_log_survives_every_refresh(place: str, tmp_path: Path) -> None:
    log = tmp_path / "log.xlsx"
    row = int(place[1:])
    note = f'<row r="{row}"><c r="{place}" t="inlineStr"><is><t>my own note</t></is></c></row></sheetData>'
    log.write_bytes(with_part(SHEET, PARTS[SHEET].decode().replace("</sheetData>", note)))

    for today in ("2026-03-16", "2026-04-16", "2026-05-16"):
        assert run("refresh", log, today=today).exit_code == 0
        sheet = read_workbook(log.read_bytes()).sheet("Log")
        assert sheet is not None
        assert sheet.value(row, ord(place[0]) - ord("A") + 1) == "my own note"


def test_a_plan_that_puts_a_new_column_over_something_is_never_proven() -> None:
    column = NewColumn(column=3, heading="Netsheet a", width=9)
    cells: dict[tuple[int, int], CellValue] = {(1, 3): "Netsheet a", (2, 3): ""}

    with pytest.raises(RefusedError, match=r"C1 of the sheet .Log. holds something already"):
        edited(BASE, cells, new_columns=(column,))


def typed(log: Path, cells: dict[str, object]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what it drops of the summary sheet
        book = openpyxl.load_workbook(log)
    for place, value in cells.items():
        book["Log"][place] = value
    book.save(log)


def test_what_the_user_typed_under_a_heading_of_ours_stays_until_it_is_moved(tmp_path: Path) -> None:
    log = tmp_path / "log.xlsx"
    log.write_bytes(BASE)
    assert run("refresh", log).exit_code == 0
    typed(log, {"A5": "Dee Eng", "B5": "Elm", "F5": dt.date(2026, 3, 2), "H5": "call her", "G9": "my note"})

    for today in ("2026-03-17", "2026-04-16"):
        outcome = run("refresh", log, "--json", today=today)
        sheet = read_workbook(log.read_bytes()).sheet("Log")
        assert outcome.exit_code == 0
        assert sheet is not None
        assert [sheet.value(5, column) for column in range(7, 13)] == ["", "call her", "", "", "", ""]
        assert sheet.value(9, 7) == "my note"
        assert sheet.value(2, 7) != ""
    assert " ".join(run("check", log).stdout.split()).count("netsheet did not write") == 1
    typed(log, {"H5": None})
    run("refresh", log)
    sheet = read_workbook(log.read_bytes()).sheet("Log")
    assert sheet is not None
    assert sheet.value(5, 7) != ""


def test_columns_of_ours_leave_room_beside_a_pivot_that_grows(tmp_path: Path) -> None:
    log = tmp_path / "log.xlsx"
    pivot = ("<p><location ref='H1:J4'/></p>", "pivotTable", f"{SHEET_TYPE}.pivotTable+xml")
    sheet = OddSheet(data=f"<sheetData>{ROWS}</sheetData>", related={"pivotTables/p.xml": pivot})
    log.write_bytes(workbook(sheet, shared_strings=SHARED))

    assert run("refresh", log).exit_code == 0

    written = read_workbook(log.read_bytes()).sheet("Log")
    assert written is not None
    assert [written.value(1, column) for column in range(8, 15)] == [
        "",
        "",
        "",
        "",
        "",
        "",
        "Netsheet status",
    ]


def test_a_log_whose_headings_come_again_further_down_is_refreshed_again(tmp_path: Path) -> None:
    log = tmp_path / "log.xlsx"
    rows = [("Name", "Company", "Email", "Date Sent"), ("Ana", "Orchid", "ana@example.com", "2026-03-02")]
    book = openpyxl.Workbook()
    for row in (*rows, (), *rows, ("Bo", "Birch", "bo@example.com", "2026-03-03")):
        book.worksheets[0].append(row)
    book.save(log)

    for today in ("2026-03-16", "2026-04-16"):
        assert run("refresh", log, today=today).exit_code == 0
    headings = read_workbook(log.read_bytes()).sheets[0].rows
    assert [row.count("Netsheet status") for row in headings].count(1) == 1
    assert headings[0][4] == "Netsheet status"


def test_the_empty_rows_above_a_value_far_below_take_the_memory_of_one() -> None:
    part = (
        PARTS[SHEET]
        .decode()
        .replace("</sheetData>", '<row r="9000"><c r="H9000"><v>1</v></c></row></sheetData>')
    )

    rows = read_workbook(with_part(SHEET, part)).sheets[0].rows

    assert len(rows) == 9000
    assert len({id(row) for row in rows}) == 6
    assert rows[4000] == [""] * 8
