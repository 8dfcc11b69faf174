"""Meetings that are planned for today (rank 1)."""

from __future__ import annotations

from collections.abc import Iterator

from netsheet.core.followups.actions import Action
from netsheet.core.followups.contact_history import History
from netsheet.core.followups.context import Context
from netsheet.core.touch_facts import facts_of


def meet(history: History, context: Context) -> Iterator[Action]:
    """Remind of a meeting on its own day, which never moves, until something is sent after it."""
    is_over = history.conversation is None and any(
        touch.on == context.today and facts_of(touch).role == "conversation" for touch in history.touches
    )
    if history.meeting_on != context.today or is_over:
        return
    named = next((touch for touch in history.touches if touch.on == context.today and touch.named), None)
    yield Action(
        kind="meeting",
        due=context.today,
        why=f"Your log says “{named.named}” for today." if named else "Your log has a meeting for today.",
        next_step="Meet or talk today",
        place=named.place if named else history.person.place,
        channel=history.channel,
        is_shown_on_breaks=True,
    )
