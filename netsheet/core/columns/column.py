"""A column of the log's sheet: what it was understood as.

One responsibility: the value, and the groups of fields that are treated alike.
"""

from __future__ import annotations

from dataclasses import dataclass

from netsheet.core.columns.headings import EXACT

SEVERAL = frozenset({"notes", "tags", "details", "email", "phone"})
"""Fields that may stand in several columns; their texts are joined, their addresses all belong to the person."""

QUIET = frozenset({"id", "owner"})
"""Fields whose second column is left aside without a word."""

REPEATABLE = frozenset({
    "date", "channel", "kind", "direction", "intent", "template", "subject", "message", "response", "response_type", "response_date",
    "outcome", "follow_up", "follow_up_done", "meeting_date", "notes",
})  # fmt: skip
"""Fields of a touch that a wide log repeats."""

PERSON_SLOT = frozenset({"name", "first_name", "last_name", "email", "phone", "linkedin", "title"})
IDENTITY = frozenset({"name", "first_name", "last_name", "email", "linkedin", "company"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of the log's sheet and what it was understood as.

    Attributes:
        index: the sheet column, from 1.
        field: our name, or None when the column is not used.
        number: which repetition of a wide log it belongs to, 0 when it stands once.
        person: which person of the row it is about, 0 the row's own.
        month: (year, month) of a month column; the year is 0 when the heading does not say it.
        reason: why a column is not used though its heading was understood.
        winner: the heading that is used in its place.
    """

    index: int
    heading: str
    field: str | None
    number: int = 0
    person: int = 0
    month: tuple[int, int] | None = None
    strength: int = EXACT
    filled: int = 0
    slot: str = ""
    reason: str = ""
    wanted: str = ""
    winner: str = ""
    has_title: bool = False
