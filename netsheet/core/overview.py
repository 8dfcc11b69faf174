"""Many logs side by side: one line each, who is stuck and why, in which order they are shown. No person is named.

A log is stuck when its owner seems to need help: nothing was done for two working weeks, much is left undone for long, or
nobody answers. Days on a break do not count.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Final

from netsheet.core.calendar import WorkingCalendar, add_calendar_days

REPLIES_DAYS: Final = 28
SILENT_WORKING_DAYS: Final = 10
LONG_DUE_DAYS: Final = 30
MANY_DUE: Final = 10
FEWEST_UNANSWERED: Final = 8

EMPTY_NOW: Final = "Nobody is in it yet."
OPEN_NOW: Final = "It is open in another program: what is not saved yet is not counted."
_NAMELESS_WARNING: Final = "Some of this log could not be read. netsheet check says what."
_NAMELESS_ERRORS: Final = {
    4: "It is open in another program.",
    3: "It could not be read.",
    0: "It holds no log.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """What the overview says of one log.

    Attributes:
        path: the file; "" where nothing may tell whose it is.
        label: the client, from the name of the file, or a number.
        people: how many people it holds.
        due_now: with how many of them something is due.
        oldest_waiting_days: for how many days the oldest of these has been due; None when nothing is.
        replied: first messages of the last four weeks with a reply.
        matured: those of the last four weeks that are old enough to count.
        streak_days: working days in a row, up to today, on which the owner did something.
        goals_met: goals reached in their period of today.
        goals: how many goals there are.
        cells_to_fix: cells that netsheet needs and cannot read.
        stuck: why the owner may need help, in one sentence; "" when not.
        stuck_rank: how urgent that is, the lowest first.
        last_touched_on: the day of the newest touch; None without one.
        warnings: what keeps netsheet from seeing all of it.
        error: why it could not be read; "" when it could.
        exit_code: that of the error; 0 for a workbook without a log, which is not an error.
    """

    path: str
    label: str = ""
    people: int = 0
    due_now: int = 0
    oldest_waiting_days: int | None = None
    replied: int = 0
    matured: int = 0
    streak_days: int = 0
    goals_met: int = 0
    goals: int = 0
    cells_to_fix: int = 0
    stuck: str = ""
    stuck_rank: int = 0
    last_touched_on: dt.date | None = None
    warnings: tuple[str, ...] = ()
    error: str = ""
    exit_code: int = 0

    @property
    def replies_words(self) -> str:
        """The replies of the last four weeks, with their counts."""
        return f"{self.replied:,} of {self.matured:,}"

    @property
    def goals_words(self) -> str:
        """How many goals are met; "" without goals."""
        return f"{self.goals_met} of {self.goals}" if self.goals else ""


def order_lines(lines: Iterable[LogLine], *, is_nameless: bool) -> tuple[LogLine, ...]:
    """Put the logs that are stuck first and those that could not be read last, and give each its label.

    Args:
        lines: in the order of the files.
        is_nameless: whether labels, paths and everything quoted from a log are left out.
    """
    given = list(lines)
    if is_nameless:
        width = max(2, len(str(len(given))))
        named = [_nameless(line, f"C{number:0{width}}") for number, line in enumerate(given, 1)]
    else:
        labels = label_paths([line.path for line in given])
        named = [replace(line, label=label) for line, label in zip(given, labels, strict=True)]
    return tuple(sorted(named, key=lambda line: (bool(line.error), not line.stuck, line.stuck_rank)))


def _nameless(line: LogLine, label: str) -> LogLine:
    return replace(
        line,
        label=label,
        path="",
        warnings=tuple(dict.fromkeys(map(_nameless_warning, line.warnings))),
        error=_NAMELESS_ERRORS.get(line.exit_code, _NAMELESS_ERRORS[3]) if line.error else "",
    )


def _nameless_warning(text: str) -> str:
    return text if text in {EMPTY_NOW, OPEN_NOW} else _NAMELESS_WARNING


def label_paths(paths: Sequence[str]) -> list[str]:
    """Return a short label for each file: its name without the ending; with its ending or folder where two are the same."""
    pure = [PurePath(path) for path in paths]
    labels = [path.stem for path in pure]
    for longer in ([path.name for path in pure], list(paths)):
        counts = Counter(labels)
        labels = [each if counts[label] > 1 else label for label, each in zip(labels, longer, strict=True)]
    return labels


def count_streak(days: Collection[dt.date], *, today: dt.date, calendar: WorkingCalendar) -> int:
    """Count the working days in a row on which something was done; today counts once something was.

    Days off neither count nor break it, unless something was done on them.
    """
    done = frozenset(days)
    earliest = min(done, default=today)
    streak, day = int(today in done), add_calendar_days(today, -1)
    while day >= earliest:
        if day in done:
            streak += 1
        elif calendar.is_working(day):
            break
        day = add_calendar_days(day, -1)
    return streak


def explain_stuck(line: LogLine, *, today: dt.date, calendar: WorkingCalendar) -> LogLine:
    """Say why the owner of a log may need help, if so. A log that is on a break, or in which everybody is closed, never does."""
    if not line.people or calendar.break_at(today) is not None:
        return line
    if line.last_touched_on is None:
        return replace(line, stuck="Nothing has been sent or recorded yet.", stuck_rank=2)
    quiet = calendar.working_days_between(line.last_touched_on, today)
    if quiet > SILENT_WORKING_DAYS:
        days = (today - line.last_touched_on).days
        return replace(line, stuck=f"Nothing recorded for {days:,} days.", stuck_rank=0)
    oldest = line.oldest_waiting_days or 0
    if line.due_now >= MANY_DUE and oldest > LONG_DUE_DAYS:
        return replace(line, stuck=f"{line.due_now:,} are due, the oldest for {oldest:,} days.", stuck_rank=1)
    if line.matured >= FEWEST_UNANSWERED and not line.replied:
        return replace(
            line, stuck=f"No reply yet to {line.matured:,} first messages in four weeks.", stuck_rank=3
        )
    return line


def say_copies(names: Sequence[str]) -> Iterator[str]:
    """Say that a sync program made second copies of a log; nothing where there is none."""
    if names:
        yield f"Next to it there is a second copy, probably made by a sync program: {', '.join(names)}."
