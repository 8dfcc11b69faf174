"""Whatever the user does to a log between two refreshes, netsheet writes over nothing of theirs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from netsheet.core.column_places import DONE_COLUMN, OWNED_COLUMNS
from netsheet.core.columns.sheets import LogNotFound
from netsheet.core.grid import CellValue, Sheet, Snapshot
from netsheet.core.owned_columns import RowValues, find_own_texts, holds_own_text
from netsheet.core.plan import SheetPlan
from tests.reading.build import build_sheet
from tests.test_reading_after_writing import planned, understood, written

Rows = list[list[CellValue]]
Change = Callable[[Rows], object]

HEADINGS = [owned.heading for owned in OWNED_COLUMNS]
START: Rows = [
    ["Name", "Company", "Email", "Date Sent"],
    ["Ana Lopez", "Orchid", "ana@example.com", "2026-03-02"],
    ["Bo Chen", "Birch", "bo@example.com", "2026-03-03"],
    ["Cy Dunn", "Cedar", "cy@example.com", "2026-03-04"],
]


def put(row: int, column: int, value: CellValue) -> Change:
    def change(rows: Rows) -> None:
        while len(rows) <= row:
            rows.append([""] * len(rows[0]))
        for each in rows:
            each.extend([""] * (column + 1 - len(each)))
        rows[row][column] = value

    return change


def insert_column(at: int) -> Change:
    def change(rows: Rows) -> None:
        for each in rows:
            each.insert(min(at, len(each)), "")

    return change


def delete_column(at: int) -> Change:
    return lambda rows: [each.pop(at) for each in rows if len(each) > max(at, 4)]


def insert_row(at: int) -> Change:
    return lambda rows: rows.insert(min(at, len(rows)), [""] * len(rows[0]))


def delete_row(at: int) -> Change:
    return lambda rows: rows.pop(at) if 0 < at < len(rows) - 1 else None


def copy_row(source: int, target: int) -> Change:
    def change(rows: Rows) -> None:
        if source < len(rows) and target < len(rows):
            rows[target] = list(rows[source])

    return change


def add_person(number: int) -> Change:
    new: list[CellValue] = [f"Dee {number}", "Elm", f"dee{number}@example.com", "2026-03-05"]
    return lambda rows: rows.append([*new, *[""] * (len(rows[0]) - len(new))])


CHANGES: st.SearchStrategy[Change] = st.one_of(
    st.builds(
        put, st.integers(0, 9), st.integers(0, 13), st.sampled_from(["a note", "", 7, "Earlier", *HEADINGS])
    ),
    st.builds(insert_column, st.integers(0, 12)),
    st.builds(delete_column, st.integers(4, 12)),
    st.builds(insert_row, st.integers(0, 9)),
    st.builds(delete_row, st.integers(1, 9)),
    st.builds(copy_row, st.integers(0, 9), st.integers(1, 9)),
    st.builds(add_person, st.integers(0, 99)),
)


def check_plan(sheet: Sheet, plan: SheetPlan) -> None:
    """Every edit falls into a column of ours, on what was read there, and never on a row that holds the user's own."""
    new = [column.column for column in plan.new_columns]
    headings = {column: sheet.value(plan.header_row, column) for column in range(1, 40)}
    standing: dict[str, int] = {}
    for column, heading in headings.items():
        standing.setdefault(str(heading).strip().casefold(), column)
    columns = [standing.get(heading.casefold(), 0) for heading in HEADINGS]
    for number, edits in plan.rows.items():
        now = RowValues(
            *(
                sheet.value(number, column) if column else ""
                for heading, column in zip(HEADINGS, columns, strict=True)
                if heading != DONE_COLUMN.heading
            )
        )
        for edit in edits:
            assert edit.before == sheet.value(number, edit.column)
            assert edit.column in new or edit.column in columns
        is_over_something = any(edit.column not in new for edit in edits)
        if number != plan.header_row and columns[-1] and is_over_something:
            assert not holds_own_text(now)
    for column in new:
        assert [sheet.value(row, column) for row in range(plan.header_row, len(sheet.rows) + 1)] == [""] * (
            len(sheet.rows) + 1 - plan.header_row
        )


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.lists(CHANGES, max_size=4), min_size=1, max_size=4))
@example([[delete_row(1), put(3, 4, "Earlier")]])
@example([[put(0, 8, "Netsheet touches")]])
def test_a_refresh_after_any_changes_writes_over_nothing_of_the_users(rounds: list[list[Change]]) -> None:
    rows = [list(row) for row in START]
    for changes in ([], *rounds):
        for change in changes:
            change(rows)
        sheet = build_sheet(rows)
        snapshot = Snapshot(kind="xlsx", sheets=(sheet,))
        try:
            log = understood(snapshot)
        except LogNotFound:
            return
        plan = planned(snapshot, log)["Log"]
        check_plan(sheet, plan)

        after = written(sheet, plan)

        again = understood(replace(snapshot, sheets=(after,)))
        assert again.reading == replace(log.reading, headings=again.reading.headings)
        assert planned(replace(snapshot, sheets=(after,)), again)["Log"].rows == {}
        assert list(find_own_texts(after, again.reading)) == list(find_own_texts(sheet, log.reading))
        rows = [list(row) for row in after.rows]
