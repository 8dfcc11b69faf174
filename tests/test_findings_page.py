"""What docs/findings.md and docs/fields.md tell, and that nothing is missing from them."""

from __future__ import annotations

import re
from pathlib import Path

import netsheet.core
from docs.reading_pages import fields_page, findings_page
from netsheet.core.columns.aliases import ALIASES
from netsheet.core.columns.fields import FIELDS
from netsheet.core.finding_kind import SEVERITY_WORDS
from netsheet.core.findings import FINDING_KINDS, KIND_BY_CODE

CORE = Path(netsheet.core.__file__).parent


def test_each_code_has_a_section_with_its_meaning_and_an_example() -> None:
    page = findings_page()
    for kind in FINDING_KINDS:
        (section,) = (part for part in page.split("\n## ") if part.startswith(f"{kind.code}\n"))

        assert kind.explanation in section
        assert kind.example in section
        assert f"**{SEVERITY_WORDS[kind.severity].capitalize()}.**" in section


def test_each_code_is_told_once_and_used_somewhere() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in CORE.rglob("*.py"))

    assert len(KIND_BY_CODE) == len(FINDING_KINDS)
    for code in KIND_BY_CODE:
        assert len(re.findall(f'"{code}"', source)) >= 2, f"{code} is never found"


def test_each_code_is_known_to_a_test() -> None:
    tests = "\n".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.rglob("*.py"))

    assert [code for code in KIND_BY_CODE if f'"{code}"' not in tests] == []


def test_each_field_tells_its_meaning_and_its_headings() -> None:
    page = fields_page()
    sections = {part.partition("\n")[0]: part.partition("\n#")[0] for part in page.split("\n### ")[1:]}
    for field in FIELDS:
        assert f"| {field.meaning} |" in page
        assert ALIASES[field.name].split(";")[0].strip() in sections[field.name]


def test_no_sentence_of_a_finding_is_left_with_a_gap_in_braces() -> None:
    assert not re.search(r"[{}]", findings_page())
