"""What netsheet depends on: little, with lower bounds, and looked up for known vulnerabilities where that can be."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests import known_vulnerabilities
from tests.constraints import CONSTRAINTS, required
from tests.lowest import PROJECT, dependencies, lowest

ROOT = PROJECT.parent


def test_dependencies_are_few_and_each_has_a_lower_bound_and_no_upper_one() -> None:
    assert len(dependencies()) <= 7
    for dependency in dependencies():
        assert re.fullmatch(r"[a-z0-9-]+>=\d+(\.\d+)*", dependency), dependency


def test_the_lowest_versions_are_the_bounds() -> None:
    assert "openpyxl==3.1.3" in lowest()
    assert all("==" in each and ">" not in each for each in lowest())


def test_every_dependency_is_imported_by_the_package() -> None:
    modules = {"python-calamine": "python_calamine"}
    sources = "\n".join(path.read_text("utf-8") for path in (ROOT / "netsheet").rglob("*.py"))

    for dependency in dependencies():
        name = dependency.partition(">=")[0]
        assert re.search(rf"^\s*(from|import) {modules.get(name, name)}\b", sources, re.MULTILINE), name


def test_all_that_is_installed_for_netsheet_is_looked_up() -> None:
    names = {each.partition("==")[0].casefold() for each in known_vulnerabilities.installed(dependencies())}

    assert {dependency.partition(">=")[0] for dependency in dependencies()} <= names
    assert {"numpy", "markupsafe", "et-xmlfile"} <= names


def test_the_constraints_hold_a_tested_version_of_everything_that_is_installed() -> None:
    lines = [line for line in CONSTRAINTS.read_text("utf-8").splitlines() if not line.startswith("#")]
    pinned = {name: version for name, _, version in (line.partition("==") for line in lines)}
    asked = {canonicalize_name(each.name): each.specifier for each in map(Requirement, required())}

    assert [name for name, bounds in asked.items() if not bounds.contains(pinned.get(name, "0"))] == [], (
        "run: make constraints"
    )
    if sys.platform == "linux" and sys.version_info[:2] == (3, 11):
        assert {each.partition("==")[0] for each in known_vulnerabilities.installed(required())} <= set(
            pinned
        )


REPORT = {
    "dependencies": [
        {"name": "click", "version": "8.1.7", "vulns": []},
        {"name": "jinja2", "version": "2.10", "vulns": [{"id": "PYSEC-1", "fix_versions": ["2.10.1"]}]},
        {"name": "numpy", "skip_reason": "not found"},
    ]
}


@pytest.mark.parametrize(
    ("printed", "exit_code", "words"),
    [
        (json.dumps(REPORT), 1, "jinja2 2.10: PYSEC-1, mended in 2.10.1"),
        (json.dumps({"dependencies": REPORT["dependencies"][:1]}), 0, "none in 1 dependencies"),
        (json.dumps({"dependencies": REPORT["dependencies"][2:]}), 0, "skipped"),
        ("", 0, "skipped"),
        ("no connection", 0, "skipped"),
    ],
)
def test_a_known_vulnerability_fails_the_check_and_a_missing_network_does_not(
    printed: str,
    exit_code: int,
    words: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    ended = subprocess.CompletedProcess([], 1, stdout=printed, stderr="")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: ended)

    assert known_vulnerabilities.main() == exit_code
    assert words in capsys.readouterr().out


def test_make_check_looks_them_up() -> None:
    makefile = Path(ROOT, "Makefile").read_text("utf-8")

    assert "tests.known_vulnerabilities" in makefile.partition("\ncheck:")[2].partition("\n\n")[0]


def test_a_rule_that_installs_a_group_of_packages_has_a_pip_that_knows_them() -> None:
    rules = re.split(r"\n(?=[^\t\n#])", Path(ROOT, "Makefile").read_text("utf-8"))
    installing = [rule for rule in rules if " --group " in rule]

    assert len(installing) > 3
    for rule in installing:
        before = rule.partition(" --group ")[0]
        assert ".installed-dev\n" in before.partition("\t")[0] or '"pip>=25.1"' in before, rule
