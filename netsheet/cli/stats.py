"""``netsheet stats``: show what gets replies, with 95 % intervals."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from netsheet.cli.nearest import WordChoice
from netsheet.cli.options import Day, json_option, log_argument, sheet_option, today_option
from netsheet.cli.progress import progress
from netsheet.core.numbers.dimension_names import DIMENSION_NAMES

BY = tuple(DIMENSION_NAMES)


@click.command()
@log_argument
@today_option
@sheet_option
@click.option(
    "--by",
    type=WordChoice("comparison", BY),
    multiple=True,
    metavar="NAME",
    help=f"Only this comparison: {', '.join(BY)}. You can repeat this option.",
)
@click.option("--since", type=Day(), help="Only what was sent on this day or later.")
@click.option("--journal", "with_journal", is_flag=True, help="Print this week's lines of your journal too.")
@json_option
def stats(
    *,
    log: Path,
    today: dt.date,
    sheet_name: str | None,
    by: tuple[str, ...],
    since: dt.date | None,
    with_journal: bool,
    as_json: bool,
) -> None:
    """Show what gets replies: reply rates with counts and ranges, how far people came, and your weeks.

    Reads .xlsx, .xlsm, .ods, .xls and .csv. Writes nothing.

    \b
    Example:  netsheet stats log.xlsx --by template --since 2026-01-01
    """
    from netsheet.core.recording.own_lines import journal_of_week
    from netsheet.pipeline.opened import open_log
    from netsheet.present.stats_document import stats_json
    from netsheet.present.stats_text import show_journal, show_stats

    with progress(as_json=as_json) as report_stage:
        opened = open_log(log, today=today, sheet_name=sheet_name, report_stage=report_stage)
        engagement = opened.engagement if since is None else opened.engagement_since(since)
        summary = opened.summary
        journal = journal_of_week(opened.recorded.lines, today=today)
    if as_json:
        click.echo(
            stats_json(str(log), summary, engagement, by=by, journal=journal, with_journal=with_journal)
        )
    else:
        show_stats(log.name, summary, engagement, by=by)
        show_journal(journal, is_listed=with_journal, today=today)
