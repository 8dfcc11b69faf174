"""Dimensions: what openings are compared by, and which values of each get a row of their own."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from netsheet.core.model import Channel
from netsheet.core.month_names import WEEKDAYS
from netsheet.core.numbers.openings import Opening
from netsheet.core.numbers.rates import KIND_OF, Tally, ValueRate, compare_values, value_rate

MOST_VALUES = 20
"""A dimension names at most this many values; the others share one row."""

NOT_LOGGED = "not logged"
OTHER = "other"

_Group = tuple[int, Channel | None]
_REST = ""  # the key of all values not named: no value is empty
_TIMES_OF_DAY = (
    (9, "before 9:00"),
    (12, "9:00-12:00"),
    (15, "12:00-15:00"),
    (18, "15:00-18:00"),
    (24, "from 18:00"),
)
_PERSONAL = {True: "personalised", False: "not personalised"}
_WARMTH = {True: "warm", False: "cold"}


def _as_logged(raw: str | None) -> str | None:
    return " ".join(raw.split()) or None if raw else None


def _weekday(raw: dt.date) -> str:
    return WEEKDAYS[raw.weekday()]


def _time_of_day(raw: dt.time | None) -> str | None:
    if raw is None:
        return None
    return next(label for hour, label in _TIMES_OF_DAY if raw.hour < hour)


DIMENSIONS: Mapping[str, tuple[str, Callable[[Any], str | None]]] = {
    "channel": ("channel", _as_logged),
    "template": ("template", _as_logged),
    "subject": ("subject", _as_logged),
    "weekday": ("opened_on", _weekday),
    "time_of_day": ("at", _time_of_day),
    "relationship": ("relationship", _as_logged),
    "warmth": ("is_warm", _WARMTH.get),
    "personalised": ("personal", _PERSONAL.get),
    "source": ("source", _as_logged),
}
"""What openings are compared by: where an opening holds the value, and how it is shown (None: not logged)."""


def compute_rates_by_dimension(openings: Sequence[Opening]) -> dict[str, tuple[ValueRate, ...]]:
    """Count and compare the openings by every dimension of which the log holds data.

    In each dimension the rows add up to all openings: those without a value stand under NOT_LOGGED. Spellings that
    differ in case or spaces are one value. A dimension of more than MOST_VALUES values names those sent at
    least twice, the most often sent first, up to that number; the others share the row OTHER. Warm or cold is
    left out where nothing in the log is warm.

    Rows are ordered by the interval's lower end, those without an interval after them by what was sent, OTHER and
    NOT_LOGGED last: neither is a value one could choose, so neither has a verdict.
    """
    groups: dict[_Group, list[Opening]] = {}
    for opening in openings:
        group = KIND_OF[opening.outcome, opening.is_past_window], opening.channel
        groups.setdefault(group, []).append(opening)
    tables: dict[str, tuple[ValueRate, ...]] = {}
    columns = {
        group: dict(zip(Opening._fields, zip(*members, strict=True), strict=True))
        for group, members in groups.items()
    }
    for dimension, (name, show) in DIMENSIONS.items():
        counted = {group: Counter(column[name]) for group, column in columns.items()}
        tallies = _tallies(counted, show)
        missing, other = tallies.pop(None, None), tallies.pop(_REST, None)
        if not (tallies or other) or (dimension == "warmth" and "warm" not in tallies):
            continue
        rows = compare_values(list(tallies.values()), other)
        rows.extend(
            value_rate(tally, Tally(), label=label)
            for tally, label in ((other, OTHER), (missing, NOT_LOGGED))
            if tally is not None
        )
        tables[dimension] = tuple(rows)
    return tables


def _tallies(
    counted: Mapping[_Group, Counter[Any]], show: Callable[[Any], str | None]
) -> dict[str | None, Tally]:
    """Count by key: the value in lower case, ``_REST`` for all values not named, None for those not logged."""
    sent: Counter[Any] = Counter()
    for counts in counted.values():
        sent.update(counts)
    shown = {raw: show(raw) for raw in sent}
    keys = _named_keys(sent, shown)
    tallies: dict[str | None, Tally] = {key: Tally() for key in keys.values()}
    for raw, count in sent.items():
        if keys[raw] not in (None, _REST):
            tallies[keys[raw]].spellings[shown[raw] or ""] += count
    for (kind, channel), counts in counted.items():
        for raw, count in counts.items():
            tally = tallies[keys[raw]]
            tally.counts[kind] += count
            tally.channels.add(channel)
    return tallies


def _named_keys(sent: Counter[Any], shown: Mapping[Any, str | None]) -> dict[Any, str | None]:
    """Find the key under which each raw value is counted."""
    keys = {raw: None if label is None else label.casefold() for raw, label in shown.items()}
    totals: Counter[str] = Counter()
    for raw, key in keys.items():
        if key is not None and key != NOT_LOGGED:
            totals[key] += sent[raw]
    named = set(totals)
    if len(named) > MOST_VALUES:
        ranked = sorted((-total, key) for key, total in totals.items() if total > 1 and key != OTHER)
        named = {key for _, key in ranked[:MOST_VALUES]}
    return {
        raw: key if key in named else (None if key is None or key == NOT_LOGGED else _REST)
        for raw, key in keys.items()
    }
