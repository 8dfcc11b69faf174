"""What is typed under Netsheet done, next to what the row says of their answer: no word is lost, none counts twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.playing import play

HEADINGS = "Name | Channel | Date sent | What came back\n\n"
SENT = "2026-04-01\n+ Ann Lee | {channel} | 2026-04-01 |\n\n"


def played(tmp_path: Path, days: str, *, channel: str = "email") -> list[str]:
    """Play the days after a message of 1 April; the lines of the last one after what was typed."""
    lines = list(play(HEADINGS + SENT.format(channel=channel) + days, tmp_path))
    last = max(at for at, line in enumerate(lines) if line.startswith("== "))
    return [line for line in lines[last + 1 :] if not line.startswith(("   Ann Lee |", "   < Added"))]


def typed(day: str, *, done: str = "", back: str = "") -> str:
    moves = [
        f"Ann Lee | {name} | {text}"
        for name, text in (("What came back", back), ("Netsheet done", done))
        if text
    ]
    return "\n".join((day, *moves)) + "\n\n"


@pytest.mark.parametrize(
    ("back", "done"),
    [
        ("She answered, will look for me", "they replied"),
        ("she answered", ""),
        ("he answered, lets talk", ""),
        ("answered, wants to talk", ""),
        ("had a call", "they replied"),
    ],
)
def test_their_answer_is_recorded_whichever_cell_says_so(tmp_path: Path, back: str, done: str) -> None:
    recorded, *_ = played(tmp_path, typed("2026-04-03", back=back, done=done))

    assert recorded.startswith("   < Recorded for Ann Lee: they wrote to you between 1 and 3 Apr.")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("not now, ask me in 3 weeks", "not now, maybe later"),
        ("not now, ask me in 3 weeks", "not now, ask me in 3 weekss"),
        ("not now", "not at the moment, ask again later"),
    ],
)
@pytest.mark.parametrize("day", ["2026-04-14", "2026-04-17"])
def test_a_corrected_refusal_is_no_new_letter(tmp_path: Path, before: str, after: str, day: str) -> None:
    days = typed("2026-04-13", back=before, done="3 weeks") + typed(day, back=after)

    assert played(tmp_path, days) == [
        "Nothing is due today. Next: Ann Lee, 4 May. They said not now between 1 and 13 Apr; ask again on 4 May."
    ]


@pytest.mark.parametrize(
    ("before", "after", "is_new"),
    [
        ("yes, send your cv", "yes, send me your cv", False),
        ("yes", "yes, Monday at ten is fine", True),  # after the user's own answer
        ("yes", "no, sorry", True),
        ("yes, on 4 May please", "yes, on 5 May please", True),
    ],
)
def test_after_the_users_answer_only_a_slip_is_a_correction(
    tmp_path: Path, before: str, after: str, *, is_new: bool
) -> None:
    days = (
        typed("2026-04-13", back=before)
        + typed("2026-04-14", done="answered")
        + typed("2026-04-16", back=after)
    )

    assert any("they wrote to you" in line for line in played(tmp_path, days)) == is_new


def test_another_answer_on_the_next_day_is_read(tmp_path: Path) -> None:
    days = typed("2026-04-13", back="yes") + typed("2026-04-14", back="not now")

    assert "Next, on 13 Jul: follow up" in played(tmp_path, days)[0]


@pytest.mark.parametrize("gap", ["", typed("2026-04-14", back="yes, when?")])
@pytest.mark.parametrize(
    ("done", "said"),
    [("answered, call 22 april 15:00", "you wrote"), ("called him, meeting 22 april 11h", "you called")],
)
def test_an_answer_and_a_plan_are_both_recorded(tmp_path: Path, gap: str, done: str, said: str) -> None:
    recorded, coming, *_ = played(tmp_path, gap + typed("2026-04-15", done=done, back="yes, when?"))

    assert said in recorded
    assert "the meeting is on 22 Apr" in recorded
    assert "22 Apr" in coming or "22 Apr" in recorded


def test_a_plan_that_is_not_understood_is_named_and_kept(tmp_path: Path) -> None:
    lines = played(tmp_path, typed("2026-04-15", done="wrote, must call her 22 april about lunch"))

    assert any(
        "“must call her 22 april about lunch”, which netsheet does not understand" in line for line in lines
    )


def test_a_meeting_that_is_planned_leaves_the_last_one(tmp_path: Path) -> None:
    days = typed("2026-04-13", done="met") + typed("2026-04-14", done="thanked, meeting 20 april")

    recorded, *_ = played(tmp_path, days)

    assert recorded.startswith("   < Recorded as done for Ann Lee: thank-you; the meeting is on 20 Apr")


@pytest.mark.parametrize("day", ["2026-04-15", "2026-04-21"])
def test_a_call_keeps_their_promise_to_call(tmp_path: Path, day: str) -> None:
    days = typed("2026-04-14", back="he will call me next monday") + typed(day, done="he called")
    lines = played(tmp_path, days)

    assert "call them back" in lines[0]
    assert not any(
        "netsheet cannot tell" in line or "They said that they will write" in line for line in lines
    )


@pytest.mark.parametrize("done", ["no answer", "called him"])
def test_a_call_is_called_one(tmp_path: Path, done: str) -> None:
    recorded, *_ = played(tmp_path, typed("2026-04-13", done=done), channel="phone")

    assert "you called between" in recorded
