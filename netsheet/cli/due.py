"""``netsheet due``: who to contact, since when, and why."""

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
@click.option("--within", type=Count(0), metavar="DAYS", help="Look this many days ahead (default: 7).")
@click.option("--limit", type=Count(), help="Show at most N actions that are due, and N that are coming.")
@click.option("--person", metavar="NAME", help="Only this person: a name, a part of one, an e-mail address.")
@json_option
def due(
    *,
    log: Path,
    today: dt.date,
    sheet_name: str | None,
    within: int | None,
    limit: int | None,
    person: str | None,
    as_json: bool,
) -> None:
    """List who to contact: overdue, today and coming, each with its reason.

    Shows the first actions of the day (the setting "Actions a day") and counts the others.

    \u0008
    Example:  netsheet due log.xlsx --within 14
              netsheet due log.xlsx --person Hannah
    """
    from netsheet.pipeline.due import list_due
    from netsheet.pipeline.opened import open_log
    from netsheet.present.documents import due_json
    from netsheet.present.due_text import show_due

    with progress(as_json=as_json) as tell:
        opened = open_log(log, today=today, sheet_name=sheet_name, tell=tell)
        due_list = list_due(opened, within=within, person=person)
    if as_json:
        click.echo(due_json(due_list, limit=limit))
    else:
        show_due(due_list, limit=limit)
