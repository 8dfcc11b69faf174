"""The automatic styles of content.xml: ours are added at their end, and an equal one of ours is used again."""

from __future__ import annotations

import re
from collections.abc import Mapping

from netsheet.core.plan import CellStyle
from netsheet.lossless.refusals import damaged
from netsheet.lossless.xml_text import Splice, close_of, filled, find_tag, root_tag
from netsheet.opendocument.document import OASIS, STYLES, Document
from netsheet.opendocument.number_formats import number_style

BLOCK = b"office:automatic-styles"
OUR_STYLE = re.compile(
    rb'<((?:style:style|number:[a-z]+-style)) style:name="(netsheet-[0-9]+)"(.*?)</\1>', re.DOTALL
)
TAKEN = re.compile(rb'"netsheet-([0-9]+)"')
DEFAULT = re.compile(rb'<style:style(?=[^>]*\sstyle:name="Default")[^>]*\sstyle:family="table-cell"')
INCHES_A_CHARACTER = 7.4 / 96
"""How wide LibreOffice makes a column for each of Excel's characters: a little wider than Excel, as its fonts are."""
OPTIONAL = {
    b"style": OASIS + b"style:1.0",
    b"fo": OASIS + b"xsl-fo-compatible:1.0",
    b"number": OASIS + b"datastyle:1.0",
    b"svg": OASIS + b"svg-compatible:1.0",
    b"draw": OASIS + b"drawing:1.0",
    b"xlink": b"http://www.w3.org/1999/xlink",
    b"calcext": b"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
}


class AutomaticStyles:
    """The styles of one document, to which ours are added.

    Attributes:
        default: the name of the style that plain cells have, or "" where the document has none.
    """

    def __init__(self, document: Document) -> None:
        self._mask = document.mask
        self._root, _ = root_tag(document.mask)
        self._block = find_tag(self._mask, BLOCK)
        is_filled = self._block is not None and not self._block.is_empty
        self._close = close_of(self._mask, BLOCK, self._block) if self._block and is_filled else 0
        start = self._block.end if self._block else 0
        inner = self._mask[start : max(start, self._close)]
        self._known = {(match[1], match[3]): match[2].decode() for match in OUR_STYLE.finditer(inner)}
        self._number = max((int(match[1]) for match in TAKEN.finditer(self._mask)), default=0)
        self._added: list[bytes] = []
        styles = document.package.read(STYLES) if STYLES in document.package else b""
        self.default = "Default" if DEFAULT.search(styles) else ""

    def declared(self, prefix: bytes) -> bytes:
        """Return the declaration that an element with this prefix needs, b"" where the part has one."""
        known = self._root.attribute(b"xmlns:" + prefix)
        return b"" if known is not None else b' xmlns:%b="%b"' % (prefix, OPTIONAL[prefix])

    def add(self, element: str, attributes: str, inner: str) -> str:
        """Add a style, unless an equal one of ours is there, and return its name."""
        written = f"{element} style:name{attributes}>{inner}".encode()
        declared = b"".join(self.declared(prefix) for prefix in OPTIONAL if prefix + b":" in written)
        rest = declared + f"{attributes}>{inner}".encode()
        key = (element.encode(), rest)
        if key not in self._known:
            self._number += 1
            self._known[key] = f"netsheet-{self._number}"
            named = self._known[key].encode()
            self._added.append(b'<%b style:name="%b"%b</%b>' % (key[0], named, rest, key[0]))
        return self._known[key]

    def data_style(self, code: str) -> str:
        """Add a number format and return its style's name, "" for General."""
        style = number_style(code)
        return self.add(style[0], "", style[1]) if style else ""

    def cell_style(self, properties: str, code: str = "General") -> str:
        """Add a cell style and return its name; what it does not say is as in the document's plain cells."""
        attributes = ' style:family="table-cell"'
        if self.default:
            attributes += f' style:parent-style-name="{self.default}"'
        data = self.data_style(code)
        if data:
            attributes += f' style:data-style-name="{data}"'
        return self.add("style:style", attributes, properties) if data or properties else self.default

    def named(self, styles: Mapping[str, CellStyle]) -> dict[str, str]:
        """Add the styles of a plan and return each one's name here."""
        return {
            name: self.cell_style(plan_properties(style), style.number_format or "General")
            for name, style in styles.items()
        }

    def column_style(self, inches: float) -> str:
        """Add a column's style and return its name."""
        return self.add(
            "style:style",
            ' style:family="table-column"',
            f'<style:table-column-properties fo:break-before="auto" style:column-width="{inches:.4f}in"/>',
        )

    def splices(self) -> list[Splice]:
        """Return the splice that adds the new styles, if any."""
        new = b"".join(self._added)
        if not new:
            return []
        if self._block is None:
            body = find_tag(self._mask, b"office:body")
            if body is None:
                raise damaged("its content has no body")
            return [Splice(body.start, body.start, b"<%b>%b</%b>" % (BLOCK, new, BLOCK))]
        if self._block.is_empty:
            return [Splice(self._block.start, self._block.end, filled(self._block.text, BLOCK, new))]
        return [Splice(self._close, self._close, new)]


def plan_properties(style: CellStyle) -> str:
    """Return the properties of a plan's style, number format apart."""
    cell = f' fo:background-color="#{style.fill_color.lower()}"' if style.fill_color else ""
    cell += ' fo:wrap-option="wrap"' if style.wrap else ""
    aligned = {"left": "start", "right": "end"}.get(style.align or "", "")
    text = f' fo:color="#{style.font_color.lower()}"' if style.font_color else ""
    text += ' fo:font-weight="bold"' if style.bold else ""
    return properties(cell, f' fo:text-align="{aligned}"' if aligned else "", text)


def properties(cell: str, paragraph: str, text: str) -> str:
    """Return the properties of a cell style, each kind in its element; an empty kind is left out."""
    if paragraph:
        cell += ' style:text-align-source="fix"'
    return "".join(
        f"<style:{kind}-properties{attributes}/>"
        for kind, attributes in (("table-cell", cell), ("paragraph", paragraph), ("text", text))
        if attributes
    )
