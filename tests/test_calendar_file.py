"""``netsheet calendar``: the bytes of the file, what it replaces, and what it never shows."""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import openpyxl
import pytest

from netsheet.core.calendar_export.calendar_entries import CATEGORIES, CalendarEntry, FiledEntry
from netsheet.core.followups.actions import ACTIONS
from netsheet.pipeline.calendar_file import calendar_path
from netsheet.render.ics import read_filed_entries, render_calendar
from tests.command_line import TODAY, copy_of_sample, run
from tests.engine import oracles

SAMPLES = ("plain-log.xlsx", "two-sheets.xlsx", "rich.xlsx", "messy-log.csv")
BLOCKS = ("--blocks", "Tue,Thu 08:30 20m")
HEADINGS = ("Name", "Company", "Email", "Date sent", "Meeting date", "Birthday", "Notes")
DAY = dt.date.fromisoformat(TODAY)


def a_log(
    folder: Path,
    rows: Sequence[Sequence[object]],
    settings: Sequence[Sequence[object]] = (),
    breaks: Sequence[Sequence[object]] = (),
) -> Path:
    """Write a log with a settings sheet and breaks."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (HEADINGS, *rows):
        sheet.append([*row, *[None] * (len(HEADINGS) - len(row))])
    for name, headings, lines in (
        ("Netsheet Settings", ("Setting", "Value"), settings),
        ("Breaks", ("From", "To", "Note"), breaks),
    ):
        page = book.create_sheet(name)
        for line in (headings, *lines):
            page.append([*line])
    log = folder / "log.xlsx"
    book.save(log)
    return log


def calendar_of(log: Path, *options: object, today: str = TODAY) -> bytes:
    outcome = run("calendar", log, *options, today=today)
    assert outcome.exit_code == 0, outcome.stderr
    return calendar_path(log).read_bytes()


def parsed(data: bytes) -> Any:  # noqa: ANN401
    return icalendar.Calendar.from_ical(data)


def events(data: bytes) -> list[Any]:
    return list(parsed(data).walk("VEVENT"))


def event(data: bytes, summary: str, *, whole: bool = False) -> Any:  # noqa: ANN401
    titles = [(str(each["SUMMARY"]), each) for each in events(data)]
    (found,) = [
        each for title, each in titles if title == summary or (not whole and title.startswith(summary))
    ]
    return found


def days_of(
    component: Any,  # noqa: ANN401
    name: str,
) -> list[dt.datetime]:
    return [each.dt for each in component[name].dts]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_line_ends_with_crlf_and_takes_75_octets_at_most(name: str, tmp_path: Path) -> None:
    data = calendar_of(copy_of_sample(name, tmp_path), *BLOCKS)

    lines = data.split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= 75 for line in lines)
    assert not any(set(line) & {10, 13} for line in lines)
    assert all(line.decode("utf-8") for line in lines), "a character is cut"


@pytest.mark.parametrize("options", [(), BLOCKS, ("--private",), ("--todo",)], ids=str)
@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_log_and_day_give_the_same_bytes_and_nobody_is_invited(
    name: str, options: tuple[str, ...], tmp_path: Path
) -> None:
    log = copy_of_sample(name, tmp_path)
    first = calendar_of(log, *options)
    written_at = calendar_path(log).stat().st_mtime_ns

    again = calendar_of(log, *options)
    there = run("calendar", log, *options, "--out", tmp_path / "other.ics")

    assert again == first == (tmp_path / "other.ics").read_bytes()
    assert calendar_path(log).stat().st_mtime_ns == written_at
    assert there.exit_code == 0
    assert not re.search(rb"^(METHOD|ORGANIZER|ATTENDEE)", first, re.MULTILINE)
    assert all(component.errors == [] for component in parsed(first).walk())


def test_the_calendar_says_how_often_it_is_read_anew() -> None:
    head = render_calendar([]).decode().splitlines()

    assert {"REFRESH-INTERVAL;VALUE=DURATION:PT12H", "X-PUBLISHED-TTL:PT12H"} <= set(head)


def test_what_is_written_is_read_back_as_it_was() -> None:
    entries = [
        CalendarEntry(thing="a", category="Reminder", on=DAY, summary="a; b, c\\n", description="x\ny"),
        CalendarEntry(thing="b", category="Reminder", on=DAY, summary="b", alarms=(540,), is_todo=True),
        CalendarEntry(thing="c", category="Birthday", on=dt.date(2000, 2, 29), summary="c", is_yearly=True),
        CalendarEntry(thing="d", category="Meeting", on=DAY, at=dt.time(9, 5), minutes=60, summary="d", alarms=(-30,)),
        CalendarEntry(
            thing="e", category="Routine", on=DAY, at=dt.time(9), minutes=20, zone="Europe/Lisbon", summary="e",
            alarms=(0,), weekdays=(1, 3), days_off=(dt.date(2026, 3, 31), dt.date(2026, 4, 2)),
        ),
        CalendarEntry(thing="f", category="Meeting", on=DAY, at=dt.time(9), minutes=60, zone="UTC", summary="f"),
    ]  # fmt: skip
    filed = tuple(
        FiledEntry(entry=entry, number=number, sequence=number, changed_on=DAY, is_cancelled=number == 3)
        for number, entry in enumerate(entries)
    )

    read = read_filed_entries(render_calendar(filed))

    assert sorted(read, key=lambda each: each.number) == list(filed)


def test_an_entry_that_netsheet_cannot_have_written_is_left_out() -> None:
    (filed,) = [
        FiledEntry(entry=CalendarEntry(thing="a", category="Date", on=DAY, summary="a"), changed_on=DAY)
    ]
    data = render_calendar([filed])

    for old, new in (
        (b"UID:a-0@netsheet", b"UID:other"),
        (b"DTSTART;", b"X-START;"),
        (b"CATEGORIES:Date", b"CATEGORIES:x"),
    ):
        assert old in data
        assert read_filed_entries(data.replace(old, new)) == ()


A_BLOCK = CalendarEntry(
    thing="a", category="Routine", on=DAY, at=dt.time(9), minutes=20, summary="a", alarms=(0,), weekdays=(0,),
    days_off=(dt.date(2026, 3, 30), dt.date(2026, 4, 6)),
)  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        (b"T090000,20260406T090000", b"T090000\r\nEXDATE:20260406T090000", {}),
        (b"DTEND:20260316T092000", b"DURATION:PT20M", {}),
        (b"TRIGGER:P0D", b"TRIGGER;VALUE=DATE-TIME:20260316T080000Z", {"alarms": ()}),
        (b"RRULE:FREQ=WEEKLY;BYDAY=MO", b"RRULE:FREQ=WEEKLY;BYDAY=MO\r\nRRULE:FREQ=YEARLY", {}),
        (b"CATEGORIES:Routine", b"CATEGORIES:Work\r\nCATEGORIES:Routine", {}),
    ],
    ids=["EXDATE twice", "DURATION", "absolute TRIGGER", "RRULE twice", "CATEGORIES twice"],
)
def test_an_entry_that_another_program_wrote_anew_is_read(
    old: bytes, new: bytes, changed: dict[str, Any]
) -> None:
    data = render_calendar([FiledEntry(entry=A_BLOCK, changed_on=DAY)])
    assert old in data

    (read,) = read_filed_entries(data.replace(old, new))

    assert read.entry == replace(A_BLOCK, **changed)


@pytest.mark.parametrize(
    "value",
    [b"", b"x", b"20260316", b"20260316T090000Z", b"-P1D", b"FREQ=DAILY;BYDAY=2MO", b"20260316T090000Z/PT1H"],
)
def test_an_entry_with_any_line_changed_missing_or_twice_is_read_or_left_out_or_damaged(value: bytes) -> None:
    data = render_calendar([FiledEntry(entry=A_BLOCK, changed_on=DAY)])
    lines = [line for line in data.splitlines() if not line.startswith((b"BEGIN", b"END"))]

    for line in lines:
        name = line.partition(b":")[0]
        for new in (b"X-A:1", name + b":" + value, line + b"\r\n" + name + b":" + value):
            with contextlib.suppress(ValueError):  # damaged
                read = read_filed_entries(data.replace(line, new))
                assert len(read) <= 1
                assert render_calendar(read)


def test_an_old_entry_that_cannot_be_deleted_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log, folder = a_log(tmp_path, [MEETING]), tmp_path / "calendar"
    run("calendar", log, "--vdir", folder)
    a_log(tmp_path, [])
    run("calendar", log, "--vdir", folder)
    (path,) = folder.iterdir()

    def refuse(*_: object, **_options: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", refuse)
        outcome = run("calendar", log, "--vdir", folder, today="2026-12-16")

    assert outcome.exit_code == 5
    assert path.name in outcome.stderr


def test_control_characters_of_the_log_do_not_reach_the_calendar(tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    name = "Ana\x1b[2J\x0b Sil\u2028va\u202e"
    log.write_text(f'Name,Company,Email,Date sent\n"{name}","A\x07cme",ana@example.com,2026-03-02\n', "utf-8")

    data = calendar_of(log).decode("utf-8")

    assert "SUMMARY:Ana [2J Sil va: Send a reminder" in data
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202e]", data)


def test_reminders_take_the_whole_day_and_leave_it_free(tmp_path: Path) -> None:
    found = event(calendar_of(a_log(tmp_path, [("Ana Silva", "Acme", "", "2026-03-02")])), "Ana Silva")

    assert found["DTSTART"].dt == DAY
    assert found["DTEND"].dt == DAY + dt.timedelta(1)
    assert found["TRANSP"] == "TRANSPARENT"
    (alarm,) = found.walk("VALARM")
    assert alarm["TRIGGER"].dt == dt.timedelta(hours=9)


def test_tasks_are_written_when_asked_for(tmp_path: Path) -> None:
    data = calendar_of(a_log(tmp_path, [("Ana Silva", "Acme", "", "2026-03-02")]), "--todo")

    (task,) = parsed(data).walk("VTODO")
    assert (task["DUE"].dt, events(data)) == (DAY, [])
    assert b"TRIGGER;RELATED=END:PT9H" in data


MEETING = ("Ana Silva", "Acme", "", "2026-03-02", dt.datetime(2026, 3, 27, 14, 30))


def test_a_meeting_has_the_time_of_its_cell_in_no_zone_unless_the_settings_name_one(tmp_path: Path) -> None:
    floating = event(calendar_of(a_log(tmp_path, [MEETING])), "Meeting")
    zoned = calendar_of(a_log(tmp_path, [MEETING], [("Time zone", "europe/lisbon")]))

    assert floating["DTSTART"].dt == dt.datetime(2026, 3, 27, 14, 30)
    assert event(zoned, "Meeting")["DTSTART"].dt == dt.datetime(
        2026, 3, 27, 14, 30, tzinfo=ZoneInfo("Europe/Lisbon")
    )
    assert b"BEGIN:VTIMEZONE\r\nTZID:Europe/Lisbon" in zoned
    assert b"SEQUENCE:1" in zoned
    assert event(zoned, "Meeting")["TRANSP"] == "OPAQUE"


@pytest.mark.parametrize(
    "zone", ["Europe/Lisbon", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Africa/Casablanca"]
)
def test_a_block_is_at_the_same_time_of_day_in_summer_and_winter(zone: str, tmp_path: Path) -> None:
    data = calendar_of(a_log(tmp_path, [], [("Time zone", zone)]), *BLOCKS)

    found = event(data, "Networking")
    assert found["DTSTART"].dt == dt.datetime(2026, 3, 17, 8, 30, tzinfo=ZoneInfo(zone))
    assert found["RRULE"].to_ical() == b"FREQ=WEEKLY;BYDAY=TU,TH"
    (written,) = parsed(data).timezones
    read = written.to_tz(lookup_tzid=False)
    for month in range(3, 13):
        noon = dt.datetime(2026, month, 17, 12, 0)
        assert noon.replace(tzinfo=read).utcoffset() == noon.replace(tzinfo=ZoneInfo(zone)).utcoffset()


def test_it_looks_as_many_days_ahead_as_asked_for(tmp_path: Path) -> None:
    log = a_log(tmp_path, [MEETING])

    assert not [
        each for each in events(calendar_of(log, "--ahead", "10")) if each["SUMMARY"] == "Meeting: Ana Silva"
    ]
    assert event(calendar_of(log, "--ahead", "11"), "Meeting")["DTSTART"].dt.date() == dt.date(2026, 3, 27)


def test_a_time_zone_that_does_not_exist_is_named(tmp_path: Path) -> None:
    outcome = run("check", a_log(tmp_path, [MEETING], [("Time zone", "Europe/Lisboa")]))

    assert "Time zone" in outcome.stdout
    assert "such as Europe/Lisbon" in outcome.stdout


def test_blocks_do_not_come_in_breaks_and_on_holidays(tmp_path: Path) -> None:
    log = a_log(tmp_path, [], [("Holidays", "2026-04-21, PT")], [("2026-03-30", "2026-04-10", "away")])

    found = event(calendar_of(log, *BLOCKS), "Networking")

    days = [day.date() for day in days_of(found, "EXDATE")]
    assert [day for day in days if day <= dt.date(2026, 6, 30)] == [
        dt.date(2026, 3, 31), dt.date(2026, 4, 2), dt.date(2026, 4, 7), dt.date(2026, 4, 9), dt.date(2026, 4, 21),
        dt.date(2026, 6, 4),  # Corpus Christi
    ]  # fmt: skip
    assert "away" not in calendar_path(log).read_text("utf-8")


def test_what_is_due_in_a_break_comes_after_it(tmp_path: Path) -> None:
    log = a_log(tmp_path, [("Ana Silva", "Acme", "", "2026-03-12")], [], [("2026-03-17", "2026-03-24", "")])

    found = event(calendar_of(log), "Ana Silva")
    assert found["DTSTART"].dt >= dt.date(2026, 3, 25)


def test_blocks_stay_until_others_or_none_are_asked_for(tmp_path: Path) -> None:
    log = a_log(tmp_path, [])
    first = calendar_of(log, *BLOCKS)

    assert calendar_of(log) == first
    moved = event(calendar_of(log, "--blocks", "Fri 16:00 45m"), "Networking")
    gone = event(calendar_of(log, "--blocks", "none"), "Networking")
    assert (moved["UID"], moved["SEQUENCE"]) == (event(first, "Networking")["UID"], 1)
    assert (gone["UID"], gone["SEQUENCE"], gone["STATUS"]) == (moved["UID"], 2, "CANCELLED")


def test_a_birthday_on_29_february_is_on_the_last_day_of_the_month(tmp_path: Path) -> None:
    log = a_log(tmp_path, [("Ana Silva", "Acme", "", "2026-03-02", "", "29 February")])

    found = event(calendar_of(log), "Birthday")
    assert set(found["RRULE"].to_ical().split(b";")) == {b"FREQ=YEARLY", b"BYMONTH=2", b"BYMONTHDAY=-1"}
    assert str(found["SUMMARY"]) == "Birthday: Ana Silva"


def with_sheets(log: Path) -> Path:
    """Add the sheets Events and Dates to a log."""
    book = openpyxl.load_workbook(log)
    page = book.create_sheet("Events")
    for row in (
        ("Event", "Date", "Place", "Goal", "People to meet", "Talking points", "Notes", "Went?"),
        ("Spring meetup", dt.datetime(2026, 3, 26, 18, 30), "Old Mill", "Two new people", "Ana Silva", "Night buses", "", ""),
        ("Job fair", "2026-04-02", "", "", "", "", "", ""),
        ("Summer party", "2026-05-02", "", "", "", "", "", "no"),
        ("Winter fair", "2026-02-02", "", "", "", "", "", "yes"),
    ):  # fmt: skip
        page.append(row)
    page = book.create_sheet("Dates")
    page.append(("Who", "What", "Day", "Lead days"))
    page.append(("Ana Silva", "Wedding anniversary", "29 February", 14))
    page.append(("Ana Silva", "First day at Beta", "2026-04-01"))
    book.save(log)
    return log


def test_events_to_come_are_shown_with_what_was_prepared(tmp_path: Path) -> None:
    data = calendar_of(with_sheets(a_log(tmp_path, [MEETING])))

    meetup, fair = event(data, "Spring meetup", whole=True), event(data, "Job fair", whole=True)
    assert meetup["DTSTART"].dt == dt.datetime(2026, 3, 26, 18, 30)
    assert meetup["LOCATION"] == "Old Mill"
    assert (
        str(meetup["DESCRIPTION"]) == "Goal: Two new people\nTo meet: Ana Silva\nTo talk about: Night buses"
    )
    assert fair["DTSTART"].dt == dt.date(2026, 4, 2)
    assert [alarm["TRIGGER"].dt for alarm in fair.walk("VALARM")] == [
        dt.timedelta(hours=hours) for hours in (-15, 9)
    ]
    assert not {"Summer party", "Winter fair"} & {str(each["SUMMARY"]) for each in events(data)}


def test_an_event_without_a_goal_is_prepared_a_week_ahead_and_what_follows_is_asked_the_day_after(
    tmp_path: Path,
) -> None:
    log = with_sheets(a_log(tmp_path, [MEETING]))

    before = calendar_of(log)
    after = calendar_of(log, today="2026-03-27")

    assert event(before, "Job fair: Prepare")["DTSTART"].dt == dt.date(2026, 3, 26)
    assert event(before, "Job fair: Prepare")["DESCRIPTION"] == "It is on 2 Apr. No goal is noted yet."
    assert event(after, "Job fair: Prepare")["DTSTART"].dt == dt.date(2026, 3, 27)
    assert event(after, "Spring meetup: Did you go?")["DTSTART"].dt == dt.date(2026, 3, 27)


def test_an_event_that_took_place_stays_in_the_file_that_has_it(tmp_path: Path) -> None:
    log = with_sheets(a_log(tmp_path, [MEETING]))
    first = calendar_of(log)

    later = calendar_of(log, today="2026-03-30")

    assert event(later, "Spring meetup", whole=True) == event(first, "Spring meetup", whole=True)


def test_days_of_the_sheet_dates_come_every_year_or_once(tmp_path: Path) -> None:
    data = calendar_of(with_sheets(a_log(tmp_path, [MEETING])))

    yearly, once = event(data, "Wedding anniversary: Ana Silva"), event(data, "First day at Beta: Ana Silva")
    assert b"BYMONTHDAY=-1" in yearly["RRULE"].to_ical()
    assert [alarm["TRIGGER"].dt for alarm in yearly.walk("VALARM")] == [
        dt.timedelta(days=-14, hours=9),
        dt.timedelta(hours=9),
    ]
    assert (once["DTSTART"].dt, once.get("RRULE")) == (dt.date(2026, 4, 1), None)


def test_the_next_file_moves_and_cancels_what_the_last_one_has(tmp_path: Path) -> None:
    log = a_log(tmp_path, [("Ana Silva", "Acme", "", "2026-03-02"), ("Ben Koch", "Beta", "", "2026-03-02")])
    first = calendar_of(log)
    a_log(
        tmp_path,
        [("Ana Silva", "Acme", "", "2026-03-02"), ("Ben Koch", "Beta", "", "2026-03-02", "", "", "")],
    )

    moved = calendar_of(log, today="2026-03-17")
    a_log(tmp_path, [("Ana Silva", "Acme", "", "2026-03-02")])
    outcome = run("calendar", log, "--json", today="2026-03-18").document

    assert {str(each["UID"]) for each in events(first)} == {str(each["UID"]) for each in events(moved)}
    assert [each["DTSTART"].dt.isoformat() for each in events(moved)] == ["2026-03-17"] * 2
    assert {each["SEQUENCE"] for each in events(moved)} == {1}
    changes = {each["summary"].partition(":")[0]: each["change"] for each in outcome["entries"]}
    assert changes == {"Ana Silva": "changed", "Ben Koch": "cancelled"}


def test_only_a_calendar_made_by_netsheet_is_replaced(tmp_path: Path) -> None:
    log = a_log(tmp_path, [MEETING])
    mine = tmp_path / "mine.ics"
    mine.write_bytes(b"BEGIN:VCALENDAR\r\nPRODID:-//Mine//EN\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n")
    before = mine.read_bytes()

    outcome = run("calendar", log, "--out", mine)
    folder = run("calendar", log, "--vdir", tmp_path)
    again = run("calendar", log, "--vdir", tmp_path, today="2026-12-16")

    assert (outcome.exit_code, folder.exit_code, again.exit_code) == (5, 0, 0)
    assert "was not made by netsheet" in outcome.stderr
    assert mine.read_bytes() == before


def test_a_file_that_another_program_wrote_under_the_name_of_an_entry_is_kept(tmp_path: Path) -> None:
    log, folder = a_log(tmp_path, [MEETING]), tmp_path / "calendar"
    run("calendar", log, "--vdir", folder)
    (path,) = folder.iterdir()
    path.write_bytes(path.read_bytes().replace(b"PRODID:-//netsheet//calendar//EN", b"PRODID:-//Other//EN"))
    before = path.read_bytes()

    outcome = run("calendar", log, "--vdir", folder, "--private")

    assert outcome.exit_code == 5
    assert path.read_bytes() == before


def test_a_damaged_calendar_of_netsheet_is_not_replaced(tmp_path: Path) -> None:
    log = a_log(tmp_path, [MEETING])
    data = calendar_of(log)
    calendar_path(log).write_bytes(data[: len(data) // 2])

    outcome = run("calendar", log)

    assert outcome.exit_code == 5
    assert "is damaged" in outcome.stderr


def test_a_folder_has_a_file_for_each_entry_and_loses_what_was_cancelled_long_ago(tmp_path: Path) -> None:
    log = a_log(tmp_path, [("Ana Silva", "Acme", "", "2026-03-02")])
    folder = tmp_path / "calendars" / "networking"

    first = run("calendar", log, "--vdir", folder, *BLOCKS)
    names = sorted(path.name for path in folder.iterdir())
    a_log(tmp_path, [("Ben Koch", "Acme", "", "2026-03-02")])
    run("calendar", log, "--vdir", folder)
    second = sorted(path.name for path in folder.iterdir())
    run("calendar", log, "--vdir", folder, today="2026-07-20")

    assert first.exit_code == 0
    assert (len(names), len(second)) == (2, 3)
    assert set(names) < set(second)
    assert len(set(names) & {path.name for path in folder.iterdir()}) == 1, "the block alone"
    for path in folder.iterdir():
        (found,) = events(path.read_bytes())
        assert path.name == f"{found['UID']}.ics"


def words_of_the_log(log: Path) -> set[str]:
    """Every word of every cell that is three letters or longer."""
    cells = oracles.calamine_cells(log.read_bytes())
    texts = [str(value) for sheet in cells.values() for value in sheet.values() if value]
    return {word.casefold() for text in texts for word in re.findall(r"[^\W\d_]{3,}", text)}


def words_of_netsheet() -> set[str]:
    """The words that a private calendar may hold."""
    ours = [*CATEGORIES, *(words.status for words in ACTIONS.values())]
    ours += [
        "things",
        "and",
        "more",
        "see",
        "netsheet",
        "due",
        "First, as of",
        "Networking",
        "minutes",
        "Mar",
    ]
    return {word.casefold() for text in ours for word in re.findall(r"[^\W\d_]{3,}", text)}


@pytest.mark.parametrize("before", [(), ("--private",)], ids=["public before", "private before"])
@pytest.mark.parametrize("name", ["plain-log.xlsx", "two-sheets.xlsx", "rich.xlsx", ""])
def test_a_private_calendar_holds_no_word_of_the_log(
    name: str, before: tuple[str, ...], tmp_path: Path
) -> None:
    log = copy_of_sample(name, tmp_path) if name else with_sheets(a_log(tmp_path, [MEETING]))
    calendar_of(log, *before, *BLOCKS)
    theirs = words_of_the_log(log) - words_of_netsheet()

    data = calendar_of(log, "--private", today="2026-03-25")

    texts = [
        str(each[name])
        for each in events(data)
        for name in ("SUMMARY", "DESCRIPTION", "LOCATION")
        if name in each
    ]
    texts += [str(alarm["DESCRIPTION"]) for each in events(data) for alarm in each.walk("VALARM")]
    shown = {word.casefold() for text in texts for word in re.findall(r"[^\W\d_]{3,}", text)}
    assert len(theirs) > (200 if name else 20)
    assert shown & theirs == set()
    unfolded = data.replace(b"\r\n ", b"").decode("utf-8").casefold()
    addresses = [word for word in re.findall(r"\S+@\S+", unfolded) if not word.endswith("@netsheet")]
    assert addresses == []
    assert log.stem not in unfolded


def test_without_the_package_one_line_says_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    monkeypatch.delitem(sys.modules, "netsheet.cli.calendar_", raising=False)

    outcome = run("calendar", a_log(tmp_path, [MEETING]))

    assert outcome.exit_code == 2
    assert "Calendars need the package icalendar." in outcome.stderr
    assert "pip install icalendar" in outcome.stderr


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--blocks", "whenever"), "is not a block. Write it like “Tue,Thu 08:30 20m”"),
        (("--out", "a.ics", "--vdir", "b"), "--out and --vdir do not go together"),
    ],
)
def test_options_that_make_no_sense_are_refused(options: tuple[str, ...], said: str, tmp_path: Path) -> None:
    outcome = run("calendar", a_log(tmp_path, [MEETING]), *options)

    assert outcome.exit_code == 2
    assert said in outcome.stderr


def test_the_first_time_it_says_how_to_go_on_and_later_what_is_new(tmp_path: Path) -> None:
    log = a_log(tmp_path, [MEETING])

    first, second = run("calendar", log), run("calendar", log)
    third = run("calendar", a_log(tmp_path, []))

    assert first.stdout.startswith(f"Wrote {calendar_path(log)}: 1 entry (1 new).\n")
    assert "Outlook on the desktop adds everything again" in first.stdout
    assert second.stdout == f"{calendar_path(log)} is up to date: 1 entry.\n"
    assert third.stdout == f"Wrote {calendar_path(log)}: 0 entries (1 cancelled).\n"


def test_the_page_says_what_outlook_does_with_the_next_file() -> None:
    page = (Path(__file__).parent.parent / "docs" / "calendar.md").read_text("utf-8")

    assert "Outlook on the desktop adds every entry again when you import the file a second time" in page
    assert all(name in page for name in ("Google Calendar", "Apple Calendar", "Thunderbird", "khal"))
