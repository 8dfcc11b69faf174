"""Read the optional sheets of a workbook, once, when the log is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final, TypeVar

from netsheet.core.findings import build_finding
from netsheet.core.grid import Snapshot
from netsheet.core.model import DateOrder, Finding, Log
from netsheet.core.named_table import NamedRow, read_named_rows
from netsheet.core.optional_sheet_kinds import OptionalKind, find_optional_sheets
from netsheet.core.optional_sheets.company_rows import TargetCompany, read_company
from netsheet.core.optional_sheets.date_rows import KeyDate, read_key_date
from netsheet.core.optional_sheets.event_rows import Event, read_event
from netsheet.core.optional_sheets.named_people import PeopleByName
from netsheet.core.optional_sheets.optional_contents import OptionalSheets
from netsheet.core.optional_sheets.resource_rows import Resource, read_resource
from netsheet.core.optional_sheets.sheet_rows import RowReader

Entry = Event | KeyDate | TargetCompany | Resource
Value = TypeVar("Value", Event, KeyDate, TargetCompany, Resource)

_READ: Final[dict[OptionalKind, Callable[[NamedRow, RowReader], Iterator[Entry | Finding]]]] = {
    "events": read_event,
    "dates": read_key_date,
    "companies": read_company,
    "resources": read_resource,
}


def read_optional_sheets(snapshot: Snapshot, log: Log, *, order: DateOrder) -> OptionalSheets:
    """Read the optional sheets; one that is read as the log, or as its People sheet, is none of them.

    Args:
        snapshot: the workbook.
        log: its log, for the people who are named in cells.
        order: how 3/4/2025 is understood.
    """
    taken = {reading.sheet for reading in log.readings}
    reader = RowReader(order=order, by_name=PeopleByName(log.everybody))
    entries: dict[OptionalKind, list[Entry]] = {}
    findings: list[Finding] = []
    for each in find_optional_sheets(snapshot.sheets):
        sheet, kind = each.sheet, each.kind
        if sheet.name in taken:
            continue
        rows = read_named_rows(sheet, kind.headings, needed=kind.needed) if each.is_read else None
        if rows is None:
            headings = " and ".join(kind.needed)
            findings.append(build_finding("no-settings-header", None, seen=sheet.name, headings=headings))
            continue
        found = entries.setdefault(kind.kind, [])
        for row in rows:
            for read in _READ[kind.kind](row, reader):
                if isinstance(read, Finding):
                    findings.append(read)
                else:
                    found.append(read)
    return _contents(entries, tuple(findings))


def _contents(entries: Mapping[OptionalKind, list[Entry]], findings: tuple[Finding, ...]) -> OptionalSheets:
    return OptionalSheets(
        events=_of_kind(entries.get("events"), Event),
        dates=_of_kind(entries.get("dates"), KeyDate),
        companies=_of_kind(entries.get("companies"), TargetCompany),
        resources=_of_kind(entries.get("resources"), Resource),
        findings=findings,
    )


def _of_kind(entries: list[Entry] | None, kind: type[Value]) -> tuple[Value, ...] | None:
    return None if entries is None else tuple(entry for entry in entries if isinstance(entry, kind))
