"""Rows to the signs of who they are about: names, companies, addresses, profiles.

One responsibility: to read the columns that identify people. Two people in one row are two entries.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import repeat

from netsheet.core.columns.column import IDENTITY, Column
from netsheet.core.columns.column_values import report
from netsheet.core.columns.table import Table
from netsheet.core.people.identity import Entries
from netsheet.core.values.cells import NOBODY, is_nobody, is_url, read_emails, read_linkedin, read_phone

_PLAIN_EMAIL = re.compile(r"[A-Za-z0-9_.+\-]+@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+")
_PLAIN_EMAILS = re.compile(r"(?:[A-Za-z0-9_.+\-]++@[A-Za-z0-9\-]++(?:\.[A-Za-z0-9\-]++)++\n)*+")
_BEFORE_TITLE = re.compile(r"\s*(?:,| [-\u2013\u2014] |\(|/|\||\n)\s*")


def read_entries(table: Table) -> Entries:
    """Read who the records are about. A record's own person comes first; a further person is a further entry."""
    names, companies = _names(table, 0), _texts(table, "company")
    emails, linkedins = _emails(table, 0), _linkedins(table, 0)
    positions, slots = list(range(len(table.rows))), [0] * len(table.rows)
    entries = Entries(
        positions=positions,
        slots=slots,
        names=names,
        companies=list(companies),
        emails=emails,
        linkedins=linkedins,
    )
    for person in sorted({column.person for column in table.columns if column.person}):
        _add_further(table, entries, person)
    _name_the_nameless(table, entries)
    return entries


def _name_the_nameless(table: Table, entries: Entries) -> None:
    """Name an entry that says nothing readable by the text that made its row a record (an e-mail that is none)."""
    if all(entries.names):
        return
    signs = zip(entries.names, entries.companies, entries.emails, entries.linkedins, strict=True)
    for entry, found in enumerate(signs):
        if not any(found):
            position = entries.positions[entry]
            texts = (table.texts(column)[position] for column in table.columns if column.field in IDENTITY)
            entries.names[entry] = next(filter(None, texts), "")


def _add_further(table: Table, entries: Entries, person: int) -> None:
    """Add the entries of a row's further person; where the row names nobody else, they take its place."""
    names, emails, linkedins = _names(table, person), _emails(table, person), _linkedins(table, person)
    for position in range(len(table.rows)):
        signs = (names[position], emails[position], linkedins[position])
        if not any(signs):
            continue
        is_alone = not (entries.names[position] or entries.emails[position] or entries.linkedins[position])
        if is_alone:
            entries.names[position], entries.emails[position], entries.linkedins[position] = signs
            entries.slots[position] = person
        else:
            entries.positions.append(position)
            entries.slots.append(person)
            entries.companies.append(entries.companies[position])
            for signs_so_far, sign in zip(
                (entries.names, entries.emails, entries.linkedins), signs, strict=True
            ):
                signs_so_far.append(sign)


def _texts(table: Table, field: str, person: int = 0) -> list[str]:
    texts = table.texts_of(field, person=person)
    return [""] * len(table.rows) if texts is None else texts


def _names(table: Table, person: int) -> list[str]:
    column = table.column_of("name", person=person)
    names = _read_names(table.texts(column), has_title=column.has_title) if column else None
    first, last = table.texts_of("first_name", person=person), table.texts_of("last_name", person=person)
    if first is None and last is None:
        return names if names is not None else [""] * len(table.rows)
    parts = zip(first or repeat(""), last or repeat(""), strict=False)
    joined = [f"{given} {family}".strip() for given, family in parts]
    return (
        joined if names is None else [name or parts_of for name, parts_of in zip(names, joined, strict=True)]
    )


def _read_names(texts: Sequence[str], *, has_title: bool) -> list[str]:
    is_plain = (
        not has_title and NOBODY.isdisjoint(map(str.lower, texts)) and not any(map(str.isdecimal, texts))
    )
    return list(texts) if is_plain else [_name(text, has_title=has_title) for text in texts]


def _name(text: str, *, has_title: bool) -> str:
    if not text:
        return ""
    name = _BEFORE_TITLE.split(text, maxsplit=1)[0] if has_title else text
    return "" if is_nobody(name) or name.isdecimal() else name


def _emails(table: Table, person: int) -> list[str]:
    emails: list[str] = []
    for column in table.columns_of("email", person=person):
        texts = table.texts(column)
        addresses = list(map(str.lower, texts))
        for position in _odd_emails(table, column):
            addresses[position] = _read_odd_email(table, position, column, texts[position])
        emails = [first or other for first, other in zip(emails or addresses, addresses, strict=True)]
    return emails or [""] * len(table.rows)


def _odd_emails(table: Table, column: Column) -> list[int]:
    """Return the records whose e-mail cell holds more, or other, than one plain address."""
    if column.index not in table.odd:
        is_plain = _PLAIN_EMAIL.fullmatch
        are_plain = _PLAIN_EMAILS.fullmatch("\n".join((*filter(None, table.texts(column)), "")))
        odd = [] if are_plain else [at for at, text in table.filled(column) if not is_plain(text)]
        table.odd[column.index] = odd
    return table.odd[column.index]


def _read_odd_email(table: Table, position: int, column: Column, text: str) -> str:
    """Read an e-mail cell that holds more, or other, than one plain address."""
    found = read_emails(text)
    if len(found) > 1:
        report(table, "several-addresses", position, column, seen=found[0])
    elif not found and not read_phone(text) and not is_url(text):
        report(table, "unreadable-email", position, column, seen=text)
    return found[0] if found else ""


def _linkedins(table: Table, person: int) -> list[str]:
    linkedins = [""] * len(table.rows)
    for column in table.columns_of("linkedin", person=person):
        for position, text in table.filled(column):
            slug = read_linkedin(text)
            linkedins[position] = linkedins[position] or slug
            if not slug:
                report(table, "unreadable-linkedin", position, column, seen=text)
    return linkedins


def read_phones(table: Table, person: int) -> list[str]:
    """Read the telephone numbers of a row's person; an e-mail cell that holds one counts where no other is."""
    phones = [""] * len(table.rows)
    for column in table.columns_of("phone", person=person):
        for position, value in enumerate(table.values(column)):
            if value == "":
                continue
            number = read_phone(value)
            phones[position] = phones[position] or number
            if not number and (text := table.texts(column)[position]):
                report(table, "unreadable-phone", position, column, seen=text)
    for column in table.columns_of("email", person=person):
        for position in _odd_emails(table, column):
            phones[position] = phones[position] or read_phone(table.texts(column)[position])
    return phones


def name_columns(table: Table, slot: int) -> Sequence[Column]:
    """Return the columns that may name a person, the best first: what a person's place points to."""
    order = ("name", "first_name", "last_name", "email", "linkedin", "company")
    own = [column for field in order for column in table.columns_of(field, person=slot)]
    return own or [column for field in order for column in table.columns_of(field)]
