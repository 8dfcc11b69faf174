"""Finding people by what the user typed, and the shortest text that means one of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsheet.core.model import Person, Place
from netsheet.core.people.people_search import find_people, shortest_texts
from netsheet.core.printable import quoted_word


def person(name: str, company: str = "", email: str = "", *, key: str = "") -> Person:
    return Person(
        key=key or f"n:{name}|{company}|{email}",
        name=name,
        company=company,
        email=email,
        place=Place(sheet="Log", row=2, column=1),
        rows=(2,),
    )


PEOPLE = (
    person("Ana López", "Acme", "ana@example.com"),
    person("Ana Silva", "Birch & Co"),
    person("Hanna Kim", "Acme Labs"),
    person("Acme Silva", "Cove"),
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ana lopez", ["Ana López"]),
        ("lopez ana", ["Ana López"]),
        ("Ana Lopez @ Acme", ["Ana López"]),
        ("ana acme", ["Ana López"]),
        ("birch", ["Ana Silva"]),
        ("labs", ["Hanna Kim"]),
        ("acme", ["Acme Silva"]),  # a name comes before a company
        ("ana@exam", ["Ana López"]),
        ("irch", []),  # a company by the beginning of a word
        ("ana cove", []),
    ],
)
def test_a_company_and_any_order_of_words_are_found_when_no_name_is(typed: str, found: list[str]) -> None:
    assert [each.name for each in find_people(PEOPLE, typed)] == found


def test_the_shortest_text_is_the_name_where_nobody_shares_it() -> None:
    people = [
        person("Ana", "Acme", "ana@example.com", key="1"),
        person("Ana", "Birch", key="2"),
        person("Ana", "Birch", key="3"),
        person("ben", key="4"),
        person("Chiara", key="5"),
        person("Chíara", "Cove", key="6"),
    ]

    assert shortest_texts(people) == {
        "1": "ana@example.com",
        "2": "2",
        "3": "3",
        "4": "ben",
        "5": "5",
        "6": "Chíara @ Cove",
    }


NAMES = st.sampled_from(["Ana", "ana", "Ána", "Ana Lopez", "Ben", "Ben @ Acme"])


@given(
    st.lists(st.tuples(NAMES, st.sampled_from(["", "Acme", "acme"]), st.sampled_from(["", "a@example.com"])))
)
def test_the_shortest_text_finds_that_person_alone(drawn: list[tuple[str, str, str]]) -> None:
    people = [person(*facts, key=f"key {number}") for number, facts in enumerate(drawn)]

    for key, text in shortest_texts(people).items():
        assert [each.key for each in find_people(people, text)] == [key]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ana", "Ana"),
        ("ana@example.com", "ana@example.com"),
        ("Ana Lopez", '"Ana Lopez"'),
        ("Ben O'Hara", '"Ben O\'Hara"'),
        ("$HOME", "'$HOME'"),
        ('"Kiki"', "'\"Kiki\"'"),
        ("山田", "山田"),
        ("", '""'),
    ],
)
def test_a_word_for_the_shell_is_in_quotes_where_it_needs_them(text: str, word: str) -> None:
    assert quoted_word(text) == word
