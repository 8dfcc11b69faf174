"""Columns that look like addresses under a heading that netsheet does not know: the likely reason why nobody has one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from netsheet.core.columns.samples import Sample, is_email, is_phone, is_profile_address, take_sample
from netsheet.core.drafts.requests import UnreadColumn
from netsheet.core.grid import CellValue, Sheet, column_letters
from netsheet.core.model import SheetReading
from netsheet.core.values.cells import clean_text

_KINDS: Final[tuple[tuple[str, Callable[[CellValue], bool]], ...]] = (
    ("email", is_email),
    ("linkedin", is_profile_address),
    ("phone", is_phone),
)
_LEAST_SHARE: Final = 0.5


def find_unread_columns(reading: SheetReading, sheet: Sheet | None) -> Mapping[str, UnreadColumn]:
    """Find for each field of addresses the first unread column of which at least half of the cells look like it."""
    found: dict[str, UnreadColumn] = {}
    if sheet is None:
        return found
    for match in reading.headings:
        heading, column = clean_text(match.heading), match.place.column
        if match.field is not None or not heading:
            continue
        sample = take_sample([sheet.value(row, column) for row in reading.record_rows])
        field = _find_field(sample)
        if field:
            unread = UnreadColumn(heading=heading, letter=column_letters(column), field=field, column=column)
            found.setdefault(field, unread)
    return found


def _find_field(sample: Sample) -> str:
    return next((field for field, is_kind in _KINDS if sample.share(is_kind) >= _LEAST_SHARE), "")
