"""What a line says that was in the list for long: when it goes by itself, or the words that end it."""

from __future__ import annotations

import datetime as dt
from typing import Final

from netsheet.core.followups.context import Context

_LONG: Final = 10
"""Working days after which a line says when it goes,"""
_LONG_OWN_DAY: Final = 5
"""and a follow-up, which never goes by itself, says what to type,"""
_LONG_THANKS: Final = 2
"""and thanks that are late say when they go."""
_WITHOUT_ENTRY: Final = "If you enter nothing,"
"""What happens by itself, begins so."""


def thanks_go(due: dt.date, context: Context) -> str:
    """Say until when thanks that are late stay in the list."""
    if not context.is_listed_long(due, _LONG_THANKS):
        return ""
    return _goes(due, context.settings.life_thank, context)


def reminder_goes(due: dt.date, context: Context, *, is_decided: bool) -> str:
    """Say until when a reminder stays in the list; ``is_decided``: a decision takes its place."""
    if not context.is_listed_long(due, _LONG):
        return ""
    life = context.settings.life_nudge
    return _becomes_decide(due, life, context) if is_decided else _goes(due, life, context)


def reply_goes(due: dt.date, life_from: dt.date, context: Context) -> str:
    """Say from when a decision takes the place of an answer, whose life may count from a later day than it is due."""
    return (
        _becomes_decide(life_from, context.settings.life_reply, context)
        if context.is_listed_long(due, _LONG)
        else ""
    )


def own_day_ends(due: dt.date, context: Context) -> str:
    """Say how a follow-up date that the user set is put off or ended."""
    is_long = context.is_listed_long(due, _LONG_OWN_DAY)
    return " To put it off, type 2 weeks; to drop it, type close." if is_long else ""


def _goes(life_from: dt.date, life_days: int, context: Context) -> str:
    return f" {_WITHOUT_ENTRY} this leaves the list after {context.text(context.life_ends_on(life_from, life_days))}."


def _becomes_decide(life_from: dt.date, life_days: int, context: Context) -> str:
    return f" {_WITHOUT_ENTRY} the status becomes Decide on {context.text(context.day_after_life(life_from, life_days))}."
