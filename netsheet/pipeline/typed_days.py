"""Days typed on the command line, and what to say when one is not understood."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from netsheet.core.recording.command_days import read_day_ahead, read_past_day
from netsheet.core.recording.done_parts import FARTHEST_DAYS, Circumstances, NotTaken, Reason
from netsheet.errors import NetsheetError

if TYPE_CHECKING:
    from netsheet.pipeline.opened import OpenedLog

_PAST_HINT: Final = 'Type a day such as yesterday, Mon, "12 Nov" or 2026-11-12.'
_AHEAD_HINT: Final = 'Type a day to come, such as tomorrow, Mon, "2 weeks", April or "12 Dec".'
_REASONS: Final[Mapping[Reason, tuple[str, str]]] = {
    "unknown": ("“{seen}” is not a day that netsheet understands.", "{hint}"),
    "unclear": ("“{seen}” can mean two things.", "Type {readings}."),
    "ahead": (
        "“{seen}” is still to come.",
        "Type a day up to today, with its year if it is not the nearest one.",
    ),
    "order": ("“{seen}” could be two different days.", 'Type it like "14 Mar" or 2026-03-14.'),
    "far": (
        f"“{{seen}}” is more than {FARTHEST_DAYS} days away.",
        'Check the year. To put something off for longer, type for example "9 months".',
    ),
    "passed": ("“{seen}” is not ahead.", _AHEAD_HINT),
    "no day": ("“{seen}” needs the new day.", 'Type it behind the word: "moved to 12 Dec".'),
    "several people": ("“{seen}” can be two people.", "Type the whole name."),
}


class NotUnderstoodError(NetsheetError):
    """What was typed behind a command is not understood, or means two things (exit 2)."""

    exit_code = 2


def circumstances_of(opened: OpenedLog) -> Circumstances:
    """Return what decides how a typed day is read: the day of this run, and the log's settings."""
    return Circumstances(
        today=opened.today,
        counted_from=opened.today,
        calendar=opened.calendar,
        order=opened.settings.date_order,
    )


def past_day(text: str, opened: OpenedLog) -> dt.date:
    """Read the day on which something happened.

    Raises:
        NotUnderstoodError: when it is not a day, or one to come.
    """
    read = read_past_day(text, circumstances_of(opened))
    if isinstance(read, NotTaken):
        raise not_taken(read, hint=_PAST_HINT)
    return read


def day_ahead(text: str, opened: OpenedLog) -> dt.date:
    """Read the day until which something is put off, or by which it is promised.

    Raises:
        NotUnderstoodError: when it is not a day, or not ahead.
    """
    read = read_day_ahead(text, circumstances_of(opened))
    if isinstance(read, NotTaken):
        raise not_taken(read, hint=_AHEAD_HINT)
    return read


def is_day_ahead(text: str, opened: OpenedLog) -> bool:
    """Whether a text names a day, even one that will not do."""
    read = read_day_ahead(text, circumstances_of(opened))
    return not isinstance(read, NotTaken) or read.reason != "unknown"


def not_taken(read: NotTaken, *, hint: str = _PAST_HINT) -> NotUnderstoodError:
    """Say why something that was typed is not taken.

    Args:
        read: the reason.
        hint: what to type where a day was not understood.
    """
    message, what_now = _REASONS[read.reason]
    readings = " or ".join(f'"{reading}"' for reading in read.readings)
    return NotUnderstoodError(message.format(seen=read.seen), what_now.format(hint=hint, readings=readings))
