"""The briefing as a page: for the browser, and as Markdown for notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from netsheet.core.briefings.briefing import Briefing, label_of
from netsheet.core.values.dates import short_date
from netsheet.render.html_page import render_page
from netsheet.render.markdown import escaped

MARK = "Made by netsheet brief"
"""What marks a page as made by ``netsheet brief``: only such a file is ever replaced."""

QUESTIONS = "What to ask"
QUESTIONS_OF_INTERVIEW = "What to ask in an informational interview"


def briefing_html(briefing: Briefing) -> bytes:
    """Build the page for the browser. Equal briefings give equal bytes."""
    values = {
        "mark": MARK,
        "title": briefing.title,
        "day": short_date(briefing.as_of, today=briefing.as_of),
        "iso_day": briefing.as_of.isoformat(),
        "about": briefing.about,
        "points": briefing.points,
        "questions_heading": questions_heading(briefing),
        "questions": briefing.questions,
        "kept": _kept(briefing),
        "touches": touch_rows(briefing),
        "facts": [(label_of(name), text) for name, text in briefing.facts],
    }
    return render_page("briefing.html.j2", values, style="report.css")


def briefing_markdown(briefing: Briefing) -> bytes:
    """Build the page as Markdown (CommonMark 0.31). Equal briefings give equal bytes."""
    return ("\n".join(_lines(briefing)) + "\n").encode("utf-8", "replace")


def questions_heading(briefing: Briefing) -> str:
    """Return the heading above the questions."""
    return QUESTIONS_OF_INTERVIEW if briefing.is_interview else QUESTIONS


def touch_rows(briefing: Briefing) -> list[tuple[str, str, str]]:
    """Return the touches as texts: the day, what happened, and the note."""
    return [
        ("no day" if line.on is None else short_date(line.on, today=briefing.as_of), line.what, line.note)
        for line in briefing.touches
    ]


def _kept(briefing: Briefing) -> list[str]:
    return [briefing.describe(promise) for promise in briefing.promises if promise.is_done]


def _lines(briefing: Briefing) -> Iterator[str]:
    yield f"<!-- {MARK} -->"
    yield f"# {escaped(briefing.title)}"
    yield ""
    yield escaped(" · ".join((f"As of {briefing.as_of.isoformat()}", *briefing.about)))
    yield ""
    for point in briefing.points:
        yield f"- **{point.label}:** {'; '.join(map(escaped, point.texts))}"
    yield from list_lines(questions_heading(briefing), briefing.questions)
    yield from list_lines("Promises kept", _kept(briefing))
    rows = [": ".join(filter(None, (f"{day}, {what}", note))) for day, what, note in touch_rows(briefing)]
    yield from list_lines(f"All touches ({len(rows)})", rows)
    yield from list_lines("From your log", [f"{label_of(name)}: {text}" for name, text in briefing.facts])


def list_lines(heading: str, items: Iterable[str]) -> Iterator[str]:
    """Give a heading with a list below it; nothing without items."""
    lines = [f"- {escaped(item)}" for item in items]
    if lines:
        yield ""
        yield f"## {heading}"
        yield ""
        yield from lines
