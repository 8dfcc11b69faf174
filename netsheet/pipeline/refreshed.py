"""A refresh from the cells that were read: computed -> plan -> bytes -> proof -> disk."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from netsheet.core.grid import Snapshot
from netsheet.core.model import Finding, Tone
from netsheet.core.owned_columns import STYLES, plan_sheets
from netsheet.core.plan import OwnedSheet, WorkbookPlan
from netsheet.files import SourceFile, save_workbook
from netsheet.pipeline.opened import understand
from netsheet.pipeline.stages import Tell
from netsheet.render.summary import MARK, SUMMARY_SHEET, render_summary
from netsheet.workbook.apply import apply_plan
from netsheet.workbook.book import Book
from netsheet.workbook.verify import verify


@dataclass(frozen=True, kw_only=True)
class Refreshed:
    """What a refresh did, or would do.

    Attributes:
        path: the log, as it was given.
        sheet: the sheet that holds it.
        people_count: how many people it holds.
        statuses: how many people stand where: tone and status to count.
        findings: what could not be understood.
        plan: the cells that change; what dry run, check, proof and write share.
        is_changed: whether the file's bytes change.
        is_saved: whether they were written.
        backup: the kept copy of the file as it was; None when nothing was written.
        conflict_copies: the names of copies that a sync folder made beside the file.
    """

    path: Path
    today: dt.date
    sheet: str
    people_count: int
    statuses: Mapping[tuple[Tone, str], int]
    findings: tuple[Finding, ...]
    plan: WorkbookPlan
    is_changed: bool = False
    is_saved: bool = False
    backup: Path | None = None
    conflict_copies: tuple[str, ...] = ()

    @property
    def summary_sheet(self) -> str:
        """The name of the summary sheet."""
        return SUMMARY_SHEET

    @property
    def columns_added(self) -> tuple[str, ...]:
        """The headings of columns that are new."""
        return tuple(column.heading for sheet in self.plan.sheets for column in sheet.new_columns)


def plan_refresh(
    source: SourceFile, snapshot: Snapshot, *, today: dt.date, sheet_name: str | None, protected_ok: bool
) -> Refreshed:
    """Work out everything one refresh writes: the owned columns and the summary sheet.

    Only the plan is kept: the people of a large log take as much memory as the proof.

    Raises:
        UnreadableError: when no sheet looks like a log.
    """
    opened = understand(source, snapshot, today, sheet_name)
    sheets = {sheet.name: sheet for sheet in snapshot.sheets}
    summary = OwnedSheet(name=SUMMARY_SHEET, content=render_summary(opened.summary), mark=MARK)
    plan = WorkbookPlan(
        sheets=plan_sheets(opened.log, sheets, opened.standings),
        owned=(summary,),
        styles=STYLES,
        allow_protected=protected_ok,
    )
    return Refreshed(
        path=source.path,
        today=today,
        sheet=opened.log.reading.sheet,
        people_count=len(opened.log.people),
        statuses=Counter((standing.tone, standing.status) for standing in opened.standings),
        findings=opened.findings,
        conflict_copies=opened.conflict_copies,
        plan=plan,
    )


def write_refresh(
    refreshed: Refreshed,
    source: SourceFile,
    book: Book,
    snapshot: Snapshot,
    *,
    is_preview: bool,
    even_if_open: bool,
    tell: Tell,
) -> Refreshed:
    """Write what was planned, prove it and save it; with ``is_preview`` stop before the save.

    Raises:
        NetsheetError: when that is refused, or could not be proven to lose nothing; the file is then as it was.
    """
    tell("writing")
    applied = apply_plan(book, refreshed.plan)
    if applied.data == source.data:
        return refreshed
    tell("proving")
    verify(book, applied, refreshed.plan, {sheet.name: sheet.rows for sheet in snapshot.sheets})
    if is_preview:
        return replace(refreshed, is_changed=True)
    tell("saving")
    saved = save_workbook(source, applied.data, even_if_open=even_if_open)
    return replace(refreshed, is_changed=True, is_saved=True, backup=saved.backup)
