"""Engagement: everything the log says about what gets replies, in one value and one sentence.

Puts the counts of the other modules together. Never counts by itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from netsheet.core.frames import Frames, is_between
from netsheet.core.model import Settings
from netsheet.core.numbers.activity import Balance, Week, compute_balance, compute_weeks
from netsheet.core.numbers.dimensions import compute_rates_by_dimension, select_comparable
from netsheet.core.numbers.funnel import Funnel, FunnelMonth, compute_funnel, compute_funnel_by_month
from netsheet.core.numbers.number_words import format_comparison, format_interval, format_rate, format_share
from netsheet.core.numbers.rates import Rate, ValueRate, compute_rate
from netsheet.core.numbers.statistics import SurvivalStep
from netsheet.core.numbers.time_to_reply import TimeToReply, compute_time_to_reply


@dataclass(frozen=True, slots=True, kw_only=True)
class Engagement:
    """What gets replies.

    Attributes:
        today, window_days, since: what it was computed for; ``since`` None means the whole log.
        overall: all openings together.
        by: for each dimension with data, its values (see ``compute_rates_by_dimension``).
        survival: the share of openings still without a reply by days since sending; empty when not enough.
        funnel, funnel_by_month: people by how far they came.
        weeks: touches per week by direction.
        undated_sends: outgoing touches without a day: they are not counted anywhere else.
    """

    today: dt.date
    window_days: int
    since: dt.date | None
    overall: Rate
    by: Mapping[str, tuple[ValueRate, ...]]
    time_to_reply: TimeToReply
    survival: tuple[SurvivalStep, ...]
    funnel: Funnel
    funnel_by_month: tuple[FunnelMonth, ...]
    balance: Balance
    weeks: tuple[Week, ...]
    undated_sends: int


def compute_engagement(
    frames: Frames, *, today: dt.date, settings: Settings, since: dt.date | None = None
) -> Engagement:
    """Compute the metrics of a log.

    With ``since``, openings sent, people first contacted and touches made on that day or later; what came before
    still decides which thread a touch belongs to.
    """
    people, touches, openings = frames.people, frames.touches, frames.openings
    if since is not None:
        openings = openings[is_between(openings["opened_on"], since, today)]
    time_to_reply, survival = compute_time_to_reply(openings)
    months = compute_funnel_by_month(frames, today=today, window_days=settings.reply_window, since=since)
    return Engagement(
        today=today,
        window_days=settings.reply_window,
        since=since,
        overall=compute_rate(openings),
        by=compute_rates_by_dimension(openings),
        time_to_reply=time_to_reply,
        survival=survival,
        funnel=compute_funnel(months),
        funnel_by_month=months,
        balance=compute_balance(touches, people, today=today, since=since),
        weeks=compute_weeks(touches, today=today, since=since),
        undated_sends=int((touches["on"].isna() & touches["asks_reply"]).sum()),
    )


def headline(engagement: Engagement) -> str:
    """Say the one thing that matters most, or honestly that it is too early to tell."""
    for verdict in ("better", "worse"):
        for dimension in _TELLING:
            for row in engagement.by.get(dimension, ()):
                if row.verdict == verdict:
                    return format_comparison(dimension, row)
    overall = engagement.overall
    if not overall.sent:
        return "No messages logged yet; the numbers start with the first one."
    if not overall.matured:
        return f"Too early to tell what works: {_still_out(overall.waiting)}."
    if overall.rate is None:
        waiting = f"; {overall.waiting} still waiting" if overall.waiting else ""
        return f"Too early to tell what works: {format_rate(overall)} replied so far{waiting}."
    share = f"{format_share(overall.rate)}, likely {format_interval(overall.low, overall.high)}"
    can_compare = any(len(select_comparable(rows)) > 1 for rows in engagement.by.values())
    verdict = (
        "no difference between your approaches is clear yet"
        if can_compare
        else "not enough to compare your approaches yet"
    )
    return f"{overall.replied} of {overall.matured} first messages got a reply ({share}); {verdict}."


# What the user can choose next time comes first.
_TELLING = (
    "template",
    "subject",
    "channel",
    "personalised",
    "time_of_day",
    "weekday",
    "warmth",
    "relationship",
    "source",
)


def _still_out(waiting: int) -> str:
    if not waiting:
        return "every message so far bounced"
    return (
        "1 message is waiting for a reply" if waiting == 1 else f"{waiting} messages are waiting for a reply"
    )
