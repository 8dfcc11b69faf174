"""The funnel: how many of the people contacted replied, spoke with the user, and referred them.

Counts people, not openings. Never compares months with each other.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from netsheet.core.model import Person
from netsheet.core.openings import Opening, is_conversation

_CONTACTED, _REPLIED, _CONVERSATION, _REFERRAL = range(4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Funnel:
    """People by how far they came; who came further counts in every step before."""

    contacted: int = 0
    replied: int = 0
    conversation: int = 0
    referral: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelMonth:
    """The people first contacted in one month, and how far they have come since.

    Attributes:
        first_on: the first day of the month.
        is_maturing: the reply window of its last day is not over, so the later steps will still grow.
    """

    first_on: dt.date
    is_maturing: bool
    funnel: Funnel


def compute_funnel(openings: Iterable[Opening], *, today: dt.date) -> Funnel:
    """Count the people of these openings by how far they came.

    Contacted: something reached them (an opening that did not bounce). Replied: an opening was answered.
    Conversation: the two met or spoke since the first contact. Referral: one was received or agreed to since.
    """
    return _funnel(depth for _, depth in _depths(openings, today))


def compute_funnel_by_month(
    openings: Iterable[Opening], *, today: dt.date, window_days: int
) -> tuple[FunnelMonth, ...]:
    """Count the people by the month of their first contact, oldest first; months without any are absent."""
    months: dict[dt.date, list[int]] = {}
    for first_contact_on, depth in _depths(openings, today):
        months.setdefault(first_contact_on.replace(day=1), []).append(depth)
    return tuple(
        FunnelMonth(
            first_on=first_on,
            is_maturing=(today - _last_day(first_on)).days < window_days,
            funnel=_funnel(depths),
        )
        for first_on, depths in sorted(months.items())
    )


def _last_day(first_on: dt.date) -> dt.date:
    return first_on.replace(day=calendar.monthrange(first_on.year, first_on.month)[1])


def _funnel(depths: Iterable[int]) -> Funnel:
    reached = Counter(depths)
    referral = reached[_REFERRAL]
    conversation = referral + reached[_CONVERSATION]
    replied = conversation + reached[_REPLIED]
    return Funnel(
        contacted=replied + reached[_CONTACTED], replied=replied, conversation=conversation, referral=referral
    )


def _depths(openings: Iterable[Opening], today: dt.date) -> list[tuple[dt.date, int]]:
    """For each person who was reached: the day of the first contact, and the last step they came to."""
    first_on: dict[str, dt.date] = {}
    people: dict[str, Person] = {}
    depths: dict[str, int] = {}
    for opening in openings:
        if opening.outcome != "bounced":
            key = opening.person.key
            people[key] = opening.person
            first_on[key] = opening.first_contact_on
            if opening.outcome == "replied":
                depths[key] = _REPLIED
            else:
                depths.setdefault(key, _CONTACTED)
    return [
        (first_on[key], _depth(person, first_on[key], depths[key], today)) for key, person in people.items()
    ]


def _depth(person: Person, first_on: dt.date, depth: int, today: dt.date) -> int:
    if _has_referral(person, first_on, today):
        return _REFERRAL
    if depth == _REPLIED and any(
        is_conversation(touch) and _is_since(touch.on, first_on, today) for touch in person.touches
    ):
        return _CONVERSATION
    return depth


def _has_referral(person: Person, first_on: dt.date, today: dt.date) -> bool:
    if person.referral_agreed or person.referral_on is not None:
        return _is_since(person.referral_on, first_on, today)
    return any(
        touch.kind == "referral" and touch.direction != "out" and _is_since(touch.on, first_on, today)
        for touch in person.touches
    )


def _is_since(on: dt.date | None, first_on: dt.date, today: dt.date) -> bool:
    """Whether it happened between the first contact and today; what has no day is believed to."""
    return on is None or first_on <= on <= today
