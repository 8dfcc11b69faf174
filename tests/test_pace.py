"""The pace of a goal: about which day, with a range that is as wide as counting a few things makes it."""

from __future__ import annotations

import datetime as dt
import random
from math import exp, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from netsheet.core.calendar import Break, WorkingCalendar
from netsheet.core.numbers.pace import FEWEST_DONE, FEWEST_WEEKS, MOST_DAYS, compute_pace

MONDAY = dt.date(2026, 3, 16)
CALENDAR = WorkingCalendar()
WEEKS = st.lists(st.integers(0, 40), min_size=1, max_size=8)


def test_the_day_is_what_is_left_at_the_rate_of_the_last_weeks() -> None:
    pace = compute_pace([2] * 8, 14, today=MONDAY, calendar=CALENDAR)

    assert pace is not None
    assert (pace.on, pace.weeks, pace.done) == (MONDAY + dt.timedelta(49), 8, 16)
    spread = exp(stats.norm.ppf(0.9) * sqrt(1 / 16 + 1 / 14))
    assert pace.earliest_on == MONDAY + dt.timedelta(int(49 / spread) + 1)
    assert pace.latest_on == MONDAY + dt.timedelta(int(49 * spread) + 1)


@given(WEEKS, st.integers(0, 200), st.lists(st.integers(0, 700), max_size=3))
def test_the_day_is_never_before_today_and_lies_in_its_range(
    weekly: list[int], left: int, breaks: list[int]
) -> None:
    spans = [
        Break(first_on=MONDAY + dt.timedelta(at), last_on=MONDAY + dt.timedelta(at + 9)) for at in breaks
    ]

    pace = compute_pace(weekly, left, today=MONDAY, calendar=WorkingCalendar(breaks=spans))

    is_known = left > 0 and len(weekly) >= FEWEST_WEEKS and sum(weekly) >= FEWEST_DONE
    assert (pace is not None) == is_known
    if pace is not None:
        far = dt.date.max
        days = [day or far for day in (pace.earliest_on, pace.on, pace.latest_on)]
        assert days == sorted(days)
        assert days[0] > MONDAY
        assert all(WorkingCalendar(breaks=spans).break_at(day) is None for day in days if day != far)


@given(st.integers(1, 60), st.integers(1, 60))
def test_more_to_do_never_comes_earlier(left: int, more: int) -> None:
    first, second = (
        compute_pace([1, 2, 0, 3], count, today=MONDAY, calendar=CALENDAR) for count in (left, left + more)
    )

    assert first is not None
    assert second is not None
    assert (first.on or dt.date.max) <= (second.on or dt.date.max)


def test_what_is_more_than_two_years_ahead_has_no_day() -> None:
    pace = compute_pace([1, 1, 0, 1], 1000, today=MONDAY, calendar=CALENDAR)

    assert pace is not None
    assert (pace.on, pace.latest_on) == (None, None)
    assert MOST_DAYS < 1000 * 28 / 3


@pytest.mark.parametrize(("per_week", "left"), [(1.5, 3), (1.5, 12), (4, 10), (4, 40)])
def test_the_range_holds_the_true_day_four_times_in_five(per_week: float, left: int) -> None:
    """Weeks of a Poisson process, and the day on which what is left of it is done."""
    chance = random.Random(20260316)  # noqa: S311  a simulation
    held = known = 0
    for _ in range(3000):
        weekly = [_poisson(chance, per_week) for _ in range(8)]
        true_days = sum(chance.expovariate(per_week / 7) for _ in range(left))
        pace = compute_pace(weekly, left, today=MONDAY, calendar=CALENDAR)
        if pace is None:
            continue
        known += 1
        true_on = MONDAY + dt.timedelta(int(true_days) + 1)
        held += (pace.earliest_on or dt.date.max) <= true_on <= (pace.latest_on or dt.date.max)

    assert known > 2500
    assert 0.76 <= held / known <= 0.84


def _poisson(chance: random.Random, mean: float) -> int:
    count, time = 0, chance.expovariate(mean)
    while time < 1:
        count, time = count + 1, time + chance.expovariate(mean)
    return count
