"""Charts of a scratch workbook as OpenDocument charts: those kinds that netsheet draws, bars and lines (ODF 1.3 part 3, 11).

They take their numbers from the same cells as in the scratch workbook.
"""

from __future__ import annotations

import re
from typing import Final
from xml.etree import ElementTree as ET

from netsheet.lossless.xml_text import escaped
from netsheet.opendocument.number_formats import number_style
from netsheet.opendocument.range_addresses import read_address, written_area, written_sheet

C, A = (f"{{http://schemas.openxmlformats.org/drawingml/2006/{name}}}" for name in ("chart", "main"))
OASIS: Final = "urn:oasis:names:tc:opendocument:xmlns:"
NAMESPACES: Final = {
    "office": f"{OASIS}office:1.0",
    "style": f"{OASIS}style:1.0",
    "text": f"{OASIS}text:1.0",
    "table": f"{OASIS}table:1.0",
    "draw": f"{OASIS}drawing:1.0",
    "fo": f"{OASIS}xsl-fo-compatible:1.0",
    "svg": f"{OASIS}svg-compatible:1.0",
    "number": f"{OASIS}datastyle:1.0",
    "chart": f"{OASIS}chart:1.0",
    "chartooo": "http://openoffice.org/2010/chart",
}
DASHES: Final = {"dash": ("netsheet-dash", 0.06), "sysDot": ("netsheet-dot", 0.02)}
FONT: Final = "Calibri"  # in which Excel writes what a chart gives no font for
EMU_A_POINT = 12_700
REFERENCE = re.compile(r"('(?:[^']|'')*'|[^'!]+)!(.+)")


def chart_document(data: bytes, width: float, height: float) -> bytes:
    """Return the content part of a chart object.

    Args:
        data: a chart part of the scratch workbook.
        width: in inches.
        height: in inches.
    """
    return _ChartWriter(ET.fromstring(data)).document(width, height)  # noqa: S314 - XlsxWriter's own


def chart_styles() -> bytes:
    """Return the styles part of a chart object: how lines are dashed."""
    dashes = "".join(
        f'<draw:stroke-dash draw:name="{name}" draw:style="rect" draw:dots1="1" '
        f'draw:dots1-length="{length}in" draw:distance="0.03in"/>'
        for name, length in DASHES.values()
    )
    return _whole("document-styles", f"<office:styles>{dashes}</office:styles>")


def _whole(name: str, inner: str) -> bytes:
    declared = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{head}<office:{name}{declared} office:version="1.3">{inner}</office:{name}>'.encode()


class _ChartWriter:
    """Writes one chart; its styles are numbered as they come."""

    def __init__(self, space: ET.Element) -> None:
        self._space = space
        self._chart = _child(space, "chart")
        self._plot = _child(self._chart, "plotArea")
        self._kind = next(each for each in self._plot if each.tag in (f"{C}barChart", f"{C}lineChart"))
        self._class = "chart:bar" if self._kind.tag == f"{C}barChart" else "chart:line"
        self._styles: list[str] = []

    def document(self, width: float, height: float) -> bytes:
        title = "".join(node.text or "" for node in _child(self._chart, "title").iter(f"{A}t"))
        area = self._style(
            "", _line(self._space.find(f"{C}spPr")) + ' draw:fill="solid" draw:fill-color="#ffffff"'
        )
        heading = self._style("", "", _text(_child(self._chart, "title")))
        body = (
            f'<chart:chart svg:width="{width:.3f}in" svg:height="{height:.3f}in" chart:class="{self._class}" '
            f'chart:style-name="{area}"><chart:title chart:style-name="{heading}"><text:p>{escaped(title)}</text:p>'
            f"</chart:title>{self._legend()}{self._plot_area()}</chart:chart>"
        )
        styles = f"<office:automatic-styles>{''.join(self._styles)}</office:automatic-styles>"
        return _whole(
            "document-content", f"{styles}<office:body><office:chart>{body}</office:chart></office:body>"
        )

    def _style(self, chart: str, graphic: str, text: str = "", code: str = "") -> str:
        """Add a style and return its name."""
        name = f"ch{len(self._styles) + 1}"
        data = ""
        made = number_style(code) if code else None
        if made is not None:
            data = f' style:data-style-name="N{name}"'
            self._styles.append(f'<{made[0]} style:name="N{name}">{made[1]}</{made[0]}>')
        inner = "".join(
            f"<style:{kind}-properties{attributes}/>"
            for kind, attributes in (("chart", chart), ("graphic", graphic), ("text", text))
            if attributes
        )
        self._styles.append(
            f'<style:style style:name="{name}" style:family="chart"{data}>{inner}</style:style>'
        )
        return name

    def _legend(self) -> str:
        legend = self._chart.find(f"{C}legend")
        if legend is None:
            return ""
        style = self._style("", ' draw:stroke="none" draw:fill="none"', _text(legend))
        return f'<chart:legend chart:legend-position="bottom" chart:style-name="{style}"/>'

    def _plot_area(self) -> str:
        series = self._kind.findall(f"{C}ser")
        shape = ' chart:auto-position="true" chart:auto-size="true"'
        if _value(self._kind, "barDir") == "bar":
            shape += ' chart:vertical="true"'
        if _value(self._kind, "grouping") == "stacked":
            shape += ' chart:stacked="true"'
        style = self._style(shape, "")
        categories = _reference(_child(series[0], "cat"))
        inner = self._axis("x", _child(self._plot, "catAx"), categories)
        inner += self._axis("y", _child(self._plot, "valAx"), "")
        inner += "".join(map(self._series, series))
        wall = self._style("", ' draw:stroke="none" draw:fill="none"')
        inner += f'<chart:wall chart:style-name="{wall}"/>'
        return f'<chart:plot-area chart:style-name="{style}">{inner}</chart:plot-area>'

    def _axis(self, dimension: str, axis: ET.Element, categories: str) -> str:
        scaling = _child(axis, "scaling")
        is_shown = _value(axis, "delete") != "1"
        shape = f' chart:display-label="{str(is_shown).lower()}" chart:visible="{str(is_shown).lower()}"'
        shape += ' chart:tick-marks-major-outer="false" chart:logarithmic="false" chart:label-arrangement="side-by-side"'
        for name, attribute in (("min", "minimum"), ("max", "maximum")):
            limit = _value(scaling, name)
            shape += f' chart:{attribute}="{limit}"' if limit else ""
        unit = _value(axis, "majorUnit")
        shape += f' chart:interval-major="{unit}"' if unit else ""
        if _value(scaling, "orientation") == "maxMin":
            shape += ' chart:reverse-direction="true"'
        if _value(axis, "crosses") == "max":
            shape += ' chart:axis-position="end"'
        gap = _value(self._kind, "gapWidth")
        if dimension == "y" and gap:
            shape += f' chart:gap-width="{gap}" chart:overlap="{_value(self._kind, "overlap") or 0}"'
        code = axis.find(f"{C}numFmt")
        is_own = code is not None and code.get("sourceLinked") == "0"
        shape += f' chart:link-data-style-to-source="{str(not is_own).lower()}"'
        style = self._style(
            shape,
            _line(axis.find(f"{C}spPr")),
            _text(_child(axis, "txPr")),
            code.get("formatCode", "") if code is not None and is_own else "",
        )
        kind = ' chartooo:axis-type="text"' if categories else ""
        return (
            f'<chart:axis chart:dimension="{dimension}" chart:name="primary-{dimension}" chart:style-name="{style}"{kind}>'
            f"{self._axis_inner(axis, categories)}</chart:axis>"
        )

    def _axis_inner(self, axis: ET.Element, categories: str) -> str:
        inner = ""
        title = axis.find(f"{C}title")
        if title is not None:
            style = self._style("", "", _text(title))
            words = "".join(node.text or "" for node in title.iter(f"{A}t"))
            inner += (
                f'<chart:title chart:style-name="{style}"><text:p>{escaped(words)}</text:p></chart:title>'
            )
        if categories:
            inner += f'<chart:categories table:cell-range-address="{categories}"/>'
        grid = axis.find(f"{C}majorGridlines")
        if grid is not None:
            style = self._style("", _line(grid.find(f"{C}spPr")))
            inner += f'<chart:grid chart:class="major" chart:style-name="{style}"/>'
        return inner

    def _series(self, series: ET.Element) -> str:
        labels = series.find(f"{C}dLbls")
        shape = ' chart:data-label-number="value"' if labels is not None else ""
        look = _line(series.find(f"{C}spPr"))
        if self._class == "chart:line":
            shape += ' chart:symbol-type="none"'
        fill = series.find(f"{C}spPr/{A}solidFill/{A}srgbClr")
        if fill is not None:
            look += f' draw:fill="solid" draw:fill-color="#{fill.get("val", "").lower()}"'
        style = self._style(shape, look, _text(labels) if labels is not None else "")
        count = f'<chart:data-point chart:repeated="{_count(_child(series, "val"))}"/>'
        return (
            f'<chart:series chart:class="{self._class}" chart:style-name="{style}" '
            f'chart:values-cell-range-address="{_reference(_child(series, "val"))}" '
            f'chart:label-cell-address="{_reference(_child(series, "tx"))}">{self._error_bars(series)}{count}</chart:series>'
        )

    def _error_bars(self, series: ET.Element) -> str:
        bars = series.find(f"{C}errBars")
        if bars is None:
            return ""
        upper, lower = (_reference(_child(bars, name)) for name in ("plus", "minus"))
        shape = (
            ' chart:error-category="cell-range" chart:error-upper-indicator="true" chart:error-lower-indicator="true"'
            f' chart:error-upper-range="{upper}" chart:error-lower-range="{lower}"'
        )
        style = self._style(shape, _line(bars.find(f"{C}spPr")))
        return f'<chart:error-indicator chart:dimension="y" chart:style-name="{style}"/>'


def _child(element: ET.Element, name: str) -> ET.Element:
    found = element.find(f"{C}{name}")
    return ET.Element(name) if found is None else found


def _value(element: ET.Element, name: str) -> str:
    return _child(element, name).get("val", "")


def _area(element: ET.Element) -> str:
    """Write the cells that a part of a chart refers to as an address here, "" for none."""
    formula = next(element.iter(f"{C}f"), None)
    match = REFERENCE.fullmatch((formula.text or "").lstrip("=")) if formula is not None else None
    if match is None:
        return ""
    sheet = match[1].strip("'").replace("''", "'")
    address = read_address(match[2])
    if address is None:
        return ""
    is_cell = address[1].first_row == address[1].last_row and ":" not in match[2]
    if is_cell:
        return f"{written_sheet(sheet)}.{match[2].replace('$', '')}"
    return written_area(sheet, address[1])


def _reference(element: ET.Element) -> str:
    return escaped(_area(element))


def _count(values: ET.Element) -> int:
    address = read_address(_area(values))
    return 1 if address is None else address[1].last_row - address[1].first_row + 1


def _line(shape: ET.Element | None) -> str:
    """Return how a line or border is drawn; none where the shape says nothing of it."""
    line = shape.find(f"{A}ln") if shape is not None else None
    color = line.find(f"{A}solidFill/{A}srgbClr") if line is not None else None
    if line is None or color is None:
        return ' draw:stroke="none"'
    dash = line.find(f"{A}prstDash")
    name = DASHES.get(dash.get("val", ""), ("", 0.0))[0] if dash is not None else ""
    kind = f'dash" draw:stroke-dash="{name}' if name else "solid"
    points = int(line.get("w", "9525")) / EMU_A_POINT
    return f' draw:stroke="{kind}" svg:stroke-width="{points:.2f}pt" svg:stroke-color="#{color.get("val", "").lower()}"'


def _text(element: ET.Element) -> str:
    """Return how a text in a chart looks."""
    look = next(element.iter(f"{A}defRPr"), None)
    if look is None:
        return ""
    color = look.find(f"{A}solidFill/{A}srgbClr")
    size, is_bold = int(look.get("sz", "1000")) / 100, look.get("b") == "1"
    shown = f' fo:font-family="{FONT}" fo:font-size="{size:g}pt" fo:font-weight="{"bold" if is_bold else "normal"}"'
    return shown + (f' fo:color="#{color.get("val", "").lower()}"' if color is not None else "")
