"""Cell values by calamine, which gets a copy of the file where it would not find the parts by their names."""

from __future__ import annotations

import io
from collections.abc import Iterable

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, WorksheetNotFound

from netsheet.core.grid import CellValue
from netsheet.lossless.calamine_rows import iterate_rows, kept_rows
from netsheet.lossless.package import part_name
from netsheet.lossless.reader_limits import check_shared_strings
from netsheet.lossless.refusals import damaged, password_protected
from netsheet.lossless.xml_text import Splice, close_of, escaped, find_tag, plain, spliced
from netsheet.workbook.book import Book
from netsheet.workbook.opc import RELATIONSHIPS, relationships_part
from netsheet.workbook.sheet_facts import ERROR_CELL
from netsheet.workbook.sheet_xml import SheetXml
from netsheet.workbook.structure import MAIN

WORKBOOK = "xl/workbook.xml"
LISTS = {"styles": "xl/styles.xml", "sharedStrings": "xl/sharedStrings.xml"}
KNOWN_KINDS = {"worksheet", "chartsheet", "dialogsheet"}
KNOWN_ERRORS = {"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"}
"""ECMA-376 part 1, 18.17.3. Excel has added more since: #SPILL!, #CALC!, #FIELD!, #BUSY!, ..."""
UNKNOWN_ERROR = "cell error"
"""What calamine says when it meets one of those: it then reads nothing at all."""


def read_values(book: Book, names: list[str]) -> dict[str, list[list[CellValue]]]:
    """Return the values of the named sheets, each from A1 on; "" where a cell is empty or an error.

    Raises:
        UnreadableError: when calamine cannot read the file.
    """
    return {name: kept_rows(iterate_rows(sheet)) for name, sheet in parse_sheets(book, names).items()}


def parse_sheets(book: Book, names: list[str]) -> dict[str, CalamineSheet]:
    """Parse the named sheets; their rows become Python values only when ``iterate_rows`` asks for them.

    Raises:
        UnreadableError: when calamine cannot read the file.
    """
    try:
        try:
            return _parsed(_readable(book, names), names)
        except CalamineError as error:
            if UNKNOWN_ERROR not in str(error):
                raise
            return _parsed(_with_usual_names(book, names), names)
    except PasswordError as error:
        raise password_protected() from error
    except (CalamineError, WorksheetNotFound, OSError, ValueError) as error:
        raise damaged(f"its cells cannot be read ({error})") from error


def _parsed(data: bytes, names: list[str]) -> dict[str, CalamineSheet]:
    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
        return {name: workbook.get_sheet_by_name(name) for name in names}


def _readable(book: Book, names: Iterable[str]) -> bytes:
    """Return the file itself where calamine finds everything in it, else a copy with the named sheets."""
    strings = book.structure.target("sharedStrings")
    if strings is not None and strings in book.package:
        check_shared_strings(book.package.read(strings))
    return book.data if _has_usual_names(book) else _with_usual_names(book, names)


def _has_usual_names(book: Book) -> bool:
    """Whether all parts are where calamine looks for them.

    It looks for styles and shared texts by their usual names, whatever the workbook's links are. It takes names and
    links as they are written: not "/xl/workbook.xml", "./worksheets/sheet1.xml" or "sheet%201.xml". It does not know
    the sheets of Excel 4.0 macros.
    """
    structure, members = book.structure, book.package.members
    if part_name(structure.part) != WORKBOOK or {sheet.kind for sheet in structure.sheets} - KNOWN_KINDS:
        return False
    if any(name != member.name.replace("\\", "/").casefold() for name, member in members.items()):
        return False
    lists = {kind: part_name(structure.target(kind) or "") for kind in LISTS}
    if any((lists[kind] in members) != (usual in members) for kind, usual in LISTS.items()):
        return False
    if any(name in members and name != part_name(LISTS[kind]) for kind, name in lists.items()):
        return False
    parts = {sheet.part for sheet in structure.sheets}
    links = [link for link in structure.relationships.values() if link.target in parts]
    return all(link.written in (f"/{link.target}", link.target.removeprefix("xl/")) for link in links)


def _with_usual_names(book: Book, names: Iterable[str]) -> bytes:
    """Return a workbook of the named sheets, its parts under their usual names and as they are, but for errors nobody knows."""
    entries = [book.entry(name) for name in names]
    copied = {f"xl/worksheets/sheet{at}.xml": entry.part for at, entry in enumerate(entries, start=1)}
    sheets = "".join(
        f'<sheet name="{escaped(name)}" sheetId="{at}" r:id="rId{at}"/>'
        for at, name in enumerate(names, start=1)
    )
    links = [("worksheet", f"/{part}") for part in copied]
    for kind, usual in LISTS.items():
        linked = book.structure.target(kind)
        if linked is not None and linked in book.package:
            copied[usual] = linked
            links.append((kind, f"/{usual}"))
    date1904 = int(book.structure.date1904)
    workbook = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONSHIPS}"><workbookPr date1904="{date1904}"/>'
        f"<sheets>{sheets}</sheets></workbook>"
    )
    parts = {
        "_rels/.rels": relationships_part([("officeDocument", WORKBOOK)]),
        WORKBOOK: workbook.encode(),
        "xl/_rels/workbook.xml.rels": relationships_part(links),
    }
    for part, entry in zip(list(copied), entries, strict=False):
        sheet = book.scan(entry)
        if (known := _with_known_errors(sheet)) != sheet.data:
            parts[part] = known
            del copied[part]
    return book.package.selected(copied, parts)


def _with_known_errors(sheet: SheetXml) -> bytes:
    """Return a sheet's part in which each error that calamine does not know is #N/A."""
    splices = []
    for _, cell in sheet.cells_around(ERROR_CELL):
        tag = find_tag(sheet.mask, sheet.prefix + b"v", cell.tag.end, cell.end)
        if tag is None or tag.is_empty or cell.tag.attribute(b"t") != b"e":
            continue
        close = close_of(sheet.mask, sheet.prefix + b"v", tag)
        if plain(sheet.data[tag.end : close]) not in KNOWN_ERRORS:
            splices.append(Splice(tag.end, close, b"#N/A"))
    return spliced(sheet.data, splices)
