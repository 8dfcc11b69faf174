"""``netsheet refresh`` through the real command line, on real files."""

from __future__ import annotations

import errno
import io
import os
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from netsheet.core.column_places import OWNED_COLUMNS
from netsheet.engines import read_workbook
from netsheet.resources import sample_workbooks
from tests.command_line import TODAY, copy_of_sample, run
from tests.engine.documents import as_document
from tests.engine.oracles import require_libreoffice, resaved_by_libreoffice

SAMPLES = ("plain-log.xlsx", "two-sheets.xlsx", "rich.xlsx")
OWNED = [owned.heading for owned in OWNED_COLUMNS]


def opened(data: bytes) -> openpyxl.Workbook:
    """Open with openpyxl, which warns of what it does not know."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(io.BytesIO(data))


def formula_text(value: object) -> object:
    """Openpyxl wraps array formulas in objects that compare by identity."""
    return getattr(value, "text", value)


def users_cells(data: bytes) -> dict[str, dict[tuple[int, str], object]]:
    """Return every cell of the user's, by sheet, sheet row and column letters: all that is not netsheet's."""
    workbook = opened(data)
    cells: dict[str, dict[tuple[int, str], object]] = {}
    for sheet in workbook.worksheets:
        if sheet.title.startswith("Netsheet"):
            continue
        owned = {
            cell.column
            for row in sheet.iter_rows()
            for cell in row
            if str(cell.value or "").startswith("Netsheet ")
        }
        cells[sheet.title] = {
            (cell.row, cell.column_letter): (
                formula_text(cell.value),
                cell.number_format,
                cell.font.b,
                cell.fill.fgColor.rgb,
            )
            for row in sheet.iter_rows()
            for cell in row
            if cell.column not in owned and (cell.value is not None or cell.has_style)
        }
    return cells


def shown(path: Path, sheet_name: str, name: str) -> dict[str, object]:
    """Return what the owned columns show on a person's last row, by heading."""
    sheet = read_workbook(path.read_bytes()).sheet(sheet_name)
    assert sheet is not None
    header = next(row for row in sheet.rows if "Netsheet status" in row)
    found = [row for row in sheet.rows if name in row]
    return {heading: found[-1][list(header).index(heading)] for heading in OWNED}


def count_of(path: Path, sheet_name: str, text: str) -> int:
    sheet = read_workbook(path.read_bytes()).sheet(sheet_name)
    assert sheet is not None
    return sum(value == text for row in sheet.rows for value in row)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_second_refresh_changes_nothing_not_even_the_modification_time(name: str, tmp_path: Path) -> None:
    log = copy_of_sample(name, tmp_path)
    assert run("refresh", log).exit_code == 0
    os.utime(log, (1_700_000_000, 1_700_000_000))
    before = log.read_bytes()
    again = run("refresh", log, "--json").document
    assert again["changed"] is False
    assert again["cells_changed"] == 0
    assert log.read_bytes() == before
    assert log.stat().st_mtime == 1_700_000_000


@pytest.mark.parametrize("name", SAMPLES)
def test_a_refresh_leaves_every_cell_and_part_of_the_users(name: str, tmp_path: Path) -> None:
    log = copy_of_sample(name, tmp_path)
    before = log.read_bytes()
    assert run("refresh", log).exit_code == 0
    assert users_cells(log.read_bytes()) == users_cells(before)
    with zipfile.ZipFile(io.BytesIO(before)) as old, zipfile.ZipFile(log) as new:
        changed = {part for part in old.namelist() if old.read(part) != new.read(part)}
    log_sheets = {
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet2.xml",
        "xl/tables/table1.xml",
        "xl/tables/table2.xml",
    }
    lists = {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"}
    assert changed <= lists | log_sheets


@pytest.mark.parametrize("name", SAMPLES)
def test_with_a_later_day_only_owned_cells_and_the_summary_differ(name: str, tmp_path: Path) -> None:
    log = copy_of_sample(name, tmp_path)
    run("refresh", log)
    before = log.read_bytes()
    assert run("refresh", log, today="2026-04-20").exit_code == 0
    after = log.read_bytes()
    assert after != before
    assert users_cells(after) == users_cells(before)
    with zipfile.ZipFile(io.BytesIO(before)) as old, zipfile.ZipFile(io.BytesIO(after)) as new:
        same = [
            part for part in old.namelist() if part in new.namelist() and old.read(part) == new.read(part)
        ]
    assert {"xl/theme/theme1.xml", "docProps/core.xml"} <= set(same)
    assert not [part for part in same if part.startswith("xl/tables/")] or name == "two-sheets.xlsx"


@pytest.mark.libreoffice
def test_after_a_resave_by_libreoffice_nothing_stands_twice(tmp_path: Path) -> None:
    require_libreoffice()
    logs = [copy_of_sample(name, tmp_path) for name in SAMPLES]
    for log in logs:
        run("refresh", log)
    for log, data in zip(logs, resaved_by_libreoffice([log.read_bytes() for log in logs]), strict=True):
        assert data is not None
        log.write_bytes(data)
        sheet = run("check", log, "--json").document["sheet"]
        assert run("refresh", log).exit_code == 0
        names = [tab.name for tab in read_workbook(log.read_bytes()).sheets]
        assert [name for name in names if name.startswith("Netsheet")] == [
            "Netsheet Summary",
            "Netsheet Memory",
        ]
        assert [count_of(log, sheet, heading) for heading in OWNED] == [1] * len(OWNED)
        assert run("refresh", log, "--check").exit_code == 0


def edited(path: Path, edit: Callable[[openpyxl.Workbook], object]) -> None:
    """Let the user edit the workbook by hand (the plain sample holds nothing that openpyxl would lose)."""
    workbook = opened(path.read_bytes())
    edit(workbook)
    workbook.save(path)


def columns_to_the_front(workbook: openpyxl.Workbook) -> None:
    sheet = workbook.worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    first = rows[0].index("Netsheet status")
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row[first : first + 6] + row[:first] + row[first + 6 :], start=1):
            sheet.cell(number, column).value = value


def rows_sorted_by_name(workbook: openpyxl.Workbook) -> None:
    sheet = workbook.worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    name = rows[0].index("Name")
    for number, row in enumerate(sorted(rows[1:], key=lambda row: str(row[name])), start=2):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column).value = value


def hide_ours(workbook: openpyxl.Workbook) -> None:
    workbook.worksheets[0].column_dimensions["P"].hidden = True


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(columns_to_the_front, id="moves our columns to the front"),
        pytest.param(rows_sorted_by_name, id="sorts the rows"),
        pytest.param(hide_ours, id="hides a column of ours"),
        pytest.param(
            lambda workbook: workbook.worksheets[0].insert_rows(1, 2), id="inserts rows above the header"
        ),
        pytest.param(lambda workbook: workbook.worksheets[0].insert_cols(1), id="inserts a column"),
        pytest.param(lambda workbook: workbook.worksheets[0].insert_rows(5), id="inserts a blank row"),
    ],
)
def test_whatever_the_user_moves_the_next_refresh_lands_right(
    edit: Callable[[openpyxl.Workbook], object], tmp_path: Path
) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path)
    run("refresh", log)
    names = [row[1] for row in read_workbook(log.read_bytes()).sheets[0].rows[1:] if row[1]]
    expected = {name: shown(log, "Networking", str(name)) for name in names if names.count(name) == 1}
    expected = {name: cells for name, cells in expected.items() if cells["Netsheet status"] != "Fix cell"}
    assert len(expected) > 20
    edited(log, edit)
    users = users_cells(log.read_bytes())
    refreshed = run("refresh", log, "--json")
    assert refreshed.exit_code == 0
    assert refreshed.document["columns_added"] == []
    assert {name: shown(log, "Networking", str(name)) for name in expected} == expected
    assert [count_of(log, "Networking", heading) for heading in OWNED] == [1] * len(OWNED)
    assert users_cells(log.read_bytes()) == users


def test_a_renamed_sheet_is_found_again(tmp_path: Path) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path)
    run("refresh", log)
    edited(log, lambda workbook: setattr(workbook.worksheets[0], "title", "Everyone I know"))
    assert run("refresh", log).exit_code == 0
    assert run("check", log, "--json").document["sheet"] == "Everyone I know"
    assert count_of(log, "Everyone I know", "Netsheet status") == 1


def test_a_dry_run_prints_the_cells_and_writes_nothing(tmp_path: Path) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path)
    before = log.read_bytes()
    preview = run("refresh", log, "--dry-run")
    assert preview.exit_code == 0
    assert "Networking!M1" in preview.stdout
    assert "Netsheet status" in preview.stdout
    assert log.read_bytes() == before


def test_check_exits_1_when_a_refresh_would_change_something_and_0_after_it(tmp_path: Path) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path)
    before = log.read_bytes()
    assert run("refresh", log, "--check").exit_code == 1
    assert log.read_bytes() == before
    run("refresh", log)
    assert run("refresh", log, "--check").exit_code == 0
    assert run("refresh", log, "--check", today="2026-05-01").exit_code == 1


def test_json_says_what_was_done(tmp_path: Path) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path)
    before = log.read_bytes()
    document = run("refresh", log, "--json").document
    backup = Path(document.pop("backup"))
    assert backup.read_bytes() == before
    assert document.pop("cells_changed") > 100
    assert document == {
        "schema": 1,
        "workbook": str(log),
        "today": TODAY,
        "changed": True,
        "saved": True,
        "columns_added": OWNED,
        "history_lines_added": 0,
        "history_lines_gone": 0,
        "days_kept": [],
        "summary_sheet": "Netsheet Summary",
        "findings_count": 1,
        "not_seen": ["1 day could not be read (A21), so something may be due that is not listed."],
        "conflict_copies": [],
    }


def test_several_files_are_refreshed_and_one_that_cannot_be_does_not_stop_the_others(tmp_path: Path) -> None:
    first, last = copy_of_sample("plain-log.xlsx", tmp_path), copy_of_sample("rich.xlsx", tmp_path)
    outcome = run("refresh", first, tmp_path / "missing.xlsx", last)
    assert outcome.exit_code == 3
    assert "missing.xlsx" in outcome.stderr
    assert count_of(last, "My network", "Netsheet status") == 1


def zipped(parts: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()


def binary_workbook() -> bytes:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    package = "http://schemas.openxmlformats.org/package/2006"
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Override PartName="/xl/workbook.bin" '
            'ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="rId1" Type="{office}" Target="xl/workbook.bin"/></Relationships>',
            "xl/workbook.bin": "\x83",
        }
    )


def signed_workbook() -> bytes:
    stream = io.BytesIO()
    origin = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
    with (
        zipfile.ZipFile(Path(os.fspath(SAMPLE_FOLDER / "plain-log.xlsx"))) as old,
        zipfile.ZipFile(stream, "w") as new,
    ):
        for item in old.infolist():
            data = old.read(item)
            if item.filename == "_rels/.rels":
                mark = f'<Relationship Id="rSig" Type="{origin}" Target="_xmlsignatures/origin.sigs"/></Relationships>'
                data = data.replace(b"</Relationships>", mark.encode())
            new.writestr(item.filename, data)
        new.writestr("_xmlsignatures/origin.sigs", b"")
    return stream.getvalue()


def no_log_at_all() -> bytes:
    workbook = openpyxl.Workbook()
    for row in (["Rent", 900], ["Food", 300], ["Total", 1200]):
        workbook.worksheets[0].append(row)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def sample_bytes() -> bytes:
    return (SAMPLE_FOLDER / "plain-log.xlsx").read_bytes()


SAMPLE_FOLDER = sample_workbooks()
ENCRYPTED = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b"Name,Date\nAna,2026-03-01\n", "not a workbook", id="a text file"),
        pytest.param(b"", "empty", id="an empty file"),
        pytest.param(sample_bytes()[:4000], "damaged", id="a truncated zip"),
        pytest.param(ENCRYPTED, "password", id="a password"),
        pytest.param(signed_workbook(), "digitally signed", id="a signature"),
        pytest.param(binary_workbook(), ".xlsb", id="a binary workbook"),
        pytest.param(no_log_at_all(), "looks like a networking log", id="no log in it"),
    ],
)
def test_a_file_that_cannot_be_refreshed_is_named_in_one_line_with_a_hint(
    content: bytes, words: str, tmp_path: Path
) -> None:
    log = tmp_path / "log.xlsx"
    log.write_bytes(content)
    outcome = run("refresh", log)
    assert outcome.exit_code == 3
    message, hint = outcome.stderr.splitlines()
    assert words in message
    assert hint.startswith("  ")
    assert log.read_bytes() == content
    assert outcome.stdout == ""


def test_a_missing_file_is_answered_with_the_nearest_name(tmp_path: Path) -> None:
    copy_of_sample("plain-log.xlsx", tmp_path)
    outcome = run("refresh", tmp_path / "plain-lgo.xlsx")
    assert outcome.exit_code == 3
    assert "plain-log.xlsx" in outcome.stderr
    assert len(outcome.stderr.splitlines()) == 2


@pytest.mark.parametrize(
    ("lock", "content", "who"),
    [
        (".~lock.plain-log.xlsx#", b",Ana Lopez,laptop,16.03.2026 09:30,file:///x;", "Ana Lopez"),
        (
            "~$plain-log.xlsx",
            b"\x09Ana Lopez" + b" " * 45 + b"\x09\0" + "Ana Lopez".encode("utf-16-le"),
            "Ana Lopez",
        ),
    ],
)
def test_a_workbook_that_is_open_elsewhere_is_left_alone(
    lock: str, content: bytes, who: str, tmp_path: Path
) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path)
    before = log.read_bytes()
    (tmp_path / lock).write_bytes(content)
    outcome = run("refresh", log)
    assert outcome.exit_code == 4
    assert who in outcome.stderr
    assert log.read_bytes() == before
    assert run("refresh", log, "--even-if-open").exit_code == 0


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS])
def test_a_disk_or_folder_that_takes_no_file_leaves_the_log_as_it_was(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path)
    before = log.read_bytes()
    real_open = os.open

    def failing_open(path: str, flags: int, mode: int = 0o777, **options: int) -> int:
        if flags & os.O_CREAT and Path(path).parent == tmp_path:
            raise OSError(number, os.strerror(number), path)
        return real_open(path, flags, mode, **options)

    monkeypatch.setattr(os, "open", failing_open)
    outcome = run("refresh", log)
    assert outcome.exit_code == 5
    assert len(outcome.stderr.splitlines()) == 2
    assert log.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["plain-log.xlsx"]


def test_a_sheet_named_like_ours_but_not_made_by_us_is_never_taken_over(tmp_path: Path) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path)
    edited(log, lambda workbook: workbook.create_sheet("Netsheet Summary").append(["my own notes"]))
    before = log.read_bytes()
    outcome = run("refresh", log)
    assert outcome.exit_code == 5
    assert "Rename that sheet" in outcome.stderr
    assert log.read_bytes() == before


def test_a_protected_log_is_written_only_when_asked(tmp_path: Path) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path)
    edited(log, lambda workbook: workbook.worksheets[0].protection.enable())
    before = log.read_bytes()
    outcome = run("refresh", log)
    assert outcome.exit_code == 5
    assert "--protected-ok" in outcome.stderr
    assert log.read_bytes() == before
    assert run("refresh", log, "--protected-ok").exit_code == 0


def test_a_day_that_is_none_is_a_usage_error() -> None:
    outcome = run("refresh", "log.xlsx", "--today", "yesterday")
    assert outcome.exit_code == 2
    assert "2026-03-16" in outcome.stderr


def test_a_log_that_holds_the_status_words_of_an_earlier_version_gets_those_of_today(tmp_path: Path) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path)
    run("refresh", log)
    new = users_cells(log.read_bytes()), status_words(log)
    workbook = opened(log.read_bytes())
    earlier = {"Reminder due": "Nudge due", "Reconnect": "Dormant"}
    for row in workbook.worksheets[0].iter_rows():
        for cell in row:
            cell.value = earlier.get(str(cell.value), cell.value)
    workbook.save(log)
    assert "Nudge due" in status_words(log)

    run("refresh", log)

    assert (users_cells(log.read_bytes()), status_words(log)) == new
    assert "Nudge due" not in status_words(log)


def status_words(log: Path) -> list[object]:
    """Return the status of each row."""
    sheet = opened(log.read_bytes()).worksheets[0]
    heading = next(cell for row in sheet.iter_rows() for cell in row if cell.value == OWNED[0])
    return [row[heading.column - 1].value for row in sheet.iter_rows(min_row=heading.row + 1)]


def test_the_lock_files_that_a_shell_pattern_matches_are_passed_over(tmp_path: Path) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path)
    other = tmp_path / "~$another.xlsx"
    other.write_bytes(b"\x05Robin")

    outcome = run("refresh", other, log)

    assert (outcome.exit_code, outcome.stderr) == (0, "")
    assert other.read_bytes() == b"\x05Robin"


def test_a_lock_file_alone_is_not_taken_for_the_log_that_lies_next_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path)
    before = log.read_bytes()
    monkeypatch.chdir(tmp_path)
    Path("~$plain-log.xlsx").write_bytes(b"\x05Robin")

    outcome = run("refresh", "~$plain-log.xlsx")

    assert outcome.exit_code == 2
    assert outcome.stderr == (
        "netsheet: ~$plain-log.xlsx is not a workbook: Excel puts it there while one is open.\n"
        "  Close the workbook in Excel, then type: netsheet refresh LOG\n"
    )
    assert log.read_bytes() == before


def test_a_log_with_nobody_in_it_asks_for_the_first_person(tmp_path: Path) -> None:
    run("init", tmp_path / "new.xlsx")

    shown = run("refresh", tmp_path / "new.xlsx").stdout

    assert shown.endswith("There is nobody in the log yet. Add the first person, save, and run this again.\n")
    assert "Next:" not in shown


def test_quiet_prints_nothing_but_errors(tmp_path: Path) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path)

    outcome = run("refresh", log, "--quiet")
    wrong = run("refresh", tmp_path / "missing.xlsx", "--quiet")

    assert (outcome.exit_code, outcome.stdout, outcome.stderr) == (0, "", "")
    assert wrong.exit_code == 3
    assert "missing.xlsx" in wrong.stderr


def test_a_first_refresh_says_where_the_new_columns_are(tmp_path: Path) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path)

    first, second = run("refresh", log), run("refresh", log)

    places = [cell.column_letter for cell in opened(log.read_bytes())["Networking"][1] if cell.value in OWNED]
    said = " ".join(first.stdout.split())
    assert f"{len(places)} new columns ({places[0]} to {places[-1]}; move them where you like)" in said
    assert "new column" not in second.stdout


def with_hidden_rest(document: bytes) -> bytes:
    """Hide all columns right of the first four of an .ods file's only sheet."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as given, zipfile.ZipFile(out, "w") as new:
        for item in given.infolist():
            part = given.read(item)
            if item.filename == "content.xml":
                shown = b'<table:table-column table:number-columns-repeated="4"/>'
                assert shown in part
                hidden = shown.replace(b"4", b"16380").replace(b"/>", b' table:visibility="collapse"/>')
                part = part.replace(shown, shown + hidden)
            new.writestr(item, part)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_columns_in_a_hidden_part_of_the_sheet_are_named_at_each_refresh(kind: str, tmp_path: Path) -> None:
    log = tmp_path / "log.xlsx"
    workbook = openpyxl.Workbook()
    page = workbook.active
    page.title = "People"
    page.append(["Name", "Company", "Date", "Notes"])
    page.append(["Ana Lopez", "Acme", "2026-03-02", ""])
    hidden = page.column_dimensions["E"]
    hidden.min, hidden.max, hidden.hidden = 5, 16384, True
    workbook.save(log)
    if kind == "ods":
        plain = as_document(log)
        log = log.with_suffix(".ods")
        log.write_bytes(with_hidden_rest(plain))

    said = [" ".join(run("refresh", log).stdout.split()) for _ in range(3)]

    sentence = "The sheet “People” hides all columns from E on, so netsheet's columns (E to K) too. To see them, select"
    assert [text.count(sentence) for text in said] == [1, 1, 1]
