"""Promises as people type them: with a day or none, and with a word that says they are kept."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.reading.build import codes_of, read_person, read_rows

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
