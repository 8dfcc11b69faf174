"""What changed since the last file: calendars know an entry by its UID, and take what has a higher SEQUENCE.

The only memory is the last file itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count

from netsheet.core.calendar_export.calendar_entries import KEPT_DAYS, CalendarEntry, FiledEntry


def file_entries(
    entries: Iterable[CalendarEntry],
    before: Iterable[FiledEntry],
    *,
    today: dt.date,
    is_private: bool = False,
) -> tuple[FiledEntry, ...]:
    """Give each entry its number, and say what is new, changed or cancelled.

    Args:
        entries: what the calendar should show.
        before: what the last file holds.
        today: the day of what changes now.
        is_private: whether what is cancelled loses its words, which may be those of a file that was not private.

    Returns:
        By day, the cancelled ones too.
    """
    groups: dict[str, tuple[list[CalendarEntry], list[FiledEntry]]] = {}
    for filed in before:
        groups.setdefault(filed.entry.thing, ([], []))[1].append(filed)
    for entry in entries:
        groups.setdefault(entry.thing, ([], []))[0].append(entry)
    now = [
        filed
        for wanted, known in groups.values()
        for filed in _file_group(wanted, known, today, is_private=is_private)
    ]
    return tuple(sorted(now, key=lambda filed: (filed.entry.on, filed.entry.at or dt.time(), filed.uid)))


def _file_group(
    wanted: Sequence[CalendarEntry], known: Sequence[FiledEntry], today: dt.date, *, is_private: bool
) -> list[FiledEntry]:
    """File the entries of one thing. What keeps its day keeps its number; the others take what is left, in order."""
    wanted = sorted(wanted, key=lambda entry: (entry.on, entry.at or dt.time(), entry.summary))
    left = sorted(known, key=lambda filed: (filed.is_cancelled, filed.entry.on, filed.number))
    filed_now, moved = [], []
    for entry in wanted:
        same = [filed for filed in left if filed.entry.on == entry.on]
        if same:
            found = next((filed for filed in same if filed.entry.summary == entry.summary), same[0])
            left.remove(found)
            filed_now.append(_changed(found, entry, today))
        elif not entry.is_over:
            moved.append(entry)
    free = (number for number in count() if number not in {filed.number for filed in known})
    for entry in moved:
        if left:
            filed_now.append(_changed(left.pop(0), entry, today))
        else:
            filed_now.append(FiledEntry(entry=entry, number=next(free), changed_on=today))
    for filed in left:
        cancelled = _cancelled(filed, today, is_private=is_private)
        if (today - cancelled.changed_on).days <= KEPT_DAYS:
            filed_now.append(cancelled)
    return filed_now


def _changed(
    filed: FiledEntry, entry: CalendarEntry, today: dt.date, *, is_cancelled: bool = False
) -> FiledEntry:
    if filed.entry == entry and filed.is_cancelled == is_cancelled:
        return filed
    return replace(
        filed, entry=entry, sequence=filed.sequence + 1, changed_on=today, is_cancelled=is_cancelled
    )


def _cancelled(filed: FiledEntry, today: dt.date, *, is_private: bool) -> FiledEntry:
    """Cancel an entry: it reminds of nothing any more."""
    summary = filed.entry.category if is_private else filed.entry.summary
    return _changed(
        filed,
        replace(filed.entry, summary=summary, location="", description="", alarms=()),
        today,
        is_cancelled=True,
    )
