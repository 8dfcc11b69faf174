"""The sheet "Netsheet History" as it is made with its first lines; later ones are added below by the engine."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable
from typing import Final

import xlsxwriter

from netsheet.core.owned_columns import STYLES
from netsheet.core.recording.history_lines import (
    HISTORY_COLUMNS,
    HISTORY_HEADER_ROW,
    HISTORY_MARK,
    HistoryLine,
    line_cells,
)
from netsheet.core.recording.sheet_names import HISTORY_SHEET

_CREATED: Final = dt.datetime(2026, 1, 1)  # noqa: DTZ001  a constant, so that equal lines give equal bytes
_WIDTHS: Final = (13, 24, 13, 34, 12, 40, 13, 30, 20, 22, 34, 44)
_OPTIONS: Final = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def render_history(lines: Iterable[HistoryLine]) -> bytes:
    """Return an .xlsx file whose only sheet is the history with its first lines."""
    stream = io.BytesIO()
    workbook = xlsxwriter.Workbook(stream, _OPTIONS)
    workbook.set_properties({"created": _CREATED})
    sheet = workbook.add_worksheet(HISTORY_SHEET)
    heading = workbook.add_format({"bold": True, "bottom": 1})
    day = workbook.add_format({"num_format": STYLES["date"].number_format, "align": "left"})
    sheet.write_string(0, 0, HISTORY_MARK, workbook.add_format({"italic": True, "font_color": "#44546A"}))
    for column, (name, width) in enumerate(zip(HISTORY_COLUMNS, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(HISTORY_HEADER_ROW - 1, column, name, heading)
    sheet.freeze_panes(HISTORY_HEADER_ROW, 0)
    for row, line in enumerate(lines, start=HISTORY_HEADER_ROW):
        for column, value in enumerate(line_cells(line).values()):
            if isinstance(value, dt.date):
                sheet.write_datetime(row, column, dt.datetime.combine(value, dt.time()), day)
            elif value != "":
                sheet.write_string(row, column, str(value))
    workbook.close()
    return stream.getvalue()
