"""Write what is due and coming as a calendar: one file, or a folder with one file for each entry.

Only what netsheet made is ever replaced. What it made last says what is new now.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from netsheet.core.calendar import add_calendar_days
from netsheet.core.calendar_export.blocks import Block, block_entries, blocks_of
from netsheet.core.calendar_export.calendar_entries import FiledEntry, split_uid
from netsheet.core.calendar_export.changes import file_entries
from netsheet.core.calendar_export.occasions import dates, event_reminders, events
from netsheet.core.calendar_export.people_entries import birthdays, meetings
from netsheet.core.calendar_export.reminders_ahead import due_today, reminders
from netsheet.core.calendar_export.words import EntryWords
from netsheet.core.followups.due import select_due
from netsheet.errors import RefusedError
from netsheet.files.problems import CannotSaveError
from netsheet.pipeline.made_files import read_made, save_made
from netsheet.pipeline.opened import OpenedLog
from netsheet.render.ics import MARK, read_filed_entries, render_calendar

AHEAD_DAYS: Final = 90
"""How many days ahead the calendar looks by default."""

Change = Literal["new", "changed", "cancelled", "same"]
_ANOTHER_FOLDER: Final = "Choose a folder for netsheet's entries alone."


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarOptions:
    """What the user wants in the calendar.

    Attributes:
        ahead: how many days ahead to look.
        blocks: times for networking; None keeps those of the last file.
        is_private: whether people are shown by their initials only.
        is_todo: whether reminders are things to tick off rather than events.
    """

    ahead: int = AHEAD_DAYS
    blocks: Sequence[Block] | None = None
    is_private: bool = False
    is_todo: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenCalendar:
    """A calendar that was written.

    Attributes:
        path: the file, or the folder.
        entries: what it holds, each with what is new about it since the last time.
        is_new_file: whether it is a file that was not there before.
        is_changed: whether anything on the disk was changed.
    """

    opened: OpenedLog
    path: Path
    entries: tuple[tuple[FiledEntry, Change], ...]
    is_new_file: bool
    is_changed: bool


def calendar_path(log: Path) -> Path:
    """Return where the calendar of a log goes: next to it, ``log-calendar.ics``."""
    return log.with_name(f"{log.stem}-calendar.ics")


def write_calendar(opened: OpenedLog, out: Path | None, options: CalendarOptions) -> WrittenCalendar:
    """Write the calendar as one file; None for the one next to the log.

    Raises:
        RefusedError: when there is a file of that name that netsheet did not make, or it cannot be written.
    """
    path = out or calendar_path(opened.source.path)
    present = read_made(path, mark=MARK)
    before = _entries_in(path, present)
    now = _file(opened, before, options)
    is_changed = save_made(path, render_calendar(now), present)
    return _written(opened, path, now, before, is_new_file=present is None, is_changed=is_changed)


def write_folder(opened: OpenedLog, folder: Path, options: CalendarOptions) -> WrittenCalendar:
    """Write the calendar as a folder with one file for each entry (a "vdir"), and delete what is too old.

    Files with other names are left alone.

    Raises:
        RefusedError: as ``write_calendar`` does; or the folder cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        paths = sorted(path for path in folder.glob("*.ics") if split_uid(path.stem))
    except OSError as error:
        raise CannotSaveError(folder, error) from error
    present = {path: read_made(path, mark=MARK, hint=_ANOTHER_FOLDER) for path in paths}
    before = tuple(filed for path, data in present.items() for filed in _entries_in(path, data))
    now = _file(opened, before, options)
    wanted = {folder / f"{filed.uid}.ics": render_calendar([filed]) for filed in now}
    changed = [path for path, data in wanted.items() if save_made(path, data, present.get(path))]
    old = [path for path in present if path not in wanted]
    for path in old:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise CannotSaveError(path, error) from error
    return _written(opened, folder, now, before, is_new_file=False, is_changed=bool(changed or old))


def _file(
    opened: OpenedLog, before: Sequence[FiledEntry], options: CalendarOptions
) -> tuple[FiledEntry, ...]:
    """Build the entries of a log, and compare them with the last ones."""
    today, settings, words = opened.today, opened.settings, EntryWords(is_private=options.is_private)
    until, zone = add_calendar_days(today, options.ahead), settings.time_zone
    items = select_due(
        opened.standings,
        today=today,
        settings=settings,
        calendar=opened.calendar,
        within=options.ahead,
        dormant_ties=opened.dormant_ties,
    )
    a_day = settings.actions_a_day
    entries = [
        *reminders(items, today=today, until=until, a_day=a_day, words=words, is_todo=options.is_todo),
        *meetings(opened.standings, today=today, until=until, settings=settings, words=words),
        *birthdays(opened.standings, words=words),
        *events(opened.optional.events or (), today=today, until=until, zone=zone, words=words),
        *event_reminders(opened.event_steps, today=today, until=until, words=words, is_todo=options.is_todo),
        *dates(opened.standings, today=today, until=until, words=words),
        *block_entries(
            blocks_of(before) if options.blocks is None else options.blocks,
            before,
            due_today(items, a_day=a_day),
            today=today,
            calendar=opened.calendar,
            zone=zone,
            words=words,
        ),
    ]
    return file_entries(entries, before, today=today, is_private=options.is_private)


def _written(
    opened: OpenedLog,
    path: Path,
    now: Sequence[FiledEntry],
    before: Sequence[FiledEntry],
    *,
    is_new_file: bool,
    is_changed: bool,
) -> WrittenCalendar:
    known = {filed.uid: filed for filed in before}
    return WrittenCalendar(
        opened=opened,
        path=path,
        entries=tuple((filed, _change(filed, known)) for filed in now),
        is_new_file=is_new_file,
        is_changed=is_changed,
    )


def _change(filed: FiledEntry, known: Mapping[str, FiledEntry]) -> Change:
    before = known.get(filed.uid)
    if before is None:
        return "new"
    if before == filed:
        return "same"
    return "cancelled" if filed.is_cancelled else "changed"


def _entries_in(path: Path, data: bytes | None) -> tuple[FiledEntry, ...]:
    try:
        return () if data is None else read_filed_entries(data)
    except ValueError as error:
        hint = "Delete it, or move it away; then run the command again."
        raise RefusedError(f"{path} is damaged and stays as it is.", hint) from error
