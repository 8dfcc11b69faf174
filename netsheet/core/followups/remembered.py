"""What earlier refreshes saw of a person: since when something has been there, shown or offered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """What earlier refreshes saw of one person; nothing on the first refresh.

    Each day is that of the refresh which first showed the thing, and stays as long as the thing is there. Without a
    day the thing has been there for longer than is known, or is new today.

    Attributes:
        reply_shown_on: when the reply that is owed was first shown.
        is_reply_again: whether another reply of its day was there before it.
        word_shown_on: when the word that says the move was made ("answered", "meeting scheduled") was first shown.
        plans_shown_on: when each of the user's own days, meetings too, was first shown.
        promises_shown_on: by its text, when a promise was first shown that took the place of another text.
        news_shown_on: by its text, when news of theirs without a day were first shown.
        parked_on: when the word that parks them was first shown.
        changed_on: when their rows last held something new.
        opted_out_on: when the entry was first shown that they want no contact.
        agreed_meeting_on: when the word was first shown that a meeting is agreed, whose day is not logged.
        contact_offered_on: when a first message was first suggested.
        contact_offered_again_on: when it was last suggested.
        accepted_on: when it was first shown that they accepted the user's invitation, on a day that is not logged.
        check_in_offered_on: when the check-in that is due was first suggested.
    """

    reply_shown_on: dt.date | None = None
    is_reply_again: bool = False
    word_shown_on: dt.date | None = None
    plans_shown_on: Mapping[dt.date, dt.date] = field(default_factory=lambda: MappingProxyType({}))
    promises_shown_on: Mapping[str, dt.date] = field(default_factory=lambda: MappingProxyType({}))
    news_shown_on: Mapping[str, dt.date] = field(default_factory=lambda: MappingProxyType({}))
    parked_on: dt.date | None = None
    changed_on: dt.date | None = None
    opted_out_on: dt.date | None = None
    agreed_meeting_on: dt.date | None = None
    contact_offered_on: dt.date | None = None
    contact_offered_again_on: dt.date | None = None
    accepted_on: dt.date | None = None
    check_in_offered_on: dt.date | None = None

    @property
    def is_word_old(self) -> bool:
        """Whether the word that says the move was made was there before the reply that is owed."""
        return self._is_before_reply(self.word_shown_on)

    def is_day_old(self, day: dt.date) -> bool:
        """Whether one of the user's own days was there before the reply that is owed."""
        return self._is_before_reply(self.plans_shown_on.get(day))

    def _is_before_reply(self, shown_on: dt.date | None) -> bool:
        return shown_on is not None and self.reply_shown_on is not None and shown_on < self.reply_shown_on


NOTHING: Final = Remembered()
"""Of somebody seen for the first time."""
