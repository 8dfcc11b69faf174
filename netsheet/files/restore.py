"""Undo: restore the workbook as it was before netsheet's last save, unless somebody has changed it since."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from netsheet.files.backups import Backup, hash_on_disk, list_backups, read_backup
from netsheet.files.durable import save_new_file
from netsheet.files.locks import check_not_open
from netsheet.files.problems import (
    AlreadyUndoneError,
    ChangedSinceError,
    NoSuchBackupError,
    NothingToUndoError,
)
from netsheet.files.read import read_file
from netsheet.files.save import replace_file
from netsheet.files.state import only_netsheet_on
from netsheet.files.temporary import remove_strays


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """The result of an undo. ``path`` is the file that was written, with links followed; ``backup`` is its content."""

    path: Path
    backup: Backup


def restore(
    path: str | os.PathLike[str], *, state_folder: Path | None = None, even_if_open: bool = False
) -> Restored:
    """Restore the workbook as it was before netsheet's last save.

    A second undo goes back one more save. The backup is kept.

    Args:
        path: the workbook, wherever it is now.
        state_folder: netsheet's state folder; by default the one in the user's account.
        even_if_open: go on even if an office program's lock file says that it is open.

    Raises:
        NothingToUndoError: there is no backup of it.
        AlreadyUndoneError: it is already the oldest version that was kept.
        ChangedSinceError: it has changed since netsheet saved it. Names the newest backup.
        DamagedBackupError: the backup's bytes are missing or have changed.
        NetsheetError: it cannot be read or saved, as in ``read_file`` and ``save_workbook``.
    """
    source = read_file(path)
    check_not_open(source.path, even_if_open=even_if_open)
    backup = _backup_for_undo(source.path, source.sha256, state_folder)
    with only_netsheet_on(source.real_path, state_folder):
        remove_strays(source.real_path)
        replace_file(source, read_backup(backup))
    return Restored(path=source.real_path, backup=backup)


def _backup_for_undo(path: Path, sha256: str, state_folder: Path | None) -> Backup:
    backups = list_backups(path, state_folder=state_folder)
    if not backups:
        raise NothingToUndoError(path)
    made = next((backup for backup in backups if backup.after_sha256 == sha256), None)
    if made is not None:
        return made
    same = next((backup for backup in backups if backup.before_sha256 == sha256), None)
    if same is not None:
        raise AlreadyUndoneError(path, same.saved_at)
    raise ChangedSinceError(path, backups[0].path)


def write_backup_to(
    path: str | os.PathLike[str], target: Path, *, number: int | None = None, state_folder: Path | None = None
) -> Backup:
    """Write a backup of a workbook to a new file. Never overwrites a file.

    Args:
        path: the workbook. It may have changed, or be gone.
        target: the new file.
        number: which backup. By default the one that undo would restore, or else the newest.
        state_folder: netsheet's state folder; by default the one in the user's account.

    Returns:
        The backup that was written there.

    Raises:
        NothingToUndoError: there is no backup.
        NoSuchBackupError: there is no backup with that number.
        AlreadyThereError: ``target`` already exists.
        CannotSaveError: the folder cannot be written to, or the disk is full.
        DamagedBackupError: the backup's bytes are missing or have changed.
    """
    backups = list_backups(path, state_folder=state_folder)
    if not backups:
        raise NothingToUndoError(Path(path))
    backup = _chosen(backups, Path(path), number)
    save_new_file(target, read_backup(backup))
    return backup


def _chosen(backups: tuple[Backup, ...], path: Path, number: int | None) -> Backup:
    if number is not None:
        wanted = next((backup for backup in backups if backup.number == number), None)
        if wanted is None:
            raise NoSuchBackupError(path, number)
        return wanted
    current = hash_on_disk(path)
    return next((backup for backup in backups if backup.after_sha256 == current), backups[0])
