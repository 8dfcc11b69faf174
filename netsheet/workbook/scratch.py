"""A scratch workbook, as XlsxWriter makes it, taken apart: its first sheet and that sheet's parts are moved into the log's workbook."""

from __future__ import annotations

import re
from collections.abc import Mapping

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format

from netsheet.lossless.xml_text import attribute, local_name, parse, whole_number, with_attribute
from netsheet.workbook.book import Book
from netsheet.workbook.opc import Relationship, read_relationships
from netsheet.workbook.style_nodes import Node
from netsheet.workbook.styles import StyleSheet

CELL = re.compile(rb"<c\b[^>]*?(?:/>|>.*?</c>)", re.DOTALL)
STYLED = re.compile(rb"<(?:c|row|col)\b[^>]*>")
RULE = re.compile(rb'\sdxfId="(\d+)"')
STRING = re.compile(rb"<si>(.*?)</si>|<si/>", re.DOTALL)
NUMBER = re.compile(rb"<v>([0-9.eE+\-]+)</v>")
DAYS_BETWEEN_CALENDARS = 1462
FONT, FILL, BORDER = "fonts", "fills", "borders"

STRICT_NAMESPACES = {
    b"http://schemas.openxmlformats.org/spreadsheetml/2006/main": b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
    b"http://schemas.openxmlformats.org/drawingml/2006/": b"http://purl.oclc.org/ooxml/drawingml/",
}


class Scratch:
    """The first sheet of a scratch workbook, ready to be moved into another workbook's styles."""

    def __init__(self, content: bytes) -> None:
        self.book = Book(content)
        self.entry = self.book.worksheets[0]
        self._styles = StyleSheet(self.book.package.read(self.book.structure.target("styles") or ""))

    def relationships(self, part: str) -> Mapping[str, Relationship]:
        """Return the relationships of one of the scratch parts."""
        return read_relationships(self.book.package, part)

    def sheet_content(self, target: StyleSheet, *, date1904: bool) -> bytes:
        """Return the sheet's XML with texts inline, formats renumbered for ``target``, and the tab not selected.

        Days are counted as the workbook around it counts them (``date1904``).
        """
        data = self._with_inline_texts(self.book.package.read(self.entry.part))
        if date1904 != self.book.structure.date1904:
            data = self._recounted(data, -DAYS_BETWEEN_CALENDARS if date1904 else DAYS_BETWEEN_CALENDARS)
        formats = self._formats(target)
        rules = self._rules(target)
        data = STYLED.sub(lambda match: _restyled(match[0], formats), data)
        data = RULE.sub(lambda match: b' dxfId="%d"' % rules[int(match[1])], data)
        return data.replace(b' tabSelected="1"', b"")

    def defined_names(self) -> list[tuple[str, str]]:
        """Return the names that belong to the sheet: print area, print titles; as (name, reference)."""
        root = parse(self.book.package.read(self.book.structure.part))
        return [
            (name.get("name", ""), name.text or "")
            for child in root
            if local_name(child.tag) == "definedNames"
            for name in child
            if name.get("localSheetId") == "0"
        ]

    def _with_inline_texts(self, data: bytes) -> bytes:
        part = self.book.structure.target("sharedStrings")
        if part is None:
            return data
        texts = [match[1] or b"" for match in STRING.finditer(self.book.package.read(part))]

        def inline(match: re.Match[bytes]) -> bytes:
            cell = match[0]
            if attribute(cell[: cell.index(b">") + 1], b"t") != b"s":
                return cell
            head = cell[: cell.index(b">") + 1]
            number = int(cell[cell.index(b"<v>") + 3 : cell.index(b"</v>")])
            return with_attribute(head, b"t", b"inlineStr") + b"<is>" + texts[number] + b"</is></c>"

        return CELL.sub(inline, data)

    def _recounted(self, data: bytes, days: int) -> bytes:
        """Move the numbers that are shown as days by a number of days; times without a day stay."""
        custom = {each.get("numFmtId"): each.get("formatCode") for each in self._styles.nodes("numFmts")}
        codes = [node.get("numFmtId", "0") for node in self._styles.nodes("cellXfs")]
        dated = {
            str(index).encode()
            for index, code in enumerate(codes)
            if is_date_format(custom.get(code) or BUILTIN_FORMATS.get(whole_number(code), "General"))
        }

        def moved(match: re.Match[bytes]) -> bytes:
            cell = match[0]
            head = cell[: cell.index(b">") + 1]
            value = NUMBER.search(cell)
            is_day = attribute(head, b"s") in dated and attribute(head, b"t") in (None, b"n")
            if value is None or not is_day or float(value[1]) < 1:
                return cell
            serial = float(value[1]) + days
            written = repr(int(serial)) if serial == int(serial) else repr(serial)
            return cell[: value.start(1)] + written.encode() + cell[value.end(1) :]

        return CELL.sub(moved, data)

    def _formats(self, target: StyleSheet) -> list[int]:
        """Move the cell formats over; format 0 stays the target's own default, but shows numbers as they are."""
        moved = {
            name: [target.add(name, node) for node in self._styles.nodes(name)]
            for name in (FONT, FILL, BORDER)
        }
        return [
            target.add("cellXfs", self._format(node, moved, target)) if index else target.general_format(0)
            for index, node in enumerate(self._styles.nodes("cellXfs"))
        ]

    def _format(self, node: Node, moved: Mapping[str, list[int]], target: StyleSheet) -> Node:
        number_format = int(node.get("numFmtId", "0"))
        custom = {int(each.get("numFmtId")): each.get("formatCode") for each in self._styles.nodes("numFmts")}
        code = custom.get(number_format) or BUILTIN_FORMATS.get(number_format)
        if code is not None:
            number_format = target.number_format(code)
        values = {
            "numFmtId": str(number_format),
            "fontId": str(moved[FONT][int(node.get("fontId", "0"))]),
            "fillId": str(moved[FILL][int(node.get("fillId", "0"))]),
            "borderId": str(moved[BORDER][int(node.get("borderId", "0"))]),
        }
        node = node.with_values(
            **values, applyFont="1", applyFill="1", applyBorder="1", applyNumberFormat="1"
        )
        kept = tuple((key, value) for key, value in node.attributes if key != "xfId")
        if target.nodes("cellStyleXfs"):
            kept = tuple(sorted((*kept, ("xfId", "0"))))
        return node._replace(attributes=kept)

    def _rules(self, target: StyleSheet) -> list[int]:
        """Move the differential formats of conditional formats over."""
        return [target.add("dxfs", self._rule(node, target)) for node in self._styles.nodes("dxfs")]

    def _rule(self, node: Node, target: StyleSheet) -> Node:
        children = tuple(
            child.with_values(numFmtId=str(target.number_format(child.get("formatCode"))))
            if child.name == "numFmt"
            else child
            for child in node.children
        )
        return node._replace(children=children)


def _restyled(tag: bytes, formats: list[int]) -> bytes:
    """Give a tag its format's new number; a cell without a format has number 0."""
    is_cell = tag.startswith(b"<c ")
    name = b"style" if tag.startswith(b"<col") else b"s"
    given = attribute(tag, name)
    if given is None and not (is_cell and formats[0]):
        return tag
    return with_attribute(tag, name, b"%d" % formats[int(given or 0)])


def strict_namespaces(data: bytes) -> bytes:
    """Write a part with the namespaces of ISO 29500 strict, which the rest of the workbook has."""
    for transitional, strict in STRICT_NAMESPACES.items():
        data = data.replace(transitional, strict)
    return data
