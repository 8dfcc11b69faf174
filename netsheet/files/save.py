"""Save a workbook safely.

At every moment the disk has either the old file or the complete new one, and nobody else's change is overwritten.
"""

from __future__ import annotations

import contextlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from netsheet.files.backups import Backup, save_backup
from netsheet.files.durable import sync_folder
from netsheet.files.locks import check_not_open
from netsheet.files.problems import (
    CannotReadError,
    CannotSaveError,
    ChangedMeanwhileError,
    HeldElsewhereError,
    NoBackupError,
    WriteProtectedError,
)
from netsheet.files.read import SourceFile, hash_of
from netsheet.files.retry import is_held, is_held_target, retry_while_held
from netsheet.files.state import only_netsheet_on, try_lock
from netsheet.files.temporary import (
    close_quietly,
    copy_attributes,
    new_temporary_name,
    remove_strays,
    write_and_prove,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """The result of a save. ``path`` is the file that was written, with links followed; ``backup`` is the old file."""

    path: Path
    backup: Path
    sha256: str


def save_workbook(
    source: SourceFile, data: bytes, *, state_folder: Path | None = None, even_if_open: bool = False
) -> Saved:
    """Replace the file that was read with ``data``, and keep a backup.

    Args:
        source: the file as it was read.
        data: the new content, already verified.
        state_folder: netsheet's state folder; by default the one in the user's account.
        even_if_open: save even if an office program's lock file says that it is open.

    Raises:
        BusyError: another program has it open or changed it, or another netsheet is saving it.
        RefusedError: it is write-protected, the disk is full, or the folder or the backup cannot be
            written. In each case the file is unchanged and no temporary file is left.
    """
    check_not_open(source.path, even_if_open=even_if_open)
    with only_netsheet_on(source.real_path, state_folder) as folder:
        remove_strays(source.real_path)
        check_unchanged(source)
        check_writable(source)
        backup = _keep_backup(source, hash_of(data), folder)
        replace_file(source, data)
    return Saved(path=source.real_path, backup=backup.path, sha256=hash_of(data))


def _keep_backup(source: SourceFile, after_sha256: str, folder: Path) -> Backup:
    try:
        return save_backup(source, after_sha256, folder)
    except OSError as error:
        raise NoBackupError(source.path, folder, error) from error


def replace_file(source: SourceFile, data: bytes) -> None:
    """Compare and swap: replace the file with ``data`` if it still is what was read. The caller must hold the lock.

    Raises:
        ChangedMeanwhileError: the file has changed.
        HeldElsewhereError: another program has it open (Windows).
        WriteProtectedError: the file is read-only.
        CannotSaveError: the system does not accept the new file.
    """
    real = source.real_path
    check_writable(source)
    temporary = new_temporary_name(real)
    descriptor = -1
    try:
        descriptor = os.open(
            temporary, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600
        )
        try_lock(descriptor)
        write_and_prove(descriptor, data)
        copy_attributes(real, temporary)
        if os.name == "nt":  # pragma: no cover - there an open file cannot be renamed
            descriptor = close_quietly(descriptor)
        _swap(source, temporary)
    except OSError as error:
        raise CannotSaveError(source.path, error) from error
    finally:
        close_quietly(descriptor)
        with contextlib.suppress(OSError):
            temporary.unlink()
    sync_folder(real.parent)


def check_writable(source: SourceFile) -> None:
    """Respect a read-only file, although a rename could replace it.

    Raises:
        WriteProtectedError: the file is read-only.
        ChangedMeanwhileError: the file is gone.
    """
    if not source.real_path.exists():
        raise ChangedMeanwhileError(source.path, "moved or deleted")
    if not source.mode & stat.S_IWRITE or not os.access(source.real_path, os.W_OK):
        raise WriteProtectedError(source.path)


def _swap(source: SourceFile, temporary: Path) -> None:
    """Replace the file. Retry while another program has it open for a moment."""
    try:
        retry_while_held(lambda: _swap_now(source, temporary))
    except PermissionError as error:
        if is_held_target(error):
            raise HeldElsewhereError(source.path) from error
        raise


def _swap_now(source: SourceFile, temporary: Path) -> None:
    """Replace the file after one last check that it has not changed."""
    seen = check_unchanged(source)
    _check_same(source, seen)
    os.replace(temporary, source.real_path)  # noqa: PTH105 - the tests stop the process at this call


def check_unchanged(source: SourceFile) -> os.stat_result:
    """Check that the bytes on disk still are those that were read. Return the file's state at that moment.

    Raises:
        ChangedMeanwhileError: the bytes have changed, or the file is gone.
        CannotReadError: the file cannot be read any more.
        HeldElsewhereError: another program has it open and does not share it.
    """
    try:
        seen = source.real_path.stat()
        with source.real_path.open("rb") as stream:
            data = stream.read()
    except FileNotFoundError as error:
        raise ChangedMeanwhileError(source.path, "moved or deleted") from error
    except OSError as error:
        path = source.path
        raise (HeldElsewhereError(path) if is_held(error) else CannotReadError(path, error)) from error
    if hash_of(data) != source.sha256:
        raise ChangedMeanwhileError(source.path)
    return seen


def _check_same(source: SourceFile, seen: os.stat_result) -> None:
    """Check that the file has not changed since ``check_unchanged``. The next step replaces it."""
    try:
        now = source.real_path.stat()
    except OSError as error:
        raise ChangedMeanwhileError(source.path, "moved or deleted") from error
    if (now.st_ino, now.st_size, now.st_mtime_ns) != (seen.st_ino, seen.st_size, seen.st_mtime_ns):
        raise ChangedMeanwhileError(source.path)
