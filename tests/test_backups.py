from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from netsheet.errors import BusyError, RefusedError
from netsheet.files.backups import KEPT_COUNT, KEPT_DAYS, list_backups
from netsheet.files.read import read_file
from netsheet.files.restore import restore, write_backup_to
from netsheet.files.save import save_workbook
from netsheet.files.state import workbook_folder


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "log.xlsx"
    path.write_bytes(b"first")
    return path


def save(log: Path, state: Path, *contents: bytes) -> None:
    for content in contents:
        save_workbook(read_file(log), content, state_folder=state)


def kept(log: Path, state: Path) -> list[bytes]:
    return [backup.path.read_bytes() for backup in list_backups(log, state_folder=state)]


def test_backups_are_listed_the_newest_first(log: Path, state: Path) -> None:
    save(log, state, b"second", b"third")

    backups = list_backups(log, state_folder=state)

    assert [backup.number for backup in backups] == [2, 1]
    assert kept(log, state) == [b"second", b"first"]
    assert [backup.size for backup in backups] == [6, 5]
    assert all(backup.workbook == log for backup in backups)
    assert all(backup.saved_at.tzinfo is not None for backup in backups)
    assert abs(backups[0].saved_at.timestamp() - log.stat().st_mtime) < 60


def test_a_workbook_that_was_never_saved_has_no_backups(log: Path, state: Path) -> None:
    assert list_backups(log, state_folder=state) == ()


def test_the_users_own_state_folder_is_the_default(
    log: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netsheet.files.state.state_folder", lambda: tmp_path / "own")
    save_workbook(read_file(log), b"second")

    restore(log)

    assert log.read_bytes() == b"first"
    assert [backup.path.is_relative_to(tmp_path / "own") for backup in list_backups(log)] == [True]


def test_only_the_newest_twenty_and_the_first_of_the_day_are_kept(log: Path, state: Path) -> None:
    save(log, state, *(f"version {number}".encode() for number in range(25)))

    contents = kept(log, state)

    assert len(contents) == KEPT_COUNT + 1 == 21
    assert contents[0] == b"version 23"
    assert contents[-2:] == [b"version 4", b"first"]
    assert len(list(workbook_folder(log, state).iterdir())) == 2 * 21 + 1


@pytest.fixture
def save_on(monkeypatch: pytest.MonkeyPatch, log: Path, state: Path) -> Callable[..., None]:
    """Save versions of the log on a given day, as the disk's clock has it."""
    days = [dt.date(2026, 3, 16)]
    fsync = os.fsync

    def sync_on_the_day(descriptor: int) -> None:
        fsync(descriptor)
        noon = dt.datetime.combine(days[-1], dt.time(12)).astimezone().timestamp()
        os.utime(descriptor, (noon, noon))

    monkeypatch.setattr(os, "fsync", sync_on_the_day)

    def save_versions(day: dt.date, *contents: bytes) -> None:
        days.append(day)
        save(log, state, *contents)

    return save_versions


def test_a_busy_day_does_not_push_out_the_days_before_it(
    log: Path, state: Path, save_on: Callable[..., None]
) -> None:
    save_on(dt.date(2026, 3, 16), b"monday", b"monday later")
    save_on(dt.date(2026, 3, 17), *(f"tuesday {number}".encode() for number in range(30)))

    contents = kept(log, state)

    assert len(contents) == KEPT_COUNT + 2
    assert contents[-2:] == [b"monday later", b"first"]


def test_the_first_copy_of_a_day_is_kept_for_a_year(
    log: Path, state: Path, save_on: Callable[..., None]
) -> None:
    first = dt.date(2026, 3, 16)
    save_on(first, b"monday")
    save_on(first + dt.timedelta(days=KEPT_DAYS), *(f"{number}".encode() for number in range(25)))
    assert kept(log, state)[-1] == b"first"

    save_on(first + dt.timedelta(days=KEPT_DAYS + 1), b"a year later")

    assert kept(log, state)[-1] == b"monday"


def test_the_same_save_tried_again_keeps_one_backup(log: Path, state: Path) -> None:
    for _ in range(5):
        save(log, state, b"second")
        restore(log, state_folder=state)

    assert kept(log, state) == [b"first"]


@pytest.mark.posix
def test_undo_brings_back_the_file_byte_for_byte(log: Path, state: Path) -> None:
    log.chmod(0o640)
    save(log, state, b"second")

    restored = restore(log, state_folder=state)

    assert log.read_bytes() == b"first"
    assert restored.path == log
    assert restored.backup.path.read_bytes() == b"first"
    assert log.stat().st_mode & 0o777 == 0o640
    assert sorted(entry.name for entry in log.parent.iterdir()) == ["log.xlsx", "state"]


def test_undo_again_goes_one_save_further_back(log: Path, state: Path) -> None:
    save(log, state, b"second", b"third")

    restore(log, state_folder=state)
    restore(log, state_folder=state)

    assert log.read_bytes() == b"first"
    with pytest.raises(RefusedError):
        restore(log, state_folder=state)


def test_undo_refuses_when_the_file_was_changed_since_and_names_the_backup(log: Path, state: Path) -> None:
    save(log, state, b"second")
    log.write_bytes(b"second, and a new row of mine")

    with pytest.raises(RefusedError) as raised:
        restore(log, state_folder=state)

    newest = list_backups(log, state_folder=state)[0]
    assert log.read_bytes() == b"second, and a new row of mine"
    assert raised.value.message == "log.xlsx was changed after netsheet saved it, so undo leaves it alone"
    assert str(newest.path) in raised.value.hint
    assert raised.value.exit_code == 5


def test_without_a_backup_there_is_nothing_to_undo(log: Path, state: Path) -> None:
    with pytest.raises(RefusedError, match="There is nothing to undo"):
        restore(log, state_folder=state)


def test_undo_waits_for_no_open_file(log: Path, state: Path) -> None:
    save(log, state, b"second")
    log.with_name(".~lock.log.xlsx#").write_bytes(b",robin,laptop,16.03.2026 08:30,;")

    with pytest.raises(BusyError):
        restore(log, state_folder=state)
    restore(log, state_folder=state, even_if_open=True)

    assert log.read_bytes() == b"first"


def test_a_damaged_backup_is_never_brought_back(log: Path, state: Path) -> None:
    save(log, state, b"second")
    list_backups(log, state_folder=state)[0].path.write_bytes(b"FIRST")

    with pytest.raises(RefusedError, match="is damaged"):
        restore(log, state_folder=state)

    assert log.read_bytes() == b"second"


def test_a_backup_that_cannot_be_read_is_never_brought_back(
    log: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(log, state, b"second")
    target = list_backups(log, state_folder=state)[0]
    read = Path.read_bytes

    def unreadable(path: Path) -> bytes:
        if path == target.path:
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", unreadable)

    with pytest.raises(RefusedError, match="is damaged"):
        restore(log, state_folder=state)


@pytest.mark.parametrize(
    "note",
    [
        "",
        "{}",
        "[]",
        '{"file": "0001.xlsx", "workbook": 1, "saved_at": "then"}',
        '{"file": "0001.xlsx", "workbook": "log.xlsx", "saved_at": "0001-01-01T00:00+14:00"}',
    ],
)
def test_a_damaged_note_hides_its_backup_and_nothing_else(note: str, log: Path, state: Path) -> None:
    save(log, state, b"second", b"third")
    folder = workbook_folder(log, state)
    (folder / "0001.json").write_text(note)
    (folder / "0004.json").write_text("left by a killed run")

    assert kept(log, state) == [b"second"]
    save(log, state, b"fourth")
    assert kept(log, state) == [b"third", b"second"]
    assert (folder / "0001.xlsx").read_bytes() == b"first"
    assert not (folder / "0004.json").exists()


def test_undo_works_when_the_workbook_has_moved(log: Path, state: Path) -> None:
    save(log, state, b"second")
    moved = log.rename(log.parent / "spring log.xlsx")

    restore(moved, state_folder=state)

    assert moved.read_bytes() == b"first"


def test_the_backups_of_a_moved_workbook_are_all_listed(log: Path, state: Path) -> None:
    save(log, state, b"second", b"third")
    moved = log.rename(log.parent / "moved.xlsx")
    save(moved, state, b"fourth")

    assert kept(moved, state) == [b"third", b"second", b"first"]


def test_a_copy_does_not_see_what_was_saved_in_the_original_later(log: Path, state: Path) -> None:
    save(log, state, b"second")
    copy = log.with_name("copy.xlsx")
    copy.write_bytes(log.read_bytes())
    save(log, state, b"third")

    assert kept(copy, state) == [b"first"]


def test_the_backups_of_another_workbook_stay_out_of_the_list(log: Path, state: Path) -> None:
    other = log.with_name("other.xlsx")
    other.write_bytes(b"other")
    save(other, state, b"other second")
    save(log, state, b"second")

    assert kept(log, state) == [b"first"]


def test_a_workbook_that_is_gone_can_be_written_anew(log: Path, state: Path, tmp_path: Path) -> None:
    save(log, state, b"second")
    log.unlink()

    backup = write_backup_to(log, tmp_path / "rescued.xlsx", state_folder=state)

    assert (tmp_path / "rescued.xlsx").read_bytes() == b"first"
    assert backup.number == 1


def test_the_backup_written_elsewhere_is_the_one_undo_would_bring_back(
    log: Path, state: Path, tmp_path: Path
) -> None:
    save(log, state, b"second", b"third")
    restore(log, state_folder=state)

    write_backup_to(log, tmp_path / "before.xlsx", state_folder=state)

    assert (tmp_path / "before.xlsx").read_bytes() == b"first"
    assert log.read_bytes() == b"second"


def test_any_backup_can_be_written_elsewhere_by_its_number(log: Path, state: Path, tmp_path: Path) -> None:
    save(log, state, b"second", b"third")

    write_backup_to(log, tmp_path / "one.xlsx", number=1, state_folder=state)

    assert (tmp_path / "one.xlsx").read_bytes() == b"first"
    with pytest.raises(RefusedError):
        write_backup_to(log, tmp_path / "nine.xlsx", number=9, state_folder=state)


def test_a_backup_is_never_written_over_a_file(log: Path, state: Path) -> None:
    save(log, state, b"second")

    with pytest.raises(RefusedError, match="already exists"):
        write_backup_to(log, log, state_folder=state)

    assert log.read_bytes() == b"second"


def test_backups_of_the_same_moment_are_ordered_by_number(
    log: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment = dt.datetime(2026, 3, 16, 9, tzinfo=dt.UTC).timestamp()
    fsync = os.fsync

    def sync_at_nine(descriptor: int) -> None:
        fsync(descriptor)
        os.utime(descriptor, (moment, moment))

    monkeypatch.setattr(os, "fsync", sync_at_nine)

    save(log, state, b"second", b"third", b"fourth")

    backups = list_backups(log, state_folder=state)
    assert [backup.number for backup in backups] == [3, 2, 1]
    assert {backup.saved_at for backup in backups} == {dt.datetime.fromtimestamp(moment, dt.UTC)}
