"""A sheet's records and everything read of them: what people are put together from.

One responsibility: to read what the columns about people say, one value for each entry.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from netsheet.core.contacts import name_columns, read_entries, read_phones
from netsheet.core.makers import make_place
from netsheet.core.model import Finding, Place, Promise
from netsheet.core.people import Entries
from netsheet.core.personal import read_birthdays, read_intervals, read_relationships
from netsheet.core.plans import gifts_of, marks_of, promises_of
from netsheet.core.standpoints import Stand, read_stands
from netsheet.core.table import Table
from netsheet.core.touches import Unfolded

_NEEDED = frozenset({"date", "first_contact", "last_contact", "follow_up", "meeting_date", "response_date"})
_BLOCKING = frozenset({
    "unreadable-date", "ambiguous-date-order", "date-without-year", "several-dates", "formula-without-result", "cell-error",
})  # fmt: skip

VALUES = (
    "company", "email", "linkedin", "phone", "source", "referred_by", "relationship", "birthday", "every_days", "do_not_contact",
    "referral_agreed",
)  # fmt: skip
"""What ``Source.values`` holds of each entry, in this order; "" or None where nothing is said."""


@dataclass(slots=True, kw_only=True)
class Source:
    """One sheet's records and everything read of them.

    Attributes:
        values: for each entry, what ``VALUES`` names.
        days: for each record its newest day; ``promises``, ``gifts``, ``stands`` and ``blocked`` by record too.
    """

    table: Table
    found: Unfolded
    entries: Entries
    values: Sequence[tuple[Any, ...]]
    days: Sequence[dt.date | None]
    stands: Mapping[int, Stand]
    promises: Mapping[int, Promise]
    gifts: Mapping[int, dt.date]
    blocked: Mapping[int, Finding]
    places: Sequence[Place]


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
        stands=read_stands(found),
        blocked=_blocked(table),
        days=[found.newest_day(position) for position in range(len(table.rows))],
        places=_places(table, entries),
    )


def _read_values(found: Unfolded, entries: Entries) -> Sequence[tuple[Any, ...]]:
    """Read the person columns; a row's further people have only their own addresses and the row's company."""
    table, order = found.table, found.setting
    own: dict[str, Sequence[Any] | None] = {name: table.texts_of(name) for name in ("source", "referred_by")}
    if column := table.column_of("relationship"):
        own["relationship"] = read_relationships(table, column)
    if column := table.column_of("birthday"):
        own["birthday"] = read_birthdays(table, column, order)
    if column := table.column_of("every"):
        own["every_days"] = read_intervals(table, column)
    for name in ("do_not_contact", "referral_agreed"):
        if table.column_of(name):
            own[name] = marks_of(found, name)
    further = [None] * (len(entries.positions) - len(table.rows))
    nothing = [None] * len(entries.positions)
    columns: dict[str, Sequence[Any]] = {
        name: [*column, *further] for name, column in own.items() if column is not None
    }
    columns |= {"company": entries.companies, "email": entries.emails, "linkedin": entries.linkedins}
    columns["phone"] = _phones(table, entries)
    return list(zip(*(columns.get(name, nothing) for name in VALUES), strict=True))


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


def _places(table: Table, entries: Entries) -> list[Place]:
    """Return for each entry the cell that names its person."""
    places = []
    rows, sheet = table.rows, table.sheet.name
    columns = {
        slot: [(column.index, table.texts(column)) for column in name_columns(table, slot)]
        for slot in set(entries.slots)
    }
    for position, slot in zip(entries.positions, entries.slots, strict=True):
        index = next((index for index, texts in columns[slot] if texts[position]), columns[slot][0][0])
        places.append(make_place(sheet, rows[position], index))
    return places
