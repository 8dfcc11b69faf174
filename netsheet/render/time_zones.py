"""A time zone as calendar files describe it (RFC 5545, VTIMEZONE): when its clocks change, and by how much.

The description that icalendar makes lists the changes of each year, an hour late where clocks go forward. Outlook wants
a rule, and ical.js passes over the first day of a list.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from zoneinfo import ZoneInfo

from icalendar import Component, Timezone, TimezoneDaylight, TimezoneStandard

_YEARS: Final = 12
"""So many years are looked at for a rule; where there is none, their changes are written out."""
WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_ONE_DAY: Final = dt.timedelta(days=1)
_ONE_MINUTE: Final = dt.timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class _ClockChange:
    """A moment at which the clocks of a zone change.

    Attributes:
        at: the moment as clocks showed it until then.
        before, after: the offsets from UTC.
        name: what the zone's time is called from then on.
    """

    at: dt.datetime
    before: dt.timedelta
    after: dt.timedelta
    name: str


def render_time_zone(name: str, first_year: int) -> Component:
    """Describe a zone from the year before ``first_year`` on."""
    zone = Timezone()
    zone.add("tzid", name)
    changes = list(_changes(ZoneInfo(name), first_year - 1))
    if not changes:
        zone.add_component(_component([_standing(ZoneInfo(name), first_year - 1)], None))
    forward = [change for change in changes if change.after > change.before]
    back = [change for change in changes if change.after < change.before]
    rules = [_rule(part) for part in (forward, back)]
    if all(rules):
        for part, rule in zip((forward, back), rules, strict=True):
            zone.add_component(_component(part, rule))
    else:
        for change in changes:
            zone.add_component(_component([change], None))
    return zone


def _changes(zone: ZoneInfo, first_year: int) -> Iterator[_ClockChange]:
    """Find the changes of some years: on which days, then to the minute."""
    moment = dt.datetime(first_year, 1, 1, tzinfo=dt.UTC)
    end = dt.datetime(first_year + _YEARS, 1, 1, tzinfo=dt.UTC)
    while moment < end:
        before, after = _offset(zone, moment), _offset(zone, moment + _ONE_DAY)
        if before != after:
            low, high = moment, moment + _ONE_DAY
            while high - low > _ONE_MINUTE:
                middle = low + (high - low) // 2 // _ONE_MINUTE * _ONE_MINUTE
                low, high = (low, middle) if _offset(zone, middle) == after else (middle, high)
            local = (high + before).replace(tzinfo=None)
            yield _ClockChange(at=local, before=before, after=after, name=_name(zone, high))
        moment += _ONE_DAY


def _standing(zone: ZoneInfo, year: int) -> _ClockChange:
    """Describe a zone whose clocks never change."""
    begin = dt.datetime(year, 1, 1, tzinfo=dt.UTC)
    offset = _offset(zone, begin)
    return _ClockChange(at=begin.replace(tzinfo=None), before=offset, after=offset, name=_name(zone, begin))


def _offset(zone: ZoneInfo, moment: dt.datetime) -> dt.timedelta:
    return moment.astimezone(zone).utcoffset() or dt.timedelta()


def _name(zone: ZoneInfo, moment: dt.datetime) -> str:
    return moment.astimezone(zone).tzname() or ""


def _rule(changes: Sequence[_ClockChange]) -> dict[str, object] | None:
    """Return the rule that the changes follow, such as the last Sunday in March; None when they follow none."""
    facts = {
        (change.at.month, change.at.weekday(), change.at.time(), change.before, change.after)
        for change in changes
    }
    if len(changes) != _YEARS or len(facts) != 1:
        return None
    numbers = [
        {(change.at.day - 1) // 7 + 1} | ({-1} if _is_last(change.at) else set()) for change in changes
    ]
    common = set[int].intersection(*numbers)
    month, weekday = changes[0].at.month, WEEKDAYS[changes[0].at.weekday()]
    return {"freq": "YEARLY", "bymonth": month, "byday": f"{min(common)}{weekday}"} if common else None


def _is_last(at: dt.datetime) -> bool:
    return (at + 7 * _ONE_DAY).month != at.month


def _component(changes: Sequence[_ClockChange], rule: dict[str, object] | None) -> Component:
    first = changes[0]
    component = TimezoneDaylight() if first.after > first.before else TimezoneStandard()
    component.add("dtstart", first.at)
    component.add("tzoffsetfrom", first.before)
    component.add("tzoffsetto", first.after)
    component.add("tzname", first.name)
    if rule is not None:
        component.add("rrule", rule)
    return component
