"""What every test may rely on: a state folder of its own, never the developer's."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip on Windows what only the other systems have."""
    if sys.platform == "win32":
        for item in items:
            if item.get_closest_marker("posix"):
                item.add_marker(pytest.mark.skip(reason="Windows has nothing of the kind"))


@pytest.fixture(autouse=True)
def own_state_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep backups and locks of a test out of the real home folder."""
    folder = tmp_path_factory.mktemp("state")
    monkeypatch.setenv("XDG_STATE_HOME", str(folder))
    monkeypatch.setenv("LOCALAPPDATA", str(folder))
    return folder


@pytest.fixture(autouse=True)
def a_terminal_of_eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wrap lines as in a terminal. Into a pipe, which is what a test reads from, they would be as long as they are."""
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture(autouse=True)
def read_in_full(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every refresh do all its work, also of a file that is known: what a second one changes is tested for real."""
    monkeypatch.setattr("netsheet.pipeline.refresh.kept_result", lambda *_: None)
