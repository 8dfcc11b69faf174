"""No sentence scolds: every text of the package that a person may read is checked for words that do."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import netsheet
from netsheet.cli import COMMANDS
from netsheet.resources import bundled_templates
from tests.command_line import run

SCOLDING = re.compile(
    r"\b(fail(ed|s|ure) to|forgot\w*|you forget|ghost(ed|ing)|you (have )?ignored|neglect\w*|lazy|lazily|bad|worse|worst|"
    r"poor|poorly|shame\w*|guilt\w*|should have|ought to have|you must|you still|still have not|never replied|missed|"
    r"too late|hurry|urgent\w*|illegal|reject(ed|ion|s)|dead|victim\w*|careless\w*|stupid\w*|sloppy|obviously|"
    r"unfortunately|oops|wrong|invalid|not allowed|target them|overdue)\b",
    re.IGNORECASE,
)
# Templates speak for the user to someone else: they never press, and say nothing of an answer that is not there.
PRESSING = re.compile(
    r"\b(you (still )?(haven't|have not|didn't|did not|never)|why (haven't|didn't) you|ignor\w*|ghost\w*|last chance|"
    r"final (notice|reminder)|disappoint\w*|as soon as possible|asap|at your earliest|urgent\w*|you must|"
    r"just following up|still waiting)\b",
    re.IGNORECASE,
)
PACKAGE = Path(netsheet.__file__).parent
SPOKEN = sorted(
    path
    for folder in ("core", "present", "cli", "pipeline", "files", "starter", "render", "workbook")
    for path in (PACKAGE / folder).rglob("*.py")
)
TEMPLATES = sorted(bundled_templates().glob("*.j2"))
# Other people's words, which netsheet has to know in order to read them.
VOCABULARIES = frozenset(
    {"vocabulary.py", "aliases.py", "word_lists.py", "readings.py", "samples.py", "headings.py", "phrases.py"}
)


def sentences(path: Path) -> list[str]:
    """Return every text of a module that a person may read: of several words, and no documentation."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documentation = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    documentation |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and " " in node.value.strip()
        and id(node) not in documentation
    ]


@pytest.mark.parametrize(
    "path",
    [path for path in SPOKEN if path.name not in VOCABULARIES],
    ids=lambda path: str(path.relative_to(PACKAGE)),
)
def test_no_sentence_scolds(path: Path) -> None:
    scolding = [text for text in sentences(path) if SCOLDING.search(text)]

    assert scolding == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_no_template_presses(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert [match.group() for match in PRESSING.finditer(text)] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_no_help_text_scolds(name: str) -> None:
    outcome = run(name, "--help")

    assert outcome.exit_code == 0
    assert [match.group() for match in SCOLDING.finditer(outcome.stdout) if match.group() != "overdue"] == []


def test_the_check_sees_the_sentences() -> None:
    spoken = [text for path in SPOKEN for text in sentences(path)]

    assert len(spoken) > 100
    assert any("no thank-you is logged yet" in text for text in spoken)


def test_the_check_knows_scolding_words() -> None:
    scolding = (
        "You failed to reply.",
        "They ghosted you.",
        "3 people are overdue.",
        "You should have written.",
    )
    kind = ("No reply yet.", "They wrote last, on 3 Mar.", "the late train")

    assert [text for text in scolding if not SCOLDING.search(text)] == []
    assert [text for text in kind if SCOLDING.search(text)] == []
    assert PRESSING.search("You still haven't answered.")
    assert not PRESSING.search("There's no hurry with it.")
