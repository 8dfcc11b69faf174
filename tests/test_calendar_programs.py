"""Real programs read the calendar as it is meant, and the next file updates, moves or cancels what they have."""

from __future__ import annotations

import datetime as dt
import hashlib
import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netsheet.core.calendar import calendar_of
from netsheet.core.calendar_export.blocks import Block, block_entries
from netsheet.core.calendar_export.calendar_entries import CalendarEntry, FiledEntry
from netsheet.core.calendar_export.changes import file_entries
from netsheet.core.calendar_export.people_entries import birthdays, meetings
from netsheet.core.calendar_export.reminders_ahead import due_today, reminders
from netsheet.core.calendar_export.words import EntryWords
from netsheet.core.followups.due import select_due
from netsheet.core.followups.rules import compute_standings
from netsheet.core.model import Person, Settings
from netsheet.pipeline.calendar_file import calendar_path
from netsheet.render.ics import read_filed_entries, render_calendar
from tests import calendar_programs
from tests.calendar_programs import (
    Khal,
    calendar_server,
    need_programs,
    programs_are_there,
    read_with_javascript,
    tasks_in,
)
from tests.command_line import copy_of_sample, run
from tests.engine.generated import Generated, logs
from tests.test_calendar_file import BLOCKS, SAMPLES, a_log
from tests.test_followup_laws import BREAKS, TODAY, people

NEXT_DAYS = ("2026-03-16", "2026-03-17", "2026-03-23")
NAMES = st.text(max_size=40).map(lambda text: text or "Ana")
WORDS = st.builds(EntryWords, is_private=st.booleans())
ZONES = st.sampled_from(["", "Europe/Lisbon", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"])
TIMES = st.times().map(lambda time: time.replace(second=0, microsecond=0, fold=0))


@st.composite
def named_people(draw: st.DrawFn) -> list[Person]:
    """A log as the rules see it, with any texts and with meetings that have a time."""
    count = draw(st.sampled_from([3, 7, 1, 0]))
    return [
        replace(
            draw(people(f"P{number}")),
            name=draw(NAMES),
            company=draw(NAMES),
            email=draw(st.sampled_from(["", "ana@example.com"])),
            meeting_times=(dt.datetime.combine(TODAY, draw(TIMES)),),
        )
        for number in range(count)
    ]


def entries_of(
    log: Sequence[Person], *, today: dt.date, zone: str, words: EntryWords, is_todo: bool
) -> list[CalendarEntry]:
    """Build a calendar from people."""
    chosen = replace(Settings(), time_zone=zone)
    calendar = calendar_of(chosen, BREAKS)
    standings = compute_standings(log, today=today, settings=chosen, calendar=calendar)
    items = select_due(standings, today=today, settings=chosen, calendar=calendar, within=90)
    until = today + dt.timedelta(90)
    block = Block(weekdays=(1, 3), at=dt.time(8, 30), minutes=20)
    return [
        *reminders(items, today=today, until=until, a_day=10, words=words, is_todo=is_todo),
        *meetings(standings, today=today, until=until, settings=chosen, words=words),
        *birthdays(standings, words=words),
        *block_entries(
            [block], [], due_today(items, a_day=10), today=today, calendar=calendar, zone=zone, words=words
        ),
    ]


def check_file(data: bytes, filed: Sequence[FiledEntry]) -> None:
    """Check that a file parses without errors, is folded rightly, and gives back each entry as it was."""
    calendar = icalendar.Calendar.from_ical(data)
    assert [component.errors for component in calendar.walk() if component.errors] == []
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(set(line) & {10, 13} == set() and line.decode("utf-8") is not None for line in lines)
    assert {each.uid: each for each in read_filed_entries(data)} == {each.uid: each for each in filed}
    assert len({each.uid for each in filed}) == len(filed)


def check_with_javascript(folder: Path) -> None:
    """Check that ical.js and node-ical find in each file what icalendar finds."""
    files = sorted(folder.glob("*.ics"))
    for file, read in zip(files, read_with_javascript(files), strict=True):
        filed = read_filed_entries(file.read_bytes())
        expected = sorted((each.uid, each.entry.summary, each.sequence) for each in filed)
        assert sorted((each["uid"], each["summary"], each["sequence"]) for each in read["icalJs"]) == expected
        found = [(each["uid"], each["summary"]) for each in read["nodeIcal"]]
        assert sorted(found) == [(uid, summary) for uid, summary, _ in expected]


def test_where_they_must_be_there_missing_programs_fail_a_test(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calendar_programs, "HOME", tmp_path)
    monkeypatch.setenv("NETSHEET_REQUIRE_CALENDAR", "1")

    with pytest.raises(pytest.fail.Exception, match="make "):
        need_programs()


def test_200_generated_logs_are_calendars_that_every_reader_understands(tmp_path: Path) -> None:
    number = itertools.count()

    @settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
    @given(named_people(), named_people(), ZONES, WORDS, st.booleans())
    def write(log: list[Person], later: list[Person], zone: str, words: EntryWords, is_todo: bool) -> None:  # noqa: FBT001
        first = file_entries(
            entries_of(log, today=TODAY, zone=zone, words=words, is_todo=is_todo), [], today=TODAY
        )
        check_file(render_calendar(first), first)
        day = TODAY + dt.timedelta(7)
        wanted = entries_of(later, today=day, zone=zone, words=words, is_todo=is_todo)
        second = file_entries(wanted, first, today=day)
        data = render_calendar(second)
        check_file(data, second)
        assert file_entries(wanted, read_filed_entries(data), today=day) == second
        tmp_path.joinpath(f"{next(number):03}.ics").write_bytes(data)

    write()
    assert next(number) >= 200
    if programs_are_there():
        check_with_javascript(tmp_path)


@settings(max_examples=40, deadline=None)
@given(named_people(), st.data())
def test_private_words_name_nobody(log: list[Person], data: st.DataObject) -> None:
    words = st.text("abcdeéñ ", min_size=8, max_size=20).filter(
        lambda text: len(text.split()) < len(text) / 4
    )
    named = [replace(person, name=data.draw(words), company=data.draw(words)) for person in log]
    found = entries_of(named, today=TODAY, zone="", words=EntryWords(is_private=True), is_todo=False)

    said = " ".join(f"{entry.summary} {entry.description}" for entry in found).casefold()
    theirs = {word for person in named for text in (person.name, person.company) for word in text.split()}
    assert [word for word in theirs if len(word) >= 4 and word in said] == []
    assert "example" not in said


def test_workbooks_however_they_are_spelled_and_the_samples_are_too(tmp_path: Path) -> None:
    written = tmp_path / "written"
    written.mkdir()

    @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
    @given(logs())
    def write(generated: Generated) -> None:
        log = tmp_path / "log.xlsx"
        log.write_bytes(generated.data)
        out = written / f"{hashlib.sha256(generated.data).hexdigest()}.ics"
        assert run("calendar", log, "--out", out, *BLOCKS).exit_code == 0
        check_file(out.read_bytes(), read_filed_entries(out.read_bytes()))

    write()
    for name in SAMPLES:
        for options in ((), ("--private",), ("--todo",)):
            out = written / f"{name}{''.join(options)}.ics"
            run("calendar", copy_of_sample(name, tmp_path), "--out", out, *BLOCKS, *options)
    if programs_are_there():
        check_with_javascript(written)


@pytest.mark.parametrize("zone", ["Europe/Lisbon", "America/New_York", "Australia/Lord_Howe"])
def test_a_block_is_at_half_past_eight_all_year_for_each_reader(zone: str, tmp_path: Path) -> None:
    need_programs()
    breaks = [("2026-03-30", "2026-04-10", "")]
    log = a_log(tmp_path, [("Ana Silva", "", "", "2026-03-02", "", "29 Feb")], [("Time zone", zone)], breaks)
    run("calendar", log, *BLOCKS)

    (read,) = read_with_javascript([calendar_path(log)])
    blocks = next(each for each in read["icalJs"] if each["summary"].startswith("Networking"))
    birthday = next(each for each in read["icalJs"] if each["summary"].startswith("Birthday"))
    block = next(each for each in read["nodeIcal"] if each["summary"].startswith("Networking"))

    assert len(blocks["days"]) > 30
    for local, moment in blocks["days"]:
        assert local.endswith("T08:30:00")
        there = dt.datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone))
        assert dt.datetime.fromisoformat(moment) == there
    days = [local[:10] for local, _ in blocks["days"]]
    assert days[:6] == [
        "2026-03-17",
        "2026-03-19",
        "2026-03-24",
        "2026-03-26",
        "2026-04-14",
        "2026-04-16",
    ]
    assert dt.datetime.fromisoformat(block["start"]) == dt.datetime(2026, 3, 17, 8, 30, tzinfo=ZoneInfo(zone))
    assert {day[4:10] for day, _ in birthday["days"]} == {"-02-28", "-02-29"}
    assert len({day[:4] for day, _ in birthday["days"]}) == len(birthday["days"])
    khal = Khal(tmp_path, zone)
    khal.take_in(calendar_path(log))
    assert khal.shown("2027-02-20", "2027-03-01") == [
        ("2027-02-23 08:30", "Networking, 20 minutes", False),
        ("2027-02-25 08:30", "Networking, 20 minutes", False),
        ("2027-02-28", "Birthday: Ana Silva", False),
    ]


def a_week_of_one_log(folder: Path, day: str) -> Path:
    """Write the log as it is on a day: first Ana's meeting is moved and Ben is written to, then Cleo is closed."""
    is_first = day == NEXT_DAYS[0]
    ana = dt.datetime(2026, 3, 26 if is_first else 27, 14, 30)
    rows: list[tuple[object, ...]] = [
        ("Ana Silva", "Acme", "ana@example.com", "2026-03-02", ana),
        ("Ben Koch", "Beta", "ben@example.com", "2026-03-09"),
        ("Dev Rao", "Delta", "dev@example.com", "2026-03-02", "", "30 March"),
    ]
    if day != NEXT_DAYS[-1]:
        rows.append(("Cleo Roux", "Gamma", "cleo@example.com", "2026-03-02"))
    if not is_first:
        rows.append(("Ben Koch", "Beta", "ben@example.com", "2026-03-16"))
    return a_log(folder, rows, [("Time zone", "Europe/Lisbon")])


def expected_of(data: bytes) -> list[tuple[str, bool]]:
    """Return each entry of a file once: its summary, and whether it is cancelled."""
    return sorted((each.entry.summary, each.is_cancelled) for each in read_filed_entries(data))


def test_khal_shows_each_thing_once_after_the_files_of_three_days(tmp_path: Path) -> None:
    need_programs()
    khal = Khal(tmp_path)
    data = b""
    for day in NEXT_DAYS:
        log = a_week_of_one_log(tmp_path, day)
        run("calendar", log, today=day)
        khal.take_in(calendar_path(log))
        data = calendar_path(log).read_bytes()

        shown = khal.shown("2026-03-16", "2026-06-30")
        filed = {each.entry.summary: each for each in read_filed_entries(data)}
        assert sorted((title, is_cancelled) for _, title, is_cancelled in shown) == expected_of(data)
        for when, title, _ in shown:
            entry = filed[title].entry
            on = entry.on.replace(year=2026) if entry.is_yearly else entry.on
            time = "" if entry.at is None else entry.at.isoformat("minutes")
            assert when == f"{on} {time}".strip()

    assert ("Meeting: Ana Silva", False) in expected_of(data)
    assert khal.shown("2026-03-27", "2026-03-27") == [("2026-03-27 14:30", "Meeting: Ana Silva", False)]
    assert any(is_cancelled for _, is_cancelled in expected_of(data))


@pytest.mark.parametrize("sample", ["two-sheets.xlsx", "rich.xlsx"])
def test_khal_shows_each_thing_of_a_sample_once_after_three_days(sample: str, tmp_path: Path) -> None:
    need_programs()
    khal, log = Khal(tmp_path), copy_of_sample(sample, tmp_path)
    for day in NEXT_DAYS:
        run("calendar", log, today=day)
        khal.take_in(calendar_path(log))
    filed = read_filed_entries(calendar_path(log).read_bytes())

    shown = khal.shown("2026-03-16", "2027-03-15")

    assert Counter((title, is_cancelled) for _, title, is_cancelled in shown) == Counter(
        (each.entry.summary, each.is_cancelled) for each in filed
    )


def test_a_server_has_each_thing_once_after_the_folders_of_three_days(tmp_path: Path) -> None:
    need_programs()
    vdirs = tmp_path / "vdirs"
    folder = vdirs / "networking"
    folder.mkdir(parents=True)
    with calendar_server(tmp_path, vdirs) as server:
        for day in NEXT_DAYS:
            outcome = run("calendar", a_week_of_one_log(tmp_path, day), "--vdir", folder, today=day)
            assert outcome.exit_code == 0
            server.synchronise()

            ours = [read_filed_entries(path.read_bytes())[0] for path in folder.iterdir()]
            theirs = [filed for data in server.held() for filed in read_filed_entries(data)]
            assert {each.uid: each for each in theirs} == {each.uid: each for each in ours}
            assert len(theirs) == len(ours)
    moved = next(each for each in theirs if each.entry.category == "Meeting")
    assert (moved.entry.on, moved.sequence) == (dt.date(2026, 3, 27), 1)
    assert any(each.is_cancelled for each in theirs)


def test_todoman_has_each_open_task_once(tmp_path: Path) -> None:
    need_programs()
    vdirs = tmp_path / "vdirs"
    for day in NEXT_DAYS:
        run("calendar", a_week_of_one_log(tmp_path, day), "--todo", "--vdir", vdirs / "networking", today=day)
    filed = [read_filed_entries(path.read_bytes())[0] for path in (vdirs / "networking").iterdir()]

    tasks = tasks_in(vdirs / "*", tmp_path)

    open_ones = [each.entry.summary for each in filed if each.entry.is_todo and not each.is_cancelled]
    assert tasks == sorted(open_ones)
    assert len(tasks) > 1
