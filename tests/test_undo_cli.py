"""``netsheet undo`` and ``netsheet backups`` through the real command line."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.command_line import copy_of_sample, run

LATER = "2026-05-01"


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return copy_of_sample("plain-log.xlsx", tmp_path)


def refreshed_twice(log: Path) -> tuple[bytes, bytes, bytes]:
    """Refresh as of two days; the file before, between and after."""
    before = log.read_bytes()
    assert run("refresh", log).exit_code == 0
    between = log.read_bytes()
    assert run("refresh", log, today=LATER).exit_code == 0
    return before, between, log.read_bytes()


def test_undo_brings_back_the_log_byte_for_byte_and_again_one_further(log: Path) -> None:
    before, between, after = refreshed_twice(log)
    assert len({before, between, after}) == 3

    first = run("undo", log)
    assert (first.exit_code, log.read_bytes()) == (0, between)
    assert "as it was before the save of" in first.stdout
    assert run("undo", log).exit_code == 0

    assert log.read_bytes() == before
    assert [path.name for path in log.parent.iterdir()] == [log.name]


def test_a_log_that_netsheet_never_wrote_has_nothing_to_undo(log: Path) -> None:
    outcome = run("undo", log)

    assert outcome.exit_code == 5
    assert "nothing to undo" in outcome.stderr


def test_a_log_that_was_changed_since_is_kept_and_the_backup_is_named(log: Path) -> None:
    before = log.read_bytes()
    run("refresh", log)
    mine = log.read_bytes() + b"mine"
    log.write_bytes(mine)

    outcome = run("undo", log)

    assert outcome.exit_code == 5
    assert log.read_bytes() == mine
    (kept,) = run("backups", log, "--json").document["backups"]
    assert kept["path"] in outcome.stderr
    assert "--to FILE" in outcome.stderr
    assert run("undo", log, "--to", log.with_name("before.xlsx")).exit_code == 0
    assert log.with_name("before.xlsx").read_bytes() == before
    assert log.read_bytes() == mine


def test_to_writes_the_file_that_undo_would_bring_back(log: Path) -> None:
    _, between, after = refreshed_twice(log)
    target = log.with_name("elsewhere.xlsx")

    outcome = run("undo", log, "--to", target)

    assert outcome.stdout.startswith(f"Wrote {target}")
    assert (target.read_bytes(), log.read_bytes()) == (between, after)


def test_to_with_a_number_writes_that_kept_copy(log: Path) -> None:
    before, between, _ = refreshed_twice(log)

    run("undo", log, "--to", log.with_name("1.xlsx"), "--number", 1)
    run("undo", log, "--to", log.with_name("2.xlsx"), "--number", 2)
    outcome = run("undo", log, "--to", log.with_name("9.xlsx"), "--number", 9)

    assert log.with_name("1.xlsx").read_bytes() == before
    assert log.with_name("2.xlsx").read_bytes() == between
    assert outcome.exit_code == 5
    assert not log.with_name("9.xlsx").exists()


def test_to_never_writes_over_a_file(log: Path) -> None:
    _, _, after = refreshed_twice(log)

    outcome = run("undo", log, "--to", log)

    assert outcome.exit_code == 5
    assert "already exists" in outcome.stderr
    assert log.read_bytes() == after


@pytest.mark.parametrize("words", [("--number", "1"), ("--to", "x.xlsx", "--number", "0")])
def test_a_number_alone_or_none_is_a_usage_error(words: tuple[str, ...], log: Path) -> None:
    assert run("undo", log, *words).exit_code == 2


def test_undo_and_the_list_work_when_the_log_has_moved(log: Path, tmp_path: Path) -> None:
    before, between, _ = refreshed_twice(log)
    moved = tmp_path / "archive" / "spring.xlsx"
    moved.parent.mkdir()
    shutil.move(log, moved)

    assert len(run("backups", moved, "--json").document["backups"]) == 2
    assert run("undo", moved).exit_code == 0
    assert moved.read_bytes() == between
    assert run("undo", moved).exit_code == 0
    assert moved.read_bytes() == before


def test_numbers_go_on_when_the_log_has_moved_so_that_each_names_one_copy(log: Path, tmp_path: Path) -> None:
    before, _, after = refreshed_twice(log)
    moved = log.rename(tmp_path / "spring.xlsx")
    run("refresh", moved, today="2026-07-01")

    kept = run("backups", moved, "--json").document["backups"]
    run("undo", moved, "--to", tmp_path / "1.xlsx", "--number", 1)
    run("undo", moved, "--to", tmp_path / "3.xlsx", "--number", 3)

    assert [backup["number"] for backup in kept] == [3, 2, 1]
    assert (tmp_path / "1.xlsx").read_bytes() == before
    assert (tmp_path / "3.xlsx").read_bytes() == after


def test_a_log_that_is_open_elsewhere_is_not_undone_unless_asked(log: Path) -> None:
    before = log.read_bytes()
    run("refresh", log)
    log.with_name(f".~lock.{log.name}#").write_bytes(b",ana,laptop,16.03.2026 09:30,;")

    assert run("undo", log).exit_code == 4
    assert run("undo", log, "--even-if-open").exit_code == 0
    assert log.read_bytes() == before


def test_a_log_that_is_gone_can_still_be_brought_back_elsewhere(log: Path) -> None:
    before = log.read_bytes()
    run("refresh", log)
    log.unlink()

    assert run("undo", log).exit_code == 3
    assert run("undo", log, "--to", log.with_name("rescued.xlsx")).exit_code == 0
    assert log.with_name("rescued.xlsx").read_bytes() == before


def test_the_list_shows_the_newest_first_with_its_place(log: Path) -> None:
    refreshed_twice(log)

    outcome = run("backups", log)

    assert outcome.exit_code == 0
    assert re.findall(r"^\s*(\d+)\s+\d{4}-\d\d-\d\d", outcome.stdout, re.MULTILINE) == ["2", "1"]
    assert "netsheet undo" in outcome.stdout


def test_the_list_of_a_log_that_netsheet_never_wrote_says_so(log: Path) -> None:
    assert "no backup copies" in run("backups", log).stdout
    assert run("backups", log, "--json").document["backups"] == []


def test_a_refresh_after_an_undo_gives_the_same_file_again(log: Path) -> None:
    run("refresh", log)
    first = log.read_bytes()
    run("undo", log)
    run("refresh", log)

    assert log.read_bytes() == first
    assert len(run("backups", log, "--json").document["backups"]) == 1
