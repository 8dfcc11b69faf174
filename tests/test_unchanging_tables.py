"""What is read of a sheet never changes: a step returns what it finds, and writes into nothing that others hold."""

from __future__ import annotations

import copy
import datetime as dt
from dataclasses import FrozenInstanceError, fields
from types import MappingProxyType

import pytest

from netsheet.core.columns.sheets import read_table
from netsheet.core.columns.table import Table
from netsheet.core.model import Settings
from netsheet.core.people.sheet_entries import read_source
from netsheet.core.people.unfolded import Unfolded
from tests.reading.build import TODAY, Row, build_sheet

ROWS: tuple[Row, ...] = (
    ["Name", "Email", "Date 1", "Channel", "Date 2", "Response", "Follow up", "Status", "Promise"],
    [
        "Ann Lee",
        "ann@example.com",
        dt.date(2026, 5, 1),
        "pigeon",
        "soon",
        "Yes",
        "in 2 weeks",
        "Replied",
        "CV",
    ],
    ["Total", "", 7, "", "", "", "", "", ""],
    ["Bob Ray", "bob at example", "3/4/2026", "Email", "", "maybe", "", "On hold until 12 May 2026", ""],
)


def the_table() -> Table:
    table = read_table(build_sheet(ROWS), {})
    assert table is not None
    return table


@pytest.mark.parametrize("name", [field.name for field in fields(Table)])
def test_no_attribute_of_a_table_can_be_set(name: str) -> None:
    with pytest.raises(FrozenInstanceError):
        setattr(the_table(), name, None)


@pytest.mark.parametrize("name", [field.name for field in fields(Unfolded)])
def test_no_attribute_of_what_the_rows_hold_can_be_set(name: str) -> None:
    with pytest.raises(FrozenInstanceError):
        setattr(Unfolded(touches=()), name, None)


def test_no_list_and_no_dict_of_a_table_can_be_written_into() -> None:
    table = the_table()
    held = [getattr(table, field.name) for field in fields(Table) if field.name not in {"sheet", "frame"}]

    assert {type(value) for value in held} <= {int, tuple, range, MappingProxyType}
    assert table.skipped == {"total": 1}


def test_no_list_and_no_dict_of_what_the_rows_hold_can_be_written_into() -> None:
    unfolded = read_source(the_table(), today=TODAY, settings=Settings()).unfolded
    held = [getattr(unfolded, field.name) for field in fields(Unfolded)]

    assert {type(value) for value in held} == {tuple, MappingProxyType}
    assert [len(touches) for touches in unfolded.touches] == [2, 1]


def test_reading_people_from_a_table_leaves_its_cells_as_they_are() -> None:
    table = the_table()
    before = copy.deepcopy(table.frame)

    first = read_source(table, today=TODAY, settings=Settings())
    again = read_source(table, today=TODAY, settings=Settings())

    assert table.frame.equals(before)
    assert first.findings == again.findings
    assert first.unfolded == again.unfolded


def test_a_step_leaves_what_it_was_given_as_it_was() -> None:
    nothing = Unfolded(touches=((), ()))
    added = nothing.plus(recorded={0: dt.date(2026, 5, 1)}, meetings_ahead={1: dt.date(2026, 7, 1)})

    assert nothing == Unfolded(touches=((), ()))
    assert (added.recorded, added.meetings_ahead) == ({0: dt.date(2026, 5, 1)}, {1: (dt.date(2026, 7, 1),)})
    assert added.plus(recorded={0: dt.date(2026, 5, 9)}).recorded == {0: dt.date(2026, 5, 1)}


def test_a_word_that_several_touches_of_a_row_share_is_reported_once() -> None:
    findings = read_source(the_table(), today=TODAY, settings=Settings()).findings

    assert [finding.code for finding in findings if finding.place and finding.place.address == "D2"] == [
        "unknown-word"
    ]
