"""Write new files completely or not at all, and flush them to the disk, so that they survive a power failure.

Only ``replace_whole`` ever replaces a file, one that netsheet made.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from netsheet.files.file_names import is_device
from netsheet.files.problems import AlreadyThereError, CannotSaveError, DeviceNameError
from netsheet.files.retry import retry_while_held
from netsheet.files.state import PRIVATE_FILE


def save_new_file(path: Path, data: bytes) -> Path:
    """Write a new file, completely or not at all. Never overwrites a file.

    Raises:
        DeviceNameError: Windows reserves the name for a device.
        AlreadyThereError: the path already exists.
        CannotSaveError: the folder cannot be written to, or the disk is full.
    """
    if is_device(path):
        raise DeviceNameError(path)
    try:
        write_durably(path, data, mode=0o666)
    except FileExistsError as error:
        raise AlreadyThereError(path) from error
    except OSError as error:
        raise CannotSaveError(path, error) from error
    sync_folder(path.parent)
    return path


def write_durably(path: Path, data: bytes, *, mode: int = PRIVATE_FILE) -> None:
    """Write a new file and flush it to the disk. A file that could not be written completely is removed."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    try:
        write_all(descriptor, data)
        os.fsync(descriptor)
    except OSError:
        os.close(descriptor)
        with contextlib.suppress(OSError):
            path.unlink()
        raise
    os.close(descriptor)


def replace_whole(path: Path, data: bytes) -> None:
    """Replace a file that netsheet made, such as a draft or a report, in one step.

    Raises:
        OSError: when it cannot be written; the file is then as it was.
    """
    temporary = path.with_name(f".{path.name}.new")
    temporary.unlink(missing_ok=True)
    write_durably(temporary, data, mode=0o666)
    try:
        retry_while_held(lambda: os.replace(temporary, path))  # noqa: PTH105 - a test lets it fail
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


def write_all(descriptor: int, data: bytes) -> None:
    """Write every byte. ``os.write`` may write fewer bytes than it is given."""
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def sync_folder(folder: Path) -> None:
    """Flush a folder, so that a new file name in it survives a power failure (POSIX only)."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
