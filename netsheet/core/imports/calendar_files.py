"""Calendars (.ics, RFC 5545) to meetings with the people who attend them. Descriptions are not read."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from netsheet.core.email import is_address
from netsheet.core.imports.imported_facts import local_day, plain_name
from netsheet.core.imports.imported_values import (
    FilePlace,
    ImportedFile,
    ImportedPerson,
    ImportedTouch,
    ImportOptions,
    Myself,
    WhoIsMeError,
)
from netsheet.core.imports.meeting_tables import MOST_ATTENDEES, NOBODY_ELSE, TOO_MANY
from netsheet.core.values.cells import tidy

if TYPE_CHECKING:
    from icalendar import Component

CODE, LABEL = "icalendar", "calendar"
_EVENT = re.compile(r"^BEGIN:VEVENT", re.MULTILINE | re.IGNORECASE)
_ZONE = re.compile(r"^BEGIN:VTIMEZONE.*?^END:VTIMEZONE\s*?\n", re.MULTILINE | re.IGNORECASE | re.DOTALL)
_NAME = re.compile(r"^X-WR-CALNAME[^:\n]*:(.*)$", re.MULTILINE | re.IGNORECASE)
_NO_PERSON = frozenset({"ROOM", "RESOURCE", "GROUP"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Attendee:
    name: str
    email: str
    has_declined: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Meeting:
    number: int
    on: dt.date | None
    subject: str
    uid: str
    attendees: tuple[_Attendee, ...]
    reason: str


def read_calendar(file: str, text: str, options: ImportOptions) -> ImportedFile:
    """Read a calendar: a touch for each person who attends a meeting with the user.

    Raises:
        ImportError: the package icalendar is not installed.
        WhoIsMeError: nothing says which of the attendees is the user.
    """
    events, name, broken = _events(text)
    meetings = [_meeting(number, event, options) for number, event in events]
    known = options.me.joined_with(Myself(emails=frozenset(filter(is_address, (name,)))))
    me = known.joined_with(_me_in_meetings(meetings, known, file))
    skipped: dict[str, list[int]] = {"an event that breaks off, or cannot be read": broken} if broken else {}
    touches: list[ImportedTouch] = []
    for meeting in meetings:
        if reason := meeting.reason or _why_not(meeting, me):
            skipped.setdefault(reason, []).append(meeting.number)
        else:
            touches += _touches(file, meeting, me)
    return ImportedFile(file=file, code=CODE, label=LABEL, touches=tuple(touches), skipped=skipped)


def _events(text: str) -> tuple[list[tuple[int, Component]], str, list[int]]:
    """Return the events with their numbers in the file, the calendar's name, and the numbers of the broken events.

    A calendar is read as a whole, or, where an event is broken, event by event.
    """
    from icalendar import Calendar  # noqa: PLC0415  an optional package

    begin, *blocks = _EVENT.split(text)
    name = match[1].strip().lower() if (match := _NAME.search(begin)) else ""
    try:
        events = [event for each in Calendar.from_ical(text, multiple=True) for event in each.walk("VEVENT")]
    except ValueError:
        events = []
    if len(events) == len(blocks):
        return list(enumerate(events, start=1)), name, []
    zones = "".join(_ZONE.findall(text))
    read: list[tuple[int, Component]] = []
    broken: list[int] = []
    for number, block in enumerate(blocks, start=1):
        event, end, _ = block.partition("END:VEVENT")
        alone = f"BEGIN:VCALENDAR\r\n{zones}BEGIN:VEVENT{event}{end}\r\nEND:VCALENDAR\r\n"
        try:
            found = Calendar.from_ical(alone).walk("VEVENT")
        except ValueError:
            found = []
        if end and found:
            read.append((number, found[0]))
        else:
            broken.append(number)
    return read, name, broken


def _meeting(number: int, event: Component, options: ImportOptions) -> _Meeting:
    on = _day(event, options.zone)
    reason = ""
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        reason = "a meeting that was cancelled"
    elif "RRULE" in event or "RECURRENCE-ID" in event:
        reason = "a meeting that comes again and again"
    elif on is None:
        reason = "no day"
    people = (_attendee(value) for value in (*_listed(event, "ORGANIZER"), *_listed(event, "ATTENDEE")))
    attendees = {each.email or each.name: each for each in people if each}
    return _Meeting(
        number=number,
        on=on,
        subject=tidy(str(event.get("SUMMARY", ""))),
        uid=tidy(str(event.get("UID", ""))),
        attendees=tuple(attendees.values()),
        reason=reason,
    )


def _day(event: Component, zone: dt.tzinfo | None) -> dt.date | None:
    start = getattr(event.get("DTSTART"), "dt", None)
    if isinstance(start, dt.datetime):
        return local_day(start, zone) if start.tzinfo else start.date()
    return start if isinstance(start, dt.date) else None


def _listed(event: Component, name: str) -> Sequence[Any]:
    value = event.get(name, [])
    return value if isinstance(value, list) else [value]


def _attendee(value: Any) -> _Attendee | None:  # noqa: ANN401  icalendar's address, or what a broken file holds
    params = getattr(value, "params", {})
    if str(params.get("CUTYPE", "")).upper() in _NO_PERSON:
        return None
    written = str(value).strip()
    address = written.lower().removeprefix("mailto:")
    name = tidy(str(params.get("CN", "")))
    email = address if is_address(address) else ""
    if not (name or email):
        return None
    return _Attendee(
        name="" if is_address(name.lower()) else plain_name(name),
        email=email,
        has_declined=str(params.get("PARTSTAT", "")).upper() == "DECLINED",
    )


def _is_me(attendee: _Attendee, me: Myself) -> bool:
    return me.is_me(attendee.name, email=attendee.email)


def _why_not(meeting: _Meeting, me: Myself) -> str:
    others = [attendee for attendee in meeting.attendees if not _is_me(attendee, me)]
    if any(_is_me(attendee, me) and attendee.has_declined for attendee in meeting.attendees):
        return "a meeting that you declined"
    if len(others) > MOST_ATTENDEES:
        return TOO_MANY
    return "" if any(not other.has_declined for other in others) else NOBODY_ELSE


def _touches(file: str, meeting: _Meeting, me: Myself) -> Iterator[ImportedTouch]:
    place = FilePlace(file=file, number=meeting.number, unit="event")
    for attendee in meeting.attendees:
        if meeting.on and not attendee.has_declined and not _is_me(attendee, me):
            emails = (attendee.email,) if attendee.email else ()
            yield ImportedTouch(
                place=place,
                who=ImportedPerson(place=place, name=attendee.name, emails=emails),
                on=meeting.on,
                direction="both",
                kind="meeting",
                subject=meeting.subject,
                source_id=meeting.uid,
            )


def _me_in_meetings(meetings: Sequence[_Meeting], me: Myself, file: str) -> Myself:
    """Find the user: the one attendee who is in every meeting with others."""
    shared = [meeting.attendees for meeting in meetings if len(meeting.attendees) > 1 and not meeting.reason]
    if not shared or any(_is_me(attendee, me) for attendees in shared for attendee in attendees):
        return Myself()
    everywhere = frozenset.intersection(
        *(frozenset(each.email for each in attendees) for attendees in shared)
    )
    if len(everywhere - {""}) == 1:
        return Myself(emails=everywhere - {""})
    counts = Counter(each.email or each.name for attendees in shared for each in attendees)
    raise WhoIsMeError(file, [who for who, _ in counts.most_common()])
