"""Texts on one line, and the known word that is nearest to a mistyped one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsheet.core.columns.fields import FIELD_BY_NAME
from netsheet.core.settings.catalog import SETTINGS
from netsheet.core.text import fold, nearest_name, nearest_names, one_line


@given(st.text(max_size=200), st.integers(min_value=1, max_value=120))
def test_a_line_is_never_longer_than_asked_and_says_when_it_was_cut(text: str, most: int) -> None:
    line, whole = one_line(text, most), " ".join(text.split())
    assert len(line) <= most
    assert line == whole or line.endswith("…")
    assert len(line.splitlines()) <= 1


@pytest.mark.parametrize(
    ("typed", "known", "meant"),
    [
        ("emial", FIELD_BY_NAME, "email"),
        ("Compnay", FIELD_BY_NAME, "company"),
        ("LINKEDIN", FIELD_BY_NAME, "linkedin"),
        ("reply widow", [setting.name for setting in SETTINGS], "Reply window"),
        ("refesh", ["refresh", "check", "due"], "refresh"),
        ("Müler", ["Ana", "Muller"], "Muller"),
        ("name", ["date"], ""),
        ("xyzzy", FIELD_BY_NAME, ""),
        ("", FIELD_BY_NAME, ""),
    ],
)
def test_a_mistyped_word_is_answered_with_the_one_it_looks_like(
    typed: str, known: list[str], meant: str
) -> None:
    assert nearest_name(typed, known) == meant


def test_the_nearest_names_come_first() -> None:
    assert nearest_names("contacts", ["contact", "Contacts", "stats"], most=2) == ("Contacts", "contact")


@given(st.text(max_size=30))
def test_a_known_word_is_nearest_to_itself(word: str) -> None:
    assert fold(nearest_name(word, [word, "something else"])) == fold(word) or not fold(word.strip())


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("MÄRZ", "marz"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("Đặng", "dang"),
        ("Þór", "thor"),
        ("O\u2019Hara", "o'hara"),
    ],
)
def test_texts_are_compared_as_typed_on_an_english_keyboard(text: str, folded: str) -> None:
    assert fold(text) == folded
