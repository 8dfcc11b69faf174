"""An opened .ods file: its package, and where in content.xml the sheets and the styles are (ODF 1.3 part 3).

Elements are found by their usual prefixes (``table:``, ``office:``), which every known program writes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from netsheet.lossless.package import Package
from netsheet.lossless.refusals import damaged, not_a_workbook, password_protected, protected, refuse
from netsheet.lossless.xml_text import (
    TAG_REST,
    Tag,
    close_of,
    find_tag,
    find_tags,
    masked,
    root_tag,
    tag_of,
)
from netsheet.opendocument.table_scan import TableScan

CONTENT, STYLES, SETTINGS = "content.xml", "styles.xml", "settings.xml"
MANIFEST, SIGNATURES = "META-INF/manifest.xml", "META-INF/documentsignatures.xml"
UNLOCK = 'In LibreOffice, choose File > Save As, untick "Save with password", save, and try again.'
ENCRYPTED = re.compile(rb"<(?:[\w.\-]+:)?encryption-data[\s/>]")
TABLE_EDGE = re.compile(rb"<(/?)table:table(?=[\s/>])" + TAG_REST)
OASIS = b"urn:oasis:names:tc:opendocument:xmlns:"
REQUIRED = {
    b"office": OASIS + b"office:1.0",
    b"table": OASIS + b"table:1.0",
    b"text": OASIS + b"text:1.0",
}
"""The prefixes of a content part by which its sheets are found. A part without them is refused, not guessed at."""


class TableSpan(NamedTuple):
    """One sheet in content.xml: its opening tag, where its closing tag begins, and where it ends.

    Attributes:
        is_nested: whether cells of it hold tables of their own, so that rows cannot be counted.
    """

    name: str
    tag: Tag
    close: int
    end: int
    is_nested: bool


class Document:
    """One .ods file in memory. Immutable; everything derived is computed once.

    Raises:
        UnreadableError: when the file is damaged, encrypted, or holds no spreadsheet.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.package = Package(data)
        if MANIFEST in self.package and ENCRYPTED.search(self.package.read(MANIFEST)):
            raise password_protected(UNLOCK)
        if "encrypted-package" in self.package:  # ODF 1.4 part 2, 4.9
            raise password_protected(UNLOCK)
        if CONTENT not in self.package:
            raise damaged("it cannot be read as .ods (it has no content)")
        self._scans: dict[str, TableScan] = {}

    def forget(self) -> None:
        """Free the memory of the unpacked content and its scans: they are made again when needed."""
        self.package.forget()
        self._scans.clear()
        self.__dict__.pop("mask", None)

    @property
    def content(self) -> bytes:
        """The content part."""
        return self.package.read(CONTENT)

    @cached_property
    def mask(self) -> bytes:
        """The content part with comments and their like blanked; offsets are the same."""
        return masked(self.content)

    @cached_property
    def tables(self) -> tuple[TableSpan, ...]:
        """The sheets in tab order, without the copies of other files' sheets that LibreOffice keeps."""
        mask = self.mask
        body = find_tag(mask, b"office:spreadsheet")
        if body is None:
            raise not_a_workbook("its content is not a spreadsheet")
        hidden = [_range(mask, name) for name in (b"table:dde-links", b"table:tracked-changes")]
        return tuple(
            span
            for span in _spans(mask, body.end)
            if not any(start <= span.tag.start < end for start, end in hidden)
            and not mask.startswith(b"<table:table-source", span.tag.end)
        )

    def table(self, name: str) -> TableSpan | None:
        """Return the sheet of that name (case ignored), or None."""
        folded = name.casefold()
        return next((span for span in self.tables if span.name.casefold() == folded), None)

    def target(self, name: str) -> TableSpan:
        """Return the sheet of that name, to be written to.

        Raises:
            RefusedError: when there is none, or its rows cannot be counted.
        """
        span = self.table(name)
        if span is None:
            raise protected(f"there is no worksheet named {name}", "Check the sheet's name and try again.")
        if span.is_nested:
            raise protected(
                f'cells of the sheet "{name}" hold tables of their own',
                "Move these tables to another sheet, save, and try again.",
            )
        return span

    def scan(self, span: TableSpan) -> TableScan:
        """Return the rows and columns of a sheet."""
        if span.name not in self._scans:
            self._scans[span.name] = TableScan(self.mask, span.tag.end, span.close)
        return self._scans[span.name]

    def check_writable(self) -> None:
        """Refuse what no change can be made in without breaking something.

        Raises:
            UnreadableError: saying what to do.
        """
        if SIGNATURES in self.package:
            raise refuse("it is digitally signed, and any change would break the signature")
        if MANIFEST not in self.package:
            raise refuse("it has no list of its parts (META-INF/manifest.xml)")
        if find_tag(self.mask, b"table:tracked-changes") is not None:
            raise refuse(
                "it tracks its users' changes",
                "In LibreOffice, choose Edit > Track Changes > Manage, accept all, save, and try again.",
            )
        root, _ = root_tag(self.mask)
        for prefix, name in REQUIRED.items():
            if root.attribute(b"xmlns:" + prefix) != name:
                raise refuse(
                    f"its content does not use the name {prefix.decode()}: in the usual way",
                    "Open it in LibreOffice, save it under another name, and use that file.",
                )


def _spans(mask: bytes, start: int) -> Iterator[TableSpan]:
    """Yield the outermost tables from an offset on."""
    opened: list[Tag] = []
    is_nested = False
    for match in TABLE_EDGE.finditer(mask, start):
        tag = tag_of(match)
        if not match[1]:
            is_nested = is_nested or bool(opened)
            if not tag.is_empty:
                opened.append(tag)
            elif not opened:
                yield TableSpan(tag.value(b"table:name"), tag, tag.end, tag.end, is_nested=False)
            continue
        if not opened:
            raise damaged("its sheets do not end where they should")
        outer = opened.pop()
        if not opened:
            yield TableSpan(outer.value(b"table:name"), outer, tag.start, tag.end, is_nested=is_nested)
            is_nested = False
    if opened:
        raise damaged("a sheet does not end")


def _range(mask: bytes, name: bytes) -> tuple[int, int]:
    """Return where an element begins and ends; an empty range when there is none."""
    tag = find_tag(mask, name)
    if tag is None or tag.is_empty:
        return 0, 0
    return tag.start, close_of(mask, name, tag)


def style_tags(mask: bytes, family: bytes) -> Iterator[tuple[str, Tag, bytes]]:
    """Yield the name, tag and content of each automatic style of a family, such as b"table-column"."""
    block = find_tag(mask, b"office:automatic-styles")
    if block is None or block.is_empty:
        return
    close = close_of(mask, b"office:automatic-styles", block)
    for tag in find_tags(mask, b"style:style", block.end, close):
        if tag.attribute(b"style:family") == family:
            end = tag.end if tag.is_empty else close_of(mask, b"style:style", tag)
            yield tag.value(b"style:name"), tag, mask[tag.end : end]
