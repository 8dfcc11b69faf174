"""The errors of reading and saving files. Each builds its message and hint from the facts.

Never touches the disk.
"""

from __future__ import annotations

import datetime as dt
import errno
from pathlib import Path

from netsheet.errors import BusyError, RefusedError, UnreadableError

_SPACE_ERRNOS = frozenset({errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC})
_PERMISSION_ERRNOS = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


class MissingFileError(UnreadableError):
    """There is no such file. The hint suggests similar names in its folder."""

    def __init__(self, path: Path, nearest: tuple[str, ...]) -> None:
        super().__init__(
            f"There is no file {path}",
            f"Did you mean {' or '.join(nearest)}?" if nearest else "Check the name and the folder.",
        )


class WebAddressError(UnreadableError):
    """The path is an address of the web: netsheet reads files only."""

    def __init__(self) -> None:
        super().__init__(
            "This is an address on the web. netsheet reads only files on this computer",
            "Download it. In Google Sheets: File, Download, Microsoft Excel (.xlsx). Then type the name of that file.",
        )


class NumbersFileError(UnreadableError):
    """The file is of Apple's Numbers."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"netsheet does not read {path.name}, a file of Apple's Numbers",
            "In Numbers: File, Export To, Excel. Then type the name of the new .xlsx file.",
        )


class NotAFileError(UnreadableError):
    """The path is a folder, a device or a pipe."""

    def __init__(self, path: Path, kind: str, workbooks: tuple[str, ...] = ()) -> None:
        hint = (
            f"Type the name of the workbook in it, for example {path / workbooks[0]}"
            if workbooks
            else "Type the name of a workbook."
        )
        super().__init__(f"{path} is {kind}, not a workbook", hint)


class CannotReadError(UnreadableError):
    """The operating system does not let netsheet read the file."""

    def __init__(self, path: Path, error: OSError) -> None:
        if error.errno in _PERMISSION_ERRNOS:
            message = f"Your account may not read {path}"
            hint = "Close it in other programs, or ask its owner for permission to read it."
        else:
            message = f"{path} could not be read: {reason(error)}"
            hint = "Copy the file to your own disk and try again."
        super().__init__(message, hint)


class OpenElsewhereError(BusyError):
    """Another program has the workbook open. If netsheet saved now, one of the two changes would be lost."""

    def __init__(self, path: Path, program: str, who: str, since: str) -> None:
        by = f" by {who}" if who else ""
        super().__init__(
            f"{path.name} is open in {program}{by} since {since}",
            "Save and close it there, then try again. If it is not open any more, add --even-if-open.",
        )


class HeldElsewhereError(BusyError):
    """Windows does not let netsheet read or replace the file while another program has it open."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path.name} is open in another program, and Windows does not let netsheet use it now",
            "Save and close it in Excel, or wherever it is open, then try again.",
        )


class ChangedMeanwhileError(BusyError):
    """The file on disk is no longer the one that was read."""

    def __init__(self, path: Path, what: str = "changed by another program") -> None:
        super().__init__(
            f"{path.name} was {what} while netsheet worked on it. netsheet wrote nothing",
            "Run the command again. It will use the file as it is now.",
        )


class AnotherNetsheetError(BusyError):
    """Another netsheet process is saving the same file at this moment."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"Another netsheet is saving {path.name} right now", "Try again in a moment.")


class CannotSaveError(RefusedError):
    """The operating system does not accept the new file. The old one is unchanged."""

    def __init__(self, path: Path, error: OSError) -> None:
        folder = path.parent
        if error.errno in _SPACE_ERRNOS:
            message = f"The disk is full. {path.name} was not saved and has not changed"
            hint = f"Free some space on the disk that holds {folder}, then try again."
        elif error.errno in _PERMISSION_ERRNOS:
            message = f"{path.name} was not saved: your account may not write to {folder}"
            hint = "Copy the workbook to one of your own folders, or close the programs that use it. Then try again."
        else:
            message = f"{path.name} was not saved: {reason(error)}"
            hint = "The file has not changed. Copy it to your own disk and try again."
        super().__init__(message, hint)


class WriteProtectedError(RefusedError):
    """The file itself is marked read-only."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path.name} is write-protected, so netsheet does not change it",
            "Turn off “Read-only” in the file's properties, or work on a copy.",
        )


class NoBackupError(RefusedError):
    """The backup could not be written, and netsheet never saves without one."""

    def __init__(self, path: Path, folder: Path, error: OSError) -> None:
        full = error.errno in _SPACE_ERRNOS
        super().__init__(
            f"{path.name} was not saved: netsheet could not write its backup to {folder} ({reason(error)})",
            "Free some space on that disk, then try again."
            if full
            else "Give your account permission to write to that folder, then try again.",
        )


class AlreadyThereError(RefusedError):
    """A file of this name already exists, and netsheet never overwrites it."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} already exists, so netsheet did not write to it", "Choose another name.")


class DeviceNameError(RefusedError):
    """The name is one that Windows reserves for devices."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Windows does not allow the file name {path.name}: it is reserved for a device",
            "Choose another name.",
        )


class NothingToUndoError(RefusedError):
    """There is no backup of this workbook under its name, and none that matches its content."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"There is nothing to undo: netsheet has no backup of {path.name}",
            "netsheet makes the first backup at the first refresh that changes the file.",
        )


class AlreadyUndoneError(RefusedError):
    """The workbook is already the oldest version that netsheet has, so there is nothing left to undo."""

    def __init__(self, path: Path, saved_at: dt.datetime) -> None:
        super().__init__(
            f"There is nothing more to undo: {path.name} is already as it was before the save of {saved_at:%Y-%m-%d %H:%M}",
            f"To list the backup copies, type: netsheet backups {path}",
        )


class NoSuchBackupError(RefusedError):
    """This workbook has backups, but none with that number."""

    def __init__(self, path: Path, number: int) -> None:
        super().__init__(
            f"There is no backup copy number {number} of {path.name}",
            f"To see the numbers, type: netsheet backups {path}",
        )


class ChangedSinceError(RefusedError):
    """The workbook was changed after netsheet saved it. Restoring the old file would lose those changes."""

    def __init__(self, path: Path, backup: Path) -> None:
        super().__init__(
            f"{path.name} was changed after netsheet saved it, so undo leaves it alone",
            f"To get the file from before that save, type: netsheet undo {path} --to FILE (the copy is {backup}).",
        )


class DamagedBackupError(RefusedError):
    """The backup's bytes are missing or have changed."""

    def __init__(self, backup: Path) -> None:
        super().__init__(
            f"The backup {backup} is damaged, so undo changed nothing",
            "Your workbook has not changed. To see older backups, type: netsheet backups LOG",
        )


def reason(error: OSError) -> str:
    """The operating system's words for an error, without its number."""
    return error.strerror or type(error).__name__
