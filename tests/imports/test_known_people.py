"""Who of an import is in the log: proven by an address, a profile or a telephone number, proposed by a name."""

from __future__ import annotations

import datetime as dt
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netsheet.core.imports.import_preview import ImportPreview, compute_preview
from netsheet.core.imports.imported_values import FilePlace, ImportedFile, ImportedPerson, ImportedTouch
from netsheet.core.imports.known_people import Match, match_people
from netsheet.core.imports.phone_numbers import are_alike
from netsheet.core.model import Direction, Log, TouchKind
from tests.command_line import copy_of_sample, run
from tests.reading.build import read_rows

TODAY = dt.date(2026, 3, 10)
HEADINGS = ("ID", "Name", "Company", "Email", "LinkedIn", "Phone", "Title", "Birthday", "Date sent")
MARCH_2 = dt.date(2026, 3, 2)
LOG_ROWS: tuple[tuple[Any, ...], ...] = (
    HEADINGS,
    ("1", "Ana López", "Acme", "ana@example.com", "", "+44 7700 900001", "Buyer", "", MARCH_2),
    ("2", "Ben Okafor", "Acme", "", "https://www.linkedin.com/in/ben-okafor", "", "", "", MARCH_2),
    ("3", "Cem Kaya", "Birch", "", "", "", "", "", MARCH_2),
    ("4", "Dee Lund", "Cedar", "dee@example.com", "", "", "", "", MARCH_2),
    ("5", "Dee Lund", "Delta", "dee@example.org", "", "", "", "", MARCH_2),
    (
        "zcrm_500001",
        "Fay Olsen",
        "",
        "fay@example.com",
        "https://www.linkedin.com/in/fay",
        "+47 22 00 00 01",
        "",
        "",
        MARCH_2,
    ),
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
        (someone("", phones=("+44 (0)7700 900001 ext. 5",)), "known", "phone", ["Ana López"]),
        (someone("Ana", phones=("+44 7700 900001",)), "known", "phone", ["Ana López"]),
        (someone("Ana Lopez", phones=("07700 900001",)), "known", "phone", ["Ana López"]),
        (someone("Ana", phones=("07700 900001",)), "new", "", []),
        (someone("Ana Lopez", phones=("900001",)), "to decide", "name and company", ["Ana López"]),
        (someone("Reception", phones=("+44 7700 900001",)), "to decide", "phone", ["Ana López"]),
        (someone("Ana Lopez", phones=("+44 7700 900001",), linkedin="ana-2"), "known", "phone", ["Ana López"]),
        (someone("Fay Olsen", phones=("+47 22 000001",), linkedin="fay-2"), "to decide", "phone", ["Fay Olsen"]),
        (someone("Someone", emails=("fay@example.com",), linkedin="fay-2"), "to decide", "e-mail", ["Fay Olsen"]),
        (someone("F. Olsen", emails=("other@example.com",), linkedin="fay"), "known", "LinkedIn", ["Fay Olsen"]),
        (someone("Ana", emails=("ana@example.com",), linkedin="ben-okafor"), "to decide", "e-mail", ["Ana López", "Ben Okafor"]),
        (someone("Dee Lund", emails=("dee@example.com", "dee@example.org")), "to decide", "e-mail", ["Dee Lund", "Dee Lund"]),
        (someone("Ana", emails=("ana@example.com",), phones=("+47 22 000001",)), "known", "e-mail", ["Ana López"]),
        (someone("Somebody", source_id="zcrm_500001"), "known", "source id", ["Fay Olsen"]),
        (someone("Cem Kaya", source_id="3"), "known", "source id", ["Cem Kaya"]),
        (someone("Gus Lind", source_id="3"), "new", "", []),
        (someone("", source_id="zcrm_500001", linkedin="fay-2"), "to decide", "source id", ["Fay Olsen"]),
        (someone("Fay", source_id="zcrm_500001", emails=("ana@example.com",)), "to decide", "e-mail", ["Ana López", "Fay Olsen"]),
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


PHONE_ROWS = (("Name", "Phone", "Date sent"), ("Gil", "020 7946 0018", MARCH_2))


@pytest.mark.parametrize(
    ("number", "country", "outcome"),
    [
        ("+44 20 7946 0018", "GB", "known"),
        ("+44 20 7946 0018", "", "new"),
        ("+44 20 7946 0018", "US", "new"),
        ("0044 (0)20 7946 0018", "GB", "known"),
        ("tel 020-7946-0018", "GB", "known"),
        ("020 7946 0019", "GB", "new"),
    ],
)
def test_where_the_country_is_known_a_number_needs_no_code(number: str, country: str, outcome: str) -> None:
    person = someone("Gil Brand", phones=(number,))
    file = ImportedFile(file="f.csv", code="table", label="a table", people=(person,))

    (found,) = compute_preview([file], read_rows(*PHONE_ROWS), today=TODAY, country=country).people

    assert found.outcome == outcome


@pytest.mark.parametrize(
    ("one", "other", "are_the_same"),
    [
        ("+44 20 7946 0018", "0044 (0) 20 7946-0018", True),
        ("+44 20 7946 0018", "+44.20.7946.0018 x12", True),
        ("+44 20 7946 0018", "020 7946 0018", True),
        ("020 7946 0018", "20 79460018", True),
        ("+44 20 7946 0018", "+1 20 7946 0018", False),
        ("+44 20 7946 0018", "7946 0018", True),
        ("+44 20 7946 0018", "46 0018", False),
        ("", "", False),
        ("", "020 7946 0018", False),
    ],
)
def test_two_ways_of_writing_one_number(one: str, other: str, *, are_the_same: bool) -> None:
    assert are_alike(one, other) is are_the_same
    assert are_alike(other, one) is are_the_same


SIGNS = st.sampled_from(["a", "b", "c"])
PEOPLE = st.builds(
    lambda name, company, emails, linkedin, phone, source_id, row: someone(
        name,
        row=row,
        company=company,
        emails=tuple(f"{email}@example.com" for email in emails),
        linkedin=linkedin,
        phones=(phone,) if phone else (),
        source_id=source_id,
    ),
    name=st.sampled_from(["", "Ana López", "Cem Kaya", "Eva Marsh"]),
    company=st.sampled_from(["", "Acme", "Birch"]),
    emails=st.lists(st.one_of(SIGNS, st.sampled_from(["ana", "fay"])), max_size=2, unique=True),
    linkedin=st.one_of(st.just(""), SIGNS, st.sampled_from(["ben-okafor", "fay"])),
    phone=st.sampled_from(["", "+44 7700 900001", "07700 900001", "+47 22 000001", "+1 555 0100 200"]),
    source_id=st.sampled_from(["", "3", "zcrm_500001", "zcrm_500002"]),
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


def summary_of(matches: tuple[Match, ...]) -> set[tuple[frozenset[int], frozenset[str], str, str]]:
    return {
        (
            frozenset(map(id, match.rows)),
            frozenset(person.key for person in match.candidates),
            match.proof,
            match.doubt,
        )
        for match in matches
    }


IDS = {person.key: facts for person in log().people if (facts := log().facts[person.key].get("id"))}
SHUFFLED = st.lists(PEOPLE, max_size=6).flatmap(
    lambda people: st.tuples(st.just(people), st.permutations(people))
)


@settings(max_examples=400, deadline=None)
@given(SHUFFLED)
def test_the_order_of_the_rows_changes_nothing(
    lists: tuple[list[ImportedPerson], list[ImportedPerson]],
) -> None:
    one, other = (summary_of(match_people(people, log().people, ids=IDS)) for people in lists)

    assert one == other


@settings(max_examples=300, deadline=None)
@given(st.lists(PEOPLE, max_size=6))
def test_a_shared_sign_never_makes_one_of_two_profiles(people: list[ImportedPerson]) -> None:
    for match in match_people(people, log().people, ids=IDS):
        profiles = {row.linkedin for row in match.rows} - {""}
        known = {match.known.linkedin} - {""} if match.known else set()

        assert len(profiles) < 2
        assert len(profiles | known) < 2


@settings(max_examples=300, deadline=None)
@given(st.lists(PEOPLE, max_size=6))
def test_who_is_known_has_a_sign_in_common_with_nobody_else(people: list[ImportedPerson]) -> None:
    everybody = log().people

    for match in match_people(people, everybody, ids=IDS):
        if match.known:
            by_sign = {
                other.key
                for other in everybody
                if other.email in match.person.emails
                or (match.person.linkedin and other.linkedin == match.person.linkedin)
            }
            assert by_sign <= {match.known.key}


@settings(max_examples=200, deadline=None)
@given(st.lists(PEOPLE.filter(lambda person: person.is_known_by_something), max_size=6))
def test_rows_with_one_address_and_no_two_profiles_are_one_person(people: list[ImportedPerson]) -> None:
    plain = [replace(person, linkedin="") for person in people]
    matches = match_people(plain, (), ids={})

    of_address: dict[str, set[int]] = {}
    for number, match in enumerate(matches):
        for row in match.rows:
            for email in row.emails:
                of_address.setdefault(email, set()).add(number)
    assert all(len(numbers) == 1 for numbers in of_address.values())


def test_country_says_what_to_install_and_how_to_write_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path)
    file = tmp_path / "people.csv"
    file.write_text("Name,Phone\nGil Brand,020 7946 0018\n")

    unknown = run("import", log, file, "--country", "XX")
    known = run("import", log, file, "--country", "gb")
    monkeypatch.setitem(sys.modules, "phonenumbers", None)
    missing = run("import", log, file, "--country", "GB")

    assert (unknown.exit_code, known.exit_code, missing.exit_code) == (2, 0, 2)
    assert "“XX” is not the code of a country." in unknown.stderr
    assert "pipx inject netsheet phonenumbers" in missing.stderr


def test_the_preview_says_what_speaks_against_it(tmp_path: Path) -> None:
    rows = [
        ["Name", "Email", "LinkedIn", "Date Sent"],
        ["Ana López", "office@example.com", "linkedin.com/in/ana", "2026-03-02"],
    ]
    workbook = openpyxl.Workbook()
    for row in rows:
        workbook.worksheets[0].append(row)
    workbook.save(tmp_path / "log.xlsx")
    file = tmp_path / "people.vcf"
    file.write_text(
        "BEGIN:VCARD\nFN:Ben Okafor\nEMAIL:office@example.com\nURL:https://linkedin.com/in/ben\nEND:VCARD\n"
    )

    outcome = run("import", tmp_path / "log.xlsx", file)

    assert "perhaps Ana López (A2), by the e-mail address, but with another LinkedIn page" in " ".join(
        outcome.stdout.split()
    )
