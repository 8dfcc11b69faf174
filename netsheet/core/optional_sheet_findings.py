"""The kinds of findings about the sheets Events, Dates, Companies and Resources.

They are part of the table ``findings.FINDING_KINDS``.
"""

from __future__ import annotations

from typing import Final

from netsheet.core.finding_kind import FindingKind

OPTIONAL_SHEET_FINDING_KINDS: Final[tuple[FindingKind, ...]] = (
    FindingKind(
        code="unreadable-event",
        severity="error",
        message="The event “{event}” needs a date, but it says “{seen}”.",
        hint="Type a date such as 2026-03-14.",
        explanation="A row of the sheet Events has no day that netsheet can read. netsheet keeps the event, but reminds you of nothing for it.",
        example="“spring” → 2026-03-14",
    ),
    FindingKind(
        code="unreadable-went",
        severity="warning",
        message="Went? says “{seen}” for the event “{event}”, which is neither yes nor no.",
        hint="Type yes or no.",
        explanation="netsheet asks about the people you met only after events that you went to.",
        example="“an hour” → yes",
    ),
    FindingKind(
        code="unreadable-date-row",
        severity="error",
        message="{heading} says “{seen}”, which is not {expected}.",
        hint="Type {expected}.",
        explanation="A row of the sheet Dates needs a day, with its year or without. Lead days may stay empty: the relationship then decides.",
        example="“spring” → 12 May",
    ),
    FindingKind(
        code="named-nobody",
        severity="warning",
        message="{heading} names “{seen}”, who is not in your log.",
        hint="Write the name as in your log, or add them with netsheet add.",
        explanation="A row of the sheet Dates or Resources names somebody whom netsheet finds neither in the log nor on the People sheet. "
        "netsheet does nothing for this name.",
        example="“Anna Lopes” → Ana Lopez",
    ),
    FindingKind(
        code="named-several",
        severity="warning",
        message="{heading} names “{seen}”, and that can be several people in your log.",
        hint="Write the full name or the e-mail address.",
        explanation="A row of the sheet Dates or Resources names somebody, and more than one person in the log fits. netsheet does not choose between them.",
        example="“Ana” → Ana Lopez",
    ),
    FindingKind(
        code="unreadable-priority",
        severity="warning",
        message="The priority of {company} says “{seen}”, which netsheet cannot put in order.",
        hint="Type a number (1 is the highest), A, B or C, or high, medium or low.",
        explanation="netsheet lists the companies of the sheet Companies by their priority. One that it cannot read comes last.",
        example="“when I have time” → low",
    ),
)  # fmt: skip
