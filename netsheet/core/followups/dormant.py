"""The week's dormant ties: who, of those long silent, is suggested this week, and why.

One responsibility: the choice. It depends on the people and the week alone, so it stays the same all week.
Reconnecting pays: Levin, Walter and Murnighan, "Dormant Ties", Organization Science 22 (2011).
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from netsheet.core.calendar import first_day_of
from netsheet.core.followups.own_words import is_closed, is_paused
from netsheet.core.model import Person, Place, Settings
from netsheet.core.touch_facts import facts_of
from netsheet.core.values.dates import short_date

_CLOSENESS: Final = {"close": 3, "warm": 2, "weak": 1, None: 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class DormantTie:
    """Someone to reconnect with this week.

    Attributes:
        person: the person's key.
        last_contact_on: the last touch before this week.
        reason: one sentence: why this person.
        place: the name cell of the person's newest row.
    """

    person: str
    name: str
    company: str
    last_contact_on: dt.date
    reason: str
    place: Place


def compute_dormant_ties(
    people: Iterable[Person], *, today: dt.date, settings: Settings
) -> tuple[DormantTie, ...]:
    """Choose the week's dormant ties.

    Judged on the week's Monday, so that a message sent on Tuesday does not change the choice. Those who once answered
    or met the user come first, then the closer ties; among equals the week decides, so that everyone's turn comes.
    """
    monday = first_day_of("week", today)
    candidates = [
        (_preference(person, monday), person)
        for person in people
        if person.touches and _is_dormant(person, monday, settings.dormant_after) and _is_open(person, monday)
    ]
    candidates.sort(key=lambda candidate: candidate[0])
    return tuple(_tie(person, monday, today) for _, person in candidates[: settings.dormant_ties_a_week])


def _is_open(person: Person, monday: dt.date) -> bool:
    """Whether neither the user's own words nor a plan speaks against writing."""
    if is_closed(person) or is_paused(person, today=monday) or person.unreadable is not None:
        return False
    is_planned = any(not plan.is_done and plan.on >= monday for plan in person.follow_ups)
    return not is_planned and not any(day >= monday for day in person.meetings_ahead)


def _last_contact_on(person: Person, before: dt.date) -> dt.date | None:
    days = [
        touch.on
        for touch in person.touches
        if touch.on is not None and touch.on < before and touch.kind != "bounce"
    ]
    return max(days, default=None)


def _is_dormant(person: Person, monday: dt.date, dormant_after: int) -> bool:
    last = _last_contact_on(person, monday)
    return last is not None and (monday - last).days >= dormant_after


def _has_answered(person: Person, before: dt.date) -> bool:
    return any(
        facts_of(touch).ends_thread and (touch.on is None or touch.on < before) for touch in person.touches
    )


def _preference(person: Person, monday: dt.date) -> tuple[bool, int, str]:
    """Order candidates; the last part is a fixed number of the person's for this week, whoever else is in the log."""
    turn = hashlib.sha256(f"{monday.isoformat()} {person.key}".encode()).hexdigest()
    return not _has_answered(person, monday), -_CLOSENESS[person.relationship], turn


def _tie(person: Person, monday: dt.date, today: dt.date) -> DormantTie:
    last = _last_contact_on(person, monday)
    since = last if last is not None else monday
    return DormantTie(
        person=person.key,
        name=person.name,
        company=person.company,
        last_contact_on=since,
        reason=_reason(person, since, monday, today),
        place=person.place,
    )


def _reason(person: Person, last: dt.date, monday: dt.date, today: dt.date) -> str:
    silence = f"silent since {short_date(last, today=today)}"
    if person.relationship is not None:
        return f"A {person.relationship} tie, {silence}."
    if any(facts_of(touch).role == "conversation" for touch in person.touches):
        return f"You have met; {silence}."
    if _has_answered(person, monday):
        return f"They answered you before; {silence}."
    return f"Known to you and {silence}."
