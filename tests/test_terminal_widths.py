"""Output of any width: stacked on a narrow terminal, unwrapped in a pipe, one line when it cannot be written."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from netsheet.present.narrow import NARROW, fitted
from tests.command_line import copy_of_sample, run


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize("command", ["due", "stats", "check", "draft", "refresh"])
def test_no_line_is_wider_than_the_terminal_but_a_path_or_a_command_to_copy(
    command: str, columns: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", str(columns))

    lines = [line.rstrip() for line in run(command, log.name).stdout.splitlines()]

    wide = [line for line in lines if len(line) > columns]
    copied = ("  netsheet ", "Copy of the old file: ", "Read and copy them here: ", "Next: netsheet ")
    assert [line for line in wide if not line.startswith(copied) and len(line.split()) > 1] == []


@pytest.mark.parametrize("columns", [20, 40])
@pytest.mark.parametrize("command", ["due", "today", "stats", "check", "refresh"])
def test_a_narrow_terminal_gets_every_word_and_no_line_too_long(
    command: str, columns: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path)
    wide = run("due", log).stdout if command == "due" else ""
    monkeypatch.setenv("COLUMNS", str(columns))

    shown = run(command, log).stdout

    tables = [line for line in shown.splitlines() if line.startswith("  ") and "netsheet" not in line]
    assert tables
    assert max(map(len, tables)) <= columns
    for name in ("Beatriz Coelho", "Leila Haddad") if wide else ():
        assert name in " ".join(shown.split())


FIRST_HOUR = (
    ("init", "new.xlsx"),
    ("check", "log.xlsx"),
    ("refresh", "log.xlsx"),
    ("refresh", "log.xlsx"),
    ("due", "log.xlsx", "--limit", "3"),
    ("today", "log.xlsx"),
    ("stats", "log.xlsx"),
    ("draft", "log.xlsx", "--limit", "1"),
    ("draft", "log.xlsx", "--limit", "1"),
    ("settings", "log.xlsx", "--map", "Notes=details"),
    ("settings", "log.xlsx", "--unmap", "Notes"),
    ("settings", "log.xlsx", "--map", "Notez=details"),
    ("log", "log.xlsx", "Rania", "replied"),
    ("snooze", "log.xlsx", "Wen", "2 weeks"),
    ("close", "log.xlsx", "Marek"),
    ("add", "log.xlsx", "Yan Novak"),
    ("digest", "log.xlsx"),
    ("introductions", "log.xlsx"),
    ("referrals", "log.xlsx"),
    ("share", "log.xlsx"),
    ("report", "log.xlsx"),
    ("calendar", "log.xlsx"),
    ("overview", "."),
    ("backups", "log.xlsx"),
    ("undo", "log.xlsx"),
    ("due", "missing.xlsx"),
    ("refresh", "log.csv"),
    ("due", "log.xlsx", "--limitt", "3"),
    ("nosuch",),
    (),
    ("--help",),
    ("refresh", "--help"),
    ("templates", "copy", "--help"),
)


@pytest.mark.parametrize("columns", [20, 30, 40])
def test_on_a_narrow_terminal_only_a_word_or_a_command_to_copy_is_longer_than_a_line(
    columns: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", str(columns))
    copy_of_sample("plain-log.xlsx", tmp_path).rename("log.xlsx")
    Path("log.csv").write_text("Name,Date\nAna Lopez,2026-03-01\n", encoding="utf-8")

    long = [
        (words, line)
        for words in FIRST_HOUR
        for outcome in [run(*words)]
        for line in (outcome.stdout + outcome.stderr).splitlines()
        if cell_len(line.rstrip()) > columns
    ]

    command = re.compile(r" +(Example: +)?netsheet |Usage: netsheet [a-z ]+$")
    assert [each for each in long if len(each[1].split()) > 1 and not command.match(each[1])] == []


@given(text=st.text("ab :.-*\n日", max_size=200), width=st.integers(10, 200))
def test_a_fitted_text_has_the_same_words_and_only_long_words_past_the_edge(text: str, width: int) -> None:
    shown = fitted(text, width)

    assert shown.split() == text.split()
    if width < NARROW:
        assert all(cell_len(line) <= width or len(line.split()) == 1 for line in shown.split("\n"))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("  -> Type a date such as 12 Mar.", ["  -> Type a date such as", "     12 Mar."]),
        ("To take it back: netsheet undo log.xlsx", ["To take it back:", "  netsheet undo log.xlsx"]),
        (
            "  To see it, type: netsheet due log.csv. Or save it as .xlsx.",
            ["  To see it, type:", "  netsheet due log.csv", "  Or save it as .xlsx."],
        ),
    ],
)
def test_lines_that_go_on_are_indented_and_commands_have_their_own(text: str, lines: list[str]) -> None:
    assert fitted(text, 24).split("\n") == lines


def test_into_a_pipe_each_row_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path)
    monkeypatch.delenv("COLUMNS")

    lines = run("due", log).stdout.splitlines()

    row = next(line for line in lines if "Matteo Ricci" in line)
    assert "Matteo Ricci, Sorrel Finance" in row
    assert row.rstrip().endswith("No reply 5 working days after your e-mail of 9 Mar; reminder 1 of 2.")


def test_into_a_pipe_no_table_is_stretched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path)
    monkeypatch.delenv("COLUMNS")

    assert max(map(len, run("draft", log).stdout.splitlines())) < 500
    assert max(map(len, run("templates", "list").stdout.splitlines())) < 500


@pytest.mark.posix
@pytest.mark.parametrize("words", [("due",), ("stats", "--json"), ("--help",)])
def test_output_to_a_full_disk_ends_with_one_line_and_what_to_do(
    words: tuple[str, ...], tmp_path: Path
) -> None:
    if not os.path.exists("/dev/full"):  # noqa: PTH110  a device
        pytest.skip("this system has no /dev/full")
    log = copy_of_sample("plain-log.xlsx", tmp_path)
    command = [sys.executable, "-m", "netsheet", *words, *([] if "--help" in words else [str(log)])]

    with open("/dev/full", "w", encoding="utf-8") as full:  # noqa: PTH123
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)

    assert ended.returncode == 5
    assert ended.stderr == (
        "netsheet: The output could not be written: No space left on device.\n"
        "  Free some space on the disk, then run the command again.\n"
    )


@pytest.mark.posix
def test_a_refresh_whose_output_is_closed_is_done_all_the_same(tmp_path: Path) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path)
    before = log.read_bytes()
    command = ["sh", "-c", 'exec "$0" -m netsheet refresh "$1" >&-', sys.executable, str(log)]

    ended = subprocess.run(command, stderr=subprocess.PIPE, text=True, check=False)

    assert (ended.returncode, ended.stderr) == (0, "")
    assert log.read_bytes() != before
