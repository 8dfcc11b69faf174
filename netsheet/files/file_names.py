"""How the systems spell names: several spellings of one file, and names that stand for no file at all.

One responsibility: texts of paths. Never touches the disk.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from pathlib import Path

# Microsoft, "Naming Files, Paths, and Namespaces": with or without an ending, these are devices.
_DEVICE = re.compile(r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³]) *(?:[.:].*)?", re.IGNORECASE)


def one_spelling(text: str, *, platform: str = sys.platform) -> str:
    """Spell a path or name so that two ways of typing one file are the same text.

    Windows and macOS take small letters for capital ones, and macOS "ë" for "e" with two dots (Unicode Annex 15).
    Elsewhere each spelling is a file of its own.

    Args:
        text: a path, or a part of one.
        platform: as ``sys.platform``.
    """
    return unicodedata.normalize("NFC", text).casefold() if platform in {"win32", "darwin"} else text


def is_device(path: Path, *, platform: str = sys.platform) -> bool:
    """Whether Windows takes the name for a device, such as CON or NUL: what is written there is no file."""
    return platform == "win32" and _DEVICE.fullmatch(path.name) is not None
