"""``netsheet referrals``: who led to whom, and what came of it."""

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
@json_option
def referrals(*, log: Path, today: dt.date, sheet_name: str | None, as_json: bool) -> None:
    """Show who led you to whom, what came of each, and whom you have not thanked.

    Who led to somebody is what your log says under a heading such as "Referred by". Below them: the introductions that
    you made yourself, as `netsheet log WHO introduced --to NAME` records them.

    \b
    Example:  netsheet referrals log.xlsx
    """
    from netsheet.pipeline.opened import open_log
    from netsheet.pipeline.practices import list_referrals
    from netsheet.present.referrals_text import referrals_json, show_referrals

    with progress(as_json=as_json) as report_stage:
        opened = open_log(log, today=today, sheet_name=sheet_name, report_stage=report_stage)
        found = list_referrals(opened)
    if as_json:
        click.echo(referrals_json(found))
    else:
        show_referrals(found)
