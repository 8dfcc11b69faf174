"""Reading templates: the header block, whose template counts, and errors on the line where they stand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docs.templates_page import templates_page
from netsheet.core.drafts.requests import DRAFT_KINDS, BlockedDraft, Draft, Occasion, TemplateInfo
from netsheet.core.drafts.variables import BY_NAME
from netsheet.render.drafts import render_draft
from netsheet.render.template_check import check_templates, example_request
from netsheet.render.templates import BUNDLED as BUNDLED_PREFIX
from netsheet.render.templates import KEYS, TemplateSet, load_templates, split_header
from tests.draft_people import BUNDLED, a_person, an_action, bundled, write

GOOD = {
    "name": "mine",
    "description": "a test",
    "for": "check in",
    "channel": "e-mail",
    "intent": "give",
    "subject": "Hello",
}


def put(folder: Path, file: str = "mine.j2", body: str = "Hi {{ first_name }}", **header: str | None) -> Path:
    lines = [f"{key}: {value}" for key, value in {**GOOD, **header}.items() if value is not None]
    folder.mkdir(exist_ok=True)
    path = folder / file
    path.write_text("\n".join([*lines, "", body]), encoding="utf-8")
    return path


def load(folder: Path) -> TemplateSet:
    return load_templates(BUNDLED, [folder])


def info_of(folder: Path) -> TemplateInfo:
    loaded = load(folder)
    assert loaded.findings == ()
    return next(info for info in loaded.infos if info.is_own)


def fault_of(folder: Path) -> tuple[int, str]:
    (finding,) = load(folder).findings
    assert finding.severity == "error"
    assert Path(finding.path).parent == folder
    return finding.line, finding.message


def test_a_header_is_key_and_value_up_to_the_first_blank_line_and_needs_no_quotes(tmp_path: Path) -> None:
    put(
        tmp_path,
        subject="Hi {{ first_name }}: a question: two colons",
        body="name: not a header\n\nrest",
        requires="detail, met.when",
        max_words="80",
        channel="E-Mail, LinkedIn, linkedin note",
    )

    info = info_of(tmp_path)

    assert info == TemplateInfo(
        name="mine",
        description="a test",
        occasions=(Occasion(kind="check_in"),),
        channels=("e-mail", "LinkedIn", "LinkedIn note"),
        intent="give",
        subject="Hi {{ first_name }}: a question: two colons",
        requires=("detail", "met.when"),
        max_words=80,
        is_own=True,
    )
    draft = render_draft(example_request(info), load(tmp_path))
    assert isinstance(draft, Draft)
    assert draft.subject == "Hi Ana: a question: two colons"
    assert draft.body == "name: not a header\n\nrest"


@pytest.mark.parametrize(
    ("text", "occasions"),
    [
        ("nudge 1, nudge 2", (Occasion(kind="nudge", nudge=1), Occasion(kind="nudge", nudge=2))),
        ("thank after event", (Occasion(kind="thank", after="event"),)),
        ("check-in, check_in, Check In", (Occasion(kind="check_in"),) * 3),
        ("", ()),
    ],
)
def test_what_a_template_is_for_is_said_in_words(
    tmp_path: Path, text: str, occasions: tuple[Occasion, ...]
) -> None:
    put(tmp_path, **{"for": text})

    assert info_of(tmp_path).occasions == occasions


@pytest.mark.parametrize(
    ("header", "line", "said"),
    [
        ({"nmae": "x"}, 7, "“nmae” is not a header key. Did you mean “name”?"),
        (
            {"qqq": "x"},
            7,
            "“qqq” is not a header key. There are: name, description, for, channel, intent, subject, requires, max_words.",
        ),
        ({"name": None}, 1, "The header needs a line “name: …”."),
        ({"intent": ""}, 1, "The header needs a line “intent: …”."),
        ({"intent": "favour"}, 5, "“favour” is not an intent. There are: ask, give, social, thanks."),
        ({"intent": "thank"}, 5, "“thank” is not an intent. Did you mean “thanks”?"),
        ({"channel": "e-mial"}, 4, "“e-mial” is not a channel for drafts. Did you mean “e-mail”?"),
        (
            {"channel": "pigeon"},
            4,
            "“pigeon” is not a channel for drafts. There are: e-mail, LinkedIn, LinkedIn note, text.",
        ),
        ({"for": "nugde"}, 3, "“nugde” is not a kind of action. Did you mean “nudge”?"),
        ({"for": "nudge 3"}, 3, "“nudge 3” is not a kind of action. Did you mean “nudge”?"),
        ({"for": "thank after metting"}, 3, "“metting” is not a kind of contact. Did you mean “meeting”?"),
        ({"name": "My Own"}, 1, "The name “My Own” may only have small letters a-z, digits and hyphens."),
        ({"name": "../x"}, 1, "The name “../x” may only have small letters a-z, digits and hyphens."),
        ({"subject": None}, 4, "An e-mail needs a line “subject: …”."),
        ({"max_words": "many"}, 7, "max_words must be a whole number, not “many”."),
        ({"max_words": "0"}, 7, "max_words must be a whole number, not “0”."),
        (
            {"oops no colon": "x"},
            7,
            "A header line looks like “key: value”. The message begins after the first blank line.",
        ),
    ],
)
def test_a_fault_in_the_header_names_its_line_and_what_is_meant(
    tmp_path: Path, header: dict[str, str | None], line: int, said: str
) -> None:
    put(tmp_path, "mine.j2", "x", **header)

    assert fault_of(tmp_path) == (line, said)
    assert all(not info.is_own for info in load(tmp_path).infos)


def test_a_key_that_stands_twice_is_a_fault(tmp_path: Path) -> None:
    path = put(tmp_path)
    path.write_text("name: other\n" + path.read_text(encoding="utf-8"), encoding="utf-8")

    assert fault_of(tmp_path) == (2, "“name” is in the header twice.")


def test_every_fault_of_a_header_is_named_at_once(tmp_path: Path) -> None:
    put(tmp_path, intent="x", channel="y", max_words="z")

    assert [finding.line for finding in load(tmp_path).findings] == [4, 5, 7]


def test_a_linkedin_template_needs_no_subject(tmp_path: Path) -> None:
    put(tmp_path, channel="LinkedIn", subject=None)

    assert info_of(tmp_path).subject == ""


def test_the_users_template_of_the_same_name_counts_and_the_bundled_one_does_not(tmp_path: Path) -> None:
    path = put(tmp_path, "own.j2", "mine")
    path.write_text(
        path.read_text(encoding="utf-8").replace("name: mine", "name: check-in"), encoding="utf-8"
    )

    person = a_person()
    draft = write(person, an_action(person, "check_in"), templates=load(tmp_path))

    assert draft.body == "mine"
    assert len(load(tmp_path).infos) == len(bundled().infos)


def test_the_first_of_several_folders_counts_and_a_missing_one_is_passed_over(tmp_path: Path) -> None:
    put(tmp_path / "a", body="from a")
    put(tmp_path / "b", body="from b")

    loaded = load_templates(BUNDLED, [tmp_path / "none", tmp_path / "a", tmp_path / "b"])

    file = loaded.file_of("mine")
    assert file is not None
    assert file.path.parent.name == "a"
    assert loaded.findings == ()


def test_a_name_that_stands_twice_in_one_folder_is_a_fault(tmp_path: Path) -> None:
    put(tmp_path, "a.j2")
    put(tmp_path, "b.j2")

    assert fault_of(tmp_path) == (1, "The template a.j2 has the name “mine” too. Give this one another name.")


def test_a_base_of_the_users_changes_the_bundled_templates_and_may_extend_the_bundled_base(
    tmp_path: Path,
) -> None:
    base = '{% extends "netsheet/base.j2" %}{% block closing %}Yours, {{ me.first_name }}{% endblock %}'
    (tmp_path / "base.j2").write_text(base, encoding="utf-8")
    person = a_person()

    draft = write(person, an_action(person, "check_in"), templates=load(tmp_path))

    assert BUNDLED_PREFIX == "netsheet/"
    assert draft.body.startswith("Hi Ana,\n\nWhat made me write to you: ")
    assert draft.body.endswith("\n\nYours, Sam")
    assert "Best wishes" not in draft.body


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("Hi{% if first_name %} {{ first_name }}{% endif %}\nhow", "Hi Ana\nhow"),
        ("one\n{% if first_name %}\ntwo\n{% endif %}\nthree", "one\ntwo\nthree"),
        ("one\n{% if not first_name %}\ntwo\n{% endif %}\nthree", "one\nthree"),
        ("one\n\n{% if not first_name %}\ntwo\n{% endif %}\n\nthree", "one\n\nthree"),
        ("one {% if first_name -%}\n  two {%- endif %}\nthree", "one two\nthree"),
    ],
)
def test_a_line_of_tags_leaves_no_trace_and_a_line_with_text_keeps_its_end(
    tmp_path: Path, body: str, text: str
) -> None:
    put(tmp_path, body=body)

    draft = render_draft(example_request(info_of(tmp_path)), load(tmp_path))

    assert isinstance(draft, Draft)
    assert draft.body == text


def test_a_piece_needs_no_header_and_is_no_template(tmp_path: Path) -> None:
    (tmp_path / "_greeting.j2").write_text("Dear {{ first_name }},", encoding="utf-8")
    put(tmp_path, body='{% include "_greeting.j2" %}\nhello')

    draft = render_draft(example_request(info_of(tmp_path)), load(tmp_path))

    assert isinstance(draft, Draft)
    assert draft.body == "Dear Ana,\nhello"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"name: \xff\n\nx", "The file is not UTF-8 text. Save it as UTF-8."),
        (b"x" * 100_001, "The file is too large for a message (more than 100 KB)."),
    ],
)
def test_a_file_that_is_no_template_is_named(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "mine.j2").write_bytes(content)

    assert fault_of(tmp_path) == (0, said)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "mine.j2").mkdir()

    assert fault_of(tmp_path)[1].startswith("The file cannot be read: ")


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(tmp_path: Path) -> None:
    path = put(tmp_path, body="one\ntwo")
    before = render_draft(example_request(info_of(tmp_path)), load(tmp_path))
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))

    assert render_draft(example_request(info_of(tmp_path)), load(tmp_path)) == before


def test_a_header_without_an_end_is_all_header() -> None:
    header, body, faults = split_header("name: a\nintent: give")

    assert (dict(header), body.strip(), faults) == ({"name": (1, "a"), "intent": (2, "give")}, "", ())


def test_a_template_with_an_empty_message_is_blocked(tmp_path: Path) -> None:
    put(tmp_path, body="{% if title %}x{% endif %}", requires="detail")
    person = a_person()

    result = write(person, an_action(person, "check_in"), templates=load(tmp_path))

    assert isinstance(result, BlockedDraft)
    assert result.reason == "The message is empty."


def test_a_template_that_was_removed_meanwhile_blocks_its_draft(tmp_path: Path) -> None:
    path = put(tmp_path)
    info = info_of(tmp_path)
    path.unlink()

    result = render_draft(example_request(info), load(tmp_path))

    assert isinstance(result, BlockedDraft)
    assert result.reason == "The template “mine” does not exist any more."


def test_the_bundled_templates_are_in_order_and_described() -> None:
    loaded = bundled()

    assert loaded.findings == ()
    assert len(loaded.infos) >= 16
    assert all(info.description and info.max_words for info in loaded.infos)
    kinds = {occasion.kind for info in loaded.infos for occasion in info.occasions}
    assert kinds == set(DRAFT_KINDS)


def test_every_bundled_template_requires_something_personal() -> None:
    personal = {"detail", "promise.text", "referred.name"}

    assert [info.name for info in bundled().infos if not personal & set(info.requires)] == []


def test_the_guide_names_every_variable_every_header_key_and_every_bundled_template() -> None:
    guide = templates_page()

    assert [name for name in BY_NAME if f"| `{name}` |" not in guide] == []
    assert [key for key in KEYS if f"| `{key}` |" not in guide] == []
    assert [info.name for info in bundled().infos if f"| `{info.name}` |" not in guide] == []
    assert (
        "| `nudge-2` | The second and last reminder: one word is enough for an answer | nudge 2 | e-mail, LinkedIn, text |"
        in guide
    )
    assert "| chosen by name |" in guide


def test_the_example_of_the_guide_is_a_template_without_faults(tmp_path: Path) -> None:
    (example,) = re.findall(r"```\n(.*?)```", templates_page(), flags=re.DOTALL)
    (tmp_path / "coffee.j2").write_text(example, encoding="utf-8")

    assert check_templates(BUNDLED, tmp_path) == ()
