"""What a touch is: the table, and that the rules, the numbers and the drafts agree about every kind of touch."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import pytest

from netsheet.core.calendar import calendar_of
from netsheet.core.followups.contact_history import History, compute_history
from netsheet.core.frames import build_frames
from netsheet.core.model import Direction, Intent, Person, Settings, TouchKind
from netsheet.core.numbers.activity import compute_balance
from netsheet.core.numbers.funnel import compute_funnel, compute_funnel_by_month
from netsheet.core.numbers.goal_counts import Goal, count_goals
from netsheet.core.numbers.openings import Opening, compute_openings
from netsheet.core.numbers.reciprocity import count_asks_in_a_row
from netsheet.core.touch_facts import TOUCH_FACTS, TouchFacts, TouchRole
from tests.a_person import a_person, on

TODAY = on("30 Mar")
Agreement = Callable[[TouchKind, Direction, Intent | None, TouchFacts], None]


def for_every_touch(agreement: Agreement) -> Callable[[], None]:
    """Make one test of all kinds of touch: they are many, and quick."""

    def for_each() -> None:
        for (kind, direction, intent), facts in TOUCH_FACTS.items():
            agreement(kind, direction, intent, facts)

    return for_each


@pytest.mark.parametrize(
    ("kind", "direction", "intent", "role"),
    [
        ("message", "out", None, "request"),
        ("message", "out", "ask", "request"),
        ("message", "out", "give", "request"),
        ("message", "out", "thanks", "courtesy"),
        ("message", "out", "social", "courtesy"),
        ("call", "out", None, "request"),
        ("referral", "out", None, "request"),
        ("thanks", "out", None, "courtesy"),
        ("wish", "out", None, "courtesy"),
        ("social", "out", None, "reaction"),
        ("introduction", "out", "give", "courtesy"),
        ("reply", "in", None, "answer"),
        ("message", "in", None, "answer"),
        ("thanks", "in", None, "answer"),
        ("reply", "unknown", None, "answer"),
        ("call", "in", None, "conversation"),
        ("meeting", "out", None, "conversation"),
        ("event", "unknown", None, "conversation"),
        ("event", "out", None, "conversation"),
        ("referral", "in", None, "conversation"),
        ("message", "both", None, "exchange"),
        ("social", "unknown", None, "contact"),
        ("message", "unknown", None, "contact"),
        ("bounce", "out", None, "bounce"),
        ("bounce", "in", None, "bounce"),
        ("bounce", "both", None, "bounce"),
    ],
)
def test_kind_direction_and_intent_say_what_a_touch_does(
    kind: TouchKind, direction: Direction, intent: Intent | None, role: TouchRole
) -> None:
    assert TOUCH_FACTS[kind, direction, intent].role == role


def test_every_touch_is_in_the_table() -> None:
    intents = (None, *get_args(Intent))
    assert len(TOUCH_FACTS) == len(get_args(TouchKind)) * len(get_args(Direction)) * len(intents)


def history(person: Person) -> History:
    return compute_history(person, today=TODAY, calendar=calendar_of(Settings()), dormant_since=on("1 Jan"))


def openings(person: Person) -> tuple[Opening, ...]:
    return compute_openings([person], today=TODAY, settings=Settings())


def only(kind: TouchKind, direction: Direction, intent: Intent | None) -> Person:
    return a_person().touch("3 Mar", direction, kind, intent=intent).person()


def after_a_message(kind: TouchKind, direction: Direction, intent: Intent | None) -> Person:
    return a_person().wrote("2 Mar").touch("3 Mar", direction, kind, intent=intent).person()


@for_every_touch
def test_rules_numbers_and_drafts_agree_what_asks_for_a_reply(
    kind: TouchKind, direction: Direction, intent: Intent | None, facts: TouchFacts
) -> None:
    person = only(kind, direction, intent)

    assert history(person).is_waiting is facts.asks_reply
    assert bool(openings(person)) is facts.asks_reply


@for_every_touch
def test_rules_numbers_and_drafts_agree_what_ends_a_thread(
    kind: TouchKind, direction: Direction, intent: Intent | None, facts: TouchFacts
) -> None:
    person = after_a_message(kind, direction, intent)
    ended = facts.ends_thread or facts.role == "bounce"

    assert history(person).is_waiting is not ended
    assert (openings(person)[0].outcome == "replied") is facts.ends_thread
    assert (openings(person)[0].outcome == "bounced") is (facts.role == "bounce")


@for_every_touch
def test_rules_numbers_and_drafts_agree_what_reminds(
    kind: TouchKind, direction: Direction, intent: Intent | None, facts: TouchFacts
) -> None:
    person = after_a_message(kind, direction, intent)

    if facts.asks_reply:
        assert history(person).nudge_count == 1
        assert openings(person)[0].nudge_count == 1


@for_every_touch
def test_rules_and_numbers_agree_what_a_conversation_is(
    kind: TouchKind, direction: Direction, intent: Intent | None, facts: TouchFacts
) -> None:
    person = after_a_message(kind, direction, intent)
    frames = build_frames([person], today=TODAY, settings=Settings())
    funnel = compute_funnel(compute_funnel_by_month(frames, today=TODAY, window_days=14))

    assert (history(person).conversation is not None) is facts.calls_for_thanks
    assert (funnel.conversation > funnel.referral) is facts.is_conversation
    assert bool(funnel.referral) is (kind == "referral" and facts.calls_for_thanks)


@for_every_touch
def test_all_numbers_agree_what_gives_asks_and_nurtures(
    kind: TouchKind, direction: Direction, intent: Intent | None, facts: TouchFacts
) -> None:
    person = only(kind, direction, intent)
    frames = build_frames([person], today=TODAY, settings=Settings())
    balance = compute_balance(frames.touches, frames.people, today=TODAY)
    (nurtured,) = count_goals(frames, [Goal(metric="nurture", target=1, period="day")], 365)

    assert (balance.given, balance.asked) == (facts.gives, facts.asks)
    assert count_asks_in_a_row(person, today=TODAY) == facts.asks
    assert nurtured.total() == facts.nurtures
