from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netsheet.core.columns.aliases import ALIASES
from netsheet.core.columns.headings import understand_heading
from netsheet.core.columns.sheets import LogNotFound
from netsheet.core.findings import KIND_BY_CODE
from netsheet.core.grid import CellValue, Sheet
from netsheet.core.model import Log, Person, Settings
from netsheet.core.people.interpret import interpret_log
from tests.reading.build import TODAY, build_sheet, build_snapshot, read_rows

HEADINGS = (
    "Name",
    "Company",
    "Email",
    "Date Sent",
    "Channel",
    "Response",
    "Follow-up Date",
    "Status",
    "Birthday",
    "Notes",
)
FIELDS = (
    "name",
    "company",
    "email",
    "date",
    "channel",
    "response",
    "follow_up",
    "status",
    "birthday",
    "notes",
)
ROWS: tuple[tuple[CellValue, ...], ...] = (
    (
        "Ann Lee",
        "Acme",
        "ann@example.com",
        "13/05/2026",
        "Email",
        "Yes",
        "in 6 months",
        "Replied",
        "7 January",
        "hi",
    ),
    (
        "Bob Ray",
        "Beta",
        "bob@example.com",
        "14/05/2026",
        "LinkedIn",
        "No",
        dt.date(2026, 7, 1),
        "Sent",
        "",
        "",
    ),
    ("Cy Fox", "Beta", "", "32/13/2026", "pigeon", "soon", "next week", "Repleid", "someday", "x"),
    ("Ann Lee", "Acme", "", "03/06/2026", "Phone", "", "", "", "", "again"),
    ("Di Poe", "Gamma", "di at example", "", "", "", "", "On hold", "", ""),
)
CELLS = st.one_of(
    st.just(""),
    st.text(max_size=12),
    st.sampled_from(
        [
            "Ann Lee",
            "n/a",
            "Yes",
            "x",
            "2026-05-01",
            "3/4/2026",
            "ann@example.com",
            "in 2 weeks",
            "Replied",
            "12 May",
            "Total",
            "http://a.b",
            "=",
        ]
    ),
    st.integers(-5, 10**9),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=10, max_size=10), max_size=6))
def test_reading_never_raises_whatever_the_cells_hold(rows: list[list[CellValue]]) -> None:
    log = read_rows(HEADINGS, *ROWS, *ROWS, *rows)

    assert set(log.reading.record_rows) <= set(range(2, len(rows) + 2 * len(ROWS) + 2))
    assert all(dict(log.facts[person.key]) for person in log.people)
    assert all(finding.code in KIND_BY_CODE for finding in log.findings)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(CELLS, max_size=6), max_size=8))
def test_a_sheet_of_anything_is_read_or_named_as_no_log(rows: list[list[CellValue]]) -> None:
    header_row, reason = _read_or_reason(rows)

    assert header_row >= 1 or reason


def _read_or_reason(rows: list[list[CellValue]]) -> tuple[int, str]:
    try:
        return read_rows(*rows).reading.header_row, ""
    except LogNotFound as fault:
        return 0, fault.candidates[0].reason


UNREADABLE = {
    "Date Sent": ("mid May", "unreadable-date"),
    "Channel": ("pigeon", "unknown-word"),
    "Response": ("3/4/2026", "ambiguous-date-order"),
    "Follow-up Date": ("31.02.2026", "unreadable-date"),
    "Status": ("blorb", "unknown-word"),
    "Email": ("ann at example", "unreadable-email"),
    "Birthday": ("someday", "unreadable-date"),
}


@pytest.mark.parametrize("heading", UNREADABLE)
@pytest.mark.parametrize("row", [0, 1, 3])
def test_each_value_that_cannot_be_read_has_a_finding_with_its_cell(heading: str, row: int) -> None:
    value, code = UNREADABLE[heading]
    column = HEADINGS.index(heading)
    rows = [list(each) for each in ROWS]
    rows[row][column] = value

    log = read_rows(HEADINGS, *rows)

    here = [
        finding
        for finding in log.findings
        if finding.place and (finding.place.row, finding.place.column) == (row + 2, column + 1)
    ]
    assert [finding.code for finding in here] == [code]
    assert value in here[0].message
    assert heading in here[0].message


def _facts(log: Log) -> list[object]:
    """Everything downstream sees, without the cells' addresses."""
    return [(_unplaced(person), dict(log.facts[person.key])) for person in log.people]


def _unplaced(person: Person) -> object:
    touches = tuple(
        (touch.on, touch.at, touch.direction, touch.kind, touch.channel, touch.response_type)
        for touch in person.touches
    )
    follow_ups = tuple((each.on, each.set_on, each.is_done, each.note) for each in person.follow_ups)
    return (
        person.key, person.name, person.company, person.email, person.state, person.birthday, person.paused_until, person.recorded_on,
        touches, follow_ups, person.unreadable and person.unreadable.code,
    )  # fmt: skip


def _spellings() -> list[tuple[str, str]]:
    return [
        (field, " ".join(alias.split()))
        for field in FIELDS
        for alias in ALIASES[field].split(";")
        if understand_heading(alias) is not None
    ]


@pytest.mark.parametrize("field", FIELDS)
def test_any_alias_of_a_heading_reads_the_same(field: str) -> None:
    expected = _facts(read_rows(HEADINGS, *ROWS))
    place = FIELDS.index(field)
    chance = random.Random(field)  # noqa: S311 - a sample of spellings
    spellings = [spelling for known, spelling in _spellings() if known == field]
    for spelling in chance.sample(spellings, min(12, len(spellings))):
        for written in (spelling, spelling.upper(), spelling.replace(" ", "_"), f" {spelling.title()}? "):
            headings = [*HEADINGS[:place], written, *HEADINGS[place + 1 :]]
            assert _facts(read_rows(headings, *ROWS)) == expected, written


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(len(HEADINGS))))
def test_the_order_of_the_columns_changes_nothing(order: list[int]) -> None:
    moved = [[row[place] for place in order] for row in (HEADINGS, *ROWS)]

    assert _facts(read_rows(*moved)) == _facts(read_rows(HEADINGS, *ROWS))


@settings(max_examples=25, deadline=None)
@given(
    st.integers(0, len(HEADINGS)),
    st.sampled_from(["Password", "Shoe size", "Colour", "", "Zebra count"]),
    st.lists(CELLS, min_size=5, max_size=5),
)
def test_a_column_netsheet_does_not_use_changes_nothing(
    place: int, heading: str, cells: list[CellValue]
) -> None:
    rows = [
        [*row[:place], cell, *row[place:]]
        for row, cell in zip((HEADINGS, *ROWS), (heading, *cells), strict=True)
    ]

    log = read_rows(*rows)

    assert _facts(log) == _facts(read_rows(HEADINGS, *ROWS))
    assert [finding.code for finding in log.findings] == [
        finding.code for finding in read_rows(HEADINGS, *ROWS).findings
    ]


@settings(max_examples=25, deadline=None)
@given(st.permutations(ROWS))
def test_shuffling_the_rows_changes_no_person(rows: list[tuple[CellValue, ...]]) -> None:
    shuffled, expected = read_rows(HEADINGS, *rows), read_rows(HEADINGS, *ROWS)

    assert sorted(map(repr, _facts(shuffled))) == sorted(map(repr, _facts(expected)))
    assert sorted(finding.code for finding in shuffled.findings) == sorted(
        finding.code for finding in expected.findings
    )


def test_the_values_of_unused_columns_stand_in_no_message_and_no_fact() -> None:
    secret = "hunter2-planted"  # noqa: S105 - an invented one, to look for
    rows = [
        (*HEADINGS, "Password", "Subscription status", "Email Source"),
        *((*row, secret, secret, secret) for row in ROWS),
    ]

    log = read_rows(*rows)

    assert secret not in repr(
        (log.findings, log.people, log.reading, [dict(log.facts[each.key]) for each in log.people])
    )


@pytest.mark.parametrize("kind", ["csv", "ods"])
def test_the_same_cells_as_texts_give_the_same_people_and_findings(kind: str) -> None:
    rows = [HEADINGS, *ROWS]
    texts = [[cell.isoformat() if isinstance(cell, dt.date) else cell for cell in row] for row in rows]
    sheet = build_sheet(texts)
    log = interpret_log(replace(build_snapshot(sheet), kind=kind), today=TODAY, settings=Settings())

    expected = read_rows(*rows)
    assert log.people == expected.people
    assert log.findings == expected.findings


def test_the_sheet_that_is_read_is_not_changed() -> None:
    sheet: Sheet = build_sheet([HEADINGS, *ROWS])
    before = repr(sheet)

    interpret_log(build_snapshot(sheet), today=TODAY, settings=Settings())

    assert repr(sheet) == before
