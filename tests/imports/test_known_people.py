"""Who of an import is in the log: proven by an address, a profile or a telephone number, proposed by a name."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netsheet.core.imports.import_preview import ImportPreview, compute_preview
from netsheet.core.imports.imported_values import FilePlace, ImportedFile, ImportedPerson, ImportedTouch
from netsheet.core.imports.known_people import match_people
from netsheet.core.model import Direction, Log, TouchKind
from tests.reading.build import read_rows

TODAY = dt.date(2026, 3, 10)
HEADINGS = ("Name", "Company", "Email", "LinkedIn", "Phone", "Title", "Birthday", "Date sent")
MARCH_2 = dt.date(2026, 3, 2)
LOG_ROWS: tuple[tuple[Any, ...], ...] = (
    HEADINGS,
    ("Ana López", "Acme", "ana@example.com", "", "+44 7700 900001", "Buyer", "", MARCH_2),
    ("Ben Okafor", "Acme", "", "https://www.linkedin.com/in/ben-okafor", "", "", "", MARCH_2),
    ("Cem Kaya", "Birch", "", "", "", "", "", MARCH_2),
    ("Dee Lund", "Cedar", "dee@example.com", "", "", "", "", MARCH_2),
    ("Dee Lund", "Delta", "dee@example.org", "", "", "", "", MARCH_2),
)


def someone(name: str = "", *, row: int = 2, **signs: Any) -> ImportedPerson:  # noqa: ANN401 - any sign
    return ImportedPerson(place=FilePlace(file="f.csv", number=row), name=name, **signs)


def log() -> Log:
    return read_rows(*LOG_ROWS)


def preview(*people: ImportedPerson, touches: tuple[ImportedTouch, ...] = ()) -> ImportPreview:
    file = ImportedFile(file="f.csv", code="table", label="a table", people=people, touches=touches)
    return compute_preview([file], log(), today=TODAY)


@pytest.mark.parametrize(
    ("person", "outcome", "proof", "who"),
    [
        (someone("A. Lopez", emails=("ana@example.com",)), "known", "e-mail", ["Ana López"]),
        (someone("", emails=("new@example.com", "ana@example.com")), "known", "e-mail", ["Ana López"]),
        (someone("Benjamin", linkedin="Ben-Okafor"), "known", "LinkedIn", ["Ben Okafor"]),
        (someone("Ana Lopez", phones=("0044 7700 900001",)), "known", "phone", ["Ana López"]),
        (someone("Reception", phones=("+44 7700 900001",)), "new", "", []),
        (someone("Cem Kaya", company="Birch", emails=("cem@example.com",)), "to decide", "name and company", ["Cem Kaya"]),
        (someone("KAYA, Cem", company="Birch"), "to decide", "name and company", ["Cem Kaya"]),
        (someone("Dr. Cem Kaya"), "to decide", "name and company", ["Cem Kaya"]),
        (someone("Cem Kaya", company="Elm"), "to decide", "name", ["Cem Kaya"]),
        (someone("Dee Lund"), "to decide", "name", ["Dee Lund", "Dee Lund"]),
        (someone("Ben Okafor", linkedin="another-ben"), "new", "", []),
        (someone("Ana López", emails=("other@example.com",)), "to decide", "name", ["Ana López"]),
        (someone("Eva Marsh", company="Acme"), "new", "", []),
        (someone("", company="Acme"), "new", "", []),
    ],
)  # fmt: skip
def test_a_sign_proves_and_a_name_proposes(
    person: ImportedPerson, outcome: str, proof: str, who: list[str]
) -> None:
    (found,) = preview(person).people

    assert (found.outcome, found.match.proof, [other.name for other in found.match.candidates]) == (
        outcome,
        proof,
        who,
    )


@pytest.mark.parametrize(
    "rows",
    [
        (
            someone("Eva", emails=("eva@example.com",)),
            someone("E. Marsh", row=3, emails=("eva@example.com",)),
        ),
        (
            someone("Eva Marsh", linkedin="eva"),
            someone("", row=3, linkedin="EVA", emails=("eva@example.com",)),
        ),
        (someone("Eva Marsh", company="Elm"), someone("eva marsh", row=3, company="ELM")),
        (
            someone("", emails=("eva@example.com",)),
            someone("", row=3, linkedin="eva"),
            someone("", row=4, emails=("eva@example.com",), linkedin="eva"),
        ),
    ],
)
def test_rows_about_one_person_become_one(rows: tuple[ImportedPerson, ...]) -> None:
    (match,) = match_people(rows, ())

    assert sorted(row.place.number for row in match.rows) == [row.place.number for row in rows]


def test_an_empty_cell_is_filled_and_a_filled_one_never() -> None:
    facts = {"title": "Lead", "birthday": "14 March", "notes": "tall"}
    (ana,) = preview(
        someone("Ana", company="Acme Ltd", emails=("ana@example.com",), linkedin="ana-l", facts=facts)
    ).people

    assert ana.fills == {"linkedin": "linkedin.com/in/ana-l", "birthday": "14 March"}
    assert [tuple(difference) for difference in ana.differences] == [
        ("company", "Acme", "Acme Ltd"),
        ("title", "Buyer", "Lead"),
    ]


@pytest.mark.parametrize(
    "person",
    [
        someone("", emails=("ana@example.com",), company="ACME"),
        someone("", emails=("other@example.com", "ana@example.com"), phones=("0044 7700 900001",)),
        someone("", emails=("ana@example.com",), phones=("07700 900001",), facts={"title": " buyer"}),
    ],
)
def test_another_way_of_writing_the_same_is_no_difference(person: ImportedPerson) -> None:
    (ana,) = preview(person).people

    assert (ana.fills, ana.differences) == ({}, ())


def touch(
    who: ImportedPerson, on: dt.date, direction: Direction = "out", kind: TouchKind = "message"
) -> ImportedTouch:
    return ImportedTouch(place=who.place, who=who, on=on, direction=direction, kind=kind)


ANA, EVA = someone("", emails=("ana@example.com",)), someone("Eva Marsh", emails=("eva@example.com",))
MARCH_3 = dt.date(2026, 3, 3)


@pytest.mark.parametrize(
    ("people", "touches", "expected"),
    [
        ((), (touch(ANA, MARCH_2),), [("Ana López", "logged", 1)]),
        ((), (touch(ANA, MARCH_2, "in"),), [("Ana López", "new", 1)]),
        ((), (touch(ANA, MARCH_2, "both", "meeting"),), [("Ana López", "new", 1)]),
        ((), (touch(ANA, MARCH_3), touch(ANA, MARCH_3)), [("Ana López", "new", 2)]),
        ((), (touch(EVA, MARCH_3),), [("Eva Marsh", "not in the log", 1)]),
        ((EVA,), (touch(EVA, MARCH_3),), [("Eva Marsh", "new", 1)]),
        ((), (touch(someone("Cem Kaya"), MARCH_3),), [("Cem Kaya", "new", 1)]),
        ((), (touch(someone("Dee Lund"), MARCH_3),), [("Dee Lund", "to decide", 1)]),
        (
            (someone("Cem Kaya", row=9, emails=("cem@example.com",)),),
            (touch(someone("", emails=("cem@example.com",)), MARCH_3),),
            [("Cem Kaya", "to decide", 1)],
        ),
    ],
)
def test_a_touch_is_logged_once_for_each_person_day_and_direction(
    people: tuple[ImportedPerson, ...],
    touches: tuple[ImportedTouch, ...],
    expected: list[tuple[str, str, int]],
) -> None:
    found = preview(*people, touches=touches)

    assert [(each.who, each.outcome, each.count) for each in found.touches] == expected


def test_messages_and_mail_bring_nobody_into_the_log() -> None:
    assert preview(touches=(touch(EVA, MARCH_3),)).people == ()


def test_a_day_of_the_last_contact_that_the_log_knows_is_not_filled_in() -> None:
    rows = (("Name", "Email", "Date sent", "Last contact"), ("Ana", "ana@example.com", MARCH_2, ""))
    people = tuple(
        someone("Ana", row=row, emails=("ana@example.com",), facts={"last_contact": day})
        for row, day in ((2, "2026-03-02"), (3, "2026-03-04"))
    )
    files = [ImportedFile(file="f", code="table", label="", people=(person,)) for person in people]

    fills = [compute_preview([file], read_rows(*rows), today=TODAY).people[0].fills for file in files]

    assert fills == [{}, {"last_contact": "2026-03-04"}]


SIGNS = st.sampled_from(["a", "b", "c"])
PEOPLE = st.builds(
    lambda name, company, email, linkedin, row: someone(
        name, row=row, company=company, emails=(f"{email}@example.com",) if email else (), linkedin=linkedin
    ),
    name=st.sampled_from(["", "Ana López", "Cem Kaya", "Eva Marsh"]),
    company=st.sampled_from(["", "Acme", "Birch"]),
    email=st.one_of(st.just(""), SIGNS, st.just("ana")),
    linkedin=st.one_of(st.just(""), SIGNS, st.just("ben-okafor")),
    row=st.integers(2, 9),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PEOPLE, max_size=6))
def test_every_row_is_in_exactly_one_match(people: list[ImportedPerson]) -> None:
    matches = match_people(people, log().people)

    assert sorted(id(row) for match in matches for row in match.rows) == sorted(map(id, people))


@settings(max_examples=100, deadline=None)
@given(st.lists(PEOPLE.filter(lambda person: person.is_known_by_something), max_size=6))
def test_the_same_rows_twice_bring_nobody_more(people: list[ImportedPerson]) -> None:
    assert len(match_people([*people, *people], log().people)) == len(match_people(people, log().people))
