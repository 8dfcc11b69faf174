from __future__ import annotations

import math
import time
import warnings
from importlib import import_module
from statistics import NormalDist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netsheet.core.numbers.statistics import (
    Z_95,
    Z_POWER_80,
    Survival,
    fisher_exact,
    holm,
    kaplan_meier,
    sends_per_arm,
    wilson_interval,
)

SIX_DECIMALS = 5e-7
FREIREICH_EVENTS = (6, 6, 6, 7, 10, 13, 16, 22, 23)
FREIREICH_CENSORED = (6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)

few = settings(max_examples=60, deadline=None)
shares_counts = st.integers(0, 400).flatmap(lambda trials: st.tuples(st.integers(0, trials), st.just(trials)))
watched = st.lists(st.tuples(st.integers(0, 40), st.booleans()), min_size=1, max_size=80)


def curve(events: tuple[int, ...], censored: tuple[int, ...]) -> Survival:
    return kaplan_meier([*events, *censored], [True] * len(events) + [False] * len(censored))


def survival_at(survival: Survival, day: float) -> float:
    return next(step.survival for step in reversed(survival.steps) if step.time <= day)


def test_the_normal_quantiles_are_those_of_the_normal_distribution() -> None:
    assert pytest.approx(NormalDist().inv_cdf(0.975), abs=1e-14) == Z_95
    assert pytest.approx(NormalDist().inv_cdf(0.8), abs=1e-14) == Z_POWER_80


@pytest.mark.parametrize(
    ("successes", "trials", "low", "high"),
    [
        (0, 10, 0, 0.277533),
        (1, 10, 0.017876, 0.404150),
        (3, 10, 0.107791, 0.603222),
        (5, 10, 0.236593, 0.763407),
        (7, 20, 0.181192, 0.567146),
        (0, 20, 0, 0.161125),
        (81, 263, 0.255289, 0.366210),
        (15, 148, 0.062386, 0.160487),
        (1, 29, 0.006113, 0.171755),
        (0, 0, 0, 1),
    ],
)
def test_wilson_holds_the_published_values(successes: int, trials: int, low: float, high: float) -> None:
    assert wilson_interval(successes, trials) == pytest.approx((low, high), abs=SIX_DECIMALS)


@few
@given(shares_counts)
def test_wilson_agrees_with_statsmodels(counts: tuple[int, int]) -> None:
    proportion_confint = import_module("statsmodels.stats.proportion").proportion_confint
    successes, trials = counts
    expected = proportion_confint(successes, trials, method="wilson") if trials else (0, 1)
    assert wilson_interval(successes, trials) == pytest.approx(tuple(map(float, expected)), abs=1e-12)


@given(shares_counts)
@few
def test_a_wilson_interval_holds_its_share_and_stays_a_share(counts: tuple[int, int]) -> None:
    low, high = wilson_interval(*counts)
    assert 0 <= low < high <= 1
    if counts[1]:
        assert low <= counts[0] / counts[1] <= high


@pytest.mark.parametrize(("successes", "trials"), [(3, 2), (-1, 5), (1, 0)])
def test_impossible_counts_have_no_interval(successes: int, trials: int) -> None:
    with pytest.raises(ValueError, match="successes"):
        wilson_interval(successes, trials)


@pytest.mark.parametrize(
    ("table", "p_value"),
    [
        ((5, 5, 2, 8), "0.349845"),
        ((6, 14, 2, 18), "0.24"),
        ((9, 3, 3, 9), "0.039"),
        ((0, 0, 3, 9), "1"),
        ((3, 0, 9, 0), "1"),
        ((0, 0, 0, 0), "1"),
    ],
)
def test_fisher_holds_the_reference_values(table: tuple[int, int, int, int], p_value: str) -> None:
    decimals = len(p_value.partition(".")[2])
    assert f"{fisher_exact(*table):.{decimals}f}" == p_value


@few
@given(st.tuples(*[st.integers(0, 60)] * 4))
def test_fisher_agrees_with_scipy(table: tuple[int, int, int, int]) -> None:
    oracle = import_module("scipy.stats").fisher_exact
    a, b, c, d = table
    assert fisher_exact(a, b, c, d) == pytest.approx(
        float(oracle([[a, b], [c, d]]).pvalue), abs=1e-10, rel=1e-8
    )


@pytest.mark.parametrize(
    "table",
    [
        (25_000, 25_000, 24_700, 25_300),
        (20_000, 30_000, 20_600, 29_400),
        (50_000, 10, 49_950, 30),
        (900, 40_000, 2_000, 41_000),
    ],
)
def test_fisher_is_fast_and_exact_on_large_counts(table: tuple[int, int, int, int]) -> None:
    oracle = import_module("scipy.stats").fisher_exact
    a, b, c, d = table
    start = time.perf_counter()
    p_value = fisher_exact(a, b, c, d)
    assert time.perf_counter() - start < 0.25
    assert p_value == pytest.approx(float(oracle([[a, b], [c, d]]).pvalue), rel=1e-6)


def test_fisher_of_a_hopeless_table_is_zero_and_not_an_error() -> None:
    assert fisher_exact(50_000, 0, 0, 50_000) == 0.0


@given(st.tuples(*[st.integers(0, 40)] * 4))
@few
def test_fisher_does_not_care_which_way_the_table_is_turned(table: tuple[int, int, int, int]) -> None:
    a, b, c, d = table
    turned = [fisher_exact(c, d, a, b), fisher_exact(b, a, d, c), fisher_exact(a, c, b, d)]
    assert turned == pytest.approx([fisher_exact(a, b, c, d)] * 3, rel=1e-9)


def test_fisher_refuses_a_negative_count() -> None:
    with pytest.raises(ValueError, match="negative"):
        fisher_exact(-1, 2, 3, 4)


@few
@given(st.lists(st.floats(0, 1), min_size=1, max_size=12))
def test_holm_agrees_with_statsmodels(p_values: list[float]) -> None:
    multipletests = import_module("statsmodels.stats.multitest").multipletests
    assert holm(p_values) == pytest.approx(tuple(multipletests(p_values, method="holm")[1]), abs=1e-12)


def test_holm_of_no_questions_is_empty() -> None:
    assert holm([]) == ()


@pytest.mark.parametrize(("p1", "p2", "sends"), [(0.2, 0.3, 294), (0.1, 0.3, 62), (0.15, 0.45, 36)])
def test_sends_per_arm_holds_the_reference_values(p1: float, p2: float, sends: int) -> None:
    assert sends_per_arm(p1, p2) == sends
    assert sends_per_arm(p2, p1) == sends


def test_no_number_of_sends_tells_equal_shares_apart() -> None:
    assert sends_per_arm(0.3, 0.3) is None


@few
@given(st.floats(0.02, 0.95), st.floats(0.03, 0.9))
def test_that_many_sends_have_the_power_statsmodels_says(p1: float, step: float) -> None:
    power_proportions_2indep = import_module("statsmodels.stats.proportion").power_proportions_2indep
    p2 = p1 + step * (0.98 - p1)
    sends = sends_per_arm(p1, p2)
    assert sends is not None
    power = [power_proportions_2indep(p1 - p2, p2, count).power for count in (max(1, sends - 1), sends)]
    assert power[1] >= 0.8 - 1e-9
    assert sends == 1 or power[0] < 0.8 + 1e-3


@pytest.mark.parametrize(
    ("day", "share"),
    [
        (6, 6 / 7),
        (7, 96 / 119),
        (10, 64 / 85),
        (13, 176 / 255),
        (16, 32 / 51),
        (22, 64 / 119),
        (23, 160 / 357),
    ],
)
def test_kaplan_meier_holds_freireichs_curve(day: int, share: float) -> None:
    survival = curve(FREIREICH_EVENTS, FREIREICH_CENSORED)
    assert survival_at(survival, day) == pytest.approx(share, abs=SIX_DECIMALS)


def test_kaplan_meier_holds_freireichs_limits_and_median() -> None:
    survival = curve(FREIREICH_EVENTS, FREIREICH_CENSORED)
    limits = {step.time: (step.low, step.high) for step in survival.steps}
    assert limits[6] == pytest.approx((0.619718, 0.951552), abs=SIX_DECIMALS)
    assert limits[23] == pytest.approx((0.188052, 0.680143), abs=SIX_DECIMALS)
    assert (survival.median, survival.median_low, survival.median_high) == (23, 13, None)


def test_kaplan_meier_counts_those_still_waiting_as_undecided() -> None:
    survival = curve((1, 2, 2, 3, 5), (1, 1, 4, 7, 14, 14, 14))
    assert 1 - survival_at(survival, 7) == pytest.approx(0.511, abs=5e-4)
    assert survival.median == 5


def test_a_curve_that_stays_above_one_half_has_no_median() -> None:
    survival = curve((1,), (5, 6, 7))
    assert (survival.median, survival.median_high) == (None, None)


def test_a_half_reached_through_rounding_is_still_a_half() -> None:
    assert curve((1, 2, 3, 4, 5), (9, 9, 9, 9, 9)).median == 5


def test_a_same_day_event_happens_at_zero() -> None:
    assert curve((0,), (0, 1)).steps[0].survival == pytest.approx(2 / 3)


def test_a_curve_of_nothing_has_no_steps() -> None:
    assert kaplan_meier([], []) == Survival(steps=(), median=None, median_low=None, median_high=None)


def test_where_the_curve_ends_at_zero_the_upper_limit_of_the_step_before_stands() -> None:
    first, last = curve((1, 2), ()).steps
    assert (last.survival, last.low, last.high) == (0.0, 0.0, first.high)


def test_times_without_a_verdict_are_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        kaplan_meier([1, 2], [True])


@few
@given(watched)
def test_kaplan_meier_agrees_with_lifelines(cases: list[tuple[int, bool]]) -> None:
    with warnings.catch_warnings():
        # lifelines calls parts of pandas and numpy that are on their way out; its numbers are what counts here.
        warnings.simplefilter("ignore")
        fitter = import_module("lifelines").KaplanMeierFitter
        times, seen = [case[0] for case in cases], [case[1] for case in cases]
        oracle = fitter().fit(times, seen)
        table = oracle.survival_function_.join(oracle.confidence_interval_)
    survival = kaplan_meier(times, seen)
    for step in survival.steps:
        expected = [float(value) for value in table.loc[step.time]]
        assert step.survival == pytest.approx(expected[0], abs=1e-9)
        if step.survival > 1e-9:
            assert (step.low, step.high) == pytest.approx(tuple(expected[1:]), abs=1e-9)
    if all(abs(step.survival - 0.5) > 1e-9 for step in survival.steps):
        assert (survival.median or math.inf) == (float(oracle.median_survival_time_) or math.inf)


@given(watched)
@few
def test_a_survival_curve_only_falls_and_stays_within_its_limits(cases: list[tuple[int, bool]]) -> None:
    steps = kaplan_meier([case[0] for case in cases], [case[1] for case in cases]).steps
    shares = [1.0, *(step.survival for step in steps)]
    assert shares == sorted(shares, reverse=True)
    assert all(0 <= step.low <= step.survival <= step.high <= 1 for step in steps)


def test_kaplan_meier_of_a_hundred_thousand_takes_a_moment() -> None:
    times = [index * 7919 % 100_003 for index in range(100_000)]
    start = time.perf_counter()
    survival = kaplan_meier(times, [index % 3 == 0 for index in times])
    assert time.perf_counter() - start < 3
    assert len(survival.steps) > 30_000
