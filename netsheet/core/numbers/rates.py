"""Reply rates: first messages counted, and the values of one dimension compared with each other.

Rates are shares (0-1) of the matured ones; waiting and bounced ones are shown next to them, never inside. Never
decides what is counted together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from netsheet.core.numbers.statistics import fisher_exact, holm, sends_per_arm, wilson_interval

if TYPE_CHECKING:
    import pandas as pd

Verdict = Literal["better", "worse", "can't tell yet"]

FEWEST_MATURED = 5
"""Below this many matured openings there is no rate and no verdict, only counts."""

_SIGNIFICANT = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """Openings counted: ``sent = matured + waiting + bounced``.

    Attributes:
        matured: replied, or past the reply window.
        rate, low, high: replied / matured and its 95 % interval, 0-1; None below five matured.
    """

    sent: int
    matured: int
    replied: int
    waiting: int
    bounced: int
    rate: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueRate(Rate):
    """The openings that share one value of a dimension, next to all others of which the value is known.

    Attributes:
        value: as shown; "not logged" where the log says nothing, "other" for all values not named.
        verdict: how it compares with the others.
        need_more: how many more sends of each would settle the difference seen; None when there is a verdict, or nothing to reckon with.
        others_replied, others_matured: the counts of the others.
        channel: the one channel all of them went by, or None.
    """

    value: str
    verdict: Verdict
    need_more: int | None
    others_replied: int
    others_matured: int
    channel: str | None = None


class Counts(NamedTuple):
    """Openings counted.

    Attributes:
        settled: those past their reply window that arrived; ``settled_replies`` those of them with a reply.
    """

    sent: int = 0
    matured: int = 0
    replied: int = 0
    waiting: int = 0
    bounced: int = 0
    settled: int = 0
    settled_replies: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A value of a dimension: how it is shown, its openings, and the one channel all of them went by, or None."""

    label: str
    counts: Counts
    channel: str | None = None


def mark_counts(openings: pd.DataFrame) -> pd.DataFrame:
    """Say of each opening what it counts for: a frame of booleans, one column for each of ``Counts``."""
    outcome, is_past_window = openings["outcome"], openings["is_past_window"]
    marks = openings[[]].assign(
        sent=True,
        matured=outcome.isin(["replied", "matured"]),
        replied=outcome == "replied",
        waiting=outcome == "waiting",
        bounced=outcome == "bounced",
        settled=is_past_window & (outcome != "bounced"),
        settled_replies=is_past_window & (outcome == "replied"),
    )
    return marks[list(Counts._fields)]


def compute_rate(openings: pd.DataFrame) -> Rate:
    """Count all openings together."""
    counts = Counts(*map(int, mark_counts(openings).sum()))
    rate, low, high = _shares(counts)
    return Rate(
        sent=counts.sent,
        matured=counts.matured,
        replied=counts.replied,
        waiting=counts.waiting,
        bounced=counts.bounced,
        rate=rate,
        low=low,
        high=high,
    )


def compare_values(named: Sequence[Value], other: Value | None) -> list[ValueRate]:
    """Compare each named value with all others of its dimension, ``other`` among them.

    Fisher's exact test, adjusted after Holm over the dimension. Replies inside the reply window are known sooner
    than silence is, which flatters what was sent lately: there is a verdict only when the openings past their
    window say the same by themselves.

    Returns:
        the rows of the named values by the interval's lower end, those without an interval last.
    """
    known = [*named, other] if other is not None else list(named)
    everything = Counts(*map(sum, zip(*(value.counts for value in known), strict=True)))
    pairs = [(value, _without(everything, value.counts)) for value in named]
    asked = [
        index
        for index, (value, others) in enumerate(pairs)
        if min(value.counts.matured, others.matured) >= FEWEST_MATURED
    ]
    p_values = [_p_value(pairs[index][0].counts, pairs[index][1]) for index in asked]
    # Of two values each is the other's "all others": that is one question, not two.
    adjusted = p_values if len(known) == 2 else holm(p_values)
    answers = dict(zip(asked, adjusted, strict=True))
    rows = [value_rate(value, others, answers.get(index)) for index, (value, others) in enumerate(pairs)]
    return sorted(rows, key=lambda row: (row.low is None, -(row.low or 0.0), -row.sent, row.value))


def _without(everything: Counts, part: Counts) -> Counts:
    return Counts(*(all_of_it - its for all_of_it, its in zip(everything, part, strict=True)))


def value_rate(value: Value, others: Counts, p_value: float | None = None) -> ValueRate:
    """Make the row of a value; without a p-value it is too early to tell."""
    counts = value.counts
    rate, low, high = _shares(counts)
    verdict: Verdict = "can't tell yet"
    need_more = None
    if p_value is not None:
        lead = _lead(counts.replied, counts.matured, others.replied, others.matured)
        if p_value <= _SIGNIFICANT:
            verdict = "better" if lead > 0 else "worse"
        else:
            need_more = _need_more(counts, others)
    return ValueRate(
        value=value.label,
        sent=counts.sent,
        matured=counts.matured,
        replied=counts.replied,
        waiting=counts.waiting,
        bounced=counts.bounced,
        rate=rate,
        low=low,
        high=high,
        verdict=verdict,
        need_more=need_more,
        others_replied=others.replied,
        others_matured=others.matured,
        channel=value.channel,
    )


def _shares(counts: Counts) -> tuple[float | None, float | None, float | None]:
    replied, matured = counts.replied, counts.matured
    if matured < FEWEST_MATURED:
        return None, None, None
    return replied / matured, *wilson_interval(replied, matured)


def _lead(replied: int, matured: int, others_replied: int, others_matured: int) -> int:
    """Whose rate is higher: positive the value's, negative the others', 0 neither (by cross-multiplication)."""
    return replied * others_matured - others_replied * matured


def _p_value(counts: Counts, others: Counts) -> float:
    seen = (counts.replied, counts.matured, others.replied, others.matured)
    settled = (counts.settled_replies, counts.settled, others.settled_replies, others.settled)
    if _lead(*seen) * _lead(*settled) <= 0:
        return 1.0
    return max(
        fisher_exact(one, all_one - one, two, all_two - two) for one, all_one, two, all_two in {seen, settled}
    )


def _need_more(counts: Counts, others: Counts) -> int | None:
    needed = sends_per_arm(counts.replied / counts.matured, others.replied / others.matured)
    missing = (needed or 0) - min(counts.matured, others.matured)
    return missing if missing > 0 else None
