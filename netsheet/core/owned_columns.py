"""The owned columns: what each row shows, and which cells change.

Every column whose heading begins with "Netsheet" is ours; every other cell of the sheet stays as it is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import Final, NamedTuple

from netsheet.core.column_places import DONE_COLUMN, OWNED_COLUMNS, Placement, find_headings, place_columns
from netsheet.core.findings import build_finding
from netsheet.core.followups.nothing_due import WHY_CLOSED
from netsheet.core.followups.sentence_words import within
from netsheet.core.followups.standing import Standing
from netsheet.core.grid import Area, CellValue, Sheet
from netsheet.core.model import Finding, Log, Person, Place, SheetReading
from netsheet.core.plan import CellEdit, CellStyle, NewColumn, SheetPlan
from netsheet.core.rows_below_table import STARTER_TABLE, find_last_row

EARLIER = "Earlier"
_LOWEST_RANK: Final = 99

STYLES: Mapping[str, CellStyle] = {
    "tone-late": CellStyle(bold=True, font_color="7A1F1F", fill_color="F8D9D6"),
    "tone-due": CellStyle(bold=True, font_color="6B4300", fill_color="FDEBC8"),
    "tone-soon": CellStyle(font_color="1F4E79", fill_color="DCEAF7"),
    "tone-calm": CellStyle(font_color="44546A", fill_color="F2F4F7"),
    "tone-done": CellStyle(font_color="375623", fill_color="E4F0DC"),
    "tone-fix": CellStyle(bold=True, font_color="5B2A86", fill_color="EBDDF7"),
    "date": CellStyle(number_format="d mmm yyyy", align="left"),
    "text": CellStyle(number_format="@"),
    "typed": CellStyle(number_format="@", font_color="1F2F3D", fill_color="FFF8DF"),
    "plain": CellStyle(),
}
"""The looks of owned cells. Each pair of text and fill has a contrast of at least 4.5 to 1 (WCAG 2.1 AA)."""


class RowValues(NamedTuple):
    """What the owned cells of one row show, in the order of ``Placement.shown``; "" for an empty cell."""

    status: CellValue = ""
    next_step: CellValue = ""
    due: CellValue = ""
    why: CellValue = ""
    last_contact_on: CellValue = ""
    touch_count: CellValue = ""


class ShownRow(NamedTuple):
    """What one row shows, and the style of its status."""

    values: RowValues
    style: str


SheetRows = Mapping[str, Mapping[int, ShownRow]]
"""What the rows of each sheet show, by the sheet's name and the row."""

EMPTY_ROW: Final = ShownRow(RowValues(), "plain")
EARLIER_ROW: Final = ShownRow(RowValues(status=EARLIER), "tone-calm")

_STATUS, _TOUCH_COUNT = (RowValues._fields.index(name) for name in ("status", "touch_count"))
_SHOWN_COLUMNS = tuple(column for column in OWNED_COLUMNS if column is not DONE_COLUMN)
_DATES = frozenset(RowValues._fields.index(name) for name in ("due", "last_contact_on"))


def plan_columns(
    sheet: Sheet, reading: SheetReading, shown: Mapping[int, ShownRow], recorded: Collection[int] = ()
) -> SheetPlan:
    """Plan the owned cells of one sheet. Rows that show nothing are emptied of what we once wrote there.

    What the user wrote into a column of ours, in a row that we have not written to yet, stays (``holds_own_text``).

    Args:
        sheet: as it was read.
        reading: how it was understood.
        shown: what each record row shows, by sheet row.
        recorded: the sheet rows whose words under Netsheet done are in the history from now on.
    """
    placement = place_columns(sheet, reading)
    rows: dict[int, Sequence[CellEdit]] = {}
    if placement.new_columns:
        rows[reading.header_row] = tuple(
            CellEdit(column=column.column, before="", after=column.heading, style=None)
            for column in placement.new_columns
        )
    rows.update(_plan_rows(sheet, reading, shown, placement, recorded))
    table_last_row = find_last_row(sheet, reading)
    return SheetPlan(
        sheet=sheet.name,
        header_row=reading.header_row,
        rows=rows,
        new_columns=placement.new_columns,
        table=placement.table if table_last_row is None else STARTER_TABLE,
        table_last_row=table_last_row,
        filter_area=_grown_filter(sheet, reading, placement.new_columns),
    )


def _grown_filter(sheet: Sheet, reading: SheetReading, new_columns: Sequence[NewColumn]) -> Area | None:
    """Return the sheet's filter with the new columns, where it is exactly the log: any other stays as it is.

    A sort by a filter that ends before netsheet's columns leaves them behind.
    """
    area = sheet.autofilter
    if area is None or not new_columns or not reading.record_rows or not reading.headings:
        return None
    log = Area(
        first_row=reading.header_row,
        first_column=min(match.place.column for match in reading.headings),
        last_row=reading.record_rows[-1],
        last_column=new_columns[0].column - 1,
    )
    return replace(log, last_column=new_columns[-1].column) if area == log else None


def _plan_rows(
    sheet: Sheet,
    reading: SheetReading,
    shown: Mapping[int, ShownRow],
    placement: Placement,
    recorded: Collection[int],
) -> Iterator[tuple[int, Sequence[CellEdit]]]:
    """Plan the edits of each row below the header whose owned cells change."""
    columns, done = placement.shown, placement.done
    # Most rows of a large log are given the same few words and days: equal rows share their edits.
    row_edits = cache(partial(_row_edits, columns=columns))
    is_new, is_done_new = placement.is_new(columns[_TOUCH_COUNT]), placement.is_new(done)
    last_row = max(len(sheet.rows), *reading.record_rows[-1:], reading.header_row)
    for number in range(reading.header_row + 1, last_row + 1):
        now = _read_values(sheet, number, columns)
        after = shown.get(number)
        word: CellEdit | None = None
        if after is not None and (number in recorded or is_done_new or now == EMPTY_ROW.values):
            typed = sheet.value(number, done)
            if typed == "" or number in recorded:
                word = CellEdit(column=done, before=typed, after="", style="typed")
        if after is None:
            # A row of totals has formulas and no status; every row that we wrote has one.
            is_ours = now.status != "" and not any((number, column) in sheet.formulas for column in columns)
            if is_ours and not holds_own_text(now):
                yield number, row_edits(now, EMPTY_ROW, None)
        elif now != after.values and (is_new or not holds_own_text(now)):
            yield number, row_edits(now, after, word)
        elif word is not None:
            yield number, row_edits(now, ShownRow(now, after.style), word)


def _read_values(sheet: Sheet, row: int, columns: Sequence[int]) -> RowValues:
    """Read a row's owned cells; column 0 is one that the sheet does not have."""
    cells = sheet.rows[row - 1] if row <= len(sheet.rows) else ()
    if len(cells) < min(columns):
        return EMPTY_ROW.values
    return RowValues(*[cells[column - 1] if 0 < column <= len(cells) else "" for column in columns])


def _row_edits(
    now: RowValues, after: ShownRow, word: CellEdit | None, columns: Sequence[int]
) -> tuple[CellEdit, ...]:
    """Return the edits of one row's owned cells, in ascending column.

    With its next step a row's status is written too: it may look otherwise now although it reads the same.

    Args:
        now: what the cells hold.
        after: what they will show.
        word: the edit of the cell for people's words: emptied, or formatted as text; None when it stays.
        columns: where the cells are.
    """
    is_restyled = now.next_step != after.values.next_step
    edits = [
        CellEdit(column=column, before=before, after=value, style=_style_name(index, value, after.style))
        for index, (column, before, value) in enumerate(zip(columns, now, after.values, strict=True))
        if before != value or (index == _STATUS and is_restyled)
    ]
    return tuple(sorted([*edits, word] if word else edits, key=lambda edit: edit.column))


def _style_name(index: int, value: CellValue, status_style: str) -> str:
    if value == "":
        return "plain"
    if index == _STATUS:
        return status_style
    return "date" if index in _DATES else "plain"


def holds_own_text(now: RowValues) -> bool:
    """Whether the user wrote into a row's owned cells: each row of ours has a count of touches, or is "Earlier"."""
    count = now.touch_count
    if isinstance(count, (int, float)) or (isinstance(count, str) and count.isdecimal()):
        return False
    return now.status != EARLIER and any(value != "" for value in now)


def find_own_texts(sheet: Sheet, reading: SheetReading) -> Iterator[Finding]:
    """Name the records in whose owned cells the user wrote something before netsheet did: nothing is written there."""
    column_of = find_headings(sheet, reading.header_row)
    columns = [column_of.get(owned.heading.casefold(), 0) for owned in _SHOWN_COLUMNS]
    if not columns[_TOUCH_COUNT]:
        return
    for row in reading.record_rows:
        now = _read_values(sheet, row, columns)
        if holds_own_text(now):
            index = next(index for index, value in enumerate(now) if value != "")
            place = Place(sheet=sheet.name, row=row, column=columns[index])
            yield build_finding("own-text-in-netsheet-column", place, heading=_SHOWN_COLUMNS[index].heading)


def log_rows(standings: Sequence[Standing], further: str = "") -> dict[int, ShownRow]:
    """Return what each row of the log shows: the newest row of a person their standing, older ones "Earlier".

    A row of several people shows the most urgent of those whose newest row it is. The newest row of an application that
    is closed by itself says so.

    Args:
        standings: of everybody.
        further: the name of a further sheet of the log; "" for the one that ``Person.rows`` are on.
    """
    rows: set[int] = set()
    shown: dict[int, Standing] = {}
    closed: dict[int, ShownRow] = {}
    for standing in standings:
        closed.update(_closed_rows(standing, further))
        for row, is_newest in _rows_of(standing.person, further):
            rows.add(row)
            if is_newest and (row not in shown or _urgency(standing) < _urgency(shown[row])):
                shown[row] = standing
    return {
        row: _shown_row(shown[row]) if row in shown else closed.get(row, EARLIER_ROW) for row in sorted(rows)
    }


def _closed_rows(standing: Standing, further: str) -> Iterator[tuple[int, ShownRow]]:
    """Yield the newest row of each closed application on one sheet of the log, and what it shows."""
    person = standing.person
    if not person.applications:
        return
    elsewhere = {sheet for sheet, _ in person.further_rows}
    for application in person.applications:
        sheet = application.place.sheet
        if application.is_closed and (sheet == further if further else sheet not in elsewhere):
            why = WHY_CLOSED[application.closed_by]
            values = RowValues(status="Closed", why=why, touch_count=standing.history.touch_count)
            yield application.place.row, ShownRow(values, "tone-done")


def _urgency(standing: Standing) -> tuple[bool, int, bool]:
    """Order the people of one row: those with something due by its rank, then the row's own person."""
    is_pressing = standing.tone in {"late", "due", "soon", "fix"}
    rank = standing.actions[0].rank if is_pressing and standing.actions else _LOWEST_RANK
    return not is_pressing, rank, standing.person.is_beside


def _rows_of(person: Person, further: str) -> Iterator[tuple[int, bool]]:
    """Yield a person's rows on one sheet of the log, and whether it is their newest."""
    elsewhere = {sheet for sheet, _ in person.further_rows}
    is_here = person.place.sheet == further if further else person.place.sheet not in elsewhere
    rows = [row for sheet, row in person.further_rows if sheet == further] if further else person.rows
    return ((row, is_here and row == person.place.row) for row in rows)


def people_rows(standings: Iterable[Standing]) -> dict[int, ShownRow]:
    """Return what each row of the People sheet shows."""
    return {
        standing.person.people_row: _shown_row(standing)
        for standing in standings
        if standing.person.people_row is not None
    }


def _shown_row(standing: Standing) -> ShownRow:
    """Return what a standing shows; what the colour says is there as a word, too."""
    step = standing.next_step
    values = RowValues(
        status=standing.status,
        next_step=f"Overdue: {within(step)}" if standing.tone == "late" and step else step,
        due=standing.due or "",
        why=standing.why,
        last_contact_on=standing.history.last_contact_on or "",
        touch_count=standing.history.touch_count,
    )
    return ShownRow(values, f"tone-{standing.tone}")


def sheet_rows(log: Log, standings: Sequence[Standing]) -> SheetRows:
    """Return what the rows of the log's sheets and, where there is one, of the People sheet show."""
    shown = {reading.sheet: log_rows(standings, reading.sheet) for reading in log.further_readings}
    if log.people_reading is not None:
        shown[log.people_reading.sheet] = people_rows(standings)
    return {log.reading.sheet: log_rows(standings), **shown}


def plan_sheets(
    log: Log,
    sheets: Mapping[str, Sheet],
    shown: SheetRows,
    recorded: Iterable[Place] = (),
) -> tuple[SheetPlan, ...]:
    """Plan the owned cells of the log's sheets and, where there is one, of the People sheet.

    Args:
        log: how they were understood.
        sheets: as they were read.
        shown: what their rows show.
        recorded: the cells under Netsheet done whose words are in the history from now on.
    """
    rows: dict[str, set[int]] = {}
    for place in recorded:
        rows.setdefault(place.sheet, set()).add(place.row)
    return tuple(
        plan_columns(sheets[reading.sheet], reading, shown[reading.sheet], rows.get(reading.sheet, ()))
        for reading in log.readings
    )
