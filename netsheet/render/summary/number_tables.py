"""The numbers of the charts, as tables to read or copy, also with a screen reader."""

from __future__ import annotations

from netsheet.core.summary.contents import Summary
from netsheet.render.summary.chart_tables import Figure
from netsheet.render.summary.charts import CHART_ROWS, CHARTS_AT_TOP, Table, insert_chart
from netsheet.render.summary.sheet_page import A, B, C, D, E, F, Page

MOST_MONTHS = 24


def write_numbers(page: Page, summary: Summary, figures: tuple[Figure, ...], chart_row: int) -> None:
    """Write each figure's table, and draw its chart: the first ones on the rows left free, the others below it."""
    page.section("The numbers of the charts", "Not printed.")
    for number, figure in enumerate(figures):
        if number:
            page.row += 1
        page.say(figure.title, page.look.caption)
        table = _write_table(page, figure)
        if figure.remark:
            page.say(figure.remark)
        if number < CHARTS_AT_TOP:
            insert_chart(page, figure, table, row=chart_row, side=number)
        else:
            insert_chart(page, figure, table, row=page.row)
            page.row += CHART_ROWS
        if figure.kind == "funnel":
            _write_months(page, summary)


def _write_table(page: Page, figure: Figure) -> Table:
    right = tuple(column for column, kind in enumerate(figure.kinds) if column and kind in ("count", "share"))
    page.headings(tuple(enumerate(figure.headings)), right=right, until=len(figure.headings))
    first_row = page.row
    for row in figure.rows:
        page.begin_line(until=len(row))
        for column, (value, kind) in enumerate(zip(row, figure.kinds, strict=True)):
            page.put(column, value, kind)
        page.end_line()
    return Table(first_row=first_row, last_row=page.row - 1)


def _write_months(page: Page, summary: Summary) -> None:
    """Write how far people came, by month of first contact, for the latest months."""
    months = summary.engagement.funnel_by_month[-MOST_MONTHS:]
    page.row += 1
    page.say("By month of first contact", page.look.caption)
    texts = ("Month", "Contacted", "Replied", "Conversation", "Referral", "Remark")
    page.headings(tuple(enumerate(texts)), right=(B, C, D, E), until=F + 2)
    for month in months:
        page.begin_line(until=F + 2)
        page.put(A, month.first_on, "month")
        for column, count in zip((B, C, D, E), month.funnel.steps.values(), strict=True):
            page.put(column, count, "count")
        if month.is_maturing:
            page.put(F, "can still grow", "muted")
        page.end_line()
