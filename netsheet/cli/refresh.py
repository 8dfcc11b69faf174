"""``netsheet refresh``: bring logs up to date."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from netsheet.cli.log_words import check_dashes, check_spaces
from netsheet.cli.options import (
    even_if_open_option,
    json_option,
    quiet_option,
    sheet_option,
    the_log_here,
    today_option,
)
from netsheet.cli.progress import progress
from netsheet.cli.usage_errors import CommandLineError, show_error, terminal_line
from netsheet.errors import NetsheetError

if TYPE_CHECKING:
    from netsheet.pipeline.refreshed import Refreshed


@click.command()
@click.argument("logs", type=click.Path(path_type=Path), nargs=-1, metavar="[LOG|FOLDER]...")
@today_option
@sheet_option
@click.option("--dry-run", is_flag=True, help="Print the cells that would change. Write nothing.")
@click.option(
    "--check",
    is_flag=True,
    help="For scripts: write nothing. The exit code is 1 when a refresh would change something.",
)
@quiet_option()
@click.option(
    "--open", "is_opened", is_flag=True, help="Open the log afterwards, in the system's own program."
)
@click.option("--protected-ok", is_flag=True, help="Write even if the sheet is protected.")
@even_if_open_option
@json_option
@click.pass_context
def refresh(
    ctx: click.Context,
    *,
    logs: tuple[Path, ...],
    today: dt.date,
    sheet_name: str | None,
    dry_run: bool,
    check: bool,
    is_quiet: bool,
    is_opened: bool,
    protected_ok: bool,
    even_if_open: bool,
    as_json: bool,
) -> None:
    """Bring a log up to date: write who is waiting and why next to your rows, and the summary sheet.

    Nothing else in the file changes. netsheet checks that before it saves, and keeps a copy of the old file.
    Without a LOG it takes the only workbook in the folder. Of a FOLDER it refreshes every log, and ends with one table.

    \b
    Example:  netsheet refresh log.xlsx
              netsheet refresh log.xlsx --dry-run
    """
    from netsheet.pipeline.refresh import refresh_log

    check_dashes(ctx, [*map(str, logs)])
    check_spaces(ctx, logs)
    if is_opened and (dry_run or check):
        raise click.UsageError("--open goes with a refresh that writes.")
    if any(log.is_dir() for log in logs):
        from netsheet.cli.refresh_folder import refresh_folder

        ctx.exit(refresh_folder(**ctx.params))
    exit_code = 0
    named = _without_lock_files(ctx, logs)
    for log in named or (the_log_here(ctx, is_written=True),):
        try:
            with progress(as_json=as_json or is_quiet, last="saving") as report_stage:
                refreshed = refresh_log(
                    log,
                    today=today,
                    sheet_name=sheet_name,
                    is_preview=dry_run or check,
                    protected_ok=protected_ok,
                    even_if_open=even_if_open,
                    report_stage=report_stage,
                )
        except NetsheetError as error:
            show_error(error, about=log.name if len(named) > 1 else "")
            exit_code = max(exit_code, error.exit_code)
            continue
        if as_json or not is_quiet:
            _show(refreshed, as_json=as_json, cells=dry_run)
        if is_opened:
            from netsheet.files.opener import open_file

            open_file(log)
        if check and refreshed.is_changed:
            exit_code = max(exit_code, 1)
    ctx.exit(exit_code)


def _without_lock_files(ctx: click.Context, logs: tuple[Path, ...]) -> tuple[Path, ...]:
    """Pass over the lock files that a shell's pattern matches; alone they do not stand for the log in the folder."""
    from netsheet.files.file_names import is_lock_file

    named = tuple(log for log in logs if not is_lock_file(log))
    if logs and not named:
        raise CommandLineError(
            f"{terminal_line(logs[0].name)} is not a workbook: Excel puts it there while one is open.",
            f"Close the workbook in Excel, then type: {ctx.command_path} LOG",
            ctx,
        )
    return named


def _show(refreshed: Refreshed, *, as_json: bool, cells: bool) -> None:
    if as_json:
        from netsheet.present.documents import refresh_json

        click.echo(refresh_json(refreshed))
    else:
        from netsheet.present.refresh_text import show_refreshed

        show_refreshed(refreshed, cells=cells)
