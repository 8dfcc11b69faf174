"""Tables of invented headings, one for each language: nearly all are understood, and none as something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.headings import read_as

TABLES = Path(__file__).parent / "reading" / "headings"


@pytest.mark.parametrize("language", sorted(path.stem for path in TABLES.glob("*.txt")))
def test_nearly_all_headings_of_a_language_are_understood_and_none_as_something_else(language: str) -> None:
    lines = (TABLES / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    wanted = [
        (heading, field)
        for field, _, texts in (line.partition(": ") for line in lines)
        for heading in texts.split("; ")
    ]
    read = [(heading, field, read_as(heading, field)) for heading, field in wanted]

    assert len(set(wanted)) >= 150
    assert [each for each in read if each[2] not in {each[1], None}] == []
    assert [each for each in read if each[2] is None][round(0.05 * len(read)) :] == []
