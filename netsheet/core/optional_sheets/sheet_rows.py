"""What the cells of all optional sheets are read with: days by the settings, people by the log."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from netsheet.core.findings import build_finding
from netsheet.core.model import DateOrder, Finding, Place
from netsheet.core.named_table import NamedRow
from netsheet.core.optional_sheets.named_people import NamedPerson, PeopleByName
from netsheet.core.values.dates import NotRead, ReadDate, read_date


@dataclass(frozen=True, slots=True, kw_only=True)
class RowReader:
    """Reads cells of rows by their column.

    Attributes:
        order: how 3/4/2025 is understood.
        by_name: the people of the log.
    """

    order: DateOrder
    by_name: PeopleByName

    def day(self, row: NamedRow, column: str) -> ReadDate | NotRead | None:
        """Read a cell as a day; None where it is empty."""
        return read_date(row.value(column), order=self.order)

    def people(self, row: NamedRow, column: str) -> tuple[NamedPerson, ...]:
        """Find the people whom a cell names."""
        return self.by_name.named(str(row.value(column)))

    def cells(self, row: NamedRow) -> Mapping[str, Place]:
        """Return where the cells of a row are, by column."""
        return {name: row.place(name) for name in row.columns}


def unknown_people(row: NamedRow, column: str, people: tuple[NamedPerson, ...]) -> Iterator[Finding]:
    """Say who of a cell is not in the log, or could be several people."""
    for named in people:
        if not named.key:
            code = "named-several" if named.keys else "named-nobody"
            yield build_finding(code, row.place(column), heading=column, seen=named.text)
