"""What people read is plain and kind: no sentence scolds or presses, and none uses the project's old private dialect."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
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
# Words and turns that only this project used. Behind each: what to say instead.
DIALECT = re.compile(
    r"\b(told|tells|telling"  # says, shows, knows, reports
    r"|stands?(?! for\b)|stood"  # is, are
    r"|spell(s|ed|t)?|spelled out"  # write, format
    r"|mend(s|ed|ing)?"  # fix
    r"|beside|besides"  # next to
    r"|one responsibility"  # (say what the module is for)
    r"|keeps? the laws|a law|laws"  # invariants, a property test
    r"|the very (bytes|same)"  # the same bytes
    r"|lets? go of|letting go of"  # free
    r"|(needs|has|with) (a |an |no )?\w+ behind it"  # needs a value
    r"|is enough for this"  # takes one
    r"|counted nowhere"  # not counted
    r"|two usually leave it"  # usual check-in
    r"|an? \w+ of (the user|netsheet)'s"  # the user's
    r"|left aside|set aside(?!\")|at most so (many|much|long)"  # ignored; at most N
    r"|whoever|thereof|of none|to whom it|hears of|is to be|are to be)\b"
    r"|\b(?<!there )(is|are) no(?! longer| more| reply| \w+ reply)\b(?! one)",  # is not a
    re.IGNORECASE,
)
ROOT = Path(__file__).parent.parent
PACKAGE = Path(netsheet.__file__).parent
SPOKEN = sorted(
    path
    for folder in ("core", "present", "cli", "pipeline", "files", "starter", "render", "workbook")
    for path in (PACKAGE / folder).rglob("*.py")
)
TEMPLATES = sorted(bundled_templates().glob("*.j2"))
# Other people's words, which netsheet has to know in order to read them.
VOCABULARIES = frozenset(
    {
        "vocabulary.py",
        "aliases.py",
        "word_lists.py",
        "status_words.py",
        "answer_sentences.py",
        "ended_words.py",
        "readings.py",
        "samples.py",
        "headings.py",
        "phrases.py",
        "target_names.py",
        "done_word_lists.py",
    }
)
# Other people's headings, written from the vocabularies above; what else it says is in docs/reading_pages.py.
WRITTEN_FROM_CODE = frozenset({"fields.md"})
PLAIN = ("netsheet", "docs", "templates", "README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")


def strings(tree: ast.Module) -> Iterator[tuple[int, str, bool]]:
    """Give each text of several words: its line, the text, and whether it is documentation."""
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value.strip():
            yield node.lineno, node.value, id(node) in documentation


def sentences(path: Path) -> list[str]:
    """Return every text of a module that a user may read."""
    return [text for _, text, is_doc in strings(ast.parse(path.read_text(encoding="utf-8"))) if not is_doc]


def code_texts(path: Path) -> Iterator[tuple[int, str]]:
    """Give the documentation, the comments and the messages of a module with their lines."""
    source = path.read_text(encoding="utf-8")
    for line, text, is_doc in strings(ast.parse(source)):
        if is_doc or not is_vocabulary(path):
            yield line, text
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def is_vocabulary(path: Path) -> bool:
    """Whether a module's texts are words of languages: those that people write, not those that netsheet says."""
    return path.name in VOCABULARIES or path.parent.name == "languages"


def page_texts(path: Path) -> Iterator[tuple[int, str]]:
    """Give the lines of a page outside its code blocks, without the targets of its links."""
    is_code = False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.lstrip().startswith("```"):
            is_code = not is_code
        elif not is_code:
            yield number, re.sub(r"\]\([^)]*\)", "]", line)


def comment_texts(path: Path) -> Iterator[tuple[int, str]]:
    """Give the comments and the description of a template."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("description:") or "{#" in line:
            yield number, line


READERS = {".py": code_texts, ".md": page_texts, ".j2": comment_texts}


def dialect_in(text: str) -> list[str]:
    """Find words of the dialect outside code spans."""
    return [match.group() for match in DIALECT.finditer(re.sub(r"``.+?``|`[^`]+`", "", text))]


def plain_paths() -> Iterator[Path]:
    for name in PLAIN:
        path = ROOT / name
        yield from (
            [path]
            if path.is_file()
            else sorted(
                each
                for each in path.rglob("*")
                if each.suffix in READERS and each.name not in WRITTEN_FROM_CODE
            )
        )


def test_no_text_uses_the_old_dialect() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}: {words}"
        for path in plain_paths()
        for line, text in READERS[path.suffix](path)
        if (words := dialect_in(text))
    ]

    assert found == []


@pytest.mark.parametrize(
    ("text", "is_dialect"),
    [
        ("Mend the cells named above, save, and check again.", True),
        ("Beside the log lies a copy.", True),
        ("The note that stands in C7 is no day.", True),
        ("One responsibility: the texts.", True),
        ("a template of the user's", True),
        ("--to needs a value behind it.", True),
        ("It gives the very bytes.", True),
        ("Fix the cells listed above, save, and run check again.", False),
        ("There is no option --x.", False),
        ("netsheet understands eight languages.", False),
        ("the field `told` and ``spell_value``", False),
        ("Too early to tell what works.", False),
    ],
)
def test_the_dialect_is_known(text: str, is_dialect: bool) -> None:  # noqa: FBT001
    assert bool(dialect_in(text)) == is_dialect


def test_no_sentence_scolds() -> None:
    spoken = {path: sentences(path) for path in SPOKEN if not is_vocabulary(path)}
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
        assert "\\b" not in outcome.stdout, name
