"""What a command adds to the user's own rows, as data: people who get a row, and cells of people who are there.

This is the seam between the commands that know people from elsewhere (``netsheet add``, ``netsheet import``) and the writing:
``pipeline.add_to_log.write_additions`` makes cells of it, adds the lines to the history and refreshes the log, in one
proven save that ``netsheet undo`` takes back. Fields are named as in ``core.columns.fields``; days are YYYY-MM-DD.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from netsheet.core.model import Person
from netsheet.core.new_rows import Values
from netsheet.core.recording.history_lines import HistoryLine

Target = Literal["log", "people"]
"""On which sheet new people get their rows: the log, or the sheet with one row for each person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """Somebody who gets a row in the user's list.

    Attributes:
        values: what is known: field -> text. What the list has no column for goes into its notes.
        signs: keys by which the next import knows them, also where the list has no column for them
            (``recording.person_keys.write_keys``).
        lines: what the history gets about them. Who it is, is filled in from their row.
    """

    values: Values
    signs: str = ""
    lines: tuple[HistoryLine, ...] = ()

    @property
    def shown(self) -> str:
        """How a message names the person."""
        return next(filter(None, (self.values.get(name) for name in ("name", "company", "email"))), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPerson:
    """Somebody who is in the log, and what is new about them.

    Attributes:
        person: as the log has them.
        fills: field -> text for their newest row; a cell that holds something stays.
        updates: field -> text for their newest row, whatever the cell holds. Only what the user has asked for.
        signs: as for a new person.
        lines: as for a new person.
    """

    person: Person
    fills: Values = field(default_factory=dict)
    updates: Values = field(default_factory=dict)
    signs: str = ""
    lines: tuple[HistoryLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Additions:
    """Everything that one command adds.

    Attributes:
        new: the people who get rows, in the order of the rows.
        known: the people who are in the log.
        to: the sheet of the new rows.
        meanings: rows of the settings sheet: how the row begins, the user's word, its meaning.
        must_fit: whether nothing is written where the list has neither a column for something nor notes. Else what does
            not fit is kept in the line ``imported`` of the history.
    """

    new: tuple[NewPerson, ...] = ()
    known: tuple[KnownPerson, ...] = ()
    to: Target = "log"
    meanings: tuple[tuple[str, str, str], ...] = ()
    must_fit: bool = False
