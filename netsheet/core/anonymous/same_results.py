"""What a log and its anonymous twin must have in common: the due list, the numbers, the summary, all but names and days."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from netsheet.core.columns.headings import is_own
from netsheet.core.followups.due import DueItem
from netsheet.core.followups.event_steps import EventStep
from netsheet.core.followups.standing import Standing
from netsheet.core.model import Finding, Place
from netsheet.core.numbers.engagement import Engagement
from netsheet.core.numbers.goals import GoalProgress
from netsheet.core.settings.sheet import SETTINGS_SHEET
from netsheet.core.summary.contents import Summary

_OWN_VALUES = frozenset({"channel", "weekday", "time_of_day", "relationship", "warmth", "personalised"})
_OF_FORMULAS = frozenset({"formula-without-result"})
"""Findings of the file and not of the log: formulas become the values that they show."""

Facts = Mapping[str, object]


def facts_of_results(
    due: Iterable[DueItem],
    standings: Iterable[Standing],
    events: Iterable[EventStep],
    *,
    summary: Summary,
    engagement: Engagement,
    findings: Iterable[Finding],
    shift: dt.timedelta,
) -> Facts:
    """Return what must be the same. Days are given moved by ``shift``: of the original they are those of the twin.

    Months are left out, because weeks do not move them: the funnel by month, and goals by month and quarter.
    """
    goals = [goal for goal in summary.goals if goal.goal.period in {"day", "week"}]
    return {
        "due list": [tuple(_item(item, shift)) for item in due],
        "events": [(step.kind, step.due + shift, _cell(step.place), len(step.people)) for step in events],
        "next steps": [
            (each.status, each.due and each.due + shift, _cell(each.person.place)) for each in standings
        ],
        "reply rates": _rates(engagement),
        "time to reply": (engagement.time_to_reply, engagement.survival),
        "funnel": engagement.funnel,
        "weeks": [
            (week.starts_on + shift, week.sent, week.received, week.together, week.unknown)
            for week in engagement.weeks
        ],
        "balance": (engagement.balance, engagement.undated_sends),
        "people": (summary.people_count, summary.due_count, summary.status_counts),
        "goals": list(map(_goal, goals)),
        "wins": _wins(summary),
        "dates": [
            (note.on and note.on + shift, _cell(note.person.place))
            for note in (*summary.dates, *summary.dormant)
        ],
        "cells to fix": Counter(
            (finding.code, _cell(finding.place)) for finding in findings if _is_compared(finding)
        ),
    }


def _is_compared(finding: Finding) -> bool:
    """Whether the twin must have a finding too: its settings are written anew, and its formulas are values."""
    is_of_settings = finding.place is not None and finding.place.sheet == SETTINGS_SHEET
    return not is_of_settings and finding.code not in _OF_FORMULAS


def _cell(place: Place | None) -> tuple[int, int] | None:
    """Return where something is; on sheets of netsheet's own it may be elsewhere."""
    return None if place is None or is_own(place.sheet) else (place.row, place.column)


def _item(item: DueItem, shift: dt.timedelta) -> Iterator[object]:
    action = item.action
    yield from (
        action.kind,
        item.status,
        item.group,
        item.days_overdue,
        item.is_first,
        action.channel,
        action.rank,
    )
    yield from (_cell(action.place), _cell(item.person.place))
    yield from (day and day + shift for day in (action.due, item.comes_up_on, item.last_contact_on))


def _rates(engagement: Engagement) -> object:
    by = {
        name: sorted(
            (
                row.value if name in _OWN_VALUES else "",
                row.sent,
                row.matured,
                row.replied,
                row.waiting,
                row.verdict,
            )
            for row in rows
        )
        for name, rows in engagement.by.items()
    }
    return engagement.overall, by


def _goal(progress: GoalProgress) -> tuple[object, ...]:
    goal = progress.goal
    return (
        goal.metric,
        goal.period,
        progress.count,
        progress.target,
        progress.is_met,
        progress.streak,
        progress.usual,
    )


def _wins(summary: Summary) -> Counter[str]:
    return Counter(win.kind for win in summary.wins if win.person is not None)
