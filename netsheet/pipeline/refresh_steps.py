"""A refresh from the cells that were read: computed -> plan -> bytes -> proof -> disk."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from netsheet.core.blind_spots import say_hidden
from netsheet.core.column_places import find_done_columns
from netsheet.core.followups.calm import say_upcoming
from netsheet.core.followups.nothing_due import has_undated_reply, open_promises
from netsheet.core.followups.standing import Standing
from netsheet.core.grid import Sheet, Snapshot
from netsheet.core.owned_columns import STYLES, plan_sheets, sheet_rows
from netsheet.core.plan import OwnedSheet, SheetPlan, WorkbookPlan
from netsheet.core.summary.contents import with_done_places
from netsheet.core.tones import TONES
from netsheet.engines import WorkbookFile
from netsheet.files.read import SourceFile
from netsheet.files.save import save_workbook
from netsheet.pipeline.opened import OpenedLog, understand
from netsheet.pipeline.recording_plan import plan_history, plan_memory
from netsheet.pipeline.refreshed import Refreshed
from netsheet.pipeline.stages import ReportStage
from netsheet.render.summary import MARK, SUMMARY_SHEET, render_summary

Add = Callable[[OpenedLog], OpenedLog]
"""From a log to the same with what a command adds to its history (``OpenedLog.plus``)."""


def plan_refresh(
    source: SourceFile,
    snapshot: Snapshot,
    *,
    today: dt.date,
    sheet_name: str | None,
    protected_ok: bool,
    add: Add | None = None,
) -> tuple[Refreshed, WorkbookPlan]:
    """Work out everything one refresh writes: the owned columns, the summary, the history's new lines, the memory.

    Only the plan is kept: the people of a large log take as much memory as the proof.

    Args:
        source: the file.
        snapshot: its cells.
        today: the day of the refresh.
        sheet_name: the log's sheet; None to find it.
        protected_ok: whether a protected sheet may be written.
        add: adds what a command records to the history; everything that is written follows from it.

    Raises:
        UnreadableError: when no sheet looks like a log.
        RefusedError: when lines cannot be added to the history.
    """
    opened = understand(source, snapshot, today, sheet_name, is_refresh=True)
    if add is not None:
        opened = add(opened)
    sheets = {sheet.name: sheet for sheet in snapshot.sheets}
    history = plan_history(opened.recorded)
    shown = sheet_rows(opened.log, opened.standings)
    columns = plan_sheets(opened.log, sheets, shown, opened.recorded.taken)
    done_columns = find_done_columns(opened.log.readings, snapshot.sheets, with_new=True)
    content = render_summary(with_done_places(opened.summary, done_columns))
    summary = OwnedSheet(name=SUMMARY_SHEET, content=content, mark=MARK)
    plan = WorkbookPlan(
        sheets=(*columns, *history.sheets),
        owned=(summary, *history.owned, *plan_memory(opened, shown)),
        styles=STYLES,
        allow_protected=protected_ok,
    )
    return _refreshed(opened, columns, sheets), plan


def _refreshed(opened: OpenedLog, columns: tuple[SheetPlan, ...], sheets: Mapping[str, Sheet]) -> Refreshed:
    """Say what the refresh of an opened log does, before it is written."""
    recorded = opened.recorded
    statuses = [(each.status, each.tone, each.people_count) for each in opened.summary.status_counts]
    return Refreshed(
        path=opened.source.path,
        today=opened.today,
        sheet=opened.log.reading.sheet,
        people_count=len(opened.log.people),
        due_count=opened.summary.due_count,
        statuses=tuple(sorted(statuses, key=lambda each: (TONES.index(each[1]), each[0]))),
        findings_count=len(opened.findings),
        cells_to_fix=opened.cells_to_fix,
        summary_sheet=SUMMARY_SHEET,
        changes=columns,
        are_beside_filter=any(_is_beside_filter(each, sheets[each.sheet]) for each in columns),
        new_columns_hidden=" ".join(
            filter(None, (_say_hidden(each, sheets[each.sheet]) for each in columns))
        ),
        blind_spots=tuple(spot.text for spot in opened.blind_spots),
        lines=tuple(recorded.new_lines),
        next_steps=dict(_next_steps(opened)),
        words_left=recorded.words_left,
        left_count=len(recorded.words_left),
        calm="" if opened.summary.due_count else opened.summary.calm_day,
        is_history_new=bool(recorded.new_lines) and recorded.history is None,
        days_kept=tuple(place.address for place in recorded.typed_over),
        lines_gone=recorded.lines_gone,
        is_history_gone=recorded.history is None and recorded.lines_gone > 0,
        undated_replies=0 if recorded.memory else sum(map(_has_undated_reply, opened.standings)),
        promises_left=tuple(_promises_left(opened)),
        conflict_copies=opened.conflict_copies,
        sha256=opened.source.sha256,
    )


def _has_undated_reply(standing: Standing) -> bool:
    return standing.status == "In touch" and has_undated_reply(standing.history)


def _next_steps(opened: OpenedLog) -> Iterator[tuple[str, str]]:
    """Say what comes next with the people of new lines; a line that closes them or puts them off says it already."""
    lines = opened.recorded.new_lines
    people = {line.who_exactly for line in lines if line.who_exactly}
    people -= {line.who_exactly for line in lines if line.what in {"snoozed", "closed"}}
    for standing in opened.standings if people else ():
        key = opened.recorded.keys_of(standing.person)
        if key in people:
            yield key, say_upcoming(standing, today=opened.today)


def _promises_left(opened: OpenedLog) -> Iterator[str]:
    """Say what is still promised to the people of whom new lines close something."""
    closed = {line.who_exactly for line in opened.recorded.new_lines if line.what == "closed"}
    for standing in opened.standings if closed else ():
        promises = open_promises(standing.actions)
        if promises and opened.recorded.keys_of(standing.person) in closed:
            yield f"{standing.person.name}: closed. {promises}"


def _is_beside_filter(plan: SheetPlan, sheet: Sheet) -> bool:
    """Whether a filter ends before new columns and does not grow: sorting by it would leave them behind."""
    area = sheet.autofilter
    return (
        area is not None
        and plan.filter_area is None
        and any(area.last_column < column.column for column in plan.new_columns)
    )


def _say_hidden(plan: SheetPlan, sheet: Sheet) -> str:
    """Say which new columns lie where the user has hidden all columns."""
    return say_hidden(sheet, (column.column for column in plan.new_columns))


def write_refresh(
    refreshed: Refreshed,
    plan: WorkbookPlan,
    source: SourceFile,
    book: WorkbookFile,
    snapshot: Snapshot,
    *,
    is_preview: bool,
    even_if_open: bool,
    report_stage: ReportStage,
) -> Refreshed:
    """Write what was planned, prove it and save it; with ``is_preview`` stop before the save.

    Raises:
        NetsheetError: when that is refused, or could not be proven to lose nothing; the file is then as it was.
    """
    report_stage("writing")
    applied = book.apply(plan)
    if applied.data == source.data:
        return refreshed
    report_stage("proving")
    book.verify(applied, plan, {sheet.name: sheet.rows for sheet in snapshot.sheets})
    if is_preview:
        return replace(refreshed, is_changed=True)
    report_stage("saving")
    saved = save_workbook(source, applied.data, even_if_open=even_if_open)
    return replace(refreshed, is_changed=True, is_saved=True, backup=saved.backup, sha256=saved.sha256)
