"""What the history says was given to whom: introductions, articles."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from netsheet.core.recording.history_lines import HistoryLine
from netsheet.core.recording.history_people import share_out_lines
from netsheet.core.recording.history_words import HistoryWord
from netsheet.core.recording.log_history import RecordedLog
from netsheet.core.recording.person_keys import read_keys


def lines_of_words(recorded: RecordedLog, words: Collection[HistoryWord]) -> list[HistoryLine]:
    """Return the lines of the history that say one of some words, those that the next refresh adds too."""
    return [line for line in (*recorded.lines, *recorded.new_lines) if line.what in words]


def lines_by_person(
    recorded: RecordedLog, words: Collection[HistoryWord]
) -> Mapping[str, Sequence[HistoryLine]]:
    """Return the same lines by the key of the person they are about."""
    lines = lines_of_words(recorded, words)
    if not lines:
        return {}
    keys = {person.key: read_keys(recorded.keys_of(person)) for person in recorded.log.people}
    return share_out_lines(lines, keys).of_person
