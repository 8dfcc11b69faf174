"""A column's cells to values. Each reader returns the values, and a finding for each cell that could not be read.

Each different cell of a column is read once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypeVar

from netsheet.core.columns.column import Column
from netsheet.core.columns.fields import FIELD_BY_NAME
from netsheet.core.columns.table import Table
from netsheet.core.findings import build_finding
from netsheet.core.grid import CellValue
from netsheet.core.model import DateOrder, Finding, Place
from netsheet.core.values.answer_sentences import read_answer_words
from netsheet.core.values.cells import clean_text, read_yes_no
from netsheet.core.values.dates import Fault, NotRead, ReadDate, decide_order, read_date
from netsheet.core.values.phrases import read_phrase
from netsheet.core.values.sentence_days import TIME_START, find_day, named_days, named_weekdays, nearest_day
from netsheet.core.values.vocabulary import (
    OWN_MEANINGS,
    REPLIED,
    Meaning,
    StatusReader,
    Vocabulary,
    nearest_word,
)

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
_LONGEST_WORD = 40
_MEANINGS = ", ".join(OWN_MEANINGS)


def finding_at(table: Table, code: str, position: int, column: Column, **facts: str) -> Finding:
    """Build a finding about a record's cell."""
    return build_finding(code, table.place(position, column), heading=column.heading.shown, **facts)


def find_cell_faults(table: Table) -> Iterator[Finding]:
    """Find the used cells that hold no value to read: formulas without a stored result, errors, dates that change."""
    sheet = table.sheet
    used = {column.index: column for column in table.columns if column.field}
    rows = set(table.rows) if sheet.formulas or sheet.errors else set()
    for (row, index), text in sheet.errors.items():
        if index in used and row in rows:
            place = Place(sheet=sheet.name, row=row, column=index)
            yield build_finding("cell-error", place, heading=used[index].heading.shown, seen=text)
    for (row, index), formula in sheet.formulas.items():
        if index not in used or row not in rows or (row, index) in sheet.errors:
            continue
        column, place = used[index], Place(sheet=sheet.name, row=row, column=index)
        is_day = FIELD_BY_NAME[column.field or "notes"].kind in {"date", "follow_up"}
        if not formula.has_result:
            yield build_finding("formula-without-result", place, heading=column.heading.shown)
        elif is_day and formula.is_volatile:
            yield build_finding("volatile-date", place, heading=column.heading.shown)


def column_order(
    table: Table, columns: Sequence[Column], order: DateOrder
) -> tuple[DateOrder, list[Finding]]:
    """Decide how 3/4/2025 is meant in a column (or a repeated one): by its cells, else by the setting."""
    evidence = decide_order({value for column in columns for value in table.values(column)})
    if evidence == "conflicting":
        return "auto", [build_finding("conflicting-date-order", None, heading=columns[0].heading.shown)]
    return evidence or order, []


def read_each(
    values: Sequence[CellValue],
    read: Callable[[CellValue], Known | NotRead],
    describe: Callable[[int, CellValue, Fault], Finding],
) -> tuple[list[Known | None], list[Finding]]:
    """Read each different value once.

    Args:
        values: a column's cells.
        read: reads one of them.
        describe: builds the finding of a cell that could not be read, from its position, its value and the fault.
    """
    known: dict[CellValue, Known | None] = {}
    faults: dict[CellValue, Fault] = {}
    for value in set(values):
        cell = read(value)
        if isinstance(cell, NotRead):
            known[value], faults[value] = None, cell.fault
        else:
            known[value] = cell
    findings = [
        describe(position, value, faults[value])
        for position, value in enumerate(values if faults else ())
        if value in faults
    ]
    return [known[value] for value in values], findings


def read_days(
    table: Table, column: Column, order: DateOrder, *, words: StatusReader | None = None
) -> tuple[list[ReadDate | None], list[Finding]]:
    """Read a column of days. ``words``: a word it reads, such as "No response", is not a fault there."""

    def describe(position: int, value: CellValue, fault: Fault) -> Finding:
        return finding_at(table, _CODES[fault], position, column, seen=_seen(value))

    return read_each(table.values(column), lambda value: _read_day(value, order, words), describe)


def _read_day(value: CellValue, order: DateOrder, words: StatusReader | None) -> ReadDate | NotRead | None:
    day = read_date(value, order=order)
    if isinstance(day, NotRead) and (clean_text(value) == "" or read_yes_no(value) is False):
        return None
    if isinstance(day, NotRead) and words is not None and words(clean_text(value)) is not None:
        return None
    return day


def _seen(value: CellValue) -> str:
    return clean_text(value) or str(value)


def read_marks(
    table: Table, column: Column, order: DateOrder, words: StatusReader
) -> tuple[list[Mark], list[Finding]]:
    """Read a column of yes or no, where a day counts as a yes with its date."""

    def describe(position: int, value: CellValue, fault: Fault) -> Finding:
        code = "unreadable-yes-no" if fault == "unreadable" else _CODES[fault]
        return finding_at(table, code, position, column, seen=_seen(value))

    return read_each(table.values(column), lambda value: _read_mark(value, order, words), describe)


def _read_mark(value: CellValue, order: DateOrder, words: StatusReader) -> Mark | NotRead:
    if value == "":
        return None
    is_yes = read_yes_no(value)
    if is_yes is not None:
        return is_yes
    day = read_date(value, order=order)
    if not isinstance(day, NotRead) or day.fault != "unreadable":
        return day
    text = clean_text(value)
    if (meaning := words(text)) is not None:
        return meaning.mood != "negative" and (meaning.has_replied or meaning.state == "closed")
    return day if text else False


def read_words(
    table: Table, column: Column, vocabulary: Vocabulary, read: Callable[[str], Known | None]
) -> tuple[list[Known | None], list[Finding]]:
    """Read a column of words; one that is not known is a finding, a status word once, with the nearest known one."""
    texts = table.texts(column)
    known = {text: read(text) if text else None for text in set(texts)}
    nearest = {text: nearest_advice(text, vocabulary) for text in known if text and known[text] is None}
    places: Iterable[tuple[int, str]] = enumerate(texts if nearest else ())
    if vocabulary == "status":
        places = _first_places(places)
    findings = [
        finding_at(table, "unknown-word", position, column, seen=text, nearest=nearest[text])
        for position, text in places
        if text in nearest
    ]
    return [known[text] for text in texts], findings


def _first_places(places: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Keep the first cell of each text: a status word is a log's own, and one finding says enough about it."""
    seen: set[str] = set()
    for position, text in places:
        if text not in seen:
            seen.add(text)
            yield position, text


def nearest_advice(text: str, vocabulary: Vocabulary) -> str:
    """Say what to type in place of a word that is not known."""
    near = nearest_word(text, vocabulary)
    advice = f"The nearest known word is “{near}”." if near else "Use a known word, or leave the cell empty."
    if vocabulary != "status":
        return advice
    word = text.replace('"', "") if len(text) <= _LONGEST_WORD else "WORD"
    return f'{advice} Or say what it means: netsheet settings LOG --word "{word}=MEANING" ({_MEANINGS}).'


Answer = Meaning | ReadDate | bool | None
"""What a response cell says: a word's meaning, a day, yes, no, or nothing."""


def read_answers(
    table: Table, column: Column, order: DateOrder, words: StatusReader
) -> tuple[list[Answer], list[Finding]]:
    """Read a response column: yes or no, a day, or a word; other text below "Response" is an answer itself."""
    is_free = column.field == "response"

    def describe(position: int, value: CellValue, fault: Fault) -> Finding:
        seen = _seen(value)
        if fault == "unreadable":
            nearest = nearest_advice(seen, "status")
            return finding_at(table, "unknown-word", position, column, seen=seen, nearest=nearest)
        return finding_at(table, _CODES[fault], position, column, seen=seen)

    return read_each(
        table.values(column), lambda value: _read_answer(value, order, words, is_free=is_free), describe
    )


def _read_answer(
    value: CellValue, order: DateOrder, words: StatusReader, *, is_free: bool
) -> Answer | NotRead:
    if value == "":
        return None
    is_yes = read_yes_no(value)
    text = clean_text(value)
    if is_yes is not None or not text:
        return is_yes
    meaning = read_answer_words(text, words)
    if meaning is not None:
        return meaning
    day = read_date(value, order=order)
    is_text = isinstance(day, NotRead) and (day.fault == "unreadable" or day.note != "")
    return REPLIED if is_text and is_free else day


FollowUpCell = ReadDate | str | bool | None
"""What a follow-up cell says: a day, a phrase or sentence with one, done or not, or nothing to act on."""


def read_follow_ups(
    table: Table, column: Column, order: DateOrder, words: StatusReader
) -> tuple[list[FollowUpCell], list[Finding]]:
    """Read a follow-up column: a day, a phrase such as "in 6 months", a done mark, or a note."""

    def describe(position: int, value: CellValue, fault: Fault) -> Finding:
        has_digits = any(character.isdigit() for character in str(value))
        is_note = fault == "unreadable" and isinstance(value, str) and not has_digits
        seen = _seen(value)
        note = "day-not-understood" if any(named_weekdays(seen, near=_ANY_DAY)) else "follow-up-note"
        return finding_at(table, note if is_note else _CODES[fault], position, column, seen=seen)

    return read_each(table.values(column), lambda value: _read_follow_up(value, order, words), describe)


def _read_follow_up(value: CellValue, order: DateOrder, words: StatusReader) -> FollowUpCell | NotRead:
    text = clean_text(value)
    is_yes = read_yes_no(value)
    if is_yes is not None or not text:
        return is_yes
    if read_phrase(text, counted_from=_ANY_DAY) is not None:
        return text
    day = read_date(value, order=order)
    if isinstance(day, NotRead) and day.fault == "unreadable":
        found = find_day(text, order=order, counted_from=_ANY_DAY)
        if found is not None:
            return text if isinstance(found, dt.date) else found
        return None if words(text) is not None else day
    return day


_STEP_LASTS: Final = 60
"""A step is planned for a day to come, or names what was a few weeks ago: longer ago, another year may be meant."""


def read_sentence_day(
    table: Table, column: Column, order: DateOrder, cell: tuple[int, str], *, counted_from: dt.date | None
) -> dt.date | Finding | None:
    """Read the day in a sentence about the next step, or the finding that says why it cannot be read.

    A day without its year is the one nearest to that of the row. ``cell``: the record's position and its text.
    """
    position, text = cell
    day = find_day(text, order=order, counted_from=counted_from)
    if day is None and counted_from is not None:
        day = _short_day(text, order, counted_from)
    if isinstance(day, NotRead) and day.month_day is not None and counted_from is not None:
        nearest = nearest_day(day.month_day, counted_from)
        day = nearest if nearest and (counted_from - nearest).days <= _STEP_LASTS else day
    return (
        finding_at(table, _CODES[day.fault], position, column, seen=text) if isinstance(day, NotRead) else day
    )


def _short_day(text: str, order: DateOrder, near: dt.date) -> dt.date | NotRead | None:
    """Read the one day in numbers alone that ends a clause or comes before a time: "ping 5/20", "coffee 12/3 10am"."""
    named = [
        each
        for each in named_days(text, order=order, near=near)
        if not each.after or TIME_START.match(each.after)
    ]
    if len(named) != 1 or named[0].seen.endswith("24/7"):
        return None
    return named[0].on or NotRead(fault="ambiguous")


def read_gift(value: CellValue, order: DateOrder) -> ReadDate | bool:
    """Read what a cell of value given says: a day, or whether anything was given."""
    is_yes = read_yes_no(value)
    day = read_date(value, order=order)
    return day if isinstance(day, ReadDate) else is_yes is not False
