"""``netsheet anonymize``: the log without the people, to ask somebody for help."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from netsheet.cli.options import json_option, sheet_option, today_option
from netsheet.cli.progress import progress
from netsheet.cli.sentences import say
from netsheet.core.printable import quoted_path


@click.command()
@click.argument("log", type=click.Path(path_type=Path), metavar="LOG")
@click.argument("out", type=click.Path(path_type=Path), metavar="OUT")
@today_option
@sheet_option
@json_option
def anonymize(*, log: Path, out: Path, today: dt.date, sheet_name: str | None, as_json: bool) -> None:
    """Write a log of the same shape without the people: other names, addresses and notes, and days moved by whole weeks.

    Show the new file to somebody who helps you. At the end netsheet prints a day: as of that day the new file has the
    same steps and the same numbers. Before it is written, netsheet compares both files, and searches the new one for
    every word of yours. Formats, charts, comments and columns that netsheet does not use are not taken over. Your log is not changed.

    \b
    Example:  netsheet anonymize log.xlsx to-share.xlsx
    """
    import secrets

    from netsheet.pipeline.anonymize import anonymize as write_anonymous
    from netsheet.pipeline.opened import open_log
    from netsheet.present.documents import document

    with progress(as_json=as_json, last="saving") as report_stage:
        opened = open_log(log, today=today, sheet_name=sheet_name, report_stage=report_stage)
        report_stage("proving")
        written = write_anonymous(opened, out, chance=secrets.SystemRandom())
    if as_json:
        fields = {"workbook": str(log), "today": today, "out": str(out), "people": written.people_count}
        click.echo(document({**fields, "today_in_out": written.today}))
        return
    from netsheet.present.terminal import counted

    say(
        f"Wrote {quoted_path(out)}: {counted(written.people_count, 'person', 'people')}, with other names, words and days. Of your words it holds only those that "
        f"netsheet itself knows, such as “sent” or “June”.\nTo see in it what you see today, type: netsheet due {quoted_path(out)} --today {written.today}"
    )
