"""The optional sheet Companies: where the user would like to work, one company a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from netsheet.core.findings import build_finding
from netsheet.core.model import Finding, Place
from netsheet.core.named_table import NamedRow, folded_words
from netsheet.core.optional_sheets.named_people import NamedPerson
from netsheet.core.optional_sheets.sheet_rows import RowReader

_RANK_BY_WORD: Final = {
    word: rank
    for rank, words in {
        1: "a|high|highest|top|must|dream|hoch|sehr hoch|haute|elevee|alta|alto|hoog|wysoki|wysoka|high priority",
        2: "b|medium|middle|normal|mid|good|mittel|moyenne|media|medio|midden|gemiddeld|sredni|srednia",
        3: "c|low|lowest|maybe|backup|niedrig|gering|basse|faible|baja|bajo|bassa|basso|baixa|baixo|laag|niski|niska",
    }.items()
    for word in words.split("|")
}
_NUMBER: Final = re.compile(r"(?:p|prio(?:rity)?|#|nr)?\s*(\d{1,3})(?:[.)]|st|nd|rd|th)?")
_STARS: Final = re.compile(r"[*★⭐]{1,5}")


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetCompany:
    """A company where the user would like to work.

    Attributes:
        priority: as it was typed.
        rank: the same as a number, 1 the highest; None where the cell is empty or says something else.
        through: whom the user has contacted it through, or wants to; a name that is not in the log may be a way ("website").
        cells: where each column of the sheet is in its row, by the column's name; one may be missing.
    """

    company: str
    priority: str = ""
    rank: int | None = None
    why: str = ""
    role_wanted: str = ""
    through: tuple[NamedPerson, ...] = ()
    place_of_row: Place
    cells: Mapping[str, Place] = field(default_factory=dict)


def read_company(row: NamedRow, reader: RowReader) -> Iterator[TargetCompany | Finding]:
    """Give the company of a row, if it names one, and what of it cannot be read."""
    company = row.text("Company")
    if not company:
        return
    priority = row.text("Priority")
    rank = read_rank(priority)
    if priority and rank is None:
        yield build_finding("unreadable-priority", row.place("Priority"), company=company, seen=priority)
    yield TargetCompany(
        company=company,
        priority=priority,
        rank=rank,
        why=row.text("Why"),
        role_wanted=row.text("Role wanted"),
        through=reader.people(row, "Contacted through"),
        place_of_row=row.place("Company"),
        cells=reader.cells(row),
    )


def read_rank(priority: str) -> int | None:
    """Read 1, "P1", "high", "A" or stars, of which five are the most, as 1."""
    words = folded_words(priority)
    if _STARS.fullmatch(priority):
        return 6 - len(priority)
    if match := _NUMBER.fullmatch(words):
        return int(match[1])
    return _RANK_BY_WORD.get(words)
