"""Open a file with the program that the system uses for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from netsheet.errors import NoProgramError

_PROGRAMS = {"darwin": ("open",)}
_ELSEWHERE = ("xdg-open", "gio open")
_MOST_SECONDS: Final = 2.0
"""A program that cannot open the file ends with an error well within this time; one that shows the file may go on."""


def open_file(path: Path) -> None:
    """Open a file as a double-click would, and do not wait for the program to end.

    Raises:
        NoProgramError: when the system has nothing to open it with.
    """
    target = str(path.absolute())  # never taken for an option
    try:
        if sys.platform == "win32":
            os.startfile(target)  # noqa: S606  the system chooses the program
            return
        if _run(target):
            return
    except OSError as error:
        raise _no_program(path, target) from error
    raise _no_program(path, target)


def _run(target: str) -> bool:
    """Hand the file to the system's program; return whether there is one, and whether it took the file."""
    program = _find_program()
    if program is None:
        return False
    process = subprocess.Popen(  # noqa: S603  the system's own program, and a path as one word
        [*program, target],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return process.wait(_MOST_SECONDS) == 0
    except subprocess.TimeoutExpired:
        process.returncode = (
            0  # it shows the file and goes on alone: Python is not to warn that it was not waited for
        )
        return True


def _find_program() -> list[str] | None:
    for words in (command.split() for command in _PROGRAMS.get(sys.platform, _ELSEWHERE)):
        found = shutil.which(words[0])
        if found is not None:
            return [found, *words[1:]]
    return None


def _no_program(path: Path, target: str) -> NoProgramError:
    return NoProgramError(
        f"This system has no program set up to open {path.name}, or no desktop to show it.",
        f"Open it yourself: {target}",
    )
