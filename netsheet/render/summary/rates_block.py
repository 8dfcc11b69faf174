"""The block of reply rates: what is counted, a table where approaches differ, and a line for each kind that cannot tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from netsheet.core.numbers.dimension_names import DIMENSION_NAMES, name_value
from netsheet.core.numbers.dimensions import select_comparable, select_logged
from netsheet.core.numbers.engagement import Engagement
from netsheet.core.numbers.number_words import (
    format_interval,
    format_share,
    format_time_to_reply,
    format_undated,
    format_verdict,
)
from netsheet.core.numbers.rates import FEWEST_MATURED, ValueRate
from netsheet.core.summary.contents import Summary
from netsheet.core.summary.shares import six_decimals
from netsheet.render.summary.sheet_page import A, B, C, D, E, F, G, Page, writable

MOST_ROWS: Final = 8
VALUE_CHARACTERS: Final = 20
MOST_IN_A_LINE: Final = 4
HEADINGS: Final = ("Compared by", "Value", "Reply rate", "Likely range", "Replied", "Of", "Verdict")
NO_DIFFERENCE: Final = "No clear difference yet. The figures below can be pure chance; do not act on them:"
NO_OTHER_DIFFERENCE: Final = (
    "No clear difference in the others. These figures can be pure chance; do not act on them:"
)


def write_rates(page: Page, summary: Summary) -> None:
    """Write the reply rates: all first messages, then each kind of approach whose values differ; the others in words."""
    engagement = summary.engagement
    if summary.is_young:
        return
    page.section("What gets replies", say_counted(engagement))
    page.say(say_overall(engagement), page.look.caption)
    telling = {name: rows for name, rows in engagement.by.items() if is_telling(rows)}
    if telling:
        page.headings(tuple(enumerate(HEADINGS)), right=(C, D, E, F))
        first_row = page.row
        for dimension, rows in telling.items():
            _write_dimension(page, dimension, rows)
        page.data_bar(C, first_row, 1)
    for sentence in say_the_rest(engagement):
        page.say(sentence)


def say_counted(engagement: Engagement) -> str:
    """Say which first messages are counted, and what became of the others."""
    rate, days = engagement.overall, engagement.window_days
    sentences = [
        f"Counted: {rate.matured:,} of {rate.sent:,} first messages (answered, or {days} days have passed).",
        f"{rate.waiting:,} can still get a reply." if rate.waiting else "",
        f"{rate.bounced:,} came back." if rate.bounced else "",
        "Reminders are not counted again.",
        format_undated(engagement.undated_sends),
    ]
    return " ".join(filter(None, sentences))


def say_overall(engagement: Engagement) -> str:
    """Say how many of all first messages were answered, and how soon, where that is known well enough."""
    rate, time_to_reply = engagement.overall, engagement.time_to_reply
    share = (
        ""
        if rate.rate is None
        else f" ({format_share(rate.rate)}, the true rate is likely {format_interval(rate.low, rate.high)})"
    )
    soon = f" {format_time_to_reply(time_to_reply)}." if time_to_reply.high is not None else ""
    return f"Got a reply: {rate.replied:,} of {rate.matured:,}{share}.{soon}"


def is_telling(rows: Sequence[ValueRate]) -> bool:
    """Whether one of the values does better or worse than the others."""
    return any(row.verdict in {"better", "worse"} for row in rows)


def _write_dimension(page: Page, dimension: str, rows: Sequence[ValueRate]) -> None:
    for index, row in enumerate(rows[:MOST_ROWS]):
        page.begin_line()
        page.put(A, DIMENSION_NAMES[dimension], "muted" if index else "strong")
        page.put(B, writable(name_value(dimension, row.value), VALUE_CHARACTERS))
        if row.rate is not None:
            page.put(C, six_decimals(row.rate), "share")
            page.put_as(D, format_interval(row.low, row.high), page.look.count)
        page.put(E, row.replied, "count")
        page.put(F, row.matured, "count")
        page.put(G, format_verdict(row))
        page.end_line()


def say_the_rest(engagement: Engagement) -> tuple[str, ...]:
    """Say in one line each what cannot tell yet, and what has too few messages; what was done in one way only, never."""
    too_few: list[str] = []
    lines: list[str] = []
    for dimension, rows in engagement.by.items():
        if is_telling(rows) or len(select_logged(rows)) < 2:
            continue
        comparable = select_comparable(rows)
        if len(comparable) < 2:
            too_few.append(DIMENSION_NAMES[dimension])
        else:
            lines.append(f"{DIMENSION_NAMES[dimension]}: {_in_words(dimension, comparable)}.")
    if lines:
        are_others = any(map(is_telling, engagement.by.values()))
        lines.insert(0, NO_OTHER_DIFFERENCE if are_others else NO_DIFFERENCE)
    if too_few:
        lines.append(f"Too few to compare (under {FEWEST_MATURED} of each): {', '.join(too_few)}.")
    return tuple(lines)


def _in_words(dimension: str, rows: Sequence[ValueRate]) -> str:
    shown = [
        f"{writable(name_value(dimension, row.value), VALUE_CHARACTERS)} {row.replied:,} of {row.matured:,} ({format_share(row.rate)})"
        for row in rows[:MOST_IN_A_LINE]
    ]
    more = len(rows) - len(shown)
    return ", ".join(shown) + (f", {more} more" if more else "")
