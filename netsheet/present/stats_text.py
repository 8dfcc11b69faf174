"""The text output of ``netsheet stats``: the main result in one sentence, then tables with bars and ranges."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from netsheet.core.numbers.dimension_names import DIMENSION_NAMES, name_value
from netsheet.core.numbers.engagement import headline
from netsheet.core.numbers.goal_words import describe_goal, describe_outlook
from netsheet.core.numbers.number_words import (
    VERDICT_WORDS,
    WEEK_HEADINGS,
    format_interval,
    format_rate,
    format_share,
    format_time_to_reply,
    format_undated,
    format_verdict,
)
from netsheet.core.values.dates import short_date
from netsheet.present.terminal import (
    TONE_STYLES,
    WIDE,
    bar,
    console,
    counted,
    plain_table,
    show_table,
    show_title,
)

if TYPE_CHECKING:
    from rich.table import Table

    from netsheet.core.numbers.engagement import Engagement
    from netsheet.core.numbers.rates import ValueRate
    from netsheet.core.recording.history_lines import HistoryLine
    from netsheet.core.summary.contents import Summary

MOST_WEEKS = 12
MOST_MONTHS = 12
SHORTEST_BAR, LONGEST_BAR = 6, 24
LONGEST_VALUE = 40
BAR = ""
"""The column of bars has no heading."""
LEFT_OUT_EMPTY = (BAR, "More")
VERDICT_STYLES = {
    "better": TONE_STYLES["done"],
    "worse": TONE_STYLES["due"],
    "can't tell yet": TONE_STYLES["calm"],
}


def show_stats(workbook: str, summary: Summary, engagement: Engagement, *, by: Sequence[str] = ()) -> None:
    """Print the numbers of a log; with ``by`` only the dimensions asked for."""
    out = console()
    since = "" if engagement.since is None else f", since {engagement.since}"
    show_title(workbook, f"as of {engagement.today}{since}")
    out.print()
    out.print(Text(headline(engagement), style="bold"))
    if engagement.overall.sent:
        _show_overall(engagement)
        for dimension in by or engagement.by:
            _show_dimension(engagement, dimension)
    if not by:
        _show_funnel(engagement)
        _show_weeks(engagement)
        _show_balance(engagement)
        if engagement.since is None:
            _show_goals(summary)
            _show_targets(summary)


def _show_overall(engagement: Engagement) -> None:
    out = console()
    rate = engagement.overall
    bounced = f", {rate.bounced:,} came back" if rate.bounced else ""
    out.print(
        f"{counted(rate.sent, 'first message')}: {format_rate(rate)} of those old enough to count have a reply; "
        f"{rate.waiting:,} waiting{bounced}."
    )
    time_to_reply = format_time_to_reply(engagement.time_to_reply)
    if time_to_reply:
        out.print(f"{time_to_reply}.")
    if undated := format_undated(engagement.undated_sends):
        out.print(undated, style="dim")
    out.print(
        f"Old enough to count: answered, or {engagement.window_days} days old. Range: 95 % interval. "
        "With fewer than 5, there is no percentage.",
        style="dim",
    )
    if out.width < WIDE:
        out.print(
            "More: about how many more messages of each kind would show whether the difference is real.",
            style="dim",
        )


def _show_dimension(engagement: Engagement, dimension: str) -> None:
    out = console()
    name = DIMENSION_NAMES[dimension]
    rows = engagement.by.get(dimension)
    if not rows:
        out.print()
        out.print(f"{name}: nothing logged yet.")
        return
    is_wide = out.width >= WIDE
    table = _dimension_table(dimension, rows, is_wide=is_wide, bar_width=SHORTEST_BAR)
    room = out.options.update(max_width=10 * WIDE)
    spare = out.width - out.measure(table, options=room).maximum
    if spare < 0 or is_wide:  # Long names such as subjects need the space of the bars.
        bar_width = 0 if spare < 0 else min(SHORTEST_BAR + spare, LONGEST_BAR)
        table = _dimension_table(dimension, rows, is_wide=is_wide, bar_width=bar_width)
    show_table(table)


def _dimension_table(dimension: str, rows: Sequence[ValueRate], *, is_wide: bool, bar_width: int) -> Table:
    name = DIMENSION_NAMES[dimension]
    cells = [_rate_cells(row, is_wide=is_wide, bar_width=bar_width) for row in rows]
    headings = [
        heading
        for heading in cells[0]
        if heading not in LEFT_OUT_EMPTY or any(each[heading] for each in cells)
    ]
    table = plain_table(name, *headings)
    table.columns[0].min_width = len(name)
    table.columns[0].max_width = LONGEST_VALUE
    for column, heading in zip(table.columns[1:], headings, strict=True):
        column.no_wrap = True
        column.justify = "left" if heading in {BAR, "Verdict"} else "right"
    for row, each in zip(rows, cells, strict=True):
        value = name_value(dimension, row.value)
        table.add_row(Text(" ".join(value.split())), *(each[heading] for heading in headings))
    return table


def _rate_cells(row: ValueRate, *, is_wide: bool, bar_width: int) -> dict[str, str | Text]:
    """Format the cells of one value's row. A narrow table has a separate column for how many more are needed."""
    verdict = format_verdict(row) if is_wide else VERDICT_WORDS[row.verdict]
    return {
        "Replied": f"{row.replied} of {row.matured}",
        "Waiting": f"{row.waiting:,}" if row.waiting else "",
        "Rate": format_share(row.rate),
        "Range": format_interval(row.low, row.high),
        BAR: bar(row.rate, row.high, width=bar_width),
        "Verdict": Text(verdict, style=VERDICT_STYLES[row.verdict]),
        "More": f"{row.need_more:,}" if row.need_more and not is_wide else "",
    }


def _show_funnel(engagement: Engagement) -> None:
    funnel = engagement.funnel
    if not funnel.contacted:
        return
    table = plain_table("How far people came", "People", "Share", "")
    table.columns[1].justify = table.columns[2].justify = "right"
    for step, count in funnel.steps.items():
        share = count / funnel.contacted
        shown = format_share(share) or "0 %" if funnel.contacted >= 5 else ""
        table.add_row(step, f"{count:,}", shown, bar(share, None, width=24))
    show_table(table)
    months = plain_table("First contact", "Contacted", "Replied", "Conversation", "Referral", "")
    for month in engagement.funnel_by_month[-MOST_MONTHS:]:
        months.add_row(
            f"{month.first_on:%Y-%m}",
            *(f"{count:,}" for count in month.funnel.steps.values()),
            Text("can still grow" if month.is_maturing else "", style="dim"),
        )
    for number in (1, 2, 3, 4):
        months.columns[number].justify = "right"
    show_table(months)


def _show_weeks(engagement: Engagement) -> None:
    weeks = engagement.weeks[-MOST_WEEKS:]
    if not weeks:
        return
    has_unknown = any(week.unknown for week in weeks)
    table = plain_table(*WEEK_HEADINGS[: 5 if has_unknown else 4], "")
    most = max(week.total for week in weeks) or 1
    for week in weeks:
        counts = (week.sent, week.received, week.together, week.unknown)
        shown = counts if has_unknown else counts[:3]
        day = short_date(week.starts_on, today=engagement.today)
        table.add_row(
            day,
            *(f"{count:,}" for count in shown),
            bar(week.total / most, None, width=14 if has_unknown else 20),
        )
    for column in table.columns[1:-1]:
        column.justify = "right"
    show_table(table)


def _show_balance(engagement: Engagement) -> None:
    balance = engagement.balance
    if balance.given or balance.asked:
        out = console()
        out.print(f"Given {balance.given:,}, asked {balance.asked:,}.")


def _show_goals(summary: Summary) -> None:
    if not summary.goals:
        return
    out = console()
    table = plain_table("Goal", "Done", "Target", "Per", "Where you are")
    table.columns[1].justify = table.columns[2].justify = "right"
    for progress in summary.goals:
        where = f"{describe_goal(progress)}. {describe_outlook(progress)}"
        table.add_row(
            Text(progress.goal.name),
            f"{progress.count:,}",
            f"{progress.target:,}",
            progress.goal.time,
            where.strip(),
        )
    show_table(table)
    for win in summary.wins:
        out.print(f"  {short_date(win.on, today=summary.as_of)}: {win.sentence}")


def _show_targets(summary: Summary) -> None:
    if not summary.targets:
        return
    from netsheet.core.practices.target_coverage import say_coverage, say_known  # noqa: PLC0415  few logs have it

    table = plain_table("Target company", "Priority", "People", "Last touch", "Whom you know")
    table.columns[2].justify = "right"
    for each in summary.targets:
        day = "" if each.last_on is None else short_date(each.last_on, today=summary.as_of)
        people = f"{len(each.people):,}"
        table.add_row(Text(each.target.company), each.target.priority, people, day, Text(say_known(each)))
    show_table(table)
    console().print(say_coverage(summary.targets))


def show_journal(lines: Sequence[HistoryLine], *, is_listed: bool, today: dt.date) -> None:
    """Print the journal's lines of this week, or only how many there are: they are the user's alone."""
    out = console()
    if lines:
        end = ":" if is_listed else ". To read them, add --journal."
        out.print(f"Journal: {counted(len(lines), 'line')} this week{end}", soft_wrap=True)
    elif is_listed:
        out.print(
            'The journal has no line of this week. To write one: netsheet journal "TEXT"', soft_wrap=True
        )
    if is_listed:
        for line in lines:
            out.print(f"  {short_date(line.on, today=today)}  {line.note}", soft_wrap=True)
