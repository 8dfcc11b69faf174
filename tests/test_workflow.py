"""What the project says it runs on is what its workflow runs it on."""

from __future__ import annotations

import re
import tomllib

from tests.lowest import PROJECT

GITHUB = PROJECT.parent / ".github"
WORKFLOW = PROJECT.parent / ".github" / "workflows" / "ci.yml"


def test_every_python_that_is_promised_is_run_on_three_systems() -> None:
    project = tomllib.loads(PROJECT.read_text("utf-8"))
    promised = re.findall(r":: (3\.\d+)$", "\n".join(project["project"]["classifiers"]), re.MULTILINE)
    workflow = WORKFLOW.read_text("utf-8")

    run_on = re.findall(r'"(3\.\d+)"', re.findall(r"^ +python: \[(.*)\]$", workflow, re.MULTILINE)[0])
    assert set(promised) <= set(run_on)
    assert "system: [ubuntu, macos, windows]" in workflow
    assert f">={promised[0]}" == project["project"]["requires-python"]
    assert f"py{promised[0].replace('.', '')}" == project["tool"]["ruff"]["target-version"]


def test_a_release_is_checked_and_its_wheel_tested_before_anything_is_attached() -> None:
    release = (GITHUB / "workflows" / "release.yml").read_text("utf-8")
    steps = [
        ".ci/run",
        "hatchling build",
        "mv netsheet templates sample_workbooks",
        "-m pytest",
        "gh release create",
    ]

    assert re.search(r'^    tags: \["v\*"\]$', release, re.MULTILINE)
    assert [release.index(step) for step in steps] == sorted(release.index(step) for step in steps)
    assert "constraints.txt" in release
    assert "constraints.txt" in (PROJECT.parent / ".ci" / "run").read_text("utf-8")


def test_what_netsheet_needs_is_watched_for_new_versions() -> None:
    watched = (GITHUB / "dependabot.yml").read_text("utf-8")

    assert re.findall(r"package-ecosystem: (\S+)", watched) == ["pip", "github-actions"]
