"""Rows to touches: every dated contact of a row, however the log spreads them over its columns.

One responsibility: to unfold the days of contacts. Each touch knows the cell it was read from. Days after today
are plans, not touches. Answers are added in ``answers``, follow-ups and marks in ``plans``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from netsheet.core.columns import column_values
from netsheet.core.columns.column import ONCE, Column, Remark, Repeat
from netsheet.core.columns.headings import verb_of_heading
from netsheet.core.columns.table import Table
from netsheet.core.model import (
    MEETINGS,
    Channel,
    DateOrder,
    Direction,
    FollowUp,
    Intent,
    Place,
    Touch,
    TouchKind,
)
from netsheet.core.values.dates import ReadDate, read_date
from netsheet.core.values.vocabulary import Meaning, read_channel, read_direction, read_intent, read_kind

Way = tuple[Channel | None, TouchKind, Direction]
"""How a touch was made: channel, kind, direction."""

_SAYS_SENT = frozenset({
    "sent", "contacted", "emailed", "messaged", "called", "outreach", "gesendet", "kontaktiert", "angeschrieben", "envoi", "envoye",
    "envoyee", "contacte", "envio", "enviado", "contactado", "invio", "inviato", "verzonden", "wyslania", "wyslano",
})  # fmt: skip
_HEADING_KINDS: tuple[tuple[str, TouchKind], ...] = (
    ("informational", "interview"),
    ("call", "call"),
    ("event", "event"),
    ("demo", "meeting"),
)


@dataclass(slots=True, kw_only=True)
class Unfolded:
    """What the rows hold, by the position of the record; the accumulator of the unfolding.

    Attributes:
        touches: the touches of each record, in the order of its columns; ``add`` puts one behind the others.
        recorded: each record's own day where nothing was sent on it.
        status: the meaning of each status word and its column; ``outcome`` and ``answers`` likewise.
        follow_ups: the user's own follow-up days.
        meetings_ahead: meetings after today.
    """

    table: Table
    today: dt.date
    date_order: DateOrder
    touches: list[tuple[Touch, ...]]
    recorded: dict[int, dt.date] = field(default_factory=dict)
    status: dict[int, tuple[Meaning, Column]] = field(default_factory=dict)
    outcome: dict[int, tuple[Meaning, Column]] = field(default_factory=dict)
    answers: dict[int, tuple[Meaning, Column]] = field(default_factory=dict)
    follow_ups: dict[int, list[FollowUp]] = field(default_factory=dict)
    meetings_ahead: dict[int, list[dt.date]] = field(default_factory=dict)

    def add(self, position: int, touch: Touch) -> None:
        """Add a touch to a record's."""
        self.touches[position] += (touch,)

    def order(self, column: Column) -> DateOrder:
        """Decide the date order of a column, once; the columns of a repeated field decide together."""
        orders = self.table.orders
        if column.index not in orders:
            group = self.table.columns_of(column.field or "") if not column.repeat.is_once else [column]
            order = column_values.column_order(self.table, group, self.date_order)
            orders.update(dict.fromkeys((member.index for member in group), order))
        return orders[column.index]

    def days(self, column: Column, *, words_allowed: bool = False) -> list[ReadDate | None]:
        """Read a column of days."""
        return column_values.read_days(self.table, column, self.order(column), words_allowed=words_allowed)

    def is_ahead(self, position: int, column: Column, day: ReadDate) -> bool:
        """Whether a day is still to come, where only past days belong; says so."""
        if day.on <= self.today:
            return False
        column_values.report(self.table, "date-in-future", position, column, seen=day.on.isoformat())
        return True

    def newest_day(self, position: int) -> dt.date | None:
        """Return the day of a record's newest touch, else the day it was written down."""
        touches = self.touches[position]
        if len(touches) == 1 and touches[0].on:
            return touches[0].on
        days = [touch.on for touch in touches if touch.on]
        return max(days) if days else self.recorded.get(position)


def start_unfolding(table: Table, *, today: dt.date, order: DateOrder) -> Unfolded:
    """Begin with empty rows."""
    return Unfolded(table=table, today=today, date_order=order, touches=[()] * len(table.rows))


def unfold_dates(found: Unfolded) -> None:
    """Add the touches of every column that holds days of contacts, the latest contact excepted."""
    table = found.table
    personal = _personal(table)
    for column in table.columns_of("date"):
        if column.remark is Remark.TICKS:
            _add_ticks(found, column)
        elif not column.month:
            _add_dates(found, column, personal)
    for column in table.columns_of("first_contact"):
        _add_days(found, column, ways_of(table, column.repeat))
    for column in table.columns_of("meeting_date"):
        _add_meetings(found, column)
    for name in ("recorded", "date_applied", "connected"):
        for column in table.columns_of(name):
            _add_recorded(found, column)


def unfold_last_contacts(found: Unfolded) -> None:
    """Add the latest contact of each row, where no other cell of the row tells of the same day."""
    for name in ("connected", "last_contact"):
        kind: TouchKind = "social" if name == "connected" else "message"
        for column in found.table.columns_of(name):
            ways: list[Way] = [(channel, kind, "unknown") for channel, _, _ in ways_of(found.table, ONCE)]
            _add_days(found, column, ways)


def _personal(table: Table) -> Sequence[bool | None]:
    details = table.texts_of("details")
    return [bool(text) for text in details] if details else [None] * len(table.rows)


def _texts(table: Table, name: str, repeat: Repeat) -> Sequence[str | None]:
    column = table.column_of(name, repeat=repeat)
    return [text or None for text in table.texts(column)] if column else [None] * len(table.rows)


def _intents(table: Table, repeat: Repeat) -> Sequence[Intent | None]:
    column = table.column_of("intent", repeat=repeat)
    return (
        column_values.read_words(table, column, "intent", read_intent) if column else [None] * len(table.rows)
    )


def ways_of(table: Table, repeat: Repeat) -> Sequence[Way]:
    """Return how each row's touch was made, from the channel, kind and direction columns of a repetition."""
    if repeat not in table.ways:
        channel, kind, direction = (
            table.column_of(name, repeat=repeat) or table.column_of(name)
            for name in ("channel", "kind", "direction")
        )
        nothing = [None] * len(table.rows)
        channels = column_values.read_words(table, channel, "channel", read_channel) if channel else nothing
        kinds = column_values.read_words(table, kind, "kind", read_kind) if kind else nothing
        directions: Sequence[Direction | None] = nothing
        if direction:
            directions = column_values.read_words(table, direction, "direction", read_direction)
        cells = list(zip(channels, kinds, directions, strict=True))
        settled = {cell: _settle_way(*cell) for cell in set(cells)}
        table.ways[repeat] = [settled[cell] for cell in cells]
    return table.ways[repeat]


def _ways_of_days(table: Table, column: Column) -> Sequence[Way]:
    """Return how each touch of a date column was made: "Called on" tells the channel where nothing else does."""
    ways = ways_of(table, column.repeat)
    verb = verb_of_heading(column.heading)
    if verb is None or verb[1] is None:
        return ways
    is_own = not column.repeat.is_once
    return [(verb[1] if is_own else channel or verb[1], kind, direction) for channel, kind, direction in ways]


def _settle_way(
    channel: tuple[Channel, TouchKind | None] | None,
    kind: tuple[TouchKind, Direction] | None,
    direction: Direction | None,
) -> Way:
    how, implied = channel or (None, None)
    what: TouchKind = kind[0] if kind else implied or "message"
    who: Direction = direction or (kind[1] if kind else "both" if what in MEETINGS else "out")
    if what == "message" and who == "in":
        what = "reply"
    elif what == "reply" and who == "out":
        what = "message"
    return how, what, who


def _add_dates(found: Unfolded, column: Column, personal: Sequence[bool | None]) -> None:
    """Add a date column's touches, with everything that is logged about them."""
    table, days = found.table, found.days(column)
    ways, intents = _ways_of_days(table, column), _intents(table, column.repeat)
    templates, subjects = (_texts(table, name, column.repeat) for name in ("template", "subject"))
    says_sent = not _SAYS_SENT.isdisjoint(column.heading.words) or not column.repeat.is_once
    unsent = set() if says_sent else _not_contacted(found)
    touches, today, sheet, index = found.touches, found.today, table.sheet.name, column.index
    rows = zip(table.rows, days, ways, intents, templates, subjects, personal, strict=True)
    for position, (row, day, way, intent, template, subject, is_personal) in enumerate(rows):
        if day is None:
            continue
        if day.on > today:
            _plan(found, position, column, day, way)
        elif position in unsent:
            found.recorded[position] = day.on
        else:
            channel, kind, direction = way
            place = Place(sheet, row, index)
            touches[position] += (
                Touch(
                    day.on,
                    direction,
                    kind,
                    place,
                    day.at,
                    channel,
                    intent,
                    None,
                    template,
                    subject,
                    is_personal,
                ),
            )


def _add_ticks(found: Unfolded, column: Column) -> None:
    """Add an undated message for each yes, or a dated one for a day, in a column that only tells whether the user wrote."""
    ways = _ways_of_days(found.table, column)
    for position, mark in enumerate(column_values.read_marks(found.table, column, found.order(column))):
        if mark is True or (isinstance(mark, ReadDate) and not found.is_ahead(position, column, mark)):
            on = mark.on if isinstance(mark, ReadDate) else None
            channel, kind, direction = ways[position]
            place = found.table.place(position, column)
            found.add(position, Touch(on, direction, kind, place, channel=channel))


def _not_contacted(found: Unfolded) -> set[int]:
    """Return the records whose status says that nothing has been sent."""
    return {at for at, (meaning, _) in found.status.items() if meaning.standpoint == "not contacted"}


def _plan(found: Unfolded, position: int, column: Column, day: ReadDate, way: Way) -> None:
    """Keep a day to come: a meeting is ahead, anything else has not happened."""
    if way[1] in MEETINGS:
        found.meetings_ahead.setdefault(position, []).append(day.on)
    else:
        found.is_ahead(position, column, day)


def _add_days(found: Unfolded, column: Column, ways: Sequence[Way]) -> None:
    """Add plain touches, where the row has none on that day yet."""
    place = found.table.place
    for position, day in enumerate(found.days(column)):
        if day is None or found.is_ahead(position, column, day):
            continue
        if any(touch.on == day.on for touch in found.touches[position]):
            continue
        channel, kind, direction = ways[position]
        found.add(
            position,
            Touch(
                on=day.on,
                at=day.at,
                direction=direction,
                kind=kind,
                channel=channel,
                place=place(position, column),
            ),
        )


def _add_meetings(found: Unfolded, column: Column) -> None:
    words = column.heading.words
    kind: TouchKind = next((kind for word, kind in _HEADING_KINDS if word in words), "meeting")
    ways = ways_of(found.table, column.repeat)
    for position, day in enumerate(found.days(column, words_allowed=True)):
        if day is None:
            continue
        if day.on > found.today:
            found.meetings_ahead.setdefault(position, []).append(day.on)
            continue
        is_logged = any(touch.on == day.on and touch.kind in MEETINGS for touch in found.touches[position])
        if not is_logged:
            touch = Touch(
                on=day.on,
                at=day.at,
                direction="both",
                kind=kind,
                channel=ways[position][0],
                place=found.table.place(position, column),
            )
            found.add(position, touch)


def _add_recorded(found: Unfolded, column: Column) -> None:
    days = found.days(column) if column.field != "connected" else _quiet_days(found, column)
    for position, day in enumerate(days):
        if day is not None:
            found.recorded.setdefault(position, day.on)


def _quiet_days(found: Unfolded, column: Column) -> list[ReadDate | None]:
    """Read days without reporting: the column is read, and reported, once more as touches."""
    order = found.order(column)
    read = (read_date(value, order=order) for value in found.table.values(column))
    return [day if isinstance(day, ReadDate) else None for day in read]
