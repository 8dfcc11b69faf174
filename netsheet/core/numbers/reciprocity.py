"""Give and ask: how the balance with each person stands.

One responsibility: counting what was given and asked for. It never keeps anyone from writing; the next draft offered
is only a giving one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from netsheet.core.model import Person

ASKS_IN_A_ROW: Final = 2
"""After this many asks with nothing given between, giving comes first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonBalance:
    """What went to one person.

    Attributes:
        given, asked: how often.
        asks_in_a_row: asks since something was last given.
    """

    person: str
    given: int
    asked: int
    asks_in_a_row: int

    @property
    def is_give_first(self) -> bool:
        """Whether something given would be a good next step before another ask."""
        return self.asks_in_a_row >= ASKS_IN_A_ROW


def compute_balances(people: Iterable[Person], *, today: dt.date) -> tuple[PersonBalance, ...]:
    """Count for each person, in the order given."""
    return tuple(compute_person_balance(person, today=today) for person in people)


def compute_person_balance(person: Person, *, today: dt.date) -> PersonBalance:
    """Count the user's giving and asking touches up to ``today``, and the logged day of something given.

    On one day, asks count before what was given.
    """
    given = asked = in_a_row = 0
    for intent in _moves(person, today):
        if intent == "give":
            given += 1
            in_a_row = 0
        else:
            asked += 1
            in_a_row += 1
    return PersonBalance(person=person.key, given=given, asked=asked, asks_in_a_row=in_a_row)


def is_give_first(person: Person, *, today: dt.date) -> bool:
    """Whether the last two or more asks had nothing given between or after them."""
    return compute_person_balance(person, today=today).is_give_first


def compute_totals(balances: Iterable[PersonBalance]) -> dict[Literal["given", "asked"], int]:
    """Add up everyone's balance."""
    given = asked = 0
    for balance in balances:
        given += balance.given
        asked += balance.asked
    return {"given": given, "asked": asked}


def _moves(person: Person, today: dt.date) -> list[Literal["give", "ask"]]:
    """Tell the gives and asks in the order of their days; undated ones come last, as the log has them."""
    moves: list[tuple[dt.date, int, Literal["give", "ask"]]] = []
    gave_on = person.value_given_on
    for touch in person.touches:
        if touch.intent not in {"give", "ask"} or touch.direction == "in":
            continue
        on = touch.on if touch.on is not None else dt.date.max
        if touch.on is None or on <= today:
            moves.append(
                (on, 1 if touch.intent == "give" else 0, "give" if touch.intent == "give" else "ask")
            )
        if touch.intent == "give" and touch.on == gave_on:
            gave_on = None
    if gave_on is not None and gave_on <= today:
        moves.append((gave_on, 1, "give"))
    return [move for _, _, move in sorted(moves)]
