"""Write the summary as a page for the browser."""

from __future__ import annotations

from pathlib import Path

from netsheet.core.column_places import find_done_column
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
    sheets = {sheet.name: sheet for sheet in opened.snapshot.sheets}
    done_columns = {
        reading.sheet: find_done_column(sheets[reading.sheet], reading.header_row)
        for reading in opened.log.readings
    }
    summary = with_done_places(opened.summary, done_columns)
    save_page(path, report_html(summary, name=opened.source.path.name), mark=MARK)
    return path
