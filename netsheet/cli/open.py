"""``netsheet open``: open the log in the system's own program."""

from __future__ import annotations

from pathlib import Path

import click

from netsheet.cli.options import log_argument
from netsheet.cli.sentences import say
from netsheet.core.printable import quoted_path
from netsheet.files.file_names import READ_ONLY, TEXT, WRITABLE


@click.command()
@log_argument
def open(*, log: Path) -> None:  # noqa: A001  named after the command
    """Open the log in the program that your system uses for it, such as Excel or LibreOffice.

    \b
    Example:  netsheet open log.xlsx
    """
    from netsheet.files.opener import open_file
    from netsheet.files.read import read_file

    if not log.is_file():
        read_file(log)  # says what is wrong with the path
    if not log.name.casefold().endswith((*WRITABLE, *READ_ONLY, *TEXT)):
        raise click.UsageError(f"{quoted_path(log)} is not a workbook.")
    open_file(log)
    say(f"Opening {quoted_path(log)}.")
