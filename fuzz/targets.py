"""What is fuzzed: each target takes any bytes and must end in a result or a NetsheetError."""

from __future__ import annotations

import contextlib
import io
import zipfile
from collections.abc import Callable

from netsheet.core.plan import CellEdit, SheetPlan, WorkbookPlan
from netsheet.engines import open_workbook
from netsheet.errors import NetsheetError
from netsheet.lossless.package import Package
from netsheet.workbook.apply import apply_plan
from netsheet.workbook.book import Book
from netsheet.workbook.csv_text import NotATableError, read_csv_text
from netsheet.workbook.load import read_book
from netsheet.workbook.sheet_xml import SheetXml
from netsheet.workbook.verify import verify
from tests.engine.odd import OddSheet, workbook
from tests.torture.hostile_others import TABLE, ods_files
from tests.torture.hostile_parts import BASE, PARTS, SHEET

LARGEST = 200_000
STORED = zipfile.ZIP_STORED


def package(data: bytes) -> None:
    """The zip reader: any bytes as a file; what it accepts, it must be able to copy."""
    try:
        opened = Package(data)
        opened.check_members()
    except NetsheetError:
        return
    copied = Package(opened.rewritten({"new.xml": b"<x/>"}))
    copied.check_members()
    assert copied.read("new.xml") == b"<x/>"
    for name in opened.members.keys() - {"new.xml"}:
        assert copied.read(name) == opened.read(name)


def scanner(data: bytes) -> None:
    """The sheet scanner: any bytes as a sheet part."""
    with contextlib.suppress(NetsheetError):
        sheet = SheetXml(data)
        for row in sheet.rows():
            for cell in sheet.cells(row):
                assert 0 <= cell.tag.start <= cell.end <= len(data)


def splicer(data: bytes) -> None:
    """The splicer and its proof: any bytes as the sheet part of an otherwise honest workbook.

    What was written must be provable: that the proof would have kept it from the disk is no excuse here.
    """
    whole = workbook(OddSheet(whole=data))
    rows = {2: (CellEdit(30, "", "=1+1", None),), 3: (CellEdit(30, "", 4.5, None),)}
    plan = WorkbookPlan(sheets=(SheetPlan(sheet="Log", header_row=1, rows=rows),))
    try:
        book = Book(whole)
        snapshot = read_book(book)
        applied = apply_plan(book, plan)
    except NetsheetError:
        return
    verify(book, applied, plan, {sheet.name: sheet.rows for sheet in snapshot.sheets})


def parts(data: bytes) -> None:
    """The whole reader: the bytes are cut into the parts of a workbook, packed anew so that checksums hold."""
    pieces = data.split(b"\xff\xfe\xfd")
    names = ("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
             "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml")  # fmt: skip
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", STORED) as archive:
        for name, piece in zip(names, pieces, strict=False):
            archive.writestr(zipfile.ZipInfo(name), piece)
    with contextlib.suppress(NetsheetError):
        read_book(Book(stream.getvalue()))


def texts(data: bytes) -> None:
    """The reader of text files, and whole files of any kind."""
    with contextlib.suppress(NotATableError):
        assert len({len(row) for row in read_csv_text(data)}) <= 1
    with contextlib.suppress(NetsheetError):
        open_workbook(data).read()


def seeds() -> dict[str, list[bytes]]:
    """Return what each target begins from."""
    sheets = [PARTS[SHEET]]
    whole = b"\xff\xfe\xfd".join(PARTS.values())
    return {
        "package": [BASE],
        "scanner": sheets,
        "splicer": sheets,
        "parts": [whole],
        "texts": [TABLE, dict(ods_files("file:///nowhere"))["a good one"]()],
    }


TARGETS: dict[str, Callable[[bytes], None]] = {
    "package": package,
    "scanner": scanner,
    "splicer": splicer,
    "parts": parts,
    "texts": texts,
}
