"""A new .ods file that holds nothing but the cells of some sheets (OpenDocument 1.3, part 3, 9)."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from netsheet.core.grid import CellValue, Sheet

_MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
_URN = "urn:oasis:names:tc:opendocument:xmlns"
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    f'<office:document-content xmlns:office="{_URN}:office:1.0" xmlns:table="{_URN}:table:1.0" xmlns:text="{_URN}:text:1.0" '
    f'xmlns:style="{_URN}:style:1.0" office:version="1.3">'
    '<office:automatic-styles><style:style style:name="hidden" style:family="table">'
    '<style:table-properties table:display="false"/></style:style></office:automatic-styles>'
    "<office:body><office:spreadsheet>"
)
_FOOT = "</office:spreadsheet></office:body></office:document-content>"
_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    f'<manifest:manifest xmlns:manifest="{_URN}:manifest:1.0" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_MIMETYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


def plain_document(sheets: Iterable[Sheet]) -> bytes:
    """Write the values and merged cells of sheets. The parts are not compressed, so that any search finds their words."""
    content = "".join((_HEAD, *(part for sheet in sheets for part in _table(sheet)), _FOOT))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as document:
        for name, text in (
            ("mimetype", _MIMETYPE),
            ("content.xml", content),
            ("META-INF/manifest.xml", _MANIFEST),
        ):
            document.writestr(zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0)), text.encode())
    return target.getvalue()


def _table(sheet: Sheet) -> Iterator[str]:
    hidden = ' table:style-name="hidden"' if sheet.is_hidden else ""
    yield f"<table:table table:name={quoteattr(sheet.name)}{hidden}>"
    yield f'<table:table-column table:number-columns-repeated="{max(map(len, sheet.rows), default=1) or 1}"/>'
    spans = {(area.first_row, area.first_column): area for area in sheet.merged}
    for number, cells in enumerate(sheet.rows, 1):
        yield "<table:table-row>"
        for column, value in enumerate(cells, 1):
            covered = any(
                area.holds(number, column) and (area.first_row, area.first_column) != (number, column)
                for area in sheet.merged
            )
            name = "table:covered-table-cell" if covered else "table:table-cell"
            area = spans.get((number, column))
            span = (
                f' table:number-columns-spanned="{area.last_column - area.first_column + 1}"'
                f' table:number-rows-spanned="{area.last_row - area.first_row + 1}"'
                if area
                else ""
            )
            yield f"<{name}{span}{_content(value, name)}"
        yield "</table:table-row>"
    yield "</table:table>"


def _content(value: CellValue, name: str) -> str:
    """Write the attributes of a cell's value, its text and its end."""
    if value == "":
        return "/>"
    if isinstance(value, str):
        lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in value.split("\n"))
        return f' office:value-type="string">{lines}</{name}>'
    return f" {_typed(value)}><text:p>{escape(str(value))}</text:p></{name}>"


def _typed(value: CellValue) -> str:
    if isinstance(value, bool):
        return f'office:value-type="boolean" office:boolean-value="{str(value).lower()}"'
    if isinstance(value, dt.date):
        return f'office:value-type="date" office:date-value="{value.isoformat()}"'
    if isinstance(value, dt.time | dt.timedelta):
        seconds = value.total_seconds() if isinstance(value, dt.timedelta) else _seconds(value)
        hours, rest = divmod(int(seconds), 3600)
        return f'office:value-type="time" office:time-value="PT{hours}H{rest // 60}M{rest % 60}S"'
    return f'office:value-type="float" office:value="{value}"'


def _seconds(at: dt.time) -> int:
    return at.hour * 3600 + at.minute * 60 + at.second
