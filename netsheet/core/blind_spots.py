"""What keeps netsheet from seeing all that is due: days and sheets that were not read, people without a day, hidden columns.

Each is one line, said by every command that says what is due: silence would look like the all-clear.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from netsheet.core.columns.column import CellsDisagree
from netsheet.core.columns.fields import FIELDS
from netsheet.core.columns.headings import is_own, read_fields
from netsheet.core.grid import LAST_COLUMN, Sheet, Snapshot, column_letters
from netsheet.core.model import Finding, Log, Person, SheetReading
from netsheet.core.recording.memory_lines import Memory

_OF_DAYS = frozenset(
    {"unreadable-date", "ambiguous-date-order", "date-without-year", "several-dates", "day-not-understood"}
)
_OF_ANY_CELL = frozenset({"formula-without-result", "cell-error"})
_DAYS = frozenset(field.name for field in FIELDS if field.kind in {"date", "follow_up"})
_NO_DAYS = frozenset(CellsDisagree(field=field).words for field in _DAYS - {"birthday"})
_MOST_ADDRESSES = 4
_FEWEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class BlindSpot:
    """One thing that is not seen.

    Attributes:
        text: one sentence; it quotes addresses and names of sheets, and no cell.
        may_hide_due: whether something may be due that is not listed because of it.
    """

    text: str
    may_hide_due: bool


def find_blind_spots(
    log: Log, findings: Sequence[Finding], snapshot: Snapshot, memory: Memory | None
) -> tuple[BlindSpot, ...]:
    """Say in one line each what is not seen of a log, or not any more; nothing where all is well."""
    return tuple(
        BlindSpot(text=text, may_hide_due=may_hide)
        for texts, may_hide in (
            (_lost_columns(log, memory), True),
            (_unread_days(log, findings), True),
            (_unused_days(log), True),
            (_unread_sheets(findings), True),
            (_without_day(log.people), True),
            (_hidden_columns(log.log_readings, {sheet.name: sheet for sheet in snapshot.sheets}), False),
        )
        for text in texts
    )


def _lost_columns(log: Log, memory: Memory | None) -> Iterator[str]:
    """Name what the last refresh read in a column, where no column is read as that now: its heading may have changed."""
    if memory is None or memory.sheet != log.reading.sheet:
        return
    lost = set(memory.fields) - set(read_fields(log.log_readings))
    for field in FIELDS:
        if field.name in lost:
            yield (
                f"The last refresh read a column as {field.name}; none is now. If you changed its heading, change it back, or "
                f'say what the new one means: netsheet settings LOG --map "HEADING={field.name}".'
            )


def _unread_days(log: Log, findings: Sequence[Finding]) -> Iterator[str]:
    dated = {
        (match.place.sheet, match.place.column)
        for reading in log.readings
        for match in reading.headings
        if match.field in _DAYS
    }
    places = [
        finding.place
        for finding in findings
        if finding.place is not None
        and (
            finding.code in _OF_DAYS
            or (finding.code in _OF_ANY_CELL and (finding.place.sheet, finding.place.column) in dated)
        )
    ]
    if places:
        named = ", ".join(place.address for place in places[:_MOST_ADDRESSES])
        more = f" and {len(places) - _MOST_ADDRESSES:,} others" if len(places) > _MOST_ADDRESSES else ""
        days = "1 day" if len(places) == 1 else f"{len(places):,} days"
        yield f"{days} could not be read ({named}{more}), so something may be due that is not listed."


def _unused_days(log: Log) -> Iterator[str]:
    """Name the columns that should hold days, and are not used because their cells hold something else."""
    for reading in log.log_readings:
        for match in reading.headings:
            if match.field is None and match.reason in _NO_DAYS:
                yield f"The cells below “{match.heading}” are not dates, so they are not used."


def _unread_sheets(findings: Sequence[Finding]) -> Iterator[str]:
    return (finding.message for finding in findings if finding.code == "sheet-not-read")


def _without_day(people: Sequence[Person]) -> Iterator[str]:
    """Say how many people have no day at all, where they are most of them."""
    open_ones = [person for person in people if person.state != "closed" and not person.do_not_contact]
    count = sum(not _has_day(person) for person in open_ones)
    if count >= _FEWEST and 2 * count > len(open_ones):
        yield f"{count:,} of {len(open_ones):,} people have no date, so nothing can become due for them by the calendar."


def _has_day(person: Person) -> bool:
    return bool(
        any(touch.on for touch in person.touches)
        or person.recorded_on
        or person.follow_ups
        or person.meetings_ahead
        or person.promises
        or person.paused_until
    )


def _hidden_columns(readings: Sequence[SheetReading], sheets: Mapping[str, Sheet]) -> Iterator[str]:
    """Say where the user's sheet hides the columns that netsheet writes into."""
    for reading in readings:
        sheet = sheets[reading.sheet]
        headings = enumerate(sheet.rows[reading.header_row - 1], start=1)
        said = say_hidden(sheet, [column for column, heading in headings if is_own(str(heading))])
        if said:
            yield said


def say_hidden(sheet: Sheet, columns: Iterable[int]) -> str:
    """Say which of netsheet's columns a sheet hides because it hides all columns from one on; "" when it hides none."""
    first = sheet.hidden_from or LAST_COLUMN + 1
    hidden = sorted(column for column in columns if column >= first)
    if not hidden:
        return ""
    span = " to ".join(dict.fromkeys((column_letters(hidden[0]), column_letters(hidden[-1]))))
    return (
        f"The sheet “{sheet.name}” hides all columns from {column_letters(first)} on, so netsheet's columns ({span}) too. To see "
        "them, select the whole sheet (Ctrl+A), right-click a column's letter, and choose Unhide (Excel) or Show Columns "
        "(LibreOffice)."
    )
