"""Plans that try everything the engine can do: values, texts, a styled day, a new column, a sheet with charts."""

from __future__ import annotations

import datetime as dt
import io
from functools import cache

import xlsxwriter

from netsheet.core.grid import CellValue, Sheet, Snapshot
from netsheet.core.plan import CellEdit, CellStyle, NewColumn, OwnedSheet, SheetPlan, WorkbookPlan
from netsheet.engines import open_workbook
from netsheet.render.summary import MARK as SUMMARY_MARK
from netsheet.render.summary import SUMMARY_SHEET, render_summary
from tests.a_busy_log import busy_people, some_findings, summarise

SUMMARY = SUMMARY_SHEET
TRIAL = "Netsheet Trial"
MARK = "Made by netsheet"
HEADING = "Netsheet column"
STYLES = {
    "day": CellStyle(number_format="d mmm yyyy", fill_color="FFEEAA"),
    "text": CellStyle(bold=True, font_color="224466", wrap=True),
}
ROWS = range(2, 14)


def owned_sheet(*, name: str = SUMMARY, charts: int = 2, offset: int = 0) -> OwnedSheet:
    """Build a sheet of ours that uses all that can be grafted."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    book.set_properties({"created": dt.datetime(2026, 1, 1)})
    sheet = book.add_worksheet(name)
    title = book.add_format({"bold": True, "font_size": 16, "bg_color": "#DDEEFF", "border": 1})
    day = book.add_format({"num_format": "d mmm yyyy"})
    sheet.write(0, 0, "Summary", title)
    sheet.write(1, 0, f"{MARK} & <friends>")
    sheet.write_datetime(2, 0, dt.datetime(2026, 3, 4), day)
    sheet.write_datetime(2, 1, dt.datetime(2026, 3, 4), book.add_format({"num_format": 14}))
    sheet.write_url(3, 0, "mailto:a@example.com")
    sheet.write_url(4, 0, f"internal:'{name}'!A1", string="go")
    sheet.write_rich_string(5, 0, "x", title, "bold", " y")
    sheet.merge_range("A20:C20", "merged", title)
    for number in range(5):
        sheet.write(10 + number, 0, f"c{number}")
        sheet.write(10 + number, 1, number + offset)
    sheet.conditional_format("B11:B15", {"type": "data_bar", "bar_color": "#638EC6"})
    marked = book.add_format({"bg_color": "#FFC7CE", "num_format": "0.00%"})
    rule = {"type": "text", "criteria": "containing", "value": "c", "format": marked}
    sheet.conditional_format("A11:A15", rule)
    for number in range(charts):
        chart = book.add_chart({"type": "column"})
        chart.add_series({"categories": f"='{name}'!$A$11:$A$15", "values": f"='{name}'!$B$11:$B$15"})
        sheet.insert_chart(1 + number * 15, 4, chart, {"description": "columns"})
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.print_area(0, 0, 30, 8)
    sheet.fit_to_pages(1, 0)
    sheet.set_column(0, 0, 30)
    book.close()
    return OwnedSheet(name=name, content=target.getvalue(), mark=MARK)


@cache
def summary_page(*, charts: int) -> OwnedSheet:
    """Render the page that a refresh grafts, of a busy log; or of a young one, which has no charts."""
    content = render_summary(summarise(busy_people(160 if charts else 3), some_findings(4)))
    return OwnedSheet(name=SUMMARY, content=content, mark=SUMMARY_MARK)


def free_column(sheet: Sheet) -> int:
    """Return the first column right of all values, formulas, tables and blocked areas."""
    edges = [len(row) for row in sheet.rows[:1]]
    edges += [area.last_column for area in sheet.blocked]
    edges += [column for _, column in sheet.formulas]
    edges += [table.area.last_column for table in sheet.tables]
    return max(edges, default=0) + 1


def wanted_cells(offset: int = 0) -> dict[int, tuple[CellValue, str | None]]:
    """Return value and style for each row of the column."""
    wanted: dict[int, tuple[CellValue, str | None]] = {1: (HEADING, None)}
    for row in ROWS:
        choices: tuple[tuple[CellValue, str | None], ...] = (
            (dt.date(2026, 3, row % 28 + 1), "day"),
            (f" =1+<{row}> é😀 _x0041_ {offset}", "text"),
            (row, None),
        )
        wanted[row] = choices[row % 3]
    return wanted


def column_plan(sheet: Sheet, offset: int = 0) -> SheetPlan:
    """Plan the column on one sheet: where it stands already, else right of everything."""
    own = [column for column in range(1, free_column(sheet) + 1) if sheet.value(1, column) == HEADING]
    column = own[0] if own else free_column(sheet)
    rows = {
        row: (CellEdit(column, sheet.value(row, column), value, style),)
        for row, (value, style) in wanted_cells(offset).items()
        if sheet.value(row, column) != value
    }
    new = () if own else (NewColumn(column=column, heading=HEADING, width=18.0),)
    return SheetPlan(sheet=sheet.name, header_row=1, rows=rows, new_columns=new)


def target_sheet(snapshot: Snapshot, *, allow_protected: bool = False) -> Sheet | None:
    """Return the sheet to write on: the first that is not ours and not protected."""
    return next(
        (
            sheet
            for sheet in snapshot.sheets
            if not sheet.name.startswith("Netsheet") and (allow_protected or not sheet.is_protected)
        ),
        None,
    )


def full_plan(
    snapshot: Snapshot, *, offset: int = 0, charts: int = 2, allow_protected: bool = False
) -> WorkbookPlan:
    """Plan a column on the first sheet that takes one, the summary, and a sheet of ours with all else."""
    sheet = target_sheet(snapshot, allow_protected=allow_protected)
    if sheet is None:
        sheet = target_sheet(snapshot, allow_protected=True)
    return WorkbookPlan(
        sheets=() if sheet is None else (column_plan(sheet, offset),),
        owned=(summary_page(charts=charts), owned_sheet(name=TRIAL, charts=charts, offset=offset)),
        styles=STYLES,
        allow_protected=allow_protected,
    )


def proven_against(data: bytes, made: SheetPlan, meant: SheetPlan) -> Snapshot:
    """Carry one plan out, prove the result against another, and read it."""
    book = open_workbook(data)
    rows = {sheet.name: sheet.rows for sheet in book.read().sheets}
    applied = book.apply(WorkbookPlan(sheets=(made,)))
    book.verify(applied, WorkbookPlan(sheets=(meant,)), rows)
    return open_workbook(applied.data).read()
