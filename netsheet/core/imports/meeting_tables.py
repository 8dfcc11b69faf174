"""Tables of meetings to touches: Calendly, and the calendar of Outlook."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from netsheet.core.grid import CellValue
from netsheet.core.imports.contact_tables import people_reader, used_headings
from netsheet.core.imports.export_kinds import ExportKind
from netsheet.core.imports.export_table import ExportTable, listed_headings
from netsheet.core.imports.imported_facts import plain_name, read_day
from netsheet.core.imports.imported_values import (
    ImportedFile,
    ImportedPerson,
    ImportedTouch,
    ImportOptions,
    Myself,
    WhoIsMeError,
)
from netsheet.core.values.cells import read_yes_no
from netsheet.core.values.dates import decide_order
from netsheet.core.values.person_names import name_key

MOST_ATTENDEES = 8
"""A meeting with more other people is a company's meeting, and no contact with each of them."""
TOO_MANY = f"a meeting with more than {MOST_ATTENDEES} others"
NOBODY_ELSE = "a meeting without others"
_CALENDLY = "Event Type Name; Start Date & Time; Canceled; Marked as No-Show; User Name; User Email"
_OUTLOOK_NAMES = "Meeting Organizer; Required Attendees; Optional Attendees"


def read_calendly(table: ExportTable, kind: ExportKind, options: ImportOptions) -> ImportedFile:
    """Read booked meetings: a touch with the person who booked it. Its times are in the time zone of the export."""
    reader = people_reader(table, kind, options)
    people: list[ImportedPerson] = []
    touches: list[ImportedTouch] = []
    for row in table.rows:
        number, cells = row
        person, day = reader.person(row), read_day(table.text(cells, "Start Date & Time"), kind.date_order)
        if read_yes_no(table.text(cells, "Canceled")):
            reader.skip("a meeting that was cancelled", number)
        elif read_yes_no(table.text(cells, "Marked as No-Show")):
            reader.skip("a meeting to which they did not come", number)
        elif person is None or day is None:
            reader.skip("nobody is named, or no day", number)
        else:
            people.append(person)
            touches.append(
                ImportedTouch(
                    place=table.place(number),
                    who=person,
                    on=day,
                    direction="both",
                    kind="meeting",
                    subject=table.text(cells, "Event Type Name"),
                    source_id=table.text(cells, "Event UUID"),
                )
            )
    return kind.imported(
        table.file,
        people=people,
        touches=touches,
        skipped=reader.skipped,
        unused=table.unused(used_headings(kind) | frozenset(listed_headings(_CALENDLY))),
    )


def read_outlook_calendar(table: ExportTable, kind: ExportKind, options: ImportOptions) -> ImportedFile:
    """Read a calendar that names its attendees and gives no addresses.

    Raises:
        WhoIsMeError: nothing says which of the attendees is the user.
    """
    skipped: dict[str, list[int]] = {}
    touches: list[ImportedTouch] = []
    days = [table.text(cells, "Start Date") for _, cells in table.rows]
    order = decide_order(days)
    meetings = [(number, cells, _attendees(table, cells)) for number, cells in table.rows]
    me = options.me.joined_with(_me_in_meetings(meetings, options.me, table.file))
    for number, cells, attendees in meetings:
        others = [name for name in attendees if not me.is_me(name)]
        day = read_day(table.text(cells, "Start Date"), order if order in {"dmy", "mdy"} else "auto")
        reason = NOBODY_ELSE if not others else TOO_MANY if len(others) > MOST_ATTENDEES else ""
        if reason := reason or ("a day that could be two days" if day is None else ""):
            skipped.setdefault(reason, []).append(number)
        touches += [
            ImportedTouch(
                place=table.place(number),
                who=ImportedPerson(place=table.place(number), name=name),
                on=day,
                direction="both",
                kind="meeting",
                subject=table.text(cells, "Subject"),
            )
            for name in others
            if not reason and day
        ]
    return kind.imported(table.file, touches=touches, skipped=skipped)


def _attendees(table: ExportTable, cells: Sequence[CellValue]) -> tuple[str, ...]:
    """Return the names of all attendees; "Okafor, Ben" is one of them."""
    written = (table.text(cells, heading) for heading in _OUTLOOK_NAMES.split(";"))
    names = (plain_name(name) for names in written for name in names.split(";") if name.strip())
    return tuple({name_key(name): name for name in names}.values())


Meeting = tuple[int, Sequence[CellValue], tuple[str, ...]]


def _me_in_meetings(meetings: Sequence[Meeting], me: Myself, file: str) -> Myself:
    """Find the user: the one name that is in every meeting with others."""
    shared = [attendees for _, _, attendees in meetings if len(attendees) > 1]
    if not shared or any(me.is_me(name) for attendees in shared for name in attendees):
        return Myself()
    everywhere = frozenset.intersection(*(frozenset(map(name_key, attendees)) for attendees in shared))
    if len(everywhere) == 1:
        return Myself(names=everywhere)
    counts = Counter(name for attendees in shared for name in attendees)
    raise WhoIsMeError(file, [name for name, _ in counts.most_common()])
