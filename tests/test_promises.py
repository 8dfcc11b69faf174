"""Promises as people type them: with a day or none, and with a word that says they are kept."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.reading.build import codes_of, read_person, read_rows
from tests.test_users_words import standings_of

MADE = dt.date(2026, 6, 10)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("send CV by 22 June", dt.date(2026, 6, 22)),
        ("send CV by 22.6.2026", dt.date(2026, 6, 22)),
        ("send CV", None),
        ("send CV as on 3 June", None),
        ("between 12 June and 14 June send CV", None),
    ],
)
def test_the_day_that_a_promise_names_is_its_day(text: str, by: dt.date | None) -> None:
    person = read_person(["Name", "Date", "Promise"], ["Ann Lee", MADE, text])

    assert [promise.by for promise in person.promises] == [by]


@pytest.mark.parametrize(
    ("text", "is_kept"),
    [
        ("done", True),
        ("sent CV", True),
        ("CV sent 12 June", True),
        ("send CV (done)", True),
        ("intro to Ben - done", True),
        ("wrote to Ellen 12 June, done", True),
        ("send CV", False),
        ("get the report done", False),
    ],
)
def test_a_promise_may_say_that_it_is_kept(text: str, *, is_kept: bool) -> None:
    person = read_person(["Name", "Date", "Promise"], ["Ann Lee", MADE, text])

    assert [promise.is_done for promise in person.promises] == [is_kept]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("send CV by Friday", ["day-not-understood"]),
        ("send CV tomorrow", ["day-not-understood"]),
        ("send CV by Friday, 12 June", []),
        ("send CV", []),
    ],
)
def test_a_promise_for_a_weekday_is_a_finding(text: str, codes: list[str]) -> None:
    assert codes_of(read_rows(["Name", "Date", "Promise"], ["Ann Lee", MADE, text])) == codes


@pytest.mark.parametrize(
    ("text", "on", "status"),
    [
        ("CV sent 12 June", dt.date(2026, 6, 12), "Waiting"),
        ("sent her the deck on 12 June", dt.date(2026, 6, 12), "Waiting"),
        ("Unterlagen geschickt 12.6.2026", dt.date(2026, 6, 12), "Waiting"),
        ("CV sent", None, "In touch"),
        ("send CV (done)", None, "In touch"),
    ],
)
def test_a_promise_that_is_kept_was_a_contact(text: str, on: dt.date | None, status: str) -> None:
    rows = ["Name", "Promise"], ["Ann Lee", text]
    (standing,) = standings_of(*rows, today=dt.date(2026, 6, 16))

    assert standing.status == status
    assert [touch.on for touch in standing.person.touches] == [on]


def test_what_was_sent_after_their_reply_answers_it() -> None:
    (standing,) = standings_of(
        ["Name", "Date sent", "Date replied", "Promise"],
        ["Ann Lee", MADE, dt.date(2026, 6, 11), "CV sent 12 June"],
        today=dt.date(2026, 6, 16),
    )

    assert standing.status == "Waiting"
