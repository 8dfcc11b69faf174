"""Files that netsheet makes next to a log, such as pages and calendars: only a file that netsheet made is ever replaced."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from netsheet.errors import RefusedError
from netsheet.files.durable import replace_whole, save_new_file
from netsheet.files.problems import CannotSaveError
from netsheet.files.read import read_if_there

ANOTHER_NAME: Final = "Choose another name with --out."
_MARKED_BYTES: Final = 400


def save_page(path: Path, data: bytes, *, mark: str) -> None:
    """Write a page; one that is there with the same content stays as it is.

    Args:
        path: the file.
        data: its content.
        mark: what is near the beginning of each page of this kind, and of no other file.

    Raises:
        RefusedError: when there is a file of that name that netsheet did not make, or it cannot be written.
    """
    save_made(path, data, read_made(path, mark=mark.encode("ascii")))


def read_made(path: Path, *, mark: bytes, hint: str = ANOTHER_NAME) -> bytes | None:
    """Read a file that netsheet made; None when there is none.

    Raises:
        RefusedError: when netsheet did not make it: the mark is not near its beginning.
    """
    data = read_if_there(path, hint=hint)
    if data is not None and mark not in data[:_MARKED_BYTES]:
        raise RefusedError(f"{path} was not made by netsheet, and stays as it is.", hint)
    return data


def save_made(path: Path, data: bytes, present: bytes | None) -> bool:
    """Write a file unless it holds that already; ``present`` is what it holds, None where there is none.

    Returns:
        whether it was written.
    """
    if present == data:
        return False
    if present is None:
        save_new_file(path, data)
        return True
    try:
        replace_whole(path, data)
    except OSError as error:
        raise CannotSaveError(path, error) from error
    return True
