"""Words under "Netsheet done" in real files: they move to the history once, and only where they are the row's own."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from netsheet.core.recording.sheet_names import HISTORY_SHEET, MEMORY_SHEET
from netsheet.engines import read_workbook
from netsheet.pipeline.opened import open_log
from tests.command_line import Outcome, copy_of_sample, run
from tests.engine.oracles import require_libreoffice, resaved_by_libreoffice
from tests.test_recording_sheets import a_log, sheet_of, statuses
from tests.test_refresh_cli import opened, users_cells

FIRST, LATER = "2026-11-26", "2026-11-27"
ROWS: tuple[tuple[object, ...], ...] = (
    ("Ana Silva", "Acme", dt.date(2026, 11, 12), None),
    ("Ben Koch", "Beta", dt.date(2026, 11, 13), None),
    ("Cleo Roux", "Gamma", dt.date(2026, 11, 16), None),
)


def refresh(log: Path, today: str = LATER) -> Outcome:
    outcome = run("refresh", log, today=today)
    assert outcome.exit_code == 0, outcome.stderr
    return outcome


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = a_log(tmp_path, ROWS)
    refresh(path, FIRST)
    return path


def change(log: Path, edit: Callable[[Any], object], sheet: str = "Log") -> None:
    """Change a sheet as a person would, and save the workbook."""
    workbook = opened(log.read_bytes())
    edit(workbook[sheet])
    workbook.save(log)


def column(page: Any, heading: str) -> int:  # noqa: ANN401 - openpyxl has no types
    return next(int(cell.column) for cell in page[1] if cell.value == heading)


def row_of(page: Any, name: str) -> int:  # noqa: ANN401 - openpyxl has no types
    return next(int(row[0].row) for row in page.iter_rows() if row[0].value == name)


def put(log: Path, name: str, heading: str, value: object) -> None:
    def edit(page: Any) -> None:  # noqa: ANN401 - openpyxl has no types
        page.cell(row_of(page, name), column(page, heading)).value = value

    change(log, edit)


def type_word(log: Path, name: str, word: object) -> None:
    put(log, name, "Netsheet done", word)


def words(log: Path) -> dict[str, object]:
    """Return what is left under Netsheet done."""
    sheet = sheet_of(log, "Log")
    at = list(sheet.rows[0]).index("Netsheet done")
    return {str(row[0]): row[at] for row in sheet.rows[1:] if row[at] != ""}


def history(log: Path) -> list[tuple[object, ...]]:
    """Return day, who, what and ends of each line."""
    sheet = read_workbook(log.read_bytes()).sheet(HISTORY_SHEET)
    return [tuple(row[:4]) for row in sheet.rows[2:]] if sheet is not None else []


def codes(log: Path) -> list[str]:
    return [finding["code"] for finding in run("check", log, "--json", today=LATER).document["findings"]]


def test_a_word_moves_to_the_history_once(log: Path) -> None:
    type_word(log, "Ana Silva", "done")
    before = users_cells(log.read_bytes())
    outcome = refresh(log)
    data = log.read_bytes()

    assert history(log) == [(dt.date(2026, 11, 27), "Ana Silva", "wrote", "reminder 2026-11-19")]
    assert words(log) == {}
    assert statuses(log)["Ana Silva"] == "Waiting"
    assert "It keeps what you did; the history travels with the file." in outcome.stdout
    assert users_cells(data)["Log"] == before["Log"]
    refresh(log)
    assert log.read_bytes() == data


@pytest.mark.parametrize(
    ("word", "status", "lines"),
    [
        ("done", "Waiting", [("wrote", "reminder 2026-11-19")]),
        ("x, told her about the course", "Waiting", [("wrote", "reminder 2026-11-19")]),
        (dt.datetime(2026, 11, 25), "Waiting", [("wrote", "reminder 2026-11-19")]),
        ("they replied 26 Nov", "Reply owed", [("replied", "")]),
        ("we talked", "In touch", [("talked", "")]),
        ("2 weeks", "Scheduled", [("snoozed", "")]),
        ("they replied, 2 weeks", "Scheduled", [("replied", ""), ("snoozed", "")]),
        ("they said not now", "Scheduled", [("replied", ""), ("snoozed", "")]),
        ("close", "Closed", [("closed", "")]),
        ("geantwortet", "In touch", [("replied", "")]),
    ],
)
def test_due_counts_a_word_at_once_as_the_next_refresh_does(
    log: Path, word: object, status: str, lines: list[tuple[str, str]]
) -> None:
    type_word(log, "Ana Silva", word)
    at_once = statuses(log)
    refresh(log)

    assert at_once["Ana Silva"] == status
    assert statuses(log) == at_once
    assert [line[2:] for line in history(log)] == lines
    data = log.read_bytes()
    refresh(log)
    assert log.read_bytes() == data


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("blah", "done-word-unknown"),
        ("not now", "done-word-unclear"),
        ("done 3 Dec", "done-word-ahead"),
        ("3/4", "done-word-date-order"),
    ],
)
def test_a_word_that_is_not_understood_stays_and_is_named(log: Path, word: str, code: str) -> None:
    type_word(log, "Ana Silva", word)
    refresh(log)

    assert words(log) == {"Ana Silva": word}
    assert history(log) == []
    assert codes(log) == [code]


def test_words_without_a_day_say_the_span_after_weeks_without_a_refresh(log: Path) -> None:
    type_word(log, "Ana Silva", "they replied")
    refresh(log, "2026-12-16")

    assert (
        sheet_of(log, HISTORY_SHEET).rows[2][10]
        == "typed in Netsheet done, between 2026-11-26 and 2026-12-16"
    )


def test_a_relative_day_counts_from_the_last_refresh_until_it_is_recorded(log: Path) -> None:
    type_word(log, "Ana Silva", "2 weeks")
    items = run("due", log, "--json", "--within", "40", today="2026-12-01").document["items"]
    refresh(log, "2026-12-01")

    assert [(item["due"], item["why"]) for item in items if item["person"] == "Ana Silva"] == [
        (
            "2026-12-10",
            "You put this off until 10 Dec (typed: 2 weeks; refresh records it); no reply to your message of 12 Nov yet.",
        )
    ]
    assert sheet_of(log, HISTORY_SHEET).rows[2][6] == dt.date(2026, 12, 15)


def sort_rows(page: Any, columns: int) -> None:  # noqa: ANN401 - openpyxl has no types
    """Sort the rows from Z to A by the names; only so many columns, as a filter that ends there does."""
    rows = sorted(
        ([cell.value for cell in row[:columns]] for row in page.iter_rows(min_row=2)),
        key=lambda row: str(row[0]),
    )
    for number, values in enumerate(reversed(rows), start=2):
        for at, value in enumerate(values, start=1):
            page.cell(number, at).value = value


def test_a_log_that_was_sorted_keeps_each_word_with_its_person(log: Path) -> None:
    type_word(log, "Ana Silva", "close")
    change(log, lambda page: sort_rows(page, page.max_column))
    refresh(log)

    assert [line[1:3] for line in history(log)] == [("Ana Silva", "closed")]
    assert words(log) == {}


def test_where_the_users_columns_were_sorted_alone_nothing_is_taken(log: Path) -> None:
    type_word(log, "Ana Silva", "close")
    change(log, lambda page: sort_rows(page, 4))
    refresh(log)
    refresh(log)

    assert history(log) == []
    assert words(log) == {"Cleo Roux": "close"}
    assert codes(log) == ["columns-left-behind"]
    assert set(statuses(log).values()) == {"Reminder due"}


@pytest.mark.parametrize(("word", "who"), [("Cleo: close", "Cleo Roux"), ("close!", "Cleo Roux")])
def test_a_word_that_was_left_is_taken_when_it_changes(log: Path, word: str, who: str) -> None:
    type_word(log, "Ana Silva", "close")
    change(log, lambda page: sort_rows(page, 4))
    refresh(log)
    type_word(log, who, word)
    refresh(log)

    assert [line[1:3] for line in history(log)] == [(who, "closed")]


@pytest.mark.parametrize("area", ["A1:C4", "A1:D3", "B1:D4", "A1:D5"])
def test_a_filter_that_ends_before_our_columns_is_named_when_they_are_added(
    area: str, tmp_path: Path
) -> None:
    log = a_log(tmp_path, ROWS)
    change(log, lambda page: setattr(page.auto_filter, "ref", area))

    assert "filter ends before netsheet's columns" in refresh(log).stdout
    assert "filter ends before" not in refresh(log).stdout


def test_a_row_that_was_copied_to_make_another_person_takes_no_word(log: Path) -> None:
    def copy_row(page: Any) -> None:  # noqa: ANN401 - openpyxl has no types
        values = [cell.value for cell in page[2]]
        values[0], values[column(page, "Netsheet done") - 1] = "Dora Lind", "close"
        page.append(values)

    change(log, copy_row)
    refresh(log)

    assert history(log) == []
    assert words(log) == {"Dora Lind": "close"}


def test_a_word_in_a_new_row_is_taken(log: Path) -> None:
    def new_row(page: Any) -> None:  # noqa: ANN401 - openpyxl has no types
        page.append(["Dora Lind", "Delta"])
        page.cell(page.max_row, column(page, "Netsheet done")).value = "they replied 26 Nov"

    change(log, new_row)
    refresh(log)

    assert [line[1:3] for line in history(log)] == [("Dora Lind", "replied")]


def test_a_tick_and_a_day_typed_over_are_one_message(log: Path) -> None:
    type_word(log, "Ana Silva", "x")
    put(log, "Ana Silva", "Date contacted", dt.date(2026, 11, 27))
    outcome = refresh(log)

    assert [(line[0], line[2]) for line in history(log)] == [(dt.date(2026, 11, 12), "wrote")]
    assert "Kept the earlier date 12 Nov of Ana Silva in Netsheet History." in " ".join(
        outcome.stdout.split()
    )
    assert sheet_of(log, "Log").rows[1][-1] == 2


@pytest.mark.parametrize(
    ("new_day", "kept"),
    [
        (dt.date(2026, 11, 26), [dt.date(2026, 11, 12)]),
        (dt.date(2025, 11, 12), []),  # the year was a slip
        (dt.date(2026, 11, 10), []),  # an earlier day is a correction
        (None, []),
    ],
)
def test_a_day_that_was_typed_over_is_kept(log: Path, new_day: dt.date | None, kept: list[dt.date]) -> None:
    put(log, "Ana Silva", "Date contacted", new_day)
    refresh(log)

    assert [line[0] for line in history(log)] == kept


def test_two_computers_that_record_the_same_word_count_it_once(log: Path, tmp_path: Path) -> None:
    type_word(log, "Ana Silva", "done")
    other = Path(shutil.copy(log, tmp_path / "copy.xlsx"))
    refresh(log)
    refresh(other)
    (line,) = list(sheet_of(other, HISTORY_SHEET).rows[2:])
    alone = statuses(log), sheet_of(log, "Log").rows
    change(log, lambda page: page.append(line), HISTORY_SHEET)
    refresh(log)

    assert len(history(log)) == 2
    assert (statuses(log), sheet_of(log, "Log").rows) == alone


def test_a_first_refresh_of_an_old_log_records_nothing(tmp_path: Path) -> None:
    log = a_log(
        tmp_path,
        [("Ana Silva", "Acme", dt.date(2025, 3, 3), "yes"), ("Ben Koch", "Beta", None, dt.date(2025, 4, 1))],
    )
    refresh(log)

    assert history(log) == []


CHANGES: dict[str, Callable[[Any], object]] = {
    "inserted rows": lambda page: page.insert_rows(1, 3),
    "an inserted column": lambda page: page.insert_cols(2),
    "another name of the sheet": lambda page: setattr(page, "title", "My network"),
    "a sort of everything": lambda page: sort_rows(page, page.max_column),
}


@pytest.mark.parametrize("what", CHANGES)
def test_the_history_and_the_memory_survive(log: Path, what: str) -> None:
    type_word(log, "Ana Silva", "done")
    refresh(log)
    put(log, "Ben Koch", "Netsheet done", "close")
    before = statuses(log)
    change(log, CHANGES[what])
    refresh(log)

    assert before["Ben Koch"] == "Closed"
    assert statuses(log) == before
    assert [line[1:3] for line in history(log)] == [("Ana Silva", "wrote"), ("Ben Koch", "closed")]


def delete(log: Path, sheet: str) -> None:
    workbook = opened(log.read_bytes())
    del workbook[sheet]
    workbook.save(log)


def test_a_word_typed_after_the_memory_was_deleted_is_taken(log: Path) -> None:
    delete(log, MEMORY_SHEET)
    type_word(log, "Ana Silva", "done")

    assert codes(log) == []
    outcome = refresh(log)
    assert "Not recorded" not in outcome.stdout
    assert [line[1:] for line in history(log)] == [("Ana Silva", "wrote", "reminder 2026-11-19")]
    assert words(log) == {}


@pytest.mark.parametrize("word", ["skip", "cv pending", "done tomorrow", "30 Feb"])
def test_a_refresh_names_each_word_that_it_did_not_record(log: Path, word: str) -> None:
    type_word(log, "Ben Koch", word)
    written = " ".join(refresh(log).stdout.split())
    unchanged = " ".join(refresh(log).stdout.split())
    kept = " ".join(refresh(log).stdout.split())

    said = f"Not recorded: Ben Koch (cell I3: “{word}”). 1 cell to fix. See: netsheet check"
    assert said in written
    assert said in unchanged
    assert said in kept or "1 word under Netsheet done was not recorded. 1 cell to fix." in kept
    assert words(log) == {"Ben Koch": word}


def test_a_refresh_names_the_words_that_were_left_beside_the_columns_of_others(log: Path) -> None:
    type_word(log, "Ana Silva", "close")
    change(log, lambda page: sort_rows(page, 4))

    assert "Not recorded: Cleo Roux (cell I" in refresh(log).stdout


def test_a_refresh_names_five_words_at_most_and_counts_the_others(tmp_path: Path) -> None:
    log = a_log(tmp_path, [(f"Person {n}", "Acme", dt.date(2026, 11, 12), None) for n in range(8)])
    refresh(log, FIRST)
    for n in range(7):
        type_word(log, f"Person {n}", "skip")
    said = " ".join(refresh(log).stdout.split())

    assert said.count("“skip”") == 5
    assert ", and 2 more. 7 cells to fix." in said


def test_without_its_memory_the_next_refresh_is_a_first_one(log: Path) -> None:
    type_word(log, "Ana Silva", "done")
    refresh(log)
    workbook = opened(log.read_bytes())
    del workbook[MEMORY_SHEET]
    workbook.save(log)
    put(log, "Ben Koch", "Date contacted", dt.date(2026, 11, 27))
    refresh(log)

    assert [line[1:3] for line in history(log)] == [("Ana Silva", "wrote")]
    assert statuses(log)["Ana Silva"] == "Waiting"


def test_a_copy_on_another_machine_goes_on_as_here(
    log: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_word(log, "Ana Silva", "done")
    refresh(log)
    put(log, "Ben Koch", "Response", "yes")
    (tmp_path / "there").mkdir()
    there = Path(shutil.copy(log, tmp_path / "there" / log.name))
    refresh(log)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "state"))
    refresh(there)

    assert there.read_bytes() == log.read_bytes()


@pytest.mark.libreoffice
def test_a_resave_by_libreoffice_changes_nothing_that_was_recorded(log: Path) -> None:
    require_libreoffice()
    type_word(log, "Ana Silva", "done")
    refresh(log)
    before = statuses(log), history(log)
    (data,) = resaved_by_libreoffice([log.read_bytes()])
    assert data is not None
    log.write_bytes(data)
    refresh(log)
    assert (statuses(log), history(log)) == before

    type_word(log, "Ben Koch", "close")
    refresh(log)
    assert [line[1:3] for line in history(log)] == [("Ana Silva", "wrote"), ("Ben Koch", "closed")]


def test_a_new_reply_is_owed_whatever_was_there_before(tmp_path: Path) -> None:
    log = a_log(tmp_path, ROWS)
    put(log, "Ana Silva", "Response", None)
    refresh(log, FIRST)
    type_word(log, "Ana Silva", "1 Dec")
    refresh(log, FIRST)
    put(log, "Ana Silva", "Response", dt.date(2026, 11, 26))
    refresh(log)

    assert [line[1:3] for line in history(log)] == [("Ana Silva", "snoozed"), ("Ana Silva", "replied")]
    assert statuses(log)["Ana Silva"] == "Reply owed"


def test_a_yes_that_appears_is_a_reply_between_the_last_refresh_and_today(log: Path) -> None:
    put(log, "Ana Silva", "Response", "yes")
    refresh(log, "2026-12-03")
    data = log.read_bytes()

    assert [(line[0], line[2]) for line in history(log)] == [(dt.date(2026, 12, 3), "replied")]
    assert statuses(log, dt.date(2026, 12, 4))["Ana Silva"] == "Reply owed"
    refresh(log, "2026-12-03")
    assert log.read_bytes() == data
    put(log, "Ana Silva", "Response", dt.date(2026, 11, 30))
    refresh(log, "2026-12-04")
    assert sheet_of(log, "Log").rows[1][-1] == 2  # the message and one reply


def test_the_users_own_drop_downs_stay_as_they_are(tmp_path: Path) -> None:
    log = a_log(tmp_path, ROWS)

    def restrict(page: Any) -> None:  # noqa: ANN401 - openpyxl has no types
        own = openpyxl.worksheet.datavalidation.DataValidation(type="list", formula1='"yes,no"')
        own.add("D2:D9")
        page.add_data_validation(own)

    change(log, restrict)
    refresh(log)

    found = opened(log.read_bytes())["Log"].data_validations.dataValidation
    assert [(str(each.sqref), each.formula1, each.showErrorMessage) for each in found] == [
        ("D2:D9", '"yes,no"', False),
        (
            "I2:I1048576",
            '"Done,They replied,We talked,Tomorrow,2 weeks,3 months,They said not now,Close"',
            False,
        ),
    ]
    page = opened(log.read_bytes())["Log"]
    assert [page.cell(row, 9).number_format for row in (2, 3, 4)] == ["@"] * 3


def test_the_memory_holds_no_notes_and_nothing_of_unused_columns(tmp_path: Path) -> None:
    log = a_log(tmp_path, ROWS)

    def more(page: Any) -> None:  # noqa: ANN401 - openpyxl has no types
        for at, (heading, value) in enumerate((("Notes", "a secret note"), ("Shoe size", "sz-47")), start=5):
            page.cell(1, at).value, page.cell(2, at).value = heading, value

    change(log, more)
    refresh(log)

    texts = str(sheet_of(log, MEMORY_SHEET).rows)
    assert "Ana Silva @ Acme" in texts
    assert "secret" not in texts
    assert "sz-47" not in texts


@pytest.mark.slow
@pytest.mark.parametrize("sample", ["plain-log.xlsx", "two-sheets.xlsx", "rich.xlsx"])
def test_done_in_every_row_that_shows_a_step_ends_each_of_them(sample: str, tmp_path: Path) -> None:
    log = copy_of_sample(sample, tmp_path)
    run("refresh", log)
    before = due_now(log)
    name = run("check", log, "--json").document["sheet"]

    def tick_all(page: Any) -> None:  # noqa: ANN401 - openpyxl has no types
        header = next(row for row in page.iter_rows() if any(cell.value == "Netsheet done" for cell in row))
        places = {cell.value: cell.column for cell in header if cell.value}
        for row in range(header[0].row + 1, page.max_row + 1):
            if page.cell(row, places["Netsheet next step"]).value:
                page.cell(row, places["Netsheet done"]).value = "done"

    change(log, tick_all, name)
    shown = due_now(log)
    run("refresh", log)
    data = log.read_bytes()

    assert before & due_now(log) == set()
    assert shown == due_now(log)
    run("refresh", log)
    assert log.read_bytes() == data


def due_now(log: Path) -> set[tuple[str, ...]]:
    """Return person, action and day of what a row shows as due."""
    items = run("due", log, "--json").document["items"]
    standings = {
        each.person.name: each.next_step for each in open_log(log, today=dt.date(2026, 3, 16)).standings
    }
    return {
        (item["person"], item["action"], item["due"] or "")
        for item in items
        if item["group"] == "now" and standings.get(item["person"], "").startswith(item["next_step"][:10])
    }
