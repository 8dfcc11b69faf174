"""Rows to the signs of who they are about: names, companies, addresses, profiles, telephone numbers.

A row may name two people: they are two entries.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import NamedTuple, TypeVar

from netsheet.core.columns.column import IDENTITY, Column
from netsheet.core.columns.column_values import finding_at
from netsheet.core.columns.table import Table
from netsheet.core.email import find_addresses, is_address
from netsheet.core.model import Finding
from netsheet.core.people.identity import Entry
from netsheet.core.values.cells import is_nobody, is_url, read_linkedin, read_phone

Item = TypeVar("Item")
_BEFORE_TITLE = re.compile(r"\s*(?:,| [-\u2013\u2014] |\(|/|\||\n)\s*")


_AGENTS = frozenset({"recruiter", "reference"})
"""Parts of people who may act for several of the companies in the log."""


class _EmailCell(NamedTuple):
    """What an e-mail cell holds: an address, a telephone number, and the code of what is wrong with it."""

    address: str = ""
    phone: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Signs:
    """What the rows say about one of their people, by record; "" where a row says nothing."""

    names: Sequence[str]
    emails: Sequence[str]
    linkedins: Sequence[str]
    phones: Sequence[str]
    is_agent: bool = False

    def identified(self) -> list[int]:
        """Return the records that say who this person is; a telephone number alone does not."""
        signs = zip(self.names, self.emails, self.linkedins, strict=True)
        return [position for position, seen in enumerate(signs) if any(seen)]

    def entry(self, position: int, slot: int, company: str) -> Entry:
        """Return the entry of a record's person."""
        return Entry(
            position=position,
            slot=slot,
            name=self.names[position],
            company=company,
            email=self.emails[position],
            linkedin=self.linkedins[position],
            phone=self.phones[position],
            is_agent=self.is_agent,
        )


def read_entries(table: Table) -> tuple[tuple[Entry, ...], list[Finding]]:
    """Read who the records are about.

    Returns:
        First the entries of the records' own people, one for each record; then those of further people, by their
        number in the row. A row without an own person is about the first of its further people.
    """
    companies = table.texts_of("company") or [""] * len(table.rows)
    signs: dict[int, _Signs] = {}
    findings: list[Finding] = []
    for slot in sorted({0, *(column.person for column in table.columns)}):
        signs[slot], faults = _read_signs(table, slot)
        findings += faults
    own_slots = [0] * len(table.rows)
    for slot, each in sorted(signs.items(), reverse=True):
        for position in each.identified():
            own_slots[position] = slot  # the first person whom the row identifies: a smaller slot comes later
    own = [
        _named(table, signs[slot].entry(position, slot, company))
        for position, (slot, company) in enumerate(zip(own_slots, companies, strict=True))
    ]
    further = [
        each.entry(position, slot, companies[position])
        for slot, each in sorted(signs.items())
        for position in (each.identified() if slot else ())
        if own_slots[position] != slot
    ]
    return (*own, *further), findings


def _named(table: Table, entry: Entry) -> Entry:
    """Name an entry that says nothing readable by the text that made its row a record (an e-mail that is none)."""
    if entry.name or entry.company or entry.email or entry.linkedin:
        return entry
    identity = (column for column in table.columns if column.field in IDENTITY)
    texts = (table.texts(column)[entry.position] for column in identity)
    return Entry(
        position=entry.position, slot=entry.slot, name=next(filter(None, texts), ""), phone=entry.phone
    )


def _read_signs(table: Table, slot: int) -> tuple[_Signs, list[Finding]]:
    emails = [""] * len(table.rows)
    phones, findings = _read_phones(table, slot)
    for column in table.columns_of("email", person=slot):
        cells, faults = _read_emails(table, column)
        emails = [first or cell.address for first, cell in zip(emails, cells, strict=True)]
        phones = [first or cell.phone for first, cell in zip(phones, cells, strict=True)]
        findings += faults
    linkedins, linkedin_faults = _read_linkedins(table, slot)
    signs = _Signs(
        names=_read_names(table, slot),
        emails=emails,
        linkedins=linkedins,
        phones=phones,
        is_agent=any(column.slot in _AGENTS for column in name_columns(table, slot)[:1]),
    )
    return signs, [*findings, *linkedin_faults]


def _read_names(table: Table, slot: int) -> Sequence[str]:
    """Read the names, from a column of whole names or from given and family names."""
    names: Sequence[str] = [""] * len(table.rows)
    if column := table.column_of("name", person=slot):
        names = _each(table.texts(column), lambda text: _name(text, has_title=column.has_title))
    first, last = table.texts_of("first_name", person=slot), table.texts_of("last_name", person=slot)
    if first is None and last is None:
        return names
    parts = zip(names, first or repeat(""), last or repeat(""), strict=False)
    return [name or f"{given} {family}".strip() for name, given, family in parts]


def _each(texts: Sequence[str], read: Callable[[str], Item]) -> list[Item]:
    """Read each different text once."""
    known = {text: read(text) for text in set(texts)}
    return [known[text] for text in texts]


def _name(text: str, *, has_title: bool) -> str:
    name = _BEFORE_TITLE.split(text, maxsplit=1)[0] if has_title else text
    return "" if is_nobody(name) or name.isdecimal() else name


def _read_emails(table: Table, column: Column) -> tuple[list[_EmailCell], list[Finding]]:
    texts = table.texts(column)
    cells = _each(texts, _email_cell)
    findings = [
        finding_at(table, cell.fault, position, column, seen=cell.address or text)
        for position, (text, cell) in enumerate(zip(texts, cells, strict=True))
        if cell.fault
    ]
    return cells, findings


def _email_cell(text: str) -> _EmailCell:
    if not text or is_address(text):
        return _EmailCell(address=text.lower())
    found, phone = find_addresses(text), read_phone(text)
    if len(found) > 1:
        return _EmailCell(address=found[0], phone=phone, fault="several-addresses")
    is_other = bool(found or phone or is_url(text))
    return _EmailCell(
        address=found[0] if found else "", phone=phone, fault="" if is_other else "unreadable-email"
    )


def _read_linkedins(table: Table, slot: int) -> tuple[list[str], list[Finding]]:
    linkedins = [""] * len(table.rows)
    findings: list[Finding] = []
    for column in table.columns_of("linkedin", person=slot):
        texts = table.texts(column)
        slugs = _each(texts, lambda text: read_linkedin(text) if text else "")
        linkedins = [first or slug for first, slug in zip(linkedins, slugs, strict=True)]
        findings += [
            finding_at(table, "unreadable-linkedin", position, column, seen=text)
            for position, (text, slug) in enumerate(zip(texts, slugs, strict=True))
            if text and not slug
        ]
    return linkedins, findings


def _read_phones(table: Table, slot: int) -> tuple[list[str], list[Finding]]:
    phones = [""] * len(table.rows)
    findings: list[Finding] = []
    for column in table.columns_of("phone", person=slot):
        numbers = [read_phone(value) for value in table.values(column)]
        phones = [first or number for first, number in zip(phones, numbers, strict=True)]
        findings += [
            finding_at(table, "unreadable-phone", position, column, seen=text)
            for position, text in table.filled(column)
            if not numbers[position]
        ]
    return phones, findings


def name_columns(table: Table, slot: int) -> Sequence[Column]:
    """Return the columns that may name a person, the best first: what a person's place points to."""
    order = ("name", "first_name", "last_name", "email", "linkedin", "company")
    own = [column for field in order for column in table.columns_of(field, person=slot)]
    return own or [column for field in order for column in table.columns_of(field)]
