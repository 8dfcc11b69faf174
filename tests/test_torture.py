"""The short form of ``make torture``: each chapter in a process of its own, counted; nothing may be lost."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def tortured(chapter: str) -> list[tuple[int, int, int, int]]:
    """Run a chapter; tried, survived, refused and lost of each of its counts."""
    ended = subprocess.run(
        [sys.executable, "-m", "tests.torture", "--short", chapter],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    counts = re.findall(r"^\S.*?\s(\d+)\s+(\d+)\s+(\d+)\s+(\d+)$", ended.stdout, re.MULTILINE)
    return [(int(a), int(b), int(c), int(d)) for a, b, c, d in counts]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="kills are POSIX signals")
@pytest.mark.parametrize(
    ("chapter", "counts", "least"), [("crash", 11, 60), ("rivals", 7, 24), ("hostile", 10, 200)]
)
def test_nothing_is_lost(chapter: str, counts: int, least: int) -> None:
    found = tortured(chapter)

    assert len(found) == counts
    assert sum(tried for tried, *_ in found) >= least
    assert all(lost == 0 and tried == survived + refused for tried, survived, refused, lost in found)
