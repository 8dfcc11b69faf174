"""Where to look: the cells a draft is read from, and the sentence that names what is missing there."""

from __future__ import annotations

from collections.abc import Mapping

from netsheet.core.drafts.requests import DraftChannel, DraftFilter, UnreadColumn
from netsheet.core.drafts.variables import BY_NAME
from netsheet.core.model import Log, Person, Place, SheetReading
from netsheet.core.printable import quoted_word

_READ_FROM = tuple((variable.name, name) for variable in BY_NAME.values() for name in variable.fields)
"""Each variable with each field it is read from, the first one that counts first."""


def index_columns(log: Log) -> dict[str, dict[str, int]]:
    """Map each sheet that was read to its fields and their sheet columns; of a repeated field the first."""
    return {reading.sheet: _index_fields(reading) for reading in log.readings}


def _index_fields(reading: SheetReading) -> dict[str, int]:
    columns: dict[str, int] = {}
    for match in reading.headings:
        if match.field is not None:
            columns.setdefault(match.field, match.place.column)
    return columns


def find_cells(person: Person, log: Log, columns: Mapping[str, Mapping[str, int]]) -> dict[str, Place]:
    """Find for each variable the cell that holds it, or would: on the People sheet when it has the column.

    A person who is on the People sheet only has no row in the log.
    """
    is_in_log = any(reading.sheet == person.place.sheet for reading in log.log_readings)
    sheets = [(person.place.sheet, person.place.row)] if is_in_log else []
    if log.people_reading is not None and person.people_row is not None:
        sheets.insert(0, (log.people_reading.sheet, person.people_row))
    fields: dict[str, Place] = {}
    for sheet, row in sheets:
        for name, column in columns.get(sheet, {}).items():
            fields.setdefault(name, Place(sheet=sheet, row=row, column=column))
    cells: dict[str, Place] = {}
    for variable, name in _READ_FROM:
        if name in fields:
            cells.setdefault(variable, fields[name])
    if "do_not_contact" in fields:
        cells["do_not_contact"] = fields["do_not_contact"]
    return cells


def say_missing(
    variable: str, name: str, cells: Mapping[str, Place], place: Place | None
) -> tuple[str, Place | None]:
    """Say what is missing and where to fill it in; the person's own cell when no column holds it."""
    entry = BY_NAME.get(variable)
    if entry is None:
        return f"The template needs “{variable}”, which netsheet does not know.", None
    reason = entry.missing.format(name=name)
    if entry.source == "log" and variable not in cells:
        reason = f"{reason} The sheet has no column for it."
    return reason, cells.get(variable, place) if entry.source in {"log", "history"} else None


def say_unreachable(person: Person, only: DraftFilter) -> str:
    """Say which address is missing, or which one cannot be used."""
    if only.channel == "text":
        return f"There is no phone number for {person.name}."
    if person.email and only.channel in {None, "e-mail"}:
        return f"“{person.email}” is not an address that one can write to."
    if only.channel == "e-mail":
        return f"There is no e-mail address for {person.name}."
    if only.channel is not None:
        return f"There is no LinkedIn page for {person.name}."
    return f"There is no e-mail address, LinkedIn page or phone number for {person.name}."


def find_unread(
    unread: Mapping[str, UnreadColumn], cells: Mapping[str, Place], only: DraftFilter
) -> UnreadColumn | None:
    """Find the unread column that may hold the address that is missing; none where a column for it is known."""
    names = [name for name in _fields_of(only.channel) if name not in cells]
    return next((unread[name] for name in names if name in unread), None)


def say_unread(column: UnreadColumn, map_command: str) -> str:
    """Say which column looks like the missing addresses, and the command that makes netsheet read it."""
    mapping = quoted_word(f"{column.heading}={column.field}")
    return (
        f"Column {column.letter} (“{column.heading}”) looks like it. To use it, type: {map_command} {mapping}"
    )


def say_people_sheet(person: Person, log: Log, cells: Mapping[str, Place], only: DraftFilter) -> str:
    """Say that the missing address belongs on the People sheet, where the person has no row yet; "" where it does not."""
    reading, names = log.people_reading, _fields_of(only.channel)
    if reading is None or person.people_row is not None or any(name in cells for name in names):
        return ""
    if not any(match.field in names for match in reading.headings):
        return ""
    return f" Add them to the sheet “{reading.sheet}”, with the address."


def _fields_of(channel: DraftChannel | None) -> tuple[str, ...]:
    """Return the fields that hold an address for a channel, or for any."""
    if channel is None:
        return ("email", "linkedin", "phone")
    return ({"text": "phone", "e-mail": "email"}.get(channel, "linkedin"),)


def place_of_address(person: Person, cells: Mapping[str, Place], only: DraftFilter) -> Place:
    """Find the cell where the missing address belongs."""
    return next((cells[name] for name in _fields_of(only.channel) if name in cells), person.place)


def place_of_fault(person: Person, cells: Mapping[str, Place]) -> Place:
    """Find the cell that says why nobody should write to this person now."""
    if person.do_not_contact:
        return cells.get("do_not_contact") or person.state_place or person.place
    return (person.unreadable.place if person.unreadable else None) or person.place
