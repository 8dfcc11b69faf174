"""The summary as a sheet, built in a scratch workbook that is grafted into the user's."""

from __future__ import annotations

import datetime as dt
import io

import xlsxwriter

from netsheet.core.grid import cell_address
from netsheet.core.model import Finding
from netsheet.core.summary import Summary

SUMMARY_SHEET = "Netsheet Summary"
MARK = "Made by netsheet from your log. Each refresh makes this sheet anew, so keep notes elsewhere."
MOST_FINDINGS = 50
CREATED = dt.datetime(2026, 1, 1)  # noqa: DTZ001  a constant, so that equal input gives equal bytes


def render_summary(summary: Summary) -> bytes:
    """Return an .xlsx file whose only sheet is the summary."""
    stream = io.BytesIO()
    workbook = xlsxwriter.Workbook(
        stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    workbook.set_properties({"created": CREATED})
    title = workbook.add_format({"bold": True, "font_size": 18, "font_color": "#1F3864"})
    heading = workbook.add_format({"bold": True, "font_color": "#FFFFFF", "bg_color": "#2F5597"})
    day = workbook.add_format({"num_format": "d mmm yyyy", "align": "left"})
    link = workbook.add_format({"font_color": "#1F4E79", "underline": 1})
    sheet = workbook.add_worksheet(SUMMARY_SHEET)
    sheet.hide_gridlines(2)
    for column, width in enumerate((26, 22, 16, 14, 70)):
        sheet.set_column(column, column, width)
    sheet.write_string(0, 0, "Your network at a glance", title)
    sheet.write_string(1, 0, MARK)
    sheet.write_string(2, 0, "As of")
    sheet.write_datetime(2, 1, summary.as_of, day)
    row = 4
    sheet.write_row(row, 0, ["Status", "People"], heading)
    for status, count in summary.status_counts:
        row += 1
        sheet.write_string(row, 0, status)
        sheet.write_number(row, 1, count)
    row += 2
    sheet.write_row(row, 0, ["Who is waiting", "Company", "Status", "Since", "Why"], heading)
    for item in summary.due:
        row += 1
        place = item.person.place
        sheet.write_url(row, 0, _inside(place.sheet, place.row, place.column), link, item.person.name[:255])
        sheet.write_string(row, 1, item.person.company)
        sheet.write_string(row, 2, item.standing.status)
        if item.standing.due is not None:
            sheet.write_datetime(row, 3, item.standing.due, day)
        sheet.write_string(row, 4, item.standing.why)
    row += 2
    sheet.write_row(row, 0, ["Cells to fix", "", "", "", "What to type instead"], heading)
    for finding in summary.findings[:MOST_FINDINGS]:
        row += 1
        _write_finding(sheet, row, finding, link)
    workbook.close()
    return stream.getvalue()


def _write_finding(
    sheet: xlsxwriter.worksheet.Worksheet, row: int, finding: Finding, link: xlsxwriter.format.Format
) -> None:
    if finding.place is not None:
        place = finding.place
        sheet.write_url(row, 0, _inside(place.sheet, place.row, place.column), link, place.address)
    sheet.write_string(row, 1, finding.message)
    sheet.write_string(row, 4, finding.hint)


def _inside(sheet: str, row: int, column: int) -> str:
    return "internal:'" + sheet.replace("'", "''") + "'!" + cell_address(row, column)
