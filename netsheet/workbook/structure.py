"""What a workbook part says: its sheets in order, where their parts are, which calendar its dates use.

Parts are found by relationships, never by their names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from netsheet.lossless.package import Package, part_name
from netsheet.lossless.refusals import damaged, not_a_workbook, refuse
from netsheet.lossless.xml_text import local_name, parse, whole_number
from netsheet.workbook.opc import (
    RELATIONSHIPS,
    STRICT_RELATIONSHIPS,
    Relationship,
    content_type_of,
    read_relationships,
)

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetEntry:
    """One tab: its name, its part, and whether it is a worksheet (others are charts, dialogs, macros)."""

    name: str
    part: str
    kind: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """The workbook part, read.

    Attributes:
        part: the workbook part's name.
        kind: "xlsx" or "xlsm".
        sheets: the tabs in order.
        strict: whether the file uses the namespaces of ISO 29500 strict.
        date1904: whether day 0 is 1904-01-01 (ECMA-376 part 1, 18.17.4.1).
        active: index of the open tab.
        locked: whether the workbook's structure is protected.
        relationships: of the workbook part, by id.
    """

    part: str
    kind: str
    sheets: tuple[SheetEntry, ...]
    strict: bool
    date1904: bool
    active: int
    locked: bool
    relationships: dict[str, Relationship]

    def target(self, kind: str) -> str | None:
        """Return the part that the workbook refers to as its "styles", "sharedStrings", ..., or None."""
        return next(
            (r.target for r in self.relationships.values() if r.kind == kind and not r.is_external), None
        )

    def sheet(self, name: str) -> SheetEntry | None:
        """Return the tab of that name (case ignored), or None."""
        folded = name.casefold()
        return next((sheet for sheet in self.sheets if sheet.name.casefold() == folded), None)


def read_structure(package: Package) -> Structure:
    """Read the workbook part.

    Raises:
        UnreadableError: when there is none, or the file is signed, binary, or has tracked changes.
    """
    part = _workbook_part(package)
    content_type = content_type_of(package, part)
    if "sheet.binary" in content_type or part.casefold().endswith(".bin"):
        raise not_a_workbook("it is a binary workbook (.xlsb)")
    _refuse_guarded(package)
    root = parse(package.read(part))
    if local_name(root.tag) != "workbook":
        raise not_a_workbook("its main part is not a workbook")
    relationships = read_relationships(package, part)
    if any(relationship.kind == "revisionHeaders" for relationship in relationships.values()):
        raise refuse(
            "it is a shared workbook that tracks its users' changes",
            "In Excel, choose Review > Unshare Workbook (or Share Workbook, and end the sharing), save, and try again.",
        )
    sheets = tuple(_sheet_entries(root, relationships))
    if not sheets:
        raise damaged("it lists no sheets")
    for distinct in (
        {sheet.name.casefold() for sheet in sheets},
        {part_name(sheet.part) for sheet in sheets},
    ):
        if len(distinct) < len(sheets):
            raise damaged("it lists a sheet twice")
    properties = _child(root, "workbookPr")
    views = _child(root, "bookViews")
    view = views[0] if views is not None and len(views) else None
    protection = _child(root, "workbookProtection")
    return Structure(
        part=part,
        kind="xlsm" if "macroEnabled" in content_type else "xlsx",
        sheets=sheets,
        strict=root.tag.startswith("{" + STRICT_MAIN),
        date1904=_is_on(properties, "date1904"),
        active=_count(view, "activeTab"),
        locked=_is_on(protection, "lockStructure"),
        relationships=relationships,
    )


def _workbook_part(package: Package) -> str:
    for relationship in read_relationships(package, "").values():
        if relationship.kind == "officeDocument" and not relationship.is_external:
            if relationship.target not in package:
                raise damaged(f"its workbook part {relationship.target} is missing")
            return relationship.target
    raise not_a_workbook("its zip file holds no workbook")


def _refuse_guarded(package: Package) -> None:
    for relationship in read_relationships(package, "").values():
        if relationship.type.endswith("digital-signature/origin"):
            raise refuse("it is digitally signed, and any change would break the signature")


def _sheet_entries(root: ET.Element, relationships: dict[str, Relationship]) -> list[SheetEntry]:
    listed = _child(root, "sheets")
    entries: list[SheetEntry] = []
    for element in [] if listed is None else listed:
        identifier = element.get(f"{{{RELATIONSHIPS}}}id") or element.get(f"{{{STRICT_RELATIONSHIPS}}}id")
        relationship = relationships.get(identifier or "")
        if relationship is None:
            raise damaged(f"the sheet {element.get('name')} has no part")
        entries.append(
            SheetEntry(
                name=element.get("name", ""),
                part=relationship.target,
                kind=relationship.kind,
                state=element.get("state", "visible"),
            )
        )
    return entries


def _child(element: ET.Element, name: str) -> ET.Element | None:
    return next((child for child in element if local_name(child.tag) == name), None)


def _is_on(element: ET.Element | None, name: str) -> bool:
    return element is not None and element.get(name, "0").strip().lower() in ("1", "true", "on")


def _count(element: ET.Element | None, name: str) -> int:
    return 0 if element is None else whole_number(element.get(name))
