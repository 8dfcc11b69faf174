"""Help on a narrow terminal: as wide as the terminal is, each explanation below its word."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from typing import Final

import click

from netsheet.present.narrow import NARROW

_LEAST: Final = 12
"""Narrower than this even words are longer than a line."""

_HYPHEN: Final = "\N{NON-BREAKING HYPHEN}"
"""Click breaks a line after a hyphen, but not after this one."""


class NarrowFormatter(click.HelpFormatter):
    """Writes help for the width of the terminal. Click's own is never narrower than 50."""

    def __init__(
        self, indent_increment: int = 2, width: int | None = None, max_width: int | None = None
    ) -> None:
        columns = shutil.get_terminal_size().columns
        self.is_narrow = columns < NARROW
        super().__init__(indent_increment, max(columns, _LEAST) if self.is_narrow else width, max_width)

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write words and their explanations: side by side, on a narrow terminal one below the other."""
        if not self.is_narrow:
            whole = [(word, explanation.replace("-", _HYPHEN)) for word, explanation in rows]
            super().write_dl(whole, col_max, col_spacing)
            return
        for word, explanation in rows:
            self.write_text(word)
            with self.indentation():
                self.write_text(explanation)

    def write_text(self, text: str) -> None:
        """Write a paragraph. A name with hyphens, such as networking-log.xlsx, stays on one line."""
        super().write_text(text if self.is_narrow else text.replace("-", _HYPHEN))

    def getvalue(self) -> str:
        """Return the help as it is printed."""
        return super().getvalue().replace(_HYPHEN, "-")


class NarrowContext(click.Context):
    """A command's context, with help that fits the terminal."""

    formatter_class = NarrowFormatter
