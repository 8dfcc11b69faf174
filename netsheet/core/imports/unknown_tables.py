"""Tables of no known export to people, by the words of their headings and by the user's own mapping.

Only what is said about people is taken: of a day in a table of somebody else's nobody knows what was done on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

from netsheet.core.columns.column import IDENTITY
from netsheet.core.columns.column_values import column_order
from netsheet.core.columns.fields import FIELDS, Field
from netsheet.core.columns.sheets import read_table
from netsheet.core.columns.table import Table
from netsheet.core.email import find_addresses
from netsheet.core.grid import Sheet
from netsheet.core.imports.export_table import HEADER_WITHIN, plain_heading
from netsheet.core.imports.imported_facts import birthday_text, read_birthday, read_day
from netsheet.core.imports.imported_values import FilePlace, ImportedFile, ImportedPerson, ImportOptions
from netsheet.core.people.contact_details import read_entries
from netsheet.core.people.identity import Entry
from netsheet.core.values.cells import clean_text, read_yes_no

CODE, LABEL = "table", "a table, read by its headings"
_SEPARATE = IDENTITY | {"phone", "id"}
_RELATION = re.compile(r"\s*\(https://(?:www\.)?notion\.so/[^)\s]*\)")
"""What Notion writes behind the name of a page that a cell refers to."""
_DAYS = frozenset({"connected", "recorded", "last_contact"})


def signature_of(sheet: Sheet) -> str:
    """Return what a table with the same headings is known by again, in any order: six letters or digits."""
    first = next((row for row in sheet.rows if sum(cell != "" for cell in row) > 1), ())
    headings = sorted(plain_heading(cell) for cell in first if isinstance(cell, str) and cell)
    return sha256("\n".join(headings).encode()).hexdigest()[:6]


def mapped_here(sheet: Sheet, headings: Mapping[str, str]) -> dict[str, str]:
    """Return those of the mapped headings that a table has."""
    cells = {
        plain_heading(cell) for row in sheet.rows[:HEADER_WITHIN] for cell in row if isinstance(cell, str)
    }
    return {heading: field for heading, field in headings.items() if plain_heading(heading) in cells}


def read_unknown_table(file: str, sheet: Sheet, options: ImportOptions) -> ImportedFile | None:
    """Read a table by its headings, None when they do not say who its rows are about."""
    table = read_table(sheet, options.headings)
    if table is None or not any(column.field in IDENTITY for column in table.columns):
        return None
    taken = _taken(options)
    entries, _ = read_entries(table)
    people = [_person(file, table, entry, taken, options) for entry in entries]
    return ImportedFile(
        file=file,
        code=CODE,
        label=LABEL,
        people=tuple(person for person in people if person.is_known_by_something),
        unused=tuple(
            column.heading.shown
            for column in table.columns
            if column.filled and column.field not in {field.name for field in taken} | _SEPARATE
        ),
    )


def _taken(options: ImportOptions) -> tuple[Field, ...]:
    """Return the fields whose cells are facts about people, and those that the user maps."""
    mapped = set(options.headings.values())
    return tuple(
        field
        for field in FIELDS
        if field.name not in _SEPARATE and (field.group == "person" or field.name in _DAYS | mapped)
    )


def _person(
    file: str, table: Table, entry: Entry, taken: Sequence[Field], options: ImportOptions
) -> ImportedPerson:
    written = (table.text(entry.position, column) for column in table.columns_of("email", person=entry.slot))
    addresses = (address for text in written for address in find_addresses(text))
    return ImportedPerson(
        place=FilePlace(file=file, number=table.rows[entry.position]),
        name=_RELATION.sub("", entry.name),
        company=_RELATION.sub("", entry.company),
        emails=tuple(dict.fromkeys(addresses)),
        phones=(entry.phone,) if entry.phone else (),
        linkedin=entry.linkedin,
        facts=dict(_facts(table, entry, taken, options)),
    )


def _facts(
    table: Table, entry: Entry, taken: Sequence[Field], options: ImportOptions
) -> Iterator[tuple[str, str]]:
    """Give what the row says; of a second person in a row nothing more is known than who it is."""
    for field in taken if not entry.slot else ():
        for column in table.columns_of(field.name):
            value = table.sheet.value(table.rows[entry.position], column.index)
            text = _RELATION.sub("", clean_text(value))
            if text and field.kind == "date":
                order, _ = column_order(table, [column], "auto")
                birthday = read_birthday(value, order) if field.name == "birthday" else None
                day = read_day(value, order, options.zone)
                text = birthday_text(*birthday) if birthday else day.isoformat() if day else ""
            elif field.kind == "yes_no":
                text = "yes" if read_yes_no(value) else ""
            if text:
                yield field.name, text
                break
