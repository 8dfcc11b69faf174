from __future__ import annotations

import errno
import os
import shutil
import stat
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from netsheet.errors import BusyError, NetsheetError, RefusedError
from netsheet.files import save
from netsheet.files.backups import list_backups
from netsheet.files.durable import save_new_file
from netsheet.files.read import SourceFile, read_file
from netsheet.files.save import save_workbook
from netsheet.files.state import only_netsheet_on, try_lock, workbook_folder
from netsheet.files.temporary import new_temporary_name, remove_strays

OLD, NEW = b"the log as it was", b"the log with our columns"


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "home" / "log.xlsx"
    path.parent.mkdir()
    path.write_bytes(OLD)
    return path


def names_beside(log: Path) -> list[str]:
    return sorted(entry.name for entry in log.parent.iterdir())


def refused(source: SourceFile, state: Path, kind: type[NetsheetError] = RefusedError) -> NetsheetError:
    """Save, expect the error, and see that the file is as it was and alone."""
    with pytest.raises(kind) as raised:
        save_workbook(source, NEW, state_folder=state)
    assert source.real_path.read_bytes() == OLD
    assert names_beside(source.real_path) == [source.real_path.name]
    assert "\n" not in raised.value.message
    return raised.value


def test_a_save_replaces_the_file_and_keeps_a_backup(log: Path, state: Path) -> None:
    saved = save_workbook(read_file(log), NEW, state_folder=state)

    assert log.read_bytes() == NEW
    assert saved.path == log
    assert saved.backup.read_bytes() == OLD
    assert names_beside(log) == ["log.xlsx"]


@pytest.mark.posix
def test_the_backup_is_for_the_users_eyes_only(log: Path, state: Path) -> None:
    saved = save_workbook(read_file(log), NEW, state_folder=state)

    assert stat.S_IMODE(saved.backup.stat().st_mode) == 0o600
    assert stat.S_IMODE(saved.backup.with_suffix(".json").stat().st_mode) == 0o600
    assert stat.S_IMODE(saved.backup.parent.stat().st_mode) == 0o700


@pytest.mark.posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_the_permissions_stay(mode: int, log: Path, state: Path) -> None:
    log.chmod(mode)

    save_workbook(read_file(log), NEW, state_folder=state)

    assert stat.S_IMODE(log.stat().st_mode) == mode


@pytest.mark.posix
def test_the_owner_stays_where_the_system_allows(
    log: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[tuple[int, int]] = []

    def chown(_: Path, user: int, group: int) -> None:
        given.append((user, group))
        raise PermissionError(errno.EPERM, "not yours to give")

    monkeypatch.setattr(os, "chown", chown)
    statuses = Path.stat

    def owned_by_another(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        status = statuses(path, follow_symlinks=follow_symlinks)
        return os.stat_result((*status[:4], 4242, 4343, *status[6:])) if path == log else status

    source = read_file(log)
    monkeypatch.setattr(Path, "stat", owned_by_another)
    monkeypatch.setattr("netsheet.files.save._check_same", lambda *_: None)

    save_workbook(source, NEW, state_folder=state)

    assert given == [(4242, 4343)]
    assert log.read_bytes() == NEW


if sys.platform == "linux":

    def write_tag(path: Path) -> None:
        os.setxattr(path, "user.tag", b"urgent")

    def read_tag(path: Path) -> bytes:
        return os.getxattr(path, "user.tag")

else:

    def write_tag(path: Path) -> None:
        subprocess.run(["xattr", "-w", "user.tag", "urgent", str(path)], check=True)

    def read_tag(path: Path) -> bytes:
        return subprocess.check_output(["xattr", "-p", "user.tag", str(path)]).strip()


@pytest.mark.posix
def test_tags_that_the_system_keeps_with_a_file_stay(log: Path, state: Path) -> None:
    """The Finder's tags and comments are such, on Linux the extended attributes."""
    try:
        write_tag(log)
    except OSError:
        pytest.skip("this disk keeps none")

    save_workbook(read_file(log), NEW, state_folder=state)

    assert read_tag(log) == b"urgent"


def test_the_time_of_a_saved_file_is_the_time_of_saving(log: Path, state: Path) -> None:
    os.utime(log, (1_000_000_000, 1_000_000_000))

    save_workbook(read_file(log), NEW, state_folder=state)

    assert abs(log.stat().st_mtime - time.time()) < 60


@pytest.mark.posix
def test_a_link_stays_a_link_and_its_target_is_written(log: Path, state: Path, tmp_path: Path) -> None:
    link = tmp_path / "desktop.xlsx"
    link.symlink_to(log)

    save_workbook(read_file(link), NEW, state_folder=state)

    assert link.is_symlink()
    assert log.read_bytes() == NEW


def test_a_change_by_another_program_is_kept(log: Path, state: Path) -> None:
    source = read_file(log)
    log.write_bytes(b"someone else's change")

    with pytest.raises(BusyError) as raised:
        save_workbook(source, NEW, state_folder=state)

    assert log.read_bytes() == b"someone else's change"
    assert (
        raised.value.message
        == "log.xlsx was changed by another program while netsheet worked on it. netsheet wrote nothing"
    )
    assert names_beside(log) == ["log.xlsx"]


def test_a_change_in_the_last_moment_is_kept(log: Path, state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = read_file(log)
    copystat = shutil.copystat

    def change_meanwhile(*arguments: Path) -> None:
        copystat(*arguments)
        log.write_bytes(b"someone else's change")

    monkeypatch.setattr("shutil.copystat", change_meanwhile)

    with pytest.raises(BusyError):
        save_workbook(source, NEW, state_folder=state)

    assert log.read_bytes() == b"someone else's change"
    assert names_beside(log) == ["log.xlsx"]


@pytest.mark.parametrize("what", ["changed", "deleted"])
def test_a_change_after_the_last_look_is_kept(
    what: str, log: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = read_file(log)
    look = save.check_unchanged
    looks = []

    def look_then_change(source: SourceFile) -> os.stat_result:
        seen = look(source)
        looks.append(seen)
        if len(looks) == 2:
            log.unlink() if what == "deleted" else log.write_bytes(b"someone else's change")
        return seen

    monkeypatch.setattr(save, "check_unchanged", look_then_change)

    with pytest.raises(BusyError, match=what):
        save_workbook(source, NEW, state_folder=state)

    assert names_beside(log) == ([] if what == "deleted" else ["log.xlsx"])


def test_a_file_that_was_moved_away_is_not_made_anew(log: Path, state: Path) -> None:
    source = read_file(log)
    log.rename(log.with_name("moved.xlsx"))

    with pytest.raises(BusyError, match="moved or deleted"):
        save_workbook(source, NEW, state_folder=state)

    assert names_beside(log) == ["moved.xlsx"]


def test_a_file_that_is_deleted_during_the_writing_is_not_made_anew(
    log: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = read_file(log)
    monkeypatch.setattr(save, "write_and_prove", lambda *_: log.unlink())

    with pytest.raises(BusyError, match="moved or deleted"):
        save_workbook(source, NEW, state_folder=state)

    assert names_beside(log) == []


def test_a_file_that_can_no_longer_be_read_is_left(
    log: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = read_file(log)
    monkeypatch.setattr(Path, "open", fails(errno.EACCES))

    with pytest.raises(NetsheetError, match="may not read"):
        save_workbook(source, NEW, state_folder=state, even_if_open=True)


def test_a_file_that_is_open_elsewhere_is_left(log: Path, state: Path) -> None:
    mark = log.with_name(".~lock.log.xlsx#")
    source = read_file(log)
    mark.write_bytes(b",robin,laptop,16.03.2026 08:30,;")

    with pytest.raises(BusyError, match="open in LibreOffice"):
        save_workbook(source, NEW, state_folder=state)
    save_workbook(source, NEW, state_folder=state, even_if_open=True)

    assert log.read_bytes() == NEW
    assert names_beside(log) == [mark.name, "log.xlsx"]


def test_a_write_protected_file_is_respected(log: Path, state: Path) -> None:
    log.chmod(0o444)

    error = refused(read_file(log), state)

    assert error.message == "log.xlsx is write-protected, so netsheet does not change it"
    assert list_backups(log, state_folder=state) == ()


def fails(number: int, *, times: int = 99) -> Callable[..., None]:
    """A stand-in for a system call that fails."""
    left = [times]

    def call(*_: object, **__: object) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise AssertionError("called more often than planned")
        raise OSError(number, os.strerror(number))

    return call


def only_beside(log: Path, call: Callable[..., int], number: int) -> Callable[..., int]:
    """The system call, failing for files in the log's folder only."""

    def failing(path: object, *arguments: object, **options: object) -> int:
        if isinstance(path, Path) and path.parent == log.parent and path.name.endswith(".tmp"):
            raise OSError(number, os.strerror(number))
        return call(path, *arguments, **options)

    return failing


@pytest.mark.parametrize(
    ("number", "message", "hint"),
    [
        (
            errno.EACCES,
            "log.xlsx was not saved: your account may not write to {folder}",
            "Copy the workbook to one of your own folders",
        ),
        (
            errno.EROFS,
            "log.xlsx was not saved: your account may not write to {folder}",
            "Copy the workbook to one of your own folders",
        ),
        (
            errno.ENOSPC,
            "The disk is full. log.xlsx was not saved and has not changed",
            "Free some space on the disk that holds {folder}",
        ),
        (errno.EIO, "log.xlsx was not saved: Input/output error", "The file has not changed"),
    ],
)
def test_a_folder_that_takes_no_new_file_leaves_the_old_one(
    number: int, message: str, hint: str, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = read_file(log)
    monkeypatch.setattr(os, "open", only_beside(log, os.open, number))

    error = refused(source, log.parent.parent / "state")

    assert error.message == message.format(folder=log.parent)
    assert error.hint.startswith(hint.format(folder=log.parent))
    assert error.exit_code == 5


def the_last(call: Callable[..., object], wanted: int, number: int) -> Callable[..., object]:
    """The system call, failing at its call number ``wanted``."""
    calls = [0]

    def failing(*arguments: object) -> object:
        calls[0] += 1
        if calls[0] == wanted:
            raise OSError(number, os.strerror(number))
        return call(*arguments)

    return failing


# A save writes and syncs the backup, its note and then the new file; the backup's folder is synced in between.
@pytest.mark.posix
@pytest.mark.parametrize(
    ("name", "wanted"), [("write", 1), ("write", 2), ("write", 3), ("fsync", 1), ("fsync", 2), ("fsync", 4)]
)
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_a_full_disk_at_any_write_leaves_the_old_file(
    name: str, wanted: int, number: int, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, state = read_file(log), log.parent.parent / "state"
    monkeypatch.setattr(os, name, the_last(getattr(os, name), wanted, number))

    error = refused(source, state)

    assert error.exit_code == 5
    assert error.hint
    monkeypatch.undo()
    assert [entry.suffix for entry in workbook_folder(log, state).glob("*.unfinished")] == []
    save_workbook(source, NEW, state_folder=state)
    assert log.read_bytes() == NEW


def test_what_cannot_be_synced_after_the_swap_is_saved_all_the_same(
    log: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", the_last(os.fsync, 5, errno.EINVAL))

    save_workbook(read_file(log), NEW, state_folder=state)

    assert log.read_bytes() == NEW


def test_a_disk_that_takes_few_bytes_at_a_time_gets_them_all(
    log: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, bytes(data[:3])))

    saved = save_workbook(read_file(log), NEW, state_folder=state)

    assert log.read_bytes() == NEW
    assert saved.backup.read_bytes() == OLD


def test_a_disk_that_does_not_keep_what_was_written_is_noticed(
    log: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = os.read
    monkeypatch.setattr(os, "read", lambda descriptor, size: read(descriptor, size)[:-1])

    error = refused(read_file(log), state)

    assert error.message == "log.xlsx was not saved: the disk did not keep what was written"


def test_a_file_held_for_a_moment_is_tried_again(
    log: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, tries = os.replace, [0]
    pauses: list[float] = []

    def held_at_first(source: Path, target: Path) -> None:
        tries[0] += target == log
        if target == log and tries[0] <= 3:
            raise PermissionError(errno.EACCES, "held by a virus scanner")
        replace(source, target)

    monkeypatch.setattr(os, "replace", held_at_first)
    monkeypatch.setattr(time, "sleep", pauses.append)

    save_workbook(read_file(log), NEW, state_folder=state)

    assert log.read_bytes() == NEW
    assert (tries, len(pauses)) == ([4], 3)


def test_a_file_held_for_good_is_left(log: Path, state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace = os.replace

    def held(source: Path, target: Path) -> None:
        if target == log:
            raise PermissionError(errno.EACCES, "held")
        replace(source, target)

    monkeypatch.setattr(os, "replace", held)
    monkeypatch.setattr(time, "sleep", lambda _: None)

    assert "close the programs that use it" in refused(read_file(log), state).hint


def test_without_a_place_for_the_backup_nothing_is_written(log: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "state"
    blocked.write_text("a file where the folder should be")

    error = refused(read_file(log), blocked)

    assert "could not write its backup" in error.message


def test_two_netsheets_do_not_save_one_file_at_once(log: Path, state: Path) -> None:
    source = read_file(log)

    with only_netsheet_on(log, state):
        error = refused(source, state, BusyError)
    save_workbook(source, NEW, state_folder=state)

    assert error.message == "Another netsheet is saving log.xlsx right now"
    assert log.read_bytes() == NEW


@pytest.mark.posix
def test_a_disk_without_locks_is_saved_to_all_the_same(
    log: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fcntl.flock", fails(errno.ENOLCK))

    save_workbook(read_file(log), NEW, state_folder=state)

    assert log.read_bytes() == NEW


SAVE_AND_STOP = """
    import os, signal, sys
    from pathlib import Path
    from netsheet.files.read import read_file
    from netsheet.files.save import save_workbook
    log, state, name, wanted = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
    call, calls = getattr(os, name), 0
    def stop(*arguments):
        global calls
        calls += 1
        if calls == wanted:
            os.kill(os.getpid(), signal.SIGKILL)
        return call(*arguments)
    setattr(os, name, stop)
    save_workbook(read_file(log), sys.argv[5].encode(), state_folder=state)
"""


@pytest.mark.posix
@pytest.mark.parametrize(
    ("name", "wanted", "content"),
    [
        ("write", 1, OLD),
        ("fsync", 1, OLD),
        ("replace", 1, OLD),
        ("write", 3, OLD),
        ("fsync", 4, OLD),
        ("replace", 2, OLD),
        ("fsync", 5, NEW),
    ],
)
def test_killed_at_any_moment_the_file_is_the_old_one_or_the_new_one(
    name: str, wanted: int, content: bytes, log: Path, state: Path
) -> None:
    command: list[str | Path] = [
        sys.executable,
        "-c",
        textwrap.dedent(SAVE_AND_STOP),
        log,
        state,
        name,
        str(wanted),
        NEW.decode(),
    ]

    ended = subprocess.run(command, check=False, capture_output=True, timeout=60)

    assert ended.returncode == -9
    assert log.read_bytes() == content
    source = read_file(log)
    save_workbook(source, b"the next run", state_folder=state)
    assert names_beside(log) == ["log.xlsx"]
    assert [path for path in workbook_folder(log, state).iterdir() if "unfinished" in path.name] == []
    assert all(backup.path.read_bytes() in {OLD, NEW} for backup in list_backups(log, state_folder=state))


def test_temporary_files_of_a_killed_run_are_removed_and_those_of_others_left(log: Path, state: Path) -> None:
    source = read_file(log)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "unlink", fails(errno.EPERM))
        patch.setattr("netsheet.files.save._swap", fails(errno.EIO))
        with pytest.raises(RefusedError):
            save_workbook(source, NEW, state_folder=state)
    strays = [name for name in names_beside(log) if name.endswith(".tmp")]
    log.with_name(".netsheet-000000000000-abc.tmp").touch()

    remove_strays(log)

    assert len(strays) == 1
    assert names_beside(log) == [".netsheet-000000000000-abc.tmp", "log.xlsx"]


@pytest.mark.posix
def test_a_temporary_file_that_is_in_use_is_left(log: Path) -> None:
    held, free = new_temporary_name(log), new_temporary_name(log)
    free.touch()
    with held.open("w") as stream:
        assert try_lock(stream.fileno())

        remove_strays(log)

        assert names_beside(log) == [held.name, "log.xlsx"]


def test_where_nothing_is_stray_nothing_is_touched(log: Path) -> None:
    remove_strays(log)
    remove_strays(log.parent / "nowhere" / "log.xlsx")

    assert names_beside(log) == ["log.xlsx"]


def test_a_new_file_is_written_whole_and_never_over_another(tmp_path: Path) -> None:
    path = tmp_path / "new.xlsx"

    assert save_new_file(path, NEW) == path
    with pytest.raises(RefusedError, match="already exists"):
        save_new_file(path, OLD)

    assert path.read_bytes() == NEW


def test_a_new_file_that_does_not_fit_is_not_left_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "write", fails(errno.ENOSPC))

    with pytest.raises(RefusedError, match="disk is full"):
        save_new_file(tmp_path / "new.xlsx", NEW)

    assert list(tmp_path.iterdir()) == []


def test_a_new_file_in_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="was not saved"):
        save_new_file(tmp_path / "nowhere" / "new.xlsx", NEW)
