"""What the commands of the practices list: referrals, introductions, articles to share."""

from __future__ import annotations

from dataclasses import dataclass

from netsheet.core.practices.article_shares import ArticleShares, compute_shares
from netsheet.core.practices.introduction_pairs import Introduced, Pair
from netsheet.core.practices.pairs_of_log import missing_for_pairs, pairs_of_log
from netsheet.core.practices.recorded_gifts import lines_of_words
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
    missing = missing_for_pairs(opened.log)
    return Introductions(
        opened=opened, pairs=pairs_of_log(opened.recorded, today=opened.today), missing=missing
    )


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
