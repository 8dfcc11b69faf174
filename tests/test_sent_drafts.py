"""Drafts that were sent become lines of the history: chosen by answers or by the ticks of the page, and only once."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest

from netsheet.core.drafts.stems import find_by_stem, spell_stems
from netsheet.core.recording.history_lines import HistoryLine, interpret_history
from netsheet.core.recording.sheet_names import HISTORY_SHEET
from netsheet.engines import read_workbook
from tests.command_line import TODAY, copy_of_sample, run
from tests.draft_people import a_person
from tests.engine.documents import as_document
from tests.test_recording_commands import NUDGE, REPLY, log_of

LATER = "2026-03-17"
WAITING = ("Chiara Rossi", "Acme", "chiara@example.com", "2026-03-13", "e-mail")


@pytest.fixture(params=["xlsx", "ods"])
def log(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = log_of(tmp_path, NUDGE, REPLY, WAITING)
    if request.param == "ods":
        document = path.with_suffix(".ods")
        document.write_bytes(as_document(path))
        path.unlink()
        path = document
    assert run("draft", path).exit_code == 0
    return path


def history(log: Path) -> list[HistoryLine]:
    lines, findings = interpret_history(read_workbook(log.read_bytes()).sheet(HISTORY_SHEET))
    assert findings == ()
    return list(lines)


def drafts_of(log: Path) -> Path:
    return log.parent / "drafts"


def test_the_drafts_that_were_sent_are_asked_for_and_recorded_with_their_template(log: Path) -> None:
    outcome = run("done", log, "--drafts", drafts_of(log), typed="y\nn\n")

    assert outcome.stdout.splitlines()[:3] == [
        "2 drafts of 16 Mar. netsheet cannot see what your mail program or browser sent, so it asks. Enter alone means no.",
        "Ana Lopez, Acme: nudge-1, e-mail. Sent? [y/N]: y",
        "Ben O'Hara, Birch Bank: reply-owed, e-mail. Sent? [y/N]: n",
    ]
    assert "Recorded as done for Ana Lopez: send a reminder by e-mail." in outcome.stdout
    [line] = history(log)
    assert (line.who, line.what, line.channel, line.template) == ("Ana Lopez", "wrote", "e-mail", "nudge-1")
    assert line.source_id == "draft 2026-03-16/nudge-1--ana-lopez"


def test_where_the_answers_end_before_the_last_question_those_given_are_recorded(log: Path) -> None:
    outcome = run("done", log, "--drafts", drafts_of(log), typed="y\n")

    assert outcome.exit_code == 1
    assert "Recorded as done for Ana Lopez" in outcome.stdout
    assert outcome.stderr.splitlines()[-2:] == [
        "netsheet: The question was not answered. What you answered with y before it is recorded.",
        "  The same command asks about the rest. Or type the people's names behind done.",
    ]
    assert [line.who for line in history(log)] == ["Ana Lopez"]
    again = run("done", log, "--drafts", drafts_of(log), typed="y\n")
    assert "Ana" not in again.stdout.partition("Sent?")[0]
    assert [line.who for line in history(log)] == ["Ana Lopez", "Ben O'Hara"]


@pytest.mark.parametrize(("typed", "options"), [("", []), ("n\n", []), ("y\n", ["--dry-run"])])
def test_where_no_answer_can_be_kept_it_says_that_nothing_is_recorded(
    typed: str, options: list[str], log: Path
) -> None:
    before = log.read_bytes()
    outcome = run("done", log, "--drafts", drafts_of(log), *options, typed=typed)

    assert (outcome.exit_code, log.read_bytes()) == (1, before)
    assert "netsheet: The question was not answered. Nothing was recorded.\n" in outcome.stderr


def test_what_is_recorded_is_not_asked_for_again(log: Path) -> None:
    run("done", log, "--drafts", drafts_of(log), typed="y\ny\n")
    before = log.read_bytes()
    outcome = run("done", log, "--drafts", drafts_of(log), typed="y\ny\n", today=LATER)

    assert outcome.stdout.splitlines() == ["2 drafts are in the history already.", "Nothing was recorded."]
    assert log.read_bytes() == before
    run("undo", log)
    assert "2 drafts of 16 Mar" in run("done", log, "--drafts", drafts_of(log), typed="\n\n").stdout


def test_a_later_step_is_not_done_with_an_old_draft(log: Path) -> None:
    run("done", log, "Ana")
    before = log.read_bytes()
    outcome = run("done", log, "--drafts", drafts_of(log), "Ana", today="2026-03-24")

    assert outcome.stdout.startswith("You have written to Ana Lopez since that draft, so nothing was added.")
    assert log.read_bytes() == before


def test_a_draft_that_no_step_asked_for_is_a_message(log: Path) -> None:
    run("draft", log, "--person", "Chiara", "--template", "check-in", "--anyway")
    outcome = run("done", log, "--drafts", drafts_of(log), "Chiara")

    assert outcome.stdout.startswith("Chiara Rossi: you wrote today.")
    [line] = history(log)
    assert (line.what, line.channel, line.template, line.ends) == ("wrote", "e-mail", "check-in", ())


def test_the_command_of_the_page_records_what_is_ticked(log: Path) -> None:
    page = (drafts_of(log) / "index.html").read_text(encoding="utf-8")
    command = page.partition('data-command="')[2].partition('"')[0].replace("&#34;", '"')
    words = shlex.split(command)[1:]

    run(*words, "ana@example.com", "ben@example.com")
    before = log.read_bytes()
    again = run(*words, "ana@example.com", "ben@example.com")

    assert [(line.who, line.template) for line in history(log)] == [
        ("Ana Lopez", "nudge-1"),
        ("Ben O'Hara", "reply-owed"),
    ]
    assert again.stdout.count("This is in the history already.") == 2
    assert log.read_bytes() == before


def test_many_ticks_are_recorded_at_once_and_none_twice(tmp_path: Path) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path)
    drafted = {draft["person"] for draft in run("draft", log, "--json").document["drafts"]}
    run("done", log, "--drafts", drafts_of(log), typed="y\n" * len(drafted))

    assert {line.who for line in history(log)} == drafted
    items = run("due", log, "--json").document["items"]
    assert not drafted & {item["person"] for item in items if item["due"] and item["due"] <= TODAY}
    names = ["Leila", "Ines", "Kofi", "Marek", "Beatriz", "Tobias", "Samuel"]
    assert run("done", log, *names).stdout.count("Nothing was due for") == len(names)


def test_a_dry_run_records_nothing(log: Path) -> None:
    before = log.read_bytes()
    outcome = run("done", log, "--drafts", drafts_of(log), "Ana", "--dry-run")

    assert outcome.stdout.startswith("Not written, because of --dry-run: Recorded as done for Ana Lopez")
    assert log.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--drafts", "nowhere"], "netsheet knows of no drafts in nowhere."),
        (["--drafts", "drafts", "Chiara"], "have none for Chiara Rossi."),
        (["--drafts", "drafts", "--json"], "With --json, done cannot ask"),
        (["--drafts", "drafts", "--goal", "read"], "With --goal you can give only --on."),
    ],
)
def test_what_cannot_be_recorded_is_said_with_what_to_do(
    words: list[str], message: str, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(log.parent)
    outcome = run("done", log.name, *words)

    assert outcome.exit_code == 2
    assert message in outcome.stderr


def test_two_drafts_for_one_person_are_asked_about_one_by_one(log: Path) -> None:
    run("draft", log, "--person", "Ana", "--template", "check-in", "--anyway")
    outcome = run("done", log, "--drafts", drafts_of(log), "Ana")

    assert outcome.exit_code == 2
    assert "has 2 drafts for Ana Lopez." in outcome.stderr
    run("done", log, "--drafts", drafts_of(log), typed="y\ny\nn\n")
    assert {line.template for line in history(log)} == {"check-in", "nudge-1"}


def test_drafts_for_nobody_in_the_log_are_left_out(log: Path) -> None:
    memory = drafts_of(log) / ".netsheet-drafts.json"
    document = json.loads(memory.read_text(encoding="utf-8"))
    document["drafts"]["2026-03-16/nudge-1--zoe-quinn"] = {
        "person": "zoe-quinn",
        "template": "nudge-1",
        "channel": "text",
    }
    document["drafts"]["no day/x"] = document["drafts"]["2026-03-16/x"] = {"channel": "pigeon"}
    memory.write_text(json.dumps(document), encoding="utf-8")

    said = run("done", log, "--drafts", drafts_of(log), typed="n\nn\n").stdout.splitlines()
    assert said[0] == "1 draft is for nobody in this log and is left out."
    assert said[-1] == "Nothing was recorded."


@pytest.mark.parametrize(
    ("stem", "found"),
    [("ana-lopez", None), ("bo-lind", "e:bo@example.com"), ("zoe", None), ("", None)],
)
def test_a_file_name_means_one_person_or_nobody(stem: str, found: str | None) -> None:
    people = [
        a_person("Ana López", email="one@example.com"),
        a_person("Ana Lopez", email="two@example.com"),
        a_person("Bo Lind", email="bo@example.com"),
        a_person("李", email="li@example.com"),
    ]
    person = find_by_stem(people, stem)

    assert (person.key if person else None) == found
    assert all(
        find_by_stem(people, own) is each for each in people for own in [spell_stems(people)[each.key]]
    )


def test_the_article_that_a_draft_passed_on_is_named_and_counts_as_given(tmp_path: Path) -> None:
    log = log_of(tmp_path, NUDGE, REPLY)
    link, title = "https://example.com/rota-study", "A study on rotas"
    words = ("--person", "Ben", "--template", "share-article", "--give", f"link={link}")
    run("draft", log, *words, "--give", f"title={title}")
    outcome = run("done", log, "--drafts", drafts_of(log), typed="y\n")

    assert f"Ben O'Hara, Birch Bank: share-article ({title}, {link}), e-mail. Sent?" in outcome.stdout
    assert f"“{title}, {link}”" in " ".join(outcome.stdout.split())
    assert [line.subject for line in history(log)] == [f"{title}, {link}"]
    assert run("done", log, "--drafts", drafts_of(log)).stdout.startswith(
        "1 draft is in the history already."
    )


def test_a_draft_that_passes_nothing_on_names_no_article(tmp_path: Path) -> None:
    log = log_of(tmp_path, NUDGE)
    run("draft", log, "--give", "link=https://example.com/rota-study")

    outcome = run("done", log, "--drafts", drafts_of(log), typed="y\n")

    assert "nudge-1, e-mail. Sent?" in outcome.stdout
    assert [line.subject for line in history(log)] == [""]
