"""Tables of headings by people who have not seen the aliases: nearly all are read, and none as something else."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netsheet.core.columns.fields import FIELD_BY_NAME
from netsheet.core.columns.samples import fits, take_sample
from netsheet.core.languages.all_languages import LANGUAGES, lines_of
from tests.headings import CELLS, read_as
from tests.headings.unseen import TABLES, Line, missed, read_line, read_table, wrong

EIGHT = {"de", "en", "es", "fr", "it", "nl", "pl", "pt"}


@pytest.mark.parametrize("path", sorted(TABLES.glob("*.tsv")), ids=lambda path: path.stem)
def test_nearly_all_unseen_headings_are_read_and_none_as_something_else(path: Path) -> None:
    lines = read_table(path)
    not_read = [line.heading for line in missed(lines)]

    assert len({line.heading for line in lines}) >= (150 if path.stem in EIGHT else 40)
    assert [(line.heading, line.read) for line in wrong(lines)] == []
    assert not_read[round(0.05 * len(lines)) :] == []


def test_the_fields_are_listed_for_those_who_write_a_table() -> None:
    listed = (TABLES.parent / "README.md").read_text(encoding="utf-8").partition("## The fields")[2]

    assert set(FIELD_BY_NAME) <= set(re.findall(r"[a-z_]+", listed))


def test_a_line_of_a_table_names_the_fields_and_the_cells() -> None:
    line = read_line("Angeschrieben?\tdate | is_sent\t2026-05-04 | | 7 | Ida Brook")

    assert line == Line(
        heading="Angeschrieben?", fields=("date", "is_sent"), cells=(dt.date(2026, 5, 4), "", 7, "Ida Brook")
    )


def test_a_heading_is_missed_when_it_is_not_used_and_wrong_when_it_is_read_as_something_else() -> None:
    lines = tuple(
        map(
            read_line,
            ("Company\tcompany", "Qwertz\tcompany\tred | blue | green", "Email\tphone\ta@b.example"),
        )
    )

    assert [line.heading for line in missed(lines)] == ["Qwertz"]
    assert [line.heading for line in wrong(lines)] == ["Email"]


@pytest.mark.parametrize("line", ["Name\tnames", "Dog's name\t-"])
def test_a_line_that_cannot_be_judged_is_an_error(line: str) -> None:
    with pytest.raises(ValueError, match=r"field|needs cells"):
        read_line(line)


FILLED = [kind for kind, cells in CELLS.items() if "" not in cells]
WORDS = sorted({word for text in LANGUAGES.values() for _, words in lines_of(text) for word in words.split()})


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join), st.sampled_from(FILLED))
def test_whatever_a_heading_is_made_of_it_is_read_as_nothing_that_its_cells_contradict(
    heading: str, kind: str
) -> None:
    read = read_as(heading, kind)

    assert read is None or read in MARKED or fits(read, take_sample(list(CELLS[kind])))


MARKED = {"date", "is_sent"}
"""Fields of days that marks may stand for: "x" below "Sent"."""
