"""The optional sheet Goals: one goal a row.

It turns the rows of the sheet into ``Goal`` values.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final, get_args

from netsheet.core.calendar import Period
from netsheet.core.findings import build_finding
from netsheet.core.grid import Sheet
from netsheet.core.model import Finding
from netsheet.core.named_table import NamedRow, folded_words, interpret_rows
from netsheet.core.numbers.goal_counts import METRIC_NAMES, FilterField, Goal, Metric
from netsheet.core.printable import quoted_word
from netsheet.core.settings.value_types import read_whole_number
from netsheet.core.text import nearest_name
from netsheet.core.values.phrases import read_interval_days
from netsheet.core.values.vocabulary import plain_phrase

GOALS_SHEET: Final = "Goals"
COLUMNS: Final = ("Goal", "Target", "Per", "Filter")
HIGHEST_TARGET: Final = 1000

_SPELLINGS: Final = {
    "Goal": frozenset({"goal", "goals", "what"}),
    "Target": frozenset({"target", "number", "how many", "aim"}),
    "Per": frozenset({"per", "period", "every", "each", "in a"}),
    "Filter": frozenset({"filter", "only", "where"}),
}
_WORDS: Final[dict[Metric, str]] = {
    "new_connections": "new connections|new connection|new contacts|new people|new|connections",
    "follow_ups": "follow-ups|follow ups|followups|follow-up|nudges",
    "dormant_ties": "dormant ties|dormant tie|dormant|reconnect|reconnections|reconnects",
    "nurture": "nurture|nurturing|give|giving|tend|keep in touch",
    "events": "events|event|meetups|meet-ups",
    "informational_interviews": "informational interviews|informational interview|interviews|coffee chats",
}
_METRIC_BY_WORD: Final = {word: metric for metric, words in _WORDS.items() for word in words.split("|")}
_PERIOD_BY_DAYS: Final[dict[int, Period]] = {1: "day", 7: "week", 30: "month", 91: "quarter"}
_PER: Final = re.compile(r"^(?:per|pro|par|por|al|na) ")


def interpret_goals(
    sheet: Sheet | None, ticked: Collection[str] = ()
) -> tuple[tuple[Goal, ...], tuple[Finding, ...]]:
    """Read the goals in the order of the sheet; without a sheet there are none.

    A row without a target, or with a target of zero, is a goal that is ignored. A row that cannot be understood is a
    finding, and so is one that netsheet cannot count from the log, until the user ticks it by hand.

    Args:
        sheet: the sheet Goals, None where there is none.
        ticked: the names of goals that were ticked, as ``plain_phrase`` gives them.
    """
    if sheet is None:
        return (), ()
    return interpret_rows(
        sheet,
        _SPELLINGS,
        lambda row: _read_goal(row, ticked),
        needed=("Goal", "Target"),
        headings="Goal, Target and Per",
    )


def _read_goal(row: NamedRow, ticked: Collection[str]) -> Goal | Finding | None:
    name = row.text("Goal")
    if not name or not row.text("Target"):
        return None
    metric = _METRIC_BY_WORD.get(folded_words(name))
    if metric is None and plain_phrase(name) not in ticked:
        return build_finding("unknown-goal", row.place("Goal"), seen=name, nearest=_nearest(name))
    target = read_whole_number(row.value("Target"))
    return None if target == 0 else _goal_of(row, metric, target)


def _goal_of(row: NamedRow, metric: Metric | None, target: int | None) -> Goal | Finding:
    if target is None or not 0 < target <= HIGHEST_TARGET:
        return _unreadable(row, "Target", f"a whole number from 1 to {HIGHEST_TARGET}")
    period = _period(row.text("Per"))
    if period is None:
        return _unreadable(row, "Per", "day, week, month or quarter")
    field, value = _filter(row.text("Filter"))
    if field is None:
        return _unreadable(
            row, "Filter", "a value, or channel, company, relationship, source or template: value"
        )
    if metric is None:
        return Goal(metric=None, own_name=row.text("Goal"), target=target, period=period)
    return Goal(metric=metric, target=target, period=period, filter_field=field, filter_value=value)


def _period(text: str) -> Period | None:
    """Read "week", "per month" or "every quarter"; a week where the cell is empty."""
    words = _PER.sub("", folded_words(text))
    return _PERIOD_BY_DAYS.get(read_interval_days(words) or 0) if words else "week"


def _filter(text: str) -> tuple[FilterField | None, str]:
    """Read "LinkedIn" or "channel: LinkedIn"; the field is None when it is not one of those that can be looked at."""
    field, colon, value = text.partition(":")
    if not colon:
        return "any", text.strip()
    known: dict[str, FilterField] = {name: name for name in get_args(FilterField)}
    return known.get(folded_words(field)), value.strip()


def _unreadable(row: NamedRow, heading: str, expected: str) -> Finding:
    return build_finding(
        "unreadable-goal",
        row.place(heading),
        goal=row.text("Goal"),
        seen=row.text(heading),
        heading=heading,
        expected=expected,
    )


def _nearest(name: str) -> str:
    if near := nearest_name(name, _METRIC_BY_WORD):
        return f"Did you mean {METRIC_NAMES[_METRIC_BY_WORD[near]]}?"
    counted = ", ".join(METRIC_NAMES.values())
    return f"netsheet counts {counted}. To tick it by hand: netsheet done --goal {quoted_word(name)}"
