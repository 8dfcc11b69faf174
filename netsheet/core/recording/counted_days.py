"""Days that a text counts, "remind him in 2 weeks": from its row's day, or from the day on which netsheet first saw it.

A text that appears in a row whose day an earlier refresh saw was typed later, so it counts from the day it is first seen.
On a first refresh, and where the row's day is as new as the text, it counts from the row's day.
"""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Mapping
from dataclasses import replace

from netsheet.core.model import FollowUp, Log, Person
from netsheet.core.recording.memory_lines import PLAN, MemoryLine, PersonMemory, read_person
from netsheet.core.values.sentence_days import read_span


def with_counted_days(
    log: Log, memory_lines: Mapping[str, MemoryLine], *, refreshed_on: dt.date, today: dt.date
) -> Log:
    """Return the log with the days of such texts counted from when they were first seen.

    Args:
        log: as its own sheets say.
        memory_lines: by the key of a person what the last refresh remembers.
        refreshed_on: the day of that refresh; as of an earlier day no text is new.
        today: the day on which a text is first seen that the memory does not know.
    """
    new_on = today if today >= refreshed_on else None
    people = tuple(_recounted(person, memory_lines.get(person.key), new_on) for person in log.people)
    return replace(log, people=people)


def _recounted(person: Person, line: MemoryLine | None, new_on: dt.date | None) -> Person:
    if line is None or not any(plan.counted for plan in person.follow_ups):
        return person
    before = read_person(line)
    plans = tuple(_counted_from_first_seen(plan, before, new_on) for plan in person.follow_ups)
    return replace(person, follow_ups=plans)


def _counted_from_first_seen(plan: FollowUp, before: PersonMemory, new_on: dt.date | None) -> FollowUp:
    if not plan.counted or plan.set_on is None:
        return plan
    seen_on = before.first_seen.get(_name(plan))
    if seen_on is None:
        is_old = f"{PLAN} {plan.on}" in before.first_seen  # an older netsheet saw it
        is_row_new = all(day.on != plan.set_on for day in before.days)
        seen_on = None if is_old or is_row_new else new_on
    on = read_span(plan.counted, counted_from=seen_on) if seen_on and seen_on > plan.set_on else None
    return plan if on is None else replace(plan, on=on, seen_on=seen_on)


def counted_from(person: Person) -> dict[str, dt.date]:
    """Return the day from which each such text of a person counts, by its name in the memory: no text of the log."""
    return {
        _name(plan): plan.seen_on or plan.set_on for plan in person.follow_ups if plan.counted and plan.set_on
    }


def _name(plan: FollowUp) -> str:
    return f"counted {plan.set_on} {zlib.crc32(plan.counted.encode(errors='replace')):08x}"
