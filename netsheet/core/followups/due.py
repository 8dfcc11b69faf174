"""The due list: everything that is due or comes soon, ranked; and what is still open with closed people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from netsheet.core.calendar import add_calendar_days
from netsheet.core.findings import build_finding
from netsheet.core.followups.actions import ACTIONS, Action
from netsheet.core.followups.contact_history import open_plans
from netsheet.core.followups.dormant_ties import DormantTie
from netsheet.core.followups.standing import Standing
from netsheet.core.model import Finding, Person
from netsheet.core.values.dates import short_date

Group = Literal["Overdue", "Today", "Coming"]

WITHIN_DAYS: Final = 7
"""How many days ahead the list looks by default."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueItem:
    """One line of the due list.

    Attributes:
        status: the word for what is due; what the row shows for what is still to come.
        days_overdue: calendar days since the action's day, 0 until that has passed.
    """

    person: Person
    action: Action
    status: str
    group: Group
    days_overdue: int


def select_due(
    standings: Collection[Standing],
    *,
    today: dt.date,
    within: int = WITHIN_DAYS,
    dormant_ties: Iterable[DormantTie] = (),
) -> tuple[DueItem, ...]:
    """Select what is due, then what comes within ``within`` days, then the week's dormant ties when given.

    What is due is ordered by rank, within a rank the longest due first: a promise of today before a check-in of last
    month. What is coming is ordered by its day. Ties are broken by the place in the log.
    """
    until = add_calendar_days(today, within)
    items = [
        _item(action, standing, today)
        for standing in standings
        for action in standing.actions
        if action.is_due(today) or (action.due is not None and action.due <= until)
    ]
    items.sort(key=lambda item: _place_in_list(item, today))
    return (*items, *_dormant_items(dormant_ties, standings))


def _item(action: Action, standing: Standing, today: dt.date) -> DueItem:
    due = action.due
    group: Group = "Today"
    if due is not None and due != today:
        group = "Overdue" if due < today else "Coming"
    return DueItem(
        person=standing.person,
        action=action,
        status=standing.status if group == "Coming" else ACTIONS[action.kind].status,
        group=group,
        days_overdue=max((today - due).days, 0) if due is not None else 0,
    )


def _place_in_list(item: DueItem, today: dt.date) -> tuple[bool, int, int, int, str]:
    action, key = item.action, item.person.key
    day, row = (action.due or today).toordinal(), action.place.row
    if item.group == "Coming":
        return True, day, action.rank, row, key
    return False, action.rank, day, row, key


def _dormant_items(ties: Iterable[DormantTie], standings: Iterable[Standing]) -> Iterator[DueItem]:
    """List the week's dormant ties that are still silent: not due, so they come last."""
    reasons = {tie.person.key: tie.reason for tie in ties}
    for standing in standings:
        reason = reasons.get(standing.person.key)
        for action in standing.actions:
            if reason is not None and action.kind == "reconnect":
                yield DueItem(
                    person=standing.person,
                    action=replace(action, why=reason),
                    status=standing.status,
                    group="Coming",
                    days_overdue=0,
                )


def next_coming(standings: Iterable[Standing], *, today: dt.date) -> Standing | None:
    """Return the standing with the next day on which something comes up; None when nothing does."""
    ahead = [
        (standing.due, standing.person.key, standing)
        for standing in standings
        if standing.due is not None and standing.due > today
    ]
    return min(ahead, key=lambda entry: entry[:2])[2] if ahead else None


def closed_follow_ups(people: Iterable[Person], *, today: dt.date) -> tuple[Finding, ...]:
    """Name the follow-up dates and promises that are still open with closed people, so that none is lost silently.

    A follow-up date before the day of closing was answered by it.
    """
    findings = []
    for person in people:
        if not person.is_closed:
            continue
        for plan in open_plans(person, today=today):
            if person.closed_on is None or plan.on > person.closed_on:
                facts = {"seen": short_date(plan.on, today=today), "person": person.name}
                findings.append(build_finding("follow-up-on-closed", plan.place, **facts))
        for promise in person.promises:
            if not promise.is_done:
                facts = {"seen": promise.text, "person": person.name}
                findings.append(build_finding("promise-to-closed", promise.place, **facts))
    return tuple(findings)
