"""What the README and the pages of docs/ show is so: every command is run, every output compared, every link followed."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

import click
import pytest

from docs.console import BLOCK, FOLDER, INSTALLING, ROOT, commands_of, matches, with_real_output
from docs.generate import PAGES, pages_with_commands
from netsheet.cli import netsheet
from netsheet.core.numbers.statistics import wilson_interval

READ_BY_PEOPLE = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINKED = [*READ_BY_PEOPLE, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", ROOT / "SECURITY.md"]
FENCE = re.compile(r"^ *```(?P<language>\w*)\n(?P<body>.*?)^ *```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"(?P<is_picture>!?)\[(?P<text>[^\]]*)\]\((?P<target>[^)\s]+)\)")


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.skipif(sys.platform == "win32", reason="the pages show the shell of macOS and Linux")
@pytest.mark.parametrize("page", pages_with_commands(), ids=named)
def test_every_command_of_a_page_prints_what_the_page_shows(page: Path, tmp_path: Path) -> None:
    text = page.read_text("utf-8")

    assert with_real_output(text, tmp_path) == text, "run: make docs"


def test_the_pages_for_the_first_hour_show_commands() -> None:
    assert {"README.md", "docs/getting-started.md", "docs/cookbook.md"} <= set(
        map(named, pages_with_commands())
    )


def test_only_installing_is_not_run_here() -> None:
    shown = {command for page in pages_with_commands() for command in commands_of(page.read_text("utf-8"))}

    assert INSTALLING & shown == {"pipx install ."}
    assert {"make demo", "make test"} <= shown


@pytest.mark.parametrize(
    ("shown", "real", "is_so"),
    [
        (["a", "...", "d"], ["a", "b", "c", "d"], True),
        (["saved ... ago"], ["saved 3 days ago"], True),
        (["a"], ["a", "b"], False),
        (["a", "...", "d"], ["a", "b"], False),
        (["a  b"], ["a b"], False),
    ],
)
def test_dots_stand_for_what_is_left_out_and_for_nothing_else(
    shown: list[str], real: list[str], *, is_so: bool
) -> None:
    assert matches(shown, real) is is_so


@pytest.mark.parametrize("page", READ_BY_PEOPLE, ids=named)
def test_every_command_that_is_typed_stands_in_a_block_that_is_run(page: Path) -> None:
    """But for the generated commands.md, whose examples the tests of first contact type."""
    fences = [match for match in FENCE.finditer(page.read_text("utf-8")) if match["language"] != "console"]
    typed = [
        line
        for match in fences
        for line in match["body"].splitlines()
        if re.match(r" *(\$|netsheet|make|pipx?) ", line)
    ]

    assert page.name in PAGES or typed == []


@pytest.mark.parametrize("page", READ_BY_PEOPLE, ids=named)
def test_every_command_named_in_a_sentence_exists_with_its_options(page: Path) -> None:
    text = FENCE.sub("", page.read_text("utf-8"))

    for line in re.findall(r"`(netsheet [a-z][^`\n]*)`", text):
        command: click.Command = netsheet
        words = shlex.split(line)[1:]
        while isinstance(command, click.Group) and words:
            further = command.get_command(click.Context(command), words.pop(0))
            assert further is not None, line
            command = further
        options = {name for param in command.get_params(click.Context(command)) for name in param.opts}
        assert {word for word in words if word.startswith("--")} <= options | {"--help"}, line


@pytest.mark.parametrize("page", LINKED, ids=named)
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in LINK.finditer(FENCE.sub("", page.read_text("utf-8"))):
        if re.match(r"https?:|mailto:", link["target"]):
            continue
        target, _, anchor = link["target"].partition("#")
        path = (page.parent / target).resolve() if target else page
        assert path.exists(), link[0]
        if anchor:
            assert anchor in anchors(path), link[0]


@pytest.mark.parametrize("page", READ_BY_PEOPLE, ids=named)
def test_every_picture_is_told_in_words_too(page: Path) -> None:
    pictures = [link for link in LINK.finditer(page.read_text("utf-8")) if link["is_picture"]]

    assert [link[0] for link in pictures if len(link["text"].split()) < 4] == []


def test_the_rates_that_are_explained_have_the_range_that_netsheet_would_show() -> None:
    text = (ROOT / "docs" / "numbers.md").read_text("utf-8")
    rates = re.findall(r"(\d+) of (\d+) \((\d+) %, (\d+)-(\d+) %\)", text)

    assert rates
    for replied, matured, *shown in (map(int, rate) for rate in rates):
        low, high = wilson_interval(replied, matured)
        assert [round(100 * share) for share in (replied / matured, low, high)] == shown


def test_every_picture_that_is_made_is_shown() -> None:
    shown = {
        (page.parent / link["target"]).resolve()
        for page in READ_BY_PEOPLE
        for link in LINK.finditer(page.read_text("utf-8"))
    }

    assert set((ROOT / "docs" / "pictures").glob("*.png")) <= shown


def anchors(path: Path) -> set[str]:
    """The places of a file that a link can lead to: the headings of a page, the tests of a module."""
    text = path.read_text("utf-8")
    if path.suffix == ".py":
        return set(re.findall(r"^ *def (\w+)\(", text, re.MULTILINE))
    headings = re.findall(r"^#+ +(.+)$", FENCE.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.casefold()).strip().replace(" ", "-") for heading in headings}


def test_the_readme_can_be_read_in_one_go() -> None:
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= 130


def test_a_comment_that_begins_a_folder_is_not_seen_by_a_reader() -> None:
    for page in pages_with_commands():
        text = page.read_text("utf-8")
        assert len(FOLDER.findall(text)) == text.count("<!-- folder:")
        assert len(BLOCK.findall(text)) == text.count("```console")
