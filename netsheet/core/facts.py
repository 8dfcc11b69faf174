"""The texts of the fields for drafts: looked up when a person's are asked for, never before.

One responsibility: which of a person's cells gives a field's text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from netsheet.core.cells import clean_text, read_emails, read_phone
from netsheet.core.dates import ReadDate, read_date
from netsheet.core.fields import FIELD_BY_NAME, FIELDS
from netsheet.core.model import DateOrder
from netsheet.core.sources import Source
from netsheet.core.table import Table

_JOINED = frozenset({"notes", "tags", "details"})
_DAYS = frozenset({"date", "follow_up", "yes_no"})

Cells = Sequence[tuple[Source, int]]
"""A person's rows, the newest first: the sheet's source and the entry in it."""


class PersonFacts(Mapping[str, Mapping[str, str]]):
    """For each person key, field -> text: the newest row's first filled cell; the People sheet fills the gaps."""

    def __init__(self, cells: Mapping[str, Cells], *, order: DateOrder) -> None:
        self._cells, self._order = cells, order

    def __getitem__(self, key: str) -> Mapping[str, str]:
        return _facts(self._cells[key], self._order)

    def __iter__(self) -> Iterator[str]:
        return iter(self._cells)

    def __len__(self) -> int:
        return len(self._cells)


def _facts(cells: Cells, order: DateOrder) -> dict[str, str]:
    facts = {field.name: text for field in FIELDS if (text := _first(cells, field.name, order))}
    return _with_names(facts)


def _first(cells: Cells, name: str, order: DateOrder) -> str:
    for source, entry in cells:
        position, person = source.entries.positions[entry], source.entries.slots[entry]
        if text := _text(source.table, position, person, name, order):
            return text
    return ""


def _text(table: Table, position: int, person: int, name: str, order: DateOrder) -> str:
    columns = table.columns_of(name, person=person)
    if not columns and not person and name in _OF_THE_ROW:
        return ""
    if not columns and person and FIELD_BY_NAME[name].name in _OF_THE_ROW:
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
        facts |= split_name(name)
    return facts


_TITLES = frozenset({"dr", "prof", "mr", "mrs", "ms", "herr", "frau", "mme", "m", "sir", "dame"})


def split_name(name: str) -> dict[str, str]:
    """Split a full name into first_name and last_name; titles in front belong to neither."""
    if name.count(",") == 1:
        last, first = (part.strip() for part in name.split(","))
        name = f"{first} {last}" if first and last else name
    words = name.split()
    while len(words) > 1 and words[0].casefold().rstrip(".") in _TITLES:
        del words[0]
    parts = {"first_name": words[0]} if words else {}
    return parts | ({"last_name": words[-1]} if len(words) > 1 else {})
