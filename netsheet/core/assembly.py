"""Rows to people: one value for each person, from all the rows that are about them.

One responsibility: to put together what the other modules read. The newest row that says something wins.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from netsheet.core.dates import ReadDate
from netsheet.core.facts import Cells
from netsheet.core.makers import PersonTwin
from netsheet.core.model import Finding, Person, Touch
from netsheet.core.people import Entries, identify
from netsheet.core.sources import VALUES, Source
from netsheet.core.standpoints import Stand

Member = tuple[Source, int]
"""An entry of a source."""

_BIRTHDAY, _EVERY = VALUES.index("birthday"), VALUES.index("every_days")


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """The people, and for each key the rows their facts come from."""

    people: tuple[Person, ...]
    cells: Mapping[str, Cells]


def assemble(log: Source, people_sheet: Source | None) -> Assembled:
    """Put the people together: in the order of their newest rows, those of the People sheet alone last."""
    sources = [log] if people_sheet is None else [log, people_sheet]
    members: list[Member] = [
        (source, entry) for source in sources for entry in range(len(source.entries.names))
    ]
    groups: dict[str, list[Member]] = {}
    for key, member in zip(identify(_joined(sources)), members, strict=True):
        groups.setdefault(key, []).append(member)
    found: list[tuple[bool, int, int, Person]] = []
    cells: dict[str, Cells] = {}
    for key, group in groups.items():
        if len(group) > 1:
            _put_newest_first(group, log)
        source, entry = group[0]
        if source is not log and not _carries_dates(group):
            continue
        person = _assemble_one(key, group, log)
        found.append((source is not log, person.place.row, entry, person))
        cells[key] = group
    found.sort(key=_row_order)
    return Assembled(people=tuple(one[3] for one in found), cells=cells)


def _row_order(one: tuple[bool, int, int, Person]) -> tuple[bool, int, int]:
    return one[:3]


def _joined(sources: Sequence[Source]) -> Entries:
    if len(sources) == 1:
        return sources[0].entries
    parts = [source.entries for source in sources]
    return Entries(
        positions=[at for part in parts for at in part.positions],
        slots=[at for part in parts for at in part.slots],
        names=[text for part in parts for text in part.names],
        companies=[text for part in parts for text in part.companies],
        emails=[text for part in parts for text in part.emails],
        linkedins=[text for part in parts for text in part.linkedins],
    )


def _put_newest_first(group: list[Member], log: Source) -> None:
    def newness(member: Member) -> tuple[bool, dt.date, int, int]:
        source, entry = member
        position = source.entries.positions[entry]
        return source is log, source.days[position] or dt.date.min, position, -entry

    group.sort(key=newness, reverse=True)


def _carries_dates(group: Sequence[Member]) -> bool:
    return any(source.values[entry][at] for source, entry in group for at in (_BIRTHDAY, _EVERY))


def _assemble_one(key: str, group: Sequence[Member], log: Source) -> Person:
    source, entry = group[0]
    gathered = _gather(group, log)
    company, email, linkedin, phone, origin, referrer, relationship, birthday, every_days, is_off, agreed = (
        gathered.values
    )
    stand, touches = _stand(group), gathered.touches
    plans = _plans(gathered.own)
    is_dated = any(touch.on for touch in touches)
    person = PersonTwin(
        key=key,
        name=source.entries.names[entry] or _name(group) or company or email or linkedin,
        place=source.places[entry],
        rows=gathered.rows,
        touches=touches if len(touches) < 2 else tuple(sorted(touches, key=_day)),
        people_row=gathered.people_row,
        company=company,
        email=email,
        phone=phone,
        linkedin=linkedin,
        relationship=relationship,
        source=origin or "",
        referred_by=referrer or "",
        birthday=birthday,
        every_days=every_days,
        do_not_contact=bool(is_off),
        referral_agreed=bool(agreed),
        referral_on=agreed.on if isinstance(agreed, ReadDate) else None,
        recorded_on=source.days[source.entries.positions[entry]],
        unreadable=None if is_dated else _unreadable(gathered.own, plans, stand),
        **(_standing(stand, touches) if stand and stand.place else {}),
        **plans,
    )
    person.__class__ = Person
    return person


class _Gathered(NamedTuple):
    """What a person's rows hold together; ``own`` are the rows whose touches are the person's."""

    own: Sequence[Member]
    rows: tuple[int, ...]
    people_row: int | None
    touches: tuple[Touch, ...]
    values: tuple[Any, ...]


def _gather(group: Sequence[Member], log: Source) -> _Gathered:
    source, entry = group[0]
    if len(group) == 1 and source is log and entry < len(source.table.rows):
        return _Gathered(
            group, (source.table.rows[entry],), None, tuple(source.found.touches[entry]), source.values[entry]
        )
    own = [(each, at) for each, at in group if at < len(each.table.rows)]
    return _Gathered(own, _rows(group, log), _people_row(group, log), _touches(own), _merged(group))


def _merged(group: Sequence[Member]) -> tuple[Any, ...]:
    """Return of each value the first that is filled, the newest row first."""
    rows = [source.values[entry] for source, entry in group]
    return tuple(
        next((value for value in column if value not in {None, ""}), column[0])
        for column in zip(*rows, strict=True)
    )


def _name(group: Sequence[Member]) -> str:
    return next((name for source, entry in group if (name := source.entries.names[entry])), "")


def _rows(group: Sequence[Member], log: Source) -> tuple[int, ...]:
    rows = {source.table.rows[source.entries.positions[at]] for source, at in group if source is log}
    return tuple(sorted(rows))


def _touches(own: Sequence[Member]) -> tuple[Touch, ...]:
    in_order = sorted(own, key=lambda row: row[1])
    return tuple(touch for source, position in in_order for touch in source.found.touches[position])


def _people_row(group: Sequence[Member], log: Source) -> int | None:
    rows = (source.table.rows[source.entries.positions[at]] for source, at in group if source is not log)
    return next(rows, None)


def _day(touch: Touch) -> dt.date:
    return touch.on or dt.date.max


def _stand(group: Sequence[Member]) -> Stand | None:
    """Return what the newest row with a status or outcome says, else the newest row's answer."""
    first = None
    for number, (source, entry) in enumerate(group):
        stand = source.stands.get(source.entries.positions[entry])
        if stand and stand.is_status:
            return stand
        if number == 0:
            first = stand
    return first


def _standing(stand: Stand, touches: Sequence[Touch]) -> dict[str, Any]:
    has_touches = stand.standpoint == "not contacted" and any(
        touch.direction != "unknown" for touch in touches
    )
    return {
        "standpoint": "open" if has_touches else stand.standpoint,
        "standpoint_place": stand.place,
        "paused_until": stand.paused_until,
        "closed_on": stand.closed_on,
    }


def _plans(own: Sequence[Member]) -> dict[str, Any]:
    plans: dict[str, Any] = {}
    for source, position in own:
        if follow_ups := source.found.follow_ups.get(position):
            plans["follow_ups"] = (*follow_ups, *plans.get("follow_ups", ()))
        if ahead := source.found.meetings_ahead.get(position):
            plans["meetings_ahead"] = tuple(sorted({*ahead, *plans.get("meetings_ahead", ())}))
        if promise := source.promises.get(position):
            plans["promises"] = (promise, *plans.get("promises", ()))
        if gift := source.gifts.get(position):
            plans["value_given_on"] = max(gift, plans.get("value_given_on", gift))
    return plans


def _unreadable(own: Sequence[Member], plans: Mapping[str, Any], stand: Stand | None) -> Finding | None:
    """Return the finding that leaves nothing to judge the person by: no day, no plan, no closing word."""
    is_settled = stand is not None and stand.standpoint in {"closed", "paused"}
    if is_settled or plans.get("follow_ups") or plans.get("meetings_ahead"):
        return None
    return next((finding for source, position in own if (finding := source.blocked.get(position))), None)
