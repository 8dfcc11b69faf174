"""``netsheet watch``: refresh logs after each save."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Final

import click

from netsheet.cli.options import Day, local_day
from netsheet.cli.sentences import say
from netsheet.cli.usage_errors import terminal_line

_LOOK_MILLISECONDS: Final = 500


@click.command()
@click.argument("logs", type=click.Path(path_type=Path), nargs=-1, metavar="LOG|FOLDER...", required=True)
@click.option(
    "--today", type=Day(), help="Work as if it were this day (default: today, also after midnight)."
)
def watch(*, logs: tuple[Path, ...], today: dt.date | None) -> None:
    """Refresh a log after each save, until you press Ctrl-C; of a FOLDER every log in it. One line for each refresh.

    A log that is open in Excel or LibreOffice is refreshed when it is closed there. Needs the package watchfiles.

    \b
    Example:  netsheet watch log.xlsx
              netsheet watch logs
    """
    from netsheet.errors import MissingExtraError

    try:
        from watchfiles import watch as wait_for_changes
    except ImportError as error:
        raise MissingExtraError("watch needs watchfiles, which is not installed", "watchfiles") from error
    import gc

    from netsheet.files.problems import MissingFileError
    from netsheet.pipeline.watching import Watch

    gc.enable()  # a watch runs for long
    watching = Watch(
        logs,
        today=lambda: today or local_day(),
        say=lambda line: say(terminal_line(line)),
    )
    folders = sorted({(log if log.is_dir() else log.absolute().parent) for log in logs})
    for folder in folders:
        if not folder.is_dir():
            raise MissingFileError(folder, ())
    say("Watching. To stop, press Ctrl-C.")
    try:
        for _ in wait_for_changes(
            *folders,
            watch_filter=None,
            recursive=False,
            debounce=_LOOK_MILLISECONDS,
            rust_timeout=_LOOK_MILLISECONDS,
            yield_on_timeout=True,
            ignore_permission_denied=True,
        ):
            watching.look()
    except KeyboardInterrupt:
        say("Stopped.")
