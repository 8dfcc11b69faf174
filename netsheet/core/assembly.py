"""Rows to people: one value for each person, from all the rows that are about them.

One responsibility: to put together what the other modules read. The newest row that says something wins.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from netsheet.core.columns import Column
from netsheet.core.contacts import name_columns, read_entries, read_phones
from netsheet.core.dates import ReadDate, read_date
from netsheet.core.facts import Cells
from netsheet.core.model import Finding, Person, Place, Promise, Standpoint, Touch
from netsheet.core.people import Entries, identify
from netsheet.core.personal import read_birthdays, read_intervals, read_relationships
from netsheet.core.plans import gifts_of, marks_of, promises_of
from netsheet.core.table import Table
from netsheet.core.touches import Unfolded
from netsheet.core.vocabulary import Meaning

_UNTIL = re.compile(r"\b(?:until|till|til|bis|jusqu\w*|hasta|fino al?|tot|do)\b(.+)$", re.IGNORECASE)
_STRONGEST: tuple[Standpoint, ...] = ("closed", "paused", "not contacted", "open")
_NEEDED = frozenset({"date", "first_contact", "last_contact", "follow_up", "meeting_date", "response_date"})
_BLOCKING = frozenset({
    "unreadable-date", "ambiguous-date-order", "date-without-year", "several-dates", "formula-without-result", "cell-error",
})  # fmt: skip


@dataclass(slots=True, kw_only=True)
class Source:
    """One sheet's records and everything read of them.

    ``values`` holds what the person columns say, field -> one value for each entry.
    """

    table: Table
    found: Unfolded
    entries: Entries
    values: dict[str, Sequence[Any]]
    promises: Mapping[int, Promise]
    gifts: Mapping[int, dt.date]
    blocked: Mapping[int, Finding]
    name_columns: Mapping[int, Sequence[Column]]
    days: list[dt.date | None]


def read_source(found: Unfolded) -> Source:
    """Read what a sheet's records say about people, once its touches are unfolded."""
    table = found.table
    entries = read_entries(table)
    return Source(
        table=table,
        found=found,
        entries=entries,
        values=_read_values(found, entries),
        promises=promises_of(found),
        gifts=gifts_of(found),
        blocked=_blocked(table),
        name_columns={slot: name_columns(table, slot) for slot in set(entries.slots)},
        days=[found.newest_day(position) for position in range(len(table.rows))],
    )


def _read_values(found: Unfolded, entries: Entries) -> dict[str, Sequence[Any]]:
    """Read the person columns, each as one value for each entry; a row's further people have only their own."""
    table, order = found.table, found.setting
    values: dict[str, Sequence[Any]] = {
        "company": entries.companies,
        "email": entries.emails,
        "linkedin": entries.linkedins,
    }
    own: dict[str, Sequence[Any]] = {}
    for name in ("source", "referred_by"):
        if (texts := table.texts_of(name)) is not None:
            own[name] = texts
    if column := table.column_of("relationship", number=None):
        own["relationship"] = read_relationships(table, column)
    if column := table.column_of("birthday", number=None):
        own["birthday"] = read_birthdays(table, column, order)
    if column := table.column_of("every", number=None):
        own["every_days"] = read_intervals(table, column)
    for name in ("do_not_contact", "referral_agreed"):
        if table.column_of(name):
            own[name] = marks_of(found, name)
    further = [None] * (len(entries.positions) - len(table.rows))
    values |= {name: [*column, *further] for name, column in own.items()}
    values["phone"] = _phones(table, entries)
    return values


def _phones(table: Table, entries: Entries) -> list[str]:
    by_slot = {slot: read_phones(table, slot) for slot in set(entries.slots)}
    if len(by_slot) == 1:
        return next(iter(by_slot.values()))
    return [by_slot[slot][position] for slot, position in zip(entries.slots, entries.positions, strict=True)]


def _blocked(table: Table) -> dict[int, Finding]:
    """Return for each record the first finding that takes a needed day away from it."""
    fields = {column.index: column.field for column in table.columns}
    positions = {row: position for position, row in enumerate(table.rows)} if table.findings else {}
    blocked: dict[int, Finding] = {}
    for finding in table.findings:
        place = finding.place
        if (
            place
            and finding.code in _BLOCKING
            and fields.get(place.column) in _NEEDED
            and place.row in positions
        ):
            blocked.setdefault(positions[place.row], finding)
    return blocked


Member = tuple[Source, int]
"""An entry of a source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """The people, and for each key the rows their facts come from."""

    people: tuple[Person, ...]
    cells: Mapping[str, Cells]


def assemble(log: Source, people_sheet: Source | None) -> Assembled:
    """Put the people together: in the order of their newest rows, those of the People sheet alone last."""
    sources = [log] if people_sheet is None else [log, people_sheet]
    members: list[Member] = [
        (source, entry) for source in sources for entry in range(len(source.entries.names))
    ]
    groups: dict[str, list[Member]] = {}
    for key, member in zip(identify(_joined(sources)), members, strict=True):
        groups.setdefault(key, []).append(member)
    found: list[tuple[bool, int, Person]] = []
    cells: dict[str, Cells] = {}
    for key, group in groups.items():
        ordered = group if len(group) == 1 else _newest_first(group, log)
        if ordered[0][0] is not log and not _carries_dates(ordered):
            continue
        person = _assemble_one(key, ordered, log)
        found.append((ordered[0][0] is not log, person.place.row, person))
        cells[key] = [
            (source.table, source.entries.positions[at], source.entries.slots[at]) for source, at in ordered
        ]
    found.sort(key=lambda one: one[:2])
    return Assembled(people=tuple(person for _, _, person in found), cells=cells)


def _joined(sources: Sequence[Source]) -> Entries:
    if len(sources) == 1:
        return sources[0].entries
    parts = [source.entries for source in sources]
    return Entries(
        positions=[at for part in parts for at in part.positions],
        slots=[at for part in parts for at in part.slots],
        names=[text for part in parts for text in part.names],
        companies=[text for part in parts for text in part.companies],
        emails=[text for part in parts for text in part.emails],
        linkedins=[text for part in parts for text in part.linkedins],
    )


def _newest_first(group: Sequence[Member], log: Source) -> list[Member]:
    def newness(member: Member) -> tuple[bool, dt.date, int]:
        source, entry = member
        position = source.entries.positions[entry]
        return source is log, source.days[position] or dt.date.min, source.table.rows[position]

    return sorted(group, key=newness, reverse=True)


def _carries_dates(group: Sequence[Member]) -> bool:
    return any(
        source.values[name][at]
        for source, at in group
        for name in ("birthday", "every_days")
        if name in source.values
    )


def _assemble_one(key: str, group: Sequence[Member], log: Source) -> Person:
    source, entry = group[0]
    position = source.entries.positions[entry]
    own = [(source, source.entries.positions[at]) for source, at in group if at < len(source.table.rows)]
    touches = _touches(own)
    values = {name: value for name in _names(group) if (value := _first(group, name)) is not None}
    agreed = values.pop("referral_agreed", None)
    people_rows = [
        source.table.rows[source.entries.positions[at]] for source, at in group if source is not log
    ]
    person = {
        "key": key,
        "name": _first_name(group)
        or values.get("company")
        or values.get("email")
        or values.get("linkedin")
        or key,
        "place": _place(source, entry),
        "rows": tuple(
            sorted({source.table.rows[source.entries.positions[at]] for source, at in group if source is log})
        ),
        "touches": touches,
        "people_row": people_rows[0] if people_rows else None,
        "recorded_on": source.days[position],
        **values,
        **_standing(group, touches),
        **_plans(own),
    }
    if agreed is not None:
        person["referral_agreed"] = agreed is not False
        person["referral_on"] = agreed.on if isinstance(agreed, ReadDate) else None
    if "do_not_contact" in person:
        person["do_not_contact"] = person["do_not_contact"] is not False
    if not any(touch.on for touch in touches):
        person["unreadable"] = _unreadable(own, person)
    return Person(**person)


def _names(group: Sequence[Member]) -> Sequence[str]:
    if len(group) == 1:
        return tuple(group[0][0].values)
    return tuple(dict.fromkeys(name for source, _ in group for name in source.values))


def _first(group: Sequence[Member], name: str) -> Any:  # noqa: ANN401 - each field has its own type
    for source, entry in group:
        column = source.values.get(name)
        if column is not None and (value := column[entry]) not in (None, ""):
            return value
    return None


def _first_name(group: Sequence[Member]) -> str:
    return next((name for source, entry in group if (name := source.entries.names[entry])), "")


def _place(source: Source, entry: int) -> Place:
    """Return the cell that names the person on the row that shows the live action."""
    position, columns = source.entries.positions[entry], source.name_columns[source.entries.slots[entry]]
    row = source.table.rows[position]
    cells = source.table.sheet.rows[row - 1]
    column = next((column for column in columns if cells[column.index - 1] != ""), columns[0])
    return Place(sheet=source.table.sheet.name, row=row, column=column.index)


def _touches(own: Sequence[tuple[Source, int]]) -> tuple[Touch, ...]:
    if len(own) == 1:
        touches = own[0][0].found.touches[own[0][1]]
    else:
        in_order = sorted(own, key=lambda row: row[1])
        touches = [touch for source, position in in_order for touch in source.found.touches[position]]
    return tuple(touches) if len(touches) < 2 else tuple(sorted(touches, key=_day))


def _day(touch: Touch) -> dt.date:
    return touch.on or dt.date.max


def _standing(group: Sequence[Member], touches: Sequence[Touch]) -> dict[str, Any]:
    """Say where the person stands: the newest row with a status or outcome decides, else the newest answer."""
    for source, entry in group:
        position, found = source.entries.positions[entry], source.found
        words = [found.status.get(position), found.outcome.get(position)]
        if any(words):
            return _decided(source, position, [*words, found.answers.get(position)], touches)
    source, entry = group[0]
    position = source.entries.positions[entry]
    answer = source.found.answers.get(position)
    return _decided(source, position, [answer], touches) if answer else {}


def _decided(
    source: Source, position: int, words: Sequence[tuple[Meaning, Column] | None], touches: Sequence[Touch]
) -> dict[str, Any]:
    known = [word for word in words if word]
    meaning, column = min(known, key=lambda word: _STRONGEST.index(word[0].standpoint))
    place = source.table.place(position, column)
    if meaning.standpoint == "closed":
        days = [touch.on for touch in source.found.touches[position] if touch.on]
        return {"standpoint": "closed", "standpoint_place": place, "closed_on": max(days, default=None)}
    if meaning.standpoint == "paused":
        return {
            "standpoint": "paused",
            "standpoint_place": place,
            "paused_until": _until(source, position, column),
        }
    is_contacted = meaning.standpoint == "not contacted" and any(
        touch.direction != "unknown" for touch in touches
    )
    return {"standpoint": "open" if is_contacted else meaning.standpoint, "standpoint_place": place}


def _until(source: Source, position: int, column: Column) -> dt.date | None:
    """Read the day in "On hold until 12 May 2026"."""
    match = _UNTIL.search(source.table.texts(column)[position])
    day = read_date(match[1].strip(" :)("), order=source.found.setting) if match else None
    return day.on if isinstance(day, ReadDate) else None


def _plans(own: Sequence[tuple[Source, int]]) -> dict[str, Any]:
    plans: dict[str, Any] = {}
    for source, position in own:
        if follow_ups := source.found.follow_ups.get(position):
            plans["follow_ups"] = (*follow_ups, *plans.get("follow_ups", ()))
        if ahead := source.found.meetings_ahead.get(position):
            plans["meetings_ahead"] = tuple(sorted({*ahead, *plans.get("meetings_ahead", ())}))
        if promise := source.promises.get(position):
            plans["promises"] = (promise, *plans.get("promises", ()))
        if gift := source.gifts.get(position):
            plans["value_given_on"] = max(gift, plans.get("value_given_on", gift))
    return plans


def _unreadable(own: Sequence[tuple[Source, int]], person: Mapping[str, Any]) -> Finding | None:
    """Return the finding that leaves nothing to judge the person by: no day, no plan, no closing word."""
    if (
        person.get("follow_ups")
        or person.get("meetings_ahead")
        or person.get("standpoint") in {"closed", "paused"}
    ):
        return None
    return next((finding for source, position in own if (finding := source.blocked.get(position))), None)
