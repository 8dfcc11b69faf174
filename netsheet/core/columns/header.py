"""Find the row of headings on a sheet, whatever is above it.

Banners, strips of figures, export preambles and the upper row of a two-row header are passed over; a sheet without
headings has none, and its first contact is not taken for one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from netsheet.core.columns.column import IDENTITY
from netsheet.core.columns.fields import Unsettled
from netsheet.core.columns.header_groups import with_groups
from netsheet.core.columns.heading_parts import guess_heading
from netsheet.core.columns.headings import SAME_WORDS, Heading, is_own, understand, understand_heading
from netsheet.core.columns.plain_words import plain_words
from netsheet.core.columns.special_headings import is_number_of_person, month_of_heading
from netsheet.core.grid import CellValue, Sheet
from netsheet.core.values.cells import is_url, tidy

Clue = str | Unsettled | tuple[str, str | Unsettled]
"""What a text says when it is taken for a heading: a field, or a pair of how it was understood and what as."""

_ROWS_SEARCHED = 60
_ROWS_BELOW = 200
_PERSON: frozenset[Clue] = IDENTITY | {Unsettled.CONTACT} | {("perhaps", field) for field in IDENTITY}
_CONTACTS: frozenset[Clue] = frozenset({
    "date", "status", "response", "response_date", "channel", "follow_up", "first_contact", "last_contact", "next_action", "phone",
    Unsettled.FOLLOW_UP,
})  # fmt: skip
"""Headings of a log that do not say who somebody is: where there are several of them, the cells may say who."""
_ENOUGH = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The row of headings: its sheet row, and (sheet column, heading) of each heading that is not ours."""

    row: int
    headings: tuple[tuple[int, Heading], ...]
    score: float


def find_header(sheet: Sheet, chosen: Mapping[str, str]) -> Header | None:
    """Find the row of headings, or None where no row looks like one.

    The headings that the user maps in the settings (``chosen``) count as understood.
    """
    own = frozenset(" ".join(plain_words(heading)) for heading in chosen)
    rows = [row for row in range(1, min(len(sheet.rows), _ROWS_SEARCHED) + 1) if any(sheet.rows[row - 1])]
    rows += [
        table.area.first_row
        for table in sheet.tables
        if table.has_header and table.area.first_row > _ROWS_SEARCHED
    ]
    for least in (2, 1):
        found = [header for row in rows if (header := _judge(sheet, row, own, least))]
        if found:
            return max(found, key=lambda header: header.score)
    return None


def nearest_header(sheet: Sheet) -> Header | None:
    """Find the row that is most like headings on a sheet where none says enough, or None where no two are known."""
    found = []
    for row in range(1, min(len(sheet.rows), _ROWS_SEARCHED) + 1):
        headings = _headings_of(sheet, row) if any(sheet.rows[row - 1]) else ()
        known = {
            clue
            for column, heading in headings
            if (clue := _clue(heading, frozenset())) and not _is_repeated(sheet, row, column)
        }
        if len(known) > 1 and not any(
            not isinstance(value, str) or _is_value(value) for value in sheet.rows[row - 1]
        ):
            found.append(Header(row=row, headings=headings, score=len(known)))
    return max(found, key=lambda header: header.score, default=None)


def _judge(sheet: Sheet, row: int, own: frozenset[str], least: int) -> Header | None:
    """Weigh a row in which at least as many headings are certain; a single one has to say who the rows are about."""
    headings = _headings_of(sheet, row)
    clues = [(column, clue) for column, heading in headings if (clue := _clue(heading, own))]
    certain = {clue for _, clue in clues}
    if len(certain) < least or (least == 1 and not certain & IDENTITY):
        return None
    clues = [(column, clue) for column, clue in clues if not _is_repeated(sheet, row, column)]
    if len(headings) > len(clues) and len({clue for _, clue in clues}) >= least:
        clues += [
            (column, ("perhaps", guesses[0].field))
            for column, heading in headings
            if not _clue(heading, own) and (guesses := guess_heading(heading.shown))
        ]
    matched = {clue for _, clue in clues}
    values = sum(_is_value(value) for value in sheet.rows[row - 1])
    is_about_people = bool(matched & _PERSON or own) or len(matched & _CONTACTS) >= _ENOUGH
    if len(matched) < 2 or not (
        is_about_people or any(is_number_of_person(heading) for _, heading in headings)
    ):
        return None
    hints = _hints(sheet, row)
    share = len(clues) / (len(headings) + values)
    if values > len(matched) or not (hints or _is_convincing(len(matched), share, has_values=values > 0)):
        return None
    return Header(row=row, headings=headings, score=len(matched) + hints + 2 * share - values)


def _is_convincing(matched_count: int, share: float, *, has_values: bool) -> bool:
    """Whether enough of a row is understood, where nothing in the workbook marks it as the header."""
    if matched_count >= 3 and not has_values:
        return share >= 0.3
    return share >= 0.5


def _clue(heading: Heading, own: frozenset[str]) -> Clue | None:
    if " ".join(heading.words) in own:
        return "own", heading.shown
    understood = understand(heading)
    if understood is None:
        return "month" if month_of_heading(heading.shown) else None
    is_certain = understood.strength >= SAME_WORDS or len(heading.shown) > 30
    return understood.field if is_certain else ("perhaps", understood.field)


def _headings_of(sheet: Sheet, row: int) -> tuple[tuple[int, Heading], ...]:
    """Return a row's texts as headings; where one is merged with the row above, its text is in that row."""
    cells = sheet.rows[row - 1]
    above = sheet.rows[row - 2] if row > 1 else [""] * len(cells)
    headings = []
    for column, value in enumerate(cells, start=1):
        text = _heading_text(value)
        if not text and isinstance(above[column - 1], str) and _spans(sheet, row, column):
            text = _heading_text(above[column - 1])
        if text and not is_own(text):
            headings.append((column, text))
    return with_groups(sheet, row, headings)


def _heading_text(value: CellValue) -> str:
    if isinstance(value, str):
        return tidy(value)
    is_month = hasattr(value, "month") and getattr(value, "day", 0) == 1
    return f"{value:%Y-%m}" if is_month else ""


def _spans(sheet: Sheet, row: int, column: int) -> bool:
    """Whether the cell above belongs to this column alone: merged with it, or understood as a heading by itself."""
    for area in sheet.merged:
        if area.holds(row - 1, column):
            return area.first_column == area.last_column and area.last_row >= row
    return understand_heading(tidy(str(sheet.rows[row - 2][column - 1]))) is not None


def _is_repeated(sheet: Sheet, row: int, column: int) -> bool:
    """Whether a text comes again in its column, as a value does; a whole row that comes again is a header's copy.

    Only one of the copies has our headings next to it.
    """
    cells = sheet.rows[row - 1]
    text = cells[column - 1]
    if not isinstance(text, str) or not text:
        return False
    around = (*sheet.rows[max(0, row - 1 - _ROWS_SEARCHED) : row - 1], *sheet.rows[row : row + _ROWS_BELOW])
    return any(other[column - 1] == text and not _is_copy(other, cells) for other in around)


def _is_copy(other: Sequence[CellValue], cells: Sequence[CellValue]) -> bool:
    return all(
        one == two or is_own(str(one)) or is_own(str(two)) for one, two in zip(other, cells, strict=True)
    )


def _is_value(value: CellValue) -> bool:
    """Whether a cell holds what no heading holds: a number, a date, an address."""
    if isinstance(value, str):
        return "@" in value or (is_url(value) and ("/" in value or value.startswith("www.")))
    return not _heading_text(value)


def _hints(sheet: Sheet, row: int) -> float:
    """Weigh what the workbook itself says: a table's or an autofilter's first row, the frozen rows."""
    is_table = any(table.has_header and table.area.first_row == row for table in sheet.tables)
    is_filtered = sheet.autofilter is not None and sheet.autofilter.first_row == row
    return 3 * is_table + 2 * is_filtered + (sheet.frozen_rows == row)
