"""What happened with a person, one line for each touch, the newest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from netsheet.core.drafts.phrasing import clean_line
from netsheet.core.followups.sentence_words import BY_CHANNEL, CONVERSATIONS, message_of
from netsheet.core.grid import Sheet
from netsheet.core.model import Log, Person, Touch
from netsheet.core.recording.history_lines import HistoryLine
from netsheet.core.touch_facts import facts_of
from netsheet.core.values.vocabulary import read_kind

RowNotes = Mapping[tuple[str, int], str]
"""What the user noted in a row, by its sheet and number."""

_NOTED: Final = ("outcome", "notes")
_WHAT_FOR: Final = {"ask": "you asked for something", "give": "you gave something"}


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchLine:
    """One touch: its day (None where it is not known), what happened, and what the user noted in its row."""

    on: dt.date | None
    what: str
    note: str


def describe_touch(touch: Touch) -> str:
    """Say what happened: "You wrote an e-mail", "They replied by e-mail", "You met"."""
    facts = facts_of(touch)
    if facts.role == "conversation":
        return CONVERSATIONS[touch.kind][0]
    if facts.role == "exchange":
        return f"You exchanged messages{BY_CHANNEL.get(touch.channel, '')}"
    if facts.is_from_user:
        what_for = _WHAT_FOR.get(touch.intent or "", "")
        return f"Your {message_of(touch)}{f', {what_for}' if what_for else ''}"
    return {
        "answer": f"They wrote{BY_CHANNEL.get(touch.channel, '')}",
        "acceptance": "They accepted your invitation",
        "automatic reply": "An automatic reply",
        "bounce": "Your message came back",
    }.get(facts.role, "In touch")


def find_row_notes(log: Log, sheets: Mapping[str, Sheet], lines: Iterable[HistoryLine]) -> RowNotes:
    """Find what the user noted in each row of the log and of the history; only columns that netsheet reads."""
    notes: dict[tuple[str, int], str] = {}
    for reading in log.log_readings:
        columns = [match.place.column for match in reading.headings if match.field in _NOTED]
        sheet = sheets[reading.sheet]
        for row in reading.record_rows if columns else ():
            texts = [clean_line(str(sheet.value(row, column))) for column in columns]
            notes[reading.sheet, row] = "; ".join(filter(None, texts))
    for line in lines:
        if line.place is not None and line.note:
            notes[line.place.sheet, line.place.row] = clean_line(line.note)
    return notes


def is_interview_ahead(person: Person, log: Log, sheets: Mapping[str, Sheet]) -> bool:
    """Whether a row of the person's names an informational interview that is still to come."""
    over = {(touch.place.sheet, touch.place.row) for touch in person.touches if touch.kind == "interview"}
    rows = {*((log.reading.sheet, row) for row in person.rows), *person.further_rows} - over
    if not person.meetings_ahead:
        return False
    return any(
        (kind := read_kind(str(sheets[reading.sheet].value(row, match.place.column))))
        and kind[0] == "interview"
        for reading in log.log_readings
        for match in reading.headings
        if match.field == "kind"
        for sheet, row in rows
        if sheet == reading.sheet
    )


def list_touches(touches: Sequence[Touch], notes: RowNotes) -> tuple[TouchLine, ...]:
    """List touches, which come in the order they happened, the newest first; a row's note is with its newest."""
    noted: set[tuple[str, int]] = set()
    lines = []
    for touch in reversed(touches):
        row = touch.place.sheet, touch.place.row
        note = "" if row in noted else notes.get(row, "")
        noted.add(row)
        subject = f": “{clean_line(touch.subject)}”" if touch.subject else ""
        lines.append(TouchLine(on=touch.on, what=f"{describe_touch(touch)}{subject}", note=note))
    return tuple(lines)
