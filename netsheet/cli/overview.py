"""``netsheet overview``: many logs side by side, one line each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from netsheet.cli.options import Count, json_option, quiet_option, today_option
from netsheet.cli.progress import count_done
from netsheet.cli.usage_errors import check_ending, show_line_errors
from netsheet.core.printable import quoted_path

if TYPE_CHECKING:
    from netsheet.core.overview import LogLine

_ENDINGS: Final = (".html", ".xlsx", ".csv")


@click.command()
@click.argument("logs", type=click.Path(path_type=Path), nargs=-1, metavar="FOLDER|LOG...", required=True)
@today_option
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="FILE", help="Write it to a file: .html, .xlsx or .csv."
)
@click.option("--force", is_flag=True, help="Replace the file of --out when it is there.")
@click.option(
    "--nameless", is_flag=True, help="Leave out whose log it is: C01, C02 in place of the file's name."
)
@click.option(
    "--workers", type=Count(), help="Read with N processes at a time (default: one for each processor)."
)
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    default="",
    help="For thousands of logs: the dask cluster that reads them, such as tcp://192.0.2.10:8786.",
)
@quiet_option("With --out: print nothing when all went well.")
@json_option
@click.pass_context
def overview(
    ctx: click.Context,
    *,
    logs: tuple[Path, ...],
    today: dt.date,
    out: Path | None,
    force: bool,
    nameless: bool,
    workers: int | None,
    scheduler: str,
    is_quiet: bool,
    as_json: bool,
) -> None:
    """Show many logs side by side, one line each: who is stuck and why, what is due, what gets replies.

    For a career coach, a class or a job club. Of a FOLDER it takes the workbooks in it, not those in its subfolders. A log
    that cannot be read is named, and the others are read. No log is changed.

    \b
    Example:  netsheet overview logs
              netsheet overview logs --nameless --out overview.html
    """
    check_ending(out, _ENDINGS, ctx)
    from netsheet.pipeline.folders import find_log_files
    from netsheet.pipeline.overview import read_overview
    from netsheet.pipeline.parallel import Cluster, Processes

    files = find_log_files(logs)
    if out is not None:
        _check_not_a_log(out, files, today=today)
    with count_done(len(files), as_json=as_json) as report_done:
        run = Cluster(scheduler, report_done) if scheduler else Processes(workers, report_done)
        lines = read_overview(files, today=today, run=run, is_nameless=nameless)
    if as_json:
        from netsheet.present.overview_text import overview_json

        click.echo(overview_json(lines, today=today))
    if out is not None:
        _write(lines, out, today=today, force=force, as_json=as_json, is_quiet=is_quiet)
    elif not as_json:
        from netsheet.present.overview_text import show_overview

        show_overview(lines, today=today)
    ctx.exit(show_line_errors(lines))


def _check_not_a_log(out: Path, files: Iterable[Path], *, today: dt.date) -> None:
    """Refuse to write over one of the logs; an overview that lies among them may be replaced."""
    from netsheet.errors import RefusedError
    from netsheet.pipeline.overview import read_line

    if out.exists() and any(out.samefile(file) for file in files if file.exists()):
        line = read_line(out, today=today)
        if line is not None:
            raise RefusedError(f"{out} is one of the logs", "Choose another name.")


def _write(
    lines: Sequence[LogLine], out: Path, *, today: dt.date, force: bool, as_json: bool, is_quiet: bool
) -> None:
    from netsheet.pipeline.export import save_export
    from netsheet.present.overview_files import overview_bytes
    from netsheet.present.terminal import counted

    data = overview_bytes(lines, out.suffix.casefold(), today=today)
    save_export(out, data, log=None, is_forced=force)
    if not is_quiet:
        click.echo(f"Wrote {counted(len(lines), 'line')} to {quoted_path(out)}.", err=as_json)
