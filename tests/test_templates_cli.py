"""``netsheet templates`` through the real command line."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import Mock

import pytest

from netsheet.resources import bundled_templates
from tests.command_line import run


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(folder: Path, name: str, text: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def test_every_template_is_listed_with_what_it_is_for() -> None:
    outcome = run("templates", "list")
    names = {path.stem for path in bundled_templates().glob("*.j2")} - {"base"}
    assert outcome.exit_code == 0
    assert all(f" {name} " in outcome.stdout for name in names)
    document = run("templates", "list", "--json").document
    assert {item["name"] for item in document["templates"]} == names
    nudge = next(item for item in document["templates"] if item["name"] == "nudge-2")
    assert (nudge["for"], nudge["channels"], nudge["own"]) == (
        ["nudge 2"],
        ["e-mail", "LinkedIn", "text"],
        False,
    )


def test_a_template_is_shown_as_it_is_in_its_file() -> None:
    assert run("templates", "show", "check-in").stdout == (bundled_templates() / "check-in.j2").read_text(
        encoding="utf-8"
    )


def test_an_example_is_filled_in() -> None:
    outcome = run("templates", "show", "check-in", "--example")
    assert outcome.stdout.startswith("Subject: How are things at Northwind Clinics?\n\nHi Ana,\n")
    assert "{{" not in outcome.stdout
    assert run("templates", "show", "intro-note", "--example").stdout.startswith("Hi Ana, ")
    assert "{% block body %}" in run("templates", "show", "base", "--example").stdout


def test_an_example_says_days_and_meetings_in_its_language() -> None:
    outcome = run("templates", "show", "thank-you-meeting", "--example", "--language", "de")
    assert outcome.stdout.startswith(
        "Subject: Vielen Dank für das Telefonat am 3. März\n\nGuten Tag Ana López,\n"
    )
    outcome = run("templates", "show", "check-in", "--example", "--language", "fr")
    assert "Notre dernier échange remonte à trois semaines." in outcome.stdout


def test_an_unknown_template_is_answered_with_the_nearest() -> None:
    for command in (["show", "chekin"], ["copy", "chekin", "templates"]):
        outcome = run("templates", *command)
        assert outcome.exit_code == 2
        assert "Did you mean “check-in”?" in outcome.stderr


def test_a_copy_is_yours_and_never_written_over(tmp_path: Path) -> None:
    outcome = run("templates", "copy", "check-in", "templates")
    copy = tmp_path / "templates" / "check-in.j2"
    assert outcome.exit_code == 0
    assert copy.read_bytes() == (bundled_templates() / "check-in.j2").read_bytes()
    assert "check-in (yours)" in run("templates", "list").stdout
    copy.write_text("mine", encoding="utf-8")
    again = run("templates", "copy", "check-in", "templates")
    assert (again.exit_code, copy.read_text(encoding="utf-8")) == (5, "mine")
    assert run("templates", "copy", "base", "templates").exit_code == 0


def test_the_bundled_templates_are_in_order() -> None:
    outcome = run("templates", "check")
    assert (outcome.exit_code, outcome.stderr) == (0, "")
    assert "in the bundled templates" in outcome.stdout
    assert "No problems found." in outcome.stdout


FAULTY = "name: mine\ndescription: d\nchannel: text\nintent: give\nrequires: detail\n\nHi, {{ detial }}\n"
HINTED = "name: asks\ndescription: d\nchannel: text\nintent: ask\nrequires: detail\n\nHi, {{ detail | sentence }} Is it so?\n"


def test_a_check_names_file_line_and_the_nearest_variable_and_exits_1(tmp_path: Path) -> None:
    write(tmp_path / "templates", "mine.j2", FAULTY)
    outcome = run("templates", "check")
    assert outcome.exit_code == 1
    assert "mine.j2, line 7: “detial” is not a variable. Did you mean “detail”?" in outcome.stdout
    assert "1 error. " in outcome.stdout
    document = run("templates", "check", "templates", "--json").document
    assert (document["bundled"], document["templates"]) == (False, 1)
    assert [(item["file"], item["line"], item["severity"]) for item in document["findings"]] == [
        ("mine.j2", 7, "error")
    ]
    filled = run("templates", "show", "mine", "--example")
    assert filled.exit_code == 3
    assert "mine.j2, line 7" in filled.stderr


def test_a_hint_is_no_error(tmp_path: Path) -> None:
    write(tmp_path / "mine", "asks.j2", HINTED)
    outcome = run("templates", "check", "mine")
    assert outcome.exit_code == 0
    assert "can be answered with yes or no" in " ".join(outcome.stdout.split())
    assert "No errors. You can use all of them." in outcome.stdout


def test_a_template_that_cannot_be_read_is_listed_as_not_used(tmp_path: Path) -> None:
    write(tmp_path / "templates", "broken.j2", "nonsense\n\nHello\n")
    assert "Not used: templates" in run("templates", "list").stdout


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("missing", "There is no templates folder missing"),
        ("empty", "There are no templates in empty"),
        ("file", "file is a file, not a folder"),
    ],
)
def test_an_unusable_folder_is_named(name: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").touch()
    for command in (["check", name], ["list", "--templates", name]):
        outcome = run("templates", *command)
        assert outcome.exit_code == 2
        assert words in outcome.stderr


def test_a_folder_that_may_not_be_read_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    forbid = Mock(side_effect=PermissionError(13, "Permission denied"))
    monkeypatch.setattr(Path, "iterdir", forbid)
    outcome = run("templates", "list", "--templates", "locked")
    assert outcome.exit_code == 2
    assert "The templates folder locked cannot be read: Permission denied." in outcome.stderr


def test_the_bundled_folder_beside_a_log_is_not_taken_for_the_users_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(bundled_templates().parent)
    document = run("templates", "list", "--json").document
    assert not any(item["own"] for item in document["templates"])


def test_templates_are_listed_shown_and_copied_in_other_languages(tmp_path: Path) -> None:
    listed = run("templates", "list", "--language", "de", "--json").document["templates"]
    shown = run("templates", "show", "check-in", "--language", "fr", "--example").stdout
    copied = run("templates", "copy", "check-in", tmp_path, "--language", "es")

    assert {item["name"] for item in listed} == {
        item["name"] for item in run("templates", "list", "--json").document["templates"]
    }
    assert "Hält den Kontakt" in next(item["description"] for item in listed if item["name"] == "check-in")
    assert "Bonjour Ana," in shown
    assert (tmp_path / "es" / "check-in.j2").read_bytes() == (
        bundled_templates() / "es" / "check-in.j2"
    ).read_bytes()
    assert copied.exit_code == 0
    assert "Did you mean “es”?" in run("templates", "list", "--language", "esp").stderr
