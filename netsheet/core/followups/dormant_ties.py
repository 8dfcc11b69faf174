"""The week's dormant ties: who, of those long silent, is suggested this week, and why.

Reconnecting pays: Levin, Walter and Murnighan, "Dormant Ties", Organization Science 22 (2011).
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from netsheet.core.calendar import WorkingCalendar, first_day_of
from netsheet.core.followups.contact_history import History, compute_history
from netsheet.core.followups.standing import Standing
from netsheet.core.model import Person, Settings
from netsheet.core.values.dates import short_date

_CLOSENESS: Final = {"close": 3, "warm": 2, "weak": 1, None: 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class DormantTie:
    """Someone to reconnect with this week: the last touch before this week, and one sentence why."""

    person: Person
    last_contact_on: dt.date
    reason: str


def compute_dormant_ties(
    standings: Iterable[Standing], *, today: dt.date, settings: Settings, calendar: WorkingCalendar
) -> tuple[DormantTie, ...]:
    """Choose the week's dormant ties.

    Judged on the week's Monday, so that a message sent on Tuesday does not change the choice, and the same all week.
    Only those are candidates who once answered or met the user. The closer ties come first; among equals the week
    decides, so that everyone's turn comes. On a break nobody is suggested.
    """
    if calendar.break_at(today) is not None:
        return ()
    monday = first_day_of("week", today)
    silent_since = monday - dt.timedelta(days=settings.dormant_after)
    candidates: list[tuple[dt.date, History]] = []
    for standing in standings:
        last = standing.history.last_contact_on
        if last is None or silent_since < last < monday:
            continue
        history = compute_history(
            standing.person,
            today=monday - dt.timedelta(days=1),
            calendar=calendar,
            dormant_since=silent_since,
        )
        last = history.last_contact_on
        if last is not None and history.is_dormant and _is_open(history.person, monday):
            candidates.append((last, history))
    candidates.sort(key=lambda candidate: _preference(candidate[1], monday))
    return tuple(
        DormantTie(person=history.person, last_contact_on=last, reason=_reason(history, last, today))
        for last, history in candidates[: settings.dormant_ties_a_week]
    )


def _is_open(person: Person, monday: dt.date) -> bool:
    """Whether neither the user's own words nor a plan speaks against writing."""
    if person.is_closed or person.is_paused(monday) or person.unreadable is not None:
        return False
    is_planned = any(not plan.is_done and plan.on >= monday for plan in person.follow_ups)
    return not is_planned and not any(day >= monday for day in person.meetings_ahead)


def _preference(history: History, monday: dt.date) -> tuple[int, str]:
    """Order candidates; the last part is a person's own fixed number for this week, no matter who else is in the log."""
    person = history.person
    turn = hashlib.sha256(f"{monday.isoformat()} {person.key}".encode()).hexdigest()
    return -_CLOSENESS[person.relationship], turn


def _reason(history: History, last: dt.date, today: dt.date) -> str:
    silence = f"silent since {short_date(last, today=today)}"
    if history.person.relationship is not None:
        return f"A {history.person.relationship} contact, {silence}."
    if history.has_met:
        return f"You have met; {silence}."
    return f"They answered you before; {silence}."
