"""Each claim in the safety pages leads to a test that exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from netsheet.files.backups import KEPT_COUNT
from netsheet.lossless import package, xml_text
from netsheet.workbook import sheet_facts
from tests.lowest import dependencies
from tests.torture import crash, hostile

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


@pytest.mark.parametrize(
    ("page", "claim"),
    [
        ("SECURITY.md", f"At most {package.MOST_MEMBERS:,} members and {(package.MOST_UNPACKED + 1) >> 30} GiB unpacked"),
        ("SECURITY.md", f"over {package.SUSPICIOUS_SIZE >> 20} MiB a member may unpack to {package.SUSPICIOUS_RATIO} times"),
        ("SECURITY.md", f"elements nest {xml_text.DEEPEST} deep"),
        ("SECURITY.md", f"further apart than {sheet_facts.MOST_EMPTY_CELLS // 10**6} million cells"),
        ("SECURITY.md", f"within {hostile.MOST_SECONDS} s and {hostile.GIBIBYTE >> 30} GiB"),
        ("SECURITY.md", f"{['five', 'six', 'seven', 'eight'][len(dependencies()) - 5]}, with lower bounds"),
        ("docs/safety.md", f"within {hostile.MOST_SECONDS} seconds and {hostile.GIBIBYTE >> 30} GiB of memory"),
        ("docs/safety.md", f"{crash.RANDOM_KILLS + crash.COLD_KILLS} times at random moments"),
        ("docs/safety.md", f"the last {KEPT_COUNT} times"),
    ],
)  # fmt: skip
def test_every_figure_of_the_safety_pages_is_that_of_the_code(page: str, claim: str) -> None:
    assert claim in " ".join((ROOT / page).read_text("utf-8").split())
