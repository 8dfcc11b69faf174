"""What ``due`` lists can be ended with the command that it gives: on the samples, and on logs made at random."""

from __future__ import annotations

import datetime as dt
import shlex
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from netsheet.core.calendar import calendar_of
from netsheet.core.followups.due import DueItem
from netsheet.core.grid import Sheet, Snapshot
from netsheet.core.model import Log, Person, Settings, SheetReading
from netsheet.core.recording.log_history import RecordedLog
from netsheet.core.recording.person_memory import CellsOfPeople
from netsheet.files.read import SourceFile
from netsheet.pipeline.due import list_due
from netsheet.pipeline.entries import OptionTexts, Typed, enter_done
from netsheet.pipeline.opened import OpenedLog
from tests.command_line import copy_of_sample, run
from tests.test_followup_laws import BREAKS, TODAY, people


def due_items(log: Path, today: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = run("due", log, "--json", today=today).document["items"]
    return items


def due_now_in(log: Path, today: str) -> set[tuple[str, ...]]:
    """What is due on that day, also the decisions that come up on another one."""
    return {
        (
            item["person"] or item["event"],
            item["email"] or "",
            item["company"] or "",
            item["action"],
            item["due"] or "",
        )
        for item in due_items(log, today)
        if item["group"] == "now" or item["comes_up"]
    }


def end_all(log: Path, today: str) -> None:
    """Run the command of each item, and check that none of them is due any more on that day."""
    items, due = due_items(log, today), due_now_in(log, today)
    for item in items:
        program, *words = shlex.split(item["done_with"])
        outcome = run(*words, today=today)
        assert program == "netsheet"
        assert outcome.exit_code == 0, outcome.stderr

    assert due & due_now_in(log, today) == set()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("sample", "day"),
    [
        ("plain-log.xlsx", "2026-03-16"),
        ("two-sheets.xlsx", "2026-03-16"),
        ("rich.xlsx", "2026-03-16"),
        ("plain-log.xlsx", "2026-05-04"),
    ],
)
def test_the_command_of_each_item_ends_it(sample: str, day: str, tmp_path: Path) -> None:
    end_all(copy_of_sample(sample, tmp_path), day)


HEADINGS = ("Name", "Company", "E-mail", "Date", "Channel", "Response date", "Follow-up", "Status", "Promise")
DAYS = st.dates(TODAY - dt.timedelta(400), TODAY)
ROWS = st.tuples(
    st.sampled_from(["Ana López", "Ana López", "Ben O'Hara", 'Chiara "Kiki" Rossi', "山田 太郎", "$HOME"]),
    st.sampled_from(["Acme", "Birch & Co", ""]),
    st.sampled_from(["", "ana@example.com", "ben@example.com"]),
    st.one_of(st.none(), DAYS, DAYS),
    st.sampled_from(["e-mail", "phone", "LinkedIn", "coffee", ""]),
    st.one_of(st.none(), st.none(), DAYS),
    st.one_of(st.none(), st.none(), st.dates(TODAY - dt.timedelta(60), TODAY + dt.timedelta(20))),
    st.sampled_from(["", "", "", "paused", "closed", "not contacted"]),
    st.sampled_from(["", "", "send the article"]),
)


EVENT_HEADINGS = ("Event", "Date", "Goal", "People to meet", "Went?")
EVENT_ROWS = st.tuples(
    st.sampled_from(["Jobs evening", "Jobs evening", "Fair & more", '"Meetup"', "$HOME"]),
    st.dates(TODAY - dt.timedelta(20), TODAY + dt.timedelta(20)),
    st.sampled_from(["", "", "Two talks"]),
    st.sampled_from(["", "Ana López, Zed"]),
    st.sampled_from(["", "", "yes", "no"]),
)
DATE_HEADINGS = ("Who", "What", "Day", "Lead days")
DATE_ROWS = st.tuples(
    st.sampled_from(["Ana López", "Ben O'Hara"]),
    st.sampled_from(["Anniversary", "First day", "Birthday"]),
    st.dates(TODAY - dt.timedelta(3), TODAY + dt.timedelta(12)),
    st.sampled_from(["", 0, 30]),
)


@pytest.mark.slow
@hypothesis_settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    rows=st.lists(ROWS, min_size=1, max_size=6),
    events=st.lists(EVENT_ROWS, max_size=3),
    dates=st.lists(DATE_ROWS, max_size=3),
)
def test_the_command_of_each_item_ends_it_in_any_log(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[tuple[object, ...]],
    events: list[tuple[object, ...]],
    dates: list[tuple[object, ...]],
) -> None:
    workbook = openpyxl.Workbook()
    for row in (HEADINGS, *rows):
        workbook.worksheets[0].append(row)
    for name, lines in (("Events", (EVENT_HEADINGS, *events)), ("Dates", (DATE_HEADINGS, *dates))):
        sheet = workbook.create_sheet(name)
        for line in lines if len(lines) > 1 else ():
            sheet.append(line)
    log = tmp_path_factory.mktemp("any log") / "my log.xlsx"
    workbook.save(log)

    end_all(log, str(TODAY))


@st.composite
def logs(draw: st.DrawFn) -> tuple[Person, ...]:
    """Draw a log of a few people, each in a row of their own; no two promises are in one cell."""
    drawn = [draw(people(name)) for name in ("Ana", "Ben", "Chiara", "Dev")]
    return tuple(
        replace(
            person,
            promises=tuple(
                replace(promise, place=replace(promise.place, row=20 * row + number))
                for number, promise in enumerate(person.promises)
            ),
        )
        for row, person in enumerate(drawn, start=1)
    )


def opened_log(everybody: tuple[Person, ...]) -> OpenedLog:
    path = Path("log.xlsx")
    log = Log(
        reading=SheetReading(sheet="Log", header_row=1, headings=(), record_rows=(2, 3, 4, 5)),
        people=everybody,
    )
    return OpenedLog(
        source=SourceFile(path=path, real_path=path, data=b"", sha256="", mode=0o600),
        snapshot=Snapshot(kind="xlsx", sheets=()),
        today=TODAY,
        settings=Settings(),
        calendar=calendar_of(Settings(), BREAKS),
        cells=CellsOfPeople(log, {"Log": Sheet(name="Log", rows=[])}),
        recorded=RecordedLog(read=log, log=log),
        other_findings=(),
    )


def due_now(opened: OpenedLog) -> list[DueItem]:
    return [item for item in list_due(opened).items if item.group == "now" or item.comes_up_on]


def key_of(item: DueItem) -> tuple[object, ...]:
    return item.person.key, item.action.kind, item.action.due, item.action.next_step


@hypothesis_settings(max_examples=150, deadline=None)
@given(logs())
def test_after_done_on_every_item_none_of_them_is_due(everybody: tuple[Person, ...]) -> None:
    opened = opened_log(everybody)
    items = due_now(opened)
    for item in items:
        typed = Typed(command="netsheet done", how="netsheet done", words=(item.person.name,))
        opened = opened.plus(enter_done(opened, typed, texts=OptionTexts()).lines)

    assert {key_of(item) for item in items} & {key_of(item) for item in due_now(opened)} == set()
