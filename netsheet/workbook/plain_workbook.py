"""A new .xlsx file that holds nothing but the cells of some sheets: no formats but days, no links, no properties."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from netsheet.core.grid import CellValue, Sheet

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_MADE_AT = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - the same for every file: it says nothing


def plain_workbook(sheets: Iterable[Sheet]) -> bytes:
    """Write values, merged cells and errors of sheets. The parts are not compressed, so that any search finds their words."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - only one command needs it

    target = io.BytesIO()
    workbook = Workbook(target, {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False})
    workbook.set_properties({"created": _MADE_AT})
    formats = {
        dt.datetime: workbook.add_format({"num_format": "yyyy-mm-dd hh:mm"}),
        dt.date: workbook.add_format({"num_format": "yyyy-mm-dd"}),
        dt.time: workbook.add_format({"num_format": "hh:mm"}),
        dt.timedelta: workbook.add_format({"num_format": "[h]:mm"}),
    }
    for sheet in sheets:
        page = workbook.add_worksheet(sheet.name)
        for area in sheet.merged:
            page.merge_range(
                area.first_row - 1, area.first_column - 1, area.last_row - 1, area.last_column - 1, ""
            )
        for number, cells in enumerate(sheet.rows):
            for column, value in enumerate(cells):
                if value != "":
                    _write(page, number, column, value, formats)
        for (row, column), error in sheet.errors.items():
            page.write_formula(row - 1, column - 1, "=NA()", None, error)
        if sheet.is_hidden:
            page.hide()
    workbook.close()
    return _stored(target.getvalue())


def _write(page: Worksheet, row: int, column: int, value: CellValue, formats: Mapping[type, Format]) -> None:
    if isinstance(value, bool):
        page.write_boolean(row, column, value)
    elif isinstance(value, str):
        page.write_string(row, column, value)
    elif isinstance(value, int | float):
        page.write_number(row, column, value)
    else:
        page.write_datetime(row, column, value, formats[type(value)])


def _stored(data: bytes) -> bytes:
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as given,
        zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as stored,
    ):
        for name in given.namelist():
            stored.writestr(zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0)), given.read(name))
    return target.getvalue()
