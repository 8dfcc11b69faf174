"""``netsheet due``: list who to contact, since when, and why."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from netsheet.cli.options import Count, json_option, log_argument, quiet_option, sheet_option, today_option
from netsheet.cli.progress import progress


@click.command()
@log_argument
@today_option
@sheet_option
@click.option("--within", type=Count(0), metavar="DAYS", help="Look this many days ahead (default: 7).")
@click.option(
    "--limit", type=Count(), help="Show at most N actions that are due, and at most N that are coming."
)
@click.option(
    "--person", metavar="NAME", help="Only this person: a name, part of a name, or an e-mail address."
)
@click.option(
    "--exit-code",
    "is_exit_code",
    is_flag=True,
    help="For scripts: the exit code is 1 when something is due now.",
)
@quiet_option("Print nothing when nothing is due now and all could be read.")
@json_option
@click.pass_context
def due(
    ctx: click.Context,
    *,
    log: Path,
    today: dt.date,
    sheet_name: str | None,
    within: int | None,
    limit: int | None,
    person: str | None,
    is_exit_code: bool,
    is_quiet: bool,
    as_json: bool,
) -> None:
    """List who to contact: what is due now and what is coming, each with its reason.

    Shows the most important actions first, as many as the setting "Actions a day" says, and counts the rest.

    \u0008
    Example:  netsheet due log.xlsx --within 14
              netsheet due log.xlsx --person Hannah
    """
    from netsheet.pipeline.due import list_due
    from netsheet.pipeline.opened import open_log
    from netsheet.present.documents import due_json
    from netsheet.present.due_text import show_due

    with progress(as_json=as_json) as report_stage:
        opened = open_log(log, today=today, sheet_name=sheet_name, report_stage=report_stage)
        due_list = list_due(opened, within=within, person=person)
    if as_json:
        click.echo(due_json(due_list, limit=limit))
    elif due_list.is_any_due or any(spot.may_hide_due for spot in opened.blind_spots) or not is_quiet:
        show_due(due_list, limit=limit)
    ctx.exit(1 if is_exit_code and due_list.is_any_due else 0)
