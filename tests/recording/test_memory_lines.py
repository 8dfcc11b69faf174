"""The sheet "Netsheet Memory": the same log gives the same memory, and what is written is what is read."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsheet.core.grid import CellValue, Sheet
from netsheet.core.recording.history_words import HISTORY_WORDS
from netsheet.core.recording.memory_lines import (
    MEMORY_COLUMNS,
    MEMORY_MARK,
    MOST_DAYS,
    DayCell,
    Memory,
    MemoryLine,
    PersonMemory,
    fingerprint,
    memory_rows,
    read_memory,
    read_person,
    remembered_text,
    write_days,
    write_line,
    write_their_days,
    write_words,
)
from netsheet.core.recording.sheet_names import MEMORY_SHEET
from tests.reading.build import build_sheet

D = dt.date
ANA = PersonMemory(
    who_exactly="ana@example.com; Ana López @ Acme",
    days=(
        DayCell(field="date", what="wrote", on=D(2026, 9, 3)),
        DayCell(field="date", what="wrote", on=D(2026, 10, 23)),
        DayCell(field="response_date", what="replied", on=D(2026, 11, 12)),
    ),
    words=(("response", "yes"), ("status", "Waiting")),
    their_touches=(D(2026, 11, 12), None),
    shown=frozenset({"0a1b2c3d"}),
    step="reply 2026-11-12",
    first_seen={"promise send the CV": D(2026, 11, 1), "reply": D(2026, 11, 13)},
    unclaimed=frozenset({"done"}),
)
BEN = PersonMemory(who_exactly="Ben Kim")


def write_person(person: PersonMemory) -> MemoryLine:
    return write_line(
        who_exactly=person.who_exactly,
        days=write_days(person.days),
        words=write_words(person.words),
        their_touches=write_their_days(person.their_touches),
        shown=person.shown,
        step=person.step,
        first_seen=person.first_seen,
        unclaimed=person.unclaimed,
    )


MEMORY = Memory(
    refreshed_on=D(2026, 11, 27), version="0.2.0", sheet="Log", lines=(write_person(ANA), write_person(BEN))
)


def written(memory: Memory) -> Sheet:
    return build_sheet(list(memory_rows(memory)), name=MEMORY_SHEET)


def memory_of(people: Iterable[PersonMemory]) -> Memory:
    return replace(MEMORY, lines=tuple(map(write_person, people)))


def in_one_order(person: PersonMemory) -> PersonMemory:
    return replace(
        person,
        days=tuple(sorted(person.days, key=lambda day: (day.field, day.what, day.on))),
        words=tuple(sorted(person.words)),
        their_touches=tuple(sorted(person.their_touches, key=lambda on: (on is None, on or D.min))),
    )


TEXT = st.text(max_size=20).map(remembered_text).filter(bool)
FIELDS = st.sampled_from(["date", "date_2", "response_date", "first_contact"])
PEOPLE = st.builds(
    PersonMemory,
    who_exactly=TEXT,
    days=st.lists(
        st.builds(DayCell, field=FIELDS, what=st.sampled_from(HISTORY_WORDS), on=st.dates()), max_size=4
    ).map(tuple),
    words=st.lists(st.tuples(FIELDS, TEXT), max_size=3).map(tuple),
    their_touches=st.lists(st.none() | st.dates(), max_size=4).map(tuple),
    shown=st.frozensets(st.from_regex(r"[0-9a-f]{8}", fullmatch=True), max_size=2),
    step=st.sampled_from(["", "decide", "reply 2026-11-12"]),
    first_seen=st.dictionaries(TEXT, st.dates(), max_size=3),
    unclaimed=st.frozensets(TEXT, max_size=2),
)


def test_a_person_is_one_line_that_can_be_read() -> None:
    mark, head, headings, ben, ana = memory_rows(MEMORY)

    assert mark == (MEMORY_MARK,)
    assert head == (
        "Refreshed",
        "2026-11-27",
        "Version",
        "0.2.0",
        "Sheet",
        "Log",
        "Format",
        "1",
        "History lines",
        "0",
    )
    assert headings == MEMORY_COLUMNS
    assert ana == (
        "ana@example.com; Ana López @ Acme",
        "date wrote: 2026-09-03 2026-10-23; response_date replied: 2026-11-12",
        "response: yes; status: Waiting",
        "2026-11-12; ?",
        "0a1b2c3d",
        "reply 2026-11-12",
        "promise send the CV: 2026-11-01; reply: 2026-11-13",
        "done",
    )
    assert ben == ("Ben Kim", "", "", "", "", "", "", "")


@given(st.lists(PEOPLE, max_size=4, unique_by=lambda person: person.who_exactly))
def test_what_a_refresh_writes_is_what_the_next_one_reads(people: list[PersonMemory]) -> None:
    read = read_memory(written(memory_of(people)))

    assert read is not None
    assert {in_one_order_key(read_person(line)) for line in read.lines} == {
        in_one_order_key(person) for person in people
    }
    assert replace(read, lines=()) == memory_of([])


def in_one_order_key(person: PersonMemory) -> str:
    ordered = in_one_order(person)
    return repr(
        (
            ordered.who_exactly,
            ordered.days,
            ordered.words,
            ordered.their_touches,
            sorted(ordered.shown),
            ordered.step,
            sorted(ordered.first_seen.items()),
            sorted(ordered.unclaimed),
        )
    )


@given(st.lists(PEOPLE, max_size=4), st.randoms())
def test_the_same_log_gives_the_same_memory_in_whatever_order_it_was_read(
    people: list[PersonMemory], shuffled: random.Random
) -> None:
    rows = list(memory_rows(memory_of(people)))
    shuffled.shuffle(people)
    others = [
        replace(
            person,
            days=tuple(shuffled.sample(person.days, len(person.days))),
            words=person.words[::-1],
            their_touches=person.their_touches[::-1],
            first_seen=dict(reversed(list(person.first_seen.items()))),
        )
        for person in people
    ]

    assert list(memory_rows(memory_of(others))) == rows


@given(st.lists(PEOPLE, max_size=3))
def test_a_memory_that_is_read_and_written_again_is_the_same(people: list[PersonMemory]) -> None:
    rows = list(memory_rows(memory_of(people)))
    read = read_memory(build_sheet(rows))

    assert read is not None
    assert list(memory_rows(read)) == rows


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        (1, ("Refreshed", "yesterday", "Version", "0.2.0", "Sheet", "Log", "Format", "1")),
        (1, ("Refreshed", "2026-11-27", "Version", "9.0", "Sheet", "Log", "Format", "2")),
        (1, ()),
        (2, ("Name", "Company")),
    ],
)
def test_a_memory_that_cannot_be_read_is_none(row: int, cells: tuple[str, ...]) -> None:
    rows = list(memory_rows(MEMORY))
    rows[row] = cells

    assert read_memory(build_sheet(rows)) is None


def test_without_a_sheet_there_is_no_memory() -> None:
    assert read_memory(None) is None
    assert read_memory(build_sheet([[MEMORY_MARK]])) is None
    assert read_memory(build_sheet([])) is None


ANYTHING = st.one_of(st.text(), st.integers(), st.floats(), st.booleans(), st.dates(), st.datetimes(), st.sampled_from(["date wrote: 2026-02-30", "date: x; ; y", "?", "a: b: c"]))  # fmt: skip


@given(rows=st.lists(st.lists(ANYTHING, max_size=9), max_size=5), has_head=st.booleans())
def test_reading_a_memory_never_raises(rows: list[list[CellValue]], has_head: bool) -> None:  # noqa: FBT001 - drawn
    head = list(memory_rows(memory_of([]))) if has_head else []

    read = read_memory(build_sheet([*head, *rows]))

    people = [read_person(line) for line in read.lines] if read else []
    assert len(people) == (sum(row[:1] not in ([], [""]) for row in rows) if has_head else 0)


@pytest.mark.parametrize(
    ("text", "remembered"),
    [
        ("Waiting", "Waiting"),
        ("  two \n lines ", "two lines"),
        ("a; b: c", "a, b c"),
        ("x" * 100, "x" * 60),
    ],
)
def test_a_text_is_remembered_in_one_short_form(text: str, remembered: str) -> None:
    assert remembered_text(text) == remembered


@given(st.text())
def test_remembering_a_text_again_changes_nothing(text: str) -> None:
    assert remembered_text(remembered_text(text)) == remembered_text(text)


def test_the_same_cells_have_the_same_fingerprint_whatever_program_saved_them() -> None:
    cells = ("Reply owed", "Answer Ana", D(2026, 11, 13), "They wrote on 12 Nov.")
    fresh = fingerprint(*cells)

    assert fingerprint(*cells[:2], dt.datetime(2026, 11, 13), cells[3]) == fresh
    assert fingerprint(*cells[:3], "They wrote on 11 Nov.") != fresh
    assert fingerprint("", "", "", "") == ""


def test_no_cell_grows_longer_than_excel_allows_and_the_newest_days_stay() -> None:
    first = D(2010, 1, 1)
    days = [first + dt.timedelta(days=number) for number in range(MOST_DAYS + 1000)]
    busy = replace(
        ANA,
        days=tuple(DayCell(field="date", what="wrote", on=on) for on in days),
        their_touches=tuple(days),
    )

    row = list(memory_rows(memory_of([busy])))[-1]

    assert all(len(str(cell)) <= 32_767 for cell in row)
    assert all(
        days[-1].isoformat() in str(cell) and first.isoformat() not in str(cell) for cell in (row[1], row[3])
    )
