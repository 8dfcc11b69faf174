"""Writing that lasts: new files whole or not at all, and seen onto the disk.

One responsibility: that bytes which were said to be written are there after the power fails. Never replaces a file.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from netsheet.files.file_names import is_device
from netsheet.files.problems import AlreadyThereError, CannotSaveError, DeviceNameError
from netsheet.files.state import PRIVATE_FILE


def save_new_file(path: Path, data: bytes) -> Path:
    """Write a new file, whole or not at all; never over one that is there.

    Raises:
        DeviceNameError: Windows keeps the name for a device.
        AlreadyThereError: something stands there.
        CannotSaveError: the folder cannot be written, the disk is full.
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
    """Write a new file and see it onto the disk; what could not be written whole is removed."""
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


def write_all(descriptor: int, data: bytes) -> None:
    """Write every byte: the system may take fewer at a time than it is given."""
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def sync_folder(folder: Path) -> None:
    """See a new name in a folder onto the disk, where the system can (POSIX)."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
