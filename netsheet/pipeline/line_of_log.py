"""One of many logs: what comes of it as a small value, also where it cannot be done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

from netsheet.errors import NetsheetError, say_error
from netsheet.pipeline.opened import NoLogError

Line = TypeVar("Line")

TOO_LARGE: Final = "It needs more memory than this computer has free."
"""What is said of a file that ended its process, or filled the memory; its exit code is ``TOO_LARGE_CODE``."""
TOO_LARGE_CODE: Final = 3


def line_or_failure(work: Callable[[], Line], fail: Callable[[str, int], Line]) -> Line | None:
    """Return what ``work`` makes of a log, else what ``fail`` makes of the error and its exit code.

    None for a workbook that has only sheets of netsheet's. One without a log is said, and its exit code is 0.
    """
    try:
        return work()
    except NoLogError as error:
        return None if error.is_made_by_netsheet else fail(error.message, 0)
    except NetsheetError as error:
        return fail(say_error(error), error.exit_code)
    except MemoryError:
        return fail(TOO_LARGE, TOO_LARGE_CODE)
