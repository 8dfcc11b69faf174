"""The summary as a sheet, built in a scratch workbook that is grafted into the user's."""

from __future__ import annotations

import datetime as dt
import io
from typing import Final

import xlsxwriter

from netsheet.core.summary import Summary
from netsheet.render.summary.charts import keep_room
from netsheet.render.summary.figures import make_figures
from netsheet.render.summary.fixes import write_fixes
from netsheet.render.summary.goals import write_goals
from netsheet.render.summary.numbers import write_numbers
from netsheet.render.summary.page import SUMMARY_SHEET, WIDTHS, Page
from netsheet.render.summary.people import (
    write_balance,
    write_dates,
    write_dormant,
    write_due,
    write_statuses,
)
from netsheet.render.summary.rates import write_rates
from netsheet.render.summary.top import MARK, write_next_steps, write_top

__all__ = ["MARK", "SUMMARY_SHEET", "render_summary"]

CREATED: Final = dt.datetime(2026, 1, 1)  # noqa: DTZ001  a constant, so that equal input gives equal bytes
A4: Final = 9


def render_summary(summary: Summary) -> bytes:
    """Return an .xlsx file whose only sheet is the summary; equal summaries give equal bytes."""
    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    workbook = xlsxwriter.Workbook(stream, options)
    workbook.set_properties({"created": CREATED})
    page = Page(workbook)
    _write_blocks(page, summary)
    _set_print(page, summary)
    workbook.close()
    return stream.getvalue()


def _write_blocks(page: Page, summary: Summary) -> None:
    write_top(page, summary)
    write_next_steps(page, summary)
    write_due(page, summary)
    write_goals(page, summary)
    write_rates(page, summary)
    figures = make_figures(summary.engagement)
    chart_row = keep_room(page, figures) if figures else 0
    write_statuses(page, summary)
    write_dormant(page, summary)
    write_balance(page, summary)
    write_dates(page, summary)
    write_fixes(page, summary)
    if figures:
        write_numbers(page, summary, figures, chart_row)


def _set_print(page: Page, summary: Summary) -> None:
    """One page wide, the title on every page, and at the foot what it is and which page."""
    sheet = page.sheet
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.print_area(0, 0, page.row - 1, len(WIDTHS) - 1)
    sheet.set_footer(f"&L{SUMMARY_SHEET}, {summary.as_of:%Y-%m-%d}&RPage &P of &N")
