"""The block of goals: how far each one is, and how it compares with the usual week or month."""

from __future__ import annotations

from typing import Final

from netsheet.core.numbers.goal_words import describe_goal, describe_outlook
from netsheet.core.summary.contents import Summary
from netsheet.core.summary.shares import six_decimals
from netsheet.render.summary.sheet_page import A, C, D, E, F, H, Page, writable

_NAME_CHARACTERS: Final = 36
"""How much of a goal's name fits into two columns. Longer ones end with dots."""


def write_goals(page: Page, summary: Summary) -> None:
    """Write each goal with what is done so far."""
    is_begun = any(progress.count for progress in summary.goals)
    if not summary.goals or (summary.is_young and not is_begun):
        return
    page.section("Goals")
    page.headings(
        ((A, "Goal"), (C, "Progress"), (D, "Done"), (E, "Target"), (F, "Per"), (H, "Where you are")),
        right=(C, D, E),
    )
    first_row = page.row
    for progress in summary.goals:
        page.begin_line()
        page.put(A, writable(progress.goal.name, _NAME_CHARACTERS))
        if progress.target:
            page.put(C, six_decimals(progress.count / progress.target), "share")
        page.put(D, progress.count, "count")
        page.put(E, progress.target, "count")
        page.put(F, progress.goal.time)
        page.end_line(f"{describe_goal(progress)}. {describe_outlook(progress)}".strip())
    page.data_bar(C, first_row, 1)
