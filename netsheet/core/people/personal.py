"""What the columns about a person say: addresses, closeness, birthday, cadence, do not contact."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from typing import NamedTuple

from netsheet.core.columns.column import Column
from netsheet.core.columns.column_values import Mark, column_order, finding_at, read_each, read_words
from netsheet.core.columns.table import Table
from netsheet.core.grid import CellValue
from netsheet.core.model import DateOrder, Finding, Relationship, Role
from netsheet.core.people.commitments import read_marks
from netsheet.core.people.identity import Entry
from netsheet.core.people.unfolded import Basis
from netsheet.core.values.cells import clean_text, says_never
from netsheet.core.values.dates import Fault, NotRead, ReadDate, read_date
from netsheet.core.values.phrases import read_interval_days
from netsheet.core.values.vocabulary import read_relationship, read_role

_WITHOUT_YEAR = re.compile(r"(?:1[0-8]\d\d-|--)(?P<month>\d\d)-?(?P<day>\d\d)")
"""A birthday whose year is not known, as address books write it: --03-21, --0321, 1604-03-21."""
_TWO_NUMBERS = re.compile(r"(\d{1,2})-(\d{1,2})")


class Details(NamedTuple):
    """What one row says about its person, and the job that it is about; "" or None where it says nothing."""

    company: str
    email: str
    phone: str
    linkedin: str
    job: str = ""
    relationship: Relationship | None = None
    role: Role | None = None
    source: str = ""
    referred_by: str = ""
    birthday: tuple[int, int] | None = None
    every_days: int | None = None
    do_not_contact: Mark = None
    referral_agreed: Mark = None

    def completed_by(self, older: Details) -> Details:
        """Return these details with the gaps filled from an older row."""
        return Details(
            company=self.company or older.company,
            email=self.email or older.email,
            phone=self.phone or older.phone,
            linkedin=self.linkedin or older.linkedin,
            job=self.job or older.job,
            relationship=self.relationship or older.relationship,
            role=self.role or older.role,
            source=self.source or older.source,
            referred_by=self.referred_by or older.referred_by,
            birthday=self.birthday or older.birthday,
            every_days=older.every_days if self.every_days is None else self.every_days,
            do_not_contact=older.do_not_contact if self.do_not_contact is None else self.do_not_contact,
            referral_agreed=older.referral_agreed if self.referral_agreed is None else self.referral_agreed,
        )


def read_details(
    basis: Basis, entries: Sequence[Entry], *, referral_agreed: Sequence[Mark]
) -> tuple[list[Details], list[Finding]]:
    """Read what the rows say about each entry; a row's further people have only their addresses, the company and the job."""
    table = basis.table
    relationships, relationship_faults = _relationships(table)
    birthdays, birthday_faults = _birthdays(table, basis.date_order)
    intervals, interval_faults = _intervals(table)
    do_not_contact, mark_faults = read_marks(basis, table.column_of("do_not_contact"))
    names, nothing = ("relationship", "source", "referred_by", "job_title"), [""] * len(table.rows)
    ties, sources, referrers, jobs = (table.texts_of(name) or nothing for name in names)
    own = [
        Details(
            company=entry.company,
            email=entry.email,
            phone=entry.phone,
            linkedin=entry.linkedin,
            job=jobs[at],
            relationship=relationships[at],
            role=read_role(ties[at]),
            source=sources[at],
            referred_by=referrers[at],
            birthday=birthdays[at],
            every_days=intervals[at],
            do_not_contact=do_not_contact[at],
            referral_agreed=referral_agreed[at],
        )
        for at, entry in enumerate(entries[: len(table.rows)])
    ]
    further = [
        Details(
            company=entry.company,
            email=entry.email,
            phone=entry.phone,
            linkedin=entry.linkedin,
            job=jobs[entry.position],
        )
        for entry in entries[len(table.rows) :]
    ]
    return [*own, *further], [*relationship_faults, *birthday_faults, *interval_faults, *mark_faults]


def _relationships(table: Table) -> tuple[Sequence[Relationship | None], list[Finding]]:
    """Read how close each tie is; known words that say nothing about it give None."""
    column = table.column_of("relationship")
    if column is None:
        return [None] * len(table.rows), []
    words, findings = read_words(table, column, "relationship", read_relationship)
    return [word[0] if word else None for word in words], findings


def _birthdays(table: Table, order: DateOrder) -> tuple[Sequence[tuple[int, int] | None], list[Finding]]:
    """Read birthdays as (month, day); the year is not needed."""
    column = table.column_of("birthday")
    if column is None:
        return [None] * len(table.rows), []
    decided, order_findings = column_order(table, [column], order)
    birthdays, findings = _read_birthdays(table, column, decided)
    return birthdays, [*order_findings, *findings]


def _read_birthdays(
    table: Table, column: Column, order: DateOrder
) -> tuple[Sequence[tuple[int, int] | None], list[Finding]]:
    def describe(position: int, value: CellValue, fault: Fault) -> Finding:
        code = "ambiguous-date-order" if fault in {"ambiguous", "without year"} else "unreadable-date"
        return finding_at(table, code, position, column, seen=clean_text(value))

    return read_each(table.values(column), lambda value: _birthday(value, order), describe)


def _birthday(value: CellValue, order: DateOrder) -> tuple[int, int] | NotRead | None:
    text = clean_text(value)
    if text == "":
        return None
    if match := _WITHOUT_YEAR.fullmatch(text):
        return _month_day(int(match["month"]), int(match["day"]))
    if match := _TWO_NUMBERS.fullmatch(text):
        return _of_two_numbers(int(match[1]), int(match[2]), order)
    day = read_date(value, order=order)
    if isinstance(day, ReadDate):
        return day.on.month, day.on.day
    return day.month_day or day if isinstance(day, NotRead) else None


def _of_two_numbers(first: int, second: int, order: DateOrder) -> tuple[int, int] | NotRead:
    """Read "03-20": a number over 12 is the day, else the order of dates decides."""
    if order == "auto" and first != second and max(first, second) <= 12:
        return NotRead(fault="ambiguous")
    return _month_day(second, first) if order == "dmy" or first > 12 else _month_day(first, second)


def _month_day(month: int, day: int) -> tuple[int, int] | NotRead:
    is_day = 1 <= month <= 12 and 1 <= day <= calendar.monthrange(2000, month)[1]
    return (month, day) if is_day else NotRead(fault="unreadable")


def _intervals(table: Table) -> tuple[Sequence[int | None], list[Finding]]:
    """Read the user's own cadences in calendar days; 0 where they want no check-ins."""
    column = table.column_of("every")
    if column is None:
        return [None] * len(table.rows), []

    def describe(position: int, value: CellValue, _fault: Fault) -> Finding:
        return finding_at(table, "unreadable-interval", position, column, seen=clean_text(value))

    return read_each(table.values(column), _interval, describe)


def _interval(value: CellValue) -> int | NotRead | None:
    if says_never(value):
        return 0
    text = clean_text(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        days = int(value) if 1 <= value <= 9999 else None
    else:
        days = read_interval_days(text)
    return NotRead(fault="unreadable") if days is None and text else days
