"""The console for all text output, with one style for tables, bars and counts."""

from __future__ import annotations

import os
import sys
import textwrap
from collections.abc import Iterable, Sequence
from typing import Any

from rich.box import SIMPLE_HEAD, Box
from rich.console import Console, ConsoleOptions, RenderableType
from rich.padding import Padding
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from netsheet.core.printable import without_steering
from netsheet.present.narrow import NARROW, fitted

# These of the 256 colours are readable on both black and white, and a 16-colour terminal does not show them as yellow
# or white. Every colour comes with a word that says the same.
TONE_STYLES = {
    "late": "bold color(160)",
    "due": "bold color(131)",
    "soon": "color(27)",
    "calm": "dim",
    "done": "color(28)",
    "fix": "bold color(164)",
}
BAR_STYLE = "color(63)"
WIDE = 120
"""At this width or more, tables have wider gaps, and explanations go next to the numbers."""
PIPED_WIDTH = 10_000
"""In a pipe or a file, lines are as long as they need to be: other programs read them."""


ASCII_HEAD = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)
"""Like ``SIMPLE_HEAD``, for an output without line-drawing characters, such as a Windows pipe."""


class PlainConsole(Console):
    """A console that removes terminal control characters from the texts of a workbook."""

    def print(self, *objects: Any, soft_wrap: bool | None = None, **options: Any) -> None:  # noqa: ANN401  rich's own signature
        """Print. What goes on past the edge (``soft_wrap``) is broken at its words on a narrow terminal."""
        if soft_wrap and self.width < NARROW:
            if any(isinstance(each, Text) for each in objects):
                soft_wrap = None
            objects = tuple(fitted(each, self.width) if isinstance(each, str) else each for each in objects)
        super().print(*objects, soft_wrap=soft_wrap, **options)

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """Render, and replace control characters in texts. The console's own colours are kept."""
        for text, style, control in super().render(renderable, options):
            yield Segment(text if control else without_steering(text), style, control)


def console() -> Console:
    """Return the console for stdout. It respects NO_COLOR, COLUMNS and pipes, and never reads cell texts as markup."""
    has_width = sys.stdout.isatty() or "COLUMNS" in os.environ
    width = None if has_width else PIPED_WIDTH
    return PlainConsole(markup=False, highlight=False, emoji=False, soft_wrap=False, width=width)


def has_all_characters() -> bool:
    """Whether the output's encoding has every character."""
    return console().encoding.startswith("utf")


def plain_table(*headings: str) -> Table:
    """Return an empty table with headings."""
    table = Table(
        box=SIMPLE_HEAD if has_all_characters() else ASCII_HEAD,
        pad_edge=False,
        collapse_padding=console().width < WIDE,
        header_style="bold",
    )
    for heading in headings:
        table.add_column(heading, overflow="fold")
    return table


def show_table(table: Table) -> None:
    """Print a table. On a narrow terminal, print each row as a few lines: its first cell, then the others by heading."""
    out = console()
    if out.width >= NARROW or len(table.columns) <= 2:
        out.print(table)
        return
    headings = [str(column.header) for column in table.columns]
    out.print(headings[0], style="bold")
    for cells in zip(*(column.cells for column in table.columns), strict=True):
        first, *others = (cell if isinstance(cell, Text) else Text(str(cell)) for cell in cells)
        out.print(first, overflow="fold")
        for heading, cell in zip(headings[1:], others, strict=True):
            label = f"{heading}: " if heading else ""
            if cell.plain.strip():
                out.print(Padding(Text.assemble((label, "dim"), cell, overflow="fold"), (0, 0, 0, 2)))
    out.print()


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """Say how many: "1 row", "2 rows", "1,024 rows"."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def bar(share: float | None, high: float | None, *, width: int) -> Text:
    """Draw a share (0-1) as a bar, with a thin line up to the interval's upper end. Empty without a share."""
    if share is None:
        return Text("")
    full = round(share * width)
    reach = 0 if high is None else max(round(high * width) - full, 0)
    is_plain = not has_all_characters()
    return Text.assemble(
        (("#" if is_plain else "█") * full, BAR_STYLE),
        (("-" if is_plain else "─") * reach, f"dim {BAR_STYLE}"),
    )


def show_line(text: str, *, style: str = "") -> None:
    """Print an indented sentence that belongs to the line above. Its further lines are indented a little more."""
    out = console()
    wrapped = textwrap.fill(
        text,
        out.width - 1,
        initial_indent="  ",
        subsequent_indent="    ",
        break_on_hyphens=False,
        break_long_words=False,
    )
    out.print(wrapped, style=style or None, soft_wrap=True)


def show_title(title: str, rest: str) -> None:
    """Print what a page is about, and facts behind it."""
    console().print(Text.assemble((title, "bold"), f"  {rest}", overflow="fold"), soft_wrap=True)


def show_command(sentence: str, command: str, *, end: str = "") -> None:
    """Print a sentence and the command it leads to; on one line, else the command on its own, whole, to be copied."""
    out, line = console(), f"{sentence} {command}"
    if len(line) <= out.width:
        out.print(f"{line}{end}", soft_wrap=True)
        return
    out.print(sentence)
    out.print(f"  {command}{end}", soft_wrap=True)


def show_blind_spots(texts: Iterable[str]) -> None:
    """Print what keeps netsheet from seeing all that is due."""
    for text in texts:
        console().print(text, markup=False, highlight=False)


def show_nobody() -> None:
    """Say what to do with a log that nobody is in."""
    console().print("There is nobody in the log yet. Add the first person, save, and run this again.")


def show_conflict_copies(names: Sequence[str]) -> None:
    """Point out second copies of the log, made by a sync program."""
    if names:
        there = "There is a second copy" if len(names) == 1 else "There are more copies"
        console().print(
            f"{there} next to your log, probably made by a sync program: {', '.join(names)}. "
            "They may have rows that your log does not have. Compare them, and keep one.",
            soft_wrap=True,
            markup=False,
        )
