"""Open a file with the program that the system uses for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from netsheet.errors import RefusedError

_PROGRAMS = {"darwin": ("open",)}
_ELSEWHERE = ("xdg-open", "gio open")


def open_file(path: Path) -> None:
    """Open a file as a double-click would, and do not wait for the program.

    Raises:
        RefusedError: when the system has nothing to open it with.
    """
    target = str(path.absolute())  # never taken for an option
    try:
        if sys.platform == "win32":
            os.startfile(target)  # noqa: S606  the system chooses the program
            return
        program = _find_program()
        if program is None:
            raise FileNotFoundError
        subprocess.Popen(  # noqa: S603  the system's own program, and a path as one word
            [*program, target],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise RefusedError(
            f"This system has no program set up to open {path.name}.", f"Open it yourself: {target}"
        ) from error


def _find_program() -> list[str] | None:
    for words in (command.split() for command in _PROGRAMS.get(sys.platform, _ELSEWHERE)):
        found = shutil.which(words[0])
        if found is not None:
            return [found, *words[1:]]
    return None
