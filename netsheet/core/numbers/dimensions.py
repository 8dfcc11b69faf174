"""Dimensions: what first messages are compared by, and which values of each get a row of their own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from netsheet.core.numbers.dimension_names import DIMENSION_NAMES
from netsheet.core.numbers.rates import Counts, Value, ValueRate, compare_values, mark_counts, value_rate

if TYPE_CHECKING:
    import pandas as pd

MOST_VALUES: Final = 20
"""A dimension names at most this many values; the others share one row."""

NOT_LOGGED: Final = "not logged"
OTHER: Final = "other"

_REST, _MISSING = (
    "",
    " ",
)  # the keys of all values not named, and of those not logged: no value is one of them
_COUNTS = list(Counts._fields)


def compute_rates_by_dimension(openings: pd.DataFrame) -> dict[str, tuple[ValueRate, ...]]:
    """Count and compare the openings by every dimension of which the log holds data.

    In each dimension the rows add up to all openings: those without a value are in the row NOT_LOGGED. Spellings that
    differ in case or spaces are one value. A dimension of more than MOST_VALUES values names those sent at
    least twice, the most often sent first, up to that number; the others share the row OTHER. Warmth is
    left out where nothing in the log is warm.

    Rows are ordered by the interval's lower end, those without an interval after them by what was sent, OTHER and
    NOT_LOGGED last: neither is a value one could choose, so neither has a verdict.
    """
    tables: dict[str, tuple[ValueRate, ...]] = {}
    for dimension, values in _count_values(openings).items():
        missing, other = values.pop(_MISSING, None), values.pop(_REST, None)
        if not (values or other) or (dimension == "warmth" and "warm" not in values):
            continue
        rows = compare_values(list(values.values()), other)
        rows.extend(value_rate(each, Counts()) for each in (other, missing) if each is not None)
        tables[dimension] = tuple(rows)
    return tables


def select_logged(rows: Iterable[ValueRate]) -> list[ValueRate]:
    """Select the values that the log names."""
    return [row for row in rows if row.value != NOT_LOGGED]


def select_comparable(rows: Iterable[ValueRate]) -> list[ValueRate]:
    """Select the logged values that have a rate; with two or more of them a dimension can be compared."""
    return [row for row in select_logged(rows) if row.rate is not None]


def _count_values(openings: pd.DataFrame) -> dict[str, dict[str, Value]]:
    """Count the openings of every value, by dimension and by the value's key."""
    cells = _count_cells(openings)
    by_key = cells.groupby(["dimension", "key"], sort=False)
    table = by_key[_COUNTS].sum()
    table[["channels", "channel"]] = by_key["by"].agg(["nunique", "first"])
    table["label"] = _labels(cells)
    values: dict[str, dict[str, Value]] = {dimension: {} for dimension in DIMENSION_NAMES}
    for (dimension, key), *counts, channels, channel, label in table.itertuples(name=None):
        values[dimension][key] = Value(
            label={_REST: OTHER, _MISSING: NOT_LOGGED}.get(key, label),
            counts=Counts(*counts),
            channel=channel or None if channels == 1 else None,
        )
    return values


def _count_cells(openings: pd.DataFrame) -> pd.DataFrame:
    """Count the openings of each spelling and channel, with the key under which they are counted together."""
    marked = openings[list(DIMENSION_NAMES)].assign(by=openings["channel"].astype(object).fillna(""))
    each = marked.join(mark_counts(openings)).melt(
        ["by", *_COUNTS], list(DIMENSION_NAMES), var_name="dimension"
    )
    cells = each.groupby(["dimension", "value", "by"], dropna=False, as_index=False).sum()
    key = cells["value"].str.casefold()
    cells["key"] = key.where(key.notna() & (key != NOT_LOGGED), _MISSING)
    named = cells.merge(_named_keys(cells), how="left", indicator="named")["named"] == "both"
    cells["key"] = cells["key"].where(named | (cells["key"] == _MISSING), _REST)
    return cells


def _named_keys(cells: pd.DataFrame) -> pd.DataFrame:
    """Choose the keys that get a row of their own, the most often sent of each dimension first."""
    sent = cells[cells["key"] != _MISSING].groupby(["dimension", "key"])["sent"].sum().reset_index()
    is_many = sent.groupby("dimension")["key"].transform("size") > MOST_VALUES
    sent = sent[~is_many | ((sent["sent"] > 1) & (sent["key"] != OTHER))]
    sent = sent.sort_values(["sent", "key"], ascending=[False, True])
    return sent[sent.groupby("dimension").cumcount() < MOST_VALUES][["dimension", "key"]]


def _labels(cells: pd.DataFrame) -> pd.Series[str]:
    """Find the commonest spelling of each key; among equally common ones the first of the alphabet."""
    spellings = cells.groupby(["dimension", "key", "value"])["sent"].sum().reset_index()
    spellings = spellings.sort_values(["sent", "value"], ascending=[False, True])
    return spellings.drop_duplicates(["dimension", "key"]).set_index(["dimension", "key"])["value"]
