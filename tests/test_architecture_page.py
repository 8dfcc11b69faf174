"""docs/architecture.md and CONTRIBUTING.md are true: the packages are those there are, and whatever is named exists."""

from __future__ import annotations

import re
from pathlib import Path

from netsheet.core.model import Settings
from netsheet.core.touch_facts import THREAD_DAYS

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "netsheet"
PAGE = (ROOT / "docs/architecture.md").read_text("utf-8")
LINK = re.compile(r"\]\(\.\./(tests/\w+\.py)#(\w+)\)")
SPAN = re.compile(r"`([\w/]+(?:\.py|/))(?:::(\w+))?`")


def section(title: str) -> str:
    return PAGE.partition(f"## {title}\n")[2].partition("\n## ")[0]


def test_every_invariant_leads_to_a_test_that_exists() -> None:
    _, _, *rows = section("What always holds, and the test that proves it").strip().splitlines()
    links = LINK.findall(PAGE)

    assert len(links) > 30
    assert [row for row in rows if not LINK.search(row)] == []
    for path, name in links:
        assert f"def {name}(" in (ROOT / path).read_text("utf-8"), f"{path}::{name}"


def test_every_module_and_function_named_exists() -> None:
    spans = SPAN.findall(PAGE)

    assert len(spans) > 60
    for path, name in spans:
        assert (PACKAGE / path).exists(), path
        if name:
            assert re.search(
                rf"^(?:def|class) {name}\b", (PACKAGE / path).read_text("utf-8"), re.MULTILINE
            ), f"{path}::{name}"


def test_every_file_and_test_that_contributing_names_exists() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    spans = re.findall(r"`(?:python )?([\w./]+(?:\.\w+|/))(?:::(\w+))?`", page)

    assert len(spans) > 30
    for path, name in spans:
        found = [ROOT / path] if "/" in path else list((PACKAGE / "core").rglob(path))
        assert found, path
        assert found[0].exists() or "NAME" in path, path
        if name:
            assert re.search(rf"^def {name}\b", found[0].read_text("utf-8"), re.MULTILINE), f"{path}::{name}"


def test_the_tables_of_packages_hold_every_package_and_no_other() -> None:
    named = re.findall(r"^\| `([\w/]+(?:\.py|/))` \|", section("The packages"), re.MULTILINE)
    top = {_spelled(path) for path in PACKAGE.iterdir() if _is_code(path)}
    core = {
        f"core/{_spelled(path)}" for path in (PACKAGE / "core").iterdir() if path.is_dir() and _is_code(path)
    }

    assert len(named) == len(set(named))
    assert set(named) == top | core


def _is_code(path: Path) -> bool:
    return (path / "__init__.py").exists() or (path.suffix == ".py" and not path.name.startswith("__"))


def _spelled(path: Path) -> str:
    return f"{path.name}/" if path.is_dir() else path.name


def test_the_figures_of_the_glossary_are_those_of_the_code() -> None:
    glossary, settings = section("Glossary"), Settings()

    assert f"after {THREAD_DAYS} days of silence" in glossary
    assert f"reply window ({settings.reply_window} days)" in glossary
    assert settings.dormant_after == 365
    assert settings.dormant_ties_a_week == 2
    assert "a year or more; two are suggested each week" in glossary
