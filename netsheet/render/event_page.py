"""The page for an event: for the browser, and as Markdown for notes."""

from __future__ import annotations

from collections.abc import Iterator

from netsheet.core.briefings.briefing import Briefing
from netsheet.core.briefings.event_briefing import LAST_TOUCHES, QUESTIONS, EventBriefing, Guest
from netsheet.render.briefing_page import list_lines, touch_rows
from netsheet.render.html_page import render_page
from netsheet.render.markdown import escaped

MARK = "Made by netsheet event"
"""What marks a page as made by ``netsheet event``: only such a file is ever replaced."""

Point = tuple[str, tuple[str, ...]]
"""A label, and what it says."""


def event_html(briefing: EventBriefing) -> bytes:
    """Build the page for the browser. Equal briefings give equal bytes."""
    values = {
        "mark": MARK,
        "title": briefing.title,
        "iso_day": briefing.as_of.isoformat(),
        "when": briefing.when,
        "points": event_points(briefing),
        "guests": [
            {"title": known.title, "why": guest.why, "points": guest_points(known)}
            for guest, known in briefing.guests
        ],
        "guest_count": briefing.guest_count,
        "strangers": briefing.strangers,
    }
    return render_page("event.html.j2", values, style="report.css")


def event_markdown(briefing: EventBriefing) -> bytes:
    """Build the page as Markdown (CommonMark 0.31). Equal briefings give equal bytes."""
    return ("\n".join(_lines(briefing)) + "\n").encode("utf-8", "replace")


def event_points(briefing: EventBriefing) -> list[Point]:
    """Return what matters of the event itself; what is blank is said last."""
    points = [
        ("Goal", (briefing.event.goal,)),
        ("Your pitch", (briefing.pitch,)),
        *((label, (text,)) for label, text in briefing.notes),
        ("Still blank", ("; ".join(briefing.blanks),)),
    ]
    return [(label, texts) for label, texts in points if any(texts)]


def guest_points(briefing: Briefing) -> list[Point]:
    """Return what to know before a talk with one of the guests."""
    promises = tuple(briefing.describe(promise) for promise in briefing.promises if not promise.is_done)
    touches = tuple(
        ": ".join(filter(None, (f"{day}, {what}", note)))
        for day, what, note in touch_rows(briefing)[:LAST_TOUCHES]
    )
    points = [
        ("Last touches", touches),
        ("You promised", promises),
        ("From them", ("; ".join(briefing.theirs),)),
        ("To mention", ("; ".join(briefing.mention),)),
        ("Ask", briefing.questions[:QUESTIONS]),
    ]
    return [(label, texts) for label, texts in points if any(texts)]


def more_guests(briefing: EventBriefing) -> str:
    """Say how many more may be there than the page shows; "" when it shows all."""
    count = briefing.guest_count - len(briefing.guests)
    return f"And {count:,} more." if count else ""


def _lines(briefing: EventBriefing) -> Iterator[str]:
    yield f"<!-- {MARK} -->"
    yield f"# {escaped(briefing.title)}"
    yield ""
    yield escaped(" · ".join(filter(None, (briefing.when, f"as of {briefing.as_of.isoformat()}"))))
    yield ""
    for label, texts in event_points(briefing):
        yield f"- **{label}:** {'; '.join(map(escaped, texts))}"
    for guest, known in briefing.guests:
        yield from _guest_lines(guest, known)
    if more := more_guests(briefing):
        yield from ("", more)
    yield from list_lines("Not in your log yet", briefing.strangers)


def _guest_lines(guest: Guest, known: Briefing) -> Iterator[str]:
    yield from ("", f"## {escaped(known.title)}", "", escaped(guest.why), "")
    for label, texts in guest_points(known):
        if len(texts) == 1:
            yield f"- **{label}:** {escaped(texts[0])}"
        else:
            yield f"- **{label}:**"
            yield from (f"  - {escaped(text)}" for text in texts)
