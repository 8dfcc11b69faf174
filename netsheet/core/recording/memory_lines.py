"""The sheet "Netsheet Memory": what the last refresh saw and wrote, so that the next one can say what is new.

It holds days, words and keys of the people in the log, nothing of columns that are not used, and no notes. When it is
deleted nothing is lost: the next refresh is then a first one. So one that cannot be read counts as none, and is not
worth a finding. The lines are sorted and the texts are in one form: the same log gives the same memory.
"""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple

from netsheet.core.grid import CellValue, Sheet
from netsheet.core.recording.history_words import HISTORY_WORDS, HistoryWord
from netsheet.core.values.cells import tidy

MEMORY_MARK: Final = (
    "netsheet remembers here what its last refresh saw, to notice what is new. You can delete this sheet: nothing is lost, "
    "and the next refresh starts afresh."
)
FORMAT: Final = "1"
"""Written with the memory; one of another format is not read."""
MEMORY_COLUMNS: Final = (
    "Who exactly",
    "Days",
    "Words",
    "Their touches",
    "Shown",
    "Step",
    "First seen",
    "Not recorded",
)

_HEAD_ROWS: Final = 3
_COLUMNS: Final = "Columns"
PLAN: Final = "plan"
"""How the names begin under which the user's own days are first seen."""
_BETWEEN, _IS, _UNDATED = "; ", ": ", "?"
_LONGEST_WORD: Final = 60
MOST_DAYS: Final = 2000
"""Of more days than this in one cell the newest are kept: it must not become longer than Excel allows."""
_WORDS: Final = frozenset(HISTORY_WORDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCell:
    """A day in a cell of a person's row. ``field`` names the column's meaning, ``what`` what the day says happened."""

    field: str
    what: HistoryWord
    on: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMemory:
    """What the last refresh saw of one person and wrote for them. All texts have gone through ``remembered_text``.

    Attributes:
        who_exactly: all their keys (``person_keys.write_keys``).
        days: the days of their rows' cells, by field.
        words: (field, text) of status, response and promise, over all their rows.
        their_touches: the days of what came from them; None where the day was not known.
        shown: the fingerprint of the owned cells of each of their rows (``fingerprint``).
        step: the next step that was shown, as the history would end it ("reply 2026-11-12"); "" for none.
        first_seen: since when something is there or offered.
        unclaimed: what was typed into "Netsheet done" and not recorded, because it may belong to another row.
    """

    who_exactly: str
    days: tuple[DayCell, ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    their_touches: tuple[dt.date | None, ...] = ()
    shown: frozenset[str] = frozenset()
    step: str = ""
    first_seen: Mapping[str, dt.date] = field(default_factory=dict)
    unclaimed: frozenset[str] = frozenset()


class MemoryLine(NamedTuple):
    """One person's line as the sheet holds it, in the order of ``MEMORY_COLUMNS``.

    A named tuple, not a dataclass: a large log has a hundred thousand of them. Most lines are as they were, and two
    that are equal say that nothing is new, so only the others are read (``read_person``).
    """

    who_exactly: str
    days: str = ""
    words: str = ""
    their_touches: str = ""
    shown: str = ""
    step: str = ""
    first_seen: str = ""
    unclaimed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What the last refresh of a log's sheet remembers, with its day and the netsheet that wrote it.

    ``history_lines``: how many lines the history had after that refresh. ``goals``: since when each goal is there, and
    which numbers it had (``numbers.goal_past``). ``fields``: what the columns of the log were read as.
    """

    refreshed_on: dt.date
    version: str
    sheet: str
    lines: tuple[MemoryLine, ...] = ()
    history_lines: int = 0
    goals: str = ""
    fields: tuple[str, ...] = ()


@lru_cache(maxsize=65536)
def remembered_text(text: str) -> str:
    """Return the form in which a text is remembered and compared: one line, short, without the memory's own marks."""
    plain = tidy(text.replace(";", ",").replace(":", " "))
    return plain[:_LONGEST_WORD].rstrip()


def fingerprint(status: CellValue, step: CellValue, due: CellValue, why: CellValue) -> str:
    """Return a short text that is the same for the same four owned cells, "" when all are empty.

    The cells themselves would make the memory as large as the log. A date and a date at midnight are the same: which
    one is read depends on the program that saved the file last.
    """
    day = due.date() if isinstance(due, dt.datetime) else due
    text = f"{status}|{step}|{day}|{why}"
    return "" if text == "|||" else f"{zlib.crc32(text.encode(errors='replace')):08x}"


def memory_rows(memory: Memory) -> Iterator[tuple[str, ...]]:
    """Return the rows of the sheet: what it is for, the day and the sheet, the headings, one line for each person."""
    yield (MEMORY_MARK,)
    yield (
        "Refreshed",
        memory.refreshed_on.isoformat(),
        "Version",
        memory.version,
        "Sheet",
        memory.sheet,
        "Format",
        FORMAT,
        "History lines",
        str(memory.history_lines),
        *(("Goals", memory.goals) if memory.goals else ()),
        *((_COLUMNS, " ".join(memory.fields)) if memory.fields else ()),
    )
    yield MEMORY_COLUMNS
    yield from sorted(memory.lines)


def write_line(
    *,
    who_exactly: str,
    days: str,
    words: str,
    their_touches: str,
    shown: Iterable[str],
    step: str,
    first_seen: Mapping[str, dt.date],
    unclaimed: Iterable[str] = (),
) -> MemoryLine:
    """Write a person's line; the order in which its parts were gathered does not matter."""
    return MemoryLine(
        who_exactly=who_exactly,
        days=days,
        words=words,
        their_touches=their_touches,
        shown=_BETWEEN.join(sorted(shown)),
        step=step,
        first_seen=_write_first_seen(first_seen) if first_seen else "",
        unclaimed=_BETWEEN.join(sorted(unclaimed)),
    )


def write_words(words: Iterable[tuple[str, str]]) -> str:
    """Write words by field: "response: Yes; status: open"."""
    return _BETWEEN.join(f"{name}{_IS}{text}" for name, text in sorted(words))


def write_their_days(days: Iterable[dt.date | None]) -> str:
    """Write the days of what came from a person, the earliest first."""
    return _BETWEEN.join(sorted(map(_write_day, days))[-MOST_DAYS:])


def _write_first_seen(first_seen: Mapping[str, dt.date]) -> str:
    return _BETWEEN.join(f"{name}{_IS}{on.isoformat()}" for name, on in sorted(first_seen.items()))


def _write_day(on: dt.date | None) -> str:
    return _UNDATED if on is None else on.isoformat()


def write_days(days: Sequence[DayCell]) -> str:
    """Write days by what they are: "date wrote: 2026-09-03 2026-10-23"."""
    if not days:
        return ""
    if len(days) == 1:
        return f"{days[0].field} {days[0].what}{_IS}{days[0].on.isoformat()}"
    groups: dict[str, list[str]] = {}
    for day in sorted(days, key=lambda each: each.on)[-MOST_DAYS:]:
        groups.setdefault(f"{day.field} {day.what}", []).append(day.on.isoformat())
    return _BETWEEN.join(f"{name}{_IS}{' '.join(found)}" for name, found in sorted(groups.items()))


def read_memory(sheet: Sheet | None) -> Memory | None:
    """Read the memory; None when there is none, or none that this netsheet can read."""
    if sheet is None or len(sheet.rows) < _HEAD_ROWS:
        return None
    head = {str(name): value for name, value in _pairs(sheet.rows[1])}
    refreshed_on = _read_day(str(head.get("Refreshed", "")))
    headings = tuple(sheet.rows[2])[: len(MEMORY_COLUMNS)]
    if refreshed_on is None or str(head.get("Format")) != FORMAT or headings != MEMORY_COLUMNS:
        return None
    width, counted = len(MEMORY_COLUMNS), str(head.get("History lines", ""))
    lines = (MemoryLine._make(map(str, cells[:width])) for cells in sheet.rows[_HEAD_ROWS:] if cells[0] != "")
    return Memory(
        refreshed_on=refreshed_on,
        version=str(head.get("Version", "")),
        sheet=str(head.get("Sheet", "")),
        lines=tuple(lines),
        history_lines=int(counted) if counted.isdecimal() else 0,
        goals=str(head.get("Goals", "")),
        fields=tuple(str(head.get(_COLUMNS, "")).split()),
    )


def _pairs(cells: Sequence[CellValue]) -> Iterator[tuple[CellValue, CellValue]]:
    return zip(cells[::2], cells[1::2], strict=False)


def read_person(line: MemoryLine) -> PersonMemory:
    """Read what a line remembers; a part that cannot be read is left out."""
    who, days, words, touches, shown, step, seen, unclaimed = line
    return PersonMemory(
        who_exactly=who,
        days=tuple(_read_days(days)) if days else (),
        words=tuple(_named(words)) if words else (),
        their_touches=tuple(_read_touches(touches)) if touches else (),
        shown=frozenset(shown.split(_BETWEEN)) if shown else frozenset(),
        step=step,
        first_seen={name: on for name, text in _named(seen) if (on := _read_day(text))} if seen else {},
        unclaimed=frozenset(unclaimed.split(_BETWEEN)) if unclaimed else frozenset(),
    )


def _named(text: str) -> Iterator[tuple[str, str]]:
    for part in text.split(_BETWEEN):
        name, is_one, rest = part.partition(_IS)
        if is_one:
            yield name, rest


def _read_days(text: str) -> Iterator[DayCell]:
    for named, days in _named(text):
        name, _, what = named.partition(" ")
        for day in days.split():
            on = _read_day(day)
            if on is not None and what in _WORDS:
                yield DayCell(field=name, what=what, on=on)


def _read_touches(text: str) -> Iterable[dt.date | None]:
    for part in text.split(_BETWEEN):
        on = _read_day(part)
        if on is not None or part == _UNDATED:
            yield on


@lru_cache(maxsize=65536)
def _read_day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
