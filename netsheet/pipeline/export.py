"""A log's data as a file for other programs; never over the log, nor over another file by accident."""

from __future__ import annotations

from pathlib import Path

from netsheet.errors import RefusedError
from netsheet.files.durable import replace_whole, save_new_file
from netsheet.files.problems import CannotSaveError


def save_export(path: Path, data: bytes, *, log: Path, is_forced: bool) -> None:
    """Write the file whole or not at all.

    Args:
        path: the new file.
        data: what it will hold.
        log: the log it was made from, which is never written over.
        is_forced: whether a file that is there may be replaced.

    Raises:
        RefusedError: when it is the log itself or already there, or when it cannot be written.
    """
    is_there = path.exists()
    if is_there and path.samefile(log):
        raise RefusedError(f"{path} is the log itself", "Choose another name.")
    if not is_there:
        save_new_file(path, data)
        return
    if not is_forced:
        raise RefusedError(
            f"{path} is already there and stays as it is",
            "Choose another name, or add --force to replace it.",
        )
    try:
        replace_whole(path, data)
    except OSError as error:
        raise CannotSaveError(path, error) from error
