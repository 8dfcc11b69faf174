"""What a refresh did, as a value that needs no reader of workbooks: printed, and remembered for the next run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from netsheet.core.plan import CellEdit, SheetPlan
    from netsheet.core.recording.done_findings import WordLeft
    from netsheet.core.recording.history_lines import HistoryLine
    from netsheet.core.tones import Tone


@dataclass(frozen=True, kw_only=True)
class Refreshed:
    """What a refresh did, or would do.

    Attributes:
        path: the log's path as the user typed it.
        sheet: the sheet that holds it.
        people_count: how many people it holds.
        due_count: with how many of them something is due now.
        statuses: for each status its most urgent tone and how many people have it, the most urgent first.
        findings_count: how many things could not be understood.
        cells_to_fix: how many cells the user has to correct, as ``netsheet check`` counts them.
        summary_sheet: the name of the summary sheet.
        changes: the cells of the user's sheets that change.
        are_beside_filter: whether new columns are right of a filter that ends before them.
        new_columns_hidden: which new columns are in a part of the sheet that the user has hidden, and how to see them.
        blind_spots: what keeps netsheet from seeing all that is due, a sentence for each.
        lines: those that were added to the history.
        next_steps: what comes next with the people of these lines, a sentence by ``who_exactly``.
        words_left: the words under Netsheet done that were not recorded; of a kept result only ``left_count`` is known.
        is_history_new: whether the history was made for them.
        calm: when something comes up next, where nothing is due today; nobody is named.
        days_kept: the cells whose old days, which were typed over, are among these lines.
        lines_gone: how many lines of the history were deleted since the last refresh.
        is_history_gone: whether its sheet was deleted with them.
        undated_replies: of a first refresh how many people replied on a day that is not written.
        promises_left: for each person of whom these lines close something a sentence about their promises still open.
        is_changed: whether the file's bytes change.
        is_saved: whether they were written.
        backup: the kept copy of the file as it was; None when nothing was written.
        conflict_copies: the names of copies that a sync folder made of the file.
        sha256: the hash of the file as it is afterwards.
    """

    path: Path
    today: dt.date
    sheet: str
    people_count: int
    due_count: int
    statuses: tuple[tuple[str, Tone, int], ...]
    findings_count: int
    cells_to_fix: int
    summary_sheet: str
    changes: tuple[SheetPlan, ...] = ()
    are_beside_filter: bool = False
    new_columns_hidden: str = ""
    blind_spots: tuple[str, ...] = ()
    lines: tuple[HistoryLine, ...] = ()
    next_steps: Mapping[str, str] = field(default_factory=dict)
    words_left: tuple[WordLeft, ...] = ()
    left_count: int = 0
    calm: str = ""
    is_history_new: bool = False
    days_kept: tuple[str, ...] = ()
    lines_gone: int = 0
    is_history_gone: bool = False
    undated_replies: int = 0
    promises_left: tuple[str, ...] = ()
    is_changed: bool = False
    is_saved: bool = False
    backup: Path | None = None
    conflict_copies: tuple[str, ...] = ()
    sha256: str = ""

    @property
    def cell_count(self) -> int:
        """How many cells of the user's sheets change; those that only get a format do not count."""
        return sum(
            is_change(edit) for sheet in self.changes for edits in sheet.rows.values() for edit in edits
        )

    @property
    def lines_added(self) -> int:
        """How many lines were added to the history."""
        return len(self.lines)

    @property
    def columns_added(self) -> tuple[str, ...]:
        """The headings of columns that are new."""
        return tuple(column.heading for sheet in self.changes for column in sheet.new_columns)

    def facts(self) -> dict[str, Any]:
        """Return what the next run prints if the file is still the same: counts and our own words, no cell."""
        return {
            "sheet": self.sheet,
            "people_count": self.people_count,
            "due_count": self.due_count,
            "statuses": self.statuses,
            "findings_count": self.findings_count,
            "cells_to_fix": self.cells_to_fix,
            "left_count": self.left_count,
            "summary_sheet": self.summary_sheet,
            "calm": self.calm,
            "blind_spots": self.blind_spots,
        }


def is_change(edit: CellEdit) -> bool:
    """Whether an edit changes what a cell shows; an empty cell may only get its format."""
    return edit.before != "" or edit.after != ""


def from_facts(
    facts: Mapping[str, Any], path: Path, *, today: dt.date, conflict_copies: tuple[str, ...]
) -> Refreshed | None:
    """Return the refresh that changes nothing in a file with these facts; None when they are damaged."""
    try:
        return Refreshed(
            path=path,
            today=today,
            sheet=str(facts["sheet"]),
            people_count=int(facts["people_count"]),
            due_count=int(facts["due_count"]),
            statuses=tuple((str(status), tone, int(count)) for status, tone, count in facts["statuses"]),
            findings_count=int(facts["findings_count"]),
            cells_to_fix=int(facts["cells_to_fix"]),
            left_count=int(facts["left_count"]),
            summary_sheet=str(facts["summary_sheet"]),
            calm=str(facts["calm"]),
            blind_spots=tuple(map(str, facts["blind_spots"])),
            conflict_copies=conflict_copies,
        )
    except (KeyError, TypeError, ValueError):
        return None
