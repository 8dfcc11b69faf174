"""Columns whose headings are not understood, or only in part, by what their cells hold.

Nothing is guessed for a field that another column has. Each guess is a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from netsheet.core.columns import samples
from netsheet.core.columns.column import Column, Remark, numbered
from netsheet.core.columns.fields import Unsettled
from netsheet.core.columns.heading_parts import Guess, guess_heading, is_about_others, is_person
from netsheet.core.columns.headings import GUESSED
from netsheet.core.columns.samples import Sample, fits
from netsheet.core.email import find_addresses
from netsheet.core.grid import CellValue
from netsheet.core.text import fold

if TYPE_CHECKING:
    import pandas as pd

_HALF, _MOST = 0.5, 0.6
_SOME_FIRMS = 0.3
_PAIRS = 60
_FEWEST = 2
_NAMES: frozenset[str] = frozenset({"name", "first_name", "last_name"})
_OF_CONTACTS = frozenset({
    "status", "response", "response_date", "channel", "follow_up", "first_contact", "last_contact", "next_action", "email", "phone",
    "linkedin", "title",
})  # fmt: skip
"""Fields that a list of payments or books does not have."""


_USUAL: Mapping[str | Unsettled, str] = {Unsettled.FOLLOW_UP: "follow_up", Unsettled.STATE: "status"}


class _Cells(NamedTuple):
    """A column's cells, and how many of them the e-mail addresses in their rows are like.

    Attributes:
        as_local: the share that has a word of what is before the "@".
        as_domain: the share that has a word of what is behind it.
    """

    sample: Sample
    as_local: float
    as_domain: float


def settle_guesses(columns: list[Column], taken: Mapping[int, Sample], frame: pd.DataFrame) -> list[Column]:
    """Give a field to columns that have none, where a part of the heading and the cells agree.

    Where no name or no organisation was found, the cells alone may say it.
    """
    settled = {column.index: column for column in columns}
    for is_about_who in (True, False):
        for column in columns:
            if _is_open(settled[column.index]) and guess_heading(column.heading.shown):
                cells = _look_at(column, settled.values(), taken, frame)
                settled[column.index] = _guess(column, settled.values(), cells, is_about_who=is_about_who)
    for field in ("name", "company"):
        if not _fields(settled.values()) & (_NAMES if field == "name" else {field}):
            for column in filter(_is_open, list(settled.values())):
                cells = _look_at(column, settled.values(), taken, frame)
                if _is_sure(field, column, settled.values(), cells):
                    settled[column.index] = _as(field, column)
                    break
    return list(settled.values())


def _is_open(column: Column) -> bool:
    return column.meaning is None and column.remark is None and column.month is None and column.filled > 0


def _fields(columns: Iterable[Column]) -> set[str | None]:
    return {column.field for column in columns}


def _as(field: str, column: Column) -> Column:
    return replace(column, field=field, strength=GUESSED, remark=Remark.GUESSED)


def _look_at(
    column: Column, columns: Iterable[Column], taken: Mapping[int, Sample], frame: pd.DataFrame
) -> _Cells:
    email = next((other.index for other in columns if other.field == "email"), None)
    if email is None:
        return _Cells(taken[column.index], 0.0, 0.0)
    pairs = frame[[column.index, email]].head(_PAIRS).itertuples(index=False, name=None)
    found = [like for cell, address in pairs if (like := _likeness(cell, address)) is not None]
    count = max(1, len(found))
    return _Cells(
        taken[column.index], sum(one for one, _ in found) / count, sum(two for _, two in found) / count
    )


def _likeness(cell: CellValue, address: CellValue) -> tuple[bool, bool] | None:
    """Say whether a word of a cell is in the parts of the e-mail address next to it, None where there is nothing to compare."""
    addresses = find_addresses(address) if isinstance(address, str) else ()
    words = re.findall(r"\w{3,}", fold(cell)) if isinstance(cell, str) else []
    if not addresses or not words:
        return None
    local, _, domain = fold(addresses[0]).partition("@")
    return any(word in local for word in words), any(word in domain for word in words)


def _guess(column: Column, columns: Iterable[Column], cells: _Cells, *, is_about_who: bool) -> Column:
    """Take the first meaning that the heading may have, no other column has and the cells confirm."""
    others = list(columns)
    known = {(other.field, other.repeat) for other in others}
    for guess in guess_heading(column.heading.shown):
        field, repeat = _one_field(guess.field, cells.sample), numbered(guess.number)
        is_who = field in _NAMES or field == "company"
        if field is None or (field, repeat) in known or is_who is not is_about_who:
            continue
        if _is_so(field, guess, others, cells):
            return replace(_as(field, column), repeat=repeat)
    return column


def _one_field(meaning: str | Unsettled, sample: Sample) -> str | None:
    if meaning is Unsettled.CONTACT:
        kinds = (("email", samples.is_email), ("phone", samples.is_phone), ("name", samples.is_name_like))
        return next((field for field, is_kind in kinds if sample.share(is_kind) >= _HALF), None)
    if meaning in _USUAL:
        return _USUAL[meaning]
    return meaning if isinstance(meaning, str) else None


def _is_so(field: str, guess: Guess, columns: Sequence[Column], cells: _Cells) -> bool:
    if field == "title":
        names = [guess_heading(other.heading.shown) for other in columns if other.field == "name"]
        follows = any(guess.rest == other.rest for found in names for other in found)
        return (follows or is_person(guess.rest)) and fits(field, cells.sample)
    if field in {"first_name", "last_name"}:
        return is_person(guess.rest) and fits("name", cells.sample)
    if field not in {"name", "company"}:
        return samples.is_proven(field, cells.sample)
    if not fits(field, cells.sample) or cells.sample.share(samples.is_label) < _MOST:
        return False
    is_firm, is_name = _is_firm(cells), _is_name(cells)
    if field == "name":
        is_said = is_person(guess.rest) and cells.sample.share(samples.is_name_like) >= _MOST
        return not is_firm and (is_name or is_said)
    return is_firm or not (is_person(guess.rest) or cells.as_local >= _HALF)


def _is_name(cells: _Cells) -> bool:
    """Whether the cells are the names of people."""
    if cells.as_local >= _HALF or cells.as_domain >= _HALF:
        return cells.as_local >= _HALF
    return cells.sample.share(samples.is_full_name) >= _MOST


def _is_firm(cells: _Cells) -> bool:
    """Whether the cells are the names of organisations."""
    if cells.as_local >= _HALF or cells.as_domain >= _HALF:
        return cells.as_domain > cells.as_local
    return cells.sample.share(samples.has_firm_word) >= _SOME_FIRMS


def _is_sure(field: str, column: Column, columns: Iterable[Column], cells: _Cells) -> bool:
    """Whether the cells of a column whose heading says nothing are the names of people, or of organisations.

    Where the other one is known already, only the e-mail addresses prove it.
    """
    fields = _fields(columns)
    if is_about_others(column.heading.shown) or not fields & _OF_CONTACTS or not fits(field, cells.sample):
        return False
    is_proven = (cells.as_local if field == "name" else cells.as_domain) >= _MOST
    if fields & {"name", "company", "first_name"}:
        return is_proven and _is_varied(cells.sample)
    if field == "name":
        return _is_name(cells) and _is_varied(cells.sample)
    return _is_firm(cells)


def _is_varied(sample: Sample) -> bool:
    """Whether most cells differ, as names of people do and words for a state do not."""
    return len(sample.cells) >= _FEWEST and len(set(sample.cells)) >= _MOST * len(sample.cells)
