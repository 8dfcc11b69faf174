"""What the project says it runs on is what its workflow runs it on."""

from __future__ import annotations

import re
import tomllib

from tests.lowest import PROJECT

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
