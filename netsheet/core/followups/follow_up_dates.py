"""The user's own follow-up dates (rank 4)."""

from __future__ import annotations

from collections.abc import Iterator

from netsheet.core.calendar import add_calendar_days
from netsheet.core.followups.actions import Action
from netsheet.core.followups.contact_history import History
from netsheet.core.followups.context import Context
from netsheet.core.followups.sentence_words import BY_CHANNEL
from netsheet.core.model import FollowUp


def follow_up(history: History, context: Context) -> Iterator[Action]:
    """Ask for the user's own follow-up on its day; a day that the user typed is never moved."""
    plan = history.plan
    if plan is None:
        return
    due = plan.on
    yield Action(
        kind="follow_up",
        due=due,
        late_on=add_calendar_days(due, 1),
        why=own_date(plan, context),
        next_step=f"Follow up{BY_CHANNEL.get(history.channel, '')}",
        place=plan.place,
        channel=history.channel,
    )


def own_date(plan: FollowUp, context: Context) -> str:
    """Say the user's own follow-up date, with the note that was logged with it."""
    note = f" ({' '.join(plan.note.split())})" if plan.note.strip() else ""
    return f"Your own follow-up date is {context.text(plan.on)}{note}."
