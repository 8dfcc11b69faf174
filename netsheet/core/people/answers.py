"""Answers: what the response, outcome and status columns say, and the replies and bounces that follow from it.

A word without a day means "answered, date unknown".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from netsheet.core.columns import column_values
from netsheet.core.columns.column import Column, Repeat
from netsheet.core.columns.column_values import Answer
from netsheet.core.grid import CellValue
from netsheet.core.model import DateOrder, Finding, Mood, Place, Touch, TouchKind
from netsheet.core.people.doubtful_answers import answers_of_calls, find_doubtful_noes
from netsheet.core.people.named_days import read_reply_days
from netsheet.core.people.unfolded import Basis, Said, Unfolded
from netsheet.core.values.answer_sentences import asked_back_in, read_status_words
from netsheet.core.values.dates import NotRead, ReadDate, read_date
from netsheet.core.values.short_forms import spelled_out
from netsheet.core.values.told_touches import read_end
from netsheet.core.values.vocabulary import DECLINED, IGNORED, Meaning

Words = Mapping[int, Said]
"""What a word in a row says, by the position of the record; the last of several columns counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replies:
    """The columns that say whether and when they replied, of one repetition, and what each record says there."""

    response: Column | None
    kind: Column | None
    date: Column | None
    answers: Sequence[Answer]
    moods: Sequence[Answer]
    days: Sequence[ReadDate | None]


def read_meanings(basis: Basis, name: str) -> tuple[Words, list[Finding]]:
    """Read the status or outcome words of each row."""
    said: dict[int, Said] = {}
    findings: list[Finding] = []
    for column in basis.table.columns_of(name):
        words, faults = column_values.read_words(
            basis.table, column, "status", lambda text: read_status_words(text, basis.words)
        )
        said |= {at: Said(word, column) for at, word in enumerate(words) if word and word is not IGNORED}
        findings += faults
    return said, findings


def read_replies(basis: Basis) -> tuple[list[Replies], list[Finding]]:
    """Read every response column and repetition."""
    names = ("response", "response_type", "response_date")
    columns = [column for name in names for column in basis.table.columns_of(name)]
    replies: list[Replies] = []
    findings: list[Finding] = []
    for repeat in dict.fromkeys(column.repeat for column in columns):
        read, faults = _read_repetition(basis, repeat)
        replies.append(read)
        findings += faults
    return replies, findings


def _read_repetition(basis: Basis, repeat: Repeat) -> tuple[Replies, list[Finding]]:
    table, orders = basis.table, basis.orders
    response = table.column_of("response", repeat=repeat)
    kind = table.column_of("response_type", repeat=repeat)
    date = table.column_of("response_date", repeat=repeat)
    answers: Sequence[Answer] = [None] * len(table.rows)
    moods: Sequence[Answer] = answers
    days: Sequence[ReadDate | None] = [None] * len(table.rows)
    findings: list[Finding] = []
    if response:
        answers, faults = column_values.read_answers(table, response, orders[response.index], basis.words)
        answers, unread = answers_of_calls(basis, response, answers)
        findings += [*faults, *unread, *find_doubtful_noes(basis, response)]
    if kind:
        moods, faults = column_values.read_answers(table, kind, orders[kind.index], basis.words)
        findings += faults
    if response:
        days, faults = read_reply_days(basis, response)
        findings += faults
    if date:
        dated, faults = basis.days(date, words_allowed=True)
        in_text, text_faults = read_reply_days(basis, date)
        days = [on or told or said for on, told, said in zip(dated, in_text, days, strict=True)]
        findings += [*faults, *text_faults]
    replies = Replies(response=response, kind=kind, date=date, answers=answers, moods=moods, days=days)
    return replies, findings


def no_replies(basis: Basis, replies: Sequence[Replies]) -> Mapping[int, Place]:
    """Return the response of each record that says nothing came: "no", "no reply yet"."""
    return {
        position: basis.table.place(position, each.response)
        for each in replies
        if each.response is not None
        for position, answer in enumerate(each.answers)
        if answer is False or (isinstance(answer, Meaning) and answer.has_sent and not answer.is_answered)
    }


def answers_said(replies: Sequence[Replies]) -> Words:
    """Return the word of each record's response, or of how they responded."""
    return {
        position: Said(word, column)
        for each in replies
        for words, column in ((each.answers, each.response), (each.moods, each.kind))
        for position, word in enumerate(words)
        if column is not None and isinstance(word, Meaning)
    }


def ends_said(basis: Basis) -> Words:
    """Return what each record's type of touch says of how things are now: a no, a promise to write, who left."""
    return {
        position: Said(meaning, column)
        for column in basis.table.columns_of("kind")
        for position, text in basis.table.filled(column)
        if (meaning := read_end(text)) is not None
    }


def unfold_answers(basis: Basis, so_far: Unfolded, replies: Sequence[Replies]) -> Unfolded:
    """Add the replies and bounces of the response columns."""
    for each in replies:
        touches: dict[int, Touch] = {}
        referrals: dict[int, Touch] = {}
        findings: list[Finding] = []
        for position, column, day, words in _given(each):
            if day is not None and day.on > basis.today:
                findings.append(basis.in_future(position, column, day.on))
            else:
                touches[position] = _reply(basis, position, column, day, words)
                if any(isinstance(word, Meaning) and word.is_referral for word in words):
                    referrals[position] = basis.touch(position, column, day, "referral", "in")
        so_far = so_far.plus(touches=touches, findings=findings).plus(touches=referrals)
    return so_far


def _given(replies: Replies) -> Iterator[tuple[int, Column, ReadDate | None, tuple[Answer, Answer]]]:
    """Run over the records that say they replied: position, the column that says so, the day if known, the words."""
    said_in = replies.response or replies.kind
    rows = zip(replies.answers, replies.moods, replies.days, strict=True)
    for position, (answer, mood, day) in enumerate(rows):
        dated_in = replies.date or said_in
        if day is not None and dated_in is not None:
            yield position, dated_in, day, (answer, mood)
        elif said_in is not None and isinstance(answer, ReadDate):
            yield position, said_in, answer, (answer, mood)
        elif said_in is not None and says_answered(mood if answer is None else answer):
            yield position, said_in, None, (answer, mood)


def says_answered(answer: Answer) -> bool:
    """Whether a response says that something came back: an answer, a bounce, an automatic reply."""
    if isinstance(answer, Meaning):
        return answer.has_replied or answer.has_bounced or answer.is_automatic
    return answer is True


def _reply(
    basis: Basis, position: int, column: Column, day: ReadDate | None, words: Sequence[Answer]
) -> Touch:
    """Make a reply of it, or what a word says that it was: a bounce, an automatic reply."""
    meanings = [word for word in words if isinstance(word, Meaning)]
    kind = _kind_of_answer(meanings)
    mood = _mood(meanings) if kind == "reply" else None
    is_put_off = mood == "not now" and day is None
    asks_back = asked_back_in(spelled_out(basis.table.text(position, column))) if is_put_off else ""
    return replace(basis.touch(position, column, day, kind, "in"), response_type=mood, asks_back=asks_back)


def _kind_of_answer(meanings: Sequence[Meaning]) -> TouchKind:
    if any(meaning.has_bounced for meaning in meanings):
        return "bounce"
    is_automatic = any(meaning.is_automatic for meaning in meanings)
    return (
        "automatic reply"
        if is_automatic and not any(meaning.has_replied for meaning in meanings)
        else "reply"
    )


def _mood(meanings: Sequence[Meaning]) -> Mood | None:
    return next((meaning.mood for meaning in reversed(meanings) if meaning.mood), None)


def unfold_rejections(basis: Basis, so_far: Unfolded) -> tuple[Unfolded, Words]:
    """Add a reply that says no for each day or yes in a column of rejections, and return what it says."""
    said: dict[int, Said] = {}
    for column in basis.table.columns_of("declined"):
        marks, findings = column_values.read_marks(
            basis.table, column, basis.orders[column.index], basis.words
        )
        touches: dict[int, Touch] = {}
        for position, mark in enumerate(marks):
            day = mark if isinstance(mark, ReadDate) else None
            if day is not None and day.on > basis.today:
                findings.append(basis.in_future(position, column, day.on))
            elif day is not None or mark is True:
                touches[position] = _reply(basis, position, column, day, (DECLINED,))
                said[position] = Said(DECLINED, column)
        so_far = so_far.plus(touches=touches, findings=findings)
    return so_far, said


def unfold_unplaced_answers(basis: Basis, so_far: Unfolded) -> Unfolded:
    """Add an undated reply where a reply or a meeting has a day that cannot be placed: there was an answer."""
    for name in ("response_date", "meeting_date"):
        for column in basis.table.columns_of(name):
            values = basis.table.values(column)
            unplaced = {value for value in set(values) if _is_unplaced(value, basis.orders[column.index])}
            touches = {
                position: _reply(basis, position, column, None, ())
                for position, value in enumerate(values if unplaced else ())
                if value in unplaced
                and not so_far.has_answer(position)
                and position not in so_far.meetings_ahead
            }
            so_far = so_far.plus(touches=touches)
    return so_far


def _is_unplaced(value: CellValue, order: DateOrder) -> bool:
    day = read_date(value, order=order)
    return isinstance(day, NotRead) and day.fault != "unreadable"


def unfold_status_answers(
    basis: Basis, so_far: Unfolded, *, status: Words, outcome: Words, answers: Words
) -> Unfolded:
    """Add an undated reply, or message, where only a word says that they answered, or that the user wrote.

    A word that the user made the next move is their own undated reply, after the one that it answers.
    """
    for words in (outcome, status):
        replies = {
            position: _reply(basis, position, said.column, None, (said.meaning,))
            for position, said in words.items()
            if says_answered(said.meaning) and not so_far.has_answer(position)
        }
        so_far = so_far.plus(touches=replies)
    for words in (status, outcome, answers):
        moves = {
            position: _move_of(basis, position, said)
            for position, said in words.items()
            if said.meaning.is_answered and _has_dated_reply(so_far.touches[position])
        }
        so_far = so_far.plus(touches=moves)
    for words in (status, outcome, answers):
        sent = {
            position: basis.touch(position, said.column, None, "message", "out")
            for position, said in words.items()
            if said.meaning.has_sent
            and all(touch.direction == "unknown" for touch in so_far.touches[position])
        }
        so_far = so_far.plus(touches=sent)
    return so_far


def _move_of(basis: Basis, position: int, said: Said) -> Touch:
    """Make the user's own reply of a word by which theirs is met; after "they will call" the next one is theirs."""
    mood = said.meaning.mood if said.meaning.mood == "will write" else None
    return replace(basis.touch(position, said.column, None, "reply", "out"), response_type=mood)


def _has_dated_reply(touches: Sequence[Touch]) -> bool:
    return any(touch.direction == "in" and touch.kind == "reply" and touch.on for touch in touches)
