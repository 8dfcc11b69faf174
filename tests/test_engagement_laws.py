from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from random import Random
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from netsheet.core.frames import build_frames
from netsheet.core.model import (
    Channel,
    Direction,
    Intent,
    Person,
    Place,
    Relationship,
    Settings,
    Touch,
    TouchKind,
)
from netsheet.core.numbers.engagement import Engagement, compute_engagement, headline
from netsheet.core.numbers.number_words import format_rate
from netsheet.core.numbers.rates import Rate

TODAY = dt.date(2026, 3, 16)
law = settings(max_examples=60, deadline=None)

TEXTS = (None, "intro", "Intro ", "alumni", "other", "not logged", "")
DIRECTIONS: tuple[Direction, ...] = (*get_args(Direction), "out", "out", "out", "in")
MESSAGES: tuple[TouchKind, ...] = ("message", "message", "message", "message", "message", "reply")
KINDS: tuple[TouchKind, ...] = (*get_args(TouchKind), *MESSAGES, *MESSAGES)


def touch(row: int, pick: Random) -> Touch:
    days_ago = pick.choice((None, *range(-2, 30), *range(30, 200, 8)))
    return Touch(
        on=None if days_ago is None else TODAY - dt.timedelta(days=days_ago),
        direction=pick.choice(DIRECTIONS),
        kind=pick.choice(KINDS),
        place=Place(sheet="Log", row=row, column=1),
        at=pick.choice((None, dt.time(pick.randrange(24)))),
        channel=pick.choice((None, *get_args(Channel))),
        intent=pick.choice((None, None, None, *get_args(Intent))),
        template=pick.choice(TEXTS),
        subject=pick.choice((*TEXTS, *map(str, range(40)))),
        personal=pick.choice((None, True, False)),
    )


def person(number: int, pick: Random) -> Person:
    row = number + 2
    history = [touch(row, pick) for _ in range(pick.randrange(5))]
    return Person(
        key=f"e:{number}@example.com",
        name=f"Person {number}",
        place=Place(sheet="Log", row=row, column=2),
        rows=(row,),
        touches=tuple(sorted(history, key=lambda one: (one.on is None, one.on or TODAY))),
        relationship=pick.choice((None, *get_args(Relationship))),
        source=pick.choice(TEXTS) or "",
        referral_agreed=pick.random() < 0.1,
        closed_on=pick.choice((None, TODAY - dt.timedelta(days=pick.randrange(99)))),
    )


def make_log(size: int, seed: int) -> list[Person]:
    pick = Random(seed)  # noqa: S311 - invented people, no secrets
    return [person(number, pick) for number in range(size)]


# A seed instead of a hundred single draws: the laws run over far more logs in the same time.
logs = st.builds(make_log, st.integers(0, 12) | st.integers(0, 120), st.integers(0, 1_000_000))


def engagement(people: list[Person], today: dt.date = TODAY) -> Engagement:
    return compute_engagement(
        build_frames(people, today=today, settings=Settings()), today=today, settings=Settings()
    )


def all_rows(result: Engagement) -> list[Rate]:
    return [result.overall, *(row for rows in result.by.values() for row in rows)]


@given(logs)
@law
def test_matured_waiting_and_bounced_make_up_what_was_sent_in_every_row(people: list[Person]) -> None:
    for row in all_rows(engagement(people)):
        assert row.matured + row.waiting + row.bounced == row.sent
        assert 0 <= row.replied <= row.matured


@given(logs)
@law
def test_the_rows_of_every_dimension_add_up_to_the_whole(people: list[Person]) -> None:
    result = engagement(people)
    for rows in result.by.values():
        for count in ("sent", "matured", "replied", "waiting", "bounced"):
            assert sum(getattr(row, count) for row in rows) == getattr(result.overall, count)
        assert len({row.value for row in rows}) == len(rows)


@given(logs)
@law
def test_no_percentage_is_given_below_five_matured_openings(people: list[Person]) -> None:
    for row in all_rows(engagement(people)):
        assert (row.rate is None) == (row.low is None) == (row.high is None) == (row.matured < 5)
        assert ("%" in format_rate(row)) == (row.matured >= 5)


@given(logs)
@law
def test_a_headline_below_five_matured_openings_has_no_percentage(people: list[Person]) -> None:
    result = engagement(people)
    if result.overall.matured < 5:
        assert "%" not in headline(result)


@given(logs)
@law
def test_a_verdict_needs_five_matured_openings_and_comes_without_a_number_of_sends(
    people: list[Person],
) -> None:
    for rows in engagement(people).by.values():
        for row in rows:
            if row.verdict != "can't tell yet":
                assert row.matured >= 5
                assert row.others_matured >= 5
                assert row.need_more is None
            assert row.need_more is None or row.need_more > 0


@given(logs)
@law
def test_no_value_is_ranked_above_one_with_a_higher_lower_end(people: list[Person]) -> None:
    for rows in engagement(people).by.values():
        lows = [row.low for row in rows if row.low is not None and row.value not in ("not logged", "other")]
        assert lows == sorted(lows, reverse=True)


@given(logs, st.randoms(use_true_random=False))
@law
def test_shuffling_the_people_changes_no_number(people: list[Person], random: Random) -> None:
    shuffled = list(people)
    random.shuffle(shuffled)
    assert engagement(shuffled) == engagement(people)


@given(logs, st.integers(0, 13))
@law
def test_a_message_inside_the_reply_window_is_never_a_failure(people: list[Person], days_ago: int) -> None:
    place = Place(sheet="Log", row=999, column=1)
    on = TODAY - dt.timedelta(days=days_ago)
    sent = Touch(on=on, direction="out", kind="message", place=place, channel="e-mail")
    newcomer = Person(key="e:new@example.com", name="New", place=place, rows=(999,), touches=(sent,))
    before, after = engagement(people).overall, engagement([*people, newcomer]).overall
    assert (after.sent, after.waiting) == (before.sent + 1, before.waiting + 1)
    assert (after.matured, after.replied, after.rate, after.low) == (
        before.matured,
        before.replied,
        before.rate,
        before.low,
    )


def test_yesterdays_message_is_never_a_failure() -> None:
    place = Place(sheet="Log", row=2, column=1)
    sent = Touch(on=TODAY - dt.timedelta(days=1), direction="out", kind="message", place=place)
    somebody = Person(key="e:new@example.com", name="New", place=place, rows=(2,), touches=(sent,))
    overall = engagement([somebody]).overall
    assert (overall.sent, overall.waiting, overall.matured) == (1, 1, 0)


@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40))
@law
def test_a_reply_after_two_nudges_counts_once(first_gap: int, second_gap: int, reply_gap: int) -> None:
    place = Place(sheet="Log", row=2, column=1)
    days = [first_gap + second_gap + reply_gap, second_gap + reply_gap, reply_gap]
    history = [
        Touch(
            on=TODAY - dt.timedelta(days=ago), direction="out", kind="message", place=place, template=template
        )
        for ago, template in zip(days, ("opening", "first nudge", "second nudge"), strict=True)
    ]
    reply = Touch(on=TODAY, direction="in", kind="reply", place=place)
    somebody = Person(key="e:a@example.com", name="A", place=place, rows=(2,), touches=(*history, reply))
    result = engagement([somebody])
    assert (result.overall.sent, result.overall.matured, result.overall.replied) == (1, 1, 1)
    assert [(row.value, row.replied) for row in result.by["template"]] == [("opening", 1)]


@given(logs)
@law
def test_the_funnel_only_narrows_and_its_months_add_up(people: list[Person]) -> None:
    result = engagement(people)
    steps = [result.funnel, *(month.funnel for month in result.funnel_by_month)]
    assert all(one.contacted >= one.replied >= one.conversation >= one.referral >= 0 for one in steps)
    assert sum(month.funnel.contacted for month in result.funnel_by_month) == result.funnel.contacted


@given(logs)
@law
def test_as_days_pass_matured_openings_only_grow(people: list[Person]) -> None:
    past = [
        replace(one, touches=tuple(t for t in one.touches if t.on is None or t.on <= TODAY)) for one in people
    ]
    now, later = engagement(past).overall, engagement(past, TODAY + dt.timedelta(days=20)).overall
    assert (later.sent, later.replied, later.bounced, later.waiting) == (
        now.sent,
        now.replied,
        now.bounced,
        0,
    )
    assert later.matured == now.matured + now.waiting


@given(logs)
@law
def test_every_headline_is_one_clean_sentence(people: list[Person]) -> None:
    sentence = headline(engagement(people))
    assert sentence[0].isupper() or sentence[0].isdigit()
    assert not re.search(r"\bNone\b|\n|\s{2}|\{", sentence)
