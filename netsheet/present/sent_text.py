"""What `netsheet done --drafts` asks: which drafts were sent."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from netsheet.core.printable import without_steering
from netsheet.core.text import one_line
from netsheet.core.values.dates import short_date
from netsheet.present.terminal import console, counted

if TYPE_CHECKING:
    from netsheet.pipeline.sent_drafts import FoundDraft, FoundDrafts


def show_found(found: FoundDrafts, *, today: dt.date) -> None:
    """Say which drafts are asked about, and why netsheet has to ask."""
    out, known = console(), len(found.drafts) - len(found.to_ask)
    if found.strangers:
        are = counted(found.strangers, "draft is", "drafts are")
        left = "is left out" if found.strangers == 1 else "are left out"
        out.print(f"{are} for nobody in this log and {left}.")
    if known:
        out.print(f"{counted(known, 'draft is', 'drafts are')} in the history already.")
    if found.to_ask:
        day = short_date(found.to_ask[0].draft.on, today=today)
        out.print(
            f"{counted(len(found.to_ask), 'draft')} of {day}. netsheet cannot see what your mail program or browser sent, so it "
            "asks. Enter alone means no.",
            soft_wrap=True,
        )


def question(found: FoundDraft) -> str:
    """Ask whether one draft was sent."""
    company = f", {found.person.company}" if found.person.company else ""
    draft = found.draft
    given = f" ({one_line(draft.given)})" if draft.given else ""
    return without_steering(f"{found.person.name}{company}: {draft.template}{given}, {draft.channel}. Sent?")
