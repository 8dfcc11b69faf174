"""Numbers in words, the same in the terminal and on the summary sheet.

Shares are 0-1 and are shown as whole per cent. Below five first messages that are old enough to count there is no per
cent, only counts.
"""

from __future__ import annotations

from collections.abc import Mapping

from netsheet.core.numbers.rates import Rate, ValueRate, Verdict
from netsheet.core.numbers.time_to_reply import TimeToReply

_MOST_WORTH_SENDING = 1000
_LONGEST_VALUE = 60

WEEK_HEADINGS = ("Week from", "You wrote", "They wrote", "Together", "Unclear who")
"""Over the table of touches per week: its first day, and the counts. The last is of those that do not say who wrote."""

VERDICT_WORDS: Mapping[Verdict, str] = {
    "better": "better",
    "worse": "worse",
    "can't tell yet": "too early to tell",
}
"""Each verdict as people read it; JSON keeps the verdict itself."""

_BY_CHANNEL: Mapping[str | None, str] = {
    "e-mail": "E-mails",
    "LinkedIn": "LinkedIn messages",
    "phone": "Phone calls",
    "text": "Text messages",
    "video": "Video messages",
    "in person": "First messages in person",
    "social": "Messages on social media",
    "website": "Messages through a website",
    "other": "Messages by other channels",
}
_PHRASES: Mapping[str, str] = {
    "template": "{messages} with template {value}",
    "subject": '{messages} with subject "{value}"',
    "weekday": "Messages sent on a {value}",
    "time_of_day": "Messages sent {value}",
    "relationship": "Messages to {value} ties",
    "source": "Messages to people from {value}",
}
_PHRASES_BY_VALUE: Mapping[str, str] = {
    "warm": "Messages to warm contacts",
    "cold": "Messages to cold contacts",
    "personalised": "Messages with a personal detail",
    "not personalised": "Messages without a personal detail",
}


def format_share(share: float | None) -> str:
    """Write a share as whole per cent ("64 %"); "" when there is none.

    A share above none is never shown as 0 %, one below all never as 100 %.
    """
    if share is None:
        return ""
    if 0 < share < 0.005:
        return "under 1 %"
    if 0.995 <= share < 1:
        return "over 99 %"
    return f"{_per_cent(share)} %"


def format_interval(low: float | None, high: float | None) -> str:
    """Write an interval of shares as whole per cent ("39-84 %"); "" when there is none."""
    return "" if low is None or high is None else f"{_per_cent(low)}-{_per_cent(high)} %"


def format_rate(rate: Rate) -> str:
    """Write the replies among those old enough to count: "9 of 14 (64 %, 39-84 %)"; below five only "3 of 4"."""
    counts = f"{rate.replied} of {rate.matured}"
    if rate.rate is None:
        return counts
    return f"{counts} ({format_share(rate.rate)}, {format_interval(rate.low, rate.high)})"


def format_verdict(row: ValueRate) -> str:
    """Write a verdict, with what would settle it: "too early to tell (about 52 more of each would)"."""
    words = VERDICT_WORDS[row.verdict]
    if row.need_more is None:
        return words
    if row.need_more > _MOST_WORTH_SENDING:
        return f"{words} (hardly any difference so far)"
    return f"{words} (about {row.need_more} more of each would)"


def format_time_to_reply(time_to_reply: TimeToReply) -> str:
    """Write the median and its interval: "Half have a reply within 5 days (likely 2 to 9 days)"; "" when not enough is known.

    Where nothing bounds it above: "(too few to be sure: 2 days or more)".
    """
    if not time_to_reply.is_enough:
        return ""
    if time_to_reply.median_days is None:
        return "Counting those that still wait, fewer than half have a reply so far"
    low = time_to_reply.median_days if time_to_reply.low is None else time_to_reply.low
    span = (
        f"likely {low} to {time_to_reply.high} days"
        if time_to_reply.high is not None
        else f"too few to be sure: {low} {'day' if low == 1 else 'days'} or more"
    )
    days = "day" if time_to_reply.median_days == 1 else "days"
    return f"Half have a reply within {time_to_reply.median_days} {days} ({span})"


def format_undated(count: int) -> str:
    """Say how many messages have no date; "" where each has one."""
    if not count:
        return ""
    return (
        "1 message without a date is not counted."
        if count == 1
        else f"{count:,} messages without a date are not counted."
    )


def format_comparison(dimension: str, row: ValueRate) -> str:
    """Write the sentence of a value that does better or worse than the others of its dimension.

    "E-mails with template intro-alumni get more replies: 9 of 14, 39-84 %; others 6 of 31".
    """
    value = (
        row.value if len(row.value) <= _LONGEST_VALUE else f"{row.value[: _LONGEST_VALUE - 3].rstrip()}..."
    )
    if dimension == "channel":
        what = _BY_CHANNEL.get(row.value, f"Messages by {value}")
    elif dimension in _PHRASES:
        what = _PHRASES[dimension].format(messages=_BY_CHANNEL.get(row.channel, "Messages"), value=value)
    else:
        what = _PHRASES_BY_VALUE[row.value]
    more = "more" if row.verdict == "better" else "fewer"
    return (
        f"{what} get {more} replies: {row.replied} of {row.matured}, {format_interval(row.low, row.high)}; "
        f"others {row.others_replied} of {row.others_matured}"
    )


def _per_cent(share: float) -> int:
    return int(share * 100 + 0.5)
