"""Rows to people: one value for each person, from all the rows that are about them.

The newest row that says something wins.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

from netsheet.core.model import Application, ContactState, Finding, Person, Place, Touch
from netsheet.core.people.applications import RowAbout, find_applications, newest_state
from netsheet.core.people.contact_states import ReportedState
from netsheet.core.people.facts import EntryRows, newness
from netsheet.core.people.identity import Entry, identify
from netsheet.core.people.personal import Details
from netsheet.core.people.sheet_entries import Plans, Source
from netsheet.core.values.dates import ReadDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """The people, and where the facts about them are: on the sheets of the log, then on the People sheet.

    Attributes:
        collected: those of the People sheet alone who ask for nothing; ``people`` are all others.
    """

    people: tuple[Person, ...]
    collected: tuple[Person, ...]
    sheets: tuple[EntryRows, ...]


class _Member(NamedTuple):
    """An entry of a person: the sheet it is on, and its number there."""

    source: Source
    number: int

    @property
    def entry(self) -> Entry:
        """Who the entry is about."""
        return self.source.entries[self.number]

    @property
    def details(self) -> Details:
        """What its row says about the person."""
        return self.source.details[self.number]

    @property
    def row(self) -> int:
        """Its sheet row."""
        return self.source.table.rows[self.entry.position]

    @property
    def is_own(self) -> bool:
        """Whether it is its row's own person, whose the touches of the row are."""
        return self.number < len(self.source.table.rows)


_NO_PLANS = Plans()
Group = Sequence[_Member]
"""The entries of one person, the newest first, those of the log before those of the People sheet."""


def assemble(logs: Sequence[Source], people_sheet: Source | None) -> Assembled:
    """Put the people together: in the order of their newest rows, those of the People sheet alone last.

    Args:
        logs: the sheets of the log, the newest first.
        people_sheet: the sheet with one row for each person, or None.
    """
    sources = [*logs] if people_sheet is None else [*logs, people_sheet]
    order = {id(source): number for number, source in enumerate(sources)}
    members = [_Member(source, number) for source in sources for number in range(len(source.entries))]
    keys = identify([entry for source in sources for entry in source.entries])
    groups: dict[str, list[_Member]] = {}
    for key, member in zip(keys, members, strict=True):
        groups.setdefault(key, []).append(member)
    made: list[tuple[tuple[int, int, int], Person]] = []
    collected: list[Person] = []
    for key, group in groups.items():
        if len(group) > 1:
            group.sort(key=lambda member: _newness(member, order, people_sheet), reverse=True)
        newest, person = group[0], _assemble_one(key, group, logs[0], people_sheet)
        if newest.source is not people_sheet or _asks_for_something(group):
            made.append(((order[id(newest.source)], person.place.row, newest.number), person))
        else:
            collected.append(person)
    counts = list(accumulate((len(source.entries) for source in sources), initial=0))
    return Assembled(
        people=tuple(person for _, person in sorted(made, key=lambda pair: pair[0])),
        collected=tuple(collected),
        sheets=tuple(
            _rows_of(source, keys[start:end])
            for source, (start, end) in zip(sources, pairwise(counts), strict=True)
        ),
    )


def _rows_of(source: Source, keys: Sequence[str]) -> EntryRows:
    return EntryRows(
        table=source.table, entries=source.entries, days=source.days, keys=keys, orders=source.orders
    )


def _newness(
    member: _Member, order: Mapping[int, int], people_sheet: Source | None
) -> tuple[bool, dt.date, int, int, int]:
    day, position, number = newness(member.source.entries, member.source.days, member.number)
    return member.source is not people_sheet, day, -order[id(member.source)], position, number


def _asks_for_something(group: Group) -> bool:
    """Whether someone who is on the People sheet alone has a date of their own or news, or was referred by somebody."""
    details = (member.details for member in group)
    has_details = any(each.birthday or each.every_days or each.referred_by for each in details)
    return has_details or bool(_plans(group).news)


def _assemble_one(key: str, group: Group, log: Source, people_sheet: Source | None) -> Person:
    live = _live_rows(group, applications := _applications(group, people_sheet))
    newest, details, own = live[0], _details(group), [member for member in group if member.is_own]
    plans, touches, reported = _plans(own), _touches(own), newest_state(map(_state_of, live))
    return Person(
        key=key,
        name=_name(group) or details.company or details.email or details.linkedin,
        place=newest.source.places[newest.number],
        rows=tuple(sorted({member.row for member in group if member.source is log})),
        applications=applications,
        people_row=next((member.row for member in group if member.source is people_sheet), None),
        further_rows=tuple(_further_rows(group, log, people_sheet)),
        touches=touches,
        recorded_on=newest.source.days[newest.entry.position],
        company=details.company,
        email=details.email,
        phone=details.phone,
        linkedin=details.linkedin,
        relationship=details.relationship,
        role=details.role,
        news=plans.news,
        source=details.source,
        referred_by=details.referred_by,
        birthday=details.birthday,
        every_days=details.every_days,
        do_not_contact=bool(details.do_not_contact) or _is_opt_out(group),
        referral_agreed=bool(agreed := details.referral_agreed),
        referral_on=agreed.on if isinstance(agreed, ReadDate) else None,
        **_state_facts(reported, touches),
        follow_ups=plans.follow_ups,
        meetings_ahead=plans.meetings_ahead,
        meeting_times=plans.meeting_times,
        agreed_meeting=_agreed_meeting(newest, plans),
        is_answered=(state := _state_of(newest)) is not None and state.is_answered,
        no_reply=newest.source.no_replies.get(newest.entry.position),
        is_beside=not own,
        promises=plans.promises,
        value_given_on=plans.value_given_on,
        unreadable=_unreadable(own, touches, plans, reported),
    )


def _state_facts(reported: ReportedState | None, touches: Sequence[Touch]) -> dict[str, Any]:
    if reported is None:
        return {"state": _state(reported, touches)}
    return {
        "state": _state(reported, touches),
        "state_place": reported.place,
        "paused_until": reported.paused_until,
        "closed_on": reported.closed_on,
        "closed_by": reported.closed_by,
    }


def _details(group: Group) -> Details:
    return reduce(Details.completed_by, [member.details for member in group])


def _plans(own: Group) -> Plans:
    return reduce(Plans.after, [source.plans[at] for source, at in own if at in source.plans] or [_NO_PLANS])


def _is_opt_out(group: Group) -> bool:
    return any(state is not None and state.is_opt_out for state in map(_state_of, group))


def _agreed_meeting(newest: _Member, plans: Plans) -> Place | None:
    """Return the cell that says a meeting is agreed: that of the newest row, while no meeting has a day."""
    state = _state_of(newest)
    return None if state is None or plans.meetings_ahead else state.agreed_meeting


def _further_rows(group: Group, log: Source, people_sheet: Source | None) -> Iterator[tuple[str, int]]:
    for member in group:
        if member.source is not log and member.source is not people_sheet:
            yield member.source.table.sheet.name, member.row


def _name(group: Group) -> str:
    return next(filter(None, [member.entry.name for member in group]), "")


def _touches(own: Group) -> tuple[Touch, ...]:
    """Return the touches of a person's rows by day, undated last; those of one day in the order of the sheet."""
    in_order = sorted(own, key=_number)
    touches = [touch for source, at in in_order for touch in source.unfolded.touches[at]]
    return tuple(sorted(touches, key=_day))


def _number(member: _Member) -> int:
    return member.number


def _day(touch: Touch) -> dt.date:
    return touch.on or dt.date.max


def _applications(group: Group, people_sheet: Source | None) -> tuple[Application, ...]:
    if not any(member.details.job or member.entry.is_agent for member in group):
        return ()
    return find_applications(
        [
            RowAbout(
                place=member.source.places[member.number],
                job=member.details.job,
                company=member.details.company,
                is_agent=member.entry.is_agent,
                state=_state_of(member),
            )
            for member in group
            if member.source is not people_sheet
        ]
    )


def _live_rows(group: Group, applications: Sequence[Application]) -> Group:
    """Return a person's rows without those of closed applications; all when every application is closed."""
    closed = [each for each in applications if each.is_closed]
    if not 0 < len(closed) < len(applications):
        return group
    return [
        member
        for member in group
        if not any(each.holds(member.source.places[member.number]) for each in closed)
    ]


def _state_of(member: _Member) -> ReportedState | None:
    """Return what a row says about the state of the contact."""
    return member.source.states.get(member.entry.position)


def _state(reported: ReportedState | None, touches: Sequence[Touch]) -> ContactState:
    """Return the state of the contact; "not contacted" is out of date once the row has a touch."""
    if reported is None:
        return "open"
    if reported.state == "not contacted" and any(touch.direction != "unknown" for touch in touches):
        return "open"
    return reported.state


def _unreadable(
    own: Group, touches: Sequence[Touch], plans: Plans, reported: ReportedState | None
) -> Finding | None:
    """Return the finding that leaves nothing to judge the person by: no day, no plan, no closing word."""
    has_day = bool(touches and touches[0].on)  # undated touches are last
    is_settled = reported is not None and reported.state in {"closed", "paused"}
    if has_day or is_settled or plans.follow_ups or plans.meetings_ahead:
        return None
    return next((source.blocked[at] for source, at in own if at in source.blocked), None)
