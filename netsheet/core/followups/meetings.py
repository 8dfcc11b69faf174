"""Meetings that are planned for today or a later day (rank 1)."""

from __future__ import annotations

from collections.abc import Iterator

from netsheet.core.followups.actions import Action
from netsheet.core.followups.contact_history import History
from netsheet.core.followups.context import Context
from netsheet.core.touch_facts import facts_of


def meet(history: History, context: Context) -> Iterator[Action]:
    """Remind of a meeting on its own day, which never moves, until something is sent after it; before, it is coming."""
    on = history.meeting_on
    if on is None:
        return
    is_over = history.conversation is None and any(
        touch.on == on and facts_of(touch).role == "conversation" for touch in history.touches
    )
    if is_over:
        return
    is_today = on == context.today
    named = next((touch for touch in history.touches if touch.on == on and touch.named), None)
    why = f"Your log has a meeting for {'today' if is_today else context.text(on)}."
    if named is not None:
        why = f"Your log says “{named.named}” for today."
    yield Action(
        kind="meeting",
        due=on,
        why=why,
        next_step="Meet or talk today" if is_today else "Meet or talk",
        place=named.place if named else history.person.place,
        channel=history.channel,
        is_shown_on_breaks=True,
    )
