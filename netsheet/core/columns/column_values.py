"""A column's cells to values, with a finding for each cell that could not be read.

One responsibility: to read whole columns. Each different value is read once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TypeVar

from netsheet.core.columns.column import Column
from netsheet.core.columns.table import Table
from netsheet.core.findings import build_finding
from netsheet.core.grid import CellValue
from netsheet.core.model import DateOrder
from netsheet.core.values.cells import clean_text, read_yes_no
from netsheet.core.values.dates import Fault, NotRead, ReadDate, decide_order, read_date
from netsheet.core.values.phrases import read_phrase
from netsheet.core.values.vocabulary import Meaning, Vocabulary, nearest_word, read_status

Known = TypeVar("Known")
Mark = ReadDate | bool | None
"""What a yes-or-no cell says: a day, yes, no, or nothing."""

_CODES: dict[Fault, str] = {
    "unreadable": "unreadable-date",
    "ambiguous": "ambiguous-date-order",
    "without year": "date-without-year",
    "several": "several-dates",
}
_ANY_DAY = dt.date(2000, 1, 1)


def report(table: Table, code: str, position: int, column: Column, **facts: str) -> None:
    """Add a finding about a record's cell."""
    table.findings.append(
        build_finding(code, table.place(position, column), heading=column.heading.shown, **facts)
    )


def column_order(table: Table, columns: Sequence[Column], order: DateOrder) -> DateOrder:
    """Decide how 3/4/2025 is meant in a column (or a repeated one): by its cells, else by the setting."""
    evidence = decide_order({value for column in columns for value in table.values(column)})
    if evidence == "conflicting":
        table.findings.append(build_finding("conflicting-date-order", None, heading=columns[0].heading.shown))
        return "auto"
    return evidence or order


def read_each(
    values: Sequence[CellValue],
    read: Callable[[CellValue], Known | NotRead],
    tell: Callable[[int, CellValue, Fault], None],
) -> list[Known | None]:
    """Read each different value once.

    Args:
        values: a column's cells.
        read: reads one of them.
        tell: hears of each cell that could not be read: its position, its value and what is wrong with it.
    """
    known: dict[CellValue, Known | None] = {}
    faults: dict[CellValue, Fault] = {}
    for value in set(values):
        cell = read(value)
        if isinstance(cell, NotRead):
            known[value], faults[value] = None, cell.fault
        else:
            known[value] = cell
    if faults:
        for position, value in enumerate(values):
            if value in faults:
                tell(position, value, faults[value])
    return list(map(known.__getitem__, values))


def read_days(
    table: Table, column: Column, order: DateOrder, *, words_allowed: bool = False
) -> list[ReadDate | None]:
    """Read a column of days. ``words_allowed``: a known word such as "No response" is no fault there."""

    def tell(position: int, value: CellValue, fault: Fault) -> None:
        report(table, _CODES[fault], position, column, seen=_seen(value))

    return read_each(
        table.values(column), lambda value: _read_day(value, order, words_allowed=words_allowed), tell
    )


def _read_day(
    value: CellValue, order: DateOrder, *, words_allowed: bool = False
) -> ReadDate | NotRead | None:
    day = read_date(value, order=order)
    if isinstance(day, NotRead) and (clean_text(value) == "" or read_yes_no(value) is False):
        return None
    if isinstance(day, NotRead) and words_allowed and read_status(clean_text(value)) is not None:
        return None
    return day


def _seen(value: CellValue) -> str:
    return clean_text(value) or str(value)


def read_marks(table: Table, column: Column, order: DateOrder) -> list[Mark]:
    """Read a column of yes or no, where a day counts as a yes with its date."""

    def tell(position: int, value: CellValue, fault: Fault) -> None:
        code = "unreadable-yes-no" if fault == "unreadable" else _CODES[fault]
        report(table, code, position, column, seen=_seen(value))

    return read_each(table.values(column), lambda value: _read_mark(value, order), tell)


def _read_mark(value: CellValue, order: DateOrder) -> Mark | NotRead:
    if value == "":
        return None
    is_yes = read_yes_no(value)
    if is_yes is not None:
        return is_yes
    day = read_date(value, order=order)
    if not isinstance(day, NotRead) or day.fault != "unreadable":
        return day
    text = clean_text(value)
    if (meaning := read_status(text)) is not None:
        return meaning.mood != "negative" and (meaning.has_replied or meaning.standpoint == "closed")
    return day if text else False


def read_words(
    table: Table, column: Column, vocabulary: Vocabulary, read: Callable[[str], Known | None]
) -> list[Known | None]:
    """Read a column of words; a word that is not known is a finding with the nearest known one."""
    texts = table.texts(column)
    known = {text: read(text) if text else None for text in set(texts)}
    unknown = {
        text: _nearest(text, vocabulary) for text, meaning in known.items() if text and meaning is None
    }
    if unknown:
        for position, text in enumerate(texts):
            if text in unknown:
                report(table, "unknown-word", position, column, seen=text, nearest=unknown[text])
    return list(map(known.__getitem__, texts))


def _nearest(text: str, vocabulary: Vocabulary) -> str:
    near = nearest_word(text, vocabulary)
    return f"The nearest known word is “{near}”." if near else "Use a known word, or leave the cell empty."


Answer = Meaning | ReadDate | bool | None
"""What a response cell says: a word's meaning, a day, yes, no, or nothing."""


def read_answers(table: Table, column: Column, order: DateOrder) -> list[Answer]:
    """Read a response column: yes or no, a day, or a word."""

    def tell(position: int, value: CellValue, fault: Fault) -> None:
        seen = _seen(value)
        if fault == "unreadable":
            report(table, "unknown-word", position, column, seen=seen, nearest=_nearest(seen, "status"))
        else:
            report(table, _CODES[fault], position, column, seen=seen)

    return read_each(table.values(column), lambda value: _read_answer(value, order), tell)


def _read_answer(value: CellValue, order: DateOrder) -> Answer | NotRead:
    if value == "":
        return None
    is_yes = read_yes_no(value)
    text = clean_text(value)
    if is_yes is not None or not text:
        return is_yes
    meaning = read_status(text)
    return meaning if meaning is not None else read_date(value, order=order)


FollowUpCell = ReadDate | str | bool | None
"""What a follow-up cell says: a day, a phrase to count from, done or not, or nothing to act on."""


def read_follow_ups(table: Table, column: Column, order: DateOrder) -> list[FollowUpCell]:
    """Read a follow-up column: a day, a phrase such as "in 6 months", a done mark, or a note."""

    def tell(position: int, value: CellValue, fault: Fault) -> None:
        has_digits = any(character.isdigit() for character in str(value))
        is_note = fault == "unreadable" and isinstance(value, str) and not has_digits
        report(table, "follow-up-note" if is_note else _CODES[fault], position, column, seen=_seen(value))

    return read_each(table.values(column), lambda value: _read_follow_up(value, order), tell)


def _read_follow_up(value: CellValue, order: DateOrder) -> FollowUpCell | NotRead:
    text = clean_text(value)
    is_yes = read_yes_no(value)
    if is_yes is not None or not text:
        return is_yes
    if read_phrase(text, counted_from=_ANY_DAY) is not None:
        return text
    day = read_date(value, order=order)
    is_word = isinstance(day, NotRead) and day.fault == "unreadable" and read_status(text) is not None
    return None if is_word else day


def read_gift(value: CellValue, order: DateOrder) -> ReadDate | bool:
    """Read what a cell of value given says: a day, or whether anything was given."""
    is_yes = read_yes_no(value)
    day = read_date(value, order=order)
    return day if isinstance(day, ReadDate) else is_yes is not False
