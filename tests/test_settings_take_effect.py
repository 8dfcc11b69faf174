"""Each setting, typed into the workbook's own sheet, changes what the next command says: from the cell to the outcome."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from netsheet.core.settings.catalog import SETTINGS
from tests.command_line import run

# openpyxl says of the summary sheet that it would lose an extension when saving; these tests do not save it.
pytestmark = pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning")

HEADINGS = (
    "Name",
    "E-mail",
    "LinkedIn",
    "Date",
    "Activity",
    "Channel",
    "Response date",
    "Promise",
    "Referred by",
    "Relationship",
    "Birthday",
    "Status",
    "Details",
    "Meeting date",
    "News",
)
Row = dict[str, object]


def row(day: object, activity: str = "Message", channel: str = "E-mail", **more: object) -> Row:
    """Tell one row of the log, as of Monday 16 March 2026."""
    cells = {words.replace("_", " "): value for words, value in more.items()}
    return {"Name": "Ana Ruiz", "Date": day, "Activity": activity, "Channel": channel, **cells}


def log_of(folder: Path, rows: Sequence[Row], settings: dict[str, object]) -> Path:
    """Write a log with a settings sheet that holds these rows."""
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.title = "Contacts"
    page.append(HEADINGS)
    for cells in rows:
        page.append([cells.get(heading) for heading in HEADINGS])
    page = book.create_sheet("Netsheet Settings")
    page.append(("Setting", "Value", "Meaning"))
    for entry in settings.items():
        page.append(entry)
    path = folder / "log.xlsx"
    book.save(path)
    return path


def shown(log: Path) -> tuple[str, str]:
    """Refresh, and return status and due day of the last row."""
    assert run("refresh", log).exit_code == 0
    page = openpyxl.load_workbook(log)["Contacts"]
    headings = {cell.value: cell.column for cell in page[1]}
    status = page.cell(page.max_row, headings["Netsheet status"]).value
    due = page.cell(page.max_row, headings["Netsheet due"]).value
    return str(status), f"{due:%-d %b}" if isinstance(due, dt.datetime) else ""


THREE_MESSAGES = [row("2026-02-03"), row("2026-02-10"), row("2026-02-17")]
ROW_CASES: list[tuple[str, object, list[Row], tuple[str, str], tuple[str, str]]] = [
    ("Congratulate within", 5, [row("2026-02-03", "Meeting", News="new job, 13 Mar 2026")], ("To contact", "16 Mar"), ("In touch", "18 Mar")),
    ("Check in: mentor", 60, [row("2026-01-15", "Meeting", Relationship="mentor")], ("Check-in due", "16 Feb"), ("Check-in due", "16 Mar")),
    ("Check in: buddy", 60, [row("2026-01-15", "Meeting", Relationship="buddy")], ("Check-in due", "22 Jan"), ("Check-in due", "16 Mar")),
    ("Working days", "Mon-Sun", [row("2026-03-12")], ("Waiting", "19 Mar"), ("Waiting", "17 Mar")),
    ("Holidays", dt.date(2026, 3, 18), [row("2026-03-12")], ("Waiting", "19 Mar"), ("Waiting", "20 Mar")),
    ("Holidays", "2026-03-18, 2026-03-19", [row("2026-03-12")], ("Waiting", "19 Mar"), ("Waiting", "23 Mar")),
    ("Date order", "dmy", [row("2/3/2026")], ("Fix cell", ""), ("Reminder due", "9 Mar")),
    ("Date order", "mdy", [row("2/3/2026")], ("Fix cell", ""), ("Reminder due", "10 Feb")),
    ("Reply within", 3, [row("2026-03-10", Response_date="2026-03-12")], ("Reply owed", "13 Mar"), ("In touch", "17 Mar")),
    ("Thank within", 5, [row("2026-03-12", "Meeting")], ("Thank-you due", "13 Mar"), ("In touch", "17 Mar")),
    ("Promise within", 5, [row("2026-03-11", "Thank-you", Promise="Send CV")], ("Promise due", "16 Mar"), ("In touch", "18 Mar")),
    ("Referral within", 1, [row("2026-03-13", "", "", Referred_by="Ben", Status="Not contacted")], ("To contact", "18 Mar"), ("To contact", "16 Mar")),
    ("Nudge after: e-mail", 2, [row("2026-03-12")], ("Waiting", "19 Mar"), ("Reminder due", "16 Mar")),
    ("Nudge after: LinkedIn", 2, [row("2026-03-12", channel="LinkedIn")], ("Waiting", "23 Mar"), ("Reminder due", "16 Mar")),
    ("Nudge after: phone", 2, [row("2026-03-12", channel="Phone")], ("Waiting", "17 Mar"), ("Reminder due", "16 Mar")),
    ("Nudge after: other", 2, [row("2026-03-12", channel="Text")], ("Waiting", "19 Mar"), ("Reminder due", "16 Mar")),
    ("Nudge after: interview", 20, [row("2026-02-27", "Job interview"), row("2026-02-27", "Thank-you")], ("Reminder due", "13 Mar"), ("Waiting", "27 Mar")),
    ("Most nudges", 0, [row("2026-02-12")], ("Reminder due", "19 Feb"), ("Decide", "16 Mar")),
    ("Life: thank", 30, [row("2026-02-20", "Meeting")], ("In touch", "19 Aug"), ("Thank-you due", "23 Feb")),
    ("Life: reply", 10, [row("2026-02-20", Response_date="2026-02-24")], ("Reply owed", "25 Feb"), ("Decide", "9 Mar")),
    ("Life: nudge", 7, [row("2026-02-24")], ("Reminder due", "3 Mar"), ("Decide", "11 Mar")),
    ("Life: contact", 7, [row("2026-02-24", Status="Bounced")], ("To contact", "25 Feb"), ("Decide", "5 Mar")),
    ("Not now", 10, [row("2026-03-03", Status="Not now")], ("Scheduled", "1 Jun"), ("Follow-up due", "13 Mar")),
    ("Decide after", 10, THREE_MESSAGES, ("Waiting", "19 Mar"), ("Decide", "27 Feb")),
    ("Check in: close", 10, [row("2026-03-02", "Thank-you", Relationship="Close")], ("In touch", "1 Apr"), ("Check-in due", "12 Mar")),
    ("Check in: warm", 10, [row("2026-03-02", "Thank-you", Relationship="Warm")], ("In touch", "1 Jun"), ("Check-in due", "12 Mar")),
    ("Check in: weak", 10, [row("2026-03-02", "Thank-you", Relationship="Weak")], ("In touch", "31 Aug"), ("Check-in due", "12 Mar")),
    ("Dormant after", 400, [row("2025-03-03", "Meeting")], ("Reconnect", ""), ("Check-in due", "1 Sep")),
    ("Dates ahead", 2, [row("2026-03-02", "Thank-you", Birthday="20 March")], ("Date coming", "20 Mar"), ("In touch", "20 Mar")),
    ("Dates ahead: close", 2, [row("2026-03-10", "Thank-you", Birthday="25 March", Relationship="Close")], ("Date coming", "25 Mar"), ("In touch", "25 Mar")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("setting", "value", "rows", "change"),
    [pytest.param(*case[:3], case[3:], id=f"{case[0]}: {case[1]}") for case in ROW_CASES],
)
def test_a_setting_changes_the_row_at_the_next_refresh(
    tmp_path: Path,
    setting: str,
    value: object,
    rows: list[Row],
    change: tuple[tuple[str, str], tuple[str, str]],
) -> None:
    plain = shown(log_of(tmp_path, rows, {}))
    changed = shown(log_of(tmp_path, rows, {setting: value}))

    assert (plain, changed) == change


@pytest.mark.parametrize(("ties", "count"), [(None, 2), (1, 1), (0, 0)])
def test_dormant_ties_a_week_says_how_many_are_suggested(
    tmp_path: Path, ties: int | None, count: int
) -> None:
    rows = [row("2024-03-03", "Meeting", Name=f"Old Friend {number}") for number in range(4)]
    log = log_of(tmp_path, rows, {"Dormant ties a week": ties})

    items = run("due", log, "--json").document["items"]

    assert [item["action"] for item in items] == ["reconnect"] * count


@pytest.mark.parametrize(("a_week", "count"), [(None, 5), (2, 2), (0, 0)])
def test_new_people_a_week_says_how_many_first_messages_are_suggested(
    tmp_path: Path, a_week: int | None, count: int
) -> None:
    rows = [row("", "", "", Name=f"New Contact {number}", Status="Not contacted") for number in range(8)]
    log = log_of(tmp_path, rows, {"New people a week": a_week})

    items = run("due", log, "--json").document["items"]

    assert [item["action"] for item in items if item["group"] == "now"] == ["contact"] * count
    assert len(items) == (8 if count else 0)


@pytest.mark.parametrize(("a_week", "count"), [(None, 5), (2, 2), (0, 0)])
def test_check_ins_a_week_says_how_many_are_suggested(tmp_path: Path, a_week: int | None, count: int) -> None:
    rows = [
        row("2026-01-12", "Thank-you", Name=f"Friend {number}", Relationship="Close") for number in range(8)
    ]
    log = log_of(tmp_path, rows, {"Check-ins a week": a_week})

    items = run("due", log, "--json").document["items"]

    assert [item["action"] for item in items] == ["check_in"] * count


@pytest.mark.parametrize(("a_day", "count"), [(None, 3), (1, 1), (0, 0)])
def test_decisions_a_day_says_how_many_are_shown(tmp_path: Path, a_day: int | None, count: int) -> None:
    rows = [
        {**message, "Name": f"Silent {number}"}
        for number in range(6)
        for message in (row("2026-01-05"), row("2026-01-12"), row("2026-01-19"))
    ]
    log = log_of(tmp_path, rows, {"Decisions a day": a_day})

    week = [
        run("due", log, "--json", today=f"2026-03-{day}").document["items"] for day in (16, 17, 18, 19, 20)
    ]

    assert [item["action"] for item in week[0]] == ["decide"] * 6
    assert max(sum(item["group"] == "now" for item in items) for items in week) == count


@pytest.mark.parametrize(("window", "matured", "waiting"), [(None, 0, 1), (5, 1, 0)])
def test_the_reply_window_says_when_silence_counts(
    tmp_path: Path, window: int | None, matured: int, waiting: int
) -> None:
    log = log_of(tmp_path, [row("2026-03-09")], {"Reply window": window})

    overall = run("stats", log, "--json").document["overall"]

    assert (overall["matured"], overall["waiting"]) == (matured, waiting)


@pytest.mark.parametrize(("cap", "more"), [(None, False), (1, True)])
def test_actions_a_day_shortens_the_list(tmp_path: Path, cap: int | None, more: bool) -> None:  # noqa: FBT001
    rows = [row("2026-03-02", Name="Ana Ruiz"), row("2026-03-02", Name="Ben Cole")]
    log = log_of(tmp_path, rows, {"Actions a day": cap})

    assert ("... and 1 more action is due." in run("due", log).stdout) is more


@pytest.mark.parametrize(
    ("setting", "cells", "minutes"),
    [
        ("Minutes: message", row("2026-03-13", "Message", Response_date="2026-03-13"), 10),
        ("Minutes: short message", row("2026-03-02"), 5),
        ("Minutes: call", row("2026-03-09", channel="Phone"), 20),
        ("Minutes: meeting", row("2026-03-02", Meeting_date="2026-03-16"), 45),
        ("Minutes: promise", row("2026-03-09", Promise="send the article"), 20),
        ("Minutes: decision", row("2025-11-05"), 2),
    ],
)
def test_the_minutes_of_a_kind_of_step_say_how_long_it_takes(
    tmp_path: Path, setting: str, cells: Row, minutes: int
) -> None:
    def minutes_with(settings: dict[str, object]) -> list[int]:
        planned = run("today", log_of(tmp_path, [cells], settings), "--json").document
        return [item["minutes"] for name in ("fits", "left", "meetings") for item in planned[name]]

    assert (minutes_with({}), minutes_with({setting: 33})) == ([minutes], [33])


def drafts_of(log: Path, *options: str) -> str:
    """Draft, and return everything that was written or said."""
    folder = log.parent / "drafts"
    outcome = run("draft", log, "--json", *options)
    files = sorted([*folder.rglob("*.eml"), *folder.rglob("*.txt")])
    return "\n".join([outcome.stdout, *(file.read_text(encoding="utf-8") for file in files)])


WARM = row("2026-03-02", Details="Runs the hiking club") | {"E-mail": "ana@example.com"}
NOTE = row(
    "2026-03-02", channel="LinkedIn", Details="Runs the hiking club", LinkedIn="linkedin.com/in/ana-ruiz"
)


@pytest.mark.parametrize(
    ("setting", "cells", "options", "words"),
    [
        (("My name", "Rosa Quint"), WARM, (), "Rosa Quint"),
        (("My e-mail", "rosa@example.com"), WARM, (), "rosa@example.com"),
        (("My signature", "Rosa Q., Lakeside"), WARM, (), "Rosa Q., Lakeside"),
        (("My pitch", "I keep night buses on time"), WARM, ("--person", "Ana", "--template", "intro"), "keep night buses on time"),
        (("LinkedIn note limit", 50), NOTE, ("--person", "Ana", "--template", "intro-note", "--channel", "LinkedIn note"), "takes 50"),
        (("LinkedIn message limit", 100), NOTE, (), "takes 100"),
    ],
)  # fmt: skip
def test_a_setting_for_drafts_shows_in_the_next_draft(
    tmp_path: Path, setting: tuple[str, object], cells: Row, options: tuple[str, ...], words: str
) -> None:
    (tmp_path / "before").mkdir()
    (tmp_path / "after").mkdir()

    plain = drafts_of(log_of(tmp_path / "before", [cells], {}), *options)
    changed = drafts_of(log_of(tmp_path / "after", [cells], dict([setting])), *options)

    assert (words in plain, words in changed) == (False, True)


def test_no_setting_is_left_out() -> None:
    told_apart = {
        "New people a week",
        "Check-ins a week",
        "Decisions a day",
        "Dormant ties a week",
        "Reply window",
        "Actions a day",
        "Minutes: message",
        "Minutes: short message",
        "Minutes: call",
        "Minutes: meeting",
        "Minutes: promise",
        "Minutes: decision",
        "Log sheet",
        "My name",
        "My e-mail",
        "My signature",
        "My pitch",
        "Time zone",
        "LinkedIn note limit",
        "LinkedIn message limit",
    }

    assert {case[0] for case in ROW_CASES} | told_apart == {setting.name for setting in SETTINGS}
