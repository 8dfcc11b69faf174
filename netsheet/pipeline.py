"""The stages in order: the only module that knows them all.

bytes -> snapshot -> log -> computed -> plan -> bytes -> proof -> disk. No stage receives anything from a later one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from netsheet.core.breaks import interpret_breaks
from netsheet.core.calendar import WorkingCalendar
from netsheet.core.csv_text import read_csv_text
from netsheet.core.dormant import compute_dormant_ties
from netsheet.core.due import WITHIN_DAYS, DueItem, closed_follow_ups, next_coming, select_due
from netsheet.core.engagement import Engagement, compute_engagement
from netsheet.core.goals import Goal, interpret_goals
from netsheet.core.grid import Sheet, Snapshot
from netsheet.core.interpret import LogNotFound, interpret_log
from netsheet.core.model import Finding, Log, Settings, Standing
from netsheet.core.owned_columns import STYLES, plan_sheets
from netsheet.core.plan import OwnedSheet, WorkbookPlan
from netsheet.core.settings import SettingInForce, interpret_settings, settings_in_force
from netsheet.core.settings_plan import plan_heading
from netsheet.core.standing import compute_standings
from netsheet.core.summary import Summary, compute_summary
from netsheet.errors import RefusedError, UnreadableError
from netsheet.files import SourceFile, check_not_open, read_file, save_new_file, save_workbook, workbooks_in
from netsheet.render.summary import MARK, SUMMARY_SHEET, render_summary
from netsheet.starter import SETTINGS_MARK, SETTINGS_SHEET, settings_sheet_workbook, starter_workbook
from netsheet.workbook.apply import apply_plan
from netsheet.workbook.book import Book
from netsheet.workbook.read import open_book, read_book, read_workbook
from netsheet.workbook.verify import verify

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
    def engagement(self) -> Engagement:
        """What gets replies, over the whole log."""
        return self.engagement_since(None)

    def engagement_since(self, since: dt.date | None) -> Engagement:
        """What gets replies, of what was sent on a day or later."""
        return compute_engagement(self.log.people, today=self.today, settings=self.settings, since=since)

    @cached_property
    def summary(self) -> Summary:
        """Everything the summary sheet shows."""
        return compute_summary(
            self.log,
            self.standings,
            self.findings,
            self.engagement,
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


@dataclass(frozen=True, kw_only=True)
class DueList:
    """What is due and what comes, ranked.

    Attributes:
        within: how many days ahead it looks.
        person: the part of a name it was narrowed to; None for everybody.
        next_coming: where the next thing comes up, for a list that is empty.
    """

    opened: OpenedLog
    items: tuple[DueItem, ...]
    within: int
    person: str | None
    next_coming: Standing | None


def list_due(opened: OpenedLog, *, within: int | None = None, person: str | None = None) -> DueList:
    """List what is due as of the log's day, and what comes ``within`` days (default 7)."""
    days = WITHIN_DAYS if within is None else within
    ties = compute_dormant_ties(opened.log.people, today=opened.today, settings=opened.settings)
    items = select_due(
        opened.standings, opened.log.people, today=opened.today, within=days, dormant_ties=ties
    )
    if person is not None:
        items = tuple(item for item in items if person.casefold() in item.person.casefold())
    return DueList(
        opened=opened,
        items=items,
        within=days,
        person=person,
        next_coming=next_coming(opened.standings, today=opened.today),
    )


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
        findings=(
            *log.findings,
            *closed_follow_ups(log.people, today=today),
            *setting_findings,
            *break_findings,
            *goal_findings,
        ),
    )


def _read_snapshot(source: SourceFile) -> Snapshot:
    if source.path.suffix.casefold() in TEXT_SUFFIXES:
        sheet = Sheet(name=source.path.stem, rows=read_csv_text(source.data))
        return Snapshot(kind="csv", sheets=(sheet,))
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


def make_log(path: Path, *, today: dt.date) -> Path:
    """Write the starter workbook; never over a file that is there.

    Raises:
        RefusedError: when there is a file of that name, or the folder takes none.
    """
    if path.suffix.casefold() not in (".xlsx", ""):
        raise UnreadableError(
            f"A new log is an .xlsx file, not {path.suffix}.",
            f"Type: netsheet init {path.with_suffix('.xlsx')}",
        )
    return save_new_file(path.with_suffix(".xlsx"), starter_workbook(today=today))


@dataclass(frozen=True, kw_only=True)
class SettingsInForce:
    """The settings of a log, and what was written to show them.

    Attributes:
        is_added: whether the settings sheet was added.
        is_mapped: whether the meaning of a heading was written.
    """

    path: Path
    sheet: str
    settings: tuple[SettingInForce, ...]
    headings: Mapping[str, str]
    findings: tuple[Finding, ...]
    is_added: bool
    is_mapped: bool


def ensure_settings(
    path: Path, mappings: Sequence[tuple[str, str]] = (), *, even_if_open: bool = False
) -> SettingsInForce:
    """Return the settings in force; add the settings sheet where it is missing, and map headings to fields.

    Raises:
        NetsheetError: when the file cannot be read or written.
    """
    source = read_file(path)
    check_not_open(source.path, even_if_open=even_if_open)
    book = open_book(source.data)
    is_added = book.structure.sheet(SETTINGS_SHEET) is None
    if is_added:
        owned = OwnedSheet(
            name=SETTINGS_SHEET, content=settings_sheet_workbook(), mark=SETTINGS_MARK, replace=False
        )
        book = _proven(book, WorkbookPlan(owned=(owned,)))
    for heading, field in mappings:
        sheet = read_book(book).sheet(SETTINGS_SHEET)
        plan = None if sheet is None else plan_heading(sheet, heading, field)
        if plan is None:
            raise RefusedError(
                f"The sheet {SETTINGS_SHEET} has no row with the headings Setting and Value.",
                "Put these two headings back, or delete the sheet and run: netsheet settings LOG",
            )
        book = _proven(book, WorkbookPlan(sheets=(plan,)))
    if book.data != source.data:
        save_workbook(source, book.data, even_if_open=even_if_open)
    sheet = read_book(book).sheet(SETTINGS_SHEET)
    settings, findings = interpret_settings(sheet)
    return SettingsInForce(
        path=path,
        sheet=SETTINGS_SHEET,
        settings=settings_in_force(sheet),
        headings=settings.headings,
        findings=findings,
        is_added=is_added,
        is_mapped=bool(mappings),
    )


def _proven(book: Book, plan: WorkbookPlan) -> Book:
    """Apply a plan and prove it; return the new workbook, still in memory."""
    applied = apply_plan(book, plan)
    verify(book, applied, plan, {sheet.name: sheet.rows for sheet in read_book(book).sheets})
    return Book(applied.data)


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
