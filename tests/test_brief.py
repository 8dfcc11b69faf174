"""``netsheet brief``: a page for a talk, what matters in its first 24 lines, and nothing of columns that are not used."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from netsheet.core.briefings.questions import MOST_QUESTIONS, choose_questions
from tests.browser import CONTRASTS, Browser, offline_browser
from tests.command_line import run

HEADINGS = (
    "Date", "Name", "Company", "Title", "E-mail", "Phone", "LinkedIn", "Location", "Relationship", "Activity", "Direction", "Channel", "Intent",
    "Subject", "Promise", "Promise by", "Promise done", "Meeting date", "Source", "Referred by", "Birthday", "Needs", "Offers", "Details",
    "Referral agreed", "Follow-up", "Notes", "Favourite colour", "Router password",
)  # fmt: skip
PERSON = {
    "Name": "Ana López",
    "Company": "Northwind Hospitals and Community Health Services",
    "Title": "Deputy Director of Operations and Rota Planning",
    "E-mail": "ana.lopez.with.a.long.name@example.com",
    "Phone": "+44 20 7946 0000",
    "LinkedIn": "ana-lopez-example",
    "Location": "Leeds",
    "Relationship": "Close",
    "Source": "The Leeds analytics meetup, where she spoke on self-rostering and stayed to answer questions from students",
    "Referred by": "Ben Okafor",
    "Birthday": "12 April",
    "Needs": "Somebody who knows how night shifts are planned in other countries and would write about it "
    * 2,
    "Offers": "Introductions to the people who buy planning software for the north of the country " * 2,
    "Details": "Runs the hiking club, has a daughter who starts school, learns Portuguese for a year in Porto "
    * 2,
    "Referral agreed": "yes",
    "Favourite colour": "UNUSED-teal",
    "Router password": "UNUSED-hunter2",
}
KINDS = (("Message", "Sent"), ("Reply", "Received"), ("Meeting", "Both"), ("Thank-you", "Sent"))


def log_of_forty(folder: Path, *, rows: int = 40) -> Path:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(HEADINGS)
    for number in range(rows):
        activity, direction = KINDS[number % len(KINDS)]
        cells = {
            **PERSON,
            "Date": dt.date(2025, 1, 7) + dt.timedelta(days=10 * number),
            "Activity": activity,
            "Direction": direction,
            "Channel": "E-mail",
            "Intent": "Ask" if number % 4 == 0 else "",
            "Subject": f"Round {number} of our talk about rotas, forecasts and much else that filled the line",
            "Notes": f"Note number {number}: she told me about the ward",
        }
        if number in {rows - 4, rows - 3, rows - 2, rows - 1}:
            cells |= {
                "Promise": f"Send the study number {number}, with the tables and the long appendix that she asked for"
            }
            cells |= {"Promise by": dt.date(2026, 4, number % 28 + 1)}
        if number == rows - 1:
            cells |= {"Meeting date": dt.date(2026, 3, 20), "Follow-up": dt.date(2026, 3, 30)}
        sheet.append([cells.get(heading) for heading in HEADINGS])
    path = folder / "log.xlsx"
    book.save(path)
    return path


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return log_of_forty(tmp_path)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    yield from offline_browser(tmp_path_factory)


@pytest.mark.parametrize("columns", [80, 100, 120])
def test_what_matters_of_forty_touches_is_in_the_first_24_lines(
    log: Path, columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))

    lines = run("brief", log, "Ana").stdout.splitlines()

    rest = lines.index("Promises")
    above, below = lines[:rest], lines[rest:]
    assert rest <= 25
    assert max(map(len, above)) <= columns
    labels = [
        "Now",
        "How you met",
        "Last contact",
        "You promised",
        "From them",
        "Give and ask",
        "Dates",
        "To mention",
        "Ask",
    ]
    assert [label for label in labels if any(line.startswith(label) for line in above)] == labels
    assert above[0].startswith("Ana López, Deputy Director of Operations")
    assert "20 Mar meeting; 30 Mar your own follow-up date; 12 Apr birthday" in "\n".join(above)
    assert sum(line.rstrip().endswith(("?", "]")) for line in above) == MOST_QUESTIONS
    assert [line for line in below if line in {"Promises", "All touches (40)", "From your log"}] == [
        "Promises",
        "All touches (40)",
        "From your log",
    ]
    assert sum(bool(re.match(r"  \d+ \w+", line)) for line in below) == 40
    assert "Note number 17: she told me about the ward" in " ".join(" ".join(below).split())


@pytest.mark.parametrize("columns", [20, 40])
def test_a_narrow_terminal_gets_every_word(log: Path, columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))

    shown = run("brief", log, "Ana").stdout

    assert "learns Portuguese for a year in Porto" in " ".join(shown.split())
    assert "Northwind Hospitals and Community Health Services" in " ".join(shown.split())
    assert max(map(len, shown.splitlines())) <= columns


@pytest.mark.parametrize("out", ["", "talk.html", "talk.md", "json"])
def test_nothing_of_columns_that_netsheet_does_not_use_is_in_it(log: Path, out: str) -> None:
    options = ["--json"] if out == "json" else ["--out", log.parent / out] if out else []

    shown = run("brief", log, "Ana", *options).stdout

    page = (log.parent / out).read_text(encoding="utf-8") if "." in out else shown
    assert "Ana López" in page
    assert "Note number 17" in page
    assert "UNUSED" not in page


def test_json_has_promises_both_ways_balance_dates_and_questions(log: Path) -> None:
    said = run("brief", log, "Ana", "--json").document

    assert [each["kept"] for each in said["promises"]] == [False] * 4
    assert "They agreed to refer you" in said["from_them"]
    assert (said["given"], said["asked"], said["asks_in_a_row"]) == (0, 10, 10)
    assert [line["what"] for line in said["dates"]] == ["meeting", "your own follow-up date", "birthday"]
    assert len(said["touches"]) == 40
    assert len(said["questions"]) == MOST_QUESTIONS
    assert not said["informational_interview"]


def test_an_informational_interview_has_questions_of_its_own(log: Path) -> None:
    asked = run("brief", log, "Ana", "--interview", "--json").document

    assert asked["questions"][0] == "How did you get into this work? [Deputy Director of Operations…]"
    assert "What does a usual week look like for you?" in asked["questions"]


def test_an_interview_that_is_planned_is_known_without_being_said(tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_text(
        "Name,Company,Date,Activity\nAna Ruiz,Birch,2026-03-09,Message\nAna Ruiz,Birch,2026-03-24,Informational interview\n",
        encoding="utf-8",
    )

    assert run("brief", log, "Ana", "--json").document["informational_interview"]


@pytest.mark.parametrize(
    "facts", [{}, {"title": "Buyer"}, dict.fromkeys(("details", "needs", "offers", "company"), "{x} <y>")]
)
@pytest.mark.parametrize("is_interview", [True, False])
def test_no_question_can_be_answered_with_yes_or_no(facts: dict[str, str], is_interview: bool) -> None:  # noqa: FBT001
    questions = choose_questions(facts, is_interview=is_interview)

    assert 3 <= len(questions) <= MOST_QUESTIONS
    for question in questions:
        assert re.match(r"(What|How|Who|Where)\b", question), question
        assert "?" in question


def test_somebody_who_is_only_on_the_people_sheet_has_a_briefing_too(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].title = "Log"
    book.worksheets[0].append(["Date", "Name", "Company"])
    book.worksheets[0].append([dt.date(2026, 3, 2), "Ana Ruiz", "Birch"])
    people = book.create_sheet("People")
    people.append(["Name", "Company", "How we met"])
    people.append(["Zoe Marsh", "Alder", "Spring fair"])
    log = tmp_path / "log.xlsx"
    book.save(log)

    said = run("brief", log, "Zoe", "--json").document

    assert (said["person"], said["met"], said["touches"]) == ("Zoe Marsh", "Spring fair", [])


def test_the_days_of_the_sheets_dates_and_events_are_among_the_dates(log: Path) -> None:
    book = openpyxl.load_workbook(log)
    dates, events = book.create_sheet("Dates"), book.create_sheet("Events")
    dates.append(["Who", "What", "Day", "Lead days"])
    dates.append(["Ana López", "started at Northwind", "4 May", ""])
    dates.append(["Somebody Else", "wedding", "4 June", ""])
    events.append(["Event", "Date", "Place", "Goal", "People to meet", "Talking points", "Notes", "Went?"])
    events.append(["Spring fair", dt.date(2026, 4, 2), "Leeds", "", "Ana López; Ben", "", "", ""])
    events.append(["Autumn fair", dt.date(2026, 10, 2), "Leeds", "", "Ben", "", "", ""])
    book.save(log)

    days = run("brief", log, "Ana", "--json").document["dates"]

    assert ("2026-04-02", "at Spring fair") in [(day["on"], day["what"]) for day in days]
    assert ("2026-05-04", "started at Northwind") in [(day["on"], day["what"]) for day in days]
    assert len(days) == 5


def test_an_unclear_name_lists_what_to_type(log: Path) -> None:
    outcome = run("brief", log, "Zzz")

    assert outcome.exit_code == 2
    assert "Nobody in log.xlsx matches “Zzz”." in outcome.stderr


def test_a_page_that_netsheet_did_not_make_stays(log: Path) -> None:
    page = log.parent / "talk.html"
    page.write_text("mine", encoding="utf-8")

    outcome = run("brief", log, "Ana", "--out", page)

    assert outcome.exit_code == 5
    assert page.read_text(encoding="utf-8") == "mine"
    assert run("brief", log, "Ana", "--out", log.parent / "talk.docx").exit_code == 2


@pytest.mark.parametrize("name", ["talk.html", "talk.md"])
def test_a_page_is_written_again_with_the_same_bytes(log: Path, name: str) -> None:
    page = log.parent / name
    run("brief", log, "Ana", "--out", page)
    first = page.read_bytes()

    assert run("brief", log, "Ana", "--out", page).exit_code == 0
    assert page.read_bytes() == first


def test_the_page_loads_nothing_runs_nothing_and_can_be_read(log: Path, browser: Browser) -> None:
    book = openpyxl.load_workbook(log)
    sheet = book.worksheets[0]
    sheet["B2"] = '<script>window.hit=1</script><img src=x onerror="window.hit=1">'
    sheet["E2"] = "evil@example.com"
    book.save(log)
    page = log.parent / "talk.html"
    assert run("brief", log, "evil@example.com", "--out", page).exit_code == 0

    browser.open(page)

    assert browser.run("window.hit === undefined")
    assert browser.run("document.images.length") == 0
    assert min(browser.run(CONTRASTS)) >= 4.5
