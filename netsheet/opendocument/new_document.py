"""A whole workbook as XlsxWriter makes it, as an .ods file: how ``netsheet init`` makes a log for LibreOffice."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from openpyxl.utils import range_boundaries

from netsheet.core.grid import Area
from netsheet.lossless.xml_text import escaped, spliced
from netsheet.opendocument.automatic_styles import OPTIONAL, AutomaticStyles
from netsheet.opendocument.cell_writer import CellWriter
from netsheet.opendocument.document import (
    CONTENT,
    MANIFEST,
    OASIS,
    REQUIRED,
    SETTINGS,
    STYLES,
    Document,
)
from netsheet.opendocument.ods_values import MIMETYPE, SPREADSHEET
from netsheet.opendocument.offered_words import VALIDATIONS, named_validation
from netsheet.opendocument.page_setup import page_name, page_splices, view_splices
from netsheet.opendocument.range_addresses import written_area, written_sheet
from netsheet.opendocument.scratch_looks import color_of
from netsheet.opendocument.scratch_rules import ScratchRules, rule_element, rules_of
from netsheet.opendocument.scratch_table import ScratchTable, read_scratch

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

META = "meta.xml"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
REFERENCE = re.compile(r"('(?:[^']|'')*'|\w+)!(\$[A-Z]+\$[0-9]+)(?::(\$[A-Z]+\$[0-9]+))?")
DECLARED = "".join(
    f' xmlns:{prefix.decode()}="{name.decode()}"' for prefix, name in (REQUIRED | OPTIONAL).items()
)
OF = f' xmlns:of="{OASIS.decode()}of:1.2"'
EMPTY_CONTENT = (
    f'{HEAD}<office:document-content{DECLARED}{OF} office:version="1.3"><office:automatic-styles/>'
    "<office:body><office:spreadsheet></office:spreadsheet></office:body></office:document-content>"
)
EMPTY_STYLES = (
    f'{HEAD}<office:document-styles{DECLARED} office:version="1.3"><office:styles>'
    '<style:default-style style:family="table-cell"><style:text-properties fo:font-family="Calibri" '
    'fo:font-size="11pt" fo:language="en" fo:country="GB"/></style:default-style>'
    '<style:style style:name="Default" style:family="table-cell"/></office:styles><office:automatic-styles>'
    '<style:page-layout style:name="Default"/></office:automatic-styles><office:master-styles>'
    '<style:master-page style:name="Default" style:page-layout-name="Default"/></office:master-styles>'
    "</office:document-styles>"
)
EMPTY_SETTINGS = (
    f'{HEAD}<office:document-settings xmlns:office="{REQUIRED[b"office"].decode()}" '
    f'xmlns:config="{OASIS.decode()}config:1.0" office:version="1.3"><office:settings>'
    '<config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views">'
    '<config:config-item-map-entry><config:config-item config:name="ViewId" config:type="string">view1'
    '</config:config-item><config:config-item-map-named config:name="Tables"></config:config-item-map-named>'
    '<config:config-item config:name="ActiveTable" config:type="string">{}</config:config-item>'
    "</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings>"
    "</office:document-settings>"
)


def new_document(workbook: bytes) -> bytes:
    """Return a workbook as an .ods file with the same sheets, values, looks, hints, drop-downs, filters and pages.

    Args:
        workbook: an .xlsx file without charts, as the starter is; the same bytes give the same file.
    """
    book = read_scratch(workbook)
    parts = {
        CONTENT: EMPTY_CONTENT.encode(),
        STYLES: EMPTY_STYLES.encode(),
        SETTINGS: EMPTY_SETTINGS.format(escaped(book.active.title)).encode(),
    }
    base = Document(_packed(parts))
    parts[CONTENT] = _content(base, book)
    parts[STYLES] = spliced(parts[STYLES], sorted(page_splices(parts[STYLES], book.worksheets)))
    views = [splice for sheet in book.worksheets for splice in view_splices(parts[SETTINGS], sheet)]
    parts[SETTINGS] = spliced(parts[SETTINGS], views)
    parts[META] = _meta(book)
    return _packed(parts)


def _content(base: Document, book: Workbook) -> bytes:
    styles = AutomaticStyles(base)
    writer = CellWriter(has_calcext=True)
    rules = dict.fromkeys(rule_element(sheet, rule) for sheet in book.worksheets for rule in rules_of(sheet))
    names = {element: f"netsheet-{number}" for number, element in enumerate(rules, start=1)}
    tables = "".join(
        ScratchTable(sheet).element(
            styles, writer, table_style=_table_style(styles, sheet), rules=ScratchRules(sheet, names)
        )
        for sheet in book.worksheets
    )
    validations = b"".join(named_validation(name.encode(), element) for element, name in names.items())
    body = (
        f"<{VALIDATIONS.decode()}>{validations.decode()}</{VALIDATIONS.decode()}>{tables}"
        f"<table:named-expressions>{''.join(_names(book))}</table:named-expressions>"
        f"<table:database-ranges>{''.join(_filters(book))}</table:database-ranges>"
    )
    content = spliced(base.content, styles.splices())
    opened = b"<office:spreadsheet>"
    return content.replace(opened, opened + body.encode())


def _table_style(styles: AutomaticStyles, sheet: Worksheet) -> str:
    color = color_of(sheet.sheet_properties.tabColor)
    tab = f' table:tab-color="{color}"' if color else ""
    return styles.add(
        "style:style",
        f' style:family="table" style:master-page-name="{page_name(sheet.title)}"',
        f'<style:table-properties table:display="true"{tab}/>',
    )


def _names(book: Workbook) -> Iterator[str]:
    """Yield the named formulas; of functions and areas, netsheet's own use no more than this knows."""
    for name, defined in book.defined_names.items():
        base = f"${written_sheet(book.worksheets[0].title)}.$A$1"
        yield (
            f'<table:named-expression table:name="{escaped(name)}" table:base-cell-address="{escaped(base)}" '
            f'table:expression="{escaped(open_formula(defined.attr_text))}"/>'
        )


def open_formula(formula: str) -> str:
    """Return a formula of Excel's as OpenDocument writes it: addresses in brackets, arguments apart by semicolons (ODF 1.3 part 4, 5)."""

    def address(match: re.Match[str]) -> str:
        sheet = written_sheet(match[1].strip("'").replace("''", "'"))
        last = f":.{match[3]}" if match[3] else ""
        return f"[${sheet}.{match[2]}{last}]"

    return REFERENCE.sub(address, formula).replace(",", ";")


def _filters(book: Workbook) -> Iterator[str]:
    """Yield the areas of Excel's tables as areas with filter buttons."""
    for sheet in book.worksheets:
        for table in sheet.tables.values():
            left, top, right, bottom = range_boundaries(table.ref)
            area = Area(first_row=top, first_column=left, last_row=bottom, last_column=right)
            yield (
                f'<table:database-range table:name="{escaped(table.name)}" '
                f'table:target-range-address="{escaped(written_area(sheet.title, area))}" '
                'table:display-filter-buttons="true"/>'
            )


def _meta(book: Workbook) -> bytes:
    about = book.properties
    return (
        f'{HEAD}<office:document-meta xmlns:office="{REQUIRED[b"office"].decode()}" '
        f'xmlns:meta="{OASIS.decode()}meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3">'
        f"<office:meta><meta:generator>netsheet</meta:generator><dc:title>{escaped(about.title or '')}</dc:title>"
        f"<dc:description>{escaped(about.description or '')}</dc:description>"
        f"<meta:creation-date>{about.created.isoformat()}</meta:creation-date></office:meta></office:document-meta>"
    ).encode()


def _packed(parts: dict[str, bytes]) -> bytes:
    """Pack the parts, the file's kind first and as it is (ODF 1.3 part 2, 3.3), with the list of them."""
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in {"/": SPREADSHEET.decode(), **dict.fromkeys(parts, "text/xml")}.items()
    )
    manifest = (
        f'{HEAD}<manifest:manifest xmlns:manifest="{OASIS.decode()}manifest:1.0" manifest:version="1.3">'
        f"{entries}</manifest:manifest>"
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(zipfile.ZipInfo(MIMETYPE), SPREADSHEET)
        for name, data in {**parts, MANIFEST: manifest.encode()}.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return target.getvalue()
