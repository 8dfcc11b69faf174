"""The due list: what stands on it, in which order, and what comes next."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsheet.core.calendar import calendar_of
from netsheet.core.followups.dormant_ties import compute_dormant_ties
from netsheet.core.followups.due import DueItem, TurnPlaces, cut, next_coming, select_due
from netsheet.core.model import Settings
from netsheet.core.summary.people_notes import find_dates
from tests.a_person import Teller, a_person, on, standings

SETTINGS = Settings()
CALENDAR = calendar_of(SETTINGS)
PEOPLE = [
    a_person("Check").last_contact("2 Feb").who(every_days=10),
    a_person("Nudge").wrote("3 Mar"),
    a_person("Promise").promised("CV", by="12 Mar").who(company="Acme"),
    a_person("Reply").they_replied("9 Mar"),
    a_person("Referred").who(referred_by="Ben"),
    a_person("Older nudge").wrote("2 Mar"),
    a_person("Soon").wrote("10 Mar"),
    a_person("Later").wrote("12 Mar", by="LinkedIn"),
    a_person("Silent").they_replied("2 Feb 2025"),
    a_person("Closed").wrote("3 Mar").who(state="closed"),
]


def due_list(people: list[Teller], today: str, within: int = 7) -> tuple[DueItem, ...]:
    return select_due(
        standings(people, today), today=on(today), settings=SETTINGS, calendar=CALENDAR, within=within
    )


def test_what_is_fresh_comes_before_what_is_old_and_what_comes_is_ordered_by_its_day() -> None:
    items = due_list(PEOPLE, "12 Mar")

    assert [(item.person.name, item.group, item.days_overdue) for item in items] == [
        ("Promise", "now", 0),
        ("Reply", "now", 2),
        ("Referred", "now", 0),
        ("Nudge", "now", 2),
        ("Older nudge", "now", 3),
        ("Check", "now", 28),
        ("Soon", "coming", 0),
    ]


@pytest.mark.parametrize(
    ("person", "shown"),
    [
        pytest.param(a_person().met("10 Mar").who(meetings_ahead=(on("13 Mar"),)), ["thank", "meeting"], id="a meeting ahead"),
        pytest.param(a_person().met("10 Mar").to_follow_up("13 Mar"), ["thank", "follow_up"], id="an own day"),
        pytest.param(a_person().met("10 Mar").promised("CV", by="13 Mar"), ["thank", "promise"], id="a promise"),
        pytest.param(a_person().they_replied("10 Mar").who(birthday=(3, 18)), ["reply"], id="but no birthday"),
    ],
)  # fmt: skip
def test_what_has_its_day_from_the_user_is_listed_next_to_what_is_due(
    person: Teller, shown: list[str]
) -> None:
    items = due_list([person], "12 Mar")

    assert [item.action.kind for item in items if item.is_first] == shown


ORDER = [
    a_person("Meeting").wrote("2 Mar").who(meetings_ahead=(on("23 Mar"),)),
    a_person("Own day, ten working days late").last_contact("2 Feb").to_follow_up("9 Mar"),
    a_person("Promise, ten working days late").promised("CV", by="9 Mar"),
    a_person("Thanks").met("19 Mar"),
    a_person("New address").wrote("16 Mar").bounced("17 Mar"),
    a_person("Older reply").they_replied("12 Mar"),
    a_person("Own day, eleven working days late").last_contact("2 Feb").to_follow_up("6 Mar"),
    a_person("Older promise").promised("CV", by="2 Mar"),
    a_person("New").who(recorded_on=on("20 Mar")),
    a_person("Reminder").wrote("9 Mar"),
    a_person("Birthday").last_contact("3 Mar").who(birthday=(3, 23)),
    a_person("Check-in, half an interval late").last_contact("21 Feb").who(every_days=20),
    a_person("Check-in, a tenth late").last_contact("12 Dec 2025").who(every_days=90),
    a_person("Silent").they_replied("2 Feb 2025"),
    a_person("Decision").wrote("2 Feb").wrote("9 Feb").wrote("16 Feb"),
]


def test_the_list_has_six_parts_and_what_is_new_comes_first_in_each() -> None:
    everyone = standings([*reversed(ORDER)], "23 Mar")
    ties = compute_dormant_ties(everyone, today=on("23 Mar"), settings=SETTINGS, calendar=CALENDAR)

    items = select_due(
        everyone, today=on("23 Mar"), settings=SETTINGS, calendar=CALENDAR, dormant_ties=ties, within=0
    )

    assert [item.person.name for item in items] == [person.name for person in ORDER]


def _to_decide(count: int) -> list[Teller]:
    """People about whom a decision comes up on 18 March."""
    return [a_person(f"P{number}").wrote("2 Feb").wrote("9 Feb").wrote("16 Feb") for number in range(count)]


WEEK = ("18 Mar", "19 Mar", "20 Mar", "23 Mar", "24 Mar")


@pytest.mark.parametrize(
    ("count", "on_each_day"),
    [(1, [1, 0, 0, 0, 0]), (3, [3, 0, 0, 0, 0]), (4, [3, 1, 0, 0, 0]), (7, [3, 3, 1, 0, 0]), (15, [3] * 5)],
)
def test_a_decision_comes_up_on_its_day_and_once_a_week_a_few_a_day(
    count: int, on_each_day: list[int]
) -> None:
    shown = [
        [item.person.name for item in due_list(_to_decide(count), day) if item.group == "now"] for day in WEEK
    ]

    assert [len(names) for names in shown] == on_each_day
    assert len({name for names in shown for name in names}) == count
    again = [item.person.name for item in due_list(_to_decide(count), "25 Mar") if item.group == "now"]
    assert again == shown[0]


def test_where_there_are_many_decisions_each_comes_up_once_in_two_weeks() -> None:
    days = (*WEEK, "25 Mar", "26 Mar", "27 Mar", "30 Mar", "31 Mar")
    people = _to_decide(16)

    shown = [item.person.name for day in days for item in due_list(people, day) if item.group == "now"]

    assert (len(shown), len(set(shown))) == (16, 16)


@given(st.integers(1, 6), st.integers(1, 3), st.data())
def test_a_full_day_passes_a_decision_on_to_the_next_day_with_a_place(
    days: int, a_day: int, data: st.DataObject
) -> None:
    wanted = data.draw(st.lists(st.integers(0, days - 1), max_size=days * a_day))
    places, left = TurnPlaces(days, a_day), [a_day] * days
    for day in wanted:
        nearest = next(each % days for each in itertools.count(day) if left[each % days])
        left[nearest] -= 1

        assert places.take(day) == nearest


def test_thousands_of_decisions_of_one_day_find_their_days_in_a_few_steps_each() -> None:
    class Counting(list[int]):
        looks = 0

        def __getitem__(self, at: int) -> int:  # type: ignore[override]
            self.looks += 1
            return super().__getitem__(at)

    places = TurnPlaces(4000, 1)
    places._next = counting = Counting(places._next)  # noqa: SLF001  what takes the time

    taken = [places.take(0) for _ in range(4000)]

    assert taken == list(range(4000))
    assert counting.looks < 20 * len(taken)


def test_a_decision_of_another_day_says_on_which_it_comes_up() -> None:
    items = due_list(_to_decide(4), "18 Mar", within=0)

    assert [item.group for item in items] == ["now"] * 3 + ["coming"]
    assert items[-1].comes_up_on == on("19 Mar")


@pytest.mark.parametrize(
    ("today", "days"),
    [
        pytest.param("9 Mar", ["16 Mar", "16 Mar", "23 Mar"], id="on a Monday the others wait for the next"),
        pytest.param(
            "14 Mar", ["16 Mar", "16 Mar", "23 Mar", "23 Mar", "30 Mar"], id="on a weekend all wait"
        ),
    ],
)
def test_everyone_beyond_the_weeks_few_has_a_day_too(today: str, days: list[str]) -> None:
    everyone = standings([a_person(f"P{number}") for number in range(5)], today, new_people_a_week=2)

    items = select_due(everyone, today=on(today), settings=SETTINGS, calendar=CALENDAR, within=0)

    assert [item.comes_up_on for item in items if item.comes_up_on] == [on(day) for day in days]


def test_the_daily_cap_cuts_from_the_end_and_never_meetings_promises_or_replies() -> None:
    people = [
        a_person("Promise").promised("CV", by="2 Feb"),
        a_person("Reply").they_replied("9 Mar"),
        a_person("Reminder").wrote("3 Mar"),
        a_person("Check").last_contact("2 Feb").who(every_days=10),
    ]
    items = due_list(people, "12 Mar", within=0)

    assert [item.person.name for item in cut(items, 3)] == ["Reply", "Promise", "Reminder"]
    assert [item.person.name for item in cut(items, 1)] == ["Reply", "Promise"]
    assert cut(items, 9) == list(items)


@pytest.mark.parametrize(
    ("within", "coming"), [(4, []), (5, ["Soon"]), (8, ["Soon"]), (11, ["Soon", "Later"])]
)
def test_within_says_how_far_ahead_to_look(within: int, coming: list[str]) -> None:
    items = due_list(PEOPLE, "12 Mar", within=within)

    assert [item.person.name for item in items if item.group == "coming"] == coming


def test_an_item_holds_everything_there_is_to_say() -> None:
    item = due_list(PEOPLE, "13 Mar")[0]

    assert (item.person.key, item.person.company, item.status, item.action.kind) == (
        "n:promise",
        "Acme",
        "Promise due",
        "promise",
    )
    assert (item.action.due, item.days_overdue, item.action.channel) == (on("12 Mar"), 1, None)
    assert item.action.why == "You promised this by 12 Mar."
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


def test_the_weeks_people_to_reconnect_with_come_last() -> None:
    everyone = standings(PEOPLE, "12 Mar")
    ties = compute_dormant_ties(everyone, today=on("12 Mar"), settings=SETTINGS, calendar=CALENDAR)

    items = select_due(everyone, today=on("12 Mar"), settings=SETTINGS, calendar=CALENDAR, dormant_ties=ties)
    last = [item for item in items if item.group == "now"][-1]

    assert (last.person.name, last.action.kind, last.action.due) == ("Silent", "reconnect", None)
    assert last.action.why == "They answered you before; silent since 2 Feb 2025."


def test_for_an_empty_list_the_next_thing_is_known() -> None:
    people = [a_person("Later").wrote("12 Mar", by="LinkedIn"), a_person("Soon").wrote("11 Mar")]

    assert due_list(people, "12 Mar", within=2) == ()
    coming = next_coming(standings(people, "12 Mar"), today=on("12 Mar"))
    assert coming is not None
    assert (coming.person.key, coming.due) == ("n:soon", on("18 Mar"))


def test_where_nothing_comes_up_there_is_no_next_thing() -> None:
    assert next_coming(standings([a_person().last_contact("3 Mar")], "12 Mar"), today=on("12 Mar")) is None


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


def test_a_meeting_of_the_days_to_come_is_coming() -> None:
    met = a_person().wrote("2 Mar").they_replied("3 Mar").who(meetings_ahead=(on("16 Mar"),))

    items = [item for item in due_list([met], "12 Mar") if item.action.kind == "meeting"]

    assert [(item.group, item.action.due, item.action.why) for item in items] == [
        ("coming", on("16 Mar"), "Your log has a meeting for 16 Mar.")
    ]
