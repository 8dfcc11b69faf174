"""A sheet's records and everything read of them: what people are put together from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from netsheet.core.columns.column import Column, Remark
from netsheet.core.columns.column_values import Mark, find_cell_faults
from netsheet.core.columns.table import Table
from netsheet.core.findings import build_finding
from netsheet.core.model import DateOrder, Finding, FollowUp, News, Place, Promise, Settings
from netsheet.core.people.answers import (
    Words,
    answers_said,
    ends_said,
    no_replies,
    read_meanings,
    read_replies,
    unfold_answers,
    unfold_rejections,
    unfold_status_answers,
    unfold_unplaced_answers,
)
from netsheet.core.people.commitments import (
    read_gifts,
    read_marks,
    read_news,
    unfold_counts,
    unfold_follow_ups,
    unfold_marks,
    unfold_next_actions,
    unfold_thanks_said,
)
from netsheet.core.people.contact_details import name_columns, read_entries
from netsheet.core.people.contact_states import ReportedState, find_said_in_notes, read_states
from netsheet.core.people.identity import Entry
from netsheet.core.people.month_columns import unfold_months
from netsheet.core.people.named_days import unfold_named_days
from netsheet.core.people.personal import Details, read_details
from netsheet.core.people.promises import read_promises, unfold_kept_promises
from netsheet.core.people.refinements import refine
from netsheet.core.people.touches import (
    find_reversed,
    unfold_applications,
    unfold_dates,
    unfold_last_contacts,
)
from netsheet.core.people.unfolded import Basis, Unfolded, settle_basis
from netsheet.core.people.unsent import find_unsent

_NEEDED = frozenset({"date", "first_contact", "last_contact", "follow_up", "meeting_date", "response_date"})
_BLOCKING = frozenset({
    "unreadable-date", "ambiguous-date-order", "date-without-year", "several-dates", "formula-without-result", "cell-error",
})  # fmt: skip


class Plans(NamedTuple):
    """What rows say the user has to do, or gave: follow-ups, meetings to come, promises, news, the day of a gift."""

    follow_ups: tuple[FollowUp, ...] = ()
    meetings_ahead: tuple[dt.date, ...] = ()
    meeting_times: tuple[dt.datetime, ...] = ()
    promises: tuple[Promise, ...] = ()
    news: tuple[News, ...] = ()
    value_given_on: dt.date | None = None

    def after(self, older: Plans) -> Plans:
        """Return these plans together with those of an older row."""
        gifts = [day for day in (self.value_given_on, older.value_given_on) if day]
        return Plans(
            follow_ups=older.follow_ups + self.follow_ups,
            meetings_ahead=tuple(sorted({*older.meetings_ahead, *self.meetings_ahead})),
            meeting_times=tuple(sorted({*older.meeting_times, *self.meeting_times})),
            promises=older.promises + self.promises,
            news=older.news + self.news,
            value_given_on=max(gifts, default=None),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One sheet's records and everything read of them.

    Attributes:
        entries: who the records are about, the records' own people first; ``details`` and ``places`` (the cell that
            names the person) run parallel to it.
        unfolded: the touches and plans of each record.
        days: the newest day of each record.
        states: what records report about the state of the contact, by position.
        plans: what records say the user has to do or gave, by position.
        blocked: the finding that takes a needed day away from a record, by position.
        orders: how 3/4/2025 is read in each sheet column that may hold days.
        findings: everything on the sheet that could not be read.
    """

    table: Table
    entries: Sequence[Entry]
    details: Sequence[Details]
    places: Sequence[Place]
    unfolded: Unfolded
    days: Sequence[dt.date | None]
    states: Mapping[int, ReportedState]
    plans: Mapping[int, Plans]
    no_replies: Mapping[int, Place]
    blocked: Mapping[int, Finding]
    orders: Mapping[int, DateOrder]
    findings: tuple[Finding, ...]


def read_source(table: Table, *, today: dt.date, settings: Settings) -> Source:
    """Read every touch and plan of a sheet's rows, then what they say about people.

    Each step takes what the ones before it found: whether a word means an answer depends on the answers with a day,
    and a phrase such as "in 6 months" counts from the newest touch of its row.
    """
    basis, findings = settle_basis(table, today=today, settings=settings)
    agreed, agreed_findings = read_marks(basis, table.column_of("referral_agreed"))
    so_far, said = _unfold(basis, agreed)

    entries, entry_findings = read_entries(table)
    details, detail_findings = read_details(basis, entries, referral_agreed=agreed)
    promises, promise_findings = read_promises(basis, so_far)
    so_far = unfold_kept_promises(basis, so_far, promises)
    findings = [
        *find_cell_faults(table),
        *findings,
        *agreed_findings,
        *so_far.findings,
        *find_reversed(basis),
    ]
    states = read_states(basis, so_far, status=said.status, outcome=said.outcome, answers=said.answers)
    notes = find_said_in_notes(basis, so_far, states)
    findings += [*entry_findings, *detail_findings, *promise_findings, *notes]
    return Source(
        table=table,
        entries=entries,
        details=details,
        places=_places(table, entries),
        unfolded=so_far,
        days=[so_far.newest_day(position) for position in range(len(table.rows))],
        states=states,
        plans=_plans(so_far, promises, read_news(basis), read_gifts(basis, so_far)),
        no_replies=said.no_replies,
        blocked=_blocked(table, findings),
        orders=basis.orders,
        findings=tuple(findings),
    )


class _Said(NamedTuple):
    """What the words of the records say, by the position of the record."""

    status: Words
    outcome: Words
    answers: Words
    no_replies: Mapping[int, Place]


def _unfold(basis: Basis, referral_agreed: Sequence[Mark]) -> tuple[Unfolded, _Said]:
    """Read the touches and plans of every row, and what its words say."""
    status, status_findings = read_meanings(basis, "status")
    outcome, outcome_findings = read_meanings(basis, "outcome")
    replies, reply_findings = read_replies(basis)
    unsent, unsent_findings = find_unsent(basis, status, replies)
    findings = [*status_findings, *outcome_findings, *reply_findings, *unsent_findings]

    so_far = Unfolded(touches=((),) * len(basis.table.rows), findings=tuple(findings))
    so_far = unfold_dates(basis, so_far, unsent=unsent)
    so_far = unfold_months(basis, so_far)
    so_far = unfold_applications(basis, so_far, unsent=unsent)
    so_far = unfold_answers(basis, so_far, replies)
    so_far, rejections = unfold_rejections(basis, so_far)
    said = _Said(
        status,
        {**outcome, **rejections},
        {**ends_said(basis), **answers_said(replies)},
        no_replies(basis, replies),
    )
    so_far = unfold_unplaced_answers(basis, so_far)
    so_far = unfold_marks(basis, so_far, referral_agreed=referral_agreed)
    so_far = unfold_last_contacts(basis, unfold_thanks_said(basis, so_far))
    so_far = unfold_counts(basis, unfold_follow_ups(basis, so_far))
    so_far = unfold_named_days(basis, unfold_next_actions(basis, so_far))
    so_far = unfold_status_answers(
        basis, so_far, status=said.status, outcome=said.outcome, answers=said.answers
    )
    return refine(basis, so_far, said[:3]), said


def _plans(
    so_far: Unfolded,
    promises: Mapping[int, Promise],
    news: Mapping[int, News],
    gifts: Mapping[int, dt.date],
) -> Mapping[int, Plans]:
    return {
        position: Plans(
            follow_ups=so_far.follow_ups.get(position, ()),
            meetings_ahead=tuple(sorted(set(so_far.meetings_ahead.get(position, ())))),
            meeting_times=so_far.meeting_times.get(position, ()),
            promises=(promises[position],) if position in promises else (),
            news=(news[position],) if position in news else (),
            value_given_on=gifts.get(position),
        )
        for position in {*so_far.follow_ups, *so_far.meetings_ahead, *promises, *news, *gifts}
    }


def _blocked(table: Table, findings: Sequence[Finding]) -> Mapping[int, Finding]:
    """Return for each record the first finding that takes a needed day away from it."""
    needed = {column.index for column in table.columns if column.field in _NEEDED}
    positions = {row: position for position, row in enumerate(table.rows)} if findings else {}
    blocked: dict[int, Finding] = {}
    for finding in findings:
        place = finding.place
        if place and finding.code in _BLOCKING and place.column in needed and place.row in positions:
            blocked.setdefault(positions[place.row], finding)
    for column in table.columns:
        if column.remark is Remark.MONTH_WITHOUT_YEAR:
            blocked = _month_marks(table, column) | blocked
    return blocked


def _month_marks(table: Table, column: Column) -> dict[int, Finding]:
    """Return the finding of a month without its year for each record with a mark in it.

    The mark was a contact, so a person who has nothing else must not be shown as never contacted.
    """
    finding = build_finding("month-without-year", table.heading_place(column), seen=column.heading.shown)
    return {position: finding for position, _ in table.filled(column)}


def _places(table: Table, entries: Sequence[Entry]) -> list[Place]:
    """Return for each entry the cell that names its person."""
    naming = {slot: _naming_columns(table, slot) for slot in {entry.slot for entry in entries}}
    return [table.place(entry.position, naming[entry.slot][entry.position]) for entry in entries]


def _naming_columns(table: Table, slot: int) -> list[Column]:
    """Return for each record the best column that names one of its people."""
    columns = name_columns(table, slot)
    naming = [columns[0]] * len(table.rows)
    for column in reversed(columns):
        for position, _ in table.filled(column):
            naming[position] = column
    return naming
