"""Relationships and content types: how the parts of a package find each other (ECMA-376 part 2)."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote

from netsheet.lossless.package import Package, part_name
from netsheet.lossless.refusals import damaged
from netsheet.lossless.xml_text import (
    Splice,
    end_of,
    escaped,
    filled,
    find_tags,
    local_name,
    masked,
    parse,
    root_tag,
    spliced,
)

CONTENT_TYPES = "[Content_Types].xml"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATIONSHIPS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
RELATIONSHIPS_XML = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """A link from one part to another.

    Attributes:
        target: a part name without leading "/", or a URI when it is external.
        written: the target as it is written in the file, often relative to the part that links to it.
    """

    id: str
    type: str
    target: str
    written: str
    is_external: bool

    @property
    def kind(self) -> str:
        """The last word of the type: "worksheet", "styles", "table"; the same in strict files."""
        return self.type.rpartition("/")[2]


def relationships_name(part: str) -> str:
    """Name the part that holds the relationships of ``part`` ("" is the package itself)."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def read_relationships(package: Package, part: str) -> dict[str, Relationship]:
    """Return a part's relationships by id; none when it has no relationships part."""
    name = relationships_name(part)
    if name not in package:
        return {}
    found: dict[str, Relationship] = {}
    for element in parse(package.read(name)):
        if local_name(element.tag) != "Relationship":
            continue
        is_external = element.get("TargetMode") == "External"
        target = element.get("Target", "")
        relationship = Relationship(
            id=element.get("Id", ""),
            type=element.get("Type", ""),
            target=target if is_external else resolved_target(part, target),
            written=target,
            is_external=is_external,
        )
        found[relationship.id] = relationship
    return found


def resolved_target(part: str, target: str) -> str:
    """Resolve a relationship's target against its source part; absolute targets begin with "/"."""
    target = unquote(target.replace("\\", "/"))
    joined = target if target.startswith("/") else posixpath.join(posixpath.dirname(part), target)
    return posixpath.normpath(joined).lstrip("/")


def with_relationship(
    data: bytes, *, kind: str, target: str, is_external: bool, strict: bool
) -> tuple[bytes, str]:
    """Return a relationships part with one more entry, and the entry's unused id."""
    used = {value.decode("ascii", "replace") for value in re.findall(rb"""\sId\s*=\s*["']([^"']*)""", data)}
    number = len(used) + 1
    while f"rId{number}" in used:
        number += 1
    base = STRICT_RELATIONSHIPS if strict else RELATIONSHIPS
    mode = ' TargetMode="External"' if is_external else ""
    _, prefix = root_tag(masked(data))
    entry = f'<{prefix.decode()}Relationship Id="rId{number}" Type="{base}/{kind}" Target="{escaped(target)}"{mode}/>'
    return _appended(data, b"Relationships", entry.encode()), f"rId{number}"


def relationships_part(links: Iterable[tuple[str, str]]) -> bytes:
    """Return a relationships part with these links: pairs of a kind and a target."""
    data = RELATIONSHIPS_XML
    for kind, target in links:
        data, _ = with_relationship(data, kind=kind, target=target, is_external=False, strict=False)
    return data


def with_content_type(data: bytes, name: str, content_type: str) -> bytes:
    """Return the content types with an override for one part."""
    _, prefix = root_tag(masked(data))
    entry = f'<{prefix.decode()}Override PartName="/{escaped(name)}" ContentType="{content_type}"/>'
    return _appended(data, b"Types", entry.encode())


def with_default_type(data: bytes, extension: str, content_type: str) -> bytes:
    """Return the content types with a default for a file extension, unless there is one; defaults come first."""
    mask = masked(data)
    root, prefix = root_tag(mask)
    for tag in find_tags(mask, prefix + b"Default", 0, len(mask)):
        if tag.value(b"Extension").casefold() == extension.casefold():
            return data
    entry = f'<{prefix.decode()}Default Extension="{extension}" ContentType="{content_type}"/>'
    return spliced(data, [Splice(root.end, root.end, entry.encode())])


def without_content_types(data: bytes, names: set[str]) -> bytes:
    """Return the content types without the overrides of some parts."""
    mask = masked(data)
    _, prefix = root_tag(mask)
    folded = {part_name(name) for name in names}
    cuts = [
        Splice(tag.start, end_of(mask, prefix + b"Override", tag), b"")
        for tag in find_tags(mask, prefix + b"Override", 0, len(mask))
        if part_name(tag.value(b"PartName")) in folded
    ]
    return spliced(data, cuts)


def content_type_of(package: Package, part: str) -> str:
    """Return a part's content type: its own, else that of its extension, else ""."""
    own = read_content_types(package).get(part_name(part))
    if own is not None or CONTENT_TYPES not in package:
        return own or ""
    extension = posixpath.splitext(part)[1].lstrip(".").casefold()
    return next(
        (
            element.get("ContentType", "")
            for element in parse(package.read(CONTENT_TYPES))
            if local_name(element.tag) == "Default" and element.get("Extension", "").casefold() == extension
        ),
        "",
    )


def read_content_types(package: Package) -> dict[str, str]:
    """Return the content type of each overridden part, by part name."""
    if CONTENT_TYPES not in package:
        return {}
    return {
        part_name(element.get("PartName", "")): element.get("ContentType", "")
        for element in parse(package.read(CONTENT_TYPES))
        if local_name(element.tag) == "Override"
    }


def _appended(data: bytes, element: bytes, entry: bytes) -> bytes:
    """Insert an entry as the root's last child; a self-closed root is opened."""
    mask = masked(data)
    root, prefix = root_tag(mask)
    name = prefix + element
    if root.is_empty:
        opened = filled(root.text, name, entry)
        return spliced(data, [Splice(root.start, root.end, opened)])
    end = mask.rfind(b"</" + name)
    if end == -1:
        raise damaged(f"the part with {element.decode()} is not closed")
    return spliced(data, [Splice(end, end, entry)])


def added_part_name(taken: set[str], folder: str, stem: str, suffix: str) -> str:
    """Return the first name ``folder/stemN.suffix`` that is not taken; equal packages give equal names.

    A part's links are in a part of their own, whose name must be free too.
    """
    number = 1
    while True:
        name = posixpath.join(folder, f"{stem}{number}{suffix}")
        if taken.isdisjoint({part_name(name), part_name(relationships_name(name))}):
            return name
        number += 1
