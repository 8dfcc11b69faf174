"""An event through the real commands: from the plan to the last thank-you, in .xlsx and in .ods."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.command_line import run
from tests.engine.documents import as_document

# openpyxl says of the summary sheet that it would lose an extension when saving; the next refresh draws it anew.
pytestmark = pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning")

LOG = [
    ["Name", "Company", "Title", "E-mail", "Date", "Direction", "Source", "Details", "Promise"],
    ["Ana Lopez", "Brightwater", "Head of Performance", "ana@example.com", dt.date(2026, 5, 4), "Both", "", "Sunday hikes", "the notebook"],
    ["Ben Okoro", "Harbour Analytics", "Team lead", "ben@example.com", dt.date(2026, 5, 7), "Sent", "", "", ""],
    ["Cleo Park", "Northwind", "Analyst", "cleo@example.com", dt.date(2026, 5, 6), "Sent", "", "", ""],
]  # fmt: skip
EVENTS = [
    ["Event", "Date", "Place", "Goal", "People to meet", "Talking points", "Notes", "Went?"],
    ["Jobs evening", dt.date(2026, 5, 20), "Town hall", "", "Ana Lopez, Farah Aziz", "", "Harbour Analytics has a stand", ""],
    ["Data meetup", dt.date(2026, 4, 1), "Library", "", "", "", "", ""],
]  # fmt: skip


@pytest.fixture
def log(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    book.remove(book["Sheet"])
    for name, rows in (("Log", LOG), ("Events", EVENTS)):
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    path = tmp_path / "log.xlsx"
    book.save(path)
    return path


def type_into(log: Path, cell: str, value: object) -> None:
    book = openpyxl.load_workbook(log)
    book["Events"][cell] = value
    book.save(log)


def asked(log: Path, today: str) -> list[tuple[str, str, str]]:
    """Return what events ask for: when, what, and in which cell; and check that .ods says the same."""
    document = run("due", log, "--json", today=today).document
    other = log.with_suffix(".ods")
    sheets = [
        name for name in ("Events", "Netsheet History") if name in openpyxl.load_workbook(log).sheetnames
    ]
    other.write_bytes(as_document(log, *sheets))
    same = run("due", other, "--json", today=today).document
    other.unlink()
    for item in (*document["items"], *same["items"]):
        item.pop("done_with")
    assert same["items"] == document["items"]
    return [(item["group"], item["next_step"], item["cell"]) for item in document["items"] if item["event"]]


def test_an_event_is_followed_from_the_plan_to_the_last_thanks(log: Path) -> None:
    assert asked(log, "2026-05-05") == []
    assert asked(log, "2026-05-12") == [("coming", "Prepare: no goal yet", "D2")]
    assert asked(log, "2026-05-13") == [("now", "Prepare: no goal yet", "D2")]

    type_into(log, "D2", "Two interviews")
    assert asked(log, "2026-05-13") == [("coming", "Go there", "H2")]

    page = run("event", log, "jobs", today="2026-05-19").stdout
    for words in (
        "Two interviews",
        "Ana Lopez, Head of Performance",
        "the notebook",
        "Sunday hikes",
        "Ben Okoro",
        "Farah Aziz",
    ):
        assert words in page
    assert "Cleo" not in page

    assert asked(log, "2026-05-20") == [("now", "Go there today", "H2")]
    assert asked(log, "2026-05-21") == [("now", "Did you go?", "H2")]

    met = run("event", log, "jobs", "--met", "Ana Lopez, Farah Aziz, Ben", "--new", today="2026-05-21")
    assert met.stdout.startswith(
        "Noted at Jobs evening: Ana Lopez, Ben Okoro, Farah Aziz. 3 thank-yous come up"
    )
    assert asked(log, "2026-05-21") == [("now", "Met, not written to: 3", "H2")]

    draft = run(
        "draft", log, "--person", "Ana", "--kind", "thank", "--out", log.parent / "drafts", today="2026-05-21"
    )
    assert draft.exit_code == 0
    texts = [path.read_text("utf-8") for path in (log.parent / "drafts").rglob("*.txt")]
    assert any("at the jobs evening" in text for text in texts)

    run("done", log, "Ben", today="2026-05-22")
    run("log", log, "Ana", "thanked", today="2026-05-22")
    assert asked(log, "2026-05-22") == [("now", "Met, not written to: 1", "H2")]
    run("done", log, "Farah", today="2026-05-25")
    assert asked(log, "2026-05-25") == []
    assert "Farah" not in run("due", log, "--json", "--within", "0", today="2026-05-25").stdout


def test_undo_takes_back_all_that_meeting_people_wrote(log: Path) -> None:
    run("refresh", log, today="2026-05-21")
    before = log.read_bytes()
    run("event", log, "Jobs evening", "--met", "Ana Lopez, Farah Aziz", "--new", today="2026-05-21")
    assert log.read_bytes() != before

    run("undo", log)

    assert log.read_bytes() == before


def test_meeting_the_same_people_twice_adds_nothing(log: Path) -> None:
    words = ("event", log, "Jobs evening", "--met", "Ana Lopez, Farah Aziz")
    run(*words, "--new", today="2026-05-21")
    again = run(*words, "--json", today="2026-05-21").document

    assert (again["met"], again["new"], again["people"]) == ([], [], [])
    book = openpyxl.load_workbook(log)
    assert [row[0].value for row in book["Log"].iter_rows(min_row=2)] == [
        "Ana Lopez",
        "Ben Okoro",
        "Cleo Park",
        "Farah Aziz",
    ]


@pytest.mark.parametrize(
    ("cell", "value", "today"),
    [
        ("D2", "Two interviews", "2026-05-13"),
        ("H2", "no", "2026-05-13"),
        ("H2", "yes", "2026-05-20"),
        ("H2", "no", "2026-05-21"),
        ("H2", "done", "2026-05-21"),
    ],
)
def test_one_typed_cell_ends_what_an_event_asks_for(log: Path, cell: str, value: str, today: str) -> None:
    assert [group for group, _, _ in asked(log, today)] == ["now"]

    type_into(log, cell, value)

    assert "now" not in [group for group, _, _ in asked(log, today)]


@pytest.mark.parametrize("today", ["2026-05-13", "2026-05-20", "2026-05-21"])
def test_one_command_ends_it_too(log: Path, today: str) -> None:
    said = run("event", log, "Jobs evening 2026-05-20", "--done", today=today)

    assert said.exit_code == 0
    assert said.stdout.startswith("Jobs evening ")
    assert "now" not in [group for group, _, _ in asked(log, today)]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("nothing",), "No event in log.xlsx is called “nothing”."),
        (("e",), "“e” can be 2 events in log.xlsx."),
        (("jobs", "--met", "Farah Aziz"), "Not in log.xlsx: Farah Aziz."),
        (("jobs", "--met", "Cleo", "--on", "2026-05-30"), "--on"),
        (("jobs", "--met", "n", "--new"), "“n” can be"),
        (("jobs", "--met", ""), "No name was typed after --met."),
        (("--done",), "NAME is missing."),
        (("--prepare",), "NAME is missing."),
        (("--out", "page.html"), "NAME is missing."),
        (("jobs", "--done", "--met", "Ana"), "--met and --done do not go together."),
        (
            ("jobs", "--done", "--out", "page.html"),
            "--prepare or --out, --met and --done do not go together.",
        ),
        (("jobs", "--new"), "--new and --on need --met NAMES."),
        (("jobs", "--done", "--on", "2026-05-20"), "--new and --on need --met NAMES."),
        (("jobs", "--out", "page.txt"), "page.txt is neither .html nor .md."),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    log: Path, words: tuple[str, ...], message: str
) -> None:
    before = log.read_bytes()

    outcome = run("event", log, *words, today="2026-05-21")

    assert outcome.exit_code == 2
    assert message in outcome.stderr or message == "--on"
    assert log.read_bytes() == before


def monthly(log: Path, *days: dt.date) -> Path:
    """Let the sheet hold one meetup on several days."""
    book = openpyxl.load_workbook(log)
    book["Events"].delete_rows(2, 2)
    for day in days:
        book["Events"].append(["Meetup", day])
    book.save(log)
    return log


def test_people_are_met_at_the_meetup_that_took_place_rather_than_at_the_nearest(log: Path) -> None:
    monthly(log, dt.date(2026, 5, 1), dt.date(2026, 6, 1))

    met = run("event", log, "meetup", "--met", "Ana Lopez", "--json", today="2026-05-20").document

    assert (met["met"], met["on"]) == (["Ana Lopez"], "2026-05-01")


def test_meeting_people_on_the_day_of_an_earlier_meetup_twice_adds_nothing(log: Path) -> None:
    monthly(log, dt.date(2026, 4, 1), dt.date(2026, 5, 1), dt.date(2026, 6, 1))
    words = ("event", log, "meetup", "--met", "Ana Lopez", "--on", "2026-04-01", "--json")

    first, again = (run(*words, today="2026-05-20").document for _ in range(2))

    assert (first["met"], first["on"]) == (["Ana Lopez"], "2026-04-01")
    assert again["met"] == []


@pytest.mark.parametrize(
    ("today", "prepared"),
    [("2026-05-06", False), ("2026-05-20", False), ("2026-05-25", True)],
    ids=["asked how it was", "nothing is asked", "only asked to prepare"],
)
def test_done_ends_what_is_asked_now_rather_than_the_next_preparation(
    log: Path, today: str, *, prepared: bool
) -> None:
    monthly(log, dt.date(2026, 5, 1), dt.date(2026, 6, 1))

    run("event", log, "meetup", "--done", today=today)

    assert [asked_of[1:] for asked_of in asked(log, "2026-05-25")] == (
        [("Go there", "H3")] if prepared else [("Prepare: no goal yet", "D3")]
    )


def test_done_ends_what_follows_the_last_meetup_before_the_preparation_of_the_next(log: Path) -> None:
    monthly(log, dt.date(2026, 5, 15), dt.date(2026, 5, 22))

    run("event", log, "meetup", "--done", today="2026-05-20")

    assert asked(log, "2026-05-20") == [("now", "Prepare: no goal yet", "D3")]


def test_who_works_at_a_company_that_the_row_names_without_its_legal_form_is_expected(log: Path) -> None:
    book = openpyxl.load_workbook(log)
    book["Log"]["B4"] = "North.wind GmbH"
    book["Events"]["F2"] = "The maps of North.wind."
    book.save(log)

    people = run("event", log, "jobs", "--json", today="2026-05-19").document["people"]

    assert ("Cleo Park", "Your row names North.wind GmbH.") in [
        (each["person"], each["why"]) for each in people
    ]


def test_nobody_is_met_at_an_event_that_is_still_to_come(log: Path) -> None:
    outcome = run("event", log, "jobs", "--met", "Ana Lopez", today="2026-05-19")

    assert outcome.exit_code == 2
    assert "still to come" in outcome.stderr


def test_a_log_without_a_sheet_of_events_says_how_to_add_one(tmp_path: Path) -> None:
    path = tmp_path / "log.xlsx"
    run("init", path)

    outcome = run("event", path, "fair")

    assert outcome.exit_code == 2
    assert "Add a sheet named Events" in outcome.stderr
    assert run("event", path).stdout == "No event is ahead, and none asks for anything.\n"


def test_the_page_is_written_for_the_browser_and_as_markdown_and_as_json(log: Path) -> None:
    for name in ("jobs.html", "jobs.md"):
        assert run("event", log, "jobs", "--out", log.parent / name, today="2026-05-19").exit_code == 0
    document: dict[str, Any] = run("event", log, "jobs", "--json", today="2026-05-19").document

    html, markdown = ((log.parent / name).read_text("utf-8") for name in ("jobs.html", "jobs.md"))
    for text in (html, markdown):
        assert "Ana Lopez, Head of Performance at Brightwater" in text
        assert "You want to meet them." in text
        assert "Your row names Harbour Analytics." in text
        assert "Farah Aziz" in text
    assert [person["person"] for person in document["people"]] == ["Ana Lopez", "Ben Okoro"]
    assert all(len(person["questions"]) == 3 for person in document["people"])
    assert all(
        question.partition(" [")[0].endswith("?")
        for person in document["people"]
        for question in person["questions"]
    )
    assert document["not_in_log"] == ["Farah Aziz"]
    assert document["blanks"] == [
        "Goal (Events D2)",
        "Talking points (Events F2)",
        "My pitch (Netsheet Settings)",
    ]


def test_the_summary_and_the_report_show_what_events_ask_for(log: Path) -> None:
    run("refresh", log, today="2026-05-13")
    run("report", log, "--out", log.parent / "report.html", today="2026-05-13")

    sheet = openpyxl.load_workbook(log)["Netsheet Summary"]
    cells = [cell.value for row in sheet.iter_rows() for cell in row if cell.value]
    page = (log.parent / "report.html").read_text("utf-8")
    assert "Events (1)" in cells
    assert any(str(cell).startswith("Prepare: no goal yet. In 7 days, on 20 May.") for cell in cells)
    assert "Prepare: no goal yet" in page


def test_an_event_due_now_ends_with_exit_code_1(log: Path) -> None:
    for name in ("Ana", "Ben", "Cleo"):
        run("close", log, name, today="2026-05-13")
    type_into(log, "B3", dt.date(2026, 5, 14))

    assert run("due", log, "--exit-code", today="2026-05-13").exit_code == 1


def test_meeting_people_writes_the_same_into_an_ods_log(log: Path) -> None:
    other = log.with_suffix(".ods")
    other.write_bytes(as_document(log, "Events"))
    before = other.read_bytes()
    words = ("jobs", "--met", "Ana Lopez, Farah Aziz", "--new", "--json")

    documents = [run("event", path, *words, today="2026-05-21").document for path in (log, other)]

    for key in ("met", "new", "people", "event", "on"):
        assert documents[0][key] == documents[1][key]
    due = [run("due", path, "--json", today="2026-05-22").document["items"] for path in (log, other)]
    for items in due:
        for item in items:
            item.pop("done_with")
    assert due[0] == due[1]
    run("undo", other)
    assert other.read_bytes() == before


def test_done_with_the_name_of_an_event_says_which_command_ends_its_line(log: Path) -> None:
    outcome = run("done", log, "jobs", "evening", today="2026-05-13")

    assert outcome.exit_code == 2
    assert "“jobs evening” is an event, and nobody's name." in outcome.stderr
    assert '"Jobs evening" --done' in outcome.stderr


def test_the_reason_for_thanks_names_the_event(log: Path) -> None:
    run("event", log, "jobs", "--met", "Ben", today="2026-05-21")

    (ben,) = [
        item
        for item in run("due", log, "--json", today="2026-05-21").document["items"]
        if item["person"] == "Ben Okoro"
    ]

    assert ben["why"] == "You met at Jobs evening on 20 May; no thank-you is logged yet."


def test_an_event_the_user_went_to_counts_for_the_goal_once_whoever_was_met(log: Path) -> None:
    book = openpyxl.load_workbook(log)
    goals = book.create_sheet("Goals")
    goals.append(["Goal", "Target", "Per"])
    goals.append(["Events", 1, "Quarter"])
    book.save(log)

    def count() -> int:
        (goal,) = run("stats", log, "--json", today="2026-05-21").document["goals"]
        return int(goal["count"])

    assert count() == 0
    type_into(log, "H2", "yes")
    assert count() == 1
    run("event", log, "jobs", "--met", "Ana Lopez, Ben", today="2026-05-21")
    assert count() == 1
