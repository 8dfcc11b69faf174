"""What the user's own words say about a person: closed, or parked for a while.

One responsibility: to ask the person. Nothing here is computed from touches.
"""

from __future__ import annotations

import datetime as dt

from netsheet.core.model import Person


def is_closed(person: Person) -> bool:
    """Whether the user's own words close the person: nothing is asked for them any more."""
    return person.standpoint == "closed" or person.do_not_contact


def is_paused(person: Person, *, today: dt.date) -> bool:
    """Whether the user parked the person, for now or until a day that has not come."""
    if person.paused_until is not None:
        return person.paused_until > today
    return person.standpoint == "paused"
