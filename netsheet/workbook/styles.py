"""The styles part: formats are reused or appended; the ones already there keep their numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_REVERSE, is_date_format

from netsheet.core.plan import CellStyle
from netsheet.lossless.refusals import refuse
from netsheet.lossless.xml_text import (
    Child,
    Splice,
    Tag,
    filled,
    masked,
    root_children,
    root_tag,
    spliced,
    whole_number,
    with_attribute,
)
from netsheet.workbook.style_nodes import Node, make_node, read_lists

# ECMA-376 part 1, 18.8.39: the order of the children of styleSheet.
ORDER = (
    "numFmts",
    "fonts",
    "fills",
    "borders",
    "cellStyleXfs",
    "cellXfs",
    "cellStyles",
    "dxfs",
    "tableStyles",
    "colors",
    "extLst",
)
# 18.8.22: the order of the children of font. Excel reads any order, validators do not.
FONT_ORDER = (
    "b",
    "i",
    "strike",
    "condense",
    "extend",
    "outline",
    "shadow",
    "u",
    "vertAlign",
    "sz",
    "color",
    "name",
    "family",
    "charset",
    "scheme",
)
FIRST_CUSTOM_FORMAT = 164
GENERAL = "General"


DEFAULTS = {
    "fonts": (make_node("font", make_node("sz", val="11"), make_node("name", val="Calibri")),),
    # The first two fills are reserved: none and gray125 (what Excel itself writes).
    "fills": tuple(
        make_node("fill", make_node("patternFill", patternType=pattern)) for pattern in ("none", "gray125")
    ),
    "borders": (
        make_node("border", *(make_node(side) for side in ("left", "right", "top", "bottom", "diagonal"))),
    ),
    "cellXfs": (make_node("xf", numFmtId="0", fontId="0", fillId="0", borderId="0"),),
}


class StyleSheet:
    """The styles part of one workbook, to which formats are appended.

    Args:
        data: the part.
        named_formats: counts the cell formats up to the last one that a cell refers to. An empty list is filled up
            to that number: a cell that refers to a missing format must not get a new one.

    Raises:
        UnreadableError: when its lists cannot be counted with certainty.
    """

    def __init__(self, data: bytes, named_formats: Callable[[], int] = lambda: 1) -> None:
        self._data = data
        self._lists = read_lists(data)
        self._first_new = {name: len(nodes) for name, nodes in self._lists.items()}
        self._index: dict[str, dict[Node, int]] = {}
        self._named_formats = named_formats

    def nodes(self, name: str) -> Sequence[Node]:
        """Return the nodes of a list such as "cellXfs"; none when it is absent."""
        return self._lists.get(name, [])

    def add(self, name: str, node: Node) -> int:
        """Append a node to a list, or find its equal; return its index."""
        if name == "cellXfs":
            for needed in DEFAULTS:
                self._fill_if_empty(needed)
        nodes = self._lists.setdefault(name, [])
        self._fill_if_empty(name)
        if name not in self._index:
            # Backwards, so that of several equal ones the first is found.
            self._index[name] = {node: at for at, node in reversed(list(enumerate(nodes)))}
        index = self._index[name]
        if node not in index:
            index[node] = len(nodes)
            nodes.append(node)
        return index[node]

    def _fill_if_empty(self, name: str) -> None:
        """Format 0 is what every cell without a format has, so a new format must not become number 0."""
        nodes = self._lists.setdefault(name, [])
        if not nodes:
            nodes += DEFAULTS.get(name, ()) * (self._named_formats() if name == "cellXfs" else 1)

    @cached_property
    def _codes(self) -> dict[int, str]:
        """The workbook's own number format codes by id; they may replace built-in ones."""
        return {
            whole_number(node.get("numFmtId", "0")): node.get("formatCode") for node in self.nodes("numFmts")
        }

    def number_format(self, code: str) -> int:
        """Return the id of a number format code: built in, already there, or new (from 164)."""
        built_in = int(BUILTIN_FORMATS_REVERSE.get(code, -1))
        if built_in != -1 and self._codes.get(built_in, code) == code:
            return built_in
        for identifier, known in self._codes.items():
            if known == code:
                return identifier
        new = max([FIRST_CUSTOM_FORMAT - 1, *self._codes]) + 1
        self._codes[new] = code
        self.add("numFmts", make_node("numFmt", numFmtId=str(new), formatCode=code))
        return new

    def _code(self, number: int) -> str:
        """Return the number format code of a cell format; "" for a built-in one that depends on the language."""
        if number >= len(self.nodes("cellXfs")):
            return GENERAL
        identifier = whole_number(self.nodes("cellXfs")[number].get("numFmtId", "0"))
        return self._codes.get(identifier) or BUILTIN_FORMATS.get(identifier, "")

    def is_general(self, number: int) -> bool:
        """Whether a cell format shows a number as it is."""
        return self._code(number).casefold() == GENERAL.casefold()

    def is_dated(self, number: int) -> bool:
        """Whether a cell format shows a number as a date or a time, as far as can be known."""
        code = self._code(number)
        return not code or is_date_format(code)

    def general_format(self, number: int) -> int:
        """Return the index of a format that looks like another, and shows a number as it is."""
        if self.is_general(number):
            return number
        node = self.nodes("cellXfs")[number].with_children("alignment", "protection")
        identifier = str(self.number_format(GENERAL))
        return self.add("cellXfs", node.with_values(numFmtId=identifier, applyNumberFormat="1"))

    def cell_format(self, style: CellStyle) -> int:
        """Return the index of a cell format that looks like ``style`` in the workbook's own default font."""
        base = (self.nodes("cellXfs") or DEFAULTS["cellXfs"])[0]._replace(children=())
        code = style.number_format or GENERAL
        values = {
            "numFmtId": str(self.number_format(code)),
            "fillId": "0",
            "borderId": base.get("borderId", "0"),
        }
        if style.number_format is not None:
            values |= {"applyNumberFormat": "1"}
        if style.bold or style.font_color is not None:
            values |= {"fontId": str(self._font(base, style)), "applyFont": "1"}
        if style.fill_color is not None:
            values |= {"fillId": str(self._solid_fill(style.fill_color)), "applyFill": "1"}
        node = base.with_values(**values)
        alignment = {"vertical": "top", "wrapText": "1"} if style.wrap else {}
        if style.align is not None:
            alignment["horizontal"] = style.align
        if alignment:
            node = node.with_values(applyAlignment="1")._replace(
                children=(make_node("alignment", **alignment),)
            )
        if not self.nodes("cellStyleXfs"):
            node = node._replace(attributes=tuple(pair for pair in node.attributes if pair[0] != "xfId"))
        return self.add("cellXfs", node)

    def _font(self, base: Node, style: CellStyle) -> int:
        fonts = self.nodes("fonts") or DEFAULTS["fonts"]
        number = whole_number(base.get("fontId", "0"))
        font = fonts[number] if number < len(fonts) else make_node("font")
        children = {child.name: child for child in font.children}
        if style.bold:
            children["b"] = make_node("b")
        if style.font_color is not None:
            children["color"] = make_node("color", rgb=f"FF{style.font_color}")
        return self.add("fonts", make_node("font", *children.values()).with_children(*FONT_ORDER))

    def _solid_fill(self, color: str) -> int:
        pattern = make_node(
            "patternFill",
            make_node("fgColor", rgb=f"FF{color}"),
            make_node("bgColor", indexed="64"),
            patternType="solid",
        )
        return self.add("fills", make_node("fill", pattern))

    @property
    def is_changed(self) -> bool:
        """Whether anything was appended."""
        return any(len(nodes) > self._first_new.get(name, 0) for name, nodes in self._lists.items())

    def content(self) -> bytes:
        """Return the part with everything appended; the same bytes when nothing was."""
        if not self.is_changed:
            return self._data
        root, prefix = root_tag(masked(self._data))
        children = {child.name: child for child in reversed(root_children(self._data))}
        splices: list[Splice] = []
        # In the order of the schema, since several new lists may be put at the same offset.
        for name in ORDER:
            new = self._lists.get(name, [])[self._first_new.get(name, 0) :]
            if new:
                splices += self._list_splices(name, new, children, root, prefix)
        if root.is_empty:
            opened = filled(root.text, prefix + b"styleSheet", b"".join(splice.new for splice in splices))
            return spliced(self._data, [Splice(root.start, root.end, opened)])
        return spliced(self._data, sorted(splices, key=lambda splice: splice.start))

    def _list_splices(
        self, name: str, new: Sequence[Node], children: Mapping[str, Child], root: Tag, prefix: bytes
    ) -> list[Splice]:
        """Append nodes to one list: open it, extend it, or put it where the schema wants it."""
        element = prefix + name.encode()
        added = "".join(node.xml(prefix.decode()) for node in new).encode()
        count = str(len(self._lists[name])).encode()
        child = children.get(name)
        if child is None:
            followers = (children[each] for each in ORDER[ORDER.index(name) + 1 :] if each in children)
            following = next(followers, None)
            at = self._end_of(root, prefix) if following is None else following.tag.start
            return [Splice(at, at, b'<%b count="%b">%b</%b>' % (element, count, added, element))]
        tag = child.tag
        if not re.match(rb"<%b[\s/>]" % re.escape(element), tag.text):
            raise refuse("its formats are written in several namespaces")
        counted = with_attribute(tag.text, b"count", count)
        if tag.is_empty:
            return [Splice(tag.start, tag.end, filled(counted, element, added))]
        return [Splice(tag.start, tag.end, counted), Splice(child.close, child.close, added)]

    def _end_of(self, root: Tag, prefix: bytes) -> int:
        return root.end if root.is_empty else masked(self._data).rfind(b"</" + prefix + b"styleSheet")
