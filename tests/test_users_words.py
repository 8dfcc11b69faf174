"""The user's own words, read from rows and judged by the rules: what they close, park, put off and meet."""

from __future__ import annotations

import datetime as dt

import pytest

from netsheet.core.calendar import calendar_of
from netsheet.core.followups.rules import compute_standings
from netsheet.core.followups.standing import Standing
from netsheet.core.model import Settings
from tests.reading.build import Row, codes_of, read_rows

TODAY = dt.date(2026, 7, 1)
SENT, REPLIED = dt.date(2026, 6, 1), dt.date(2026, 6, 29)
"""Mondays: a reminder of the message is due, and an answer to the reply too."""


def standings_of(*rows: Row) -> list[Standing]:
    log = read_rows(*rows, today=TODAY)
    settings = Settings()
    return list(
        compute_standings(log.people, today=TODAY, settings=settings, calendar=calendar_of(settings, ()))
    )


def standing_of(headings: Row, cells: Row) -> Standing:
    (standing,) = standings_of(["Name", *headings], ["Ann Lee", *cells])
    return standing


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("sent", "Reply owed"),
        ("waiting", "Reply owed"),
        ("followed up", "Reply owed"),
        ("in Bearbeitung", "Reply owed"),
        ("replied", "Reply owed"),
        ("needs reply", "Reply owed"),
        ("answered", "In touch"),
        ("replied to them", "In touch"),
        ("in conversation", "In touch"),
        ("call booked", "In touch"),
        ("im Gespräch", "In touch"),
        ("RDV pris", "In touch"),
        ("odpisałem", "In touch"),
        ("on hold", "Paused"),
        ("verloren", "Thank-you due"),
        ("gewonnen", "Closed"),
    ],
)
def test_a_strong_word_meets_a_reply_and_a_weak_one_does_not(word: str, status: str) -> None:
    standing = standing_of(["Date sent", "Date replied", "Status"], [SENT, REPLIED, word])

    assert standing.status == status


def test_answered_as_their_response_is_a_reply_of_theirs() -> None:
    standing = standing_of(["Date sent", "Response", "Date replied"], [SENT, "answered", REPLIED])

    assert standing.status == "Reply owed"


def test_a_strong_word_is_no_thanks_for_a_meeting() -> None:
    standing = standing_of(["Date sent", "Meeting date", "Status"], [SENT, REPLIED, "in conversation"])

    assert standing.status == "Thank-you due"


@pytest.mark.parametrize("word", ["opt-out", "Unsubscribed", "do not contact", "abgemeldet", "dado de baja"])
def test_nothing_reopens_a_person_who_opted_out(word: str) -> None:
    (standing,) = standings_of(
        ["Name", "Date", "Status"], ["Ann Lee", SENT, word], ["Ann Lee", REPLIED, "replied"]
    )

    assert standing.status == "Closed"
    assert standing.why == "Do not contact, by your own entry."


@pytest.mark.parametrize(
    ("follow_up", "status", "due"),
    [
        (dt.date(2026, 7, 20), "Paused", dt.date(2026, 7, 20)),
        (dt.date(2026, 6, 26), "Follow-up due", dt.date(2026, 6, 26)),
        (None, "Paused", None),
    ],
)
def test_the_day_beside_a_parking_word_says_until_when(
    follow_up: dt.date | None, status: str, due: dt.date | None
) -> None:
    standing = standing_of(
        ["Date", "Status", "Wiedervorlage"], [dt.date(2026, 6, 2), "Wiedervorlage", follow_up]
    )

    assert (standing.status, standing.due) == (status, due)


def test_passed_alone_is_a_word_that_netsheet_asks_about_once() -> None:
    log = read_rows(
        ["Name", "Date", "Stage"], ["Ann Lee", SENT, "Passed"], ["Bo Ray", SENT, "Passed"], today=TODAY
    )

    assert codes_of(log) == ["unknown-word"]
