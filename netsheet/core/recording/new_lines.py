"""What a refresh adds to the history by itself: days that were typed over, and replies that are new."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from netsheet.core.model import Person, Place
from netsheet.core.recording.corrected_replies import with_earlier_wording
from netsheet.core.recording.history_lines import HistoryLine
from netsheet.core.recording.history_words import HistoryWord
from netsheet.core.recording.log_history import RecordedLog
from netsheet.core.recording.memory_lines import DayCell, PersonMemory, read_person
from netsheet.core.recording.new_replies import SEEN_IN_LOG, Answers, find_new_replies
from netsheet.core.recording.overwritten_days import PersonDays, find_overwritten
from netsheet.core.recording.person_memory import CellsOfPeople, their_days
from netsheet.core.touch_facts import facts_of
from netsheet.core.values.answer_sentences import read_answer_words
from netsheet.core.values.cells import read_yes_no, tidy
from netsheet.core.values.vocabulary import StatusReader

_TYPED_OVER = "typed over in the log"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLines:
    """What is new since the last refresh.

    Attributes:
        lines: what the history gets.
        typed_over: the cells of the log whose old days are among them.
        changed: by the key of a person, those whose cells are not as the memory holds them.
    """

    lines: tuple[HistoryLine, ...] = ()
    typed_over: tuple[Place, ...] = ()
    changed: Mapping[str, Change] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One person, as the memory holds them and as the log and the history say now.

    Attributes:
        read: as the log's own sheets say.
        person: with the history.
        before: what the last refresh saw; None for somebody it did not see.
    """

    read: Person
    person: Person
    before: PersonMemory | None


def find_new_lines(
    recorded: RecordedLog, cells: CellsOfPeople, *, today: dt.date, words: StatusReader
) -> NewLines:
    """Compare the log with the memory; as of a day before the last refresh nothing is new.

    On a first refresh nothing is either, but what the user's own word says they owe.

    Args:
        recorded: the log, with the history as it is in the file.
        cells: what its rows say of people.
        today: the day of this run.
        words: reads a word of a response.
    """
    memory = recorded.memory
    if memory is None:
        return NewLines(lines=tuple(_owed_at_first(recorded, cells, today, words)))
    if today < memory.refreshed_on:
        return NewLines()
    changed = {change.person.key: change for change in _changes(recorded, cells)}
    lines = [
        _line(recorded, change.person, "replied", on=reply.on, since=reply.since, how=SEEN_IN_LOG)
        for change in changed.values()
        for reply in find_new_replies(
            *_answers_of(change, list(cells.words(change.read)), words),
            last_refresh_on=memory.refreshed_on,
            today=today,
        )
    ]
    typed_over = {
        key: kept
        for key, found in _find_typed_over(changed, cells, today).items()
        if (kept := tuple(cell for cell in found if not _came_back(cell, changed[key], cells, words)))
    }
    lines += [
        _line(recorded, changed[key].person, cell.what, on=cell.on, how=_TYPED_OVER)
        for key, found in typed_over.items()
        for cell in found
    ]
    places = [cells.place_of(changed[key].read, cell) for key, found in typed_over.items() for cell in found]
    return NewLines(
        lines=tuple(lines),
        typed_over=tuple(sorted(places, key=lambda place: (place.sheet, place.row, place.column))),
        changed=changed,
    )


def _changes(recorded: RecordedLog, cells: CellsOfPeople) -> Iterator[Change]:
    for read, person in zip(recorded.read.people, recorded.log.people, strict=True):
        line = recorded.memory_lines.get(person.key)
        if line is None or (line.days, line.words) != cells.texts(
            read
        ):  # a day ahead that has come is not new
            yield Change(read=read, person=person, before=read_person(line) if line is not None else None)


def _owed_at_first(
    recorded: RecordedLog, cells: CellsOfPeople, today: dt.date, words: StatusReader
) -> Iterator[HistoryLine]:
    for read, person in zip(recorded.read.people, recorded.log.people, strict=True):
        now = _answers(person, list(cells.words(read)), words)
        for reply in find_new_replies(None, now, last_refresh_on=None, today=today):
            yield _line(recorded, person, "replied", on=reply.on, since=reply.since, how=SEEN_IN_LOG)


def _answers_of(
    change: Change, said: Collection[tuple[str, str]], words: StatusReader
) -> tuple[Answers | None, Answers]:
    """Return what a person answered, before and now; a text that was only corrected is the earlier one."""
    before = _answers_before(change, words)
    now = _without_talks(change, before, _answers(change.person, said, words))
    if before is None or not now.texts:
        return before, now
    theirs = max(filter(None, now.days), default=None)
    is_answered = theirs is not None and any(
        touch.on is not None and touch.on >= theirs and facts_of(touch).is_from_user
        for touch in change.person.touches
    )
    texts = with_earlier_wording(now.texts, before.texts, words, is_answered=is_answered)
    return before, replace(now, texts=texts)


def _without_talks(change: Change, before: Answers | None, now: Answers) -> Answers:
    """Leave out what was said at a talk: a text that came with the day of one is not another message."""
    known = {cell.on for cell in change.before.days} if change.before is not None else set()
    talks = {touch.on for touch in change.read.touches if facts_of(touch).role == "conversation"}
    new = Counter(now.texts) - Counter(before.texts if before is not None else ())
    if not new or new.total() > len(talks - known - {None}):
        return now
    return replace(
        now,
        days=[day for day in now.days if day is not None],
        texts=list((Counter(now.texts) - new).elements()),
    )


def _answers_before(change: Change, words: StatusReader) -> Answers | None:
    before = change.before
    if before is None:
        return None
    said = _read_responses(before.words, words) if before.their_touches else ()
    return Answers(
        days=before.their_touches,
        texts=tuple(text for text, _ in said),
        owed=tuple(_owed(before.words, words)),
    )


def _answers(person: Person, said: Collection[tuple[str, str]], words: StatusReader) -> Answers:
    """Return what a person's rows say they answered; what was answered in turn ("had a call") waits for nothing."""
    responses = list(_read_responses(said, words))
    waiting = tuple(text for text, is_met in responses if not is_met)
    days = their_days(person)
    if len(waiting) < len(responses):
        days = [day for day in days if day is not None]
    newest = max((touch.on for touch in person.touches if touch.on is not None), default=None)
    is_known = newest is not None and newest in days
    return Answers(
        days=days,
        texts=waiting if days else (),
        newest_on=newest,
        owed=() if is_known else tuple(_owed(said, words)),
    )


def _owed(said: Iterable[tuple[str, str]], words: StatusReader) -> Iterator[str]:
    """Yield the words that say the user owes an answer: "need to reply"."""
    for name, text in said:
        meaning = read_answer_words(text, words) if name == "response" else words(text)
        if meaning is not None and meaning.is_owed:
            yield text


def _read_responses(said: Iterable[tuple[str, str]], words: StatusReader) -> Iterator[tuple[str, bool]]:
    """Yield the texts under Response that mean an answer of theirs, any but "no reply", and whether it is met."""
    for name, text in said:
        if name != "response" or read_yes_no(text) is False:
            continue
        meaning = read_answer_words(text, words)
        if meaning is None or meaning.has_replied:
            yield text, meaning is not None and meaning.is_answered


def _find_typed_over(
    changed: Mapping[str, Change], cells: CellsOfPeople, today: dt.date
) -> Mapping[str, tuple[DayCell, ...]]:
    people = {
        key: PersonDays(
            before=change.before.days if change.before else (),
            now=cells.days(change.read),
            touch_days=frozenset(touch.on for touch in change.person.touches if touch.on is not None),
        )
        for key, change in changed.items()
    }
    found = find_overwritten(people)
    return {
        key: kept for key, lost in found.items() if (kept := tuple(cell for cell in lost if cell.on <= today))
    }


def _came_back(cell: DayCell, change: Change, cells: CellsOfPeople, words: StatusReader) -> bool:
    """Whether the message of a day reached nobody: the row said that it bounced, and says so no longer."""
    before = change.before.words if change.before is not None else ()
    return (
        cell.what == "wrote"
        and _says_bounced(before, words)
        and not _says_bounced(cells.words(change.read), words)
    )


def _says_bounced(said: Iterable[tuple[str, str]], words: StatusReader) -> bool:
    for name, text in said:
        meaning = read_answer_words(text, words) if name == "response" else words(text)
        if meaning is not None and meaning.has_bounced:
            return True
    return False


def _line(
    recorded: RecordedLog,
    person: Person,
    what: HistoryWord,
    *,
    on: dt.date,
    how: str,
    since: dt.date | None = None,
) -> HistoryLine:
    return HistoryLine(
        on=on,
        what=what,
        since=since,
        how=how,
        who=tidy(person.name),
        who_exactly=recorded.keys_of(person),
    )
