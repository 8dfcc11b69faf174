"""Which job each row of a person is about: what is closed by itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from netsheet.core.model import Application, Person, Place
from netsheet.core.people.contact_states import ReportedState
from netsheet.core.text import fold
from netsheet.core.values.person_names import name_key


class RowAbout(NamedTuple):
    """A row of a person: what it is about.

    Attributes:
        place: the cell that names the person.
        job: the job; "" where the row names none.
        company: its company.
        is_agent: whether the person acts for many companies, so that each company is a matter of its own.
        state: what the row reports about the state of the contact.
    """

    place: Place
    job: str
    company: str
    is_agent: bool
    state: ReportedState | None


def find_applications(rows: Sequence[RowAbout]) -> tuple[Application, ...]:
    """Group a person's rows by what they are about, in the order of the newest row of each.

    A row that names no job belongs to the one application there is, else to none of several.

    Args:
        rows: the person's, the newest first.
    """
    groups: dict[tuple[str, str], list[RowAbout]] = {}
    for row in rows:
        groups.setdefault(_key(row), []).append(row)
    named = [key for key in groups if key != _NOTHING]
    if len(named) == 1:
        groups = {named[0]: list(rows)}
    return tuple(map(_application, groups.values())) if named else ()


_NOTHING = ("", "")


def _key(row: RowAbout) -> tuple[str, str]:
    if not (row.job or row.is_agent):
        return _NOTHING
    return fold(row.job), name_key(row.company)


def _application(rows: Sequence[RowAbout]) -> Application:
    about = next((row for row in rows if _key(row) != _NOTHING), None)
    reported = newest_state(row.state for row in rows)
    application = Application(
        name="" if about is None else " at ".join(filter(None, (about.job, about.company))),
        place=rows[0].place,
        rows=frozenset((row.place.sheet, row.place.row) for row in rows),
    )
    if reported is None:
        return application
    return replace(
        application,
        state=reported.state,
        state_place=reported.place,
        paused_until=reported.paused_until,
        closed_on=reported.closed_on,
        closed_by=reported.closed_by,
    )


def newest_state(states: Iterable[ReportedState | None]) -> ReportedState | None:
    """Return what the newest row with a status or outcome says, else the newest row's answer.

    Args:
        states: what each row says, the newest first.
    """
    newest, *older = states
    return next((state for state in (newest, *older) if state is not None and state.is_status), newest)


def without_closed_applications(person: Person) -> Person:
    """Return a person of whom nothing is asked for because of applications that are closed.

    What they promised and whom they meet stays, and so does a person of whom everything is closed.
    """
    closed = [each for each in person.applications if each.is_closed]
    if not closed or person.is_closed:
        return person

    def is_over(place: Place) -> bool:
        return any(each.holds(place) for each in closed)

    agreed = person.agreed_meeting
    return replace(
        person,
        touches=tuple(
            replace(each, is_over=True) if is_over(each.place) else each for each in person.touches
        ),
        follow_ups=tuple(plan for plan in person.follow_ups if not is_over(plan.place)),
        agreed_meeting=None if agreed is None or is_over(agreed) else agreed,
    )
