"""Output of any width: stacked on a narrow terminal, unwrapped in a pipe, one line when it cannot be written."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

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
    assert [line for line in wide if not line.startswith(copied)] == []


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

    assert ended.returncode == 1
    assert ended.stderr == (
        "netsheet: The output could not be written: No space left on device.\n"
        "  Free some space on the disk, then run the command again.\n"
    )
