"""What a column of activities says in sentences: who wrote, who called, what was said."""

from __future__ import annotations

import datetime as dt

import pytest

from netsheet.core.model import Direction, TouchKind
from netsheet.core.values.told_touches import read_activity
from tests.reading.build import codes_of, read_rows
from tests.test_users_words import standings_of


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
        # How things are says who wrote too.
        ("the position has been filled", "reply", "in"),
        ("she'll get back to me next week", "reply", "in"),
        ("declined my invite", "reply", "in"),
        ("please stop", "reply", "in"),
        ("he left the company", "bounce", "in"),
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


@pytest.mark.parametrize(
    ("text", "status", "why"),
    [
        ("the position is filled", "Thank-you due", "They said no on 8 Jun"),
        ("declined my invite", "Thank-you due", "They said no on 8 Jun"),
        ("please stop", "Closed", "They want no more messages."),
        ("he left the company", "Closed", "They no longer work there."),
        ("not hiring now, try again in autumn", "Scheduled", "They said not now on 8 Jun"),
        ("she'll get back to me", "Waiting", "They said that they will write"),
        (
            "no reply yet",
            "Reminder due",
            "No reply 7 working days after your message of 1 Jun; reminder 1 of 2.",
        ),
    ],
)
def test_what_happened_says_how_things_are(text: str, status: str, why: str) -> None:
    (standing,) = standings_of(
        ["Date", "Who", "What happened"],
        [dt.date(2026, 6, 1), "Ann Lee", "emailed her"],
        [dt.date(2026, 6, 8), "Ann Lee", text],
        today=dt.date(2026, 6, 10),
    )

    assert (standing.status, standing.why[: len(why)]) == (status, why)


def test_a_later_row_opens_again_what_a_no_closed() -> None:
    (standing,) = standings_of(
        ["Date", "Who", "What happened"],
        [dt.date(2026, 6, 1), "Ann Lee", "they said no"],
        [dt.date(2026, 6, 8), "Ann Lee", "she called me"],
        today=dt.date(2026, 6, 10),
    )

    assert standing.status == "Thank-you due"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("met, thanked", "In touch"),
        ("met and thanked her", "In touch"),
        ("met - thank you sent 9 Jun", "In touch"),
        ("coffee, sent a quick thank you note", "In touch"),
        ("getroffen, bedankt", "In touch"),
        ("met", "Thank-you due"),
        ("met, to thank", "Thank-you due"),
        ("met, not thanked yet", "Thank-you due"),
        ("met, she thanked me", "Thank-you due"),
    ],
)
def test_thanks_that_are_told_are_heard(text: str, status: str) -> None:
    met = dt.date(2026, 6, 8)
    told = ["Date", "Who", "What happened"], [met, "Ann Lee", text], [met, "Bo Ray", "emailed"]
    reported = ["Date sent", "Who", "Meeting date", "Status"], [dt.date(2026, 6, 1), "Ann Lee", met, text]

    for rows in (told, reported):
        assert standings_of(*rows, today=dt.date(2026, 6, 10))[0].status == status
