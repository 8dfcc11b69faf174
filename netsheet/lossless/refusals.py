"""Every reason for which a workbook is not read or not written: what happened, why, and what to do now."""

from __future__ import annotations

from netsheet.errors import RefusedError, UnreadableError


def damaged(reason: str) -> UnreadableError:
    """The file's bytes are broken."""
    return UnreadableError(
        f"This workbook is damaged: {reason}.",
        "Open it in Excel or LibreOffice, let it repair the file, save it, and try again.",
    )


def refuse(reason: str, hint: str = "") -> UnreadableError:
    """The file has something in it that netsheet cannot write safely."""
    return UnreadableError(
        f"This workbook cannot be used as it is: {reason}.",
        hint
        or "If you know where it comes from, open it in Excel or LibreOffice, save a copy as .xlsx, and use the copy.",
    )


def too_far(row: int, column: int) -> UnreadableError:
    """A value is so far from the others that the empty cells between them would fill the memory."""
    return UnreadableError(
        f"This workbook cannot be used as it is: a sheet holds values as far out as row {row:,} and column {column:,}.",
        "Press Ctrl+End in each sheet: delete the rows and columns far below and to the right of your own, save, and try again.",
    )


def not_a_workbook(reason: str) -> UnreadableError:
    """The file is something else."""
    return UnreadableError(
        f"This is not a workbook: {reason}.",
        "Give the path of an .xlsx, .xlsm or .ods file; in Excel or LibreOffice, save the log as .xlsx or .ods.",
    )


def not_writable(kind: str) -> UnreadableError:
    """The file can be read, but netsheet only writes .xlsx, .xlsm and .ods."""
    return UnreadableError(
        f"A file of the kind .{kind} can be read, but netsheet writes only .xlsx, .xlsm and .ods.",
        "Open the log in Excel or LibreOffice, save it as .xlsx or .ods, and use that file from now on.",
    )


def password_protected(hint: str = "") -> UnreadableError:
    """The whole file is encrypted."""
    return UnreadableError(
        "This workbook is protected by a password, so netsheet cannot read it.",
        hint
        or "In Excel, use File > Info > Protect Workbook > Encrypt with Password, empty the password, save, and try again.",
    )


def unprovable(reason: str) -> RefusedError:
    """The write could not be proven to lose nothing, so it did not happen."""
    return RefusedError(
        f"Nothing was written: {reason}.",
        "Your file is as it was. Please report this, with a copy of the workbook without personal data if you can.",
    )


def protected(reason: str, hint: str) -> RefusedError:
    """The target of a write is protected or taken."""
    return RefusedError(f"Nothing was written: {reason}.", hint)
