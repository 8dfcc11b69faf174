"""Which logs a folder holds. Reads no cells."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from netsheet.errors import UnreadableError
from netsheet.files.file_names import TEXT, WRITABLE, is_lock_file
from netsheet.files.locks import without_conflict_copies
from netsheet.files.read import workbooks_in


class NoWorkbooksError(UnreadableError):
    """There is no workbook in a folder (exit 3)."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"There is no workbook in the folder {folder}",
            "Its subfolders are not searched. Type the folder that holds the logs, or their names.",
        )


def find_log_files(paths: Sequence[Path], *, is_written: bool = False) -> tuple[Path, ...]:
    """Return the files that were named, and the workbooks of the folders that were named, each once.

    Of a folder it takes what lies in it directly, and passes over text files, hidden files, lock files and copies made
    by a sync program.

    Args:
        paths: files and folders.
        is_written: whether only files that netsheet can write count.

    Raises:
        NoWorkbooksError: when a folder has none.
    """
    found = {
        os.path.realpath(file): file
        for path in reversed(paths)
        for file in ([*_in_folder(path, is_written=is_written)][::-1] if path.is_dir() else [path])
        if not is_lock_file(file)
    }
    return tuple(found.values())[::-1]


def _in_folder(folder: Path, *, is_written: bool) -> Iterator[Path]:
    names = [name for name in workbooks_in(folder) if not name.casefold().endswith(TEXT)]
    if is_written:
        names = [name for name in names if name.casefold().endswith(WRITABLE)]
    if not names:
        raise NoWorkbooksError(folder)
    yield from (folder / name for name in without_conflict_copies(names))
