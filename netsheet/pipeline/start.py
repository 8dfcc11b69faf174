"""Where a person starts: a new log, or the one workbook of a folder."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from netsheet.errors import RefusedError, UnreadableError
from netsheet.files import save_new_file, workbooks_in
from netsheet.pipeline.opened import listed
from netsheet.starter import starter_workbook

NEW_LOG = "networking-log.xlsx"
OTHER_KINDS = (".csv", ".tsv", ".txt", ".ods", ".xls", ".xlsm", ".xlsb", ".xltx", ".numbers", ".pdf", ".docx")


def make_log(path: Path, *, today: dt.date) -> Path:
    """Write the starter workbook; never over a file that is there. In a folder it gets its usual name.

    Raises:
        UnreadableError: when the name is one of another kind of file.
        RefusedError: when there is a file of that name, no such folder, or the folder takes none.
    """
    target = path / NEW_LOG if path.is_dir() else path
    if target.suffix.casefold() in OTHER_KINDS:
        raise UnreadableError(
            f"A new log is an .xlsx file, not {target.suffix}.",
            f"Type: netsheet init {quoted_path(target.with_suffix('.xlsx'))}",
        )
    if target.suffix.casefold() != ".xlsx":
        target = target.with_name(f"{target.name}.xlsx")
    if not target.parent.is_dir():
        raise RefusedError(
            f"There is no folder {target.parent}.",
            f"Make it first, or write the log here: netsheet init {quoted_path(Path(target.name))}",
        )
    return save_new_file(target, starter_workbook(today=today))


def quoted_path(path: Path) -> str:
    """Spell a path as it is typed: in quotes where it holds a space."""
    return f'"{path}"' if " " in str(path) else str(path)


def find_log(folder: Path) -> Path:
    """Return the one workbook of a folder that looks like a log.

    Raises:
        UnreadableError: when there is none, or more than one.
    """
    names = [name for name in workbooks_in(folder) if name.casefold().endswith((".xlsx", ".xlsm"))]
    if len(names) == 1:
        return folder / names[0]
    if not names:
        raise UnreadableError(
            "There is no workbook in this folder.", "Type: netsheet refresh PATH-TO-YOUR-LOG.xlsx"
        )
    raise UnreadableError(
        f"There are several workbooks in this folder: {listed(names)}.", f"Type: netsheet refresh {names[0]}"
    )
