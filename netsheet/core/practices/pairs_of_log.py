"""Whom to introduce to each other in a log: what it needs for that, and who knows each other already."""

from __future__ import annotations

import datetime as dt

from netsheet.core.model import Log
from netsheet.core.practices.introduction_pairs import TIES, Pair, find_introduced, find_pairs
from netsheet.core.practices.recorded_gifts import lines_by_person
from netsheet.core.recording.log_history import RecordedLog


def missing_for_pairs(log: Log) -> tuple[str, ...]:
    """Name the headings that a log would need for it."""
    fields = {match.field for reading in log.readings for match in reading.headings}
    return tuple(heading for heading in ("Needs", "Offers") if heading.lower() not in fields)


def pairs_of_log(recorded: RecordedLog, *, today: dt.date) -> tuple[Pair, ...]:
    """Find the pairs whose needs and offers meet and who were not introduced yet; none where a heading is missing."""
    log = recorded.log
    if missing_for_pairs(log):
        return ()
    return find_pairs(log.people, log.facts, today=today, introduced=_known_pairs(recorded))


def _known_pairs(recorded: RecordedLog) -> frozenset[frozenset[str]]:
    """Find who was introduced to whom: by the history, and by what the log says was given."""
    log, of_person = recorded.log, lines_by_person(recorded, {"introduced"})
    made = [(key, line.note) for key, lines in of_person.items() for line in lines]
    made += [
        (person.key, log.facts[person.key].get("value_given", ""))
        for person in log.people
        if person.relationship in TIES
    ]
    return find_introduced(made, log.people)
