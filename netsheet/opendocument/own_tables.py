"""netsheet's own sheets in an .ods file: added last, later replaced in place with their charts. Sheets of others never are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from netsheet.core.plan import OwnedSheet, WorkbookPlan
from netsheet.lossless.package import part_name
from netsheet.lossless.refusals import damaged, protected
from netsheet.lossless.xml_text import Splice, end_of, escaped, find_tags, masked, plain, root_tag
from netsheet.opendocument.automatic_styles import AutomaticStyles
from netsheet.opendocument.cell_writer import CellWriter
from netsheet.opendocument.document import CONTENT, MANIFEST, SETTINGS, STYLES, Document, TableSpan
from netsheet.opendocument.page_setup import page_name, page_splices, takes_pages, view_splices
from netsheet.opendocument.row_edit import CLOSING_ROW
from netsheet.opendocument.scratch_charts import chart_document, chart_styles
from netsheet.opendocument.scratch_table import ScratchTable, first_sheet
from netsheet.opendocument.table_facts import is_structure_protected
from netsheet.opendocument.table_scan import TableScan

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

GROWING = (CONTENT, STYLES, SETTINGS, MANIFEST)
MARK_ROWS = 5
MARKUP = re.compile(rb"<[^<>]*>")
OBJECT = re.compile(rb'xlink:href="(?:\./)?(Object [0-9]+)"')
REPLACEMENTS = "ObjectReplacements"
CHART_TYPE = "application/vnd.oasis.opendocument.chart"


class OwnTables:
    """Puts netsheet's sheets into one document and records what comes and goes.

    Attributes:
        parts: content by part name, added or replaced as a whole.
        removed: parts that are gone.
    """

    def __init__(self, document: Document, styles: AutomaticStyles, writer: CellWriter) -> None:
        self._document = document
        self._styles = styles
        self._writer = writer
        self._splices: list[Splice] = []
        self._views: list[Splice] = []
        self._paged: list[Worksheet] = []
        self._kept: set[str] = set()
        self._former: set[str] = set()
        self.parts: dict[str, bytes] = {}

    def put(self, owned: OwnedSheet) -> None:
        """Add one of netsheet's sheets, or replace its former version in place.

        Raises:
            RefusedError: when a sheet of that name was not made by netsheet, or the document's structure is locked.
        """
        document = self._document
        span = document.table(owned.name)
        if span is not None and not is_own(document, span, owned.mark):
            raise protected(
                f'a sheet named "{owned.name}" is already there and was not made by netsheet',
                "Rename that sheet, and try again.",
            )
        if span is not None and not owned.replace:
            return
        if span is None and is_structure_protected(document):
            raise protected(
                "the workbook's structure is protected, so no sheet can be added",
                "In LibreOffice, choose Tools > Protect Spreadsheet Structure to lift it, and try again.",
            )
        if not document.tables:
            raise damaged("it holds no sheets")
        element = self._scratch_element(owned, span) if owned.content else self._plain_element(owned, span)
        end = document.tables[-1].end
        start, end = (end, end) if span is None else (span.tag.start, span.end)
        self._splices.append(Splice(start, end, element))

    def _plain_element(self, owned: OwnedSheet, span: TableSpan | None) -> bytes:
        """Return a sheet of plain texts; one that is there stays hidden or shown as it is."""
        style = "" if span is None else span.tag.value(b"table:style-name")
        if span is None:
            shown = f'<style:table-properties table:display="{str(not owned.is_hidden).lower()}"/>'
            style = self._styles.add("style:style", ' style:family="table"', shown)
        styled = f' table:style-name="{escaped(style)}"' if style else ""
        opened = f'<table:table table:name="{escaped(owned.name)}"{styled}><table:table-column/>'
        pieces = [opened.encode()]
        for texts in owned.rows:
            pieces += (b"<table:table-row>", *(self._writer.cell(text, "") for text in texts), CLOSING_ROW)
        return b"".join((*pieces, b"</table:table>"))

    def _scratch_element(self, owned: OwnedSheet, span: TableSpan | None) -> bytes:
        """Return the sheet of a scratch workbook, with its charts among the parts."""
        scratch = first_sheet(owned.content)
        former = set() if span is None else set(objects_of(self._document, span))
        self._former |= former
        folders = self._chart_parts(scratch, former)
        style = self._table_style(scratch)
        return scratch.element(self._styles, self._writer, table_style=style, objects=folders).encode()

    def _table_style(self, scratch: ScratchTable) -> str:
        """Add the sheet's style and, where the styles part has room for it, its page; return the style's name."""
        sheet, package = scratch.sheet, self._document.package
        attributes = ' style:family="table"'
        if STYLES in package and takes_pages(package.read(STYLES)):
            self._paged.append(sheet)
            attributes += f' style:master-page-name="{page_name(sheet.title)}"'
        if SETTINGS in package:
            self._views += view_splices(package.read(SETTINGS), sheet)
        shown = str(sheet.sheet_state == "visible").lower()
        return self._styles.add(
            "style:style", attributes, f'<style:table-properties table:display="{shown}"/>'
        )

    def _chart_parts(self, scratch: ScratchTable, former: set[str]) -> list[str]:
        """Make the parts of the charts, and return the name of each one's folder: those of former charts first."""
        pictures = part_name(f"{REPLACEMENTS}/")
        members = {name.removeprefix(pictures) for name in self._document.package.members}
        taken = {name.partition("/")[0] for name in members} - {part_name(folder) for folder in former}
        folders: list[str] = []
        number = 0
        for chart in scratch.charts:
            number += 1
            while part_name(f"Object {number}") in taken or f"Object {number}" in self._kept:
                number += 1
            folder = f"Object {number}"
            folders.append(folder)
            self.parts[f"{folder}/content.xml"] = chart_document(chart.data, *scratch.size_of(chart))
            self.parts[f"{folder}/styles.xml"] = chart_styles()
        self._kept |= set(folders)
        return folders

    @property
    def removed(self) -> set[str]:
        """The parts that are gone."""
        ours = object_parts(self._document, self._former)
        return ours - {part_name(name) for name in self.parts}

    def splices(self) -> list[Splice]:
        """Return the splices of the content part."""
        return self._splices

    def part_splices(self) -> dict[str, list[Splice]]:
        """Return the splices of the other parts, ascending."""
        result = {SETTINGS: self._views} if self._views else {}
        if self._paged:
            result[STYLES] = sorted(page_splices(self._document.package.read(STYLES), self._paged))
        if self.parts or self.removed:
            result[MANIFEST] = list(self._manifest_splices())
        return result

    def _manifest_splices(self) -> Iterator[Splice]:
        """Take the entries of parts that are gone out of the list of parts, and add those of new ones (ODF 1.3 part 2, 4)."""
        mask = masked(self._document.package.read(MANIFEST))
        _, prefix = root_tag(mask)
        wanted = {f"{folder}/": CHART_TYPE for folder in sorted(self._kept)}
        wanted |= dict.fromkeys(self.parts, "text/xml")
        gone = self.removed | {f"{part_name(folder)}/" for folder in self._former}
        for tag in find_tags(mask, prefix + b"file-entry", 0, len(mask)):
            path = tag.value(prefix + b"full-path")
            if path in wanted:
                del wanted[path]
            elif part_name(path) in gone:
                yield Splice(tag.start, end_of(mask, prefix + b"file-entry", tag), b"")
        name = prefix.decode()
        entries = "".join(
            f'<{name}file-entry {name}full-path="{path}" {name}media-type="{kind}"/>'
            for path, kind in wanted.items()
        )
        close = mask.rindex(b"</")
        yield Splice(close, close, entries.encode())


def is_own(document: Document, span: TableSpan, mark: str) -> bool:
    """Whether netsheet made a sheet: the mark is a cell's text in one of the first rows."""
    rows = list(islice(TableScan(document.mask, span.tag.end, span.close).each_row(), MARK_ROWS))
    text = document.mask[rows[0].tag.start : rows[-1].end] if rows else b""
    return mark in plain(MARKUP.sub(b"", text.replace(b"<text:s/>", b" ")))


def objects_of(document: Document, span: TableSpan) -> Iterator[str]:
    """Yield the folders of the objects that only this sheet shows."""
    mask = document.mask
    for match in OBJECT.finditer(mask, span.tag.start, span.end):
        if mask.find(match[0], 0, span.tag.start) < 0 and mask.find(match[0], span.end) < 0:
            yield match[1].decode()


def object_parts(document: Document, folders: set[str]) -> set[str]:
    """Return the folded names of the parts of objects, with the pictures that LibreOffice keeps of them."""
    names = {part_name(folder) for folder in folders}
    pictures = {part_name(f"{REPLACEMENTS}/{folder}") for folder in folders}
    return {name for name in document.package.members if name.partition("/")[0] in names or name in pictures}


def own_objects(document: Document, plan: WorkbookPlan) -> set[str]:
    """Return the folded names of the parts that belong to netsheet's own sheets alone."""
    folders: set[str] = set()
    for owned in plan.owned:
        span = document.table(owned.name)
        if span is not None and is_own(document, span, owned.mark):
            folders |= set(objects_of(document, span))
    return object_parts(document, folders)
