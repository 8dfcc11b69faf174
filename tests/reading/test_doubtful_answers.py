"""Responses that prove less than they seem to: what a call brought that nobody can read, and a bare "no"."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.reading.build import codes_of, read_rows

SENT_ON = dt.date(2026, 3, 27)
TODAY = dt.date(2026, 3, 30)


@pytest.mark.parametrize(
    ("text", "directions", "codes"),
    [
        ("not home", ["out"], []),
        ("she is not in today", ["out"], []),
        ("nobody there", ["out"], []),
        ("no anwser", ["out"], []),
        ("engaged", ["out"], []),
        ("busy", ["out"], []),
        ("line was busy", ["out"], []),
        ("besetzt", ["out"], []),
        ("blah blah", ["out"], ["unknown-word"]),
        ("xyz", ["out"], ["unknown-word"]),
        ("told me about the team", ["both"], []),
        ("nice chat", ["both"], []),
        ("yes", ["both"], []),
        ("she is busy until May", ["out", "in"], []),
    ],
)
def test_a_call_is_a_talk_only_where_its_response_says_so(
    text: str, directions: list[str], codes: list[str]
) -> None:
    log = read_rows(
        ["Name", "Date sent", "Channel", "Response"], ["Ann Lee", SENT_ON, "phone", text], today=TODAY
    )

    assert [touch.direction for touch in log.people[0].touches] == directions
    assert codes_of(log) == codes


@pytest.mark.parametrize(
    ("heading", "other", "text", "is_asked"),
    [
        ("Response", "wants my CV", "No", True),
        ("Response", "wants my CV", "No.", True),
        ("What came back", "wants my CV", "Nope", True),
        ("Response", "wants my CV", "no reply", False),
        ("Response", "wants my CV", "said no", False),
        ("Response", "Yes", "No", False),
        ("Response", "yes, in June", "No", False),
        ("Replied?", "Yes", "No", False),
        ("Replied?", "wants my CV", "No", False),
    ],
)
def test_a_bare_no_among_texts_is_asked_about(heading: str, other: str, text: str, *, is_asked: bool) -> None:
    log = read_rows(
        ["Name", "Date sent", heading],
        ["Ann Lee", SENT_ON, text],
        ["Bo Ray", SENT_ON, other],
        ["Cy Dow", SENT_ON, "yes"],
        today=TODAY,
    )

    assert ("no-can-be-two" in codes_of(log)) is is_asked
