"""What they answered since the last refresh, and since when something is there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsheet.core.recording.history_lines import HistoryLine
from netsheet.core.recording.memory_lines import MOST_DAYS
from netsheet.core.recording.new_replies import (
    Answers,
    NewReply,
    find_new_replies,
    without_replaced,
)

D = dt.date
LAST, TODAY = D(2026, 11, 5), D(2026, 11, 12)
NOBODY_KNOWN = None


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        (Answers(), Answers(), []),
        (Answers(), Answers(days=[D(2026, 11, 10)]), [NewReply(on=D(2026, 11, 10))]),
        (Answers(), Answers(days=[D(2026, 3, 1)]), [NewReply(on=D(2026, 3, 1))]),  # typed late
        (Answers(days=[D(2026, 3, 1)]), Answers(days=[D(2026, 3, 1)]), []),
        (Answers(days=[D(2026, 3, 1)]), Answers(), []),  # a reply that was deleted
        (Answers(days=[D(2026, 3, 1)]), Answers(days=[D(2026, 3, 1), D(2026, 3, 1)]), [NewReply(on=D(2026, 3, 1))]),
        (Answers(), Answers(days=[D(2026, 11, 13)]), []),  # a day to come
        (Answers(), Answers(texts=["yes"]), [NewReply(on=TODAY, since=LAST)]),
        (Answers(), Answers(days=[None]), [NewReply(on=TODAY, since=LAST)]),
        (Answers(days=[None]), Answers(days=[None]), []),
        (Answers(texts=["yes"]), Answers(texts=["yes"]), []),
        (Answers(texts=["yes"]), Answers(texts=["she asks for my CV"]), [NewReply(on=TODAY, since=LAST)]),
        (Answers(texts=["yes"]), Answers(), []),
        (Answers(), Answers(days=[D(2026, 11, 10)], texts=["yes"]), [NewReply(on=D(2026, 11, 10))]),  # one reply
        (Answers(days=[LAST]), Answers(days=[LAST], texts=["yes"]), [NewReply(on=TODAY, since=D(2026, 11, 6))]),
        (NOBODY_KNOWN, Answers(days=[D(2026, 10, 13)]), [NewReply(on=D(2026, 10, 13))]),  # 30 days ago
        (NOBODY_KNOWN, Answers(days=[D(2026, 10, 12)]), []),
        (NOBODY_KNOWN, Answers(texts=["yes"], newest_on=D(2026, 10, 13)), [NewReply(on=TODAY, since=D(2026, 10, 13))]),
        (NOBODY_KNOWN, Answers(texts=["yes"], newest_on=D(2026, 10, 12)), []),
        (NOBODY_KNOWN, Answers(texts=["yes"], newest_on=TODAY), [NewReply(on=TODAY)]),
        (NOBODY_KNOWN, Answers(texts=["yes"], newest_on=D(2026, 11, 13)), []),
        (NOBODY_KNOWN, Answers(texts=["yes"]), []),
    ],
)  # fmt: skip
def test_a_reply_is_new_when_the_last_refresh_did_not_see_it(
    before: Answers | None, now: Answers, expected: list[NewReply]
) -> None:
    assert list(find_new_replies(before, now, last_refresh_on=LAST, today=TODAY)) == expected


def test_nothing_is_new_on_a_first_refresh() -> None:
    now = Answers(days=[D(2026, 11, 10)], texts=["yes"], newest_on=TODAY)

    assert find_new_replies(None, now, last_refresh_on=None, today=TODAY) == ()


def test_a_second_refresh_on_the_same_day_gives_a_reply_without_a_span() -> None:
    assert find_new_replies(Answers(), Answers(texts=["yes"]), last_refresh_on=TODAY, today=TODAY) == (
        NewReply(on=TODAY),
    )


def test_of_very_many_replies_those_that_the_memory_has_no_room_for_are_not_news() -> None:
    days = [D(2010, 1, 1) + dt.timedelta(days=number) for number in range(MOST_DAYS + 10)]

    found = find_new_replies(
        Answers(days=days[10:]), Answers(days=[*days, TODAY]), last_refresh_on=LAST, today=TODAY
    )

    assert found == (NewReply(on=TODAY),)


ANSWERS = st.builds(
    Answers,
    days=st.lists(st.none() | st.dates(min_value=D(2026, 10, 1), max_value=D(2026, 12, 1)), max_size=4),
    texts=st.lists(st.sampled_from(["yes", "maybe", "sure"]), max_size=2),
    newest_on=st.none() | st.dates(min_value=D(2026, 10, 1), max_value=D(2026, 12, 1)),
)


@given(ANSWERS, ANSWERS)
def test_what_was_seen_once_is_never_new_again(before: Answers, now: Answers) -> None:
    replies = find_new_replies(before, now, last_refresh_on=LAST, today=TODAY)

    assert find_new_replies(now, now, last_refresh_on=TODAY, today=TODAY) == ()
    assert all(reply.on <= TODAY and (reply.since is None or reply.since < reply.on) for reply in replies)


def replied(first: dt.date | None, last: dt.date) -> HistoryLine:
    return HistoryLine(on=last, what="replied", since=first)


@pytest.mark.parametrize(
    ("days", "is_replaced"),
    [
        ([], False),
        ([D(2026, 11, 4)], False),
        ([LAST], True),
        ([D(2026, 11, 8)], True),
        ([TODAY], True),
        ([D(2026, 11, 13)], False),
    ],
)
def test_a_day_inside_the_span_replaces_the_reply_of_unknown_day(
    days: Sequence[dt.date], *, is_replaced: bool
) -> None:  # fmt: skip
    assert without_replaced([replied(LAST, TODAY)], days) == (() if is_replaced else (replied(LAST, TODAY),))


def test_one_day_replaces_one_reply_and_nothing_else() -> None:
    known, wrote = replied(None, D(2026, 11, 8)), HistoryLine(on=TODAY, what="wrote", since=LAST)
    spans = [replied(LAST, TODAY), replied(D(2026, 11, 6), TODAY)]

    kept = without_replaced([known, wrote, *spans], [D(2026, 11, 8)])

    assert known in kept
    assert wrote in kept
    assert len(kept) == 3
