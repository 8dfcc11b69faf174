"""Give and ask: how often a person was asked since something was last given.

One responsibility: that count. It never keeps anyone from writing; the next draft offered is only a giving one.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from netsheet.core.model import Intent, Person

ASKS_IN_A_ROW: Final = 2
"""After this many asks with nothing given between, giving comes first."""


def count_asks_in_a_row(person: Person, *, today: dt.date) -> int:
    """Count the user's asks up to ``today`` since something was last given.

    On one day, asks count before what was given. What has no day comes last.
    """
    given = _days(person, "give", today)
    if person.value_given_on is not None and person.value_given_on <= today:
        given.append(person.value_given_on)
    last_given_on = max(given, default=dt.date.min)
    return sum(on > last_given_on for on in _days(person, "ask", today))


def is_give_first(person: Person, *, today: dt.date) -> bool:
    """Whether the last two or more asks had nothing given between or after them."""
    return count_asks_in_a_row(person, today=today) >= ASKS_IN_A_ROW


def _days(person: Person, intent: Intent, today: dt.date) -> list[dt.date]:
    return [
        touch.on or dt.date.max
        for touch in person.touches
        if touch.intent == intent and touch.direction != "in" and (touch.on is None or touch.on <= today)
    ]
