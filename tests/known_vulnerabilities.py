"""``make check`` asks whether a dependency has a known vulnerability; without the network it says so and goes on."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.lowest import dependencies

PATIENCE_SECONDS = 120


def main() -> int:
    """Run pip-audit over what netsheet installs; 1 when something is known, 0 else."""
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder, "requirements.txt")
        listed.write_text("\n".join(installed(dependencies())))
        words = [
            sys.executable,
            "-m",
            "pip_audit",
            "--requirement",
            str(listed),
            "--no-deps",
            "--disable-pip",
        ]
        words += ["--format", "json", "--progress-spinner", "off", "--timeout", "10"]
        try:
            ended = subprocess.run(
                words, capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False
            )
            asked, found = vulnerable(ended.stdout)
        except (subprocess.TimeoutExpired, ValueError, KeyError):
            sys.stdout.write("known vulnerabilities: could not be asked for (no network?), skipped\n")
            return 0
    if not asked:
        sys.stdout.write("known vulnerabilities: nobody here knows any of the dependencies, skipped\n")
        return 0
    sys.stdout.write("\n".join(found or [f"known vulnerabilities: none in {asked} dependencies"]) + "\n")
    return 1 if found else 0


def installed(asked: Iterable[str]) -> list[str]:
    """Return these requirements and all of theirs, at the versions that are installed here; what is not is left out."""
    waiting = [(Requirement(each), "") for each in asked]
    versions: dict[str, str] = {}
    followed: set[tuple[str, str]] = set()
    while waiting:
        requirement, extra = waiting.pop()
        name = canonicalize_name(requirement.name)
        if requirement.marker is not None and not requirement.marker.evaluate({"extra": extra}):
            continue
        for wanted in {"", *requirement.extras} - {each for other, each in followed if other == name}:
            followed.add((name, wanted))
            with contextlib.suppress(PackageNotFoundError):
                found = distribution(name)
                versions[name] = found.version
                waiting += [(Requirement(each), wanted) for each in found.requires or []]
    return sorted(f"{name}=={version}" for name, version in versions.items())


def vulnerable(report: str) -> tuple[int, list[str]]:
    """Return how many dependencies pip-audit could ask about, and a line for each known vulnerability.

    Raises:
        ValueError: when it is no report: pip-audit could not ask.
    """
    asked = [each for each in json.loads(report)["dependencies"] if "skip_reason" not in each]
    return len(asked), [
        f"{each['name']} {each['version']}: {known['id']}, mended in {', '.join(known['fix_versions']) or 'no version yet'}"
        for each in asked
        for known in each.get("vulns", [])
    ]


if __name__ == "__main__":
    sys.exit(main())
