"""Workbook bytes to a snapshot: the values by calamine, the shapes around them from the parts themselves."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    WorksheetNotFound,
)

from netsheet.core.grid import CellValue, Sheet, Snapshot
from netsheet.errors import NetsheetError
from netsheet.workbook.book import Book
from netsheet.workbook.guards import check_open_document, check_shared_strings, survived
from netsheet.workbook.package import part_name
from netsheet.workbook.refusals import damaged, not_a_workbook, not_writable, password_protected
from netsheet.workbook.sheet_facts import check_extent
from netsheet.workbook.structure import SheetEntry
from netsheet.workbook.workbook_part import without_tabs

MOST_TEXTS = 50_000
LEARN_EVERY = 8
LEAD = b'<mergeCells note="bmojwdyivs"/>'
"""Spares calamine a second walk through a worksheet, to its end, for merged cells: it finds that there are none at once.

Its CRC-32 is 0, hence the odd word (``Package.rewritten``).
"""
COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP_FILE = b"PK\x03\x04"
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
USUAL_NAMES = {"styles": "xl/styles.xml", "sharedStrings": "xl/sharedStrings.xml"}
OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"


def open_book(data: bytes) -> Book:
    """Open a workbook that netsheet can write: .xlsx or .xlsm.

    Raises:
        UnreadableError: saying what the file is instead, or what is wrong with it.
    """
    kind = file_kind(data)
    if kind != "xlsx":
        raise not_writable(kind)
    return Book(data)


def read_workbook(data: bytes, *, meanwhile: Callable[[], None] | None = None) -> Snapshot:
    """Read a workbook of any kind that netsheet reads: .xlsx, .xlsm, .ods, .xls.

    Args:
        data: its bytes.
        meanwhile: what else is to be done while calamine parses an .xlsx or .xlsm (``read_book``).

    Raises:
        UnreadableError: saying what the file is instead, or what is wrong with it.
    """
    kind = file_kind(data)
    return read_book(Book(data), meanwhile=meanwhile) if kind == "xlsx" else _read_other(data, kind)


def file_kind(data: bytes) -> str:
    """Tell a workbook's kind by its first bytes, whatever its name says: "xlsx" (also .xlsm), "ods" or "xls".

    Raises:
        UnreadableError: when it is none, or protected by a password.
    """
    if data.startswith(COMPOUND_FILE):
        if ENCRYPTED_PACKAGE in data:
            raise password_protected()
        return "xls"
    if not data.startswith(ZIP_FILE):
        raise not_a_workbook(
            "it is empty" if not data else "its content is of another kind, whatever its name says"
        )
    return "ods" if OPEN_DOCUMENT in data[:200] else "xlsx"


def read_book(
    book: Book, *, is_edited: bool = False, meanwhile: Callable[[], None] | None = None
) -> Snapshot:
    """Read an opened .xlsx or .xlsm: every worksheet in tab order.

    Args:
        book: the workbook.
        is_edited: whether its sheets are about to be edited: their rows are then looked up meanwhile.
        meanwhile: what else is to be done while calamine parses.

    Raises:
        UnreadableError: when it is damaged, guarded or not a workbook.
    """
    entries = book.worksheets
    for entry in entries:
        check_extent(book.scan(entry))
    names = [entry.name for entry in entries]
    with ThreadPoolExecutor(max_workers=1) as helper:
        looking = [helper.submit(_look, book, entry, is_edited=is_edited) for entry in entries]
        looking += [helper.submit(meanwhile)] if meanwhile else []
        values = read_values(book, names)  # calamine parses without Python's lock
        for each in looking:
            each.result()
    tabs = book.structure.sheets
    opened = tabs[book.structure.active].name if book.structure.active < len(tabs) else ""
    return Snapshot(
        kind=book.structure.kind,
        sheets=tuple(_sheet(book, entry, values[entry.name]) for entry in entries),
        active=names.index(opened) if opened in names else 0,
    )


def _look(book: Book, entry: SheetEntry, *, is_edited: bool) -> None:
    book.facts(entry)
    if is_edited:
        book.scan(entry).row_spans  # noqa: B018  kept with the scan


def read_values(book: Book, names: list[str]) -> dict[str, list[list[CellValue]]]:
    """Return the values of the named sheets, each from A1 on; "" where a cell is empty or an error.

    Raises:
        UnreadableError: when calamine cannot read the file.
    """
    return {name: _kept(iterate_rows(sheet)) for name, sheet in parse_sheets(book, names).items()}


def parse_sheets(book: Book, names: list[str]) -> dict[str, CalamineSheet]:
    """Parse the named sheets; their rows become Python values only when ``iterate_rows`` asks for them.

    Raises:
        UnreadableError: when calamine cannot read the file.
    """
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(_readable(book, names))) as workbook:
            return {name: workbook.get_sheet_by_name(name) for name in names}
    except PasswordError as error:
        raise password_protected() from error
    except (CalamineError, WorksheetNotFound, OSError, ValueError) as error:
        raise damaged(f"its cells cannot be read ({error})") from error


def iterate_rows(sheet: CalamineSheet) -> Iterator[list[CellValue]]:
    """Yield a sheet's rows from row 1 on, each from column A on: calamine begins at the first filled column."""
    if sheet.start is None:  # nothing is filled; older versions of calamine fall over that
        return iter(())
    lead: list[CellValue] = [""] * sheet.start[1]
    return (lead + row for row in sheet.iter_rows()) if lead else sheet.iter_rows()


def _kept(rows: Iterable[list[CellValue]]) -> list[list[CellValue]]:
    """Keep the rows, and each text that recurs once: in a log most texts do, and each would take its own memory.

    Which ones recur is learnt from some of the rows. The rows in which nothing stands are one: a value far below the
    others lies behind a million of them.
    """
    kept: list[list[CellValue]] = []
    # It holds nothing but texts: 1, 1.0 and True would be taken for one another.
    texts: dict[CellValue, CellValue] = {}
    once = texts.get
    nothing: list[CellValue] = []
    for number, row in enumerate(rows):
        if len(nothing) != len(row):
            nothing = [""] * len(row)
        if row == nothing:
            kept.append(nothing)
            continue
        if number % LEARN_EVERY == 0 and len(texts) < MOST_TEXTS:
            texts.update((value, value) for value in row if isinstance(value, str) and value not in texts)
        kept.append(list(map(once, row, row)))
    return kept


def _readable(book: Book, names: Iterable[str]) -> bytes:
    """Return the file as calamine can read it, and reads the named sheets quickly (``LEAD``).

    It does not know the tabs of Excel 4.0 macros, and finds styles and shared texts by their usual names only.
    """
    strings = book.structure.target("sharedStrings")
    if strings is not None and strings in book.package:
        check_shared_strings(book.package.read(strings))
    parts: dict[str, bytes] = {}
    removed: set[str] = set()
    macros = {sheet.name for sheet in book.structure.sheets if "acrosheet" in sheet.kind}
    if macros:
        parts[book.structure.part] = without_tabs(book.package.read(book.structure.part), macros)
    for kind, usual in USUAL_NAMES.items():
        linked = book.structure.target(kind)
        if linked is not None and linked in book.package:
            if part_name(linked) != part_name(usual):
                parts[usual] = book.package.read(linked)
        elif usual in book.package:
            removed.add(usual)
    if not (parts or removed):
        # The file itself opens in calamine, too, not only the copy: what is wrong with its container shows here.
        CalamineWorkbook.from_filelike(io.BytesIO(book.data)).close()
    leads = {book.entry(name).part: LEAD for name in names}
    try:
        return book.package.rewritten(parts, frozenset(removed), leads)
    except NetsheetError:  # too large to be written: calamine may read it all the same, only slower
        if parts or removed:
            raise
        return book.data


def _sheet(book: Book, entry: SheetEntry, rows: list[list[CellValue]]) -> Sheet:
    facts = book.facts(entry)
    return Sheet(
        name=entry.name,
        rows=rows,
        formulas=facts.formulas,
        errors=facts.errors,
        tables=facts.tables,
        merged=facts.merged,
        blocked=facts.blocked,
        growing=facts.growing,
        covered=facts.covered,
        autofilter=facts.autofilter,
        frozen_rows=facts.frozen_rows,
        is_hidden=entry.state != "visible",
        is_protected=facts.is_protected,
    )


def _read_other(data: bytes, kind: str) -> Snapshot:
    """Read the values of an .ods or .xls file; their formulas and shapes are not looked at."""
    if kind == "ods":
        check_open_document(data)
    try:
        with survived("its content"), CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            sheets = tuple(
                Sheet(
                    name=meta.name,
                    rows=workbook.get_sheet_by_name(meta.name).to_python(skip_empty_area=False),
                    is_hidden=meta.visible != SheetVisibleEnum.Visible,
                )
                for meta in workbook.sheets_metadata
                if meta.typ == SheetTypeEnum.WorkSheet
            )
    except PasswordError as error:
        raise password_protected() from error
    except (CalamineError, OSError, ValueError) as error:
        raise damaged(f"it cannot be read as .{kind} ({error})") from error
    return Snapshot(kind=kind, sheets=sheets)
