"""Rows to touches: every dated contact of a row, however the log spreads them over its columns.

Each touch knows the cell it was read from. Days after today are plans, not touches. The other steps are in
``answers``, ``commitments`` and ``month_columns``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from netsheet.core.columns import column_values
from netsheet.core.columns.column import ONCE, Column, Remark, Repeat
from netsheet.core.columns.column_values import finding_at
from netsheet.core.columns.special_headings import meeting_of_heading, verb_of_heading
from netsheet.core.columns.table import Table
from netsheet.core.model import MEETINGS, Finding, FollowUp, Intent, Touch, TouchKind
from netsheet.core.people.unfolded import Basis, Method, Unfolded
from netsheet.core.people.unsent import Unsent
from netsheet.core.values.dates import ReadDate
from netsheet.core.values.meeting_words import names_job_interview
from netsheet.core.values.vocabulary import read_intent

_FARTHEST_AHEAD = 60
"""Days ahead up to which the day of a contact is a plan; one farther ahead has a wrong year."""
_SAYS_WHO_WROTE = frozenset({"date", "direction", "kind", "response", "response_type", "response_date"})


def unfold_dates(basis: Basis, so_far: Unfolded, *, unsent: Unsent) -> Unfolded:
    """Add the touches of every column that holds days of contacts; month columns and the latest contact come later.

    ``unsent`` knows the records that say nothing was sent.
    """
    table = basis.table
    for column in table.columns_of("date"):
        if column.remark is Remark.TICKS:
            so_far = _plus_ticks(basis, so_far, column)
        elif not column.month:
            so_far = _plus_dates(basis, so_far, column, unsent)
    for column in table.columns_of("first_contact"):
        so_far = _plus_days(basis, so_far, column, _methods_of_first_contact(basis, column))
    for column in table.columns_of("meeting_date"):
        so_far = _plus_meetings(basis, so_far, column)
    for name in ("recorded", "date_applied", "connected"):
        for column in table.columns_of(name):
            days, findings = basis.days(column)
            recorded = {position: day.on for position, day in enumerate(days) if day}
            # The days of "connected" become touches too, in unfold_last_contacts, which reports what is wrong with them.
            so_far = so_far.plus(recorded=recorded, findings=findings if name != "connected" else ())
    return so_far


def unfold_applications(basis: Basis, so_far: Unfolded, *, unsent: Unsent) -> Unfolded:
    """Add each application as a message on its day, where the row has no other one of the user's."""
    for column in basis.table.columns_of("date_applied"):
        days, _ = basis.days(column)  # what is wrong with them is reported by unfold_dates
        touches = {
            position: replace(basis.touch(position, column, day, "message", "out"), intent="ask")
            for position, day in enumerate(days)
            if day is not None
            and day.on <= basis.today
            and not unsent.is_unsent(position, column)
            and not any(touch.direction == "out" for touch in so_far.touches[position])
        }
        so_far = so_far.plus(touches=touches)
    return so_far


def _methods_of_first_contact(basis: Basis, column: Column) -> Sequence[Method]:
    """Return how each first contact was made; next to the latest contact, and without replies, it is not a message.

    Such a log only says since when, and until when, two people were in touch.
    """
    methods, fields = basis.methods[column.repeat], {each.field for each in basis.table.columns}
    if "last_contact" not in fields or fields & _SAYS_WHO_WROTE:
        return methods
    return [method._replace(direction="unknown") for method in methods]


def unfold_last_contacts(basis: Basis, so_far: Unfolded) -> Unfolded:
    """Add the latest contact of each row, where no other cell of the row has a touch on that day."""
    for name in ("connected", "last_contact"):
        kind: TouchKind = "social" if name == "connected" else "message"
        for column in basis.table.columns_of(name):
            methods = [method._replace(kind=kind, direction="unknown") for method in basis.methods[ONCE]]
            so_far = _plus_days(basis, so_far, column, methods)
    return so_far


def find_reversed(basis: Basis) -> Iterator[Finding]:
    """Find rows whose last contact is before their first one."""
    first, last = basis.table.column_of("first_contact"), basis.table.column_of("last_contact")
    if first is None or last is None:
        return
    (first_days, _), (last_days, _) = (
        basis.days(first),
        basis.days(last),
    )  # faults are reported where they are read
    for position, (began, ended) in enumerate(zip(first_days, last_days, strict=True)):
        if began is not None and ended is not None and ended.on < began.on:
            facts = {"seen": str(ended.on), "other": first.heading.shown, "first": str(began.on)}
            yield finding_at(basis.table, "last-before-first", position, last, **facts)


def _texts(table: Table, name: str, repeat: Repeat) -> Sequence[str | None]:
    column = table.column_of(name, repeat=repeat)
    return [text or None for text in table.texts(column)] if column else [None] * len(table.rows)


def _intents(table: Table, repeat: Repeat) -> tuple[Sequence[Intent | None], list[Finding]]:
    column = table.column_of("intent", repeat=repeat)
    if column is None:
        return [None] * len(table.rows), []
    return column_values.read_words(table, column, "intent", read_intent)


def _methods_of_days(basis: Basis, column: Column) -> Sequence[Method]:
    """Return how each touch of a date column was made: "Called on" says the channel where nothing else does."""
    methods = basis.methods[column.repeat]
    verb = verb_of_heading(column.heading)
    if verb is None or verb[1] is None:
        return methods
    _, channel = verb
    if not column.repeat.is_once:
        return [method._replace(channel=channel) for method in methods]
    return [method._replace(channel=method.channel or channel) for method in methods]


def _plus_dates(basis: Basis, so_far: Unfolded, column: Column, unsent: Unsent) -> Unfolded:
    """Add a date column's touches, with everything that is logged about them."""
    table, repeat = basis.table, column.repeat
    days, findings = basis.days(column)
    intents, intent_findings = _intents(table, repeat)
    methods = _methods_of_days(basis, column)
    templates, subjects = _texts(table, "template", repeat), _texts(table, "subject", repeat)
    details = table.texts_of("details")
    touches: dict[int, Touch] = {}
    recorded: dict[int, dt.date] = {}
    for position, day in enumerate(days):
        if day is None:
            continue
        channel, kind, direction = methods[position]
        if day.on > basis.today:
            if kind not in MEETINGS or not _is_near(basis, day):
                findings.append(basis.in_future(position, column, day.on))
        elif unsent.is_unsent(position, column):
            recorded[position] = day.on
        else:
            findings += filter(None, [unsent.doubt(position, column)])
            touches[position] = Touch(
                on=day.on,
                at=day.at,
                direction=direction,
                kind=kind,
                channel=channel,
                intent=intents[position],
                template=templates[position],
                subject=subjects[position],
                personal=bool(details[position]) if details else None,
                place=table.place(position, column),
            )
    findings += intent_findings
    so_far = so_far.plus(touches=touches, recorded=recorded, findings=findings)
    return _plus_days_ahead(basis, so_far, column, days, methods)


def _plus_days_ahead(
    basis: Basis, so_far: Unfolded, column: Column, days: Sequence[ReadDate | None], methods: Sequence[Method]
) -> Unfolded:
    """Add the days of a date column that are still to come: meetings and the user's own plans.

    What is logged for today has happened. A day that is too far ahead plans nothing: its year is wrong.
    """
    meetings: dict[int, dt.date] = {}
    plans: dict[int, FollowUp] = {}
    for position, day in enumerate(days):
        if day is None or day.on <= basis.today or not _is_near(basis, day):
            continue
        if methods[position].kind in MEETINGS:
            meetings[position] = day.on
        else:
            place = basis.table.place(position, column)
            plans[position] = FollowUp(on=day.on, place=place, set_on=so_far.newest_day(position))
    return so_far.plus(meetings_ahead=meetings, meeting_times=_times_of(days, meetings), follow_ups=plans)


def _is_near(basis: Basis, day: ReadDate) -> bool:
    return (day.on - basis.today).days <= _FARTHEST_AHEAD


def _plus_ticks(basis: Basis, so_far: Unfolded, column: Column) -> Unfolded:
    """Add an undated message for each yes, or a dated one for a day, in a column of marks for "I wrote"."""
    methods = _methods_of_days(basis, column)
    marks, findings = column_values.read_marks(basis.table, column, basis.orders[column.index], basis.words)
    touches: dict[int, Touch] = {}
    for position, mark in enumerate(marks):
        on = mark.on if isinstance(mark, ReadDate) else None
        if on is not None and on > basis.today:
            findings.append(basis.in_future(position, column, on))
        elif on is not None or mark is True:
            channel, kind, direction = methods[position]
            day = mark if isinstance(mark, ReadDate) else None
            touches[position] = replace(basis.touch(position, column, day, kind, direction), channel=channel)
    return so_far.plus(touches=touches, findings=findings)


def _plus_days(basis: Basis, so_far: Unfolded, column: Column, methods: Sequence[Method]) -> Unfolded:
    """Add plain touches, where the row has none on that day yet."""
    days, findings = basis.days(column)
    touches: dict[int, Touch] = {}
    for position, day in enumerate(days):
        if day is None:
            continue
        if day.on > basis.today:
            findings.append(basis.in_future(position, column, day.on))
        elif not so_far.has_touch_on(position, day.on):
            channel, kind, direction = methods[position]
            touches[position] = replace(basis.touch(position, column, day, kind, direction), channel=channel)
    return so_far.plus(touches=touches, findings=findings)


def _plus_meetings(basis: Basis, so_far: Unfolded, column: Column) -> Unfolded:
    """Add the meetings of a column, where the row has none on that day yet; later ones are ahead, and today's is both."""
    kind = meeting_of_heading(column.heading)
    is_job_interview = names_job_interview(column.heading.shown)
    days, findings = basis.days(column, words_allowed=True)
    touches: dict[int, Touch] = {}
    ahead: dict[int, dt.date] = {}
    for position, day in enumerate(days):
        if day is None:
            continue
        logged = {touch.on for touch in so_far.touches[position] if touch.kind in MEETINGS}
        if day.on >= basis.today:
            ahead[position] = day.on
        if day.on <= basis.today and day.on not in logged:
            meeting = basis.touch(position, column, day, kind, "both")
            touches[position] = replace(meeting, is_job_interview=is_job_interview)
    times = _times_of(days, ahead)
    return so_far.plus(touches=touches, meetings_ahead=ahead, meeting_times=times, findings=findings)


def _times_of(days: Sequence[ReadDate | None], meetings: Iterable[int]) -> dict[int, dt.datetime]:
    """Return when the meetings at some positions begin, where their cells say so."""
    times: dict[int, dt.datetime] = {}
    for position in meetings:
        day = days[position]
        if day is not None and day.at is not None:
            times[position] = dt.datetime.combine(day.on, day.at)
    return times
