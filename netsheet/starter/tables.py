"""Write sheets with one Excel table: headings with hints, drop-downs, formats, and a frozen header."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from netsheet.starter.columns import LISTS, Column
from netsheet.starter.examples import MARK, Row
from netsheet.starter.formats import Look

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LISTS_SHEET = "Lists"
PREPARED_ROWS = 2000
_TABLE_STYLE = "Table Style Light 1"


def list_name(choices: str) -> str:
    """The workbook's name for a list of the Lists sheet."""
    return f"List_{choices.replace(' ', '_')}"


def write_lists(workbook: Workbook, sheet: Worksheet, look: Look) -> None:
    """Write each list under its heading, as a named range that grows when the user types below it."""
    for column, (heading, words) in enumerate(LISTS.items()):
        sheet.set_column(column, column, 24)
        sheet.write_string(0, column, heading, look.heading)
        sheet.write_column(1, column, words, look.text)
        letter = chr(ord("A") + column)
        cells = f"{LISTS_SHEET}!${letter}$2:${letter}$100"
        counted = f"{LISTS_SHEET}!${letter}$2:INDEX({cells},MAX(1,COUNTA({cells})))"
        workbook.define_name(list_name(heading), f"={counted}")
    note = "Type a word below a list to add it to the drop-down."
    sheet.write_string(0, len(LISTS) + 1, note, look.lead)
    sheet.set_column(len(LISTS) + 1, len(LISTS) + 1, 50)
    sheet.set_row(0, 24)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def write_table(
    sheet: Worksheet,
    look: Look,
    name: str,
    columns: Sequence[Column],
    rows: Sequence[Row],
) -> None:
    """Write one table with its rows.

    Args:
        sheet: an empty sheet.
        look: the workbook's formats.
        name: the table's name.
        columns: the table's columns.
        rows: values by heading; a table has at least one row, empty when there are none.
    """
    headings = [
        {"header": column.heading, "header_format": _heading_format(look, column)} for column in columns
    ]
    area = (0, 0, max(1, len(rows)), len(columns) - 1)
    sheet.add_table(*area, {"name": name, "style": _TABLE_STYLE, "columns": headings})
    sheet.set_default_row(18)
    for position, column in enumerate(columns):
        sheet.set_column(position, position, column.width, _format(look, column))
        _add_hint(sheet, position, column)
        _add_choices(sheet, position, column)
    for number, row in enumerate(rows, start=1):
        _write_row(sheet, look, number, columns, row)
    sheet.set_row(0, 24)
    sheet.freeze_panes(1, 2 if len(columns) > 6 else 0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _heading_format(look: Look, column: Column) -> Format:
    """Show by the heading who fills a column in: the user, netsheet, or the user for netsheet."""
    if not column.is_ours:
        return look.heading
    return look.done if column.kind == "words" else look.ours


def _format(look: Look, column: Column) -> Format:
    return {
        "text": look.text,
        "date": look.date,
        "birthday": look.birthday,
        "number": look.number,
        "words": look.words,
    }[column.kind]


def _add_hint(sheet: Worksheet, position: int, column: Column) -> None:
    hint = {"validate": "any", "input_title": column.heading, "input_message": column.hint}
    sheet.data_validation(0, position, 0, position, hint)


def _add_choices(sheet: Worksheet, position: int, column: Column) -> None:
    """Add a drop-down that only suggests. Other words are allowed, and netsheet reads them by their meaning."""
    if column.choices:
        source = {"validate": "list", "source": f"={list_name(column.choices)}", "show_error": False}
        sheet.data_validation(1, position, PREPARED_ROWS, position, source)
    if column.offer:
        offered = {
            "validate": "list",
            "source": list(column.offer.choices),
            "show_error": False,
            "input_title": column.offer.title,
            "input_message": column.offer.text,
        }
        sheet.data_validation(1, position, PREPARED_ROWS, position, offered)


def _write_row(sheet: Worksheet, look: Look, number: int, columns: Sequence[Column], row: Row) -> None:
    is_example = str(row.get("Name", "")).startswith(MARK)
    for position, column in enumerate(columns):
        value = row.get(column.heading, "")
        style = look.example if is_example and column.kind != "words" else _format(look, column)
        if isinstance(value, dt.date):
            dated = look.example_date if is_example and column.kind == "date" else _format(look, column)
            sheet.write_datetime(number, position, dt.datetime.combine(value, dt.time()), dated)
        elif isinstance(value, int):
            sheet.write_number(number, position, value, style)
        elif value:
            sheet.write_string(number, position, value, style)
        else:
            sheet.write_blank(number, position, None, style)
