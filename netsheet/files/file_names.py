"""What a file's name says: which kinds of files a log can be, when two names mean one file, and reserved names.

Works on the text of paths and never touches the disk.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from pathlib import Path

WRITABLE = (".xlsx", ".xlsm", ".ods")
READ_ONLY = (".xls", ".csv")
TEXT = (".csv", ".tsv", ".txt")
"""Plain-text tables. netsheet reads .tsv and .txt only when the user names the file, and never picks one by itself."""

# Microsoft, "Naming Files, Paths, and Namespaces": with or without an ending, these are devices.
_DEVICE = re.compile(r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³]) *(?:[.:].*)?", re.IGNORECASE)


def is_lock_file(path: Path) -> bool:
    """Whether an office program made the file to say that a workbook is open: ``*.xlsx`` in a shell matches it too."""
    return path.name.startswith(("~$", ".~lock."))


def normalised_name(text: str, *, platform: str = sys.platform) -> str:
    """Normalise a path or name, so that two ways of typing one file give the same text.

    Windows and macOS ignore upper and lower case, and macOS treats "ë" and "e" followed by two dots as the same
    (Unicode Annex 15). On other systems, names that differ in any way are different files.

    Args:
        text: a path, or a part of one.
        platform: as ``sys.platform``.
    """
    return unicodedata.normalize("NFC", text).casefold() if platform in {"win32", "darwin"} else text


def is_device(path: Path, *, platform: str = sys.platform) -> bool:
    """Whether Windows reserves the name for a device, such as CON or NUL. Writing to it would not make a file."""
    return platform == "win32" and _DEVICE.fullmatch(path.name) is not None
