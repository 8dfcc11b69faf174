"""Write the summary as a page for the browser."""

from __future__ import annotations

from pathlib import Path

from netsheet.core.column_places import find_done_columns
from netsheet.core.summary.contents import with_done_places
from netsheet.pipeline.made_files import save_page
from netsheet.pipeline.opened import OpenedLog
from netsheet.render.report_page import MARK, report_html


def report_path(log: Path) -> Path:
    """Return where the report of a log goes: next to it, ``log-report.html``."""
    return log.with_name(f"{log.stem}-report.html")


def write_report(opened: OpenedLog, out: Path | None = None) -> Path:
    """Write the report and return its path.

    Args:
        opened: the log.
        out: the file; None for the one next to the log.

    Raises:
        RefusedError: as ``save_page``.
    """
    path = out or report_path(opened.source.path)
    done_columns = find_done_columns(opened.log.readings, opened.snapshot.sheets, with_new=False)
    summary = with_done_places(opened.summary, done_columns)
    save_page(path, report_html(summary, name=opened.source.path.name), mark=MARK)
    return path
