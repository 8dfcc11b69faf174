from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from netsheet.core.frames import build_frames
from netsheet.core.model import Direction, Person, Place, Settings, Touch, TouchKind
from netsheet.core.numbers.funnel import Funnel, FunnelMonth, compute_funnel, compute_funnel_by_month

TODAY = dt.date(2026, 3, 16)
PLACE = Place(sheet="Log", row=2, column=1)
FEBRUARY = dt.date(2026, 2, 2)


def touch(on: dt.date | None, direction: Direction = "out", kind: TouchKind = "message") -> Touch:
    return Touch(on=on, direction=direction, kind=kind, place=PLACE)


def person(*touches: Touch, key: str = "n:ada example") -> Person:
    return Person(key=key, name="Ada Example", place=PLACE, rows=(2,), touches=touches)


def months(*people: Person) -> tuple[FunnelMonth, ...]:
    frames = build_frames(people, today=TODAY, settings=Settings())
    return compute_funnel_by_month(frames, today=TODAY, window_days=14)


def reached(*people: Person) -> tuple[int, int, int, int]:
    funnel = compute_funnel(months(*people))
    return funnel.contacted, funnel.replied, funnel.conversation, funnel.referral


SENT = touch(FEBRUARY)
REPLY = touch(FEBRUARY + dt.timedelta(days=2), "in", "reply")
MEETING = touch(FEBRUARY + dt.timedelta(days=5), "both", "meeting")
REFERRAL = touch(FEBRUARY + dt.timedelta(days=6), "in", "referral")


@pytest.mark.parametrize(
    ("somebody", "steps"),
    [
        (person(), (0, 0, 0, 0)),
        (person(SENT), (1, 0, 0, 0)),
        (person(SENT, touch(FEBRUARY, "in", "bounce")), (0, 0, 0, 0)),
        (person(SENT, REPLY), (1, 1, 0, 0)),
        (person(SENT, MEETING), (1, 1, 1, 0)),
        (person(SENT, REPLY, MEETING, REFERRAL), (1, 1, 1, 1)),
        (person(SENT, REFERRAL), (1, 1, 1, 1)),
        (person(touch(FEBRUARY - dt.timedelta(days=9), "both", "meeting"), SENT, REPLY), (1, 1, 1, 0)),
        (person(MEETING), (1, 1, 1, 0)),
        (person(touch(None, "both", "meeting")), (0, 0, 0, 0)),
        (person(touch(TODAY + dt.timedelta(days=3), "both", "meeting")), (0, 0, 0, 0)),
        (person(SENT, touch(FEBRUARY, "in", "bounce"), MEETING), (1, 1, 1, 0)),
        (person(touch(FEBRUARY, "in", "reply"), touch(TODAY, "out", "thanks")), (0, 0, 0, 0)),
        (person(touch(FEBRUARY, "both", "message")), (1, 1, 1, 0)),
        (person(REFERRAL), (0, 0, 0, 0)),
        (person(SENT, REPLY, touch(TODAY + dt.timedelta(days=3), "both", "meeting")), (1, 1, 0, 0)),
        (person(SENT, touch(None, "both", "meeting")), (1, 1, 1, 0)),
        (replace(person(SENT), referral_agreed=True), (1, 1, 1, 1)),
        (replace(person(SENT), referral_on=FEBRUARY + dt.timedelta(days=9)), (1, 1, 1, 1)),
        (replace(person(SENT), referral_on=FEBRUARY - dt.timedelta(days=9)), (1, 0, 0, 0)),
        (replace(person(SENT), referral_on=TODAY + dt.timedelta(days=9)), (1, 0, 0, 0)),
    ],
)
def test_how_far_a_person_came(somebody: Person, steps: tuple[int, int, int, int]) -> None:
    assert reached(somebody) == steps


def test_who_led_to_somebody_else_in_the_log_is_counted_as_a_referral() -> None:
    led = replace(
        person(touch(TODAY), key="n:grace example"), name="Grace Example", referred_by="Ada Example"
    )

    assert reached(person(SENT), led) == (2, 1, 1, 1)
    assert reached(replace(person(SENT), referred_by="Ada Example")) == (1, 0, 0, 0)


def test_who_led_to_somebody_before_the_first_contact_of_their_own_is_none() -> None:
    led = replace(person(SENT), name="Grace Example", key="n:grace example", referred_by="Ada Example")

    assert reached(person(touch(TODAY)), led) == (2, 0, 0, 0)


def test_a_person_with_two_openings_is_one_person() -> None:
    again = touch(FEBRUARY + dt.timedelta(days=20))
    assert reached(person(SENT, REPLY, again)) == (1, 1, 0, 0)


def test_whoever_was_met_first_is_counted_in_that_month() -> None:
    met = touch(FEBRUARY - dt.timedelta(days=9), "both", "event")
    assert [(month.first_on, month.funnel) for month in months(person(met, SENT))] == [
        (dt.date(2026, 1, 1), Funnel(contacted=1, replied=1, conversation=1))
    ]


def test_people_stand_in_the_month_of_their_first_contact() -> None:
    log = [person(SENT, REPLY, touch(TODAY)), person(touch(TODAY), key="n:grace example")]
    assert months(*log) == (
        FunnelMonth(first_on=dt.date(2026, 2, 1), is_maturing=False, funnel=Funnel(contacted=1, replied=1)),
        FunnelMonth(first_on=dt.date(2026, 3, 1), is_maturing=True, funnel=Funnel(contacted=1)),
    )


@pytest.mark.parametrize(("today", "is_maturing"), [(13, True), (14, False)])
def test_a_month_matures_when_the_window_of_its_last_day_is_over(
    today: int,
    is_maturing: bool,  # noqa: FBT001 - a table
) -> None:
    frames = build_frames([person(SENT)], today=TODAY, settings=Settings())
    (month,) = compute_funnel_by_month(frames, today=dt.date(2026, 3, today), window_days=14)
    assert month.is_maturing is is_maturing
