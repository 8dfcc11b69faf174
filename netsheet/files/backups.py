"""Make, list and read the backups of a workbook. They are found even when the workbook has been moved or renamed.

A backup is the old file's bytes (``0007.xlsx``) and a note about them (``0007.json``: which workbook, the hash of these
bytes, and the hash of what netsheet saved in their place).
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from netsheet.files.durable import sync_folder, write_durably
from netsheet.files.problems import DamagedBackupError
from netsheet.files.read import SourceFile, hash_of
from netsheet.files.retry import retry_while_held
from netsheet.files.state import UNFINISHED, backups_folder, workbook_folder

KEPT_COUNT = 20
KEPT_DAYS = 365
"""For so long the first backup of each day is kept too: one busy day must not push out the days before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A workbook as it was before netsheet saved it.

    Attributes:
        path: where the bytes are.
        number: counts up for each workbook.
        workbook: the workbook's path at that time.
        saved_at: when the backup was made, local time.
        size: in bytes.
        before_sha256: the hash of the backup's own bytes.
        after_sha256: the hash of what netsheet saved in their place.
    """

    path: Path
    number: int
    workbook: Path
    saved_at: dt.datetime
    size: int
    before_sha256: str
    after_sha256: str


def list_backups(path: str | os.PathLike[str], *, state_folder: Path | None = None) -> tuple[Backup, ...]:
    """The backups of a workbook, the newest first.

    Args:
        path: the workbook. It may be gone. If it exists, backups made under an earlier name or in another
            folder are found too, by the hash of what netsheet saved.
        state_folder: netsheet's state folder; by default the one in the user's account.
    """
    real = Path(os.path.realpath(path))
    own = workbook_folder(real, state_folder)
    found = list(backups_in(own))
    current = hash_on_disk(real)
    for folder in _folders(backups_folder(state_folder)):
        if folder != own:
            found += _lineage(backups_in(folder), current, found)
    return tuple(sorted(found, key=lambda backup: (backup.saved_at, backup.number), reverse=True))


def _lineage(others: tuple[Backup, ...], current: str | None, own: list[Backup]) -> tuple[Backup, ...]:
    """The backups of another path, up to the save that produced this workbook."""
    known = {current, *(backup.before_sha256 for backup in own)}
    newest = max((backup.number for backup in others if backup.after_sha256 in known), default=0)
    return tuple(backup for backup in others if backup.number <= newest)


def backups_in(folder: Path) -> tuple[Backup, ...]:
    """All complete backups in a workbook's backups folder, by number."""
    return tuple(backup for note in sorted(folder.glob("*.json")) if (backup := _read_note(note)) is not None)


def _read_note(note: Path) -> Backup | None:
    """A backup from its note; None when the note or the bytes are missing or damaged."""
    try:
        return _backup_of(note, json.loads(note.read_text("utf-8")))
    except (OSError, ValueError, KeyError, TypeError, OverflowError):
        return None


def _backup_of(note: Path, facts: dict[str, Any]) -> Backup:
    path = note.with_name(Path(str(facts["file"])).name)
    return Backup(
        path=path,
        number=int(note.stem),
        workbook=Path(str(facts["workbook"])),
        saved_at=dt.datetime.fromisoformat(str(facts["saved_at"])).astimezone(),
        size=path.stat().st_size,
        before_sha256=str(facts["before_sha256"]),
        after_sha256=str(facts["after_sha256"]),
    )


def save_backup(source: SourceFile, after_sha256: str, folder: Path) -> Backup:
    """Back up the bytes that were read, before they are replaced. The caller must hold the workbook's lock.

    Repeating the same save keeps one backup, not two. The bytes get their final name last, so a backup is
    either complete or does not exist.

    Raises:
        OSError: the backup could not be written. No half-written file is left.
    """
    clear_unfinished(folder)
    number = _next_number(source, folder)
    path = folder / f"{number:04d}{source.real_path.suffix.lower()}"
    unfinished, note = path.with_name(path.name + UNFINISHED), path.with_suffix(".json")
    try:
        write_durably(unfinished, source.data)
        saved_at = dt.datetime.fromtimestamp(unfinished.stat().st_mtime, dt.UTC)
        facts = {
            "schema": 1,
            "file": path.name,
            "workbook": str(source.real_path),
            "saved_at": saved_at.isoformat(),
            "before_sha256": source.sha256,
            "after_sha256": after_sha256,
        }
        write_durably(note, json.dumps(facts, indent=1).encode())
        retry_while_held(lambda: os.replace(unfinished, path))  # noqa: PTH105 - the same call as for the workbook
        sync_folder(folder)
    except OSError:
        for leftover in (unfinished, note):
            with contextlib.suppress(OSError):
                leftover.unlink()
        raise
    backup = _backup_of(note, facts)
    _prune(folder, backup)
    return backup


def _next_number(source: SourceFile, folder: Path) -> int:
    """Choose the next number. It also continues the numbers of backups under an earlier name or folder."""
    own = [int(note.stem) for note in folder.glob("*.json") if note.stem.isdigit()]
    if not own:
        others = (_lineage(backups_in(other), source.sha256, []) for other in _folders(folder.parent))
        own = [backup.number for backups in others for backup in backups]
    return max(own, default=0) + 1


def _prune(folder: Path, newest: Backup) -> None:
    """Keep the newest 20 and the first of each day, and only the newest of several backups of the same save."""
    others = [backup for backup in backups_in(folder) if backup.path != newest.path]
    repeated = [backup for backup in others if _save_of(backup) == _save_of(newest)]
    kept = [*(backup for backup in others if backup not in repeated), newest]
    firsts = {backup.saved_at.date(): backup for backup in reversed(kept)}
    oldest_day = newest.saved_at.date() - dt.timedelta(days=KEPT_DAYS)
    too_many = [
        backup
        for backup in kept[:-KEPT_COUNT]
        if firsts[day := backup.saved_at.date()] is not backup or day < oldest_day
    ]
    for backup in (*repeated, *too_many):
        with contextlib.suppress(OSError):
            backup.path.unlink()
            backup.path.with_suffix(".json").unlink()


def _save_of(backup: Backup) -> tuple[str, str]:
    return backup.before_sha256, backup.after_sha256


def clear_unfinished(folder: Path) -> None:
    """Remove half-written backups of a run that was killed. The caller must hold the workbook's lock."""
    for leftover in folder.glob("*" + UNFINISHED):
        with contextlib.suppress(OSError):
            leftover.unlink()
    for note in folder.glob("*.json"):
        if note.stem.isdigit() and _read_note(note) is None and not list(folder.glob(f"{note.stem}.[!j]*")):
            with contextlib.suppress(OSError):
                note.unlink()


def read_backup(backup: Backup) -> bytes:
    """The bytes of a backup, checked against their hash.

    Raises:
        DamagedBackupError: the bytes are missing or have changed.
    """
    try:
        data = backup.path.read_bytes()
    except OSError as error:
        raise DamagedBackupError(backup.path) from error
    if hash_of(data) != backup.before_sha256:
        raise DamagedBackupError(backup.path)
    return data


def _folders(parent: Path) -> tuple[Path, ...]:
    try:
        return tuple(sorted(folder for folder in parent.iterdir() if folder.is_dir()))
    except OSError:
        return ()


def hash_on_disk(path: Path) -> str | None:
    """The hash of a file's bytes; None when the file does not exist or cannot be read."""
    try:
        return hash_of(path.read_bytes())
    except OSError:
        return None
