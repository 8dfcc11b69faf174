"""Print sentences: what was done, on stdout, and what stopped it, on stderr."""

from __future__ import annotations

import os
import shutil
import sys
from typing import IO, Any

import click


def say(text: str, *, err: bool = False, file: IO[Any] | None = None) -> None:
    """Print a text; on a narrow terminal, broken at its words.

    Args:
        text: one or more lines.
        err: print it on stderr.
        file: print it there instead.
    """
    stream = file or (sys.stderr if err else sys.stdout)
    if stream.isatty() or "COLUMNS" in os.environ:
        from netsheet.present.narrow import fitted

        text = fitted(text, shutil.get_terminal_size().columns)
    click.echo(text, file=file, err=err)
