"""What can be asked of the user: the kinds of actions with their ranks and words, and one action."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from netsheet.core.model import ActionKind, Channel, Place


class ActionWords(NamedTuple):
    """One kind of action.

    Attributes:
        rank: 1 first; the row of a person shows the one with the lowest.
        status: the word on the row when it is due.
        comes_up: how it is named in a sentence while it is still to come: "your promise".
        meaning: what the status means, for the summary sheet.
    """

    rank: int
    status: str
    comes_up: str
    meaning: str


CHOICES: Final = "close, 3 months, or keep"
"""What answers a decision: the words that the user types, so every sentence about one has the same."""

_TO_CONTACT: Final = "A first message, congratulations, or another address to find."

ACTIONS: Final[Mapping[ActionKind, ActionWords]] = {
    "promise": ActionWords(1, "Promise due", "your promise", "You said you would do something; its day has come."),
    "meeting": ActionWords(1, "Scheduled", "the meeting", "You meet or talk today."),
    "thank": ActionWords(2, "Thank-you due", "a thank-you", "A thank-you would be welcome now."),
    "thank_referrer": ActionWords(2, "Thank-you due", "a thank-you for a referral", "A thank-you would be welcome now."),
    "find_address": ActionWords(2, "To contact", "a new address", _TO_CONTACT),
    "congratulate": ActionWords(2, "To contact", "congratulations", _TO_CONTACT),
    "reply": ActionWords(3, "Reply owed", "your answer", "They wrote last; it is your turn."),
    "follow_up": ActionWords(4, "Follow-up due", "your own follow-up date", "The follow-up date you set has come."),
    "contact": ActionWords(5, "To contact", "a first message", _TO_CONTACT),
    "nudge": ActionWords(6, "Reminder due", "a reminder", "No reply yet; a short reminder may help."),
    "wish": ActionWords(7, "Date coming", "the birthday", "A birthday or another date is near."),
    "check_in": ActionWords(8, "Check-in due", "a check-in", "It is time to get in touch again."),
    "decide": ActionWords(9, "Decide", "a decision", f"Nothing came of it so far: {CHOICES}? A few of them are listed at a time."),
    "reconnect": ActionWords(10, "Reconnect", "someone you lost touch with", "Silent for long; many are glad to hear from you again."),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something that is, or will be, due with a person.

    Attributes:
        due: the day; None for an undated "contact" and for a dormant tie.
        late_on: the day from which it counts as late (red); None when lateness has no meaning.
        why: one plain sentence with the facts in it.
        next_step: short words for what to do.
        place: the cell the facts came from.
        nudge: for a nudge its number (1, 2), else 0.
        every_days: for a check-in the days between two, else 0.
        is_shown_on_breaks: whether it does not wait for the end of a break.
        is_put_off: whether it waits for the end of the user's break, and ``due`` is that day.
        lead_days: for a date how many days ahead it is announced, else 0.
        occasion: for a date what is on that day; "" for the birthday.
        offered_on: for a first message that is one of the week's few, the day on which it was suggested.
    """

    kind: ActionKind
    due: dt.date | None
    why: str
    next_step: str
    place: Place
    late_on: dt.date | None = None
    channel: Channel | None = None
    nudge: int = 0
    every_days: int = 0
    is_shown_on_breaks: bool = False
    is_put_off: bool = False
    lead_days: int = 0
    occasion: str = ""
    offered_on: dt.date | None = None

    @property
    def rank(self) -> int:
        """Its place among the kinds of actions, 1 first."""
        return ACTIONS[self.kind].rank

    def is_due(self, today: dt.date) -> bool:
        """Whether its day has come, or it has none (a dormant tie is never due by itself)."""
        return self.kind != "reconnect" if self.due is None else self.due <= today

    def overdue_share(self, today: dt.date) -> float:
        """Return how long a check-in has been due, as a share of the days between two; 0 for other actions."""
        return (today - self.due).days / self.every_days if self.due is not None and self.every_days else 0.0

    def is_late(self, today: dt.date) -> bool:
        """Whether it counts as late."""
        return self.late_on is not None and self.late_on <= today
