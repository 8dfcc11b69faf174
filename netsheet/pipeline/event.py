"""Prepare an event of the sheet Events, and record whom the user met there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from netsheet.core.additions import Additions, KnownPerson, NewPerson
from netsheet.core.briefings.event_briefing import (
    MOST_PEOPLE,
    EventBriefing,
    compute_event_briefing,
    find_guests,
)
from netsheet.core.followups.event_steps import end_of, met_at, preparation_of
from netsheet.core.optional_sheets.event_rows import Event
from netsheet.core.optional_sheets.named_people import NamedPerson, PeopleByName
from netsheet.core.people.people_search import shortest_texts
from netsheet.core.printable import quoted_word
from netsheet.core.recording.history_lines import HistoryLine
from netsheet.core.recording.history_words import HistoryWord
from netsheet.core.text import fold, nearest_name
from netsheet.errors import NetsheetError
from netsheet.pipeline.add_to_log import WriteOptions, WrittenAdditions, write_additions
from netsheet.pipeline.brief import briefing_of, row_notes, write_rendered
from netsheet.pipeline.entries import Entry, Typed
from netsheet.pipeline.opened import OpenedLog
from netsheet.pipeline.stages import ReportStage, ignore_stage
from netsheet.pipeline.typed_days import past_day
from netsheet.pipeline.typed_names import UnknownNameError
from netsheet.render.event_page import MARK, event_html, event_markdown

if TYPE_CHECKING:
    from netsheet.core.model import Person

_MOST_LISTED = 6
_HEADINGS = "Event, Date, Place, Goal, People to meet, Talking points, Notes, Went?"


class NotOverError(NetsheetError):
    """An event is still to come, or has no day, so nobody was met there (exit 2)."""

    exit_code = 2


def find_event(
    opened: OpenedLog, typed: str, rank: Callable[[Event], tuple[bool, ...]] = lambda _: ()
) -> Event:
    """Find the event that some words mean: its name, with its day or without, its day, or a part of the name.

    Of several of one name it is the one with the lowest ``rank``, then the nearest.

    Raises:
        UnknownNameError: when they mean none, or several.
    """
    events, name = opened.optional.events, opened.source.path.name
    if events is None:
        hint = f"Add a sheet named Events with the headings {_HEADINGS}. A new log has it: netsheet init --with events"
        raise UnknownNameError(f"{name} has no sheet of events.", hint)
    wanted = fold(typed.strip())
    exact = [event for event in events if wanted in _texts(event)]
    found = exact or [event for event in events if wanted and wanted in fold(event.name)]
    names = list({fold(event.name): event.name for event in found}.values())
    if len(names) == 1:
        return min(
            found, key=lambda event: (*rank(event), abs(((event.on or dt.date.max) - opened.today).days))
        )
    if names:
        listed = "; ".join(map(quoted_word, names[:_MOST_LISTED]))
        raise UnknownNameError(f"“{typed}” can be {len(names)} events in {name}.", f"Type one of: {listed}")
    known = [event.name for event in events]
    near = nearest_name(typed, known)
    hint = (
        f"Did you mean “{near}”?"
        if near
        else f"There are: {', '.join(known[:_MOST_LISTED])}."
        if known
        else "Type it there."
    )
    raise UnknownNameError(f"No event in {name} is called “{typed}”.", hint)


def _texts(event: Event) -> tuple[str, ...]:
    name = fold(event.name)
    return name, f"{name} {event.on}", str(event.on)


def prepare_event(opened: OpenedLog, typed: str) -> EventBriefing:
    """Put together the page for an event.

    Raises:
        UnknownNameError: as ``find_event``.
    """
    event = find_event(opened, typed)
    guests, notes = find_guests(event, opened.log.everybody), row_notes(opened)
    return compute_event_briefing(
        event,
        [(guest, briefing_of(opened, guest.person, notes)) for guest in guests[:MOST_PEOPLE]],
        guest_count=len(guests),
        today=opened.today,
        settings=opened.settings,
    )


def write_event_page(briefing: EventBriefing, out: Path) -> None:
    """Write the page of an event: .html for the browser, .md for notes.

    Raises:
        UnknownPageError: when the file is neither.
        RefusedError: as ``save_page``.
    """
    write_rendered(briefing, out, html=event_html, markdown=event_markdown, mark=MARK)


def enter_event_done(opened: OpenedLog, typed: Typed) -> Entry:
    """Enter that what an event asks for is done: it is prepared, or nothing is left to do after it.

    Of several of one name it is one that asks for something now, rather one that took place.
    """
    asking = [step.event for step in opened.event_steps if step.is_due(opened.today)]
    event = find_event(
        opened,
        " ".join(typed.words),
        lambda event: (event not in asking, not _took_place(event, opened.today)),
    )
    is_ahead = event.on is not None and event.on > opened.today
    ending = preparation_of(event) if is_ahead else end_of(event)
    what: HistoryWord = "kept" if is_ahead else "event"
    line = HistoryLine(on=opened.today, what=what, note=event.name, ends=(ending,), how=typed.how)
    return Entry(own=(line,))


def _took_place(event: Event, today: dt.date) -> bool:
    return event.on is not None and event.on <= today


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """Whom the user says to have met.

    Attributes:
        event: the event, as it was typed.
        names: with commas between them.
        is_new: whether who is not in the log gets a row.
        on: the day as it was typed; None for the event's.
    """

    event: str
    names: str
    is_new: bool = False
    on: str | None = None


def meet_at_event(
    path: Path,
    met: Met,
    *,
    today: dt.date,
    sheet_name: str | None = None,
    options: WriteOptions,
    report_stage: ReportStage = ignore_stage,
) -> tuple[WrittenAdditions, Event]:
    """Record whom the user met at an event: a touch for each, and a row for who is new.

    Args:
        path: the log.
        met: the event and the names.
        today: the day of the refresh.
        sheet_name: the log's sheet; None to find it.
        options: what else is allowed.
        report_stage: called at the start of each stage.

    Raises:
        UnknownNameError: as ``find_event``; a name means several people, or nobody and ``met.is_new`` is not set.
        NotOverError: the event is still to come.
        NetsheetError: as ``write_additions``.
    """
    events: list[Event] = []

    def plan(opened: OpenedLog) -> Additions:
        event, day = _event_of(opened, met)
        events.append(event)
        return _additions(opened, event, met, on=day)

    written = write_additions(
        path, plan, today=today, sheet_name=sheet_name, options=options, report_stage=report_stage
    )
    return written, events[0]


def _event_of(opened: OpenedLog, met: Met) -> tuple[Event, dt.date]:
    """Find the event at which people were met, as one of the day of the meeting; and that day."""
    event = find_event(opened, met.event, lambda event: (not _took_place(event, opened.today),))
    day = past_day(met.on, opened) if met.on else event.on
    if day is None or day > opened.today:
        message = f"{event.name} is on {day}, which is still to come." if day else f"{event.name} has no day."
        raise NotOverError(message, "If it was another day, add: --on DAY")
    return replace(event, on=day), day


def _additions(opened: OpenedLog, event: Event, met: Met, *, on: dt.date) -> Additions:
    named = PeopleByName(opened.log.everybody).named(met.names)
    _check_names(opened, named, is_new=met.is_new)
    line = HistoryLine(
        on=on,
        what="event",
        channel="in person",
        note=event.name,
        subject=event.name,
        how="netsheet event",
    )
    there = {person.key for person in met_at(event, opened.log.people, opened.optional.events or ())}
    known = {each.key for each in named if each.key} - there
    has_source = any(heading.field == "source" for heading in opened.log.reading.headings)
    source = {"source": event.name} if has_source else {}
    return Additions(
        new=tuple(
            NewPerson(values={"name": each.text, **source}, lines=(line,)) for each in named if not each.keys
        ),
        known=tuple(
            KnownPerson(person=person, lines=(line,))
            for person in opened.log.everybody
            if person.key in known
        ),
    )


def _check_names(opened: OpenedLog, named: Sequence[NamedPerson], *, is_new: bool) -> None:
    everybody: dict[str, Person] = {person.key: person for person in opened.log.everybody}
    several = next((each for each in named if len(each.keys) > 1), None)
    if several is not None:
        texts = shortest_texts(opened.log.everybody)
        listed = "; ".join(quoted_word(texts[key]) for key in several.keys[:_MOST_LISTED])
        count = len(several.keys)
        raise UnknownNameError(
            f"“{several.text}” can be {count:,} people: {everybody[several.keys[0]].name} and others.",
            f"Type one of these instead: {listed}",
        )
    strangers = [each.text for each in named if not each.keys]
    if strangers and not is_new:
        raise UnknownNameError(
            f"Not in {opened.source.path.name}: {', '.join(strangers)}.",
            "To add a row for each of them, add: --new",
        )
    if not named:
        raise UnknownNameError("No name was typed after --met.", 'Type: --met "Ana Lopez, Ben"')
