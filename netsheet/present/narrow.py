"""Sentences on a narrow terminal, such as a phone's or one in a corner of the screen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rich.cells import cell_len

NARROW: Final = 60
"""Below this width sentences are broken at their words, and the rows of a table are shown one under the other."""
_COMMAND: Final = re.compile(r"(?<=: |  )netsheet .+?(?=$|\. [A-Z])")
"""A command to copy, with which a sentence ends: "To take it back: netsheet undo log.xlsx"."""


def fitted(text: str, width: int) -> str:
    """Break a text at its words, so that no line is longer than a narrow terminal.

    A word that is longer, such as a path, stays whole, and so does a command to copy: it gets a line of its own.
    """
    if width >= NARROW:
        return text
    return "\n".join(part for line in text.split("\n") for part in _fitted_lines(line, width))


def _fitted_lines(line: str, width: int) -> Iterator[str]:
    command = _COMMAND.search(line)
    if cell_len(line) <= width or line.startswith("  netsheet "):
        yield line
    elif command:
        yield from _fitted_lines(line[: command.start()].rstrip(), width)
        yield f"  {command[0]}"
        if rest := line[command.end() :].lstrip(". "):
            indent = line[: len(line) - len(line.lstrip())]
            yield from _fitted_lines(f"{indent}{rest}", width)
    else:
        yield from _broken(line, width)


def _broken(line: str, width: int) -> Iterator[str]:
    """Break a line at its words; what follows is indented as far as what is behind its dash or star."""
    body = line.lstrip(" *>-|")
    shown, indent, is_begun = line[: len(line) - len(body)], " " * (len(line) - len(body)), False
    for word in body.split():
        if is_begun and cell_len(f"{shown} {word}") > width:
            yield shown
            shown, is_begun = indent, False
        shown += f" {word}" if is_begun else word
        is_begun = True
    yield shown
