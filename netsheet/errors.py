"""The errors that stop a command. Each has a message, a hint about what to do now, and an exit code."""

from __future__ import annotations


class NetsheetError(Exception):
    """An operation cannot go on. ``message`` is one line, ``hint`` says what to do now."""

    exit_code = 3

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def say_error(error: NetsheetError) -> str:
    """Say in one line what happened and what to do, for a list in which each file has its line."""
    return f"{error.message.rstrip('.')}. {error.hint}"


class UnreadableError(NetsheetError):
    """The file is not a workbook that netsheet can read or write (exit 3)."""

    exit_code = 3


class BusyError(NetsheetError):
    """The file is open elsewhere, locked, or was changed while netsheet worked (exit 4)."""

    exit_code = 4


class RefusedError(NetsheetError):
    """The write could not be proven lossless, or its target is protected (exit 5)."""

    exit_code = 5


class NoProgramError(NetsheetError):
    """The system has no program to open a file with; all that was asked for before is done (exit 1)."""

    exit_code = 1


class MissingExtraError(NetsheetError):
    """Something was asked for that needs a package of its own (exit 2)."""

    exit_code = 2

    def __init__(self, message: str, package: str) -> None:
        super().__init__(
            message, f"Type: pipx inject netsheet {package}   (without pipx: pip install {package})"
        )
