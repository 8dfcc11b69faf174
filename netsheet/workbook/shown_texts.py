"""What Excel shows in cells whose values do not say it: linked data types, pictures, numbers with words.

A linked data type ("Alder Labs" of the type Companies) is stored as the error #VALUE! and a number that leads to its
text ([MS-XLSX] 2.3.6 and 2.6.202). A number format may write words next to the number: 0" months".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from netsheet.core.grid import Position
from netsheet.errors import UnreadableError
from netsheet.lossless.package import Package
from netsheet.lossless.xml_text import find_tag, local_name, parse, plain, whole_number
from netsheet.workbook.sheet_xml import SheetXml
from netsheet.workbook.structure import Structure
from netsheet.workbook.style_nodes import read_lists

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

_SHOWN_TEXT, _ERROR = "_DisplayString", "_error"
_WORDS = r'((?:"[^"]*"|\\.|[ ])*)'
_WORDED = re.compile(_WORDS + r"(?:General|[#0?,]*0(?:\.[0#?]+)?)" + _WORDS)
_TAKEN_OUT = re.compile(r'"([^"]*)"|\\(.)')
_MAY_HAVE_WORDS = re.compile(rb"""formatCode\s*=\s*(?:"[^"]*(?:&quot;|&#|\\)|'[^']*(?:["\\]|&#))""")
"""A number format with text in quotation marks, or behind a backslash. Most workbooks have none, and a large styles part is
then not read a second time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTexts:
    """What a whole workbook says of it.

    Attributes:
        rich: by the number that a cell refers to (``vm``) the text that it shows; "" for a picture.
        worded: by the number of a cell's format (``s``) the words before and after its number.
    """

    rich: Mapping[int, str] = field(default_factory=dict)
    worded: Mapping[int, tuple[str, str]] = field(default_factory=dict)


def read_shown_texts(package: Package, structure: Structure) -> ShownTexts:
    """Read what a workbook's cells may show; parts that are missing or broken say nothing."""
    rich: dict[int, str] = {}
    worded: dict[int, tuple[str, str]] = {}
    with suppress(UnreadableError, IndexError):
        rich = dict(_rich_texts(package, structure))
    styles = structure.target("styles")
    if styles is not None and styles in package:
        with suppress(UnreadableError):
            worded = dict(_worded_formats(package.read(styles)))
    return ShownTexts(rich=rich, worded=worded)


def shown_in(sheet: SheetXml, texts: ShownTexts) -> tuple[dict[Position, str], set[Position]]:
    """Return the texts that cells of a sheet show, and the cells whose value only seems to be an error."""
    shown: dict[Position, str] = {}
    no_errors: set[Position] = set()
    for row, cell in sheet.cells_around(re.compile(rb"""\svm=["']""")) if texts.rich else ():
        text = texts.rich.get(whole_number(cell.tag.attribute(b"vm")))
        if text is not None:
            no_errors.add((row, cell.column))
            shown |= {(row, cell.column): text} if text else {}
    numbers = b"|".join(b"%d" % number for number in texts.worded)
    for row, cell in sheet.cells_around(re.compile(rb"""\ss=["'](?:%b)["']""" % numbers)) if numbers else ():
        tag = None if cell.tag.is_empty else find_tag(sheet.mask, sheet.prefix + b"v", cell.tag.end, cell.end)
        if tag is not None and cell.tag.value(b"t", "n") == "n":
            number = plain(sheet.data[tag.end : sheet.mask.find(b"<", tag.end)])
            before, after = texts.worded[whole_number(cell.tag.attribute(b"s"))]
            shown[row, cell.column] = f"{before}{number}{after}".strip()
    return shown, no_errors


def _rich_texts(package: Package, structure: Structure) -> Iterator[tuple[int, str]]:
    """Follow each number through the metadata to its value: the text under the key ``_DisplayString``."""
    names = [structure.target(kind) for kind in ("sheetMetadata", "rdRichValue", "rdRichValueStructure")]
    metadata, values, shapes = (
        parse(package.read(name)) if name in package else None for name in map(str, names)
    )
    if metadata is None or values is None or shapes is None:
        return
    kinds = [kind.get("name", "") for kind in _children(metadata, "metadataTypes")]
    blocks = {block.get("name", ""): list(block) for block in metadata if _is(block, "futureMetadata")}
    for number, block in enumerate(_children(metadata, "valueMetadata"), start=1):
        for record in block:
            kind = kinds[whole_number(record.get("t")) - 1]
            entry = blocks[kind][whole_number(record.get("v"))] if kind in blocks else block
            for pointer in (each for each in entry.iter() if _is(each, "rvb")):
                text = _text_of(values[whole_number(pointer.get("i"))], shapes)
                if text is not None:
                    yield number, text


def _text_of(value: ET.Element, shapes: ET.Element) -> str | None:
    """Return what a rich value shows, "" for a picture; None for a true error."""
    shape = shapes[whole_number(value.get("s"))]
    if shape.get("t") == _ERROR:
        return None
    keys = [key.get("n") for key in shape if _is(key, "k")]
    texts = [each.text or "" for each in value if _is(each, "v")]
    return dict(zip(keys, texts, strict=False)).get(_SHOWN_TEXT, "")


def _children(root: ET.Element, name: str) -> list[ET.Element]:
    return [child for block in root if _is(block, name) for child in block]


def _is(element: ET.Element, name: str) -> bool:
    return local_name(element.tag) == name


def _worded_formats(styles: bytes) -> Iterator[tuple[int, tuple[str, str]]]:
    if not _MAY_HAVE_WORDS.search(styles):
        return
    lists = read_lists(styles)
    words = {
        node.get("numFmtId"): (_unquoted(match[1]), _unquoted(match[2]))
        for node in lists.get("numFmts", [])
        if (match := _WORDED.fullmatch(node.get("formatCode").partition(";")[0]))
    }
    for number, node in enumerate(lists.get("cellXfs", [])):
        found = words.get(node.get("numFmtId"))
        if found and any(any(map(str.isalpha, word)) for word in found):
            yield number, found


def _unquoted(text: str) -> str:
    return _TAKEN_OUT.sub(lambda match: match[1] or match[2] or "", text)
