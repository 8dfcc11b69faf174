"""The due list: everything that is due or comes soon, what is fresh first; and what is still open with closed people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from netsheet.core.calendar import WorkingCalendar, add_calendar_days
from netsheet.core.findings import build_finding
from netsheet.core.followups.actions import ACTIONS, Action
from netsheet.core.followups.dormant_ties import DormantTie
from netsheet.core.followups.own_days import open_plans
from netsheet.core.followups.remembered import Remembered
from netsheet.core.followups.standing import Standing
from netsheet.core.model import ActionKind, Finding, Person, Settings
from netsheet.core.values.dates import short_date

Group = Literal["now", "coming"]

WITHIN_DAYS: Final = 7
"""How many days ahead the list looks by default."""

_FRESH_WORKING_DAYS: Final = 10
"""Promises and the user's own days that are at most this late come first in the list; older ones come third."""

_FRESH_REPLY_DAYS: Final = 14
"""For so long a reply of somebody who wants no contact is named."""

_NEVER_CUT: Final = frozenset({"meeting", "promise", "reply"})
_SET_BY_USER: Final[frozenset[ActionKind]] = frozenset({"meeting", "promise", "follow_up"})
"""What has its day from the user: nothing else that is due hides it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueItem:
    """One line of the due list.

    Attributes:
        status: the word for what is due; what the row shows for what is still to come.
        days_overdue: calendar days since the action's day, 0 until that has passed.
        is_first: whether lists show it. They show one line per person, the first that is due; and next to it each day to
            come that the user set.
        comes_up_on: for a decision or a first message that is left for another day, that day; else None.
        last_contact_on: the day of the last touch with the person.
    """

    person: Person
    action: Action
    status: str
    group: Group
    days_overdue: int
    is_first: bool = True
    comes_up_on: dt.date | None = None
    last_contact_on: dt.date | None = None


def select_due(
    standings: Collection[Standing],
    *,
    today: dt.date,
    settings: Settings,
    calendar: WorkingCalendar,
    within: int = WITHIN_DAYS,
    dormant_ties: Iterable[DormantTie] = (),
) -> tuple[DueItem, ...]:
    """Select what is due now, then what comes within ``within`` days, then what is left for other days, a few each.

    What is due now is ordered so that what is fresh comes before what is old: see ``_section``. What is coming is
    ordered by its day. Ties are broken by the place in the log.
    """
    until = add_calendar_days(today, within)
    now = [
        _item(action, standing, today)
        for standing in standings
        for action in standing.actions
        if action.is_due(today)
    ]
    now += _reconnect_items(dormant_ties, standings, today)
    now.sort(key=lambda item: _place_in_list(item, today, calendar))
    coming = [
        _item(action, standing, today)
        for standing in standings
        for action in standing.actions
        if action.due is not None and today < action.due <= until
    ]
    coming.sort(key=lambda item: (item.action.due, item.action.rank, item.action.place.row, item.person.key))
    decisions = [item for item in now if item.action.kind == "decide"]
    spread = _spread(decisions, today, settings.decisions_a_day, calendar)
    others = [item for item in now if item.action.kind != "decide"]
    return (
        *others,
        *(item for item in spread if item.comes_up_on is None),
        *coming,
        *(item for item in spread if item.comes_up_on is not None),
        *_queued(standings, today),
    )


def select_due_now(
    standings: Collection[Standing], *, today: dt.date, settings: Settings, calendar: WorkingCalendar
) -> list[DueItem]:
    """Select what is due now, one line per person, without the people whom the user lost touch with."""
    selected = select_due(standings, today=today, settings=settings, calendar=calendar, within=0)
    return [item for item in selected if item.group == "now" and item.is_first]


def _queued(standings: Iterable[Standing], today: dt.date) -> list[DueItem]:
    """List those who are not among the week's few to contact first, each with the day of their turn."""
    items = [
        DueItem(
            person=standing.person,
            action=Action(
                kind="contact",
                due=standing.queued_on,
                why=standing.why,
                next_step="Send a first message",
                place=standing.person.place,
                channel=standing.history.channel,
            ),
            status=standing.status,
            group="coming",
            days_overdue=0,
            is_first=not any(action.is_due(today) for action in standing.actions),
            comes_up_on=standing.queued_on,
            last_contact_on=standing.history.last_contact_on,
        )
        for standing in standings
        if standing.queued_on is not None
    ]
    return sorted(items, key=lambda item: (item.comes_up_on or today, item.person.place.row, item.person.key))


def cut(items: Sequence[DueItem], cap: int) -> list[DueItem]:
    """Cut a list to ``cap`` lines from its end; meetings, promises and replies stay, however many there are."""
    spare = len(items) - cap
    kept: list[DueItem] = []
    for item in reversed(items):
        if spare > 0 and item.action.kind not in _NEVER_CUT:
            spare -= 1
        else:
            kept.append(item)
    return kept[::-1]


def find_put_off(
    standings: Iterable[Standing], *, today: dt.date, calendar: WorkingCalendar
) -> tuple[Person, ...]:
    """Find the people for whom something waits for the end of the break that ``today`` is in."""
    back_on = calendar.next_working_day(today)
    return tuple(
        standing.person
        for standing in standings
        if any(
            action.due is not None and today < action.due <= back_on and not action.is_shown_on_breaks
            for action in standing.actions
        )
    )


def _item(action: Action, standing: Standing, today: dt.date) -> DueItem:
    is_now = action.is_due(today)
    return DueItem(
        person=standing.person,
        action=action,
        status=ACTIONS[action.kind].status if is_now else standing.status,
        group="now" if is_now else "coming",
        days_overdue=max((today - action.due).days, 0) if action.due is not None else 0,
        is_first=action is _first_line(standing, today) or (not is_now and action.kind in _SET_BY_USER),
        last_contact_on=standing.history.last_contact_on,
    )


def _first_line(standing: Standing, today: dt.date) -> Action:
    """Return the action that a list shows for a person: what is due, even where the row announces a date to come."""
    return next((action for action in standing.actions if action.is_due(today)), standing.actions[0])


def _section(item: DueItem, today: dt.date, calendar: WorkingCalendar) -> int:
    """Return the part of the list: 1 today's and fresh own days, 2 what is owed, 3 older own days, 4 messages, 5 ties."""
    action = item.action
    match action.kind:
        case "meeting":
            return 1
        case "promise" | "follow_up":
            return 3 if is_old(action, today, calendar) else 1
        case "thank" | "thank_referrer" | "find_address" | "congratulate" | "reply":
            return 2
        case "contact" | "nudge" | "wish":
            return 4
        case _:
            return 5


def is_old(action: Action, today: dt.date, calendar: WorkingCalendar) -> bool:
    """Whether something has been due for so long that what is fresh comes before it."""
    return calendar.working_days_between(action.due or today, today) > _FRESH_WORKING_DAYS


def _place_in_list(
    item: DueItem, today: dt.date, calendar: WorkingCalendar
) -> tuple[int, bool, float, int, int, str]:
    action = item.action
    newest_first = -(action.due or today).toordinal()
    return (
        _section(item, today, calendar),
        action.kind in {"wish", "reconnect"},
        -action.overdue_share(today),
        newest_first if action.kind != "check_in" else 0,
        action.place.row,
        item.person.key,
    )


def _spread(
    decisions: Sequence[DueItem], today: dt.date, a_day: int, calendar: WorkingCalendar
) -> list[DueItem]:
    """Give each working day a few of the decisions; those of other days say on which they come up.

    A decision comes up on its day and then once in each turn, which takes a week, or several where there are many: so
    that none is asked day after day. Where a day is full, it comes up on the next one.
    """
    if a_day == 0 or not decisions:
        return [replace(item, group="coming", comes_up_on=item.action.due) for item in decisions]
    turn_days = _WEEK * -(-len(decisions) // (_WEEK * a_day))
    days = [calendar.next_working_day(today)]  # each from the one before: from today takes quadratic time
    for _ in range(turn_days - 1):
        days.append(calendar.add_working_days(days[-1], 1))
    places, spread = TurnPlaces(turn_days, a_day), []
    for item in sorted(decisions, key=lambda item: (item.action.due, item.person.key)):
        waited = calendar.working_days_between(item.action.due or today, days[0])
        wait = places.take(-waited % turn_days)
        is_now = days[wait] == today
        spread.append(item if is_now else replace(item, group="coming", comes_up_on=days[wait]))
    return sorted(spread, key=lambda item: (item.comes_up_on or today, item.action.due, item.person.key))


class TurnPlaces:
    """The places of a turn's days: each day has a few, and behind the last day comes the first."""

    def __init__(self, days: int, a_day: int) -> None:
        self._free = [a_day] * days
        self._next = list(range(days))

    def take(self, day: int) -> int:
        """Take a place on a day, or on the first day after it that is not full. Return the day.

        A full day points ahead, and each look-up shortens the way: going day by day takes quadratic time.
        """
        while self._next[day] != day:
            self._next[day] = self._next[self._next[day]]
            day = self._next[day]
        self._free[day] -= 1
        if not self._free[day]:
            self._next[day] = (day + 1) % len(self._next)
        return day


_WEEK: Final = 5
"""Working days in which each decision comes up once."""


def _reconnect_items(
    ties: Iterable[DormantTie], standings: Iterable[Standing], today: dt.date
) -> Iterator[DueItem]:
    """List the week's few whom the user lost touch with and who are still silent."""
    reasons = {tie.person.key: tie.reason for tie in ties}
    for standing in standings:
        reason = reasons.get(standing.person.key)
        for action in standing.actions:
            if reason is not None and action.kind == "reconnect":
                yield replace(_item(action, standing, today), action=replace(action, why=reason), group="now")


def next_coming(standings: Iterable[Standing], *, today: dt.date) -> Standing | None:
    """Return the standing with the next day on which something comes up; None when nothing does."""
    ahead = [
        (standing.due, standing.person.key, standing)
        for standing in standings
        if standing.due is not None and standing.due > today
    ]
    return min(ahead, key=lambda entry: entry[:2])[2] if ahead else None


def replies_after_opt_out(
    people: Iterable[Person], remembered: Mapping[str, Remembered], *, today: dt.date
) -> tuple[Finding, ...]:
    """Name those who wrote after the user noted that they want no contact: nothing opens that again but the user."""
    findings = []
    for person in people:
        seen = remembered.get(person.key) if person.do_not_contact else None
        if seen is None or seen.reply_shown_on is None or seen.opted_out_on is None:
            continue
        is_fresh = (today - seen.reply_shown_on).days <= _FRESH_REPLY_DAYS
        if is_fresh and seen.reply_shown_on > seen.opted_out_on:
            findings.append(build_finding("reply-after-opt-out", person.place, person=person.name))
    return tuple(findings)


def closed_follow_ups(
    people: Iterable[Person], *, today: dt.date, calendar: WorkingCalendar
) -> tuple[Finding, ...]:
    """Name the follow-up dates and promises that are still open with closed people, so that none is lost silently.

    A follow-up date before the day of closing was answered by it.
    """
    findings = []
    for person in people:
        if not person.is_closed:
            continue
        for plan in open_plans(person, today=today, calendar=calendar):
            if person.closed_on is None or plan.on > person.closed_on:
                facts = {"seen": short_date(plan.on, today=today), "person": person.name}
                findings.append(build_finding("follow-up-on-closed", plan.place, **facts))
        for promise in person.promises:
            if person.do_not_contact and not promise.is_done:
                facts = {"seen": promise.text, "person": person.name}
                findings.append(build_finding("promise-to-closed", promise.place, **facts))
    return tuple(findings)
