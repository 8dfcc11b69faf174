"""Give and ask: how often a person was asked since something was last given.

The count never keeps anyone from writing; the next draft offered is only a giving one.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from netsheet.core.model import Person
from netsheet.core.touch_facts import facts_of

ASKS_IN_A_ROW: Final = 2
"""After this many asks with nothing given between, giving comes first."""


def count_asks_in_a_row(person: Person, *, today: dt.date) -> int:
    """Count the user's asks up to ``today`` since something was last given.

    On one day, asks count before what was given. What has no day comes last.
    """
    happened = [
        (touch.on or dt.date.max, facts_of(touch))
        for touch in person.touches
        if touch.on is None or touch.on <= today
    ]
    given = [on for on, facts in happened if facts.gives]
    if person.value_given_on is not None and person.value_given_on <= today:
        given.append(person.value_given_on)
    last_given_on = max(given, default=dt.date.min)
    return sum(on > last_given_on for on, facts in happened if facts.asks)


def is_give_first(person: Person, *, today: dt.date) -> bool:
    """Whether the last two or more asks had nothing given between or after them."""
    return count_asks_in_a_row(person, today=today) >= ASKS_IN_A_ROW
