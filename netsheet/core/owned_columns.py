"""The owned columns: what each row shows, and which cells change.

Every column whose heading begins with "Netsheet" is ours; every other cell of the sheet stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from netsheet.core.column_places import OWNED_COLUMNS, Placement, find_headings, place_columns
from netsheet.core.findings import build_finding
from netsheet.core.followups.standing import Standing
from netsheet.core.grid import CellValue, Sheet
from netsheet.core.model import Finding, Log, Place, SheetReading
from netsheet.core.plan import CellEdit, CellStyle, SheetPlan

EARLIER = "Earlier"

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


STATUS, NEXT_STEP, DUE, LAST_CONTACT, TOUCHES = 0, 1, 2, 4, 5
"""The places of the columns in ``OWNED_COLUMNS``."""

RowValues = tuple[CellValue, CellValue, CellValue, CellValue, CellValue, CellValue]
"""What one row shows, in the order of ``OWNED_COLUMNS``."""

Shown = tuple[RowValues, str]
"""What one row shows, and the style of its status."""

EARLIER_VALUES: RowValues = (EARLIER, "", "", "", "", "")
EMPTY_VALUES: RowValues = ("", "", "", "", "", "")


def plan_columns(sheet: Sheet, reading: SheetReading, shown: Mapping[int, Shown]) -> SheetPlan:
    """Plan the owned cells of one sheet. Rows that show nothing are emptied of what we once wrote there.

    What the user wrote into a column of ours, in a row that we have not written to yet, stays (``holds_own_text``).

    Args:
        sheet: as it was read.
        reading: how it was understood.
        shown: what each record row shows, by sheet row.
    """
    placement = place_columns(sheet, reading)
    rows: dict[int, Sequence[CellEdit]] = {}
    if placement.new_columns:
        rows[reading.header_row] = tuple(
            CellEdit(column.column, "", column.heading, None) for column in placement.new_columns
        )
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
    rows: dict[int, Sequence[CellEdit]],
) -> None:
    """Add the edits of all rows below the header whose owned cells change.

    With its next step a row's status is written too: it may look otherwise now although it reads the same.
    """
    new = {column.column for column in placement.new_columns}
    is_known = placement.columns[TOUCHES] not in new
    nothing: Shown = (EMPTY_VALUES, "plain")
    # Most rows of a large log are given the same few words and days.
    recurring: dict[Shown, tuple[CellEdit, ...]] = {}
    formulas = sheet.formulas
    status, first = placement.columns[STATUS] - 1, min(placement.columns)
    for number in range(reading.header_row + 1, max([len(sheet.rows), *reading.record_rows[-1:]]) + 1):
        cells = sheet.rows[number - 1] if number <= len(sheet.rows) else ()
        width = len(cells)
        if number not in shown and (status >= width or cells[status] == ""):
            continue  # every row that we wrote has a status
        meant = shown.get(number, nothing)
        now = EMPTY_VALUES if width < first else _owned_cells(cells, placement.columns)
        is_empty = now == EMPTY_VALUES
        if now == meant[0] or (not is_empty and holds_own_text(now) and (is_known or number not in shown)):
            continue
        if number not in shown and any((number, column) in formulas for column in placement.columns):
            continue  # a row of totals, say
        edits = recurring.get(meant) if is_empty else None
        if edits is None:
            edits = _row_edits(now, meant, placement.columns)
            if is_empty:
                recurring[meant] = edits
        if edits:
            rows[number] = edits


def _owned_cells(cells: Sequence[CellValue], columns: Sequence[int]) -> tuple[CellValue, ...]:
    width = len(cells)
    return tuple([cells[column - 1] if column <= width else "" for column in columns])


def _row_edits(now: Sequence[CellValue], meant: Shown, columns: Sequence[int]) -> tuple[CellEdit, ...]:
    """Return the edits of one row's owned cells, in ascending column."""
    values, tone = meant
    is_restyled = now[NEXT_STEP] != values[NEXT_STEP]
    changed = [
        CellEdit(column, now[index], values[index], _style_name(index, values[index], tone))
        for index, column in enumerate(columns)
        if now[index] != values[index] or (index == STATUS and is_restyled)
    ]
    return tuple(sorted(changed, key=itemgetter(0)))


def holds_own_text(now: Sequence[CellValue]) -> bool:
    """Whether a row's owned cells hold something of the user's: each row of ours has a count of touches, or is "Earlier"."""
    count = now[TOUCHES]
    if isinstance(count, (int, float)) or (isinstance(count, str) and count.isdecimal()):
        return False
    return now[STATUS] != EARLIER and any(value != "" for value in now)


def find_own_texts(sheet: Sheet, reading: SheetReading) -> Iterator[Finding]:
    """Name the records in whose owned cells the user wrote something before netsheet did: nothing is written there."""
    standing_at = find_headings(sheet, reading.header_row)
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
    return "date" if index in (DUE, LAST_CONTACT) else "plain"


def log_rows(standings: Iterable[Standing]) -> dict[int, Shown]:
    """Return what each row of the log shows: the newest row of a person their standing, older ones "Earlier"."""
    earlier: Shown = (EARLIER_VALUES, "tone-calm")
    shown: dict[int, Shown] = {}
    for standing in standings:
        newest = standing.person.place.row
        for row in standing.person.rows:
            shown[row] = (_row_values(standing), f"tone-{standing.tone}") if row == newest else earlier
    return shown


def people_rows(standings: Iterable[Standing]) -> dict[int, Shown]:
    """Return what each row of the People sheet shows."""
    return {
        standing.person.people_row: (_row_values(standing), f"tone-{standing.tone}")
        for standing in standings
        if standing.person.people_row is not None
    }


def _row_values(standing: Standing) -> RowValues:
    """Return what a standing shows; what its colour says stands there in a word as well."""
    overdue = " (overdue)" if standing.tone == "late" and standing.next_step else ""
    return (
        standing.status,
        standing.next_step + overdue,
        "" if standing.due is None else standing.due,
        standing.why,
        "" if standing.history.last_contact_on is None else standing.history.last_contact_on,
        standing.history.touch_count,
    )


def plan_sheets(
    log: Log, sheets: Mapping[str, Sheet], standings: Sequence[Standing]
) -> tuple[SheetPlan, ...]:
    """Plan the owned cells of the log's sheet and, where there is one, of the People sheet."""
    plans = [plan_columns(sheets[log.reading.sheet], log.reading, log_rows(standings))]
    if log.people_reading is not None:
        people_sheet = sheets[log.people_reading.sheet]
        plans.append(plan_columns(people_sheet, log.people_reading, people_rows(standings)))
    return tuple(plans)
