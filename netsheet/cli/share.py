"""``netsheet share``: who would like to read what."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from netsheet.cli.options import Count, json_option, log_argument, sheet_option, today_option
from netsheet.cli.progress import progress


@click.command()
@log_argument
@today_option
@sheet_option
@click.option("--limit", type=Count(), default=5, help="Show at most N people for each article (default: 5).")
@json_option
def share(*, log: Path, today: dt.date, sheet_name: str | None, limit: int, as_json: bool) -> None:
    """List who cares about the articles on your sheet Resources, and who has them already.

    Compares the topics of each article with what your log says of people: needs, details, industry, tags. Who has an article
    is what your sheet says under "Sent to", and what the history says you gave.

    \b
    Example:  netsheet share log.xlsx
    """
    from netsheet.pipeline.opened import open_log
    from netsheet.pipeline.practices import list_shares
    from netsheet.present.share_text import shares_json, show_shares

    with progress(as_json=as_json) as report_stage:
        opened = open_log(log, today=today, sheet_name=sheet_name, report_stage=report_stage)
        found = list_shares(opened)
    if as_json:
        click.echo(shares_json(found))
    else:
        show_shares(found, limit=limit)
