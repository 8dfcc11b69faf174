"""No sentence scolds: every text of the package that a person may read is checked for words that do."""

from __future__ import annotations

import ast
import re
from pathlib import Path

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


def test_no_sentence_scolds() -> None:
    spoken = {path: sentences(path) for path in SPOKEN if path.name not in VOCABULARIES}
    scolding = [
        (path.name, text) for path, texts in spoken.items() for text in texts if SCOLDING.search(text)
    ]

    assert sum(map(len, spoken.values())) > 100
    assert scolding == []


def test_no_template_presses() -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in TEMPLATES}

    assert texts
    assert [(name, match.group()) for name, text in texts.items() for match in PRESSING.finditer(text)] == []


def test_no_help_text_scolds() -> None:
    for name in COMMANDS:
        outcome = run(name, "--help")

        assert outcome.exit_code == 0
        assert {match.group() for match in SCOLDING.finditer(outcome.stdout)} <= {"overdue"}, name
