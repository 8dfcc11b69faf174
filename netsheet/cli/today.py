"""``netsheet today``: what fits into the minutes that somebody has."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from netsheet.cli.options import Count, json_option, log_argument, sheet_option, today_option
from netsheet.cli.progress import progress


@click.command()
@log_argument
@click.option(
    "--minutes", type=Count(), default=20, metavar="N", help="The minutes that you have (default: 20)."
)
@today_option
@sheet_option
@json_option
def today(*, log: Path, minutes: int, today: dt.date, sheet_name: str | None, as_json: bool) -> None:
    """Show what fits into the minutes you have: promises first, then what else is due, and what is left for later.

    How many minutes each kind of step takes, you say in the settings "Minutes: message", "Minutes: call" and so on.

    \b
    Example:  netsheet today log.xlsx --minutes 20
    """
    from netsheet.pipeline.opened import open_log
    from netsheet.pipeline.today import plan_today
    from netsheet.present.today_text import show_today, today_json

    with progress(as_json=as_json) as report_stage:
        opened = open_log(log, today=today, sheet_name=sheet_name, report_stage=report_stage)
        planned = plan_today(opened, minutes=minutes)
    if as_json:
        click.echo(today_json(planned))
    else:
        show_today(planned)
