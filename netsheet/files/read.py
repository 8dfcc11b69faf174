"""Reading a file of the user's: the bytes, and what later proves that the file is still the same.

One responsibility: to read whole files and to say plainly why one cannot be read. Never writes.
"""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

from netsheet.core.file_kinds import READ_ONLY, WRITABLE
from netsheet.core.text import fold, nearest_names
from netsheet.files.held import is_held
from netsheet.files.problems import (
    CannotReadError,
    ChangedMeanwhileError,
    HeldElsewhereError,
    MissingFileError,
    NotAFileError,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file as it was read.

    Attributes:
        path: as the user gave it: what messages name.
        real_path: absolute, links followed: what is written.
        data: the bytes.
        sha256: of the bytes, hexadecimal.
        mode: the permission bits.
    """

    path: Path
    real_path: Path
    data: bytes = field(repr=False)
    sha256: str
    mode: int


def hash_of(data: bytes) -> str:
    """SHA-256 of the bytes, hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def read_file(path: str | os.PathLike[str]) -> SourceFile:
    """Read a whole file, following links.

    Args:
        path: as the user typed it.

    Raises:
        MissingFileError: there is no such file.
        NotAFileError: it is a folder, a device or a pipe.
        CannotReadError: the operating system does not hand it out.
        ChangedMeanwhileError: it was written to during the reading.
        HeldElsewhereError: another program has it open and shares it with nobody.
    """
    given = Path(path)
    real = Path(os.path.realpath(given))
    try:
        return _read_real(given, real)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise MissingFileError(given, nearest_workbooks(given)) from error
    except OSError as error:
        raise (HeldElsewhereError(given) if is_held(error) else CannotReadError(given, error)) from error


def _read_real(given: Path, real: Path) -> SourceFile:
    _check_is_file(given, real.stat())
    with real.open("rb") as stream:
        before = os.fstat(stream.fileno())
        data = stream.read()
        after = os.fstat(stream.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(
        data
    ) != after.st_size:
        raise ChangedMeanwhileError(given)
    return SourceFile(
        path=given,
        real_path=real,
        data=data,
        sha256=hash_of(data),
        mode=stat.S_IMODE(after.st_mode),
    )


def _check_is_file(given: Path, status: os.stat_result) -> None:
    """Refuse what is no file before it is opened: opening a pipe would wait for ever."""
    if stat.S_ISDIR(status.st_mode):
        raise NotAFileError(given, "a folder", workbooks_in(given)[:1])
    if not stat.S_ISREG(status.st_mode):
        raise NotAFileError(given, "a device or a pipe")


def nearest_workbooks(path: Path) -> tuple[str, ...]:
    """Up to two workbooks of the folder with the most similar names; the only one there is always near."""
    names = workbooks_in(path.parent)
    stems: dict[str, list[str]] = {}
    for name in names:
        stems.setdefault(fold(Path(name).stem), []).append(name)
    near = tuple(name for stem in nearest_names(path.stem, stems, most=2) for name in stems[stem])[:2]
    if not near and len(names) == 1:
        return names
    return near


def workbooks_in(folder: Path) -> tuple[str, ...]:
    """The names of the workbooks in a folder, without the lock files of office programs; () when unreadable."""
    return tuple(
        name
        for name in names_in(folder)
        if name.casefold().endswith((*WRITABLE, *READ_ONLY)) and not name.startswith(("~$", "."))
    )


def names_in(folder: Path) -> tuple[str, ...]:
    """The names in a folder, sorted; () when it cannot be listed."""
    try:
        return tuple(sorted(entry.name for entry in folder.iterdir()))
    except OSError:
        return ()
