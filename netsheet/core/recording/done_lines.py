"""From a word that was understood to the line of the history that keeps it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Final

from netsheet.core.recording.done_words import Recorded
from netsheet.core.recording.history_lines import HistoryLine
from netsheet.core.recording.history_words import TOUCH_OF_WORD, HistoryWord
from netsheet.core.values.cells import tidy

TYPED: Final = "typed in Netsheet done"
_NOTHING_DUE: Final = ", nothing was due"
"""What is said of how a "done" got here that no step asked for."""
_THEIRS_OR_TOGETHER: Final = frozenset({"in", "both"})


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTouch:
    """A touch that the log has now and did not have at the last refresh; ``on`` None where its day is not known."""

    what: HistoryWord
    on: dt.date | None = None


def compute_line(
    recorded: Recorded,
    *,
    who: str,
    who_exactly: str,
    last_refresh_on: dt.date | None,
    new_touches: Collection[NewTouch] = (),
    how: str = TYPED,
) -> HistoryLine | None:
    """Return the line for one entry of a word; None when a new touch of the log says the same already.

    A word without a day may have been typed on any day since the last refresh, so the line has the span. A message
    of the user's was sent before what came in since: they typed the word for a step that was shown before it.

    Args:
        recorded: the entry.
        who: the person's name.
        who_exactly: their keys (``person_keys.write_keys``).
        last_refresh_on: the day of the refresh that showed the step, None when there was none.
        new_touches: what the log says happened with this person since then.
        how: how the entry got into the history.
    """
    if _is_logged(recorded, new_touches):
        return None
    line = HistoryLine(
        on=recorded.on,
        what=recorded.what,
        who=tidy(who),
        ends=recorded.ends,
        channel=recorded.channel,
        note=tidy(recorded.note),
        until=recorded.until,
        how=f"{how}{_NOTHING_DUE}" if recorded.is_unasked else how,
        who_exactly=who_exactly,
    )
    if recorded.has_day:
        return line
    if recorded.is_step:
        line = replace(line, on=min((recorded.on, *_days_of_others(new_touches))))
    is_span = last_refresh_on is not None and (line.on - last_refresh_on).days > 1
    return replace(line, since=last_refresh_on) if is_span else line


def is_unasked(line: HistoryLine) -> bool:
    """Whether a line is a "done" that no step asked for: something was done, and nobody knows that it asks for a reply."""
    return line.how.endswith(_NOTHING_DUE)


def _is_logged(recorded: Recorded, new_touches: Iterable[NewTouch]) -> bool:
    """Whether the log has the same touch: a tick and a day typed over, or a tick and a new row."""
    if recorded.what not in TOUCH_OF_WORD:
        return False
    return any(
        touch.what == recorded.what and (not recorded.has_day or touch.on == recorded.on)
        for touch in new_touches
    )


def _days_of_others(new_touches: Iterable[NewTouch]) -> Iterable[dt.date]:
    return (
        touch.on
        for touch in new_touches
        if touch.on is not None
        and touch.what in TOUCH_OF_WORD
        and TOUCH_OF_WORD[touch.what].direction in _THEIRS_OR_TOGETHER
    )
