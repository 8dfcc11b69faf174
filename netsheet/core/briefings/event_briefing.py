"""The page for an event: what the user wants there, who may be there, and what to speak about with each."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from netsheet.core.briefings.briefing import Briefing
from netsheet.core.drafts.phrasing import clean_line
from netsheet.core.model import Person, Place, Settings
from netsheet.core.optional_sheets.event_rows import Event
from netsheet.core.settings.sheet import SETTINGS_SHEET
from netsheet.core.text import fold
from netsheet.core.values.company_names import company_key

MOST_PEOPLE: Final = 12
QUESTIONS: Final = 3
LAST_TOUCHES: Final = 3
_SHORTEST_COMPANY: Final = 3
_SHORTEST_NAME: Final = 8
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """Somebody of the log who may be at an event, and why."""

    person: Person
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventBriefing:
    """The page for one event.

    Attributes:
        when: "Thu 3 Dec 2026, in 7 days".
        notes: what else the user noted: label and text.
        pitch: from the settings.
        blanks: what is not filled in yet, each with its cell.
        guests: who may be there, those whom the user wants to meet first, each with what to know.
        guest_count: how many may be there; no more than ``MOST_PEOPLE`` are shown.
        strangers: whom the user wants to meet who is not in the log.
    """

    event: Event
    as_of: dt.date
    when: str
    notes: tuple[tuple[str, str], ...]
    pitch: str
    blanks: tuple[str, ...]
    guests: tuple[tuple[Guest, Briefing], ...]
    guest_count: int
    strangers: tuple[str, ...]

    @property
    def title(self) -> str:
        """The event's name with its place."""
        name, place = clean_line(self.event.name), clean_line(self.event.place)
        return f"{name}, {place}" if place else name


def find_guests(event: Event, people: Sequence[Person]) -> tuple[Guest, ...]:
    """Find who of the log may be at an event.

    First whom the user wants to meet, then who was there before, then who works where the row names the company.
    """
    wanted = {key for named in event.to_meet for key in named.keys}
    strangers = " ".join(named.text for named in event.to_meet if not named.keys)
    texts = (event.name, event.place, event.talking_points, event.notes, strangers)
    text = f" {company_key(' '.join(texts))} "
    ranked: list[tuple[int, Guest]] = []
    for person in people:
        if person.is_closed and person.key not in wanted:
            continue
        company = company_key(person.company)
        if person.key in wanted:
            ranked.append((0, Guest(person=person, why="You want to meet them.")))
        elif _was_there(event, person):
            ranked.append((1, Guest(person=person, why="You met there before.")))
        elif len(company) >= _SHORTEST_COMPANY and f" {company} " in text:
            ranked.append((2, Guest(person=person, why=f"Your row names {clean_line(person.company)}.")))
    return tuple(guest for _, guest in sorted(ranked, key=lambda entry: entry[0]))


def _was_there(event: Event, person: Person) -> bool:
    """Whether an earlier meeting with somebody was at an event of the same name, a number or a year aside."""
    name = _without_numbers(event.name)
    if len(name) < _SHORTEST_NAME:
        return False
    subjects = [touch.subject or "" for touch in person.touches if touch.kind == "event"]
    return any(name in _without_numbers(text) for text in (*subjects, person.source))


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(fold(text)))


def _without_numbers(text: str) -> str:
    return " ".join(word for word in _plain(text).split() if not word.isdecimal())


def compute_event_briefing(
    event: Event,
    guests: Sequence[tuple[Guest, Briefing]],
    *,
    guest_count: int,
    today: dt.date,
    settings: Settings,
) -> EventBriefing:
    """Put together the page for an event.

    Args:
        event: the event.
        guests: those who are shown, each with what to know before a talk.
        guest_count: how many may be there.
        today: the day.
        settings: they hold the user's pitch.
    """
    notes = (("Talking points", event.talking_points), ("Notes", event.notes))
    return EventBriefing(
        event=event,
        as_of=today,
        when=_when(event, today),
        notes=tuple((label, clean_line(text)) for label, text in notes if clean_line(text)),
        pitch=clean_line(settings.my_pitch),
        blanks=tuple(_blanks(event, settings)),
        guests=tuple(guests),
        guest_count=guest_count,
        strangers=tuple(clean_line(named.text) for named in event.to_meet if not named.keys),
    )


def _when(event: Event, today: dt.date) -> str:
    if event.on is None:
        return ""
    days = (event.on - today).days
    at = f" at {event.at:%H:%M}" if event.at else ""
    span = {0: "today", 1: "tomorrow", -1: "yesterday"}.get(days) or (
        f"in {days} days" if days > 0 else f"{-days} days ago"
    )
    return f"{event.on:%a} {event.on.day} {event.on:%b %Y}{at}, {span}"


def _blanks(event: Event, settings: Settings) -> Iterator[str]:
    filled = {
        "Date": event.on is not None,
        "Goal": event.goal,
        "People to meet": event.to_meet,
        "Talking points": event.talking_points,
    }
    for name, is_filled in filled.items():
        if not is_filled:
            yield f"{name} ({_cell(event.cells.get(name))})"
    if not settings.my_pitch:
        yield f"My pitch ({SETTINGS_SHEET})"


def _cell(place: Place | None) -> str:
    return "no column yet" if place is None else f"{place.sheet} {place.address}"
