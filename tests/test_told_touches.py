"""What a column of activities says in sentences: who wrote, who called, what was said."""

from __future__ import annotations

import datetime as dt

import pytest

from netsheet.core.model import Direction, TouchKind
from netsheet.core.values.told_touches import read_activity
from tests.reading.build import codes_of, read_rows


@pytest.mark.parametrize(
    ("text", "kind", "direction"),
    [
        ("he answered: busy until April", "reply", "in"),
        ("she replied, call on 24 Feb", "reply", "in"),
        ("she messaged me on LinkedIn", "reply", "in"),
        ("got a reply: not hiring", "reply", "in"),
        ("they called me about the role", "call", "in"),
        ("thanked her", "thanks", "out"),
        ("thanked him for the call", "thanks", "out"),
        ("wrote to her about the interview", "message", "out"),
        ("asked for 15 min", "message", "out"),
        ("asked for a call", "message", "out"),
        ("called, no answer", "call", "out"),
        ("we talked about the team", "call", "both"),
        ("sie hat geantwortet, Termin folgt", "reply", "in"),
        ("habe ihr geschrieben", "message", "out"),
        ("elle a répondu", "reply", "in"),
        ("me respondió", "reply", "in"),
        ("ha risposto", "reply", "in"),
        ("ze heeft geantwoord", "reply", "in"),
        ("odpisała", "reply", "in"),
        ("nos reunimos", "meeting", "both"),
        # A word for what it was says more than a sentence does.
        ("met her at the fair", "event", "both"),
        ("sent a connection request", "invitation", "out"),
        ("phone screen", "call", "both"),
    ],
)
def test_a_sentence_says_what_happened_and_who_wrote(
    text: str, kind: TouchKind, direction: Direction
) -> None:
    assert read_activity(text) == (kind, direction)


@pytest.mark.parametrize("text", ["", "no reply yet", "they have not replied", "they said hello", "blorb"])
def test_what_names_no_touch_is_none(text: str) -> None:
    assert read_activity(text) is None


def test_an_answer_in_a_log_of_touches_is_theirs() -> None:
    log = read_rows(
        ["Date", "Who", "What happened"],
        [dt.date(2026, 6, 1), "Ann Lee", "asked for 15 min"],
        [dt.date(2026, 6, 8), "Ann Lee", "she answered: busy until August"],
    )

    assert [touch.direction for touch in log.people[0].touches] == ["out", "in"]
    assert codes_of(log) == []
