"""The due list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from netsheet.core.followups.due import WITHIN_DAYS, DueItem, next_coming, select_due
from netsheet.core.followups.standing import Standing
from netsheet.pipeline.named import find_named
from netsheet.pipeline.opened import OpenedLog


@dataclass(frozen=True, kw_only=True)
class DueList:
    """What is due and what comes, ranked.

    Attributes:
        within: how many days ahead it looks.
        person: the name it was narrowed to, as it was typed; None for everybody.
        standings: where those stand whom it is about.
        next_coming: where the next thing comes up, for a list that is empty.
    """

    opened: OpenedLog
    items: tuple[DueItem, ...]
    within: int
    person: str | None
    standings: tuple[Standing, ...]
    next_coming: Standing | None


def list_due(opened: OpenedLog, *, within: int | None = None, person: str | None = None) -> DueList:
    """List what is due as of the log's day, and what comes ``within`` days (default 7).

    Args:
        opened: the log.
        within: how many days ahead to look.
        person: a name, a part of one, or an e-mail address, to see only what concerns them; None for everybody.

    Raises:
        UnknownNameError: when nobody in the log is meant by ``person``.
    """
    days = WITHIN_DAYS if within is None else within
    items: Sequence[DueItem] = select_due(
        opened.standings, today=opened.today, within=days, dormant_ties=opened.dormant_ties
    )
    standings: Sequence[Standing] = opened.standings
    if person is not None:
        keys = {each.key for each in find_named(opened, person)}
        items = [item for item in items if item.person.key in keys]
        standings = [standing for standing in standings if standing.person.key in keys]
    return DueList(
        opened=opened,
        items=tuple(items),
        within=days,
        person=person,
        standings=tuple(standings),
        next_coming=next_coming(standings, today=opened.today),
    )
