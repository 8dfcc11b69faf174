"""The JSON output of ``netsheet stats``: schema 1. Fields may be added, never renamed.

Shares are 0-1, rounded to six decimals as on the summary sheet.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from netsheet.core.numbers.engagement import headline
from netsheet.core.numbers.goal_words import describe_goal, describe_outlook
from netsheet.core.summary.shares import compute_reply_days, six_decimals
from netsheet.present.documents import document

if TYPE_CHECKING:
    from netsheet.core.numbers.activity import Week
    from netsheet.core.numbers.engagement import Engagement
    from netsheet.core.numbers.funnel import FunnelMonth
    from netsheet.core.numbers.goals import GoalProgress
    from netsheet.core.numbers.pace import Pace
    from netsheet.core.numbers.rates import Rate, ValueRate
    from netsheet.core.recording.history_lines import HistoryLine
    from netsheet.core.summary.contents import Summary


def stats_json(
    workbook: str,
    summary: Summary,
    engagement: Engagement,
    *,
    by: Sequence[str] = (),
    journal: Sequence[HistoryLine] = (),
    with_journal: bool = False,
) -> str:
    """Return the numbers of a log.

    Args:
        workbook: the path, as it was given.
        summary: people by status, goals and wins, as of the day; never narrowed by ``--since``.
        engagement: the rest, narrowed or not.
        by: the dimensions asked for; all with data when empty.
        journal: the journal's lines of this week.
        with_journal: whether their texts are wanted, not only how many there are.
    """
    return document(
        {
            "workbook": workbook,
            "today": engagement.today,
            "since": engagement.since,
            "window_days": engagement.window_days,
            "headline": headline(engagement),
            "overall": _rate(engagement.overall),
            "by": {
                dimension: [_value_rate(row) for row in rows]
                for dimension, rows in engagement.by.items()
                if not by or dimension in by
            },
            "time_to_reply": _time_to_reply(engagement),
            "funnel": dict(engagement.funnel.steps),
            "funnel_by_month": [_month(month) for month in engagement.funnel_by_month],
            "balance": {"given": engagement.balance.given, "asked": engagement.balance.asked},
            "weeks": [_week(week) for week in engagement.weeks],
            "undated_sends": engagement.undated_sends,
            "people": summary.people_count,
            "due": summary.due_count,
            "statuses": {count.status: count.people_count for count in summary.status_counts},
            "goals": [_goal(progress) for progress in summary.goals],
            "wins": [{"kind": win.kind, "on": win.on, "sentence": win.sentence} for win in summary.wins],
            **_companies(summary),
            "journal_lines": len(journal),
            **({"journal": [{"on": line.on, "text": line.note} for line in journal]} if with_journal else {}),
        }
    )


def _companies(summary: Summary) -> dict[str, Any]:
    """Return how well the user knows their target companies; nothing without the sheet Companies."""
    if not summary.targets:
        return {}
    items = [
        {
            "company": each.target.company,
            "priority": each.target.priority or None,
            "role_wanted": each.target.role_wanted or None,
            "last_contact": each.last_on,
            "people": [
                {"person": known.person.name, "title": known.title or None, "last_contact": known.last_on}
                for known in each.people
            ],
            "ways_in": [
                {"person": way.name, "in_log": way.person is not None, "led_to": way.led_to or None}
                for way in each.ways_in
            ],
        }
        for each in summary.targets
    ]
    without_people = sum(not item["people"] for item in items)
    return {"companies": {"targets": len(items), "without_people": without_people, "items": items}}


def _rate(rate: Rate) -> dict[str, Any]:
    return {
        "sent": rate.sent,
        "matured": rate.matured,
        "replied": rate.replied,
        "waiting": rate.waiting,
        "bounced": rate.bounced,
        "rate": six_decimals(rate.rate),
        "low": six_decimals(rate.low),
        "high": six_decimals(rate.high),
    }


def _value_rate(row: ValueRate) -> dict[str, Any]:
    return {"value": row.value, **_rate(row), "verdict": row.verdict, "need_more": row.need_more}


def _time_to_reply(engagement: Engagement) -> dict[str, Any]:
    known = engagement.time_to_reply
    return {
        "n": known.n,
        "replies": known.replies,
        "median_days": known.median_days,
        "low": known.low,
        "high": known.high,
        "by_day": [
            {"days": day.days, "replied_share": day.replied_share, "low": day.low, "high": day.high}
            for day in compute_reply_days(engagement)
        ],
    }


def _month(month: FunnelMonth) -> dict[str, Any]:
    return {
        "month": f"{month.first_on:%Y-%m}",
        **month.funnel.steps,
        "still_maturing": month.is_maturing,
    }


def _week(week: Week) -> dict[str, Any]:
    return {
        "starts_on": week.starts_on,
        "sent": week.sent,
        "received": week.received,
        "together": week.together,
        "unknown": week.unknown,
    }


def _goal(progress: GoalProgress) -> dict[str, Any]:
    return {
        "goal": progress.goal.name,
        "per": progress.goal.period,
        "count": progress.count,
        "target": progress.target,
        "met_on": progress.met_on,
        "streak": progress.streak,
        "usual": progress.usual,
        "days": progress.goal.days or None,
        "from": progress.goal.from_on,
        "by": progress.goal.by,
        "priority": progress.goal.rank,
        "review_on": progress.goal.review_on,
        "first_on": progress.first_on,
        "last_on": progress.last_on,
        "target_changed_on": progress.changed_on,
        "where": describe_goal(progress),
        "outlook": describe_outlook(progress),
        "pace": None if progress.pace is None else _pace(progress.pace),
    }


def _pace(pace: Pace) -> dict[str, Any]:
    return {
        "on": pace.on,
        "earliest_on": pace.earliest_on,
        "latest_on": pace.latest_on,
        "weeks": pace.weeks,
        "done": pace.done,
    }
