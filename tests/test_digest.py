"""The digest of a week: what it says, and that without names nothing of the log stands in it."""

from __future__ import annotations

import datetime as dt
import re
import tempfile
from email import message_from_bytes, policy
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from netsheet.engines import read_workbook
from tests.a_class import save_sheets
from tests.command_line import copy_of_sample, run
from tests.engine.generated import Generated, logs

WORDS = re.compile(r"[^\W\d_]{4,}")


@cache
def own_words() -> frozenset[str]:
    """The words that a digest of an invented log holds: all that netsheet says itself, and those of the calendar."""
    sources = [Path(__file__).parent.parent / "netsheet" / name for name in (
        "core/digest.py", "present/digest_text.py", "core/numbers/number_words.py", "core/numbers/goal_counts.py",
        "core/model.py", "core/month_names.py", "render/page/digest.html.j2", "render/page/report.css",
    )]  # fmt: skip
    text = " ".join(path.read_text("utf-8") for path in sources)
    return frozenset(word.casefold() for word in WORDS.findall(text)) | {
        "quoted",
        "printable",
        "plain",
        "mime",
        "version",
    }


def words_of_log(data: bytes) -> set[str]:
    """Every word of four letters or more in any cell of the user's."""
    return {
        word.casefold()
        for sheet in read_workbook(data).sheets
        for row in sheet.rows
        for value in row
        for word in WORDS.findall(str(value))
    }


def said_in(log: Path, folder: Path) -> str:
    """Everything that a digest without names says, in every form."""
    said = [run("digest", log, "--week", week).stdout for week in ("2026-03-16", "2026-03-09", "2026-02-16")]
    said.append(run("digest", log, "--json").stdout)
    for suffix in (".md", ".html", ".eml"):
        run("digest", log, "--out", folder / f"week{suffix}", "--force")
        said.append((folder / f"week{suffix}").read_text("utf-8"))
    return " ".join(said)


def leaked(log: Path, folder: Path) -> set[str]:
    said = {word.casefold() for word in WORDS.findall(said_in(log, folder))}
    return (said & words_of_log(log.read_bytes())) - own_words()


@pytest.mark.parametrize("sample", ["plain-log.xlsx", "rich.xlsx", "two-sheets.xlsx"])
def test_without_names_no_word_of_a_sample_is_in_its_digest(sample: str, tmp_path: Path) -> None:
    log = copy_of_sample(sample, tmp_path)

    assert len(words_of_log(log.read_bytes())) > 50
    assert leaked(log, tmp_path) == set()


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(logs())
def test_without_names_no_word_of_a_generated_log_is_in_its_digest(generated: Generated) -> None:
    with tempfile.TemporaryDirectory() as name:
        log = Path(name) / "log.xlsx"
        log.write_bytes(generated.data)

        assert leaked(log, Path(name)) == set()


@pytest.fixture
def eventful(tmp_path: Path) -> Path:
    """Write a log in which everything of the user's that could get into a digest is a word of its own."""
    rows: list[list[object]] = [
        [
            "Name",
            "Company",
            "Email",
            "Channel",
            "Template",
            "Subject",
            "Date sent",
            "Response date",
            "Meeting",
        ]
    ]
    rows += [
        ["Zelda Quine", "Vexbank", "zelda@example.com", "Email", "Wombat intro", "Hello Quokka",
         dt.date(2026, 3, 10), dt.date(2026, 3, 11), dt.date(2026, 3, 12)],
    ]  # fmt: skip
    rows += [
        ["Other Person", "Vexbank", f"p{n}@example.com", "Email", "Wombat intro", "Hello Quokka",
         dt.date(2026, 1, 5), dt.date(2026, 1, 6), ""] for n in range(12)
    ]  # fmt: skip
    rows += [
        [f"Quiet Person{n}", "Vexbank", f"q{n}@example.com", "LinkedIn", "Yak intro", "Hello Gnu", dt.date(2026, 1, 5), "", ""]
        for n in range(12)
    ]  # fmt: skip
    goals: list[list[object]] = [
        ["Goal", "Target", "Period", "Filter"],
        ["New connections", 1, "week", "Vexbank"],
    ]
    log = save_sheets(tmp_path / "zelda-log.xlsx", {"Log": rows, "Goals": goals})
    run("refresh", log, today="2026-03-12")
    run("journal", log, "Zelda was a delight", "--on", "2026-03-12", today="2026-03-12")
    return log


def test_what_happened_in_a_week_is_counted(eventful: Path, tmp_path: Path) -> None:
    document = run("digest", eventful, "--week", "2026-03-10", "--json").document

    assert document["done"] == {
        "Messages and calls from me": 1,
        "Replies and messages received": 1,
        "Meetings, talks and events": 1,
        "People in touch for the first time": 1,
    }
    assert document["wins"] == [
        "1 person answered within a day.",
        "I met or spoke with 1 person.",
        "I met 1 goal.",
    ]
    assert document["goals"][0]["goal"] == "New connections"
    assert document["helped"].startswith("E-mails get more replies: 13 of 13")
    assert (document["journal_count"], document["journal"]) == (1, [])
    assert len(set(document["questions"])) == 3
    assert (document["workbook"], document["first_on"], document["last_on"]) == (
        None,
        "2026-03-09",
        "2026-03-15",
    )
    assert leaked(eventful, tmp_path) == set()


def test_with_names_it_says_who_and_what_the_user_wrote(eventful: Path) -> None:
    text = run("digest", eventful, "--week", "2026-03-10", "--names").stdout

    assert "Zelda Quine answered within a day." in text
    assert "Zelda was a delight" in text
    assert "New connections (Vexbank)" in text


def test_an_earlier_week_knows_nothing_of_what_came_later(eventful: Path) -> None:
    document = run("digest", eventful, "--week", "2026-03-02", "--json").document

    assert set(document["done"].values()) == {0}
    assert document["wins"] == []


@pytest.mark.parametrize(
    ("goal", "done"),
    [
        (["Events", 20, "week", "", ""], "0 of 20 a week"),
        (["Events", 20, "", "2026-01-01", "2026-06-30"], "0 of 20 by 30 Jun"),
        (["30 days of thanks", "", "", "2026-03-01", ""], "0 of 30 days"),
        (["Events", 20, "", "2026-04-01", "2026-06-30"], "begins on 1 Apr"),
        (["Events", 20, "", "2026-01-01", "2026-02-28"], "ended on 28 Feb: 0 of 20"),
    ],
)
def test_a_goal_says_in_which_time(goal: list[object], done: str, tmp_path: Path) -> None:
    people: list[list[object]] = [
        ["Name", "Email", "Date sent"],
        ["Ana", "ana@example.com", dt.date(2026, 3, 11)],
    ]
    goals: list[list[object]] = [["Goal", "Target", "Per", "From", "By"], goal]
    log = save_sheets(tmp_path / "log.xlsx", {"Log": people, "Goals": goals})
    document = run("digest", log, "--json", today="2026-03-12").document

    assert [each["done"] for each in document["goals"]] == [done]
    assert "Nothing is due." in run("digest", log, today="2026-03-12").stdout


def test_the_week_of_today_ends_today(eventful: Path) -> None:
    document = run("digest", eventful, "--json", today="2026-03-11").document

    assert (document["first_on"], document["last_on"]) == ("2026-03-09", "2026-03-11")


def test_each_form_holds_the_same_and_the_mail_has_no_address(eventful: Path, tmp_path: Path) -> None:
    for suffix in (".md", ".html", ".eml"):
        assert run("digest", eventful, "--out", tmp_path / f"week{suffix}").exit_code == 0

    mail = message_from_bytes((tmp_path / "week.eml").read_bytes(), policy=policy.default)
    body = mail.get_body()
    assert body is not None
    lines = [line for line in (tmp_path / "week.md").read_text("utf-8").splitlines() if line.startswith("* ")]
    assert len(lines) > 8
    assert [line for line in body.get_content().splitlines() if line.startswith("* ")] == lines
    page = (tmp_path / "week.html").read_text("utf-8")
    assert page.count("<li>") == len(lines)
    assert (mail["X-Unsent"], mail["From"], mail["To"]) == ("1", None, None)


def test_a_file_that_is_there_stays_unless_it_may_be_replaced(eventful: Path, tmp_path: Path) -> None:
    assert run("digest", eventful, "--out", tmp_path / "week.md").exit_code == 0
    assert run("digest", eventful, "--out", tmp_path / "week.md").exit_code == 5
    assert run("digest", eventful, "--out", tmp_path / "week.md", "--force").exit_code == 0
    assert run("digest", eventful, "--out", tmp_path / "week.txt").exit_code == 2
