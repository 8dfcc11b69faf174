"""People for the follow-up tests, told as sentences: ``a_person().wrote("3 Mar").they_replied("5 Mar")``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Self

from netsheet.core.calendar import Break, calendar_of
from netsheet.core.followups.remembered import Remembered
from netsheet.core.followups.rules import compute_standings
from netsheet.core.followups.standing import Standing
from netsheet.core.model import (
    Channel,
    Direction,
    FollowUp,
    Mood,
    Person,
    Place,
    Promise,
    Settings,
    Touch,
    TouchKind,
)


def on(text: str) -> dt.date:
    """Read "3 Mar" as a day of 2026, "3 Mar 2025" as written."""
    whole = text if text[-4:].isdecimal() else f"{text} 2026"
    return dt.datetime.strptime(whole, "%d %b %Y").date()


class Teller:
    """Collects what happened with one person. Every touch has a row of its own unless it is said to share one."""

    def __init__(self, name: str = "Ana Silva") -> None:
        self.name = name
        self.facts: dict[str, Any] = {}
        self.touches: list[Touch] = []
        self.promises: list[Promise] = []
        self.follow_ups: list[FollowUp] = []
        self.row = 1

    def touch(self, day: str, direction: Direction, kind: TouchKind, **more: object) -> Self:
        """Add a touch; ``same_row`` puts it beside the one before, ``more`` are further facts of a touch."""
        facts: dict[str, Any] = dict(more)
        self.row += not facts.pop("same_row", False)
        when = on(day) if day else None
        self.touches.append(Touch(on=when, direction=direction, kind=kind, place=self.place(4), **facts))
        return self

    def place(self, column: int) -> Place:
        return Place(sheet="Log", row=max(self.row, 2), column=column)

    def wrote(self, day: str, *, by: Channel | None = "e-mail", **more: object) -> Self:
        return self.touch(day, "out", "message", channel=by, **more)

    def they_replied(
        self,
        day: str = "",
        mood: Mood | None = None,
        **more: object,
    ) -> Self:
        return self.touch(day, "in", "reply", response_type=mood, **more)

    def met(self, day: str, kind: TouchKind = "meeting", **more: object) -> Self:
        return self.touch(day, "both", kind, **more)

    def thanked(self, day: str = "", **more: object) -> Self:
        return self.touch(day, "out", "thanks", **more)

    def last_contact(self, day: str, **more: object) -> Self:
        return self.touch(day, "unknown", "message", **more)

    def bounced(self, day: str, **more: object) -> Self:
        return self.touch(day, "in", "bounce", **more)

    def invited(self, day: str, **more: object) -> Self:
        return self.touch(day, "out", "invitation", channel="LinkedIn", **more)

    def they_accepted(self, day: str = "", **more: object) -> Self:
        return self.touch(day, "in", "acceptance", channel="LinkedIn", **more)

    def they_said_not_now(self, day: str = "", **more: object) -> Self:
        return self.they_replied(day, "not now", **more)

    def got_automatic_reply(self, day: str = "", *, until: str = "", **more: object) -> Self:
        return self.touch(day, "in", "automatic reply", until=on(until) if until else None, **more)

    def snoozed(self, day: str, *, taken: str) -> Self:
        place = Place(sheet="Netsheet History", row=2, column=3)
        self.follow_ups.append(FollowUp(on=on(day), snoozed_on=on(taken), place=place))
        return self

    def promised(self, text: str, *, by: str = "", made: str = "", done: bool = False) -> Self:
        promise = Promise(
            text=text,
            place=self.place(9),
            by=on(by) if by else None,
            made_on=on(made) if made else None,
            is_done=done,
        )
        self.promises.append(promise)
        return self

    def to_follow_up(
        self, day: str, *, set_on: str = "", note: str = "", done: bool = False, same_row: bool = False
    ) -> Self:
        """Add a follow-up date; ``same_row`` puts it into the row of the first touch, where promises are."""
        self.row = 1 if same_row else self.row
        follow_up = FollowUp(
            on=on(day),
            place=self.place(8),
            set_on=on(set_on) if set_on else None,
            note=note,
            is_done=done,
        )
        self.follow_ups.append(follow_up)
        return self

    def who(self, **facts: object) -> Self:
        self.facts.update(facts)
        return self

    def person(self) -> Person:
        rows = tuple(range(2, max(self.row, 2) + 1))
        by_day = sorted(self.touches, key=lambda touch: touch.on or dt.date.max)
        facts = {"key": f"n:{self.name.casefold()}", "name": self.name, **self.facts}
        return Person(
            place=self.place(1),
            rows=rows,
            touches=tuple(by_day),
            promises=tuple(self.promises),
            follow_ups=tuple(self.follow_ups),
            **facts,
        )


def a_person(name: str = "Ana Silva") -> Teller:
    return Teller(name)


def standings(
    people: Sequence[Teller | Person],
    today: str | dt.date,
    breaks: Sequence[Break] = (),
    remembered: Remembered | None = None,
    **settings: object,
) -> tuple[Standing, ...]:
    """Judge people on a day; ``remembered`` is what earlier refreshes saw of the first one."""
    changes: dict[str, Any] = dict(settings)
    chosen = replace(Settings(), **changes)
    judged = [person.person() if isinstance(person, Teller) else person for person in people]
    return compute_standings(
        judged,
        today=on(today) if isinstance(today, str) else today,
        settings=chosen,
        calendar=calendar_of(chosen, breaks),
        remembered={judged[0].key: remembered} if remembered else None,
    )


def standing(
    person: Teller | Person,
    today: str | dt.date,
    breaks: Sequence[Break] = (),
    remembered: Remembered | None = None,
    **settings: object,
) -> Standing:
    return standings([person], today, breaks, remembered, **settings)[0]
