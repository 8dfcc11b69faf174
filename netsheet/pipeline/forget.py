"""Forget somebody: delete the lines of the history about them. Nothing else ever deletes a line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from netsheet.core.people.people_search import find_people
from netsheet.core.printable import quoted_word
from netsheet.core.recording.history_people import lines_about
from netsheet.core.recording.person_keys import read_keys
from netsheet.core.text import fold
from netsheet.pipeline.typed_names import UnknownNameError, find_one

if TYPE_CHECKING:
    from collections.abc import Callable

    from netsheet.core.recording.history_lines import HistoryLine
    from netsheet.pipeline.entries import Typed
    from netsheet.pipeline.opened import OpenedLog
    from netsheet.pipeline.refreshed import Refreshed


@dataclass(frozen=True, kw_only=True)
class Forgotten:
    """What the history says about one person.

    Attributes:
        name: theirs.
        is_in_log: whether they still have rows of their own.
        lines: all lines about them, in the order of the sheet.
        refreshed: what was written, once the lines are deleted.
    """

    name: str
    is_in_log: bool
    lines: tuple[HistoryLine, ...]
    refreshed: Refreshed | None = None


def find_history_of(opened: OpenedLog, typed: Typed) -> Forgotten:
    """Find the lines of the history about one person, who may have no row any more.

    Raises:
        UnknownNameError: when the words mean nobody, or several people.
    """
    text = " ".join(typed.words)
    people = {person.key: read_keys(opened.recorded.keys_of(person)) for person in opened.log.people}
    lines = opened.recorded.lines
    if not find_people(opened.log.people, text):
        others = lines_about(lines, people, None)
        whos = sorted({line.who or line.who_exactly for line in others if _is_about(line, text)})
        if len(whos) == 1:
            theirs = tuple(line for line in others if (line.who or line.who_exactly) == whos[0])
            return Forgotten(name=whos[0], is_in_log=False, lines=theirs)
        if whos:
            hint = "; ".join(f"{typed.command} {quoted_word(who)}" for who in whos)
            raise UnknownNameError(
                f"“{text}” can be {len(whos):,} people in the history.", f"Type one of: {hint}"
            )
    person = find_one(opened, typed.words, typed.command)
    return Forgotten(name=person.name, is_in_log=True, lines=lines_about(lines, people, person.key))


def _is_about(line: HistoryLine, text: str) -> bool:
    return f" {fold(text)}" in f" {fold(line.who)}" or fold(text) in fold(line.who_exactly)


def forget_lines(
    refresh: Callable[[Callable[[OpenedLog], OpenedLog]], Refreshed], found: Forgotten
) -> Forgotten:
    """Delete the lines that were found, and refresh the log without them; writes nothing when there are none.

    Raises:
        NetsheetError: as ``refresh_log``.
    """
    if not found.lines:
        return found
    return replace(found, refreshed=refresh(lambda opened: opened.minus(found.lines)))
