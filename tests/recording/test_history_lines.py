"""The sheet "Netsheet History": read as the user left it, added to below its last line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsheet.core.grid import CellValue, Sheet
from netsheet.core.model import Channel, Place
from netsheet.core.plan import CellEdit
from netsheet.core.recording.endings import ending_of
from netsheet.core.recording.history_lines import (
    HISTORY_COLUMNS,
    HistoryLine,
    can_add_lines,
    distinct_lines,
    interpret_history,
    line_cells,
    place_lines,
    plan_lines,
    sort_lines,
)
from netsheet.core.recording.history_people import SharedOut, share_out_lines
from netsheet.core.recording.history_words import HISTORY_WORDS, TOUCH_OF_WORD
from netsheet.core.recording.person_keys import read_keys
from netsheet.core.recording.sheet_names import HISTORY_SHEET
from netsheet.core.touch_facts import TOUCH_FACTS
from netsheet.core.values.cells import tidy
from tests.reading.build import build_sheet
from tests.recording.test_endings import ENDINGS

D = dt.date
ANA = "ana@example.com; Ana López @ Acme"
WROTE = HistoryLine(on=D(2026, 11, 12), what="wrote", who="Ana López", who_exactly=ANA)


def history(*rows: Sequence[CellValue | None], headings: Sequence[str] = HISTORY_COLUMNS) -> Sheet:
    return build_sheet([headings, *rows], name=HISTORY_SHEET)


def written(lines: Sequence[HistoryLine], columns: Sequence[str] = HISTORY_COLUMNS) -> Sheet:
    return history(
        *([line_cells(line).get(column, "") for column in columns] for line in lines), headings=columns
    )


def read(sheet: Sheet) -> list[HistoryLine]:
    lines, findings = interpret_history(sheet)
    assert findings == ()
    return [replace(line, place=None) for line in lines]


TEXT = st.text(max_size=20).map(tidy) | st.sampled_from(
    ["=1+1", "+44 20", "-", "@SUM(A1)", "'x", "n/a", "12"]
)
LINES = st.builds(
    HistoryLine,
    on=st.dates(min_value=D(2000, 1, 1), max_value=D(2100, 1, 1)),
    what=st.sampled_from(HISTORY_WORDS),
    who=TEXT,
    ends=st.lists(ENDINGS, max_size=2).map(tuple),
    channel=st.none() | st.sampled_from(get_args(Channel)),
    note=TEXT,
    until=st.none() | st.dates(min_value=D(2000, 1, 1), max_value=D(2100, 1, 1)),
    subject=TEXT,
    template=TEXT,
    source_id=TEXT,
    how=st.sampled_from(["typed in Netsheet done", "netsheet log", "kept from H8", ""]),
    who_exactly=st.sampled_from([ANA, "Ben Kim", ""]),
).flatmap(
    lambda line: st.sampled_from([None, 1, 20]).map(
        lambda days: replace(line, since=line.on - dt.timedelta(days=days) if days else None)
    )
)


def test_a_line_is_written_in_twelve_columns() -> None:
    line = replace(
        WROTE, since=D(2026, 11, 1), ends=(ending_of("follow_up", on=D(2026, 11, 10)),), channel="e-mail", note="the CV",
        until=D(2026, 12, 1), subject="Hello", template="warm", source_id="<1@example.com>", how="typed in Netsheet done",
    )  # fmt: skip

    assert tuple(line_cells(line)) == HISTORY_COLUMNS
    assert list(line_cells(line).values()) == [
        D(2026, 11, 12), "Ana López", "wrote", "follow-up 2026-11-10", "e-mail", "the CV", D(2026, 12, 1), "Hello", "warm",
        "<1@example.com>", "typed in Netsheet done, between 2026-11-01 and 2026-11-12", ANA,
    ]  # fmt: skip


@given(st.lists(LINES, max_size=5))
def test_what_is_written_is_read_back(lines: list[HistoryLine]) -> None:
    assert read(written(lines)) == lines


@given(st.lists(LINES, max_size=5), st.permutations([*HISTORY_COLUMNS, "My own", "Check"]))
def test_the_columns_may_be_in_any_order_with_others_between(
    lines: list[HistoryLine], columns: list[str]
) -> None:
    assert read(written(lines, columns)) == lines


def test_the_sheet_is_read_after_other_programs_and_hands_have_been_at_it() -> None:
    sheet = history(
        ["12 Nov 2026", "Ana López", " Wrote ", "", "E-Mail", 12.0, "", "", "", "", "", ANA],
        [],
        [dt.datetime(2026, 11, 13), "Ana López", "KEPT OPEN", "decide", "", "", "", "", "", "", "", ANA],
    )

    first, second = interpret_history(sheet)[0]

    assert (first.on, first.what, first.channel, first.note) == (D(2026, 11, 12), "wrote", "e-mail", "12")
    assert (second.on, second.what, second.ends) == (D(2026, 11, 13), "kept open", (ending_of("decide"),))
    assert [line.place.address if line.place else "" for line in (first, second)] == ["C2", "C4"]


def test_rows_may_stand_above_the_headings() -> None:
    sheet = build_sheet(
        [["What you did, kept by netsheet"], [], ["Day", "What"], [D(2026, 11, 12), "journal"]]
    )

    assert read(sheet) == [HistoryLine(on=D(2026, 11, 12), what="journal")]


def test_a_day_that_the_user_corrected_has_no_span() -> None:
    line = replace(WROTE, since=D(2026, 11, 1))
    cells = line_cells(line) | {"Day": D(2026, 11, 9)}

    (corrected,) = read(history(list(cells.values())))

    assert (corrected.on, corrected.since) == (D(2026, 11, 9), None)


@pytest.mark.parametrize(
    ("cells", "code", "address"),
    [
        ({"What": "wroet"}, "unknown-history-word", "C2"),
        ({"What": ""}, "unknown-history-word", "C2"),
        ({"What": "teleported"}, "unknown-history-word", "C2"),
        ({"Day": ""}, "unreadable-history-day", "A2"),
        ({"Day": "last week"}, "unreadable-history-day", "A2"),
        ({"Day": "3/4/2026"}, "unreadable-history-day", "A2"),
        ({"Until": "soon"}, "unreadable-history-day", "G2"),
        ({"Ends": "folow-up"}, "unreadable-history-ending", "D2"),
    ],
)
def test_a_line_that_cannot_be_understood_is_a_finding_and_not_used(
    cells: dict[str, CellValue], code: str, address: str
) -> None:
    lines, findings = interpret_history(history(list((line_cells(WROTE) | cells).values())))

    assert lines == ()
    assert [(each.code, each.place.address if each.place else "") for each in findings] == [(code, address)]


def test_a_word_of_a_newer_netsheet_is_not_guessed_at() -> None:
    (mistyped,) = interpret_history(history([D(2026, 11, 12), "", "wroet"]))[1]
    (newer,) = interpret_history(history([D(2026, 11, 12), "", "levitated"]))[1]

    assert mistyped.hint == "Did you mean wrote?"
    assert "newer netsheet" in newer.hint


def test_a_channel_that_nobody_knows_is_a_finding_and_the_line_counts() -> None:
    lines, findings = interpret_history(history(list((line_cells(WROTE) | {"Channel": "pigeon"}).values())))

    assert [line.channel for line in lines] == [None]
    assert [finding.code for finding in findings] == ["unknown-word"]


def test_without_its_headings_the_sheet_is_a_finding() -> None:
    assert [each.code for each in interpret_history(build_sheet([["Ana"]]))[1]] == ["no-settings-header"]
    assert interpret_history(None) == ((), ())


def test_the_order_of_dates_is_that_of_the_settings() -> None:
    sheet = history(["3/4/2026", "", "journal"])

    (line,) = interpret_history(sheet, order="dmy")[0]

    assert line.on == D(2026, 4, 3)


ANYTHING = st.one_of(st.text(max_size=8), st.integers(), st.floats(), st.booleans(), st.dates(), st.datetimes(), st.times(), st.just(""))  # fmt: skip


@given(st.lists(st.lists(ANYTHING, min_size=12, max_size=12), max_size=6))
def test_reading_the_history_never_raises_and_every_filled_row_is_a_line_or_a_finding(
    rows: list[list[CellValue]],
) -> None:
    lines, findings = interpret_history(history(*rows))

    said = {line.place.row for line in lines if line.place} | {
        each.place.row for each in findings if each.place
    }
    filled = {
        number
        for number, row in enumerate(rows, start=2)
        if any(not isinstance(cell, str) or cell.strip() for cell in row)
    }
    assert said == filled


def test_new_lines_go_below_the_last_filled_row_in_the_users_order_of_columns() -> None:
    headings = ["What", "My own", "Day", "Who exactly", "Who"]
    sheet = history(["wrote", "", D(2026, 11, 12), ANA, "Ana López"], ["", "my note"], [], headings=headings)

    lines = place_lines(sheet, [replace(WROTE, what="replied", note="=1+1"), WROTE])
    plan = plan_lines(sheet, lines)

    assert [line.place for line in lines] == [
        Place(sheet=HISTORY_SHEET, row=4, column=1),
        Place(sheet=HISTORY_SHEET, row=5, column=1),
    ]
    assert (plan.sheet, plan.header_row, sorted(plan.rows)) == (HISTORY_SHEET, 1, [4, 5])
    assert plan.rows[4] == [
        CellEdit(1, "", "replied", None),
        CellEdit(3, "", D(2026, 11, 12), "date"),
        CellEdit(4, "", ANA, None),
        CellEdit(5, "", "Ana López", None),
    ]


def test_the_first_lines_go_below_the_headings_of_a_new_history() -> None:
    (line,) = place_lines(None, [WROTE])

    assert line.place == Place(sheet=HISTORY_SHEET, row=3, column=3)


def test_lines_can_be_added_where_the_headings_are_there() -> None:
    assert can_add_lines(None)
    assert can_add_lines(history())
    assert not can_add_lines(build_sheet([["Ana"]]))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-2", "@SUM(A1)", "\t=1+1", "two\nlines"])
def test_a_text_of_the_log_stays_one_line_of_text(text: str) -> None:
    cells = line_cells(replace(WROTE, note=text))

    assert cells["Note"] == tidy(text)
    assert isinstance(cells["Note"], str)


@pytest.mark.parametrize(
    ("other", "count"),
    [
        (WROTE, 1),
        (replace(WROTE, note="from the laptop"), 1),
        (replace(WROTE, how="netsheet log", channel="e-mail"), 1),
        (replace(WROTE, on=D(2026, 11, 13)), 2),
        (replace(WROTE, what="replied"), 2),
        (replace(WROTE, ends=(ending_of("decide"),)), 2),
        (replace(WROTE, until=D(2026, 12, 1)), 2),
        (replace(WROTE, source_id="<1@example.com>"), 1),
    ],
)
def test_lines_that_two_computers_wrote_count_once(other: HistoryLine, count: int) -> None:
    assert len(distinct_lines([WROTE, other])) == count
    assert distinct_lines([WROTE, other]) == distinct_lines([other, WROTE])


@pytest.mark.parametrize(
    ("line", "change"),
    [
        (replace(WROTE, source_id="<1@example.com>"), {"source_id": "<2@example.com>"}),
        (replace(WROTE, what="promised", note="the CV"), {"note": "the article"}),
        (HistoryLine(on=D(2026, 11, 12), what="journal", note="a good day"), {"note": "a long day"}),
    ],
)
def test_lines_that_are_different_things_count_each(line: HistoryLine, change: dict[str, Any]) -> None:
    assert len(distinct_lines([line, replace(line, **change)])) == 2


PEOPLE = {"ana": read_keys(ANA), "ben": read_keys("Ben Kim")}


@given(st.lists(LINES, max_size=8).flatmap(lambda lines: st.tuples(st.just(lines), st.permutations(lines))))
def test_a_history_with_its_lines_shuffled_means_the_same(
    pair: tuple[list[HistoryLine], list[HistoryLine]],
) -> None:
    lines, shuffled = pair

    assert share_out_lines(lines, PEOPLE) == share_out_lines(shuffled, PEOPLE)
    assert sort_lines(lines) == sort_lines(shuffled)


def shared_out(*rows: Sequence[CellValue | None]) -> SharedOut:
    lines, findings = interpret_history(history(*rows, headings=["Day", "Who", "What", "Who exactly"]))
    assert findings == ()
    people = {
        "ana": read_keys(ANA),
        "one": read_keys("Eve Fox @ Acme"),
        "two": read_keys("Eve Fox @ Initech"),
    }
    return share_out_lines(lines, people)


def test_each_line_goes_to_its_person() -> None:
    out = shared_out(
        [D(2026, 11, 12), "Ana López", "wrote", ANA],
        [D(2026, 11, 11), "Ana", "replied", "ana@example.com"],
        [D(2026, 11, 10), "Ana López", "met", ""],  # a line that the user typed
        [D(2026, 11, 9), "", "journal", ""],
    )

    assert {person: [line.what for line in lines] for person, lines in out.of_person.items()} == {
        "ana": ["met", "replied", "wrote"]
    }
    assert [line.what for line in out.of_nobody] == ["journal"]
    assert out.findings == ()


def test_lines_of_nobody_and_of_two_people_are_findings_that_name_the_rows() -> None:
    out = shared_out(
        [D(2026, 11, 12), "Zoe", "wrote", "zoe@example.com"],
        [D(2026, 11, 13), "Zoe", "wrote", "zoe@example.com"],
        [D(2026, 11, 14), "Eve Fox", "wrote", "Eve Fox"],
        [D(2026, 11, 15), "Zoe", "wrote", "zoe@example.com"],
    )

    several, nobody = out.findings
    assert out.of_person == {}
    assert (several.code, nobody.code) == ("history-of-several-people", "history-of-nobody")
    assert "Eve Fox in row 4" in several.message
    assert "Zoe in rows 2, 3 and 5" in nobody.message
    assert nobody.place is not None
    assert nobody.place.address == "C2"


def test_every_touch_of_the_history_is_one_that_the_rules_know() -> None:
    assert all((touch.kind, touch.direction, touch.intent) in TOUCH_FACTS for touch in TOUCH_OF_WORD.values())
    assert TOUCH_FACTS["message", "out", "give"].gives
    assert set(TOUCH_OF_WORD) < set(HISTORY_WORDS)
