"""Refresh a log: read the file and bring it up to date. A file that is known to be up to date is not parsed at all.

The modules for the later stages are imported while calamine parses, because calamine does not hold Python's lock.
"""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import netsheet
from netsheet.files.file_names import TEXT
from netsheet.files.last_result import keep_result, kept_result, question_of
from netsheet.files.locks import check_not_open, conflict_copies
from netsheet.files.read import SourceFile, read_file
from netsheet.lossless.refusals import not_writable
from netsheet.pipeline.refreshed import Refreshed, from_facts
from netsheet.pipeline.stages import ReportStage, ignore_stage

if TYPE_CHECKING:
    from netsheet.pipeline.refresh_steps import Add


def refresh_log(
    path: Path,
    *,
    today: dt.date,
    sheet_name: str | None = None,
    is_preview: bool = False,
    protected_ok: bool = False,
    even_if_open: bool = False,
    report_stage: ReportStage = ignore_stage,
    add: Add | None = None,
) -> Refreshed:
    """Bring a log up to date. With ``is_preview``, only say what would change. Calls ``report_stage`` at each stage.

    If the file has not changed since the last refresh on the same day with the same options, the kept result of that
    refresh is returned. With ``add``, which adds what a command records to the history, never.

    Raises:
        NetsheetError: when the file cannot be read or written, is open in another program, or the check of
            the new file failed. The file is then unchanged.
    """
    report_stage("reading")
    source = read_file(path)
    suffix = source.path.suffix.casefold()
    if suffix in TEXT:
        raise not_writable(suffix.removeprefix("."))
    check_not_open(source.path, even_if_open=even_if_open)
    settings = (today, sheet_name, protected_ok, netsheet.__version__, _newest_code())
    known = _known(source, question_of(source.sha256, *settings), today) if add is None else None
    if known is not None:
        return known
    refreshed = _refresh(
        source,
        today=today,
        sheet_name=sheet_name,
        is_preview=is_preview,
        protected_ok=protected_ok,
        even_if_open=even_if_open,
        report_stage=report_stage,
        add=add,
    )
    # What netsheet wrote may change a finding, or be hidden: after such a write the next refresh reads the file again.
    has_to_look = refreshed.findings_count or refreshed.new_columns_hidden
    if not is_preview and not (refreshed.is_changed and has_to_look):
        keep_result(source.real_path, question_of(refreshed.sha256, *settings), refreshed.facts())
    return refreshed


def _refresh(
    source: SourceFile,
    *,
    today: dt.date,
    sheet_name: str | None,
    is_preview: bool,
    protected_ok: bool,
    even_if_open: bool,
    report_stage: ReportStage,
    add: Add | None,
) -> Refreshed:
    """Read, interpret, write, verify and save."""
    from netsheet.engines import open_workbook  # noqa: PLC0415 - not for a file that is known

    book = open_workbook(source.data)
    snapshot = book.read(meanwhile=_import_the_rest)
    from netsheet.pipeline.refresh_steps import plan_refresh, write_refresh  # noqa: PLC0415 - imported meanwhile

    report_stage("working out")
    refreshed, plan = plan_refresh(
        source,
        snapshot,
        today=today,
        sheet_name=sheet_name,
        protected_ok=protected_ok,
        add=add,
    )
    return write_refresh(
        refreshed,
        plan,
        source,
        book,
        snapshot,
        is_preview=is_preview,
        even_if_open=even_if_open,
        report_stage=report_stage,
    )


def _import_the_rest() -> None:
    import_module("netsheet.pipeline.refresh_steps")
    import_module("pandas")  # which the interpretation imports late


def _known(source: SourceFile, question: str, today: dt.date) -> Refreshed | None:
    """Return the result of the last refresh if it had the same options and read the same bytes."""
    facts = kept_result(source.real_path, question)
    if facts is None:
        return None
    copies = tuple(copy.name for copy in conflict_copies(source.path))
    known = from_facts(facts, source.path, today=today, conflict_copies=copies)
    return known and replace(known, sha256=source.sha256)


def _newest_code() -> int:
    """Return when netsheet's own code last changed. The version alone does not show changes during development."""
    return max(
        os.stat(f"{folder}/{name}").st_mtime_ns  # noqa: PTH116 - a hundred paths cost more than they say
        for folder, _, names in os.walk(os.path.dirname(netsheet.__file__))  # noqa: PTH120
        for name in names
        if name.endswith(".py")
    )
