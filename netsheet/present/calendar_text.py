"""What ``netsheet calendar`` says it wrote: as text and as JSON."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from netsheet.core.printable import quoted_path
from netsheet.present.documents import document
from netsheet.present.terminal import console, counted, show_blind_spots

if TYPE_CHECKING:
    from netsheet.pipeline.calendar_file import Change, WrittenCalendar

_SAID: tuple[Change, ...] = ("new", "changed", "cancelled")


def show_calendar(written: WrittenCalendar) -> None:
    """Say what the calendar holds, what is new in it, and, the first time, how it gets onto a phone."""
    out, path = console(), quoted_path(written.path)
    count = sum(not filed.is_cancelled for filed, _ in written.entries)
    if not written.is_changed:
        out.print(f"{path} is up to date: {counted(count, 'entry', 'entries')}.", soft_wrap=True)
    else:
        changes = Counter(change for _, change in written.entries)
        news = ", ".join(f"{changes[change]:,} {change}" for change in _SAID if changes[change])
        out.print(
            f"Wrote {path}: {counted(count, 'entry', 'entries')}{news and f' ({news})'}.", soft_wrap=True
        )
    if written.is_new_file:
        out.print(
            "Give it a calendar of its own in your calendar program: import the file there, or subscribe to it. "
            "Outlook on the desktop adds everything again with each import; so subscribe there, or empty that "
            "calendar first."
        )
    show_blind_spots(spot.text for spot in written.opened.blind_spots)


def calendar_json(written: WrittenCalendar) -> str:
    """Return what the calendar holds, by day."""
    return document(
        {
            "workbook": str(written.opened.source.path),
            "today": written.opened.today,
            "out": str(written.path),
            "changed": written.is_changed,
            "entries": [
                {
                    "uid": filed.uid,
                    "kind": filed.entry.category,
                    "day": filed.entry.on,
                    "time": None if filed.entry.at is None else filed.entry.at.isoformat("minutes"),
                    "summary": filed.entry.summary,
                    "change": change,
                    "cancelled": filed.is_cancelled,
                }
                for filed, change in written.entries
            ],
            "not_seen": [spot.text for spot in written.opened.blind_spots],
        }
    )
