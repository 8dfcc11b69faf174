"""Calendar files (RFC 5545) from entries, and entries from a file that netsheet made, with the library icalendar.

Nobody is ever invited: there is no METHOD, no ORGANIZER and no ATTENDEE. The same entries give the same bytes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any, Final
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Component, Event, Todo
from icalendar.prop import vDuration

from netsheet.core.calendar_export.calendar_entries import CATEGORIES, CalendarEntry, FiledEntry, split_uid
from netsheet.render.time_zones import WEEKDAYS, render_time_zone

MARK: Final = b"PRODID:-//netsheet//calendar//EN"
"""The line by which a file is known to be made by netsheet."""
NAME: Final = "Networking"

_REFRESHED_EVERY: Final = dt.timedelta(hours=12)


def render_calendar(entries: Iterable[FiledEntry]) -> bytes:
    """Write a calendar with these entries, in their order."""
    filed = list(entries)
    calendar = Calendar()
    calendar.add("prodid", MARK.decode("ascii").partition(":")[2])
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", NAME)
    calendar.add("refresh-interval", vDuration(_REFRESHED_EVERY), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(_REFRESHED_EVERY))
    for zone, first_on in sorted(_zones(filed).items()):
        calendar.add_component(render_time_zone(zone, first_on.year))
    for each in filed:
        calendar.add_component(_component(each))
    data: bytes = calendar.to_ical()
    return data


def read_filed_entries(data: bytes) -> tuple[FiledEntry, ...]:
    """Read the entries of a file that netsheet made, and another program may have written anew.

    What netsheet cannot have written is left out.

    Raises:
        ValueError: when it cannot be read as a calendar.
    """
    try:
        calendar = Calendar.from_ical(data)
    except (AttributeError, TypeError) as error:  # icalendar, of a line of another kind than its name says
        raise ValueError(str(error)) from error
    components = [*calendar.walk("VEVENT"), *calendar.walk("VTODO")]
    return tuple(filed for component in components if (filed := _readable(component)) is not None)


def _zones(filed: Iterable[FiledEntry]) -> dict[str, dt.date]:
    """Return the time zones in use, each with the earliest day on which it is."""
    zones: dict[str, dt.date] = {}
    for each in filed:
        if zone := each.entry.zone:
            zones[zone] = min(each.entry.on, zones.get(zone, each.entry.on))
    return zones


def _component(filed: FiledEntry) -> Component:
    entry = filed.entry
    component: Component = Todo() if entry.is_todo else Event()
    changed_at = dt.datetime.combine(filed.changed_on, dt.time(), tzinfo=dt.UTC)
    component.add("uid", filed.uid)
    component.add("sequence", filed.sequence)
    component.add("dtstamp", changed_at)
    component.add("last-modified", changed_at)
    component.add("summary", entry.summary)
    if entry.location:
        component.add("location", entry.location)
    if entry.description:
        component.add("description", entry.description)
    component.add("categories", [entry.category])
    if filed.is_cancelled:
        component.add("status", "CANCELLED")
    elif not entry.is_todo:
        component.add("status", "CONFIRMED")
    _add_time(component, entry)
    _add_recurrence(component, entry)
    for minutes in entry.alarms:
        component.add_component(_alarm(entry, minutes))
    return component


def _add_time(component: Component, entry: CalendarEntry) -> None:
    if entry.is_todo:
        component.add("due", entry.on)
        return
    begin = _moment(entry, entry.on)
    length = dt.timedelta(days=1) if entry.at is None else dt.timedelta(minutes=entry.minutes)
    component.add("dtstart", begin)
    component.add("dtend", begin + length)
    component.add("transp", "TRANSPARENT" if entry.at is None else "OPAQUE")


def _moment(entry: CalendarEntry, day: dt.date) -> dt.date:
    """Return when an entry begins on a day: a time with its zone, or without one; or the day."""
    if entry.at is None:
        return day
    return dt.datetime.combine(day, entry.at, tzinfo=ZoneInfo(entry.zone) if entry.zone else None)


def _add_recurrence(component: Component, entry: CalendarEntry) -> None:
    if entry.weekdays:
        component.add("rrule", {"freq": "WEEKLY", "byday": [WEEKDAYS[day] for day in entry.weekdays]})
    elif entry.is_yearly and (entry.on.month, entry.on.day) == (2, 29):
        component.add("rrule", {"freq": "YEARLY", "bymonth": 2, "bymonthday": -1})
    elif entry.is_yearly:
        component.add("rrule", {"freq": "YEARLY"})
    if entry.days_off:
        component.add("exdate", [_moment(entry, day) for day in entry.days_off])


def _alarm(entry: CalendarEntry, minutes: int) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.summary)
    related = {"RELATED": "END"} if entry.is_todo else {}
    alarm.add("trigger", dt.timedelta(minutes=minutes), parameters=related)
    return alarm


def _readable(component: Component) -> FiledEntry | None:
    try:
        return _filed(component)
    except (AttributeError, TypeError, ValueError):  # a property of another kind than netsheet writes
        return None


def _filed(component: Component) -> FiledEntry | None:
    """Read one entry back; None when a part is missing that netsheet writes."""
    uid = split_uid(str(component.get("UID", "")))
    begin = _value(component, "DUE" if component.name == "VTODO" else "DTSTART")
    changed_at = _value(component, "LAST-MODIFIED")
    labels = [label for each in _all(component, "CATEGORIES") for label in each.cats]
    category = next((each for each in CATEGORIES if each in labels), None)
    if uid is None or category is None or not isinstance(begin, dt.date) or changed_at is None:
        return None
    thing, number = uid
    rule: Any = next(iter(_all(component, "RRULE")), {})
    alarms = [_value(alarm, "TRIGGER") for alarm in component.walk("VALARM")]
    entry = CalendarEntry(
        thing=thing,
        category=category,
        **_time(component, begin),
        summary=str(component.get("SUMMARY", "")),
        location=str(component.get("LOCATION", "")),
        description=str(component.get("DESCRIPTION", "")),
        alarms=tuple(
            int(alarm / dt.timedelta(minutes=1)) for alarm in alarms if isinstance(alarm, dt.timedelta)
        ),
        weekdays=tuple(WEEKDAYS.index(day) for day in rule.get("BYDAY", [])),
        is_yearly="YEARLY" in rule.get("FREQ", []),
        days_off=_days_off(component),
        is_todo=component.name == "VTODO",
    )
    return FiledEntry(
        entry=entry,
        number=number,
        sequence=int(str(component.get("SEQUENCE", 0))),
        changed_on=changed_at.date(),
        is_cancelled=str(component.get("STATUS", "")) == "CANCELLED",
    )


def _time(component: Component, begin: dt.date) -> dict[str, Any]:
    """Return the attributes of an entry that say when it is."""
    if not isinstance(begin, dt.datetime):
        return {"on": begin}
    end = _value(component, "DTEND")
    length = _value(component, "DURATION") if end is None else end - begin
    zone = getattr(begin.tzinfo, "key", "")
    return {
        "on": begin.date(),
        "at": begin.time(),
        "minutes": length // dt.timedelta(minutes=1),
        "zone": zone,
    }


def _days_off(component: Component) -> tuple[dt.date, ...]:
    days = [
        each.dt for line in _all(component, "EXDATE") for each in line.dts if isinstance(each.dt, dt.date)
    ]
    return tuple(day.date() if isinstance(day, dt.datetime) else day for day in days)


def _all(component: Component, name: str) -> list[Any]:
    """Return the properties of a name; of several icalendar makes a list."""
    found: Any = component.get(name, [])
    return found if isinstance(found, list) else [found]


def _value(component: Component, name: str) -> Any:  # noqa: ANN401  a day, a time or a length, as the property has it
    return next((each.dt for each in _all(component, name)), None)
