"""Create a new log for ``netsheet init``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from pathlib import Path

from netsheet.core.printable import quoted_path
from netsheet.errors import RefusedError, UnreadableError
from netsheet.files.durable import save_new_file
from netsheet.starter import USUAL, starter_workbook

NEW_LOG = "networking-log.xlsx"
OTHER_KINDS = (".csv", ".tsv", ".txt", ".xls", ".xlsm", ".xlsb", ".xltx", ".numbers", ".pdf", ".docx")


def make_log(path: Path, *, today: dt.date, optional: Collection[str] = USUAL) -> Path:
    """Write the starter workbook, as .ods where the name says so. Never overwrites a file. In a folder, it gets its default name.

    Raises:
        UnreadableError: when the name ends like another kind of file.
        RefusedError: when the file exists, the folder does not exist, or the folder cannot be written to.
    """
    target = path / NEW_LOG if path.is_dir() else path
    if target.suffix.casefold() in OTHER_KINDS:
        raise UnreadableError(
            f"A new log is an .xlsx or .ods file, not {target.suffix}.",
            f"Type: netsheet init {quoted_path(target.with_suffix('.xlsx'))}",
        )
    is_ods = target.suffix.casefold() == ".ods"
    if not is_ods and target.suffix.casefold() != ".xlsx":
        target = target.with_name(f"{target.name}.xlsx")
    if not target.parent.is_dir():
        raise RefusedError(
            f"There is no folder {target.parent}.",
            f"Create the folder first, or put the log here: netsheet init {quoted_path(Path(target.name))}",
        )
    if not is_ods:
        return save_new_file(target, starter_workbook(today=today, optional=optional))
    from netsheet.opendocument.new_document import new_document  # noqa: PLC0415 - only for an .ods file

    made = starter_workbook(today=today, optional=optional, log="log.ods")
    return save_new_file(target, new_document(made))
