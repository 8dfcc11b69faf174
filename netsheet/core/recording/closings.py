"""What the lines "closed" and "reopened" do to a person, or to one application of theirs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from netsheet.core.model import Application, Person, Touch
from netsheet.core.recording.endings import Ending, ending_of
from netsheet.core.recording.history_lines import HistoryLine
from netsheet.core.text import fold
from netsheet.core.touch_facts import facts_of


def application_ending(person: Person, row: tuple[str, int] | None) -> tuple[Ending, ...]:
    """Name the application that a row is about, as a line ends it; () where it is about none by itself.

    Args:
        person: whose row.
        row: the sheet and the row; None for the whole person.
    """
    about = None if row is None else application_at(person, row)
    return (ending_of("application", about.name),) if about is not None and about.name else ()


def application_at(person: Person, row: tuple[str, int]) -> Application | None:
    """Find the application that a row is about."""
    return next((each for each in person.applications if row in each.rows), None)


def with_closings(person: Person, lines: Iterable[HistoryLine]) -> Person:
    """Return a person closed, or opened again, as the newest of their lines say.

    What came from them since, a meeting, and a message to them other than thanks open again what was closed before.
    """
    decided = [line for line in lines if line.what in {"closed", "reopened"}]
    if not decided:
        return person
    if person.applications:
        return _with_applications(person, decided)
    closed = _newest(decided, "closed")
    reopened = _newest(decided, "reopened")
    if closed is not None and not _is_reopened(closed, reopened, person.touches):
        return replace(
            person,
            state="closed",
            state_place=closed.place or person.place,
            closed_on=closed.on,
            closed_by=None,
            unreadable=None,
        )
    is_reopened = reopened is not None and (person.closed_on is None or reopened.on >= person.closed_on)
    if person.state == "closed" and is_reopened:
        return replace(person, state="open", paused_until=None, closed_on=None)
    return person


def _with_applications(person: Person, decided: Sequence[HistoryLine]) -> Person:
    """Decide for each application, then for the person: the newest that is open says how things are with them."""
    elsewhere = [
        touch for touch in person.touches if not any(each.holds(touch.place) for each in person.applications)
    ]
    decisions = [(each, [line for line in decided if _is_about(line, each)]) for each in person.applications]
    applications = [_decide(each, about, person) for each, about in decisions]
    if all(each.is_closed for each in applications):
        # What the history adds is about no row: it goes on with what was closed last.
        last_on = max((each.closed_on for each in applications if each.closed_on), default=None)
        is_going_on = last_on is not None and any(_opens_again(touch, last_on) for touch in elsewhere)
        for at, (before, about) in enumerate(decisions):
            if is_going_on and applications[at].closed_on == last_on and about:
                applications[at] = _opened(before)
    if tuple(applications) == person.applications:
        return person
    live = next((each for each in applications if not each.is_closed), applications[0])
    return replace(
        person,
        applications=tuple(applications),
        place=live.place,
        state=live.state,
        state_place=live.state_place,
        paused_until=live.paused_until,
        closed_on=live.closed_on,
        closed_by=live.closed_by,
        unreadable=None if live.is_closed else person.unreadable,
    )


def _is_about(line: HistoryLine, application: Application) -> bool:
    """Whether a line is about an application: it names it, or nothing but the person."""
    named = [fold(ending.text) for ending in line.ends if ending.kind == "application"]
    return not named or fold(ending_of("application", application.name).text) in named


def _decide(application: Application, decided: Sequence[HistoryLine], person: Person) -> Application:
    closed, reopened = _newest(decided, "closed"), _newest(decided, "reopened")
    touches = [touch for touch in person.touches if application.holds(touch.place)]
    if closed is not None and not _is_reopened(closed, reopened, touches):
        return replace(
            application,
            state="closed",
            state_place=closed.place or application.place,
            closed_on=closed.on,
            closed_by=None,
        )
    since = application.closed_on
    if application.is_closed and reopened is not None and (since is None or reopened.on >= since):
        return _opened(application)
    return application


def _opened(application: Application) -> Application:
    if not application.is_closed:
        return application
    return replace(application, state="open", paused_until=None, closed_on=None)


def _newest(lines: Iterable[HistoryLine], what: str) -> HistoryLine | None:
    return max((line for line in lines if line.what == what), key=lambda line: line.on, default=None)


def _is_reopened(closed: HistoryLine, reopened: HistoryLine | None, touches: Iterable[Touch]) -> bool:
    if reopened is not None and reopened.on >= closed.on:
        return True
    return any(_opens_again(touch, closed.on) for touch in touches)


def _opens_again(touch: Touch, closed_on: dt.date) -> bool:
    """Whether a touch opens again what was closed on a day: the user's own courtesy does not."""
    facts = facts_of(touch)
    is_courtesy = touch.kind == "thanks" or touch.intent == "social"
    is_going_on = facts.ends_thread or (facts.is_from_user and not is_courtesy)
    return is_going_on and touch.on is not None and touch.on > closed_on


def open_applications(person: Person) -> tuple[str, ...]:
    """Return the names of a person's applications that are not closed."""
    return tuple(each.name for each in person.applications if each.name and not each.is_closed)
