"""A log that names its people by a number alone ("ContactID"): joined with the sheet that tells who they are.

One responsibility: to lend such a log the columns that identify people. The lent cells are read from the other sheet;
a place in the log points to the number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from netsheet.core.columns.column import IDENTITY, Column, JoinedWith
from netsheet.core.columns.headings import is_number_of_person
from netsheet.core.columns.record_rows import choose_records
from netsheet.core.columns.table import Table
from netsheet.core.findings import build_finding
from netsheet.core.model import Finding
from netsheet.core.values.cells import clean_texts

_PERSONAL = IDENTITY - {"company"}
_LEAST_SHARE = 0.5


def join_people(log: Table, others: Sequence[Table]) -> tuple[Table, Table] | None:
    """Join a log without names with the first sheet that has its people's numbers.

    Args:
        log: a table that may name its people by a number alone.
        others: the tables that may tell who they are.

    Returns:
        The log with the lent columns and its records, and the sheet they came from; None where none fits.
    """
    if any(column.field in _PERSONAL for column in log.columns):
        return None
    for column in log.columns:
        if not is_number_of_person(column.heading):
            continue
        numbers = clean_texts(log.frame[column.index].tolist())
        for other in others:
            if (key := _key_of(other, numbers)) is not None:
                return _lend(log, column, numbers, other, key), other
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


def _lend(log: Table, column: Column, numbers: list[str], other: Table, key: Column) -> Table:
    """Give the log the other sheet's identifying columns, as sheet columns beyond its last one."""
    own = {each.field for each in log.columns}
    lent = [each for each in other.columns if each.field in IDENTITY - own and not each.person]
    beyond = len(log.sheet.rows[0]) + 1
    indexes = range(beyond, beyond + len(lent))
    people = other.frame[[each.index for each in lent]].set_axis(other.texts(key), axis="index")
    known = people[people.index != ""].set_axis(indexes, axis="columns")
    cells = known.reindex(numbers, fill_value="").set_axis(log.frame.index, axis="index")
    columns = (replace(each, index=index) for index, each in zip(indexes, lent, strict=True))
    joined = Table(
        sheet=log.sheet,
        header_row=log.header_row,
        columns=(*_with_number(log.columns, column, other.sheet.name), *columns),
        frame=log.frame.join(cells),
        rows=log.rows,
        lent=dict.fromkeys(indexes, column.index),
    )
    joined.findings += _unknown(joined, column, numbers, set(known.index), other)
    joined.keep_records(choose_records(joined))
    return joined


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
