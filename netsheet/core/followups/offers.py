"""What is suggested a few at a time: first messages and check-ins, so that a long log does not bury its owner.

A person who was suggested stays suggested for a while, no matter who else is in the log; only free places go to others.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import islice
from operator import itemgetter
from typing import Final

from netsheet.core.calendar import first_day_of
from netsheet.core.followups.actions import Action
from netsheet.core.followups.check_ins import find_check_in
from netsheet.core.followups.contact_history import History
from netsheet.core.followups.context import Context, Offers
from netsheet.core.followups.referrals import contact_referred

_OFFER_DAYS: Final = 14
"""A first message stays suggested for two weeks, then others get their turn."""


def choose_offers(histories: Sequence[History], context: Context) -> Offers:
    """Choose whom to suggest: those suggested before, then new ones up to the week's number."""
    contacts, queued = _choose_contacts(histories, context)
    return Offers(
        contacts=contacts,
        queued=queued,
        check_ins=_choose_check_ins(histories, context),
    )


def _choose_contacts(
    histories: Sequence[History], context: Context
) -> tuple[dict[str, dt.date], dict[str, dt.date]]:
    """Return the days on which first messages were suggested, and those on which the others come up."""
    offered: dict[str, dt.date] = {}
    queue: list[History] = []
    for history in histories:
        if not _is_collected(history, context):
            continue
        since = context.remembered_of(history.person).contact_offered_again_on
        if since is not None and not context.is_over(since, _OFFER_DAYS - 1):
            offered[history.person.key] = since
        else:
            queue.append(history)
    monday = first_day_of("week", context.today)
    used = sum(on >= monday for on in offered.values()) + _count_first_messages(histories, monday)
    left = max(context.settings.new_people_a_week - used, 0)
    free = left if context.calendar.is_working(context.today) else 0
    queue.sort(key=lambda history: _queue_order(history, context))
    keys = [history.person.key for history in queue]
    return offered | dict.fromkeys(keys[:free], context.today), _queue_days(keys[free:], left - free, context)


def _queue_days(keys: Sequence[str], left: int, context: Context) -> dict[str, dt.date]:
    """Give those who wait their day: some have a place left in this week, the others in the weeks to come."""
    days: dict[str, dt.date] = {}
    a_week = context.settings.new_people_a_week
    monday = first_day_of("week", context.today)
    day = context.calendar.next_working_day(context.today)
    places = left if day < monday + dt.timedelta(days=7) else a_week
    waiting = iter(keys)
    while a_week and len(days) < len(keys):
        days |= dict.fromkeys(islice(waiting, places), day)
        monday = first_day_of("week", day) + dt.timedelta(days=7)
        day, places = context.calendar.next_working_day(monday), a_week
    return days


def _is_collected(history: History, context: Context) -> bool:
    """Whether a person was collected and never contacted, and the user neither promised nor planned anything."""
    person = history.person
    is_open = (
        not person.is_beside and not person.is_closed and not history.is_paused and person.unreadable is None
    )
    if not is_open or history.is_contacted or history.is_planned_after(None):
        return False
    if any(contact_referred(history, context)) or any(not promise.is_done for promise in person.promises):
        return False
    first = context.remembered_of(person).contact_offered_on
    return first is None or not context.is_over(first, context.settings.life_contact)


def _count_first_messages(histories: Iterable[History], monday: dt.date) -> int:
    """Count those whom the user contacted first since a day; people who were referred take no place."""
    return sum(
        not history.person.referred_by and (history.touches[0].on or dt.date.min) >= monday
        for history in histories
        if history.touches
    )


def _queue_order(history: History, context: Context) -> tuple[dt.date, int, int, str]:
    """Order the queue: those never suggested first, the newest first; then those suggested longest ago."""
    person = history.person
    last = context.remembered_of(person).contact_offered_again_on or dt.date.min
    return last, -(person.recorded_on or dt.date.min).toordinal(), -person.place.row, person.key


def _choose_check_ins(histories: Iterable[History], context: Context) -> dict[str, Action]:
    monday = first_day_of("week", context.today)
    chosen: dict[str, Action] = {}
    waiting: list[tuple[float, str, Action]] = []
    used = 0
    for history in histories:
        action, key = find_check_in(history, context), history.person.key
        if action is None:
            continue
        since = context.remembered_of(history.person).check_in_offered_on
        if action.is_due(context.today) and since is None:
            waiting.append((-action.overdue_share(context.today), key, action))
        else:
            chosen[key] = action
            used += since is not None and since >= monday
    free = max(context.settings.check_ins_a_week - used, 0)
    waiting.sort(key=itemgetter(0, 1))
    return chosen | {key: action for _, key, action in waiting[:free]}
