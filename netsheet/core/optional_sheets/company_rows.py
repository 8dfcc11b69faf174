"""The optional sheet Companies: where the user would like to work, one company a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from netsheet.core.findings import build_finding
from netsheet.core.model import Finding, Place
from netsheet.core.named_table import NamedRow
from netsheet.core.optional_sheets.named_people import NamedPerson
from netsheet.core.optional_sheets.priorities import read_rank
from netsheet.core.optional_sheets.sheet_rows import RowReader


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
