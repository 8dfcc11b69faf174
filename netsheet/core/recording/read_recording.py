"""All that is recorded next to a log, in the order of one refresh (docs/adr/0005-recording.md)."""

from __future__ import annotations

from dataclasses import replace

from netsheet.core.grid import Snapshot
from netsheet.core.model import Log
from netsheet.core.recording.done_parts import Circumstances
from netsheet.core.recording.history_lines import can_add_lines
from netsheet.core.recording.log_history import RecordedLog, read_recorded
from netsheet.core.recording.new_lines import find_new_lines
from netsheet.core.recording.person_memory import CellsOfPeople
from netsheet.core.recording.typed_words import DueStep, read_typed_words
from netsheet.core.values.vocabulary import StatusReader


def read_recording(
    log: Log,
    snapshot: Snapshot,
    circumstances: Circumstances,
    *,
    words: StatusReader,
    cells: CellsOfPeople,
    due_step: DueStep,
    is_refresh: bool,
) -> RecordedLog:
    """Read the history, the memory and the typed words, and find what is new since the last refresh.

    Args:
        log: as its own sheets say.
        snapshot: the cells of the workbook.
        circumstances: when the words are read, and how days are written.
        words: reads a word of a response.
        cells: what the rows of people say.
        due_step: what is due with a person as of now, for a row that showed no step at the last refresh.
        is_refresh: whether the words are recorded in this run; else relative days count from the last refresh.
    """
    today = circumstances.today
    recorded = read_recorded(log, snapshot, today=today, order=circumstances.order)
    if not can_add_lines(recorded.history):
        return recorded
    if not is_refresh and recorded.memory is not None:
        circumstances = replace(circumstances, counted_from=recorded.memory.refreshed_on)
    new = find_new_lines(recorded, cells, today=today, words=words)
    typed = read_typed_words(
        recorded, snapshot, cells, new, circumstances, due_step=due_step, is_refresh=is_refresh
    )
    recorded = replace(
        recorded,
        taken=typed.taken,
        words_left=typed.left,
        unclaimed=typed.unclaimed,
        typed_over=new.typed_over,
        findings=(*recorded.findings, *typed.findings),
        history_findings=(*recorded.history_findings, *typed.findings),
    )
    return recorded.plus([*new.lines, *typed.lines], today=today)
