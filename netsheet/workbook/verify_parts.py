"""The proof of the file around the cells: parts, links, tabs, names and styles are as they were, or as planned."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from netsheet.core.plan import WorkbookPlan
from netsheet.lossless.applied import Applied
from netsheet.lossless.package import part_name
from netsheet.lossless.refusals import unprovable
from netsheet.lossless.splice_proof import check_kept, check_only, check_still_well_formed
from netsheet.lossless.xml_text import (
    Child,
    Splice,
    filled,
    local_name,
    masked,
    parse,
    root_children,
    root_tag,
    spliced,
    with_attribute,
)
from netsheet.workbook.book import Book
from netsheet.workbook.growth_proof import expect_in_workbook
from netsheet.workbook.opc import CONTENT_TYPES, relationships_name
from netsheet.workbook.owned import exclusive_parts
from netsheet.workbook.style_nodes import NUMBERED


def verify_parts(book: Book, after: Book, applied: Applied, plan: WorkbookPlan) -> None:
    """Prove that only planned parts came, changed or went, and that the shared ones only grew.

    Raises:
        RefusedError: at the first difference that was not planned.
    """
    _check_members(book, after, applied, plan)
    _check_links(book, after, applied.removed)
    _check_tabs(book, after, plan)
    _check_workbook(book, after, plan)
    _check_styles(book, after)


def _check_members(book: Book, after: Book, applied: Applied, plan: WorkbookPlan) -> None:
    """Every member that was not meant to change has the same compressed bytes, and all are in the same order."""
    changed = {part_name(name) for name in applied.changed}
    removed = {part_name(name) for name in applied.removed}
    old, new = book.package.members, after.package.members
    check_kept(old, new, changed, removed)
    replaceable = _owned_parts(book, plan)
    check_only(removed - replaceable, "would be lost")
    check_only((changed & old.keys()) - replaceable - _growing_parts(book, plan), "would change")
    check_only(set(new) - old.keys() - changed, "was not planned")
    check_only(
        set(new) - old.keys() - _owned_parts(after, plan) - _shared_parts(after), "would be used by nothing"
    )
    edited = {
        part_name(book.entry(sheet.sheet).part) for sheet in plan.sheets
    }  # these are proven by their splices
    for name in (changed & new.keys()) - edited:
        if name.endswith((".xml", ".rels", ".vml")):
            check_still_well_formed(after.package.read(name), name)


def _owned_parts(book: Book, plan: WorkbookPlan) -> set[str]:
    """Return the parts that belong to netsheet's own sheets alone."""
    entries = [book.structure.sheet(owned.name) for owned in plan.owned]
    return {name for entry in entries if entry is not None for name in exclusive_parts(book, entry.part)}


def _shared_parts(book: Book) -> set[str]:
    styles = book.structure.target("styles")
    names = (CONTENT_TYPES, relationships_name(book.structure.part), styles or CONTENT_TYPES)
    return {part_name(name) for name in names}


def _growing_parts(book: Book, plan: WorkbookPlan) -> set[str]:
    """Return the parts that a plan may add to."""
    names = _shared_parts(book)
    if plan.owned or any(sheet.grows_down_to or sheet.filter_area for sheet in plan.sheets):
        names.add(part_name(book.structure.part))
    for sheet in plan.sheets:
        entry = book.entry(sheet.sheet)
        names.add(part_name(entry.part))
        if sheet.table is not None:
            names.add(part_name(book.facts(entry).table_parts.get(sheet.table, entry.part)))
    return names


def _check_links(book: Book, after: Book, removed: frozenset[str]) -> None:
    """Every link of the workbook and every part's content type is still there."""
    new = after.structure.relationships
    if any(new.get(identifier) != link for identifier, link in book.structure.relationships.items()):
        raise unprovable("the workbook's links to its parts changed")
    gone = {part_name(name) for name in removed}
    before, now = (_content_types(each) for each in (book, after))
    if any(now.get(key) != value for key, value in before.items() if key[1] not in gone):
        raise unprovable("the list of content types changed")
    for _, name in now.keys() - before.keys():
        if "." in name and name not in after.package:
            raise unprovable(f"the content type of a missing part {name} is listed")


def _content_types(book: Book) -> dict[tuple[str, str], str]:
    return {
        (local_name(element.tag), part_name(element.get("PartName") or element.get("Extension") or "")): (
            element.get("ContentType", "")
        )
        for element in parse(book.package.read(CONTENT_TYPES))
    }


def _check_tabs(book: Book, after: Book, plan: WorkbookPlan) -> None:
    """All former tabs are there, in order; only netsheet's are new, and last."""
    old, new = list(book.structure.sheets), list(after.structure.sheets)
    ours = {owned.name for owned in plan.owned}
    if new[: len(old)] != old or not {sheet.name for sheet in new[len(old) :]} <= ours:
        raise unprovable("the list of sheets changed")
    if book.structure.kind != after.structure.kind:
        raise unprovable("the kind of the file changed")


def _check_workbook(book: Book, after: Book, plan: WorkbookPlan) -> None:
    """The workbook part is as it was, except for added tabs and the print names of netsheet's sheets."""
    part = book.structure.part
    old, new = book.package.read(part), after.package.read(part)
    if old == new:
        return
    ours = {
        str(index)
        for index, sheet in enumerate(after.structure.sheets)
        if sheet.name.casefold() in {owned.name.casefold() for owned in plan.owned}
    }
    tabs = len(book.structure.sheets)
    expected = parse(old)
    has_formulas = any(book.facts(each).formulas for each in book.worksheets)
    names = [sheet.name.casefold() for sheet in book.structure.sheets]
    for sheet in plan.sheets:
        expect_in_workbook(expected, sheet, names.index(sheet.sheet.casefold()), has_formulas=has_formulas)
    if list(_settings(expected, ours, tabs)) != list(_settings(parse(new), ours, tabs)):
        raise unprovable("the workbook's settings or names changed")


def _settings(root: ET.Element, ours: set[str], tabs: int) -> Iterator[tuple[str, ...]]:
    yield (root.tag, *(f"{key}={value}" for key, value in sorted(root.items())))
    for child in root:
        name = local_name(child.tag)
        if name == "sheets":
            yield from ((name, *map(str, each.items())) for each in list(child)[:tabs])
        elif name == "definedNames":
            yield from (
                (name, *map(str, each.items()), each.text or "")
                for each in child
                if each.get("localSheetId") not in ours or not each.get("name", "").startswith("_xlnm.Print")
            )
        else:
            yield (name, ET.tostring(child, encoding="unicode").strip())


def _check_styles(book: Book, after: Book) -> None:
    """Every format keeps its number: lists only grew at their ends or are new, and no other byte changed."""
    part = book.structure.target("styles")
    if part is None or part not in book.package:
        return
    old, new = book.package.read(part), after.package.read(part)
    root, prefix = root_tag(masked(old))
    if root.is_empty and old != new:
        old = spliced(old, [Splice(root.start, root.end, filled(root.text, prefix + b"styleSheet", b""))])
    if old != new and _without_growth(old, new) != old:
        raise unprovable("the workbook's formats changed")


def _without_growth(old: bytes, new: bytes) -> bytes:
    """Return the new styles without lists that are new, and with lists that grew at their ends as they were."""
    known = {child.name: child for child in root_children(old)}
    cuts: list[Splice] = []
    for child in root_children(new):
        before = known.get(child.name)
        if before is None and child.name in NUMBERED:
            cuts.append(Splice(child.tag.start, child.end, b""))
        elif before is not None and _has_grown(old, before, new, child):
            cuts.append(Splice(child.tag.start, child.end, old[before.tag.start : before.end]))
    return spliced(new, cuts)


def _has_grown(old: bytes, before: Child, new: bytes, now: Child) -> bool:
    """Whether a list has its former entries first, byte by byte, and its tag differs in their count alone."""
    if now.name not in NUMBERED or now.tag.is_empty:
        return False
    tags = {with_attribute(tag.text, b"count", b"").rstrip(b"/> \t\r\n") for tag in (before.tag, now.tag)}
    return len(tags) == 1 and new[now.tag.end : now.close].startswith(old[before.tag.end : before.close])
