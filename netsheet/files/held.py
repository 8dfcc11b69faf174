"""Files that another program holds: for a moment, which is waited for, or for good, which is told.

One responsibility: to know such an error when the system reports it. On Windows an open file cannot be replaced.
"""

from __future__ import annotations

import time
from collections.abc import Callable

# Virus scanners and sync programs hold a file for a moment after it was written.
_PAUSES_SECONDS = (0.1, 0.4, 1.0)
# Microsoft, "System Error Codes": access denied, sharing violation, lock violation.
_DENIED, _SHARED, _LOCKED = 5, 32, 33


def is_held(error: OSError) -> bool:
    """Whether the system says that another program has the file open."""
    return _code(error) in {_SHARED, _LOCKED}


def is_held_target(error: OSError) -> bool:
    """Whether a file could not be replaced since another program has it open: Windows then also says "denied"."""
    return is_held(error) or _code(error) == _DENIED


def _code(error: OSError) -> int | None:
    code: int | None = getattr(error, "winerror", None)
    return code


def tried_again(call: Callable[[], None]) -> None:
    """Call, and call again after a pause when the file is held.

    Raises:
        PermissionError: it still is after the last pause.
        OSError: whatever else the call raises, at once.
    """
    for pause in _PAUSES_SECONDS:
        try:
            call()
        except PermissionError:
            time.sleep(pause)
        else:
            return
    call()
