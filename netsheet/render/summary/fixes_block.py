"""The block of cells to fix: what is in them, and what to type instead."""

from __future__ import annotations

from netsheet.core.summary.contents import Summary
from netsheet.render.summary.sheet_page import A, B, H, Page, writable

SEEN_CHARACTERS = 80


def write_fixes(page: Page, summary: Summary) -> None:
    """Write the first cells to fix, with links, and say how many more there are."""
    if not summary.findings_count:
        return
    page.section(f"Cells to fix ({summary.findings_count:,})")
    page.headings(((A, "Cell"), (B, "What netsheet saw"), (H, "What to type instead")))
    for finding in summary.findings:
        page.begin_line()
        page.put_place(A, finding.place)
        page.put(B, writable(finding.message, SEEN_CHARACTERS))
        page.end_line(finding.hint)
    page.say_more(summary.findings_count - len(summary.findings), ". To see them all, run netsheet check.")
