"""Follow-ups, promises, thanks and favours: what the rows say is to be done, or was done.

One responsibility: the columns of plans and marks. Phrases are counted from the row's own day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from netsheet.core.columns import column_values
from netsheet.core.columns.column import ONCE, Column, Repeat
from netsheet.core.columns.column_values import FollowUpCell, Mark, report
from netsheet.core.model import Direction, FollowUp, Intent, Promise, Touch, TouchKind
from netsheet.core.people.touches import Unfolded, ways_of
from netsheet.core.values.dates import ReadDate
from netsheet.core.values.phrases import read_phrase

_What = tuple[TouchKind, Direction, Intent | None]
_MARKS: tuple[tuple[str, _What], ...] = (
    ("thank_you", ("thanks", "out", "thanks")),
    ("referral_asked", ("message", "out", "ask")),
    ("referral_agreed", ("referral", "in", None)),
)
_FOLLOW_UP: _What = ("message", "out", None)


def marks_of(found: Unfolded, name: str, repeat: Repeat = ONCE) -> Sequence[Mark]:
    """Return a yes-or-no field's cells, read once."""
    column = found.table.column_of(name, repeat=repeat)
    if column is None:
        return [None] * len(found.table.rows)
    key = name, repeat
    if key not in found.table.marks:
        found.table.marks[key] = column_values.read_marks(found.table, column, found.order(column))
    return found.table.marks[key]


def unfold_marks(found: Unfolded) -> None:
    """Add the touches of thanks and referrals: dated where the cell holds a day, undated thanks for a yes."""
    for name, what in _MARKS:
        column = found.table.column_of(name)
        if column is None:
            continue
        for position, mark in enumerate(marks_of(found, name)):
            if isinstance(mark, ReadDate) and not found.is_ahead(position, column, mark):
                _add(found, position, column, mark, what)
            elif mark is True and name == "thank_you":
                _add(found, position, column, None, what)


def _add(found: Unfolded, position: int, column: Column, day: ReadDate | None, what: _What) -> None:
    kind, direction, intent = what
    touch = Touch(
        on=day.on if day else None,
        at=day.at if day else None,
        direction=direction,
        kind=kind,
        intent=intent,
        channel=ways_of(found.table, column.repeat)[position][0],
        place=found.table.place(position, column),
    )
    found.add(position, touch)


def unfold_follow_ups(found: Unfolded) -> None:
    """Add the user's follow-up days, and the touches of those that were done."""
    columns = found.table.columns_of("follow_up")
    for column in columns:
        cells = column_values.read_follow_ups(found.table, column, found.order(column))
        done = marks_of(found, "follow_up_done", column.repeat)
        for position, cell in enumerate(cells):
            if cell is not None or done[position] is not None:
                _follow_up(found, position, column, cell, done[position])
    repeats = {column.repeat for column in columns}
    for column in found.table.columns_of("follow_up_done"):
        if column.repeat not in repeats:
            _done_only(found, column)


def _done_only(found: Unfolded, column: Column) -> None:
    for position, mark in enumerate(marks_of(found, "follow_up_done", column.repeat)):
        if mark is True:
            _add(found, position, column, None, _FOLLOW_UP)
        elif isinstance(mark, ReadDate) and not found.is_ahead(position, column, mark):
            _add(found, position, column, mark, _FOLLOW_UP)


def _follow_up(found: Unfolded, position: int, column: Column, cell: FollowUpCell, done: Mark) -> None:
    set_on = found.newest_day(position)
    day = _resolve(found, position, column, cell, set_on)
    is_done = done is True or isinstance(done, ReadDate) or cell is True
    is_past = day is not None and day.on <= found.today
    if is_done or (not column.repeat.is_once and is_past and done is not False):
        on = done if isinstance(done, ReadDate) else day if is_past else None
        if on is None or not found.is_ahead(position, column, on):
            _add(found, position, column, on, _FOLLOW_UP)
        is_done = True
    if day is not None and not (not column.repeat.is_once and is_done):
        follow_up = FollowUp(
            on=day.on,
            place=found.table.place(position, column),
            set_on=set_on,
            is_done=is_done,
            note=day.note,
        )
        found.follow_ups.setdefault(position, []).append(follow_up)


def _resolve(
    found: Unfolded, position: int, column: Column, cell: FollowUpCell, set_on: dt.date | None
) -> ReadDate | None:
    if isinstance(cell, ReadDate):
        return cell
    if not isinstance(cell, str):
        return None
    day = read_phrase(cell, counted_from=set_on) if set_on else None
    if day is None:
        report(found.table, "follow-up-without-start", position, column, seen=cell)
        return None
    return ReadDate(on=day)


def promises_of(found: Unfolded) -> dict[int, Promise]:
    """Return the promise of each record that holds one."""
    text_column, by_column = found.table.column_of("promise"), found.table.column_of("promise_by")
    column = text_column or by_column
    if column is None:
        return {}
    days = found.days(by_column) if by_column else [None] * len(found.table.rows)
    texts = found.table.texts(text_column) if text_column else [""] * len(found.table.rows)
    done = marks_of(found, "promise_done")
    return {
        position: Promise(
            text=text,
            place=found.table.place(position, column),
            by=day.on if day else None,
            made_on=found.newest_day(position),
            is_done=done[position] is True or isinstance(done[position], ReadDate),
        )
        for position, (text, day) in enumerate(zip(texts, days, strict=True))
        if text or (day and not text_column)
    }


def gifts_of(found: Unfolded) -> dict[int, dt.date]:
    """Return the day on which the user gave something, for each record that says so."""
    column = found.table.column_of("value_given")
    if column is None:
        return {}
    gifts = {}
    for position, _ in found.table.filled(column):
        mark = column_values.read_gift(
            found.table.sheet.value(found.table.rows[position], column.index), found.order(column)
        )
        day = mark.on if isinstance(mark, ReadDate) else found.newest_day(position) if mark else None
        if day is not None and day <= found.today:
            gifts[position] = day
    return gifts
