"""Days that words name: a meeting to come under Type or Notes, the day or the month in what they answered.

Only what can mean one thing is taken. A day ahead that is not understood is a finding, so that no meeting is missed
silently.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from netsheet.core.columns.column import Column
from netsheet.core.columns.column_values import finding_at
from netsheet.core.model import MEETINGS, DateOrder, Finding, FollowUp, Place, Touch, TouchKind
from netsheet.core.people.refinements import said_by_them_on
from netsheet.core.people.unfolded import Basis, Unfolded
from netsheet.core.text import one_line
from netsheet.core.values.answer_sentences import (
    asked_back_in,
    asks_back,
    read_answer_words,
    says_they_will_write,
    wants_by_day,
)
from netsheet.core.values.cells import read_yes_no
from netsheet.core.values.dates import ReadDate
from netsheet.core.values.later_times import names_vague_time
from netsheet.core.values.meeting_words import meeting_name, names_job_interview, names_meeting
from netsheet.core.values.sentence_days import (
    TIME_START,
    NamedDay,
    day_after_promise,
    find_day,
    named_days,
    named_month,
    named_weekdays,
    read_until,
    said_until,
    without_time,
)
from netsheet.core.values.short_forms import spelled_out
from netsheet.core.values.vocabulary import plain_phrase, read_kind
from netsheet.core.values.word_lists import CONTACT_VERBS, TOOK_PLACE, TURNING_WORDS

_FIELDS: Final = ("kind", "status", "outcome", "response", "notes")
NOT_UNDERSTOOD: Final = "day-not-understood"
"""The code of the finding about a plan whose day, or whose purpose, a text leaves open."""
_FREE_TEXT: Final = frozenset({"response", "notes"})
"""Fields whose texts say much else: a day there is asked about only next to the word for a meeting."""
_ASKED_IN: Final = frozenset({"response", "status", "outcome"})
"""Fields whose texts may ask the user to come back after a while: "try again in 2 weeks"."""
_UP_TO_A_DAY: Final = frozenset({
    "before", "after", "by", "from", "vor", "nach", "ab", "avant", "apres", "antes", "despues", "prima", "dopo", "depois", "voor", "na", "przed", "po",
})  # fmt: skip
"""Words between what they said and a day that is not the day of their answer."""
_FARTHEST_DAYS: Final = 180
"""A day farther away than this most likely has a wrong year."""
_LONGEST_QUOTE: Final = 40
_WEEKDAY_LASTS: Final = 7
"""A weekday in a text is over a week after the row's newest day,"""
_NEXT_STEP_LASTS: Final = 30
"""and a next step, which may have been typed long after that day, is stale a month after it."""


def read_reply_days(basis: Basis, column: Column) -> tuple[list[ReadDate | None], list[Finding]]:
    """Read the day behind the word for a reply: "yes 6 Apr", "replied on 6 April, wants my CV"; "yes 9/5" is two days."""
    texts = basis.table.texts(column)
    order = basis.orders[column.index]
    named = {text: _reply_day(basis, text, order) for text in set(texts)}
    findings = [
        finding_at(basis.table, "ambiguous-date-order", position, column, seen=text)
        for position, text in enumerate(texts)
        if (day := named[text]) is not None and day.on is None
    ]
    return [ReadDate(on=day.on) if (day := named[text]) and day.on else None for text in texts], findings


def _reply_day(basis: Basis, text: str, order: DateOrder) -> NamedDay | None:
    named = next(named_days(text, order=order, near=basis.today), None)
    if named is None or not (named.before or named.after) or _is_later_than_answer(named):
        return None
    is_past = named.on is None or 0 <= (basis.today - named.on).days <= _FARTHEST_DAYS
    is_reply = _says_they_answered(named.before, basis) if named.before else text.startswith(named.seen)
    return named if is_reply and is_past and names_meeting(_words(named)) == "none" else None


def _is_later_than_answer(named: NamedDay) -> bool:
    """Whether a day is one until, by or after which they said something: "out of office until 13 April"."""
    last = plain_phrase(named.before).split()[-1:]
    return bool(said_until(named.seen)) or not _UP_TO_A_DAY.isdisjoint(last)


def _words(named: NamedDay) -> str:
    """Return what a text says of a day: the words before it, else those after it and its time."""
    return named.before or without_time(named.after)


def _says_they_answered(words: str, basis: Basis) -> bool:
    """Whether words in front of a day say that they wrote or called on it: "yes", "replied", "called me"."""
    meaning, kind = read_answer_words(words, basis.words), read_kind(words)
    is_answer = meaning is not None and meaning.has_replied and not meaning.is_answered
    return is_answer or read_yes_no(words) is True or (kind is not None and kind[1] == "in")


def unfold_named_days(basis: Basis, so_far: Unfolded) -> Unfolded:
    """Add the meetings that rows name with their day, and the month until which an answer asks to wait."""
    so_far = _with_put_off(basis, so_far)
    for name in _FIELDS:
        for column in basis.table.columns_of(name):
            so_far = _plus_named(basis, so_far, column)
    so_far = _with_steps(basis, so_far)
    for column in basis.table.columns_of("next_action"):
        so_far = so_far.plus(findings=tuple(_next_steps(basis, so_far, column)))
    for column in (column for name in sorted(_ASKED_IN) for column in basis.table.columns_of(name)):
        plans = dict(_months(basis, so_far, column))
        so_far = so_far.plus(follow_ups=plans) if plans else so_far
    return so_far


def _with_put_off(basis: Basis, so_far: Unfolded) -> Unfolded:
    """Add the day to which an answer puts off: "not now, until 13 April", "not now, ask me in 3 weeks"."""
    for column in basis.table.columns_of("response"):
        plans = dict(_put_off(basis, so_far, column))
        so_far = so_far.plus(follow_ups=plans) if plans else so_far
    return so_far


def _put_off(basis: Basis, so_far: Unfolded, column: Column) -> Iterator[tuple[int, FollowUp]]:
    """Give the day to come back, where the row has none of its own; a span counts from the day of the answer only."""
    for position, text in basis.table.filled(column):
        newest, meaning = so_far.newest_day(position), read_answer_words(text, basis.words)
        is_put_off = meaning is not None and meaning.mood == "not now"
        if not is_put_off or newest is None or _planned(so_far, position):
            continue
        on = read_until(text, order=basis.date_order, after=newest)
        if on is None:
            said_on = said_by_them_on(so_far.touches[position])
            days = {named.on for named in named_days(text, order=basis.date_order, near=newest)} - {said_on}
            on = days.pop() if len(days) == 1 else None
            on = on or (_span(text, basis.date_order, said_on) if said_on is not None and not days else None)
        if on is not None and newest < on:
            said, place = one_line(text, _LONGEST_QUOTE), basis.table.place(position, column)
            yield position, FollowUp(on=on, place=place, set_on=newest, said=said)


def _span(text: str, order: DateOrder, said_on: dt.date) -> dt.date | None:
    """Return the day after a while that the clause about coming back names: "ask me in 3 weeks"."""
    day = find_day(asked_back_in(spelled_out(text)), order=order, counted_from=said_on)
    return day if isinstance(day, dt.date) else None


def _plus_named(basis: Basis, so_far: Unfolded, column: Column) -> Unfolded:
    """Add the meetings that a column's texts name, and a finding for each plan whose day they leave open."""
    meetings: dict[int, Touch] = {}
    findings: list[Finding] = []
    for position, text in basis.table.filled(column):
        near = so_far.newest_day(position) or basis.today
        with_date = list(named_days(text, order=basis.date_order, near=near))
        for named in with_date:
            if (on := _day_of_meeting(basis, named, near)) is not None:
                meetings.setdefault(position, _meeting(named, on, basis.table.place(position, column)))
        findings += _open_days(basis, so_far, column, (position, text), with_date)
    if not meetings and not findings:
        return so_far
    return _with_meetings(basis, so_far, column, meetings).plus(findings=findings)


def _day_of_meeting(basis: Basis, named: NamedDay, near: dt.date) -> dt.date | None:
    """Return the day of a meeting that is certain; one before the row's newest day is a memory."""
    on = named.on
    if on is None or not _is_certain_day(basis, named) or not (on > near or on >= basis.today):
        return None
    return on


def _is_certain_day(basis: Basis, named: NamedDay) -> bool:
    is_near = named.on is not None and abs((named.on - basis.today).days) <= _FARTHEST_DAYS
    return is_near and names_meeting(_words(named)) == "certain"


def _meeting(named: NamedDay, on: dt.date, place: Place) -> Touch:
    words = _words(named)
    return Touch(
        on=on,
        direction="both",
        kind=_kind(words),
        place=place,
        named="" if _says_it_took_place(words) else one_line(meeting_name(words), _LONGEST_QUOTE),
        is_job_interview=names_job_interview(words),
    )


def _open_days(
    basis: Basis, so_far: Unfolded, column: Column, cell: tuple[int, str], with_date: Sequence[NamedDay]
) -> Iterator[Finding]:
    """Find what a text plans without saying which day: "in 2 weeks", a weekday, a day that could be two.

    ``cell``: the record's position and its text; ``with_date``: the days that the text names.
    """
    position, text = cell
    near = so_far.newest_day(position) or basis.today
    if _is_understood(basis, so_far, column, position, text):
        return
    if column.field in _ASKED_IN and (clause := _asked_back(basis, so_far, position, text)):
        yield finding_at(basis.table, NOT_UNDERSTOOD, position, column, seen=clause)
    elif not with_date and (basis.today - near).days <= _WEEKDAY_LASTS:
        yield from _missed_weekdays(basis, so_far, column, cell)
    for named in with_date:
        if not _is_certain_day(basis, named) and _is_missed(basis, so_far, column, position, named):
            yield finding_at(basis.table, NOT_UNDERSTOOD, position, column, seen=named.seen)


def _asked_back(basis: Basis, so_far: Unfolded, position: int, text: str) -> str:
    """Return the clause that asks the user to come back after a while; "" where the row has a plan, or a later row is there."""
    clause = asked_back_in(spelled_out(text))
    if not clause or _has_newer_row(basis, so_far, position):
        return ""
    near = so_far.newest_day(position) or basis.today
    return "" if any(day > near for day in _planned(so_far, position)) else clause


def _next_steps(basis: Basis, so_far: Unfolded, column: Column) -> Iterator[Finding]:
    """Find next steps for a weekday; those with a day were read before."""
    for position, text in basis.table.filled(column):
        newest = so_far.newest_day(position)
        is_stale = newest is not None and (basis.today - newest).days > _NEXT_STEP_LASTS
        if position not in so_far.follow_ups and not is_stale:
            weekdays = list(_missed_weekdays(basis, so_far, column, (position, text)))
            yield from weekdays
            if not weekdays and names_vague_time(text) and not _has_newer_row(basis, so_far, position):
                yield finding_at(basis.table, NOT_UNDERSTOOD, position, column, seen=text)


def _with_steps(basis: Basis, so_far: Unfolded) -> Unfolded:
    """Say with the row's own words what its follow-up day is for: that of "yes, call on Thursday" is for a call."""
    follow_ups = dict(so_far.follow_ups)
    for column in (column for name in _FIELDS for column in basis.table.columns_of(name)):
        for position, text in basis.table.filled(column):
            if position in follow_ups and (named := _weekday_of_meeting(text, basis.today)) is not None:
                step = one_line(meeting_name(named.before or named.after), _LONGEST_QUOTE)
                follow_ups[position] = tuple(
                    plan
                    if plan.step or plan.is_done
                    else replace(plan, step=step, note=plan.note or named.seen)
                    for plan in follow_ups[position]
                )
    return replace(so_far, follow_ups=MappingProxyType(follow_ups))


def _weekday_of_meeting(text: str, today: dt.date) -> NamedDay | None:
    """Return the weekday for which a text plans a meeting, with no more doubt than which week is meant."""
    for named in named_weekdays(text, near=today):
        words = named.before or named.after
        if names_meeting(words) == "certain" and not _says_it_took_place(f"{named.before} {named.after}"):
            return named
    return None


def _has_newer_row(basis: Basis, so_far: Unfolded, position: int) -> bool:
    """Whether a later row has the same name: what a row plans is over when something was logged since."""
    column, own = basis.table.column_of("name"), so_far.newest_day(position)
    if column is None or own is None:
        return False
    name = basis.table.texts(column)[position]
    days = (so_far.newest_day(at) for at in basis.rows_by_name.get(name, ()))
    return any(day is not None and day > own for day in days)


def _says_it_took_place(words: str) -> bool:
    return not TOOK_PLACE.isdisjoint(plain_phrase(words).split())


def _kind(words: str) -> TouchKind:
    read = read_kind(words)
    return read[0] if read is not None and read[0] in MEETINGS else "meeting"


def _is_understood(basis: Basis, so_far: Unfolded, column: Column, position: int, text: str) -> bool:
    """Whether a text says when they will write, of an answer whose day is known or which names a date."""
    if column.field not in {"response", "status", "outcome"} or not says_they_will_write(text, basis.words):
        return False
    said_on = said_by_them_on(so_far.touches[position])
    return day_after_promise(text, order=basis.date_order, said_on=said_on, near=basis.today) is not None


def _is_missed(basis: Basis, so_far: Unfolded, column: Column, position: int, named: NamedDay) -> bool:
    """Whether a text seems to plan something for a day to come, which no other cell of the row plans."""
    certainty = names_meeting(_words(named))
    if named.on is None:
        return certainty == "certain"
    if named.on <= basis.today or named.on in _planned(so_far, position):
        return False
    if column.field in _FREE_TEXT:
        is_wanted = column.field == "response" and wants_by_day(named.seen)
        return certainty != "none" or _plans_contact(named) or is_wanted
    meaning = basis.words(basis.table.text(position, column))
    return meaning is None or not (meaning.is_automatic or meaning.state in {"closed", "paused"})


def _planned(so_far: Unfolded, position: int) -> set[dt.date]:
    """Return the days that other cells of a row plan something for."""
    follow_ups = so_far.follow_ups.get(position, ())
    return {*so_far.meetings_ahead.get(position, ()), *(plan.on for plan in follow_ups)}


def _plans_contact(named: NamedDay) -> bool:
    words = plain_phrase(spelled_out(f"{named.before} {named.after}")).split()
    return not CONTACT_VERBS.isdisjoint(words) and TURNING_WORDS.isdisjoint(words)


def _missed_weekdays(
    basis: Basis, so_far: Unfolded, column: Column, cell: tuple[int, str]
) -> Iterator[Finding]:
    """Find plans for a weekday: no other cell of the row plans that one, and which week is meant nobody can tell.

    ``cell``: the record's position and its text.
    """
    position, text = cell
    planned = {day.weekday() for day in _planned(so_far, position) if day >= basis.today}
    for named in named_weekdays(text, near=so_far.newest_day(position) or basis.today):
        words = f"{named.before} {named.after}"
        is_timed = TIME_START.match(named.after) is not None
        is_plan = (
            column.field == "next_action"
            or is_timed
            or _plans_contact(named)
            or names_meeting(words) != "none"
        )
        if is_plan and named.on and named.on.weekday() not in planned and not _says_it_took_place(words):
            seen = one_line(named.seen, _LONGEST_QUOTE)
            if not _has_newer_row(basis, so_far, position):
                yield finding_at(basis.table, NOT_UNDERSTOOD, position, column, seen=seen)
            return


def _with_meetings(basis: Basis, so_far: Unfolded, column: Column, meetings: Mapping[int, Touch]) -> Unfolded:
    """Add meetings; where the type of a row's own touch names one, that touch was the message about it."""
    rows = list(so_far.touches)
    touches: dict[int, Touch] = {}
    ahead: dict[int, dt.date] = {}
    for position, meeting in meetings.items():
        on = meeting.on or basis.today
        if column.field == "kind":
            rows[position] = tuple(_before(on, touch) for touch in rows[position])
        if on <= basis.today and not any(each.on == on and each.kind in MEETINGS for each in rows[position]):
            touches[position] = meeting
        if on >= basis.today and on not in so_far.meetings_ahead.get(position, ()):
            ahead[position] = on
    return replace(so_far, touches=tuple(rows)).plus(touches=touches, meetings_ahead=ahead)


def _before(meeting_on: dt.date, touch: Touch) -> Touch:
    if touch.kind not in MEETINGS or touch.on is None or touch.on >= meeting_on:
        return touch
    is_theirs = touch.direction == "in"
    return replace(touch, kind="reply" if is_theirs else "message", direction="in" if is_theirs else "out")


def _months(basis: Basis, so_far: Unfolded, column: Column) -> Iterator[tuple[int, FollowUp]]:
    """Give the first day of a month to come that an answer names, where the row has no day of its own ahead."""
    for position, text in basis.table.filled(column):
        newest = so_far.newest_day(position)
        found = None if newest is None or position in so_far.follow_ups else named_month(text, after=newest)
        meaning = basis.words(text)
        is_machine = meaning is not None and (meaning.is_automatic or meaning.has_bounced)
        if found is None or is_machine or position in so_far.meetings_ahead:
            continue
        first, before = found
        is_asked = not before or read_yes_no(before) is not None or basis.words(before) is not None
        if (is_asked and column.field == "response") or asks_back(before):
            said, place = one_line(text, _LONGEST_QUOTE), basis.table.place(position, column)
            yield position, FollowUp(on=first, place=place, set_on=newest, said=said)
