"""Follow-ups, promises, thanks and favours: what the rows say the user has to do, or did.

Phrases such as "in 6 months" are counted from the row's own newest day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from netsheet.core.columns import column_values
from netsheet.core.columns.column import Column
from netsheet.core.columns.column_values import FollowUpCell, Mark, finding_at
from netsheet.core.model import (
    DateOrder,
    Direction,
    Finding,
    FollowUp,
    Intent,
    News,
    Touch,
    TouchKind,
)
from netsheet.core.people.unfolded import Basis, Unfolded
from netsheet.core.values.cells import read_yes_no
from netsheet.core.values.dates import ReadDate, read_date
from netsheet.core.values.phrases import read_phrase
from netsheet.core.values.sentence_days import find_day, named_days, named_month, read_span
from netsheet.core.values.told_touches import says_thanked


class _Deed(NamedTuple):
    """What a mark says was done. ``needs_day``: without a day it is not a touch."""

    kind: TouchKind
    direction: Direction
    intent: Intent | None = None
    needs_day: bool = False


_THANKS = _Deed(kind="thanks", direction="out", intent="thanks")
_REFERRAL_ASKED = _Deed(kind="message", direction="out", intent="ask", needs_day=True)
_REFERRAL_AGREED = _Deed(kind="referral", direction="in", needs_day=True)
_FOLLOW_UP = _Deed(kind="message", direction="out")

_SAYS_THANKED = ("kind", "status", "outcome", "response")
_EARLY_DAYS = 7
"""A follow-up may be done this many days before its day."""

_FARTHEST_MONTH_DAYS = 200
_MOST_FOLLOW_UPS = 12
"""More follow-ups than these tell nothing new."""


def read_marks(basis: Basis, column: Column | None) -> tuple[Sequence[Mark], list[Finding]]:
    """Read a yes-or-no column, None for each record where the sheet has no such column."""
    if column is None:
        return [None] * len(basis.table.rows), []
    return column_values.read_marks(basis.table, column, basis.orders[column.index], basis.words)


def unfold_marks(basis: Basis, so_far: Unfolded, *, referral_agreed: Sequence[Mark]) -> Unfolded:
    """Add the touches of thanks and referrals: dated where the cell holds a day, undated thanks for a yes."""
    for name, deed in (("thank_you", _THANKS), ("referral_asked", _REFERRAL_ASKED)):
        if column := basis.table.column_of(name):
            marks, findings = read_marks(basis, column)
            so_far = _plus_marks(basis, so_far.plus(findings=findings), column, marks, deed)
    if column := basis.table.column_of("referral_agreed"):
        so_far = _plus_marks(basis, so_far, column, referral_agreed, _REFERRAL_AGREED)
    return so_far


def unfold_thanks_said(basis: Basis, so_far: Unfolded) -> Unfolded:
    """Add undated thanks where words say so, in a row that has none: "met, thanked"."""
    for column in (column for name in _SAYS_THANKED for column in basis.table.columns_of(name)):
        touches = {
            position: _touch(basis, position, column, None, _THANKS)
            for position, text in basis.table.filled(column)
            if says_thanked(text) and all(each.kind != "thanks" for each in so_far.touches[position])
        }
        so_far = so_far.plus(touches=touches) if touches else so_far
    return so_far


def _plus_marks(
    basis: Basis, so_far: Unfolded, column: Column, marks: Sequence[Mark], deed: _Deed
) -> Unfolded:
    """Add what each mark says was done."""
    touches: dict[int, Touch] = {}
    findings: list[Finding] = []
    for position, mark in enumerate(marks):
        if isinstance(mark, ReadDate) and mark.on > basis.today:
            findings.append(basis.in_future(position, column, mark.on))
        elif isinstance(mark, ReadDate):
            touches[position] = _touch(basis, position, column, mark, deed)
        elif mark is True and not deed.needs_day:
            touches[position] = _touch(basis, position, column, None, deed)
    return so_far.plus(touches=touches, findings=findings)


def _touch(basis: Basis, position: int, column: Column, day: ReadDate | None, deed: _Deed) -> Touch:
    return replace(basis.touch(position, column, day, deed.kind, deed.direction), intent=deed.intent)


def unfold_follow_ups(basis: Basis, so_far: Unfolded) -> Unfolded:
    """Add the user's follow-up days, and the touches of those that were done."""
    table = basis.table
    done_columns = {column.repeat: column for column in table.columns_of("follow_up_done")}
    for column in table.columns_of("follow_up"):
        done, findings = read_marks(basis, done_columns.pop(column.repeat, None))
        so_far = _plus_follow_ups(basis, so_far.plus(findings=findings), column, done)
    for column in done_columns.values():
        marks, findings = read_marks(basis, column)
        so_far = _plus_marks(basis, so_far.plus(findings=findings), column, marks, _FOLLOW_UP)
    return so_far


def _plus_follow_ups(basis: Basis, so_far: Unfolded, column: Column, done: Sequence[Mark]) -> Unfolded:
    """Add the follow-ups of a column, each as a day to come, or as a touch where it was done.

    "Follow-up 2" of a wide log is the day of the second message: once it is past, it was sent, unless a mark says no.
    """
    cells, findings = column_values.read_follow_ups(
        basis.table, column, basis.orders[column.index], basis.words
    )
    is_repeated = not column.repeat.is_once
    step_column = None if is_repeated else basis.table.column_of("next_action")
    steps = dict(basis.table.filled(step_column)) if step_column else {}
    touches: dict[int, Touch] = {}
    follow_ups: dict[int, FollowUp] = {}
    for position, (cell, mark) in enumerate(zip(cells, done, strict=True)):
        if cell is None and mark is None:
            continue
        set_on = so_far.newest_day(position)
        day = cell if isinstance(cell, ReadDate) else _counted(cell, basis.orders[column.index], set_on)
        if isinstance(cell, str) and day is None:
            findings.append(finding_at(basis.table, "follow-up-without-start", position, column, seen=cell))
        past = day if day is not None and day.on <= basis.today else None
        is_done = _is_done(cell, mark, day)
        is_done = is_done or (is_repeated and past is not None and mark is not False)
        on = mark if isinstance(mark, ReadDate) else past
        if is_done and on is not None and on.on > basis.today:
            findings.append(basis.in_future(position, column, on.on))
        elif is_done or isinstance(mark, ReadDate):
            touches[position] = _touch(basis, position, column, on, _FOLLOW_UP)
        if day is not None and not (is_repeated and is_done):
            follow_ups[position] = FollowUp(
                on=day.on,
                place=basis.table.place(position, column),
                set_on=set_on,
                is_done=is_done,
                note=day.note,
                counted=_span(cell, set_on),
                step=steps.get(position, ""),
            )
    return so_far.plus(touches=touches, follow_ups=follow_ups, findings=findings)


def _is_done(cell: FollowUpCell, mark: Mark, day: ReadDate | None) -> bool:
    """Whether a follow-up was done. One that was made long before its day was the one before it."""
    if isinstance(mark, ReadDate):
        return day is None or (day.on - mark.on).days <= _EARLY_DAYS
    return mark is True or cell is True


def _counted(cell: FollowUpCell, order: DateOrder, set_on: dt.date | None) -> ReadDate | None:
    """Read the day of a sentence, or count a phrase such as "in 6 months" from the day it was set on."""
    if not isinstance(cell, str):
        return None
    day = read_phrase(cell, counted_from=set_on) if set_on else None
    found = day or find_day(cell, order=order, counted_from=set_on)
    return ReadDate(on=found) if isinstance(found, dt.date) else None


def _span(cell: FollowUpCell, set_on: dt.date | None) -> str:
    """Return a text whose day was counted from the row's day; "" for a date."""
    if not isinstance(cell, str) or set_on is None:
        return ""
    return cell if read_span(cell, counted_from=set_on) else ""


def unfold_counts(basis: Basis, so_far: Unfolded) -> Unfolded:
    """Add the follow-ups of unknown day that a count says were sent, beyond those the row has."""
    for column in basis.table.columns_of("follow_up_count"):
        missing = {
            position: int(text) + 1 - sum(touch.direction == "out" for touch in so_far.touches[position])
            for position, text in basis.table.filled(column)
            if text.isdecimal() and len(text) <= 2
        }
        sent = {at for at in missing if any(touch.direction == "out" for touch in so_far.touches[at])}
        for number in range(_MOST_FOLLOW_UPS):
            touches = {at: _touch(basis, at, column, None, _FOLLOW_UP) for at in sent if missing[at] > number}
            so_far = so_far.plus(touches=touches) if touches else so_far
    return so_far


def unfold_next_actions(basis: Basis, so_far: Unfolded) -> Unfolded:
    """Add the day in each next step ("Call again on 30 June 2026") of a row that has no follow-up day of its own.

    A day before the newest touch of the row is not of a step to come.
    """
    for column in basis.table.columns_of("next_action"):
        findings: list[Finding] = []
        follow_ups: dict[int, FollowUp] = {}
        for position, text in basis.table.filled(column):
            set_on = so_far.newest_day(position)
            if position in so_far.follow_ups:
                continue
            read = column_values.read_sentence_day(
                basis.table, column, basis.date_order, (position, text), counted_from=set_on
            )
            if read is None and set_on is not None:
                read = _month_to_come(text, set_on)
            if isinstance(read, Finding):
                findings.append(read)
            elif read is not None and (set_on is None or read > set_on):
                place = basis.table.place(position, column)
                follow_ups[position] = FollowUp(
                    on=read, place=place, set_on=set_on, counted=_span(text, set_on), step=text
                )
        so_far = so_far.plus(follow_ups=follow_ups, findings=findings)
    return so_far


def _month_to_come(text: str, set_on: dt.date) -> dt.date | None:
    """Return the first day of the month that a next step names, "write in September"; one that is far off was before."""
    found = named_month(text, after=set_on)
    return found[0] if found is not None and (found[0] - set_on).days <= _FARTHEST_MONTH_DAYS else None


def read_news(basis: Basis) -> Mapping[int, News]:
    """Read what each record says that they have to celebrate, with the day where the text names one up to today."""
    column = basis.table.column_of("news")
    if column is None:
        return {}
    found = {}
    for position, text in basis.table.filled(column):
        read = read_date(basis.table.values(column)[position], order=basis.date_order)
        on, said = _news_of(text, basis)
        if isinstance(read, ReadDate) and not read.note:
            on, said = read.on, ""
        if read_yes_no(text) is not False and (on is None or on <= basis.today):
            found[position] = News(text=said, on=on, place=basis.table.place(position, column))
    return found


def _news_of(text: str, basis: Basis) -> tuple[dt.date | None, str]:
    """Return the day that a text names, if it does, and the text without it."""
    named = next(named_days(text, order=basis.date_order, near=basis.today), None)
    if named is None or named.on is None:
        return None, text
    return named.on, named.before or named.after or text


def read_gifts(basis: Basis, so_far: Unfolded) -> Mapping[int, dt.date]:
    """Read the day on which the user gave something, for each record that says so."""
    column = basis.table.column_of("value_given")
    if column is None:
        return {}
    values, order = basis.table.values(column), basis.orders[column.index]
    gifts = {}
    for position, _ in basis.table.filled(column):
        mark = column_values.read_gift(values[position], order)
        day = mark.on if isinstance(mark, ReadDate) else so_far.newest_day(position) if mark else None
        if day is not None and day <= basis.today:
            gifts[position] = day
    return gifts
