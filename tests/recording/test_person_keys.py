"""Whom a line is about: every key that was known, and the one person who has any of them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsheet.core.recording.person_keys import index_people, read_keys, write_keys

ANA = write_keys(name="Ana López", company="Acme", email="Ana@Example.com", linkedin="ana-lopez")


def test_all_keys_are_written_as_a_person_would_read_them() -> None:
    assert ANA == "ana@example.com; linkedin.com/in/ana-lopez; Ana López @ Acme"
    assert read_keys(ANA) == {"e:ana@example.com", "l:ana-lopez", "nc:ana lopez|acme"}


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("", set()),
        (" ;; ", set()),
        ("Ana López", {"n:ana lopez"}),
        ("Dr. Ana López @ ACME", {"nc:ana lopez|acme"}),
        ("@ Acme", {"nc:|acme"}),
        ("ana@example.com", {"e:ana@example.com"}),
        ("https://www.linkedin.com/in/Ana-Lopez/", {"l:ana-lopez"}),
    ],
)
def test_keys_are_read_as_a_user_may_have_typed_them(text: str, keys: set[str]) -> None:
    assert read_keys(text) == keys


def candidates(text: str, people: Mapping[str, str]) -> set[str]:
    return set(
        index_people({person: read_keys(keys) for person, keys in people.items()}).candidates(read_keys(text))
    )


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ({"ana": ANA}, {"ana"}),
        ({"ana": "ana@example.com; Ana Marquez @ Umbrella"}, {"ana"}),  # a new name and company
        ({"ana": "new@example.com; linkedin.com/in/ana-lopez; Ana"}, {"ana"}),  # a new address
        ({"ana": "new@example.com; Ana López @ Acme"}, {"ana"}),
        ({"ana": "Ana López"}, {"ana"}),  # the log says nothing of a company
        ({"ana": "Ana López @ Umbrella"}, set()),  # a namesake elsewhere
        ({"ana": "Ana López", "other": "Ana López @ Umbrella"}, {"ana", "other"}),
        ({"one": "ana@example.com", "two": "Ana López @ Acme"}, {"one", "two"}),  # keys of two people
        ({"ana": ANA, "two": "ana2@example.com; Ana López @ Acme"}, {"ana"}),  # a shared name decides nothing
        ({"one": "a1@example.com; Ana López @ Acme", "two": "a2@example.com; Ana López @ Acme"}, {"one", "two"}),
        ({"ben": "Ben Kim @ Acme"}, set()),
        ({}, set()),
    ],
)  # fmt: skip
def test_a_line_is_for_the_one_who_has_any_of_its_keys(people: Mapping[str, str], expected: set[str]) -> None:
    assert candidates(ANA, people) == expected


def test_a_line_that_knew_only_the_shared_name_is_for_the_one_who_has_nothing_else() -> None:
    people = {"plain": "Ana López @ Acme", "one": "a1@example.com; Ana López @ Acme"}

    assert candidates("Ana López @ Acme", people) == {"plain"}
    assert candidates("Ana López @ Acme", {**people, "again": "Ana López @ Acme"}) == {
        "plain",
        "one",
        "again",
    }


def test_a_name_alone_is_for_the_only_person_of_that_name() -> None:
    assert candidates("Ana López", {"ana": ANA}) == {"ana"}
    assert candidates("Ana López", {"ana": ANA, "other": "Ana López @ Umbrella"}) == {"ana", "other"}


TEXTS = st.text() | st.sampled_from(
    ["Ana; Ben", "a@b", "x @ y", "linkedin.com/in/ana", "López, Ana", "Dr.", ";", "@"]
)


@given(name=TEXTS, company=TEXTS, email=TEXTS | st.emails(), linkedin=TEXTS)
def test_somebody_is_found_by_what_was_written_of_them(
    name: str, company: str, email: str, linkedin: str
) -> None:
    text = write_keys(name=name, company=company, email=email, linkedin=linkedin)
    keys = read_keys(text)

    assert "\n" not in text
    assert index_people({"them": keys}).candidates(keys) == ({"them"} if keys else frozenset())


@given(st.text())
def test_reading_keys_never_raises(text: str) -> None:
    assert all(":" in key for key in read_keys(text))
