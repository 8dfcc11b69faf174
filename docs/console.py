"""Runs the commands that a page shows, and puts what they really print in their place.

A page shows commands in blocks of the language ``console``: a line that begins with "$ " is typed, the lines below it
are what it prints. "..." stands for what differs from one run to the next, or is left out. The commands of a page are
typed one after the other in one folder. Two comments, which a reader does not see, stand for what a person does:
``<!-- folder: my-log.xlsx = plain-log.xlsx -->`` begins a new folder with copies of samples, and
``<!-- cells: my-log.xlsx, Log: A2 = 2026-03-02; B2 = Ana López -->`` writes into a sheet. Everything happens as if it were
``TODAY``, in a window of 100 columns.
"""

from __future__ import annotations

import datetime as dt
import doctest
import os
import re
import shlex
import shutil
import subprocess
import sys
import warnings
from collections.abc import Callable
from pathlib import Path

import click
import openpyxl
from click.testing import CliRunner

from netsheet.cli import netsheet
from netsheet.resources import sample_workbooks

ROOT = Path(__file__).resolve().parents[1]
TODAY = "2026-03-16"
COLUMNS = 100
BLOCK = re.compile(r"^(?P<indent> *)```console\n(?P<body>.*?)^ *```$", re.MULTILINE | re.DOTALL)
FOLDER = re.compile(r"^<!-- folder:(?P<files>.*?)-->$", re.MULTILINE)
CELLS = re.compile(r"^<!-- cells: (?P<file>.+?), (?P<sheet>.+?): (?P<cells>.+) -->$", re.MULTILINE)
PROMPT = "$ "

INSTALLING = {"pipx install .", "pip install ."}
"""Not run here: the tests of packaging build the wheel, install it elsewhere and run its commands."""


def with_real_output(page: str, scratch: Path, *, show: Callable[[str], object] = lambda _: None) -> str:
    """Return a page with the real output of its commands, where the page shows something else.

    Args:
        page: the text of the page.
        scratch: an empty folder to work in.
        show: called with each command before it is run.
    """
    places = [match for pattern in (FOLDER, CELLS, BLOCK) for match in pattern.finditer(page)]
    desk = Desk(scratch)
    parts, written = [], 0
    for match in sorted(places, key=re.Match.start):
        if match.re is FOLDER:
            desk.clear(match["files"])
        elif match.re is CELLS:
            desk.write(**match.groupdict())
        else:
            parts += [page[written : match.start("body")], _block(match["body"], match["indent"], desk, show)]
            written = match.end("body")
    return "".join([*parts, page[written:]])


def commands_of(page: str) -> list[str]:
    """Every command that a page shows as typed."""
    return [
        line.strip().removeprefix(PROMPT)
        for match in BLOCK.finditer(page)
        for line in match["body"].splitlines()
        if line.strip().startswith(PROMPT)
    ]


def _block(body: str, indent: str, desk: Desk, show: Callable[[str], object]) -> str:
    """Run the commands of one block."""
    lines: list[str] = []
    typed: list[tuple[str, list[str]]] = []
    for line in body.splitlines():
        text = line.removeprefix(indent)
        if text.startswith(PROMPT):
            typed.append((text, []))
        elif typed:
            typed[-1][1].append(text)
        else:
            raise ValueError(f"A block of the language console begins with a command, not with: {text}")
    for command, shown in typed:
        show(command)
        real = desk.type(command.removeprefix(PROMPT))
        lines += [command, *(shown if matches(shown, real) else real)]
    return "".join(f"{indent}{line}".rstrip() + "\n" for line in lines)


def matches(shown: list[str], real: list[str]) -> bool:
    """Whether lines are the real ones, or stand for them with "..."."""
    want, got = ("".join(f"{line}\n" for line in lines) for lines in (shown, real))
    return doctest.OutputChecker().check_output(want, got, doctest.ELLIPSIS)


class Desk:
    """A folder to type commands in, with a home and a record of refreshes of its own."""

    def __init__(self, scratch: Path) -> None:
        self.scratch = scratch
        self.clear("")

    def clear(self, files: str) -> None:
        """Begin anew, with copies of samples: ``my-log.xlsx = plain-log.xlsx, other.xlsx = rich.xlsx``."""
        number = len(list(self.scratch.iterdir()))
        self.folder = self.scratch / str(number) / "folder"
        self.home = self.scratch / str(number) / "home"
        for place in (self.folder, self.home):
            place.mkdir(parents=True)
        for pair in filter(None, (part.strip() for part in files.split(","))):
            name, _, sample = (word.strip() for word in pair.partition("="))
            shutil.copy(sample_workbooks() / sample, self.folder / name)

    def write(self, file: str, sheet: str, cells: str) -> None:
        """Write cells and save, as a person does in a spreadsheet program."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # openpyxl says what it leaves out
            book = openpyxl.load_workbook(self.folder / file)
        for cell in cells.split(";"):
            address, _, text = (word.strip() for word in cell.partition("="))
            is_day = re.fullmatch(r"\d{4}-\d\d-\d\d", text)
            book[sheet][address] = dt.date.fromisoformat(text) if is_day else text
        book.save(self.folder / file)

    def type(self, command: str) -> list[str]:
        """Run a command and return the lines that it prints, errors among them, without blanks at their ends."""
        if command in INSTALLING:
            return []
        if command == "make demo":
            return _lines(self._make_demo())
        if command == "make test":
            return _lines(self._make_test())
        words = shlex.split(command)
        is_plain = words[0] == "netsheet" and not re.search(r"[|<>;&$*]", command)
        return _lines(self._netsheet(words[1:]) if is_plain else self._shell(command))

    @property
    def _environment(self) -> dict[str, str]:
        """The variables that decide how things look and where they are kept."""
        own = {"HOME": str(self.home), "XDG_STATE_HOME": str(self.home / "state"), "COLUMNS": str(COLUMNS)}
        return own | {"PATH": f"{self._programs()}{os.pathsep}{os.environ['PATH']}"}

    def _programs(self) -> Path:
        """A folder with netsheet as a program, for a shell."""
        folder = self.home / "bin"
        folder.mkdir(exist_ok=True)
        program = folder / "netsheet"
        program.write_text(f'#!/bin/sh\nexec {sys.executable} -m netsheet "$@"\n', encoding="utf-8")
        program.chmod(0o755)
        return folder

    def _netsheet(self, words: list[str]) -> str:
        """Run netsheet in this process; commands that know ``--today`` get it where it is not said."""
        if "--today" not in words and _knows_today(words):
            words = [*words, "--today", TODAY]
        before = Path.cwd()
        os.chdir(self.folder)
        try:
            result = CliRunner().invoke(netsheet, words, prog_name="netsheet", env=self._environment)
        finally:
            os.chdir(before)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result.output

    def _shell(self, command: str, *, folder: Path | None = None) -> str:
        done = subprocess.run(  # noqa: S602  the commands of our own pages
            command,
            shell=True,
            cwd=folder or self.folder,
            env=os.environ | self._environment,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        return done.stdout

    def _make_demo(self) -> str:
        """Type what ``make demo`` types once everything is installed, beginning with its copy of a sample."""
        shutil.copytree(sample_workbooks(), self.folder / "sample_workbooks")
        recipe = self._shell("make --no-print-directory --dry-run demo", folder=ROOT).splitlines()
        first = next(number for number, line in enumerate(recipe) if line.startswith("mkdir"))
        printed = ""
        for line in recipe[first:]:
            words = shlex.split(line)
            if Path(words[0]).stem == "netsheet":
                printed += f"{line}\n{self._netsheet(words[1:])}"
            else:
                printed += self._shell(line)
        return printed

    def _make_test(self) -> str:
        """Type what ``make test`` types, for the tests of one module: its last lines look as those of all tests do."""
        clean = {name: value for name, value in os.environ.items() if not name.startswith(("COV", "PYTEST"))}
        environment = clean | {"COVERAGE_FILE": str(self.home / "coverage"), "COLUMNS": str(COLUMNS)}
        printed = ""
        for arguments in (
            ("run", "-m", "pytest", "-p", "no:cacheprovider", "-n", "0", "tests/test_calendar.py"),
            ("combine", "--quiet"),
            ("report", "--fail-under", "0"),
        ):
            printed += subprocess.run(  # noqa: S603  our own words
                [sys.executable, "-m", "coverage", *arguments],
                cwd=ROOT,
                env=environment,
                check=True,
                text=True,
                stdout=subprocess.PIPE,
            ).stdout
        return printed


def _knows_today(words: list[str]) -> bool:
    if not words or "--help" in words:
        return False
    command = netsheet.get_command(click.Context(netsheet), words[0])
    return command is not None and any(param.name == "today" for param in command.params)


def _lines(printed: str) -> list[str]:
    """The lines of an output, as a page shows them: nothing at their ends, no blank ones before and after."""
    lines = [line.rstrip() for line in printed.splitlines()]
    while lines and not lines[0]:
        del lines[0]
    while lines and not lines[-1]:
        del lines[-1]
    return lines
