"""Pages that netsheet writes next to a log: only a file that netsheet made is ever replaced."""

from __future__ import annotations

from pathlib import Path

from netsheet.errors import RefusedError
from netsheet.files.durable import replace_whole, save_new_file
from netsheet.files.problems import CannotSaveError
from netsheet.files.read import read_if_there

_MARKED_BYTES = 400
_ANOTHER_NAME = "Choose another name with --out."


def save_page(path: Path, data: bytes, *, mark: str) -> None:
    """Write a page; one that is there with the same content stays as it is.

    Args:
        path: the file.
        data: its content.
        mark: what is near the beginning of each page of this kind, and of no other file.

    Raises:
        RefusedError: when there is a file of that name that netsheet did not make, or it cannot be written.
    """
    present = read_if_there(path, hint=_ANOTHER_NAME)
    if present is None:
        save_new_file(path, data)
    elif mark.encode("ascii") not in present[:_MARKED_BYTES]:
        raise RefusedError(f"{path} was not made by netsheet, and stays as it is.", _ANOTHER_NAME)
    elif present != data:
        try:
            replace_whole(path, data)
        except OSError as error:
            raise CannotSaveError(path, error) from error
