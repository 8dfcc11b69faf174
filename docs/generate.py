"""Writes the pages of docs/ that are spelled from the code: ``make docs`` or ``python -m docs.generate``.

To add a page: one entry in ``PAGES``, its name and what spells it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from docs.reading_pages import fields_page, findings_page
from netsheet.render.template_guide import template_guide
from netsheet.render.templates import load_templates
from netsheet.resources import bundled_templates

FOLDER = Path(__file__).resolve().parent


def templates_page() -> str:
    """Spell docs/templates.md."""
    return template_guide(load_templates(bundled_templates()).infos)


PAGES: Mapping[str, Callable[[], str]] = {
    "templates.md": templates_page,
    "fields.md": fields_page,
    "findings.md": findings_page,
}


def main() -> None:
    """Write each page that has changed."""
    for name, spell in PAGES.items():
        path, text = FOLDER / name, spell()
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
