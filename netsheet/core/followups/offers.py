"""What is suggested a few at a time: first messages and check-ins, so that a long log does not bury its owner.

A person who was suggested stays suggested for a while, no matter who else is in the log; only free places go to others.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from netsheet.core.calendar import first_day_of
from netsheet.core.followups.check_ins import check_in_action
from netsheet.core.followups.contact_history import History
from netsheet.core.followups.context import Context, Offers
from netsheet.core.followups.referrals import contact_referred

_OFFER_DAYS: Final = 14
"""A first message stays suggested for two weeks, then others get their turn."""


def choose_offers(histories: Sequence[History], context: Context) -> Offers:
    """Choose whom to suggest: those suggested before, then new ones up to the week's number."""
    return Offers(
        contacts=_choose_contacts(histories, context),
        check_ins=frozenset(_choose_check_ins(histories, context)),
    )


def _choose_contacts(histories: Sequence[History], context: Context) -> dict[str, dt.date]:
    offered: dict[str, dt.date] = {}
    queue: list[History] = []
    for history in histories:
        if not _is_collected(history, context):
            continue
        since = context.remembered_of(history.person).contact_offered_again_on
        if since is not None and (context.today - since).days < _OFFER_DAYS:
            offered[history.person.key] = since
        else:
            queue.append(history)
    monday = first_day_of("week", context.today)
    used = sum(on >= monday for on in offered.values()) + sum(_first_messages(histories, monday))
    free = (
        max(context.settings.new_people_a_week - used, 0) if context.calendar.is_working(context.today) else 0
    )
    queue.sort(key=lambda history: _queue_order(history, context))
    return offered | {history.person.key: context.today for history in queue[:free]}


def _is_collected(history: History, context: Context) -> bool:
    """Whether a person was collected and never contacted, and the user neither promised nor planned anything."""
    person = history.person
    is_open = not person.is_closed and not person.is_paused(context.today) and person.unreadable is None
    if not is_open or history.is_contacted or history.is_planned_after(None):
        return False
    if any(contact_referred(history, context)) or any(not promise.is_done for promise in person.promises):
        return False
    first = context.remembered_of(person).contact_offered_on
    return first is None or not context.is_over(first, context.settings.life_contact)


def _first_messages(histories: Iterable[History], monday: dt.date) -> Iterator[bool]:
    """Say of each person contacted first in this week, and only of them, that they take a place."""
    for history in histories:
        if history.touches and (on := history.touches[0].on) is not None and on >= monday:
            yield not history.person.referred_by


def _queue_order(history: History, context: Context) -> tuple[dt.date, int, int, str]:
    """Order the queue: those never suggested first, the newest first; then those suggested longest ago."""
    person = history.person
    last = context.remembered_of(person).contact_offered_again_on or dt.date.min
    return last, -(person.recorded_on or dt.date.min).toordinal(), -person.place.row, person.key


def _choose_check_ins(histories: Iterable[History], context: Context) -> Iterator[str]:
    monday = first_day_of("week", context.today)
    waiting: list[tuple[float, str]] = []
    used = 0
    for history in histories:
        action = check_in_action(history, context)
        if action is None or action.due is None or action.due > context.today:
            continue
        since = context.remembered_of(history.person).check_in_offered_on
        if since is not None:
            used += since >= monday
            yield history.person.key
        else:
            waiting.append((-action.overdue_share(context.today), history.person.key))
    free = max(context.settings.check_ins_a_week - used, 0)
    yield from (key for _, key in sorted(waiting)[:free])
