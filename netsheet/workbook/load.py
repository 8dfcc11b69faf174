"""Workbook bytes to a snapshot: the values by calamine, everything around them from the parts themselves."""

from __future__ import annotations

import io
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from netsheet.core.grid import CellValue, Sheet, Snapshot
from netsheet.workbook.book import Book
from netsheet.workbook.calamine_values import read_values
from netsheet.workbook.reader_limits import check_open_document, survived
from netsheet.workbook.refusals import damaged, not_a_workbook, not_writable, password_protected
from netsheet.workbook.sheet_facts import check_extent
from netsheet.workbook.structure import SheetEntry

COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP_FILE = b"PK\x03\x04"
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
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
        meanwhile: something to do while calamine parses an .xlsx or .xlsm (``read_book``).

    Raises:
        UnreadableError: saying what the file is instead, or what is wrong with it.
    """
    kind = file_kind(data)
    return read_book(Book(data), meanwhile=meanwhile) if kind == "xlsx" else _read_other(data, kind)


def file_kind(data: bytes) -> str:
    """Return a workbook's kind by its first bytes, whatever its name says: "xlsx" (also .xlsm), "ods" or "xls".

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


def read_book(book: Book, *, meanwhile: Callable[[], None] | None = None) -> Snapshot:
    """Read an opened .xlsx or .xlsm: every worksheet in tab order.

    Args:
        book: the workbook.
        meanwhile: something to do while calamine parses.

    Raises:
        UnreadableError: when it is damaged, guarded or not a workbook.
    """
    entries = book.worksheets
    for entry in entries:
        check_extent(book.scan(entry))
    names = [entry.name for entry in entries]
    with ThreadPoolExecutor(max_workers=1) as helper:
        tasks: list[Future[object]] = [helper.submit(book.facts, entry) for entry in entries]
        tasks += [helper.submit(meanwhile)] if meanwhile else []
        values = read_values(book, names)  # calamine parses without Python's lock
        for task in tasks:
            task.result()
    tabs = book.structure.sheets
    opened = tabs[book.structure.active].name if book.structure.active < len(tabs) else ""
    return Snapshot(
        kind=book.structure.kind,
        sheets=tuple(_sheet(book, entry, values[entry.name]) for entry in entries),
        active=names.index(opened) if opened in names else 0,
    )


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
    """Read the values of an .ods or .xls file; their formulas and shapes are not read."""
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
