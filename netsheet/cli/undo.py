"""``netsheet undo``: restore the file as it was before the last refresh."""

from __future__ import annotations

from pathlib import Path

import click

from netsheet.cli.options import Count, even_if_open_option, written_log_argument
from netsheet.cli.sentences import say


@click.command()
@written_log_argument
@click.option(
    "--to", type=click.Path(path_type=Path), metavar="FILE", help="Write the backup copy to another file."
)
@click.option(
    "--number",
    type=Count(),
    help="With --to: which backup copy (default: the newest).",
)
@even_if_open_option
def undo(*, log: Path, to: Path | None, number: int | None, even_if_open: bool) -> None:
    """Restore the log as it was before the last refresh, byte for byte.

    If you have changed the file since then, undo overwrites nothing: use --to FILE to write the copy elsewhere.

    \b
    Example:  netsheet undo log.xlsx
              netsheet undo log.xlsx --to log-before.xlsx
    """
    from netsheet.files.restore import restore, write_backup_to

    if number is not None and to is None:
        raise click.UsageError("--number needs --to FILE.")
    if to is not None:
        backup = write_backup_to(log, to, number=number)
        say(f"Wrote {to}: {log.name} as it was before the save of {backup.saved_at:%Y-%m-%d %H:%M}.")
        return
    restored = restore(log, even_if_open=even_if_open)
    say(f"{restored.path} is as it was before the save of {restored.backup.saved_at:%Y-%m-%d %H:%M}.")
