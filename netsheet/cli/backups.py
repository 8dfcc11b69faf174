"""``netsheet backups``: the kept copies of a log."""

from __future__ import annotations

from pathlib import Path

import click

from netsheet.cli.options import json_option, log_argument


@click.command()
@log_argument
@json_option
def backups(*, log: Path, as_json: bool) -> None:
    r"""List the kept copies of a log: one for each save, the last 20.

    \b
    Example:  netsheet backups log.xlsx
    """
    from netsheet import files, present  # noqa: PLC0415  imported when called; help is quick

    kept = files.list_backups(log)
    if as_json:
        click.echo(present.backups_json(log, kept))
    else:
        present.show_backups(log, kept)
