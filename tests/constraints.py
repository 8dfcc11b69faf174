"""``make constraints`` writes the versions that the tests ran with: of netsheet's dependencies, of the tools, and of theirs."""

from __future__ import annotations

import sys
import tomllib

from tests.known_vulnerabilities import installed
from tests.lowest import PROJECT, dependencies

CONSTRAINTS = PROJECT.with_name("constraints.txt")
HEAD = "# The versions with which every check and test passes (Python 3.11, Linux). Written by: make constraints\n"


def required() -> list[str]:
    """Return all that pyproject.toml asks for: to run netsheet, to check, test and build it."""
    project = tomllib.loads(PROJECT.read_text("utf-8"))
    groups = project["dependency-groups"]
    return [*dependencies(), *groups["check"], *groups["test"], *project["build-system"]["requires"]]


if __name__ == "__main__":
    pinned = sorted(installed(required()), key=str.casefold)
    CONSTRAINTS.write_text(HEAD + "\n".join(pinned) + "\n", "utf-8")
    sys.stdout.write(f"{CONSTRAINTS.name}: {len(pinned)} packages\n")
