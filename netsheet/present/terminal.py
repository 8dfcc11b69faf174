"""The terminal: one console for all text output, and tables in one calm look."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

from rich.box import SIMPLE_HEAD, Box
from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from netsheet.present.characters import without_steering

# Of the 256 colours those that can be read on black and on white alike, and that a terminal of 16 colours does
# not show as yellow or white. Beside each colour stands a word.
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
"""From this width on tables have more room between their columns, and sentences beside their numbers."""


ASCII_HEAD = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)
"""The same calm look as ``SIMPLE_HEAD``, for an output that has no line characters (a pipe of Windows)."""


class PlainConsole(Console):
    """A console on which the texts of a workbook cannot steer the terminal."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """Render, and put a stand-in for what would steer; the console's own colours stay."""
        for text, style, control in super().render(renderable, options):
            yield Segment(text if control else without_steering(text), style, control)


def console() -> Console:
    """Return the console for stdout. Honours NO_COLOR and pipes; cell texts are never read as markup."""
    return PlainConsole(markup=False, highlight=False, emoji=False, soft_wrap=False)


def has_all_characters() -> bool:
    """Whether the output can spell every character."""
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


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """Say how many: "1 row", "2 rows", "1,024 rows"."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def bar(share: float | None, high: float | None, *, width: int) -> Text:
    """Draw a share (0-1) as a bar; a thin line goes on to the interval's upper end. Empty without a share."""
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
    """Print a sentence that belongs to what stands above it: indented, and where it goes on a little more."""
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


def show_conflict_copies(names: Sequence[str]) -> None:
    """Point out the copies that a sync folder made beside the log."""
    if names:
        lies = "lies a copy" if len(names) == 1 else "lie copies"
        console().print(
            f"Beside the log {lies} that a sync program seems to have made: {', '.join(names)}. "
            "Rows may stand there that the log lacks: compare, and keep one.",
            soft_wrap=True,
            markup=False,
        )
