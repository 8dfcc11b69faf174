"""The lowest version of each dependency that pyproject.toml allows, as constraints for pip."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

PROJECT = Path(__file__).parents[1] / "pyproject.toml"


def dependencies() -> list[str]:
    """Return what netsheet itself needs, as pyproject.toml spells it."""
    listed: list[str] = tomllib.loads(PROJECT.read_text("utf-8"))["project"]["dependencies"]
    return listed


def lowest() -> list[str]:
    """Return each dependency at its lowest version."""
    return [dependency.replace(">=", "==") for dependency in dependencies()]


if __name__ == "__main__":
    sys.stdout.write("\n".join(lowest()) + "\n")
