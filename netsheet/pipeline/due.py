"""The due list."""

from __future__ import annotations

from dataclasses import dataclass

from netsheet.core.dormant import compute_dormant_ties
from netsheet.core.due import WITHIN_DAYS, DueItem, next_coming, select_due
from netsheet.core.model import Standing
from netsheet.pipeline.opened import OpenedLog


@dataclass(frozen=True, kw_only=True)
class DueList:
    """What is due and what comes, ranked.

    Attributes:
        within: how many days ahead it looks.
        person: the part of a name it was narrowed to; None for everybody.
        next_coming: where the next thing comes up, for a list that is empty.
    """

    opened: OpenedLog
    items: tuple[DueItem, ...]
    within: int
    person: str | None
    next_coming: Standing | None


def list_due(opened: OpenedLog, *, within: int | None = None, person: str | None = None) -> DueList:
    """List what is due as of the log's day, and what comes ``within`` days (default 7)."""
    days = WITHIN_DAYS if within is None else within
    ties = compute_dormant_ties(opened.log.people, today=opened.today, settings=opened.settings)
    items = select_due(
        opened.standings, opened.log.people, today=opened.today, within=days, dormant_ties=ties
    )
    if person is not None:
        items = tuple(item for item in items if person.casefold() in item.person.casefold())
    return DueList(
        opened=opened,
        items=items,
        within=days,
        person=person,
        next_coming=next_coming(opened.standings, today=opened.today),
    )
