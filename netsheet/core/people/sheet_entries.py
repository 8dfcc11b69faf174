"""A sheet's records and everything read of them: what people are put together from.

One responsibility: to read what the columns about people say, one value for each entry.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from netsheet.core.columns.column import Column, Remark
from netsheet.core.columns.table import Table
from netsheet.core.findings import build_finding
from netsheet.core.model import Finding, Place, Promise
from netsheet.core.people.commitments import gifts_of, marks_of, promises_of
from netsheet.core.people.contact_details import name_columns, read_entries, read_phones
from netsheet.core.people.contact_states import Stand, read_stands
from netsheet.core.people.identity import Entries
from netsheet.core.people.personal import read_birthdays, read_intervals, read_relationships
from netsheet.core.people.touches import Unfolded

_NEEDED = frozenset({"date", "first_contact", "last_contact", "follow_up", "meeting_date", "response_date"})
_BLOCKING = frozenset({
    "unreadable-date", "ambiguous-date-order", "date-without-year", "several-dates", "formula-without-result", "cell-error",
})  # fmt: skip

VALUES = (
    "company", "email", "phone", "linkedin", "relationship", "source", "referred_by", "birthday", "every_days", "do_not_contact",
    "referral_agreed",
)  # fmt: skip
"""What ``Source.values`` holds, in this order; "" or None where nothing is said. All but the last stand so in ``Person``."""


@dataclass(slots=True, kw_only=True)
class Source:
    """One sheet's records and everything read of them.

    Attributes:
        values: for each of ``VALUES`` what is said of each entry.
        days: for each record its newest day; ``promises``, ``gifts``, ``stands`` and ``blocked`` by record too.
        places: for each entry the cell that names its person.
    """

    table: Table
    found: Unfolded
    entries: Entries
    values: Sequence[Sequence[Any]]
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


def _read_values(found: Unfolded, entries: Entries) -> Sequence[Sequence[Any]]:
    """Read the person columns; a row's further people have only their own addresses and the row's company."""
    table, order = found.table, found.date_order
    further = len(entries.positions) - len(table.rows)
    columns: dict[str, Sequence[Any]] = {
        name: [*(table.texts_of(name) or [""] * len(table.rows)), *([""] * further)]
        for name in ("source", "referred_by")
    }
    if column := table.column_of("relationship"):
        columns["relationship"] = read_relationships(table, column)
    if column := table.column_of("birthday"):
        columns["birthday"] = read_birthdays(table, column, order)
    if column := table.column_of("every"):
        columns["every_days"] = read_intervals(table, column)
    for name in ("do_not_contact", "referral_agreed"):
        if table.column_of(name):
            columns[name] = marks_of(found, name)
    columns |= {"company": entries.companies, "email": entries.emails, "linkedin": entries.linkedins}
    columns["phone"] = _phones(table, entries)
    nothing = [None] * len(entries.positions)
    return [[*column, *nothing[len(column) :]] for column in (columns.get(name, nothing) for name in VALUES)]


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
    for column in table.columns:
        if column.remark is Remark.MONTH_WITHOUT_YEAR:
            _block_marks(table, column, blocked)
    return blocked


def _block_marks(table: Table, column: Column, blocked: dict[int, Finding]) -> None:
    """Keep a person with nothing but a mark below a month without its year from being told as never contacted."""
    place = Place(sheet=table.sheet.name, row=table.header_row, column=column.index)
    finding = build_finding("month-without-year", place, seen=column.heading.shown)
    for position, _ in table.filled(column):
        blocked.setdefault(position, finding)


def _places(table: Table, entries: Entries) -> list[Place]:
    """Return for each entry the cell that names its person."""
    rows, sheet = table.rows, table.sheet.name
    columns = {
        slot: [
            (table.lent.get(column.index, column.index), table.texts(column))
            for column in name_columns(table, slot)
        ]
        for slot in set(entries.slots)
    }
    if len(columns) == 1:
        index, texts = next(iter(columns.values()))[0]
        if all(texts):
            return [Place(sheet, row, index) for row in rows]
    places = []
    for position, slot in zip(entries.positions, entries.slots, strict=True):
        index = next((index for index, texts in columns[slot] if texts[position]), columns[slot][0][0])
        places.append(Place(sheet, rows[position], index))
    return places
