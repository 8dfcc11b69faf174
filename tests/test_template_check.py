"""The template check: what cannot work, what will disappoint, what could read better, each on its line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from netsheet.render.template_check import check_templates
from tests.draft_people import BUNDLED
from tests.test_templates import put

Found = tuple[str, int, str, str]


def check(folder: Path) -> list[Found]:
    return [
        (Path(finding.path).name, finding.line, finding.severity, finding.message)
        for finding in check_templates(BUNDLED, folder)
    ]


def test_the_bundled_templates_have_nothing_to_be_said_about() -> None:
    assert check_templates(BUNDLED) == ()


def test_only_the_users_own_folder_is_reported(tmp_path: Path) -> None:
    put(tmp_path, requires="detail", body="Hi {{ first_name }}, {{ detail }}")

    assert check(tmp_path) == []


@pytest.mark.parametrize(
    ("body", "line", "said"),
    [
        ("one\n{% if %}", 10, "Expected an expression, got 'end of statement block'."),
        ("one\n\n{{ first_nam }}", 11, "“first_nam” is not a variable. Did you mean “first_name”?"),
        ("{% if qqqq %}x{% endif %}", 9, "“qqqq” is not a variable."),
        ("{{ me.nmae }}", 9, "“me.nmae” is not a variable. Did you mean “me.name”?"),
        ("{{ me['nmae'] }}", 9, "“me.nmae” is not a variable. Did you mean “me.name”?"),
        ("{{ person.emial }}", 9, "“person.emial” is not a variable. Did you mean “person.email”?"),
        (
            "{{ last_sent.subjct }}",
            9,
            "“last_sent.subjct” is not a variable. Did you mean “last_sent.subject”?",
        ),
        ("{{ name | shout }}", 9, "No filter named 'shout'."),
        ("{% if name is nice %}x{% endif %}", 9, "No test named 'nice' found."),
        ("x\n{{ me }}", 10, "A template can print texts, numbers and dates, but not a dict."),
        ("x\n{{ 1 / 0 }}", 10, "Division by zero."),
        (
            "x\n{% include '_none.j2' %}",
            10,
            "There is no template “_none.j2”, neither in this folder nor among the bundled ones.",
        ),
        ("x\n{% include name %}", 10, "Write the name of the other template in quotes."),
        ("{% extends 'mine.j2' %}", 9, "It calls itself without end."),
    ],
)
def test_what_cannot_work_is_an_error_on_its_line(tmp_path: Path, body: str, line: int, said: str) -> None:
    put(tmp_path, requires="detail", body=body)
    path = tmp_path / "mine.j2"
    assert path.read_text(encoding="utf-8").splitlines()[8] == body.split("\n", 1)[0]

    assert check(tmp_path) == [("mine.j2", line, "error", said)]


def test_a_fault_in_the_header_or_the_subject_is_reported_with_its_line(tmp_path: Path) -> None:
    put(tmp_path, "a.j2", requires="detail", subject="Hi {{ frist_name }}", name="a")
    put(tmp_path, "b.j2", requires="deatil", name="b")
    put(tmp_path, "c.j2", nmae="c", name="c")

    assert check(tmp_path) == [
        ("a.j2", 6, "error", "“frist_name” is not a variable. Did you mean “first_name”?"),
        ("b.j2", 7, "error", "“deatil” is not a variable. Did you mean “detail”?"),
        ("c.j2", 7, "error", "“nmae” is not a header key. Did you mean “name”?"),
    ]


def test_unknown_names_are_found_through_extends_include_and_import(tmp_path: Path) -> None:
    (tmp_path / "_base.j2").write_text("{{ frist_name }}\n{% block body %}x{% endblock %}", encoding="utf-8")
    (tmp_path / "_sign.j2").write_text("Yours,\n{{ me.nam }}", encoding="utf-8")
    (tmp_path / "_macro.j2").write_text("{% macro m(x) %}{{ x }}{{ compny }}{% endmacro %}", encoding="utf-8")
    body = '{% extends "_base.j2" %}{% block body %}{% include "_sign.j2" %}{% from "_macro.j2" import m %}{{ m(1) }}{% endblock %}'
    put(tmp_path, requires="detail", body=body)

    assert check(tmp_path) == [
        ("_base.j2", 1, "error", "“frist_name” is not a variable. Did you mean “first_name”?"),
        ("_macro.j2", 1, "error", "“compny” is not a variable. Did you mean “company”?"),
        ("_sign.j2", 2, "error", "“me.nam” is not a variable. Did you mean “me.name”?"),
    ]


def test_names_that_a_template_sets_itself_are_known_in_what_it_includes(tmp_path: Path) -> None:
    (tmp_path / "_piece.j2").write_text("{{ greeting }}", encoding="utf-8")
    put(tmp_path, requires="detail", body='{% set greeting = "Hello" %}{% include "_piece.j2" %}{{ detail }}')

    assert check(tmp_path) == []


def test_a_fault_in_a_piece_is_reported_in_its_own_file_and_once(tmp_path: Path) -> None:
    (tmp_path / "_sign.j2").write_text("x\ny\n{% if %}", encoding="utf-8")
    put(tmp_path, "a.j2", requires="detail", name="a", body='{% include "_sign.j2" %}')
    put(tmp_path, "b.j2", requires="detail", name="b", body='{% include "_sign.j2" %}')

    assert check(tmp_path) == [
        ("_sign.j2", 3, "error", "Expected an expression, got 'end of statement block'.")
    ]


@pytest.mark.parametrize(
    ("header", "body", "severity", "said"),
    [
        ({}, "{% extends 'base.j2' %}{% block closing %} {% endblock %}", "warning", "The block “closing” is empty, so it removes the text of this block in the template it extends."),
        ({}, "{% if not first_name %}x{% endif %}", "warning", "The message is empty."),
        ({}, "How are you? What is new?", "warning", "It asks for two things: “How are you?” and “What is new?”. Keep one."),
        ({}, "Dear [NAME], hello", "warning", "“[NAME]” is still in the text: put the real words there."),
        ({"max_words": "3"}, "one two three four", "warning", "With the example values it has 4 words, but max_words is 3."),
        ({"channel": "LinkedIn note"}, "x" * 201, "warning", "It has 201 characters and this channel takes 200: shorten the detail or the template."),
        ({}, "Hello. Are you free?", "hint", "“Are you free?” can be answered with yes or no. An open question gets a fuller answer."),
        ({"requires": ""}, "Hello", "hint", "It uses no personal detail. Add “requires: detail”, so that each draft is different."),
    ],
)  # fmt: skip
def test_what_will_disappoint_is_a_warning_and_what_could_be_better_a_hint(
    tmp_path: Path, header: dict[str, str], body: str, severity: str, said: str
) -> None:
    put(tmp_path, "mine.j2", body, **{"requires": "detail", **header})

    ((file, line, found, message),) = check(tmp_path)

    lines = (tmp_path / "mine.j2").read_text(encoding="utf-8").splitlines()
    assert (file, found, message) == ("mine.j2", severity, said)
    assert lines[line - 1] == body


def test_a_template_that_thanks_needs_no_detail_to_be_left_in_peace(tmp_path: Path) -> None:
    put(tmp_path, intent="thanks", body="Thank you")

    assert check(tmp_path) == []


@pytest.mark.parametrize("language", ["de", "fr", "es"])
def test_a_folder_of_one_language_is_checked_in_that_language(tmp_path: Path, language: str) -> None:
    own = shutil.copytree(BUNDLED / language, tmp_path / "templates" / language)

    assert check(own) == []
    assert check(own.parent) == []


@pytest.mark.parametrize(
    ("language", "question"),
    [("de", "Haben Sie Zeit?"), ("fr", "Auriez-vous un moment ?"), ("es", "¿Tienes un momento?")],
)
def test_a_yes_or_no_question_is_found_in_each_language(tmp_path: Path, language: str, question: str) -> None:
    folder = tmp_path / language
    folder.mkdir()
    put(folder, requires="detail", body=question)

    hint = f"“{question}” can be answered with yes or no. An open question gets a fuller answer."
    assert check(folder) == [("mine.j2", 9, "hint", hint)]
