"""``netsheet introductions``: whom to introduce to each other."""

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
@click.option("--limit", type=Count(), default=10, help="Show at most N pairs (default: 10).")
@json_option
def introductions(*, log: Path, today: dt.date, sheet_name: str | None, limit: int, as_json: bool) -> None:
    """List the pairs of people who could help each other: one needs what the other offers.

    Compares the columns "Needs" and "Offers" of your warm and close contacts, and shows the words they have in common. Left out
    are colleagues, and those whom you introduced to each other before.

    \b
    Example:  netsheet introductions log.xlsx
    """
    from netsheet.pipeline.opened import open_log
    from netsheet.pipeline.practices import list_introductions
    from netsheet.present.introductions_text import introductions_json, show_introductions

    with progress(as_json=as_json) as report_stage:
        opened = open_log(log, today=today, sheet_name=sheet_name, report_stage=report_stage)
        found = list_introductions(opened)
    if as_json:
        click.echo(introductions_json(found))
    else:
        show_introductions(found, limit=limit)
