"""The texts of the fields for drafts: looked up when a person's are asked for, never before.

One responsibility: which of a person's cells gives a field's text.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from netsheet.core.columns.fields import FIELD_BY_NAME, FIELDS
from netsheet.core.columns.table import Table
from netsheet.core.model import DateOrder
from netsheet.core.people.identity import Entries
from netsheet.core.values.cells import clean_text, read_emails, read_phone
from netsheet.core.values.dates import ReadDate, read_date
from netsheet.core.values.person_names import split_name

_JOINED = frozenset({"notes", "tags", "details"})
_DAYS = frozenset({"date", "follow_up", "yes_no"})


class Rows(NamedTuple):
    """Where the facts of a sheet's entries stand: its table, who each entry is about, its person's key, its newest day.

    ``days`` runs parallel to the table's records, ``keys`` to the entries.
    """

    table: Table
    entries: Entries
    days: Sequence[dt.date | None]
    keys: Sequence[str]


Cells = Sequence[tuple[Rows, int]]
"""A person's rows, the newest first: the sheet's rows and the entry in them."""


class PersonFacts(Mapping[str, Mapping[str, str]]):
    """For each person key, field -> text: the newest row's first filled cell; the People sheet fills the gaps.

    Args:
        keys: of the people.
        log: the rows of the log; ``people_sheet`` those of the People sheet, or None.
        order: how 3/4/2025 is meant where a column does not say.
    """

    def __init__(
        self, keys: Sequence[str], log: Rows, people_sheet: Rows | None, *, order: DateOrder
    ) -> None:
        self._keys, self._log, self._people_sheet, self._order = keys, log, people_sheet, order

    def __getitem__(self, key: str) -> Mapping[str, str]:
        return _facts(self._cells[key], self._order)

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    @cached_property
    def _cells(self) -> Mapping[str, Cells]:
        cells: dict[str, list[tuple[Rows, int]]] = {key: [] for key in self._keys}
        for rows in filter(None, (self._log, self._people_sheet)):
            found: dict[str, list[int]] = {}
            for entry, key in enumerate(rows.keys):
                if key in cells:
                    found.setdefault(key, []).append(entry)
            for key, entries in found.items():
                entries.sort(key=lambda entry: newness(rows.entries, rows.days, entry), reverse=True)
                cells[key] += [(rows, entry) for entry in entries]
        return cells


def newness(entries: Entries, days: Sequence[dt.date | None], entry: int) -> tuple[dt.date, int, int]:
    """Return what an entry is older or newer by: its row's newest day, else its place on the sheet."""
    position = entries.positions[entry]
    return days[position] or dt.date.min, position, -entry


def _facts(cells: Cells, order: DateOrder) -> dict[str, str]:
    facts = {field.name: text for field in FIELDS if (text := _first(cells, field.name, order))}
    rows, entry = cells[0]
    return _with_names(facts or {"name": rows.entries.names[entry]})


def _first(cells: Cells, name: str, order: DateOrder) -> str:
    for rows, entry in cells:
        position, person = rows.entries.positions[entry], rows.entries.slots[entry]
        if text := _text(rows.table, position, person, name, order):
            return text
    return ""


def _text(table: Table, position: int, person: int, name: str, order: DateOrder) -> str:
    columns = table.columns_of(name, person=person)
    if not columns and person and name in _OF_THE_ROW:
        columns = table.columns_of(name)
    texts = (_cell_text(table, position, column.index, name, order) for column in columns)
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


def _cell_text(table: Table, position: int, column: int, name: str, order: DateOrder) -> str:
    value = table.sheet.value(table.rows[position], column)
    text = clean_text(value)
    kind = FIELD_BY_NAME[name].kind
    if not text:
        return ""
    if kind == "email":
        return next(iter(read_emails(text)), "")
    if kind == "phone":
        return read_phone(value) or text
    if kind in _DAYS and isinstance(day := read_date(value, order=table.orders.get(column, order)), ReadDate):
        return day.on.isoformat()
    return text


def _with_names(facts: dict[str, str]) -> dict[str, str]:
    """Complete the name from its parts, and its parts from the name ("Lee, Ann" and "Ann Lee")."""
    first, last, name = facts.get("first_name", ""), facts.get("last_name", ""), facts.get("name", "")
    if not name and (first or last):
        facts["name"] = f"{first} {last}".strip()
    elif name and not (first or last):
        given, further = split_name(name)
        parts = {"first_name": given, "last_name": further.rpartition(" ")[2]}
        facts |= {field: text for field, text in parts.items() if text}
    return facts
