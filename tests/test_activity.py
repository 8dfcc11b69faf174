from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from netsheet.core.frames import build_frames
from netsheet.core.model import Direction, Intent, Person, Place, Settings, Touch, TouchKind
from netsheet.core.numbers.activity import Balance, Week
from netsheet.core.numbers.activity import compute_balance as balance_of
from netsheet.core.numbers.activity import compute_weeks as weeks_of

TODAY = dt.date(2026, 3, 18)  # a Wednesday
PLACE = Place(sheet="Log", row=2, column=1)


def touch(
    on: dt.date | None,
    direction: Direction = "out",
    kind: TouchKind = "message",
    intent: Intent | None = None,
) -> Touch:
    return Touch(on=on, direction=direction, kind=kind, place=PLACE, intent=intent)


def people(*touches: Touch) -> list[Person]:
    return [Person(key="n:ada example", name="Ada Example", place=PLACE, rows=(2,), touches=touches)]


def compute_weeks(log: list[Person], *, today: dt.date, since: dt.date | None = None) -> tuple[Week, ...]:
    return weeks_of(build_frames(log, today=today, settings=Settings()).touches, today=today, since=since)


def compute_balance(log: list[Person], *, today: dt.date, since: dt.date | None = None) -> Balance:
    frames = build_frames(log, today=today, settings=Settings())
    return balance_of(frames.touches, frames.people, today=today, since=since)


def test_touches_are_counted_by_week_and_direction() -> None:
    monday = dt.date(2026, 3, 16)
    log = people(
        touch(monday - dt.timedelta(days=1), "in"),
        touch(monday),
        touch(monday + dt.timedelta(days=1)),
        touch(TODAY, "both", "meeting"),
        touch(TODAY, "unknown"),
    )
    assert compute_weeks(log, today=TODAY) == (
        Week(starts_on=dt.date(2026, 3, 9), sent=0, received=1, together=0, unknown=0),
        Week(starts_on=monday, sent=2, received=0, together=1, unknown=1),
    )


def test_quiet_weeks_after_the_first_touch_are_listed() -> None:
    weeks = compute_weeks(people(touch(TODAY - dt.timedelta(weeks=3))), today=TODAY)
    assert [week.sent for week in weeks] == [1, 0, 0, 0]


def test_no_more_than_twenty_six_weeks_are_listed() -> None:
    log = people(*(touch(TODAY - dt.timedelta(weeks=week)) for week in reversed(range(40))))
    weeks = compute_weeks(log, today=TODAY)
    assert (len(weeks), sum(week.sent for week in weeks)) == (26, 26)


def test_since_leaves_out_what_came_before() -> None:
    log = people(touch(dt.date(2026, 3, 9)), touch(dt.date(2026, 3, 11)), touch(TODAY))
    weeks = compute_weeks(log, today=TODAY, since=dt.date(2026, 3, 10))
    assert [week.sent for week in weeks] == [1, 1]


@pytest.mark.parametrize(
    "one", [touch(None), touch(TODAY + dt.timedelta(days=1)), touch(TODAY, "in", "bounce")]
)
def test_undated_touches_days_ahead_and_bounces_belong_to_no_week(one: Touch) -> None:
    assert compute_weeks(people(one), today=TODAY) == ()


def test_giving_and_asking_are_counted_by_intent() -> None:
    log = people(
        touch(TODAY, intent="give"),
        touch(TODAY, intent="ask"),
        touch(TODAY, "both", "meeting", "ask"),
        touch(TODAY, "in", "message", "ask"),
        touch(TODAY, intent="social"),
        touch(TODAY + dt.timedelta(days=1), intent="ask"),
        touch(None, intent="give"),
    )
    assert compute_balance(log, today=TODAY) == Balance(given=2, asked=2)


def test_since_leaves_out_what_was_given_before_and_what_has_no_day() -> None:
    log = people(
        touch(TODAY - dt.timedelta(days=9), intent="give"),
        touch(TODAY, intent="ask"),
        touch(None, intent="give"),
    )
    assert compute_balance(log, today=TODAY, since=TODAY) == Balance(given=0, asked=1)


@pytest.mark.parametrize(("days_after_touch", "given"), [(0, 1), (1, 2)])
def test_something_given_is_counted_once_a_day(days_after_touch: int, given: int) -> None:
    on = TODAY - dt.timedelta(days=5)
    (somebody,) = people(touch(on, intent="give"))
    log = [replace(somebody, value_given_on=on + dt.timedelta(days=days_after_touch))]
    assert compute_balance(log, today=TODAY).given == given


def test_a_day_of_giving_that_lies_ahead_is_not_counted() -> None:
    (somebody,) = people()
    assert (
        compute_balance([replace(somebody, value_given_on=TODAY + dt.timedelta(days=1))], today=TODAY).given
        == 0
    )
