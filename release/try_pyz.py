"""Runs the file of dist in an empty place: no packages, no settings, no folder of this project, only Python.

A new log is made, and a log with people is refreshed, listed and drafted for.  python -m release.try_pyz
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from release.make_pyz import DIST

SAMPLE = Path("sample_workbooks/plain-log.xlsx")
TODAY = "2026-03-16"
STEPS = (
    ((), "All commands: netsheet --help"),
    (("init", "new.xlsx", "--today", TODAY), "Created new.xlsx"),
    (("refresh", "new.xlsx", "--today", TODAY), "0 people"),
    (("refresh", "log.xlsx", "--today", TODAY), "netsheet checked that everything else is unchanged."),
    (("due", "log.xlsx", "--today", TODAY), "Now (18)"),
    (("draft", "log.xlsx", "--today", TODAY), "18 drafts written"),
)
"""What is typed, and what has to be in the answer."""


def run_alone(file: Path, words: tuple[str, ...], folder: Path) -> str:
    """Run the file with Python alone, and return what it prints.

    Raises:
        SystemExit: when it ends with an error.
    """
    needed = {name: os.environ[name] for name in ("SYSTEMROOT", "COMSPEC") if name in os.environ}  # Windows
    home = str(folder / "home")
    python = Path(sys.base_prefix) / ("python.exe" if os.name == "nt" else "bin/python3")
    ended = subprocess.run(  # noqa: S603  our own words
        [str(python), "-I", str(file), *words],
        cwd=folder,
        env={**needed, "HOME": home, "USERPROFILE": home, "LOCALAPPDATA": home, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if ended.returncode:
        sys.exit(f"{file.name} {' '.join(words)}: {ended.stderr}")
    return " ".join(ended.stdout.split())


def main() -> None:
    """Try every step, and stop at the first one that does not do what it should."""
    [file] = DIST.glob("netsheet-*.pyz")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "home").mkdir()
        alone = Path(shutil.copy(file, folder))
        shutil.copy(SAMPLE, folder / "log.xlsx")
        for words, said in STEPS:
            answer = run_alone(alone, words, folder)
            if said not in answer:
                sys.exit(f"{file.name} {' '.join(words)} does not say “{said}”: {answer}")
        if not (folder / "drafts" / "index.html").is_file():
            sys.exit(f"{file.name} draft has made no page.")
    print(f"{file} runs with Python alone.")


if __name__ == "__main__":
    main()
