"""Every refusal says what happened, why, and what to do now: all of them listed, and the common ones run."""

from __future__ import annotations

import re
import shutil
import warnings
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell import Cell
from openpyxl.workbook.protection import WorkbookProtection

from netsheet.files.state import only_netsheet_on, state_folder
from tests.command_line import copy_of_sample, run
from tests.engine.odd import LINKS, workbook
from tests.refusals import LIST, sentences
from tests.test_refresh_cli import ENCRYPTED, binary_workbook, no_log_at_all, signed_workbook
from tests.torture.hostile_others import xls_workbook
from tests.torture.hostile_parts import contents, parts

JARGON = re.compile(
    r"\b(errno|exception|traceback|null|None|stdin|fsync|inode|OSError|Error\b.*:)|0x[0-9a-f]{4}|object at"
)
BLAME = re.compile(
    r"\b(invalid|illegal|failed|fatal|wrong|you must|you should|forgot|aborted|bad)\b", re.IGNORECASE
)


def test_the_list_of_refusals_is_complete() -> None:
    """A new sentence is read by whoever writes it: ``python -m tests.refusals`` takes it up."""
    assert LIST.read_text("utf-8").splitlines() == list(sentences())


def test_no_refusal_scolds_or_speaks_to_programmers() -> None:
    for sentence in sentences():
        words = re.sub(r"\{.*?\}", "", sentence.partition(": ")[2].partition(": ")[2])
        assert not BLAME.search(words), sentence
        assert not JARGON.search(words), sentence


def write(data: bytes) -> Callable[[Path], object]:
    return lambda log: log.write_bytes(data)


def edit(change: Callable[[openpyxl.Workbook], object]) -> Callable[[Path], None]:
    def edited(log: Path) -> None:
        workbook = openpyxl.load_workbook(log)
        change(workbook)
        workbook.save(log)

    return edited


def lock_structure(book: openpyxl.Workbook) -> None:
    book.security = WorkbookProtection(lockStructure=True)


def mark(name: str, content: bytes) -> Callable[[Path], object]:
    return lambda log: log.with_name(name).write_bytes(content)


def read_only(log: Path) -> None:
    log.chmod(0o444)


def gone(log: Path) -> None:
    log.unlink()


def a_folder(log: Path) -> None:
    log.unlink()
    log.mkdir()


def half(log: Path) -> None:
    data = log.read_bytes()
    log.write_bytes(data[: len(data) // 2])


def as_kind(suffix: str, data: bytes) -> Callable[[Path], None]:
    def other(log: Path) -> None:
        log.with_suffix(suffix).write_bytes(data)

    return other


def changed_since(log: Path) -> None:
    run("refresh", log)
    log.write_bytes(log.read_bytes() + b" ")


def undone(log: Path) -> None:
    run("refresh", log)
    run("undo", log)


def damaged_backup(log: Path) -> None:
    run("refresh", log)
    Path(run("backups", log, "--json").document["backups"][0]["path"]).write_bytes(b"")


def shared_workbook() -> bytes:
    link = f'<Relationship Id="rId99" Type="{LINKS}/revisionHeaders" Target="revisions/headers.xml"/>'
    return workbook(links=link, extra={"xl/revisions/headers.xml": b"<headers/>"})


def touched(change: Callable[[openpyxl.Workbook], object]) -> Callable[[Path], None]:
    """Refresh first, so that netsheet's columns stand there; then let the user do something."""

    def done(log: Path) -> None:
        run("refresh", log)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl drops what it does not know of the summary
            edit(change)(log)

    return done


def cell_under(book: openpyxl.Workbook, heading: str) -> Cell:
    sheet = book.worksheets[0]
    column = next(cell.column for row in sheet.iter_rows() for cell in row if cell.value == heading)
    found = next(
        sheet.cell(row, column) for row in range(3, 30) if sheet.cell(row, column).value == "Reminder due"
    )
    assert isinstance(found, Cell)
    return found


def formula_in_ours(book: openpyxl.Workbook) -> None:
    cell_under(book, "Netsheet status").value = "=1+1"


def merged_ours(book: openpyxl.Workbook) -> None:
    cell = cell_under(book, "Netsheet status")
    cell.value = "x"
    book.worksheets[0].merge_cells(f"{cell.coordinate}:{cell.offset(0, 1).coordinate}")


def full_shelf(log: Path) -> None:
    folder = state_folder()
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_bytes(b"a file where the folder would be")
    assert log.exists()


HOSTILE = dict(contents()) | dict(parts("file:///etc/passwd"))
REFRESH = ("refresh", "plain-log.xlsx")
CASES: dict[str, tuple[Callable[[Path], object], tuple[str, ...], int, str, str]] = {
    "missing": (gone, ("refresh", "plain-lgo.xlsx"), 3, "There is no file", "Check the name"),
    "a folder": (a_folder, ("due", "plain-log.xlsx"), 3, "is a folder", "Type the name of a workbook"),
    "an empty folder": (a_folder, REFRESH, 3, "no workbook in the folder", "Type the folder that holds the logs"),
    "empty": (write(b""), REFRESH, 3, "it is empty", "Give the path"),
    "a text": (write(b"Name,Date\n"), REFRESH, 3, "another kind", "save the log as .xlsx"),
    "half": (half, REFRESH, 3, "is damaged", "let it repair"),
    "a password": (write(ENCRYPTED), REFRESH, 3, "protected by a password", "empty the password"),
    "a signature": (write(signed_workbook()), REFRESH, 3, "digitally signed", "save a copy"),
    "binary": (write(binary_workbook()), REFRESH, 3, ".xlsb", "as .xlsx"),
    "no log": (write(no_log_at_all()), REFRESH, 3, "looks like a networking log", "row of headings"),
    "old": (as_kind(".xls", xls_workbook()), ("refresh", "plain-log.xls"), 3, "writes only .xlsx", "save it as .xlsx"),
    "a text's name": (as_kind(".csv", b"Name,Date\nAna,2026-03-01\n"), ("refresh", "plain-log.csv"), 3, "csv", "as .xlsx"),
    "a bomb": (write(HOSTILE["a billion laughs in xl/workbook.xml"]()), REFRESH, 3, "document type", "save a copy"),
    "too far": (write(HOSTILE["a value at BI1048576"]()), REFRESH, 3, "as far out as row", "Ctrl+End"),
    "in Excel": (mark("~$plain-log.xlsx", b"\x03Ana"), REFRESH, 4, "open in Excel by Ana", "close it there"),
    "in LibreOffice": (mark(".~lock.plain-log.xlsx#", b",ana,pc,16.03.2026 09:30,;"), REFRESH, 4, "since 16 Mar 2026", "--even-if-open"),
    "read-only": (read_only, REFRESH, 5, "write-protected", "work on a copy"),
    "protected sheet": (edit(lambda book: book.worksheets[0].protection.enable()), REFRESH, 5, "is protected", "--protected-ok"),
    "locked structure": (edit(lock_structure), REFRESH, 5, "structure is protected", "Protect Workbook"),
    "our name": (edit(lambda book: book.create_sheet("Netsheet Summary").append(["mine"])), REFRESH, 5, "not made by netsheet", "Rename that sheet"),
    "no such sheet": (lambda _: None, (*REFRESH, "--sheet", "Networkin"), 3, 'no sheet named "Networkin"', '--sheet "Networking"'),
    "no shelf": (full_shelf, REFRESH, 5, "could not write its backup", "Give your account permission to write"),
    "nothing to undo": (lambda _: None, ("undo", "plain-log.xlsx"), 5, "nothing to undo", "first refresh"),
    "changed since": (changed_since, ("undo", "plain-log.xlsx"), 5, "changed after netsheet saved", "--to FILE"),
    "undone": (undone, ("undo", "plain-log.xlsx"), 5, "nothing more to undo: plain-log.xlsx is already as it was before the save of", "netsheet backups"),
    "damaged backup": (damaged_backup, ("undo", "plain-log.xlsx"), 5, "is damaged, so undo changed nothing", "older backup"),
    "no such copy": (changed_since, ("undo", "plain-log.xlsx", "--to", "old.xlsx", "--number", "9"), 5, "no backup copy number 9", "netsheet backups plain-log.xlsx"),
    "a formula in ours": (touched(formula_in_ours), REFRESH, 5, "holds a formula", "Delete the formula"),
    "a merge in ours": (touched(merged_ours), REFRESH, 5, "in a merged cell", "Unmerge that cell"),
    "shared": (write(shared_workbook()), REFRESH, 3, "tracks its users' changes", "Unshare Workbook"),
    "no sheet of ours": (lambda _: None, (*REFRESH, "--sheet", ""), 3, "no sheet named", "Its sheets are"),
    "too wide": (edit(lambda book: book.worksheets[0].cell(1, 16_380, "far")), REFRESH, 5, "no room left", "Delete unused columns"),
    "already exists": (changed_since, ("undo", "plain-log.xlsx", "--to", "plain-log.xlsx"), 5, "already exists", "another name"),
    "init over": (lambda _: None, ("init", "plain-log.xlsx"), 5, "already exists", "another name"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_refusal_says_what_happened_why_and_what_to_do(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare, words, exit_code, what, now = CASES[name]
    monkeypatch.chdir(tmp_path)
    log = copy_of_sample("plain-log.xlsx", tmp_path)
    prepare(log)
    before = log.read_bytes() if log.is_file() else None

    outcome = run(*words)

    assert outcome.exit_code == exit_code, outcome.stderr
    message, hint = outcome.stderr.splitlines()
    assert message.startswith("netsheet: ")
    assert what in message
    assert hint.startswith("  ")
    assert now in hint
    assert not JARGON.search(outcome.stderr)
    assert not BLAME.search(message.replace(str(tmp_path), "") + hint)
    assert outcome.stdout == ""
    assert (log.read_bytes() if log.is_file() else None) == before


def test_a_second_netsheet_says_to_try_again_in_a_moment(tmp_path: Path) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path)

    with only_netsheet_on(log):
        outcome = run("refresh", log)

    assert outcome.exit_code == 4
    assert outcome.stderr.splitlines() == [
        "netsheet: Another netsheet is saving plain-log.xlsx right now",
        "  Try again in a moment.",
    ]


def test_among_several_logs_each_refusal_names_its_own(tmp_path: Path) -> None:
    good, damaged = copy_of_sample("plain-log.xlsx", tmp_path), tmp_path / "old.xlsx"
    damaged.write_bytes(good.read_bytes()[:3000])

    outcome = run("refresh", damaged, good)

    assert outcome.exit_code == 3
    assert outcome.stderr.startswith("netsheet: old.xlsx: This workbook is damaged")


def test_names_from_a_file_cannot_steer_the_terminal(tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_text("Name,Com\x1b[2Jpany,Email,Date Sent\nAna\x1b]0;x\x07,B,ana@example.com,31\x9b1/2026\n")

    for command in ("check", "due", "stats"):
        outcome = run(command, log)
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", outcome.stdout + outcome.stderr)
    missing = run("refresh", tmp_path / "no\x1b[2Jthing.xlsx")
    assert "\x1b" not in missing.stderr
