"""The memory that a refresh leaves: what the log says, and what the rows show now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from netsheet.core.calendar import WorkingCalendar
from netsheet.core.columns.headings import read_fields
from netsheet.core.followups.first_seen import first_seen
from netsheet.core.followups.remembered import Remembered
from netsheet.core.followups.rules import compute_standings
from netsheet.core.followups.standing import Standing
from netsheet.core.followups.step_endings import shown_ending
from netsheet.core.model import Log, Person, Settings
from netsheet.core.owned_columns import SheetRows, ShownRow
from netsheet.core.recording.endings import write_endings
from netsheet.core.recording.log_history import RecordedLog
from netsheet.core.recording.memory_lines import Memory, fingerprint, write_line
from netsheet.core.recording.person_memory import CellsOfPeople


def compute_memory(
    recorded: RecordedLog,
    standings: Sequence[Standing],
    cells: CellsOfPeople,
    shown: SheetRows,
    *,
    today: dt.date,
    version: str,
    remembered: Mapping[str, Remembered],
    goals: str = "",
) -> Memory:
    """Put together what the next refresh needs to see what is new.

    Args:
        recorded: the log with its history.
        standings: of all its people, in their order.
        cells: what the rows say of each.
        shown: what the rows show now.
        today: the day of the refresh.
        version: netsheet's.
        remembered: what earlier refreshes saw, by the key of a person.
        goals: what the next refresh needs to know of the goals.
    """
    as_read = {person.key: person for person in recorded.read.people}
    lines = []
    for standing in standings:
        person = standing.person
        days, words = cells.texts(as_read[person.key])
        lines.append(
            write_line(
                who_exactly=recorded.keys_of(person),
                days=days,
                words=words,
                their_touches=cells.their_text(person),
                shown=_fingerprints(standing.person, recorded.read, shown),
                step=shown_step(standing, today=today),
                first_seen=first_seen(standing, remembered.get(person.key), today=today),
                unclaimed=recorded.unclaimed.get(person.key, ()),
            )
        )
    return Memory(
        refreshed_on=today,
        version=version,
        sheet=recorded.read.reading.sheet,
        lines=tuple(lines),
        history_lines=recorded.line_count,
        goals=goals,
        fields=read_fields(recorded.read.log_readings),
    )


def shown_step(standing: Standing, *, today: dt.date) -> str:
    """Write the step that a row shows as the memory holds it; "" where it shows none."""
    ending = shown_ending(standing, today=today)
    return write_endings((ending,)) if ending else ""


def say_due_step(person: Person, *, today: dt.date, settings: Settings, calendar: WorkingCalendar) -> str:
    """Say what is due with a person today, as ``shown_step``: their row shows it only from the next refresh on."""
    standings = compute_standings([person], today=today, settings=settings, calendar=calendar)
    return shown_step(standings[0], today=today)


def _fingerprints(person: Person, log: Log, shown: SheetRows) -> frozenset[str]:
    """Return the fingerprints of the rows that are about a person."""
    in_log = shown[log.reading.sheet]
    rows = [in_log[row] for row in person.rows]
    rows += [shown[sheet][row] for sheet, row in person.further_rows]
    if person.people_row is not None and log.people_reading is not None:
        rows.append(shown[log.people_reading.sheet][person.people_row])
    return frozenset(map(_fingerprint, rows))


def _fingerprint(row: ShownRow) -> str:
    values = row.values
    return fingerprint(values.status, values.next_step, values.due, values.why)
