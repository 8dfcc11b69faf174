"""The output of ``netsheet event``: the page for an event, the list of events, and who was met."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from netsheet.core.briefings.event_briefing import LAST_TOUCHES, QUESTIONS
from netsheet.core.printable import quoted_path, quoted_word
from netsheet.present.brief_text import briefing_document, show_heading, show_point
from netsheet.present.documents import document, event_step
from netsheet.present.due_text import show_events
from netsheet.present.new_people_text import added_document, show_added
from netsheet.present.terminal import console, counted
from netsheet.render.event_page import event_points, guest_points, more_guests

if TYPE_CHECKING:
    from netsheet.core.briefings.event_briefing import EventBriefing
    from netsheet.core.optional_sheets.event_rows import Event
    from netsheet.pipeline.add_to_log import WrittenAdditions
    from netsheet.pipeline.opened import OpenedLog

_MOST_LINES = 4


def show_event(briefing: EventBriefing, log: Path) -> None:
    """Print the page for an event: what is wanted there, then who may be there."""
    out = console()
    show_heading(briefing.title, style="bold")
    show_heading(briefing.when, style="dim")
    out.print()
    for label, texts in event_points(briefing):
        show_point(label, texts, _MOST_LINES)
    if briefing.guests:
        out.print()
        out.print(f"Who may be there ({briefing.guest_count:,})", style="bold")
    for guest, known in briefing.guests:
        out.print()
        show_heading(known.title, style="bold")
        show_heading(guest.why, style="dim")
        for label, texts in guest_points(known):
            show_point(label, texts, _MOST_LINES)
    if more := more_guests(briefing):
        out.print(f"\n{more}")
    if briefing.strangers:
        out.print()
        show_point("Not in log", [", ".join(briefing.strangers)], _MOST_LINES)
    elif not briefing.guests:
        out.print(
            "\nNobody from your log is expected there. Type names under People to meet.", soft_wrap=True
        )
    command = f"netsheet event {quoted_path(log)} {quoted_word(briefing.event.name)}"
    out.print(f'\nAfter it: {command} --met "Ana Lopez, Ben"', soft_wrap=True)


def show_event_list(opened: OpenedLog) -> None:
    """Print what all events ask for that are due or still to come."""
    if opened.event_steps:
        show_events(opened.event_steps, opened.today)
    else:
        console().print("No event is ahead, and none asks for anything.")


def event_list_json(opened: OpenedLog) -> str:
    """Return what all events ask for that are due or still to come."""
    log, today = opened.source.path, opened.today
    steps = [event_step(step, log, today) for step in opened.event_steps]
    return document({"workbook": str(log), "today": today, "items": steps})


def event_json(briefing: EventBriefing, *, workbook: Path, out: Path | None) -> str:
    """Return the page for an event as JSON."""
    event = briefing.event
    return document(
        {
            "workbook": str(workbook),
            "today": briefing.as_of,
            "out": None if out is None else str(out),
            "event": event.name,
            "on": event.on,
            "place": event.place or None,
            "goal": event.goal or None,
            "pitch": briefing.pitch or None,
            "notes": dict(briefing.notes),
            "blanks": list(briefing.blanks),
            "people": [
                {
                    "why": guest.why,
                    **briefing_document(known),
                    "questions": list(known.questions[:QUESTIONS]),
                    "touches": [
                        {"on": line.on, "what": line.what, "note": line.note}
                        for line in known.touches[:LAST_TOUCHES]
                    ],
                }
                for guest, known in briefing.guests
            ],
            "not_in_log": list(briefing.strangers),
        }
    )


def show_met(written: WrittenAdditions, event: Event) -> None:
    """Print who was met, and what comes next with them."""
    known = [each.person.name for each in written.additions.known]
    new = [each.shown for each in written.additions.new]
    out = console()
    if not known and not new:
        out.print("They are noted already; nothing was added.")
        return
    verb = "Noted" if written.refreshed.is_saved else "Would note"
    out.print(
        f"{verb} at {event.name}: {', '.join((*known, *new))}. "
        f"{counted(len(known) + len(new), 'thank-you comes', 'thank-yous come')} up the day after.",
        soft_wrap=True,
    )
    show_added(written)


def met_json(written: WrittenAdditions, event: Event) -> str:
    """Return who was met."""
    return document(
        {
            **added_document(written),
            "event": event.name,
            "on": event.on,
            "met": [each.person.name for each in written.additions.known],
            "new": [each.shown for each in written.additions.new],
        }
    )
