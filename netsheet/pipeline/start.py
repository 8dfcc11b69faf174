"""Where a person starts: a new log, or the one workbook of a folder."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from netsheet.errors import UnreadableError
from netsheet.files import save_new_file, workbooks_in
from netsheet.pipeline.opened import listed
from netsheet.starter import starter_workbook


def make_log(path: Path, *, today: dt.date) -> Path:
    """Write the starter workbook; never over a file that is there.

    Raises:
        RefusedError: when there is a file of that name, or the folder takes none.
    """
    if path.suffix.casefold() not in (".xlsx", ""):
        raise UnreadableError(
            f"A new log is an .xlsx file, not {path.suffix}.",
            f"Type: netsheet init {path.with_suffix('.xlsx')}",
        )
    return save_new_file(path.with_suffix(".xlsx"), starter_workbook(today=today))


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
