"""The sheets of a log with other words and other days; what netsheet does not read is left out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from netsheet.core.anonymous.other_texts import OtherTexts
from netsheet.core.anonymous.own_sheets import (
    READ_KINDS,
    Change,
    change_history,
    change_memory,
    nothing,
    plain_sheet,
)
from netsheet.core.column_places import DONE_COLUMN
from netsheet.core.columns.fields import FIELD_BY_NAME, Unsettled
from netsheet.core.columns.header import find_header
from netsheet.core.columns.headings import is_own, understand_heading
from netsheet.core.columns.shown_cells import with_shown
from netsheet.core.columns.special_headings import month_of_heading
from netsheet.core.grid import CellValue, Position, Sheet, Snapshot
from netsheet.core.model import DateOrder, HeadingMatch, Log, Person, Settings, SheetReading
from netsheet.core.named_table import find_folded_header, folded_head, folded_words
from netsheet.core.numbers.goal_sheet import GOAL_SPELLINGS, GOALS_SHEET
from netsheet.core.optional_sheet_kinds import find_optional_sheets
from netsheet.core.recording.sheet_names import HISTORY_SHEET, MEMORY_SHEET
from netsheet.core.settings.breaks import BREAK_SPELLINGS, BREAKS_SHEET
from netsheet.core.settings.catalog import SETTINGS, spell_value
from netsheet.core.settings.sheet import COLUMNS, HEADING_PREFIX, SETTINGS_SHEET, WORD_PREFIX
from netsheet.core.values.dates import decide_order

_NAMES: Final = frozenset({"name", "first_name", "last_name", "referred_by", "owner", "id"})
_ADDRESSES: Final = frozenset({"email", "phone", "linkedin", "website", "job_url"})
_CHANGE_OF_COLUMN: Final[Mapping[str, Callable[[OtherTexts, CellValue], CellValue]]] = {
    "Who": OtherTexts.name,
    "Company": OtherTexts.company,
    "Contacted through": OtherTexts.name,
    "People to meet": OtherTexts.people,
    "Sent to": OtherTexts.people,
    **dict.fromkeys(
        ("Event", "Place", "Notes", "Note", "Talking points", "Why", "Role wanted", "Title", "Topics"),
        OtherTexts.free,
    ),
    "": OtherTexts.free,
}
"""The columns of small tables that hold names, and those in which no word is read; "" is a column that is none of them."""
_LONGEST_SHEET_NAME: Final = 31
_KEPT_SETTINGS: Final = frozenset({"number", "date order", "weekdays"})


class UnmovableError(Exception):
    """Something in the log cannot be moved by weeks.

    Attributes:
        reason: what, in a sentence without a name.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def change_snapshot(
    snapshot: Snapshot, log: Log, settings: Settings, texts: OtherTexts, holidays: Sequence[dt.date]
) -> Snapshot:
    """Return the sheets that netsheet reads, changed.

    Args:
        snapshot: the workbook.
        log: what was understood of it.
        settings: its settings.
        texts: changes the cells.
        holidays: the days off of the regions that the settings name: they become typed days, which move.

    Raises:
        UnmovableError: when columns are named by months.
    """
    readings = {reading.sheet: reading for reading in log.readings}
    also_read = {
        name
        for finding in log.findings
        if finding.code == "sheet-not-read"
        for name in _quoted(finding.message)
    }
    small = {found.sheet.name: found.kind.headings for found in find_optional_sheets(snapshot.sheets)}
    for name, headings in ((GOALS_SHEET, GOAL_SPELLINGS), (BREAKS_SHEET, BREAK_SPELLINGS)):
        if sheet := snapshot.sheet(name):
            small[sheet.name] = headings
    texts.sheet_names = _other_names(snapshot.sheets, texts)
    changed = []
    for sheet in snapshot.sheets:
        if sheet.name in readings:
            changed.append(_log_sheet(sheet, readings[sheet.name], log, texts, settings.headings))
        elif sheet.name == SETTINGS_SHEET:
            changed.append(_settings_sheet(settings, texts, holidays))
        elif sheet.name == HISTORY_SHEET:
            changed.append(change_history(sheet, texts))
        elif sheet.name == MEMORY_SHEET:
            changed.append(change_memory(sheet, texts))
        elif sheet.name in small:
            changed.append(_small_sheet(sheet, small[sheet.name], texts))
        elif sheet.name in also_read:
            changed.append(_unread_sheet(sheet, texts, settings.headings))
    return Snapshot(kind=snapshot.kind, sheets=tuple(changed))


def _quoted(message: str) -> list[str]:
    return re.findall(r"[“\"]([^”\"]+)[”\"]", message)


def _other_names(sheets: Iterable[Sheet], texts: OtherTexts) -> dict[str, str]:
    """Return the new name of each sheet; of two that would be the same the second one gets a number."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for sheet in sheets:
        full = sheet.name if is_own(sheet.name) else texts.sheet_name(sheet.name)
        name, number = full[:_LONGEST_SHEET_NAME], 1
        while name.casefold() in taken:
            number += 1
            name = f"{full[: _LONGEST_SHEET_NAME - 3]} {number}"
        taken.add(name.casefold())
        names[sheet.name] = name
    return names


def _log_sheet(
    sheet: Sheet, reading: SheetReading, log: Log, texts: OtherTexts, chosen: Mapping[str, str]
) -> Sheet:
    if any(match.field == "date" and month_of_heading(match.heading) for match in reading.headings):
        raise UnmovableError("It has a column for each month, and months cannot be moved by weeks.")
    header = find_header(sheet, chosen)
    seen = sheet if header is None else with_shown(sheet, header.headings)
    changes = _changes(seen, reading, texts)
    days = _days(seen, reading, log, texts)
    records = frozenset(reading.record_rows)
    rows: list[list[CellValue]] = []
    for number, cells in enumerate(seen.rows, 1):
        if number <= reading.header_row:
            change = _heading if number == reading.header_row else OtherTexts.label
            rows.append([change(texts, value) for value in cells])
            continue
        is_record = number in records
        rows.append(
            [
                days[number, column]
                if (number, column) in days
                else (changes.get(column, texts.free) if is_record else texts.label)(value)
                if value != ""
                else ""
                for column, value in enumerate(cells, 1)
            ]
        )
    return plain_sheet(sheet, rows, name=texts.sheet_names[sheet.name])


def _changes(sheet: Sheet, reading: SheetReading, texts: OtherTexts) -> dict[int, Change]:
    """Return how the cells of each column are changed; netsheet's own are left out, but for what the user types there."""
    by_meaning = {
        match.place.column: _change_of(match, _order_of(sheet, reading, match.place.column, texts), texts)
        for match in reading.headings
    }
    own = {
        column: texts.words if folded_words(heading) == folded_words(DONE_COLUMN.heading) else nothing
        for column, heading in enumerate(sheet.rows[reading.header_row - 1], 1)
        if isinstance(heading, str) and is_own(heading)
    }
    return by_meaning | own


def _days(sheet: Sheet, reading: SheetReading, log: Log, texts: OtherTexts) -> dict[Position, CellValue]:
    """Return the cells that become days of their own: birthdays, and spans that cannot move as they are."""
    columns = [match.place.column for match in reading.headings if match.field == "birthday"]
    days: dict[Position, CellValue] = {
        (row, column): texts.birthday(sheet.value(row, column), person.birthday)
        for person in log.everybody
        for row in _rows_of(person, reading, log)
        for column in columns
        if sheet.value(row, column) != ""
    }
    for (name, row, column), on in texts.spans.items():
        value = sheet.value(row, column) if name == sheet.name else None
        if isinstance(value, str) and (day := texts.span(value, on)) is not None:
            days[row, column] = day
    return days


def _rows_of(person: Person, reading: SheetReading, log: Log) -> Iterator[int]:
    """Give the rows of a sheet that are about a person."""
    if reading is log.reading:
        yield from person.rows
    if reading is log.people_reading and person.people_row is not None:
        yield person.people_row
    yield from (row for name, row in person.further_rows if name == reading.sheet)


def _order_of(sheet: Sheet, reading: SheetReading, column: int, texts: OtherTexts) -> DateOrder:
    """Return the order of days that a column's own cells prove, else that of the settings."""
    if texts.order != "auto":
        return texts.order
    proven = decide_order(row[column - 1] for row in sheet.rows[reading.header_row :])
    return "auto" if proven is None or proven == "conflicting" else proven


def _heading(texts: OtherTexts, value: CellValue) -> CellValue:
    return value if isinstance(value, str) and is_own(value) else texts.heading(value)


def _change_of(match: HeadingMatch, order: DateOrder, texts: OtherTexts) -> Change:
    """Return how the cells of a column are changed. Below "Company" they are names, also where they are read as states: "Open"."""
    field, understood = match.field, understand_heading(match.heading)
    change = _change_of_field(field, order, texts)
    if understood is None or understood.field == field or understood.field not in {*_NAMES, "company"}:
        return change
    return lambda value: (texts.company(value), change(value))[1]


def _change_of_field(field: str | None, order: DateOrder, texts: OtherTexts) -> Change:
    if field is None:
        return texts.free
    if field in _NAMES:
        return texts.name
    if field == "company":
        return texts.company
    if field in _ADDRESSES:
        return texts.address
    kind = FIELD_BY_NAME[field].kind
    if kind in {"date", "follow_up"}:
        return lambda value: texts.day(value, order)
    return (lambda value: texts.words(value, field)) if kind in READ_KINDS else texts.free


def _unread_sheet(sheet: Sheet, texts: OtherTexts, chosen: Mapping[str, str]) -> Sheet:
    """Change a sheet that looks like the log and is not read: what its headings say is all that counts."""
    header = find_header(sheet, chosen)
    last = header.row if header else 0
    changes: dict[int, Change] = {}
    for column, heading in header.headings if header else ():
        understood = understand_heading(heading.text)
        field = understood.field if understood and not isinstance(understood.field, Unsettled) else None
        order = decide_order(row[column - 1] for row in sheet.rows[last:])
        proven: DateOrder = "auto" if order is None or order == "conflicting" else order
        changes[column] = _change_of_field(field, proven, texts)

    rows = [
        [
            texts.label(value)
            if row < last
            else texts.heading(value)
            if row == last
            else changes.get(column, texts.free)(value)
            for column, value in enumerate(cells, 1)
        ]
        for row, cells in enumerate(sheet.rows, 1)
    ]
    return plain_sheet(sheet, rows, name=texts.sheet_names[sheet.name])


def _small_sheet(sheet: Sheet, headings: Mapping[str, Collection[str]], texts: OtherTexts) -> Sheet:
    header = find_folded_header(folded_head(sheet), headings, needed=tuple(headings)[:1])
    names = {column: name for name, column in header.columns.items()} if header else {}
    last = header.row if header else 0

    def changed(row: int, column: int, value: CellValue) -> CellValue:
        if value == "" or row < last:
            return texts.label(value)
        name = names.get(column, "")
        if row == last:
            return texts.column(value, sorted(headings.get(name, ())))
        return _CHANGE_OF_COLUMN.get(name, OtherTexts.small)(texts, value)

    rows = [
        [changed(row, column, value) for column, value in enumerate(cells, 1)]
        for row, cells in enumerate(sheet.rows, 1)
    ]
    return plain_sheet(sheet, rows, name=texts.sheet_names[sheet.name])


def _settings_sheet(settings: Settings, texts: OtherTexts, holidays: Sequence[dt.date]) -> Sheet:
    """Write the settings in force anew: numbers and orders, days off, headings and words; nothing about the user."""
    rows: list[tuple[CellValue, ...]] = [COLUMNS]
    rows += [
        (setting.name, _setting(getattr(settings, setting.attribute)), "")
        for setting in SETTINGS
        if setting.kind in _KEPT_SETTINGS and getattr(settings, setting.attribute) != setting.default
    ]
    if settings.log_sheet:
        rows.append(("Log sheet", texts.sheet_names.get(settings.log_sheet, ""), ""))
    rows += [("Holidays", texts.moved(day), "") for day in sorted({*settings.holidays, *holidays})]
    rows += [
        (f"{HEADING_PREFIX} {texts.heading(text)}", field, "") for text, field in settings.headings.items()
    ]
    rows += [(f"{WORD_PREFIX} {texts.words(text)}", meaning, "") for text, meaning in settings.words.items()]
    return Sheet(name=SETTINGS_SHEET, rows=rows)


def _setting(value: object) -> CellValue:
    return value if isinstance(value, int) else spell_value(value)
