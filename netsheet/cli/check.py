"""``netsheet check``: how netsheet reads a log, and what it could not read."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from netsheet.cli.options import json_option, log_argument, sheet_option, today_option
from netsheet.cli.progress import progress


@click.command()
@log_argument
@today_option
@sheet_option
@click.option("--all", "is_complete", is_flag=True, help="List every cell that could not be read.")
@json_option
@click.pass_context
def check(
    ctx: click.Context, *, log: Path, today: dt.date, sheet_name: str | None, is_complete: bool, as_json: bool
) -> None:
    """Show how netsheet reads a log: headings, rows, and each cell it could not read.

    Reads .xlsx, .xlsm, .ods, .xls and .csv. Writes nothing. For scripts: the exit code is 1 when there are cells to fix.

    \b
    Example:  netsheet check log.xlsx
    """
    from netsheet.pipeline.opened import open_log
    from netsheet.present.check_text import show_check
    from netsheet.present.documents import check_json

    with progress(as_json=as_json) as report_stage:
        opened = open_log(log, today=today, sheet_name=sheet_name, report_stage=report_stage)
    if as_json:
        click.echo(check_json(opened))
    else:
        show_check(opened, is_complete=is_complete)
    ctx.exit(1 if opened.cells_to_fix else 0)
