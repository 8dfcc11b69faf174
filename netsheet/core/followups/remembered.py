"""What earlier refreshes saw of a person: since when something has been shown or offered."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """What earlier refreshes saw of one person; everything is None on the first refresh.

    Attributes:
        reply_shown_on: when the reply that is owed was first shown.
        contact_offered_on: when a first message was first suggested.
        contact_offered_again_on: when it was last suggested.
        check_in_offered_on: when the check-in that is due was first suggested.
    """

    reply_shown_on: dt.date | None = None
    contact_offered_on: dt.date | None = None
    contact_offered_again_on: dt.date | None = None
    check_in_offered_on: dt.date | None = None


NOTHING: Final = Remembered()
"""Of somebody seen for the first time."""
