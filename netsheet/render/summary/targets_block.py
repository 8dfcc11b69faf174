"""The block of target companies: whom the user knows there, and who can introduce them."""

from __future__ import annotations

from typing import Final

from netsheet.core.summary.contents import Summary
from netsheet.render.summary.sheet_page import A, B, C, D, E, H, Page, writable

MOST_TARGETS: Final = 30
_CHARACTERS: Final = 20


def write_targets(page: Page, summary: Summary) -> None:
    """Write each target company, and how many of them have nobody yet."""
    if not summary.targets:
        return
    from netsheet.core.practices.target_coverage import say_coverage, say_known  # noqa: PLC0415  few logs have it

    page.section(f"Target companies ({len(summary.targets):,})", say_coverage(summary.targets))
    page.headings(
        (
            (A, "Company"),
            (B, "Role wanted"),
            (C, "Priority"),
            (D, "Last touch"),
            (E, "People"),
            (H, "Whom you know"),
        ),
        right=(E,),
    )
    for each in summary.targets[:MOST_TARGETS]:
        page.begin_line()
        page.put(A, writable(each.target.company, _CHARACTERS))
        page.put(B, writable(each.target.role_wanted, _CHARACTERS))
        page.put(C, writable(each.target.priority, _CHARACTERS))
        page.put(D, each.last_on, "day")
        page.put(E, len(each.people), "count")
        page.end_line(say_known(each))
    page.say_more(len(summary.targets) - MOST_TARGETS if len(summary.targets) > MOST_TARGETS else 0)
