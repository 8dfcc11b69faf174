"""Every sentence with which netsheet refuses, taken from its code: ``python -m tests.refusals`` writes the list.

The list is a text to be read: what happened, why, what to do now.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import netsheet

PACKAGE = Path(netsheet.__file__).parent
LIST = Path(__file__).parent / "golden" / "refusals.txt"
REFUSING = {
    "damaged", "refuse", "not_a_workbook", "not_writable", "password_protected", "unprovable", "protected", "too_far",
    "UnreadableError", "BusyError", "RefusedError", "NoSingleLogError", "NoProgramError",
}  # fmt: skip


def sentences() -> Iterator[str]:
    """Yield a line for each place that refuses: its module, how, and its words, values in braces."""
    for path in sorted(PACKAGE.rglob("*.py")):
        found = set()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                name = ast.unparse(node.func)
                is_own = name == "super().__init__" and path.name == "problems.py"
                if (name in REFUSING or is_own) and node.args:
                    words = " | ".join(spelled(each) for each in node.args)
                    found.add(f"{path.relative_to(PACKAGE).as_posix()}: {name.partition('(')[0]}: {words}")
        yield from sorted(found)


def spelled(node: ast.expr) -> str:
    """Spell an argument as the user will read it: texts plainly, values by their names in braces."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(
            str(part.value) if isinstance(part, ast.Constant) else "{" + ast.unparse(part.value) + "}"
            for part in node.values
            if isinstance(part, (ast.Constant, ast.FormattedValue))
        )
    if isinstance(node, ast.IfExp):
        return f"{spelled(node.body)} / {spelled(node.orelse)}"
    return "{" + ast.unparse(node) + "}"


if __name__ == "__main__":
    LIST.write_text("\n".join(sentences()) + "\n", "utf-8")
