"""A day that was typed over is kept; a slip that was corrected, and cells that moved, are not."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsheet.core.recording.memory_lines import DayCell
from netsheet.core.recording.overwritten_days import PersonDays, find_overwritten

D = dt.date
OLD, NEW = D(2026, 9, 3), D(2026, 10, 23)


def cells(*days: dt.date, field: str = "date") -> tuple[DayCell, ...]:
    return tuple(DayCell(field=field, what="wrote", on=on) for on in days)


def kept(before: tuple[DayCell, ...], now: tuple[DayCell, ...], *touches: dt.date) -> list[dt.date]:
    touch_days = {*touches, *(cell.on for cell in now)}
    found = find_overwritten({"ana": PersonDays(before=before, now=now, touch_days=touch_days)})
    return [cell.on for cell in found.get("ana", ())]


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        (cells(OLD), cells(NEW), [OLD]),
        (cells(OLD), cells(D(2026, 9, 4)), [OLD]),
        (cells(OLD), cells(OLD), []),
        (cells(OLD), cells(D(2026, 9, 2)), []),  # an earlier day corrects a later one
        (cells(OLD), (), []),  # a row that was deleted, a cell that was emptied
        ((), cells(NEW), []),
        (cells(OLD), cells(NEW, field="first_contact"), []),  # under another heading
        (cells(OLD), cells(OLD, NEW), []),  # a new row
        (cells(OLD, NEW), cells(NEW, D(2026, 11, 2)), [OLD]),
        (
            cells(OLD, D(2026, 9, 4)),
            cells(NEW),
            [OLD],
        ),  # one row deleted, one typed over: at least one happened
        (cells(OLD, D(2026, 9, 4)), cells(NEW, D(2026, 11, 2)), [OLD, D(2026, 9, 4)]),
        (cells(OLD, OLD), cells(NEW, OLD), []),  # the old day is still there
        (cells(D(2025, 9, 3)), cells(D(2026, 9, 3)), []),  # the year was a slip
        (cells(D(2026, 3, 4)), cells(D(2026, 4, 3)), []),  # day and month were swapped
        (cells(D(2025, 3, 4)), cells(D(2026, 4, 3)), [D(2025, 3, 4)]),
        (cells(D(2026, 3, 4)), cells(D(2026, 4, 4)), [D(2026, 3, 4)]),
        (cells(D(2025, 9, 3), OLD), cells(D(2026, 9, 3), NEW), [D(2025, 9, 3)]),
    ],
)
def test_a_day_is_kept_when_a_later_one_stands_in_its_cell(
    before: tuple[DayCell, ...], now: tuple[DayCell, ...], expected: list[dt.date]
) -> None:
    assert kept(before, now) == expected


def test_a_day_that_is_among_their_touches_is_not_kept_twice() -> None:
    assert kept(cells(OLD), cells(NEW), OLD) == []


def test_what_the_cell_said_is_kept_with_its_day() -> None:
    before = (DayCell(field="response_date", what="replied", on=OLD),)
    now = (DayCell(field="response_date", what="replied", on=NEW),)

    assert find_overwritten({"ana": PersonDays(before=before, now=now)}) == {"ana": before}


def test_cells_that_may_belong_to_others_keep_nothing() -> None:
    left = PersonDays(before=cells(OLD), now=cells(NEW), is_left_behind=True)

    assert find_overwritten({"ana": left}) == {}


def test_days_that_a_sort_moved_to_other_people_are_not_kept() -> None:
    sorted_alone = {
        "ana": PersonDays(before=cells(OLD), now=cells(NEW)),
        "ben": PersonDays(before=cells(NEW), now=cells(OLD)),
        "eve": PersonDays(before=cells(D(2026, 8, 1)), now=cells(D(2026, 11, 1))),
    }

    assert find_overwritten(sorted_alone) == {"eve": cells(D(2026, 8, 1))}


DAYS = st.lists(st.dates(min_value=D(2026, 1, 1), max_value=D(2026, 3, 1)), max_size=4)


@given(st.dictionaries(st.sampled_from("abcdef"), st.tuples(DAYS, DAYS), max_size=4))
def test_only_days_that_are_gone_are_kept_each_for_a_later_new_one(
    people: dict[str, tuple[list[dt.date], list[dt.date]]],
) -> None:
    found = find_overwritten(
        {name: PersonDays(before=cells(*before), now=cells(*now)) for name, (before, now) in people.items()}
    )

    for name, lost in found.items():
        before, now = people[name]
        new = [on for on in now if now.count(on) > before.count(on)]
        assert all(before.count(cell.on) > now.count(cell.on) for cell in lost)
        assert len(lost) <= len(new)
        assert all(max(new) > cell.on for cell in lost)


@given(st.dictionaries(st.sampled_from("abcdef"), DAYS, max_size=4))
def test_rows_in_another_order_keep_nothing(people: dict[str, list[dt.date]]) -> None:
    days = {name: PersonDays(before=cells(*on), now=cells(*reversed(on))) for name, on in people.items()}

    assert find_overwritten(days) == {}
