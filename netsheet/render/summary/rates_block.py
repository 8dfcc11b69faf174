"""The block of reply rates, with their counts, ranges and verdicts."""

from __future__ import annotations

from typing import Final

from netsheet.core.numbers.dimension_names import DIMENSION_NAMES
from netsheet.core.numbers.dimensions import NOT_LOGGED
from netsheet.core.numbers.engagement import Engagement
from netsheet.core.numbers.number_words import format_rate, format_time_to_reply, format_verdict
from netsheet.core.numbers.rates import FEWEST_MATURED, Rate
from netsheet.core.summary.contents import Summary
from netsheet.core.summary.shares import six_decimals
from netsheet.render.summary.sheet_page import A, B, C, D, E, F, G, H, I, Page, writable

MOST_ROWS: Final = 8
VALUE_CHARACTERS: Final = 24
HEADINGS: Final = (
    "Compared by",
    "Value",
    "Reply rate",
    "From",
    "To",
    "Replied",
    "Counted",
    "Waiting",
    "Bounced",
    "Verdict",
)


def write_rates(page: Page, summary: Summary) -> None:
    """Write the reply rates: all first messages, then the values of each dimension."""
    engagement = summary.engagement
    if summary.is_young:
        return
    page.section(
        "What gets replies",
        "First messages only: reminders belong to the message before them. Counted: answered, or "
        f"{engagement.window_days} days old. Reply rate: replied ÷ counted. From and to: the 95 % interval. "
        "With fewer than 5 counted, there is no percentage.",
    )
    page.headings(tuple(enumerate(HEADINGS)), right=(C, D, E, F, G, H, I))
    first_row = page.row
    page.begin_line()
    page.put(A, "All first messages", "strong")
    _put_rate(page, engagement.overall)
    page.end_line(format_time_to_reply(engagement.time_to_reply))
    hidden = [text for dimension in engagement.by for text in _write_dimension(page, engagement, dimension)]
    page.data_bar(C, first_row, 1)
    if hidden and engagement.overall.rate is not None:
        page.say(f"Not shown: {', '.join(hidden)}. To see them all, run netsheet stats.")
    if engagement.undated_sends:
        page.say(f"{engagement.undated_sends:,} sent without a date are not counted.")


def _write_dimension(page: Page, engagement: Engagement, dimension: str) -> list[str]:
    """Write the first values of a dimension, and return what is not shown, in words."""
    name, rows = DIMENSION_NAMES[dimension], engagement.by[dimension]
    if all(row.rate is None or row.value == NOT_LOGGED for row in rows):
        return [f"{name} (fewer than {FEWEST_MATURED} of each are old enough)"]
    for index, row in enumerate(rows[:MOST_ROWS]):
        page.begin_line()
        page.put(A, name, "muted" if index else "strong")
        page.put(B, writable(row.value, VALUE_CHARACTERS))
        _put_rate(page, row)
        page.end_line(format_verdict(row))
    return [f"{len(rows) - MOST_ROWS} more under {name}"] if len(rows) > MOST_ROWS else []


def _put_rate(page: Page, rate: Rate) -> None:
    if rate.rate is None:
        page.put_as(C, format_rate(rate), page.look.count)
    else:
        page.put(C, six_decimals(rate.rate), "share")
        page.put(D, six_decimals(rate.low), "share")
        page.put(E, six_decimals(rate.high), "share")
    for column, count in ((F, rate.replied), (G, rate.matured), (H, rate.waiting), (I, rate.bounced)):
        page.put(column, count, "count")
