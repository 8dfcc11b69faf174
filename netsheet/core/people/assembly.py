"""Rows to people: one value for each person, from all the rows that are about them.

One responsibility: to put together what the other modules read. The newest row that says something wins.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from operator import attrgetter
from typing import Any

from netsheet.core.columns.column_values import Mark
from netsheet.core.model import Finding, Person, Touch
from netsheet.core.people.contact_states import Stand
from netsheet.core.people.facts import Rows, newness
from netsheet.core.people.identity import Entries, identify
from netsheet.core.people.sheet_entries import VALUES, Source
from netsheet.core.values.dates import ReadDate

Member = tuple[Source, int]
"""An entry of a source."""

_BIRTHDAY, _EVERY, _REFERRED_BY = map(VALUES.index, ("birthday", "every_days", "referred_by"))
_PLACE_ROW = attrgetter("place.row")


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """The people, and where the facts about them stand: in the log, and on the People sheet if there is one."""

    people: tuple[Person, ...]
    log: Rows
    people_sheet: Rows | None = None


def assemble(log: Source, people_sheet: Source | None) -> Assembled:
    """Put the people together: in the order of their newest rows, those of the People sheet alone last."""
    sources = [log] if people_sheet is None else [log, people_sheet]
    keys = identify(_joined(sources))
    repeated = (
        {key for key, count in Counter(keys).items() if count > 1} if len(set(keys)) < len(keys) else set()
    )
    made = _assemble_lone(log, keys, repeated)
    log_count = len(log.entries.names)
    for key, group in _groups(sources, keys, made).items():
        group.sort(key=lambda member: _newness(member, log), reverse=True)
        source, entry = group[0]
        if source is log or _asks_for_something(group):
            made[entry if source is log else log_count + entry] = _assemble_one(key, group, log)
    in_order = (sorted(filter(None, part), key=_PLACE_ROW) for part in (made[:log_count], made[log_count:]))
    return Assembled(
        people=tuple(chain.from_iterable(in_order)),
        log=_rows_of(log, keys[:log_count]),
        people_sheet=_rows_of(people_sheet, keys[log_count:]) if people_sheet else None,
    )


def _rows_of(source: Source, keys: Sequence[str]) -> Rows:
    return Rows(table=source.table, entries=source.entries, days=source.days, keys=keys)


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


def _assemble_lone(log: Source, keys: Sequence[str], repeated: set[str]) -> list[Person | None]:
    """Make the people who stand in one row of the log, as most people of most logs do.

    Returns:
        By entry of the log the person, None where several rows are to be put together.
    """
    found, (*values, is_off, agreed) = log.found, log.values
    special = {*found.follow_ups, *found.meetings_ahead, *log.promises, *log.gifts, *log.blocked}
    special |= {position for position, stand in log.stands.items() if stand.place}
    special |= {position for position, mark in enumerate(agreed) if mark}
    touches = [row if len(row) < 2 else _by_day(row) for row in found.touches]
    rows = zip(log.table.rows, strict=True)
    own = len(touches)
    columns = (keys, _named(log), log.places, rows, touches, log.days, *values, map(bool, is_off))
    made: list[Person | None] = [
        None if row[0] in repeated else _make_one(log, entry, row) if entry in special else Person(*row)
        for entry, row in enumerate(zip(*(islice(column, own) for column in columns), strict=True))
    ]
    return made + [None] * (len(keys) - own)


def _named(log: Source) -> Sequence[str]:
    """Return of each entry the name, else what else it is known by."""
    names = log.entries.names
    if all(names):
        return names
    others = zip(names, log.entries.companies, log.entries.emails, log.entries.linkedins, strict=True)
    return [next(filter(None, signs), "") for signs in others]


def _make_one(log: Source, entry: int, row: tuple[Any, ...]) -> Person:
    touches = log.found.touches[entry]
    return Person(*row, **_further([(log, entry)], touches, log.values[-1][entry]))


def _groups(
    sources: Sequence[Source], keys: Sequence[str], made: Sequence[Person | None]
) -> dict[str, list[Member]]:
    """Gather the entries of everyone who is not made yet."""
    members = ((source, entry) for source in sources for entry in range(len(source.entries.names)))
    groups: dict[str, list[Member]] = {}
    for key, member, person in zip(keys, members, made, strict=True):
        if person is None:
            groups.setdefault(key, []).append(member)
    return groups


def _newness(member: Member, log: Source) -> tuple[Any, ...]:
    source, entry = member
    return source is log, *newness(source.entries, source.days, entry)


def _asks_for_something(group: Sequence[Member]) -> bool:
    """Whether someone who stands on the People sheet alone has a date of their own, or was referred to the user."""
    return any(
        source.values[at][entry] for source, entry in group for at in (_BIRTHDAY, _EVERY, _REFERRED_BY)
    )


def _assemble_one(key: str, group: Sequence[Member], log: Source) -> Person:
    source, entry = group[0]
    touches = _by_day(_touches(_own(group)))
    values = dict(zip(VALUES, _merged(group), strict=True))
    agreed, is_off = values.pop("referral_agreed"), values.pop("do_not_contact")
    return Person(
        key=key,
        name=_name(group) or values["company"] or values["email"] or values["linkedin"],
        place=source.places[entry],
        rows=_rows(group, log),
        touches=touches,
        people_row=_people_row(group, log),
        recorded_on=source.days[source.entries.positions[entry]],
        do_not_contact=bool(is_off),
        **values,
        **_further(group, touches, agreed),
    )


def _own(group: Sequence[Member]) -> list[Member]:
    """Return the entries whose touches are the person's: a row's touches are with its own person."""
    return [(source, at) for source, at in group if at < len(source.table.rows)]


def _further(group: Sequence[Member], touches: Sequence[Touch], agreed: Mark) -> dict[str, Any]:
    """Return what only some people have: plans, a closing word, a referral, a reason not to be judged."""
    own = _own(group)
    stand, plans = _stand(group), _plans(own)
    further = {"referral_agreed": bool(agreed), **plans}
    if isinstance(agreed, ReadDate):
        further["referral_on"] = agreed.on
    if not any(touch.on for touch in touches):
        further["unreadable"] = _unreadable(own, plans, stand)
    return further | _standing(stand, touches) if stand and stand.place else further


def _merged(group: Sequence[Member]) -> list[Any]:
    """Return of each value the first that is filled, the newest row first."""
    columns = ([source.values[at][entry] for source, entry in group] for at in range(len(VALUES)))
    return [next((value for value in column if value not in {None, ""}), column[0]) for column in columns]


def _by_day(touches: Sequence[Touch]) -> tuple[Touch, ...]:
    return tuple(sorted(touches, key=lambda touch: touch.on or dt.date.max))


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
