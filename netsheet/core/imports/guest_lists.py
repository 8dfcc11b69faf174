"""Lists of an event's guests to people and to touches on the event's day: Meetup, Eventbrite, Luma.

A guest who was there met the user at the event. That was no message, and nobody has to answer it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from netsheet.core.grid import CellValue
from netsheet.core.imports.contact_tables import PeopleReader, people_reader, used_headings
from netsheet.core.imports.export_kinds import ExportKind
from netsheet.core.imports.export_table import ExportTable, Row, listed_headings
from netsheet.core.imports.imported_facts import read_day
from netsheet.core.imports.imported_values import ImportedFile, ImportedPerson, ImportedTouch, ImportOptions
from netsheet.core.text import fold
from netsheet.core.values.cells import read_yes_no

_NO_DAY = 'The file does not say on which day the event was. To log that you met its guests, add: --event "NAME" --on YYYY-MM-DD'
_PLACEHOLDER = "info requested"
"""What Eventbrite writes for a guest of whom only the buyer's name is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _GuestList:
    """How one system says who came.

    Attributes:
        answer: the headings of the guest's answer or ticket.
        not_coming: the answers of those who are not guests.
        only_coming: where given, the answers of those who are; all others are not.
        arrival: the headings that say that the guest was there.
        arrived: the words below them that say so; () when any text does.
        event: the headings of the event's name; ``on`` of its day.
    """

    answer: str
    not_coming: frozenset[str] = frozenset()
    only_coming: frozenset[str] = frozenset()
    arrival: str = ""
    arrived: frozenset[str] = frozenset()
    event: str = ""
    on: str = ""

    def is_guest(self, answer: str) -> bool:
        """Whether an answer is a guest's."""
        folded = fold(answer)
        return folded in self.only_coming if self.only_coming else folded not in self.not_coming

    def has_arrived(self, text: str) -> bool:
        """Whether a cell says that the guest was there."""
        folded = fold(text)
        return folded in self.arrived if self.arrived else read_yes_no(folded) is not False and bool(folded)

    @property
    def used(self) -> frozenset[str]:
        """The plain headings that it takes something from."""
        return frozenset(
            heading
            for headings in (self.answer, self.arrival, self.event, self.on)
            for heading in listed_headings(headings)
        )


_AWAY = frozenset({"not attending", "refunded", "deleted", "cancelled", "canceled"})
GUEST_LISTS: Mapping[str, _GuestList] = {
    "meetup-guests": _GuestList(answer="RSVP", only_coming=frozenset({"yes"}), arrival="Attendance"),
    "eventbrite-guests": _GuestList(
        answer="Attendee Status",
        not_coming=_AWAY,
        arrival="Attendee Status",
        arrived=frozenset({"checked in"}),
        event="Event Name",
        on="Event Date",
    ),
    "eventbrite-orders": _GuestList(
        answer="Order Status", not_coming=_AWAY, arrival="Checked In", event="Event Name", on="Event Date"
    ),
    "luma-guests": _GuestList(
        answer="approval_status",
        not_coming=frozenset({"declined", "pending", "pending_approval", "invited", "waitlist"}),
        arrival="checked_in_at",
        on="checked_in_at",
    ),
}


def read_guests(table: ExportTable, kind: ExportKind, options: ImportOptions) -> ImportedFile:
    """Read a guest list: its guests, and for each who was there a touch on the event's day.

    Where the file marks those who arrived, only they were there; where it marks nobody, all guests were.
    """
    guest_list, reader = GUEST_LISTS[kind.code], people_reader(table, kind, options)
    guests = [(row, person) for row in table.rows if (person := _guest(reader, guest_list, row)) is not None]
    marked = [pair for pair in guests if guest_list.has_arrived(table.text(pair[0][1], guest_list.arrival))]
    touches, undated = [], 0
    for row, person in marked or guests:
        if touch := _touch(table, guest_list, row, person, options):
            touches.append(touch)
        else:
            undated += 1
    return kind.imported(
        table.file,
        people=tuple(person for _, person in guests),
        touches=touches,
        skipped=reader.skipped,
        unused=table.unused(used_headings(kind) | guest_list.used),
        remarks=tuple(_remarks(len(guests), len(marked), undated)),
    )


def _guest(reader: PeopleReader, guest_list: _GuestList, row: Row) -> ImportedPerson | None:
    number, cells = row
    answer = reader.table.text(cells, guest_list.answer)
    if not guest_list.is_guest(answer):
        reader.skip(f"“{answer}” in {guest_list.answer}", number)
        return None
    if fold(reader.table.text(cells, "First Name")) == _PLACEHOLDER:
        reader.skip("a guest whose name is not known", number)
        return None
    person = reader.person(row)
    if person is None:
        reader.skip("nobody is named", number)
        return None
    event = _event_name(reader.table, guest_list, cells, reader.options)
    return replace(person, facts={**person.facts, "source": event}) if event else person


def _event_name(
    table: ExportTable, guest_list: _GuestList, cells: Sequence[CellValue], options: ImportOptions
) -> str:
    return options.event or table.text(cells, guest_list.event)


def _touch(
    table: ExportTable, guest_list: _GuestList, row: Row, person: ImportedPerson, options: ImportOptions
) -> ImportedTouch | None:
    number, cells = row
    day: dt.date | None = options.event_on or read_day(table.text(cells, guest_list.on), "mdy", options.zone)
    if day is None or day > options.today:
        return None
    event = _event_name(table, guest_list, cells, options)
    return ImportedTouch(
        place=table.place(number),
        who=person,
        on=day,
        direction="both",
        kind="event",
        channel="in person",
        subject=event,
        event=event,
    )


def _remarks(guests: int, marked: int, undated: int) -> list[str]:
    remarks = []
    if 0 < marked < guests:
        remarks.append(f"{marked:,} of the {guests:,} guests are marked as having been there.")
    if undated:
        remarks.append(_NO_DAY)
    return remarks
