"""``netsheet brief``: what to know before a talk with somebody."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from netsheet.cli.options import json_option, sheet_option, today_option
from netsheet.cli.progress import progress
from netsheet.cli.recording_options import Words, read_words, words_argument
from netsheet.cli.sentences import say
from netsheet.core.printable import quoted_path


@click.command()
@words_argument("[LOG] WHO...")
@click.option(
    "--interview", "is_interview", is_flag=True, help="The talk is an informational interview: ask for that."
)
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="FILE", help="Write a page instead: .html or .md."
)
@today_option
@sheet_option
@json_option
@click.pass_context
def brief(
    ctx: click.Context,
    *,
    words: Words,
    is_interview: bool,
    out: Path | None,
    today: dt.date,
    sheet_name: str | None,
    as_json: bool,
) -> None:
    """Show what to know before a talk with somebody: how you met, what was promised, dates, and what to ask.

    What matters comes first; below is all that your log says. Columns that netsheet does not use are left out.

    \b
    Example:  netsheet brief log.xlsx Hannah
              netsheet brief log.xlsx Hannah --interview --out talk.html
    """
    from netsheet.pipeline.brief import brief as brief_on
    from netsheet.pipeline.brief import write_briefing
    from netsheet.pipeline.opened import open_log
    from netsheet.present.brief_text import briefing_json, show_briefing

    log, typed = read_words(ctx, words, ["WHO"], is_written=False)
    with progress(as_json=as_json) as report_stage:
        opened = open_log(log, today=today, sheet_name=sheet_name, report_stage=report_stage)
        briefing = brief_on(opened, typed, is_interview=is_interview)
    if out is not None:
        write_briefing(briefing, out)
    if as_json:
        click.echo(briefing_json(briefing, workbook=log, out=out))
    elif out is not None:
        say(f"Wrote {quoted_path(out)}.")
    else:
        show_briefing(briefing)
