"""Everything the summary sheet shows, gathered as values."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from netsheet.core.calendar import WorkingCalendar
from netsheet.core.goals import Goal
from netsheet.core.model import Finding, Log, Person, Settings, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryRow:
    """One line of the due list: a person and where they stand."""

    person: Person
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What the summary sheet shows, as of one day."""

    as_of: dt.date
    people_count: int
    status_counts: tuple[tuple[str, int], ...]
    due: tuple[SummaryRow, ...]
    findings: tuple[Finding, ...]


def compute_summary(
    log: Log,
    standings: Sequence[Standing],
    findings: Sequence[Finding],
    *,
    today: dt.date,
    settings: Settings,  # noqa: ARG001  the numbers to come need them
    calendar: WorkingCalendar,  # noqa: ARG001
    goals: Sequence[Goal],  # noqa: ARG001
) -> Summary:
    """Gather the summary of a log as of ``today``."""
    rows = [
        SummaryRow(person=person, standing=standing)
        for person, standing in zip(log.people, standings, strict=True)
        if standing.tone in ("late", "due")
    ]
    rows.sort(key=lambda row: (row.standing.due or today, row.person.name))
    return Summary(
        as_of=today,
        people_count=len(standings),
        status_counts=tuple(Counter(standing.status for standing in standings).most_common()),
        due=tuple(rows),
        findings=tuple(findings),
    )
