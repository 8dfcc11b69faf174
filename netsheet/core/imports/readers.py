"""Which reader takes which kind of export."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from netsheet.core.grid import CellValue
from netsheet.core.imports.contact_tables import read_people
from netsheet.core.imports.export_kinds import ExportKind
from netsheet.core.imports.export_table import ExportTable, build_export_table
from netsheet.core.imports.guest_lists import GUEST_LISTS, read_guests
from netsheet.core.imports.imported_values import ImportedFile, ImportOptions, Myself
from netsheet.core.imports.linkedin_files import (
    me_in_addresses,
    me_in_invitations,
    me_in_profile,
    read_applications,
    read_invitations,
    read_messages,
    read_own_events,
    read_own_facts,
    read_recommendations,
)
from netsheet.core.imports.meeting_tables import read_calendly, read_outlook_calendar
from netsheet.core.imports.recognition import Recognised

Reader = Callable[[ExportTable, ExportKind, ImportOptions], ImportedFile]


def _read_contacts(table: ExportTable, kind: ExportKind, options: ImportOptions) -> ImportedFile:
    found = read_people(table, kind, options)
    return kind.imported(
        table.file,
        people=tuple(found.people.values()),
        skipped=found.skipped,
        unused=found.unused,
        remarks=found.remarks,
    )


_READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "linkedin-messages": read_messages,
        "linkedin-invitations": read_invitations,
        "linkedin-profile": read_own_facts,
        "linkedin-addresses": read_own_facts,
        "linkedin-applications": read_applications,
        "linkedin-events": read_own_events,
        "linkedin-recommendations": read_recommendations,
        "calendly": read_calendly,
        "outlook-calendar": read_outlook_calendar,
        **dict.fromkeys(GUEST_LISTS, read_guests),
    }
)
_SAYS_WHO_IS_ME: Mapping[str, Callable[[ExportTable], Myself]] = MappingProxyType(
    {
        "linkedin-invitations": me_in_invitations,
        "linkedin-profile": me_in_profile,
        "linkedin-addresses": me_in_addresses,
    }
)


def read_export(
    file: str, rows: Sequence[Sequence[CellValue]], found: Recognised, options: ImportOptions
) -> ImportedFile:
    """Read a table whose kind is known.

    Raises:
        WhoIsMeError: it has touches, and nothing says who of its people is the user.
    """
    table = build_export_table(file, rows, found.header)
    return _READERS.get(found.kind.code, _read_contacts)(table, found.kind, options)


def find_me(rows: Sequence[Sequence[CellValue]], found: Recognised) -> Myself:
    """Return who the user is, where a file says so for the others too."""
    look = _SAYS_WHO_IS_ME.get(found.kind.code)
    return look(build_export_table("", rows, found.header)) if look else Myself()
