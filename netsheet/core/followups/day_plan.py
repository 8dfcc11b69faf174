"""What fits into the minutes that somebody has: promises first, then what is due in the order of the list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from netsheet.core.followups.actions import Action
from netsheet.core.followups.due import DueItem
from netsheet.core.model import ActionKind, Settings

_SHORT: Final[frozenset[ActionKind]] = frozenset({"nudge", "thank", "thank_referrer", "congratulate", "wish"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedItem:
    """One line of the due list, and about how many minutes it takes."""

    item: DueItem
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPlan:
    """What is due today, divided by what fits.

    Attributes:
        minutes: those there are.
        fits: what fits into them, promises first.
        left: what does not fit, in the order of the list.
        meetings: today's, which have an hour of their own and take none of the minutes.
    """

    minutes: int
    fits: tuple[TimedItem, ...]
    left: tuple[TimedItem, ...]
    meetings: tuple[TimedItem, ...]

    @property
    def used_minutes(self) -> int:
        """How many of the minutes are filled."""
        return total_minutes(self.fits)


def total_minutes(items: Iterable[TimedItem]) -> int:
    """Add up minutes."""
    return sum(item.minutes for item in items)


def compute_day_plan(items: Iterable[DueItem], minutes: int, settings: Settings) -> DayPlan:
    """Choose what fits into some minutes.

    What is too long for what is left of them makes way for the next that is short enough.

    Args:
        items: what is due now, in the order of the due list, one for each person.
        minutes: those there are.
        settings: they say how many minutes each kind of step takes.
    """
    timed = [TimedItem(item=item, minutes=minutes_of(item.action, settings)) for item in items]
    steps = [each for each in timed if each.item.action.kind != "meeting"]
    steps.sort(key=lambda each: each.item.action.kind != "promise")
    fits: list[TimedItem] = []
    left: list[TimedItem] = []
    for each in steps:
        is_short_enough = total_minutes(fits) + each.minutes <= minutes
        (fits if is_short_enough else left).append(each)
    return DayPlan(
        minutes=minutes,
        fits=tuple(fits),
        left=tuple(left),
        meetings=tuple(each for each in timed if each.item.action.kind == "meeting"),
    )


def minutes_of(action: Action, settings: Settings) -> int:
    """Return about how many minutes a step takes."""
    match action.kind:
        case "promise":
            return settings.minutes_promise
        case "meeting":
            return settings.minutes_meeting
        case "decide":
            return settings.minutes_decision
    if action.channel in {"phone", "video"}:
        return settings.minutes_call
    return settings.minutes_short_message if action.kind in _SHORT else settings.minutes_message
