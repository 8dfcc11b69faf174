"""Writes what the code knows into the pages: ``make docs`` or ``python -m docs.generate``.

Pages of ``PAGES`` are written from the code as a whole: to add one, its name and what writes it. In all others, and in
the README, the commands are run and what they print is put below them where it has changed.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from docs.command_page import commands_page
from docs.console import BLOCK, with_real_output
from docs.python_page import python_page
from docs.reading_pages import fields_page, findings_page
from docs.settings_page import settings_page
from docs.templates_page import templates_page

FOLDER = Path(__file__).resolve().parent


PAGES: Mapping[str, Callable[[], str]] = {
    "commands.md": commands_page,
    "settings.md": settings_page,
    "templates.md": templates_page,
    "fields.md": fields_page,
    "findings.md": findings_page,
    "python.md": python_page,
}


def pages_with_commands() -> list[Path]:
    """The README and the pages of docs/ that show commands and what they print."""
    pages = [FOLDER.parent / "README.md", *sorted(FOLDER.glob("*.md"))]
    return [page for page in pages if page.exists() and BLOCK.search(page.read_text(encoding="utf-8"))]


def main() -> None:
    """Write each page that has changed."""
    for name, spell in PAGES.items():
        _write(FOLDER / name, spell())
    for page in pages_with_commands():
        with tempfile.TemporaryDirectory() as scratch:
            _write(page, with_real_output(page.read_text(encoding="utf-8"), Path(scratch), show=print))


def _write(path: Path, text: str) -> None:
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
