"""The due list: everything that is due or comes soon, ranked; and what the closed people still have open.

One responsibility: selecting and ordering. The daily cap belongs to those who show the list.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Final, Literal

from netsheet.core.calendar import add_calendar_days
from netsheet.core.findings import build_finding
from netsheet.core.followups.actions import ACTIONS
from netsheet.core.followups.dormant import DormantTie
from netsheet.core.followups.history import open_plans
from netsheet.core.followups.own_words import is_closed
from netsheet.core.followups.standing import is_due
from netsheet.core.model import Action, ActionKind, Channel, Finding, Person, Place, Standing
from netsheet.core.records import record
from netsheet.core.values.dates import short_date

Group = Literal["Overdue", "Today", "Coming"]

WITHIN_DAYS: Final = 7
"""How many days ahead the list looks unless told otherwise."""


@record
class DueItem:
    """One line of the due list.

    Attributes:
        person: the name, as the user wrote it.
        key: the person's key.
        status: the word for what is due; what the row shows for what is still to come.
        action: the action's stable name.
        due: the day; None when it has none.
        days_overdue: calendar days since then, 0 until the day has passed.
        why: one plain sentence.
        place: the cell the facts came from.
        next_step: short words for what to do.
    """

    person: str
    key: str
    company: str
    status: str
    action: ActionKind
    due: dt.date | None
    days_overdue: int
    why: str
    place: Place
    channel: Channel | None
    group: Group
    next_step: str
    rank: int


def select_due(
    standings: Sequence[Standing],
    people: Sequence[Person],
    *,
    today: dt.date,
    within: int = WITHIN_DAYS,
    dormant_ties: Iterable[DormantTie] = (),
) -> tuple[DueItem, ...]:
    """Select what is due, then what comes within ``within`` days, then the week's dormant ties when given.

    What is due stands by rank, within a rank the longest due first: a promise of today before a check-in of last
    month. What is coming stands by its day. Ties are broken by the place in the log.
    """
    until = add_calendar_days(today, within)
    items = [
        _item(action, standing, person, today)
        for standing, person in zip(standings, people, strict=True)
        for action in standing.actions
        if is_due(action, today=today) or (action.due is not None and action.due <= until)
    ]
    items.sort(key=lambda item: _place_in_list(item, today))
    return (*items, *_dormant_items(dormant_ties, standings, people))


def _item(action: Action, standing: Standing, person: Person, today: dt.date) -> DueItem:
    due = action.due
    group: Group = "Today"
    if due is not None and due != today:
        group = "Overdue" if due < today else "Coming"
    return DueItem(
        person=person.name,
        key=person.key,
        company=person.company,
        status=standing.status if group == "Coming" else ACTIONS[action.kind].status,
        action=action.kind,
        due=due,
        days_overdue=max((today - due).days, 0) if due is not None else 0,
        why=action.why,
        place=action.place,
        channel=action.channel,
        group=group,
        next_step=action.next_step,
        rank=action.rank,
    )


def _place_in_list(item: DueItem, today: dt.date) -> tuple[bool, int, int, int, str]:
    day = (item.due or today).toordinal()
    row = item.place.row
    if item.group == "Coming":
        return True, day, item.rank, row, item.key
    return False, item.rank, day, row, item.key


def _dormant_items(
    ties: Iterable[DormantTie], standings: Sequence[Standing], people: Sequence[Person]
) -> list[DueItem]:
    """List the week's dormant ties that are still silent: not due, so they stand with what is coming."""
    chosen = {tie.person: tie for tie in ties}
    return [
        DueItem(
            person=person.name,
            key=person.key,
            company=person.company,
            status=standing.status,
            action="reconnect",
            due=None,
            days_overdue=0,
            why=chosen[person.key].reason,
            place=person.place,
            channel=action.channel,
            group="Coming",
            next_step=action.next_step,
            rank=action.rank,
        )
        for standing, person in zip(standings, people, strict=True)
        if chosen and person.key in chosen
        for action in standing.actions
        if action.kind == "reconnect"
    ]


def next_coming(standings: Iterable[Standing], *, today: dt.date) -> Standing | None:
    """Return the standing with the next day on which something comes up; None when nothing does."""
    ahead = [
        (standing.due, standing.person, standing)
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
        if not is_closed(person):
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
