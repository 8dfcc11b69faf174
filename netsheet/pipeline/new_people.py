"""Add somebody new to the user's own list (``netsheet add``)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from netsheet.core.additions import Additions, NewPerson
from netsheet.core.email import find_addresses
from netsheet.core.imports.imported_values import FilePlace, ImportedPerson
from netsheet.core.imports.known_people import match_people
from netsheet.core.model import Person
from netsheet.core.new_rows import Values
from netsheet.core.recording.history_lines import HistoryLine
from netsheet.core.values.cells import read_linkedin, read_phone
from netsheet.errors import NetsheetError
from netsheet.pipeline.add_to_log import WriteOptions, WrittenAdditions, write_additions
from netsheet.pipeline.opened import OpenedLog
from netsheet.pipeline.stages import ReportStage, ignore_stage
from netsheet.pipeline.typed_days import past_day


class ThereAlreadyError(NetsheetError):
    """The log already has somebody who should be added (exit 2)."""

    exit_code = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """Where the user met somebody who is added.

    Attributes:
        event: the event's name; "" for a meeting of two.
        on: the day as it was typed; None for today.
    """

    event: str = ""
    on: str | None = None


def add_people(
    path: Path,
    people: Sequence[Values],
    *,
    today: dt.date,
    sheet_name: str | None = None,
    meeting: Meeting | None = None,
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
        meeting: where the user met them; None where nothing is said.
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
        lines = _lines(meeting, opened)
        at_event = _source(meeting, opened)
        new = tuple(NewPerson(values={**at_event, **values}, lines=lines) for values in people)
        return Additions(new=new, must_fit=True)

    return write_additions(
        path, plan, today=today, sheet_name=sheet_name, options=options, report_stage=report_stage
    )


def _lines(meeting: Meeting | None, opened: OpenedLog) -> tuple[HistoryLine, ...]:
    """Return the line of the history for a meeting."""
    if meeting is None or not (meeting.event or meeting.on):
        return ()
    on = past_day(meeting.on, opened) if meeting.on else opened.today
    line = HistoryLine(
        on=on,
        what="event" if meeting.event else "met",
        channel="in person",
        note=meeting.event,
        how="netsheet add",
    )
    return (line,)


def _source(meeting: Meeting | None, opened: OpenedLog) -> Values:
    """Return the event as where the contact comes from, for a log that has a column for it."""
    has_column = any(heading.field == "source" for heading in opened.log.reading.headings)
    return {"source": meeting.event} if meeting and meeting.event and has_column else {}


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
