"""How things are with a person today."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from netsheet.core.followups.actions import Action
from netsheet.core.followups.contact_history import History
from netsheet.core.model import Person
from netsheet.core.tones import Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How things are with a person today: what their row shows, what happened, and what is due.

    Attributes:
        history: what happened up to today.
        actions: all actions, the one that the row shows first.
        status: the word for it ("Waiting", "Closed", ...).
        due: the day shown on the row; None when there is none.
        why: one plain sentence.
        tone: how pressing it is.
        next_step: short words for the next step, "" when there is none.
        queued_on: the day on which a first message will be suggested, of somebody who is not among the week's few.
    """

    history: History
    actions: tuple[Action, ...] = ()
    status: str
    due: dt.date | None = None
    why: str
    tone: Tone
    next_step: str = ""
    queued_on: dt.date | None = None

    @property
    def person(self) -> Person:
        """Who it is about."""
        return self.history.person
