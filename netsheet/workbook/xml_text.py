"""Bytes of XML: tags found by offset, attributes read and set, text escaped. Nothing here is ever re-serialised.

Offsets come from a masked copy of the same length, in which comments, CDATA sections and processing
instructions are blanked; what is spliced is always the original.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.etree import ElementTree as ET

from netsheet.workbook.refusals import damaged, refuse

QUOTED = rb"""[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*"""
HIDING = re.compile(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>", re.DOTALL)
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
ESCAPE_LIKE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
LONGEST_TEXT = 32_767
ROOT = re.compile(rb"<(?:([A-Za-z_][\w.\-]*):)?([A-Za-z_][\w.\-]*)(?=[\s/>])" + QUOTED + rb">", re.DOTALL)


class Tag(NamedTuple):
    """A tag's bytes ``text`` at ``start``; ``end`` is one past its ">"."""

    start: int
    end: int
    text: bytes

    @property
    def is_empty(self) -> bool:
        """Whether it closes itself, like ``<sheetData/>``."""
        return self.text.endswith(b"/>")

    def attribute(self, name: bytes) -> bytes | None:
        """Return an attribute's raw value, or None."""
        return attribute(self.text, name)


class Splice(NamedTuple):
    """Replace ``data[start:end]`` by ``new``."""

    start: int
    end: int
    new: bytes


def attribute(tag: bytes, name: bytes) -> bytes | None:
    """Return the raw value of an attribute of a tag, or None; white space around "=" is allowed."""
    match = re.search(rb"\s" + name + rb"""\s*=\s*(?:"([^"]*)"|'([^']*)')""", tag)
    if match is None:
        return None
    return match[1] if match[1] is not None else match[2]


def with_attribute(tag: bytes, name: bytes, value: bytes) -> bytes:
    """Return a tag with one attribute set, its other bytes as they are."""
    match = re.search(rb"\s" + name + rb"""\s*=\s*(?:"[^"]*"|'[^']*')""", tag)
    new = b" " + name + b'="' + value + b'"'
    if match is not None:
        return tag[: match.start()] + new + tag[match.end() :]
    close = b"/>" if tag.endswith(b"/>") else b">"
    return tag[: -len(close)].rstrip() + new + close


def masked(data: bytes) -> bytes:
    """Blank what may hide angle brackets, keeping every offset.

    Raises:
        UnreadableError: for a document type declaration or an encoding other than UTF-8.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in data[:64]:
        raise refuse("one of its parts is not in UTF-8")
    declared = re.match(rb"""(?:\xef\xbb\xbf)?<\?xml[^>]*encoding\s*=\s*["']([^"']+)""", data)
    if declared is not None and declared[1].lower() not in (b"utf-8", b"utf8", b"us-ascii", b"ascii"):
        raise refuse(
            f"one of its parts is in the encoding {declared[1].decode('ascii', 'replace')}, not in UTF-8"
        )
    if b"<!" in data or data.find(b"<?", 8) != -1:
        data = HIDING.sub(lambda match: b" " * len(match[0]), data)
        if b"<!" in data:
            raise refuse("one of its parts has a document type declaration")
    return data


def parse(data: bytes) -> ET.Element:
    """Parse a part that has been checked for declarations.

    Raises:
        UnreadableError: when it is not well-formed.
    """
    masked(data)
    try:
        return ET.fromstring(data)  # noqa: S314  declarations and entities were refused above
    except ET.ParseError as error:
        raise damaged(f"one of its parts is not well-formed XML ({error})") from error


def local_name(tag: str) -> str:
    """Strip the namespace from an ElementTree tag."""
    return tag.rpartition("}")[2]


def root_tag(mask: bytes) -> tuple[Tag, bytes]:
    """Return the root element's tag, and its prefix with the colon (b"" when it has none)."""
    match = ROOT.search(mask)
    if match is None:
        raise damaged("one of its parts holds no element")
    prefix = match[1] + b":" if match[1] else b""
    return Tag(match.start(), match.end(), match[0]), prefix


def find_tag(mask: bytes, name: bytes, start: int = 0, end: int | None = None) -> Tag | None:
    """Return the first opening tag of that (prefixed) name in a range, or None."""
    pattern = re.compile(rb"<" + re.escape(name) + rb"(?=[\s/>])" + QUOTED + rb">", re.DOTALL)
    match = pattern.search(mask, start, len(mask) if end is None else end)
    return None if match is None else Tag(match.start(), match.end(), match[0])


def find_tags(mask: bytes, name: bytes, start: int, end: int) -> Iterator[Tag]:
    """Yield all opening tags of that (prefixed) name in a range."""
    pattern = re.compile(rb"<" + re.escape(name) + rb"(?=[\s/>])" + QUOTED + rb">", re.DOTALL)
    for match in pattern.finditer(mask, start, end):
        yield Tag(match.start(), match.end(), match[0])


def close_of(mask: bytes, name: bytes, tag: Tag) -> int:
    """Return the offset of the closing tag that belongs to ``tag``, which has no descendant of its own name."""
    match = re.compile(rb"</" + re.escape(name) + rb"\s*>").search(mask, tag.end)
    if match is None:
        raise damaged(f"the element {name.decode('ascii', 'replace')} is not closed")
    return match.start()


def spliced(data: bytes, splices: Iterable[Splice]) -> bytes:
    """Return ``data`` with all splices made. They are ascending and do not overlap; this is checked."""
    chunks: list[bytes] = []
    at = 0
    for start, end, new in splices:
        if not at <= start <= end:
            message = f"splices out of order at {start}"
            raise AssertionError(message)
        chunks.append(data[at:start])
        chunks.append(new)
        at = end
    chunks.append(data[at:])
    return b"".join(chunks)


def clean_text(text: str) -> str:
    """Drop the characters XML 1.0 forbids and keep what Excel allows in one cell (32,767 UTF-16 units)."""
    text = FORBIDDEN.sub("", text) if FORBIDDEN.search(text) else text
    if len(text) * 2 > LONGEST_TEXT:
        text = text.encode("utf-16-le")[: 2 * LONGEST_TEXT].decode("utf-16-le", "ignore")
    return text


def escaped(text: str) -> str:
    """Escape text for an element or attribute."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text.replace("\r", "&#13;")


def escaped_cell_text(text: str) -> str:
    """Escape a cell's text; a literal ``_x0041_`` is guarded, since Excel reads it as an escape (ECMA-376 22.9.2.19)."""
    text = clean_text(text)
    if "_x" in text:
        text = ESCAPE_LIKE.sub("_x005F_", text)
    return escaped(text)
