"""Which sheet is the log, which one holds the people, and why the others were not taken."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from netsheet.core.columns.column import IDENTITY, Column
from netsheet.core.columns.contact_numbers import join_people
from netsheet.core.columns.header import find_header
from netsheet.core.columns.headings import is_own
from netsheet.core.columns.matching import settle_columns
from netsheet.core.columns.no_log import Candidate, why_no_log
from netsheet.core.columns.period_sheets import name_without_period, newest_day
from netsheet.core.columns.plain_words import plain_words
from netsheet.core.columns.record_rows import choose_records
from netsheet.core.columns.shown_cells import with_shown
from netsheet.core.columns.table import Table, build_frame, clean_often_read, fill_merged
from netsheet.core.findings import build_finding
from netsheet.core.grid import CellValue, Sheet, Snapshot
from netsheet.core.model import Finding
from netsheet.core.optional_sheet_kinds import optional_names
from netsheet.core.text import nearest_name

_NEVER = frozenset({"goals", "breaks", "lists", "how to"})
_PEOPLE = frozenset({"people", "contacts", "persons", "contact list", "my contacts", "personen", "kontakte", "personnes", "personas", "contactos",
    "pessoas", "contatos", "persone", "contatti", "mensen", "contacten", "osoby", "kontakty", "network", "address book"})  # fmt: skip
_TOUCH_DAYS = frozenset(
    {"date", "first_contact", "last_contact", "response_date", "follow_up", "meeting_date", "connected"}
)
_OWN_COLUMNS = 3.0
_LASTING = frozenset({"every", "birthday", "relationship", "needs", "offers"})


class LogNotFound(Exception):  # noqa: N818 - it says what happened, not that something is broken
    """No sheet of the workbook can be read as a networking log.

    Attributes:
        candidates: each sheet that was looked at, and why it was not taken; where there is no sheet of the name that
            was asked for, those there are, without a reason.
        wanted: the name of the sheet that was asked for, None when none was.
        nearest: the sheet whose name resembles it most, "" when none does.
    """

    def __init__(
        self, candidates: Sequence[Candidate], *, wanted: str | None = None, nearest: str = ""
    ) -> None:
        super().__init__(wanted or "no log")
        self.candidates = tuple(candidates)
        self.wanted = wanted
        self.nearest = nearest


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundLog:
    """The log's sheet, the optional People sheet, and what to tell the user about the choice.

    Attributes:
        further: more sheets of the same log, such as one for each month, the newest first; ``log`` is newer than they are.
    """

    log: Table
    further: tuple[Table, ...] = ()
    people: Table | None = None
    findings: tuple[Finding, ...] = ()


def find_log(snapshot: Snapshot, chosen: Mapping[str, str], sheet_name: str | None) -> FoundLog:
    """Find the log's sheet, and the optional People sheet.

    Raises:
        LogNotFound: when there is none, or none of that name.
    """
    tables = _read_tables(snapshot, chosen, sheet_name)
    known = [table for table in tables.values() if table and _identifies(table.columns)]
    joined = {
        name: joining for name, table in tables.items() if table and (joining := join_people(table, known))
    }
    tables |= {name: joining.log for name, joining in joined.items()}
    log = _best(snapshot, tables) if sheet_name is None else _named(snapshot, tables, sheet_name)
    log, *further = _with_periods(log, known) if sheet_name is None else [log]
    if joining := joined.get(log.sheet.name):
        return FoundLog(log=log, people=joining.people, findings=joining.findings)
    one_log = {log.sheet.name, *(table.sheet.name for table in further)}
    others = [table for table in known if table.sheet.name not in one_log]
    people = [table for table in others if _is_people(table)]
    return FoundLog(
        log=log,
        further=tuple(further),
        people=max(people, key=_people_score, default=None),
        findings=tuple(_overlooked(log, others)) if sheet_name is None else (),
    )


def _read_tables(
    snapshot: Snapshot, chosen: Mapping[str, str], sheet_name: str | None
) -> dict[str, Table | None]:
    """Read the sheets; those of the user's that hold something else only where one is asked for, or nothing else is a log."""
    wanted = snapshot.sheet(sheet_name) if sheet_name is not None else None
    optional = {*optional_names(snapshot.sheets)} - {wanted.name if wanted else ""}
    sheets = [sheet for sheet in snapshot.sheets if _may_be_people(sheet) or sheet_name]
    tables = {sheet.name: read_table(sheet, chosen) for sheet in sheets if sheet.name not in optional}
    if optional and not any(
        table and _may_be_log(table.sheet) and _identifies(table.columns) for table in tables.values()
    ):
        tables |= {sheet.name: read_table(sheet, chosen) for sheet in sheets if sheet.name in optional}
    return tables


def _overlooked(log: Table, tables: Sequence[Table]) -> Iterator[Finding]:
    """Name the sheets that look like the log itself, such as one for each month: their rows are not read."""
    for table in tables:
        if _is_alike(log, table):
            yield build_finding("sheet-not-read", None, seen=table.sheet.name, other=log.sheet.name)


def _is_alike(log: Table, table: Table) -> bool:
    """Whether another sheet has the headings of the log, days of contacts, and rows."""
    fields, others = _fields(log), _fields(table)
    has_same = 2 * len(fields & others) >= len(fields | others) and bool(others & _TOUCH_DAYS)
    return has_same and bool(table.rows) and _may_be_log(table.sheet)


def _with_periods(log: Table, tables: Sequence[Table]) -> list[Table]:
    """Return the log with the further sheets of it, one for each month or year, the newest first."""
    name = name_without_period(log.sheet.name)
    if name is None:
        return [log]
    others = [
        table
        for table in tables
        if table.sheet.name != log.sheet.name
        and name_without_period(table.sheet.name) == name
        and _is_alike(log, table)
    ]
    return sorted([log, *others], key=newest_day, reverse=True) if others else [log]


def _fields(table: Table) -> set[str]:
    return {column.field for column in table.columns if column.field}


def read_table(sheet: Sheet, chosen: Mapping[str, str]) -> Table | None:
    """Read a sheet as a table with headings and records, or None when it has no headings netsheet knows."""
    header = find_header(sheet, chosen)
    if header is None:
        return None
    sheet = with_shown(sheet, header.headings)
    frame = build_frame(sheet, header.row, [index for index, _ in header.headings])
    columns = settle_columns(header.headings, frame, chosen)
    frame = fill_merged(frame, sheet, columns)
    table = Table(
        sheet=sheet,
        header_row=header.row,
        columns=columns,
        frame=frame,
        rows=range(header.row + 1, len(sheet.rows) + 1),
        cleaned=clean_often_read(columns, frame),
    )
    return choose_records(table) if _identifies(columns) else table


def _named(snapshot: Snapshot, tables: Mapping[str, Table | None], name: str) -> Table:
    sheet = snapshot.sheet(name)
    if sheet is None:
        names = [sheet.name for sheet in snapshot.sheets if not is_own(sheet.name)]
        candidates = [Candidate(sheet=each, reason="") for each in names]
        raise LogNotFound(candidates, wanted=name, nearest=nearest_name(name, names))
    table = tables[sheet.name]
    if table is None or not _identifies(table.columns):
        raise LogNotFound([why_no_log(sheet, table)], wanted=sheet.name)
    return table


def _best(snapshot: Snapshot, tables: Mapping[str, Table | None]) -> Table:
    sheets = [sheet for sheet in snapshot.sheets if _may_be_log(sheet) and sheet.name in tables]
    found = (tables[sheet.name] for sheet in sheets)
    fitting = [table for table in found if table and _identifies(table.columns)]
    if not fitting:
        reasons = [why_no_log(sheet, tables[sheet.name]) for sheet in sheets]
        raise LogNotFound(reasons)
    if len(fitting) == 1:
        return fitting[0]
    active = snapshot.sheets[snapshot.active].name if snapshot.active < len(snapshot.sheets) else ""
    return max(fitting, key=lambda table: _log_score(table, active))


def means_of_sheet(name: str) -> tuple[bool, ...]:
    """Return all that the name alone says of a sheet: each of the names that are never a log, of people, or of a log."""
    words = plain_words(name)
    text = " ".join(words)
    return (*(text == each for each in sorted(_NEVER)), text in _PEOPLE, "log" in words)


def _may_be_log(sheet: Sheet) -> bool:
    return not sheet.is_hidden and not is_own(sheet.name) and " ".join(plain_words(sheet.name)) not in _NEVER


def _may_be_people(sheet: Sheet) -> bool:
    return not is_own(sheet.name) and " ".join(plain_words(sheet.name)) not in _NEVER


def _identifies(columns: Sequence[Column]) -> bool:
    fields = {column.field for column in columns}
    return bool(fields & IDENTITY)


def _log_score(table: Table, active: str) -> tuple[float, dt.date, float]:
    """Weigh a sheet as the log: by what its headings say and our columns, then its newest day, then its rows."""
    fields = _fields(table)
    days = 4.0 * ("date" in fields) + 2.0 * bool(fields & _TOUCH_DAYS)
    people = 2.0 * bool(fields & {"name", "first_name", "last_name", "email"})
    named = 1.5 * ("log" in plain_words(table.sheet.name)) - 2.5 * _is_named_people(table.sheet)
    own = _OWN_COLUMNS * (bool(table.rows) and any(is_own(str(cell)) for cell in _header_cells(table)))
    rows = 0.5 * math.log10(1 + len(table.rows)) + 0.2 * len(fields) + 0.1 * (table.sheet.name == active)
    return days + people + named + own + 2.0 * bool(table.rows), newest_day(table), rows


def _header_cells(table: Table) -> Sequence[CellValue]:
    return table.sheet.rows[table.header_row - 1]


def _is_named_people(sheet: Sheet) -> bool:
    return " ".join(plain_words(sheet.name)) in _PEOPLE


def _is_people(table: Table) -> bool:
    """Whether a second sheet has one row for each person: named so, or with lasting facts, and no dates of touches."""
    fields = _fields(table)
    is_personal = bool(fields & {"name", "first_name", "email", "linkedin"})
    return is_personal and "date" not in fields and (_is_named_people(table.sheet) or bool(fields & _LASTING))


def _people_score(table: Table) -> tuple[bool, int, int]:
    fields = _fields(table)
    return _is_named_people(table.sheet), len(fields & _LASTING), len(table.rows)
