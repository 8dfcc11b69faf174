"""Content types and the workbook's relationships, kept correct while parts are added and removed."""

from __future__ import annotations

import posixpath
from collections.abc import Set as AbstractSet

from netsheet.lossless.package import part_name
from netsheet.workbook.book import Book
from netsheet.workbook.opc import (
    CONTENT_TYPES,
    RELATIONSHIPS_XML,
    read_content_types,
    read_relationships,
    relationships_name,
    with_content_type,
    with_default_type,
    with_relationship,
    without_content_types,
)


class Links:
    """Content types and workbook relationships, changed as parts are added and removed."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._types = book.package.read(CONTENT_TYPES)
        self._typed = read_content_types(book.package)
        self._relationships_name = relationships_name(book.structure.part)
        has_relationships = self._relationships_name in book.package
        self._relationships = (
            book.package.read(self._relationships_name) if has_relationships else RELATIONSHIPS_XML
        )

    def add_part(self, name: str, content_type: str) -> None:
        """Declare a part's content type, unless it is declared so already."""
        if self._typed.get(part_name(name)) != content_type:
            self.remove_parts({name})
            self._types = with_content_type(self._types, name, content_type)
            self._typed[part_name(name)] = content_type

    def add_default(self, extension: str, content_type: str) -> None:
        """Declare the content type of an extension, unless it is declared already."""
        self._types = with_default_type(self._types, extension, content_type)

    def remove_parts(self, names: set[str]) -> None:
        """Forget the content types of parts."""
        self._types = without_content_types(self._types, names)
        for name in names:
            self._typed.pop(part_name(name), None)

    def relate_to_workbook(self, kind: str, part: str) -> str:
        """Add a relationship from the workbook to a part; return its id."""
        target = posixpath.relpath(part, posixpath.dirname(self._book.structure.part) or ".")
        self._relationships, identifier = with_relationship(
            self._relationships,
            kind=kind,
            target=target,
            is_external=False,
            strict=self._book.structure.strict,
        )
        return identifier

    def parts(self) -> dict[str, bytes]:
        """Return both parts as they are now."""
        return {CONTENT_TYPES: self._types, self._relationships_name: self._relationships}


def taken_names(book: Book, without: AbstractSet[str] = frozenset()) -> set[str]:
    """Return the names, folded, that no new part may take: of parts, and of missing ones that something refers to.

    Args:
        book: the workbook.
        without: parts that are about to be replaced; their names and what they refer to do not count.
    """
    names = set(book.package.members) | set(read_content_types(book.package))
    for name in book.package.members:
        if name.endswith(".rels") and name not in without:
            names |= targets_of(book, name)
    return names - without


def targets_of(book: Book, relationships_part: str) -> set[str]:
    """Return the folded names of the parts to which a relationships part refers."""
    folder, name = posixpath.split(relationships_part)
    source = posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))
    return {
        part_name(relationship.target)
        for relationship in read_relationships(book.package, source).values()
        if not relationship.is_external
    }
