"""The sheet of a scratch workbook, as XlsxWriter makes it, as a table element: cells, links, bars, charts, print settings."""

from __future__ import annotations

import datetime as dt
import io
import posixpath
import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

import openpyxl
from openpyxl.utils import range_boundaries

from netsheet.core.grid import Area, CellValue, column_letters
from netsheet.lossless.xml_text import escaped
from netsheet.opendocument.automatic_styles import INCHES_A_CHARACTER, AutomaticStyles
from netsheet.opendocument.cell_writer import CellWriter, paragraph, plain_text
from netsheet.opendocument.range_addresses import written_area, written_sheet
from netsheet.opendocument.scratch_looks import color_of, style_of
from netsheet.opendocument.scratch_rules import ScratchRules, repeated_cells

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

XDR, CHART, LINK = (
    f"{{http://schemas.openxmlformats.org/{name}}}"
    for name in (
        "drawingml/2006/spreadsheetDrawing",
        "drawingml/2006/chart",
        "officeDocument/2006/relationships",
    )
)
EMU_AN_INCH: Final = 914_400
USUAL_HEIGHT: Final = 15.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ScratchChart:
    """A chart: its part's bytes, the cells and offsets (in inches) where it begins and ends, its description."""

    data: bytes
    begin: tuple[int, int]
    end: tuple[int, int]
    begin_inches: tuple[float, float]
    end_inches: tuple[float, float]
    description: str


class ScratchTable:
    """One sheet of a scratch workbook.

    Attributes:
        sheet: as openpyxl reads it.
        charts: in the order in which they were drawn.
    """

    def __init__(self, sheet: Worksheet, charts: Sequence[ScratchChart] = ()) -> None:
        self.sheet = sheet
        self.charts = charts
        self._last_column = sheet.max_column
        self._styles: dict[int, str] = {}

    def element(
        self,
        styles: AutomaticStyles,
        writer: CellWriter,
        *,
        table_style: str,
        objects: Sequence[str] = (),
        rules: ScratchRules | None = None,
    ) -> str:
        """Return the table element; its styles are added to the document's.

        Args:
            styles: the document's.
            writer: writes cells.
            table_style: the name of the table's style.
            objects: the name of each chart's folder in the file.
            rules: the hints and drop-downs of its cells.
        """
        rules = rules or ScratchRules(self.sheet, {})
        name = self.sheet.title
        area = self.sheet.print_area
        printed = f' table:print-ranges="{escaped(self._printed(area))}"' if area else ""
        return (
            f'<table:table table:name="{escaped(name)}" table:style-name="{table_style}"{printed}>'
            f"{''.join(self._columns(styles))}{''.join(self._rows(styles, writer, objects, rules))}{self._bars(styles)}</table:table>"
        )

    def _printed(self, area: str) -> str:
        left, top, right, bottom = range_boundaries(area.rpartition("!")[2].replace("$", ""))
        return written_area(
            self.sheet.title,
            Area(first_row=top, first_column=left, last_row=bottom, last_column=right),
        )

    @cached_property
    def _widths(self) -> list[float]:
        """The columns' widths in inches."""
        ends = [column.max or 1 for column in self.sheet.column_dimensions.values()]
        last = max(self.sheet.max_column, *ends, *(chart.end[1] for chart in self.charts), 1)
        widths = [64 / 96] * last
        for letter, column in self.sheet.column_dimensions.items():
            first = column.min or openpyxl.utils.column_index_from_string(letter)
            for number in range(first, min(column.max or first, last) + 1):
                widths[number - 1] = round(column.width * INCHES_A_CHARACTER, 4)
        return widths

    def _columns(self, styles: AutomaticStyles) -> Iterator[str]:
        defaults = self._column_styles(styles)
        columns = [(width, defaults.get(number, "")) for number, width in enumerate(self._widths, start=1)]
        for (width, cell_style), group in groupby(columns):
            count = len(list(group))
            repeat = f' table:number-columns-repeated="{count}"' if count > 1 else ""
            default = f' table:default-cell-style-name="{cell_style}"' if cell_style else ""
            yield f'<table:table-column table:style-name="{styles.column_style(width)}"{repeat}{default}/>'

    def _column_styles(self, styles: AutomaticStyles) -> dict[int, str]:
        return {
            number: style_of(column, styles)
            for column in self.sheet.column_dimensions.values()
            if column.has_style
            for number in range(column.min or 1, (column.max or 1) + 1)
        }

    @cached_property
    def _heights(self) -> list[float]:
        """The rows' heights in points."""
        usual = self.sheet.sheet_format.defaultRowHeight or USUAL_HEIGHT
        given = self.sheet.row_dimensions
        last = max(self.sheet.max_row, *(chart.end[0] for chart in self.charts), 1)
        return [(given[row].height if row in given else None) or usual for row in range(1, last + 1)]

    def _rows(
        self, styles: AutomaticStyles, writer: CellWriter, objects: Sequence[str], rules: ScratchRules
    ) -> Iterator[str]:
        breaks = {each.id + 1 for each in self.sheet.row_breaks.brk}
        titles = self.sheet.print_title_rows
        last_title = int(titles.rpartition(":")[2].strip("$")) if titles else 0
        yield "<table:table-header-rows>" if last_title else ""
        for number, height in enumerate(self._heights, start=1):
            style = _row_style(styles, height, "page" if number in breaks else "auto")
            cells = "".join(self._cells(number, styles, writer, objects, rules))
            yield f'<table:table-row table:style-name="{style}">{cells or "<table:table-cell/>"}</table:table-row>'
            if number == last_title:
                yield "</table:table-header-rows>"
        style = _row_style(styles, self.sheet.sheet_format.defaultRowHeight or USUAL_HEIGHT, "auto")
        yield from rules.rows_below(len(self._heights), style)

    def _cells(
        self,
        row: int,
        styles: AutomaticStyles,
        writer: CellWriter,
        objects: Sequence[str],
        rules: ScratchRules,
    ) -> Iterator[str]:
        frames = {
            chart.begin[1]: self._frame(chart, folder, styles)
            for chart, folder in zip(self.charts, objects, strict=True)
            if chart.begin[0] == row
        }
        last = max((self._last_column, *frames))
        cells = [self.sheet.cell(row, column) for column in range(1, last + 1)]
        elements = [
            self._cell(cell, styles, writer, rules.attribute(row, cell.column), frames.get(cell.column, ""))
            for cell in cells
        ]
        while elements and elements[-1] == "<table:table-cell/>":
            elements.pop()
        yield from repeated_cells(elements)

    def _cell(
        self, cell: Cell, styles: AutomaticStyles, writer: CellWriter, attributes: str, frame: str
    ) -> str:
        merged = next((area for area in self.sheet.merged_cells.ranges if cell.coordinate in area), None)
        style = self._style_of(cell, styles)
        if merged is not None and merged.coord.split(":")[0] != cell.coordinate:
            return "<table:covered-table-cell/>"
        if merged is not None:
            rows, columns = merged.max_row - merged.min_row + 1, merged.max_col - merged.min_col + 1
            attributes += f' table:number-columns-spanned="{columns}" table:number-rows-spanned="{rows}"'
        value: CellValue = "" if cell.value is None else cell.value
        element = writer.filled_cell(_as_day(value), style, attributes, self._linked(cell, styles))
        if not frame:
            return element
        if element.endswith("/>"):
            return f"{element[:-2]}>{frame}</table:table-cell>"
        return element.replace("</table:table-cell>", f"{frame}</table:table-cell>")

    def _style_of(self, cell: Cell, styles: AutomaticStyles) -> str:
        """Return the name of a cell's style, "" without one; the cells of a sheet share a few dozen."""
        number = cell.style_id if cell.has_style else -1
        if number not in self._styles:
            self._styles[number] = style_of(cell, styles) if cell.has_style else ""
        return self._styles[number]

    def _linked(self, cell: Cell, styles: AutomaticStyles) -> str:
        """Return the paragraph of a cell that is a link, "" for any other."""
        link = cell.hyperlink
        if link is None:
            return ""
        address = link.target or ""
        if link.location:
            sheet, _, place = link.location.rpartition("!")
            address += f"#{written_sheet(sheet.strip(chr(39)).replace(chr(39) * 2, chr(39)))}.{place}"
        text = paragraph(plain_text(str(cell.value))).removeprefix("<text:p>").removesuffix("</text:p>")
        tip = f' office:title="{escaped(link.tooltip)}"' if link.tooltip else ""
        declared = styles.declared(b"xlink").decode()
        return f'<text:p><text:a{declared} xlink:href="{escaped(address)}" xlink:type="simple"{tip}>{text}</text:a></text:p>'

    def _frame(self, chart: ScratchChart, folder: str, styles: AutomaticStyles) -> str:
        """Return the frame that shows a chart object."""
        width, height = self.size_of(chart)
        row, column = chart.end
        end = f"{written_sheet(self.sheet.title)}.{column_letters(column)}{row}"
        (y, x), (end_y, end_x) = chart.begin_inches, chart.end_inches
        look = styles.add(
            "style:style",
            ' style:family="graphic"',
            '<style:graphic-properties draw:stroke="none" draw:fill="none"/>',
        )
        declared = b"".join(map(styles.declared, (b"draw", b"svg", b"xlink"))).decode()
        return (
            f'<draw:frame{declared} draw:style-name="{look}" draw:name="{escaped(folder)}" table:end-cell-address="{escaped(end)}" '
            f'table:end-x="{end_x:.4f}in" table:end-y="{end_y:.4f}in" svg:width="{width:.4f}in" '
            f'svg:height="{height:.4f}in" svg:x="{x:.4f}in" svg:y="{y:.4f}in"><draw:object '
            f'xlink:href="./{folder}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>'
            f"<svg:desc>{escaped(chart.description)}</svg:desc></draw:frame>"
        )

    def size_of(self, chart: ScratchChart) -> tuple[float, float]:
        """Return a chart's width and height in inches."""
        rights = [0.0, *accumulate(self._widths)]
        bottoms = [0.0, *accumulate(height / 72 for height in self._heights)]
        width = (
            rights[chart.end[1] - 1]
            + chart.end_inches[1]
            - rights[chart.begin[1] - 1]
            - chart.begin_inches[1]
        )
        height = (
            bottoms[chart.end[0] - 1]
            + chart.end_inches[0]
            - bottoms[chart.begin[0] - 1]
            - chart.begin_inches[0]
        )
        return width, height

    def _bars(self, styles: AutomaticStyles) -> str:
        """Return the bars behind numbers, which only LibreOffice knows."""
        bars = "".join(
            self._bar(str(areas.sqref), rule.dataBar)
            for areas in self.sheet.conditional_formatting
            for rule in areas.rules
            if rule.dataBar is not None
        )
        declared = styles.declared(b"calcext").decode()
        return f"<calcext:conditional-formats{declared}>{bars}</calcext:conditional-formats>" if bars else ""

    def _bar(self, area: str, bar: object) -> str:
        limits = "".join(
            f'<calcext:formatting-entry calcext:value="{limit.val or 0}" calcext:type="{"number" if limit.type == "num" else f"auto-{limit.type}imum"}"/>'
            for limit in bar.cfvo  # type: ignore[attr-defined]  # openpyxl has no types
        )
        color = color_of(bar.color)  # type: ignore[attr-defined]
        return (
            f'<calcext:conditional-format calcext:target-range-address="{escaped(self._printed(area))}">'
            f'<calcext:data-bar calcext:max-length="100" calcext:negative-color="#ff0000" calcext:positive-color="{color}" '
            f'calcext:gradient="false" calcext:axis-color="#000000">{limits}</calcext:data-bar></calcext:conditional-format>'
        )


def _as_day(value: CellValue) -> CellValue:
    """Return midnight as a day: openpyxl reads every day as a moment."""
    is_midnight = isinstance(value, dt.datetime) and value.time() == dt.time()
    return value.date() if is_midnight and isinstance(value, dt.datetime) else value


def first_sheet(content: bytes) -> ScratchTable:
    """Return the first sheet of a scratch workbook, with its charts."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return ScratchTable(read_scratch(content).worksheets[0], tuple(_charts(archive)))


def read_scratch(content: bytes) -> Workbook:
    """Read a scratch workbook."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl says which extensions it leaves out
        return openpyxl.load_workbook(io.BytesIO(content))


def _row_style(styles: AutomaticStyles, points: float, before: str) -> str:
    return styles.add(
        "style:style",
        ' style:family="table-row"',
        f'<style:table-row-properties style:row-height="{points:g}pt" fo:break-before="{before}" '
        'style:use-optimal-row-height="false"/>',
    )


def _charts(archive: zipfile.ZipFile) -> Iterator[ScratchChart]:
    """Yield the charts of the first drawing, which is the first sheet's."""
    drawing = "xl/drawings/drawing1.xml"
    if drawing not in archive.namelist():
        return
    links = {
        link.get("Id", ""): posixpath.normpath(posixpath.join("xl/drawings", link.get("Target", "")))
        for link in ET.fromstring(archive.read("xl/drawings/_rels/drawing1.xml.rels"))  # noqa: S314 - our own
    }
    for anchor in ET.fromstring(archive.read(drawing)):  # noqa: S314
        chart, shape = next(anchor.iter(f"{CHART}chart")), next(anchor.iter(f"{XDR}cNvPr"))
        (begin, begin_inches), (end, end_inches) = (_corner(anchor, name) for name in ("from", "to"))
        yield ScratchChart(
            data=archive.read(links[chart.get(f"{LINK}id", "")]),
            begin=begin,
            end=end,
            begin_inches=begin_inches,
            end_inches=end_inches,
            description=shape.get("descr", ""),
        )


def _corner(anchor: ET.Element, name: str) -> tuple[tuple[int, int], tuple[float, float]]:
    numbers = {
        re.sub("{.*}", "", each.tag): int(each.text or 0) for each in anchor.find(f"{XDR}{name}") or ()
    }
    return (
        (numbers["row"] + 1, numbers["col"] + 1),
        (numbers["rowOff"] / EMU_AN_INCH, numbers["colOff"] / EMU_AN_INCH),
    )
