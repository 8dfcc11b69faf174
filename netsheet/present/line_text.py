"""One line of the history as a sentence: what was recorded, and when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final

from netsheet.core.recording.history_lines import HistoryLine
from netsheet.core.recording.history_words import HistoryWord
from netsheet.core.text import one_line
from netsheet.core.values.dates import short_date, short_span

_SAID: Final[Mapping[HistoryWord, str]] = {
    "wrote": "you wrote",
    "wished": "you sent your wishes",
    "replied": "they wrote to you",
    "talked": "you talked",
    "met": "you met",
    "event": "you met at an event",
    "interview": "you had an informational interview",
    "contact": "you were in contact",
    "thanked": "you said thank you",
    "gave": "you helped them",
    "asked": "you asked them for something",
    "social": "you reacted to a post of theirs",
    "introduced": "you introduced them",
    "news": "there is news about them",
    "kept": "your promise is kept",
    "kept open": "you keep it open",
    "closed": "closed",
    "reopened": "open again",
}

_SAID_BY_PHONE: Final[Mapping[HistoryWord, str]] = {"wrote": "you called", "replied": "they called you"}


def say_line(line: HistoryLine, today: dt.date) -> str:
    """Say what one line records."""
    until = "" if line.until is None else short_date(line.until, today=today)
    match line.what:
        case "snoozed":
            return f"put off until {until}"
        case "promised":
            return f"you promised “{line.note}”{until and f' by {until}'}"
        case "called off":
            if not until:
                return "the meeting is called off"
            return f"the meeting is {'moved to' if line.ends else 'on'} {until}"
        case "closed" | "reopened":
            return ": ".join([_SAID[line.what], *(ending.text for ending in line.ends)])
    what = f": {quoted_subject(line)}" if line.subject else ""
    said = _SAID_BY_PHONE if line.channel == "phone" else _SAID
    return f"{said.get(line.what, _SAID.get(line.what, line.what))} {say_when(line, today)}{what}"


def say_unasked(line: HistoryLine, name: str, today: dt.date) -> str:
    """Say what became of a "done" that no step asked for."""
    return f"Nothing was due for {name}; recorded as a message from you {say_when(line, today)}."


def quoted_subject(line: HistoryLine) -> str:
    """Name what a message was about, or what was given."""
    return f"“{one_line(line.subject)}”"


def say_when(line: HistoryLine, today: dt.date) -> str:
    """Say when it was: today, on a day, or between two days where only these are known."""
    if line.since is not None and line.since < line.on:
        return f"between {short_span(line.since, line.on, today=today)}"
    return "today" if line.on == today else f"on {short_date(line.on, today=today)}"
