"""``netsheet backups``: list the backup copies of a log."""

from __future__ import annotations

from pathlib import Path

import click

from netsheet.cli.options import json_option, written_log_argument


@click.command()
@written_log_argument
@json_option
def backups(*, log: Path, as_json: bool) -> None:
    """List the backup copies of a log: the last 20, and the first of each day.

    \b
    Example:  netsheet backups log.xlsx
    """
    from netsheet.files.backups import list_backups
    from netsheet.present.documents import backups_json
    from netsheet.present.settings_text import show_backups

    kept = list_backups(log)
    if as_json:
        click.echo(backups_json(log, kept))
    else:
        show_backups(log, kept)
