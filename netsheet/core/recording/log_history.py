"""The log together with the history: each person with the lines that are theirs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from netsheet.core.findings import build_finding
from netsheet.core.grid import Sheet, Snapshot
from netsheet.core.model import DateOrder, Finding, Log, Person, Place
from netsheet.core.recording.counted_days import with_counted_days
from netsheet.core.recording.done_findings import WordLeft
from netsheet.core.recording.history_lines import HistoryLine, interpret_history, place_lines
from netsheet.core.recording.history_people import share_out_lines
from netsheet.core.recording.memory_lines import Memory, MemoryLine, read_memory
from netsheet.core.recording.new_replies import SEEN_IN_LOG, replies_of_cells, without_replaced
from netsheet.core.recording.person_keys import read_keys, write_keys
from netsheet.core.recording.person_memory import match_memory
from netsheet.core.recording.recorded_people import with_lines
from netsheet.core.recording.sheet_names import HISTORY_SHEET, MEMORY_SHEET
from netsheet.core.touch_facts import facts_of

_NOT_UNDERSTOOD: Final = "day-not-understood"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedLog:
    """A log with what is recorded next to it.

    Attributes:
        read: the log as its own sheets say.
        log: the log with the history: what everything is worked out from.
        lines: the lines of the history.
        new_lines: lines that the next refresh adds, with the places they will have.
        deleted: lines of the history that are deleted at the user's wish.
        findings: what could not be read or used.
        history: the history's sheet, None where the workbook has none.
        history_findings: those of them about lines that could not be read.
        memory: what the last refresh of this log remembered; None where this is a first one.
        memory_lines: by the key of a person their line of it.
        taken: the cells under Netsheet done whose words are among the new lines.
        words_left: the words under Netsheet done that are not recorded.
        unclaimed: by the key of a person the words in their rows that may belong to another row.
        typed_over: the cells of the log whose old days are among the new lines.
        who_exactly: by the key of a person all that identifies them, where it was needed.
    """

    read: Log
    log: Log
    lines: tuple[HistoryLine, ...] = ()
    new_lines: tuple[HistoryLine, ...] = ()
    deleted: tuple[HistoryLine, ...] = ()
    findings: tuple[Finding, ...] = ()
    history: Sheet | None = None
    history_findings: tuple[Finding, ...] = ()
    memory: Memory | None = None
    memory_lines: Mapping[str, MemoryLine] = field(default_factory=dict)
    taken: tuple[Place, ...] = ()
    words_left: tuple[WordLeft, ...] = ()
    unclaimed: Mapping[str, frozenset[str]] = field(default_factory=dict)
    typed_over: tuple[Place, ...] = ()
    who_exactly: Mapping[str, str] = field(default_factory=dict)

    @property
    def line_count(self) -> int:
        """How many lines the history has after a refresh; one that could not be read counts too."""
        name = self.history.name if self.history is not None else None
        places = [finding.place for finding in self.history_findings]
        rows = {place.row for place in places if place is not None and place.sheet == name}
        rows |= {line.place.row for line in self.lines if line.place is not None}
        return len(rows) + len(self.new_lines)

    @property
    def lines_gone(self) -> int:
        """How many lines somebody deleted since the last refresh."""
        if self.memory is None:
            return 0
        known = self.line_count - len(self.new_lines) + len(self.deleted)
        return max(self.memory.history_lines - known, 0)

    def keys_of(self, person: Person) -> str:
        """Return all that identifies a person, as the history and the memory hold it."""
        return self.who_exactly.get(person.key) or _who_exactly(person)

    def is_done_on(self, person: Person, day: dt.date) -> bool:
        """Whether the user wrote to a person on a day, or ended a step with them then."""
        keys = self.keys_of(person)
        return any(touch.on == day and facts_of(touch).is_from_user for touch in person.touches) or any(
            line.on == day and line.ends and line.who_exactly == keys
            for line in (*self.lines, *self.new_lines)
        )

    def plus(self, lines: Iterable[HistoryLine], *, today: dt.date) -> RecordedLog:
        """Return the log with more lines, which the next refresh adds below the history's last."""
        added = place_lines(self.history, [*self.new_lines, *lines])
        return _with_lines(replace(self, new_lines=added), today) if added else self

    def minus(self, lines: Collection[HistoryLine], *, today: dt.date) -> RecordedLog:
        """Return the log without some lines of the history, which are deleted from it."""
        deleted = tuple(line for line in self.lines if line in lines)
        left = tuple(line for line in self.lines if line not in lines)
        return _with_lines(replace(self, lines=left, deleted=deleted), today)


def read_recorded(log: Log, snapshot: Snapshot, *, today: dt.date, order: DateOrder) -> RecordedLog:
    """Read the history and the memory of a log, and give each line to its person.

    A line of nobody, or of two people, is a finding. The memory of another sheet counts as none, unless that sheet is
    not there any more: then the log's was renamed.
    """
    history, memory = snapshot.sheet(HISTORY_SHEET), read_memory(snapshot.sheet(MEMORY_SHEET))
    own = {reading.sheet for reading in log.log_readings}
    if memory is not None and memory.sheet not in own and snapshot.sheet(memory.sheet):
        memory = None
    lines, findings = interpret_history(history, order=order)
    if memory is None and not lines:
        return RecordedLog(read=log, log=log, history=history, findings=findings, history_findings=findings)
    said = [line for line in lines if line.what != "imported"]
    if log.collected and said:
        log = _with_called_on(log, share_out_lines(said, _read_keys(log)).of_person)
    keys = {person.key: _who_exactly(person) for person in log.people}
    memory_lines = match_memory(memory, keys) if memory else {}
    if memory:
        log = with_counted_days(log, memory_lines, refreshed_on=memory.refreshed_on, today=today)
    recorded = RecordedLog(
        read=log,
        log=log,
        lines=lines,
        findings=findings,
        history=history,
        history_findings=findings,
        memory=memory,
        memory_lines=memory_lines,
        who_exactly=keys,
    )
    return _with_lines(recorded, today) if lines else recorded


def _with_lines(recorded: RecordedLog, today: dt.date) -> RecordedLog:
    """Give each line, old and new, to its person."""
    keys = {person.key: read_keys(recorded.keys_of(person)) for person in recorded.read.everybody}
    shared = share_out_lines([*recorded.lines, *recorded.new_lines], keys)
    read = _with_called_on(recorded.read, shared.of_person)
    people = tuple(_with_history(read.people, shared.of_person, today))
    log = replace(read, people=people, findings=tuple(_without_settled(read, people, shared.of_person)))
    return replace(
        recorded,
        read=read,
        log=log,
        findings=(*recorded.history_findings, *shared.findings, *_find_unsaid(read.people, shared.of_person)),
    )


def _without_settled(
    log: Log, people: Iterable[Person], of_person: Mapping[str, Sequence[HistoryLine]]
) -> Iterator[Finding]:
    """Leave out the days under Response that could not be read, where the user did something since, or they count now."""
    settled: set[Place] = set()
    for person, after in zip(log.people, people, strict=True):
        lines = of_person.get(person.key, ())
        seen_on = max(
            (line.on for line in lines if line.what == "replied" and line.how == SEEN_IN_LOG), default=None
        )
        if seen_on is not None and any(line.on >= seen_on and line.how != SEEN_IN_LOG for line in lines):
            settled |= {touch.place for touch in person.touches if facts_of(touch).role == "answer"}
        if lines:
            asked = {touch.place for touch in person.touches if touch.asks_back}
            settled |= asked.intersection(plan.place for plan in after.follow_ups)
    for finding in log.findings:
        if finding.code != _NOT_UNDERSTOOD or finding.place not in settled:
            yield finding


def _replies_taken_back(person: Person, lines: Sequence[HistoryLine]) -> tuple[HistoryLine, ...]:
    """Return the replies that the response no longer speaks of, as it says that none came: they do not count meanwhile."""
    return replies_of_cells(lines, person.touches) if person.no_reply is not None else ()


def _find_unsaid(
    people: Iterable[Person], of_person: Mapping[str, Sequence[HistoryLine]]
) -> Iterator[Finding]:
    """Find the replies of the history that the log spoke of once, and does not any more."""
    for person in people:
        if any(facts_of(touch).ends_thread for touch in person.touches):
            continue
        for line in replies_of_cells(of_person.get(person.key, ()), person.touches):
            row = "" if line.place is None else f", row {line.place.row}"
            if person.no_reply is not None:
                yield build_finding("reply-taken-back", person.no_reply, day=line.on.isoformat(), row=row)
            elif line.place is not None:
                yield build_finding("reply-kept", line.place, who=line.who, day=line.on.isoformat())


def _read_keys(log: Log) -> dict[str, frozenset[str]]:
    return {person.key: read_keys(_who_exactly(person)) for person in log.everybody}


def _with_called_on(log: Log, of_person: Mapping[str, Sequence[HistoryLine]]) -> Log:
    """Return the log with those who were only collected and of whom the history says more than that among its people."""
    called_on = {key for key, lines in of_person.items() if any(line.what != "imported" for line in lines)}
    joining = tuple(person for person in log.collected if person.key in called_on)
    if not joining:
        return log
    left = tuple(person for person in log.collected if person.key not in called_on)
    return replace(log, people=(*log.people, *joining), collected=left)


def _who_exactly(person: Person) -> str:
    return write_keys(name=person.name, company=person.company, email=person.email, linkedin=person.linkedin)


def _with_history(
    people: Sequence[Person], of_person: Mapping[str, Sequence[HistoryLine]], today: dt.date
) -> Iterable[Person]:
    for person in people:
        lines = of_person.get(person.key)
        if not lines:
            yield person
            continue
        back = _replies_taken_back(person, lines)
        lines = [line for line in lines if line not in back]
        theirs = [touch.on for touch in person.touches if touch.on and facts_of(touch).role == "answer"]
        yield with_lines(person, without_replaced(lines, theirs), today=today)
