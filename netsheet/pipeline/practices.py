"""What the commands of the practices list: referrals, introductions, articles to share."""

from __future__ import annotations

from dataclasses import dataclass

from netsheet.core.practices.article_shares import ArticleShares, compute_shares
from netsheet.core.practices.introduction_pairs import TIES, Introduced, Pair, find_introduced, find_pairs
from netsheet.core.practices.recorded_gifts import lines_by_person, lines_of_words
from netsheet.core.practices.referral_tree import ReferralTree, compute_referral_tree
from netsheet.core.recording.introduced_lines import introduced_to
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


@dataclass(frozen=True, kw_only=True)
class Shares:
    """The articles and who cares about each; None where the log has no sheet Resources."""

    opened: OpenedLog
    articles: tuple[ArticleShares, ...] | None


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
    for line in lines_of_words(opened.recorded, {"introduced"}):
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
    of_person = lines_by_person(opened.recorded, {"introduced"})
    made = [(key, line.note) for key, lines in of_person.items() for line in lines]
    made += [
        (person.key, opened.log.facts[person.key].get("value_given", ""))
        for person in opened.log.people
        if person.relationship in TIES
    ]
    return find_introduced(made, opened.log.people)


def list_shares(opened: OpenedLog) -> Shares:
    """List who cares about each article of the sheet Resources."""
    resources = opened.optional.resources
    articles = (
        None
        if resources is None
        else compute_shares(
            resources, opened.standings, opened.log.facts, opened.recorded, today=opened.today
        )
    )
    return Shares(opened=opened, articles=articles)
