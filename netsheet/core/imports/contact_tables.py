"""Tables of people to people: address books, CRMs, connections, lists of members."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from netsheet.core.grid import CellValue
from netsheet.core.imports.export_kinds import LINKEDIN, STATUS_WORDS, ExportKind
from netsheet.core.imports.export_table import ExportTable, Row, listed_headings, plain_heading
from netsheet.core.imports.imported_facts import (
    birthday_text,
    is_no_day,
    plain_name,
    read_addresses,
    read_birthday,
    read_day,
    read_numbers,
    read_tags,
)
from netsheet.core.imports.imported_values import ImportedPerson, ImportOptions
from netsheet.core.model import DateOrder
from netsheet.core.values.cells import clean_text, is_linkedin_address, read_linkedin, read_yes_no, tidy
from netsheet.core.values.dates import decide_order
from netsheet.core.values.vocabulary import read_status

_PLAIN = ("title", "industry", "location", "notes", "referred_by", "source")
_DAYS = ("connected", "recorded", "last_contact")
_NO_STATUS = "The status “{seen}” is not one that netsheet knows."
_COLLECTED = "* Other Contacts"
"""Google's label for addresses that it collected by itself, from people the user once wrote to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPeople:
    """The people of a table, by the numbers of their rows, and what was left out."""

    people: Mapping[int, ImportedPerson]
    skipped: Mapping[str, Sequence[int]]
    unused: tuple[str, ...]
    remarks: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class PeopleReader:
    """Reads the rows of one table, and collects what could not be read.

    Attributes:
        columns: field -> the headings above it.
        order: how 3/4/1988 is meant in the birthdays: as they prove it, else as the system writes days.
    """

    table: ExportTable
    kind: ExportKind
    options: ImportOptions
    columns: Mapping[str, str]
    order: DateOrder = "auto"
    skipped: dict[str, list[int]] = field(default_factory=dict)
    unknown_statuses: Counter[str] = field(default_factory=Counter)

    def text(self, cells: Sequence[CellValue], name: str) -> str:
        """Return a field's first filled text."""
        return self.table.text(cells, self.columns.get(name, ""))

    def values(self, cells: Sequence[CellValue], name: str) -> Iterator[CellValue]:
        """Run over all cells of a field."""
        return self.table.values(cells, self.columns.get(name, ""))

    def skip(self, reason: str, number: int) -> None:
        """Note that a row, or a part of it, was left out."""
        self.skipped.setdefault(reason, []).append(number)

    def person(self, row: Row) -> ImportedPerson | None:
        """Read a row's person; None when the row names nobody."""
        number, cells = row
        emails = read_addresses(self.values(cells, "email"))
        if not emails and (written := self.text(cells, "email")):
            is_inner = written.startswith("/o=")
            self.skip(
                "an address that only works inside Exchange"
                if is_inner
                else "an e-mail cell without an address",
                number,
            )
        company = self.text(cells, "company")
        linkedin, website = self._pages(cells)
        person = ImportedPerson(
            place=self.table.place(number),
            name=self._name(cells),
            company=company.partition(";")[0].strip() if self.kind.code == "hubspot-contacts" else company,
            emails=emails,
            phones=read_numbers(self.values(cells, "phone")),
            linkedin=linkedin,
            source_id=self.text(cells, "id").removeprefix("user "),
            facts=dict(self._facts(row, website)),
        )
        return person if person.is_known_by_something else None

    def _name(self, cells: Sequence[CellValue]) -> str:
        parts = (self.text(cells, name) for name in ("first_name", "middle_name", "last_name"))
        name = self.text(cells, "name") or " ".join(filter(None, parts))
        return plain_name(name) if self.kind.source == LINKEDIN else name

    def _pages(self, cells: Sequence[CellValue]) -> tuple[str, str]:
        """Return the slug of a LinkedIn profile, and another page."""
        pages = [page.replace("\\:", ":") for page in map(clean_text, self.values(cells, "website")) if page]
        parts = [part for page in pages for part in page.split(" ::: ")]
        linkedin = read_linkedin(self.text(cells, "linkedin")) or next(
            (read_linkedin(page) for page in parts if is_linkedin_address(page)), ""
        )
        return linkedin, next((page for page in parts if "linkedin.com/" not in page), "")

    def _facts(self, row: Row, website: str) -> Iterator[tuple[str, str]]:
        cells = row[1]
        for name in _PLAIN:
            if text := self.text(cells, name) or (self.kind.source if name == "source" else ""):
                yield name, text
        if website:
            yield "website", website
        if owner := self.text(cells, "owner"):
            yield "owner", owner.partition(" (")[0]
        for name in _DAYS:
            yield from self._day(row, name)
        if birthday := self._birthday(row):
            yield "birthday", birthday_text(*birthday)
        if tags := read_tags(self.text(cells, "tags") or self.text(cells, "groups")):
            yield "tags", tags
        if status := self._status(cells):
            yield "status", status
        if self._is_marked(cells, "do_not_contact"):
            yield "do_not_contact", "yes"

    def _day(self, row: Row, name: str) -> Iterator[tuple[str, str]]:
        number, cells = row
        written = next((value for value in self.values(cells, name) if value != ""), "")
        if is_no_day(written):
            return
        day = read_day(written, self.kind.date_order, self.options.zone)
        if day is None:
            self.skip("a day that cannot be read", number)
        else:
            yield name, day.isoformat()

    def _birthday(self, row: Row) -> tuple[int, int] | None:
        number, cells = row
        month, day = self.text(cells, "birth_month"), self.text(cells, "birth_day")
        if month and day:
            return read_birthday(f"--{month:0>2}{day:0>2}", "auto")
        written = next((value for value in self.values(cells, "birthday") if value != ""), "")
        if is_no_day(written):
            return None
        birthday = read_birthday(written, self.order)
        if birthday is None:
            self.skip("a birthday that could be two days, or cannot be read", number)
        return birthday

    def _status(self, cells: Sequence[CellValue]) -> str:
        status = self.text(cells, "status")
        if not status:
            return ""
        meaning = STATUS_WORDS.get(plain_heading(status))
        if meaning is None and read_status(status.replace("_", " ")) is None:
            self.unknown_statuses[status] += 1
        return meaning or tidy(status.replace("_", " "))

    def _is_marked(self, cells: Sequence[CellValue], name: str) -> bool:
        return any(read_yes_no(value) is True for value in self.values(cells, name) if value != "")


def people_reader(table: ExportTable, kind: ExportKind, options: ImportOptions) -> PeopleReader:
    """Begin to read a table of people: find out which of its columns hold what."""
    columns = kind.column_table()
    order = kind.date_order
    birthdays = (
        value for _, cells in table.rows for value in table.values(cells, columns.get("birthday", ""))
    )
    match decide_order(birthdays):
        case "dmy" | "mdy" as decided:
            order = decided
    return PeopleReader(table=table, kind=kind, options=options, columns=columns, order=order)


def read_people(table: ExportTable, kind: ExportKind, options: ImportOptions) -> ReadPeople:
    """Read the people of a table, one for each row that names somebody."""
    reader = people_reader(table, kind, options)
    people: dict[int, ImportedPerson] = {}
    for row in table.rows:
        number, cells = row
        if _COLLECTED in reader.text(cells, "groups").split(" ::: "):
            reader.skip("an address that Google collected by itself (“Other contacts”)", number)
        elif person := reader.person(row):
            people[number] = person
        else:
            reader.skip("nobody is named", number)
    return ReadPeople(
        people=people,
        skipped=reader.skipped,
        unused=table.unused(used_headings(kind)),
        remarks=tuple(_NO_STATUS.format(seen=seen) for seen in reader.unknown_statuses),
    )


def used_headings(kind: ExportKind) -> frozenset[str]:
    """Return the plain headings that a kind of export takes something from."""
    return frozenset(
        heading for headings in kind.column_table().values() for heading in listed_headings(headings)
    )
