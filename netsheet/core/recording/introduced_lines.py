"""The lines of an introduction: one for each of the two, which says to whom."""

from __future__ import annotations

from dataclasses import replace

from netsheet.core.recording.command_lines import LinePerson
from netsheet.core.recording.history_lines import HistoryLine
from netsheet.core.values.cells import tidy

_TO = "to "


def introduced_lines(line: HistoryLine, other: LinePerson) -> tuple[HistoryLine, HistoryLine]:
    """Return the lines for the two people, from that of the one; its note goes with both.

    Args:
        line: that the one was introduced.
        other: to whom.
    """
    name = tidy(other.person.name)
    second = replace(line, who=name, who_exactly=other.who_exactly, ends=())
    return _with_name(line, name), _with_name(second, line.who)


def _with_name(line: HistoryLine, name: str) -> HistoryLine:
    return replace(line, note="; ".join(filter(None, (f"{_TO}{name}", line.note))))


def introduced_to(line: HistoryLine) -> str:
    """Return to whom a line says that somebody was introduced; "" where it does not say."""
    return line.note.removeprefix(_TO).partition(";")[0].strip() if line.note.startswith(_TO) else ""
