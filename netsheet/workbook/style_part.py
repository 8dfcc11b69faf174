"""Where a workbook keeps its styles, and the part that is made when it has none."""

from __future__ import annotations

import posixpath
import re

from netsheet.workbook.book import Book
from netsheet.workbook.links import Links, taken_names
from netsheet.workbook.opc import added_part_name
from netsheet.workbook.structure import MAIN, STRICT_MAIN
from netsheet.workbook.styles import StyleSheet

MOST_FORMATS = 65_000  # Excel allows 65,490
GIVEN_FORMAT = re.compile(rb"""\s(?:s|style)=["'](\d{1,5})["']""")
STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
EMPTY_STYLES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<styleSheet xmlns="{namespace}">'
    '<cellStyleXfs count="1"><xf borderId="0" fillId="0" fontId="0" numFmtId="0"/></cellStyleXfs>'
    '<cellStyles count="1"><cellStyle builtinId="0" name="Normal" xfId="0"/></cellStyles>'
    "</styleSheet>"
)


class StylePart:
    """The workbook's styles, read when first needed; a part is made when there is none and something is added."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._name = book.structure.target("styles")
        self._sheet: StyleSheet | None = None

    @property
    def sheet(self) -> StyleSheet:
        """The styles, to append to."""
        if self._sheet is None:
            self._sheet = self._read()
        return self._sheet

    def _read(self) -> StyleSheet:
        if self._name is not None and self._name in self._book.package:
            data = self._book.package.read(self._name)
        else:
            namespace = STRICT_MAIN if self._book.structure.strict else MAIN
            data = EMPTY_STYLES.format(namespace=namespace).encode()
        return StyleSheet(data, self._named_formats)

    def _named_formats(self) -> int:
        """Count the cell formats up to the last one that any cell refers to."""
        named = (
            int(match[1])
            for entry in self._book.worksheets
            for match in GIVEN_FORMAT.finditer(self._book.package.read(entry.part))
        )
        return min(max(named, default=0) + 1, MOST_FORMATS)

    def parts(self, links: Links) -> dict[str, bytes]:
        """Return the changed part; one that is new is linked to the workbook, unless there is a link to it already."""
        if self._sheet is None or not self._sheet.is_changed:
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
        taken = taken_names(self._book)
        return added_part_name(taken, folder, "styles", ".xml") if name in taken else name
