"""``netsheet digest``: a week in a few lines, to show to a mentor or a buddy."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Final

import click

from netsheet.cli.options import Day, json_option, log_argument, sheet_option, today_option
from netsheet.cli.progress import progress
from netsheet.cli.sentences import say
from netsheet.cli.usage_errors import check_ending
from netsheet.core.printable import quoted_path

_ENDINGS: Final = (".md", ".html", ".eml")


@click.command()
@log_argument
@click.option("--week", type=Day(), help="A day of the week to look back at (default: this week).")
@click.option(
    "--names",
    is_flag=True,
    help="With names, your own goals and your journal; without it, with counts alone.",
)
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="FILE", help="Write it to a file: .html, .md or .eml."
)
@click.option("--force", is_flag=True, help="Replace the file of --out when it is there.")
@today_option
@sheet_option
@json_option
@click.pass_context
def digest(
    ctx: click.Context,
    *,
    log: Path,
    week: dt.date | None,
    names: bool,
    out: Path | None,
    force: bool,
    today: dt.date,
    sheet_name: str | None,
    as_json: bool,
) -> None:
    """Look back at a week: what you did, wins, goals, what helped, and three questions to think about.

    Show it to a mentor, a buddy or a group. Without --names it holds no name, company, address or note of your log. The
    log is not changed.

    \b
    Example:  netsheet digest log.xlsx
              netsheet digest log.xlsx --week 2026-03-09 --out week.md
    """
    check_ending(out, _ENDINGS, ctx)
    from netsheet.pipeline.digest import read_digest

    with progress(as_json=as_json) as report_stage:
        looked_back = read_digest(
            log,
            today=today,
            week=week or today,
            has_names=names,
            sheet_name=sheet_name,
            report_stage=report_stage,
        )
    from netsheet.present.digest_text import digest_bytes, digest_json, digest_text

    if as_json:
        click.echo(digest_json(looked_back, workbook=str(log) if names else None, today=today, out=out))
    elif out is None:
        say(digest_text(looked_back))
    if out is not None:
        from netsheet.pipeline.export import save_export

        save_export(out, digest_bytes(looked_back, out.suffix.casefold()), log=log, is_forced=force)
        click.echo(f"Wrote {quoted_path(out)}.", err=as_json)
