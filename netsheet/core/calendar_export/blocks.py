"""Blocks of time for networking that come every week: "Tue,Thu 08:30 20m"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from netsheet.core.calendar import WorkingCalendar, add_calendar_days
from netsheet.core.calendar_export.calendar_entries import CalendarEntry, FiledEntry, plain_lines, thing_of
from netsheet.core.calendar_export.words import EntryWords
from netsheet.core.followups.due import DueItem
from netsheet.core.settings.value_types import read_weekdays
from netsheet.core.values.dates import short_date

_BLOCK: Final = re.compile(
    r"(?P<days>\D+)\s(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)\s+(?P<minutes>\d{1,3})\s*(?:m|min|minutes)?",
    re.IGNORECASE,
)
_THING: Final = thing_of("", "block")
_DAYS_LOOKED_AHEAD: Final = 366
_MOST_LINES: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The same time on some weekdays (Monday is 0), for a number of minutes."""

    weekdays: tuple[int, ...]
    at: dt.time
    minutes: int


def read_block(text: str) -> Block | None:
    """Read "Tue,Thu 08:30 20m" or "Mon-Fri 9:00 15 min"; None when it is not a block."""
    match = _BLOCK.fullmatch(" ".join(text.split()))
    weekdays = read_weekdays(match["days"]) if match else None
    if match is None or not weekdays or not int(match["minutes"]):
        return None
    return Block(
        weekdays=tuple(sorted(weekdays)),
        at=dt.time(int(match["hour"]), int(match["minute"])),
        minutes=int(match["minutes"]),
    )


def blocks_of(before: Iterable[FiledEntry]) -> tuple[Block, ...]:
    """Return the blocks that the last file has: they go on until the user says otherwise."""
    entries = [filed.entry for filed in before if not filed.is_cancelled and filed.entry.thing == _THING]
    return tuple(
        Block(weekdays=entry.weekdays, at=entry.at, minutes=entry.minutes) for entry in entries if entry.at
    )


def block_entries(
    blocks: Iterable[Block],
    before: Sequence[FiledEntry],
    due: Sequence[DueItem],
    *,
    today: dt.date,
    calendar: WorkingCalendar,
    zone: str,
    words: EntryWords,
) -> Iterator[CalendarEntry]:
    """Build the blocks: none on holidays and in breaks, and each says what comes first.

    Args:
        blocks: when they are.
        before: the last file; a block that it has keeps its first day.
        due: what is due today, the most important first.
        today: the day from which on a new block comes.
        calendar: the user's days off.
        zone: the time zone of the blocks.
        words: how people are named.
    """
    for block in blocks:
        known = (filed.entry for filed in before if filed.entry.thing == _THING)
        since = next((entry.on for entry in known if _same_time(entry, block)), today)
        days = _days_of(block, since, add_calendar_days(today, _DAYS_LOOKED_AHEAD))
        first_on = next((day for day in days if not calendar.is_day_off(day)), None)
        if first_on is None:
            continue
        yield CalendarEntry(
            thing=_THING,
            category="Routine",
            on=first_on,
            at=block.at,
            minutes=block.minutes,
            zone=zone,
            summary=f"Networking, {block.minutes} minutes",
            description=_what_first(due, today, words),
            alarms=(0,),
            weekdays=block.weekdays,
            days_off=tuple(day for day in days if day > first_on and calendar.is_day_off(day)),
        )


def _same_time(entry: CalendarEntry, block: Block) -> bool:
    return (entry.weekdays, entry.at) == (block.weekdays, block.at)


def _days_of(block: Block, first_on: dt.date, last_on: dt.date) -> list[dt.date]:
    days = map(dt.date.fromordinal, range(first_on.toordinal(), last_on.toordinal() + 1))
    return [day for day in days if day.weekday() in block.weekdays]


def _what_first(due: Sequence[DueItem], today: dt.date, words: EntryWords) -> str:
    day = short_date(today, today=today)
    if not due:
        return f"Nothing was due on {day}."
    return plain_lines(f"First, as of {day}:", *words.listed(due[:_MOST_LINES]).splitlines())
