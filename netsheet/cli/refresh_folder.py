"""``netsheet refresh FOLDER``: bring every log of a folder up to date, and end with one table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from netsheet.cli.progress import count_done
from netsheet.cli.usage_errors import show_line_errors

if TYPE_CHECKING:
    from netsheet.pipeline.refresh_lines import RefreshLine


def refresh_folder(
    *,
    logs: Sequence[Path],
    today: dt.date,
    sheet_name: str | None,
    dry_run: bool,
    check: bool,
    is_quiet: bool,
    is_opened: bool,
    protected_ok: bool,
    even_if_open: bool,
    as_json: bool,
) -> int:
    """Refresh the logs of folders, print a table or a document, name those that could not be done; return the exit code."""
    if is_opened:
        raise click.UsageError("--open goes with one log.")
    from netsheet.pipeline.folders import find_log_files
    from netsheet.pipeline.parallel import Processes
    from netsheet.pipeline.refresh_lines import refresh_many

    files = find_log_files(logs, is_written=True)
    with count_done(len(files), as_json=as_json or is_quiet) as report_done:
        lines = refresh_many(
            files,
            today=today,
            sheet_name=sheet_name,
            is_preview=dry_run or check,
            protected_ok=protected_ok,
            even_if_open=even_if_open,
            run=Processes(report_done=report_done),
        )
    if as_json or not is_quiet:
        _show(lines, today=today, as_json=as_json)
    has_changes = check and any(line.is_changed for line in lines)
    return max(int(has_changes), show_line_errors(lines))


def _show(lines: Sequence[RefreshLine], *, today: dt.date, as_json: bool) -> None:
    from netsheet.present.refresh_table import refresh_table_json, show_refresh_table

    if as_json:
        click.echo(refresh_table_json(lines, today=today))
    else:
        show_refresh_table(lines, today=today)
