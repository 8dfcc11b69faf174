"""Add somebody new to the user's own list (``netsheet add``)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from netsheet.core.additions import Additions, NewPerson
from netsheet.core.email import find_addresses
from netsheet.core.imports.imported_values import FilePlace, ImportedPerson
from netsheet.core.imports.known_people import match_people
from netsheet.core.model import Person
from netsheet.core.new_rows import Values
from netsheet.core.values.cells import read_linkedin, read_phone
from netsheet.errors import NetsheetError
from netsheet.pipeline.add_to_log import WriteOptions, WrittenAdditions, write_additions
from netsheet.pipeline.opened import OpenedLog
from netsheet.pipeline.stages import ReportStage, ignore_stage


class ThereAlreadyError(NetsheetError):
    """The log already has somebody who should be added (exit 2)."""

    exit_code = 2


def add_people(
    path: Path,
    people: Sequence[Values],
    *,
    today: dt.date,
    sheet_name: str | None = None,
    again: bool = False,
    options: WriteOptions,
    report_stage: ReportStage = ignore_stage,
) -> WrittenAdditions:
    """Add a row for each person below the last one of the log, and refresh the log.

    Args:
        path: the log.
        people: what is known of each: field -> text.
        today: the day of the refresh.
        sheet_name: the log's sheet; None to find it.
        again: whether somebody who is in the log may be added once more.
        options: what else is allowed.
        report_stage: called at the start of each stage.

    Raises:
        ThereAlreadyError: somebody is in the log, or may be.
        NetsheetError: as ``write_additions``, and where the log has no place for something that is known.
    """

    def plan(opened: OpenedLog) -> Additions:
        if not again:
            _check_new(people, opened)
        return Additions(new=tuple(NewPerson(values=values) for values in people), must_fit=True)

    return write_additions(
        path, plan, today=today, sheet_name=sheet_name, options=options, report_stage=report_stage
    )


def _check_new(people: Sequence[Values], opened: OpenedLog) -> None:
    """Refuse somebody who is in the log by their address, profile or telephone, or of whom it has the name."""
    for values in people:
        person = ImportedPerson(
            place=FilePlace(file="", number=1),
            name=values.get("name", ""),
            company=values.get("company", ""),
            emails=find_addresses(values.get("email", "")),
            phones=tuple(filter(None, (read_phone(values.get("phone", "")),))),
            linkedin=read_linkedin(values.get("linkedin", "")),
        )
        (match,) = match_people([person], opened.log.people)
        if match.candidates:
            raise _there_already(match.candidates)


def _there_already(candidates: Sequence[Person]) -> ThereAlreadyError:
    first = candidates[0]
    company = f", {first.company}" if first.company and first.company != first.name else ""
    return ThereAlreadyError(
        f"{first.name}{company} is in the log already, in {first.place.address}.",
        "To record what happened, use: netsheet log. To add another person of that name, add: --again",
    )
