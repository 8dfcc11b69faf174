"""What can stand in the way of reading or saving a file: each builds its sentence and hint from the facts.

One responsibility: the wording. Never touches the disk.
"""

from __future__ import annotations

import datetime as dt
import errno
from pathlib import Path

from netsheet.errors import BusyError, RefusedError, UnreadableError

_SPACE_ERRNOS = frozenset({errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC})
_PERMISSION_ERRNOS = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


class MissingFileError(UnreadableError):
    """There is no such file; the nearest names of its folder are suggested."""

    def __init__(self, path: Path, nearest: tuple[str, ...]) -> None:
        super().__init__(
            f"There is no file {path}",
            f"Did you mean {' or '.join(nearest)}?" if nearest else "Check the name and the folder.",
        )


class NotAFileError(UnreadableError):
    """The path is a folder, a device or a pipe."""

    def __init__(self, path: Path, kind: str, workbooks: tuple[str, ...] = ()) -> None:
        hint = (
            f"Name the workbook in it, for example {path / workbooks[0]}" if workbooks else "Name a workbook."
        )
        super().__init__(f"{path} is {kind}, not a workbook", hint)


class CannotReadError(UnreadableError):
    """The operating system does not hand out the file."""

    def __init__(self, path: Path, error: OSError) -> None:
        if error.errno in _PERMISSION_ERRNOS:
            message = f"{path} may not be read with your account"
            hint = "Close it in other programs, or ask its owner for permission to read it."
        else:
            message = f"{path} could not be read: {reason(error)}"
            hint = "Copy the file to your own disk and try again."
        super().__init__(message, hint)


class OpenElsewhereError(BusyError):
    """Another program has the workbook open: a save under its feet would be lost or asked about."""

    def __init__(self, path: Path, program: str, who: str, since: str) -> None:
        by = f" by {who}" if who else ""
        super().__init__(
            f"{path.name} is open in {program}{by} since {since}",
            "Save and close it there, then try again. If nobody has it open any more, use --even-if-open.",
        )


class HeldElsewhereError(BusyError):
    """The system does not hand the file out, or replace it, while another program has it open (Windows)."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path.name} is open in another program, and this system lets nobody else at it meanwhile",
            "Save and close it in Excel, or wherever it is open, then try again.",
        )


class ChangedMeanwhileError(BusyError):
    """The file on disk is no longer the one that was read."""

    def __init__(self, path: Path, what: str = "changed by another program") -> None:
        super().__init__(
            f"{path.name} was {what} while netsheet worked on it; netsheet wrote nothing",
            "Run the command again: it starts from the file as it is now.",
        )


class AnotherNetsheetError(BusyError):
    """A second netsheet is saving the same file at this moment."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"Another netsheet is saving {path.name} right now", "Try again in a moment.")


class CannotSaveError(RefusedError):
    """The operating system does not take the new file; the old one is as it was."""

    def __init__(self, path: Path, error: OSError) -> None:
        folder = path.parent
        if error.errno in _SPACE_ERRNOS:
            message = f"The disk is full: {path.name} was not saved and is as it was before"
            hint = f"Free some space on the disk that holds {folder}, then try again."
        elif error.errno in _PERMISSION_ERRNOS:
            message = f"{path.name} was not saved: {folder} may not be written to"
            hint = "Copy the workbook to a folder of your own, or close the programs that hold it, then try again."
        else:
            message = f"{path.name} was not saved: {reason(error)}"
            hint = "The file is as it was before. Copy it to your own disk and try again."
        super().__init__(message, hint)


class WriteProtectedError(RefusedError):
    """The file itself is marked read-only."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path.name} is write-protected, so netsheet leaves it as it is",
            "Take the read-only mark off the file (its Properties), or work on a copy.",
        )


class NoBackupError(RefusedError):
    """The backup could not be kept, and without it nothing is written."""

    def __init__(self, path: Path, folder: Path, error: OSError) -> None:
        full = error.errno in _SPACE_ERRNOS
        super().__init__(
            f"{path.name} was not saved: its backup could not be kept in {folder} ({reason(error)})",
            "Free some space on that disk, then try again."
            if full
            else "Make that folder writable, then try again.",
        )


class AlreadyThereError(RefusedError):
    """Something stands where a new file would go; netsheet never overwrites it."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is already there and stays as it is", "Choose another name.")


class DeviceNameError(RefusedError):
    """The name is one of those that Windows keeps for devices."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Windows keeps the name {path.name} for a device of its own", "Choose another name."
        )


class NothingToUndoError(RefusedError):
    """There is no backup of this workbook, under this name or by its content."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"There is nothing to undo: netsheet has no backup of {path.name}",
            "Backups begin with the first refresh that changes the file.",
        )


class AlreadyUndoneError(RefusedError):
    """The workbook is as it was before a save: no save of netsheet's lies before it that could be undone."""

    def __init__(self, path: Path, saved_at: dt.datetime) -> None:
        super().__init__(
            f"There is nothing more to undo: {path.name} is as it was before the save of {saved_at:%Y-%m-%d %H:%M}",
            f"The kept copies are listed by: netsheet backups {path}",
        )


class NoSuchBackupError(RefusedError):
    """There are backups of this workbook, but none of that number."""

    def __init__(self, path: Path, number: int) -> None:
        super().__init__(
            f"netsheet keeps no copy number {number} of {path.name}",
            f"The numbers of the kept copies are listed by: netsheet backups {path}",
        )


class ChangedSinceError(RefusedError):
    """The workbook was changed after netsheet wrote it: bringing the old one back would lose that."""

    def __init__(self, path: Path, backup: Path) -> None:
        super().__init__(
            f"{path.name} was changed since netsheet last saved it, so it stays as it is",
            f"For the file as it was before that save, type: netsheet undo {path} --to FILE (it is kept as {backup}).",
        )


class DamagedBackupError(RefusedError):
    """The backup is not the file that was put there."""

    def __init__(self, backup: Path) -> None:
        super().__init__(
            f"The backup {backup} is damaged, so nothing was brought back",
            "The workbook is as it was. Look for an older backup: netsheet backups lists them.",
        )


def reason(error: OSError) -> str:
    """The operating system's words for an error, without its number."""
    return error.strerror or type(error).__name__
