"""netsheet's own sheets: added last, later replaced in place with all their parts. Sheets of others are never replaced."""

from __future__ import annotations

import posixpath
import re

from netsheet.core.plan import OwnedSheet
from netsheet.lossless.package import part_name
from netsheet.lossless.refusals import damaged, protected
from netsheet.lossless.xml_text import end_of, find_tags, masked, plain, root_tag
from netsheet.workbook.book import Book
from netsheet.workbook.links import Links, taken_names, targets_of
from netsheet.workbook.opc import (
    RELATIONSHIPS_XML,
    Relationship,
    added_part_name,
    read_content_types,
    read_relationships,
    relationships_name,
    with_relationship,
)
from netsheet.workbook.plain_sheet import plain_sheet
from netsheet.workbook.scratch import Scratch, strict_namespaces
from netsheet.workbook.structure import SheetEntry
from netsheet.workbook.style_part import StylePart
from netsheet.workbook.workbook_part import WorkbookPart

MARK_ROWS = 5
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"


class OwnedSheets:
    """Puts netsheet's sheets into one workbook and records which parts come and go.

    Attributes:
        parts: content by part name, replaced or added.
        removed: parts that are gone.
        links: the content types and relationships.
    """

    def __init__(self, book: Book, style_part: StylePart, workbook_part: bytes | None = None) -> None:
        self._book = book
        self._style_part = style_part
        self._workbook = WorkbookPart(book, workbook_part)
        self.links = Links(book)
        self.parts: dict[str, bytes] = {}
        self.removed: set[str] = set()

    def put(self, owned: OwnedSheet) -> None:
        """Add one of netsheet's sheets, or replace its former version in place.

        Raises:
            RefusedError: when a sheet of that name was not made by netsheet, or the workbook's structure is locked.
        """
        entry = self._book.structure.sheet(owned.name)
        if entry is not None and not carries_mark(self._book, entry, owned.mark):
            raise protected(
                f'a sheet named "{owned.name}" is already there and was not made by netsheet',
                "Rename that sheet, and try again.",
            )
        if entry is not None and not owned.replace:
            return
        if entry is None and self._book.structure.locked:
            raise protected(
                "the workbook's structure is protected, so no sheet can be added",
                "In Excel, choose Review > Protect Workbook to lift it, and try again.",
            )
        former = exclusive_parts(self._book, entry.part) if entry is not None else set()
        names = taken_names(self._book, without=former) | {part_name(name) for name in self.parts}
        part = self._sheet_part(entry, names)
        names.add(part_name(part))
        scratch = Scratch(owned.content) if owned.content else None
        moved = self._move(scratch, scratch.entry.part, part, names) if scratch else self._write(owned, part)
        self._forget(former - moved)
        if entry is None:
            identifier = self.links.relate_to_workbook("worksheet", part)
            self._workbook.add_sheet(owned.name, identifier, is_hidden=owned.is_hidden)
        self._workbook.set_names(owned.name, scratch.defined_names() if scratch else [])
        self.parts |= self._workbook.parts()

    def _write(self, owned: OwnedSheet, part: str) -> set[str]:
        """Write a sheet of plain texts."""
        data = plain_sheet(owned.rows)
        self.parts[part] = strict_namespaces(data) if self._book.structure.strict else data
        self.links.add_part(part, SHEET_TYPE)
        return {part_name(part)}

    def _sheet_part(self, entry: SheetEntry | None, names: set[str]) -> str:
        if entry is not None:
            return entry.part
        folder = posixpath.join(posixpath.dirname(self._book.structure.part), "worksheets")
        return added_part_name(names, folder, "sheet", ".xml")

    def _forget(self, gone: set[str]) -> None:
        self.removed |= {name for name in gone if name in self._book.package.members}
        self.links.remove_parts(gone)

    def _move(self, scratch: Scratch, source: str, target: str, names: set[str]) -> set[str]:
        """Move a scratch part and everything it refers to; return the folded names of the parts made."""
        is_sheet = source == scratch.entry.part
        data = (
            scratch.sheet_content(self._style_part.sheet, date1904=self._book.structure.date1904)
            if is_sheet
            else scratch.book.package.read(source)
        )
        strict = self._book.structure.strict
        self.parts[target] = strict_namespaces(data) if strict and target.endswith(".xml") else data
        self._declare(scratch, source, target)
        made = {part_name(target)}
        relationships = scratch.relationships(source)
        if not relationships:
            return made
        links_data = RELATIONSHIPS_XML
        for relationship in relationships.values():
            address = relationship.target
            if not relationship.is_external:
                moved = self._new_name(relationship, names)
                names.add(part_name(moved))
                made |= self._move(scratch, relationship.target, moved, names)
                address = posixpath.relpath(moved, posixpath.dirname(target))
            links_data, identifier = with_relationship(
                links_data,
                kind=relationship.kind,
                target=address,
                is_external=relationship.is_external,
                strict=strict,
            )
            if identifier != relationship.id:
                raise damaged(f"the scratch sheet numbers its links {relationship.id}, not {identifier}")
        self.parts[relationships_name(target)] = links_data
        return made | {part_name(relationships_name(target))}

    def _new_name(self, relationship: Relationship, names: set[str]) -> str:
        root = posixpath.dirname(self._book.structure.part)
        folder, name = posixpath.split(relationship.target)
        stem, suffix = posixpath.splitext(name)
        return added_part_name(
            names,
            posixpath.join(root, folder.removeprefix("xl").lstrip("/")),
            re.sub(r"\d+$", "", stem),
            suffix,
        )

    def _declare(self, scratch: Scratch, source: str, target: str) -> None:
        content_type = read_content_types(scratch.book.package).get(part_name(source))
        if content_type is not None:
            self.links.add_part(target, content_type)
        else:
            extension = posixpath.splitext(target)[1].lstrip(".")
            self.links.add_default(
                extension, {"png": "image/png", "jpeg": "image/jpeg"}.get(extension, "image/png")
            )


def carries_mark(book: Book, entry: SheetEntry, mark: str) -> bool:
    """Whether netsheet made a sheet: the mark is a cell's text in one of the first rows.

    Texts are in the sheet itself or, after another program saved it, among the shared strings.
    """
    if entry.kind != "worksheet":
        return False
    scan = book.scan(entry)
    shared: list[bytes] | None = None
    for number, row in enumerate(scan.rows()):
        if number >= MARK_ROWS:
            break
        for cell in scan.cells(row):
            inner = scan.data[cell.tag.end : cell.end]
            if cell.tag.attribute(b"t") == b"s":
                value = re.search(rb"<(?:[\w.\-]+:)?v>\s*(\d{1,9})\s*</", inner)
                shared = _shared_texts(book) if shared is None else shared
                inner = shared[int(value[1])] if value is not None and int(value[1]) < len(shared) else b""
            if mark in _plain_text(inner):
                return True
    return False


def _shared_texts(book: Book) -> list[bytes]:
    part = book.structure.target("sharedStrings")
    if part is None or part not in book.package:
        return []
    data = book.package.read(part)
    mask = masked(data)
    element = root_tag(mask)[1] + b"si"
    return [data[tag.end : end_of(mask, element, tag)] for tag in find_tags(mask, element, 0, len(mask))]


def _plain_text(xml: bytes) -> str:
    return plain(re.sub(rb"<[^<>]*>", b"", xml))


def exclusive_parts(book: Book, part: str) -> set[str]:
    """Return the folded names of a sheet part and of all parts that only it leads to, relationships included."""
    reached = _closure(book, part)
    outside: set[str] = set()
    for name in book.package.members:
        if name.endswith(".rels") and name not in {relationships_name(own) for own in reached}:
            outside |= targets_of(book, name)
    shared: set[str] = set()
    for name in reached & outside - {part_name(part)}:
        shared |= _closure(book, name)
    own = reached - shared
    return own | {
        part_name(relationships_name(name)) for name in own if relationships_name(name) in book.package
    }


def _closure(book: Book, part: str) -> set[str]:
    reached: set[str] = set()
    waiting = [part_name(part)]
    while waiting:
        name = waiting.pop()
        if name in reached or name not in book.package:
            continue
        reached.add(name)
        waiting += [
            part_name(relationship.target)
            for relationship in read_relationships(book.package, name).values()
            if not relationship.is_external
        ]
    return reached
