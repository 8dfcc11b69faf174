"""How the history names what a row asks for: the one promise, day or question that a line of it ends."""

from __future__ import annotations

import datetime as dt

from netsheet.core.followups.actions import Action
from netsheet.core.followups.contact_history import History
from netsheet.core.followups.standing import Standing
from netsheet.core.recording.endings import Ending, ending_of


def shown_ending(standing: Standing, *, today: dt.date) -> Ending | None:
    """Name the next step that a row shows; None where it shows none (waiting, in touch, paused, closed).

    A meeting that is still to come is a step too, and so is the user's own day: the row names it.
    """
    history = standing.history
    first = next(iter(standing.actions), None)
    if first is not None and standing.why == first.why and (first.is_due(today) or first.kind == "wish"):
        return ending_of_action(first, history)
    if standing.status == "Scheduled":
        plan, meeting_on = history.plan, history.meeting_on
        if plan is not None and (meeting_on is None or plan.on < meeting_on):
            return ending_of("follow_up", on=plan.on)
        return ending_of("meeting", on=meeting_on) if meeting_on is not None else None
    return None


def ending_of_action(action: Action, history: History) -> Ending:
    """Name exactly what an action is about: a changed text or day is a new one."""
    if action.kind == "promise":
        promise = next((each for each in history.person.promises if each.place == action.place), None)
        return ending_of("promise", promise.text, promise.by) if promise else ending_of("promise")
    return ending_of(action.kind, on=_day(action, history))


def _day(action: Action, history: History) -> dt.date | None:
    """Return the day by which the history knows an action: its own, or that of what it is about."""
    answered = {"thank": history.conversation, "reply": history.owed}.get(action.kind)
    if answered is not None:
        return answered.on
    match action.kind:
        case "follow_up" if history.plan is not None:
            return history.plan.on
        case "meeting":
            return history.meeting_on
        case "thank":
            return history.person.referral_on
        case "decide":
            return None
    return action.due
