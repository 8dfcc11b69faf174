"""Reply rates: openings counted, and the values of one dimension compared with each other.

Rates are shares (0-1) of the matured openings; waiting and bounced ones stand beside them, never inside. Never
decides what is counted together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Literal

from netsheet.core.numbers.openings import Opening, Outcome
from netsheet.core.numbers.statistics import fisher_exact, holm, sends_per_arm, wilson_interval

Verdict = Literal["better", "worse", "can't tell yet"]

FEWEST_MATURED = 5
"""Below this many matured openings there is no rate and no verdict, only counts."""

_SIGNIFICANT = 0.05
_FRESH_REPLY, _REPLY, _SILENT, _WAITING, _BOUNCED = range(5)

KIND_OF: dict[tuple[Outcome, bool], int] = {
    ("replied", False): _FRESH_REPLY,
    ("replied", True): _REPLY,
    ("matured", True): _SILENT,
    ("waiting", False): _WAITING,
    ("bounced", False): _BOUNCED,
    ("bounced", True): _BOUNCED,
}
"""The place in ``Tally.counts`` of an outcome, inside (False) and past (True) the reply window."""


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
    """The openings that share one value of a dimension, beside all others of which the value is known.

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


class Tally:
    """One value while it is being counted: its openings by kind (see ``KIND_OF``), its spellings, its channels."""

    __slots__ = ("channels", "counts", "spellings")

    def __init__(self) -> None:
        self.counts = [0] * 5
        self.spellings: Counter[str] = Counter()
        self.channels: set[str | None] = set()

    @property
    def sent(self) -> int:
        """All of them."""
        return sum(self.counts)

    @property
    def replied(self) -> int:
        """How many have a reply."""
        return self.counts[_FRESH_REPLY] + self.counts[_REPLY]

    @property
    def matured(self) -> int:
        """How many have a reply or are past their reply window."""
        return self.replied + self.counts[_SILENT]

    @property
    def settled(self) -> int:
        """How many are past their reply window and arrived."""
        return self.counts[_REPLY] + self.counts[_SILENT]

    @property
    def label(self) -> str:
        """The commonest spelling; among equally common ones the first of the alphabet."""
        return min(self.spellings, key=lambda spelling: (-self.spellings[spelling], spelling))

    def add(self, other: Tally) -> None:
        """Add another tally's openings."""
        self.counts = [mine + theirs for mine, theirs in zip(self.counts, other.counts, strict=True)]
        self.channels |= other.channels

    def without(self, part: Tally) -> Tally:
        """Return what is left when the openings of a part are taken out."""
        rest = Tally()
        rest.counts = [mine - theirs for mine, theirs in zip(self.counts, part.counts, strict=True)]
        return rest


def compute_rate(openings: Sequence[Opening]) -> Rate:
    """Count all openings together."""
    tally = Tally()
    counted = Counter(map(attrgetter("outcome", "is_past_window"), openings))
    for (outcome, is_past_window), times in counted.items():
        tally.counts[KIND_OF[outcome, is_past_window]] += times
    sent, matured, replied = tally.sent, tally.matured, tally.replied
    rate, low, high = _shares(replied, matured)
    return Rate(
        sent=sent,
        matured=matured,
        replied=replied,
        waiting=tally.counts[_WAITING],
        bounced=tally.counts[_BOUNCED],
        rate=rate,
        low=low,
        high=high,
    )


def compare_values(named: Sequence[Tally], other: Tally | None) -> list[ValueRate]:
    """Compare each named value with all others of its dimension, ``other`` among them.

    Fisher's exact test, adjusted after Holm over the dimension. Replies inside the reply window are known sooner
    than silence is, which flatters what was sent lately: there is a verdict only when the openings past their
    window say the same by themselves.

    Returns:
        the rows of the named values by the interval's lower end, those without an interval last.
    """
    known = [*named, other] if other is not None else list(named)
    everything = Tally()
    for tally in known:
        everything.add(tally)
    pairs = [(tally, everything.without(tally)) for tally in named]
    asked = [
        index for index, pair in enumerate(pairs) if min(pair[0].matured, pair[1].matured) >= FEWEST_MATURED
    ]
    p_values = [_p_value(*pairs[index]) for index in asked]
    # Of two values each is the other's "all others": that is one question, not two.
    adjusted = p_values if len(known) == 2 else holm(p_values)
    answers = dict(zip(asked, adjusted, strict=True))
    rows = [value_rate(tally, others, answers.get(index)) for index, (tally, others) in enumerate(pairs)]
    return sorted(rows, key=lambda row: (row.low is None, -(row.low or 0.0), -row.sent, row.value))


def value_rate(
    tally: Tally, others: Tally, p_value: float | None = None, *, label: str | None = None
) -> ValueRate:
    """Make the row of a value; without a p-value nothing can be told about it."""
    rate, low, high = _shares(tally.replied, tally.matured)
    verdict: Verdict = "can't tell yet"
    need_more = None
    if p_value is not None:
        lead = _lead(tally.replied, tally.matured, others.replied, others.matured)
        if p_value <= _SIGNIFICANT:
            verdict = "better" if lead > 0 else "worse"
        else:
            need_more = _need_more(tally, others)
    return ValueRate(
        value=label or tally.label,
        sent=tally.sent,
        matured=tally.matured,
        replied=tally.replied,
        waiting=tally.counts[_WAITING],
        bounced=tally.counts[_BOUNCED],
        rate=rate,
        low=low,
        high=high,
        verdict=verdict,
        need_more=need_more,
        others_replied=others.replied,
        others_matured=others.matured,
        channel=next(iter(tally.channels)) if len(tally.channels) == 1 else None,
    )


def _shares(replied: int, matured: int) -> tuple[float | None, float | None, float | None]:
    if matured < FEWEST_MATURED:
        return None, None, None
    return replied / matured, *wilson_interval(replied, matured)


def _lead(replied: int, matured: int, others_replied: int, others_matured: int) -> int:
    """Whose rate is higher: positive the value's, negative the others', 0 neither (by cross-multiplication)."""
    return replied * others_matured - others_replied * matured


def _p_value(tally: Tally, others: Tally) -> float:
    seen = (tally.replied, tally.matured, others.replied, others.matured)
    settled = (tally.counts[_REPLY], tally.settled, others.counts[_REPLY], others.settled)
    if _lead(*seen) * _lead(*settled) <= 0:
        return 1.0
    return max(
        fisher_exact(one, all_one - one, two, all_two - two) for one, all_one, two, all_two in {seen, settled}
    )


def _need_more(tally: Tally, others: Tally) -> int | None:
    needed = sends_per_arm(tally.replied / tally.matured, others.replied / others.matured)
    missing = (needed or 0) - min(tally.matured, others.matured)
    return missing if missing > 0 else None
