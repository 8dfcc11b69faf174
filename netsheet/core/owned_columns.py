"""The owned columns: what each row shows, where the columns stand, and which cells change.

Every column whose heading begins with "Netsheet" is ours; every other cell of the sheet stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from netsheet.core.findings import build_finding
from netsheet.core.grid import Area, CellValue, Sheet, TableArea
from netsheet.core.model import Finding, Log, Person, Place, SheetReading, Standing
from netsheet.core.plan import CellEdit, CellStyle, NewColumn, SheetPlan

EARLIER = "Earlier"
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384

STYLES: Mapping[str, CellStyle] = {
    "tone-late": CellStyle(bold=True, font_color="7A1F1F", fill_color="F8D9D6"),
    "tone-due": CellStyle(bold=True, font_color="6B4300", fill_color="FDEBC8"),
    "tone-soon": CellStyle(font_color="1F4E79", fill_color="DCEAF7"),
    "tone-calm": CellStyle(font_color="44546A", fill_color="F2F4F7"),
    "tone-done": CellStyle(font_color="375623", fill_color="E4F0DC"),
    "tone-fix": CellStyle(bold=True, font_color="5B2A86", fill_color="EBDDF7"),
    "date": CellStyle(number_format="d mmm yyyy", align="left"),
    "plain": CellStyle(),
}
"""The looks of owned cells. Each pair of text and fill has a contrast of at least 4.5 to 1 (WCAG 2.1 AA)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnedColumn:
    """A column of ours: its heading, and how wide it starts (in characters)."""

    heading: str
    width: float


OWNED_COLUMNS = (
    OwnedColumn(heading="Netsheet status", width=16),
    OwnedColumn(heading="Netsheet next step", width=40),
    OwnedColumn(heading="Netsheet due", width=13),
    OwnedColumn(heading="Netsheet why", width=68),
    OwnedColumn(heading="Netsheet last contact", width=20),
    OwnedColumn(heading="Netsheet touches", width=16),
)

STATUS, NEXT_STEP, TOUCHES = 0, 1, 5

RowValues = tuple[CellValue, CellValue, CellValue, CellValue, CellValue, CellValue]
"""What one row shows, in the order of ``OWNED_COLUMNS``."""

Shown = tuple[RowValues, str]
"""What one row shows, and the style of its status."""

EARLIER_VALUES: RowValues = (EARLIER, "", "", "", "", "")
EMPTY_VALUES: RowValues = ("", "", "", "", "", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where the owned columns stand: the sheet column of each, and which of them are new."""

    columns: tuple[int, ...]
    new_columns: tuple[NewColumn, ...]
    table: str | None


def plan_columns(sheet: Sheet, reading: SheetReading, shown: Mapping[int, Shown]) -> SheetPlan:
    """Plan the owned cells of one sheet. Rows that show nothing are emptied of what we once wrote there.

    What the user wrote into a column of ours, in a row that we have not written to yet, stays (``holds_own_text``).

    Args:
        sheet: as it was read.
        reading: how it was understood.
        shown: what each record row shows, by sheet row.
    """
    placement = place_columns(sheet, reading)
    rows: dict[int, list[CellEdit]] = {}
    if placement.new_columns:
        rows[reading.header_row] = [
            CellEdit(column.column, "", column.heading, None) for column in placement.new_columns
        ]
    _plan_rows(sheet, reading, shown, placement, rows)
    return SheetPlan(
        sheet=sheet.name,
        header_row=reading.header_row,
        rows=rows,
        new_columns=placement.new_columns,
        table=placement.table,
    )


def _plan_rows(
    sheet: Sheet,
    reading: SheetReading,
    shown: Mapping[int, Shown],
    placement: Placement,
    rows: dict[int, list[CellEdit]],
) -> None:
    """Add the edits of all rows below the header whose owned cells change.

    With its next step a row's status is written too: it may look otherwise now although it reads the same.
    """
    new = {column.column for column in placement.new_columns}
    is_known = placement.columns[TOUCHES] not in new
    order = sorted(range(len(placement.columns)), key=placement.columns.__getitem__)
    nothing: Shown = (EMPTY_VALUES, "plain")
    recurring: dict[CellEdit, CellEdit] = {}  # most rows of a large log are given the same few words and days
    formulas = sheet.formulas
    status = placement.columns[STATUS] - 1
    for number in range(reading.header_row + 1, max([len(sheet.rows), *reading.record_rows[-1:]]) + 1):
        cells = sheet.rows[number - 1] if number <= len(sheet.rows) else ()
        width = len(cells)
        if number not in shown and (status >= width or cells[status] == ""):
            continue  # every row that we wrote has a status
        values, tone = shown.get(number, nothing)
        now = [cells[column - 1] if column <= width else "" for column in placement.columns]
        if now == list(values) or (holds_own_text(now) and (is_known or number not in shown)):
            continue
        if number not in shown and any((number, column) in formulas for column in placement.columns):
            continue  # a row of totals, say
        is_restyled = now[NEXT_STEP] != values[NEXT_STEP]
        edits = [
            CellEdit(
                placement.columns[index], now[index], values[index], _style_name(index, values[index], tone)
            )
            for index in order
            if now[index] != values[index] or (index == STATUS and is_restyled)
        ]
        edits = [recurring.setdefault(edit, edit) if edit.before == "" else edit for edit in edits]
        if edits:
            rows[number] = edits


def holds_own_text(now: Sequence[CellValue]) -> bool:
    """Whether a row's owned cells hold something of the user's: each row of ours has a count of touches, or is "Earlier"."""
    count = now[TOUCHES]
    if isinstance(count, (int, float)) or (isinstance(count, str) and count.isdecimal()):
        return False
    return now[STATUS] != EARLIER and any(value != "" for value in now)


def find_own_texts(sheet: Sheet, reading: SheetReading) -> Iterator[Finding]:
    """Name the records in whose owned cells the user wrote something before netsheet did: nothing is written there."""
    standing_at = _standing_at(sheet, reading.header_row)
    columns = [standing_at.get(owned.heading.casefold(), 0) for owned in OWNED_COLUMNS]
    count = columns[TOUCHES]
    if not count:
        return
    for row in reading.record_rows:
        if isinstance(sheet.value(row, count), (int, float)):
            continue
        now = [sheet.value(row, column) if column else "" for column in columns]
        if holds_own_text(now):
            index = next(index for index, value in enumerate(now) if value != "")
            place = Place(sheet=sheet.name, row=row, column=columns[index])
            yield build_finding("own-text-in-netsheet-column", place, heading=OWNED_COLUMNS[index].heading)


def _style_name(index: int, after: CellValue, tone: str) -> str:
    if after == "":
        return "plain"
    if index == STATUS:
        return tone
    return "date" if index in (2, 4) else "plain"


def log_rows(people: Sequence[Person], standings: Sequence[Standing]) -> dict[int, Shown]:
    """Return what each row of the log shows: the newest row of a person their standing, older ones "Earlier"."""
    earlier: Shown = (EARLIER_VALUES, "tone-calm")
    shown: dict[int, Shown] = {}
    for person, standing in zip(people, standings, strict=True):
        newest = person.place.row
        for row in person.rows:
            shown[row] = (_row_values(standing), f"tone-{standing.tone}") if row == newest else earlier
    return shown


def people_rows(people: Sequence[Person], standings: Sequence[Standing]) -> dict[int, Shown]:
    """Return what each row of the People sheet shows."""
    return {
        person.people_row: (_row_values(standing), f"tone-{standing.tone}")
        for person, standing in zip(people, standings, strict=True)
        if person.people_row is not None
    }


def _row_values(standing: Standing) -> RowValues:
    """Return what a standing shows; what its colour says stands there in a word as well."""
    overdue = " (overdue)" if standing.tone == "late" and standing.next_step else ""
    return (
        standing.status,
        standing.next_step + overdue,
        "" if standing.due is None else standing.due,
        standing.why,
        "" if standing.last_contact_on is None else standing.last_contact_on,
        standing.touch_count,
    )


def place_columns(sheet: Sheet, reading: SheetReading) -> Placement:
    """Find the owned columns by their headings, wherever the user moved them; place the missing ones.

    They join the Excel table that holds the log when its right neighbours are free; else they stand in the first
    columns right of everything in the log's rows that are free below the log, too.
    """
    standing_at = _standing_at(sheet, reading.header_row)
    missing = [owned for owned in OWNED_COLUMNS if owned.heading.casefold() not in standing_at]
    first, table = _first_free(sheet, reading, len(missing))
    new_columns = tuple(
        NewColumn(column=first + offset, heading=owned.heading, width=owned.width)
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


def _standing_at(sheet: Sheet, header_row: int) -> dict[str, int]:
    """Return the first column of each heading, folded."""
    found: dict[str, int] = {}
    for column, heading in enumerate(
        sheet.rows[header_row - 1] if header_row <= len(sheet.rows) else (), start=1
    ):
        if isinstance(heading, str):
            found.setdefault(heading.strip().casefold(), column)
    return found


def _first_free(sheet: Sheet, reading: SheetReading, count: int) -> tuple[int, str | None]:
    """Return the first sheet column for ``count`` new columns, and the table that grows by them."""
    rows = Area(
        first_row=reading.header_row,
        first_column=1,
        last_row=max([reading.header_row, *reading.record_rows[-1:]]),
        last_column=LAST_COLUMN,
    )
    table = next((table for table in sheet.tables if _holds_log(table, reading)), None)
    if table is not None and table.growable and count:
        right = Area(
            first_row=table.area.first_row,
            first_column=table.area.last_column + 1,
            last_row=LAST_ROW,
            last_column=table.area.last_column + count,
        )
        if not _is_taken(sheet, right, rows.last_row) and not _last_covered(sheet, right):
            return right.first_column, table.name
    first = _last_used_column(sheet, rows) + 1
    if count:
        while taken := _last_taken(sheet, rows, first, first + count - 1):
            first = taken + 1
    return first, None


def _last_taken(sheet: Sheet, rows: Area, first: int, last: int) -> int:
    """Return the last of some columns that has something below the log's rows or is covered from there on, 0 for none."""
    band = replace(rows, first_column=first, last_row=LAST_ROW, last_column=last)
    return max(_last_taken_below(sheet, rows.last_row, first, last), _last_covered(sheet, band))


def _last_covered(sheet: Sheet, area: Area) -> int:
    """Return the last of an area's columns that a drawing covers, which a new width would stretch, or that is hidden."""
    covered = (min(each.last_column, area.last_column) for each in sheet.covered if each.is_touching(area))
    return max(covered, default=0)


def _last_taken_below(sheet: Sheet, row: int, first: int, last: int) -> int:
    """Return the last of some columns that holds anything below a row, 0 when all are free: it is the user's."""
    band = Area(first_row=row + 1, first_column=first, last_row=LAST_ROW, last_column=last)
    nothing = [""] * (min(last, len(sheet.rows[0]) if sheet.rows else 0) + 1 - first)
    taken = [
        column
        for cells in sheet.rows[row:]
        if nothing and cells[first - 1 : last] != nothing
        for column in range(first, first + len(nothing))
        if cells[column - 1] != ""
    ]
    taken += [at for below, at in (*sheet.formulas, *sheet.errors) if below > row and first <= at <= last]
    taken += [min(area.last_column, last) for area in _shapes(sheet, row) if area.is_touching(band)]
    return max(taken, default=0)


def _holds_log(table: TableArea, reading: SheetReading) -> bool:
    columns = [match.place.column for match in reading.headings if match.field is not None]
    return (
        table.has_header
        and table.area.first_row == reading.header_row
        and any(table.area.first_column <= column <= table.area.last_column for column in columns)
    )


def _is_taken(sheet: Sheet, area: Area, log_bottom: int) -> bool:
    if any(area.is_touching(other) for other in _shapes(sheet, log_bottom)):
        return True
    last = min(area.last_row, len(sheet.rows))
    return any(
        any(value != "" for value in sheet.rows[row - 1][area.first_column - 1 : area.last_column])
        for row in range(area.first_row, last + 1)
    ) or any(
        area.first_row <= row <= area.last_row and area.first_column <= column <= area.last_column
        for row, column in (*sheet.formulas, *sheet.errors)
    )


def _shapes(sheet: Sheet, log_bottom: int) -> Iterable[Area]:
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


def _last_used_column(sheet: Sheet, rows: Area) -> int:
    """Return the last column that holds anything in a band of rows; shapes that touch the band count."""
    cells = sheet.rows[rows.first_row - 1 : rows.last_row]
    width = max((len(row) for row in cells), default=0)
    while width and all(len(row) < width or row[width - 1] == "" for row in cells):
        width -= 1
    used = [
        column for row, column in (*sheet.formulas, *sheet.errors) if rows.first_row <= row <= rows.last_row
    ]
    reach = [area.last_column for area in _shapes(sheet, rows.last_row) if area.is_touching(rows)]
    return max([width, *used, *reach])


def plan_sheets(
    log: Log, sheets: Mapping[str, Sheet], standings: Sequence[Standing]
) -> tuple[SheetPlan, ...]:
    """Plan the owned cells of the log's sheet and, where there is one, of the People sheet."""
    plans = [plan_columns(sheets[log.reading.sheet], log.reading, log_rows(log.people, standings))]
    if log.people_reading is not None:
        people_sheet = sheets[log.people_reading.sheet]
        plans.append(plan_columns(people_sheet, log.people_reading, people_rows(log.people, standings)))
    return tuple(plans)
