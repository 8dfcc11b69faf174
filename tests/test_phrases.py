from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netsheet.core.values.phrases import add_periods, read_interval_days, read_phrase

AUGUST_END = dt.date(2025, 8, 31)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("+6m", dt.date(2026, 2, 28)),
        ("6m", dt.date(2026, 2, 28)),
        ("in 6 months", dt.date(2026, 2, 28)),
        ("6 months", dt.date(2026, 2, 28)),
        ("In Six Months", dt.date(2026, 2, 28)),
        ("in 6 Monaten", dt.date(2026, 2, 28)),
        ("dans 6 mois", dt.date(2026, 2, 28)),
        ("za 6 miesięcy", dt.date(2026, 2, 28)),
        ("2 weeks", dt.date(2025, 9, 14)),
        ("2w", dt.date(2025, 9, 14)),
        ("in two weeks", dt.date(2025, 9, 14)),
        ("a couple of weeks", None),
        ("couple of weeks", dt.date(2025, 9, 14)),
        ("a week from now", dt.date(2025, 9, 7)),
        ("10 days", dt.date(2025, 9, 10)),
        ("+1y", dt.date(2026, 8, 31)),
        ("1 quarter", dt.date(2025, 11, 30)),
        ("next day", dt.date(2025, 9, 1)),
        ("next week", dt.date(2025, 9, 1)),
        ("nächste Woche", dt.date(2025, 9, 1)),
        ("la semaine prochaine", dt.date(2025, 9, 1)),
        ("next month", dt.date(2025, 9, 1)),
        ("next quarter", dt.date(2025, 10, 1)),
        ("Next Year", dt.date(2026, 1, 1)),
        ("next Friday", None),
        ("soon", None),
        ("next", None),
        ("months", None),
        ("many months", None),
        ("999 years", None),
        ("", None),
    ],
)
def test_a_follow_up_phrase_is_counted_from_its_day(text: str, expected: dt.date | None) -> None:
    assert read_phrase(text, counted_from=AUGUST_END) == expected


def test_a_month_on_from_a_leap_day_stays_in_the_month() -> None:
    assert add_periods(dt.date(2024, 2, 29), 1, "year") == dt.date(2025, 2, 28)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("90", 90),
        ("every 90 days", 90),
        ("every 3 months", 90),
        ("quarterly", 91),
        ("every quarter", 91),
        ("Monthly", 30),
        ("2w", 14),
        ("every other week", 14),
        ("alle 2 Wochen", 14),
        ("cada 6 meses", 180),
        ("month", 30),
        ("yearly", 365),
        ("often", None),
        ("many weeks", None),
        ("0", None),
        ("", None),
        ("every now and then", None),
    ],
)
def test_a_cadence_is_read_in_days(text: str, days: int | None) -> None:
    assert read_interval_days(text) == days


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=20), st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)))
def test_reading_a_phrase_never_raises_and_never_goes_back(text: str, day: dt.date) -> None:
    moved = read_phrase(text, counted_from=day)

    assert moved is None or moved >= day
    assert read_interval_days(text) != 0
