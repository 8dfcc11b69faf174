"""The overview of many logs as a file: a page for the browser, a workbook, or CSV. All have the same columns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

from netsheet.core.overview import LogLine
from netsheet.core.text import one_line
from netsheet.present.export import csv_bytes

OVERVIEW_SHEET: Final = "Netsheet Overview"
_HEADINGS: Final = (
    "Log",
    "People",
    "Due now",
    "Oldest due (days)",
    "Replied (4 weeks)",
    "Old enough to count",
    "Streak (working days)",
    "Goals met",
    "Goals",
    "Cells to fix",
    "Last touched",
    "May need help",
    "Not seen",
)
_PAGE_HEADINGS: Final = (
    "Log",
    "May need help",
    "People",
    "Due now",
    "Oldest (days)",
    "Replied",
    "Streak (days)",
    "Goals",
    "To fix",
    "Last touched",
    "Not seen",
)
_PAGE_NUMBERS: Final = range(2, 9)
"""The columns of the page that hold numbers, counted from 0."""
_WIDTHS: Final = (24, 8, 8, 10, 10, 12, 12, 8, 8, 8, 12, 42, 60)
_LONGEST: Final = 2_000

_Cell = str | int | dt.date | None


def overview_bytes(lines: Sequence[LogLine], suffix: str, *, today: dt.date) -> bytes:
    """Return the file for an ending: .html, .xlsx or .csv. Equal lines give equal bytes."""
    if suffix == ".html":
        return _page(lines, today)
    rows = [_row(line) for line in lines]
    return csv_bytes([_HEADINGS, *rows]) if suffix == ".csv" else _workbook(rows, today)


def _row(line: LogLine) -> tuple[_Cell, ...]:
    if line.error:
        return (line.label, *[None] * 11, line.error)
    return (
        line.label,
        line.people,
        line.due_now,
        line.oldest_waiting_days,
        line.replied,
        line.matured,
        line.streak_days,
        line.goals_met,
        line.goals,
        line.cells_to_fix,
        line.last_touched_on,
        line.stuck,
        " ".join(line.warnings),
    )


def _workbook(rows: Sequence[Sequence[_Cell]], today: dt.date) -> bytes:
    from netsheet.starter.formats import DATE, HEAD_FILL, HEAD_INK, INK, new_workbook  # noqa: PLC0415 - only here

    workbook, target = new_workbook(today)
    workbook.set_properties(
        {
            "title": "Overview",
            "comments": "Made by netsheet overview",
            "created": dt.datetime.combine(today, dt.time(9)),
        }
    )
    sheet = workbook.add_worksheet(OVERVIEW_SHEET)
    plain = {"font_color": INK, "valign": "top", "text_wrap": True}
    text, day = (
        workbook.add_format(plain),
        workbook.add_format({**plain, "num_format": DATE, "align": "left"}),
    )
    head = workbook.add_format({**plain, "bold": True, "font_color": HEAD_INK, "bg_color": HEAD_FILL})
    for column, (heading, width) in enumerate(zip(_HEADINGS, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width, text)
        sheet.write_string(0, column, heading, head)
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row):
            if isinstance(value, dt.date):
                sheet.write_datetime(number, column, value, day)
            elif isinstance(value, int):
                sheet.write_number(number, column, value, text)
            elif value:
                sheet.write_string(number, column, one_line(value, _LONGEST), text)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(rows), 1), len(_HEADINGS) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    workbook.close()
    return target.getvalue()


def _page_row(line: LogLine) -> tuple[_Cell, ...]:
    if line.error:
        return (line.label, *[""] * 9, line.error)
    return (
        line.label,
        line.stuck,
        line.people,
        line.due_now,
        "" if line.oldest_waiting_days is None else line.oldest_waiting_days,
        line.replies_words,
        line.streak_days,
        line.goals_words,
        line.cells_to_fix,
        line.last_touched_on or "",
        " ".join(line.warnings),
    )


def _page(lines: Sequence[LogLine], today: dt.date) -> bytes:
    from netsheet.render.html_page import render_page  # noqa: PLC0415 - only a page needs Jinja

    values = {
        "day": today.isoformat(),
        "headings": _PAGE_HEADINGS,
        "numbers": _PAGE_NUMBERS,
        "rows": [_page_row(line) for line in lines],
    }
    return render_page("overview.html.j2", values, style="report.css")
