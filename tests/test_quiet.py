"""Commands that run by themselves: with --quiet they say nothing while all is well."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command_line import copy_of_sample, run


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    copy_of_sample("plain-log.xlsx", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("words", "made"),
    [
        (("refresh",), "plain-log.xlsx"),
        (("report",), "plain-log-report.html"),
        (("calendar",), "plain-log-calendar.ics"),
        (("draft",), "drafts/index.html"),
        (("overview", ".", "--out", "all.html"), "all.html"),
    ],
)
@pytest.mark.parametrize("quiet", ["--quiet", "-q"])
def test_a_command_that_writes_a_file_prints_nothing(
    words: tuple[str, ...], made: str, quiet: str, folder: Path
) -> None:
    outcome = run(*words, quiet)

    assert (outcome.exit_code, outcome.stdout, outcome.stderr) == (0, "", "")
    assert folder.joinpath(made).stat().st_size > 0


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("command", ["refresh", "report", "calendar", "draft", "due"])
def test_what_stops_it_is_said(command: str) -> None:
    outcome = run(command, "missing.xlsx", "--quiet")

    assert outcome.exit_code == 3
    assert outcome.stderr.startswith("netsheet: There is no file missing.xlsx")


@pytest.mark.usefixtures("folder")
def test_due_prints_the_list_where_something_is_due() -> None:
    assert run("due", "--quiet").stdout == run("due").stdout


def test_due_prints_nothing_where_nothing_is_due_and_all_could_be_read(tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_text("Name,Date,Notes\nAna Lopez,2026-03-15,first mail\n", encoding="utf-8")

    outcome = run("due", log, "--quiet", "--exit-code")

    assert (outcome.exit_code, outcome.stdout) == (0, "")
    assert "Nothing is due" in run("due", log).stdout


def test_due_says_that_something_could_not_be_read_even_when_nothing_is_due(tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_text(
        "Name,Date,Notes\nAna Lopez,2026-03-15,first mail\nBen Koch,30 Feb 2026,call\n", encoding="utf-8"
    )

    assert "1 day could not be read (B3)" in run("due", log, "--quiet").stdout
