"""A log that names its people by a number alone ("ContactID"): joined with the sheet that says who they are.

The log gets the other sheet's columns that identify people; a place in one of them points to the number in the log.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from netsheet.core.columns.column import IDENTITY, Column, JoinedWith
from netsheet.core.columns.record_rows import choose_records
from netsheet.core.columns.special_headings import is_number_of_person
from netsheet.core.columns.table import Table, clean_often_read
from netsheet.core.findings import build_finding
from netsheet.core.model import Finding
from netsheet.core.values.cells import clean_texts

_PERSONAL = IDENTITY - {"company"}
_LEAST_SHARE = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """A log with the columns and the records that another sheet gave it, that sheet, and the numbers it does not know."""

    log: Table
    people: Table
    findings: tuple[Finding, ...]


def join_people(log: Table, others: Sequence[Table]) -> Joined | None:
    """Join a log without names with the first sheet that has its people's numbers.

    Args:
        log: a table that may name its people by a number alone.
        others: the tables that may say who they are.
    """
    if any(column.field in _PERSONAL for column in log.columns):
        return None
    for column in log.columns:
        if not is_number_of_person(column.heading):
            continue
        numbers = clean_texts(log.frame[column.index].tolist())
        for other in others:
            if (key := _key_of(other, numbers)) is not None:
                return _join(log, column, numbers, other, key)
    return None


def _key_of(other: Table, numbers: list[str]) -> Column | None:
    """Find the column of the other sheet that holds the numbers, each once."""
    wanted = set(filter(None, numbers))
    for column in other.columns:
        if "id" not in column.heading.words:
            continue
        known = list(filter(None, other.texts(column)))
        if (
            wanted
            and len(set(known)) == len(known)
            and len(wanted & set(known)) >= _LEAST_SHARE * len(wanted)
        ):
            return column
    return None


def _join(log: Table, column: Column, numbers: list[str], other: Table, key: Column) -> Joined:
    """Give the log the other sheet's identifying columns, as sheet columns beyond its last one."""
    own = {each.field for each in log.columns}
    added = [each for each in other.columns if each.field in IDENTITY - own and not each.person]
    beyond = len(log.sheet.rows[0]) + 1
    indexes = range(beyond, beyond + len(added))
    people = other.frame[[each.index for each in added]].set_axis(list(other.texts(key)), axis="index")
    known = people[people.index != ""].set_axis(indexes, axis="columns")
    cells = known.reindex(numbers, fill_value="").set_axis(log.frame.index, axis="index")
    moved = (replace(each, index=index) for index, each in zip(indexes, added, strict=True))
    columns = (*_with_number(log.columns, column, other.sheet.name), *moved)
    frame = log.frame.join(cells)
    joined = Table(
        sheet=log.sheet,
        header_row=log.header_row,
        columns=columns,
        frame=frame,
        rows=log.rows,
        joined_by=MappingProxyType(dict.fromkeys(indexes, column.index)),
        cleaned=clean_often_read(columns, frame),
    )
    unknown = tuple(_unknown(joined, column, numbers, set(known.index), other))
    return Joined(log=choose_records(joined), people=other, findings=unknown)


def _with_number(columns: Sequence[Column], number: Column, other: str) -> Iterator[Column]:
    """Give the field of numbers to the column that joins the sheets, and to no other."""
    for column in columns:
        if column.index == number.index:
            yield replace(column, field="id", remark=JoinedWith(sheet=other))
        else:
            yield replace(column, field=None) if column.field == "id" else column


def _unknown(
    log: Table, column: Column, numbers: list[str], known: set[str], other: Table
) -> Iterator[Finding]:
    for position, number in enumerate(numbers):
        if number and number not in known:
            place = log.place(position, column)
            facts = {"heading": column.heading.shown, "seen": number, "other": other.sheet.name}
            yield build_finding("unknown-contact-id", place, **facts)
