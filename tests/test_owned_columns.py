"""Where the owned columns stand, what each row shows, and which cells change."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import replace
from typing import Literal

import pytest

from netsheet.core.calendar import calendar_of
from netsheet.core.column_places import DONE_COLUMN, OWNED_COLUMNS, place_columns
from netsheet.core.followups.contact_history import compute_history
from netsheet.core.followups.standing import Standing
from netsheet.core.grid import Area, CellValue, FormulaCell, Sheet, TableArea
from netsheet.core.model import HeadingMatch, Person, Place, Settings, SheetReading
from netsheet.core.owned_columns import (
    STYLES,
    RowValues,
    ShownRow,
    find_own_texts,
    log_rows,
    plan_columns,
)

DONE = DONE_COLUMN.heading
HEADINGS = [owned.heading for owned in OWNED_COLUMNS if owned is not DONE_COLUMN]
DUE_ON = dt.date(2026, 3, 16)
NUDGE = ShownRow(
    RowValues("Reminder due", "Send a reminder", DUE_ON, "No reply yet.", dt.date(2026, 3, 3), 1), "tone-due"
)


def make_sheet(
    *rows: list[CellValue], tables: tuple[TableArea, ...] = (), blocked: tuple[Area, ...] = ()
) -> Sheet:
    width = max(len(row) for row in rows)
    return Sheet(
        name="Log", rows=[row + [""] * (width - len(row)) for row in rows], tables=tables, blocked=blocked
    )


def make_reading(*record_rows: int, header_row: int = 1) -> SheetReading:
    name = HeadingMatch(place=Place(sheet="Log", row=header_row, column=1), heading="Name", field="name")
    return SheetReading(sheet="Log", header_row=header_row, headings=(name,), record_rows=record_rows)


def make_table(last_row: int, last_column: int) -> TableArea:
    area = Area(first_row=1, first_column=1, last_row=last_row, last_column=last_column)
    return TableArea(name="Contacts", area=area)


def make_standing(
    rows: tuple[int, ...],
    status: str = "Waiting",
    tone: Literal["calm", "due", "late"] = "calm",
    next_step: str = "",
) -> Standing:
    place = Place(sheet="Log", row=rows[-1], column=1)
    person = Person(key="n:ana", name="Ana", place=place, rows=rows)
    history = compute_history(
        person, today=DUE_ON, calendar=calendar_of(Settings()), dormant_since=dt.date(2025, 3, 16)
    )
    return Standing(history=history, status=status, next_step=next_step, why="", tone=tone)


def test_new_columns_stand_right_of_everything_in_the_logs_rows() -> None:
    sheet = make_sheet(["Name", "Date"], ["Ana", "", "a note far right"])
    placement = place_columns(sheet, make_reading(2))
    assert placement.columns == (4, 5, 6, 7, 8, 9, 10)
    assert [column.heading for column in placement.new_columns] == [owned.heading for owned in OWNED_COLUMNS]


def test_cells_outside_the_logs_rows_do_not_push_the_columns_away() -> None:
    sheet = make_sheet(["A banner", "", "", "", "wide"], ["Name", "Date"], ["Ana", ""])
    assert place_columns(sheet, make_reading(3, header_row=2)).columns[0] == 3


def test_a_merged_cell_that_reaches_into_the_logs_rows_is_passed() -> None:
    merged = Area(first_row=1, first_column=3, last_row=2, last_column=5)
    sheet = make_sheet(["Name", "Date"], ["Ana", ""], blocked=(merged,))
    assert place_columns(sheet, make_reading(2)).columns[0] == 6


def test_a_formula_without_a_stored_result_takes_its_column() -> None:
    sheet = Sheet(
        name="Log",
        rows=[["Name", ""], ["Ana", ""]],
        formulas={(2, 2): FormulaCell(text="A1", has_result=False)},
    )
    assert place_columns(sheet, make_reading(2)).columns[0] == 3


@pytest.mark.parametrize(
    ("below", "first_column"),
    [
        (["a note"], 3),
        (["", "", "a note under the first new column"], 4),
        (["", "", "", "", "", "", "", "", "a note under the last"], 10),
        (["", "", "", "", "", "", "", "", "", "a note beside"], 3),
        (["", "", "a note", "", "", "", "", "", "", "", "another"], 4),
        (["", "", "a note", "", "", "", "", "", "", "another"], 11),
    ],
)
def test_what_stands_below_the_log_is_never_under_a_column_of_ours(
    below: list[CellValue], first_column: int
) -> None:
    sheet = make_sheet(["Name", "Date"], ["Ana", ""], [""], below)
    plan = plan_columns(sheet, make_reading(2), {2: NUDGE})
    assert plan.new_columns[0].column == first_column
    assert set(plan.rows) == {1, 2}


def test_a_formula_or_a_merged_cell_below_the_log_is_passed_too() -> None:
    merged = Area(first_row=9, first_column=5, last_row=9, last_column=6)
    formulas = {(8, 9): FormulaCell(text="A1", has_result=False)}
    rows: list[list[CellValue]] = [["Name", "Date"], ["Ana", ""]]
    sheet = Sheet(name="Log", rows=rows, formulas=formulas, blocked=(merged,))
    assert place_columns(sheet, make_reading(2)).columns[0] == 10


@pytest.mark.parametrize(
    ("growing", "first_column"),
    [
        pytest.param((1, 4, 3, 6), 10, id="beside the log"),
        pytest.param((9, 4, 12, 5), 6, id="below the log, in the columns that would be next"),
        pytest.param((1, 4, 1, 4), 6, id="beside the headings"),
        pytest.param((9, 1, 12, 2), 3, id="below the log's own columns"),
        pytest.param((9, 13, 12, 15), 3, id="below, far to the right"),
        pytest.param((1, 4, 3, 16_380), 16_385, id="to the edge: refused later, for want of room"),
    ],
)
def test_beside_a_pivot_or_a_spill_room_is_left_for_it_to_grow(
    growing: tuple[int, int, int, int], first_column: int
) -> None:
    top, left, bottom, right = growing
    area = Area(first_row=top, first_column=left, last_row=bottom, last_column=right)
    rows: list[list[CellValue]] = [["Name", "Date"], ["Ana", ""]]
    sheet = Sheet(name="Log", rows=rows, blocked=(area,), growing=(area,), tables=(make_table(2, 2),))

    assert place_columns(replace(sheet, tables=()), make_reading(2)).columns[0] == first_column
    is_beside = place_columns(sheet, make_reading(2)).table is None
    assert is_beside is (first_column != 3)


def test_columns_that_stand_already_stay_where_they_are_beside_a_pivot() -> None:
    area = Area(first_row=1, first_column=9, last_row=9, last_column=12)
    sheet = make_sheet(["Name", *HEADINGS, DONE], ["Ana"])
    sheet = replace(sheet, blocked=(area,), growing=(area,))

    assert place_columns(sheet, make_reading(2)).columns == (2, 3, 4, 5, 8, 6, 7)


def test_a_note_below_a_table_keeps_the_table_from_growing_over_it() -> None:
    sheet = make_sheet(["Name", "Date"], ["Ana", ""], ["", "", "", "a note"], tables=(make_table(2, 2),))
    placement = place_columns(sheet, make_reading(2))
    assert (placement.table, placement.columns[0]) == (None, 5)


def test_a_note_written_below_the_log_in_a_column_of_ours_stays() -> None:
    sheet = make_sheet(["Name", *HEADINGS, DONE], ["Ana", *NUDGE[0]], [""], ["", "", "", "", "my own note"])
    plan = plan_columns(sheet, make_reading(2), {2: NUDGE})
    assert plan.rows == {}


def test_columns_are_found_wherever_the_user_moved_them() -> None:
    sheet = make_sheet(
        ["Netsheet why", "Name", *HEADINGS[:3], "netsheet LAST contact ", "Netsheet touches", DONE]
    )
    placement = place_columns(sheet, make_reading())
    assert placement.columns == (3, 4, 5, 1, 8, 6, 7)
    assert placement.new_columns == ()


def test_a_heading_of_ours_that_was_renamed_is_added_anew() -> None:
    headings: list[CellValue] = ["Name", "My own status", *HEADINGS[1:], DONE]
    placement = place_columns(make_sheet(headings), make_reading())
    assert [(column.heading, column.column) for column in placement.new_columns] == [("Netsheet status", 9)]


def test_a_table_grows_when_its_right_neighbours_are_free() -> None:
    sheet = make_sheet(["Name", "Date"], ["Ana", ""], tables=(make_table(2, 2),))
    placement = place_columns(sheet, make_reading(2))
    assert placement.table == "Contacts"
    assert placement.columns[0] == 3


@pytest.mark.parametrize(
    ("sheet", "first_column"),
    [
        pytest.param(
            make_sheet(["Name", "Date"], ["Ana", "", "", "KPI"], tables=(make_table(2, 2),)),
            5,
            id="a value beside it",
        ),
        pytest.param(
            make_sheet(
                ["Name", "Date"],
                ["Ana", ""],
                tables=(make_table(2, 2),),
                blocked=(Area(first_row=2, first_column=4, last_row=3, last_column=5),),
            ),
            6,
            id="a merged cell beside it",
        ),
        pytest.param(
            Sheet(
                name="Log",
                rows=[["Name", "Date"], ["Ana", ""]],
                tables=(
                    TableArea(
                        name="Query",
                        area=Area(first_row=1, first_column=1, last_row=2, last_column=2),
                        growable=False,
                    ),
                ),
            ),
            3,
            id="a query table",
        ),
    ],
)
def test_a_table_that_cannot_grow_gets_the_columns_beside_it(sheet: Sheet, first_column: int) -> None:
    placement = place_columns(sheet, make_reading(2))
    assert placement.table is None
    assert placement.columns[0] == first_column


def test_only_cells_that_differ_are_planned() -> None:
    row: list[CellValue] = ["Ana", *(shown for shown in NUDGE[0])]
    row[4] = "An older reason."
    plan = plan_columns(make_sheet(["Name", *HEADINGS, DONE], row), make_reading(2), {2: NUDGE})
    assert {number: [tuple(edit) for edit in edits] for number, edits in plan.rows.items()} == {
        2: [(5, "An older reason.", "No reply yet.", "plain")]
    }


def test_planning_what_already_stands_there_changes_nothing() -> None:
    sheet = make_sheet(["Name", *HEADINGS, DONE], ["Ana", *NUDGE[0]])
    assert plan_columns(sheet, make_reading(2), {2: NUDGE}).rows == {}


def test_a_row_that_is_no_longer_a_record_is_emptied() -> None:
    sheet = make_sheet(["Name", *HEADINGS, DONE], ["", "Waiting", "", "", "", "", 1.0], ["", "Earlier"])
    plan = plan_columns(sheet, make_reading(), {})
    assert [tuple(edit) for edit in plan.rows[2]] == [(2, "Waiting", "", "plain"), (7, 1.0, "", "plain")]
    assert [tuple(edit) for edit in plan.rows[3]] == [(2, "Earlier", "", "plain")]


@pytest.mark.parametrize(
    ("column", "note"),
    [
        *itertools.product(range(5), ["my own note", 42.5, dt.date(2026, 5, 1), True]),
        (5, "call on Monday"),  # a number there is a count of ours
        (5, dt.date(2026, 5, 1)),
    ],
)
def test_what_the_user_wrote_below_the_log_in_a_column_of_ours_stays_when_the_log_grows_over_it(
    column: int, note: CellValue
) -> None:
    own: list[CellValue] = ["", "", "", "", "", ""]
    own[column] = note
    sheet = make_sheet(["Name", *HEADINGS, DONE], ["Ana", *NUDGE[0]], ["", *own], ["Bo", *own])

    plan = plan_columns(sheet, make_reading(2, 4), {2: NUDGE, 4: NUDGE})
    found = list(find_own_texts(sheet, make_reading(2, 4)))

    assert plan.rows == {}
    assert [(each.code, each.place) for each in found] == [
        ("own-text-in-netsheet-column", Place(sheet="Log", row=4, column=column + 2))
    ]
    assert HEADINGS[column] in found[0].message


@pytest.mark.parametrize(
    "now",
    [
        ["", "", "", "", "", ""],
        ["Waiting", "", "", "", "", 1.0],
        ["typed over", "typed over", "", "", "", 1],
        ["", "only the status was emptied", "", "", "", 3.0],
        ["Waiting", "", "", "", "", "1"],
        ["Earlier", "", "", "", "", ""],
    ],
)
def test_a_row_that_netsheet_filled_before_is_filled_anew(now: list[CellValue]) -> None:
    sheet = make_sheet(["Name", *HEADINGS, DONE], ["Ana", *now])

    assert plan_columns(sheet, make_reading(2), {2: NUDGE}).rows[2]
    assert list(find_own_texts(sheet, make_reading(2))) == []


def test_without_a_column_of_touches_no_row_is_taken_for_the_users() -> None:
    sheet = make_sheet(["Name", *HEADINGS[:5]], ["Ana", "Waiting"], ["", "a note"])
    plan = plan_columns(sheet, make_reading(2), {2: NUDGE})

    assert list(find_own_texts(sheet, make_reading(2))) == []
    assert set(plan.rows) == {1, 2}


def test_a_row_with_a_formula_below_the_records_in_our_columns_is_left_alone() -> None:
    sheet = Sheet(
        name="Log",
        rows=[["Name", *HEADINGS, DONE], ["", "Total", *[""] * 4, 12.0]],
        formulas={(2, 7): FormulaCell(text="SUM(G3:G9)", has_result=True)},
    )
    assert plan_columns(sheet, make_reading(), {}).rows == {}


def test_older_rows_of_a_person_say_earlier() -> None:
    shown = log_rows([make_standing((2, 5), "Waiting")])
    assert shown[2][0] == ("Earlier", "", "", "", "", "")
    assert shown[5][0][0] == "Waiting"


def luminance(color: str) -> float:
    """Relative luminance of RRGGBB (WCAG 2.1)."""
    channels = [int(color[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("tone", [name for name in STYLES if name.startswith("tone-")])
def test_every_status_can_be_read_on_its_colour(tone: str) -> None:
    style = STYLES[tone]
    assert style.font_color is not None
    assert style.fill_color is not None
    dark, light = sorted((luminance(style.font_color), luminance(style.fill_color)))
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_what_is_overdue_says_so_in_a_word_and_not_only_by_its_colour() -> None:
    late = log_rows([make_standing((2,), "Reply owed", "late", "Answer their e-mail")])[2]
    due = log_rows([make_standing((2,), "Reply owed", "due", "Answer their e-mail")])[2]
    assert late[0][:2] == ("Reply owed", "Overdue: answer their e-mail")
    assert due[0][:2] == ("Reply owed", "Answer their e-mail")


def test_a_status_that_becomes_overdue_is_coloured_anew_though_it_reads_the_same() -> None:
    due = ShownRow(RowValues("Reply owed", "Answer", touch_count=1), "tone-due")
    late = ShownRow(RowValues("Reply owed", "Overdue: answer", touch_count=1), "tone-late")
    sheet = make_sheet(["Name", *HEADINGS, DONE], ["Ana", *due[0]])
    plan = plan_columns(sheet, make_reading(2), {2: late})
    assert [tuple(edit) for edit in plan.rows[2]] == [
        (2, "Reply owed", "Reply owed", "tone-late"),
        (3, "Answer", "Overdue: answer", "plain"),
    ]


def test_rows_that_show_the_same_share_their_edits() -> None:
    sheet = make_sheet(["Name"], ["Ana"], ["Ben"], ["Cy"])
    other = ShownRow(RowValues("Waiting", why="Sent today.", touch_count=1), "tone-calm")
    plan = plan_columns(sheet, make_reading(2, 3, 4), {2: NUDGE, 3: other, 4: NUDGE})

    assert plan.rows[2] is plan.rows[4]
    assert plan.rows[3] != plan.rows[2]
    assert len(plan.different_edits()) == 3  # the headings are one
