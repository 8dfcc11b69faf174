"""Where a workbook keeps its styles, and the part that is made when it has none."""

from __future__ import annotations

import posixpath
import re

from netsheet.workbook.book import Book
from netsheet.workbook.links import Links
from netsheet.workbook.opc import added_part_name
from netsheet.workbook.structure import MAIN, STRICT_MAIN
from netsheet.workbook.styles import StyleSheet

PLAIN_FORMAT = '<xf borderId="0" fillId="0" fontId="0" numFmtId="0" xfId="0"/>'
MOST_FORMATS = 65_000
GIVEN_FORMAT = re.compile(rb"""\s(?:s|style)=["'](\d{1,5})["']""")
STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
EMPTY_STYLES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<styleSheet xmlns="{namespace}">'
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf borderId="0" fillId="0" fontId="0" numFmtId="0"/></cellStyleXfs>'
    '<cellXfs count="{count}">{formats}</cellXfs>'
    '<cellStyles count="1"><cellStyle builtinId="0" name="Normal" xfId="0"/></cellStyles>'
    "</styleSheet>"
)


class StylePart:
    """The workbook's styles, read when first needed."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._name = book.structure.target("styles")
        self._sheet: StyleSheet | None = None

    @property
    def sheet(self) -> StyleSheet:
        """The styles, to append to."""
        if self._sheet is None:
            self._sheet = StyleSheet(self._original())
        return self._sheet

    def _original(self) -> bytes:
        if self._name is not None and self._name in self._book.package:
            return self._book.package.read(self._name)
        namespace = STRICT_MAIN if self._book.structure.strict else MAIN
        # Cells may name formats that are nowhere: they must not come to mean ours.
        count = self._named_formats()
        return EMPTY_STYLES.format(namespace=namespace, count=count, formats=PLAIN_FORMAT * count).encode()

    def _named_formats(self) -> int:
        named = (
            int(match[1])
            for entry in self._book.worksheets
            for match in GIVEN_FORMAT.finditer(self._book.package.read(entry.part))
        )
        return min(max(named, default=0) + 1, MOST_FORMATS)

    def parts(self, links: Links) -> dict[str, bytes]:
        """Return the changed part; one that is new is linked to the workbook, unless a link already waits for it."""
        if self._sheet is None:
            return {}
        if self._name is not None and self._name in self._book.package:
            return {self._name: self._sheet.content()}
        name = self._name or self._unused_name()
        links.add_part(name, STYLES_TYPE)
        if self._name is None:
            links.relate_to_workbook("styles", name)
        return {name: self._sheet.content()}

    def _unused_name(self) -> str:
        folder = posixpath.dirname(self._book.structure.part)
        name = posixpath.join(folder, "styles.xml")
        if name not in self._book.package:
            return name
        return added_part_name(set(self._book.package.members), folder, "styles", ".xml")
