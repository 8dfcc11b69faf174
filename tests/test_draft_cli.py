"""``netsheet draft`` through the real command line, on the samples and on a starter workbook with own rows."""

from __future__ import annotations

import email
import email.policy
import json
from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest

from tests.command_line import TODAY, copy_of_sample, run

PEOPLE: tuple[Mapping[str, object], ...] = (
    {"Name": "Ana López", "Company": "Elm", "E-mail": "ana@example.com", "Details": "your night rota"},
    {"Name": "Ben Okafor", "Company": "Oak", "E-mail": "ben@example.com", "Details": "your forecast"},
    {"Name": "Cai Webb"},
    {"Name": "Dora Quiet", "E-mail": "dora@example.com", "Details": "x", "Do not contact": "Yes"},
)


def a_workbook(folder: Path, people: tuple[Mapping[str, object], ...] = PEOPLE) -> Path:
    """Make a log in which everyone was written to on 2 March: a first nudge is due."""
    log = folder / "log.xlsx"
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "Log"
    headings = (
        "Name",
        "Company",
        "E-mail",
        "Details",
        "Do not contact",
        "Notes",
        "Date sent",
        "Channel",
        "Intent",
    )
    sheet.append(headings)
    for person in people:
        row = {"Date sent": "2026-03-02", "Channel": "Email", **person}
        sheet.append([row.get(heading) for heading in headings])
    settings = workbook.create_sheet("Netsheet Settings")
    for line in (("Setting", "Value"), ("My name", "Sam Reed"), ("My e-mail", "sam@example.com")):
        settings.append(line)
    workbook.save(log)
    return log


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", ["plain-log.xlsx", "two-sheets.xlsx", "rich.xlsx", "messy-log.csv"])
def test_each_sample_gets_drafts_and_the_log_stays_as_it_was(name: str, tmp_path: Path) -> None:
    log = copy_of_sample(name, tmp_path)
    before = log.read_bytes()
    outcome = run("draft", log)
    assert (outcome.exit_code, outcome.stderr) == (0, "")
    assert "Nothing was sent." in outcome.stdout
    assert str(tmp_path / "drafts" / "index.html") in outcome.stdout.replace("\n", "")
    assert log.read_bytes() == before
    for path in (tmp_path / "drafts" / TODAY).glob("*.eml"):
        message = email.message_from_bytes(path.read_bytes(), policy=email.policy.strict)
        assert message.items()[0] == ("X-Unsent", "1")
        assert len(message.get_all("To", [])) == 1


def test_drafts_are_written_beside_the_log_and_what_is_blocked_names_its_cell(tmp_path: Path) -> None:
    outcome = run("draft", a_workbook(tmp_path))
    assert names(tmp_path / "drafts") == {
        ".netsheet-drafts.json",
        "index.html",
        f"{TODAY}/nudge-1--ana-lopez.eml",
        f"{TODAY}/nudge-1--ana-lopez.txt",
        f"{TODAY}/nudge-1--ben-okafor.eml",
        f"{TODAY}/nudge-1--ben-okafor.txt",
    }
    assert "Log!C4" in outcome.stdout
    assert "2 drafts written, 1 blocked. Nothing was sent." in outcome.stdout
    assert "Before you send" not in outcome.stdout


def test_the_document_has_every_draft_and_every_block(tmp_path: Path) -> None:
    log = a_workbook(tmp_path)
    document = run("draft", log, "--json", "--person", "Ana", "--person", "cai").document
    body = document["drafts"][0].pop("body")
    assert body.startswith("Hi Ana,\n")
    day = tmp_path / "drafts" / TODAY
    files = [str(day / f"nudge-1--ana-lopez.{suffix}") for suffix in ("eml", "txt")]
    assert document == {
        "schema": 1,
        "workbook": str(log),
        "today": TODAY,
        "dry_run": False,
        "folder": str(tmp_path / "drafts"),
        "index": str(tmp_path / "drafts" / "index.html"),
        "drafts": [
            {
                "person": "Ana López",
                "company": "Elm",
                "template": "nudge-1",
                "language": "en",
                "channel": "e-mail",
                "to": "ana@example.com",
                "subject": "My message of 2 March",
                "why": "No reply 10 working days after your e-mail of 2 Mar; reminder 1 of 2.",
                "sheet": "Log",
                "cell": "A2",
                "path": files[0],
                "files": files,
                "written": True,
                "note": "",
                "warnings": [],
                "unfinished": False,
                "gaps": [],
            }
        ],
        "blocked": [
            {
                "person": "Cai Webb",
                "template": None,
                "reason": "There is no e-mail address, LinkedIn page or phone number for Cai Webb.",
                "sheet": "Log",
                "cell": "C4",
            }
        ],
    }


def test_a_second_run_writes_nothing_and_keeps_what_a_person_edited(tmp_path: Path) -> None:
    log = a_workbook(tmp_path)
    run("draft", log)
    edited = tmp_path / "drafts" / TODAY / "nudge-1--ana-lopez.txt"
    edited.write_text("Dear Ana, my own words.", encoding="utf-8")
    stamps = {path: path.stat().st_mtime_ns for path in edited.parent.iterdir()}
    outcome = run("draft", log)
    assert "0 drafts written, 1 kept with your edits, 1 already there, 1 blocked." in outcome.stdout
    assert "Not written (1): You have edited this draft; your version is kept." in outcome.stdout
    assert edited.read_text(encoding="utf-8") == "Dear Ana, my own words."
    assert {path: path.stat().st_mtime_ns for path in edited.parent.iterdir()} == stamps
    drafts = run("draft", log, "--json").document["drafts"]
    assert [draft["written"] for draft in drafts] == [False, False]


def test_a_dry_run_prints_the_first_lines_and_writes_nothing(tmp_path: Path) -> None:
    log = a_workbook(tmp_path)
    outcome = run("draft", log, "--dry-run", "--person", "Ana")
    assert "Subject: My message of 2 March" in outcome.stdout
    assert "  | My message of 2 March may have come at a busy moment" in outcome.stdout
    assert "1 draft would be written. Nothing was sent." in outcome.stdout
    assert names(tmp_path) == {"log.xlsx"}
    document = run("draft", log, "--dry-run", "--json").document
    assert (document["dry_run"], document["index"]) == (True, None)
    assert {(draft["written"], draft["note"]) for draft in document["drafts"]} == {
        (False, "Dry run: nothing was written.")
    }
    run("draft", log)
    assert (
        "0 drafts would be written, 1 already there."
        in run("draft", log, "--dry-run", "--person", "Ana").stdout
    )


@pytest.mark.parametrize(
    ("options", "exit_code"),
    [
        (["--person", "Ana"], 0),
        (["--person", "Cai"], 1),
        (["--person", "Cai", "--json"], 1),
        (["--person", "Cai", "--dry-run"], 1),
    ],
)
def test_strict_exits_1_on_any_block(options: list[str], exit_code: int, tmp_path: Path) -> None:
    assert run("draft", a_workbook(tmp_path), "--strict", *options).exit_code == exit_code


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--person", "Bem"], ["Nobody in log.xlsx matches “Bem”.", "Did you mean “Ben Okafor”?"]),
        (["--person", "Zzz"], ["Nobody in log.xlsx matches “Zzz”.", "Type a name, a part of one"]),
        (["--person", "Ana", "--with", "Bem"], ["matches “Bem”", "Did you mean “Ben Okafor”?"]),
        (["--person", "Ana", "--with", "Ana"], ["--person and --with both mean Ana López"]),
        (
            ["--person", "Ana", "--person", "Cai", "--with", "Ben"],
            ["--person matches 2: Ana", "full name"],
        ),
        (
            ["--person", "Ana", "--with", "example", "--limit", "1"],
            ["--with matches 3: Ana López, Ben Okafor, Dora Quiet"],
        ),
        (["--with", "Ben"], ["--with needs --person"]),
        (["--template", "chekin"], ["There is no template “chekin”.", "Did you mean “check-in”?"]),
        (["--template", "zzz"], ["There is no template “zzz”.", "netsheet templates list"]),
        (["--template", "base"], ["“base” is a part that other templates use"]),
        (["--kind", "nugde"], ["There is no kind “nugde”. Did you mean “nudge”?"]),
        (["--kind", "zzz"], ["There is no kind “zzz”. There are: promise, thank"]),
        (["--channel", "linkdin"], ["Did you mean “LinkedIn”?"]),
        (["--channel", "fax"], ["There are: e-mail, LinkedIn, LinkedIn note, text."]),
        (["--give", "lnk=x"], ["“lnk” is not one of the keys. Did you mean “link”?"]),
        (["--give", "link"], ["“link” has no KEY or no TEXT"]),
        (["--give", "link="], ["has no KEY or no TEXT"]),
        (["--format", "pdf"], ["There is no format “pdf”. There are: eml, txt."]),
        (["--limit", "0"], ["“0” is not a whole number of 1 or more."]),
        (["--templates", "missing"], ["There is no templates folder missing", "netsheet templates copy"]),
    ],
)
def test_what_is_not_there_is_a_usage_error_with_the_nearest(
    options: list[str], words: list[str], tmp_path: Path
) -> None:
    outcome = run("draft", a_workbook(tmp_path), *options)
    assert (outcome.exit_code, outcome.stdout) == (2, "")
    said = " ".join(outcome.stderr.split())
    assert all(word in said for word in words), said
    assert names(tmp_path) == {"log.xlsx"}


@pytest.mark.parametrize("kind", ["check_in", "check-in", "Check in", "CHECKIN"])
def test_a_kind_may_be_spelled_any_way(kind: str, tmp_path: Path) -> None:
    outcome = run("draft", a_workbook(tmp_path), "--kind", kind)
    assert outcome.exit_code == 0
    assert "No action of the kind “check_in” is due" in outcome.stdout


@pytest.mark.parametrize("channel", ["e-mail", "EMAIL", "mail"])
def test_a_channel_may_be_spelled_any_way(channel: str, tmp_path: Path) -> None:
    drafts = run("draft", a_workbook(tmp_path), "--channel", channel, "--json").document["drafts"]
    assert {draft["channel"] for draft in drafts} == {"e-mail"}


def test_nothing_due_says_how_to_write_all_the_same(tmp_path: Path) -> None:
    log = a_workbook(tmp_path)
    outcome = run("draft", log, today="2026-03-03")
    assert outcome.stdout.startswith("Nothing is due, so there is nothing to write.")
    assert "--person" in outcome.stdout


def test_a_person_is_written_to_although_nothing_is_due(tmp_path: Path) -> None:
    document = run(
        "draft", a_workbook(tmp_path), "--person", "ana lopez", "--template", "check-in", "--json"
    ).document
    assert [draft["template"] for draft in document["drafts"]] == ["check-in"]


def test_an_introduction_asks_both_people_first(tmp_path: Path) -> None:
    document = run("draft", a_workbook(tmp_path), "--person", "Ana", "--with", "Ben", "--json").document
    assert {draft["person"]: draft["subject"] for draft in document["drafts"]} == {
        "Ana López": "Someone you might like to know: Ben Okafor",
        "Ben Okafor": "Someone you might like to know: Ana López",
    }


def test_what_only_the_user_knows_is_given(tmp_path: Path) -> None:
    words = ("--give", "link=https://example.com/a?b=c", "--give", "Title=a study")
    options = ("--person", "Ana", "--template", "share-article", *words, "--json")
    (draft,) = run("draft", a_workbook(tmp_path), *options).document["drafts"]
    assert draft["subject"] == "For you: a study"
    assert "https://example.com/a?b=c" in draft["body"]


def test_an_ask_to_someone_to_give_first_waits_until_anyway(tmp_path: Path) -> None:
    asked = {**PEOPLE[0], "Intent": "Ask"}
    log = a_workbook(tmp_path, ({**asked, "Date sent": "2026-02-16"}, asked))
    options = ("draft", log, "--template", "nudge-1", "--json")
    assert "give first" in run(*options).document["blocked"][0]["reason"]
    assert len(run(*options, "--anyway").document["drafts"]) == 1


def test_the_limit_takes_the_highest_ranked_and_formats_say_which_files(tmp_path: Path) -> None:
    out = tmp_path / "elsewhere"
    run("draft", a_workbook(tmp_path), "--limit", 1, "--format", "txt", "--out", out)
    assert names(out) == {".netsheet-drafts.json", "index.html", f"{TODAY}/nudge-1--ana-lopez.txt"}


def test_a_folder_that_cannot_be_made_is_refused_in_one_line(tmp_path: Path) -> None:
    log = a_workbook(tmp_path)
    outcome = run("draft", log, "--out", log)
    assert outcome.exit_code == 5
    assert "cannot be created" in outcome.stderr


def test_a_note_is_used_with_a_warning_that_stands_once(tmp_path: Path) -> None:
    people = tuple(
        {"Name": f"Person {letter}", "E-mail": f"{letter}@example.com", "Notes": f"Met at stand {letter * 3}"}
        for letter in "abcdef"
    )
    log = a_workbook(tmp_path, people)
    outcome = run("draft", log)
    assert "6 drafts written, 6 unfinished. Nothing was sent." in outcome.stdout
    assert outcome.stdout.count("The text in square brackets is your own note") == 1
    mixed = a_workbook(tmp_path, (*people, PEOPLE[0]))
    said = " ".join(run("draft", mixed).stdout.split())
    assert "6 of 7 drafts: The text" in said


def own_template(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.j2").write_text(text, encoding="utf-8")
    return folder


OWN = (
    "name: nudge-1\ndescription: mine\nfor: nudge 1\nchannel: e-mail\nintent: ask\nsubject: Mine\n"
    "requires: detail\n\nMy own nudge about {{ detail }}\n"
)


def test_the_users_templates_beside_the_log_come_first(tmp_path: Path) -> None:
    log = a_workbook(tmp_path)
    own_template(tmp_path / "templates", "mine", OWN)
    (draft,) = run("draft", log, "--person", "Ana", "--json").document["drafts"]
    assert draft["subject"] == "Mine"


def test_a_templates_folder_that_is_named_takes_the_place_of_the_one_beside_the_log(tmp_path: Path) -> None:
    log = a_workbook(tmp_path)
    own_template(tmp_path / "templates", "mine", OWN)
    other = own_template(tmp_path / "other", "mine", OWN.replace("Mine", "Other"))
    (draft,) = run("draft", log, "--person", "Ana", "--templates", other, "--json").document["drafts"]
    assert draft["subject"] == "Other"


def test_a_faulty_template_is_named_once_and_the_bundled_one_is_used(tmp_path: Path) -> None:
    log = a_workbook(tmp_path)
    own_template(tmp_path / "templates", "mine", "name: mine\nsubjekt: x\n\nHello\n")
    outcome = run("draft", log, "--person", "Ana")
    assert outcome.exit_code == 0
    assert outcome.stdout.count("Not used: ") == 1
    assert "1 draft written" in outcome.stdout
    wanted = run("draft", log, "--template", "mine")
    assert wanted.exit_code == 2
    assert "The template “mine” cannot be used" in wanted.stderr


@pytest.mark.parametrize("columns", [80, 120])
def test_no_line_of_a_table_is_wider_than_the_terminal(
    columns: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("NO_COLOR", "1")
    outcome = run("draft", copy_of_sample("two-sheets.xlsx", tmp_path), "--out", tmp_path / "d")
    assert "\x1b" not in outcome.stdout
    lines = [line for line in outcome.stdout.splitlines() if str(tmp_path) not in line]
    assert max(map(len, lines)) <= columns
    assert ("promise-kept--thandiwe-mokoena.eml" in outcome.stdout) == (columns == 120)
    assert "As promised" in outcome.stdout
    assert " promise-kept" in outcome.stdout


def test_what_netsheet_remembers_is_json(tmp_path: Path) -> None:
    run("draft", a_workbook(tmp_path), "--person", "Ana")
    memory = json.loads((tmp_path / "drafts" / ".netsheet-drafts.json").read_text(encoding="utf-8"))
    assert set(memory["files"]) == {f"{TODAY}/nudge-1--ana-lopez.{suffix}" for suffix in ("eml", "txt")}
