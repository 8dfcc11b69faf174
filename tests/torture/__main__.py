"""``python -m tests.torture [--short] [CHAPTER]...``: every trial, counted; exit 1 when anything was lost or left untried."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from tests.torture import child
from tests.torture.tally import HEADING

CHAPTERS = ("crash", "rivals", "hostile")


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(words: Sequence[str]) -> int:
    """Run the named chapters, or all; the exit code."""
    short = "--short" in words
    wanted = [word for word in words if not word.startswith("-")] or CHAPTERS
    child.warm_up()
    tried = lost = untried = 0
    started = time.monotonic()
    say(HEADING)
    for name in wanted:
        with tempfile.TemporaryDirectory(prefix="torture-") as folder:
            for tally in import_module(f"tests.torture.{name}").chapter(Path(folder).resolve(), short=short):
                say(str(tally))
                tried += tally.tried
                lost += len(tally.lost)
                untried += not tally.tried and not tally.may_be_untried
    say(f"{tried:,} trials in {time.monotonic() - started:.0f} s, {lost} lost")
    return 1 if lost or untried or not tried else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
