"""Any name in any encoding of the output: what cannot be spelled there ends no run, and JSON loses nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from tests.command_line import TODAY

NAME = "Zoë 👩‍💻 Łoś"
COMMANDS = [
    ["check", "--json"], ["check"], ["due"], ["due", "--json"], ["stats"], ["draft", "--dry-run"], ["draft"],
    ["refresh", "--dry-run"], ["refresh"], ["refresh", "--json"], ["backups"], ["settings"], ["settings", "--json"],
]  # fmt: skip
ALL_IN_ONE = """
    import json, sys
    from netsheet.__main__ import main
    log, lines = sys.argv[1:]
    for name, *words in json.loads(lines):
        sys.argv[1:] = [name, log, *words]
        try:
            main()
        except SystemExit as end:
            assert end.code in (0, 1, None), (words, end.code)
        print("ENDED", flush=True)
"""
OUTPUTS = {
    "a pipe of Windows": {"PYTHONIOENCODING": "cp1252"},
    "a terminal of old": {"PYTHONIOENCODING": "cp437"},
    "no language set": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
}


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Write a log whose file and people have names that few encodings can spell."""
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = NAME
    sheet.append(["Name", "Company", "Email", "Channel", "Date Sent", "Response"])
    sheet.append([NAME, "Kraków & Søn", "zoe@example.com", "E-mail", "2026-03-01", ""])
    sheet.append(["Bo 山田", "", "bo@example.com", "E-mail", "when?", ""])
    path = tmp_path / f"{NAME}.xlsx"
    workbook.save(path)
    return path


def ran(log: Path, lines: Sequence[Sequence[str]], output: dict[str, str]) -> bytes:
    """Run command lines on the log in one process, as ``netsheet`` does; return what was printed."""
    dated = [[*line, *([] if line[0] in {"backups", "settings"} else ["--today", TODAY])] for line in lines]
    ended = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(ALL_IN_ONE), log, json.dumps(dated)],
        env=os.environ | output,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (ended.returncode, ended.stderr) == (0, b"")
    return ended.stdout


@pytest.mark.parametrize("output", OUTPUTS.values(), ids=OUTPUTS)
def test_every_command_shows_what_it_can_and_ends_well(output: dict[str, str], log: Path) -> None:
    printed = ran(log, COMMANDS, output)

    assert printed.count(b"ENDED") == len(COMMANDS)
    assert json.loads(printed.partition(b"ENDED")[0])["sheet"] == NAME


def test_an_output_that_has_the_letters_gets_them(log: Path) -> None:
    assert NAME in ran(log, [["check"]], {"PYTHONIOENCODING": "utf-8"}).decode("utf-8")
    assert '"Zoë ??? ?o?"' in ran(log, [["check"]], {"PYTHONIOENCODING": "cp1252"}).decode("cp1252")


@pytest.mark.posix
def test_a_file_name_that_is_no_text_is_shown_as_far_as_it_is(log: Path) -> None:
    odd = log.rename(os.fsdecode(os.fsencode(log.parent) + b"/caf\xe9.xlsx"))

    assert ran(odd, [["refresh"]], {"PYTHONIOENCODING": "utf-8"}).startswith(b"caf?.xlsx")
