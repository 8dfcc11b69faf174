"""The funnel: how many of the people contacted replied, spoke with the user, and referred them.

Counts people, not openings. Never compares months with each other.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from netsheet.core.model import Person
from netsheet.core.numbers.openings import Opening
from netsheet.core.touch_facts import facts_of

_CONTACTED, _REPLIED, _CONVERSATION, _REFERRAL = range(4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Funnel:
    """People by how far they came; who came further counts in every step before."""

    contacted: int = 0
    replied: int = 0
    conversation: int = 0
    referral: int = 0

    @property
    def steps(self) -> Mapping[str, int]:
        """Each step with its people, from the first to the last."""
        return {
            "contacted": self.contacted,
            "replied": self.replied,
            "conversation": self.conversation,
            "referral": self.referral,
        }


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


def compute_funnel_by_month(
    openings: Iterable[Opening], *, today: dt.date, window_days: int
) -> tuple[FunnelMonth, ...]:
    """Count the people of these openings by how far they came, for each month of first contact, oldest first.

    Contacted: something reached them (an opening that did not bounce). Replied: an opening was answered.
    Conversation: the two met or spoke since the first contact. Referral: one was received or agreed to since.
    Months without any first contact are absent.
    """
    months: dict[dt.date, Counter[int]] = {}
    for (first_contact_on, depth), count in Counter(_depths(openings, today)).items():
        months.setdefault(first_contact_on.replace(day=1), Counter())[depth] += count
    return tuple(
        FunnelMonth(
            first_on=first_on,
            is_maturing=(today - _last_day(first_on)).days < window_days,
            funnel=_funnel(reached),
        )
        for first_on, reached in sorted(months.items())
    )


def compute_funnel(months: Sequence[FunnelMonth]) -> Funnel:
    """Add the months up."""
    return Funnel(
        contacted=sum(month.funnel.contacted for month in months),
        replied=sum(month.funnel.replied for month in months),
        conversation=sum(month.funnel.conversation for month in months),
        referral=sum(month.funnel.referral for month in months),
    )


def _last_day(first_on: dt.date) -> dt.date:
    return first_on.replace(day=calendar.monthrange(first_on.year, first_on.month)[1])


def _funnel(reached: Counter[int]) -> Funnel:
    referral = reached[_REFERRAL]
    conversation = referral + reached[_CONVERSATION]
    replied = conversation + reached[_REPLIED]
    return Funnel(
        contacted=replied + reached[_CONTACTED], replied=replied, conversation=conversation, referral=referral
    )


def _depths(openings: Iterable[Opening], today: dt.date) -> Iterator[tuple[dt.date, int]]:
    """For each person who was reached: the day of the first contact, and the last step they came to."""
    reached: dict[str, Opening] = {}
    for opening in openings:
        if opening.outcome == "replied" or (
            opening.outcome != "bounced" and opening.person.key not in reached
        ):
            reached[opening.person.key] = opening
    for opening in reached.values():
        person, first_on = opening.person, opening.first_contact_on
        depth = _REPLIED if opening.outcome == "replied" else _CONTACTED
        if person.referral_agreed or person.referral_on is not None or len(person.touches) > 1:
            depth = _depth(person, first_on, depth, today)
        yield first_on, depth


def _depth(person: Person, first_on: dt.date, depth: int, today: dt.date) -> int:
    if (person.referral_agreed or person.referral_on is not None) and _is_since(
        person.referral_on, first_on, today
    ):
        return _REFERRAL
    for touch in person.touches:
        facts = facts_of(touch)
        if not facts.ends_thread or not _is_since(touch.on, first_on, today):
            continue
        if touch.kind == "referral":
            return _REFERRAL
        if depth and facts.is_conversation:
            depth = _CONVERSATION
    return depth


def _is_since(on: dt.date | None, first_on: dt.date, today: dt.date) -> bool:
    """Whether it happened between the first contact and today; what has no day is believed to."""
    return on is None or first_on <= on <= today
