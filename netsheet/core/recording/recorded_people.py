"""A person with what the history says of them: touches, plans, promises kept, closings.

The history is a source like the log. What both hold counts once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, Literal

from netsheet.core.model import FollowUp, Intent, News, Person, Place, Promise, Touch
from netsheet.core.recording.closings import with_closings
from netsheet.core.recording.done_lines import TYPED, is_unasked
from netsheet.core.recording.endings import Ending, StepKind, ending_of
from netsheet.core.recording.history_lines import HistoryLine, says_not_now
from netsheet.core.recording.history_words import (
    GIVING_TEMPLATES,
    TOUCH_OF_WORD,
    HistoryWord,
    RecordedTouch,
)
from netsheet.core.recording.new_replies import SEEN_IN_LOG
from netsheet.core.touch_facts import facts_of
from netsheet.core.values.sentence_days import read_span

_STEPS_AFTER_THEM: Final[frozenset[StepKind]] = frozenset(
    {"reply", "thank", "thank_referrer", "congratulate"}
)
"""What answers something of theirs, so it comes after that on the same day; all other messages come before it."""


def with_lines(person: Person, lines: Sequence[HistoryLine], *, today: dt.date) -> Person:
    """Return a person with the lines of the history that are theirs.

    Args:
        person: as the log says.
        lines: theirs, each once, in any order.
        today: days after it are plans.
    """
    ended = {ending for line in lines for ending in line.ends}
    called_off = _meeting_days(line for line in lines if line.what == "called off")
    touches = [
        touch
        for touch in person.touches
        if touch.on not in called_off or facts_of(touch).role != "conversation"
    ]
    for line in sorted(lines, key=lambda each: (each.on, each.what)):
        is_off = line.what == "called off" and line.until in called_off  # its new day was called off, too
        if not is_off and (touch := _touch(line, person, today)) is not None:
            _add(touch, touches, is_span=line.since is not None)
    _say_how(touches, person, lines)
    touches.sort(key=lambda touch: touch.on or dt.date.max)
    person = replace(
        person,
        touches=tuple(touches),
        follow_ups=_follow_ups(person, touches, lines, ended),
        promises=tuple(_promises(person, lines, ended)),
        meetings_ahead=_meetings_ahead(person, lines, today),
        value_given_on=max(_days_of(lines, "gave", person.value_given_on), default=None),
        news=(*person.news, *_news(person, lines)),
        kept_open=tuple(_days_of(lines, "kept open")),
    )
    return _with_state(person, lines, ended)


def _meeting_days(lines: Iterable[HistoryLine]) -> set[dt.date]:
    """Return the days of the meetings that lines end; thanks are for a meeting of their day."""
    return {
        ending.on
        for line in lines
        for ending in line.ends
        if ending.on is not None and ending.kind in {"meeting", "thank"}
    }


def _touch(line: HistoryLine, person: Person, today: dt.date) -> Touch | None:
    place = _place(line, person)
    if line.what == "called off":  # moved to another day, on which it took place
        is_over = line.until is not None and line.until < today
        return Touch(on=line.until, direction="both", kind="meeting", place=place) if is_over else None
    word = TOUCH_OF_WORD.get(line.what)
    if word is None:
        return None
    return Touch(
        on=line.on,
        since=line.since,
        direction=word.direction,
        kind=word.kind,
        place=place,
        channel=line.channel,
        intent=_intent(line, word),
        response_type="not now" if says_not_now(line) else None,
        template=line.template or None,
        subject=line.subject or None,
        in_day=_in_day(line),
    )


def _intent(line: HistoryLine, word: RecordedTouch) -> Intent | None:
    if is_unasked(line):
        return "social"
    return "give" if line.template in GIVING_TEMPLATES and word.direction == "out" else word.intent


def _place(line: HistoryLine, person: Person) -> Place:
    return line.place or person.place


def _in_day(line: HistoryLine) -> Literal["before", "after"] | None:
    if not line.ends:
        return None
    return "after" if any(_is_after_them(line, ending) for ending in line.ends) else "before"


def _is_after_them(line: HistoryLine, ending: Ending) -> bool:
    """Whether what was done answers whatever came from them on its day.

    A command is typed when it is done, so it answers what its ending names, and nothing that was recorded later that day.
    A word in the sheet is read at the next refresh, with everything that came until then.
    """
    is_typed = line.how.startswith(TYPED) or ending.on is None
    return ending.kind in _STEPS_AFTER_THEM and (is_typed or ending.on == line.on)


def _add(touch: Touch, touches: list[Touch], *, is_span: bool) -> None:
    """Add a touch, unless the log holds it already; then what the history knows of its place in the day counts."""
    role = facts_of(touch).role
    if is_span:  # the same answer, of which the log does not say the day
        undated = next((each for each in touches if each.on is None and facts_of(each).role == role), None)
        touches[:] = [each for each in touches if each is not undated]
    for at, logged in enumerate(touches):
        if logged.on == touch.on and logged.direction == touch.direction and facts_of(logged).role == role:
            touches[at] = replace(
                logged,
                in_day=touch.in_day or logged.in_day,
                response_type=touch.response_type or logged.response_type,
                named="",
            )
            return
    touches.append(touch)


def _say_how(touches: list[Touch], person: Person, lines: Sequence[HistoryLine]) -> None:
    """Give the reply that the row names without its day what the row says of it: "not now", a no."""
    answers = (each for each in person.touches if each.on is None and facts_of(each).role == "answer")
    said = next((each for each in answers if each.response_type is not None), None)
    told_on = _told_on(person, lines, said) if said is not None else None
    for at, touch in enumerate(touches):
        if said is not None and touch.on == told_on is not None and facts_of(touch).role == "answer":
            how = touch.response_type or said.response_type
            touches[at] = replace(touch, response_type=how, until=said.until, asks_back=said.asks_back)
            return


def _told_on(person: Person, lines: Sequence[HistoryLine], said: Touch) -> dt.date | None:
    """Return the day of the reply whose words are in the row; None when no line is about it.

    It is the one that was seen in the log. What the user typed later is another one: "he called" keeps "will call me".
    """
    dated = {touch.on for touch in person.touches}
    replies = [line for line in lines if line.what == "replied" and line.on not in dated]
    seen = [line.on for line in replies if line.how == SEEN_IN_LOG]
    typed = [
        line.on
        for line in replies
        if line.since is not None and (line.channel != "phone" or said.response_type != "will write")
    ]
    return max(seen or typed, default=None)


def _day_asked_back(person: Person, touches: Iterable[Touch]) -> Iterator[FollowUp]:
    """Give the day on which they want to be asked again, counted from when their answer was seen; the user's own comes first."""
    said = next((touch for touch in person.touches if touch.asks_back), None)
    seen_on = next((touch.on for touch in touches if touch.on is not None and touch.asks_back), None)
    if said is None or seen_on is None or person.follow_ups:
        return
    on = read_span(said.asks_back, counted_from=seen_on)
    if on is not None:
        yield FollowUp(on=on, place=said.place, set_on=seen_on, said=said.asks_back)


def _follow_ups(
    person: Person, touches: Iterable[Touch], lines: Sequence[HistoryLine], ended: Collection[Ending]
) -> tuple[FollowUp, ...]:
    """Return the user's own days, and those that something was put off to; what a line ended is done."""
    over = {ending.on for ending in ended if ending.kind == "follow_up"}
    planned = [*person.follow_ups, *_day_asked_back(person, touches)]
    plans = [replace(plan, is_done=True) if plan.on in over else plan for plan in planned]
    known = {plan.on for plan in plans} | {line.until for line in lines if line.what == "snoozed"}
    plans += [  # what was done stays done when its day is no longer in the log
        FollowUp(on=ending.on, place=_place(line, person), is_done=True)
        for line in lines
        for ending in line.ends
        if ending.kind == "follow_up" and ending.on is not None and ending.on not in known
    ]
    plans += [
        FollowUp(
            on=line.until,
            place=_place(line, person),
            is_done=line.until in over,
            note=line.note,
            snoozed_on=line.on,
        )
        for line in lines
        if line.what == "snoozed" and line.until is not None
    ]
    return tuple(plans)


def _promises(person: Person, lines: Iterable[HistoryLine], ended: Collection[Ending]) -> Iterator[Promise]:
    promises = list(person.promises)
    promises += [
        Promise(text=line.note, place=_place(line, person), by=line.until, made_on=line.on)
        for line in lines
        if line.what == "promised"
    ]
    for promise in promises:
        is_kept = ending_of("promise", promise.text, promise.by) in ended
        yield replace(promise, is_done=True) if is_kept else promise


def _meetings_ahead(person: Person, lines: Sequence[HistoryLine], today: dt.date) -> tuple[dt.date, ...]:
    moved = {line.until for line in lines if line.what == "called off" and line.until is not None}
    ahead = {*person.meetings_ahead, *(day for day in moved if day >= today)}
    return tuple(sorted(ahead - _meeting_days(lines)))


def _news(person: Person, lines: Iterable[HistoryLine]) -> Iterator[News]:
    for line in lines:
        if line.what == "news":
            yield News(text=line.note, on=line.on, place=_place(line, person))


def _days_of(lines: Iterable[HistoryLine], what: HistoryWord, *others: dt.date | None) -> list[dt.date]:
    return sorted([*filter(None, others), *(line.on for line in lines if line.what == what)])


def _with_state(person: Person, lines: Sequence[HistoryLine], ended: Collection[Ending]) -> Person:
    """Return a person closed, opened again, or no longer parked, as the newest of their lines say."""
    person = with_closings(person, lines)
    if person.state == "closed":
        return person
    is_unparked = ending_of("follow_up", on=person.paused_until) in ended
    if (person.state == "paused" and is_unparked) or (
        person.state == "not contacted" and any(line.what in TOUCH_OF_WORD for line in lines)
    ):
        person = replace(person, state="open", paused_until=None, closed_on=None)
    has_day = any(line.what in TOUCH_OF_WORD or line.what == "snoozed" for line in lines)
    return replace(person, unreadable=None) if has_day else person
