"""The refresh: computed -> plan -> bytes -> proof -> disk."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path

from netsheet.core.owned_columns import STYLES, plan_sheets
from netsheet.core.plan import OwnedSheet, WorkbookPlan
from netsheet.files import check_not_open, read_file, save_workbook
from netsheet.pipeline.opened import OpenedLog, understand
from netsheet.render.summary import MARK, SUMMARY_SHEET, render_summary
from netsheet.workbook.apply import apply_plan
from netsheet.workbook.book import Book
from netsheet.workbook.read import open_book, read_book
from netsheet.workbook.verify import verify


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
    opened = understand(source, read_book(book), today, sheet_name)
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
