"""People, touches and first messages as frames: as the table of columns says, and never changed."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest
from hypothesis import given

from netsheet.core.calendar import WorkingCalendar
from netsheet.core.frames import FRAMES, FrameName, Frames, build_frames
from netsheet.core.model import Person, Settings
from netsheet.core.numbers.engagement import compute_engagement
from netsheet.core.numbers.goals import compute_goals
from tests.a_busy_log import FOUR_GOALS, TODAY, busy_people
from tests.a_person import a_person, on
from tests.test_engagement_laws import law, logs

COUNTED: tuple[FrameName, ...] = ("people", "touches", "openings")


def frames(*people: Person) -> Frames:
    return build_frames(people, today=TODAY, settings=Settings())


@pytest.mark.parametrize("name", COUNTED)
@pytest.mark.parametrize("count", [0, 1, 60])
def test_a_frame_has_the_columns_and_types_of_the_table_however_long_the_log(
    name: FrameName, count: int
) -> None:
    frame: pd.DataFrame = getattr(frames(*busy_people(count)), name)

    assert {column: str(dtype) for column, dtype in frame.dtypes.items()} == {
        column.name: column.dtype for column in FRAMES[name]
    }
    for column in FRAMES[name]:
        if column.words is not None:
            assert tuple(frame[column.name].cat.categories) == column.words


def test_what_the_log_does_not_say_is_missing() -> None:
    made = frames(a_person("Ana").wrote("2 Mar").person())

    assert made.people[["company", "referral_on", "relationship"]].isna().all(axis=None)
    assert made.openings[["template", "time_of_day", "personalised", "source"]].isna().all(axis=None)


def test_touches_are_in_the_order_in_which_they_happened_up_to_today() -> None:
    made = frames(a_person("Ana").wrote("2 Mar").they_replied("4 Mar").wrote("20 Mar").person())

    assert made.touches["on"].dt.date.tolist() == [on("2 Mar"), on("4 Mar")]
    assert made.touches["asks_reply"].tolist() == [True, False]


def test_a_time_of_day_counts_from_midnight() -> None:
    person = a_person("Ana").touch("2 Mar", "out", "message", at=dt.time(9, 30)).person()

    assert frames(person).touches["at"].tolist() == [pd.Timedelta(hours=9, minutes=30)]


@given(logs)
@law
def test_counting_changes_no_frame(people: list[Person]) -> None:
    made, same = frames(*people), frames(*people)

    compute_engagement(made, today=TODAY, settings=Settings(), since=TODAY - dt.timedelta(days=40))
    compute_goals(made, FOUR_GOALS, today=TODAY, calendar=WorkingCalendar())

    for name in COUNTED:
        pd.testing.assert_frame_equal(getattr(made, name), getattr(same, name))
