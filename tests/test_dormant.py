"""The week's dormant ties: who is chosen, why, and that the choice keeps."""

from __future__ import annotations

import datetime as dt

import pytest

from netsheet.core.calendar import calendar_of
from netsheet.core.followups.dormant_ties import DormantTie, compute_dormant_ties
from netsheet.core.model import Settings
from tests.a_person import Teller, a_person, on, standings

MONDAY = dt.date(2026, 3, 9)


def chosen(people: list[Teller], today: dt.date = MONDAY, ties: int = 2) -> tuple[DormantTie, ...]:
    settings = Settings(dormant_ties_a_week=ties)
    return compute_dormant_ties(
        standings(people, today), today=today, settings=settings, calendar=calendar_of(settings)
    )


def silent_crowd(count: int) -> list[Teller]:
    return [
        a_person(f"Person {number}").wrote("1 Feb 2025").they_replied("2 Feb 2025") for number in range(count)
    ]


def test_the_choice_stays_the_same_all_week() -> None:
    people = silent_crowd(30)

    weeks = {tuple(tie.person.name for tie in chosen(people, MONDAY + dt.timedelta(day))) for day in range(7)}

    assert len(weeks) == 1


def test_a_message_sent_this_week_does_not_change_the_choice() -> None:
    people = silent_crowd(10)
    before = [tie.person.name for tie in chosen(people)]

    for person in people:
        if person.name in before:
            person.wrote("10 Mar")

    assert [tie.person.name for tie in chosen(people, on("12 Mar"))] == before


def test_another_week_brings_others() -> None:
    people = silent_crowd(30)

    weeks = {
        tuple(tie.person.name for tie in chosen(people, MONDAY + dt.timedelta(7 * week))) for week in range(4)
    }

    assert len(weeks) == 4


def test_everyone_else_keeps_the_order_when_someone_is_added() -> None:
    people = silent_crowd(10)
    before = [tie.person.name for tie in chosen(people, ties=10)]

    after = [tie.person.name for tie in chosen([*people, a_person("New").wrote("2 Feb 2025")], ties=11)]

    assert [name for name in after if name != "New"] == before


@pytest.mark.parametrize(
    ("person", "reason"),
    [
        (a_person().they_replied("2 Feb 2025").who(relationship="warm"), "A warm contact, silent since 2 Feb 2025."),
        (a_person().met("2 Feb 2025").thanked("3 Feb 2025"), "You have met; silent since 3 Feb 2025."),
        (a_person().wrote("2 Feb 2025").they_replied(same_row=True), "They answered you before; silent since 2 Feb 2025."),
    ],
)  # fmt: skip
def test_the_reason_is_told(person: Teller, reason: str) -> None:
    (tie,) = chosen([person])

    assert tie.reason == reason


def test_closer_ties_come_first_and_whoever_never_answered_is_not_suggested() -> None:
    people = [
        a_person("Never answered").wrote("2 Feb 2025").who(relationship="close"),
        a_person("Answered").wrote("2 Feb 2025").they_replied("3 Feb 2025"),
        a_person("Close").wrote("2 Feb 2025").they_replied("3 Feb 2025").who(relationship="close"),
    ]

    assert [tie.person.name for tie in chosen(people, ties=3)] == ["Close", "Answered"]


@pytest.mark.parametrize(
    "person",
    [
        pytest.param(a_person().wrote("10 Mar 2025"), id="silent for a day less than a year"),
        pytest.param(a_person(), id="never contacted"),
        pytest.param(a_person().wrote("2 Feb 2025").who(state="closed"), id="closed"),
        pytest.param(a_person().wrote("2 Feb 2025").who(state="paused"), id="paused"),
        pytest.param(a_person().wrote("2 Feb 2025").to_follow_up("20 Mar"), id="follow-up ahead"),
        pytest.param(a_person().wrote("2 Feb 2025").who(meetings_ahead=(on("20 Mar"),)), id="meeting ahead"),
    ],
)
def test_who_is_not_suggested(person: Teller) -> None:
    assert chosen([person]) == ()


def test_the_number_a_week_is_a_setting() -> None:
    people = silent_crowd(5)

    assert [len(chosen(people, ties=ties)) for ties in (0, 1, 3, 9)] == [0, 1, 3, 5]
