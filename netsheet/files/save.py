"""Saving a workbook: the old file or the complete new one, at every instant, and never over someone else's change.

One responsibility: to put proven bytes in the place of the bytes that were read. Never decides what they are.
"""

from __future__ import annotations

import contextlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from netsheet.files.backups import Backup, save_backup
from netsheet.files.durable import sync_folder
from netsheet.files.held import is_held, is_held_target, tried_again
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
from netsheet.files.state import only_netsheet_on, try_lock
from netsheet.files.temporary import (
    close_quietly,
    new_temporary_name,
    remove_strays,
    take_over_looks,
    write_and_prove,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What a save did. ``path`` is the file written, links followed; ``backup`` the file as it was before."""

    path: Path
    backup: Path
    sha256: str


def save_workbook(
    source: SourceFile, data: bytes, *, state_folder: Path | None = None, even_if_open: bool = False
) -> Saved:
    """Put ``data`` in the place of the file that was read, keeping a backup.

    Args:
        source: the file as it was read.
        data: the new content, already proven.
        state_folder: netsheet's state folder; the user's own when not given.
        even_if_open: save although an office program's mark says that it is open there.

    Raises:
        BusyError: another program has it open or changed it, another netsheet is saving it.
        RefusedError: it is write-protected, the disk is full, the folder cannot be written, the
            backup cannot be kept. In each case the file is as it was and nothing is left beside it.
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
    """Compare and swap: ``data`` replaces the file if it still is what was read. Call it with the lock held.

    Raises:
        ChangedMeanwhileError: it is not.
        HeldElsewhereError: another program has it open, on a system that then replaces nothing.
        WriteProtectedError: the file is marked read-only.
        CannotSaveError: the system does not take it.
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
        take_over_looks(real, temporary)
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
    """Respect a read-only mark, although a rename would get past it.

    Raises:
        WriteProtectedError: the file is marked read-only.
        ChangedMeanwhileError: it is gone.
    """
    if not source.real_path.exists():
        raise ChangedMeanwhileError(source.path, "moved or deleted")
    if not source.mode & stat.S_IWRITE or not os.access(source.real_path, os.W_OK):
        raise WriteProtectedError(source.path)


def _swap(source: SourceFile, temporary: Path) -> None:
    """Replace the file; one that is held for a moment is tried again."""
    try:
        tried_again(lambda: _swap_now(source, temporary))
    except PermissionError as error:
        if is_held_target(error):
            raise HeldElsewhereError(source.path) from error
        raise


def _swap_now(source: SourceFile, temporary: Path) -> None:
    """Replace the file, looking once more at the last moment."""
    seen = check_unchanged(source)
    _check_same(source, seen)
    os.replace(temporary, source.real_path)  # noqa: PTH105 - the tests stop the process at this call


def check_unchanged(source: SourceFile) -> os.stat_result:
    """See that the bytes on disk still are those that were read; the file's state at that moment.

    Raises:
        ChangedMeanwhileError: they are not, or the file is gone.
        CannotReadError: it cannot be read any more.
        HeldElsewhereError: another program has it open and shares it with nobody.
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
    """Between the reading and the replacing lies only this."""
    try:
        now = source.real_path.stat()
    except OSError as error:
        raise ChangedMeanwhileError(source.path, "moved or deleted") from error
    if (now.st_ino, now.st_size, now.st_mtime_ns) != (seen.st_ino, seen.st_size, seen.st_mtime_ns):
        raise ChangedMeanwhileError(source.path)
