"""A log without the people: names that are words netsheet knows, in places where netsheet reads no name."""

from __future__ import annotations

import datetime as dt
import random
import re
from pathlib import Path

import pytest

from netsheet.core.anonymous.known_words import WORD, known_words
from netsheet.core.anonymous.same_meaning import (
    needless_in_heading,
    needless_in_label,
    needless_in_sheet_name,
    needless_words,
)
from netsheet.core.grid import CellValue
from netsheet.core.text import fold
from netsheet.engines import read_workbook
from netsheet.pipeline.anonymize import anonymize
from netsheet.pipeline.opened import open_log
from tests.a_class import save_sheets
from tests.test_anonymize import other_texts

TODAY = dt.date(2026, 6, 15)
HEADINGS = ["Name", "Company", "Date sent", "Status"]
PERSON = ["Zelda Quine", "Vexbank", dt.date(2026, 6, 2), "Sent"]


def twin_of(log: Path) -> Path:
    out = log.with_name("twin.xlsx")
    anonymize(open_log(log, today=TODAY), out, chance=random.Random(1))  # noqa: S311  a test may be foreseen
    return out


def words_of(file: Path) -> set[str]:
    sheets = read_workbook(file.read_bytes()).sheets
    texts = (str(value) for sheet in sheets for row in (*sheet.rows, [sheet.name]) for value in row)
    return {fold(word) for text in texts for word in WORD.findall(text)}


def test_names_that_are_known_words_are_in_no_title_heading_sheet_name_or_line_below(tmp_path: Path) -> None:
    names = {"ben", "sam", "ana", "joy", "summer", "hope", "art"}
    assert names <= known_words()
    log = save_sheets(
        tmp_path / "log.xlsx",
        {
            "Ben and Sam": [
                ["Job search of Ben, for Ana"],
                ["Coach: Joy Summer"],
                [],
                [*HEADINGS, "Sam", "Hope thinks"],
                [*PERSON, "x", "good"],
                [*PERSON[:3], "waiting for Joy", "x", ""],
                [],
                ["Total for Art", 2],
            ]
        },
    )

    assert not names & words_of(twin_of(log))


def test_names_that_are_known_words_are_in_no_sheet_that_looks_like_the_log(tmp_path: Path) -> None:
    log = save_sheets(
        tmp_path / "log.xlsx",
        {
            "Mark": [HEADINGS, PERSON, PERSON],
            "Sam": [HEADINGS, ["Joy Summer", "Target", dt.date(2026, 5, 2), "Sent"]],
            "Ben": [HEADINGS, ["April June", "Hope", dt.date(2026, 5, 3), "Sent"]],
        },
    )
    twin = twin_of(log)

    assert not {"sam", "joy", "summer", "target", "ben", "april", "june", "hope"} & words_of(twin)
    findings = [finding.code for finding in open_log(log, today=TODAY).findings]
    assert findings.count("sheet-not-read") == 2


def test_names_that_are_known_words_are_in_no_text_of_a_small_table(tmp_path: Path) -> None:
    log = save_sheets(
        tmp_path / "log.xlsx",
        {
            "Log": [HEADINGS, PERSON],
            "Events": [
                ["Event", "Date", "Place", "People to meet", "Notes", "Whose"],
                ["April Summer", dt.date(2026, 7, 2), "Hope", "Joy", "with Ben", "Sam"],
            ],
            "Companies": [["Company", "Priority", "Why"], ["Vexbank", "high", "Joy"]],
        },
    )
    words = words_of(twin_of(log))

    assert not {"april", "summer", "hope", "joy", "ben", "sam"} & words
    assert "high" in words


@pytest.mark.parametrize(
    ("text", "field", "needed"),
    [
        ("waiting for Joy", "status", set()),
        ("Replied", "status", {"replied"}),
        ("asked Ben, on hold until September", None, {"september"}),
        ("Ben", None, set()),
        ("yes", None, {"yes"}),
    ],
)
def test_a_word_stays_in_a_cell_only_where_it_says_something(
    text: str, field: str | None, needed: set[str]
) -> None:
    words = {fold(word) for word in WORD.findall(text)}

    left = words - set(needless_words(text, (), field))
    assert left >= needed
    assert not left & {"joy", "ben"}


@pytest.mark.parametrize(
    ("heading", "needed"),
    [("Date sent", {"date", "sent"}), ("Sam", set()), ("Thread with May", set()), ("Company", {"company"})],
)
def test_a_word_stays_in_a_heading_only_where_it_says_something(heading: str, needed: set[str]) -> None:
    words = {fold(word) for word in WORD.findall(heading)}

    assert words - set(needless_in_heading(heading, ())) <= needed


@pytest.mark.parametrize(
    ("name", "needed"),
    [
        ("Log of Sam", {"log"}),
        ("May 2026", {"may"}),
        ("Goals", {"goals"}),
        ("Events", {"events"}),
        ("Ben", set()),
    ],
)
def test_a_word_stays_in_the_name_of_a_sheet_only_where_it_says_something(
    name: str, needed: set[str]
) -> None:
    words = {fold(word) for word in WORD.findall(name)}

    assert words - set(needless_in_sheet_name(name, ())) == needed


def test_the_word_before_a_sum_stays() -> None:
    assert needless_in_label("Total", ()) == set()
    assert needless_in_label("Ben", ()) == {"ben"}


@pytest.mark.parametrize("number", [61234.56, 52.517036, 4711, 123.5])
def test_a_number_in_an_unused_column_is_changed_with_its_fraction(number: float) -> None:
    texts = other_texts()
    texts.free(number)
    texts.pseudonyms.settle(random.Random(3), ())  # noqa: S311  likewise
    changed = texts.free(number)

    assert type(changed) is type(number)
    parts = [set(re.findall(r"\d{3,}", str(each))) for each in (number, changed)]
    assert not parts[0] & parts[1]
    assert len(str(int(changed))) == len(str(int(number)))


@pytest.mark.parametrize("number", [4711, 61234, 80331])
def test_a_number_in_a_title_is_changed_also_where_it_could_be_a_day(number: int) -> None:
    texts = other_texts()
    texts.label(number)
    texts.pseudonyms.settle(random.Random(3), ())  # noqa: S311  likewise

    assert texts.label(number) != number


@pytest.mark.parametrize(
    "name",
    ["प्रिया शर्मा", "สมชาย ใจดี", "E\u0301loi\u0308se", "\u0639\u0644\u064a\u200c\u0631\u0636\u0627", "מֹשֶׁה"],
)
def test_a_name_whose_vowels_are_signs_of_their_own_is_changed_whole(name: str) -> None:
    changed = str(other_texts(names=[name]).name(name))

    assert re.fullmatch(r"[A-Za-z]+( [A-Za-z]+)?", changed), changed
    assert len(changed.split()) == len(name.split())


@pytest.mark.parametrize("text", ["IBAN DE12345678901234567890123", "1" * 40, 1e22])
def test_a_number_of_very_many_digits_is_changed(text: CellValue) -> None:
    texts = other_texts(str(text))
    texts.free(text)
    texts.pseudonyms.settle(random.Random(3), ())  # noqa: S311  likewise

    before, after = (
        re.sub(r"\D", "", f"{each:.0f}" if isinstance(each, float) else str(each))
        for each in (text, texts.free(text))
    )
    assert len(before) == len(after) > 20
    assert before != after
