from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netsheet.core.model import Direction, Person, Place, Settings, Touch, TouchKind
from netsheet.core.numbers.openings import Opening, compute_openings
from netsheet.core.touch_facts import facts_of

TODAY = dt.date(2026, 3, 16)


def day(days_ago: int) -> dt.date:
    return TODAY - dt.timedelta(days=days_ago)


def touch(
    days_ago: int | None,
    direction: Direction = "out",
    kind: TouchKind = "message",
    *,
    row: int = 2,
    column: int = 1,
) -> Touch:
    on = None if days_ago is None else day(days_ago)
    return Touch(on=on, direction=direction, kind=kind, place=Place(sheet="Log", row=row, column=column))


def sent(days_ago: int | None, *, row: int = 2) -> Touch:
    return touch(days_ago, row=row)


def asked(days_ago: int) -> Touch:
    return replace(sent(days_ago), intent="ask")


def reply(days_ago: int | None, *, row: int = 2) -> Touch:
    return touch(days_ago, "in", "reply", row=row, column=2)


def bounce(days_ago: int | None, *, row: int = 2) -> Touch:
    return touch(days_ago, "in", "bounce", row=row, column=3)


def person(*touches: Touch) -> Person:
    place = Place(sheet="Log", row=2, column=1)
    return Person(key="n:ada example", name="Ada Example", place=place, rows=(2,), touches=touches)


def openings(*touches: Touch) -> tuple[Opening, ...]:
    return compute_openings([person(*touches)], today=TODAY, settings=Settings())


def outcomes(*touches: Touch) -> list[str]:
    return [opening.outcome for opening in openings(*touches)]


@pytest.mark.parametrize(
    ("touches", "expected"),
    [
        ([], []),
        ([sent(0)], ["waiting"]),
        ([sent(13)], ["waiting"]),
        ([sent(14)], ["matured"]),
        ([sent(20), reply(18)], ["replied"]),
        ([sent(1), reply(0)], ["replied"]),
        ([sent(300), reply(5)], ["replied"]),
        ([sent(20), sent(15), sent(10)], ["matured"]),
        ([sent(20), sent(15), sent(10), reply(8)], ["replied"]),
        ([sent(20), reply(18), sent(10)], ["replied"]),
        ([sent(20), reply(18), sent(10), sent(5)], ["replied"]),
        ([sent(20), reply(18), asked(10)], ["replied", "waiting"]),
        ([sent(20), reply(18), touch(17, "out", "thanks"), sent(10)], ["replied", "waiting"]),
        ([sent(150), reply(140), sent(50)], ["replied"]),
        ([sent(150), reply(141), sent(50)], ["replied", "matured"]),
        ([sent(150), reply(140), sent(130), sent(40)], ["replied"]),
        ([sent(150), reply(140), sent(130), sent(39)], ["replied", "matured"]),
        ([touch(20, "in", "reply", row=9), sent(18)], []),
        ([touch(20, "in", "reply", row=9), sent(18), reply(17)], []),
        ([sent(20), touch(18, "in", "automatic reply")], ["matured"]),
        ([touch(20, "out", "invitation"), touch(18, "in", "acceptance"), sent(10)], ["replied", "waiting"]),
        ([sent(20), touch(18, "both", "meeting"), sent(10)], ["replied", "waiting"]),
        ([sent(20), touch(18, "both", "call")], ["replied"]),
        ([sent(20), touch(18, "unknown")], ["matured"]),
        ([sent(20), touch(18, "in", "referral")], ["replied"]),
        ([touch(20, "out", "thanks"), touch(19, "out", "wish"), touch(18, "out", "social")], []),
        ([touch(20, "out", "event")], []),
        ([sent(20), touch(18, "out", "thanks"), reply(17)], ["replied"]),
        ([sent(20), bounce(20)], ["bounced"]),
        ([sent(3), bounce(3)], ["bounced"]),
        ([bounce(3)], []),
        ([sent(20), bounce(19), sent(18), reply(17)], ["bounced", "replied"]),
        ([sent(20), bounce(19), reply(10)], ["replied"]),
        ([sent(20), reply(19), bounce(18)], ["replied"]),
        ([sent(20), bounce(None)], ["bounced"]),
    ],
)
def test_what_became_of_each_opening(touches: list[Touch], expected: list[str]) -> None:
    assert outcomes(*touches) == expected


@pytest.mark.parametrize(("gap_days", "opening_count"), [(89, 1), (90, 1), (91, 2)])
def test_after_more_than_ninety_silent_days_the_next_send_opens_a_thread(
    gap_days: int, opening_count: int
) -> None:
    assert len(openings(sent(100 + gap_days), sent(100))) == opening_count


def test_the_ninety_days_count_from_the_last_nudge() -> None:
    assert len(openings(sent(250), sent(170), sent(90))) == 1


def test_nudges_are_counted_until_the_answer() -> None:
    assert [
        opening.nudge_count for opening in openings(sent(30), sent(25), sent(20), reply(15), asked(5))
    ] == [2, 0]


def test_an_opening_keeps_what_was_logged_with_its_first_touch() -> None:
    first = replace(
        sent(20),
        channel="LinkedIn",
        template="alumni",
        subject="Hello",
        personal=True,
        at=dt.time(9, 30),
        intent="ask",
    )
    nudge = replace(sent(15), channel="e-mail", template="bump", subject="Again", personal=False)
    somebody = replace(person(first, nudge), relationship="weak", source="Conference")
    (opening,) = compute_openings([somebody], today=TODAY, settings=Settings())
    assert (opening.template, opening.subject, opening.source) == ("alumni", "Hello", "Conference")
    assert (opening.personalised, opening.time_of_day, opening.weekday) == (
        "personalised",
        "9:00-12:00",
        "Tuesday",
    )
    assert opening.person is somebody
    assert opening.first is first


def test_days_to_reply_count_from_the_opening_not_from_the_nudge() -> None:
    (opening,) = openings(sent(30), sent(20), reply(18))
    assert (opening.days_to_reply, opening.watched_days) == (12, 12)


def test_a_reply_on_the_same_day_took_no_days() -> None:
    assert openings(sent(30), reply(30))[0].days_to_reply == 0


def test_without_a_reply_an_opening_is_watched_until_today() -> None:
    (opening,) = openings(sent(30))
    assert (opening.days_to_reply, opening.watched_days) == (None, 30)


def test_a_closed_person_is_watched_until_the_day_they_were_closed() -> None:
    closed = replace(person(sent(30)), closed_on=day(20))
    assert compute_openings([closed], today=TODAY, settings=Settings())[0].watched_days == 10


@pytest.mark.parametrize("closed_days_ago", [40, -3])
def test_a_closing_day_before_the_opening_or_ahead_ends_no_watch(closed_days_ago: int) -> None:
    closed = replace(person(sent(30)), closed_on=day(closed_days_ago))
    assert compute_openings([closed], today=TODAY, settings=Settings())[0].watched_days == 30


def test_an_unanswered_opening_is_watched_until_the_next_one() -> None:
    assert [opening.watched_days for opening in openings(sent(300), sent(100))] == [200, 100]


def test_touches_ahead_are_ignored() -> None:
    assert outcomes(sent(20), sent(-1), reply(-2)) == ["matured"]
    assert outcomes(sent(-1)) == []


def test_touches_ahead_are_ignored_beside_undated_ones_too() -> None:
    assert outcomes(sent(20), reply(-1), bounce(None, row=9)) == ["bounced"]


def test_a_reply_of_unknown_day_is_a_reply_without_a_time() -> None:
    (opening,) = openings(sent(20), reply(None))
    assert (opening.outcome, opening.days_to_reply) == ("replied", None)


def test_a_reply_of_unknown_day_belongs_to_the_send_of_its_row() -> None:
    later = replace(sent(10, row=3), intent="ask")
    assert outcomes(sent(40, row=2), later, reply(None, row=2)) == ["replied", "waiting"]


def test_a_reply_of_unknown_day_answers_the_last_send_of_its_row() -> None:
    (opening,) = openings(sent(40), sent(30), reply(None))
    assert (opening.outcome, opening.nudge_count) == ("replied", 1)


def test_a_reply_of_unknown_day_on_a_row_without_a_send_answers_the_last_opening() -> None:
    later = replace(sent(20, row=3), intent="ask")
    assert outcomes(sent(40, row=2), reply(39, row=2), later, reply(None, row=7)) == ["replied", "replied"]


def test_a_dated_reply_says_more_than_an_undated_one_on_its_row() -> None:
    assert openings(sent(20), reply(15), reply(None))[0].days_to_reply == 5


def test_a_reply_to_a_send_that_lies_ahead_answers_nothing_before_it() -> None:
    assert outcomes(sent(20, row=2), sent(-5, row=3), reply(None, row=3)) == ["matured"]


def test_a_send_of_unknown_day_opens_nothing_and_neither_does_its_reply() -> None:
    assert outcomes(sent(20, row=2), sent(None, row=3), reply(None, row=3)) == ["matured"]
    assert outcomes(sent(None)) == []


def test_within_a_row_and_a_day_the_send_comes_before_its_answer() -> None:
    assert outcomes(reply(20), sent(20)) == ["replied"]


def test_between_rows_of_one_day_the_order_of_the_sheet_counts() -> None:
    meeting = touch(20, "both", "meeting", row=2)
    assert outcomes(meeting, sent(20, row=3)) == ["matured"]
    assert outcomes(sent(20, row=2), replace(meeting, place=sent(20, row=3).place)) == ["replied"]


def test_times_decide_the_order_of_a_day_where_all_are_logged() -> None:
    answer, first = replace(reply(20, row=2), at=dt.time(15)), replace(sent(20, row=3), at=dt.time(9))
    assert outcomes(answer, first) == ["replied"]


@pytest.mark.parametrize(
    ("changes", "is_warm"),
    [
        ({}, False),
        ({"relationship": "weak"}, False),
        ({"relationship": "warm"}, True),
        ({"relationship": "close"}, True),
        ({"referred_by": "Grace Example"}, True),
        ({"touches": (touch(30, "both", "event"), sent(20))}, True),
        ({"touches": (touch(30, "unknown"), sent(20))}, False),
    ],
)
def test_who_knows_the_user_already_is_warm(changes: dict[str, object], is_warm: bool) -> None:  # noqa: FBT001 - a table
    somebody = replace(person(sent(20)), **changes)  # type: ignore[arg-type]
    assert compute_openings([somebody], today=TODAY, settings=Settings())[0].is_warm is is_warm


def test_after_an_answer_the_next_opening_is_warm() -> None:
    assert [opening.is_warm for opening in openings(sent(40), reply(38), asked(20))] == [False, True]


def test_every_opening_knows_the_first_contact() -> None:
    assert {opening.first_contact_on for opening in openings(sent(40), reply(38), asked(20))} == {day(40)}


@pytest.mark.parametrize(
    ("touches", "expected"),
    [
        pytest.param([reply(30), sent(20)], [(30, "replied")], id="its row has one message, after the reply"),
        pytest.param(
            [reply(120), sent(20)], [(120, "replied"), (20, "matured")], id="one long after begins anew"
        ),
        pytest.param([reply(30), sent(20), sent(20, row=3)], [(30, "replied")], id="two messages of one day"),
        pytest.param([reply(30), sent(30)], [(30, "replied")], id="on the same day nothing was typed over"),
        pytest.param([reply(30, row=9), sent(20)], [], id="in another row nothing was either"),
        pytest.param([reply(30), sent(20), sent(10, row=3)], [], id="nor where there are other messages"),
        pytest.param(
            [reply(30), sent(20), sent(-5, row=3)], [(30, "replied")], id="those ahead do not count"
        ),
        pytest.param(
            [touch(30, "in", "message"), touch(20, "out", "thanks")], [], id="thanks are no first message"
        ),
    ],
)
def test_a_reply_before_the_only_message_answers_one_whose_day_was_typed_over(
    touches: list[Touch], expected: list[tuple[int, str]]
) -> None:
    assert [(opening.opened_on, opening.outcome) for opening in openings(*touches)] == [
        (day(ago), outcome) for ago, outcome in expected
    ]


def test_a_first_message_of_unknown_day_has_no_weekday_no_time_and_no_days_to_reply() -> None:
    opening, *_ = openings(reply(30), replace(sent(20), at=dt.time(9)))
    assert (opening.weekday, opening.time_of_day, opening.days_to_reply) == (None, None, None)
    assert (opening.has_day, opening.is_past_window, opening.first_contact_on) == (False, True, day(30))


def test_a_message_or_reply_known_between_two_days_counts_without_weekday_and_time() -> None:
    between = replace(sent(20), since=day(25))
    assert [(one.weekday, one.days_to_reply) for one in openings(between, reply(18))] == [(None, None)]
    (opening,) = openings(sent(20), replace(reply(15), since=day(18)))
    assert (opening.outcome, opening.weekday, opening.days_to_reply) == ("replied", "Tuesday", None)


def test_the_reply_window_is_the_users() -> None:
    (opening,) = compute_openings([person(sent(10))], today=TODAY, settings=Settings(reply_window=7))
    assert (opening.outcome, opening.is_past_window) == ("matured", True)


any_touch = st.builds(
    touch,
    st.none() | st.integers(-5, 250),
    st.sampled_from(get_args(Direction)),
    st.sampled_from(get_args(TouchKind)),
    row=st.integers(2, 4),
)
histories = st.lists(any_touch, max_size=8).map(
    lambda touches: sorted(touches, key=lambda one: (one.on is None, one.on or TODAY, one.place.row))
)


@given(histories)
@settings(max_examples=150, deadline=None)
def test_openings_are_sends_in_order_and_days_are_never_negative(touches: list[Touch]) -> None:
    found = openings(*touches)
    days = [opening.opened_on for opening in found]
    assert days == sorted(days)
    assert all(opening.first in touches and facts_of(opening.first).asks_reply for opening in found)
    assert all(0 <= opening.watched_days <= (TODAY - opening.opened_on).days for opening in found)
    known = [opening for opening in found if opening.has_day]
    assert len(found) - len(known) <= 1
    assert len(known) + sum(opening.nudge_count for opening in known) <= sum(
        facts_of(one).asks_reply and one.on is not None and one.on <= TODAY for one in touches
    )


@given(histories)
@settings(max_examples=100, deadline=None)
def test_a_day_later_no_opening_has_gone(touches: list[Touch]) -> None:
    past = [one for one in touches if one.on is None or one.on <= TODAY]
    somebody = person(*past)
    now = compute_openings([somebody], today=TODAY, settings=Settings())
    later = compute_openings([somebody], today=TODAY + dt.timedelta(days=1), settings=Settings())
    assert [(one.opened_on, one.outcome == "replied", one.outcome == "bounced") for one in now] == [
        (one.opened_on, one.outcome == "replied", one.outcome == "bounced") for one in later
    ]
