"""``netsheet export``: the log's data for other programs."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from netsheet.cli.nearest import WordChoice
from netsheet.cli.options import log_argument, sheet_option, today_option
from netsheet.cli.progress import progress
from netsheet.cli.usage_errors import CommandLineError
from netsheet.core.printable import quoted_path
from netsheet.present.export import EXPORT_FORMATS, ExportFormat

WHAT = ("people", "touches", "openings", "due")


@click.command()
@log_argument
@click.option(
    "--what",
    type=WordChoice("part", WHAT),
    default="people",
    metavar="WHAT",
    help="people (default), touches, openings (first messages) or due.",
)
@click.option(
    "--format",
    "file_format",
    type=WordChoice("format", EXPORT_FORMATS),
    default="csv",
    metavar="FORMAT",
    help="csv (default), json or parquet.",
)
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="The new file.")
@click.option("--force", is_flag=True, help="Replace the file of --out when it is there.")
@today_option
@sheet_option
@click.pass_context
def export(
    ctx: click.Context,
    *,
    log: Path,
    what: str,
    file_format: ExportFormat,
    out: Path | None,
    force: bool,
    today: dt.date,
    sheet_name: str | None,
) -> None:
    """Give the log's data to other programs: as CSV, JSON or parquet, one row for each person, touch or message.

    Only the columns that netsheet uses are exported; docs/python.md lists them. Without --out the data is printed. In
    CSV a text that a spreadsheet would take for a formula gets an apostrophe in front; JSON and parquet hold it as it
    is.

    \b
    Example:  netsheet export log.xlsx --what openings
              netsheet export log.xlsx --what people --format json --out people.json
    """
    if out is None and file_format == "parquet":
        raise CommandLineError("Parquet needs a file.", f"Add: --out {what}.parquet", ctx)
    if out is not None and out.suffix.casefold() != f".{file_format}":
        name = quoted_path(out.with_suffix(f".{file_format}"))
        raise CommandLineError(
            f"The name {out.name} does not fit the format {file_format}.", f"Type: --out {name}", ctx
        )
    from netsheet.api import NetworkingLog
    from netsheet.pipeline.export import save_export
    from netsheet.pipeline.opened import open_log
    from netsheet.present.export import export_bytes

    with progress(as_json=out is None) as report_stage:
        opened = NetworkingLog(open_log(log, today=today, sheet_name=sheet_name, report_stage=report_stage))
        frame = getattr(opened, what)
        data = export_bytes(frame, file_format, log=log, today=today, what=what)
    if out is None:
        click.echo(data, nl=False)
        return
    save_export(out, data, log=log, is_forced=force)
    click.echo(f"Wrote {len(frame)} {'row' if len(frame) == 1 else 'rows'} to {quoted_path(out)}.")
