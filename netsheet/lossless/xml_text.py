"""Bytes of XML: tags found by offset, attributes read and set, text escaped. All other bytes stay as they are.

Offsets come from a masked copy of the same length, in which comments, CDATA sections and processing
instructions are blanked; what is spliced is always the original.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple
from xml.etree import ElementTree as ET
from xml.parsers import expat

from netsheet.lossless.refusals import damaged, refuse, unprovable

# The rest of a tag up to its ">"; a ">" in quotes does not end it, as in <c note="a > b" r="C9">.
# The last ">" is optional, so that a tag that is cut off matches at once. Otherwise each match would search to the
# end of the part again. tag_of checks that it is there.
TAG_REST = rb"""[^>"']*+(?:"[^"]*+"[^>"']*+|'[^']*+'[^>"']*+)*+>?"""
HIDING_ENDS = {b"<!--": b"-->", b"<![CDATA[": b"]]>", b"<?": b"?>"}
HIDING_START = re.compile(rb"<!--|<!\[CDATA\[|<\?")
LONGEST_NUMBER = 15  # digits; Excel itself keeps no more
ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
REFERENCE = re.compile("&(#x[0-9A-Fa-f]{1,6}|#[0-9]{1,7}|amp|lt|gt|quot|apos);")
DEEPEST = 200  # elements inside each other, far more than a workbook needs
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
ESCAPE_LIKE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
LONGEST_TEXT = 32_767
BLOCK = 8 * 1024**2  # bytes that are packed at once
DECLARATION = re.compile(rb"(?:\xef\xbb\xbf)?<(?:\?xml\s|[^?])")
DECLARED = re.compile(rb"""(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([^"'>]+)""")
ROOT = re.compile(rb"<(?:([A-Za-z_][\w.\-]*):)?([A-Za-z_][\w.\-]*)(?=[\s/>])" + TAG_REST)


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

    def value(self, name: bytes, default: str = "") -> str:
        """Return an attribute's value as text."""
        found = attribute(self.text, name)
        return default if found is None else plain(found)


class Child(NamedTuple):
    """A child of the root element: its name without prefix, its opening tag, where its closing tag begins and ends.

    Both are the tag's end when the tag closes itself.
    """

    name: str
    tag: Tag
    close: int
    end: int


class Splice(NamedTuple):
    """Replace ``data[start:end]`` by ``new``."""

    start: int
    end: int
    new: bytes


@lru_cache(maxsize=256)
def _attribute_pattern(name: bytes) -> re.Pattern[bytes]:
    """Match a tag up to one of its attributes, never inside the quotes of another.

    In <c note=" r='Z9' " r="C3"> the attribute r is C3: ``others`` takes note="..." as a whole. The value is in
    group 2 or, in single quotes, in group 3; group 1 is the attribute with the space before it.
    """
    others = rb"""(?:\s+[^\s=>"']+\s*=\s*(?:"[^"]*"|'[^']*'))*?"""
    return re.compile(rb"<[^\s/>]+" + others + rb"(\s+" + name + rb"""\s*=\s*(?:"([^"]*)"|'([^']*)'))""")


def attribute(tag: bytes, name: bytes) -> bytes | None:
    """Return the raw value of an attribute of a tag, or None; white space around "=" is allowed."""
    match = _attribute_pattern(name).match(tag)
    if match is None:
        return None
    return match[2] if match[2] is not None else match[3]


def with_attribute(tag: bytes, name: bytes, value: bytes) -> bytes:
    """Return a tag with one attribute set, its other bytes as they are."""
    match = _attribute_pattern(name).match(tag)
    new = b" " + name + b'="' + value + b'"'
    if match is not None:
        return tag[: match.start(1)] + new + tag[match.end(1) :]
    close = b"/>" if tag.endswith(b"/>") else b">"
    return tag[: -len(close)].rstrip() + new + close


def without_attribute(tag: bytes, name: bytes) -> bytes:
    """Return a tag without one attribute, its other bytes as they are."""
    match = _attribute_pattern(name).match(tag)
    return tag if match is None else tag[: match.start(1)] + tag[match.end(1) :]


def plain(xml: bytes) -> str:
    """Read a piece of XML without elements as text: references resolved (XML 1.0, 4.1, 4.6), broken bytes replaced."""
    text = xml.decode("utf-8", "replace")
    return REFERENCE.sub(_character, text) if "&" in text else text


def _character(match: re.Match[str]) -> str:
    written = match[1]
    if not written.startswith("#"):
        return ENTITIES[written]
    code = int(f"0{written[1:]}", 0) if written[1] == "x" else int(written[1:])
    return chr(code) if 0 < code <= sys.maxunicode else match[0]


def whole_number(text: str | bytes | None, default: int = 0) -> int:
    """Read a count or an index.

    Raises:
        UnreadableError: when the text is not a number below 10 ** 15.
    """
    if text is None:
        return default
    written = text.decode("ascii", "replace") if isinstance(text, bytes) else text
    written = written.strip()
    if not (written.isascii() and written.isdigit() and len(written) <= LONGEST_NUMBER):
        raise damaged(f'there is no number where one should be, but "{written[:LONGEST_NUMBER]}"')
    return int(written)


def masked(data: bytes) -> bytes:
    """Blank what may hide angle brackets, keeping every offset.

    Raises:
        UnreadableError: for a document type declaration or an encoding other than UTF-8.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in data[:64]:
        raise refuse("one of its parts is not in UTF-8")
    declared = DECLARED.match(data)
    if declared is not None and declared[1].lower() not in (b"utf-8", b"utf8", b"us-ascii", b"ascii"):
        raise refuse(
            f"one of its parts is in the encoding {declared[1].decode('ascii', 'replace')}, not in UTF-8"
        )
    if b"<!" in data or data.find(b"<?", data.find(b"<") + 2) != -1 or not DECLARATION.match(data):
        data = _blanked(data)
        if b"<!" in data:
            raise refuse("one of its parts has a document type declaration")
    return data


def _blanked(data: bytes) -> bytes:
    chunks: list[bytes] = []
    at = 0
    while (match := HIDING_START.search(data, at)) is not None:
        ending = HIDING_ENDS[match[0]]
        end = data.find(ending, match.end())
        if end == -1:
            raise damaged("one of its parts ends within a comment")
        end += len(ending)
        chunks += (data[at : match.start()], b" " * (end - match.start()))
        at = end
    chunks.append(data[at:])
    return b"".join(chunks)


def check_well_formed(data: bytes) -> None:
    """Read a part to its end, keeping nothing.

    Raises:
        UnreadableError: when it is not well-formed.
    """
    try:
        expat.ParserCreate().Parse(data, True)  # noqa: FBT003  expat's own signature
    except expat.ExpatError as error:
        raise damaged(f"one of its parts is not well-formed XML ({error})") from error


def parse(data: bytes) -> ET.Element:
    """Parse a part that has been checked for declarations.

    Raises:
        UnreadableError: when it is not well-formed, or its elements are nested deeper than in any real workbook.
    """
    masked(data)
    try:
        root = ET.fromstring(data)  # noqa: S314  declarations and entities were refused above
    except (ET.ParseError, ValueError) as error:
        raise damaged(f"one of its parts is not well-formed XML ({error})") from error
    level = [root]
    for _ in range(DEEPEST):
        level = [child for element in level for child in element]
        if not level:
            return root
    raise refuse(f"one of its parts nests more than {DEEPEST} elements")


def local_name(tag: str) -> str:
    """Strip the namespace from an ElementTree tag."""
    return tag.rpartition("}")[2]


def tag_of(match: re.Match[bytes]) -> Tag:
    """Return a matched tag.

    Raises:
        UnreadableError: when the tag is cut off.
    """
    text = match[0]
    if not text.endswith(b">"):
        raise damaged("one of its parts ends within a tag")
    return Tag(match.start(), match.end(), text)


def root_tag(mask: bytes) -> tuple[Tag, bytes]:
    """Return the root element's tag, and its prefix with the colon (b"" when it has none)."""
    match = ROOT.search(mask)
    if match is None:
        raise damaged("one of its parts holds no element")
    prefix = match[1] + b":" if match[1] else b""
    return tag_of(match), prefix


@lru_cache(maxsize=256)
def tag_pattern(name: bytes) -> re.Pattern[bytes]:
    """Match an opening tag of that (prefixed) name; see tag_of."""
    return re.compile(rb"<" + re.escape(name) + rb"(?=[\s/>])" + TAG_REST)


@lru_cache(maxsize=256)
def _close_pattern(name: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"</" + re.escape(name) + rb"\s*+>")


def find_tag(mask: bytes, name: bytes, start: int = 0, end: int | None = None) -> Tag | None:
    """Return the first opening tag of that (prefixed) name in a range, or None."""
    match = tag_pattern(name).search(mask, start, len(mask) if end is None else end)
    return None if match is None else tag_of(match)


def find_tags(mask: bytes, name: bytes, start: int, end: int) -> Iterator[Tag]:
    """Yield all opening tags of that (prefixed) name in a range."""
    for match in tag_pattern(name).finditer(mask, start, end):
        yield tag_of(match)


def root_children(data: bytes) -> list[Child]:
    """Return the children of a well-formed part's root element in order, whatever their prefixes are.

    Raises:
        UnreadableError: when an element is not closed.
    """
    mask = masked(data)
    root, _ = root_tag(mask)
    children: list[Child] = []
    at = root.end
    while (match := ROOT.search(mask, at)) is not None:
        tag = tag_of(match)
        name = match[0][1 : match.end(2) - match.start()]
        close, at = (tag.end, tag.end) if tag.is_empty else _nested_close(mask, name, tag.end).span()
        children.append(Child(match[2].decode("utf-8", "replace"), tag, close, at))
    return children


def _nested_close(mask: bytes, name: bytes, start: int) -> re.Match[bytes]:
    """Return the closing tag of an element that is open at ``start``; elements in it may have its name."""
    either = re.compile(rb"<(/?)" + re.escape(name) + rb"(?=[\s/>])" + TAG_REST)
    depth = 1
    for match in either.finditer(mask, start):
        if match[1]:
            depth -= 1
        elif not match[0].endswith(b"/>"):
            depth += 1
        if depth == 0:
            return match
    raise damaged(f"the element {name.decode('ascii', 'replace')} is not closed")


def filled(tag: bytes, name: bytes, inner: bytes) -> bytes:
    """Open a tag that closes itself, and put something into its element."""
    return tag[:-2].rstrip() + b">" + inner + b"</" + name + b">"


def close_of(mask: bytes, name: bytes, tag: Tag, start: int = 0) -> int:
    """Return the offset of the closing tag that belongs to ``tag``, which has no descendant of its own name.

    It is searched for from ``start`` on, where that is known to be after the tag.
    """
    return _closing(mask, name, max(tag.end, start)).start()


def end_of(mask: bytes, name: bytes, tag: Tag) -> int:
    """Return the offset one past the element that ``tag`` opens, which has no descendant of its own name."""
    return tag.end if tag.is_empty else _closing(mask, name, tag.end).end()


def _closing(mask: bytes, name: bytes, start: int) -> re.Match[bytes]:
    match = _close_pattern(name).search(mask, start)
    if match is None:
        raise damaged(f"the element {name.decode('ascii', 'replace')} is not closed")
    return match


def spliced(data: bytes, splices: Iterable[Splice]) -> bytes:
    """Return ``data`` with all splices made.

    Raises:
        RefusedError: when they are not ascending, or overlap: broken markup may lead to that.
    """
    return b"".join(_pieces(data, splices))


def _pieces(data: bytes, splices: Iterable[Splice]) -> Iterator[bytes | memoryview]:
    view = memoryview(data)  # slices without copies: a sheet may take 100 MB
    at = 0
    for start, end, new in splices:
        if not at <= start <= end:
            raise unprovable(f"the changes to one of its parts would overlap at {start}")
        yield view[at:start]
        yield new
        at = end
    yield view[at:]


def spliced_blocks(data: bytes, splices: Iterable[Splice], made: list[Splice]) -> Iterator[bytes]:
    """Yield a large part with all splices made, block by block: it is never held as a whole.

    Args:
        data: the part.
        splices: may be found as they are needed; each is added to ``made``.
        made: keeps them for the proof.
    """
    block: list[bytes | memoryview] = []
    size = 0
    for piece in _pieces(data, _kept(splices, made)):
        block.append(piece)
        size += len(piece)
        if size > BLOCK:
            yield b"".join(block)
            block, size = [], 0
    yield b"".join(block)


def _kept(splices: Iterable[Splice], made: list[Splice]) -> Iterator[Splice]:
    for splice in splices:
        made.append(splice)
        yield splice


def storable_text(text: str) -> str:
    """Drop the characters XML 1.0 forbids and keep what Excel allows in one cell (32,767 UTF-16 units)."""
    text = text if text.isprintable() else FORBIDDEN.sub("", text)
    if len(text) * 2 > LONGEST_TEXT:
        text = text.encode("utf-16-le")[: 2 * LONGEST_TEXT].decode("utf-16-le", "ignore")
    return text


def escaped(text: str) -> str:
    """Escape text for an element or attribute."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text.replace("\r", "&#13;")


def escaped_cell_text(text: str) -> str:
    """Escape a cell's text; a literal ``_x0041_`` is guarded, since Excel reads it as an escape (ECMA-376 22.9.2.19)."""
    text = storable_text(text)
    if "_x" in text:
        text = ESCAPE_LIKE.sub("_x005F_", text)
    return escaped(text)


def unescaped_cell_text(text: str) -> str:
    """Resolve the ``_xHHHH_`` escapes of a cell's text or a table column's name (ECMA-376 22.9.2.19)."""
    return ESCAPE.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text
