"""The refresh: a file read, and brought up to date.

What follows the reading is imported while calamine parses, which holds no lock of Python's.
"""

from __future__ import annotations

import datetime as dt
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from netsheet.core.file_kinds import TEXT
from netsheet.files import check_not_open, read_file
from netsheet.pipeline.stages import Tell, untold
from netsheet.workbook.load import open_book, read_book
from netsheet.workbook.refusals import not_writable

if TYPE_CHECKING:
    from netsheet.pipeline.refreshed import Refreshed


def refresh_log(
    path: Path,
    *,
    today: dt.date,
    sheet_name: str | None = None,
    is_preview: bool = False,
    protected_ok: bool = False,
    even_if_open: bool = False,
    tell: Tell = untold,
) -> Refreshed:
    """Bring a log up to date; with ``is_preview`` only say what would change. ``tell`` hears of each stage.

    Raises:
        NetsheetError: when the file cannot be read or written, is open elsewhere, or the write could not be
            proven to lose nothing. The file is then as it was.
    """
    tell("reading")
    source = read_file(path)
    suffix = source.path.suffix.casefold()
    if suffix in TEXT:
        raise not_writable(suffix.removeprefix("."))
    check_not_open(source.path, even_if_open=even_if_open)
    book = open_book(source.data)
    snapshot = read_book(book, is_edited=True, meanwhile=_import_the_rest)
    from netsheet.pipeline.refreshed import plan_refresh, write_refresh  # noqa: PLC0415 - imported meanwhile

    tell("working out")
    refreshed = plan_refresh(source, snapshot, today=today, sheet_name=sheet_name, protected_ok=protected_ok)
    return write_refresh(
        refreshed, source, book, snapshot, is_preview=is_preview, even_if_open=even_if_open, tell=tell
    )


def _import_the_rest() -> None:
    import_module("netsheet.pipeline.refreshed")
    import_module("pandas")  # which the interpretation imports late
