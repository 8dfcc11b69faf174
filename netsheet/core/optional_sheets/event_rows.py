"""The optional sheet Events: one event a row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from netsheet.core.findings import build_finding
from netsheet.core.model import Finding, Place
from netsheet.core.named_table import NamedRow, folded_words
from netsheet.core.optional_sheets.named_people import NamedPerson
from netsheet.core.optional_sheets.sheet_rows import RowReader
from netsheet.core.values.cells import read_yes_no
from netsheet.core.values.dates import ReadDate

_DONE: Final = frozenset(
    {
        "done",
        "finished",
        "erledigt",
        "fertig",
        "fait",
        "fini",
        "hecho",
        "fatto",
        "gedaan",
        "klaar",
        "feito",
        "zrobione",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event.

    Attributes:
        on: its day; None where the row names none that can be read.
        at: the time of day where the cell has one.
        to_meet: whom the user wants to meet there, in the log or not.
        went: whether the user was there; None while the cell says neither yes nor no.
        is_done: whether the cell says that nothing is left to do after it.
        place_of_row: the cell with its name.
        cells: where each column of the sheet is in its row, by the column's name; one may be missing.
    """

    name: str
    on: dt.date | None
    at: dt.time | None = None
    place: str = ""
    goal: str = ""
    to_meet: tuple[NamedPerson, ...] = ()
    talking_points: str = ""
    notes: str = ""
    went: bool | None = None
    is_done: bool = False
    place_of_row: Place
    cells: Mapping[str, Place] = field(default_factory=dict)


def read_event(row: NamedRow, reader: RowReader) -> Iterator[Event | Finding]:
    """Give the event of a row, if it has one, and what of it cannot be read."""
    name = row.text("Event")
    if not name:
        return
    day = reader.day(row, "Date")
    if day is not None and not isinstance(day, ReadDate):
        yield build_finding("unreadable-event", row.place("Date"), event=name, seen=row.text("Date"))
    is_done = folded_words(row.value("Went?")) in _DONE
    went = is_done or read_yes_no(row.value("Went?"))
    if went is None and row.text("Went?"):
        yield build_finding("unreadable-went", row.place("Went?"), event=name, seen=row.text("Went?"))
    yield Event(
        name=name,
        on=day.on if isinstance(day, ReadDate) else None,
        at=day.at if isinstance(day, ReadDate) else None,
        place=row.text("Place"),
        goal=row.text("Goal"),
        to_meet=reader.people(row, "People to meet"),
        talking_points=row.text("Talking points"),
        notes=row.text("Notes"),
        went=went,
        is_done=is_done,
        place_of_row=row.place("Event"),
        cells=reader.cells(row),
    )
