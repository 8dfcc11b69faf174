"""The text output of ``netsheet refresh``: what was found, what was written, what to do next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from netsheet.core.printable import quoted_path
from netsheet.core.recording.sheet_names import HISTORY_SHEET
from netsheet.present.terminal import (
    TONE_STYLES,
    console,
    counted,
    plain_table,
    show_blind_spots,
    show_command,
    show_conflict_copies,
    show_nobody,
    show_table,
)

if TYPE_CHECKING:
    from netsheet.core.grid import CellValue
    from netsheet.core.recording.history_lines import HistoryLine
    from netsheet.core.tones import Tone
    from netsheet.pipeline.refreshed import Refreshed

MOST_CELLS_SHOWN = 200
MOST_PEOPLE_SAID = 10
MOST_WORDS_LEFT = 5
LONGEST_WORD_LEFT = 40
_SAID_SO = ("typed in", "seen in")
"""How lines got into the history that come from what the user typed."""
_SAID_BY_STEP = frozenset({"thanked", "wished", "kept", "met"})
"""What happened, where the name of the step says the same."""


def show_refreshed(refreshed: Refreshed, *, cells: bool) -> None:
    """Print the result of a refresh. With ``cells``, print the changed cells of a dry run first."""
    out, log = console(), quoted_path(refreshed.path)
    people = counted(refreshed.people_count, "person", "people")
    what = f'  sheet "{refreshed.sheet}", {people}, as of {refreshed.today:%Y-%m-%d}'
    out.print(Text.assemble((refreshed.path.name, "bold"), what))
    if cells:
        _show_cells(refreshed)
    _show_statuses(refreshed.statuses)
    out.print(_outcome(refreshed))
    if refreshed.are_beside_filter:
        out.print(
            "The sheet's filter ends before netsheet's columns, so a sort with it leaves them behind. Take the filter off and "
            "set it again over all columns."
        )
    if refreshed.new_columns_hidden:
        out.print(refreshed.new_columns_hidden)
    for sentence in (*_recorded(refreshed), *say_lines_gone(refreshed)):
        out.print(sentence, soft_wrap=True)
    if refreshed.undated_replies:
        people = counted(refreshed.undated_replies, "person", "people")
        out.print(
            f"{people} replied, the day is not logged, so no answer is asked for. Where you owe one, type the day of the reply."
        )
    if refreshed.backup is not None:
        out.print(f"Copy of the old file: {refreshed.backup}", soft_wrap=True)
    if refreshed.cells_to_fix:
        cells_to_fix = f"{counted(refreshed.cells_to_fix, 'cell')} to fix. See:"
        show_command(f"{_not_recorded(refreshed)}{cells_to_fix}", f"netsheet check {log}")
    show_blind_spots(refreshed.blind_spots)
    show_conflict_copies(refreshed.conflict_copies)
    if refreshed.calm and refreshed.people_count:
        out.print(f"Nothing is due today. {refreshed.calm}")
    if refreshed.people_count:
        out.print(f"Next: netsheet due {log}", soft_wrap=True)
    else:
        show_nobody()


def _show_statuses(statuses: Sequence[tuple[str, Tone, int]]) -> None:
    """Print how many people have each status, the most urgent first."""
    table = plain_table("Status", "People")
    table.columns[1].justify = "right"
    for status, tone, count in statuses:
        table.add_row(Text(status, style=TONE_STYLES[tone]), f"{count:,}")
    if statuses:
        show_table(table)


def _outcome(refreshed: Refreshed) -> str:
    if not refreshed.is_changed:
        return "Nothing changed: the log is up to date."
    changes = counted(refreshed.cell_count, "cell")
    if not refreshed.is_saved:
        return (
            f"A refresh would change {changes} in netsheet's columns and the sheet {refreshed.summary_sheet}."
        )
    added = f", {_new_columns(refreshed)}" if refreshed.columns_added else ""
    reaches = [sheet.table_last_row for sheet in refreshed.changes if sheet.table_last_row]
    longer = f" The log's table now reaches down to row {max(reaches)}." if reaches else ""
    return (
        f"Wrote {changes} in netsheet's columns{added} and the sheet {refreshed.summary_sheet}. "
        f"netsheet checked that everything else is unchanged.{longer}"
    )


def _recorded(refreshed: Refreshed) -> Iterator[str]:
    """Say what was added to the history, and what netsheet added by itself."""
    if not refreshed.lines_added:
        return
    yield from _typed(refreshed)
    lines = counted(refreshed.lines_added, "line")
    verb = "Added" if refreshed.is_saved else "It would add"
    if refreshed.is_history_new:
        yield f"{verb} the sheet {HISTORY_SHEET} to your file, with {lines}. It keeps what you did; the history travels with the file."
    else:
        yield f"{verb} {lines} to the sheet {HISTORY_SHEET}."
    if refreshed.days_kept:
        yield _kept_days(refreshed)
    yield from refreshed.promises_left


def say_lines_gone(refreshed: Refreshed) -> Iterator[str]:
    """Say that lines of the history were deleted, and where older copies of the file are."""
    if not refreshed.lines_gone:
        return
    older = f"If that was a slip, see the older copies of your file: netsheet backups {quoted_path(refreshed.path)}"
    count = counted(refreshed.lines_gone, "line")
    if refreshed.is_history_gone:
        yield f"The sheet {HISTORY_SHEET} was deleted, and what its {count} said counts no more. {older}"
    else:
        yield f"{count} of the sheet {HISTORY_SHEET} {'was' if refreshed.lines_gone == 1 else 'were'} deleted since the last refresh. {older}"


def _kept_days(refreshed: Refreshed) -> str:
    """Say which earlier days the history keeps because the user typed over them, and how to get rid of a typo."""
    from netsheet.core.values.dates import short_date  # noqa: PLC0415 - not for a file that is known

    lines = [line for line in refreshed.lines if line.how.startswith("typed over") and line.who]
    shown = ", ".join(
        f"{short_date(line.on, today=refreshed.today)} of {line.who}" for line in lines[:MOST_PEOPLE_SAID]
    )
    more = f" and {len(lines) - MOST_PEOPLE_SAID:,} more" if len(lines) > MOST_PEOPLE_SAID else ""
    if len(lines) == 1:
        return f"Kept the earlier date {shown} in {HISTORY_SHEET}. If it was a typo, delete that line."
    return f"Kept the earlier dates {shown}{more} in {HISTORY_SHEET}. If one was a typo, delete its line."


def _not_recorded(refreshed: Refreshed) -> str:
    """Name the words under Netsheet done that were not recorded; "" when there are none."""
    from netsheet.core.text import one_line  # noqa: PLC0415 - only needed when something was not understood

    if not refreshed.left_count:
        return ""
    if not refreshed.words_left:
        was = "was" if refreshed.left_count == 1 else "were"
        return f"{counted(refreshed.left_count, 'word')} under Netsheet done {was} not recorded. "
    named = [
        f"{' and '.join(word.names)} (cell {word.place.address}: “{one_line(word.text, LONGEST_WORD_LEFT)}”)".lstrip()
        for word in refreshed.words_left[:MOST_WORDS_LEFT]
    ]
    more = len(refreshed.words_left) - len(named)
    return f"Not recorded: {', '.join(named)}{f', and {more:,} more' if more else ''}. "


def _typed(refreshed: Refreshed) -> Iterator[str]:
    """Say for each word that was typed under Netsheet done, and for each new reply, what was recorded."""
    from netsheet.core.recording.done_lines import is_unasked  # noqa: PLC0415
    from netsheet.core.recording.endings import ENDING_WORDS  # noqa: PLC0415 - only needed when something was typed
    from netsheet.present.line_text import say_line, say_unasked, say_when  # noqa: PLC0415

    lines = [line for line in refreshed.lines if line.how.startswith(_SAID_SO) and line.who]
    by_person: dict[str, list[HistoryLine]] = {}
    for line in lines:
        by_person.setdefault(line.who_exactly, []).append(line)
    people = list(by_person.values())
    for theirs in people[:MOST_PEOPLE_SAID]:
        who = theirs[0].who
        upcoming = refreshed.next_steps.get(theirs[0].who_exactly, "")
        if len(theirs) == 1 and is_unasked(theirs[0]):
            yield f"{say_unasked(theirs[0], who, refreshed.today)} {upcoming}".rstrip()
            continue
        done = [line for line in theirs if line.what != "called off"]  # its thanks are not said, but needless
        kinds = [ending.kind for line in done for ending in line.ends if ending.kind != "application"]
        # The step of a follow-up may be another one, such as an answer: what happened says it.
        ends = [ENDING_WORDS[kind] for kind in kinds if kind not in {"follow_up", "application"}]
        if len(theirs) == 1 and ends and theirs[0].what in _SAID_BY_STEP:
            said = [f"{', '.join(ends)}, {say_when(theirs[0], refreshed.today)}"]
        else:
            said = [
                *([", ".join(ends)] if ends else []),
                *(say_line(line, refreshed.today) for line in theirs),
            ]
        yield f"Recorded{' as done' if kinds else ''} for {who}: {'; '.join(said)}. {upcoming}".rstrip()
    if len(people) > MOST_PEOPLE_SAID:
        yield f"... and for {counted(len(people) - MOST_PEOPLE_SAID, 'more person', 'more people')}."


def _new_columns(refreshed: Refreshed) -> str:
    """Say how many columns are new, and where: in a wide log they are off the screen."""
    from netsheet.core.grid import column_letters  # noqa: PLC0415 - only a first refresh needs it

    places = [sorted(column.column for column in sheet.new_columns) for sheet in refreshed.changes]
    spans = [dict.fromkeys((column_letters(each[0]), column_letters(each[-1]))) for each in places if each]
    where = ", ".join(" to ".join(span) for span in spans)
    return f"{counted(len(refreshed.columns_added), 'new column')} ({where}; move them where you like)"


def _show_cells(refreshed: Refreshed) -> None:
    """Print the changed cells: address, before, after."""
    from netsheet.core.grid import cell_address  # noqa: PLC0415 - only a dry run that changes something needs it
    from netsheet.pipeline.refreshed import is_change  # noqa: PLC0415

    table = plain_table("Cell", "Before", "After")
    shown = 0
    for sheet in refreshed.changes:
        for row, edits in sorted(sheet.rows.items()):
            for edit in filter(is_change, edits):
                if shown < MOST_CELLS_SHOWN:
                    address = f"{sheet.sheet}!{cell_address(row, edit.column)}"
                    table.add_row(address, _shown(edit.before), _shown(edit.after))
                shown += 1
    if shown:
        show_table(table)
    if shown > MOST_CELLS_SHOWN:
        console().print(f"... and {counted(shown - MOST_CELLS_SHOWN, 'cell')} more.")


def _shown(value: CellValue) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
