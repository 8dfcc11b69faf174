"""Draw the charts. They are native and editable, and take their numbers from tables on the same sheet.

The first two are side by side on the page; each further one is below its table, where it is not printed.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from netsheet.render.summary.chart_tables import Figure
from netsheet.render.summary.look import HEAD_INK, INK, MUTED, RULE, SERIES
from netsheet.render.summary.sheet_page import SUMMARY_SHEET, WIDTHS, A, Page

if TYPE_CHECKING:
    from xlsxwriter.chart import Chart
    from xlsxwriter.workbook import Workbook

CHART_ROWS: Final = 12
CHARTS_AT_TOP: Final = 2
_GAP, _PIXELS_A_ROW = 14, 22
PAGE_PIXELS: Final = sum(int(width * 7 + 5) for width in WIDTHS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Where a figure's numbers are on the sheet: their first and last row, counted from 0."""

    first_row: int
    last_row: int

    def column(self, number: int) -> list[str | int]:
        """Return the reference to one column's values."""
        return [SUMMARY_SHEET, self.first_row, number, self.last_row, number]

    def heading(self, number: int) -> list[str | int]:
        """Return the reference to one column's heading."""
        return [SUMMARY_SHEET, self.first_row - 1, number]

    def series(self, number: int, **look: Any) -> dict[str, Any]:  # noqa: ANN401  XlsxWriter's options are of any kind
        """Return one column as a series over the first one's categories."""
        return {
            "name": self.heading(number),
            "categories": self.column(0),
            "values": self.column(number),
            **look,
        }

    def formula(self, number: int) -> str:
        """Return the reference to one column's values as text, as error bars need it."""
        letter = "ABCDEFGHIJ"[number]
        return f"='{SUMMARY_SHEET}'!${letter}${self.first_row + 1}:${letter}${self.last_row + 1}"


def keep_room(page: Page, note: str) -> int:
    """Leave rows free for the first charts below a note on them, and return the first of these rows."""
    page.section("Charts", note)
    first_row = page.row
    page.row += CHART_ROWS
    return first_row


def insert_chart(page: Page, figure: Figure, table: Table, *, row: int, side: int = 0) -> None:
    """Draw a figure from a row on, half a page wide, on the left (side 0) or on the right (1)."""
    chart = _DRAW[figure.kind](page.workbook, figure, table)
    title = {"size": 12, "bold": True, "color": HEAD_INK}
    chart.set_title({"name": figure.title, "overlay": False, "name_font": title})
    chart.set_chartarea({"border": {"color": RULE}})
    width = (PAGE_PIXELS - _GAP) // CHARTS_AT_TOP
    chart.set_size({"width": width, "height": CHART_ROWS * _PIXELS_A_ROW - _GAP})
    place = {
        "x_offset": side * (PAGE_PIXELS + _GAP) // CHARTS_AT_TOP,
        "y_offset": 6,
        "object_position": 1,
        "description": figure.description,
    }
    page.sheet.insert_chart(row, A, chart, place)


def write_out_labels(data: bytes) -> bytes:
    """Say in every chart of a workbook what its labels do not show: some programs show what is not named."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in given.infolist():
            part = given.read(item)
            if item.filename.startswith("xl/charts/"):
                part = part.replace(_VALUE_ONLY, b"".join((_KEY, _VALUE_ONLY, *_OTHERS)))
            new.writestr(item, part)
    return out.getvalue()


_VALUE_ONLY: Final = b'<c:showVal val="1"/>'
_KEY: Final = b'<c:showLegendKey val="0"/>'
_OTHERS: Final = tuple(
    f'<c:show{name} val="0"/>'.encode() for name in ("CatName", "SerName", "Percent", "BubbleSize")
)


def _axis(**more: Any) -> dict[str, Any]:  # noqa: ANN401  XlsxWriter's options are of any kind
    return {
        "num_font": {"color": INK, "size": 9},
        "name_font": {"color": MUTED, "size": 9, "bold": False},
        "line": {"color": RULE},
        "major_gridlines": {"visible": False},
        **more,
    }


def _gridded(**more: Any) -> dict[str, Any]:  # noqa: ANN401
    return _axis(major_gridlines={"visible": True, "line": {"color": RULE, "width": 0.5}}, **more)


_LEGEND_BELOW: Final = {"position": "bottom", "font": {"color": INK, "size": 9}}


def _draw_weeks(workbook: Workbook, figure: Figure, table: Table) -> Chart:
    chart = workbook.add_chart({"type": "column", "subtype": "stacked"})
    for number, color in zip(range(1, len(figure.headings)), SERIES, strict=False):
        border = {"color": "#FFFFFF", "width": 0.5}
        chart.add_series(table.series(number, fill={"color": color}, border=border, gap=45))
    chart.set_x_axis(_axis(num_format="d mmm", text_axis=True))
    chart.set_y_axis(_gridded(num_format="0", min=0))
    chart.set_legend(_LEGEND_BELOW)
    return chart


def _likely_range(table: Table, width: float) -> dict[str, Any]:
    """Draw how far the likely range reaches from the rate, which the columns Below and Above hold, as thin lines."""
    return {
        "type": "custom",
        "plus_values": table.formula(5),
        "minus_values": table.formula(4),
        "end_style": 1,
        "line": {"color": SERIES[1], "width": width},
    }


def _draw_rates(workbook: Workbook, figure: Figure, table: Table) -> Chart:
    chart = workbook.add_chart({"type": "bar"})
    gap = 60 if len(figure.rows) > 3 else 120
    look = {"fill": {"color": SERIES[0]}, "gap": gap, "x_error_bars": _likely_range(table, 1.75)}
    chart.add_series(table.series(1, **look))
    chart.set_y_axis(_axis(reverse=True, crossing="max"))
    chart.set_x_axis(_gridded(num_format="0%", min=0, max=1, major_unit=0.2))
    chart.set_legend({"none": True})
    return chart


def _draw_funnel(workbook: Workbook, figure: Figure, table: Table) -> Chart:  # noqa: ARG001
    chart = workbook.add_chart({"type": "bar"})
    labels = {"value": True, "font": {"color": INK, "bold": True}}
    chart.add_series(table.series(1, fill={"color": SERIES[0]}, gap=35, data_labels=labels))
    chart.set_y_axis(_axis(reverse=True))
    chart.set_x_axis(_axis(visible=False, min=0))
    chart.set_legend({"none": True})
    return chart


def _draw_days(workbook: Workbook, figure: Figure, table: Table) -> Chart:  # noqa: ARG001  one signature for all
    chart = workbook.add_chart({"type": "column"})
    look = {"fill": {"color": SERIES[0]}, "gap": 20, "y_error_bars": _likely_range(table, 1)}
    chart.add_series(table.series(1, **look))
    chart.set_x_axis(_axis(name="Days since sending"))
    chart.set_y_axis(_gridded(num_format="0%", min=0, max=1, major_unit=0.2))
    chart.set_legend({"none": True})
    return chart


_DRAW: Final = {"weeks": _draw_weeks, "rates": _draw_rates, "funnel": _draw_funnel, "days": _draw_days}
