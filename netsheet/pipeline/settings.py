"""Add the settings sheet to a log, and add and remove rows that say what a heading or a word means."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from netsheet.core.columns.headings import is_own
from netsheet.core.columns.plain_words import plain_words
from netsheet.core.columns.sheets import LogNotFound
from netsheet.core.grid import Snapshot
from netsheet.core.model import Finding, Place, Settings
from netsheet.core.people.interpret import interpret_log
from netsheet.core.plan import OwnedSheet, WorkbookPlan
from netsheet.core.settings.row_plan import plan_meaning, plan_removal
from netsheet.core.settings.sheet import (
    HEADING_PREFIX,
    SETTINGS_SHEET,
    WORD_PREFIX,
    SettingInForce,
    interpret_settings,
    own_meaning_places,
    settings_in_force,
)
from netsheet.engines import WorkbookFile, open_workbook, read_workbook
from netsheet.errors import RefusedError
from netsheet.files.file_names import TEXT
from netsheet.files.locks import check_not_open
from netsheet.files.read import SourceFile, read_file
from netsheet.files.save import save_workbook
from netsheet.lossless.file_kind import WRITTEN_KINDS, file_kind
from netsheet.lossless.refusals import not_writable
from netsheet.pipeline.stages import ReportStage, ignore_stage
from netsheet.pipeline.typed_names import UnknownNameError, near_or_known
from netsheet.starter import SETTINGS_MARK, settings_sheet_workbook

_ROWS_WITH_HEADINGS: Final = 50
"""Where no log is found yet, its headings are looked for in this many rows of each sheet."""


@dataclass(frozen=True, kw_only=True)
class SettingsInForce:
    """The settings of a log, and what was added to its file.

    Attributes:
        kind: what kind of file the log is. netsheet adds settings only to "xlsx" and "ods".
        settings: each setting with its value and where it comes from.
        headings: the field that each mapped heading means.
        words: the meaning that each status word of the user's own has.
        own_places: the settings cells with these meanings, by the name of their row.
        findings: the values that could not be used, and mapped headings that the log does not have.
        is_added: whether the settings sheet was added.
        mapped: the headings and words whose meaning was written, and what they mean.
        unmapped: the headings whose meaning was removed.
    """

    path: Path
    kind: str
    sheet: str
    settings: tuple[SettingInForce, ...]
    headings: Mapping[str, str]
    words: Mapping[str, str]
    own_places: Mapping[str, Place]
    findings: tuple[Finding, ...]
    is_added: bool = False
    mapped: tuple[tuple[str, str], ...] = ()
    unmapped: tuple[str, ...] = ()


def ensure_settings(
    path: Path,
    mappings: Sequence[tuple[str, str]] = (),
    *,
    unmapped: Sequence[str] = (),
    words: Sequence[tuple[str, str]] = (),
    today: dt.date,
    sheet_name: str | None = None,
    even_if_open: bool = False,
    report_stage: ReportStage = ignore_stage,
) -> SettingsInForce:
    """Return the settings in force. Add the settings sheet if it is missing, and the meanings of headings and words.

    A file of a kind that netsheet does not write is only read.

    Args:
        path: the log.
        mappings: headings and the fields that they mean. Each must be in the workbook.
        unmapped: headings whose meaning is removed.
        words: status words and what they mean.
        today: the day as of which the log is read, to check that it has the headings.
        sheet_name: the log's sheet; None to find it.
        even_if_open: go on although the workbook seems to be open.
        report_stage: called at the start of each stage.

    Raises:
        UnknownNameError: when a heading is not in the workbook, or has no meaning to remove.
        NetsheetError: when the file cannot be read or written.
    """
    report_stage("reading")
    source = read_file(path)
    kind = _kind(source)
    if kind not in WRITTEN_KINDS:
        if mappings or words or unmapped:
            raise not_writable(kind)
        return _in_force(path, kind, _read_other(source, kind), today, sheet_name)
    check_not_open(source.path, even_if_open=even_if_open)
    original = open_workbook(source.data)
    is_added = not _has_sheet(original)
    _check_headings(original.read(), mappings, today, sheet_name)
    report_stage("writing")
    rows = [(HEADING_PREFIX, *pair) for pair in mappings] + [(WORD_PREFIX, *pair) for pair in words]
    book = _without(with_meanings(original, rows), unmapped)
    if book.data != source.data:
        report_stage("saving")
        save_workbook(source, book.data, even_if_open=even_if_open)
    in_force = _in_force(path, kind, book.read(), today, sheet_name)
    return replace(in_force, is_added=is_added, mapped=(*mappings, *words), unmapped=tuple(unmapped))


def _kind(source: SourceFile) -> str:
    suffix = source.path.suffix.casefold()
    return suffix.removeprefix(".") if suffix in TEXT else file_kind(source.data)


def _read_other(source: SourceFile, kind: str) -> Snapshot:
    """Read a file that netsheet does not write. A plain-text table has no settings sheet."""
    is_text = f".{kind}" in TEXT
    return Snapshot(kind="csv", sheets=()) if is_text else read_workbook(source.data)


def with_meanings(book: WorkbookFile, rows: Sequence[tuple[str, str, str]]) -> WorkbookFile:
    """Return a workbook with the settings sheet, and with rows in it that give something of the user's a meaning.

    Args:
        book: the workbook.
        rows: how each row begins, the user's own heading or word, and what it means.

    Raises:
        RefusedError: when the sheet has lost its headings, or the change cannot be proven.
    """
    return _mapped(book if _has_sheet(book) else _with_sheet(book), rows)


def _has_sheet(book: WorkbookFile) -> bool:
    return SETTINGS_SHEET.casefold() in map(str.casefold, book.sheet_names())


def _with_sheet(book: WorkbookFile) -> WorkbookFile:
    sheet = OwnedSheet(
        name=SETTINGS_SHEET, content=settings_sheet_workbook(), mark=SETTINGS_MARK, replace=False
    )
    return _applied(book, WorkbookPlan(owned=(sheet,)))


def _mapped(book: WorkbookFile, rows: Sequence[tuple[str, str, str]]) -> WorkbookFile:
    for prefix, own, meaning in rows:
        sheet = book.read().sheet(SETTINGS_SHEET)
        plan = None if sheet is None else plan_meaning(sheet, prefix, own, meaning)
        if plan is None:
            raise RefusedError(
                f"The sheet {SETTINGS_SHEET} has no row with the headings Setting and Value.",
                "Put these two headings back, or delete the sheet and run: netsheet settings LOG",
            )
        book = _applied(book, WorkbookPlan(sheets=(plan,)))
    return book


def _without(book: WorkbookFile, headings: Sequence[str]) -> WorkbookFile:
    """Empty the rows that say what the headings mean."""
    for heading in headings:
        sheet = book.read().sheet(SETTINGS_SHEET)
        plan = None if sheet is None else plan_removal(sheet, HEADING_PREFIX, heading)
        if plan is None:
            known = tuple(interpret_settings(sheet)[0].headings)
            raise _no_such_heading(heading, known, "Netsheet Settings says nothing about the heading")
        book = _applied(book, WorkbookPlan(sheets=(plan,)))
    return book


def _check_headings(
    snapshot: Snapshot, mappings: Sequence[tuple[str, str]], today: dt.date, sheet_name: str | None
) -> None:
    """Refuse a heading that the workbook does not have: a mistyped one would change nothing, and look as if it had."""
    if not mappings:
        return
    headings = _headings(snapshot, today, sheet_name)
    words = {plain_words(heading) for heading in headings}
    for heading, _ in mappings:
        if plain_words(heading) not in words:
            raise _no_such_heading(heading, headings, "The log has no heading")


def _headings(snapshot: Snapshot, today: dt.date, sheet_name: str | None) -> tuple[str, ...]:
    """Return the log's headings; while no sheet is understood as a log, every text that may be one."""
    settings, _ = interpret_settings(snapshot.sheet(SETTINGS_SHEET))
    try:
        log = interpret_log(snapshot, today=today, settings=settings, sheet_name=sheet_name)
    except LogNotFound:
        sheets = [sheet for sheet in snapshot.sheets if not is_own(sheet.name)]
        rows = [row for sheet in sheets for row in sheet.rows[:_ROWS_WITH_HEADINGS]]
        return tuple(cell for row in rows for cell in row if isinstance(cell, str))
    return tuple(match.heading for reading in log.readings for match in reading.headings)


def _no_such_heading(heading: str, known: Sequence[str], what: str) -> UnknownNameError:
    hint = near_or_known(heading, known) or "Type it as it is written in the sheet."
    return UnknownNameError(f"{what} “{heading}”. Nothing was written.", hint)


def _applied(book: WorkbookFile, plan: WorkbookPlan) -> WorkbookFile:
    """Apply a plan and verify the result. Return the new workbook, still in memory."""
    applied = book.apply(plan)
    book.verify(applied, plan, {sheet.name: sheet.rows for sheet in book.read().sheets})
    return open_workbook(applied.data)


def _in_force(
    path: Path, kind: str, snapshot: Snapshot, today: dt.date, sheet_name: str | None
) -> SettingsInForce:
    sheet = snapshot.sheet(SETTINGS_SHEET)
    settings, findings = interpret_settings(sheet)
    return SettingsInForce(
        path=path,
        kind=kind,
        sheet=SETTINGS_SHEET,
        settings=settings_in_force(sheet),
        headings=settings.headings,
        words=settings.words,
        own_places=own_meaning_places(sheet),
        findings=(*findings, *_unknown_headings(snapshot, settings, today, sheet_name)),
    )


def _unknown_headings(
    snapshot: Snapshot, settings: Settings, today: dt.date, sheet_name: str | None
) -> tuple[Finding, ...]:
    """Find mapped headings that the log does not have. Without a log there are no findings."""
    if not settings.headings:
        return ()
    try:
        log = interpret_log(snapshot, today=today, settings=settings, sheet_name=sheet_name)
    except LogNotFound:
        return ()
    return tuple(finding for finding in log.findings if finding.code == "heading-not-found")
