"""The output of ``netsheet brief``: what matters in the first 24 lines of a terminal, the rest below."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.text import Text

from netsheet.core.briefings.briefing import label_of
from netsheet.core.text import one_line
from netsheet.core.values.dates import short_date
from netsheet.present.documents import document
from netsheet.present.narrow import NARROW
from netsheet.present.terminal import PIPED_WIDTH, console

if TYPE_CHECKING:
    from netsheet.core.briefings.briefing import Briefing, Point
    from netsheet.core.briefings.touch_lines import TouchLine

_LABEL = 14
_INDENT = "  "


def show_briefing(briefing: Briefing) -> None:
    """Print what matters, cut to its lines; then the rest in full."""
    out = console()
    show_heading(briefing.title, style="bold")
    show_heading("; ".join(briefing.about), style="dim")
    out.print()
    for point in briefing.points:
        _show_point(point)
    show_point("Ask", briefing.questions, len(briefing.questions))
    if len(briefing.promises) > 1:
        _show_section("Promises", map(briefing.describe, briefing.promises))
    touches = [
        _touch(line, "no day" if line.on is None else short_date(line.on, today=briefing.as_of))
        for line in briefing.touches
    ]
    _show_section(f"All touches ({len(touches):,})", touches)
    _show_section("From your log", [f"{label_of(name)}: {text}" for name, text in briefing.facts])


def show_heading(text: str, *, style: str) -> None:
    """Print one line; on a narrow terminal all of it."""
    out = console()
    if text:
        fitting = text if out.width < NARROW else one_line(text, out.width - 1)
        out.print(Text(fitting, style=style), overflow="fold")


def _touch(line: TouchLine, day: str) -> str:
    return f"{day}  {line.what}{f'. {line.note}' if line.note else ''}"


def _show_point(point: Point) -> None:
    show_point(point.label, [text for text in point.texts if text], point.most_lines)


def show_point(label: str, texts: Sequence[str], most_lines: int) -> None:
    """Print a label with its texts next to it, on a narrow terminal below it; what is cut ends with dots."""
    out = console()
    is_narrow = out.width < NARROW
    width = out.width - (len(_INDENT) if is_narrow else _LABEL) - 1
    lines = [line for each in _fitting(texts, most_lines, width, is_narrow=is_narrow) for line in each]
    if is_narrow:
        out.print(label, style="bold")
        for line in lines:
            out.print(f"{_INDENT}{line}", soft_wrap=True)
        return
    for number, line in enumerate(lines):
        out.print(Text.assemble((label if not number else "").ljust(_LABEL), line), soft_wrap=True)


def _fitting(
    texts: Sequence[str], most_lines: int, width: int, *, is_narrow: bool
) -> Iterator[Sequence[str]]:
    """Divide texts into lines: one text over all lines there are, several into one line each and a count of the rest."""
    if is_narrow or width > PIPED_WIDTH // 2:
        yield from (textwrap.wrap(text, width) for text in texts)
    elif len(texts) == 1:
        yield textwrap.wrap(texts[0], width, max_lines=most_lines, placeholder=" …")
    else:
        shown = texts if len(texts) <= most_lines else texts[: most_lines - 1]
        yield [one_line(text, width) for text in shown]
        if len(texts) > len(shown):
            yield [f"and {len(texts) - len(shown)} more, below"]


def _show_section(heading: str, items: Iterable[str]) -> None:
    lines = list(items)
    if not lines:
        return
    out = console()
    out.print()
    out.print(heading, style="bold")
    for line in lines:
        for part in textwrap.wrap(line, out.width - 1, initial_indent=_INDENT, subsequent_indent=_INDENT * 2):
            out.print(part, soft_wrap=True)


def briefing_json(briefing: Briefing, *, workbook: Path, out: Path | None) -> str:
    """Return the briefing as JSON."""
    return document(
        {
            "workbook": str(workbook),
            "today": briefing.as_of,
            "out": None if out is None else str(out),
            **briefing_document(briefing),
        }
    )


def briefing_document(briefing: Briefing) -> dict[str, Any]:
    """Describe what to know about one person."""
    person = briefing.person
    return {
        "person": person.name,
        "company": person.company,
        "email": person.email or None,
        "linkedin": person.linkedin or None,
        "phone": person.phone or None,
        "role": briefing.role,
        "now": briefing.now,
        "met": briefing.met,
        "last": briefing.last,
        "promises": [
            {"text": each.text, "by": each.by, "made_on": each.made_on, "kept": each.is_done}
            for each in briefing.promises
        ],
        "from_them": list(briefing.theirs),
        "given": briefing.given,
        "asked": briefing.asked,
        "asks_in_a_row": briefing.asks_in_a_row,
        "dates": [{"on": line.on, "what": line.what} for line in briefing.dates],
        "mention": list(briefing.mention),
        "informational_interview": briefing.is_interview,
        "questions": list(briefing.questions),
        "touches": [{"on": line.on, "what": line.what, "note": line.note} for line in briefing.touches],
        "facts": dict(briefing.facts),
    }
