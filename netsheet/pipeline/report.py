"""Write the summary as a page for the browser. Only a file that netsheet made is ever replaced."""

from __future__ import annotations

import os
from pathlib import Path

from netsheet.errors import RefusedError
from netsheet.files.durable import save_new_file
from netsheet.files.problems import CannotSaveError
from netsheet.files.retry import retry_while_held
from netsheet.pipeline.opened import OpenedLog
from netsheet.render.report_page import MARK, report_html

_MARKED_BYTES = 400


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
    present = _read_present(path)
    if present is None:
        save_new_file(path, data)
    elif MARK.encode("ascii") not in present[:_MARKED_BYTES]:
        raise RefusedError(
            f"{path} was not made by netsheet, and stays as it is.", "Choose another name with --out."
        )
    elif present != data:
        _replace(path, data)
    return path


def _read_present(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise RefusedError(
            f"{path} cannot be read: {error.strerror}.", "Choose another name with --out."
        ) from error


def _replace(path: Path, data: bytes) -> None:
    temporary = save_new_file(path.with_name(f".{path.name}.new"), data)
    try:
        retry_while_held(lambda: os.replace(temporary, path))  # noqa: PTH105  the same as Path.replace, without its value
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise CannotSaveError(path, error) from error
