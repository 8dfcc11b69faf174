"""The practices of the articles, each played through the real commands on a log as .xlsx and as .ods."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from netsheet.engines import read_workbook
from tests.command_line import run
from tests.practice_logs import a_log, day

pytestmark = pytest.mark.parametrize("kind", ["xlsx", "ods"])

PEOPLE: list[list[object]] = [
    ["Name", "Company", "E-mail", "Date contacted", "Replied on", "Referred by", "Relationship", "Needs", "Offers", "Details"],
    ["Ana López", "Northwind", "ana@example.com", day("2 Feb"), day("4 Feb"), "", "warm", "someone who knows hospital rotas", "", "her rota project"],
    ["Ben Okafor", "Harbour", "ben@example.com", day("10 Feb"), day("12 Feb"), "Ana Lopez", "close", "", "advice on hospital rota planning", "his marathon"],
    ["Chi Nakamura", "Globex", "chi@example.com", day("20 Feb"), None, "Ben Okafor", "weak", "", "", ""],
    ["Eva Stone", "Hooli", "eva@example.com", day("1 Mar"), None, "Prof. Wei", "weak", "", "", ""],
]  # fmt: skip


def test_referrals_are_followed_up_and_thanked_for(kind: str, tmp_path: Path) -> None:
    log = a_log(tmp_path, kind, {"Contacts": PEOPLE})

    text = " ".join(run("referrals", log).stdout.split())
    assert (
        "Ana López, Northwind: not thanked yet └── Ben Okafor, Harbour: replied on 12 Feb; not thanked yet"
        in text
    )
    assert "Prof. Wei: not in your log" in text
    assert '--person "Ana López" --template thank-you-referral' in text

    assert run("log", log, "Ana", "thanked", "--on", "2026-03-16").exit_code == 0
    document = run("referrals", log, "--json").document
    assert [(item["depth"], item["person"], item["thanked"]) for item in document["items"]] == [
        (0, "Ana López", True),
        (1, "Ben Okafor", False),
        (2, "Chi Nakamura", None),
        (0, "Prof. Wei", None),
        (1, "Eva Stone", None),
    ]
    assert document["not_thanked"] == [{"referrer": "Ben Okafor", "referred": ["Chi Nakamura"]}]


def test_two_people_are_asked_introduced_and_not_suggested_again(kind: str, tmp_path: Path) -> None:
    log = a_log(tmp_path, kind, {"Contacts": PEOPLE})

    (item,) = run("introductions", log, "--json").document["items"]
    assert [each["person"] for each in item["people"]] == ["Ana López", "Ben Okafor"]
    assert item["why"][0]["words"] == ["hospital", "rotas"]
    assert "In common: hospital, rotas." in run("introductions", log).stdout

    words = [
        "draft",
        log,
        "--person",
        "Ana López",
        "--with",
        "Ben Okafor",
        "--out",
        tmp_path / "drafts",
        "--json",
    ]
    drafts = run(*words).document["drafts"]
    assert {(draft["person"], draft["template"]) for draft in drafts} == {
        ("Ana López", "introduce-two"),
        ("Ben Okafor", "introduce-two"),
    }

    half = run("log", log, "Ana", "introduced")
    assert (half.exit_code, "--to NAME" in half.stderr) == (2, True)
    assert run("log", log, "Ana", "introduced", "--to", "Ana").exit_code == 2
    assert run("log", log, "Ana", "introduced", "--to", "Ben", "--note", "about rotas").exit_code == 0
    assert run("introductions", log, "--json").document["items"] == []
    assert run("referrals", log, "--json").document["introductions"] == [
        {"on": "2026-03-16", "who": "Ana López", "to": "Ben Okafor"}
    ]


def test_what_a_log_lacks_for_a_practice_is_said_in_one_line(kind: str, tmp_path: Path) -> None:
    log = a_log(tmp_path, kind, {"Contacts": [row[:5] for row in PEOPLE]})

    for command, what in (("referrals", "“Referred by”"), ("introductions", "“Needs” and “Offers”")):
        outcome = run(command, log)
        assert outcome.exit_code == 0
        assert outcome.stdout.count("\n") == 1
        assert what in outcome.stdout


def test_news_are_congratulated_on_once(kind: str, tmp_path: Path) -> None:
    log = a_log(tmp_path, kind, {"Contacts": PEOPLE})

    assert run("log", log, "Ana", "news", "--note", "her promotion", "--on", "2026-03-13").exit_code == 0
    items = run("due", log, "--json").document["items"]
    (item,) = (each for each in items if each["action"] == "congratulate")
    assert (item["person"], item["due"]) == ("Ana López", "2026-03-16")
    assert item["next_step"] == "Congratulate them"
    assert "“her promotion”" in item["why"]

    drafts = run("draft", log, "--person", "Ana", "--out", tmp_path / "drafts", "--json").document["drafts"]
    assert [draft["template"] for draft in drafts] == ["congratulate"]
    assert "her promotion" in drafts[0]["body"]

    assert run("done", log, "Ana").exit_code == 0
    items = run("due", log, "--json", "--within", "30").document["items"]
    assert not [each for each in items if each["action"] == "congratulate"]


def test_a_reaction_gives_and_moves_the_clock_half_of_the_way(kind: str, tmp_path: Path) -> None:
    rows = [PEOPLE[0], ["Ana López", "Northwind", "", day("2 Jan"), day("4 Jan"), "", "close", "", "", ""]]
    log = a_log(tmp_path, kind, {"Contacts": rows})
    for what, on in (("met", "5 Jan"), ("thanked", "5 Jan"), ("social", "4 Feb")):
        assert run("log", log, "Ana", what, "--on", on).exit_code == 0

    document = run("stats", log, "--json").document
    (item,) = run("due", log, "--json").document["items"]

    assert document["balance"]["given"] == 1
    assert (item["action"], item["due"], item["last_contact"]) == ("check_in", "2026-02-19", "2026-02-04")
    assert "a reaction that counts half" in item["why"]


COMPANIES: list[list[object]] = [
    ["Company", "Priority", "Role wanted", "Contacted through"],
    ["Northwind GmbH", "A", "Analyst", "Ben Okafor"],
    ["Globex", "B", "", ""],
    ["Umbrella", "A", "Data lead", "Wei Chen"],
]
RESOURCES: list[list[object]] = [
    ["Title", "Link", "Topics", "Sent to"],
    ["Rota study", "https://example.com/rota", "hospital rotas", "Ben Okafor"],
]


def words_of_summary(log: Path) -> str:
    sheet = read_workbook(log.read_bytes()).sheet("Netsheet Summary")
    assert sheet is not None
    return " ".join(str(cell) for row in sheet.rows for cell in row if cell != "")


def test_target_companies_are_covered_one_after_the_other(kind: str, tmp_path: Path) -> None:
    log = a_log(tmp_path, kind, {"Contacts": PEOPLE, "Companies": COMPANIES})

    assert run("refresh", log).exit_code == 0
    companies = run("stats", log, "--json").document["companies"]
    assert (companies["targets"], companies["without_people"]) == (3, 1)
    assert [(item["company"], len(item["people"])) for item in companies["items"]] == [
        ("Northwind GmbH", 1),
        ("Umbrella", 0),
        ("Globex", 1),
    ]
    assert "1 of 3 targets have nobody yet." in run("stats", log).stdout
    said = words_of_summary(log)
    assert "Target companies (3) 1 of 3 targets have nobody yet." in said
    assert "Nobody yet. Ways in: Wei Chen." in said
    assert "Chi Nakamura. Ways in: Ben Okafor, who led you to Chi Nakamura." in said
    report = tmp_path / "report.html"
    assert run("report", log, "--out", report).exit_code == 0
    assert "1 of 3 targets have nobody yet." in report.read_text("utf-8")

    assert run("add", log, "Ida Berg", "--company", "Umbrella", "--referred-by", "Wei Chen").exit_code == 0
    assert run("stats", log, "--json").document["companies"]["without_people"] == 0
    assert "You know somebody at each of them." in words_of_summary(log)


def test_an_article_goes_to_who_cares_about_it_and_only_once(kind: str, tmp_path: Path) -> None:
    log = a_log(tmp_path, kind, {"Contacts": PEOPLE, "Resources": RESOURCES})
    before = read_workbook(log.read_bytes()).sheet("Resources")

    assert run("refresh", log).exit_code == 0
    assert "Articles to share (1)" in words_of_summary(log)
    (item,) = run("share", log, "--json").document["items"]
    assert item["sent_to"] == ["Ben Okafor"]
    assert [(each["person"], each["words"]) for each in item["people"]] == [
        ("Ana López", ["hospital", "rotas"])
    ]

    command = shlex.split(item["people"][0]["draft_with"])[1:]
    drafts = run(*command, "--out", tmp_path / "drafts", "--json").document["drafts"]
    assert [(draft["template"], "https://example.com/rota" in draft["body"]) for draft in drafts] == [
        ("share-article", True)
    ]

    given = run("stats", log, "--json").document["balance"]["given"]
    assert run("log", log, "Ana", "gave", "--subject", "Rota study").exit_code == 0
    assert run("share", log, "--json").document["items"][0]["people"] == []
    assert run("stats", log, "--json").document["balance"]["given"] == given + 1
    assert "Articles to share" not in words_of_summary(log)
    assert read_workbook(log.read_bytes()).sheet("Resources") == before


def test_without_their_sheets_the_practices_leave_no_trace(kind: str, tmp_path: Path) -> None:
    log = a_log(tmp_path, kind, {"Contacts": PEOPLE})

    assert run("refresh", log).exit_code == 0

    said = words_of_summary(log)
    assert "Target companies" not in said
    assert "Articles" not in said
    assert "companies" not in run("stats", log, "--json").document
    outcome = run("share", log)
    assert (outcome.exit_code, outcome.stdout.count("\n")) == (0, 1)
    assert "has no sheet Resources" in outcome.stdout


def test_after_two_messages_without_an_answer_another_channel_is_named(kind: str, tmp_path: Path) -> None:
    headings: list[object] = ["Name", "E-mail", "LinkedIn", "Date", "Channel"]
    ana = ["Ana López", "ana@example.com", "linkedin.com/in/ana-lopez"]
    rows: list[list[object]] = [headings, [*ana, day("23 Feb"), "E-mail"], [*ana, day("2 Mar"), "E-mail"]]
    log = a_log(tmp_path, kind, {"Contacts": rows})

    (item,) = run("due", log, "--json").document["items"]
    drafts = run("draft", log, "--out", tmp_path / "drafts", "--json").document["drafts"]

    assert (item["next_step"], item["channel"]) == ("Send a reminder on LinkedIn this time", "LinkedIn")
    assert item["channels"] == {"e-mail": 2}
    assert drafts[0]["channel"].startswith("LinkedIn")
    assert "How you wrote to Ana López: e-mail 2" in run("due", log, "--person", "Ana").stdout


def test_a_mentor_and_a_buddy_have_a_rhythm_of_their_own(kind: str, tmp_path: Path) -> None:
    headings: list[object] = ["Name", "Date", "Activity", "Relationship"]
    rows = [headings]
    for name, tie in (("Ana", "Mentor"), ("Ben", "Job search buddy"), ("Chi", "Warm")):
        rows += [[name, day("2 Mar"), what, tie] for what in ("Meeting", "Thank-you")]
    log = a_log(tmp_path, kind, {"Contacts": rows})

    items = run("due", log, "--within", "120", "--json").document["items"]

    assert [(item["person"], item["due"]) for item in items] == [
        ("Ben", "2026-03-09"),
        ("Ana", "2026-04-01"),
        ("Chi", "2026-06-01"),
    ]


def test_the_anonymous_log_has_none_of_it(kind: str, tmp_path: Path) -> None:
    headings: list[object] = [*PEOPLE[0], "News"]
    news = ["Promoted to zeppelin captain, 10 Mar 2026", "launched a zeppelin", "", ""]
    rows = [headings, *([*row, text] for row, text in zip(PEOPLE[1:], news, strict=True))]
    log = a_log(tmp_path, kind, {"Contacts": rows, "Companies": COMPANIES, "Resources": RESOURCES})
    for words in (
        ("Ana", "introduced", "--to", "Ben"),
        ("Chi", "gave", "--subject", "Rota study"),
        ("Eva", "news", "--note", "her zeppelin"),
    ):
        assert run("log", log, *words).exit_code == 0

    outcome = run("anonymize", log, tmp_path / f"twin.{kind}")

    assert (outcome.exit_code, outcome.stderr) == (0, "")
    said = " ".join(
        str(cell)
        for sheet in read_workbook((tmp_path / f"twin.{kind}").read_bytes()).sheets
        for row in sheet.rows
        for cell in row
    )
    assert not [
        word for word in ("eppelin", "Rota study", "Okafor", "Umbrella", "rota-study") if word in said
    ]
