"""A sync folder's second copy of the log is pointed out, and left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command_line import copy_of_sample, run

COPIES = ["plain-log (Ana's conflicted copy 2026-03-16).xlsx", "plain-log-LAPTOP-7F3K2.xlsx"]


@pytest.mark.parametrize("command", ["refresh", "check"])
def test_conflict_copies_are_named_and_left_as_they_are(command: str, tmp_path: Path) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path)
    for name in COPIES:
        (tmp_path / name).write_bytes(b"another version")

    outcome = run(command, log)

    assert all(name in outcome.stdout for name in COPIES)
    assert "sync program" in outcome.stdout
    assert all((tmp_path / name).read_bytes() == b"another version" for name in COPIES)
    assert run(command, log, "--json").document["conflict_copies"] == COPIES


@pytest.mark.parametrize("command", ["refresh", "check"])
def test_a_log_that_lies_alone_is_said_nothing_about(command: str, tmp_path: Path) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path)
    (tmp_path / "plain-log-2025.xlsx").write_bytes(b"last year")

    assert "sync program" not in run(command, log).stdout
    assert run(command, log, "--json").document["conflict_copies"] == []


def test_a_log_that_is_up_to_date_still_names_its_copies(tmp_path: Path) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path)
    run("refresh", log)
    (tmp_path / "plain-log (1).xlsx").touch()

    assert "plain-log (1).xlsx" in run("refresh", log).stdout
