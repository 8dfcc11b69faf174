"""Reminders of what is due and what comes: one for each thing, or one for a day on which there are many."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Final

from netsheet.core.calendar_export.calendar_entries import REMIND_AT, CalendarEntry, plain_lines, thing_of
from netsheet.core.calendar_export.words import EntryWords
from netsheet.core.followups.due import DueItem, cut
from netsheet.core.values.dates import short_date

MOST_A_DAY: Final = 5
"""When more things fall on a day, one reminder names them all."""

_ENTRIES_OF_THEIR_OWN: Final = frozenset({"meeting", "wish"})


def due_today(items: Iterable[DueItem], *, a_day: int) -> list[DueItem]:
    """Return what is due now and reminded of: a line for each person, as many as the list of a day has."""
    now = [item for item in items if item.group == "now" and item.is_first and _is_reminder(item)]
    return cut(now, a_day)


def reminders(
    items: Sequence[DueItem],
    *,
    today: dt.date,
    until: dt.date,
    a_day: int,
    words: EntryWords,
    is_todo: bool = False,
) -> list[CalendarEntry]:
    """Build the reminders: what is due is put on today, what comes on its day.

    Args:
        items: what is due and what comes.
        today: the day on which what is due now is shown.
        until: the last day that is looked at.
        a_day: how many actions the list of one day has.
        words: how people are named.
        is_todo: whether they are things to tick off rather than events.
    """
    by_day: dict[dt.date, list[DueItem]] = {today: due_today(items, a_day=a_day)}
    for item in items:
        day = item.comes_up_on or item.action.due
        if item.group == "coming" and day is not None and today < day <= until and _is_reminder(item):
            by_day.setdefault(day, []).append(item)
    now = sum(item.group == "now" and item.is_first and _is_reminder(item) for item in items)
    entries = []
    for day, on_day in by_day.items():
        more = now - len(on_day) if day == today else 0
        if len(on_day) > MOST_A_DAY:
            entries.append(_merged(day, on_day, more, words, is_todo=is_todo))
        else:
            entries += [_single(day, item, words, is_todo=is_todo) for item in on_day]
    return entries


def _is_reminder(item: DueItem) -> bool:
    return item.action.kind not in _ENTRIES_OF_THEIR_OWN


def _single(day: dt.date, item: DueItem, words: EntryWords, *, is_todo: bool) -> CalendarEntry:
    return CalendarEntry(
        thing=thing_of(item.person.key, item.action.kind),
        category="Reminder",
        on=day,
        summary=words.line(item),
        description=words.about(item.person, _why(item, day)),
        alarms=(REMIND_AT,),
        is_todo=is_todo,
    )


def _why(item: DueItem, day: dt.date) -> str:
    """Say why; of what is left for another day the reason counts the days until today, which that day's would not be."""
    if item.comes_up_on is None:
        return item.action.why
    last = item.last_contact_on
    return "" if last is None else f"Last contact on {short_date(last, today=day)}."


def _merged(
    day: dt.date, items: Sequence[DueItem], more: int, words: EntryWords, *, is_todo: bool
) -> CalendarEntry:
    rest = f"and {more:,} more: see netsheet due" if more else ""
    return CalendarEntry(
        thing=thing_of("", "day"),
        category="Reminder",
        on=day,
        summary=words.several(items),
        description=plain_lines(*words.listed(items).splitlines(), rest),
        alarms=(REMIND_AT,),
        is_todo=is_todo,
    )
