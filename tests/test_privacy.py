"""What netsheet does not use stays out of everything it prints, writes or keeps beside the log itself."""

from __future__ import annotations

import io
import stat
import zipfile
from pathlib import Path

import openpyxl
import pytest

from netsheet.cli import COMMANDS
from netsheet.cli.export import WHAT
from netsheet.pipeline.calendar_file import calendar_path
from netsheet.pipeline.report import report_path
from tests.command_line import TODAY, Outcome, run

SECRET = "hunter2-Xyzzy-4711"  # noqa: S105 - planted, to be looked for
HEADINGS = [
    "Name",
    "Company",
    "Email",
    "Channel",
    "Date Sent",
    "Responded",
    "Bank PIN",
    "My thoughts on them",
]
ROWS: list[list[object]] = [
    ["Ana Lopez", "Orchid Labs", "ana@example.com", "Email", "2026-03-01", "", SECRET, SECRET],
    ["Ana Lopez", "Orchid Labs", "ana@example.com", "Email", "not a day", "", SECRET, SECRET],
    ["Bo Chen", "Birch Bank", "bo@example.com", "LinkedIn", "2026-02-20", "Yes", SECRET, f'="{SECRET}"'],
    ["Cy Dunn", "", "cy(at)example.com", "Phone", "31/31/2026", "maybe?", SECRET, SECRET],
]  # fmt: skip


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Write a log with a secret in columns that netsheet has no use for, and a sheet of other secrets."""
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    for row in (HEADINGS, *ROWS):
        sheet.append(row)
    workbook.create_sheet("Passwords").append([SECRET])
    events = workbook.create_sheet("Events")
    events.append(["Event", "Date", "Goal", "People to meet", "Ticket PIN"])
    events.append(["Spring fair", "2026-03-14", "", "Ana, Bo", SECRET])
    path = tmp_path / "log.xlsx"
    workbook.save(path)
    return path


def said(outcome: Outcome) -> str:
    return outcome.stdout + outcome.stderr


def connections(folder: Path) -> Path:
    """Write an export that names somebody of the log, and somebody else."""
    path = folder / "Connections.csv"
    path.write_text(
        "First Name,Last Name,Connected On\nAna,Lopez,09 Oct 2024\nJonas,Weil,09 Oct 2024\n", "utf-8"
    )
    return path


def everything(log: Path) -> dict[str, list[Outcome]]:
    """Run every command, as text and as JSON."""
    folder = log.parent
    return {
        "check": [run("check", log), run("check", log, "--json")],
        "due": [run("due", log), run("due", log, "--json")],
        "today": [run("today", log), run("today", log, "--minutes", 500, "--json")],
        "brief": [
            run("brief", log, "Ana"),
            run("brief", log, "Ana", "--json"),
            run("brief", log, "Ana", "--out", folder / "ana.html"),
        ],
        "event": [
            run("event", log),
            run("event", log, "fair", "--json"),
            run("event", log, "fair", "--out", folder / "fair.html"),
            run("event", log, "fair", "--met", "Ana, Zed Moss", "--new", "--json"),
            run("event", log, "fair", "--done"),
        ],
        "stats": [run("stats", log), run("stats", log, "--json")],
        "export": [
            run("export", log, "--what", what, "--format", file_format)
            for what in WHAT
            for file_format in ("csv", "json")
        ],
        "import": [
            run("import", log, connections(folder)),
            run("import", log, connections(folder), "--json"),
        ],
        "draft": [run("draft", log, "--out", folder / "drafts", "--format", "eml,txt")],
        "report": [run("report", log), run("report", log, "--json")],
        "calendar": [run("calendar", log), run("calendar", log, "--json")],
        "watch": [run("watch", log.parent / "missing" / "log.xlsx")],
        "open": [run("open", log.with_name("missing.xlsx"))],
        "refresh": [
            run("refresh", log, "--dry-run"),
            run("refresh", log, "--check"),
            run("refresh", log),
            run("refresh", log, "--json", today="2026-04-01"),
        ],
        "done": [run("done", log, "Ana"), run("done", log, "Bo", "--json"), run("done", log, "nobody")],
        "log": [run("log", log, "Bo", "replied"), run("log", log, "Bo", "wrote", "--on", "Bo")],
        "snooze": [run("snooze", log, "Ana", "2 weeks"), run("snooze", log, "--old", "2 weeks", "--json")],
        "close": [run("close", log, "Bo", "--json")],
        "reopen": [run("reopen", log, "Bo")],
        "add": [run("add", log, "Zoe Marsh"), run("add", log, "Yan Novak", "--json")],
        "journal": [run("journal", log, "a good day")],
        "forget": [run("forget", log, "Bo", typed="y\n"), run("forget", log, "Ana", "--yes", "--json")],
        "settings": [run("settings", log), run("settings", log, "--json")],
        "backups": [run("backups", log), run("backups", log, "--json")],
        "undo": [run("undo", log), run("undo", log, "--to", folder / "before.xlsx")],
        "init": [run("init", log)],
        "referrals": [run("referrals", log), run("referrals", log, "--json")],
        "introductions": [run("introductions", log), run("introductions", log, "--json")],
        "share": [run("share", log), run("share", log, "--json")],
        "digest": [run("digest", log), run("digest", log, "--names", "--json")],
        "anonymize": [run("anonymize", log, folder / "twin.xlsx")],
        "overview": [run("overview", log), run("overview", log, "--json")],
        "templates": [run("templates", "list")],
        "completion": [run("completion", "bash")],
    }


def test_no_command_prints_a_value_of_a_column_that_it_does_not_use(log: Path) -> None:
    outcomes = everything(log)

    assert set(outcomes) == set(COMMANDS)
    for name, each in outcomes.items():
        for outcome in each:
            assert SECRET not in said(outcome), name


def test_no_draft_and_no_sheet_of_netsheet_s_holds_one(log: Path) -> None:
    drafts = log.parent / "drafts"
    run("draft", log, "--out", drafts, "--format", "eml,txt")
    before = zipfile.ZipFile(io.BytesIO(log.read_bytes())).namelist()
    run("refresh", log)

    run("report", log)
    run("calendar", log)
    written = [path for path in drafts.rglob("*") if path.is_file()] if drafts.exists() else []
    written += [report_path(log), calendar_path(log)]
    assert all(SECRET.encode() not in path.read_bytes() for path in written)
    with zipfile.ZipFile(log) as archive:
        added = [name for name in archive.namelist() if name not in before]
        assert any("worksheets" in name for name in added)
        assert all(SECRET.encode() not in archive.read(name) for name in added)


@pytest.mark.posix
def test_beside_the_copies_of_the_log_the_state_folder_holds_no_value_of_it(
    log: Path, own_state_folder: Path
) -> None:
    run("refresh", log)
    run("refresh", log)  # which keeps what it found

    files = [path for path in own_state_folder.rglob("*") if path.is_file()]
    notes = [path for path in files if path.suffix != ".xlsx"]
    assert len(files) > len(notes) > 0
    for path in notes:
        content = path.read_text("utf-8")
        assert not any(word in content for word in (SECRET, "Ana", "Orchid", "example.com"))
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


def test_an_error_about_the_log_shows_none_either(log: Path) -> None:
    data = log.read_bytes()
    log.write_bytes(data[: len(data) // 2])
    assert SECRET not in said(run("refresh", log))

    log.write_bytes(data)
    log.with_name("~$log.xlsx").write_bytes(b"\x03Ana")
    assert SECRET not in said(run("refresh", log))
    assert run("refresh", log, "--today", TODAY).exit_code == 4
