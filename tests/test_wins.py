"""Wins of the last seven days, the newest first."""

from __future__ import annotations

import pytest

from netsheet.core.calendar import WorkingCalendar
from netsheet.core.frames import build_frames
from netsheet.core.model import Settings
from netsheet.core.numbers.goal_counts import Goal
from netsheet.core.numbers.goals import compute_goals
from netsheet.core.numbers.wins import Win, compute_wins
from tests.a_person import Teller, a_person, on, standings


def wins(people: list[Teller], today: str, goals: tuple[Goal, ...] = ()) -> tuple[Win, ...]:
    told = [person.person() for person in people]
    frames = build_frames(told, today=on(today), settings=Settings())
    reached = compute_goals(frames, goals, today=on(today), calendar=WorkingCalendar())
    return compute_wins(standings(people, today), reached, today=on(today))


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        pytest.param(a_person().wrote("3 Mar").they_replied("9 Mar"), ("first_reply", "Ana Silva answered you for the first time."), id="a first reply"),
        pytest.param(a_person().wrote("3 Mar").they_replied("9 Mar", "negative"), ("first_reply", "Ana Silva answered you for the first time."), id="a no is a reply"),
        pytest.param(a_person().wrote("8 Mar").they_replied("9 Mar"), ("quick_reply", "Ana Silva answered within a day."), id="a quick reply"),
        pytest.param(a_person().wrote("8 Mar").they_replied("9 Mar", since=on("8 Mar")), ("first_reply", "Ana Silva answered you for the first time."), id="a reply of unknown day is not quick"),
        pytest.param(a_person().wrote("9 Mar").they_replied("9 Mar"), ("quick_reply", "Ana Silva answered the same day."), id="a reply on the same day"),
        pytest.param(a_person().wrote("2 Mar").wrote("9 Mar").they_replied("9 Mar"), ("first_reply", "Ana Silva answered you for the first time."), id="a reply to a nudge counts from the opening"),
        pytest.param(a_person().invited("1 Mar").they_accepted("2 Mar").they_replied("9 Mar"), ("first_reply", "Ana Silva answered you for the first time."), id="a reply after an acceptance"),
        pytest.param(a_person().met("9 Mar"), ("meeting", "You met Ana Silva."), id="a meeting"),
        pytest.param(a_person().met("9 Mar", "call"), ("meeting", "You spoke with Ana Silva."), id="a call"),
        pytest.param(a_person().met("9 Mar", "interview"), ("meeting", "You had an informational interview with Ana Silva."), id="an interview"),
        pytest.param(a_person().met("9 Mar", "event"), ("meeting", "You met Ana Silva at an event."), id="an event"),
        pytest.param(a_person().touch("9 Mar", "in", "referral"), ("referral", "Ana Silva referred you."), id="a referral"),
        pytest.param(a_person().who(referral_on=on("9 Mar")), ("referral", "Ana Silva referred you."), id="a referral logged with the person"),
        pytest.param(a_person().touch("9 Mar", "in", "referral").who(referral_on=on("9 Mar")), ("referral", "Ana Silva referred you."), id="a referral logged twice"),
        pytest.param(a_person().promised("CV", by="9 Mar", done=True), ("promise_kept", "You kept your promise to Ana Silva."), id="a promise kept"),
    ],
)  # fmt: skip
def test_good_news_is_a_win(person: Teller, expected: tuple[str, str]) -> None:
    (win,) = wins([person], "12 Mar")

    assert (win.kind, win.sentence) == expected
    assert (win.on, win.person) == (on("9 Mar"), "n:ana silva")


@pytest.mark.parametrize(
    "person",
    [
        pytest.param(a_person().wrote("1 Mar").they_replied("5 Mar"), id="a reply eight days ago"),
        pytest.param(a_person().wrote("1 Mar").they_replied(), id="a reply without a day"),
        pytest.param(a_person().wrote("1 Feb").they_replied("5 Feb").wrote("6 Feb").they_replied("9 Mar"), id="a later reply that took its time"),
        pytest.param(a_person().met("1 Feb").wrote("1 Mar").they_replied("9 Mar"), id="a reply of somebody the user had met"),
        pytest.param(a_person().touch("1 Feb", "both", "message").wrote("1 Mar").they_replied("9 Mar"), id="a reply after an exchange"),
        pytest.param(a_person().wrote("1 Feb").they_replied(same_row=True).wrote("1 Mar").they_replied("9 Mar"), id="a reply after one whose day is not known"),
        pytest.param(a_person().wrote("1 Mar").got_automatic_reply("9 Mar"), id="an automatic reply"),
        pytest.param(a_person().promised("CV", by="9 Mar"), id="an open promise"),
        pytest.param(a_person().promised("CV", done=True), id="a kept promise without a day"),
        pytest.param(a_person().who(referral_on=on("20 Mar")), id="a referral ahead"),
        pytest.param(a_person().met("20 Mar"), id="a meeting ahead"),
        pytest.param(a_person(), id="nothing"),
    ],
)  # fmt: skip
def test_other_news_is_no_win(person: Teller) -> None:
    assert wins([person], "12 Mar") == ()


def test_the_newest_win_comes_first_and_the_last_seven_days_count() -> None:
    people = [
        a_person("Ana").met("6 Mar"),
        a_person("Ben").met("12 Mar"),
        a_person("Cem").met("5 Mar"),
        a_person("Abe").met("12 Mar"),
    ]

    assert [win.sentence for win in wins(people, "12 Mar")] == [
        "You met Abe.",
        "You met Ben.",
        "You met Ana.",
    ]


def test_a_goal_that_is_met_is_a_win_and_so_is_a_streak() -> None:
    people = [a_person("Ana").wrote("4 Mar"), a_person("Ben").wrote("10 Mar")]
    goal = Goal(metric="new_connections", target=1, period="week")

    assert [(win.kind, win.on, win.sentence) for win in wins(people, "12 Mar", (goal,))] == [
        ("goal_met", on("10 Mar"), "New connections: 1 of 1 this week."),
        ("streak", on("10 Mar"), "New connections: 2 weeks in a row."),
    ]


def test_a_goal_that_is_not_met_is_no_win() -> None:
    goal = Goal(metric="new_connections", target=3, period="month")

    assert wins([a_person().wrote("10 Mar")], "12 Mar", (goal,)) == ()
