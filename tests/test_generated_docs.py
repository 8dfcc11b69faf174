"""The pages of docs/ that are spelled from the code say what the code says."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs import generate


@pytest.mark.parametrize("name", sorted(generate.PAGES))
def test_a_generated_page_is_what_the_code_spells(name: str) -> None:
    page = generate.FOLDER / name
    assert page.read_text(encoding="utf-8") == generate.PAGES[name](), "run: make docs"


def test_a_page_is_written_only_when_it_has_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generate, "FOLDER", tmp_path)
    generate.main()
    page = tmp_path / "templates.md"
    first = page.stat().st_mtime_ns
    generate.main()
    assert page.read_text(encoding="utf-8").startswith("# Templates\n")
    assert page.stat().st_mtime_ns == first
