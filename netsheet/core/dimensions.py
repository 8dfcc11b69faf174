"""Dimensions: what openings are compared by, and which values of each get a row of their own."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import Any

from netsheet.core.model import Channel
from netsheet.core.openings import Opening
from netsheet.core.rates import KIND_OF, Tally, ValueRate, compare_values, value_rate

MOST_VALUES = 20
"""A dimension names at most this many values; the others share one row."""

NOT_LOGGED = "not logged"
OTHER = "other"

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
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
    return _WEEKDAYS[raw.weekday()]


def _time_of_day(raw: dt.time | None) -> str | None:
    if raw is None:
        return None
    return next(label for hour, label in _TIMES_OF_DAY if raw.hour < hour)


DIMENSIONS: Mapping[str, tuple[str, Callable[[Any], str | None]]] = {
    "channel": ("first.channel", _as_logged),
    "template": ("first.template", _as_logged),
    "subject": ("first.subject", _as_logged),
    "weekday": ("opened_on", _weekday),
    "time_of_day": ("first.at", _time_of_day),
    "relationship": ("person.relationship", _as_logged),
    "warmth": ("is_warm", _WARMTH.get),
    "personalised": ("first.personal", _PERSONAL.get),
    "source": ("person.source", _as_logged),
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
    kinds = [KIND_OF[opening.outcome, opening.is_past_window] for opening in openings]
    channels = [opening.first.channel for opening in openings]
    tables: dict[str, tuple[ValueRate, ...]] = {}
    for dimension, (path, show) in DIMENSIONS.items():
        counted = Counter(zip(map(attrgetter(path), openings), kinds, channels, strict=True))
        tallies = _tallies(counted, show)
        missing = tallies.pop(None, None)
        if not tallies or (dimension == "warmth" and "warm" not in tallies):
            continue
        named, other = _named(list(tallies.values()))
        rows = compare_values(named, other)
        rows.extend(
            value_rate(tally, Tally(), label=label)
            for tally, label in ((other, OTHER), (missing, NOT_LOGGED))
            if tally is not None
        )
        tables[dimension] = tuple(rows)
    return tables


def _tallies(
    counted: Mapping[tuple[Any, int, Channel | None], int], show: Callable[[Any], str | None]
) -> dict[str | None, Tally]:
    shown = {raw: show(raw) for raw, _, _ in counted}
    tallies: dict[str | None, Tally] = {}
    for (raw, kind, channel), count in counted.items():
        label = shown[raw]
        key = label.casefold() if label is not None else None
        tally = tallies.get(None if key == NOT_LOGGED else key)
        if tally is None:
            tally = tallies[None if key == NOT_LOGGED else key] = Tally()
        tally.counts[kind] += count
        tally.channels.add(channel)
        tally.spellings[label or NOT_LOGGED] += count
    return tallies


def _named(tallies: list[Tally]) -> tuple[list[Tally], Tally | None]:
    """Split the values into those that get a row of their own and the sum of the rest (None: no rest)."""
    if len(tallies) <= MOST_VALUES:
        return tallies, None
    ranked = sorted(tallies, key=lambda tally: (-tally.sent, tally.label))
    named = [tally for tally in ranked if tally.sent > 1 and tally.label.casefold() != OTHER][:MOST_VALUES]
    other = Tally()
    chosen = set(map(id, named))
    for tally in tallies:
        if id(tally) not in chosen:
            other.add(tally)
    return named, other
