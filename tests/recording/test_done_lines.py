"""The line that a typed word becomes: its day, its span, and when the log says the same already."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from netsheet.core.recording.done_lines import NewTouch, compute_line
from netsheet.core.recording.done_words import Recorded
from netsheet.core.recording.endings import ending_of
from netsheet.core.recording.history_lines import HistoryLine
from netsheet.core.recording.history_words import HistoryWord

D = dt.date
LAST, TODAY = D(2026, 11, 1), D(2026, 11, 20)


def line(recorded: Recorded, *new: NewTouch, last: dt.date | None = LAST) -> HistoryLine | None:
    return compute_line(
        recorded, who=" Ana  López ", who_exactly="Ana López", last_refresh_on=last, new_touches=new
    )


def done(what: HistoryWord = "wrote", **facts: Any) -> Recorded:  # noqa: ANN401 - any attribute
    return Recorded(**{"what": what, "on": TODAY, **facts})


def test_a_line_holds_everything_that_the_word_said() -> None:
    ends = (ending_of("follow_up", on=D(2026, 11, 10)),)
    recorded = done("snoozed", until=D(2026, 12, 4), note="after the fair", ends=ends, channel="phone")

    assert line(recorded, last=TODAY) == HistoryLine(
        on=TODAY,
        what="snoozed",
        who="Ana López",
        ends=ends,
        channel="phone",
        note="after the fair",
        until=D(2026, 12, 4),
        how="typed in Netsheet done",
        who_exactly="Ana López",
    )


@pytest.mark.parametrize(
    ("last", "has_day", "since"),
    [
        (D(2026, 11, 1), False, D(2026, 11, 1)),
        (D(2026, 11, 18), False, D(2026, 11, 18)),
        (D(2026, 11, 19), False, None),  # a day ago
        (TODAY, False, None),
        (None, False, None),
        (D(2026, 11, 1), True, None),
    ],
)
def test_a_word_without_a_day_has_a_span_when_the_last_refresh_is_more_than_a_day_ago(
    last: dt.date | None, *, has_day: bool, since: dt.date | None
) -> None:  # fmt: skip
    recorded = line(done(has_day=has_day), last=last)

    assert recorded is not None
    assert (recorded.on, recorded.since) == (TODAY, since)


@pytest.mark.parametrize(
    ("recorded", "new", "is_added"),
    [
        (done(), NewTouch(what="wrote", on=D(2026, 11, 12)), False),  # x, and a date typed over
        (done(), NewTouch(what="wrote"), False),
        (done(), NewTouch(what="replied", on=D(2026, 11, 12)), True),
        (done("thanked"), NewTouch(what="wrote", on=D(2026, 11, 12)), True),
        (done("replied"), NewTouch(what="replied", on=D(2026, 11, 12)), False),
        (done(has_day=True), NewTouch(what="wrote", on=TODAY), False),
        (done(has_day=True), NewTouch(what="wrote", on=D(2026, 11, 12)), True),
        (done("kept"), NewTouch(what="kept", on=TODAY), True),
    ],
)
def test_a_word_adds_nothing_when_the_log_has_that_touch_newly(
    recorded: Recorded, new: NewTouch, *, is_added: bool
) -> None:  # fmt: skip
    assert (line(recorded, new) is not None) == is_added


@pytest.mark.parametrize(
    ("recorded", "day"),
    [
        (done(is_step=True), D(2026, 11, 12)),  # the step was shown before they answered
        (done(), TODAY),  # the answer to what they wrote
        (done("thanked"), TODAY),
        (done(is_step=True, has_day=True), TODAY),
    ],
)
def test_the_message_that_was_asked_for_comes_before_what_came_in_since(
    recorded: Recorded, day: dt.date
) -> None:
    new = (
        NewTouch(what="replied", on=D(2026, 11, 15)),
        NewTouch(what="met", on=D(2026, 11, 12)),
        NewTouch(what="replied"),
    )

    placed = line(recorded, *new)

    assert placed is not None
    assert placed.on == day


def test_its_span_ends_with_what_came_in() -> None:
    placed = line(done(is_step=True), NewTouch(what="replied", on=D(2026, 11, 2)))

    assert placed is not None
    assert (placed.on, placed.since) == (D(2026, 11, 2), None)
