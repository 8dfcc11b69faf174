"""What the user types about people whom an import cannot decide: ``--same NAME=CELL`` and ``--new NAME``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from netsheet.core.imports.settled import Settled, plain_word
from netsheet.core.model import Person
from netsheet.errors import NetsheetError
from netsheet.pipeline.opened import OpenedLog

ALL = "all"
_CELL = re.compile(r"(?:(?P<sheet>.+)!)?\$?[A-Za-z]{0,3}\$?(?P<row>\d{1,7})")


class NobodyThereError(NetsheetError):
    """A row that was typed is nobody's (exit 2)."""

    exit_code = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidOfPeople:
    """What the user says about who is who.

    Attributes:
        same: an imported name or address -> a cell in the row of the person in the log: "B12", "People!A3".
        new: names or addresses of new people; "all" for all who are still open.
    """

    same: Mapping[str, str] = field(default_factory=dict)
    new: tuple[str, ...] = ()


def settle_said(said: SaidOfPeople, settled: Settled, opened: OpenedLog) -> Settled:
    """Return what is settled together with what the user says.

    Raises:
        NobodyThereError: a cell is in no row of a person.
    """
    names = [word for word in said.new if word.casefold() != ALL]
    return replace(
        settled,
        same={plain_word(name): _person_at(cell, opened) for name, cell in said.same.items()},
        new=frozenset(map(plain_word, names)),
        are_all_new=len(names) < len(said.new),
    )


def _person_at(cell: str, opened: OpenedLog) -> Person:
    match, log = _CELL.fullmatch(cell.strip()), opened.log
    if match is not None:
        sheet = (match["sheet"] or log.reading.sheet).strip("'").casefold()
        row = int(match["row"])
        people_sheet = log.people_reading.sheet.casefold() if log.people_reading else ""
        for person in log.everybody:
            on_log = sheet == log.reading.sheet.casefold() and row in person.rows
            on_people = sheet == people_sheet and row == person.people_row
            if (on_log or on_people) and not person.is_beside:
                return person
    raise NobodyThereError(
        f"{cell} is in no row of a person in {opened.source.path.name}.",
        'Name a cell of their row, with its sheet where that is not the log: --same "Ana Lopez=B12"',
    )
