"""Hand-written .ods files, plain and odd, and what they hold, read without the engine."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import openpyxl

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
NAMES = {
    "office": f"{OASIS}office:1.0",
    "table": f"{OASIS}table:1.0",
    "text": f"{OASIS}text:1.0",
    "style": f"{OASIS}style:1.0",
    "fo": f"{OASIS}xsl-fo-compatible:1.0",
    "draw": f"{OASIS}drawing:1.0",
    "svg": f"{OASIS}svg-compatible:1.0",
    "number": f"{OASIS}datastyle:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
}
TABLE, OFFICE = f"{{{NAMES['table']}}}", f"{{{NAMES['office']}}}"
MIMETYPE = b"application/vnd.oasis.opendocument.spreadsheet"
KINDS = {"/": MIMETYPE.decode()} | dict.fromkeys(("content.xml", "styles.xml", "settings.xml"), "text/xml")
ENTRIES = "".join(
    f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
    for path, kind in KINDS.items()
)
MANIFEST = (
    f'<?xml version="1.0"?><manifest:manifest xmlns:manifest="{OASIS}manifest:1.0" manifest:version="1.3">'
    f"{ENTRIES}</manifest:manifest>"
)
DECLARED = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NAMES.items())
STYLES = (
    f'<?xml version="1.0"?><office:document-styles{DECLARED} office:version="1.3"><office:styles><style:style style:name="Default" '
    'style:family="table-cell"/></office:styles><office:automatic-styles/><office:master-styles>'
    '<style:master-page style:name="Default" style:page-layout-name="x"/></office:master-styles></office:document-styles>'
)
SETTINGS = (
    f'<?xml version="1.0"?><office:document-settings{DECLARED} xmlns:config="{OASIS}config:1.0" office:version="1.3"><office:settings>'
    '<config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views">'
    '<config:config-item-map-entry><config:config-item-map-named config:name="Tables">'
    '<config:config-item-map-entry config:name="Log"><config:config-item config:name="VerticalSplitMode" '
    'config:type="short">2</config:config-item><config:config-item config:name="VerticalSplitPosition" '
    'config:type="int">1</config:config-item></config:config-item-map-entry></config:config-item-map-named>'
    '<config:config-item config:name="ActiveTable" config:type="string">Log</config:config-item>'
    "</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings>"
    "</office:document-settings>"
)
COLUMNS = (
    '<table:table-column table:style-name="co1" table:number-columns-repeated="2" '
    'table:default-cell-style-name="Default"/><table:table-column table:style-name="co1" '
    'table:number-columns-repeated="1022" table:default-cell-style-name="ce1"/>'
)
AUTOMATIC = (
    '<office:automatic-styles><style:style style:name="co1" style:family="table-column"><style:table-column-properties '
    'style:column-width="0.889in"/></style:style><style:style style:name="ce1" style:family="table-cell"/>'
    "</office:automatic-styles>"
)


def text(value: str, attributes: str = "") -> str:
    """A cell that holds a text."""
    return f'<table:table-cell{attributes} office:value-type="string"><text:p>{value}</text:p></table:table-cell>'


def row(*cells: str, attributes: str = "") -> str:
    """A row of cells."""
    return f"<table:table-row{attributes}>{''.join(cells)}</table:table-row>"


EMPTY_REST = '<table:table-cell table:number-columns-repeated="1022"/>'
ROWS = (
    row(text("Name"), text("Date"), EMPTY_REST)
    + row(text("Ada"), text("2026-03-01"), EMPTY_REST)
    + row(text("Bo"), text("2026-03-02"), EMPTY_REST, attributes=' table:number-rows-repeated="3"')
    + row(
        '<table:table-cell table:number-columns-repeated="1024"/>',
        attributes=' table:number-rows-repeated="90"',
    )
)


def document(
    rows: str = ROWS,
    *,
    before: str = COLUMNS,
    inside: str = "",
    automatic: str = AUTOMATIC,
    sheet: str = 'table:name="Log"',
    behind: str = "",
    parts: Mapping[str, str | bytes | None] | None = None,
) -> bytes:
    """Build a file of one sheet.

    Args:
        rows: the sheet's rows.
        before: what comes before them.
        inside: what comes before the sheet.
        automatic: the styles.
        sheet: the sheet's attributes.
        behind: what comes behind the sheet.
        parts: further parts, or other contents; None leaves one out.
    """
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{DECLARED} office:version="1.3">{automatic}'
        f"<office:body><office:spreadsheet>{inside}<table:table {sheet}>{before}{rows}</table:table>{behind}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return packed({"content.xml": content, "styles.xml": STYLES, "settings.xml": SETTINGS, **(parts or {})})


def packed(parts: Mapping[str, str | bytes | None]) -> bytes:
    """Pack parts into a file, "mimetype" first and not compressed."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {
            "mimetype": MIMETYPE,
            **parts,
            "META-INF/manifest.xml": MANIFEST,
            **parts,
        }.items():
            if content is not None:
                how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
                archive.writestr(zipfile.ZipInfo(name), content, how)
    return target.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return every part's bytes by its name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def sheets_of(data: bytes) -> dict[str, ET.Element]:
    """Return the sheets by name."""
    root = ET.fromstring(parts_of(data)["content.xml"])
    body = next(root.iter(f"{OFFICE}spreadsheet"))
    return {each.get(f"{TABLE}name", ""): each for each in body.findall(f"{TABLE}table")}


def cells_of(table: ET.Element, last_row: int = 400, last_column: int = 120) -> dict[tuple[int, int], str]:
    """Return the cells of a sheet's corner as canonical XML, each place by itself; plain empty ones are left out."""
    found: dict[tuple[int, int], str] = {}
    number = 0
    for line in (each for each in table.iter(f"{TABLE}table-row") if number < last_row):
        repeat = int(line.get(f"{TABLE}number-rows-repeated", "1"))
        column = 0
        for cell in line:
            if not re.search("table-cell$", cell.tag):
                continue
            times = int(cell.attrib.pop(f"{TABLE}number-columns-repeated", "1"))
            cell.tail = None
            xml = ET.canonicalize(ET.tostring(cell, encoding="unicode"))
            is_plain = not cell.attrib and not len(cell) and cell.tag == f"{TABLE}table-cell"
            for place in range(column + 1, min(column + times, last_column) + 1):
                for at in range(number + 1, min(number + repeat, last_row) + 1):
                    if not is_plain:
                        found[at, place] = xml
            column += times
        number += repeat
    return found


def other_content(data: bytes) -> str:
    """Return all of the body but rows, columns, sheets of netsheet's and the ranges of filters, as canonical XML."""
    body = next(ET.fromstring(parts_of(data)["content.xml"]).iter(f"{OFFICE}body"))
    for parent in list(body.iter()):
        parent.attrib.pop(f"{TABLE}target-range-address", None)
        for child in list(parent):
            is_ours = child.get(f"{TABLE}name", "").startswith("Netsheet")
            if is_ours or child.tag in {f"{TABLE}table-row", f"{TABLE}table-column"}:
                parent.remove(child)
    return ET.canonicalize(ET.tostring(body, encoding="unicode"), strip_text=True)


def as_document(path: Path, *further: str) -> bytes:
    """Write the first sheet of a workbook as an .ods file by hand, and further ones by their names."""
    book = openpyxl.load_workbook(path, data_only=True)
    first, *others = (book.worksheets[0], *(book[name] for name in further))
    behind = "".join(
        f'<table:table table:name="{sheet.title}">{_columns_of(sheet)}{_rows_of(sheet)}</table:table>'
        for sheet in others
    )
    head = f'table:name="{first.title}"'
    return document(_rows_of(first), before=_columns_of(first), sheet=head, behind=behind)


def _columns_of(sheet: Worksheet) -> str:
    return f'<table:table-column table:number-columns-repeated="{sheet.max_column}"/>'


def _rows_of(sheet: Worksheet) -> str:
    return "".join(row(*map(_cell_of, line)) for line in sheet.iter_rows(values_only=True))


def _cell_of(value: object) -> str:
    if value is None:
        return "<table:table-cell/>"
    if hasattr(value, "strftime"):
        day = f"{value:%Y-%m-%d}"
        return f'<table:table-cell office:value-type="date" office:date-value="{day}"><text:p>{day}</text:p></table:table-cell>'
    if isinstance(value, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{value}</text:p></table:table-cell>'
    return text(str(value).replace("&", "&amp;").replace("<", "&lt;"))
