"""What kind of workbook a file is, by its content, whatever its name says."""

from __future__ import annotations

from netsheet.lossless.refusals import not_a_workbook, password_protected, refuse

COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP_FILE = b"PK\x03\x04"
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
FLAT_DOCUMENT, LONGEST_START = b"<office:document", 1000
WRITTEN_KINDS = ("xlsx", "ods")
PARTS_LIST, CONTENT_TYPES = b"META-INF/manifest.xml", b"[Content_Types].xml"
OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"


def file_kind(data: bytes) -> str:
    """Return a workbook's kind by its first bytes: "xlsx" (also .xlsm), "ods" or "xls".

    Raises:
        UnreadableError: when it is none, or protected by a password.
    """
    if data.startswith(COMPOUND_FILE):
        if ENCRYPTED_PACKAGE in data:
            raise password_protected()
        return "xls"
    if not data.startswith(ZIP_FILE):
        if FLAT_DOCUMENT in data[:LONGEST_START]:
            raise refuse(
                "it is a flat OpenDocument file (.fods)",
                "In LibreOffice, choose File > Save As and the type ODF Spreadsheet (.ods), and use that file.",
            )
        raise not_a_workbook(
            "it is empty" if not data else "its content is of another kind, whatever its name says"
        )
    is_open_document = OPEN_DOCUMENT in data[:200] or (PARTS_LIST in data and CONTENT_TYPES not in data)
    return "ods" if is_open_document else "xlsx"
