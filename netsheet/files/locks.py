"""Check whether a workbook is open in an office program, and whether a sync program has made a second copy of it.

Reads the lock files that other programs leave next to a workbook. Never creates such files.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from netsheet.files.problems import OpenElsewhereError
from netsheet.files.read import names_in

# Excel's owner file: a length byte, the name in the system's code page padded with spaces to byte 55,
# the length again in two bytes, then the name in UTF-16 (LibreOffice, svl/source/misc/msodocumentlockfile.cxx).
_OWNER_LENGTH_AT = 55
_OWNER_NAME_AT = 57
_LONGEST_OWNER_FILE = 1024

_PLAIN_WORDS = frozenset(
    {"OLD", "NEW", "BACKUP", "BAK", "COPY", "FINAL", "DRAFT", "TEST", "ARCHIVE", "ORIGINAL"}
)
_CONFLICT = r"""
      [ ]\(\d{1,2}\)                                   # OneDrive, Google Drive, browsers: log (1)
    | [ ]?\([^()]*\bconflict(?:ed|ing)?\b[^()]*\)      # Dropbox, Nextcloud: log (Ana's conflicted copy 2026-03-16)
    | [ ]?[-_]?[ ]?conflict(?:ed)?[ ]copy\b.*
    | \.sync-conflict-\d{8}-\d{6}(?:-\w+)?             # Syncthing
    | _conflict-\d{8}-\d{6}                            # ownCloud
"""
_COMPUTER = r"-(?=[0-9-]*[A-Z])[A-Z0-9](?:[A-Z0-9-]{1,13}[A-Z0-9])"  # OneDrive: log-LAPTOP-7F3K


def check_not_open(path: Path, *, even_if_open: bool = False) -> None:
    """Check that no office program has the workbook open.

    Args:
        path: the workbook as the user typed it. If it is a link, the file it links to is checked too.
        even_if_open: skip the check, for a lock file that a crashed program left.

    Raises:
        OpenElsewhereError: the workbook is open. Says who has it open, in which program, and since when.
    """
    if even_if_open:
        return
    for place in dict.fromkeys((Path(os.path.abspath(path)), Path(os.path.realpath(path)))):  # noqa: PTH100 - a link's own name counts too
        _check_libreoffice(place)
        _check_excel(place)


def _check_libreoffice(path: Path) -> None:
    mark = path.with_name(f".~lock.{path.name}#")
    data = _content(mark)
    if data is None:
        return
    name, user, host, time = libreoffice_owner(data)
    who = name or user
    if host:
        who = f"{who} on {host}" if who else host
    raise OpenElsewhereError(path, "LibreOffice", who, time or _written(mark))


def _check_excel(path: Path) -> None:
    mark = path.with_name(f"~${path.name}")
    data = _content(mark)
    if data is not None:
        raise OpenElsewhereError(path, "Excel", excel_owner(data), _written(mark))


def libreoffice_owner(data: bytes) -> tuple[str, str, str, str]:
    """Name, user, host and time of a LibreOffice lock file; "" for what is not there.

    Fields are separated by commas, a backslash escapes the next character, and a semicolon ends the entry.
    """
    text = data.decode("utf-8", "replace").split("\n", 1)[0]
    fields: list[str] = [""]
    characters = iter(text)
    for character in characters:
        if character == "\\":
            fields[-1] += next(characters, "")
        elif character == ",":
            fields.append("")
        elif character == ";":
            break
        else:
            fields[-1] += character
    name, user, host, time = (_one_line(field) for field in (*fields, "", "", "", "")[:4])
    return name, user, host, _plain_time(time)


def excel_owner(data: bytes) -> str:
    """The name in an Excel owner file; "" when it holds none, or is a copy of a workbook instead."""
    if data.startswith(b"PK") or len(data) > _LONGEST_OWNER_FILE:
        return ""
    length = data[0] if data else 0
    wide = data[_OWNER_NAME_AT : _OWNER_NAME_AT + 2 * length]
    if data[_OWNER_LENGTH_AT : _OWNER_LENGTH_AT + 1] == data[:1] and len(wide) == 2 * length:
        return _one_line(wide.decode("utf-16-le", "replace"))
    return _one_line(data[1 : 1 + length].decode("cp1252", "replace"))


def conflict_copies(path: Path) -> tuple[Path, ...]:
    """The second copies that sync programs (Dropbox, OneDrive, Nextcloud, Syncthing) made next to a file, by name.

    Such a copy may have rows that the workbook does not have. netsheet points it out but never reads it.
    """
    real = Path(os.path.realpath(path))
    return tuple(real.with_name(name) for name in names_in(real.parent) if _is_conflict_copy(name, real))


def without_conflict_copies(names: Sequence[str]) -> tuple[str, ...]:
    """Return the names in a folder, without second copies of another one of them."""
    own = {_composed(name).casefold(): name for name in names}

    def is_copy(name: str) -> bool:
        stem, dot, suffix = _composed(name).casefold().rpartition(".")
        workbooks = (own.get(f"{stem[:end]}{dot}{suffix}") for end in range(1, len(stem)))
        return any(workbook and _is_conflict_copy(name, Path(workbook)) for workbook in workbooks)

    return tuple(name for name in names if not is_copy(name))


def _is_conflict_copy(name: str, workbook: Path) -> bool:
    stem, suffix = _composed(workbook.stem), workbook.suffix
    name = _composed(name)
    if not (name.casefold().startswith(stem.casefold()) and name.casefold().endswith(suffix.casefold())):
        return False
    middle = name[len(stem) : len(name) - len(suffix)]
    if not middle:
        return False  # the workbook itself; nothing to compile the patterns for, which takes longer than all the rest
    if re.fullmatch(_CONFLICT, middle, re.IGNORECASE | re.VERBOSE):
        return True
    return bool(re.fullmatch(_COMPUTER, middle)) and middle[1:] not in _PLAIN_WORDS


def _composed(name: str) -> str:
    """Write "ë" as one character. macOS may list it as two (Unicode Annex 15)."""
    return unicodedata.normalize("NFC", name)


def _content(mark: Path) -> bytes | None:
    """The content of a lock file; None without a file, b"" when it cannot be read because Excel keeps it open."""
    try:
        with mark.open("rb") as stream:
            return stream.read(4096)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:
        return b""


def _written(mark: Path) -> str:
    try:
        seconds = mark.stat().st_mtime
    except OSError:
        return "just now"
    return _moment(dt.datetime.fromtimestamp(seconds, dt.UTC).astimezone())


def _plain_time(text: str) -> str:
    """LibreOffice writes "16.03.2026 09:30" in local time; any other form is shown as it is."""
    try:
        return _moment(dt.datetime.strptime(text, "%d.%m.%Y %H:%M").replace(tzinfo=dt.UTC))
    except ValueError:
        return text


def _moment(moment: dt.datetime) -> str:
    return f"{moment.day} {moment:%b %Y, %H:%M}"


def _one_line(text: str) -> str:
    """Remove control characters: these names come from other programs and are printed on the terminal."""
    return "".join(character for character in text if character.isprintable()).strip()[:80]
