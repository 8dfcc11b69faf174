"""netsheet's own folder in the user's account, with backups and locks.

The lock makes sure that only one netsheet at a time saves a workbook.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath

from netsheet.files.file_names import normalised_name
from netsheet.files.problems import AnotherNetsheetError, NoBackupError

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
UNFINISHED = ".unfinished"
"""How the names of files end that are not written whole yet."""

if sys.platform == "win32":  # pragma: no cover - the tests run on POSIX
    import msvcrt

    def try_lock(descriptor: int) -> bool:
        """Take the exclusive lock of an open file; False when another process holds it."""
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def try_lock(descriptor: int) -> bool:
        """Take the exclusive lock of an open file; False when another process holds it.

        A disk without locks (some network drives) counts as free. The comparison with the bytes
        that were read still protects the save.
        """
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True


def state_folder(
    *,
    platform: str = sys.platform,
    environment: Mapping[str, str] | None = None,
    home: Path | None = None,
) -> Path:
    """Netsheet's folder in the user's account, at the usual place on each system.

    Args:
        platform: as ``sys.platform``.
        environment: as ``os.environ``, the default.
        home: the user's home folder; by default the system's answer.

    Returns:
        The folder, which may not exist yet. XDG_STATE_HOME counts only when absolute (XDG Base Directory
        Specification 0.8).
    """
    environment = os.environ if environment is None else environment
    named = environment.get("LOCALAPPDATA" if platform == "win32" else "XDG_STATE_HOME", "")
    if named and (platform == "win32" or PurePath(named).is_absolute()):
        return Path(named) / "netsheet"
    home = Path(os.path.expanduser("~")) if home is None else home  # noqa: PTH111 - Path.home() raises without a home
    if platform == "win32":
        return home / "AppData" / "Local" / "netsheet"
    if platform == "darwin":
        return home / "Library" / "Application Support" / "netsheet"
    return home / ".local" / "state" / "netsheet"


def workbook_folder(real_path: Path, folder: Path | None = None) -> Path:
    """The folder for one workbook's backups. It has the file's name, and the path's hash to make it unique."""
    plain = re.sub(r"[^\w.-]+", "_", normalised_name(real_path.name))[:60].strip(".")
    digest = hashlib.sha256(os.fsencode(normalised_name(str(real_path)))).hexdigest()[:16]
    return backups_folder(folder) / f"{plain}-{digest}"


def backups_folder(folder: Path | None = None) -> Path:
    """The folder that holds one folder for each workbook."""
    return (state_folder() if folder is None else folder) / "backups"


@contextlib.contextmanager
def only_netsheet_on(real_path: Path, folder: Path | None = None) -> Iterator[Path]:
    """Keep other netsheet processes from saving this workbook. Yields the workbook's backups folder.

    The operating system's lock on a file in the state folder is used. It always ends with the process, and the
    lock file that stays has no meaning.

    Raises:
        AnotherNetsheetError: another process is saving it now.
        NoBackupError: the state folder cannot be written to.
    """
    own = workbook_folder(real_path, folder)
    try:
        own.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        descriptor = os.open(own / "lock", os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
    except OSError as error:
        raise NoBackupError(real_path, own, error) from error
    try:
        if not try_lock(descriptor):
            raise AnotherNetsheetError(real_path)
        yield own
    finally:
        os.close(descriptor)
