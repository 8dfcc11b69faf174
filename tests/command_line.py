"""The real command line in tests: run a command on a copy of a sample, see what it printed and wrote."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from netsheet.cli import netsheet
from netsheet.resources import sample_workbooks

TODAY = "2026-03-16"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a command did."""

    exit_code: int
    stdout: str
    stderr: str

    @property
    def document(self) -> dict[str, Any]:
        """The JSON document that was printed."""
        parsed: dict[str, Any] = json.loads(self.stdout)
        return parsed


DATED = frozenset(
    {"refresh", "check", "due", "stats", "draft", "init", "export", "import", "report", "today", "brief"}
    | {"overview", "digest", "anonymize"}
    | {"done", "log", "snooze", "close", "reopen", "journal", "forget", "add"}
    | {"referrals", "introductions", "share", "calendar", "event"}
)
"""The commands that know ``--today``."""


def run(*arguments: object, today: str = TODAY, typed: str | None = None) -> Outcome:
    """Run ``netsheet``; anything but a clean exit is raised. Commands that know ``--today`` get it.

    ``typed`` is what the user answers when they are asked.
    """
    words = [str(argument) for argument in arguments]
    if words and words[0] in DATED and "--today" not in words:
        words += ["--today", today]
    result = CliRunner().invoke(netsheet, words, prog_name="netsheet", input=typed)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Outcome(exit_code=result.exit_code, stdout=result.stdout, stderr=result.stderr)


def copy_of_sample(name: str, folder: Path) -> Path:
    """Copy one of the bundled samples into a folder."""
    return Path(shutil.copy(sample_workbooks() / name, folder / name))
