"""Answers: what the response, outcome and status columns say, and the touches that follow from it.

One responsibility: replies and bounces. A word without a day means "answered, date unknown".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from netsheet.core.columns import column_values
from netsheet.core.columns.column import Column, Repeat
from netsheet.core.columns.column_values import Answer
from netsheet.core.grid import CellValue
from netsheet.core.model import DateOrder, Mood, Touch
from netsheet.core.people.touches import Unfolded, ways_of
from netsheet.core.values.dates import NotRead, ReadDate, read_date
from netsheet.core.values.vocabulary import Meaning, read_status


def read_meanings(found: Unfolded) -> None:
    """Read the status and outcome words of each row."""
    for name, kept in (("status", found.status), ("outcome", found.outcome)):
        for column in found.table.columns_of(name):
            words = column_values.read_words(found.table, column, "status", _with_column(column))
            kept.update({at: word for at, word in enumerate(words) if word})


def _with_column(column: Column) -> Callable[[str], tuple[Meaning, Column] | None]:
    """Return a reader of status words that tells the column with each meaning."""

    def read(text: str) -> tuple[Meaning, Column] | None:
        meaning = read_status(text)
        return (meaning, column) if meaning else None

    return read


def unfold_answers(found: Unfolded) -> None:
    """Add the replies and bounces of every response column and repetition."""
    table = found.table
    columns = [
        column for name in ("response", "response_type", "response_date") for column in table.columns_of(name)
    ]
    for repeat in dict.fromkeys(column.repeat for column in columns):
        _unfold_repetition(found, repeat)


def unfold_unplaced_answers(found: Unfolded) -> None:
    """Add an undated reply where the day of a reply or a meeting stands but cannot be placed: there was an answer."""
    for name in ("response_date", "meeting_date"):
        for column in found.table.columns_of(name):
            values = found.table.values(column)
            unplaced = {value for value in set(values) if _is_unplaced(value, found.order(column))}
            for position, value in enumerate(values if unplaced else ()):
                is_known = _has_answer(found, position) or position in found.meetings_ahead
                if value in unplaced and not is_known:
                    _add_reply(found, position, column, None, ())


def _is_unplaced(value: CellValue, order: DateOrder) -> bool:
    day = read_date(value, order=order)
    return isinstance(day, NotRead) and day.fault != "unreadable"


def _has_answer(found: Unfolded, position: int) -> bool:
    return any(touch.direction in {"in", "both"} for touch in found.touches[position])


def _unfold_repetition(found: Unfolded, repeat: Repeat) -> None:
    table = found.table
    response, kind, date = (
        table.column_of(name, repeat=repeat) for name in ("response", "response_type", "response_date")
    )
    nothing: Sequence[None] = [None] * len(table.rows)
    answers = column_values.read_answers(table, response, found.order(response)) if response else nothing
    moods = column_values.read_answers(table, kind, found.order(kind)) if kind else nothing
    days = found.days(date, words_allowed=True) if date else nothing
    for position, (answer, mood, day) in enumerate(zip(answers, moods, days, strict=True)):
        if not answer and not mood and day is None:
            continue
        for said, column in ((answer, response), (mood, kind)):
            if column is not None and isinstance(said, Meaning):
                found.answers[position] = (said, column)
        if day is not None and date is not None:
            _add_reply(found, position, date, day, (answer, mood))
        elif (answer is not None or mood is not None) and (said_in := response or kind) is not None:
            _add_undated(found, position, said_in, answer, mood)


def _add_reply(
    found: Unfolded, position: int, column: Column, day: ReadDate | None, answers: Sequence[Answer]
) -> None:
    """Add a reply, or a bounce where a word says so; a day to come is reported and left out."""
    if day is not None and found.is_ahead(position, column, day):
        return
    meanings = [answer for answer in answers if isinstance(answer, Meaning)]
    has_bounced = any(meaning.has_bounced for meaning in meanings)
    mood = _mood(meanings) if meanings and not has_bounced else None
    on, at = (day.on, day.at) if day else (None, None)
    channel, place = ways_of(found.table, column.repeat)[position][0], found.table.place(position, column)
    touch = Touch(on, "in", "bounce" if has_bounced else "reply", place, at, channel, None, mood)
    found.add(position, touch)


def _mood(meanings: Sequence[Meaning]) -> Mood | None:
    return next((meaning.mood for meaning in reversed(meanings) if meaning.mood), None)


def _add_undated(found: Unfolded, position: int, column: Column, answer: Answer, mood: Answer) -> None:
    if isinstance(answer, ReadDate):
        _add_reply(found, position, column, answer, (answer, mood))
    elif _says_answered(answer) or (answer is None and _says_answered(mood)):
        _add_reply(found, position, column, None, (answer, mood))


def _says_answered(answer: Answer) -> bool:
    if isinstance(answer, Meaning):
        return answer.has_replied or answer.has_bounced
    return answer is True


def unfold_status_answers(found: Unfolded) -> None:
    """Add an undated reply, or message, where only a word says that they answered, or that the user wrote."""
    for kept in (found.outcome, found.status):
        for position, (meaning, column) in kept.items():
            if not (meaning.has_replied or meaning.has_bounced):
                continue
            if not _has_answer(found, position):
                _add_reply(found, position, column, None, (meaning,))
    for kept in (found.status, found.outcome, found.answers):
        for position, (meaning, column) in kept.items():
            if meaning.has_sent and all(touch.direction == "unknown" for touch in found.touches[position]):
                channel, place = (
                    ways_of(found.table, column.repeat)[position][0],
                    found.table.place(position, column),
                )
                found.add(position, Touch(None, "out", "message", place, channel=channel))
