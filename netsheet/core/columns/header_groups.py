"""A header of two rows: which headings the row above gives another meaning. "Date" below "Reply" is the day of the reply."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from netsheet.core.columns.fields import Unsettled
from netsheet.core.columns.headings import Heading, is_own, understand_group, understand_heading
from netsheet.core.grid import Sheet
from netsheet.core.values.cells import is_url, tidy

_SAME_TOUCH: frozenset[str | Unsettled] = frozenset({
    "date", "first_contact", "name", "email", "linkedin", "phone", "channel", "kind", "message",
    Unsettled.CONTACT, Unsettled.TYPE, Unsettled.VIA,
})  # fmt: skip
"""What a group may be called whose dates are the days of contacts."""


def with_groups(
    sheet: Sheet, row: int, headings: Sequence[tuple[int, str]]
) -> tuple[tuple[int, Heading], ...]:
    """Give its group to each heading whose meaning the group changes.

    A heading that comes several times below groups of different meaning gets its group too: where group and heading
    together say nothing, an unused column is better than a wrong reading.
    """
    groups = _groups_above(sheet, row) if row > 1 else {}
    if len(set(groups.values())) < 2:
        return tuple((column, Heading(text)) for column, text in headings)
    counts = Counter(text.casefold() for _, text in headings)
    is_mixed = any(_is_of_another_kind(group) for group in groups.values())
    grouped = []
    for column, text in headings:
        is_repeated = counts[text.casefold()] > 1
        group = groups.get(column, "") if is_repeated or _is_merged(sheet, row - 1, column) else ""
        is_changed = group and _changes(group, text, is_repeated=is_repeated and is_mixed)
        grouped.append((column, Heading(text, group if is_changed else "")))
    return tuple(grouped)


def _changes(group: str, text: str, *, is_repeated: bool) -> bool:
    plain, both = understand_heading(text), understand_group(group, text)
    if both is None:
        return is_repeated and plain is not None
    return plain is None or (both.field, both.number, both.slot) != (plain.field, plain.number, plain.slot)


def _is_of_another_kind(group: str) -> bool:
    """Whether a group is about something else than the contacts themselves: replies, meetings, plans."""
    understood = understand_heading(group)
    return understood is not None and understood.field not in _SAME_TOUCH


def _groups_above(sheet: Sheet, row: int) -> Mapping[int, str]:
    """Return the group of each column from the row above, where it holds nothing but texts."""
    cells = sheet.rows[row - 2]
    has_values = any(
        (row - 1, column) in sheet.formulas or not isinstance(value, str) or "@" in value or is_url(value)
        for column, value in enumerate(cells, start=1)
    )
    return {} if has_values else dict(_spread(sheet, row - 1))


def _spread(sheet: Sheet, row: int) -> Iterator[tuple[int, str]]:
    """Give each text to the columns of its merged cell, else to the empty cells on its right."""
    ends = {
        area.first_column: area.last_column for area in sheet.merged if area.first_row == area.last_row == row
    }
    group, end = "", 0
    for column, value in enumerate(sheet.rows[row - 1], start=1):
        if text := tidy(str(value)):
            group, end = "" if is_own(text) else text, ends.get(column, len(sheet.rows[row - 1]))
        if group and column <= end:
            yield column, group


def _is_merged(sheet: Sheet, row: int, column: int) -> bool:
    return any(area.first_row == area.last_row == row and area.holds(row, column) for area in sheet.merged)
