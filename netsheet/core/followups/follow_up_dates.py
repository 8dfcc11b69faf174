"""Days on which to follow up: the user's own, and the one that a "not now" of theirs asks for (rank 4)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from netsheet.core.calendar import add_calendar_days
from netsheet.core.followups.actions import Action
from netsheet.core.followups.contact_history import History
from netsheet.core.followups.context import Context
from netsheet.core.followups.sentence_words import BY_CHANNEL
from netsheet.core.model import Place


def follow_up(history: History, context: Context) -> Iterator[Action]:
    """Ask for the follow-up on its day; a day that the user typed is never moved, and comes before a "not now"."""
    planned = next_follow_up(history, context)
    if planned is None:
        return
    due, why, place = planned
    yield Action(
        kind="follow_up",
        due=due,
        late_on=add_calendar_days(due, 1),
        why=why,
        next_step=f"Follow up{BY_CHANNEL.get(history.channel, '')}",
        place=place,
        channel=history.channel,
    )


def next_follow_up(history: History, context: Context) -> tuple[dt.date, str, Place] | None:
    """Return the day of the next follow-up, why it is that one, and its cell; None when there is none."""
    plan, not_now = history.plan, history.not_now
    said_on = None if not_now is None else not_now.on or history.last_contact_on
    if not_now is not None and said_on is not None and (plan is None or plan.on <= said_on):
        due = context.calendar.add_days(said_on, context.settings.not_now)
        when = f" on {context.text(said_on)}" if not_now.on else ""
        return due, f"They said not now{when}; ask again on {context.text(due)}.", not_now.place
    if plan is None:
        return None
    note = f" ({' '.join(plan.note.split())})" if plan.note.strip() else ""
    return plan.on, f"Your own follow-up date is {context.text(plan.on)}{note}.", plan.place
