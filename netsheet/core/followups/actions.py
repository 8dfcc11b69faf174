"""The kinds of actions: where each stands among the others, and the words for it.

One responsibility: the table. When an action is due, the rules say.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from netsheet.core.model import ActionKind


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


ACTIONS: Final[Mapping[ActionKind, ActionWords]] = {
    "promise": ActionWords(1, "Promise due", "your promise", "You said you would do something; its day has come."),
    "thank": ActionWords(2, "Thank-you due", "a thank-you", "A thank-you would be welcome now."),
    "reply": ActionWords(3, "Reply owed", "your answer", "They wrote last; it is your turn."),
    "follow_up": ActionWords(4, "Follow-up due", "your own follow-up date", "The follow-up date you set has come."),
    "contact": ActionWords(5, "To contact", "a first message", "Collected, and not contacted yet."),
    "thank_referrer": ActionWords(5, "Thank-you due", "a thank-you for a referral", "A thank-you would be welcome now."),
    "nudge": ActionWords(6, "Nudge due", "a nudge", "No reply yet; a short reminder may help."),
    "wish": ActionWords(7, "Date coming", "the birthday", "A birthday is near."),
    "check_in": ActionWords(8, "Check-in due", "a check-in", "It has been as long as you two usually leave it."),
    "decide": ActionWords(9, "Decide", "a decision", "The nudges are used up: close, park, or try another way?"),
    "reconnect": ActionWords(10, "Dormant", "an old tie", "Silent for long; old ties are often glad to hear from you."),
}  # fmt: skip
