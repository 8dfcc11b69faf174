"""Build the summary sheet in a scratch workbook, from which the engine copies it into the user's workbook."""

from __future__ import annotations

import datetime as dt
import io
from typing import Final

import xlsxwriter

from netsheet.core.summary.contents import Summary
from netsheet.render.summary.chart_tables import make_figures, say_what_charts_count
from netsheet.render.summary.charts import keep_room, write_out_labels
from netsheet.render.summary.fixes_block import write_fixes
from netsheet.render.summary.goals_block import write_goals
from netsheet.render.summary.number_tables import write_numbers
from netsheet.render.summary.paper import is_one_page, set_print
from netsheet.render.summary.people_blocks import (
    write_articles,
    write_balance,
    write_dates,
    write_dormant,
    write_due,
    write_events,
    write_referrals,
    write_statuses,
)
from netsheet.render.summary.rates_block import write_rates
from netsheet.render.summary.sheet_page import SUMMARY_SHEET, Page
from netsheet.render.summary.targets_block import write_targets
from netsheet.render.summary.top import MARK, write_calm, write_commands, write_top, write_wins

__all__ = ["MARK", "SUMMARY_SHEET", "render_summary"]

CREATED: Final = dt.datetime(2026, 1, 1)  # noqa: DTZ001  a constant, so that equal input gives equal bytes


def render_summary(summary: Summary) -> bytes:
    """Return an .xlsx file whose only sheet is the summary. Equal summaries give equal bytes."""
    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    workbook = xlsxwriter.Workbook(stream, options)
    workbook.set_properties({"created": CREATED})
    page = Page(workbook)
    last_row = _write_blocks(page, summary)
    set_print(page, last_row=last_row, foot=f"{SUMMARY_SHEET}, {summary.as_of:%Y-%m-%d}")
    workbook.close()
    return write_out_labels(stream.getvalue())


def _write_blocks(page: Page, summary: Summary) -> int:
    """Write every block and return the last row to print: how many people have each status only where it fits."""
    write_top(page, summary)
    write_calm(page, summary)
    write_due(page, summary)
    write_events(page, summary)
    write_goals(page, summary)
    write_targets(page, summary)
    write_rates(page, summary)
    figures = make_figures(summary.engagement)
    chart_row = keep_room(page, say_what_charts_count(figures)) if figures else 0
    write_dates(page, summary)
    write_wins(page, summary)
    write_dormant(page, summary)
    write_referrals(page, summary)
    write_articles(page, summary)
    write_balance(page, summary)
    write_fixes(page, summary)
    last_row = page.row - 1
    write_statuses(page, summary)
    write_commands(page, summary)
    if is_one_page(page, page.row - 1):
        last_row = page.row - 1
    if figures:
        write_numbers(page, summary, figures, chart_row)
    return last_row
