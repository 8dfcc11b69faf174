"""Find the log when the command line names no file, and list a workbook's sheets. Reads no cells."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from netsheet.core.columns.headings import is_own
from netsheet.core.printable import quoted_path, quoted_word
from netsheet.engines import open_workbook
from netsheet.errors import NetsheetError, UnreadableError
from netsheet.files.file_names import WRITABLE
from netsheet.files.locks import without_conflict_copies
from netsheet.files.read import read_file, workbooks_in


class NoSingleLogError(UnreadableError):
    """No workbook was named, and the folder has none or several (exit 2)."""

    exit_code = 2


def find_log_file(folder: Path, *, command: str, typed: Sequence[str] = (), is_written: bool = True) -> Path:
    """Return the one workbook of a folder; of several, the only one with one of netsheet's own sheets.

    Copies made by a sync program do not count.

    Args:
        folder: the current folder.
        command: the command the user typed, for the hint.
        typed: the words that were typed behind it, for the hint.
        is_written: whether only files that netsheet can write count.

    Raises:
        NoSingleLogError: when there is none, or more than one.
    """
    names = readable = workbooks_in(folder)
    writable = tuple(name for name in names if name.casefold().endswith(WRITABLE))
    if is_written or writable:
        names = writable
    names = without_conflict_copies(names)
    known = names if len(names) == 1 else tuple(name for name in names if _is_known(folder / name))
    if len(known) == 1:
        return folder / known[0]
    if not names:
        raise _none_found(readable, command, typed)
    raise NoSingleLogError(
        f"There are several workbooks in this folder: {listed(known or names)}.",
        f"Type: {_line(command, quoted_path(Path((known or names)[0])), typed)}",
    )


def why_this_one(folder: Path) -> str:
    """Say why the log that was found in a folder is taken."""
    workbooks = [name for name in workbooks_in(folder) if name.casefold().endswith(WRITABLE)]
    is_alone = len(without_conflict_copies(workbooks)) <= 1
    return (
        "the only log in this folder"
        if is_alone
        else "the only log in this folder that netsheet has written to"
    )


def _line(command: str, log: str, typed: Sequence[str]) -> str:
    """Return the line with the log in it, and with all that was typed."""
    return " ".join([command, log, *map(quoted_word, typed)])


def _none_found(readable: Sequence[str], command: str, typed: Sequence[str]) -> NoSingleLogError:
    """Say that there is no workbook, or that those which are there cannot be written."""
    if not readable:
        return NoSingleLogError(
            "There is no workbook in this folder.",
            f"Type: {_line(command, 'PATH-TO-YOUR-LOG.xlsx', typed)}. For a new log, type: netsheet init",
        )
    return NoSingleLogError(
        f"There is no .xlsx or .ods workbook in this folder, only {listed(readable)}.",
        f"To see who is due, type: netsheet due {quoted_path(Path(readable[0]))}. "
        "To use every command, save it as .xlsx in Excel, or as .ods in LibreOffice.",
    )


def sheet_names(path: Path) -> tuple[str, ...]:
    """The names of the user's sheets in a workbook; () when it is of another kind or cannot be read."""
    return tuple(name for name in _all_sheet_names(path) if not is_own(name))


def _all_sheet_names(path: Path) -> tuple[str, ...]:
    try:
        return open_workbook(read_file(path).data).sheet_names()
    except NetsheetError:
        return ()


def _is_known(path: Path) -> bool:
    return any(is_own(name) for name in _all_sheet_names(path))


def listed(names: Sequence[str], most: int = 4) -> str:
    """Join names for a sentence; after the first few, only count the rest."""
    shown = ", ".join(names[:most])
    return shown if len(names) <= most else f"{shown} and {len(names) - most} more"
