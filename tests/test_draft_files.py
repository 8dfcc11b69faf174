"""Saving drafts: stable names inside the folder, nothing rewritten, and an edited draft is never lost."""

from __future__ import annotations

import json
import os
from pathlib import Path, PurePosixPath, PureWindowsPath

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsheet.core.drafts.planning import plan_drafts
from netsheet.core.drafts.requests import BlockedDraft, Draft, DraftRequest
from netsheet.draft_files import INDEX, MEMORY, SavedDraft, save_drafts
from netsheet.errors import RefusedError
from netsheet.files.file_names import is_device
from netsheet.pipeline.templates import copy_template
from netsheet.pipeline.typed_names import UnknownNameError
from netsheet.render.templates import load_templates
from tests.draft_people import (
    BUNDLED,
    SETTINGS,
    TODAY,
    a_draft,
    a_log,
    a_person,
    a_standing,
    an_action,
    bundled,
    write,
)

DAY = "2026-03-16"
STEM = "check-in--ana-lopez"


def save(out: Path, *drafts: Draft) -> tuple[SavedDraft, ...]:
    return save_drafts(drafts, out, today=TODAY)


def names(out: Path) -> list[str]:
    return sorted(path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file())


def test_a_draft_becomes_an_eml_and_a_text_file_under_its_day_with_a_page_beside(tmp_path: Path) -> None:
    (saved,) = save(tmp_path / "drafts", a_draft())

    assert names(tmp_path / "drafts") == [MEMORY, f"{DAY}/{STEM}.eml", f"{DAY}/{STEM}.txt", INDEX]
    assert saved.path == tmp_path / "drafts" / DAY / f"{STEM}.eml"
    assert (saved.written, saved.note) == (True, "")
    assert saved.path.read_bytes().startswith(b"X-Unsent: 1\r\n")


def test_without_an_address_there_is_only_the_text_file(tmp_path: Path) -> None:
    (saved,) = save(tmp_path, a_draft(channel="LinkedIn", to="", subject=""))

    assert [path.name for path in saved.files] == [f"{STEM}.txt"]
    assert saved.path.suffix == ".txt"


def test_a_text_message_shows_the_number_and_has_no_eml(tmp_path: Path) -> None:
    (saved,) = save(tmp_path, a_draft(channel="text", to="+44 20 7946 0000", subject=""))

    assert [path.suffix for path in saved.files] == [".txt"]
    assert saved.path.read_text(encoding="utf-8").startswith("To: Ana López <+44 20 7946 0000>\nBy: text\n")
    assert "+44 20 7946 0000" in (tmp_path / INDEX).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("formats", "to", "suffixes"),
    [
        ({"eml"}, "ana@example.com", [".eml"]),
        ({"txt"}, "ana@example.com", [".txt"]),
        ({"eml", "txt"}, "ana@example.com", [".eml", ".txt"]),
        ({"eml"}, "", [".txt"]),
    ],
)
def test_only_the_formats_asked_for_are_written_but_never_none(
    tmp_path: Path, formats: set[str], to: str, suffixes: list[str]
) -> None:
    wanted = [form for form in ("eml", "txt") if form in formats]
    (saved,) = save_drafts([a_draft(to=to)], tmp_path, today=TODAY, formats=wanted)

    assert [path.suffix for path in saved.files] == suffixes


def test_running_again_rewrites_nothing_and_makes_no_second_file(tmp_path: Path) -> None:
    save(tmp_path, a_draft())
    for path in tmp_path.rglob("*"):
        os.utime(path, (1, 1))
    before = names(tmp_path)

    (saved,) = save(tmp_path, a_draft())

    assert (saved.written, saved.note) == (False, "The same text is already in the file.")
    assert names(tmp_path) == before
    assert {path.stat().st_mtime for path in tmp_path.rglob("*") if path.is_file()} == {1.0}


@pytest.mark.parametrize("suffix", [".eml", ".txt"])
def test_a_draft_edited_by_hand_is_kept_and_said_so(tmp_path: Path, suffix: str) -> None:
    save(tmp_path, a_draft())
    edited = tmp_path / DAY / f"{STEM}{suffix}"
    edited.write_text("in my own words", encoding="utf-8")

    (again,) = save(tmp_path, a_draft())
    (changed,) = save(tmp_path, a_draft(body="Something new"))

    assert edited.read_text(encoding="utf-8") == "in my own words"
    kept = (False, "You have edited this draft; your version is kept.")
    assert ((again.written, again.note), (changed.written, changed.note)) == (kept, kept)
    assert "your version is kept" in (tmp_path / INDEX).read_text(encoding="utf-8")


def test_an_edited_draft_whose_text_has_changed_since_is_still_kept_entirely(tmp_path: Path) -> None:
    save(tmp_path, a_draft(channel="LinkedIn", to=""))
    edited = tmp_path / DAY / f"{STEM}.txt"
    edited.write_text("in my own words", encoding="utf-8")

    (saved,) = save(tmp_path, a_draft(channel="LinkedIn", to="", body="Something new"))

    assert not saved.written
    assert edited.read_text(encoding="utf-8") == "in my own words"


def test_a_draft_that_nobody_edited_follows_the_log(tmp_path: Path) -> None:
    save(tmp_path, a_draft())

    (saved,) = save(tmp_path, a_draft(body="Something new"))

    assert saved.written
    assert b"Something new" in saved.path.read_bytes()


def test_a_draft_that_was_edited_back_to_what_it_was_follows_the_log_again(tmp_path: Path) -> None:
    save(tmp_path, a_draft())
    path = tmp_path / DAY / f"{STEM}.txt"
    original = path.read_bytes()
    path.write_bytes(b"x")
    save(tmp_path, a_draft())
    path.write_bytes(original)

    (saved,) = save(tmp_path, a_draft(body="Something new"))

    assert saved.written
    assert b"Something new" in path.read_bytes()


@pytest.mark.parametrize("memory", [None, "", "[]", '{"files": []}', "{", "\0"])
def test_when_the_memory_is_lost_every_file_counts_as_the_persons_own(
    tmp_path: Path, memory: str | None
) -> None:
    save(tmp_path, a_draft())
    if memory is None:
        (tmp_path / MEMORY).unlink()
    else:
        (tmp_path / MEMORY).write_text(memory, encoding="utf-8")

    (saved,) = save(tmp_path, a_draft(body="Something new"))

    assert not saved.written
    assert b"The night rota." in saved.path.read_bytes()


def test_a_deleted_draft_is_written_again(tmp_path: Path) -> None:
    (saved,) = save(tmp_path, a_draft())
    saved.path.unlink()

    (again,) = save(tmp_path, a_draft())

    assert again.written
    assert again.path.exists()


def test_the_memory_holds_hashes_and_no_names_beyond_the_files(tmp_path: Path) -> None:
    save(tmp_path, a_draft())

    document = json.loads((tmp_path / MEMORY).read_text(encoding="utf-8"))

    assert document["schema"] == 1
    assert list(document["files"]) == [f"{DAY}/{STEM}.eml", f"{DAY}/{STEM}.txt"]
    assert "example.com" not in (tmp_path / MEMORY).read_text(encoding="utf-8")


def test_two_people_of_the_same_name_get_two_files(tmp_path: Path) -> None:
    first, second = a_draft(person="e:a1@example.com"), a_draft(person="e:a2@example.com", body="Other")

    saved = save(tmp_path, first, second)
    again = save(tmp_path, second, first)

    assert saved[0].path != saved[1].path
    assert [item.path for item in again] == [saved[1].path, saved[0].path]
    assert [item.written for item in again] == [False, False]


@pytest.mark.parametrize(
    "name",
    [
        "../../../etc/passwd",
        "..",
        ".",
        "/etc/passwd",
        "C:\\Windows\\x",
        "CON",
        "nul.txt",
        "a/b",
        "a\x00b",
        "\u202egpj.exe",
        "",
        " ",
        "-",
        "山田",
        "x" * 500,
        "a:b*c?d",
        "~root",
        "%2e%2e%2f",
    ],
)
def test_no_name_in_a_cell_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    out = tmp_path / "a" / "drafts"
    person = a_person(name, company=name)
    draft = write(person, an_action(person, "check_in"))
    assert isinstance(draft, Draft)

    (saved,) = save(out, draft)
    (raw,) = save(out, a_draft(stem=name, template="../" + name))

    for path in (*saved.files, *raw.files):
        assert path.resolve().parent == (out / DAY).resolve()
        assert path.name.isascii()
        assert not is_device(path, platform="win32")
        assert len(path.name) < 100
    assert names(tmp_path) == [f"a/drafts/{name}" for name in names(out)]


@hypothesis.settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=40))
def test_any_name_makes_a_name_that_every_system_takes(text: str) -> None:
    person = a_person(text)
    log = a_log([person], {person.key: {"details": "the night rota"}})
    standings = [a_standing(person, an_action(person, "check_in"))]

    (request,) = plan_drafts(log, standings, _BUNDLED.infos, today=TODAY, settings=SETTINGS)

    assert isinstance(request, DraftRequest)
    stem = request.stem
    assert PurePosixPath(stem).name == stem == PureWindowsPath(stem).name
    assert set(stem) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


_BUNDLED = bundled()


def test_a_folder_that_cannot_be_made_is_refused_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "drafts").write_text("a file", encoding="utf-8")

    with pytest.raises(RefusedError) as caught:
        save(tmp_path / "drafts", a_draft())

    assert "cannot be created" in caught.value.message
    assert caught.value.hint == "Choose another folder with --out."


@pytest.mark.posix
def test_a_day_folder_that_leads_elsewhere_is_refused(tmp_path: Path) -> None:
    elsewhere, out = tmp_path / "elsewhere", tmp_path / "drafts"
    elsewhere.mkdir()
    out.mkdir()
    (out / DAY).symlink_to(elsewhere)

    with pytest.raises(RefusedError, match="leads to another folder"):
        save(out, a_draft())

    assert list(elsewhere.iterdir()) == []


@pytest.mark.posix
def test_a_file_that_is_a_link_is_kept_as_a_persons_own_and_not_written_through(tmp_path: Path) -> None:
    target, day = tmp_path / "mine.txt", tmp_path / "drafts" / DAY
    target.write_text("mine", encoding="utf-8")
    day.mkdir(parents=True)
    (day / f"{STEM}.txt").symlink_to(target)

    save(tmp_path / "drafts", a_draft())

    assert target.read_text(encoding="utf-8") == "mine"


def test_a_file_that_cannot_be_written_or_read_is_refused_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / INDEX).mkdir()

    with pytest.raises(RefusedError) as caught:
        save(tmp_path, a_draft())

    assert "cannot be read" in caught.value.message


def test_no_half_written_file_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(RefusedError, match="No space left on device"):
        save(tmp_path, a_draft())

    assert names(tmp_path) == []


def test_blocked_drafts_stand_on_the_page(tmp_path: Path) -> None:
    blocked = BlockedDraft(person="n:Bo", name="Bo Lind", template=None, reason="There is no address.")
    save_drafts([], tmp_path, today=TODAY, blocked=[blocked])

    assert "There is no address." in (tmp_path / INDEX).read_text(encoding="utf-8")


def test_a_template_is_copied_to_be_changed_and_never_over_another(tmp_path: Path) -> None:
    path = copy_template(bundled(), "check-in", tmp_path / "templates")

    assert path == tmp_path / "templates" / "check-in.j2"
    assert path.read_bytes() == (BUNDLED / "check-in.j2").read_bytes()
    own = load_templates(BUNDLED, [tmp_path / "templates"]).file_of("check-in")
    assert own is not None
    assert own.path == path
    path.write_text("changed", encoding="utf-8")
    with pytest.raises(RefusedError, match="already exists"):
        copy_template(bundled(), "check-in", tmp_path / "templates")
    assert path.read_text(encoding="utf-8") == "changed"


def test_the_base_can_be_copied_too_and_an_unknown_name_says_the_nearest(tmp_path: Path) -> None:
    assert copy_template(bundled(), "base", tmp_path).name == "base.j2"
    with pytest.raises(UnknownNameError) as caught:
        copy_template(bundled(), "chek-in", tmp_path)
    assert caught.value.message == "There is no template “chek-in”."
    assert caught.value.hint.startswith("Did you mean “check-in”?")


def test_a_template_cannot_be_copied_into_a_file(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("", encoding="utf-8")
    with pytest.raises(RefusedError, match="cannot be written"):
        copy_template(bundled(), "check-in", tmp_path / "x")
