"""Where the owned columns are: found by their headings wherever the user moved them, or placed where nothing is.

``owned_columns`` decides what they show and which cells change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from netsheet.core.grid import LAST_COLUMN, LAST_ROW, Area, Sheet, TableArea
from netsheet.core.how_to_end import DONE_CHOICES, DONE_HEADING, HOW_TO_TYPE
from netsheet.core.model import SheetReading
from netsheet.core.plan import CellHint, NewColumn


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnedColumn:
    """A column of ours: its heading, how wide it starts (in characters), and how its cells look and what they offer."""

    heading: str
    width: float
    style: str | None = None
    hint: CellHint | None = None


DONE_COLUMN = OwnedColumn(
    heading=DONE_HEADING,
    width=20,
    style="text",
    hint=CellHint(title="Done?", text=HOW_TO_TYPE, choices=DONE_CHOICES),
)
"""The one column of ours that people type into."""

STATUS_HEADING = "Netsheet status"

OWNED_COLUMNS = (
    OwnedColumn(heading=STATUS_HEADING, width=16),
    OwnedColumn(heading="Netsheet next step", width=42),
    OwnedColumn(heading="Netsheet due", width=13),
    OwnedColumn(heading="Netsheet why", width=76),
    DONE_COLUMN,
    OwnedColumn(heading="Netsheet last contact", width=20),
    OwnedColumn(heading="Netsheet touches", width=16),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where the owned columns are: the sheet column of each, and which of them are new."""

    columns: tuple[int, ...]
    new_columns: tuple[NewColumn, ...]
    table: str | None

    @property
    def shown(self) -> tuple[int, ...]:
        """The columns that netsheet fills: all but the one for people's words."""
        return tuple(column for column in self.columns if column != self.done)

    @property
    def done(self) -> int:
        """The column for people's words."""
        return self.columns[OWNED_COLUMNS.index(DONE_COLUMN)]

    def is_new(self, column: int) -> bool:
        """Whether a column is added."""
        return any(new.column == column for new in self.new_columns)


def place_columns(sheet: Sheet, reading: SheetReading) -> Placement:
    """Find the owned columns by their headings, wherever the user moved them; place the missing ones.

    They join the Excel table that holds the log when its right neighbours are free; else they go into the first
    columns right of everything in the log's rows that are free below the log, too.
    """
    standing_at = find_headings(sheet, reading.header_row)
    missing = [owned for owned in OWNED_COLUMNS if owned.heading.casefold() not in standing_at]
    first, table = _first_free(sheet, reading, len(missing))
    new_columns = tuple(
        NewColumn(
            column=first + offset,
            heading=owned.heading,
            width=owned.width,
            style=owned.style,
            hint=owned.hint,
        )
        for offset, owned in enumerate(missing)
    )
    placed = {column.heading: column.column for column in new_columns}
    return Placement(
        columns=tuple(
            placed.get(owned.heading) or standing_at[owned.heading.casefold()] for owned in OWNED_COLUMNS
        ),
        new_columns=new_columns,
        table=table if new_columns else None,
    )


def find_headings(sheet: Sheet, header_row: int) -> dict[str, int]:
    """Return the first sheet column of each heading, folded."""
    found: dict[str, int] = {}
    cells = sheet.rows[header_row - 1] if header_row <= len(sheet.rows) else ()
    for column, heading in enumerate(cells, start=1):
        if isinstance(heading, str):
            found.setdefault(heading.strip().casefold(), column)
    return found


def find_done_columns(
    readings: Iterable[SheetReading], sheets: Iterable[Sheet], *, with_new: bool
) -> dict[str, int | None]:
    """Return by sheet the column for people's words; None where a sheet has none.

    Args:
        readings: the sheets of the log, as they were understood.
        sheets: as they were read.
        with_new: whether the columns count that a refresh adds.
    """
    by_name = {sheet.name: sheet for sheet in sheets}
    columns: dict[str, int | None] = {}
    for reading in readings:
        sheet = by_name[reading.sheet]
        standing = find_headings(sheet, reading.header_row).get(DONE_HEADING.casefold())
        columns[reading.sheet] = (
            place_columns(sheet, reading).done if with_new and standing is None else standing
        )
    return columns


def _first_free(sheet: Sheet, reading: SheetReading, count: int) -> tuple[int, str | None]:
    """Return the first sheet column for ``count`` new columns, and the table that grows by them."""
    bottom = max([reading.header_row, *reading.record_rows[-1:]])
    rows = Area(first_row=reading.header_row, first_column=1, last_row=bottom, last_column=LAST_COLUMN)
    table = next((table for table in sheet.tables if holds_log(table, reading)), None)
    if table is not None and table.growable and count:
        right = Area(
            first_row=table.area.first_row,
            first_column=table.area.last_column + 1,
            last_row=LAST_ROW,
            last_column=table.area.last_column + count,
        )
        if not _last_taken(sheet, right, bottom) and not _last_covered(sheet, right):
            return right.first_column, table.name
    first = _last_taken(sheet, rows, bottom) + 1
    while count and (taken := _last_in_the_way(sheet, rows, first, first + count - 1)):
        first = taken + 1
    return first, None


def holds_log(table: TableArea, reading: SheetReading) -> bool:
    """Whether a table has the log's headings as its own."""
    columns = [match.place.column for match in reading.headings if match.field is not None]
    return (
        table.has_header
        and table.area.first_row == reading.header_row
        and any(table.area.first_column <= column <= table.area.last_column for column in columns)
    )


def _last_in_the_way(sheet: Sheet, rows: Area, first: int, last: int) -> int:
    """Return the last of some columns that has something below the log's rows or is covered from there on, 0 for none."""
    band = replace(rows, first_column=first, last_row=LAST_ROW, last_column=last)
    below = replace(band, first_row=rows.last_row + 1)
    return max(_last_taken(sheet, below, rows.last_row), _last_covered(sheet, band))


def _last_covered(sheet: Sheet, area: Area) -> int:
    """Return the last of an area's columns that a drawing covers, which a new width would stretch, or that is hidden."""
    covered = (min(each.last_column, area.last_column) for each in sheet.covered if each.is_touching(area))
    return max(covered, default=0)


def _last_taken(sheet: Sheet, area: Area, log_bottom: int) -> int:
    """Return the last of an area's columns that holds anything, or that a shape reaches; 0 when all are free."""
    found = [column for row, column in (*sheet.formulas, *sheet.errors) if area.holds(row, column)]
    found += [
        min(shape.last_column, area.last_column)
        for shape in _shapes(sheet, log_bottom)
        if shape.is_touching(area)
    ]
    return max([_last_filled(sheet, area), *found])


def _last_filled(sheet: Sheet, area: Area) -> int:
    """Return the last of an area's columns in which a cell has a value, 0 for none."""
    rows = sheet.rows[area.first_row - 1 : area.last_row]
    column = min(max(map(len, rows), default=0), area.last_column)
    while column >= area.first_column:
        if any(column <= len(cells) and cells[column - 1] != "" for cells in rows):
            return column
        column -= 1
    return 0


def _shapes(sheet: Sheet, log_bottom: int) -> Iterator[Area]:
    """Yield the areas that are not ours to write into.

    One that grows by itself and begins above the log's last row has room downwards, and to become twice as wide.
    """
    yield from sheet.blocked
    for area in sheet.growing:
        if area.first_row <= log_bottom:
            width = area.last_column - area.first_column + 1
            yield replace(area, last_row=LAST_ROW, last_column=min(area.last_column + width, LAST_COLUMN))
    for table in sheet.tables:
        yield table.area
