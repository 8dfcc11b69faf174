"""Cells that show something else than their value: the address behind a link's words, a number with its unit.

Headings say where it is of use: below "Email" the address behind "Send mail" is what the column is for, below "Name"
the words of the link are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import unquote

from netsheet.core.columns.fields import Unsettled
from netsheet.core.columns.heading_parts import guess_heading
from netsheet.core.columns.headings import Heading, understand
from netsheet.core.email import find_addresses
from netsheet.core.grid import CellValue, Position, Sheet
from netsheet.core.values.cells import is_linkedin_address, is_url

_ADDRESSES: frozenset[str | Unsettled] = frozenset(
    {"email", "linkedin", "website", "job_url", Unsettled.LINK}
)
_SPANS: frozenset[str | Unsettled] = frozenset({"every", "follow_up", Unsettled.FOLLOW_UP})


def with_shown(sheet: Sheet, headings: Sequence[tuple[int, Heading]]) -> Sheet:
    """Return the sheet with what its cells show in place of their values, where the headings ask for it."""
    changed = dict(_shown(sheet, headings)) if sheet.shown or sheet.links else {}
    if not changed:
        return sheet
    rows = list(sheet.rows)
    for row in {row for row, _ in changed}:
        cells = list(rows[row - 1])
        for column in range(1, len(cells) + 1):
            cells[column - 1] = changed.get((row, column), cells[column - 1])
        rows[row - 1] = cells
    return replace(sheet, rows=rows)


def _shown(sheet: Sheet, headings: Sequence[tuple[int, Heading]]) -> Iterator[tuple[Position, CellValue]]:
    meanings = {index: set(_meanings(heading)) for index, heading in headings}
    for (row, column), text in sheet.shown.items():
        is_read = column in meanings and row <= len(sheet.rows)
        if is_read and (sheet.value(row, column) == "" or meanings[column] & _SPANS):
            yield (row, column), text
    for (row, column), target in sheet.links.items():
        if meanings.get(column, set()) & _ADDRESSES and row <= len(sheet.rows):
            address = _address(target)
            if not _is_address(sheet.value(row, column)) and _is_address(address):
                yield (row, column), address


def _meanings(heading: Heading) -> Iterator[str | Unsettled]:
    understood = understand(heading)
    if understood is not None:
        yield understood.field
    else:
        yield from (guess.field for guess in guess_heading(heading.shown))


def _address(target: str) -> str:
    """Take what is behind a link: of "mailto:a@example.com?subject=Hi" the address."""
    scheme, _, rest = target.partition(":")
    return unquote(rest.partition("?")[0]) if scheme.casefold() == "mailto" else target


def _is_address(value: CellValue) -> bool:
    return isinstance(value, str) and (
        bool(find_addresses(value)) or is_url(value) or is_linkedin_address(value)
    )
