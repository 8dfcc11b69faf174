"""Recognise files that another program has open, and retry after a moment.

On Windows, a file that is open in another program cannot be replaced.
"""

from __future__ import annotations

import time
from collections.abc import Callable

# Virus scanners and sync programs often open a file for a moment just after it was written.
_PAUSES_SECONDS = (0.1, 0.4, 1.0)
# Microsoft, "System Error Codes": access denied, sharing violation, lock violation.
_DENIED, _SHARED, _LOCKED = 5, 32, 33


def is_held(error: OSError) -> bool:
    """Whether the system says that another program has the file open."""
    return _code(error) in {_SHARED, _LOCKED}


def is_held_target(error: OSError) -> bool:
    """Whether a file could not be replaced because another program has it open. Windows then may say "denied"."""
    return is_held(error) or _code(error) == _DENIED


def _code(error: OSError) -> int | None:
    code: int | None = getattr(error, "winerror", None)
    return code


def retry_while_held(call: Callable[[], None]) -> None:
    """Make the call, and repeat it after a pause while another program has the file open.

    Raises:
        PermissionError: the file is still open after the last pause.
        OSError: any other error of the call, without a retry.
    """
    for pause in _PAUSES_SECONDS:
        try:
            call()
        except PermissionError:
            time.sleep(pause)
        else:
            return
    call()
