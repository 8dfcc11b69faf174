"""The Tab key: what each shell is offered, and what bash itself makes of it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from netsheet.cli import COMMANDS
from netsheet.core.columns.fields import FIELDS
from tests.command_line import copy_of_sample, run

BASH = shutil.which("bash")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one log, whose sheet has a name that no shell takes as it is."""
    log = copy_of_sample("two-sheets.xlsx", tmp_path).rename(tmp_path / "log.xlsx")
    book = openpyxl.load_workbook(log)
    book.worksheets[0].title = "My log's"
    book.save(log)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def asked(shell: str, line: str, word: int, folder: Path) -> str:
    """What netsheet answers a shell that completes a word of a line."""
    environment = {"_NETSHEET_COMPLETE": f"{shell}_complete", "COMP_WORDS": line, "COMP_CWORD": str(word)}
    return subprocess.run(
        [sys.executable, "-m", "netsheet"],
        env=os.environ | environment,
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    ).stdout


@pytest.mark.parametrize(
    ("shell", "answer"),
    [
        ("bash", "plain,My\\\\ log\\\\'s\n"),
        ("zsh", "plain\nMy log's\n_\n"),
        ("powershell", "plain\n'My log''s'\n_\n"),
    ],
)
def test_the_sheets_of_the_log_are_offered_as_the_shell_types_them(
    shell: str, answer: str, folder: Path
) -> None:
    assert asked(shell, "netsheet due log.xlsx --sheet my", 4, folder) == answer


def test_powershell_may_name_the_log_by_a_path_with_backslashes(folder: Path) -> None:
    (folder / r".\log.xlsx").write_bytes((folder / "log.xlsx").read_bytes())

    assert "'My log''s'" in asked("powershell", r"netsheet due .\log.xlsx --sheet ", 4, folder)


def test_zsh_is_offered_every_command_with_what_it_does(folder: Path) -> None:
    lines = asked("zsh", "netsheet ", 1, folder).splitlines()

    assert dict(zip(lines[1::3], lines[2::3], strict=True)) == COMMANDS


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_every_shell_gets_a_script_that_asks_netsheet(shell: str) -> None:
    script = run("completion", shell).stdout

    assert "_NETSHEET_COMPLETE" in script
    assert f"{shell}_complete" in script


def test_pwsh_is_powershell() -> None:
    assert run("completion", "pwsh").stdout == run("completion", "powershell").stdout


def test_the_help_says_for_each_shell_where_its_script_goes() -> None:
    text = run("completion", "--help").stdout

    assert re.findall(r"netsheet completion (\w+) (>>?) (\S+)", text) == [
        ("bash", ">>", "~/.bashrc"),
        ("zsh", ">>", "~/.zshrc"),
        ("fish", ">", "~/.config/fish/completions/netsheet.fish"),
        ("powershell", ">>", "$PROFILE"),
    ]


ASK = r"""
source script
compopt() { printf '%s\n' "files"; }
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _netsheet_completion netsheet; printf '%s\n' "${COMPREPLY[@]}"
"""


@pytest.mark.skipif(BASH is None or sys.platform == "win32", reason="bash is not here")
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        (["refr"], ["refresh"]),
        (["due", "l"], ["files", ""]),
        (["due", "--wi"], ["--within"]),
        (["due", "log.xlsx", "--sheet", ""], ["My\\ log\\'s", "People"]),
        (["due", "log.xlsx", "--sheet", "=", "P"], ["People"]),
        (["due", "--sheet", '"My'], ["My log's"]),
        (["due", "missing.xlsx", "--sheet", ""], [""]),
        (["draft", "--template", "nudge-"], ["nudge-1", "nudge-2", "nudge-note"]),
        (["draft", "--channel", "li"], ["LinkedIn", "LinkedIn\\ note"]),
        (["stats", "--by", "time"], ["time_of_day"]),
        (["templates", "sh"], ["show"]),
        (["templates", "show", "own"], ["own-words"]),
        (["settings", "--map", "Coffee", "=", "first_c"], ["first_contact"]),
        (["settings", "--map", '"Coffee=first_c'], ["Coffee=first_contact"]),
        (["settings", "--map", "Coffee", "="], [field.name for field in FIELDS]),
        (["no-such-command", "refr"], ["refresh"]),
        (["done", "log.xlsx", "e"], ["Elif\\ Çelik"]),
        (["done", "log.xlsx", "mo"], ["Mónica\\ Prieto"]),
        (["done", "log.xlsx", "Elif", "b"], ["Bruno\\ Salgado"]),
        (["done", "h"], ["Henry\\ Cole"]),
        (["done", '"Hen'], ["Henry Cole"]),
        (["done", "log."], ["files", ""]),
        (["close", "log.xlsx", "--row", "2", "he"], ["Henry\\ Cole"]),
        (["forget", "log.xlsx", "xyz"], [""]),
        (["log", "log.xlsx", "Elif", "th"], ["Thandiwe\\ Mokoena", "thanked"]),
        (["snooze", "missing.xlsx", ""], [""]),
    ],
)
def test_bash_offers(typed: list[str], offered: list[str], folder: Path) -> None:
    (folder / "templates").mkdir()
    (folder / "templates" / "own-words.j2").write_text("")
    (folder / "script").write_text(run("completion", "bash").stdout)
    command = folder / "netsheet"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m netsheet "$@"\n')
    command.chmod(0o755)

    answer = subprocess.run(
        [str(BASH), "-c", ASK, "ask", "netsheet", *typed],
        env=os.environ | {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"},
        check=True,
        capture_output=True,
        text=True,
    )

    assert answer.stdout.removesuffix("\n").split("\n") == offered
    assert answer.stderr == ""


def test_the_events_of_the_log_are_offered_where_one_is_meant(folder: Path) -> None:
    book = openpyxl.load_workbook("log.xlsx")
    events = book.create_sheet("Events")
    for row in (["Event", "Date"], ["Fair", "2026-05-20"], ["Jobs evening", "2026-05-21"]):
        events.append(row)
    book.save("log.xlsx")

    assert asked("zsh", "netsheet event log.xlsx J", 3, folder) == "plain\nJobs evening\n_\n"
    assert asked("zsh", "netsheet event j", 2, folder) == "plain\nJobs evening\n_\n"
