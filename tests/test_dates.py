from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netsheet.core.grid import CellValue
from netsheet.core.model import DateOrder
from netsheet.core.values.dates import NotRead, ReadDate, decide_order, read_date, short_date

DAY = dt.date(2025, 3, 4)


@pytest.mark.parametrize(
    "value",
    [
        DAY,
        dt.datetime(2025, 3, 4),
        45720,
        45720.0,
        "45720",
        20250304,
        "20250304",
        "2025-03-04",
        "2025/3/4",
        "2025.03.04",
        " 2025-03-04 ",
        "✓ 2025-03-04",
        "4 Mar 2025",
        "4. März 2025",
        "4 mars 2025",
        "4 de marzo de 2025",
        "4 de março de 2025",
        "4 marzo 2025",
        "4 maart 2025",
        "4 mrt 2025",
        "4 marca 2025",
        "4th March 2025",
        "4th of March, 2025",
        "4-Mar-25",
        "4mar2025",
        "March 4, 2025",
        "Mar 4th 2025",
        "Mar 4 '25",
        "Tuesday, March 4, 2025",
        "Tue 4 Mar 2025",
        "mar 4 mars 2025",
        "le 4 mars 2025",
        "2025 March 4",
        "4.3.2025",
        "04.03.25",
        "Di 4.3.2025",
    ],
)
def test_one_day_is_read_from_every_spelling_of_it(value: CellValue) -> None:
    assert read_date(value) == ReadDate(on=DAY)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("1 Oct 2025", 10),
        ("1. Okt. 2025", 10),
        ("1 octobre 2025", 10),
        ("1 ottobre 2025", 10),
        ("1 outubro 2025", 10),
        ("1 paź 2025", 10),
        ("1 października 2025", 10),
        ("1er août 2025", 8),
        ("1º de maio de 2025", 5),
        ("1 lipca 2025", 7),
        ("1 luglio 2025", 7),
        ("1 juil. 2025", 7),
        ("1 giu 2025", 6),
        ("1 kwi 2025", 4),
        ("1 dez 2025", 12),
        ("1 enero 2025", 1),
        ("1 févr. 2025", 2),
    ],
)
def test_month_names_are_read_in_eight_languages(text: str, month: int) -> None:
    assert read_date(text) == ReadDate(on=dt.date(2025, month, 1))


@pytest.mark.parametrize(
    ("value", "at"),
    [
        (dt.datetime(2025, 3, 4, 18, 49, 48), dt.time(18, 49, 48)),
        (45720.5, dt.time(12)),
        ("2025-03-04T10:11:12Z", dt.time(10, 11, 12)),
        ("2025-03-04T10:11:12.345+02:00", dt.time(10, 11, 12)),
        ("2025-03-04 10:11", dt.time(10, 11)),
        ("4.3.2025 18:49:48", dt.time(18, 49, 48)),
        ("4 Mar 2025, 3:15 pm", dt.time(15, 15)),
        ("4 Mar 2025 at 12:05 a.m.", dt.time(0, 5)),
        ("4 mars 2025 18h30", dt.time(18, 30)),
    ],
)
def test_a_time_of_day_is_kept_as_it_was_written(value: CellValue, at: dt.time) -> None:
    assert read_date(value) == ReadDate(on=DAY, at=at)


@pytest.mark.parametrize(
    ("text", "order", "expected"),
    [
        ("3/4/2025", "dmy", dt.date(2025, 4, 3)),
        ("3/4/2025", "mdy", dt.date(2025, 3, 4)),
        ("3-4-25", "dmy", dt.date(2025, 4, 3)),
        ("13/4/2025", "auto", dt.date(2025, 4, 13)),
        ("4/13/2025", "auto", dt.date(2025, 4, 13)),
        ("4/13/2025", "dmy", dt.date(2025, 4, 13)),
        ("13/4/2025", "mdy", dt.date(2025, 4, 13)),
        ("5/5/2025", "auto", dt.date(2025, 5, 5)),
        ("4.3.2025", "mdy", dt.date(2025, 3, 4)),
        ("26-02-13", "ymd", dt.date(2026, 2, 13)),
        ("26-02-13", "dmy", dt.date(2013, 2, 26)),
        ("45-02-13", "auto", dt.date(2045, 2, 13)),
        ("13-02-45", "auto", dt.date(2045, 2, 13)),
        ("\u200e2026-02-10", "auto", dt.date(2026, 2, 10)),
        ("2026-02-\u206610\u2069", "auto", dt.date(2026, 2, 10)),
        ("\u202a10 Feb 2026\u202c", "auto", dt.date(2026, 2, 10)),
        ("2026年2月10日", "auto", dt.date(2026, 2, 10)),
        ("2026 年 2 月 10 號", "auto", dt.date(2026, 2, 10)),
        ("2026년 2월 10일", "auto", dt.date(2026, 2, 10)),
        ("12/31/69", "auto", dt.date(1969, 12, 31)),
        ("12/31/68", "auto", dt.date(2068, 12, 31)),
    ],
)
def test_day_and_month_follow_the_order_that_is_known(text: str, order: DateOrder, expected: dt.date) -> None:
    assert read_date(text, order=order) == ReadDate(on=expected)


@pytest.mark.parametrize("text", ["3/4/2025", "03-04-25", "26-02-13", "13-02-26", "11/04/2026 18:49:48"])
def test_an_undecided_order_is_never_guessed(text: str) -> None:
    assert read_date(text) == NotRead(fault="ambiguous")


@pytest.mark.parametrize(
    ("text", "month_day"),
    [
        ("22nd Sept", (9, 22)),
        ("January 7", (1, 7)),
        ("29 Feb", (2, 29)),
        ("5/21", (5, 21)),
        ("21/5", (5, 21)),
        ("12.05.", (5, 12)),
        ("5/6", None),
    ],
)
def test_a_day_without_a_year_says_so(text: str, month_day: tuple[int, int] | None) -> None:
    assert read_date(text) == NotRead(fault="without year", month_day=month_day)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("4 Mar 2025 - after his holiday", "after his holiday"),
        ("2025-03-04 (call)", "call"),
        ("4.3.2025: Zoom, 30 min", "Zoom, 30 min"),
        ("4 Mar 2025 \u2013 30 people", "30 people"),
    ],
)
def test_what_stands_behind_a_day_is_a_note(text: str, note: str) -> None:
    assert read_date(text) == ReadDate(on=DAY, note=note)


def test_a_note_behind_a_day_without_year_is_kept_too() -> None:
    assert read_date("12 May - after his holiday") == NotRead(
        fault="without year", month_day=(5, 12), note="after his holiday"
    )


@pytest.mark.parametrize(
    "value",
    [
        "soon",
        "No Response",
        "May 2025",
        "31.02.2025",
        "2025-13-01",
        "32/1/2025",
        "12-14 May 2025",
        "5/2025",
        "3.5",
        "5-6",
        "before 12 May 2025",
        "2025-03-04x",
        "4 Mar 2025 25:71",
        "someday 3/4/2025",
        "30 Feb",
        "5/21x",
        7,
        2025,
        -1,
        1e12,
        float("nan"),
        float("inf"),
        True,
        dt.time(10),
        dt.timedelta(days=3),
        dt.date(1, 1, 1),
    ],
)
def test_what_is_no_day_is_said_to_be_none(value: CellValue) -> None:
    assert read_date(value) == NotRead(fault="unreadable")


def test_two_dates_in_one_cell_are_not_reduced_to_one() -> None:
    assert read_date("14/05/2025, 15/06/2025") == NotRead(fault="several")


@pytest.mark.parametrize("value", ["", "  ", 0, dt.date(1899, 12, 30), dt.datetime(1899, 12, 31)])
def test_an_empty_cell_and_a_formula_over_nothing_hold_no_day(value: CellValue) -> None:
    assert read_date(value) is None


@pytest.mark.parametrize(
    ("values", "evidence"),
    [
        (["3/4/2025", "13/4/2025"], "dmy"),
        (["3/4/2025", "4/13/2025"], "mdy"),
        (["13/4/2025", "4/13/2025"], "conflicting"),
        (["26-02-13", "26-03-02", "26-03-09", "26-01-31"], "ymd"),
        (["13-02-26", "02-03-26", "09-03-26", "31-01-26"], "dmy"),
        (["02-13-26", "03-02-26", "03-09-26", "01-31-26"], "mdy"),
        (["26-02-13", "25-03-02"], None),
        (["45-02-13"], "ymd"),
        (["13-02-45"], "dmy"),
        (["3/4/2025", "5/6/2025", "", DAY, 45720], None),
        (["31.12.2025", "2025-12-31"], None),
        ([], None),
    ],
)
def test_a_columns_own_cells_decide_its_order(values: list[CellValue], evidence: str | None) -> None:
    assert decide_order(values) == evidence


@pytest.mark.parametrize(
    ("day", "text"), [(dt.date(2026, 3, 3), "3 Mar"), (dt.date(2025, 12, 31), "31 Dec 2025")]
)
def test_a_day_in_a_sentence_has_its_year_only_when_it_is_another_one(day: dt.date, text: str) -> None:
    assert short_date(day, today=dt.date(2026, 5, 1)) == text


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(
        st.text(max_size=30),
        st.from_regex(r"\d{1,4}[-/. ]\d{1,4}[-/. ]\d{1,4}.{0,8}", fullmatch=True),
        st.floats(),
        st.integers(),
        st.datetimes(),
    )
)
def test_reading_a_date_never_raises(value: CellValue) -> None:
    assert isinstance(read_date(value), ReadDate | NotRead | None)


@settings(max_examples=100, deadline=None)
@given(st.dates(dt.date(1970, 1, 1), dt.date(2068, 12, 31)))
def test_a_day_spelt_in_any_way_comes_back(day: dt.date) -> None:
    spellings = [
        day.isoformat(),
        f"{day:%d.%m.%Y}",
        f"{day.day} {short_date(day, today=dt.date(1, 1, 1))[-8:-5].strip()} {day.year}",
    ]
    assert [read_date(spelling) for spelling in spellings] == [ReadDate(on=day)] * 3
