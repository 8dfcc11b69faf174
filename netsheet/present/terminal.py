"""The terminal: one console for all text output, and tables in one calm look."""

from __future__ import annotations

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

TONE_STYLES = {
    "late": "bold red",
    "due": "bold yellow",
    "soon": "cyan",
    "calm": "dim",
    "done": "green",
    "fix": "bold magenta",
}


def console() -> Console:
    """Return the console for stdout. Honours NO_COLOR and pipes; cell texts are never read as markup."""
    return Console(markup=False, highlight=False, emoji=False, soft_wrap=False)


def plain_table(*headings: str) -> Table:
    """Return an empty table with headings."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for heading in headings:
        table.add_column(heading, overflow="fold")
    return table


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """Say how many: "1 row", "2 rows", "1,024 rows"."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def plain_day(day: object) -> str:
    """Show a day as 2026-03-16; "" for none."""
    return "" if day is None else str(day)
