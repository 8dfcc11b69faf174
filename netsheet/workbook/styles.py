"""The styles part: new formats are appended or an equal one reused; nothing that stands there is renumbered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from xml.etree import ElementTree as ET
from xml.parsers import expat

from openpyxl.styles.numbers import BUILTIN_FORMATS_REVERSE

from netsheet.core.plan import CellStyle
from netsheet.workbook.refusals import refuse
from netsheet.workbook.xml_text import (
    Splice,
    close_of,
    escaped,
    filled,
    find_tag,
    local_name,
    masked,
    parse,
    root_tag,
    spliced,
    whole_number,
    with_attribute,
)

# ECMA-376 part 1, 18.8.39: the order in which the children of styleSheet must stand.
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
)
FIRST_CUSTOM_FORMAT = 164


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An element of the styles part without its namespace, so that equal formats compare equal."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple[Node, ...] = ()

    def get(self, name: str, default: str = "") -> str:
        """Return an attribute's value."""
        return next((value for key, value in self.attributes if key == name), default)

    def with_values(self, **values: str) -> Node:
        """Return the node with some attributes set."""
        merged = dict(self.attributes) | values
        return replace(self, attributes=tuple(sorted(merged.items())))

    def xml(self, prefix: str) -> str:
        """Spell the node with the file's element prefix."""
        attributes = "".join(f' {key}="{escaped(value)}"' for key, value in self.attributes)
        if not self.children:
            return f"<{prefix}{self.name}{attributes}/>"
        inner = "".join(child.xml(prefix) for child in self.children)
        return f"<{prefix}{self.name}{attributes}>{inner}</{prefix}{self.name}>"


def node_of(element: ET.Element) -> Node:
    """Read an element; attributes and children of other namespaces (extensions) are left out of the comparison."""
    return Node(
        name=local_name(element.tag),
        attributes=tuple(sorted((key, value) for key, value in element.items() if "}" not in key)),
        children=tuple(node_of(child) for child in element),
    )


def make_node(name: str, *children: Node, **attributes: str) -> Node:
    """Build a node; attributes in a stable order."""
    return Node(name=name, attributes=tuple(sorted(attributes.items())), children=children)


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
    """The styles part of one workbook, to which formats are appended."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        root = parse(data)
        self._places = _child_places(data)
        self._lists: dict[str, list[Node]] = {}
        for element in root:
            name = local_name(element.tag)
            if name in ORDER:
                self._lists[name] = [node_of(child) for child in element]
        self._index: dict[str, dict[Node, int]] = {}
        self._first_new = dict.fromkeys(DEFAULTS, 0)
        for name, nodes in self._lists.items():
            self._first_new[name] = len(nodes)
            self._index[name] = {}
            for position, node in enumerate(nodes):
                self._index[name].setdefault(node, position)

    def nodes(self, name: str) -> list[Node]:
        """Return the nodes of a list such as "cellXfs"; empty when it is absent."""
        return self._lists.get(name, [])

    def add(self, name: str, node: Node) -> int:
        """Append a node to a list, or find its equal; return its index."""
        nodes = self._lists.setdefault(name, [])
        self._first_new.setdefault(name, 0)
        index = self._index.setdefault(name, {})
        if not nodes:
            # Number 0 is what every cell without a format has: ours must not become it.
            nodes += DEFAULTS.get(name, ())
            index |= {default: position for position, default in enumerate(nodes)}
        if node not in index:
            index[node] = len(nodes)
            nodes.append(node)
        return index[node]

    def number_format(self, code: str) -> int:
        """Return the id of a number format code: built in, already there, or new (from 164)."""
        if code in BUILTIN_FORMATS_REVERSE:
            return int(BUILTIN_FORMATS_REVERSE[code])
        used = FIRST_CUSTOM_FORMAT - 1
        for node in self.nodes("numFmts"):
            identifier = whole_number(node.get("numFmtId", "0"))
            if node.get("formatCode") == code:
                return identifier
            used = max(used, identifier)
        self.add("numFmts", make_node("numFmt", numFmtId=str(used + 1), formatCode=code))
        return used + 1

    def cell_format(self, style: CellStyle) -> int:
        """Return the index of a cell format that looks like ``style`` in the workbook's own default font."""
        base = replace((self.nodes("cellXfs") or DEFAULTS["cellXfs"])[0], children=())
        values = {"numFmtId": "0", "fillId": "0", "borderId": base.get("borderId", "0")}
        if style.number_format is not None:
            values |= {"numFmtId": str(self.number_format(style.number_format)), "applyNumberFormat": "1"}
        if style.bold or style.font_color is not None:
            values |= {"fontId": str(self._font(base, style)), "applyFont": "1"}
        if style.fill_color is not None:
            values |= {"fillId": str(self._solid_fill(style.fill_color)), "applyFill": "1"}
        node = base.with_values(**values)
        alignment = {"vertical": "top", "wrapText": "1"} if style.wrap else {}
        if style.align is not None:
            alignment["horizontal"] = style.align
        if alignment:
            node = replace(
                node.with_values(applyAlignment="1"), children=(make_node("alignment", **alignment),)
            )
        if not self.nodes("cellStyleXfs"):
            node = replace(node, attributes=tuple(pair for pair in node.attributes if pair[0] != "xfId"))
        return self.add("cellXfs", node)

    def _font(self, base: Node, style: CellStyle) -> int:
        fonts = self.nodes("fonts")
        number = whole_number(base.get("fontId", "0"))
        children = {child.name: child for child in fonts[number].children} if number < len(fonts) else {}
        if style.bold:
            children["b"] = make_node("b")
        if style.font_color is not None:
            children["color"] = make_node("color", rgb=f"FF{style.font_color}")
        known = [children.pop(name) for name in FONT_ORDER if name in children]
        return self.add("fonts", make_node("font", *known, *children.values()))

    def _solid_fill(self, color: str) -> int:
        pattern = make_node(
            "patternFill",
            make_node("fgColor", rgb=f"FF{color}"),
            make_node("bgColor", indexed="64"),
            patternType="solid",
        )
        return self.add("fills", make_node("fill", pattern))

    def content(self) -> bytes:
        """Return the part with everything appended; the same bytes when nothing was."""
        mask = masked(self._data)
        root, prefix = root_tag(mask)
        splices = [
            self._list_splices(mask, prefix, name, nodes[self._first_new[name] :])
            for name, nodes in self._lists.items()
            if len(nodes) > self._first_new[name]
        ]
        if root.is_empty and splices:
            inner = b"".join(splice.new for found in splices for splice in found)
            opened = filled(root.text, prefix + b"styleSheet", inner)
            return spliced(self._data, [Splice(root.start, root.end, opened)])
        order = [
            (splice.start, ORDER.index(_name_in(splice, prefix)), splice)
            for found in splices
            for splice in found
        ]
        return spliced(self._data, [splice for _, _, splice in sorted(order, key=lambda entry: entry[:2])])

    def _list_splices(self, mask: bytes, prefix: bytes, name: str, new: list[Node]) -> list[Splice]:
        """Append nodes to one list: open it, extend it, or put it where the schema wants it."""
        element = prefix + name.encode()
        added = "".join(node.xml(prefix.decode()) for node in new).encode()
        count = str(len(self._lists[name])).encode()
        at = self._places.get(name)
        tag = None if at is None else find_tag(mask, element, at)
        if at is not None and (tag is None or tag.start != at):
            raise refuse("its styles are spelled in several namespaces")
        if tag is not None and not tag.is_empty:
            end = close_of(mask, element, tag)
            counted = with_attribute(tag.text, b"count", count)
            return [Splice(tag.start, tag.end, counted), Splice(end, end, added)]
        opened = b"<" + element + b' count="' + count + b'">' + added + b"</" + element + b">"
        if tag is not None:
            return [Splice(tag.start, tag.end, opened)]
        at = self._place_of(mask, prefix, name)
        return [Splice(at, at, opened)]

    def _place_of(self, mask: bytes, prefix: bytes, name: str) -> int:
        """Find where an absent list belongs: before the first of its successors, else at the end."""
        for successor in ORDER[ORDER.index(name) + 1 :]:
            if successor in self._places:
                return self._places[successor]
        return mask.rfind(b"</" + prefix + b"styleSheet")


def _child_places(data: bytes) -> dict[str, int]:
    """Return the offset of each of the root's children, by name; of two of a name the first."""
    places: dict[str, int] = {}
    depth = 0

    def opened(name: str, _attributes: object) -> None:
        nonlocal depth
        if depth == 1:
            places.setdefault(name.rpartition(":")[2], parser.CurrentByteIndex)
        depth += 1

    def closed(_name: str) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = opened, closed
    parser.Parse(data, True)  # noqa: FBT003  expat's own signature
    return places


def _name_in(splice: Splice, prefix: bytes) -> str:
    """Name the list a splice belongs to, to order several that fall on one offset."""
    text = splice.new.lstrip(b"<")
    text = text.removeprefix(prefix)
    return next((name for name in ORDER if text.startswith(name.encode())), "extLst")
