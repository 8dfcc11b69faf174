"""Plan the minutes that somebody has today."""

from __future__ import annotations

from dataclasses import dataclass

from netsheet.core.followups.day_plan import DayPlan, compute_day_plan
from netsheet.pipeline.due import DueList, list_due
from netsheet.pipeline.opened import OpenedLog


@dataclass(frozen=True, kw_only=True)
class Today:
    """The due list of today, and what of it fits."""

    due_list: DueList
    plan: DayPlan


def plan_today(opened: OpenedLog, *, minutes: int) -> Today:
    """Say what of that which is due fits into some minutes; nothing that waits for another day is in it."""
    due_list = list_due(opened, within=0)
    items = due_list.items
    now = [item for item in items if item.group == "now" and (item.is_first or item.action.kind == "promise")]
    return Today(due_list=due_list, plan=compute_day_plan(now, minutes, opened.settings))
