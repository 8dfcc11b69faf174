"""Open a log as of one day: read the file, interpret it, and compute results when they are first needed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from netsheet.core.blind_spots import BlindSpot, find_blind_spots
from netsheet.core.calendar import WorkingCalendar, calendar_of
from netsheet.core.columns.headings import is_own
from netsheet.core.columns.no_log import Candidate
from netsheet.core.columns.sheets import LogNotFound
from netsheet.core.finding_kind import count_cells_to_fix
from netsheet.core.followups.dormant_ties import DormantTie, compute_dormant_ties
from netsheet.core.followups.due import closed_follow_ups, replies_after_opt_out
from netsheet.core.followups.first_seen import compute_remembered
from netsheet.core.followups.remembered import Remembered
from netsheet.core.followups.rules import compute_standings
from netsheet.core.followups.standing import Standing
from netsheet.core.frames import Frames, build_frames
from netsheet.core.grid import Sheet, Snapshot
from netsheet.core.model import Finding, Log, Person, Settings
from netsheet.core.new_memory import say_due_step
from netsheet.core.numbers.engagement import Engagement, compute_engagement
from netsheet.core.numbers.goal_counts import Goal, Ticks, with_event_days
from netsheet.core.numbers.goal_past import GoalPast, read_goal_past
from netsheet.core.numbers.goal_sheet import GOALS_SHEET, GoalReader, interpret_goals
from netsheet.core.numbers.goals import GoalProgress, compute_goals
from netsheet.core.optional_sheet_kinds import find_optional_sheets
from netsheet.core.optional_sheets.optional_contents import OptionalSheets
from netsheet.core.owned_columns import find_own_texts
from netsheet.core.people.interpret import interpret_log
from netsheet.core.printable import quoted_path, quoted_word
from netsheet.core.recording.done_parts import Circumstances
from netsheet.core.recording.history_lines import HistoryLine
from netsheet.core.recording.log_history import RecordedLog
from netsheet.core.recording.own_lines import goal_ticks
from netsheet.core.recording.person_memory import CellsOfPeople
from netsheet.core.recording.read_recording import read_recording
from netsheet.core.settings.breaks import BREAKS_SHEET, interpret_breaks
from netsheet.core.settings.sheet import SETTINGS_SHEET, interpret_settings
from netsheet.core.summary.contents import Summary, compute_summary, with_events, with_fixes, with_practices
from netsheet.core.text_faults import find_text_faults
from netsheet.core.values.vocabulary import status_reader
from netsheet.engines import read_workbook
from netsheet.errors import UnreadableError
from netsheet.files.file_names import TEXT, WRITABLE
from netsheet.files.locks import conflict_copies
from netsheet.files.read import SourceFile, read_file
from netsheet.pipeline.found import listed
from netsheet.pipeline.stages import ReportStage, ignore_stage
from netsheet.workbook.csv_text import NotATableError, read_csv_text

if TYPE_CHECKING:
    from netsheet.core.followups.event_steps import EventStep

LOG_SHAPE = "A log has a row of headings, such as Name, Company and Date Sent. Below it, each person or message has one row."


class NoLogError(UnreadableError):
    """No sheet of the workbook looks like a log (exit 3).

    Attributes:
        is_made_by_netsheet: whether all its sheets are netsheet's own.
    """

    def __init__(self, message: str, hint: str, *, is_made_by_netsheet: bool) -> None:
        super().__init__(message, hint)
        self.is_made_by_netsheet = is_made_by_netsheet


@dataclass(frozen=True, kw_only=True)
class OpenedLog:
    """A log, read and understood as of one day; ``optional`` is what the sheets Events, Dates and so on say."""

    source: SourceFile
    snapshot: Snapshot
    today: dt.date
    settings: Settings
    calendar: WorkingCalendar
    cells: CellsOfPeople
    recorded: RecordedLog
    other_findings: tuple[Finding, ...]
    optional: OptionalSheets = field(default_factory=OptionalSheets)

    @property
    def log(self) -> Log:
        """The people with their touches and plans, those of the history too."""
        return self.recorded.log

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that could not be understood."""
        closed = closed_follow_ups(self.log.people, today=self.today, calendar=self.calendar)
        opted_out = replies_after_opt_out(self.log.people, self.remembered, today=self.today)
        own = (*self.other_findings, *self._goals[1], *self.recorded.findings)
        return (*self.log.findings, *closed, *opted_out, *own)

    @property
    def cells_to_fix(self) -> int:
        """How many cells hold something that could not be understood or recorded, wherever such cells are counted."""
        return count_cells_to_fix(self.findings, (word.place for word in self.recorded.words_left))

    @property
    def goals(self) -> tuple[Goal, ...]:
        """The goals of the sheet Goals."""
        return self._goals[0]

    @cached_property
    def _goals(self) -> tuple[tuple[Goal, ...], tuple[Finding, ...]]:
        reader = GoalReader(
            today=self.today,
            order=self.settings.date_order,
            ticked=self._ticks,
            first_seen={key: targets[0].since for key, targets in self.goal_past.items()},
        )
        return interpret_goals(self.snapshot.sheet(GOALS_SHEET), reader)

    @cached_property
    def goal_past(self) -> GoalPast:
        """What earlier refreshes saw of the goals."""
        return read_goal_past(self.recorded.memory.goals if self.recorded.memory is not None else "")

    @cached_property
    def _ticks(self) -> Ticks:
        ticked = goal_ticks((*self.recorded.lines, *self.recorded.new_lines))
        return with_event_days(ticked, self.optional.days_at_events(until=self.today))

    @cached_property
    def blind_spots(self) -> tuple[BlindSpot, ...]:
        """What keeps netsheet from seeing all that is due."""
        return find_blind_spots(self.log, self.findings, self.snapshot, self.recorded.memory)

    @cached_property
    def remembered(self) -> Mapping[str, Remembered]:
        """What earlier refreshes saw, by the key of a person."""
        lines = self.recorded.memory_lines if self.recorded.memory is not None else None
        return compute_remembered(self.log.people, lines, self.cells, today=self.today)

    def plus(self, lines: Iterable[HistoryLine]) -> OpenedLog:
        """Return the log with more lines of the history, which the next refresh adds."""
        return replace(self, recorded=self.recorded.plus(lines, today=self.today))

    def minus(self, lines: Collection[HistoryLine]) -> OpenedLog:
        """Return the log without some lines of the history, which the next refresh deletes."""
        return replace(self, recorded=self.recorded.minus(lines, today=self.today))

    @cached_property
    def conflict_copies(self) -> tuple[str, ...]:
        """The names of second copies made by a sync program. They may have rows that the log does not have."""
        return tuple(copy.name for copy in conflict_copies(self.source.path))

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """The standing of each person, in the order of ``log.people``."""
        return compute_standings(
            self.log.people,
            today=self.today,
            settings=self.settings,
            calendar=self.calendar,
            remembered=self.remembered,
        )

    def standing_of(self, person: Person) -> Standing:
        """Return the standing of somebody who is only collected."""
        (standing,) = compute_standings(
            [person], today=self.today, settings=self.settings, calendar=self.calendar
        )
        return standing

    @cached_property
    def dormant_ties(self) -> tuple[DormantTie, ...]:
        """The people to get back in touch with this week, after a long silence."""
        return compute_dormant_ties(
            self.standings, today=self.today, settings=self.settings, calendar=self.calendar
        )

    @cached_property
    def event_steps(self) -> tuple[EventStep, ...]:
        """What each event of the sheet Events asks for; nothing without such a sheet."""
        if not self.optional.events:
            return ()
        from netsheet.core.followups.event_steps import compute_event_steps  # noqa: PLC0415 - few logs have events

        return compute_event_steps(
            self.optional.events,
            self.standings,
            (*self.recorded.lines, *self.recorded.new_lines),
            today=self.today,
            settings=self.settings,
            calendar=self.calendar,
        )

    @cached_property
    def frames(self) -> Frames:
        """The people, touches and first messages that the numbers are counted from."""
        return build_frames(self.log.people, today=self.today, settings=self.settings)

    @cached_property
    def engagement(self) -> Engagement:
        """What gets replies, over the whole log."""
        return self.engagement_since(None)

    def engagement_since(self, since: dt.date | None) -> Engagement:
        """What gets replies, counting only what was sent on a given day or later."""
        return compute_engagement(self.frames, today=self.today, settings=self.settings, since=since)

    @cached_property
    def goal_progress(self) -> tuple[GoalProgress, ...]:
        """How far each goal is."""
        return compute_goals(
            self.frames,
            self.goals,
            today=self.today,
            calendar=self.calendar,
            settings=self.settings,
            ticks=self._ticks,
            past=self.goal_past,
            texts=self.log.facts,
        )

    @cached_property
    def summary(self) -> Summary:
        """Everything the summary sheet shows."""
        summary = compute_summary(
            self.standings,
            self.engagement,
            today=self.today,
            settings=self.settings,
            calendar=self.calendar,
            goals=self.goal_progress,
            dormant_ties=self.dormant_ties,
        )
        summary = with_events(with_fixes(summary, self.findings, self.cells_to_fix), self.event_steps)
        summary = with_practices(summary, self.optional, self.recorded, self.standings)
        may_miss_due = any(spot.may_hide_due for spot in self.blind_spots)
        return replace(summary, calm="", calm_day="") if may_miss_due else summary


def open_log(
    path: Path, *, today: dt.date, sheet_name: str | None = None, report_stage: ReportStage = ignore_stage
) -> OpenedLog:
    """Read and interpret a log of any kind: .xlsx, .xlsm, .ods, .xls, .csv. Calls ``report_stage`` at each stage.

    Raises:
        NetsheetError: when the file cannot be read, or no sheet looks like a log.
    """
    report_stage("reading")
    source = read_file(path)
    snapshot = _read_snapshot(source)
    report_stage("working out")
    return understand(source, snapshot, today, sheet_name)


def understand(
    source: SourceFile,
    snapshot: Snapshot,
    today: dt.date,
    sheet_name: str | None,
    *,
    is_refresh: bool = False,
) -> OpenedLog:
    """Interpret a snapshot. Settings and breaks come first, because the log is read with them.

    Args:
        source: the file.
        snapshot: its cells.
        today: the day as of which it is read.
        sheet_name: the log's sheet; None to find it.
        is_refresh: whether the words under Netsheet done are recorded in this run.

    Raises:
        UnreadableError: when no sheet looks like a log.
    """
    settings, findings = interpret_settings(snapshot.sheet(SETTINGS_SHEET))
    breaks, break_findings = interpret_breaks(snapshot.sheet(BREAKS_SHEET), settings=settings)
    try:
        log = interpret_log(snapshot, today=today, settings=settings, sheet_name=sheet_name)
    except LogNotFound as error:
        raise _no_log(source, error, snapshot) from error
    log, optional = _with_optional(log, snapshot, settings)
    calendar = calendar_of(settings, breaks)
    cells = CellsOfPeople(log, {sheet.name: sheet for sheet in snapshot.sheets})
    return OpenedLog(
        source=source,
        snapshot=snapshot,
        today=today,
        settings=settings,
        calendar=calendar,
        cells=cells,
        recorded=read_recording(
            log,
            snapshot,
            _circumstances(settings, calendar, today),
            words=status_reader(settings.words),
            cells=cells,
            due_step=lambda person: say_due_step(person, today=today, settings=settings, calendar=calendar),
            is_refresh=is_refresh,
        ),
        other_findings=(*_faults(log, snapshot), *findings, *break_findings, *optional.findings),
        optional=optional,
    )


def _with_optional(log: Log, snapshot: Snapshot, settings: Settings) -> tuple[Log, OptionalSheets]:
    """Read the sheets Events, Dates, Companies and Resources, of those there are; the people get their dates."""
    if not any(find_optional_sheets(snapshot.sheets)):
        return log, OptionalSheets()
    # Most logs have no such sheet.
    from netsheet.core.optional_sheets.dated_people import with_dates  # noqa: PLC0415
    from netsheet.core.optional_sheets.reading import read_optional_sheets  # noqa: PLC0415

    optional = read_optional_sheets(snapshot, log, order=settings.date_order)
    return with_dates(log, optional.dates) if optional.dates else log, optional


def _circumstances(settings: Settings, calendar: WorkingCalendar, today: dt.date) -> Circumstances:
    """Say how the words under Netsheet done are read in a refresh of today."""
    return Circumstances(
        today=today,
        counted_from=today,
        calendar=calendar,
        order=settings.date_order,
        not_now_days=settings.not_now,
    )


def _faults(log: Log, snapshot: Snapshot) -> Iterator[Finding]:
    yield from find_text_faults(snapshot)
    for reading in log.readings:
        sheet = snapshot.sheet(reading.sheet)
        if sheet is not None:
            yield from find_own_texts(sheet, reading)


def _read_snapshot(source: SourceFile) -> Snapshot:
    if source.path.suffix.casefold() in TEXT:
        try:
            table = read_csv_text(source.data)
        except NotATableError as error:
            raise UnreadableError(
                f"{source.path.name} cannot be read as a table: {error}.",
                "Open it in Excel or LibreOffice, check its rows and columns, and save it as .xlsx.",
            ) from error
        sheet = Sheet(name=source.path.stem, rows=table.rows, errors=table.errors)
        return Snapshot(
            kind="csv", sheets=(sheet,), encoding_in_doubt=table.doubt, unclosed_quotes=table.unclosed
        )
    return read_workbook(source.data, meanwhile=_import_pandas)


def _import_pandas() -> None:
    import_module("pandas")  # the interpretation needs it; importing it now overlaps with the parsing


def _no_log(source: SourceFile, error: LogNotFound, snapshot: Snapshot) -> UnreadableError:
    """Say which sheets netsheet looked at, and why none of them is a log."""
    name = source.path.name
    if error.wanted is not None:
        return _not_named(source.path, error.wanted, error)
    reasons = "; ".join(f'"{candidate.sheet}": {candidate.reason}' for candidate in error.candidates[:3])
    return NoLogError(
        f"No sheet of {name} looks like a networking log ({reasons or 'it has no sheets'}).",
        _hint(source.path, error.candidates),
        is_made_by_netsheet=all(is_own(sheet.name) for sheet in snapshot.sheets),
    )


def _hint(path: Path, candidates: Sequence[Candidate]) -> str:
    """Say which column to map, where one may name the people; else what a log looks like."""
    heading = next((candidate.heading for candidate in candidates if candidate.heading), "")
    if not heading:
        return LOG_SHAPE
    if not path.name.casefold().endswith(WRITABLE):
        return f"If “{heading}” names them, change that heading to Name (people) or Company (organisations)."
    command = f"netsheet settings {quoted_path(path)} --map {quoted_word(f'{heading}=name')}"
    return f"If “{heading}” names the people, type: {command} (for organisations: =company)"


def _not_named(path: Path, wanted: str, error: LogNotFound) -> UnreadableError:
    """Say why the named sheet cannot be used, or suggest another name."""
    name = path.name
    reason = next((each.reason for each in error.candidates if each.sheet == wanted and each.reason), "")
    if reason:
        return UnreadableError(
            f'The sheet "{wanted}" of {name} cannot be read as a log: {reason}.',
            _hint(path, error.candidates),
        )
    sheets = listed([candidate.sheet for candidate in error.candidates])
    hint = f'Type: --sheet "{error.nearest}"' if error.nearest else f"Its sheets are: {sheets}."
    return UnreadableError(f'{name} has no sheet named "{wanted}".', hint)
