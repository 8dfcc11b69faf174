"""People, touches and first messages as pandas frames: what the numbers are counted from, and what notebooks get.

``FRAMES`` is the one table of their columns: docs/python.md is generated from it. A frame is never changed after it
is made; to change one, make a copy.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, get_args

from netsheet.core.followups.due import Group
from netsheet.core.followups.referrals import find_referrers
from netsheet.core.followups.touch_order import in_order
from netsheet.core.model import (
    ActionKind,
    Channel,
    ContactState,
    Direction,
    Intent,
    Mood,
    Person,
    Relationship,
    Settings,
    Severity,
    Touch,
    TouchKind,
)
from netsheet.core.month_names import WEEKDAYS
from netsheet.core.numbers.openings import PERSONALISED, TIMES_OF_DAY, WARMTH, Outcome, compute_openings
from netsheet.core.numbers.rates import Verdict
from netsheet.core.touch_facts import TouchFacts, TouchRole, facts_of

if TYPE_CHECKING:
    import pandas as pd

DType = Literal[
    "string",
    "category",
    "datetime64[s]",
    "timedelta64[s]",
    "bool",
    "boolean",
    "int64",
    "Int64",
    "float64",
]
FrameName = Literal["people", "standings", "touches", "openings", "due", "findings", "rates"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a frame.

    Attributes:
        name: its name.
        dtype: its type; "boolean" and "Int64" are the ones that can be missing.
        meaning: what it holds, with its unit; for the documentation.
        words: the words a category can hold, in their order; None when they are the user's own.
        path: where the value is found in what a row is made of; the name when empty.
    """

    name: str
    dtype: DType
    meaning: str
    words: tuple[str, ...] | None = None
    path: str = ""

    @property
    def read(self) -> Callable[[Any], Any]:
        """Get the value for a row."""
        return attrgetter(self.path or self.name)


_WHO: Final = Column("person", "string", "the person's key, the same in every frame", path="person.key")


def _where(place: str) -> tuple[Column, Column]:
    """Say where something was read from; ``place`` is the path to it."""
    return (
        Column("sheet", "category", "the sheet it was read from", path=f"{place}.sheet"),
        Column("row", "int64", "its row there, as Excel numbers them", path=f"{place}.row"),
    )


FRAMES: Final[Mapping[FrameName, tuple[Column, ...]]] = {
    "people": (
        Column("person", "string", "the person's key, the same in every frame", path="key"),
        Column("name", "string", "as you wrote it; the company where a row names nobody"),
        Column("company", "string", "as you wrote it"),
        Column("email", "string", "e-mail address"),
        Column("phone", "string", "as you wrote it"),
        Column("linkedin", "string", "LinkedIn address"),
        Column("relationship", "category", "how well you know each other", get_args(Relationship)),
        Column("source", "string", "where you know them from"),
        Column("referred_by", "string", "who sent you to them"),
        Column("do_not_contact", "bool", "you asked netsheet to leave them alone"),
        Column("state", "category", "what your own status word says", get_args(ContactState)),
        Column("paused_until", "datetime64[s]", "the day you put them off to"),
        Column("closed_on", "datetime64[s]", "the day you closed them"),
        Column("every_days", "Int64", "how often you want to be in touch, in days"),
        Column("referral_agreed", "bool", "they agreed to refer you"),
        Column("referral_on", "datetime64[s]", "the day they did"),
        Column("value_given_on", "datetime64[s]", "the day you gave them something, where the row says so"),
        *_where("place"),
    ),
    "standings": (
        _WHO,
        Column("status", "category", "the word that the sheet shows"),
        Column("next_step", "string", "what to do next"),
        Column("due", "datetime64[s]", "the day it is due"),
        Column("why", "string", "the reason, in one sentence"),
        Column("last_contact_on", "datetime64[s]", "the latest contact", path="history.last_contact_on"),
        Column("touch_count", "int64", "how often you were in touch", path="history.touch_count"),
    ),
    "touches": (
        _WHO,
        Column("on", "datetime64[s]", "the day; missing where only the fact is known", path="touch.on"),
        Column("at", "timedelta64[s]", "the time of day, since midnight", path="at"),
        Column("direction", "category", "who wrote: out is you", get_args(Direction), "touch.direction"),
        Column("kind", "category", "what it was", get_args(TouchKind), "touch.kind"),
        Column("role", "category", "what it does between you two", get_args(TouchRole), "facts.role"),
        Column("channel", "category", "how", get_args(Channel), "touch.channel"),
        Column("intent", "category", "what it was for", get_args(Intent), "touch.intent"),
        Column("response_type", "category", "how they answered", get_args(Mood), "touch.response_type"),
        Column("template", "category", "your name for the approach", path="touch.template"),
        Column("subject", "string", "the subject line", path="touch.subject"),
        Column("personal", "boolean", "it had a personal detail", path="touch.personal"),
        Column("asks_reply", "bool", "an answer to it would be usual", path="facts.asks_reply"),
        Column("is_from_user", "bool", "you wrote or called", path="facts.is_from_user"),
        Column(
            "ends_thread", "bool", "it answers: they wrote, or you were together", path="facts.ends_thread"
        ),
        Column("is_conversation", "bool", "you met or spoke", path="facts.is_conversation"),
        Column("gives", "bool", "you gave something", path="facts.gives"),
        Column("asks", "bool", "you asked for something", path="facts.asks"),
        Column("nurtures", "bool", "you looked after the tie", path="facts.nurtures"),
        *_where("touch.place"),
    ),
    "openings": (
        _WHO,
        Column(
            "opened_on", "datetime64[s]", "the day of the first message; where unknown, the latest it can be"
        ),
        Column("first_contact_on", "datetime64[s]", "the day of the first message of all to this person"),
        Column("outcome", "category", "what became of it", get_args(Outcome)),
        Column("is_past_window", "bool", "the reply window is over"),
        Column(
            "days_to_reply",
            "Int64",
            "days to the first reply; missing without one, or where a day is unknown",
        ),
        Column("watched_days", "int64", "days to the reply, or for how long there was none"),
        Column("nudge_count", "int64", "reminders before the answer"),
        Column("channel", "category", "how", get_args(Channel), "first.channel"),
        Column("template", "category", "your name for the approach"),
        Column("subject", "category", "the subject line"),
        Column("weekday", "category", "of the first message", WEEKDAYS),
        Column("time_of_day", "category", "of the first message", TIMES_OF_DAY),
        Column(
            "relationship",
            "category",
            "how well you know each other",
            get_args(Relationship),
            "person.relationship",
        ),
        Column(
            "warmth",
            "category",
            "warm: close or warm under Relationship, referred, or heard from before",
            WARMTH,
        ),
        Column("personalised", "category", "whether it had a personal detail", PERSONALISED),
        Column("source", "category", "where you know them from"),
        *_where("first.place"),
    ),
    "due": (
        _WHO,
        Column("name", "string", "as you wrote it", path="person.name"),
        Column("company", "string", "as you wrote it", path="person.company"),
        Column("group", "category", "when it is due", get_args(Group)),
        Column("action", "category", "what is due", get_args(ActionKind), "action.kind"),
        Column("status", "category", "the word that the sheet shows"),
        Column("next_step", "string", "what to do", path="action.next_step"),
        Column("due", "datetime64[s]", "the day; missing where there is none", path="action.due"),
        Column("days_overdue", "int64", "calendar days since then, 0 until it has passed"),
        Column("why", "string", "the reason, in one sentence", path="action.why"),
        Column("channel", "category", "how to get in touch", get_args(Channel), "action.channel"),
        *_where("action.place"),
    ),
    "findings": (
        Column("code", "category", "its stable name; docs/findings.md explains each", path="finding.code"),
        Column("severity", "category", "how serious it is", get_args(Severity), "finding.severity"),
        Column("message", "string", "what was found, in one sentence", path="finding.message"),
        Column("hint", "string", "what to type instead", path="finding.hint"),
        Column(
            "sheet", "category", "the sheet; missing for one about the whole workbook", path="place.sheet"
        ),
        Column("row", "Int64", "its row there, as Excel numbers them", path="place.row"),
        Column("cell", "string", "the address of the cell: C7", path="place.address"),
    ),
    "rates": (
        Column("value", "string", "the channel, template, weekday ..."),
        Column("sent", "int64", "first messages: matured, waiting and bounced together"),
        Column("matured", "int64", "old enough to count: answered, or past the reply window"),
        Column("replied", "int64", "answered; a no is an answer"),
        Column("waiting", "int64", "still inside the reply window"),
        Column("bounced", "int64", "came back"),
        Column("rate", "float64", "replied / matured, 0-1; missing below 5 matured"),
        Column("low", "float64", "the lower end of its 95 % interval"),
        Column("high", "float64", "the upper end of its 95 % interval"),
        Column("verdict", "category", "against all others together", get_args(Verdict)),
        Column("need_more", "Int64", "about how many more of each would settle it"),
        Column("others_replied", "int64", "answered, of all others together"),
        Column("others_matured", "int64", "old enough to count, of all others together"),
    ),
}
"""The columns of every frame."""


class _Touched(NamedTuple):
    person: Person
    touch: Touch
    facts: TouchFacts

    @property
    def at(self) -> int | None:
        at = self.touch.at
        return None if at is None else (at.hour * 60 + at.minute) * 60 + at.second


@dataclass(frozen=True, slots=True, kw_only=True)
class Frames:
    """What the numbers are counted from, as of one day; see ``FRAMES`` for the columns.

    Attributes:
        referrers: the keys of those whom another person's row names as "referred by", with the last day on which the user
            first got in touch with somebody they led to; None where no such day is known.
    """

    people: pd.DataFrame
    touches: pd.DataFrame
    openings: pd.DataFrame
    referrers: Mapping[str, dt.date | None]


def build_frames(people: Sequence[Person], *, today: dt.date, settings: Settings) -> Frames:
    """Make the frames of a log, in the order of the people; touches up to ``today``, in the order they happened."""
    touched = (
        _Touched(person, touch, facts_of(touch))
        for person in people
        for touch in in_order(person.touches, today)
    )
    return Frames(
        people=build_frame("people", people),
        touches=build_frame("touches", touched),
        openings=build_frame("openings", compute_openings(people, today=today, settings=settings)),
        referrers=_find_last_led(people),
    )


def _find_last_led(people: Sequence[Person]) -> dict[str, dt.date | None]:
    """Find who led the user to somebody, and when the user got in touch with the last of these."""
    referrers = find_referrers(people, people)
    led: dict[str, dt.date | None] = {}
    for person in people if referrers else ():
        referrer = referrers.get(person.key, "")
        if referrer not in {"", person.key}:
            first_on = min((touch.on for touch in person.touches if touch.on is not None), default=None)
            led[referrer] = max(filter(None, (led.get(referrer), first_on)), default=None)
    return led


def build_frame(name: FrameName, rows: Iterable[object]) -> pd.DataFrame:
    """Make a frame of what its rows are made of; a text that is empty is missing."""
    import pandas as pd

    rows = list(rows)
    columns = FRAMES[name]
    return pd.DataFrame(
        {column.name: _array(column, list(map(column.read, rows))) for column in columns}, copy=False
    )


def _array(column: Column, values: list[Any]) -> Any:  # noqa: ANN401  an array of numpy or pandas
    import numpy as np
    import pandas as pd

    match column.dtype:
        case "category":
            return pd.Categorical(values, categories=column.words)
        case "datetime64[s]" | "timedelta64[s]":
            scalar = np.datetime64 if column.dtype == "datetime64[s]" else np.timedelta64
            # Each different value is converted once, since there are few of them.
            known = {value: scalar("NaT" if value is None else value, "s") for value in set(values)}
            return np.array([known[value] for value in values], dtype=column.dtype)
        case "string":
            return pd.array([value or None for value in values], dtype=column.dtype)
    return pd.array(values, dtype=column.dtype)


def is_between(days: pd.Series[pd.Timestamp], first_on: dt.date | None, last_on: dt.date) -> pd.Series[bool]:
    """Say which days lie between two, both included; a missing one never does."""
    import pandas as pd

    is_so = days <= pd.Timestamp(last_on)
    return is_so if first_on is None else is_so & (days >= pd.Timestamp(first_on))
