"""``netsheet report``: the summary as a page for the browser."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from netsheet.cli.options import json_option, log_argument, quiet_option, sheet_option, today_option
from netsheet.cli.progress import progress
from netsheet.cli.sentences import say
from netsheet.cli.usage_errors import check_ending
from netsheet.core.printable import quoted_path


@click.command()
@log_argument
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="FILE.html",
    help="The page (default: next to the log, LOG-report.html).",
)
@click.option("--open", "is_opened", is_flag=True, help="Open the page in your browser.")
@quiet_option()
@today_option
@sheet_option
@json_option
@click.pass_context
def report(
    ctx: click.Context,
    *,
    log: Path,
    out: Path | None,
    is_opened: bool,
    is_quiet: bool,
    today: dt.date,
    sheet_name: str | None,
    as_json: bool,
) -> None:
    """Write the summary as one page for the browser: what is due, what gets replies, charts. Print it from there.

    The page is a single file that loads nothing and sends nothing. A file that netsheet did not make is never
    overwritten. The log is not changed.

    \b
    Example:  netsheet report log.xlsx --open
    """
    check_ending(out, [".html", ".htm"], ctx)
    from netsheet.files.opener import open_file
    from netsheet.pipeline.opened import open_log
    from netsheet.pipeline.report import write_report
    from netsheet.present.documents import document

    with progress(as_json=as_json) as report_stage:
        opened = open_log(log, today=today, sheet_name=sheet_name, report_stage=report_stage)
        path = write_report(opened, out)
    if as_json:
        click.echo(document({"workbook": str(log), "today": today, "report": str(path)}))
    elif not is_quiet:
        say(f"Wrote {quoted_path(path)}. Open it in your browser; to print it or make a PDF, press Ctrl+P.")
    if is_opened:
        open_file(path)
