"""Cell values by calamine, which gets a copy of the file where it would not understand the file itself."""

from __future__ import annotations

import io
import re

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, WorksheetNotFound

from netsheet.lossless.reader_limits import survived
from netsheet.lossless.refusals import damaged
from netsheet.opendocument.document import CONTENT, MANIFEST, Document

MIMETYPE, SPREADSHEET = "mimetype", b"application/vnd.oasis.opendocument.spreadsheet"
NO_PARTS = b'<manifest xmlns="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
BLANK = re.compile(rb">\s+(?=<(?:/?table:|text:p[\s/>]|office:annotation[\s>]))")
"""White space between cells, which calamine does not expect."""


def parse_tables(document: Document, names: list[str]) -> dict[str, CalamineSheet]:
    """Parse the named sheets; their rows become Python values only when they are iterated.

    Raises:
        UnreadableError: when calamine cannot read the file, nor a copy without white space between its cells.
    """
    try:
        return _parsed(document.data, names)
    except (CalamineError, WorksheetNotFound, OSError, ValueError):
        content = BLANK.sub(b">", document.mask)
        manifest = {} if MANIFEST in document.package else {MANIFEST: NO_PARTS}
        copy = document.package.rewritten({CONTENT: content, MIMETYPE: SPREADSHEET, **manifest})
    try:
        return _parsed(copy, names)
    except (CalamineError, WorksheetNotFound, OSError, ValueError) as error:
        raise damaged(f"it cannot be read as .ods ({error})") from error


def _parsed(data: bytes, names: list[str]) -> dict[str, CalamineSheet]:
    with survived("its content"), CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
        return {name: workbook.get_sheet_by_name(name) for name in names}
