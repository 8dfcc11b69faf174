"""Choose what the charts show: a title, a description for people who cannot see the chart, and a table of numbers.

A chart with nothing to show is left out. ``charts`` does the drawing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from netsheet.core.numbers.dimensions import select_comparable
from netsheet.core.numbers.engagement import Engagement
from netsheet.core.numbers.number_words import WEEK_HEADINGS, format_share, format_time_to_reply
from netsheet.core.numbers.rates import ValueRate
from netsheet.core.summary.shares import compute_reply_days, six_decimals
from netsheet.render.summary.sheet_page import Kind, Value, writable

MOST_BARS = 8
FEWEST_CONTACTED = 5
FEWEST_TOUCHES = 5
_LONGEST_LABEL = 25
_FEWEST_BARS = 2
_RANGE_HEADINGS = ("Likely from", "To", "Below", "Above")
_RANGE_REMARK = "Below and above: how far the likely range (95 %) reaches. The chart shows it as thin lines."
_PEOPLE_REMARK = "“{title}” counts each person once; to have met or talked counts as a reply. The reply rate counts first messages."
WAITING_REMARK = "Messages that still wait count, too, so it can differ from the reply rate."


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One chart with its numbers.

    Attributes:
        kind: how it is drawn.
        title: what it shows.
        description: the same in words, with the main figures. Screen readers read it.
        headings: of its table; the first column names the categories.
        kinds: how each column is written.
        rows: the values.
        remark: a sentence under the table.
    """

    kind: Literal["weeks", "rates", "funnel", "days"]
    title: str
    description: str
    headings: tuple[str, ...]
    kinds: tuple[Kind, ...]
    rows: tuple[tuple[Value, ...], ...]
    remark: str = ""


def say_what_charts_count(figures: Sequence[Figure]) -> str:
    """Say why the funnel has other numbers than the reply rate; "" where it is not drawn."""
    titles = [figure.title for figure in figures if figure.kind == "funnel"]
    return _PEOPLE_REMARK.format(title=titles[0]) if titles else ""


def make_figures(engagement: Engagement) -> tuple[Figure, ...]:
    """Return the figures that have something to show, in their order on the page."""
    figures = (
        _weeks(engagement),
        _funnel(engagement),
        _rates(engagement, "channel", "Reply rate by channel"),
        _rates(engagement, "template", "Reply rate by template"),
        _days(engagement),
    )
    return tuple(figure for figure in figures if figure is not None)


def _weeks(engagement: Engagement) -> Figure | None:
    weeks = engagement.weeks
    sent, received, together, unknown = (
        sum(getattr(week, name) for week in weeks) for name in ("sent", "received", "together", "unknown")
    )
    if len(weeks) < _FEWEST_BARS or sum(week.total for week in weeks) < FEWEST_TOUCHES:
        return None
    rows: Iterable[tuple[Value, ...]] = (
        (week.starts_on, week.sent, week.received, week.together, week.unknown) for week in weeks
    )
    width = 5 if unknown else 4
    kinds: tuple[Kind, ...] = ("day", "count", "count", "count", "count")
    return Figure(
        kind="weeks",
        title=f"Touches per week (last {len(weeks)} weeks)",
        description=(
            f"Stacked columns of the last {len(weeks)} weeks: you wrote {sent:,} times, they wrote {received:,} "
            f"times, {together:,} times you met or spoke."
        ),
        headings=WEEK_HEADINGS[:width],
        kinds=kinds[:width],
        rows=tuple(row[:width] for row in rows),
    )


def _rates(engagement: Engagement, dimension: str, title: str) -> Figure | None:
    rows = select_comparable(engagement.by.get(dimension, ()))
    if len(rows) < _FEWEST_BARS:
        return None
    shown = rows[:MOST_BARS]
    values = "; ".join(
        f"{writable(row.value, _LONGEST_LABEL)} {format_share(row.rate)} ({row.replied} of {row.matured})"
        for row in shown
    )
    return Figure(
        kind="rates",
        title=title,
        description=f"Bars with likely ranges (95 %). {title}: {values}.",
        headings=("Value", "Reply rate", *_RANGE_HEADINGS, "Replied", "Counted"),
        kinds=("text", "share", "share", "share", "share", "share", "count", "count"),
        rows=tuple(_rate_row(row) for row in shown),
        remark=_RANGE_REMARK,
    )


def _rate_row(row: ValueRate) -> tuple[Value, ...]:
    label = writable(row.value, _LONGEST_LABEL)
    return (label, *_with_range(row.rate or 0.0, row.low or 0.0, row.high or 0.0), row.replied, row.matured)


def _with_range(rate: float, low: float, high: float) -> tuple[float, ...]:
    """Return a rate, its likely range, and how far that reaches below and above, which the error bars need."""
    return tuple(six_decimals(share) for share in (rate, low, high, rate - low, high - rate))


def _funnel(engagement: Engagement) -> Figure | None:
    funnel = engagement.funnel
    if funnel.contacted < FEWEST_CONTACTED:
        return None
    steps = ", ".join(f"{step} {count:,}" for step, count in funnel.steps.items())
    return Figure(
        kind="funnel",
        title="People, from first contact to referral",
        description=f"Bars of people by how far they came: {steps}.",
        headings=("Step", "People", "Share"),
        kinds=("text", "count", "share"),
        rows=tuple(
            (step.capitalize(), count, six_decimals(count / funnel.contacted))
            for step, count in funnel.steps.items()
        ),
    )


def _days(engagement: Engagement) -> Figure | None:
    days = compute_reply_days(engagement)
    if len(days) < _FEWEST_BARS:
        return None
    last = days[-1]
    time_to_reply = format_time_to_reply(engagement.time_to_reply)
    return Figure(
        kind="days",
        title="Replies by days since sending",
        description=(
            f"Columns of the share with a reply after each number of days, with the likely range: "
            f"{format_share(days[0].replied_share) or '0 %'} on the same day, "
            f"{format_share(last.replied_share)} within {last.days} days. {time_to_reply}."
        ),
        headings=("Days", "Have a reply", *_RANGE_HEADINGS),
        kinds=("count", "share", "share", "share", "share", "share"),
        rows=tuple((day.days, *_with_range(day.replied_share, day.low, day.high)) for day in days),
        remark=f"{_RANGE_REMARK} {WAITING_REMARK}",
    )
