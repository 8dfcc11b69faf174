"""``netsheet check`` through the real command line, on real files; and what no command may print."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import xlsxwriter

from netsheet.engines import read_workbook
from tests.command_line import copy_of_sample, run
from tests.reading.messy import ROWS, SECRET, messy_csv, messy_xlsx

GOOD = (
    ("Ann Lee", "Acme", "ann@example.com", "", "2026-03-02", "Email", "no", "", "", "Sent", SECRET, "hi"),
)


@pytest.fixture
def messy(tmp_path: Path) -> Path:
    path = tmp_path / "messy.xlsx"
    path.write_bytes(messy_xlsx())
    return path


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.xlsx"
    path.write_bytes(messy_xlsx(GOOD))
    return path


def test_check_exits_0_when_nothing_is_wrong(good: Path) -> None:
    outcome = run("check", good)

    assert outcome.exit_code == 0
    assert "netsheet could read every cell it needs." in outcome.stdout


def test_check_exits_1_when_a_needed_cell_cannot_be_read(messy: Path) -> None:
    outcome = run("check", messy)

    assert outcome.exit_code == 1
    assert "E7: Date Sent should hold a date, but it says “mid May”." in outcome.stdout
    assert "1 row skipped: total" in outcome.stdout


@pytest.fixture
def with_many_faults(tmp_path: Path) -> Path:
    wrong = [f"Ann{number} Lee,mid May,{'pigeon' if number % 2 else 'Emial'}" for number in range(200)]
    odd = [f"Bo{number} Yi,2026-03-01,dove{number}" for number in range(20)]
    right = [f"Cy{number} Fox,2026-03-01,Email" for number in range(300)]
    path = tmp_path / "Log.csv"
    path.write_text("\n".join(["Name,Date sent,Channel", *wrong, *odd, *right]), encoding="utf-8")
    return path


def test_equal_sentences_are_said_once_with_their_cells(with_many_faults: Path) -> None:
    printed = run("check", with_many_faults).stdout
    text = " ".join(printed.split())

    assert "to fix: unreadable-date (200)" in text
    assert text.count("it says “mid May”") == 1
    assert "B2, B3, B4, B5 and 196 more: Date sent should hold a date" in text
    assert text.count("-> Type the right date, such as 2026-03-14.") == 1
    assert "The nearest known word is “email”." in text
    assert "To list every cell, add --all." in text
    assert len(printed.splitlines()) < 50


def test_all_lists_every_cell(with_many_faults: Path) -> None:
    text = run("check", with_many_faults, "--all").stdout

    assert "B200" in text
    assert "B201: Date sent should hold a date" in " ".join(text.split())
    assert "“dove19”" in text
    assert " more" not in text


@pytest.mark.parametrize("width", [80, 120])
def test_no_line_is_wider_than_the_terminal(
    with_many_faults: Path, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))

    text = run("check", with_many_faults, "--all").stdout

    assert max(map(len, text.splitlines())) <= width


def test_a_cell_of_another_sheet_comes_with_its_sheet(tmp_path: Path) -> None:
    path = tmp_path / "log.xlsx"
    workbook = xlsxwriter.Workbook(path)
    log, people = workbook.add_worksheet("Log"), workbook.add_worksheet("People")
    log.write_row(0, 0, ["Name", "Email", "Date Sent"])
    log.write_row(1, 0, ["Ann Lee", "ann@example.com", "2026-03-01"])
    people.write_row(0, 0, ["Name", "Email", "Birthday"])
    people.write_row(1, 0, ["Ann Lee", "ann@example.com", "someday"])
    people.write_row(2, 0, ["Bo Yi", "bo@example.com", "7 January"])
    workbook.close()

    text = run("check", path).stdout

    assert 'Sheet "People", headings in row 1, 2 records' in text
    assert "People!C2: Birthday should hold a date, but it says “someday”." in text


def test_check_exits_2_for_a_wrong_option(good: Path) -> None:
    assert run("check", good, "--frob").exit_code == 2


def test_check_exits_3_for_a_file_without_a_log(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("apples,3\npears,4\n", encoding="utf-8")

    outcome = run("check", path)

    assert outcome.exit_code == 3
    assert "No sheet of list.csv looks like a networking log" in outcome.stderr
    assert not outcome.stdout


def test_check_writes_nothing(messy: Path) -> None:
    before = messy.read_bytes()

    run("check", messy)

    assert messy.read_bytes() == before
    assert [path.name for path in messy.parent.iterdir()] == ["messy.xlsx"]


def test_the_json_of_check_has_the_documented_shape(messy: Path) -> None:
    document = run("check", messy, "--json").document

    assert document["schema"] == 1
    assert document["workbook"].endswith("messy.xlsx")
    assert (document["sheet"], document["header_row"], document["records"]) == ("Log", 2, 5)
    assert document["skipped_rows"] == {"total": 1}
    assert document["columns"][0] == {"cell": "A2", "heading": "Contact Name", "field": "name", "repeated": 0}
    assert document["columns"][10]["field"] is None
    assert {"code", "severity", "cell", "message", "hint"} <= set(document["findings"][0])
    assert [finding["cell"] for finding in document["findings"] if finding["severity"] == "error"] == ["E7"]


def test_the_same_log_gives_the_same_json_as_csv(messy: Path) -> None:
    as_csv = messy.with_name("Log.csv")
    as_csv.write_bytes(messy_csv())

    one, other = (run("check", path, "--json").document for path in (messy, as_csv))

    assert one | {"workbook": ""} == other | {"workbook": ""}


EVERYWHERE = (
    ("check",),
    ("check", "--json"),
    ("check", "--sheet", "Lag"),
    ("refresh", "--dry-run"),
    ("refresh", "--dry-run", "--json"),
    ("refresh", "--check"),
    ("refresh",),
    ("due", "--within", "400"),
    ("due", "--json"),
    ("stats",),
    ("stats", "--json"),
    ("draft", "--dry-run"),
    ("draft", "--json"),
    ("settings",),
    ("settings", "--json"),
)


def test_values_of_columns_that_are_not_used_appear_in_no_output(messy: Path) -> None:
    for command, *options in EVERYWHERE:
        outcome = run(command, messy, *options)

        assert SECRET not in outcome.stdout + outcome.stderr, f"{command} {options}"
        assert SECRET.split("-")[0] not in outcome.stdout + outcome.stderr, f"{command} {options}"


def test_values_of_columns_that_are_not_used_are_on_no_sheet_of_netsheets_and_in_no_draft(
    messy: Path,
) -> None:
    run("refresh", messy)
    run("draft", messy)

    log, *own = read_workbook(messy.read_bytes()).sheets
    texts = [str(cell) for sheet in own for row in sheet.rows for cell in row]
    texts += [str(cell) for row in log.rows for cell in row[len(ROWS[0]) :]]
    drafts = [path.read_text(encoding="utf-8") for path in messy.parent.glob("drafts/**/*") if path.is_file()]

    assert own
    assert drafts
    assert not [text for text in (*texts, *drafts) if SECRET in text]


def test_values_of_a_column_that_was_set_aside_are_not_printed(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    rows = [f"Ann{number} Lee,{SECRET}{number},2026-03-0{number}" for number in range(1, 6)]
    path.write_text("\n".join(["Name,Email,Date sent", *rows]), encoding="utf-8")

    outcome = run("check", path)

    assert "its cells do not look like email" in outcome.stdout
    assert SECRET not in outcome.stdout + outcome.stderr


def test_a_mistyped_sheet_gets_the_nearest_name(good: Path) -> None:
    outcome = run("check", good, "--sheet", "Lgo")

    assert outcome.exit_code == 3
    assert 'has no sheet named "Lgo"' in outcome.stderr
    assert '--sheet "Log"' in outcome.stderr


def test_a_sheet_that_is_named_like_no_other_gets_the_list(tmp_path: Path) -> None:
    path = copy_of_sample("two-sheets.xlsx", tmp_path)

    outcome = run("check", path, "--sheet", "Zzzzzzzz")

    assert outcome.exit_code == 3
    assert "Its sheets are: " in outcome.stderr
    assert "Its sheets are: ." not in outcome.stderr


def test_a_sheet_that_is_no_log_says_why(tmp_path: Path) -> None:
    path = tmp_path / "log.xlsx"
    workbook = xlsxwriter.Workbook(path)
    workbook.add_worksheet("Log").write_column(0, 0, ["Name", "Ann Lee"])
    workbook.add_worksheet("Prices").write_column(0, 0, ["apples", "pears"])
    workbook.close()

    outcome = run("check", path, "--sheet", "prices")

    assert outcome.exit_code == 3
    assert '"Prices" of log.xlsx cannot be read as a log: no row of headings was found' in outcome.stderr


def test_check_of_ten_thousand_rows_takes_less_than_two_seconds(tmp_path: Path) -> None:
    path = tmp_path / "large.xlsx"
    workbook = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = workbook.add_worksheet("Log")
    sheet.write_row(0, 0, [f"Unused {number}" for number in range(9)])
    sheet.write_row(0, 9, ["Name", "Email", "Company", "Date Sent", "Channel", "Status"])
    for number in range(1, 10_001):
        sheet.write_row(number, 0, range(9))
        sheet.write_row(number, 9, [f"Ann Lee{number}", f"a{number}@example.com", f"Acme {number % 99}"])
        sheet.write_row(number, 12, [f"2026-02-{number % 28 + 1:02}", "Email", "Sent"])
    workbook.close()
    run("check", path)  # imports what a cold process imports

    assert any(_is_checked_in_time(path) for _ in range(3))  # other work on the machine only adds to the time


def _is_checked_in_time(path: Path) -> bool:
    started, pace = time.process_time(), _pace()

    document = run("check", path, "--json").document

    assert document["records"] == 10_000
    return time.process_time() - started - pace < 2 * max(1.0, pace / 0.065)


def _pace() -> float:
    """Return how long a million additions take: 0.055 to 0.075 s on a machine that does nothing else."""
    started, total = time.process_time(), 0
    for number in range(1_000_000):
        total += number
    return time.process_time() - started
