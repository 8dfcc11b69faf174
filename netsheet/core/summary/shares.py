"""Numbers as they are shown: shares to six decimals, and replies over days since sending.: the same on the sheet, in the terminal and in JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import overload

from netsheet.core.numbers.engagement import Engagement

LONGEST_DAYS = 45


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyDay:
    """The share of openings that have a reply within ``days`` of sending, with its 95 % limits (all 0-1)."""

    days: int
    replied_share: float
    low: float
    high: float


def compute_reply_days(engagement: Engagement) -> tuple[ReplyDay, ...]:
    """Read the reply curve off for each day from 0 to the last reply, at most 45 days.

    It is the survival curve of ``Engagement.survival`` turned round; empty when not enough is known.
    """
    if not engagement.survival:
        return ()
    ahead = list(reversed(engagement.survival))
    last_day = min(LONGEST_DAYS, int(engagement.survival[-1].time))
    days: list[ReplyDay] = []
    survival, low, high = 1.0, 1.0, 1.0
    for day in range(last_day + 1):
        while ahead and ahead[-1].time <= day:
            step = ahead.pop()
            survival, low, high = step.survival, step.low, step.high
        days.append(
            ReplyDay(
                days=day,
                replied_share=six_decimals(1 - survival),
                low=six_decimals(1 - high),
                high=six_decimals(1 - low),
            )
        )
    return tuple(days)


@overload
def six_decimals(share: float) -> float: ...
@overload
def six_decimals(share: None) -> None: ...
@overload
def six_decimals(share: float | None) -> float | None: ...
def six_decimals(share: float | None) -> float | None:
    """Round a share (0-1) to what is shown everywhere; None stays None."""
    return None if share is None else round(share, 6)
