"""Write what a command adds to the user's own rows, and refresh the log with it, in one proven save.

The steps are proven one after another, each against the result of the one before: empty cells are filled, rows are added,
the refresh follows. Only the last result is saved, so one backup takes all of it back.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from netsheet.core.additions import Additions, KnownPerson, NewPerson, Target
from netsheet.core.cell_fills import FieldCells, plan_fills
from netsheet.core.grid import Snapshot, cell_address
from netsheet.core.list_columns import STYLES
from netsheet.core.model import Log, Person, SheetReading
from netsheet.core.new_rows import NewRows, Values, plan_new_rows
from netsheet.core.next_rows import NoPlaceError, find_next_rows
from netsheet.core.plan import CellEdit, SheetPlan, WorkbookPlan
from netsheet.core.recording.history_lines import HistoryLine
from netsheet.engines import WorkbookFile, open_workbook
from netsheet.errors import RefusedError
from netsheet.files.file_names import TEXT
from netsheet.files.locks import check_not_open
from netsheet.files.read import SourceFile, read_file
from netsheet.lossless.refusals import not_writable, unprovable
from netsheet.pipeline.opened import OpenedLog, understand
from netsheet.pipeline.refresh_steps import plan_refresh, write_refresh
from netsheet.pipeline.refreshed import Refreshed
from netsheet.pipeline.settings import with_meanings
from netsheet.pipeline.stages import ReportStage, ignore_stage


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteOptions:
    """What is allowed when something is added.

    Attributes:
        is_preview: whether nothing is saved.
        protected_ok: whether a protected sheet may be written.
        even_if_open: whether to go on although the workbook seems to be open.
    """

    is_preview: bool = False
    protected_ok: bool = False
    even_if_open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedRow:
    """A new row: whose it is, and its cells that hold something new."""

    name: str
    row: int
    cells: tuple[CellEdit, ...]


@dataclass(frozen=True, kw_only=True)
class WrittenAdditions:
    """What was added, or would be.

    Attributes:
        additions: what was asked for.
        new: the new rows, and the plan for them; None where there are none.
        fills: the cells of people who are in the log that were filled in or changed.
        refreshed: what the refresh of the log with them did.
    """

    additions: Additions
    new: NewRows | None
    fills: tuple[SheetPlan, ...]
    refreshed: Refreshed

    @property
    def sheet(self) -> str:
        """The name of the sheet with the new rows; "" where there are none."""
        return self.new.plan.sheet if self.new else ""

    @property
    def rows(self) -> tuple[AddedRow, ...]:
        """The new rows."""
        if self.new is None:
            return ()
        return tuple(
            AddedRow(
                name=person.shown,
                row=row,
                cells=tuple(edit for edit in self.new.plan.rows[row] if edit.after not in {"", edit.before}),
            )
            for person, row in zip(self.additions.new, self.new.rows, strict=True)
        )

    @property
    def fill_count(self) -> int:
        """How many cells of people who are in the log were filled in or changed."""
        return sum(len(edits) for plan in self.fills for edits in plan.rows.values())


def write_additions(
    path: Path,
    plan_additions: Callable[[OpenedLog], Additions],
    *,
    today: dt.date,
    sheet_name: str | None = None,
    options: WriteOptions,
    report_stage: ReportStage = ignore_stage,
) -> WrittenAdditions:
    """Add people to the user's list and complete those who are there, and refresh the log.

    Args:
        path: the log.
        plan_additions: works out what is added, from the log as it was read.
        today: the day of the refresh.
        sheet_name: the log's sheet; None to find it.
        options: what is allowed.
        report_stage: called at the start of each stage.

    Raises:
        NetsheetError: the rows have no place, or the file cannot be read, written or proven; and what ``plan_additions``
            raises. The file is then as it was.
    """
    report_stage("reading")
    source = _read_writable(path, even_if_open=options.even_if_open)
    before = _OpenBook.of(open_workbook(source.data))
    report_stage("working out")
    opened = understand(source, before.snapshot, today, sheet_name)
    additions = plan_additions(opened)
    sheets = {sheet.name: sheet for sheet in before.snapshot.sheets}
    fills = plan_fills(FieldCells(opened.log, sheets), additions.known)
    after, new = _with_rows(_filled(before, fills, additions, options), opened.log, additions, options)
    refreshed, plan = plan_refresh(
        source,
        after.snapshot,
        today=today,
        sheet_name=sheet_name,
        protected_ok=options.protected_ok,
        add=lambda longer: _with_lines(longer, opened.log, additions, new),
    )
    refreshed = write_refresh(
        refreshed,
        plan,
        source,
        after.book,
        after.snapshot,
        is_preview=options.is_preview,
        even_if_open=options.even_if_open,
        report_stage=report_stage,
    )
    return WrittenAdditions(additions=additions, new=new, fills=fills, refreshed=refreshed)


def _read_writable(path: Path, *, even_if_open: bool) -> SourceFile:
    source = read_file(path)
    if source.path.suffix.casefold() in TEXT:
        raise not_writable(source.path.suffix.casefold().removeprefix("."))
    check_not_open(source.path, even_if_open=even_if_open)
    return source


def _reading(log: Log, to: Target) -> SheetReading:
    """Return how the sheet was read that gets the rows.

    Raises:
        RefusedError: there is no sheet with one row for each person.
    """
    reading = log.people_reading if to == "people" else log.reading
    if reading is None:
        raise RefusedError(
            "The workbook has no sheet with one row for each person.",
            "Add a sheet named People with the headings Name, Company and E-mail, save, and try again; or leave out --to People.",
        )
    return reading


def _plan_rows(log: Log, snapshot: Snapshot, additions: Additions) -> NewRows:
    reading = _reading(log, additions.to)
    sheet = snapshot.sheet(reading.sheet)
    assert sheet is not None  # noqa: S101  the log was read from it
    try:
        place = find_next_rows(sheet, reading, len(additions.new))
    except NoPlaceError as error:
        raise RefusedError(error.reason, error.hint) from error
    new = plan_new_rows(sheet, reading, [person.values for person in additions.new], place)
    if additions.must_fit and any(new.unplaced):
        fields = ", ".join(dict.fromkeys(name.replace("_", " ") for left in new.unplaced for name in left))
        raise RefusedError(
            f"The log has no column for: {fields}.",
            "Add a column with that heading, or one called Notes, and save.",
        )
    return new


def _filled(
    before: _OpenBook, fills: Sequence[SheetPlan], additions: Additions, options: WriteOptions
) -> _OpenBook:
    filled = before.written(fills, options)
    if not additions.meanings:
        return filled
    return _OpenBook.of(with_meanings(filled.book, additions.meanings))


def _with_rows(
    before: _OpenBook, log: Log, additions: Additions, options: WriteOptions
) -> tuple[_OpenBook, NewRows | None]:
    if not additions.new:
        return before, None
    new = _plan_rows(log, before.snapshot, additions)
    return before.written([new.plan], options), new


class _OpenBook(NamedTuple):
    """A workbook in memory, and its cells."""

    book: WorkbookFile
    snapshot: Snapshot

    @classmethod
    def of(cls, book: WorkbookFile) -> _OpenBook:
        return cls(book, book.read())

    def written(self, sheets: Sequence[SheetPlan], options: WriteOptions) -> _OpenBook:
        """Return the workbook with the user's cells that are new, proven to differ in nothing else."""
        if not any(sheet.rows for sheet in sheets):
            return self
        plan = WorkbookPlan(sheets=tuple(sheets), styles=STYLES, allow_protected=options.protected_ok)
        applied = self.book.apply(plan)
        self.book.verify(applied, plan, {sheet.name: sheet.rows for sheet in self.snapshot.sheets})
        return _OpenBook.of(open_workbook(applied.data))


def _check_read(before: Log, after: Log, new: NewRows, to: Target) -> None:
    """Check that the list is read as it was, with exactly the new rows as its last records."""
    old, now = _reading(before, to), _reading(after, to)
    is_same = (old.sheet, old.header_row, old.headings) == (now.sheet, now.header_row, now.headings)
    if not is_same or set(now.record_rows) != {*old.record_rows, *new.rows}:
        cell = cell_address(new.rows[0], 1)
        raise unprovable(f"the new row {cell.strip('A')} would not be read as a row of the log")


def _with_lines(opened: OpenedLog, before: Log, additions: Additions, new: NewRows | None) -> OpenedLog:
    """Return the log with the new lines of its history, each with all keys of the person whom it is about.

    Raises:
        RefusedError: when the log is not read as it was before, with the new rows as its last.
    """
    # By place, because a new address changes somebody's key.
    by_place = {(person.place, person.name): person for person in opened.log.everybody}
    lines = [
        line
        for known in additions.known
        for line in _lines_about(
            opened, by_place.get((known.person.place, known.person.name), known.person), known
        )
    ]
    if new is not None:
        _check_read(before, opened.log, new, additions.to)
        by_row = dict(_by_row(opened.log, additions.to))
        for row, added, unplaced in zip(new.rows, additions.new, new.unplaced, strict=True):
            lines += [_with_unplaced(line, unplaced) for line in _lines_about(opened, by_row[row], added)]
    return opened.plus(lines) if lines else opened


def _by_row(log: Log, to: Target) -> Iterator[tuple[int, Person]]:
    for person in log.everybody:
        if to == "log":
            yield from ((row, person) for row in person.rows)
        elif person.people_row is not None:
            yield person.people_row, person


def _lines_about(opened: OpenedLog, person: Person, added: NewPerson | KnownPerson) -> list[HistoryLine]:
    known = opened.recorded.keys_of(person)
    signs = [sign for sign in added.signs.split("; ") if sign and sign not in known.split("; ")]
    return [replace(line, who=person.name, who_exactly="; ".join((known, *signs))) for line in added.lines]


def _with_unplaced(line: HistoryLine, unplaced: Values) -> HistoryLine:
    """Keep what the list has no place for with the line that says who was imported."""
    if line.what != "imported" or not unplaced:
        return line
    rest = (f"{name.replace('_', ' ')}: {text}" for name, text in unplaced.items())
    return replace(line, note="; ".join(filter(None, (line.note, *rest))))
