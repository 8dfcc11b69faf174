"""The block of reply rates: a table where approaches differ, and one line for each kind of approach that cannot tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from netsheet.core.numbers.dimension_names import DIMENSION_NAMES
from netsheet.core.numbers.dimensions import NOT_LOGGED
from netsheet.core.numbers.engagement import Engagement
from netsheet.core.numbers.number_words import format_rate, format_share, format_time_to_reply, format_verdict
from netsheet.core.numbers.rates import FEWEST_MATURED, Rate, ValueRate
from netsheet.core.summary.contents import Summary
from netsheet.core.summary.shares import six_decimals
from netsheet.render.summary.sheet_page import A, B, C, D, E, F, G, Page, writable

MOST_ROWS: Final = 8
VALUE_CHARACTERS: Final = 20
MOST_IN_A_LINE: Final = 4
RATES_NOTE: Final = (
    "First messages only: reminders belong to the message before them. Counted: answered, or {days} days old."
)
RANGE_NOTE: Final = "Likely from and to: the likely range (95 %)."
HEADINGS: Final = ("Compared by", "Value", "Reply rate", "Likely from", "To", "Replied", "Counted", "Verdict")


def write_rates(page: Page, summary: Summary) -> None:
    """Write the reply rates: all first messages, then each kind of approach whose values differ; the others in words."""
    engagement = summary.engagement
    if summary.is_young:
        return
    page.section("What gets replies", f"{RATES_NOTE.format(days=engagement.window_days)} {RANGE_NOTE}")
    page.headings(tuple(enumerate(HEADINGS)), right=(C, D, E, F, G))
    first_row = page.row
    page.begin_line()
    page.put(A, "All first messages", "strong")
    _put_rate(page, engagement.overall)
    page.end_line(say_time_to_reply(engagement))
    for dimension, rows in engagement.by.items():
        if is_telling(rows):
            _write_dimension(page, DIMENSION_NAMES[dimension], rows)
    page.data_bar(C, first_row, 1)
    for sentence in say_the_rest(engagement):
        page.say(sentence)


def say_time_to_reply(engagement: Engagement) -> str:
    """Say how soon half have a reply, or that it is not known yet."""
    return format_time_to_reply(engagement.time_to_reply) or "Too few to say how soon they reply"


def is_telling(rows: Sequence[ValueRate]) -> bool:
    """Whether one of the values does better or worse than the others."""
    return any(row.verdict in {"better", "worse"} for row in rows)


def _write_dimension(page: Page, name: str, rows: Sequence[ValueRate]) -> None:
    for index, row in enumerate(rows[:MOST_ROWS]):
        page.begin_line()
        page.put(A, name, "muted" if index else "strong")
        page.put(B, writable(row.value, VALUE_CHARACTERS))
        _put_rate(page, row)
        page.end_line(format_verdict(row))


def say_the_rest(engagement: Engagement) -> tuple[str, ...]:
    """Say in one line each what cannot tell yet, what has too few messages, and what is not counted."""
    too_few: list[str] = []
    lines: list[str] = []
    for dimension, rows in engagement.by.items():
        name = DIMENSION_NAMES[dimension]
        counted = [row for row in rows if row.rate is not None and row.value != NOT_LOGGED]
        if is_telling(rows):
            continue
        if len(counted) < 2:
            too_few.append(name)
            continue
        lines.append(f"{name}: no clear difference yet ({_in_words(counted)}).")
    few = f"Fewer than {FEWEST_MATURED} of each: {', '.join(too_few)}. " if too_few else ""
    lines.append(f"{few}For all numbers, run netsheet stats.")
    if engagement.undated_sends:
        lines.append(f"{engagement.undated_sends:,} sent without a date are not counted.")
    return tuple(lines)


def _in_words(rows: Sequence[ValueRate]) -> str:
    shown = [
        f"{writable(row.value, VALUE_CHARACTERS)} {format_share(row.rate)} of {row.matured:,}"
        for row in rows[:MOST_IN_A_LINE]
    ]
    more = len(rows) - len(shown)
    return ", ".join(shown) + (f", {more} more" if more else "")


def _put_rate(page: Page, rate: Rate) -> None:
    if rate.rate is None:
        page.put_as(C, format_rate(rate), page.look.count)
    else:
        page.put(C, six_decimals(rate.rate), "share")
        page.put(D, six_decimals(rate.low), "share")
        page.put(E, six_decimals(rate.high), "share")
    page.put(F, rate.replied, "count")
    page.put(G, rate.matured, "count")
