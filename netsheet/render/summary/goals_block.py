"""The block of goals: how far each one is, and how it compares with the usual week or month."""

from __future__ import annotations

from netsheet.core.numbers.goal_words import describe_goal, describe_outlook
from netsheet.core.summary.contents import Summary
from netsheet.core.summary.shares import six_decimals
from netsheet.render.summary.sheet_page import A, B, C, D, E, F, H, Page


def write_goals(page: Page, summary: Summary) -> None:
    """Write each goal with what is done so far."""
    is_begun = any(progress.count for progress in summary.goals)
    if not summary.goals or (summary.is_young and not is_begun):
        return
    page.section("Goals")
    page.headings(
        (
            (A, "Goal"),
            (B, "Progress"),
            (C, "Done"),
            (D, "Target"),
            (E, "Per"),
            (F, "Where you are"),
            (H, "Outlook"),
        ),
        right=(B, C, D),
    )
    first_row = page.row
    for progress in summary.goals:
        page.begin_line()
        page.put(A, progress.goal.name)
        if progress.target:
            page.put(B, six_decimals(progress.count / progress.target), "share")
        page.put(C, progress.count, "count")
        page.put(D, progress.target, "count")
        page.put(E, progress.goal.time)
        page.put(F, describe_goal(progress))
        page.end_line(describe_outlook(progress))
    page.data_bar(B, first_row, 1)
