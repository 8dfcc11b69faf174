"""Each claim in the safety pages leads to a test that exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = ["docs/safety.md", "SECURITY.md"]
LINK = re.compile(r"\]\(([^)#]+)(?:#(\w+))?\)")


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_to_a_test_that_exists(page: str) -> None:
    links = LINK.findall((ROOT / page).read_text("utf-8"))

    assert len(links) >= 9
    for target, name in links:
        path = ((ROOT / page).parent / target).resolve()
        assert path.is_file(), target
        if name:
            assert f"def {name}(" in path.read_text("utf-8"), f"{target}#{name}"


def test_every_promise_of_the_safety_page_has_its_test() -> None:
    text = (ROOT / "docs/safety.md").read_text("utf-8")
    promises = re.findall(r"^\* \*\*.*?(?=^\* |^\n|\Z)", text, re.MULTILINE | re.DOTALL)

    assert len(promises) >= 15
    assert [promise for promise in promises if "../tests/" not in promise] == []
