from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netsheet.core.grid import CellValue
from netsheet.core.model import Settings
from netsheet.core.people.identity import is_one_letter_apart
from netsheet.core.people.interpret import interpret_log
from netsheet.core.values.person_names import name_key
from tests.reading.build import TODAY, build_sheet, build_snapshot, codes_of, read_person, read_rows

D = dt.date
SENT = D(2026, 5, 1)
HEADINGS = ["Name", "Company", "Email", "LinkedIn", "Date"]


@pytest.mark.parametrize(
    ("rows", "keys"),
    [
        ([["Ann Lee", "Acme", "Ann@Example.com", "ann-lee"]], ["e:ann@example.com"]),
        ([["Ann Lee", "Acme", "", "linkedin.com/in/Ann-Lee/"]], ["l:ann-lee"]),
        ([["Ann  LEE", "Acme", "", ""]], ["nc:ann lee|acme"]),
        ([["Dr. Ann Lee", "", "", ""]], ["n:ann lee"]),
        ([["", "Acme", "", ""]], ["nc:|acme"]),
        ([["Ann Lee", "Acme", "ann@example.com", ""], ["Ann Lee", "Acme", "", ""]], ["e:ann@example.com"]),
        ([["Ann Lee", "Acme", "ann@example.com", ""], ["Ann Lee", "", "", ""]], ["e:ann@example.com"]),
        ([["Ann Lee", "", "ann@example.com", ""], ["Ann Lee", "Acme", "", ""]], ["e:ann@example.com"]),
        ([["Ann Lee", "Acme", "ann@example.com", "ann-lee"], ["A. Lee", "", "", "ann-lee"]], ["e:ann@example.com"]),
        ([["Ann Lee", "Acme", "ann@example.com", ""], ["Ann Lee", "Acme", "", "ann-lee"]], ["e:ann@example.com"]),
        ([["Ann Lee", "Acme", "ann@example.com", ""], ["Ann Lee", "Beta", "", ""]], ["e:ann@example.com", "nc:ann lee|beta"]),
        ([["Ann Lee", "Acme", "", ""], ["Ann Lee", "Beta", "", ""], ["Ann Lee", "", "", ""]], ["n:ann lee", "nc:ann lee|acme", "nc:ann lee|beta"]),
        ([["Ann Lee", "Acme", "a@example.com", ""], ["Ann Lee", "Acme", "b@example.com", ""], ["Ann Lee", "Acme", "", ""]],
         ["e:a@example.com", "e:b@example.com", "nc:ann lee|acme"]),
    ],
)  # fmt: skip
def test_rows_are_about_the_same_person_when_something_proves_it(
    rows: list[list[CellValue]], keys: list[str]
) -> None:
    log = read_rows(HEADINGS, *([*row, SENT] for row in rows))
    backwards = read_rows(HEADINGS, *([*row, SENT] for row in reversed(rows)))

    assert sorted(person.key for person in log.people) == keys
    assert sorted(person.key for person in backwards.people) == keys


@pytest.mark.parametrize(
    ("one", "other", "is_told"),
    [
        (["Jon Smith", "Acme"], ["John Smith", "Acme"], True),
        (["Ann Lee", "Acme"], ["Ann Lee", "Beta"], True),
        (["Ann Lee", "Acme"], ["Ana Lee", "Acme"], True),
        (["Ann Lee", "Acme"], ["Ann Eel", "Acme"], False),
        (["Jon Smith", "Acme"], ["John Smith", "Beta"], False),
        (["Person 11", "Acme"], ["Person 12", "Acme"], False),
        (["Ann Lee", "Acme"], ["Bob Ray", "Acme"], False),
    ],
)
def test_people_who_may_be_one_are_a_finding(
    one: list[CellValue], other: list[CellValue], *, is_told: bool
) -> None:
    log = read_rows(["Name", "Company", "Date"], [*one, SENT], [*other, SENT])

    assert codes_of(log) == ["possible-duplicate-person"] * is_told
    assert len(log.people) == 2


@pytest.mark.parametrize(
    ("one", "other", "is_near"),
    [
        ("jon", "john", True),
        ("jon", "jno", True),
        ("jon", "jan", True),
        ("jon", "jon", False),
        ("jon", "jane", False),
        ("", "a", True),
        ("ab", "ba", True),
        ("abcd", "badc", False),
    ],
)
def test_one_letter_apart(one: str, other: str, *, is_near: bool) -> None:
    assert is_one_letter_apart(one, other) is is_near
    assert is_one_letter_apart(other, one) is is_near


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=12), st.text(max_size=12))
def test_being_one_letter_apart_is_mutual(one: str, other: str) -> None:
    assert is_one_letter_apart(one, other) == is_one_letter_apart(other, one)


def test_names_are_compared_without_titles_accents_and_case() -> None:
    assert name_key("Dr. Zoë  MÜLLER") == name_key("zoe muller")
    assert name_key("Prof.") == "prof."


def test_two_people_in_a_row_are_two_and_the_touches_belong_to_the_first() -> None:
    log = read_rows(
        [
            "Company",
            "Recruiter",
            "Recruiter Email",
            "Reference Contact",
            "Reference Contact Phone",
            "Date Sent",
            "Status",
        ],
        ["Acme", "Ann Lee", "ann@example.com", "Bob Ray", "020 7946 0000", SENT, "Sent"],
        ["Beta", "", "", "Cy Fox", "", SENT, "Sent"],
    )

    assert [
        (person.name, person.company, len(person.touches), person.place.address) for person in log.people
    ] == [
        ("Ann Lee", "Acme", 1, "B2"),
        ("Bob Ray", "Acme", 0, "D2"),
        ("Cy Fox", "Beta", 1, "D3"),
    ]
    assert [person.is_beside for person in log.people] == [False, True, False]
    assert [person.phone for person in log.people] == ["", "020 7946 0000", ""]
    assert log.facts[log.people[1].key]["phone"] == "020 7946 0000"
    assert log.facts[log.people[1].key]["company"] == "Acme"


def test_a_row_with_a_company_alone_is_about_the_company() -> None:
    person = read_person(["Company", "Name", "Date"], ["Acme", "n/a", SENT])

    assert (person.name, person.company, person.place.address) == ("Acme", "Acme", "A2")


def test_a_row_with_an_unreadable_address_alone_is_still_someone() -> None:
    person = read_person(["Email", "Date"], ["ann at example", SENT])

    assert person.name == "ann at example"


def test_the_newest_row_that_says_something_wins() -> None:
    person = read_person(
        ["Name", "Email", "Phone", "Relationship", "How we met", "Date"],
        ["Ann Lee", "ann@example.com", "020 7946 0000", "weak", "fair", SENT],
        ["Ann Lee", "ann@example.com", "", "close", "", D(2026, 5, 9)],
        ["Ann Lee", "ann@example.com", "030 1234 5678", "", "", D(2026, 4, 9)],
    )

    assert (person.phone, person.relationship, person.source, person.recorded_on) == (
        "020 7946 0000",
        "close",
        "fair",
        D(2026, 5, 9),
    )


@pytest.mark.parametrize(
    ("cell", "birthday", "codes"),
    [
        (D(1990, 1, 7), (1, 7), []),
        ("7 January", (1, 7), []),
        ("29 Feb", (2, 29), []),
        ("13/1/1990", (1, 13), []),
        ("3/4/1990", None, ["ambiguous-date-order"]),
        ("5/6", None, ["ambiguous-date-order"]),
        ("--03-21", (3, 21), []),
        ("--0321", (3, 21), []),
        ("1604-03-19", (3, 19), []),
        ("03-20", (3, 20), []),
        ("20-03", (3, 20), []),
        ("03-04", None, ["ambiguous-date-order"]),
        ("02-30", None, ["unreadable-date"]),
        ("in spring", None, ["unreadable-date"]),
        ("n/a", None, []),
    ],
)
def test_a_birthday_needs_no_year(
    cell: CellValue, birthday: tuple[int, int] | None, codes: list[str]
) -> None:
    log = read_rows(["Name", "Birthday", "Date"], ["Ann Lee", cell, SENT])

    assert log.people[0].birthday == birthday
    assert codes_of(log) == codes


@pytest.mark.parametrize(
    ("cell", "days", "codes"),
    [
        (90, 90, []),
        ("every 3 months", 90, []),
        ("now and then", None, ["unreadable-interval"]),
        ("", None, []),
        (0, 0, []),
        ("never", 0, []),
        ("Nie", 0, []),
        ("jamais", 0, []),
        ("nunca", 0, []),
        ("mai", 0, []),
        ("nooit", 0, []),
        ("nigdy", 0, []),
        ("no", 0, []),
        ("none", 0, []),
        ("-", 0, []),
        ("n/a", None, []),
        ("?", None, []),
        (True, None, ["unreadable-interval"]),
    ],
)
def test_a_cadence_is_read_in_days(cell: CellValue, days: int | None, codes: list[str]) -> None:
    log = read_rows(
        ["Name", "Cadence", "Date"], ["Ann Lee", cell, SENT], ["Bob Ray", 7, SENT], ["Cy Fox", 7, SENT]
    )

    assert log.people[0].every_days == days
    assert codes_of(log) == codes


@pytest.mark.parametrize(
    ("cell", "is_off"), [("yes", True), ("x", True), (SENT, True), ("no", False), ("", False)]
)
def test_do_not_contact_is_a_mark(cell: CellValue, *, is_off: bool) -> None:
    assert read_person(["Name", "Do not contact", "Date"], ["Ann Lee", cell, SENT]).do_not_contact is is_off


def test_a_mark_that_says_neither_yes_nor_no_is_named() -> None:
    log = read_rows(
        ["Name", "Thank you sent", "Date"],
        ["Ann Lee", "kind of", SENT],
        ["Bob Ray", "yes", SENT],
        ["Cy Fox", "3/4/2026", SENT],
    )

    assert codes_of(log) == ["unreadable-yes-no", "ambiguous-date-order"]


@pytest.mark.parametrize(
    ("headings", "cells", "state"),
    [
        (["Status"], ["Closed"], "closed"),
        (["Status"], ["On hold"], "paused"),
        (["Status"], ["Sent"], "open"),
        (["Status", "Outcome"], ["Sent", "Declined"], "closed"),
        (["Status", "Outcome"], ["On hold", "Replied"], "paused"),
        (["Response"], ["Declined"], "closed"),
        (["Response"], ["No"], "open"),
        (["Status"], ["To contact"], "not contacted"),
        (["Status"], ["blorb"], "open"),
    ],
)
def test_where_a_person_stands(headings: list[str], cells: list[CellValue], state: str) -> None:
    person = read_person(["Name", "Last contact", *headings], ["Ann Lee", SENT, *cells])

    assert person.state == state
    assert (person.state_place is not None) is (state != "open")


def test_the_newest_status_decides_and_an_older_answer_does_not() -> None:
    rows = [["Name", "Date", "Status", "Response"]]
    reopened = read_person(*rows, ["Ann Lee", SENT, "Closed", ""], ["Ann Lee", D(2026, 5, 9), "Sent", ""])
    still_closed = read_person(*rows, ["Ann Lee", SENT, "Closed", ""], ["Ann Lee", D(2026, 5, 9), "", ""])
    asked_again = read_person(*rows, ["Ann Lee", SENT, "", "Declined"], ["Ann Lee", D(2026, 5, 9), "", ""])

    assert [person.state for person in (reopened, still_closed, asked_again)] == [
        "open",
        "closed",
        "open",
    ]
    assert still_closed.closed_on == SENT


@pytest.mark.parametrize(
    ("status", "until"),
    [
        ("On hold until 12 Sep 2026", D(2026, 9, 12)),
        ("Paused (till 2026-09-12)", D(2026, 9, 12)),
        ("On hold", None),
        ("On hold until autumn", None),
    ],
)
def test_a_pause_may_have_an_end(status: str, until: D | None) -> None:
    assert read_person(["Name", "Date", "Status"], ["Ann Lee", SENT, status]).paused_until == until


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        (["mid May", "", ""], "unreadable-date"),
        (["", "3/4/2026", ""], "ambiguous-date-order"),
        (["mid May", D(2026, 7, 1), ""], None),
        (["mid May", "", "Closed"], None),
        (["", "", ""], None),
        ([SENT, "mid May", ""], None),
    ],
)
def test_a_person_is_unreadable_only_when_the_day_that_matters_is(
    cells: list[CellValue], code: str | None
) -> None:
    person = read_person(["Name", "Date", "Follow-up date", "Status"], ["Ann Lee", *cells])

    assert (person.unreadable.code if person.unreadable else None) == code


def test_the_people_sheet_adds_facts_and_people_with_dates_of_their_own() -> None:
    log_sheet = build_sheet([["Name", "Date", "Notes"], ["Ann Lee", SENT, "tall"], ["Bob Ray", SENT, ""]])
    people = build_sheet(
        [
            ["Name", "Email", "Company", "Every", "Birthday", "Notes"],
            ["Ann Lee", "ann@example.com", "Acme", 30, "", "kind"],
            ["Cy Fox", "cy@example.com", "Beta", "", "7 January", ""],
            ["Di Poe", "di@example.com", "Beta", "", "", ""],
        ],
        name="People",
    )
    log = interpret_log(build_snapshot(log_sheet, people), today=TODAY, settings=Settings())

    ann, bob, cy = log.people
    assert (ann.key, ann.rows, ann.people_row, ann.every_days, ann.place.sheet) == (
        "e:ann@example.com",
        (2,),
        2,
        30,
        "Log",
    )
    assert (bob.people_row, bob.email) == (None, "")
    assert (cy.rows, cy.people_row, cy.place.sheet, cy.place.address) == ((), 3, "People", "A3")
    assert log.facts[ann.key]["notes"] == "tall"
    assert log.facts[ann.key]["company"] == "Acme"
    assert log.people_reading is not None
    assert log.people_reading.record_rows == (2, 3, 4)


def test_someone_on_the_people_sheet_alone_counts_when_they_were_referred_to_the_user() -> None:
    log_sheet = build_sheet([["Name", "Date"], ["Ann Lee", SENT]])
    people = build_sheet([["Name", "Referred by"], ["Cy Fox", "Ann Lee"], ["Di Poe", ""]], name="People")

    log = interpret_log(build_snapshot(log_sheet, people), today=TODAY, settings=Settings())

    assert [(person.name, person.referred_by, person.rows) for person in log.people] == [
        ("Ann Lee", "", (2,)),
        ("Cy Fox", "Ann Lee", ()),
    ]


def test_the_facts_are_looked_up_only_when_asked_for() -> None:
    log = read_rows(
        ["First name", "Last name", "Email", "Phone", "LinkedIn", "Date", "Notes", "Every", "Title"],
        [
            "Ann",
            "Lee",
            "Ann <ann@example.com>",
            442079460000.0,
            "linkedin.com/in/ann-lee",
            "5 May 2026",
            "n/a",
            "monthly",
            "CTO",
        ],
    )

    assert dict(log.facts["e:ann@example.com"]) == {
        "name": "Ann Lee", "first_name": "Ann", "last_name": "Lee", "email": "ann@example.com", "phone": "442079460000",
        "linkedin": "linkedin.com/in/ann-lee", "title": "CTO", "every": "monthly", "date": "2026-05-05",
    }  # fmt: skip
    assert list(log.facts) == ["e:ann@example.com"]
    assert len(log.facts) == 1
    assert "e:nobody@example.com" not in log.facts


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("Ann Lee", "Ann", "Lee"),
        ("Lee, Ann", "Ann", "Lee"),
        ("Dr. Ann van der Lee", "Ann", "van der Lee"),
        ("Ann", "Ann", None),
        ("Lee,", "Lee", None),
        ("\u2b50 Ann Lee (ex-Acme)", "Ann", "Lee"),
    ],
)
def test_a_full_name_is_split_for_drafts(name: str, first: str, last: str | None) -> None:
    log = read_rows(["Name", "Date"], [name, SENT])

    facts = log.facts[log.people[0].key]
    assert (facts.get("first_name"), facts.get("last_name")) == (first, last)
