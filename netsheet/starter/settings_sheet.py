"""The sheet "Netsheet Settings", where the user changes settings: each with its default and its meaning."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from netsheet.core.settings.catalog import SETTINGS, spell_value
from netsheet.core.settings.sheet import COLUMNS, SETTINGS_SHEET
from netsheet.starter.formats import Look, make_look, new_workbook

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

SETTINGS_MARK = "Settings of netsheet: change the Value column; netsheet only reads this sheet."
_MAPPING_NOTE = (
    "If netsheet does not understand one of your columns, add a row below. In Setting, write Heading: and your heading. "
    "In Value, write one of netsheet's fields. For example: Heading: Coffee? and meeting_date."
)
_HEADER_ROW = 3


def write_settings(sheet: Worksheet, look: Look) -> None:
    """Write the settings on an empty sheet: the mark in A1, the headings in row 4."""
    sheet.hide_gridlines(2)
    for column, width in enumerate((30, 34, 98)):
        sheet.set_column(column, column, width)
    sheet.merge_range(0, 0, 0, 2, SETTINGS_MARK, look.step)
    sheet.merge_range(1, 0, 1, 2, _MAPPING_NOTE, look.lead)
    sheet.set_row(0, 24)
    sheet.set_row(1, 32)
    sheet.write_row(_HEADER_ROW, 0, COLUMNS, look.heading)
    sheet.set_row(_HEADER_ROW, 24)
    for row, setting in enumerate(SETTINGS, start=_HEADER_ROW + 1):
        sheet.set_row(row, 19)
        sheet.write_string(row, 0, setting.name, look.setting)
        _write_value(sheet, look, row, spell_value(setting.default))
        sheet.write_string(row, 2, setting.meaning, look.meaning)
    sheet.freeze_panes(_HEADER_ROW + 1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 1)


def _write_value(sheet: Worksheet, look: Look, row: int, text: str) -> None:
    """Write a number as a number. An empty value gives an empty cell to type into."""
    if text.isdigit():
        sheet.write_number(row, 1, int(text), look.value)
    elif text:
        sheet.write_string(row, 1, text, look.value)
    else:
        sheet.write_blank(row, 1, None, look.value)


def settings_sheet_workbook() -> bytes:
    """A workbook with only the sheet Netsheet Settings, which the engine adds to an existing log.

    Returns:
        The bytes of an .xlsx file, always the same. ``SETTINGS_MARK`` is in A1.
    """
    workbook, target = new_workbook(dt.date(2026, 1, 1))
    write_settings(workbook.add_worksheet(SETTINGS_SHEET), make_look(workbook))
    workbook.close()
    return target.getvalue()
