"""A table of another system: its cells by heading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from netsheet.core.columns.plain_words import plain_words
from netsheet.core.grid import CellValue
from netsheet.core.imports.imported_values import FilePlace
from netsheet.core.values.cells import clean_text

HEADER_WITHIN = 20
"""How many rows may be above the headings: an export's preamble has three."""

Row = tuple[int, Sequence[CellValue]]
"""A row's number in the file, from 1, and its cells."""


def plain_heading(text: str) -> str:
    """Return the form in which headings are compared: without case, accents and punctuation."""
    return " ".join(plain_words(text))


@cache
def listed_headings(text: str) -> tuple[str, ...]:
    """Return the plain headings of a list that is separated by ";"."""
    return tuple(plain_heading(heading) for heading in text.split(";") if heading.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportTable:
    """A table whose headings are found.

    Attributes:
        headings: as they are in the file, "" where a column has none.
        columns: the plain heading -> the columns that have it, from 0.
        rows: those below the headings that hold something.
    """

    file: str
    headings: Sequence[str]
    columns: Mapping[str, Sequence[int]]
    rows: Sequence[Row]

    def has(self, headings: str) -> bool:
        """Whether one of the headings (separated by ";") is there."""
        return any(heading in self.columns for heading in listed_headings(headings))

    def values(self, cells: Sequence[CellValue], headings: str) -> Iterator[CellValue]:
        """Run over a row's cells below any of the headings (separated by ";"), in the order of the headings."""
        for heading in listed_headings(headings):
            for column in self.columns.get(heading, ()):
                yield cells[column]

    def text(self, cells: Sequence[CellValue], headings: str) -> str:
        """Return the first filled of them, on one line; "" when none is."""
        return next(filter(None, map(clean_text, self.values(cells, headings))), "")

    def place(self, number: int) -> FilePlace:
        """Return the place of a row."""
        return FilePlace(file=self.file, number=number)

    def unused(self, used: frozenset[str]) -> tuple[str, ...]:
        """Return the headings above filled cells that are not among the plain headings ``used``."""
        return tuple(
            self.headings[columns[0]]
            for heading, columns in self.columns.items()
            if heading not in used
            and any(cells[column] != "" for _, cells in self.rows for column in columns)
        )


def build_export_table(file: str, rows: Sequence[Sequence[CellValue]], header: int) -> ExportTable:
    """Build the table whose headings are in ``rows[header]``."""
    headings = [text if isinstance(text, str) else "" for text in rows[header]]
    columns: dict[str, list[int]] = {}
    for column, heading in enumerate(headings):
        if plain := plain_heading(heading):
            columns.setdefault(plain, []).append(column)
    below = enumerate(rows[header + 1 :], start=header + 2)
    return ExportTable(
        file=file,
        headings=headings,
        columns=columns,
        rows=[(number, cells) for number, cells in below if any(cell != "" for cell in cells)],
    )
