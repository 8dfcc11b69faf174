"""What the steps of reading a sheet's rows share: what is settled before them, and what they have found so far.

Both values are frozen. A step takes what was found before it and returns that with its own added, so the order of the
steps can be read in ``sheet_entries.read_source``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from netsheet.core.columns.column import ONCE, Column, Repeat
from netsheet.core.columns.column_values import column_order, finding_at, read_days, read_words
from netsheet.core.columns.table import Table
from netsheet.core.model import (
    MEETINGS,
    Channel,
    DateOrder,
    Direction,
    Finding,
    FollowUp,
    Settings,
    Touch,
    TouchKind,
)
from netsheet.core.values.dates import ReadDate
from netsheet.core.values.told_touches import read_activity, says_nothing_came
from netsheet.core.values.vocabulary import (
    Meaning,
    StatusReader,
    Vocabulary,
    read_channel,
    read_direction,
    status_reader,
)

Item = TypeVar("Item")

_DAY_FIELDS = (
    "date", "first_contact", "meeting_date", "recorded", "date_applied", "connected", "response", "response_type", "response_date",
    "thank_you", "referral_asked", "referral_agreed", "last_contact", "follow_up", "follow_up_done", "promise_by", "promise_done",
    "do_not_contact", "value_given", "is_sent", "declined",
)  # fmt: skip
"""Fields whose cells may hold a day."""
_TOUCH_FIELDS = frozenset({
    "date", "first_contact", "meeting_date", "response", "response_type", "response_date", "follow_up", "follow_up_done", "status", "outcome",
})  # fmt: skip
"""Fields of which several columns may each make a touch."""


class Method(NamedTuple):
    """How a touch was made."""

    channel: Channel | None
    kind: TouchKind
    direction: Direction


class Said(NamedTuple):
    """What a word says, and the column it was read from."""

    meaning: Meaning
    column: Column


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What every step reads a sheet's rows by.

    Attributes:
        date_order: how the user's settings read 3/4/2025; ``orders`` how each column is read, by sheet column.
        words: reads a status, outcome or response word, the user's own words first.
        methods: how each record's touch was made, by the repetition of its columns.
        rows_by_name: the positions of the records of each name.
    """

    table: Table
    today: dt.date
    date_order: DateOrder
    words: StatusReader
    orders: Mapping[int, DateOrder]
    methods: Mapping[Repeat, Sequence[Method]]
    rows_by_name: Mapping[str, Sequence[int]]

    def days(
        self, column: Column, *, words_allowed: bool = False
    ) -> tuple[list[ReadDate | None], list[Finding]]:
        """Read a column of days."""
        words = self.words if words_allowed else None
        return read_days(self.table, column, self.orders[column.index], words=words)

    def touch(
        self, position: int, column: Column, day: ReadDate | None, kind: TouchKind, direction: Direction
    ) -> Touch:
        """Make a touch of a record's cell, in the way of the column's repetition; None as ``day`` for one of unknown day."""
        return Touch(
            on=day.on if day else None,
            at=day.at if day else None,
            direction=direction,
            kind=kind,
            channel=self.methods[column.repeat][position].channel,
            place=self.table.place(position, column),
        )

    def in_future(self, position: int, column: Column, on: dt.date) -> Finding:
        """Build the finding of a day that is still to come, where only past days belong."""
        return finding_at(self.table, "date-in-future", position, column, seen=on.isoformat())


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfolded:
    """What the rows hold, by the position of the record.

    Attributes:
        touches: the touches of each record, in the order in which they were read.
        recorded: each record's own day where nothing was sent on it.
        follow_ups: the user's own follow-up days.
        meetings_ahead: meetings after today.
        meeting_times: the meetings ahead whose time is logged too.
        findings: what could not be read.
    """

    touches: Sequence[tuple[Touch, ...]]
    recorded: Mapping[int, dt.date] = field(default_factory=lambda: MappingProxyType({}))
    follow_ups: Mapping[int, tuple[FollowUp, ...]] = field(default_factory=lambda: MappingProxyType({}))
    meetings_ahead: Mapping[int, tuple[dt.date, ...]] = field(default_factory=lambda: MappingProxyType({}))
    meeting_times: Mapping[int, tuple[dt.datetime, ...]] = field(default_factory=lambda: MappingProxyType({}))
    findings: tuple[Finding, ...] = ()

    def plus(
        self,
        *,
        touches: Mapping[int, Touch] = MappingProxyType({}),
        recorded: Mapping[int, dt.date] = MappingProxyType({}),
        follow_ups: Mapping[int, FollowUp] = MappingProxyType({}),
        meetings_ahead: Mapping[int, dt.date] = MappingProxyType({}),
        meeting_times: Mapping[int, dt.datetime] = MappingProxyType({}),
        findings: Sequence[Finding] = (),
    ) -> Unfolded:
        """Return this with what one column adds: at most one of each to a record. A day already recorded stays."""
        rows = list(self.touches)
        for position, touch in touches.items():
            rows[position] = (*rows[position], touch)
        return Unfolded(
            touches=tuple(rows),
            recorded=MappingProxyType({**recorded, **self.recorded}),
            follow_ups=_appended(self.follow_ups, follow_ups),
            meetings_ahead=_appended(self.meetings_ahead, meetings_ahead),
            meeting_times=_appended(self.meeting_times, meeting_times),
            findings=(*self.findings, *findings),
        )

    def has_touch_on(self, position: int, on: dt.date) -> bool:
        """Whether a record has a touch on a day."""
        return any(touch.on == on for touch in self.touches[position])

    def has_answer(self, position: int) -> bool:
        """Whether a record says that the person answered, or that the two met."""
        return any(
            touch.direction in {"in", "both"} and touch.kind != "automatic reply"
            for touch in self.touches[position]
        )

    def newest_day(self, position: int) -> dt.date | None:
        """Return the day of a record's newest touch, else the day it was written down."""
        days = [touch.on for touch in self.touches[position] if touch.on]
        return max(days) if days else self.recorded.get(position)


def _appended(
    lists: Mapping[int, tuple[Item, ...]], added: Mapping[int, Item]
) -> Mapping[int, tuple[Item, ...]]:
    if not added:
        return lists
    return MappingProxyType({**lists, **{at: (*lists.get(at, ()), item) for at, item in added.items()}})


def settle_basis(table: Table, *, today: dt.date, settings: Settings) -> tuple[Basis, list[Finding]]:
    """Settle how a sheet's days are written, and how its touches were made."""
    orders, order_findings = _decide_orders(table, settings.date_order)
    methods, method_findings = _read_methods(table)
    basis = Basis(
        table=table,
        today=today,
        date_order=settings.date_order,
        words=status_reader(settings.words),
        orders=orders,
        methods=methods,
        rows_by_name=_rows_by_name(table),
    )
    return basis, [*order_findings, *method_findings]


def _rows_by_name(table: Table) -> Mapping[str, Sequence[int]]:
    column = table.column_of("name")
    rows: dict[str, list[int]] = {}
    for position, name in table.filled(column) if column is not None else ():
        rows.setdefault(name, []).append(position)
    return rows


def _decide_orders(table: Table, order: DateOrder) -> tuple[Mapping[int, DateOrder], list[Finding]]:
    """Decide the date order of each column that may hold days: by its own cells, a repeated one by all of its field."""
    orders: dict[int, DateOrder] = {}
    findings: list[Finding] = []
    for name in _DAY_FIELDS:
        columns = table.columns_of(name)
        repeated = [column for column in columns if not column.repeat.is_once]
        groups = [([column], [column]) for column in columns if column.repeat.is_once]
        for decided, evidence in [*groups, (repeated, columns)] if repeated else groups:
            found, faults = column_order(table, evidence, order)
            findings += faults
            orders |= dict.fromkeys((column.index for column in decided), found)
    return MappingProxyType(orders), findings


def _read_methods(table: Table) -> tuple[Mapping[Repeat, Sequence[Method]], list[Finding]]:
    """Read how each record's touches were made, from the channel, kind and direction columns of each repetition."""
    repeats = {ONCE, *(column.repeat for column in table.columns if column.field in _TOUCH_FIELDS)}
    channels, channel_faults = _words_by_repeat(table, "channel", read_channel, repeats)
    kinds, kind_faults = _words_by_repeat(table, "kind", _read_kind_of_touch, repeats)
    directions, direction_faults = _words_by_repeat(table, "direction", read_direction, repeats)
    methods = {
        repeat: tuple(map(_settle_method, channels[repeat], kinds[repeat], directions[repeat]))
        for repeat in repeats
    }
    return MappingProxyType(methods), [*channel_faults, *kind_faults, *direction_faults]


def _read_kind_of_touch(text: str) -> tuple[TouchKind, Direction] | None:
    """Read what a touch was; on a day on which nothing came ("no reply yet") it was none, see ``unsent``."""
    return read_activity(text) or (("message", "unknown") if says_nothing_came(text) else None)


def _words_by_repeat(
    table: Table, name: Vocabulary, read: Callable[[str], Item | None], repeats: Iterable[Repeat]
) -> tuple[Mapping[Repeat, Sequence[Item | None]], list[Finding]]:
    """Read a word column of each repetition; a repetition without its own shares the column that comes once."""
    nothing: Sequence[Item | None] = [None] * len(table.rows)
    words: dict[int, Sequence[Item | None]] = {}
    by_repeat: dict[Repeat, Sequence[Item | None]] = {}
    findings: list[Finding] = []
    for repeat in repeats:
        column = table.column_of(name, repeat=repeat) or table.column_of(name)
        if column and column.index not in words:
            words[column.index], faults = read_words(table, column, name, read)
            findings += faults
        by_repeat[repeat] = words[column.index] if column else nothing
    return by_repeat, findings


@cache
def _settle_method(
    channel: tuple[Channel, TouchKind | None] | None,
    kind: tuple[TouchKind, Direction] | None,
    direction: Direction | None,
) -> Method:
    how, implied = channel or (None, None)
    is_plain = kind is None or (kind == ("message", "out") and implied == "invitation")
    what: TouchKind = kind[0] if kind and not is_plain else implied or "message"
    who: Direction = direction or (kind[1] if kind else "both" if what in MEETINGS else "out")
    if what == "message" and who == "in":
        what = "reply"
    elif what == "reply" and who == "out":
        what = "message"
    elif what == "call":
        how = how or "phone"
    return Method(channel=how, kind=what, direction=who)
