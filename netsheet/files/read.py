"""Read a user's file, with the hash that later shows whether the file is still the same. Never writes."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

from netsheet.core.text import fold, nearest_names
from netsheet.errors import RefusedError
from netsheet.files.file_names import READ_ONLY, WRITABLE, is_lock_file
from netsheet.files.problems import (
    CannotReadError,
    ChangedMeanwhileError,
    HeldElsewhereError,
    MissingFileError,
    NotAFileError,
    NumbersFileError,
    WebAddressError,
)
from netsheet.files.retry import is_held


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file as it was read.

    Attributes:
        path: as the user typed it. Messages use this path.
        real_path: absolute, with links followed. netsheet writes to this path.
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
        WebAddressError: it is an address on the web.
        NumbersFileError: it is a file of Apple's Numbers.
        NotAFileError: it is a folder, a device or a pipe.
        CannotReadError: the operating system does not let netsheet read it.
        ChangedMeanwhileError: it changed while it was read.
        HeldElsewhereError: another program has it open and does not share it.
    """
    given = Path(path)
    real = Path(os.path.realpath(given))
    try:
        return _read_real(given, real)
    except (FileNotFoundError, NotADirectoryError) as error:
        if given.parts[:1] in {("http:",), ("https:",)}:
            raise WebAddressError from error
        raise MissingFileError(given, nearest_workbooks(given)) from error
    except OSError as error:
        raise (HeldElsewhereError(given) if is_held(error) else CannotReadError(given, error)) from error


def _read_real(given: Path, real: Path) -> SourceFile:
    status = real.stat()
    if real.suffix.casefold() == ".numbers":
        raise NumbersFileError(given)
    _check_is_file(given, status)
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
    """Refuse folders, devices and pipes before opening them. Opening a pipe would wait forever."""
    if stat.S_ISDIR(status.st_mode):
        raise NotAFileError(given, "a folder", workbooks_in(given)[:1])
    if not stat.S_ISREG(status.st_mode):
        raise NotAFileError(given, "a device or a pipe")


def nearest_workbooks(path: Path) -> tuple[str, ...]:
    """Up to two workbooks in the folder with similar names. If there is only one workbook, it always counts."""
    names = workbooks_in(path.parent)
    stems: dict[str, list[str]] = {}
    for name in names:
        stems.setdefault(fold(Path(name).stem), []).append(name)
    near = tuple(name for stem in nearest_names(path.stem, stems, most=2) for name in stems[stem])[:2]
    if not near and len(names) == 1:
        return names
    return near


def read_if_there(path: Path, *, hint: str) -> bytes | None:
    """Read a file that netsheet may write over; None when there is none.

    Raises:
        RefusedError: when it cannot be read; ``hint`` says what to do.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise RefusedError(f"{path} cannot be read: {error.strerror}.", hint) from error


def workbooks_in(folder: Path) -> tuple[str, ...]:
    """The names of the workbooks in a folder, without lock files; () when the folder cannot be read."""
    return tuple(
        name
        for name in names_in(folder)
        if name.casefold().endswith((*WRITABLE, *READ_ONLY))
        and not is_lock_file(Path(name))
        and name[0] != "."
    )


def names_in(folder: Path) -> tuple[str, ...]:
    """The names in a folder, sorted; () when it cannot be listed."""
    try:
        return tuple(sorted(entry.name for entry in folder.iterdir()))
    except OSError:
        return ()
