"""Promises: what the user said they would do, by when, and whether it is done."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from netsheet.core.columns.column import Column
from netsheet.core.columns.column_values import finding_at
from netsheet.core.model import Direction, Finding, Promise, Touch
from netsheet.core.people.commitments import read_marks
from netsheet.core.people.named_days import NOT_UNDERSTOOD
from netsheet.core.people.unfolded import Basis, Unfolded
from netsheet.core.values.dates import ReadDate
from netsheet.core.values.sentence_days import before_day, named_days, named_weekdays
from netsheet.core.values.told_touches import done_meanings
from netsheet.core.values.vocabulary import plain_phrase
from netsheet.core.values.word_lists import SENT_FIRST, SENT_LAST

_SET_OFF = re.compile(r"[,;:()\u2013\u2014-]")
_WEEKDAY_LASTS: Final = 30
"""A weekday in a promise that is older than so many days is over."""


def read_promises(basis: Basis, so_far: Unfolded) -> tuple[Mapping[int, Promise], list[Finding]]:
    """Read the promise of each record that holds one."""
    table = basis.table
    text_column, by_column = table.column_of("promise"), table.column_of("promise_by")
    column = text_column or by_column
    if column is None:
        return {}, []
    days: Sequence[ReadDate | None] = [None] * len(table.rows)
    findings: list[Finding] = []
    if by_column:
        days, findings = basis.days(by_column)
    texts = table.texts(text_column) if text_column else [""] * len(table.rows)
    done, mark_findings = read_marks(basis, table.column_of("promise_done"))
    promises = {
        position: Promise(
            text=text,
            place=table.place(position, column),
            by=day.on if day else _day_in_promise(text, so_far.newest_day(position), basis),
            made_on=so_far.newest_day(position),
            is_done=done[position] is True or isinstance(done[position], ReadDate) or _says_kept(text),
        )
        for position, (text, day) in enumerate(zip(texts, days, strict=True))
        if text or (day and not text_column)
    }
    if text_column:
        findings += _weekdays_of_promises(basis, text_column, promises)
    return promises, [*findings, *mark_findings]


def unfold_kept_promises(basis: Basis, so_far: Unfolded, promises: Mapping[int, Promise]) -> Unfolded:
    """Add the contact that a kept promise was: on its day where the text says what was sent then, "CV sent 15 May".

    Of any other it is only known that the two were in touch, which counts where the row says nothing else of it.
    """
    column = basis.table.column_of("promise")
    if column is None:
        return so_far
    touches: dict[int, Touch] = {}
    for position, promise in promises.items():
        if not promise.is_done or not promise.text:
            continue
        on = _day_of_sending(promise.text, basis, so_far.newest_day(position) or basis.today)
        direction: Direction = "out" if _says_sent(promise.text) else "unknown"
        if not so_far.touches[position] or (on is not None and not so_far.has_touch_on(position, on.on)):
            touches[position] = basis.touch(position, column, on, "message", direction)
    return so_far.plus(touches=touches)


def _day_of_sending(text: str, basis: Basis, near: dt.date) -> ReadDate | None:
    days = (named.on for named in named_days(text, order=basis.date_order, near=near))
    on = next(days, None) if _says_sent(text) else None
    return ReadDate(on=on) if on is not None and on <= basis.today else None


def _says_kept(text: str) -> bool:
    """Whether a promise says itself that it is kept: "sent CV", "CV sent 8 May", "send CV (done)"."""
    last = _SET_OFF.split(text.rstrip(" )"))[-1]
    return _says_sent(text) or done_meanings().get(plain_phrase(last)) == "done"


def _says_sent(text: str) -> bool:
    words = plain_phrase(before_day(text)).split()
    return bool(words) and (words[0] in SENT_FIRST or words[-1] in SENT_LAST)


def _weekdays_of_promises(basis: Basis, column: Column, promises: Mapping[int, Promise]) -> Iterator[Finding]:
    """Find promises for a weekday or "tomorrow" without a date: which one is meant, the text does not say."""
    for position, promise in promises.items():
        near = promise.made_on or basis.today
        named = next(named_weekdays(promise.text, near=near), None)
        is_fresh = (basis.today - near).days <= _WEEKDAY_LASTS
        if named is not None and promise.by is None and not promise.is_done and is_fresh:
            yield finding_at(basis.table, NOT_UNDERSTOOD, position, column, seen=named.seen)


def _day_in_promise(text: str, made_on: dt.date | None, basis: Basis) -> dt.date | None:
    """Return the one day that a promise names, "send my CV by 22 May", where it is not before the promise."""
    days = [named.on for named in named_days(text, order=basis.date_order, near=made_on or basis.today)]
    on = days[0] if len(days) == 1 else None
    return on if on is not None and (made_on is None or on >= made_on) else None
