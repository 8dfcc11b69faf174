"""What the memory holds of each person's cells: their days by field, and the words that say how things are."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from netsheet.core.grid import Sheet
from netsheet.core.model import Log, Person, Place, Touch
from netsheet.core.recording.history_words import TOUCH_OF_WORD, HistoryWord
from netsheet.core.recording.memory_lines import (
    DayCell,
    Memory,
    MemoryLine,
    remembered_text,
    write_days,
    write_their_days,
    write_words,
)
from netsheet.core.recording.person_keys import index_people, read_keys
from netsheet.core.touch_facts import facts_of

_WORD_FIELDS: Final = frozenset({"status", "outcome", "response", "promise", "follow_up", "meeting_date"})
"""The fields whose texts say how things are or what is planned."""

_OTHERWISE: Final[Mapping[str, HistoryWord]] = {
    "out": "wrote",
    "in": "replied",
    "both": "met",
    "unknown": "contact",
}
_WORD_OF_TOUCH: Final = {
    (touch.kind, touch.direction, touch.intent): word for word, touch in reversed(list(TOUCH_OF_WORD.items()))
}


def word_of(touch: Touch) -> HistoryWord:
    """Return the word by which the history names a touch."""
    exact = _WORD_OF_TOUCH.get((touch.kind, touch.direction, touch.intent))
    return exact or _OTHERWISE[touch.direction]


class CellsOfPeople:
    """Reads what the memory holds of a person's cells.

    Args:
        log: as its own sheets say, without the history.
        sheets: the sheets as they were read, by name.
    """

    def __init__(self, log: Log, sheets: Mapping[str, Sheet]) -> None:
        self._fields = {
            (match.place.sheet, match.place.column): _field_name(match.field, match.repeated)
            for reading in log.readings
            for match in reading.headings
            if match.field is not None
        }
        self._log, self._sheets = log.reading.sheet, sheets
        self._words = {
            reading.sheet: [
                (match.place.column, match.field) for match in reading.headings if match.field in _WORD_FIELDS
            ]
            for reading in log.log_readings
        }
        self._text = cache(_cell_text)
        self._written = cache(write_words)  # the same few words come again and again
        self._texts: dict[str, tuple[str, str]] = {}

    def texts(self, person: Person) -> tuple[str, str]:
        """Return a person's days and words as the memory's line holds them."""
        found = self._texts.get(person.key)
        if found is None:
            found = self._texts[person.key] = (
                write_days(self.days(person)),
                self._written(tuple(self.words(person))),
            )
        return found

    def their_text(self, person: Person) -> str:
        """Return the days of what came from a person as the memory's line holds them."""
        return write_their_days(their_days(person))

    def place_of(self, person: Person, cell: DayCell) -> Place:
        """Return the cell that holds a person's newest day of a field."""
        places = [
            touch.place
            for touch in person.touches
            if self._fields.get((touch.place.sheet, touch.place.column)) == cell.field
        ]
        return places[-1] if places else person.place

    def days(self, person: Person) -> tuple[DayCell, ...]:
        """Return the days of the touches that the person's rows hold, by field."""
        return tuple(
            DayCell(
                field=self._fields.get((touch.place.sheet, touch.place.column), "date"),
                what=word_of(touch),
                on=touch.on,
            )
            for touch in person.touches
            if touch.on is not None
        )

    def words(self, person: Person) -> Iterator[tuple[str, str]]:
        """Yield the filled cells that say how things are, by field."""
        for row in person.rows:
            yield from self._words_of_row(self._log, row)
        for name, row in person.further_rows:
            yield from self._words_of_row(name, row)

    def _words_of_row(self, name: str, row: int) -> Iterator[tuple[str, str]]:
        cells = self._sheets[name].rows[row - 1]
        for column, field in self._words[name]:
            value = cells[column - 1] if column <= len(cells) else ""
            if value != "":
                yield field, self._text(value)


def _field_name(field: str, repeated: int) -> str:
    return f"{field}-{repeated}" if repeated else field


def _cell_text(value: object) -> str:
    """Return a cell in the form in which it is remembered; a date at midnight is a date."""
    day = value.date() if isinstance(value, dt.datetime) and value.time() == dt.time() else value
    whole = int(day) if isinstance(day, float) and day.is_integer() else day
    return remembered_text(str(whole))


def their_days(person: Person) -> list[dt.date | None]:
    """Return the days of what came from a person, None for a day that is not known."""
    return [touch.on for touch in person.touches if facts_of(touch).role == "answer"]


def match_memory(memory: Memory, who_exactly: Mapping[str, str]) -> dict[str, MemoryLine]:
    """Find the memory's line of each person, by any key that only they have; one that fits two people is nobody's.

    Args:
        memory: what the last refresh remembered.
        who_exactly: for each person (any identifier) their keys, as ``person_keys.write_keys`` writes them.
    """
    lines = {line.who_exactly: line for line in memory.lines}
    found = {person: lines[keys] for person, keys in who_exactly.items() if keys in lines}
    missing = [person for person in who_exactly if person not in found]
    used = {line.who_exactly for line in found.values()}
    left = {keys: read_keys(keys) for keys in lines if keys not in used} if missing else {}
    if left:
        known = index_people(left)
        for person in missing:
            candidates = known.candidates(read_keys(who_exactly[person]))
            if len(candidates) == 1:
                found[person] = lines[next(iter(candidates))]
    uses = Counter(line.who_exactly for line in found.values())
    return {person: line for person, line in found.items() if uses[line.who_exactly] == 1}
