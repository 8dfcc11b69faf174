"""No sentence scolds: every text of the rules, findings, goals and wins is checked for words that do."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from netsheet.core import standing

SCOLDING = re.compile(
    r"\b(fail\w*|forgot\w*|forget\w*|ghost\w*|ignor\w*|neglect\w*|lazy|bad|worse|worst|poor\w*|shame\w*|guilt\w*|"
    r"should have|you must|must not|you still have not|never replied|missed|too late|hurry|urgent\w*|wrong\w*|"
    r"invalid|illegal|error\w*|reject\w*|dead|victim\w*|target them|overdue)\b",
    re.IGNORECASE,
)
CORE = Path(standing.__file__).parent
SPOKEN = [
    *sorted((CORE / "followups").glob("*.py")),
    *(
        CORE / name
        for name in (
            "dormant.py",
            "goal_counts.py",
            "goal_sheet.py",
            "goals.py",
            "own_sheet_findings.py",
            "setting_table.py",
            "settings.py",
            "standing.py",
            "wins.py",
        )
    ),
]


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


@pytest.mark.parametrize("path", SPOKEN, ids=lambda path: path.stem)
def test_no_sentence_scolds(path: Path) -> None:
    scolding = [text for text in sentences(path) if SCOLDING.search(text)]

    assert scolding == []


def test_the_check_sees_the_sentences() -> None:
    spoken = [text for path in SPOKEN for text in sentences(path)]

    assert len(spoken) > 100
    assert any("no thank-you is logged yet" in text for text in spoken)


def test_the_check_knows_scolding_words() -> None:
    assert SCOLDING.search("You failed to reply.")
    assert SCOLDING.search("They ghosted you.")
    assert not SCOLDING.search("No reply yet.")
