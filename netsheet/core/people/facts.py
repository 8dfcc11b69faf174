"""The texts of the fields for drafts: looked up when a person's are asked for, never before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from netsheet.core.columns.fields import FIELD_BY_NAME, FIELDS
from netsheet.core.columns.table import Table
from netsheet.core.email import find_addresses
from netsheet.core.model import DateOrder
from netsheet.core.people.identity import Entry
from netsheet.core.values.cells import clean_text, read_phone
from netsheet.core.values.dates import ReadDate, read_date
from netsheet.core.values.person_names import split_name

_JOINED = frozenset({"notes", "tags", "details"})
_DAYS = frozenset({"date", "follow_up", "yes_no"})


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRows:
    """Where the facts about a sheet's entries are.

    Attributes:
        days: the newest day of each record of the table.
        keys: the key of each entry's person.
        orders: how 3/4/2025 is read in each sheet column that may hold days.
    """

    table: Table
    entries: Sequence[Entry]
    days: Sequence[dt.date | None]
    keys: Sequence[str]
    orders: Mapping[int, DateOrder]


Cells = Sequence[tuple[EntryRows, int]]
"""A person's rows, the newest first: the sheet's rows and the entry in them."""


class PersonFacts(Mapping[str, Mapping[str, str]]):
    """For each person key, field -> text: the newest row's first filled cell; the People sheet fills the gaps.

    Args:
        keys: of the people.
        sheets: the rows of the log, its newest sheet first, then those of the People sheet if there is one.
        order: how 3/4/2025 is meant where a column does not say.
    """

    def __init__(self, keys: Sequence[str], sheets: Sequence[EntryRows], *, order: DateOrder) -> None:
        self._keys, self._sheets, self._order = keys, sheets, order

    def __getitem__(self, key: str) -> Mapping[str, str]:
        return _facts(self._cells[key], self._order)

    def text(self, key: str, fields: Iterable[str]) -> str:
        """Return a few fields of a person as one text: for all people of a large log, all fields would take long."""
        return " ".join(_first(self._cells.get(key, ()), name, self._order) for name in fields)

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    @cached_property
    def _cells(self) -> Mapping[str, Cells]:
        cells: dict[str, list[tuple[EntryRows, int]]] = {key: [] for key in self._keys}
        for rows in self._sheets:
            found: dict[str, list[int]] = {}
            for entry, key in enumerate(rows.keys):
                if key in cells:
                    found.setdefault(key, []).append(entry)
            for key, entries in found.items():
                entries.sort(key=lambda entry: newness(rows.entries, rows.days, entry), reverse=True)
                cells[key] += [(rows, entry) for entry in entries]
        return cells


def joined_text(facts: Mapping[str, Mapping[str, str]], key: str, fields: Iterable[str]) -> str:
    """Return a few fields of a person as one text; "" of somebody of whom nothing is known."""
    if isinstance(facts, PersonFacts):
        return facts.text(key, fields)
    return " ".join(facts.get(key, {}).get(name, "") for name in fields)


def newness(entries: Sequence[Entry], days: Sequence[dt.date | None], entry: int) -> tuple[dt.date, int, int]:
    """Return what an entry is older or newer by: its row's newest day, else its place on the sheet."""
    position = entries[entry].position
    return days[position] or dt.date.min, position, -entry


def _facts(cells: Cells, order: DateOrder) -> dict[str, str]:
    facts = {field.name: text for field in FIELDS if (text := _first(cells, field.name, order))}
    rows, entry = cells[0]
    return _with_names(facts or {"name": rows.entries[entry].name})


def _first(cells: Cells, name: str, order: DateOrder) -> str:
    for rows, entry in cells:
        if text := _text(rows, rows.entries[entry], name, order):
            return text
    return ""


def _text(rows: EntryRows, entry: Entry, name: str, order: DateOrder) -> str:
    columns = rows.table.columns_of(name, person=entry.slot)
    if not columns and entry.slot and name in _OF_THE_ROW:
        columns = rows.table.columns_of(name)
    texts = (_cell_text(rows, entry.position, column.index, name, order) for column in columns)
    if name in _JOINED:
        return "; ".join(filter(None, texts))
    return next(filter(None, texts), "")


_OF_THE_ROW = frozenset(
    field.name
    for field in FIELDS
    if field.name
    not in {"name", "first_name", "last_name", "email", "phone", "linkedin", "title", "birthday"}
)
"""Fields that a second person of a row shares with the first."""


def _cell_text(rows: EntryRows, position: int, column: int, name: str, order: DateOrder) -> str:
    value = rows.table.sheet.value(rows.table.rows[position], column)
    text = clean_text(value)
    kind = FIELD_BY_NAME[name].kind
    if not text:
        return ""
    if kind == "email":
        return next(iter(find_addresses(text)), "")
    if kind == "phone":
        return read_phone(value) or text
    day = read_date(value, order=rows.orders.get(column, order)) if kind in _DAYS else None
    return day.on.isoformat() if isinstance(day, ReadDate) else text


def _with_names(facts: dict[str, str]) -> dict[str, str]:
    """Complete the name from its parts, and its parts from the name ("Lee, Ann" and "Ann Lee")."""
    first, last, name = facts.get("first_name", ""), facts.get("last_name", ""), facts.get("name", "")
    if not name and (first or last):
        facts["name"] = f"{first} {last}".strip()
    elif name and not (first or last):
        given, further = split_name(name)
        parts = {"first_name": given, "last_name": further}
        facts |= {field: text for field, text in parts.items() if text}
    return facts
