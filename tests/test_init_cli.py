"""``netsheet init`` through the command line: a ready log where it was asked for, and nothing written over."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from openxml_audit import OpenXmlValidator

from tests.command_line import run

SHEETS = ["Log", "People", "Goals", "Breaks", "Netsheet Settings", "Lists", "How to"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        ((), "networking-log.xlsx"),
        (("mine.xlsx",), "mine.xlsx"),
        (("mine",), "mine.xlsx"),
        (("Mine.XLSX",), "Mine.XLSX"),
        (("march.2026",), "march.2026.xlsx"),
        (("Aña López.xlsx",), "Aña López.xlsx"),
        ((".",), "networking-log.xlsx"),
        (("there",), "there/networking-log.xlsx"),
        (("there/mine.xlsx",), "there/mine.xlsx"),
    ],
)
def test_the_log_is_made_where_it_was_asked_for(folder: Path, typed: tuple[str, ...], made: str) -> None:
    (folder / "there").mkdir()

    outcome = run("init", *typed)

    assert outcome.exit_code == 0
    assert sorted(openpyxl.load_workbook(folder / made).sheetnames) == sorted(SHEETS)
    name = f'"{made}"' if " " in made else made
    assert outcome.stdout == (
        f"Created {name}. Open it in Excel or LibreOffice, add the first person, and save. Then type:\n"
        f"  netsheet refresh {name}\n"
    )


@pytest.mark.parametrize(
    ("typed", "optional"),
    [
        ("events,dates", ["Events", "Dates"]),
        (" Companies , resources,", ["Companies", "Resources"]),
        ("all", ["Goals", "Breaks", "Events", "Dates", "Companies", "Resources"]),
        ("none", []),
    ],
)
def test_the_optional_sheets_are_those_that_are_asked_for(
    folder: Path, typed: str, optional: list[str]
) -> None:
    assert run("init", "log.xlsx", "--with", typed).exit_code == 0
    refreshed = run("refresh", "log.xlsx", "--json")

    names = openpyxl.load_workbook(folder / "log.xlsx").sheetnames
    assert (
        names[:-1]
        == ["Log", "People", *optional, "Netsheet Settings", "How to", "Lists", "Netsheet Summary"][
            : len(names) - 1
        ]
    )
    assert refreshed.document["findings_count"] == 0


def test_an_unknown_optional_sheet_is_named(folder: Path) -> None:
    outcome = run("init", "log.xlsx", "--with", "events,party")

    assert outcome.exit_code == 2
    assert "There is no optional sheet “party”." in outcome.stderr
    assert "goals, breaks, events, dates, companies, resources" in outcome.stderr
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("typed", "exit_code", "message", "hint"),
    [
        pytest.param("taken.xlsx", 5, "taken.xlsx already exists, so netsheet did not write to it", "Choose another name.", id="taken"),
        pytest.param("taken", 5, "taken.xlsx already exists, so netsheet did not write to it", "Choose another name.", id="taken, short"),
        pytest.param("nowhere/mine.xlsx", 5, "There is no folder nowhere.", "Create the folder first, or put the log here: netsheet init mine.xlsx", id="no folder"),
        pytest.param("no where/my log", 5, "There is no folder no where.", 'Create the folder first, or put the log here: netsheet init "my log.xlsx"', id="spaces"),
        pytest.param("taken.xlsx/mine.xlsx", 5, "There is no folder taken.xlsx.", "Create the folder first, or put the log here: netsheet init mine.xlsx", id="a file as folder"),
        pytest.param("mine.csv", 3, "A new log is an .xlsx or .ods file, not .csv.", "Type: netsheet init mine.xlsx", id="csv"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told_in_two_lines(
    folder: Path, typed: str, exit_code: int, message: str, hint: str
) -> None:
    (folder / "taken.xlsx").write_bytes(b"mine")

    outcome = run("init", typed)

    assert (outcome.exit_code, outcome.stdout) == (exit_code, "")
    assert outcome.stderr == f"netsheet: {message}\n  {hint}\n"
    assert [(path.name, path.read_bytes()) for path in folder.iterdir()] == [("taken.xlsx", b"mine")]


def test_a_new_log_refreshes_at_once_and_then_stays_as_it_is(folder: Path) -> None:
    run("init", "log.xlsx")

    first, second = run("refresh", "log.xlsx", "--json"), run("refresh", "log.xlsx", "--json")

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert (first.document["changed"], first.document["findings_count"]) == (True, 0)
    assert second.document["changed"] is False
    assert [error.description for error in OpenXmlValidator().validate(folder / "log.xlsx").errors] == []
    assert run("check", "log.xlsx").exit_code == 0


def test_a_new_log_has_nobody_yet_and_says_what_to_do(folder: Path) -> None:
    run("init", "log.xlsx")

    outcome = run("due", "log.xlsx")

    assert outcome.stdout == (
        "There is nobody in the log yet. Add the first person, save, and run this again.\n"
    )
    assert run("due", "log.xlsx", "--json").document["items"] == []
    assert sorted(path.name for path in folder.iterdir()) == ["log.xlsx"]


@pytest.mark.libreoffice
def test_libreoffice_prints_every_sheet_of_a_refreshed_new_log(folder: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        assert not os.environ.get("NETSHEET_REQUIRE_LIBREOFFICE"), "LibreOffice is missing"
        pytest.skip("LibreOffice is not installed")
    run("init", "log.xlsx")
    run("refresh", "log.xlsx")

    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "log.xlsx"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)

    assert (folder / "log.pdf").read_bytes().startswith(b"%PDF")
