"""Three seasons played day by day through the real command line and files: what each day shows is in tests/golden.

After a wanted change: python -m tests.test_seasons, and read the difference as the owner of the log would.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from tests.playing import play

HERE = Path(__file__).parent
SEASONS = ("one-row-per-person", "one-row-per-touch", "german")


def season(name: str) -> str:
    return (HERE / "seasons" / f"{name}.txt").read_text(encoding="utf-8")


def golden(name: str) -> Path:
    return HERE / "golden" / f"season-{name}.txt"


@pytest.mark.parametrize("name", SEASONS)
def test_each_day_of_a_season_shows_what_its_owner_would_do(name: str, tmp_path: Path) -> None:
    shown = list(play(season(name), tmp_path))

    assert shown == golden(name).read_text(encoding="utf-8").splitlines()


def main() -> None:
    """Play the seasons and keep what they show."""
    for name in SEASONS:
        with tempfile.TemporaryDirectory() as folder:
            os.environ["XDG_STATE_HOME"] = folder
            shown = "\n".join(play(season(name), Path(folder)))
        golden(name).write_text(shown + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
