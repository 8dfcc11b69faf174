"""The temporary file that a save writes next to the workbook: name it, write it, verify it, and remove leftovers.

Never touches the workbook itself.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from pathlib import Path

from netsheet.files.durable import write_all
from netsheet.files.file_names import normalised_name
from netsheet.files.read import hash_of, names_in
from netsheet.files.state import try_lock


def new_temporary_name(real: Path) -> Path:
    """An unused name next to the workbook."""
    return real.with_name(f"{_prefix(real)}{os.urandom(6).hex()}.tmp")


def close_quietly(descriptor: int) -> int:
    """Close a file if it is open. Return -1, which is never a file's number."""
    if descriptor >= 0:
        with contextlib.suppress(OSError):
            os.close(descriptor)
    return -1


def write_and_prove(descriptor: int, data: bytes) -> None:
    """Write, flush to the disk, and read back. Network drives have lost bytes without an error."""
    write_all(descriptor, data)
    os.fsync(descriptor)
    os.lseek(descriptor, 0, os.SEEK_SET)
    digest = hashlib.sha256()
    while block := os.read(descriptor, 1 << 20):
        digest.update(block)
    if digest.hexdigest() != hash_of(data):
        raise OSError(5, "the disk did not keep what was written")


def copy_attributes(real: Path, temporary: Path) -> None:
    """Give the new file the old one's owner, permissions and extended attributes, as far as the system allows."""
    if hasattr(os, "chown"):  # pragma: no branch - not on Windows
        with contextlib.suppress(OSError):
            before, now = real.stat(), temporary.stat()
            if (before.st_uid, before.st_gid) != (now.st_uid, now.st_gid):
                os.chown(temporary, before.st_uid, before.st_gid)
    from shutil import copystat  # noqa: PLC0415 - only a save needs it, and it takes its time

    with contextlib.suppress(OSError):
        copystat(real, temporary)
    if sys.platform == "darwin":  # pragma: no cover - the tests of coverage run on Linux
        _copy_tags(real, temporary)
    os.utime(temporary)


def _copy_tags(real: Path, temporary: Path) -> None:  # pragma: no cover
    """Copy the Finder's tags and comments, which ``shutil`` does not copy (macOS, copyfile(3))."""
    import ctypes  # noqa: PLC0415 - needed on macOS alone

    access_list, extended_attributes = 1 << 0, 1 << 2
    copyfile = ctypes.CDLL(None).copyfile
    copyfile.argtypes = (ctypes.c_char_p, ctypes.c_char_p, ctypes.c_void_p, ctypes.c_uint32)
    copyfile(os.fsencode(real), os.fsencode(temporary), None, access_list | extended_attributes)


def _prefix(real: Path) -> str:
    """How the names of one workbook's temporary files begin. A hash, because the workbook's name may be too long."""
    return f".netsheet-{hashlib.sha256(os.fsencode(normalised_name(real.name))).hexdigest()[:12]}-"


def temporary_files(real: Path) -> tuple[Path, ...]:
    """The temporary files that belong to this workbook."""
    prefix = _prefix(real)
    return tuple(
        real.with_name(name)
        for name in names_in(real.parent)
        if name.startswith(prefix) and name.endswith(".tmp")
    )


def remove_strays(real: Path) -> None:
    """Remove temporary files that no process uses. A running process keeps its file locked."""
    for stray in temporary_files(real):
        with contextlib.suppress(OSError):
            descriptor = os.open(stray, os.O_RDWR)
            is_free = try_lock(descriptor)
            os.close(descriptor)
            if is_free:
                stray.unlink()
