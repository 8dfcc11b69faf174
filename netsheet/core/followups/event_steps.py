"""What the sheet Events asks of the user: prepare, go, say who was there, and write to those whom they met.

A step is about an event, not about a person: each person whom the user met has a thank-you of their own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from netsheet.core.calendar import WorkingCalendar, add_calendar_days
from netsheet.core.followups.standing import Standing
from netsheet.core.model import Person, Place, Settings, Touch
from netsheet.core.optional_sheets.event_rows import Event
from netsheet.core.recording.endings import Ending, ending_of
from netsheet.core.recording.history_lines import HistoryLine
from netsheet.core.text import fold
from netsheet.core.values.dates import short_date

EventStepKind = Literal["prepare", "event", "after_event"]

PREPARE_DAYS: Final = 7
"""So many days before an event without a goal the user is reminded of it; the day before it counts as late."""
DAYS_AHEAD: Final = 30
"""So many days ahead events are listed."""
_MOST_NAMED: Final = 5
_LONGEST_EVENT_DAYS: Final = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class EventStep:
    """The one step that an event asks for.

    Attributes:
        due: the day; the event's own where there is nothing to prepare.
        late_on: the day from which it counts as late; None when it never does.
        next_step: short words for what to do.
        why: plain sentences with the facts, and how the step is ended.
        place: the cell to type into.
        people: whom the user met there and has not written to yet.
    """

    event: Event
    kind: EventStepKind
    due: dt.date
    late_on: dt.date | None = None
    next_step: str
    why: str
    place: Place
    people: tuple[Person, ...] = ()

    def is_due(self, today: dt.date) -> bool:
        """Whether its day has come."""
        return self.due <= today

    def is_near(self, today: dt.date) -> bool:
        """Whether it is listed: it is due, or its event is one of the next days."""
        return self.is_due(today) or (
            self.event.on is not None and self.event.on <= add_calendar_days(today, DAYS_AHEAD)
        )


def compute_event_steps(
    events: Iterable[Event],
    standings: Sequence[Standing],
    lines: Iterable[HistoryLine],
    *,
    today: dt.date,
    settings: Settings,
    calendar: WorkingCalendar,
) -> tuple[EventStep, ...]:
    """Say what each event asks for, those that are due first, each group by its day.

    Args:
        events: those of the sheet.
        standings: of everybody.
        lines: the history's, for the steps that commands have ended.
        today: the day everything is judged on.
        settings: the settings in force.
        calendar: the user's working days.
    """
    every, ended = tuple(events), {ending for line in lines for ending in line.ends}
    steps = [
        put_off
        for event in every
        for step in _steps(event, standings, every, ended, today=today, settings=settings)
        if (put_off := _after_break(step, today, calendar)) is not None
    ]
    return tuple(sorted(steps, key=lambda step: (not step.is_due(today), step.due, step.place.row)))


def preparation_of(event: Event) -> Ending:
    """Name the preparation of an event, as the history does."""
    return ending_of("prepare", event.name, event.on)


def end_of(event: Event) -> Ending:
    """Name what is to do after an event, as the history does."""
    return ending_of("meeting", event.name, event.on)


def met_at(event: Event, people: Iterable[Person], others: Iterable[Event] = ()) -> tuple[Person, ...]:
    """Return the people whom the log has met at an event: by its name within some days, or on its day at no other event."""
    other_names = {fold(other.name) for other in others} - {fold(event.name)}

    def is_there(touch: Touch) -> bool:
        if touch.kind != "event" or touch.on is None or event.on is None:
            return False
        name = fold(touch.subject or "")
        if name == fold(event.name):
            return abs((touch.on - event.on).days) <= _LONGEST_EVENT_DAYS
        return touch.on == event.on and name not in other_names

    return tuple(person for person in people if any(map(is_there, person.touches)))


def _steps(
    event: Event,
    standings: Sequence[Standing],
    events: Iterable[Event],
    ended: Collection[Ending],
    *,
    today: dt.date,
    settings: Settings,
) -> Iterator[EventStep]:
    if event.on is None or event.went is False or event.is_done or end_of(event) in ended:
        return
    if event.on > today or (event.on == today and event.went is None):
        yield _before(event, event.on, today, is_prepared=preparation_of(event) in ended)
    elif (today - event.on).days <= settings.life_thank:
        yield from _after(event, event.on, standings, events)


def _before(event: Event, on: dt.date, today: dt.date, *, is_prepared: bool) -> EventStep:
    when = _when(on, today)
    if on == today or event.goal or is_prepared:
        return EventStep(
            event=event,
            kind="event",
            due=on,
            next_step="Go there today" if on == today else "Go there",
            why=f"{when}. {f'Your goal: {event.goal}' if event.goal else 'No goal is noted.'}".strip(),
            place=event.cells.get("Went?", event.place_of_row),
        )
    cell = event.cells.get("Goal")
    how = (
        f"Type your goal into {cell.address} of {cell.sheet}"
        if cell is not None
        else f"Add a column Goal to {event.place_of_row.sheet}"
    )
    return EventStep(
        event=event,
        kind="prepare",
        due=add_calendar_days(on, -PREPARE_DAYS),
        late_on=add_calendar_days(on, -1),
        next_step="Prepare: no goal yet",
        why=f"{when}. {how}. Not going? Type no under Went?",
        place=cell or event.place_of_row,
    )


def _after(
    event: Event, on: dt.date, standings: Sequence[Standing], events: Iterable[Event]
) -> Iterator[EventStep]:
    met = {person.key for person in met_at(event, (each.person for each in standings), events)}
    waiting = tuple(
        standing.person
        for standing in standings
        if standing.person.key in met and any(action.kind == "thank" for action in standing.actions)
    )
    cell = event.cells.get("Went?")
    sheet = event.place_of_row.sheet
    there = f"under Went?, in {cell.address} of {sheet}" if cell else f"under a new heading Went? of {sheet}"
    ends = f"Nobody more to write to? Type done {there}."
    if waiting:
        next_step = f"Met, not written to: {len(waiting):,}"
        why = f"{_named(waiting)}. A few words within two days are remembered. {ends}"
    elif met:
        return
    elif event.went:
        next_step, why = "Note whom you met", f"No one is noted yet. {ends}"
    else:
        next_step = "Did you go?"
        why = f"Type yes or no {there}."
    yield EventStep(
        event=event,
        kind="after_event",
        due=add_calendar_days(on, 1),
        late_on=add_calendar_days(on, 3),
        next_step=next_step,
        why=why,
        place=cell or event.place_of_row,
        people=waiting,
    )


def _named(people: Sequence[Person]) -> str:
    names = ", ".join(person.name for person in people[:_MOST_NAMED])
    return f"{names} and {len(people) - _MOST_NAMED:,} more" if len(people) > _MOST_NAMED else names


def _when(on: dt.date, today: dt.date) -> str:
    days = (on - today).days
    if days <= 1:
        return "Today" if days == 0 else "Tomorrow"
    return f"In {days} days, on {short_date(on, today=today)}"


def _after_break(step: EventStep, today: dt.date, calendar: WorkingCalendar) -> EventStep | None:
    """Put off what is due on a break; an event itself keeps its day, and what comes too late is dropped."""
    until = calendar.break_at(today)
    if until is None or step.kind == "event" or step.due > until:
        return step
    due = calendar.next_working_day(until)
    is_too_late = step.kind == "prepare" and step.event.on is not None and due > step.event.on
    return None if is_too_late else replace(step, due=due)
