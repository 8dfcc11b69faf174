"""The words under "Netsheet done": whose they are, what they say, and the lines of the history that they become."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from netsheet.core.column_places import DONE_COLUMN, OWNED_COLUMNS, find_headings
from netsheet.core.grid import CellValue, Sheet, Snapshot
from netsheet.core.model import Finding, Log, Person, Place, SheetReading
from netsheet.core.recording.claims import TypedWord, compute_claims, is_row_own
from netsheet.core.recording.closings import application_ending, open_applications
from netsheet.core.recording.done_findings import WordLeft, not_taken_finding
from netsheet.core.recording.done_lines import NewTouch, compute_line
from netsheet.core.recording.done_parts import Circumstances, NotTaken
from netsheet.core.recording.done_words import Recorded, RowPerson, ShownStep, read_done
from netsheet.core.recording.endings import ending_of, read_endings
from netsheet.core.recording.history_lines import HistoryLine
from netsheet.core.recording.log_history import RecordedLog
from netsheet.core.recording.memory_lines import PersonMemory, fingerprint, read_person
from netsheet.core.recording.new_lines import NewLines
from netsheet.core.recording.person_memory import CellsOfPeople, their_days
from netsheet.core.touch_facts import facts_of
from netsheet.core.values.cells import tidy

_EARLIER = "Earlier"
_FRESH_MEETING_DAYS = 14
"""Of a meeting that was called off the user speaks while its thanks are due, or before it."""


DueStep = Callable[[Person], str]
"""From a person to what is due with them, as the memory holds a step; "" for nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedWords:
    """What the words of a log become.

    Attributes:
        lines: what the history gets.
        taken: the cells whose words are in these lines.
        unclaimed: for each person the words in their rows that may belong to another row, to be remembered.
        findings: the words that were not taken, and why.
        left: these words themselves, in the order of the rows.
    """

    lines: tuple[HistoryLine, ...] = ()
    taken: tuple[Place, ...] = ()
    unclaimed: Mapping[str, frozenset[str]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    left: tuple[WordLeft, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cell:
    """A filled cell under Netsheet done, its row's other owned cells, and the people of the row."""

    place: Place
    value: CellValue
    shown: str
    is_earlier: bool
    people: tuple[Person, ...]


def read_typed_words(
    recorded: RecordedLog,
    snapshot: Snapshot,
    cells: CellsOfPeople,
    new: NewLines,
    circumstances: Circumstances,
    *,
    due_step: DueStep,
    is_refresh: bool,
) -> TypedWords:
    """Read the words of the log's sheet and of the People sheet.

    Args:
        recorded: the log, with the history as it is in the file.
        snapshot: its cells.
        cells: what its rows say of people.
        new: what else is new since the last refresh.
        circumstances: when the words are read, and how days are written.
        due_step: what is due with a person as of now, for a row that showed no step at the last refresh.
        is_refresh: whether they are recorded in this run; else what is put off says that it is not yet.
    """
    found = _filled_cells(recorded, snapshot)
    if not found:
        return TypedWords()
    return _Reader(recorded, snapshot, cells, new, circumstances, due_step, is_refresh).read(found)


def _filled_cells(recorded: RecordedLog, snapshot: Snapshot) -> list[_Cell]:
    log = recorded.log
    found: list[_Cell] = []
    for reading in log.readings:
        sheet = snapshot.sheet(reading.sheet)
        columns = find_headings(sheet, reading.header_row) if sheet else {}
        done = columns.get(DONE_COLUMN.heading.casefold())
        if sheet is None or done is None:
            continue
        rows = [row for row in reading.record_rows if sheet.value(row, done) not in {"", False}]
        people = _people_by_row(log, reading) if rows else {}
        for row in rows:
            shown = _owned_cells(sheet, row, columns)
            found.append(
                _Cell(
                    place=Place(sheet=sheet.name, row=row, column=done),
                    value=sheet.value(row, done),
                    shown=fingerprint(*shown),
                    is_earlier=shown[0] == _EARLIER,
                    people=tuple(people.get(row, ())),
                )
            )
    return found


def _owned_cells(sheet: Sheet, row: int, columns: Mapping[str, int]) -> list[CellValue]:
    """Return a row's owned cells that the memory knows: status, next step, due, why."""
    places = [columns.get(column.heading.casefold(), 0) for column in OWNED_COLUMNS[:4]]
    return [sheet.value(row, column) if column else "" for column in places]


def _people_by_row(log: Log, reading: SheetReading) -> Mapping[int, Sequence[Person]]:
    """Return the people of each row of a sheet."""
    by_row: dict[int, list[Person]] = {}
    for person in log.people:
        if reading is log.reading:
            rows: Iterable[int] = person.rows
        elif reading is log.people_reading:
            rows = filter(None, (person.people_row,))
        else:
            rows = (row for sheet, row in person.further_rows if sheet == reading.sheet)
        for row in rows:
            by_row.setdefault(row, []).append(person)
    return by_row


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the words of one log."""

    recorded: RecordedLog
    snapshot: Snapshot
    cells: CellsOfPeople
    new: NewLines
    circumstances: Circumstances
    due_step: DueStep
    is_refresh: bool

    def read(self, found: Sequence[_Cell]) -> TypedWords:
        said: dict[Place, tuple[Recorded, ...]] = {}
        findings: list[Finding] = []
        unread: set[Place] = set()
        for cell in found:
            read = read_done(cell.value, people=self._row_people(cell), circumstances=self.circumstances)
            if not isinstance(read, NotTaken):
                read = self._unclear_closing(cell, read) or read
            if isinstance(read, NotTaken):
                names = [person.name for person in cell.people]
                findings.append(not_taken_finding(read, cell.place, names))
                unread.add(cell.place)
            elif read and cell.people:
                said[cell.place] = read
            elif read:
                unread.add(cell.place)
        claims = compute_claims(
            [self._typed(cell, said[cell.place]) for cell in found if cell.place in said],
            self._memory(found) if self.recorded.memory is not None else None,
        )
        taken = [cell for cell in found if cell.place in claims.taken]
        left = [cell for cell in found if cell.place in unread or cell.place in said.keys() - claims.taken]
        lines = (line for cell in taken for entry in said[cell.place] for line in self._lines(cell, entry))
        return TypedWords(
            lines=tuple(lines),
            taken=tuple(cell.place for cell in taken),
            unclaimed=claims.unclaimed,
            findings=(*findings, *((claims.finding,) if claims.finding else ())),
            left=tuple(_left(cell) for cell in left),
        )

    def _unclear_closing(self, cell: _Cell, entries: Sequence[Recorded]) -> NotTaken | None:
        """Ask which application is meant, where a word on the People sheet closes somebody with several open ones."""
        reading = self.recorded.log.people_reading
        if reading is None or cell.place.sheet != reading.sheet:
            return None
        if not any(entry.what == "closed" for entry in entries):
            return None
        for person in cell.people:
            names = open_applications(person)
            if len(names) > 1:
                return NotTaken(reason="which application", seen=tidy(str(cell.value)), readings=names)
        return None

    def _typed(self, cell: _Cell, entries: Sequence[Recorded]) -> TypedWord:
        is_alike = cell.is_earlier or self._shows_what_others_show(cell)
        is_left_behind = is_alike and self._is_any_row_left_behind(cell.place.sheet)
        return TypedWord(
            place=cell.place,
            text=str(cell.value),
            shown=_NOBODYS if is_left_behind else cell.shown,
            people=[person.key for person in cell.people],
            has_name=any(entry.who is not None for entry in entries),
        )

    def _shows_what_others_show(self, cell: _Cell) -> bool:
        """Whether the row looks like rows of other people, so that it does not show whose it is."""
        shown = [
            key for key, line in self.recorded.memory_lines.items() if cell.shown and cell.shown in line.shown
        ]
        return bool(set(shown) - {person.key for person in cell.people})

    def _is_any_row_left_behind(self, name: str) -> bool:
        """Whether some row of a sheet shows what belongs to others than the people it names."""
        log, sheet = self.recorded.log, self.snapshot.sheet(name)
        reading = next((each for each in log.log_readings if each.sheet == name), None)
        if sheet is None or reading is None:
            return False
        columns, people = find_headings(sheet, reading.header_row), _people_by_row(log, reading)
        for row in reading.record_rows:
            keys = [person.key for person in people.get(row, ())]
            memory = {key: before for key in keys if (before := self._before(key))}
            if memory and not is_row_own(fingerprint(*_owned_cells(sheet, row, columns)), keys, memory):
                return True
        return False

    def _memory(self, found: Iterable[_Cell]) -> dict[str, PersonMemory]:
        keys = {person.key for cell in found for person in cell.people}
        return {key: memory for key in keys if (memory := self._before(key))}

    def _before(self, key: str) -> PersonMemory | None:
        line = self.recorded.memory_lines.get(key)
        return read_person(line) if line is not None else None

    def _row_people(self, cell: _Cell) -> list[RowPerson]:
        """Return the row's people with their steps, first the one whose step the row shows."""
        before = [(person, self._before(person.key)) for person in cell.people]
        before.sort(key=lambda each: each[1] is None or cell.shown not in each[1].shown)
        return [
            RowPerson(
                name=person.name,
                step=_step((memory.step if memory else "") or self.due_step(person)),
                new_reply=self._new_reply(person),
            )
            for person, memory in before
        ]

    def _lines(self, cell: _Cell, entry: Recorded) -> Iterator[HistoryLine]:
        names = [each.name for each in self._row_people(cell)]
        name = entry.who or names[0]
        person = next(each for each in cell.people if each.name == name)
        memory = self.recorded.memory
        if entry.is_unasked and not entry.note and self.recorded.is_done_on(person, entry.on):
            return
        line = compute_line(
            _with_ending(entry, person, cell.place),
            who=person.name,
            who_exactly=self.recorded.keys_of(person),
            last_refresh_on=memory.refreshed_on if memory else None,
            new_touches=self._new_touches(person),
        )
        if line is not None and line.what == "snoozed" and not self.is_refresh:
            line = replace(line, note=f"typed: {tidy(str(cell.value))}; refresh records it")
        if line is not None:
            yield with_channel(line, person, is_step=entry.is_step)

    def _new_reply(self, person: Person) -> ShownStep | None:
        """Return the answer that is due for a reply that the row has since the last refresh."""
        keys = self.recorded.keys_of(person)
        days = [line.on for line in self.new.lines if line.what == "replied" and line.who_exactly == keys]
        if not days:
            return None
        return ShownStep(kind="reply", due=max(days), ending=ending_of("reply", on=max(days)))

    def _new_touches(self, person: Person) -> list[NewTouch]:
        """Return what the log says happened with a person since the last refresh.

        A reply without its day is there only where a line of the history will hold it.
        """
        change = self.new.changed.get(person.key)
        if change is None:
            return []
        before = change.before or PersonMemory(who_exactly="")
        days = [
            NewTouch(what=cell.what, on=cell.on)
            for cell in self.cells.days(change.read)
            if cell not in before.days
        ]
        theirs = [
            NewTouch(what="replied", on=on)
            for on in their_days(person)
            if on not in before.their_touches and (on is not None or self._new_reply(person) is not None)
        ]
        return [*days, *theirs]


def _left(cell: _Cell) -> WordLeft:
    return WordLeft(
        place=cell.place, text=tidy(str(cell.value)), names=tuple(person.name for person in cell.people)
    )


_NOBODYS = "-"
"""A fingerprint that no row has."""


def _step(text: str) -> ShownStep | None:
    ending = next(iter(read_endings(text) or ()), None)
    if ending is None or ending.kind == "application":
        return None
    return ShownStep(kind=ending.kind, due=ending.on, ending=ending)


def _with_ending(entry: Recorded, person: Person, place: Place) -> Recorded:
    """Name what the word's row is about: an application that is closed, a meeting that was called off.

    The meeting is the next one, else a fresh one, where the row did not show it.
    """
    if entry.what in {"closed", "reopened"}:
        return replace(entry, ends=application_ending(person, (place.sheet, place.row)))
    if entry.what != "called off" or entry.ends or entry.is_planned:
        return entry
    past = [touch.on for touch in person.touches if touch.on and facts_of(touch).role == "conversation"]
    ahead = min(person.meetings_ahead, default=None)
    last = max((day for day in past if (entry.on - day).days <= _FRESH_MEETING_DAYS), default=None)
    day = ahead or last
    return replace(entry, ends=(ending_of("meeting", on=day),)) if day else entry


def with_channel(line: HistoryLine, person: Person, *, is_step: bool) -> HistoryLine:
    """Take a message for one of the same kind as the last, where the word does not say how it was sent.

    It was a call only where the step that was done (``is_step``) may have been one: what was "sent" was none.
    """
    if line.what != "wrote" or line.channel is not None:
        return line
    sent = [touch.channel for touch in person.touches if touch.channel and facts_of(touch).is_from_user]
    return replace(line, channel=sent[-1]) if sent and (is_step or sent[-1] != "phone") else line
