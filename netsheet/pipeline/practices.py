"""What the commands of the practices list: referrals, introductions."""

from __future__ import annotations

from dataclasses import dataclass

from netsheet.core.practices.introduction_pairs import TIES, Introduced, Pair, find_introduced, find_pairs
from netsheet.core.practices.referral_tree import ReferralTree, compute_referral_tree
from netsheet.core.recording.history_lines import HistoryLine
from netsheet.core.recording.history_people import share_out_lines
from netsheet.core.recording.introduced_lines import introduced_to
from netsheet.core.recording.person_keys import read_keys
from netsheet.pipeline.opened import OpenedLog


@dataclass(frozen=True, kw_only=True)
class Referrals:
    """Who led to whom, and the introductions that the user made, the newest first."""

    opened: OpenedLog
    tree: ReferralTree
    introduced: tuple[Introduced, ...]


@dataclass(frozen=True, kw_only=True)
class Introductions:
    """Whom to introduce to each other; ``missing`` names the headings that the log would need for it."""

    opened: OpenedLog
    pairs: tuple[Pair, ...]
    missing: tuple[str, ...]


def list_referrals(opened: OpenedLog) -> Referrals:
    """List who led to whom in a log, what came of each, and the introductions the user made."""
    return Referrals(
        opened=opened,
        tree=compute_referral_tree(opened.log.everybody, today=opened.today),
        introduced=tuple(sorted(_introduced(opened), key=lambda made: made.on, reverse=True)),
    )


def _introduced(opened: OpenedLog) -> list[Introduced]:
    """Return each introduction once: the history has a line for either person."""
    made: dict[tuple[object, frozenset[str]], Introduced] = {}
    for line in _introduced_lines(opened):
        to = introduced_to(line)
        made.setdefault((line.on, frozenset({line.who, to})), Introduced(on=line.on, who=line.who, to=to))
    return list(made.values())


def list_introductions(opened: OpenedLog) -> Introductions:
    """List the pairs of people whose needs and offers meet and who were not introduced yet."""
    fields = {match.field for reading in opened.log.readings for match in reading.headings}
    missing = tuple(heading for heading in ("Needs", "Offers") if heading.lower() not in fields)
    pairs = (
        ()
        if missing
        else find_pairs(
            opened.log.people, opened.log.facts, today=opened.today, introduced=_known_pairs(opened)
        )
    )
    return Introductions(opened=opened, pairs=pairs, missing=missing)


def _known_pairs(opened: OpenedLog) -> frozenset[frozenset[str]]:
    """Find who was introduced to whom: by the history, and by what the log says was given."""
    lines = _introduced_lines(opened)
    keys = (
        {person.key: read_keys(opened.recorded.keys_of(person)) for person in opened.log.people}
        if lines
        else {}
    )
    made = [
        (key, line.note)
        for key, of_person in share_out_lines(lines, keys).of_person.items()
        for line in of_person
    ]
    made += [
        (person.key, opened.log.facts[person.key].get("value_given", ""))
        for person in opened.log.people
        if person.relationship in TIES
    ]
    return find_introduced(made, opened.log.people)


def _introduced_lines(opened: OpenedLog) -> list[HistoryLine]:
    lines = (*opened.recorded.lines, *opened.recorded.new_lines)
    return [line for line in lines if line.what == "introduced"]
