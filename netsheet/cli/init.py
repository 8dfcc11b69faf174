"""``netsheet init``: a new, ready log."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from netsheet.cli.options import today_option
from netsheet.present.characters import quoted_path


@click.command()
@click.argument(
    "path", type=click.Path(path_type=Path), default=Path("networking-log.xlsx"), metavar="[PATH]"
)
@today_option
def init(*, path: Path, today: dt.date) -> None:
    """Make a new, ready log: Log, People, Goals, Breaks, settings, drop-downs, a short how-to.

    PATH is the new file (default: networking-log.xlsx) or a folder for it. Never writes over a file that is there.

    \u0008
    Example:  netsheet init my-network.xlsx
    """
    from netsheet.pipeline.start import make_log

    written = quoted_path(make_log(path, today=today))
    click.echo(
        f"Made {written}. Open it in Excel or LibreOffice, write down the first person, save, then type:"
    )
    click.echo(f"  netsheet refresh {written}")
