"""Counting working days over weekends, holidays and breaks."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netsheet.core.calendar import (
    Break,
    Period,
    WorkingCalendar,
    add_calendar_days,
    calendar_of,
    first_day_of,
    first_day_of_next,
)
from netsheet.core.model import Settings

DAYS = st.dates(min_value=dt.date(1990, 1, 1), max_value=dt.date(2100, 12, 31))
EASTER_BREAK = Break(first_on=dt.date(2026, 4, 3), last_on=dt.date(2026, 4, 10), note="Easter")


def day(text: str) -> dt.date:
    """Read "Mon 2 Mar" as a day of 2026, and prove that the weekday is right."""
    read = dt.datetime.strptime(f"{text} 2026", "%a %d %b %Y").date()
    assert read.strftime("%a") == text[:3]
    return read


@pytest.mark.parametrize(
    ("start", "count", "expected"),
    [
        pytest.param("Mon 2 Mar", 1, "Tue 3 Mar", id="the day after is the first"),
        pytest.param("Tue 3 Mar", 5, "Tue 10 Mar", id="five working days pass one weekend"),
        pytest.param("Fri 6 Mar", 1, "Mon 9 Mar", id="after a Friday comes Monday"),
        pytest.param("Sat 7 Mar", 1, "Mon 9 Mar", id="from a Saturday Monday is the first"),
        pytest.param("Sun 8 Mar", 3, "Wed 11 Mar", id="from a Sunday three days end on Wednesday"),
        pytest.param("Mon 2 Mar", 0, "Mon 2 Mar", id="zero days on a working day stay"),
        pytest.param("Sat 7 Mar", 0, "Mon 9 Mar", id="zero days on a day off move forward"),
        pytest.param("Tue 28 Apr", 3, "Mon 4 May", id="a holiday on Friday is passed over"),
        pytest.param("Wed 1 Apr", 2, "Mon 13 Apr", id="a break and the weekend behind it are passed over"),
        pytest.param("Mon 6 Apr", 1, "Mon 13 Apr", id="counting may begin inside a break"),
    ],
)
def test_working_days_are_counted_on(start: str, count: int, expected: str) -> None:
    calendar = WorkingCalendar(range(5), {day("Fri 1 May")}, [EASTER_BREAK])

    assert calendar.add_working_days(day(start), count) == day(expected)


@pytest.mark.parametrize(
    ("start", "days", "expected"),
    [
        ("Mon 2 Mar", 2, "Wed 4 Mar"),
        ("Mon 2 Mar", 5, "Mon 9 Mar"),
        ("Mon 30 Mar", 5, "Mon 13 Apr"),
        ("Thu 30 Apr", 1, "Mon 4 May"),
    ],
)
def test_calendar_days_that_end_on_a_day_off_move_forward(start: str, days: int, expected: str) -> None:
    calendar = WorkingCalendar(range(5), {day("Fri 1 May")}, [EASTER_BREAK])

    assert calendar.add_days(day(start), days) == day(expected)


@pytest.mark.parametrize(
    ("period", "start", "expected"),
    [
        ("week", "Mon 2 Mar", "Mon 9 Mar"),
        ("week", "Sun 8 Mar", "Mon 9 Mar"),
        ("week", "Fri 3 Apr", "Mon 13 Apr"),
        ("month", "Tue 31 Mar", "Wed 1 Apr"),
        ("month", "Wed 1 Jul", "Mon 3 Aug"),
        ("quarter", "Thu 1 Jan", "Wed 1 Apr"),
        ("quarter", "Wed 30 Sep", "Thu 1 Oct"),
    ],
)
def test_the_next_period_begins_on_its_first_working_day(period: Period, start: str, expected: str) -> None:
    calendar = WorkingCalendar(range(5), (), [EASTER_BREAK])

    assert calendar.next_working_day(first_day_of_next(period, day(start))) == day(expected)


def test_the_quarter_after_the_last_begins_in_the_next_year() -> None:
    assert first_day_of_next("quarter", dt.date(2026, 12, 5)) == dt.date(2027, 1, 1)


def test_a_period_begins_on_its_first_calendar_day() -> None:
    wednesday = day("Wed 20 May")

    firsts = [first_day_of(period, wednesday) for period in ("day", "week", "month", "quarter")]

    assert firsts == [wednesday, day("Mon 18 May"), day("Fri 1 May"), day("Wed 1 Apr")]


def test_the_settings_weekdays_are_used() -> None:
    calendar = calendar_of(Settings(working_weekdays=frozenset({1, 2, 3})))

    assert calendar.next_working_day(day("Fri 6 Mar")) == day("Tue 10 Mar")


def test_without_any_working_weekday_every_day_counts() -> None:
    calendar = WorkingCalendar(())

    assert calendar.next_working_day(day("Sun 8 Mar")) == day("Sun 8 Mar")


def test_a_weekday_of_a_break_would_be_a_working_day_and_a_weekend_would_not() -> None:
    calendar = WorkingCalendar(range(5), (), [EASTER_BREAK])

    assert calendar.is_workday(EASTER_BREAK.last_on)
    assert not calendar.is_working(EASTER_BREAK.last_on)
    assert not calendar.is_workday(day("Sat 11 Apr"))


def test_counting_stops_at_the_last_day_of_the_calendar() -> None:
    endless = Break(first_on=dt.date(2026, 1, 1), last_on=dt.date.max)
    calendar = WorkingCalendar(range(5), (), [endless])

    assert calendar.add_working_days(dt.date(2026, 3, 3), 2) == dt.date.max
    assert add_calendar_days(dt.date.max, 3) == dt.date.max


@given(start=DAYS, count=st.integers(1, 60))
@settings(max_examples=60, deadline=None)
def test_counting_between_undoes_counting_on(start: dt.date, count: int) -> None:
    calendar = WorkingCalendar(range(5), {dt.date(2026, 5, 1)}, [EASTER_BREAK])

    assert calendar.working_days_between(start, calendar.add_working_days(start, count)) == count


@given(start=DAYS, days=st.integers(0, 60))
@settings(max_examples=60, deadline=None)
def test_a_due_never_moves_backwards_and_ends_on_a_working_day(start: dt.date, days: int) -> None:
    calendar = WorkingCalendar(range(5), (), [EASTER_BREAK])

    moved = calendar.add_days(start, days)

    assert moved >= start + dt.timedelta(days)
    assert calendar.is_working(moved)


@given(
    start=DAYS,
    days=st.integers(0, 60),
    spans=st.lists(st.tuples(st.integers(-30, 60), st.integers(0, 20)), max_size=4),
)
@settings(deadline=None)
def test_days_outside_breaks_are_the_days_that_are_in_none(
    start: dt.date, days: int, spans: list[tuple[int, int]]
) -> None:
    breaks = [
        Break(first_on=start + dt.timedelta(at), last_on=start + dt.timedelta(at + length))
        for at, length in spans
    ]

    end = WorkingCalendar(breaks=breaks).add_days_outside_breaks(start, days)

    between = [start + dt.timedelta(number) for number in range(1, (end - start).days + 1)]
    outside = [day for day in between if not any(each.first_on <= day <= each.last_on for each in breaks)]
    assert len(outside) == days
    assert not outside or outside[-1] == end


def test_nothing_lies_between_a_day_and_an_earlier_one() -> None:
    assert WorkingCalendar().working_days_between(day("Fri 6 Mar"), day("Mon 2 Mar")) == 0
