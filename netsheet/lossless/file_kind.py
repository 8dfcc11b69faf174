"""What kind of workbook a file is, by its content, whatever its name says."""

from __future__ import annotations

from netsheet.lossless.refusals import not_a_workbook, password_protected

COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP_FILE = b"PK\x03\x04"
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
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
        raise not_a_workbook(
            "it is empty" if not data else "its content is of another kind, whatever its name says"
        )
    return "ods" if OPEN_DOCUMENT in data[:200] else "xlsx"
