"""The block of cells to fix: what is in them, and what to type instead."""

from __future__ import annotations

from typing import Final

from netsheet.core.summary.contents import Summary
from netsheet.render.summary.sheet_page import A, B, H, Page, writable

SEEN_CHARACTERS = 80
FIXES_TITLE: Final = "Cells to fix"
_SEE_ALL: Final = "To see {}, run netsheet check."


def write_fixes(page: Page, summary: Summary) -> None:
    """Write what is wrong in the first cells to fix, with links, and say how much more ``netsheet check`` shows."""
    if summary.cells_to_fix:
        page.section(f"{FIXES_TITLE} ({summary.cells_to_fix:,})")
        page.headings(((A, "Cell"), (B, "What netsheet saw"), (H, "What to type instead")))
        for finding in summary.findings:
            page.begin_line()
            page.put_place(A, finding.place)
            page.put(B, writable(finding.message, SEEN_CHARACTERS))
            page.end_line(finding.hint)
        page.say_more(summary.cells_not_shown, f". {_SEE_ALL.format('them all')}")
    elif summary.remarks_count:
        page.leave_gap()
    if said := say_remarks(summary):
        page.say(said)


def say_remarks(summary: Summary) -> str:
    """Say how many notes there are on cells that need not be corrected; "" when there are none."""
    count = summary.remarks_count
    if not count:
        return ""
    if count == 1:
        return f"1 note on how your log is read needs no correction. {_SEE_ALL.format('it')}"
    return f"{count:,} notes on how your log is read need no correction. {_SEE_ALL.format('them')}"
