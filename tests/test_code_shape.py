"""The shape of the code: small modules, small functions, no circle, nothing that only tests use."""

from __future__ import annotations

import ast
import graphlib
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "netsheet").rglob("*.py"))
LONGEST_MODULE = 400
LONGEST_FUNCTION = 40


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count a function's lines without its docstring; a command's parameters do not count: each is an option."""
    first, last = function.body[0], function.end_lineno or function.lineno
    begin = function.lineno
    if ast.get_docstring(function):
        begin += (first.end_lineno or first.lineno) - first.lineno + 1
    if any("click.command" in ast.unparse(decorator) for decorator in function.decorator_list):
        begin += first.lineno - function.lineno - 1
    return last - begin + 1


def test_no_module_is_longer_than_400_lines() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}

    assert len(lengths) > 100
    assert [path for path, lines in lengths.items() if lines > LONGEST_MODULE] == []


def test_no_function_is_longer_than_40_lines() -> None:
    functions = [
        (path, node)
        for path in MODULES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]

    assert len(functions) > 1000
    assert [(path, node.name) for path, node in functions if length(node) > LONGEST_FUNCTION] == []


SAME_ON_EACH_FLOOR = frozenset(
    {
        "anonymize",
        "backups",
        "brief",
        "digest",
        "drafts",
        "due",
        "event",
        "export",
        "forget",
        "overview",
        "referrals",
        "refresh",
        "report",
        "settings",
        "templates",
        "today",
    }
)
"""What a command, its pipeline, its rules and its output share a name for: the same thing on each floor."""


def test_no_two_modules_of_one_name_mean_different_things() -> None:
    names = Counter(path.stem for path in MODULES if path.stem != "__init__")

    assert {name for name, count in names.items() if count > 1} == SAME_ON_EACH_FLOOR


def test_no_modules_import_each_other_in_a_circle() -> None:
    names = {_module_name(path): path for path in MODULES}
    imports = {name: set(_imports(tree_of(path))) & names.keys() for name, path in names.items()}

    order = list(graphlib.TopologicalSorter(imports).static_order())

    assert set(order) == names.keys()


def _module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _imports(tree: ast.Module) -> Iterator[str]:
    """Name what a module imports, also inside its functions and for its types alone."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module is not None:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def test_what_the_package_defines_the_package_uses() -> None:
    words = Counter(word for path in MODULES for word in re.findall(r"\w+", path.read_text(encoding="utf-8")))

    names = [name for path in MODULES for name in _defined_names(tree_of(path))]

    assert len(names) > 1000
    assert [name for name in names if words[name] < 2 and not name.startswith("__")] == []


def _defined_names(tree: ast.Module) -> Iterator[str]:
    """Name a module's functions, classes and constants; what a decorator registers counts as used."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not _is_registered(node):
            yield node.name
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (
                name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name)
            )


def _is_registered(node: ast.FunctionDef | ast.ClassDef) -> bool:
    decorators = [ast.unparse(decorator) for decorator in node.decorator_list]
    return any("command" in decorator or "completion" in decorator for decorator in decorators)
