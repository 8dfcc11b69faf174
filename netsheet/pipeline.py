"""The stages in order: the only module that knows them all.

bytes -> snapshot -> log -> computed -> plan -> bytes -> proof -> disk. No stage receives anything from a later one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from netsheet.core.breaks import interpret_breaks
from netsheet.core.calendar import WorkingCalendar
from netsheet.core.goals import Goal, interpret_goals
from netsheet.core.grid import Snapshot
from netsheet.core.interpret import LogNotFound, interpret_log
from netsheet.core.model import Finding, Log, Settings, Standing
from netsheet.core.owned_columns import STYLES, plan_sheets
from netsheet.core.plan import OwnedSheet, WorkbookPlan
from netsheet.core.settings import interpret_settings
from netsheet.core.standing import compute_standings
from netsheet.core.summary import Summary, compute_summary
from netsheet.errors import UnreadableError
from netsheet.files import SourceFile, check_not_open, read_file, save_workbook, workbooks_in
from netsheet.render.summary_sheet import MARK, SUMMARY_SHEET, render_summary
from netsheet.workbook.apply import apply_plan
from netsheet.workbook.book import Book
from netsheet.workbook.read import open_book, read_book, read_workbook
from netsheet.workbook.verify import verify

SETTINGS_SHEET = "Netsheet Settings"
TEXT_SUFFIXES = (".csv", ".tsv", ".txt")


@dataclass(frozen=True, kw_only=True)
class OpenedLog:
    """A log, read and understood as of one day."""

    source: SourceFile
    snapshot: Snapshot
    today: dt.date
    settings: Settings
    calendar: WorkingCalendar
    goals: tuple[Goal, ...]
    log: Log
    findings: tuple[Finding, ...]

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """Where each person stands, in the order of ``log.people``."""
        return compute_standings(
            self.log.people, today=self.today, settings=self.settings, calendar=self.calendar
        )

    @cached_property
    def summary(self) -> Summary:
        """Everything the summary sheet shows."""
        return compute_summary(
            self.log,
            self.standings,
            self.findings,
            today=self.today,
            settings=self.settings,
            calendar=self.calendar,
            goals=self.goals,
        )


@dataclass(frozen=True, kw_only=True)
class Refreshed:
    """What a refresh did, or would do.

    Attributes:
        opened: the log as it was understood.
        plan: the cells that change; what dry run, check, proof and write share.
        is_changed: whether the file's bytes change.
        is_saved: whether they were written.
        backup: the kept copy of the file as it was; None when nothing was written.
    """

    opened: OpenedLog
    plan: WorkbookPlan
    is_changed: bool
    is_saved: bool = False
    backup: Path | None = None

    @property
    def summary_sheet(self) -> str:
        """The name of the summary sheet."""
        return SUMMARY_SHEET

    @property
    def columns_added(self) -> tuple[str, ...]:
        """The headings of columns that are new."""
        return tuple(column.heading for sheet in self.plan.sheets for column in sheet.new_columns)


def open_log(path: Path, *, today: dt.date, sheet_name: str | None = None) -> OpenedLog:
    """Read and understand a log of any kind: .xlsx, .xlsm, .ods, .xls, .csv.

    Raises:
        NetsheetError: when the file cannot be read, or no sheet looks like a log.
    """
    source = read_file(path)
    return _understood(source, _read_snapshot(source), today, sheet_name)


def refresh_log(
    path: Path,
    *,
    today: dt.date,
    sheet_name: str | None = None,
    is_preview: bool = False,
    protected_ok: bool = False,
    even_if_open: bool = False,
) -> Refreshed:
    """Bring a log up to date; with ``is_preview`` only say what would change.

    Raises:
        NetsheetError: when the file cannot be read or written, is open elsewhere, or the write could not be
            proven to lose nothing. The file is then as it was.
    """
    source = read_file(path)
    check_not_open(source.path, even_if_open=even_if_open)
    book = open_book(source.data)
    opened = _understood(source, read_book(book), today, sheet_name)
    plan = replace(_plan(opened), allow_protected=protected_ok)
    return _written(book, opened, plan, is_preview=is_preview, even_if_open=even_if_open)


def _written(
    book: Book, opened: OpenedLog, plan: WorkbookPlan, *, is_preview: bool, even_if_open: bool
) -> Refreshed:
    """Apply, prove and save a plan; a plan that changes nothing leaves the file alone."""
    applied = apply_plan(book, plan)
    if applied.data == opened.source.data:
        return Refreshed(opened=opened, plan=plan, is_changed=False)
    verify(book, applied, plan, {sheet.name: sheet.rows for sheet in opened.snapshot.sheets})
    if is_preview:
        return Refreshed(opened=opened, plan=plan, is_changed=True)
    saved = save_workbook(opened.source, applied.data, even_if_open=even_if_open)
    return Refreshed(opened=opened, plan=plan, is_changed=True, is_saved=True, backup=saved.backup)


def _plan(opened: OpenedLog) -> WorkbookPlan:
    """Plan everything one refresh writes: the owned columns and the summary sheet."""
    sheets = {sheet.name: sheet for sheet in opened.snapshot.sheets}
    plans = plan_sheets(opened.log, sheets, opened.standings)
    summary = OwnedSheet(name=SUMMARY_SHEET, content=render_summary(opened.summary), mark=MARK)
    return WorkbookPlan(sheets=plans, owned=(summary,), styles=STYLES)


def _understood(source: SourceFile, snapshot: Snapshot, today: dt.date, sheet_name: str | None) -> OpenedLog:
    settings, setting_findings = interpret_settings(snapshot.sheet(SETTINGS_SHEET))
    breaks, break_findings = interpret_breaks(snapshot.sheet("Breaks"), settings=settings)
    goals, goal_findings = interpret_goals(snapshot.sheet("Goals"))
    try:
        log = interpret_log(snapshot, today=today, settings=settings, sheet_name=sheet_name)
    except LogNotFound as error:
        raise _no_log(source, error) from error
    return OpenedLog(
        source=source,
        snapshot=snapshot,
        today=today,
        settings=settings,
        calendar=WorkingCalendar(settings.working_weekdays, settings.holidays, breaks),
        goals=goals,
        log=log,
        findings=(*log.findings, *setting_findings, *break_findings, *goal_findings),
    )


def _read_snapshot(source: SourceFile) -> Snapshot:
    return read_workbook(source.data)


def _no_log(source: SourceFile, error: LogNotFound) -> UnreadableError:
    """Say which sheets were looked at, and why none was taken."""
    name = source.path.name
    sheets = [candidate.sheet for candidate in error.candidates]
    if error.wanted is not None and error.nearest:
        return UnreadableError(
            f'{name} has no sheet named "{error.wanted}".', f'Type: --sheet "{error.nearest}"'
        )
    if error.wanted is not None:
        return UnreadableError(
            f'{name} has no sheet named "{error.wanted}" that can be read as a log.',
            f"Its sheets are: {listed(sheets)}.",
        )
    reasons = "; ".join(f'"{candidate.sheet}": {candidate.reason}' for candidate in error.candidates[:3])
    return UnreadableError(
        f"No sheet of {name} looks like a networking log ({reasons or 'it has no sheets'}).",
        "A log has a row of headings, such as Name, Company and Date Sent, and one row per person or message below it.",
    )


def find_log(folder: Path) -> Path:
    """Return the one workbook of a folder that looks like a log.

    Raises:
        UnreadableError: when there is none, or more than one.
    """
    names = [name for name in workbooks_in(folder) if name.casefold().endswith((".xlsx", ".xlsm"))]
    if len(names) == 1:
        return folder / names[0]
    if not names:
        raise UnreadableError(
            "There is no workbook in this folder.", "Type: netsheet refresh PATH-TO-YOUR-LOG.xlsx"
        )
    raise UnreadableError(
        f"There are several workbooks in this folder: {listed(names)}.", f"Type: netsheet refresh {names[0]}"
    )


def listed(names: Sequence[str], most: int = 4) -> str:
    """List names for a sentence, the first few."""
    shown = ", ".join(names[:most])
    return shown if len(names) <= most else f"{shown} and {len(names) - most} more"
