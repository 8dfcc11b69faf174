"""``netsheet init``: create a new log."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from netsheet.cli.options import today_option
from netsheet.core.printable import quoted_path


@click.command()
@click.argument(
    "path", type=click.Path(path_type=Path), default=Path("networking-log.xlsx"), metavar="[PATH]"
)
@today_option
def init(*, path: Path, today: dt.date) -> None:
    """Create a new log with the sheets Log, People, Goals, Breaks and Netsheet Settings, drop-downs and a how-to page.

    PATH is the new file (default: networking-log.xlsx) or a folder for it. Never overwrites a file.

    \u0008
    Example:  netsheet init my-network.xlsx
    """
    from netsheet.pipeline.start import make_log

    written = quoted_path(make_log(path, today=today))
    click.echo(
        f"Created {written}. Open it in Excel or LibreOffice, add the first person, and save. Then type:"
    )
    click.echo(f"  netsheet refresh {written}")
