"""The formulas behind the numbers: intervals, tests, sample sizes and survival.

Standard library only. Knows nothing of people, touches or messages: counts and times in, plain values out.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Z_95 = 1.959963984540054
"""The 97.5 % quantile of the standard normal distribution: two-sided 95 %."""

Z_POWER_80 = 0.8416212335729143
"""The 80 % quantile of the standard normal distribution: a power of 80 %."""

# Tables as likely as the observed one count as "no more likely" although rounding may put them a hair above (as R does).
_SAME_LIKELIHOOD = 1 + 1e-7
# Tables this much less likely than the observed one change no digit of a p-value.
_NEGLIGIBLE = 1e-18
# A survival of exactly one half, reached by a product of fractions, may be a hair above one half.
_HALF = 0.5 + 1e-12


def wilson_interval(successes: int, trials: int) -> tuple[float, float]:
    """Return the 95 % score interval of a share, both ends 0-1; (0, 1) without trials.

    Source: Wilson, JASA 22 (1927) 209-212; method 3 of Newcombe, Statistics in Medicine 17 (1998) 857-872.

    Raises:
        ValueError: when there are more successes than trials, or fewer than none.
    """
    if not 0 <= successes <= trials:
        msg = f"{successes} successes in {trials} trials"
        raise ValueError(msg)
    if not trials:
        return 0.0, 1.0
    share = successes / trials
    square = Z_95 * Z_95 / trials
    middle = share + square / 2
    reach = Z_95 * math.sqrt(share * (1 - share) / trials + square / (4 * trials))
    low = 0.0 if successes == 0 else (middle - reach) / (1 + square)
    high = 1.0 if successes == trials else (middle + reach) / (1 + square)
    return low, high


def fisher_exact(a: int, b: int, c: int, d: int) -> float:
    """Return the two-sided p-value of Fisher's exact test of the table [[a, b], [c, d]].

    Adds up all tables with the same margins that are no more likely than the observed one. Likelihoods are taken relative to
    the likeliest table and found from neighbour to neighbour, so that nothing cancels and large counts stay
    fast; a p-value below about 1e-300 is 0.

    Source: Fisher, JRSS 98 (1935) 39-82; the two-sided rule as in R's fisher.test.

    Raises:
        ValueError: when a count is negative.
    """
    if min(a, b, c, d) < 0:
        msg = f"a count is negative in {(a, b, c, d)}"
        raise ValueError(msg)
    row, column, rest = a + b, a + c, d - a
    mode = (row + 1) * (column + 1) // (row + c + d + 2)
    if a < mode:
        return fisher_exact(b, a, d, c)
    weights = [1.0]
    weight, at, observed = 1.0, mode, 1.0 if a == mode else 0.0
    while at < min(row, column) and weight > observed * _NEGLIGIBLE:
        weight *= (row - at) * (column - at) / ((at + 1) * (rest + at + 1))
        at += 1
        weights.append(weight)
        if at == a:
            observed = weight
    weight, at = 1.0, mode
    while at > max(0, -rest) and weight > observed * _NEGLIGIBLE:
        weight *= at * (rest + at) / ((row - at + 1) * (column - at + 1))
        at -= 1
        weights.append(weight)
    limit = observed * _SAME_LIKELIHOOD
    return min(1.0, math.fsum(w for w in weights if w <= limit) / math.fsum(weights))


def holm(p_values: Sequence[float]) -> tuple[float, ...]:
    """Return the p-values adjusted for having asked several questions at once, in the order given.

    Source: Holm, Scandinavian Journal of Statistics 6 (1979) 65-70.
    """
    adjusted = [0.0] * len(p_values)
    largest = 0.0
    for rank, index in enumerate(sorted(range(len(p_values)), key=p_values.__getitem__)):
        largest = max(largest, min(1.0, (len(p_values) - rank) * p_values[index]))
        adjusted[index] = largest
    return tuple(adjusted)


def sends_per_arm(p1: float, p2: float) -> int | None:
    """Return how many sends of each kind tell two shares apart; None when the shares are the same.

    80 % power, two-sided 5 %, normal approximation for two proportions, pooled under the null.

    Source: Fleiss, Statistical Methods for Rates and Proportions, 2nd ed. (1981), formula 3.14, without
    continuity correction.
    """
    if p1 == p2:
        return None
    pooled = (p1 + p2) / 2
    under_null = Z_95 * math.sqrt(2 * pooled * (1 - pooled))
    under_difference = Z_POWER_80 * math.sqrt(p1 * (1 - p1) + p2 * (1 - p2))
    return math.ceil(((under_null + under_difference) / (p1 - p2)) ** 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class SurvivalStep:
    """A time at which something happened: the share it had not happened to yet, with its 95 % limits (all 0-1).

    ``at_risk`` counts those still watched just before ``time``, ``events`` those it happened to at ``time``.
    """

    time: float
    survival: float
    low: float
    high: float
    at_risk: int
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Survival:
    """A survival curve: its steps by time, the median and the median's 95 % interval (None: not reached)."""

    steps: tuple[SurvivalStep, ...]
    median: float | None
    median_low: float | None
    median_high: float | None


def kaplan_meier(times: Sequence[float], observed: Sequence[bool]) -> Survival:
    """Estimate how long something takes when for some the watching ended before it happened.

    Those whose watching ended at a time are still at risk at that time. Limits are 95 %, on the log(-log)
    scale; where the curve reaches 0 the scale has no width, and the upper limit of the step before is kept.
    The median is the first time at which at most half are left, its interval the times at which the limits
    get there.

    Args:
        times: how long each was watched, in any unit, 0 or more.
        observed: whether it happened then (True) or the watching ended (False).

    Source: Kaplan and Meier, JASA 53 (1958) 457-481; variance: Greenwood (1926); limits: Kalbfleisch and
    Prentice, The Statistical Analysis of Failure Time Data (1980), 1.3; median: Brookmeyer and Crowley,
    Biometrics 38 (1982) 29-41.

    Raises:
        ValueError: when the two sequences differ in length.
    """
    happened = Counter(time for time, seen in zip(times, observed, strict=True) if seen)
    leaving = Counter(times)
    at_risk, survival, greenwood, high = len(times), 1.0, 0.0, 1.0
    steps: list[SurvivalStep] = []
    for time in sorted(leaving):
        events = happened[time]
        if events:
            survival *= (at_risk - events) / at_risk
            low = 0.0
            if survival:
                greenwood += events / (at_risk * (at_risk - events))
                low, high = _log_log_limits(survival, greenwood)
            steps.append(
                SurvivalStep(time=time, survival=survival, low=low, high=high, at_risk=at_risk, events=events)
            )
        at_risk -= leaving[time]
    return Survival(
        steps=tuple(steps),
        median=_first_at_half((step.time, step.survival) for step in steps),
        median_low=_first_at_half((step.time, step.low) for step in steps),
        median_high=_first_at_half((step.time, step.high) for step in steps),
    )


def _log_log_limits(survival: float, greenwood: float) -> tuple[float, float]:
    reach = Z_95 * math.sqrt(greenwood) / -math.log(survival)
    return survival ** math.exp(reach), survival ** math.exp(-reach)


def _first_at_half(curve: Iterable[tuple[float, float]]) -> float | None:
    return next((time for time, share in curve if share <= _HALF), None)
