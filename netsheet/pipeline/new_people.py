"""Add people to the user's own list, and refresh the log with them, in one proven save."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from netsheet.core.email import find_addresses
from netsheet.core.grid import Snapshot, cell_address
from netsheet.core.imports.imported_values import FilePlace, ImportedPerson
from netsheet.core.imports.known_people import match_people
from netsheet.core.model import Person
from netsheet.core.new_rows import STYLES, NewRows, Values, plan_new_rows
from netsheet.core.next_rows import NoPlaceError, find_next_rows
from netsheet.core.plan import WorkbookPlan
from netsheet.core.values.cells import read_linkedin, read_phone
from netsheet.engines import WorkbookFile, open_workbook
from netsheet.errors import NetsheetError, RefusedError
from netsheet.files.file_names import TEXT
from netsheet.files.locks import check_not_open
from netsheet.files.read import SourceFile, read_file
from netsheet.lossless.file_kind import file_kind
from netsheet.lossless.refusals import not_writable, unprovable
from netsheet.pipeline.opened import OpenedLog, understand
from netsheet.pipeline.refresh_steps import plan_refresh, write_refresh
from netsheet.pipeline.refreshed import Refreshed
from netsheet.pipeline.stages import ReportStage, ignore_stage


class ThereAlreadyError(NetsheetError):
    """The log already has somebody who should be added (exit 2)."""

    exit_code = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class AddOptions:
    """What is allowed when people are added.

    Attributes:
        again: whether somebody who is in the log may be added once more.
        is_preview: whether nothing is saved.
        protected_ok: whether a protected sheet may be written.
        even_if_open: whether to go on although the workbook seems to be open.
    """

    again: bool = False
    is_preview: bool = False
    protected_ok: bool = False
    even_if_open: bool = False


@dataclass(frozen=True, kw_only=True)
class AddedPeople:
    """What was added, or would be.

    Attributes:
        names: how each person is named.
        new: the rows, and the plan for them.
        refreshed: what the refresh of the log with them did.
    """

    names: tuple[str, ...]
    new: NewRows
    refreshed: Refreshed


def add_people(
    path: Path,
    people: Sequence[Values],
    *,
    today: dt.date,
    sheet_name: str | None = None,
    options: AddOptions,
    report_stage: ReportStage = ignore_stage,
) -> AddedPeople:
    """Add a row for each person below the last one of the log, and refresh the log.

    Args:
        path: the log.
        people: what is known of each: field -> text.
        today: the day of the refresh.
        sheet_name: the log's sheet; None to find it.
        options: what is allowed.
        report_stage: called at the start of each stage.

    Raises:
        ThereAlreadyError: somebody is in the log, or may be.
        NetsheetError: the rows have no place, or the file cannot be read, written or proven.
    """
    report_stage("reading")
    source = _read_writable(path, even_if_open=options.even_if_open)
    book = open_workbook(source.data)
    snapshot = book.read()
    report_stage("working out")
    opened = understand(source, snapshot, today, sheet_name)
    if not options.again:
        _check_new(people, opened)
    new = _plan(opened, people)
    longer = _written(book, snapshot, new, protected_ok=options.protected_ok)
    after = longer.read()
    _check_read(opened, understand(source, after, today, sheet_name), new)
    refreshed, plan = plan_refresh(
        source, after, today=today, sheet_name=sheet_name, protected_ok=options.protected_ok
    )
    refreshed, _ = write_refresh(
        refreshed,
        plan,
        source,
        longer,
        after,
        is_preview=options.is_preview,
        even_if_open=options.even_if_open,
        report_stage=report_stage,
    )
    names = tuple(values.get("name") or values.get("company") or "" for values in people)
    return AddedPeople(names=names, new=new, refreshed=refreshed)


def _read_writable(path: Path, *, even_if_open: bool) -> SourceFile:
    source = read_file(path)
    if source.path.suffix.casefold() in TEXT:
        raise not_writable(source.path.suffix.casefold().removeprefix("."))
    if file_kind(source.data) == "ods":
        raise RefusedError(
            "netsheet adds rows to .xlsx and .xlsm files only.",
            "Type the row below the last one yourself, save, and run: netsheet refresh",
        )
    check_not_open(source.path, even_if_open=even_if_open)
    return source


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


def _plan(opened: OpenedLog, people: Sequence[Values]) -> NewRows:
    reading = opened.log.reading
    sheet = opened.snapshot.sheet(reading.sheet)
    assert sheet is not None  # noqa: S101  the log was read from it
    try:
        place = find_next_rows(sheet, reading, len(people))
    except NoPlaceError as error:
        raise RefusedError(error.reason, error.hint) from error
    new = plan_new_rows(sheet, reading, people, place)
    if new.unplaced:
        fields = ", ".join(name.replace("_", " ") for name in new.unplaced)
        raise RefusedError(
            f"The log has no column for: {fields}.",
            "Add a column with that heading, or one called Notes, and save.",
        )
    return new


def _written(book: WorkbookFile, snapshot: Snapshot, new: NewRows, *, protected_ok: bool) -> WorkbookFile:
    """Return the workbook with the new rows, proven to differ in nothing else."""
    plan = WorkbookPlan(sheets=(new.plan,), styles=STYLES, allow_protected=protected_ok)
    applied = book.apply(plan)
    book.verify(applied, plan, {sheet.name: sheet.rows for sheet in snapshot.sheets})
    return open_workbook(applied.data)


def _check_read(before: OpenedLog, after: OpenedLog, new: NewRows) -> None:
    """Check that the log is read as it was, with exactly the new rows as its last records."""
    old, now = before.log.reading, after.log.reading
    is_same = (old.sheet, old.header_row, old.headings) == (now.sheet, now.header_row, now.headings)
    if not is_same or set(now.record_rows) != {*old.record_rows, *new.rows}:
        cell = cell_address(new.rows[0], 1)
        raise unprovable(f"the new row {cell.strip('A')} would not be read as a row of the log")
