"""The sheet "Netsheet History": what was done, one line each, read back at every run.

netsheet only adds lines; the user may correct them, sort them, delete them and add columns. So the lines are read by
their headings, in any order, and one that cannot be understood is a finding.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from netsheet.core.findings import build_finding
from netsheet.core.grid import CellValue, Sheet
from netsheet.core.model import Channel, DateOrder, Finding, Place
from netsheet.core.named_table import NamedHeader, NamedRow, find_header, folded_words, read_named_rows
from netsheet.core.plan import CellEdit, SheetPlan
from netsheet.core.recording.endings import Ending, read_endings, write_endings
from netsheet.core.recording.history_words import HISTORY_WORDS, NOT_NOW, HistoryWord
from netsheet.core.recording.sheet_names import HISTORY_SHEET
from netsheet.core.text import nearest_name
from netsheet.core.values.cells import tidy
from netsheet.core.values.dates import ReadDate, read_date
from netsheet.core.values.vocabulary import read_channel

HISTORY_COLUMNS: Final = (
    "Day",
    "Who",
    "What",
    "Ends",
    "Channel",
    "Note",
    "Until",
    "Subject",
    "Template",
    "Source id",
    "How it got here",
    "Who exactly",
)
HISTORY_MARK: Final = (
    "What was done, one line each. netsheet adds lines at the end and changes none. You can correct a line or delete it: it "
    "counts as you leave it."
)
HISTORY_HEADER_ROW: Final = 2
"""Where the headings are in a sheet that netsheet makes, below the mark."""
_HEADINGS: Final = {column: frozenset({folded_words(column)}) for column in HISTORY_COLUMNS}
_NEEDED: Final = ("Day", "What")
_WORDS: Final = {folded_words(word): word for word in HISTORY_WORDS}
_SPAN = re.compile(r"^(?P<how>.*?),? ?\bbetween (?P<first>\d{4}-\d\d-\d\d) and (?P<last>\d{4}-\d\d-\d\d)$")
_LONGEST_TEXT = 32_767  # characters in a cell (ECMA-376 part 1, 18.4; Excel's specifications and limits)


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One line. Texts are on one line each (``values.cells.tidy``).

    Attributes:
        on: the day; where only a span is known, its last.
        what: what happened, or was decided.
        since: the first day of the span; None where the day is known.
        who: the person's name; "" for what concerns nobody, such as a line of the journal.
        ends: the promises, days and questions that are over with it.
        channel: how; None when not known.
        note: what the user said about it; the text of a promise.
        until: the day that something is put off, moved or promised to.
        subject: the message's subject line.
        template: the user's name for the approach.
        source_id: what an import knows the touch by.
        how: how the line got here: a typed word, a command, an import.
        who_exactly: all that identified the person then (``person_keys.write_keys``).
        place: the cell of its What; None for a line that is not written yet.
    """

    on: dt.date
    what: HistoryWord
    since: dt.date | None = None
    who: str = ""
    ends: tuple[Ending, ...] = ()
    channel: Channel | None = None
    note: str = ""
    until: dt.date | None = None
    subject: str = ""
    template: str = ""
    source_id: str = ""
    how: str = ""
    who_exactly: str = ""
    place: Place | None = None


def interpret_history(
    sheet: Sheet | None, *, order: DateOrder = "auto"
) -> tuple[tuple[HistoryLine, ...], tuple[Finding, ...]]:
    """Read the history's lines in the order of the sheet; a line that cannot be understood is a finding.

    Args:
        sheet: the sheet, None where the workbook has none.
        order: how 3/4/2026 is meant, where the user corrected a day.
    """
    if sheet is None:
        return (), ()
    rows = read_named_rows(sheet, _HEADINGS, needed=_NEEDED)
    if rows is None:
        headings = " and ".join(_NEEDED)
        return (), (build_finding("no-settings-header", None, seen=sheet.name, headings=headings),)
    lines: list[HistoryLine] = []
    findings: list[Finding] = []
    for row in rows:
        line, faults = _read_line(row, order)
        findings.extend(faults)
        if line is not None:
            lines.append(line)
    return tuple(lines), tuple(findings)


def _read_line(row: NamedRow, order: DateOrder) -> tuple[HistoryLine | None, list[Finding]]:
    word = _WORDS.get(folded_words(row.value("What")))
    on = _read_day(row, "Day", order)
    ends = read_endings(row.text("Ends"))
    findings = []
    if word is None:
        nearest = nearest_name(row.text("What"), HISTORY_WORDS)
        hint = f"Did you mean {nearest}?" if nearest else "If a newer netsheet wrote it, update netsheet."
        findings.append(_fault("unknown-history-word", row, "What", nearest=hint))
    if on is None:
        findings.append(_fault("unreadable-history-day", row, "Day"))
    if ends is None:
        findings.append(_fault("unreadable-history-ending", row, "Ends"))
    until = _read_day(row, "Until", order)
    if until is None and row.text("Until"):
        findings.append(_fault("unreadable-history-day", row, "Until"))
    if findings or word is None or on is None or ends is None:
        return None, findings
    how, since = _read_how(tidy(row.text("How it got here")), on)
    channel = read_channel(row.text("Channel"))
    if channel is None and row.text("Channel"):
        findings.append(_fault("unknown-word", row, "Channel", nearest="It is not counted by channel."))
    line = HistoryLine(
        on=on,
        what=word,
        since=since,
        who=_text(row, "Who"),
        ends=ends,
        channel=channel[0] if channel else None,
        note=_text(row, "Note"),
        until=until,
        subject=_text(row, "Subject"),
        template=_text(row, "Template"),
        source_id=_text(row, "Source id"),
        how=how,
        who_exactly=_text(row, "Who exactly"),
        place=row.place("What"),
    )
    return line, findings


def _fault(code: str, row: NamedRow, heading: str, **facts: str) -> Finding:
    return build_finding(code, row.place(heading), heading=heading, seen=row.text(heading), **facts)


def _text(row: NamedRow, name: str) -> str:
    return tidy(row.text(name))


def _read_day(row: NamedRow, name: str, order: DateOrder) -> dt.date | None:
    read = read_date(row.value(name), order=order)
    return read.on if isinstance(read, ReadDate) else None


def _read_how(text: str, on: dt.date) -> tuple[str, dt.date | None]:
    """Read how a line got here, and the first day of its span. A day that the user corrected has no span."""
    match = _SPAN.match(text)
    if match is None or match["last"] != on.isoformat():
        return text, None
    read = read_date(match["first"])
    if isinstance(read, ReadDate) and read.on < on:
        return match["how"], read.on
    return text, None


def _write_how(line: HistoryLine) -> str:
    span = f"between {line.since} and {line.on}" if line.since else ""
    return ", ".join(filter(None, (line.how, span)))


def line_cells(line: HistoryLine) -> dict[str, CellValue]:
    """Return a line's cells by column: days as dates, everything else as text, "" where there is nothing.

    The texts are values, never formulas: the engine writes "=1+1" as the text that it is.
    """
    cells: dict[str, CellValue] = {
        "Day": line.on,
        "Who": line.who,
        "What": line.what,
        "Ends": write_endings(line.ends),
        "Channel": line.channel or "",
        "Note": line.note,
        "Until": line.until or "",
        "Subject": line.subject,
        "Template": line.template,
        "Source id": line.source_id,
        "How it got here": _write_how(line),
        "Who exactly": line.who_exactly,
    }
    return {
        column: tidy(value)[:_LONGEST_TEXT] if isinstance(value, str) else value
        for column, value in cells.items()
    }


def sort_lines(lines: Iterable[HistoryLine]) -> list[HistoryLine]:
    """Return lines in one order, whatever the order of the sheet: by day, and by their words within a day."""
    return sorted(lines, key=_order)


def _order(line: HistoryLine) -> tuple[str, ...]:
    cells = line_cells(line)
    return cells["Day"].isoformat() if isinstance(cells["Day"], dt.date) else "", *map(str, cells.values())


def distinct_lines(lines: Iterable[HistoryLine]) -> list[HistoryLine]:
    """Return the lines of one person without those that two computers wrote twice, in ``sort_lines`` order.

    Lines that are equal in day, what, what they end and until when count once; unless an import knows them by
    different ids, or their notes say what they are: promises, "not now", and lines that concern nobody.
    """
    kept: dict[tuple[object, ...], HistoryLine] = {}
    lines = list(lines)
    if len(lines) < 2:
        return lines
    ordered = sort_lines(lines)
    with_id = {_sameness(line) for line in ordered if line.source_id}
    for line in ordered:
        same = _sameness(line)
        if line.source_id or same not in with_id:
            kept.setdefault((same, line.source_id), line)
    return list(kept.values())


def _sameness(line: HistoryLine) -> tuple[object, ...]:
    is_named_by_note = line.what == "promised" or not (line.who or line.who_exactly)
    said = line.note if is_named_by_note else str(says_not_now(line))
    return line.on, line.what, frozenset(line.ends), line.until, said


def says_not_now(line: HistoryLine) -> bool:
    """Whether a line is a reply of theirs that says "not now"."""
    return line.what == "replied" and line.note.partition(";")[0].strip() == NOT_NOW


def can_add_lines(sheet: Sheet | None) -> bool:
    """Whether lines can be added: there is no history yet, or it has its headings Day and What."""
    return sheet is None or find_history_header(sheet) is not None


def find_history_header(sheet: Sheet) -> NamedHeader | None:
    """Find the row of headings of a history; None where Day or What is missing."""
    return find_header(sheet, _HEADINGS, needed=_NEEDED)


def place_lines(sheet: Sheet | None, lines: Iterable[HistoryLine]) -> tuple[HistoryLine, ...]:
    """Order new lines, and give each the place it will have: below the last filled row of the history.

    Args:
        sheet: the history; None where it will be made.
        lines: the new lines, in any order.
    """
    name, row, column = HISTORY_SHEET, HISTORY_HEADER_ROW, HISTORY_COLUMNS.index("What") + 1
    if sheet is not None and (header := find_history_header(sheet)) is not None:
        filled = (at for at, cells in enumerate(sheet.rows, start=1) if any(cell != "" for cell in cells))
        name, row, column = sheet.name, max(filled, default=header.row), header.columns["What"]
    return tuple(
        replace(line, place=Place(sheet=name, row=row + number, column=column))
        for number, line in enumerate(sort_lines(lines), start=1)
    )


def plan_lines(sheet: Sheet, added: Iterable[HistoryLine], deleted: Iterable[HistoryLine] = ()) -> SheetPlan:
    """Plan new lines in the rows of their places, wherever the user moved the columns.

    The rows of deleted lines are emptied, with what the user wrote next to them.
    """
    header = find_header(sheet, _HEADINGS, needed=_NEEDED)
    rows = {}
    for row in {line.place.row for line in deleted if line.place is not None}:
        filled = [(column, cell) for column, cell in enumerate(sheet.rows[row - 1], start=1) if cell != ""]
        rows[row] = [CellEdit(column, cell, "", None) for column, cell in filled]
    for line in added:
        if header is None or line.place is None:
            continue
        cells = line_cells(line)
        placed = sorted((column, cells[name]) for name, column in header.columns.items() if cells[name] != "")
        rows[line.place.row] = [CellEdit(column, "", value, _style(value)) for column, value in placed]
    return SheetPlan(sheet=sheet.name, header_row=header.row if header else 1, rows=rows)


def _style(value: CellValue) -> str | None:
    return "date" if isinstance(value, dt.date) else None
