"""Write the summary as a page for the browser. Only a file that netsheet made is ever replaced."""

from __future__ import annotations

from pathlib import Path

from netsheet.errors import RefusedError
from netsheet.files.durable import replace_whole, save_new_file
from netsheet.files.problems import CannotSaveError
from netsheet.files.read import read_if_there
from netsheet.pipeline.opened import OpenedLog
from netsheet.render.report_page import MARK, report_html

_MARKED_BYTES = 400
_ANOTHER_NAME = "Choose another name with --out."


def report_path(log: Path) -> Path:
    """Return where the report of a log goes: next to it, ``log-report.html``."""
    return log.with_name(f"{log.stem}-report.html")


def write_report(opened: OpenedLog, out: Path | None = None) -> Path:
    """Write the report and return its path.

    Args:
        opened: the log.
        out: the file; None for the one next to the log.

    Raises:
        RefusedError: when there is a file of that name that netsheet did not make, or it cannot be written.
    """
    path = out or report_path(opened.source.path)
    data = report_html(opened.summary, name=opened.source.path.name)
    present = read_if_there(path, hint=_ANOTHER_NAME)
    if present is None:
        save_new_file(path, data)
    elif MARK.encode("ascii") not in present[:_MARKED_BYTES]:
        raise RefusedError(f"{path} was not made by netsheet, and stays as it is.", _ANOTHER_NAME)
    elif present != data:
        try:
            replace_whole(path, data)
        except OSError as error:
            raise CannotSaveError(path, error) from error
    return path
