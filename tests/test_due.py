"""The due list: what stands on it, in which order, and what comes next."""

from __future__ import annotations

import pytest

from netsheet.core.followups.dormant_ties import compute_dormant_ties
from netsheet.core.followups.due import DueItem, next_coming, select_due
from netsheet.core.model import Settings
from netsheet.core.summary.people_notes import find_dates
from tests.a_person import Teller, a_person, on, standings

PEOPLE = [
    a_person("Check").last_contact("2 Feb").who(every_days=10),
    a_person("Nudge").wrote("3 Mar"),
    a_person("Promise").promised("CV", by="12 Mar").who(company="Acme"),
    a_person("Reply").they_replied("9 Mar"),
    a_person("Referred").who(referred_by="Ben"),
    a_person("Older nudge").wrote("2 Mar"),
    a_person("Soon").wrote("10 Mar"),
    a_person("Later").wrote("12 Mar", by="LinkedIn"),
    a_person("Silent").wrote("2 Feb 2025"),
    a_person("Closed").wrote("3 Mar").who(state="closed"),
]


def due_list(people: list[Teller], today: str, within: int = 7) -> tuple[DueItem, ...]:
    return select_due(standings(people, today), today=on(today), within=within)


def test_what_is_due_stands_by_rank_then_the_oldest_and_what_comes_by_its_day() -> None:
    items = due_list(PEOPLE, "12 Mar")

    assert [(item.person.name, item.group, item.days_overdue) for item in items] == [
        ("Promise", "Today", 0),
        ("Reply", "Overdue", 2),
        ("Referred", "Today", 0),
        ("Older nudge", "Overdue", 3),
        ("Nudge", "Overdue", 2),
        ("Check", "Overdue", 28),
        ("Soon", "Coming", 0),
    ]


@pytest.mark.parametrize(
    ("within", "coming"), [(4, []), (5, ["Soon"]), (8, ["Soon"]), (11, ["Soon", "Later"])]
)
def test_within_says_how_far_ahead_to_look(within: int, coming: list[str]) -> None:
    items = due_list(PEOPLE, "12 Mar", within=within)

    assert [item.person.name for item in items if item.group == "Coming"] == coming


def test_an_item_holds_everything_there_is_to_say() -> None:
    item = due_list(PEOPLE, "13 Mar")[0]

    assert (item.person.key, item.person.company, item.status, item.action.kind) == (
        "n:promise",
        "Acme",
        "Promise due",
        "promise",
    )
    assert (item.action.due, item.days_overdue, item.action.channel) == (on("12 Mar"), 1, None)
    assert item.action.why == "You promised “CV” by 12 Mar."
    assert item.action.place.address == "I2"
    assert item.action.next_step == "Keep your promise: “CV”"


def test_a_coming_item_carries_the_status_of_the_row() -> None:
    assert due_list(PEOPLE, "12 Mar")[-1].status == "Waiting"


def test_several_actions_of_one_person_are_all_listed() -> None:
    person = a_person().promised("CV", by="12 Mar").wrote("3 Mar")

    items = due_list([person], "12 Mar")

    assert [(item.action.kind, item.status) for item in items] == [
        ("promise", "Promise due"),
        ("nudge", "Reminder due"),
    ]


def test_the_weeks_dormant_ties_stand_last_and_are_not_due() -> None:
    everyone = standings(PEOPLE, "12 Mar")
    ties = compute_dormant_ties(everyone, today=on("12 Mar"), settings=Settings())

    items = select_due(everyone, today=on("12 Mar"), dormant_ties=ties)

    assert (items[-1].person.name, items[-1].action.kind, items[-1].group, items[-1].action.due) == (
        "Silent",
        "reconnect",
        "Coming",
        None,
    )
    assert items[-1].action.why == "Known to you and silent since 2 Feb 2025."


def test_for_an_empty_list_the_next_thing_is_known() -> None:
    people = [a_person("Later").wrote("12 Mar", by="LinkedIn"), a_person("Soon").wrote("11 Mar")]

    assert due_list(people, "12 Mar", within=2) == ()
    coming = next_coming(standings(people, "12 Mar"), today=on("12 Mar"))
    assert coming is not None
    assert (coming.person.key, coming.due) == ("n:soon", on("18 Mar"))


def test_where_nothing_comes_up_there_is_no_next_thing() -> None:
    assert next_coming(standings([a_person()], "12 Mar"), today=on("12 Mar")) is None


def test_important_dates_are_those_of_the_next_thirty_days() -> None:
    people = [
        a_person("Today").who(birthday=(3, 12)),
        a_person("Thirty").who(birthday=(4, 11)),
        a_person("Too late").who(birthday=(4, 12)),
        a_person("Yesterday").who(birthday=(3, 11)),
        a_person("Closed").who(birthday=(3, 20), state="closed"),
        a_person("Unknown"),
        a_person("Week").who(birthday=(3, 19)),
    ]

    dates = find_dates([person.person() for person in people], today=on("12 Mar"))

    assert [(date.person.name, date.on) for date in dates] == [
        ("Today", on("12 Mar")),
        ("Week", on("19 Mar")),
        ("Thirty", on("11 Apr")),
    ]
