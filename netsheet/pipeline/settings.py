"""The settings sheet: added where it is missing, and rows that say what a heading means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from netsheet.core.model import Finding
from netsheet.core.plan import OwnedSheet, WorkbookPlan
from netsheet.core.settings import SettingInForce, interpret_settings, settings_in_force
from netsheet.core.settings_plan import plan_heading
from netsheet.errors import RefusedError
from netsheet.files import check_not_open, read_file, save_workbook
from netsheet.starter import SETTINGS_MARK, SETTINGS_SHEET, settings_sheet_workbook
from netsheet.workbook.apply import apply_plan
from netsheet.workbook.book import Book
from netsheet.workbook.read import open_book, read_book
from netsheet.workbook.verify import verify


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
